/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in a package is read by clerks in China: it is Chinese in every locale, so nothing here is translated. */

#include "config.h"

#include "submission/hbk-package-words.h"

#include "submission/hbk-page-text.h"

/* ---- Hours ---- */

static void
add_hours (GString *text, const char *name, HbkHours hours)
{
  if (hours <= 0)
    return;
  if (text->len > 0)
    g_string_append (text, "、");
  g_string_append (text, name);
  g_string_append_c (text, ' ');
  hbk_hours_append (hours, text);
}

/**
 * hbk_package_words_hours:
 * @tally: hours
 *
 * Says hours with their subjects, without those that are none.
 *
 * Returns: (transfer full): the words, such as 公需 30、专业 60 学时
 */
char *
hbk_package_words_hours (HbkTally tally)
{
  GString *text = g_string_new (NULL);

  add_hours (text, "公需", tally.public_hours);
  add_hours (text, "专业", tally.professional_hours);
  g_string_append (text, text->len > 0 ? " 学时" : "0 学时");

  return g_string_free_and_steal (text);
}

/**
 * hbk_package_words_required:
 * @pack: the rules of the year
 * @year: a year
 *
 * Says what a year asks for, and by which clause.
 *
 * Returns: (transfer full): the words, without a full stop
 */
char *
hbk_package_words_required (const HbkPack *pack, const HbkYearResult *year)
{
  g_autofree char *place = hbk_package_words_place (pack, year->requirement_clause);
  GString         *text = g_string_new (NULL);

  add_hours (text, "合计不少于", year->required.total);
  add_hours (text, "公需不少于", year->required.public_hours);
  add_hours (text, "专业不少于", year->required.professional_hours);
  if (text->len == 0)
    g_string_append (text, "没有规定最低学时");
  else
    g_string_append (text, " 学时");
  if (*place != '\0')
    g_string_append_printf (text, "（依据 %s）", place);

  return g_string_free_and_steal (text);
}

static char *
say_missing (const HbkYearResult *year)
{
  HbkRequired missing = hbk_year_result_get_missing (year);
  GString    *text = g_string_new (NULL);

  add_hours (text, "公需", missing.public_hours);
  add_hours (text, "专业", missing.professional_hours);
  /* What the subjects lack makes part of the total up; the total is worth a word where that is not all. */
  if (missing.total > missing.public_hours + missing.professional_hours)
    add_hours (text, "合计", missing.total);
  if (text->len == 0)
    return g_string_free_and_steal (g_string_assign (text, "未达到要求"));
  g_string_prepend (text, "未达到要求，还差");
  g_string_append (text, " 学时");

  return g_string_free_and_steal (text);
}

/**
 * hbk_package_words_verdict:
 * @year: a year
 *
 * Says whether a year is as it should be, as the assessment has it.
 *
 * Returns: (transfer full): the words, without a full stop
 */
char *
hbk_package_words_verdict (const HbkYearResult *year)
{
  switch (year->verdict)
    {
    case HBK_VERDICT_MET:
      return g_strdup ("达到要求");
    case HBK_VERDICT_SHORT:
      return say_missing (year);
    case HBK_VERDICT_NOT_REQUIRED:
      return g_strdup ("本年度对本人没有学时要求，仅作登记");
    case HBK_VERDICT_UNDETERMINED:
    default:
      return g_strdup ("是否达到要求由有关主管部门认定，仅作登记");
    }
}

/* ---- A record ---- */

/**
 * hbk_package_words_activity:
 * @vocabulary: the words of all packs
 * @record: a record
 *
 * Names the kind of a record.
 *
 * Returns: (transfer full): the name, perhaps empty
 */
char *
hbk_package_words_activity (const HbkVocabulary *vocabulary, HbkRecord *record)
{
  const HbkActivitySpec *activity = hbk_vocabulary_lookup_activity (vocabulary, hbk_record_get_activity (record));

  return activity != NULL ? g_strdup (activity->name.zh) : hbk_page_text_dup_clean (hbk_record_get_activity (record));
}

/* The answer to a fact with choices, or NULL. */
static const char *
find_choice (const HbkVocabulary *vocabulary, HbkRecord *record, const char *id)
{
  const HbkFactSpec   *fact = hbk_vocabulary_lookup_fact (vocabulary, id);
  const HbkValue      *value = fact != NULL ? hbk_record_get_fact (record, fact->id) : NULL;
  const HbkChoiceSpec *choice = value != NULL && value->kind == HBK_VALUE_TEXT && fact->type == HBK_FACT_CHOICE ? hbk_fact_spec_lookup_choice (fact, value->text) : NULL;

  return choice != NULL ? choice->name.zh : NULL;
}

/**
 * hbk_package_words_organiser:
 * @vocabulary: the words of all packs
 * @record: a record
 *
 * Says who held what a record is about, as far as it says so: the kind of organiser with its level and place, or else the
 * platform, or else who received the person.
 *
 * Returns: (transfer full): the words, perhaps empty
 */
char *
hbk_package_words_organiser (const HbkVocabulary *vocabulary, HbkRecord *record)
{
  const char *kind = find_choice (vocabulary, record, "organiser_kind");
  const char *level = find_choice (vocabulary, record, "organiser_level");
  const char *place = find_choice (vocabulary, record, "organiser_place");
  const char *host = find_choice (vocabulary, record, "host_level");
  GString    *text;

  if (kind == NULL)
    kind = find_choice (vocabulary, record, "platform");
  if (kind == NULL && level == NULL && place == NULL && host != NULL)
    return g_strconcat ("接收单位：", host, NULL);
  text = g_string_new (kind);
  if (level == NULL && place == NULL)
    return g_string_free_and_steal (text);

  if (kind != NULL)
    g_string_append (text, "（");
  g_string_append (text, level != NULL ? level : "");
  g_string_append (text, level != NULL && place != NULL ? "，" : "");
  g_string_append (text, place != NULL ? place : "");
  if (kind != NULL)
    g_string_append (text, "）");

  return g_string_free_and_steal (text);
}

/**
 * hbk_package_words_place:
 * @pack: rules
 * @clause: (nullable): the id of a clause
 *
 * Says where a clause stands in its notice. Where the rules rest on two notices, it names the one that they take over.
 *
 * Returns: (transfer full): the words, perhaps empty
 */
char *
hbk_package_words_place (const HbkPack *pack, const char *clause)
{
  const HbkClause *found = clause != NULL ? hbk_pack_lookup_clause (pack, clause) : NULL;
  const HbkNotice *notice = NULL;

  if (found == NULL)
    return g_strdup ("");
  if (pack->parent != NULL && pack->parent->notices->len > 0 && hbk_pack_lookup_clause (pack->parent, clause) != NULL)
    notice = &g_array_index (pack->parent->notices, HbkNotice, 0);

  return notice != NULL && notice->number != NULL ? g_strdup_printf ("%s %s", notice->number, found->place.zh) : g_strdup (found->place.zh);
}

/**
 * hbk_package_words_files:
 * @entry: a line of the form
 *
 * Lists the numbers of its evidence.
 *
 * Returns: (transfer full): the numbers, perhaps none
 */
char *
hbk_package_words_files (const HbkSubmissionEntry *entry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entry->files->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", ((const HbkSubmissionFile *) g_ptr_array_index (entry->files, i))->number);

  return g_string_free_and_steal (text);
}

/* ---- What became of it ---- */

static const char *
say_reason (const HbkPack *pack, const HbkRecordResult *result, const char *otherwise)
{
  const HbkWarningSpec *reason = result->code != NULL ? hbk_vocabulary_lookup_warning (pack->vocabulary, result->code) : NULL;

  return reason != NULL ? reason->name.zh : otherwise;
}

static char *
say_pending (const HbkPack *pack, const HbkRecordResult *result)
{
  g_autofree char *hours = hbk_package_words_hours (result->pending);
  GString         *text = g_string_new ("暂不计入");

  if (hbk_tally_total (result->pending) > 0)
    g_string_append_printf (text, "（补齐后可计%s）", hours);
  if (result->missing_facts != NULL && result->missing_facts->len > 0)
    {
      g_string_append (text, "：未填");
      for (guint i = 0; i < result->missing_facts->len; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", ((const HbkFactSpec *) g_ptr_array_index (result->missing_facts, i))->name.zh);
    }
  else
    {
      g_string_append_printf (text, "：%s", say_reason (pack, result, "有待批准或补充"));
    }

  return g_string_free_and_steal (text);
}

static char *
say_credited (const HbkRecordResult *result)
{
  g_autofree char *credited = hbk_package_words_hours (result->credited);
  g_autofree char *lost = hbk_package_words_hours (result->lost);
  const char      *verb = result->outcome == HBK_OUTCOME_DEEMED ? "视同完成，补足" : "计";

  if (hbk_tally_total (result->lost) > 0)
    return g_strdup_printf ("%s%s；超过上限的%s不计", verb, credited, lost);

  return g_strdup_printf ("%s%s", verb, credited);
}

static char *
say_duplicate (const HbkRecordResult *result)
{
  g_autofree char *title = result->covered_by != NULL ? hbk_page_text_dup_clean (hbk_record_get_title (result->covered_by)) : NULL;

  return title != NULL && *title != '\0' ? g_strdup_printf ("不重复计入：已计入“%s”", title) : g_strdup ("不重复计入");
}

/**
 * hbk_package_words_outcome:
 * @pack: the rules of the year
 * @result: a record in the year
 *
 * Says what became of a record, and why where it does not count.
 *
 * Returns: (transfer full): the words, without a full stop
 */
char *
hbk_package_words_outcome (const HbkPack *pack, const HbkRecordResult *result)
{
  switch (result->outcome)
    {
    case HBK_OUTCOME_PENDING:
      return say_pending (pack, result);
    case HBK_OUTCOME_PLANNED:
      return g_strdup ("尚未进行，不计入");
    case HBK_OUTCOME_EXCLUDED:
      return g_strdup_printf ("不计入：%s", say_reason (pack, result, "属于不计学时的情形"));
    case HBK_OUTCOME_NO_RATE:
      return g_strdup_printf ("未计入：%s", say_reason (pack, result, "通知没有折算标准"));
    case HBK_OUTCOME_DUPLICATE:
      return say_duplicate (result);
    case HBK_OUTCOME_DEEMED:
      if (result->at_application)
        return g_strdup ("仅在申报职称时计入");
      return say_credited (result);
    case HBK_OUTCOME_CREDITED:
    default:
      return say_credited (result);
    }
}
