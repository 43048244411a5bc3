/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window/hbk-year-switcher.h"

#include <glib/gi18n.h>

#include "words/hbk-words.h"

/**
 * HbkYearSwitcher:
 *
 * The title of pages that show one year: the year, the one before and after, and all years in a menu with what they have come to.
 */
struct _HbkYearSwitcher
{
  AdwBin parent_instance;

  GtkMenuButton *button;

  HbkSession   *session;
  GSignalGroup *session_signals;
  int           year;
  char         *shown; /* what the menu says */
};

enum {
  PROP_SESSION = 1,
  PROP_YEAR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkYearSwitcher, hbk_year_switcher, ADW_TYPE_BIN)

static char *
describe_year (const HbkStateYear *year)
{
  if (year->entry != NULL && year->entry->handed_in)
    /* Translators: a year in the menu of years */
    return g_strdup_printf (_("%d · handed in"), year->year);

  /* Translators: a year in the menu of years, and what it comes to in a word */
  return g_strdup_printf (_("%1$d · %2$s"), year->year, hbk_words_verdict (year->result->verdict));
}

static char *
describe_years (HbkState *state)
{
  GString *text = g_string_new (NULL);

  for (guint i = state != NULL ? state->years->len : 0; i > 0; i--)
    {
      g_autofree char *year = describe_year (g_ptr_array_index (state->years, i - 1));

      g_string_append_printf (text, "%s\n", year);
    }

  return g_string_free_and_steal (text);
}

/* Making the menu anew takes longer than anything else that a change of a record leads to, and seldom would it say anything else. */
static void
update_menu (HbkYearSwitcher *self)
{
  HbkState *state = self->session != NULL ? hbk_session_get_state (self->session) : NULL;
  g_autoptr (GMenu) menu = NULL;
  g_autofree char *shown = describe_years (state);

  if (g_strcmp0 (shown, self->shown) == 0)
    return;

  g_set_str (&self->shown, shown);
  menu = g_menu_new ();
  for (guint i = state != NULL ? state->years->len : 0; i > 0; i--)
    {
      const HbkStateYear *year = g_ptr_array_index (state->years, i - 1);
      g_autofree char    *text = describe_year (year);
      g_autoptr (GMenuItem) item = g_menu_item_new (text, NULL);

      g_menu_item_set_action_and_target (item, "win.year", "i", year->year);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (menu));
}

static void
update (HbkYearSwitcher *self)
{
  /* Translators: a calendar year, in the title of a page */
  g_autofree char *label = self->year != 0 ? g_strdup_printf (_("Year %d"), self->year) : g_strdup ("");

  gtk_menu_button_set_label (self->button, label);
  update_menu (self);
}

static void
hbk_year_switcher_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkYearSwitcher *self = HBK_YEAR_SWITCHER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_YEAR:
      g_value_set_int (value, self->year);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_year_switcher_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkYearSwitcher *self = HBK_YEAR_SWITCHER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      if (!g_set_object (&self->session, g_value_get_object (value)))
        return;
      g_signal_group_set_target (self->session_signals, self->session);
      break;

    case PROP_YEAR:
      if (self->year == g_value_get_int (value))
        return;
      self->year = g_value_get_int (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  update (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
hbk_year_switcher_dispose (GObject *object)
{
  HbkYearSwitcher *self = HBK_YEAR_SWITCHER (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (hbk_year_switcher_parent_class)->dispose (object);
}

static void
hbk_year_switcher_class_init (HbkYearSwitcherClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_year_switcher_dispose;
  object_class->get_property = hbk_year_switcher_get_property;
  object_class->set_property = hbk_year_switcher_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, HBK_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, 0, HBK_DATE_YEAR_MAX, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-year-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkYearSwitcher, button);
}

static void
hbk_year_switcher_init (HbkYearSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->session_signals = g_signal_group_new (HBK_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::state", G_CALLBACK (update), self);
}
