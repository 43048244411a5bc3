/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-change-text.h"

#include <string.h>

#include <glib/gi18n.h>

#include "words/hbk-value-words.h"
#include "words/hbk-words.h"
#include "records/hbk-evidence-file.h"
#include "records/hbk-logbook-reader.h"

#define INDENT "    "

typedef struct
{
  HbkCommandLine      *line;
  const HbkVocabulary *vocabulary;
} Printer;

/* A field before and after; nothing when it is the same. */
static void
print_field (Printer *printer, const char *name, const char *before, const char *after)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (before, after) == 0)
    return;

  /* Translators: a field, what stood there before, and what stands there now */
  text = g_strdup_printf (_("%1$s: %2$s → %3$s"), name, before != NULL && *before != '\0' ? before : "–", after != NULL && *after != '\0' ? after : "–");
  hbk_output_wrapped (printer->line->output, INDENT, INDENT "  ", text);
}

static HbkRecord *
read_record (const char *text)
{
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
  g_autoptr (HbkProblems) problems = hbk_problems_new ();

  return bytes != NULL ? hbk_record_read (bytes, problems) : NULL;
}

static HbkFacts *
read_answers (const char *text)
{
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  HbkFacts *facts = bytes != NULL ? hbk_attributes_read (bytes, problems) : NULL;

  return facts != NULL ? facts : hbk_facts_new ();
}

static HbkEvidenceFile *
read_file (const char *text)
{
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
  g_autoptr (HbkProblems) problems = hbk_problems_new ();

  return bytes != NULL ? hbk_evidence_file_read (bytes, problems) : NULL;
}

/* ---- Answers ---- */

static void
print_answer (Printer *printer, gboolean is_profile, const char *id, const HbkValue *before, const HbkValue *after)
{
  const HbkFactSpec *spec = is_profile ? hbk_vocabulary_lookup_attribute (printer->vocabulary, id) : hbk_vocabulary_lookup_fact (printer->vocabulary, id);
  g_autofree char   *old_words = hbk_value_words (before, spec, printer->line->language);
  g_autofree char   *new_words = hbk_value_words (after, spec, printer->line->language);

  print_field (printer, hbk_value_words_attribute (id, spec, printer->line->language), old_words, new_words);
}

static void
print_answers (Printer *printer, gboolean is_profile, const HbkFacts *before, const HbkFacts *after)
{
  const char *id;

  for (guint i = 0; i < hbk_facts_get_n (before); i++)
    {
      const HbkValue *value = hbk_facts_nth (before, i, &id);

      print_answer (printer, is_profile, id, value, hbk_facts_lookup (after, id));
    }
  for (guint i = 0; i < hbk_facts_get_n (after); i++)
    {
      const HbkValue *value = hbk_facts_nth (after, i, &id);

      if (hbk_facts_lookup (before, id) == NULL)
        print_answer (printer, is_profile, id, NULL, value);
    }
}

/* ---- Records ---- */

static gboolean
has_evidence (HbkRecord *record, const HbkEvidence *evidence)
{
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      const HbkEvidence *other = hbk_record_get_evidence (record, i);

      if (g_strcmp0 (hbk_evidence_get_sha256 (other), hbk_evidence_get_sha256 (evidence)) == 0 &&
          g_strcmp0 (hbk_evidence_get_file (other), hbk_evidence_get_file (evidence)) == 0 &&
          g_strcmp0 (hbk_evidence_get_document (other), hbk_evidence_get_document (evidence)) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The evidence that one of two records has and the other has not. */
static void
print_evidence (Printer *printer, HbkRecord *record, HbkRecord *other, gboolean is_added)
{
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      const HbkEvidence *evidence = hbk_record_get_evidence (record, i);
      const char        *document = hbk_value_words_document (printer->vocabulary, hbk_evidence_get_document (evidence), printer->line->language);
      g_autofree char   *words = NULL;

      if (has_evidence (other, evidence))
        continue;
      words = hbk_words_with (document, hbk_evidence_get_file (evidence) != NULL ? hbk_evidence_get_file (evidence) : "–");
      print_field (printer, _("Evidence"), is_added ? NULL : words, is_added ? words : NULL);
    }
}

static void
print_record (Printer *printer, HbkRecord *before, HbkRecord *after)
{
  HbkLanguage      language = printer->line->language;
  g_autofree char *old_period = hbk_value_words_period (hbk_record_get_start (before), hbk_record_get_end (before));
  g_autofree char *new_period = hbk_value_words_period (hbk_record_get_start (after), hbk_record_get_end (after));
  g_autofree char *old_verified = hbk_value_words_verified (before);
  g_autofree char *new_verified = hbk_value_words_verified (after);

  print_field (printer, _("Activity"), hbk_value_words_activity (printer->vocabulary, hbk_record_get_activity (before), language),
                          hbk_value_words_activity (printer->vocabulary, hbk_record_get_activity (after), language));
  print_field (printer, _("Title"), hbk_record_get_title (before), hbk_record_get_title (after));
  print_field (printer, _("Date"), old_period, new_period);
  print_answers (printer, FALSE, hbk_record_get_facts (before), hbk_record_get_facts (after));
  print_field (printer, _("Subject"), hbk_value_words_subject (hbk_record_get_subject (before)), hbk_value_words_subject (hbk_record_get_subject (after)));
  print_field (printer, _("Work"), hbk_record_get_work (before), hbk_record_get_work (after));
  print_field (printer, _("Status"), hbk_value_words_status (hbk_record_get_status (before)), hbk_value_words_status (hbk_record_get_status (after)));
  print_field (printer, _("Confirmed hours"), old_verified, new_verified);
  print_field (printer, _("Note"), hbk_record_get_note (before), hbk_record_get_note (after));
  print_evidence (printer, before, after, FALSE);
  print_evidence (printer, after, before, TRUE);
}

static void
print_file (Printer *printer, const HbkEvidenceFile *before, const HbkEvidenceFile *after)
{
  HbkLanguage language = printer->line->language;

  print_field (printer, _("Name"), before->name, after->name);
  print_field (printer, _("Document"), hbk_value_words_document (printer->vocabulary, before->document, language),
                          hbk_value_words_document (printer->vocabulary, after->document, language));
}

/**
 * hbk_change_text_print:
 * @line: the command line
 * @vocabulary: the vocabulary
 * @change: one thing before and after a step
 *
 * Prints which fields of a thing a step changed; nothing for one that was added or removed as a whole.
 */
void
hbk_change_text_print (HbkCommandLine *line, const HbkVocabulary *vocabulary, const HbkChange *change)
{
  const char *before = hbk_change_get_before (change);
  const char *after = hbk_change_get_after (change);
  Printer     printer = { line, vocabulary };

  if (hbk_change_get_kind (change) == HBK_CHANGE_PROFILE)
    {
      g_autoptr (HbkFacts) old_answers = read_answers (before);
      g_autoptr (HbkFacts) new_answers = read_answers (after);

      print_answers (&printer, TRUE, old_answers, new_answers);
    }
  else if (hbk_change_get_kind (change) == HBK_CHANGE_READING)
    {
      g_autoptr (HbkFacts) old_readings = read_answers (before);
      g_autoptr (HbkFacts) new_readings = read_answers (after);

      print_answers (&printer, TRUE, old_readings, new_readings);
    }
  else if (hbk_change_get_kind (change) == HBK_CHANGE_RECORD && before != NULL && after != NULL)
    {
      g_autoptr (HbkRecord) old_record = read_record (before);
      g_autoptr (HbkRecord) new_record = read_record (after);

      if (old_record != NULL && new_record != NULL)
        print_record (&printer, old_record, new_record);
    }
  else if (hbk_change_get_kind (change) == HBK_CHANGE_FILE && before != NULL && after != NULL)
    {
      g_autoptr (HbkEvidenceFile) old_file = read_file (before);
      g_autoptr (HbkEvidenceFile) new_file = read_file (after);

      if (old_file != NULL && new_file != NULL)
        print_file (&printer, old_file, new_file);
    }
}
