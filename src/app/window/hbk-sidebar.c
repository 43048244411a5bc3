/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window/hbk-sidebar.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-tile.h"
#include "words/hbk-locale.h"
#include "words/hbk-person-words.h"

/**
 * HbkSidebar:
 *
 * Who the person is, the pages with what waits in them, and the rules that hold.
 */
struct _HbkSidebar
{
  AdwBin parent_instance;

  HbkPrimaryMenu *primary_menu;
  AdwAvatar      *avatar;
  GtkLabel       *person_title;
  GtkLabel       *person_subtitle;
  GtkListBox     *list;
  GtkLabel       *records_count;
  GtkLabel       *inbox_count;
  GtkActionable  *pack_button;
  GtkLabel       *pack_title;
  GtkLabel       *pack_subtitle;

  HbkSession   *session;
  GSignalGroup *session_signals;
  char         *page;
  guint         inbox;
};

enum {
  PROP_SESSION = 1,
  PROP_PAGE,
  PROP_INBOX,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkSidebar, hbk_sidebar, ADW_TYPE_BIN)

/* ---- What is shown ---- */

static void
show_person (HbkSidebar *self, HbkProfile *profile)
{
  const char *name = hbk_profile_get_name (profile);
  const char *title = name != NULL && *name != '\0' ? name : _("About You");
  const char *subtitle = hbk_person_words_post (profile);

  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->person_title, title);
  gtk_label_set_text (self->person_subtitle, subtitle != NULL ? subtitle : _("Name, employer, region"));
}

static void
show_count (GtkLabel *label, guint n, const char *words)
{
  g_autofree char *figure = g_strdup_printf ("%u", n);

  gtk_label_set_text (label, figure);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), words);
  gtk_widget_set_visible (GTK_WIDGET (label), n > 0);
}

static guint
count_inbox (const HbkState *state)
{
  guint n = 0;

  for (guint i = 0; i < state->files->len; i++)
    {
      const HbkEvidenceFile *file = g_ptr_array_index (state->files, i);
      GPtrArray             *records = hbk_state_get_records_of_file (state, file->sha256);

      n += records == NULL || records->len == 0;
    }

  return n;
}

static void
show_counts (HbkSidebar *self, const HbkState *state)
{
  guint            n_records = state->records->len, n_inbox = count_inbox (state);
  g_autofree char *records = g_strdup_printf (ngettext ("%u record", "%u records", n_records), n_records);
  /* Translators: files that belong to no record yet */
  g_autofree char *inbox = g_strdup_printf (ngettext ("%u file to file away", "%u files to file away", n_inbox), n_inbox);

  show_count (self->records_count, n_records, records);
  show_count (self->inbox_count, n_inbox, inbox);
  if (self->inbox == n_inbox)
    return;

  self->inbox = n_inbox;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INBOX]);
}

static void
show_pack (HbkSidebar *self, const HbkState *state)
{
  const HbkStateYear *year = hbk_state_lookup_year (state, hbk_date_year (state->today));
  g_autofree char    *words = NULL;

  if (state->pack == NULL)
    {
      /* No action is asked, even for a moment, with the parameter of another. */
      gtk_actionable_set_action_name (self->pack_button, NULL);
      gtk_actionable_set_action_target_value (self->pack_button, NULL);
      gtk_actionable_set_action_name (self->pack_button, "win.profile");
      gtk_label_set_text (self->pack_title, state->trouble != NULL ? _("The Rules Cannot Be Read") : _("No Rules Chosen"));
      gtk_label_set_text (self->pack_subtitle, _("Hours are not counted"));
      return;
    }

  words = hbk_person_words_rules (state->pack, year != NULL && year->basis->pack == state->pack ? year->basis->readings : NULL, hbk_locale_get_language ());
  gtk_actionable_set_action_name (self->pack_button, NULL);
  gtk_actionable_set_action_target (self->pack_button, "s", "rules");
  gtk_actionable_set_action_name (self->pack_button, "win.page");
  gtk_label_set_text (self->pack_title, hbk_bilingual_get (&state->pack->region, hbk_locale_get_language ()));
  gtk_label_set_text (self->pack_subtitle, words);
}

static void
update (HbkSidebar *self)
{
  HbkState *state = self->session != NULL ? hbk_session_get_state (self->session) : NULL;

  if (state == NULL)
    return;

  show_person (self, hbk_state_get_profile (state));
  show_counts (self, state);
  show_pack (self, state);
}

static void
select_page (HbkSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), self->page) == 0)
        gtk_list_box_select_row (self->list, row);
    }
}

/* ---- Object ---- */

static void
hbk_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkSidebar *self = HBK_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;

    case PROP_INBOX:
      g_value_set_uint (value, self->inbox);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_sidebar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkSidebar *self = HBK_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      if (!g_set_object (&self->session, g_value_get_object (value)))
        return;
      g_signal_group_set_target (self->session_signals, self->session);
      update (self);
      break;

    case PROP_PAGE:
      if (!g_set_str (&self->page, g_value_get_string (value)))
        return;
      select_page (self);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
hbk_sidebar_dispose (GObject *object)
{
  HbkSidebar *self = HBK_SIDEBAR (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hbk_sidebar_parent_class)->dispose (object);
}

static void
hbk_sidebar_finalize (GObject *object)
{
  g_free (HBK_SIDEBAR (object)->page);

  G_OBJECT_CLASS (hbk_sidebar_parent_class)->finalize (object);
}

static void
hbk_sidebar_class_init (HbkSidebarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_sidebar_dispose;
  object_class->finalize = hbk_sidebar_finalize;
  object_class->get_property = hbk_sidebar_get_property;
  object_class->set_property = hbk_sidebar_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, HBK_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* The one that is shown. */
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* How many files belong to no record. */
  properties[PROP_INBOX] = g_param_spec_uint ("inbox", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HBK_TYPE_PRIMARY_MENU);
  g_type_ensure (HBK_TYPE_TILE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkSidebar, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, HbkSidebar, avatar);
  gtk_widget_class_bind_template_child (widget_class, HbkSidebar, person_title);
  gtk_widget_class_bind_template_child (widget_class, HbkSidebar, person_subtitle);
  gtk_widget_class_bind_template_child (widget_class, HbkSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, HbkSidebar, records_count);
  gtk_widget_class_bind_template_child (widget_class, HbkSidebar, inbox_count);
  gtk_widget_class_bind_template_child (widget_class, HbkSidebar, pack_button);
  gtk_widget_class_bind_template_child (widget_class, HbkSidebar, pack_title);
  gtk_widget_class_bind_template_child (widget_class, HbkSidebar, pack_subtitle);
}

static void
hbk_sidebar_init (HbkSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (HBK_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::state", G_CALLBACK (update), self);
}

/**
 * hbk_sidebar_open_menu:
 * @self: a sidebar
 *
 * Opens the menu of the application, as F10 does.
 */
void
hbk_sidebar_open_menu (HbkSidebar *self)
{
  g_return_if_fail (HBK_IS_SIDEBAR (self));

  hbk_primary_menu_open (self->primary_menu);
}
