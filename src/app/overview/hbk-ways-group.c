/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/overview/hbk-ways-group.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-activity-icon.h"
#include "app/widgets/hbk-icon.h"
#include "app/widgets/hbk-plain-row.h"
#include "app/widgets/hbk-tile.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"
#include "words/hbk-year-words.h"

/* So many ways are shown; more would be the rules themselves. */
#define WAYS_MAX 4

/**
 * HbkWaysGroup:
 *
 * What would give the hours that a subject lacks: any of a few ways.
 */
struct _HbkWaysGroup
{
  AdwPreferencesGroup parent_instance;

  HbkSubject subject;
  GPtrArray *rows;
  char      *said;
};

enum {
  PROP_SUBJECT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkWaysGroup, hbk_ways_group, ADW_TYPE_PREFERENCES_GROUP)

static HbkHours
pick (const HbkRequired *required, HbkSubject subject)
{
  switch (subject)
    {
    case HBK_SUBJECT_PUBLIC:
      return required->public_hours;
    case HBK_SUBJECT_PROFESSIONAL:
      return required->professional_hours;
    case HBK_SUBJECT_NONE:
    default:
      return required->total;
    }
}

/* What the whole year lacks is worth a group only where that is more than its subjects lack. */
static HbkHours
pick_missing (HbkSubject subject, const HbkYearResult *year)
{
  HbkRequired missing = hbk_year_result_get_missing (year);

  if (subject == HBK_SUBJECT_NONE && (missing.public_hours > 0 || missing.professional_hours > 0))
    return 0;

  return pick (&missing, subject);
}

static GtkWidget *
create_clause_button (const HbkYearWay *way, const HbkPack *pack, const char *title)
{
  const HbkClause *clause = way->rule != NULL && way->rule->clause != NULL ? hbk_pack_lookup_clause (pack, way->rule->clause) : NULL;
  GtkWidget       *button;
  g_autofree char *name = NULL;

  if (clause == NULL)
    return NULL;

  button = gtk_button_new_from_icon_name ("hbk-rules-symbolic");
  /* Translators: an activity */
  name = g_strdup_printf (_("Read the clause: %s"), title);
  gtk_widget_set_tooltip_text (button, hbk_bilingual_get (&clause->place, hbk_locale_get_language ()));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-clause");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", clause->id);

  return button;
}

static char *
say_title (const HbkYearWay *way, const HbkPack *pack, gboolean is_first)
{
  const char *name = way->record != NULL ? hbk_record_get_title (way->record) : hbk_value_words_activity (pack->vocabulary, way->activity, hbk_locale_get_language ());

  /* Translators: one of several ways, any of which would do */
  return is_first ? g_strdup (name) : g_strdup_printf (_("Or: %s"), name);
}

static GtkWidget *
create_row (const HbkYearWay *way, const HbkStateYear *year, HbkHours missing, gboolean is_first)
{
  const HbkPack   *pack = year->basis->pack;
  g_autofree char *title = say_title (way, pack, is_first);
  g_autofree char *subtitle = hbk_year_words_way (way, pack, missing, hbk_locale_get_language ());
  GtkWidget       *row = hbk_plain_row_new (title, subtitle);
  GtkWidget       *clause = create_clause_button (way, pack, title);
  HbkTone          tone = way->subject == HBK_SUBJECT_PUBLIC ? HBK_TONE_PUBLIC : HBK_TONE_PROFESSIONAL;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), way->record != NULL ? "win.edit-record" : "win.new-record-of");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", way->record != NULL ? hbk_record_get_id (way->record) : way->activity);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), hbk_tile_new (hbk_activity_icon (way->activity, pack->vocabulary), tone));
  if (clause != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), clause);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), hbk_icon_new (way->record != NULL ? "document-edit-symbolic" : "list-add-symbolic"));

  return row;
}

static char *
say_pace (const HbkYearPace *pace, HbkSubject subject)
{
  HbkHours         a_week = pick (&pace->a_week, subject);
  g_autofree char *hours = hbk_year_words_hours (a_week);

  if (pace->days_left <= 0 || a_week == 0)
    return NULL;

  /* Translators: "4 hours" */
  return g_strdup_printf (_("About %s a week; any of these will do."), hours);
}

static void
clear_rows (HbkWaysGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

/* All that is shown, to see whether anything has changed. */
static char *
describe (const HbkYearWay *ways, guint n_ways, HbkHours missing, int year)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%d %" G_GINT64_FORMAT, year, missing);
  for (guint i = 0; i < n_ways; i++)
    g_string_append_printf (text, " %s %s %" G_GINT64_FORMAT, ways[i].activity, ways[i].record != NULL ? hbk_record_get_title (ways[i].record) : "", ways[i].hours);

  return g_string_free_and_steal (text);
}

static void
hbk_ways_group_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SUBJECT)
    g_value_set_enum (value, (int) HBK_WAYS_GROUP (object)->subject);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
hbk_ways_group_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SUBJECT)
    HBK_WAYS_GROUP (object)->subject = (HbkSubject) g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
hbk_ways_group_finalize (GObject *object)
{
  HbkWaysGroup *self = HBK_WAYS_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_free (self->said);

  G_OBJECT_CLASS (hbk_ways_group_parent_class)->finalize (object);
}

static void
hbk_ways_group_class_init (HbkWaysGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hbk_ways_group_finalize;
  object_class->get_property = hbk_ways_group_get_property;
  object_class->set_property = hbk_ways_group_set_property;

  properties[PROP_SUBJECT] = g_param_spec_enum ("subject", NULL, NULL, HBK_TYPE_SUBJECT, HBK_SUBJECT_NONE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hbk_ways_group_init (HbkWaysGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * hbk_ways_group_set:
 * @self: a group
 * @year: a year of a state
 * @pace: its pace
 *
 * Shows what would give the hours that the year lacks. Where learning has ended, or nothing is missing, there is nothing to show.
 */
void
hbk_ways_group_set (HbkWaysGroup *self, const HbkStateYear *year, const HbkYearPace *pace)
{
  gboolean is_open;
  HbkHours missing;
  g_autoptr (GArray) ways = NULL;
  g_autofree char *description = NULL, *title = NULL, *said = NULL;

  g_return_if_fail (HBK_IS_WAYS_GROUP (self) && year != NULL && pace != NULL);

  is_open = pace->days_left >= 0 && (year->entry == NULL || !year->entry->handed_in);
  missing = is_open ? pick_missing (self->subject, year->result) : 0;
  ways = hbk_year_ways_new (year->assessment, year->basis->logbook, year->result, self->subject, missing);
  g_array_set_size (ways, MIN (ways->len, WAYS_MAX));
  said = describe ((const HbkYearWay *) ways->data, ways->len, missing, year->year);
  if (g_strcmp0 (said, self->said) == 0)
    return;

  g_free (self->said);
  self->said = g_steal_pointer (&said);
  title = hbk_year_words_missing (self->subject, missing);
  description = say_pace (pace, self->subject);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
  clear_rows (self);
  for (guint i = 0; i < ways->len; i++)
    {
      GtkWidget *row = create_row (&g_array_index (ways, HbkYearWay, i), year, missing, i == 0);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), missing > 0 && ways->len > 0);
}
