/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-import-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-text.h"
#include "exchange/hbk-cell-text.h"
#include "exchange/hbk-import-value.h"
#include "exchange/hbk-import-words.h"
#include "records/hbk-logbook-format.h"

/* How much of a cell a message shows. */
#define TEXT_CHARS 60

/* The id of a record that has none yet. */
#define NO_ID "?"

/* What activities call the hours of a record, where it is not what a document states. */
static const struct
{
  const char *activity;
  const char *fact;
} hours_facts[] = {
  { "public_course", "recorded_hours" },
  { "online_course", "recorded_hours" },
  { "teaching", "teaching_hours" },
};

typedef struct
{
  HbkImportRow           *result;
  const HbkColumnMapping *mapping;
  HbkVocabulary          *vocabulary;
  HbkProblems            *problems;
  HbkDateTextFlags        dates;
  guint                   row;
  gboolean                failed;

  HbkPeriod   period; /* of one cell */
  HbkDate     start;
  HbkDate     end;
  gboolean    has_verified_public;
  gboolean    has_verified_professional;
  HbkHours    verified_public;
  HbkHours    verified_professional;
  const char *hours; /* the text of the hours, read once the activity is known */
  const char *hours_column;
  GString    *note;
} Reader;

static void
report (Reader *reader, HbkError code, const char *column, const char *what, const char *action)
{
  g_autofree char *place = hbk_table_place (hbk_table_get_row_number (hbk_column_mapping_get_table (reader->mapping), reader->row), column);

  hbk_problems_add (reader->problems, code, 0, place, what, action);
  reader->failed = TRUE;
}

/* An error says both what is wrong and what to do. */
static void
report_error (Reader *reader, const char *column, const GError *error)
{
  report (reader, HBK_ERROR_VALUE, column, error->message, NULL);
}

/* ---- What cells say ---- */

/* Text without blanks around it; NULL, with a problem, when it is longer than a logbook takes. */
static char *
read_text (Reader *reader, const char *text, const char *column, glong max_chars)
{
  g_autofree char *trimmed = hbk_cell_text_trim (text);
  g_autofree char *what = NULL;

  if (g_utf8_strlen (trimmed, -1) <= max_chars)
    return g_steal_pointer (&trimmed);

  what = g_strdup_printf (_("The text has more than %ld characters."), max_chars);
  report (reader, HBK_ERROR_LIMIT, column, what, _("Shorten it."));

  return NULL;
}

static void
read_activity (Reader *reader, const char *text, const char *column)
{
  const HbkActivitySpec *activity = hbk_import_names_find_activity (hbk_column_mapping_get_names (reader->mapping), text);
  g_autofree char       *shown = NULL;
  g_autofree char       *what = NULL;

  if (activity != NULL)
    {
      hbk_record_set_activity (reader->result->record, activity->id);
      return;
    }

  shown = hbk_text_escape (text, -1, TEXT_CHARS);
  what = g_strdup_printf (_("“%s” is not an activity that Hourbook knows."), shown);
  report (reader, HBK_ERROR_UNKNOWN, column, what, _("Write the name or the id of an activity, or leave it empty and name one for all rows, such as activity=training."));
}

static void
read_subject (Reader *reader, const char *text, const char *column)
{
  HbkSubject       subject;
  g_autofree char *shown = NULL;
  g_autofree char *what = NULL;

  if (hbk_import_words_read_subject (text, &subject))
    {
      hbk_record_set_subject (reader->result->record, subject);
      return;
    }

  shown = hbk_text_escape (text, -1, TEXT_CHARS);
  what = g_strdup_printf (_("“%s” is not a subject."), shown);
  report (reader, HBK_ERROR_UNKNOWN, column, what, _("Write 公需科目 or 专业科目, public or professional, or leave it empty."));
}

static void
read_status (Reader *reader, const char *text, const char *column)
{
  HbkStatus        status;
  g_autofree char *shown = NULL;
  g_autofree char *what = NULL;

  if (hbk_import_words_read_status (text, &status))
    {
      hbk_record_set_status (reader->result->record, status);
      return;
    }

  shown = hbk_text_escape (text, -1, TEXT_CHARS);
  what = g_strdup_printf (_("“%s” is not a status."), shown);
  report (reader, HBK_ERROR_UNKNOWN, column, what, _("Write planned, done, submitted, verified or returned, or leave it empty."));
}

static void
read_day (Reader *reader, const char *text, const char *column, HbkDate *day, gboolean is_last)
{
  HbkPeriod period;
  g_autoptr (GError) error = NULL;

  if (!hbk_date_text_read_period (text, reader->dates, &period, &error))
    report_error (reader, column, error);
  else
    *day = is_last ? period.end : period.start;
}

/* A whole range may stand where only its beginning was looked for. */
static void
read_start (Reader *reader, const char *text, const char *column)
{
  g_autoptr (GError) error = NULL;

  if (!hbk_date_text_read_period (text, reader->dates, &reader->period, &error))
    report_error (reader, column, error);
  else
    reader->start = reader->period.start;
}

static void
read_period (Reader *reader, const char *text, const char *column)
{
  g_autoptr (GError) error = NULL;

  if (!hbk_date_text_read_period (text, reader->dates, &reader->period, &error))
    report_error (reader, column, error);
}

static void
read_verified (Reader *reader, const char *text, const char *column, gboolean *has, HbkHours *hours)
{
  g_autoptr (GError) error = NULL;

  *has = hbk_import_read_hours (text, hours, &error);
  if (!*has)
    report_error (reader, column, error);
}

static void
read_fact (Reader *reader, const char *text, const char *column, const HbkFactSpec *fact)
{
  g_auto (HbkValue) value = HBK_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (hbk_import_read_fact (text, fact, &value, &error))
    hbk_record_set_fact (reader->result->record, fact->id, &value);
  else
    report_error (reader, column, error);
}

static void
add_note (Reader *reader, const char *text, const char *column, gboolean with_header)
{
  g_autofree char *trimmed = hbk_cell_text_trim (text);

  if (reader->note->len > 0)
    g_string_append_c (reader->note, '\n');
  if (with_header)
    g_string_append_printf (reader->note, "%s：", column);
  g_string_append (reader->note, trimmed);
}

/* The texts of a record. FALSE when the target is something else. */
static gboolean
read_text_cell (Reader *reader, const char *text, const char *column, HbkImportTargetKind kind)
{
  g_autofree char *read = NULL;

  switch (kind)
    {
    case HBK_IMPORT_ID:
      g_free (reader->result->id);
      reader->result->id = read_text (reader, text, column, HBK_LOGBOOK_ID_MAX);
      return TRUE;

    case HBK_IMPORT_TITLE:
      read = read_text (reader, text, column, HBK_LOGBOOK_TITLE_MAX);
      hbk_record_set_title (reader->result->record, read);
      return TRUE;

    case HBK_IMPORT_WORK:
      read = read_text (reader, text, column, HBK_LOGBOOK_WORK_MAX);
      hbk_record_set_work (reader->result->record, read);
      return TRUE;

    case HBK_IMPORT_NOTE:
    case HBK_IMPORT_APPEND_NOTE:
      add_note (reader, text, column, kind == HBK_IMPORT_APPEND_NOTE);
      return TRUE;

    default:
      return FALSE;
    }
}

static void
read_cell (Reader *reader, const char *text, const char *column, const HbkImportTarget *target)
{
  if (*text == '\0' || read_text_cell (reader, text, column, target->kind))
    return;

  /* In a text a dash is a dash; elsewhere it stands for nothing. But “0” and “no” are answers. */
  if (hbk_import_words_are_nothing (text) && !(target->kind == HBK_IMPORT_FACT && target->fact->type == HBK_FACT_TEXT))
    return;

  if (target->kind == HBK_IMPORT_ACTIVITY)
    read_activity (reader, text, column);
  else if (target->kind == HBK_IMPORT_START)
    read_start (reader, text, column);
  else if (target->kind == HBK_IMPORT_END)
    read_day (reader, text, column, &reader->end, TRUE);
  else if (target->kind == HBK_IMPORT_PERIOD)
    read_period (reader, text, column);
  else if (target->kind == HBK_IMPORT_SUBJECT)
    read_subject (reader, text, column);
  else if (target->kind == HBK_IMPORT_STATUS)
    read_status (reader, text, column);
  else if (target->kind == HBK_IMPORT_VERIFIED_PUBLIC)
    read_verified (reader, text, column, &reader->has_verified_public, &reader->verified_public);
  else if (target->kind == HBK_IMPORT_VERIFIED_PROFESSIONAL)
    read_verified (reader, text, column, &reader->has_verified_professional, &reader->verified_professional);
  else if (target->kind == HBK_IMPORT_FACT)
    read_fact (reader, text, column, target->fact);
  else if (target->kind == HBK_IMPORT_HOURS)
    {
      reader->hours = text;
      reader->hours_column = column;
    }
}

/* A date is said by whichever column says it: what holds for all rows must not go before the row's own. */
static gboolean
says (const HbkImportTarget *column, const HbkImportTarget *target)
{
  switch (target->kind)
    {
    case HBK_IMPORT_START:
    case HBK_IMPORT_PERIOD:
      return column->kind == HBK_IMPORT_START || column->kind == HBK_IMPORT_PERIOD;

    case HBK_IMPORT_END:
      return column->kind == HBK_IMPORT_END || column->kind == HBK_IMPORT_PERIOD;

    default:
      return hbk_import_target_equal (column, target);
    }
}

static gboolean
is_said (const Reader *reader, const HbkImportTarget *target)
{
  HbkTable *table = hbk_column_mapping_get_table (reader->mapping);

  for (guint i = 0; i < hbk_table_get_row_n_filled (table, reader->row); i++)
    {
      guint       column;
      const char *text = hbk_table_get_filled (table, reader->row, i, &column);

      if (says (hbk_column_mapping_get_target (reader->mapping, column), target) && !hbk_import_words_are_nothing (text))
        return TRUE;
    }

  return FALSE;
}

static void
read_cells (Reader *reader)
{
  HbkTable *table = hbk_column_mapping_get_table (reader->mapping);

  for (guint i = 0; i < hbk_column_mapping_get_n_defaults (reader->mapping); i++)
    {
      HbkImportTarget  target;
      const char      *value = hbk_column_mapping_get_default (reader->mapping, i, &target);
      g_autofree char *name = hbk_import_target_to_name (&target);

      if (!is_said (reader, &target))
        read_cell (reader, value, name, &target);
    }

  for (guint i = 0; i < hbk_table_get_row_n_filled (table, reader->row); i++)
    {
      guint       column;
      const char *text = hbk_table_get_filled (table, reader->row, i, &column);

      read_cell (reader, text, hbk_column_mapping_get_header (reader->mapping, column), hbk_column_mapping_get_target (reader->mapping, column));
    }
}

/* ---- What follows from all of them ---- */

static void
settle_period (Reader *reader)
{
  HbkDate start = reader->start != HBK_DATE_NONE ? reader->start : reader->period.start;
  HbkDate end = reader->end;

  /* A range in one cell has its end with it. */
  if (end == HBK_DATE_NONE && reader->period.start == start)
    end = reader->period.end;

  if (reader->failed)
    return;

  if (start == HBK_DATE_NONE)
    report (reader, HBK_ERROR_MISSING, NULL, _("The row has no date."), _("Write when it was, or delete the row."));
  else if (end != HBK_DATE_NONE && end < start)
    report (reader, HBK_ERROR_VALUE, NULL, _("The end is before the start."), _("Correct one of the two dates."));
  else
    hbk_record_set_period (reader->result->record, start, end);
}

static void
settle_hours (Reader *reader)
{
  const char        *id = "stated_hours";
  const HbkFactSpec *fact;

  if (reader->hours == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (hours_facts); i++)
    {
      if (g_str_equal (hbk_record_get_activity (reader->result->record), hours_facts[i].activity))
        id = hours_facts[i].fact;
    }

  fact = hbk_vocabulary_lookup_fact (reader->vocabulary, id);
  if (fact != NULL)
    read_fact (reader, reader->hours, reader->hours_column, fact);
  else
    report (reader, HBK_ERROR_UNKNOWN, reader->hours_column, _("The vocabulary has no fact for these hours."), _("Name the fact the column answers, as fact: and its id."));
}

static void
settle_texts (Reader *reader)
{
  HbkRecord       *record = reader->result->record;
  g_autofree char *note = read_text (reader, reader->note->str, NULL, HBK_LOGBOOK_NOTE_MAX);

  if (note != NULL && *note != '\0')
    hbk_record_set_note (record, note);
  if (reader->has_verified_public || reader->has_verified_professional)
    hbk_record_set_verified_hours (record, reader->verified_public, reader->verified_professional);

  if (!reader->failed && *hbk_record_get_title (record) == '\0')
    report (reader, HBK_ERROR_MISSING, NULL, _("The row has no title."), _("Write what it was, or delete the row."));
  if (!reader->failed && g_str_equal (hbk_record_get_activity (record), NO_ID))
    report (reader, HBK_ERROR_MISSING, NULL, _("The row does not say the activity."), _("Write it, or name one for all rows, such as activity=training."));
}

/**
 * hbk_import_row_read:
 * @self: (out caller-allocates): gets what the row says
 * @mapping: what the columns say
 * @row: the row of the table, from 0
 * @dates: what is taken for a date beside dates
 * @problems: gets what is wrong in the row
 *
 * Reads the record of a row. Nothing that the row leaves open is filled in but what the mapping says of all rows.
 *
 * Returns: %TRUE when the record is whole; %FALSE when a problem was reported
 */
gboolean
hbk_import_row_read (HbkImportRow *self, const HbkColumnMapping *mapping, guint row, HbkDateTextFlags dates, HbkProblems *problems)
{
  g_autoptr (GString) note = NULL;
  Reader reader = { 0 };

  g_return_val_if_fail (self != NULL && mapping != NULL && problems != NULL, FALSE);

  note = g_string_new (NULL);
  *self = (HbkImportRow) { NULL, hbk_record_new (NO_ID, NO_ID) };
  reader.result = self;
  reader.mapping = mapping;
  reader.vocabulary = hbk_column_mapping_get_vocabulary (mapping);
  reader.problems = problems;
  reader.dates = dates | HBK_DATE_TEXT_SERIAL;
  reader.row = row;
  reader.note = note;

  read_cells (&reader);
  settle_hours (&reader);
  settle_period (&reader);
  settle_texts (&reader);

  return !reader.failed;
}

/**
 * hbk_import_row_clear:
 * @self: what a row said
 *
 * Drops what a row said.
 */
void
hbk_import_row_clear (HbkImportRow *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->record);
}
