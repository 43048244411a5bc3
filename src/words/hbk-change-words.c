/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-change-words.h"

#include <string.h>

#include <glib/gi18n.h>

#include "words/hbk-pack-words.h"
#include "words/hbk-value-words.h"
#include "words/hbk-words.h"
#include "records/hbk-evidence-file.h"
#include "records/hbk-logbook-reader.h"

/* Collects what has changed, a line for each field. */
typedef struct
{
  const HbkVocabulary *vocabulary;
  GPtrArray           *packs;
  HbkLanguage          language;
  const HbkPack       *pack; /* whose readings were chosen */
  GPtrArray           *lines;
} Collector;

/* A field before and after; nothing when it is the same. */
static void
add_field (Collector *collector, const char *name, const char *before, const char *after)
{
  if (g_strcmp0 (before, after) == 0)
    return;

  /* Translators: a field, what stood there before, and what stands there now */
  g_ptr_array_add (collector->lines, g_strdup_printf (_("%1$s: %2$s → %3$s"), name, before != NULL && *before != '\0' ? before : "–", after != NULL && *after != '\0' ? after : "–"));
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

/* The meaning that was chosen; the cautious one where none was. */
static const char *
option_words (Collector *collector, const HbkReading *reading, const HbkValue *value)
{
  int option = value != NULL && value->kind == HBK_VALUE_TEXT ? hbk_reading_lookup_option (reading, value->text) : (int) reading->initial;

  return option >= 0 ? hbk_bilingual_get (&g_array_index (reading->options, HbkReadingOption, option).text, collector->language) : value->text;
}

static char *
value_words (Collector *collector, const char *id, const HbkFactSpec *spec, const HbkValue *value)
{
  if (value != NULL && value->kind == HBK_VALUE_TEXT && g_str_equal (id, "region"))
    return g_strdup (hbk_pack_words_region (collector->packs, value->text, collector->language));

  return hbk_value_words (value, spec, collector->language);
}

static gboolean
add_reading (Collector *collector, const char *id, const HbkValue *before, const HbkValue *after)
{
  int               position = collector->pack != NULL ? hbk_pack_lookup_reading (collector->pack, id) : -1;
  const HbkReading *reading = position >= 0 ? &g_array_index (collector->pack->readings, HbkReading, position) : NULL;

  if (reading != NULL)
    add_field (collector, hbk_bilingual_get (&reading->question, collector->language), option_words (collector, reading, before), option_words (collector, reading, after));

  return reading != NULL;
}

static void
add_answer (Collector *collector, gboolean is_profile, const char *id, const HbkValue *before, const HbkValue *after)
{
  const HbkFactSpec *spec = is_profile ? hbk_vocabulary_lookup_attribute (collector->vocabulary, id) : hbk_vocabulary_lookup_fact (collector->vocabulary, id);
  g_autofree char   *old_words = value_words (collector, id, spec, before);
  g_autofree char   *new_words = value_words (collector, id, spec, after);

  if (!add_reading (collector, id, before, after))
    add_field (collector, hbk_value_words_attribute (id, spec, collector->language), old_words, new_words);
}

static void
add_answers (Collector *collector, gboolean is_profile, const HbkFacts *before, const HbkFacts *after)
{
  const char *id;

  for (guint i = 0; i < hbk_facts_get_n (before); i++)
    {
      const HbkValue *value = hbk_facts_nth (before, i, &id);

      add_answer (collector, is_profile, id, value, hbk_facts_lookup (after, id));
    }
  for (guint i = 0; i < hbk_facts_get_n (after); i++)
    {
      const HbkValue *value = hbk_facts_nth (after, i, &id);

      if (hbk_facts_lookup (before, id) == NULL)
        add_answer (collector, is_profile, id, NULL, value);
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
add_evidence (Collector *collector, HbkRecord *record, HbkRecord *other, gboolean is_added)
{
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      const HbkEvidence *evidence = hbk_record_get_evidence (record, i);
      const char        *document = hbk_value_words_document (collector->vocabulary, hbk_evidence_get_document (evidence), collector->language);
      g_autofree char   *words = NULL;

      if (has_evidence (other, evidence))
        continue;
      words = hbk_words_with (document, hbk_evidence_get_file (evidence) != NULL ? hbk_evidence_get_file (evidence) : "–");
      add_field (collector, _("Evidence"), is_added ? NULL : words, is_added ? words : NULL);
    }
}

static void
add_record (Collector *collector, HbkRecord *before, HbkRecord *after)
{
  HbkLanguage      language = collector->language;
  g_autofree char *old_period = hbk_value_words_period (hbk_record_get_start (before), hbk_record_get_end (before));
  g_autofree char *new_period = hbk_value_words_period (hbk_record_get_start (after), hbk_record_get_end (after));
  g_autofree char *old_verified = hbk_value_words_verified (before);
  g_autofree char *new_verified = hbk_value_words_verified (after);

  add_field (collector, _("Activity"), hbk_value_words_activity (collector->vocabulary, hbk_record_get_activity (before), language),
                          hbk_value_words_activity (collector->vocabulary, hbk_record_get_activity (after), language));
  add_field (collector, _("Title"), hbk_record_get_title (before), hbk_record_get_title (after));
  add_field (collector, _("Date"), old_period, new_period);
  add_answers (collector, FALSE, hbk_record_get_facts (before), hbk_record_get_facts (after));
  add_field (collector, _("Subject"), hbk_value_words_subject (hbk_record_get_subject (before)), hbk_value_words_subject (hbk_record_get_subject (after)));
  add_field (collector, _("Work"), hbk_record_get_work (before), hbk_record_get_work (after));
  add_field (collector, _("Status"), hbk_value_words_status (hbk_record_get_status (before)), hbk_value_words_status (hbk_record_get_status (after)));
  add_field (collector, _("Confirmed hours"), old_verified, new_verified);
  add_field (collector, _("Note"), hbk_record_get_note (before), hbk_record_get_note (after));
  add_evidence (collector, before, after, FALSE);
  add_evidence (collector, after, before, TRUE);
}

static void
add_file (Collector *collector, const HbkEvidenceFile *before, const HbkEvidenceFile *after)
{
  HbkLanguage language = collector->language;

  add_field (collector, _("Name"), before->name, after->name);
  add_field (collector, _("Document"), hbk_value_words_document (collector->vocabulary, before->document, language),
                          hbk_value_words_document (collector->vocabulary, after->document, language));
}

static void
add_items (Collector *collector, HbkChangeKind kind, const char *before, const char *after)
{
  if (kind == HBK_CHANGE_RECORD)
    {
      g_autoptr (HbkRecord) old_record = read_record (before);
      g_autoptr (HbkRecord) new_record = read_record (after);

      if (old_record != NULL && new_record != NULL)
        add_record (collector, old_record, new_record);
    }
  else if (kind == HBK_CHANGE_FILE)
    {
      g_autoptr (HbkEvidenceFile) old_file = read_file (before);
      g_autoptr (HbkEvidenceFile) new_file = read_file (after);

      if (old_file != NULL && new_file != NULL)
        add_file (collector, old_file, new_file);
    }
}

/**
 * hbk_change_words_list:
 * @vocabulary: the vocabulary
 * @change: one thing before and after a step
 * @language: the language of the vocabulary's words
 *
 * Says which fields of a thing a step changed; nothing for one that was added or removed as a whole.
 *
 * Returns: (transfer full) (element-type utf8): a line for each field
 */
GPtrArray *
hbk_change_words_list (const HbkVocabulary *vocabulary, const HbkChange *change, HbkLanguage language)
{
  return hbk_change_words_list_of (vocabulary, NULL, change, language);
}

/**
 * hbk_change_words_list_of:
 * @vocabulary: the vocabulary
 * @packs: (nullable) (element-type HbkPack): packs, of which regions and readings have their words
 * @change: one thing before and after a step
 * @language: the language of the words of vocabulary and packs
 *
 * Says the same as hbk_change_words_list(), with the words of regions and readings in place of their ids.
 *
 * Returns: (transfer full) (element-type utf8): a line for each field
 */
GPtrArray *
hbk_change_words_list_of (const HbkVocabulary *vocabulary, GPtrArray *packs, const HbkChange *change, HbkLanguage language)
{
  const char   *before = hbk_change_get_before (change);
  const char   *after = hbk_change_get_after (change);
  HbkChangeKind kind = hbk_change_get_kind (change);
  Collector     collector = { vocabulary, packs, language, NULL, g_ptr_array_new_with_free_func (g_free) };

  if (kind == HBK_CHANGE_PROFILE || kind == HBK_CHANGE_READING)
    {
      g_autoptr (HbkFacts) old_answers = read_answers (before);
      g_autoptr (HbkFacts) new_answers = read_answers (after);

      collector.pack = kind == HBK_CHANGE_READING ? hbk_pack_words_find (packs, hbk_change_get_id (change)) : NULL;
      add_answers (&collector, TRUE, old_answers, new_answers);
    }
  else if (before != NULL && after != NULL)
    {
      add_items (&collector, kind, before, after);
    }

  return collector.lines;
}
