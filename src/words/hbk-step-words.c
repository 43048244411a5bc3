/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-step-words.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/hbk-text.h"
#include "records/hbk-evidence-file.h"
#include "records/hbk-logbook-reader.h"
#include "words/hbk-locale.h"
#include "words/hbk-pack-words.h"

/* A title is repeated so far; all of it stands in the record. */
#define TITLE_CHARS 80

/* What a step did is told by the first thing of a kind and by how many there are. */
typedef struct
{
  guint            n_records;
  guint            n_files;
  guint            n_others;
  const HbkChange *record;
  const HbkChange *file;
  GString         *years;
  const char      *id; /* of the last profile, reading or year */
  GPtrArray       *packs;
} Things;

static void
collect (const HbkJournalStep *step, Things *things)
{
  for (guint i = 0; i < step->changes->len; i++)
    {
      const HbkChange *change = g_ptr_array_index (step->changes, i);

      switch (hbk_change_get_kind (change))
        {
        case HBK_CHANGE_RECORD:
          things->n_records++;
          things->record = things->record != NULL ? things->record : change;
          break;
        case HBK_CHANGE_FILE:
          things->n_files++;
          things->file = things->file != NULL ? things->file : change;
          break;
        case HBK_CHANGE_YEAR:
          g_string_append_printf (things->years, "%s%s", things->years->len > 0 ? C_("in a list", ", ") : "", hbk_change_get_id (change));
          break;
        case HBK_CHANGE_PROFILE:
        case HBK_CHANGE_READING:
          things->id = hbk_change_get_id (change);
          break;
        case HBK_CHANGE_EXTRA:
        default:
          things->n_others++;
          break;
        }
    }
}

/* What stands in a change, as it was left behind, else as it was before. */
static GBytes *
dup_document (const HbkChange *change)
{
  const char *text = hbk_change_get_after (change) != NULL ? hbk_change_get_after (change) : hbk_change_get_before (change);

  return g_bytes_new (text != NULL ? text : "", text != NULL ? strlen (text) : 0);
}

static char *
dup_title (const HbkChange *change)
{
  g_autoptr (GBytes) bytes = dup_document (change);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkRecord) record = hbk_record_read (bytes, problems);
  const char *title = record != NULL ? hbk_record_get_title (record) : NULL;

  return hbk_text_escape (title != NULL && *title != '\0' ? title : hbk_change_get_id (change), -1, TITLE_CHARS);
}

static char *
dup_file_name (const HbkChange *change)
{
  g_autoptr (GBytes) bytes = dup_document (change);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkEvidenceFile) file = hbk_evidence_file_read (bytes, problems);

  return file != NULL ? hbk_evidence_file_dup_serial (file) : g_strndup (hbk_change_get_id (change), 12);
}

static char *
describe_records (HbkJournalWhat what, const Things *things)
{
  g_autofree char *title = things->n_records == 1 ? dup_title (things->record) : NULL;
  guint            n = things->n_records;

  switch (what)
    {
    case HBK_JOURNAL_ADD:
      return n == 1 ? g_strdup_printf (_("record “%s” was added"), title) : g_strdup_printf (ngettext ("%u record was added", "%u records were added", n), n);
    case HBK_JOURNAL_REMOVE:
      return n == 1 ? g_strdup_printf (_("record “%s” went to the trash"), title) : g_strdup_printf (ngettext ("%u record went to the trash", "%u records went to the trash", n), n);
    case HBK_JOURNAL_RESTORE:
      return n == 1 ? g_strdup_printf (_("record “%s” came back from the trash"), title) : g_strdup_printf (ngettext ("%u record came back from the trash", "%u records came back from the trash", n), n);
    case HBK_JOURNAL_ATTACH:
      return n == 1 ? g_strdup_printf (_("evidence was attached to record “%s”"), title) : g_strdup_printf (ngettext ("evidence was attached to %u record", "evidence was attached to %u records", n), n);
    case HBK_JOURNAL_DETACH:
      return n == 1 ? g_strdup_printf (_("evidence was taken off record “%s”"), title) : g_strdup_printf (ngettext ("evidence was taken off %u record", "evidence was taken off %u records", n), n);
    default:
      return n == 1 ? g_strdup_printf (_("record “%s” was changed"), title) : g_strdup_printf (ngettext ("%u record was changed", "%u records were changed", n), n);
    }
}

static char *
describe_files (HbkJournalWhat what, const Things *things)
{
  g_autofree char *name = things->n_files == 1 ? dup_file_name (things->file) : NULL;
  guint            n = things->n_files;

  switch (what)
    {
    case HBK_JOURNAL_REMOVE:
      return n == 1 ? g_strdup_printf (_("file %s went to the trash"), name) : g_strdup_printf (ngettext ("%u file went to the trash", "%u files went to the trash", n), n);
    case HBK_JOURNAL_RESTORE:
      return n == 1 ? g_strdup_printf (_("file %s came back from the trash"), name) : g_strdup_printf (ngettext ("%u file came back from the trash", "%u files came back from the trash", n), n);
    case HBK_JOURNAL_FILE:
      return n == 1 ? g_strdup_printf (_("what is known of file %s was changed"), name) : g_strdup_printf (ngettext ("what is known of %u file was changed", "what is known of %u files was changed", n), n);
    default:
      return n == 1 ? g_strdup_printf (_("file %s was taken in"), name) : g_strdup_printf (ngettext ("%u file was taken in", "%u files were taken in", n), n);
    }
}

static char *
describe_other (HbkJournalWhat what, const HbkJournalStep *step, const Things *things)
{
  g_autofree char *note = hbk_text_escape (step->note != NULL ? step->note : "", -1, TITLE_CHARS);
  const char      *id = things->id != NULL ? things->id : "";

  switch (what)
    {
    case HBK_JOURNAL_PROFILE:
      return *id == '\0' ? g_strdup (_("what holds of the person was changed")) : g_strdup_printf (_("what holds of the person from %s on was changed"), id);
    case HBK_JOURNAL_READING:
      return g_strdup_printf (_("the readings of “%s” were chosen"), hbk_pack_words_region (things->packs, id, hbk_locale_get_language ()));
    case HBK_JOURNAL_IMPORT:
      return g_strdup_printf (ngettext ("“%1$s” was imported (%2$u record)", "“%1$s” was imported (%2$u records)", things->n_records), note, things->n_records);
    case HBK_JOURNAL_RESTORE_BACKUP:
      return g_strdup_printf (_("the library was put back to the backup “%s”"), note);
    case HBK_JOURNAL_CLOSE:
      return g_strdup_printf (_("bound to the rules of the day: %s"), things->years->str);
    case HBK_JOURNAL_HAND_IN:
      if (things->years->len == 0 && things->n_others > 0)
        return g_strdup (_("the package for an application for a title was made"));
      return g_strdup_printf (_("handed in: %s"), things->years->str);
    case HBK_JOURNAL_REOPEN:
      return g_strdup_printf (_("opened again: %s"), things->years->str);
    default:
      g_assert_not_reached ();
    }
}

static char *
describe (HbkJournalWhat what, const HbkJournalStep *step, const Things *things)
{
  switch (what)
    {
    case HBK_JOURNAL_ADD:
    case HBK_JOURNAL_EDIT:
    case HBK_JOURNAL_ATTACH:
    case HBK_JOURNAL_DETACH:
      return describe_records (what, things);
    case HBK_JOURNAL_REMOVE:
    case HBK_JOURNAL_RESTORE:
      return things->n_records > 0 ? describe_records (what, things) : describe_files (what, things);
    case HBK_JOURNAL_TAKE_IN:
    case HBK_JOURNAL_FILE:
      return describe_files (what, things);
    case HBK_JOURNAL_UNDO:
    case HBK_JOURNAL_REDO:
      return g_strdup (hbk_journal_what_to_nick (what));
    default:
      return describe_other (what, step, things);
    }
}

static char *
describe_step (const HbkJournalStep *step, GPtrArray *packs)
{
  gboolean         is_again = step->what == HBK_JOURNAL_UNDO || step->what == HBK_JOURNAL_REDO;
  Things           things = { .years = g_string_new (""), .packs = packs };
  g_autofree char *text = NULL;

  collect (step, &things);
  /* What it had to do with was removed for good when the trash was emptied. */
  if (is_again && step->changes->len == 0)
    text = g_strdup (_("a step of which nothing is left"));
  else
    text = describe (is_again ? step->of_what : step->what, step, &things);
  g_string_free (things.years, TRUE);

  return g_steal_pointer (&text);
}

/**
 * hbk_step_words_describe:
 * @step: a step of the journal
 *
 * Says what a step did; of an undo or redo, what the step did that was undone or done again.
 *
 * Returns: (transfer full): a clause, without a capital or a full stop
 */
char *
hbk_step_words_describe (const HbkJournalStep *step)
{
  return describe_step (step, NULL);
}

/**
 * hbk_step_words_name:
 * @change: a change of a record or file
 *
 * Names what was changed.
 *
 * Returns: (transfer full) (nullable): the title of a record, the serial number of a file; %NULL for anything else
 */
char *
hbk_step_words_name (const HbkChange *change)
{
  switch (hbk_change_get_kind (change))
    {
    case HBK_CHANGE_RECORD:
      return dup_title (change);
    case HBK_CHANGE_FILE:
      return dup_file_name (change);
    default:
      return NULL;
    }
}

/**
 * hbk_step_words_sentence:
 * @step: a step of the journal
 *
 * Says what a step did, also whether that undid another, and why a year that was handed in was corrected.
 *
 * Returns: (transfer full): a clause, without a full stop
 */
char *
hbk_step_words_sentence (const HbkJournalStep *step)
{
  return hbk_step_words_sentence_of (step, NULL);
}

/**
 * hbk_step_words_sentence_of:
 * @step: a step of the journal
 * @packs: (nullable) (element-type HbkPack): packs, of which regions have their names
 *
 * Says the same as hbk_step_words_sentence(), with the names of regions in place of their ids.
 *
 * Returns: (transfer full): a clause, without a full stop
 */
char *
hbk_step_words_sentence_of (const HbkJournalStep *step, GPtrArray *packs)
{
  g_autofree char *clause = describe_step (step, packs);
  g_autofree char *whole = NULL;
  g_autofree char *reason = NULL;

  if (step->what == HBK_JOURNAL_UNDO)
    /* Translators: what a step had done */
    whole = g_strdup_printf (_("undone: %s"), clause);
  else if (step->what == HBK_JOURNAL_REDO)
    /* Translators: what a step had done */
    whole = g_strdup_printf (_("done again: %s"), clause);
  else
    whole = g_steal_pointer (&clause);
  if (step->correction == NULL)
    return g_steal_pointer (&whole);

  reason = hbk_text_escape (step->correction, -1, G_MAXUINT);

  /* Translators: what was done, and the reason why a year that was handed in was corrected */
  return g_strdup_printf (_("%1$s (correction: %2$s)"), whole, reason);
}
