/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/rules/hbk-clause-view.h"

#include <glib/gi18n.h>

#include "app/rules/hbk-reading-group.h"
#include "app/widgets/hbk-icon.h"
#include "app/widgets/hbk-plain-row.h"
#include "words/hbk-clause-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-outcome-words.h"

/* So many records are named; of more, the number says more. */
#define RECORDS_MAX 8

/**
 * HbkClauseView:
 *
 * A clause in our own words, and what it comes to: rates, limits, documents, dates, how it may be read, and which records rest on it.
 */
struct _HbkClauseView
{
  AdwBin parent_instance;

  GtkLabel  *place_label;
  GtkWidget *unclear_chip;
  GtkWidget *informs_chip;
  GtkLabel  *text_label;
  GtkBox    *details;

  HbkClauseItem *item; /* the one that is shown */
  HbkState      *state;
};

G_DEFINE_FINAL_TYPE (HbkClauseView, hbk_clause_view, ADW_TYPE_BIN)

/* ---- What it comes to ---- */

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, title, subtitle, "title-lines", 0, "subtitle-lines", 0, "subtitle-selectable", TRUE, NULL);

  gtk_widget_add_css_class (row, "property");

  return row;
}

static GtkWidget *
add_group (HbkClauseView *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->details, group);

  return group;
}

static void
add_details (HbkClauseView *self, HbkClauseItem *item)
{
  HbkPack *pack = hbk_clause_item_get_pack (item);
  g_autoptr (GPtrArray) details = hbk_clause_words_list_details (pack, hbk_clause_item_get_clause (item)->id, hbk_clause_item_get_year (item), hbk_locale_get_language ());
  GtkWidget *group = NULL;

  for (guint i = 0; i < details->len; i++)
    {
      const HbkClauseDetail *detail = g_ptr_array_index (details, i);
      const HbkClauseDetail *before = i > 0 ? g_ptr_array_index (details, i - 1) : NULL;

      if (before == NULL || before->topic != detail->topic)
        group = add_group (self, hbk_clause_words_topic (detail->topic));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (detail->head, detail->text));
    }
}

/* ---- How it may be read ---- */

static gboolean
is_about (const HbkReading *reading, const char *clause)
{
  return g_ptr_array_find_with_equal_func (reading->clauses, clause, g_str_equal, NULL);
}

/* The reading that was asked for comes before all else. */
static void
add_readings (HbkClauseView *self, HbkSession *session, HbkClauseItem *item, const HbkStateYear *year, int reading, gboolean first)
{
  HbkPack *pack = hbk_clause_item_get_pack (item);

  for (guint i = 0; i < pack->readings->len; i++)
    {
      if (((int) i == reading) == first && is_about (&g_array_index (pack->readings, HbkReading, i), hbk_clause_item_get_clause (item)->id))
        gtk_box_append (self->details, hbk_reading_group_new (session, pack, i, year));
    }
}

/* ---- What rests on it ---- */

static GtkWidget *
make_record_row (const HbkRecordResult *result)
{
  g_autofree char *outcome = hbk_outcome_words (result);
  const char      *title = hbk_record_get_title (result->record);
  GtkWidget       *row = hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, title != NULL && *title != '\0' ? title : _("Untitled record"), outcome, "title-lines", 2, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), hbk_icon_new ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", hbk_record_get_id (result->record));

  return row;
}

static void
add_records (HbkClauseView *self, const char *clause, const HbkStateYear *year)
{
  GtkWidget *group = NULL;
  guint      n = 0;

  for (guint i = 0; year != NULL && i < year->result->records->len; i++)
    {
      const HbkRecordResult *result = g_ptr_array_index (year->result->records, i);

      if (g_strcmp0 (result->clause, clause) != 0)
        continue;
      if (group == NULL)
        group = add_group (self, _("Records That Rest on It"));
      if (n++ < RECORDS_MAX)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_record_row (result));
    }
  if (n > RECORDS_MAX)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - RECORDS_MAX), n - RECORDS_MAX);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (more, ""));
    }
}

/* ---- Object ---- */

static void
hbk_clause_view_finalize (GObject *object)
{
  HbkClauseView *self = HBK_CLAUSE_VIEW (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->state, hbk_state_unref);

  G_OBJECT_CLASS (hbk_clause_view_parent_class)->finalize (object);
}

static void
hbk_clause_view_class_init (HbkClauseViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_clause_view_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-clause-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkClauseView, place_label);
  gtk_widget_class_bind_template_child (widget_class, HbkClauseView, unclear_chip);
  gtk_widget_class_bind_template_child (widget_class, HbkClauseView, informs_chip);
  gtk_widget_class_bind_template_child (widget_class, HbkClauseView, text_label);
  gtk_widget_class_bind_template_child (widget_class, HbkClauseView, details);
}

static void
hbk_clause_view_init (HbkClauseView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_clause_view_show:
 * @self: a view
 * @session: the session
 * @item: a clause
 * @year: (nullable): the year of the person that is shown with it
 * @reading: the index of the reading that was asked for; -1 for none
 *
 * Shows a clause. Before the effects of other readings are worked out, what is shown of the clause stays.
 */
void
hbk_clause_view_show (HbkClauseView *self, HbkSession *session, HbkClauseItem *item, const HbkStateYear *year, int reading)
{
  HbkState        *state = hbk_session_get_state (session);
  const HbkClause *clause = hbk_clause_item_get_clause (item);
  HbkLanguage      language = hbk_locale_get_language ();
  GtkWidget       *child;
  gboolean         is_unclear;

  if (self->item == item && self->state != NULL && state != NULL && !state->is_complete)
    return;

  g_set_object (&self->item, item);
  g_clear_pointer (&self->state, hbk_state_unref);
  self->state = state != NULL ? hbk_state_ref (state) : NULL; /* keeps what the rows tell of */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->details))) != NULL)
    gtk_box_remove (self->details, child);

  g_object_get (item, "unclear", &is_unclear, NULL);
  gtk_label_set_text (self->place_label, hbk_bilingual_get (&clause->place, language));
  gtk_label_set_text (self->text_label, hbk_bilingual_get (&clause->text, language));
  gtk_widget_set_visible (self->unclear_chip, is_unclear);
  gtk_widget_set_visible (self->informs_chip, clause->informs);
  if (reading >= 0)
    add_readings (self, session, item, year, reading, TRUE);
  add_details (self, item);
  add_readings (self, session, item, year, reading, FALSE);
  add_records (self, clause->id, year);
}
