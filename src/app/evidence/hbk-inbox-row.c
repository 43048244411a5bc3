/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/evidence/hbk-inbox-row.h"

#include <glib/gi18n.h>

#include "app/evidence/hbk-file-menu.h"
#include "app/widgets/hbk-doc-thumb.h"
#include "words/hbk-date-words.h"

/**
 * HbkInboxRow:
 *
 * A file that proves nothing yet, and the record that it may belong to.
 */
struct _HbkInboxRow
{
  AdwPreferencesRow parent_instance;

  HbkDocThumb   *thumb;
  GtkLabel      *title_label;
  GtkLabel      *subtitle_label;
  GtkButton     *file_button;
  GtkButton     *choose_button;
  GtkMenuButton *menu_button;
  char          *sha256;
  gboolean       is_collapsed;
};

enum {
  PROP_COLLAPSED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkInboxRow, hbk_inbox_row, ADW_TYPE_PREFERENCES_ROW)

/* On a phone the buttons stand below the words. */
static GtkOrientation
get_orientation (HbkInboxRow *self, gboolean is_collapsed)
{
  return is_collapsed ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
}

static void
add_reason (GString *text, const char *reason)
{
  g_string_append_printf (text, " · %s", reason);
}

/* “Looks like evidence of “…” · the title fits · 29–30 July fits”. */
static char *
describe (const HbkFileSuggestion *suggestion, const char *document)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: the title of a record */
  g_string_append_printf (text, _("Looks like evidence of “%s”"), hbk_record_get_title (suggestion->record));
  if ((suggestion->reasons & HBK_SUGGESTED_BY_DATE) != 0)
    {
      g_autofree char *period = hbk_words_period (hbk_record_get_start (suggestion->record), hbk_record_get_end (suggestion->record));
      /* Translators: the dates of a record, which stand in the name of the file */
      g_autofree char *reason = g_strdup_printf (_("%s fits"), period);

      add_reason (text, reason);
    }
  if ((suggestion->reasons & HBK_SUGGESTED_BY_TEXT) != 0)
    add_reason (text, _("the title stands on the first page"));
  else if ((suggestion->reasons & HBK_SUGGESTED_BY_TITLE) != 0)
    add_reason (text, _("the title fits"));
  if ((suggestion->reasons & HBK_SUGGESTED_BY_DOCUMENT) != 0 && document != NULL)
    {
      /* Translators: a type of document that a record has not got yet */
      g_autofree char *reason = g_strdup_printf (_("it still needs: %s"), document);

      add_reason (text, reason);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* The target first, or the action has none for a moment. */
static void
set_action (GtkWidget *widget, const char *action, GVariant *target)
{
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (widget), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), action);
}

static void
take_name (GtkButton *button, char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

static void
hbk_inbox_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COLLAPSED:
      g_value_set_boolean (value, HBK_INBOX_ROW (object)->is_collapsed);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_inbox_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COLLAPSED:
      HBK_INBOX_ROW (object)->is_collapsed = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_inbox_row_finalize (GObject *object)
{
  g_free (HBK_INBOX_ROW (object)->sha256);

  G_OBJECT_CLASS (hbk_inbox_row_parent_class)->finalize (object);
}

static void
hbk_inbox_row_class_init (HbkInboxRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = hbk_inbox_row_finalize;
  object_class->get_property = hbk_inbox_row_get_property;
  object_class->set_property = hbk_inbox_row_set_property;

  /* The window is narrow. */
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HBK_TYPE_DOC_THUMB);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-inbox-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkInboxRow, thumb);
  gtk_widget_class_bind_template_child (widget_class, HbkInboxRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, HbkInboxRow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, HbkInboxRow, file_button);
  gtk_widget_class_bind_template_child (widget_class, HbkInboxRow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, HbkInboxRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, get_orientation);
}

static void
hbk_inbox_row_init (HbkInboxRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_inbox_row_new:
 * @session: the session that has the file
 * @file: a file that proves nothing yet
 *
 * Makes a row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
hbk_inbox_row_new (HbkSession *session, const HbkEvidenceFile *file)
{
  HbkInboxRow *self = g_object_new (HBK_TYPE_INBOX_ROW, NULL);
  g_autoptr (GMenuModel) menu = hbk_file_menu_new (file->sha256, TRUE);

  self->sha256 = g_strdup (file->sha256);
  g_object_set (self->thumb, "session", session, "sha256", file->sha256, NULL);
  gtk_label_set_text (self->title_label, file->name);
  gtk_label_set_text (self->subtitle_label, _("The name tells neither date nor title"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, file->name, -1);
  set_action (GTK_WIDGET (self), "evidence.open", g_variant_new_string (file->sha256));
  set_action (GTK_WIDGET (self->choose_button), "evidence.choose", g_variant_new_string (file->sha256));
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  /* Translators: accessible name of a button; %s is the name of a file */
  take_name (self->choose_button, g_strdup_printf (_("Choose a record for %s"), file->name));

  return GTK_WIDGET (self);
}

/**
 * hbk_inbox_row_get_sha256:
 * @self: a row
 *
 * Gets the checksum of the file.
 *
 * Returns: the checksum
 */
const char *
hbk_inbox_row_get_sha256 (HbkInboxRow *self)
{
  g_return_val_if_fail (HBK_IS_INBOX_ROW (self), NULL);

  return self->sha256;
}

/**
 * hbk_inbox_row_suggest:
 * @self: a row
 * @suggestion: (nullable): the record that the file may belong to; %NULL for none
 * @document: (nullable): the name of the type that the file is taken for
 *
 * Offers to assign the file. It is never assigned by itself.
 */
void
hbk_inbox_row_suggest (HbkInboxRow *self, const HbkFileSuggestion *suggestion, const char *document)
{
  g_autofree char *text = NULL;

  g_return_if_fail (HBK_IS_INBOX_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->file_button), suggestion != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->choose_button), suggestion == NULL);
  if (suggestion == NULL)
    {
      gtk_label_set_text (self->subtitle_label, _("The name tells neither date nor title"));
      return;
    }

  text = describe (suggestion, document);
  gtk_label_set_text (self->subtitle_label, text);
  set_action (GTK_WIDGET (self->file_button), "evidence.attach", g_variant_new ("(ss)", self->sha256, hbk_record_get_id (suggestion->record)));
  /* Translators: accessible name of a button; %s is the title of a record */
  take_name (self->file_button, g_strdup_printf (_("Assign to “%s”"), hbk_record_get_title (suggestion->record)));
}
