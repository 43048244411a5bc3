/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/hbk-assessment-json.h"

/**
 * hbk_assessment_write_tally_json:
 * @writer: where to write
 * @member: name of the member
 * @tally: hours
 *
 * Writes an hours object: public, professional and total.
 */
void
hbk_assessment_write_tally_json (HbkJsonWriter *writer,
                                 const char    *member,
                                 HbkTally       tally)
{
  hbk_json_writer_begin_object (writer, member);
  hbk_json_writer_add_hours (writer, "public", tally.public_hours);
  hbk_json_writer_add_hours (writer, "professional", tally.professional_hours);
  hbk_json_writer_add_hours (writer, "total", hbk_tally_total (tally));
  hbk_json_writer_end_object (writer);
}

static void
write_least (HbkJsonWriter *writer,
             const char    *member,
             HbkHours       hours)
{
  if (hours < 0)
    hbk_json_writer_add_null (writer, member);
  else
    hbk_json_writer_add_hours (writer, member, hours);
}

static void
write_required (HbkJsonWriter     *writer,
                const HbkRequired *required)
{
  hbk_json_writer_begin_object (writer, "required");
  write_least (writer, "public", required->public_hours);
  write_least (writer, "professional", required->professional_hours);
  write_least (writer, "total", required->total);
  hbk_json_writer_end_object (writer);
}

static void
write_text (HbkJsonWriter *writer,
            const char    *member,
            const char    *text)
{
  if (text == NULL)
    hbk_json_writer_add_null (writer, member);
  else
    hbk_json_writer_add_string (writer, member, text);
}

static void
write_met (HbkJsonWriter *writer,
           const char    *member,
           HbkMet         met)
{
  if (met == HBK_MET_NONE)
    hbk_json_writer_add_null (writer, member);
  else
    hbk_json_writer_add_boolean (writer, member, met == HBK_MET_YES);
}

static void
write_ids (HbkJsonWriter *writer,
           const char    *member,
           GPtrArray     *ids)
{
  hbk_json_writer_begin_array (writer, member);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    hbk_json_writer_add_string (writer, NULL, g_ptr_array_index (ids, i));
  hbk_json_writer_end_array (writer);
}

static void
write_facts (HbkJsonWriter *writer,
             GPtrArray     *facts)
{
  hbk_json_writer_begin_array (writer, "missing_facts");
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    hbk_json_writer_add_string (writer, NULL, ((const HbkFactSpec *) g_ptr_array_index (facts, i))->id);
  hbk_json_writer_end_array (writer);
}

static void
write_evidence (const HbkPack         *pack,
                const HbkRecordResult *result,
                HbkJsonWriter         *writer)
{
  hbk_json_writer_begin_object (writer, "evidence");
  write_text (writer, "set", result->evidence_set < 0 ? NULL : g_array_index (pack->evidence, HbkEvidenceSet, result->evidence_set).id);
  hbk_json_writer_add_boolean (writer, "complete", result->evidence_complete);
  hbk_json_writer_add_boolean (writer, "weak", result->evidence_weak);
  write_ids (writer, "missing", result->missing_documents);
  hbk_json_writer_end_object (writer);
}

static void
write_trace (const HbkAssessment   *assessment,
             const HbkRecordResult *result,
             HbkJsonWriter         *writer,
             HbkLanguage            language)
{
  g_autoptr (GArray) trace = hbk_assessment_dup_trace (assessment, result);

  hbk_json_writer_begin_array (writer, "trace");
  for (guint i = 0; i < trace->len; i++)
    {
      const HbkTraceStep *step = &g_array_index (trace, HbkTraceStep, i);
      g_autofree char *text = hbk_trace_step_to_text (step, hbk_assessment_get_pack (assessment), language);

      hbk_json_writer_begin_object (writer, NULL);
      write_text (writer, "clause", step->clause);
      hbk_json_writer_add_string (writer, "text", text);
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
}

/**
 * hbk_assessment_write_record_json:
 * @assessment: an assessment
 * @result: a record in one of its years
 * @writer: where to write
 * @language: the language of the texts
 *
 * Writes what became of a record: outcome, clause, hours, evidence and trace.
 */
void
hbk_assessment_write_record_json (const HbkAssessment   *assessment,
                                  const HbkRecordResult *result,
                                  HbkJsonWriter         *writer,
                                  HbkLanguage            language)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "id", hbk_record_get_id (result->record));
  hbk_json_writer_add_string (writer, "outcome", hbk_outcome_to_nick (result->outcome));
  write_text (writer, "clause", result->clause);
  write_text (writer, "code", result->code);
  hbk_assessment_write_tally_json (writer, "raw", result->raw);
  hbk_assessment_write_tally_json (writer, "credited", result->credited);
  hbk_assessment_write_tally_json (writer, "lost", result->lost);
  hbk_assessment_write_tally_json (writer, "pending", result->pending);
  hbk_assessment_write_tally_json (writer, "planned", result->planned);
  hbk_assessment_write_tally_json (writer, "evidenced", result->evidenced);
  hbk_assessment_write_tally_json (writer, "verified", result->verified);
  hbk_json_writer_add_boolean (writer, "at_application_only", result->at_application);
  write_text (writer, "counted_with", result->covered_by != NULL ? hbk_record_get_id (result->covered_by) : NULL);
  write_facts (writer, result->missing_facts);
  write_evidence (hbk_assessment_get_pack (assessment), result, writer);
  write_trace (assessment, result, writer, language);
  hbk_json_writer_end_object (writer);
}

static void
write_warning (const HbkPack    *pack,
               const HbkWarning *warning,
               HbkJsonWriter    *writer,
               HbkLanguage       language)
{
  static const char *const severities[] = { "info", "warning", "error" };
  g_autofree char *text = hbk_warning_to_text (warning, pack, language);
  g_autofree char *action = hbk_warning_to_action (warning, pack, language);

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "code", warning->spec->id);
  hbk_json_writer_add_string (writer, "severity", severities[warning->spec->severity]);
  write_text (writer, "record", warning->record != NULL ? hbk_record_get_id (warning->record) : NULL);
  write_text (writer, "clause", warning->clause);
  write_text (writer, "reading", warning->reading >= 0 ? g_array_index (pack->readings, HbkReading, warning->reading).id : NULL);
  write_text (writer, "names", warning->id);
  hbk_json_writer_add_hours (writer, "hours", warning->hours);
  hbk_json_writer_add_string (writer, "text", text);
  hbk_json_writer_add_string (writer, "action", action);
  hbk_json_writer_end_object (writer);
}

/**
 * hbk_assessment_write_warnings_json:
 * @pack: the rules they come from
 * @warnings: (array length=n_warnings): warnings
 * @n_warnings: how many
 * @writer: where to write
 * @language: the language of the texts
 *
 * Writes a member "warnings".
 */
void
hbk_assessment_write_warnings_json (const HbkPack    *pack,
                                    const HbkWarning *warnings,
                                    guint             n_warnings,
                                    HbkJsonWriter    *writer,
                                    HbkLanguage       language)
{
  hbk_json_writer_begin_array (writer, "warnings");
  for (guint i = 0; i < n_warnings; i++)
    write_warning (pack, &warnings[i], writer, language);
  hbk_json_writer_end_array (writer);
}

static void
write_effects (const HbkPack       *pack,
               const HbkYearResult *year,
               HbkJsonWriter       *writer,
               HbkLanguage          language)
{
  hbk_json_writer_begin_array (writer, "readings");
  for (guint i = 0; i < year->readings->len; i++)
    {
      const HbkReadingEffect *effect = &g_array_index (year->readings, HbkReadingEffect, i);
      const HbkReading *reading = &g_array_index (pack->readings, HbkReading, effect->reading);
      const HbkReadingOption *other = &g_array_index (reading->options, HbkReadingOption, effect->other);

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_writer_add_string (writer, "id", reading->id);
      hbk_json_writer_add_string (writer, "question", hbk_bilingual_get (&reading->question, language));
      hbk_json_writer_add_string (writer, "used", g_array_index (reading->options, HbkReadingOption, effect->used).id);
      hbk_json_writer_add_string (writer, "other", other->id);
      hbk_json_writer_add_string (writer, "text", hbk_bilingual_get (&other->text, language));
      hbk_assessment_write_tally_json (writer, "credited", effect->credited);
      write_required (writer, &effect->required);
      hbk_json_writer_add_string (writer, "verdict", hbk_verdict_to_nick (effect->verdict));
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
}

static void
write_year (const HbkAssessment *assessment,
            const HbkYearResult *year,
            HbkJsonWriter       *writer,
            HbkLanguage          language)
{
  const HbkPack *pack = hbk_assessment_get_pack (assessment);

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_int (writer, "year", year->year);
  write_required (writer, &year->required);
  hbk_assessment_write_tally_json (writer, "credited", year->credited);
  hbk_assessment_write_tally_json (writer, "evidenced", year->evidenced);
  hbk_assessment_write_tally_json (writer, "verified", year->verified);
  hbk_assessment_write_tally_json (writer, "pending", year->pending);
  hbk_assessment_write_tally_json (writer, "planned", year->planned);
  hbk_assessment_write_tally_json (writer, "lost", year->lost);
  hbk_assessment_write_tally_json (writer, "at_application", year->at_application);
  hbk_json_writer_begin_object (writer, "met");
  write_met (writer, "public", year->met_public);
  write_met (writer, "professional", year->met_professional);
  write_met (writer, "total", year->met_total);
  hbk_json_writer_end_object (writer);
  hbk_json_writer_add_string (writer, "verdict", hbk_verdict_to_nick (year->verdict));
  hbk_json_writer_begin_array (writer, "records");
  for (guint i = 0; i < year->records->len; i++)
    hbk_assessment_write_record_json (assessment, g_ptr_array_index (year->records, i), writer, language);
  hbk_json_writer_end_array (writer);
  hbk_assessment_write_warnings_json (pack, (const HbkWarning *) (gpointer) year->warnings->data, year->warnings->len, writer, language);
  write_effects (pack, year, writer, language);
  hbk_json_writer_end_object (writer);
}

/**
 * hbk_assessment_write_json:
 * @assessment: an assessment
 * @writer: where to write
 * @language: the language of the texts
 *
 * Writes an assessment as a JSON object; data/assessment.schema.json describes it.
 */
void
hbk_assessment_write_json (const HbkAssessment *assessment,
                           HbkJsonWriter       *writer,
                           HbkLanguage          language)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "format", "hourbook-assessment");
  hbk_json_writer_add_int (writer, "version", 1);
  hbk_json_writer_add_string (writer, "pack", hbk_assessment_get_pack (assessment)->id);
  hbk_json_writer_add_date (writer, "as_of", hbk_assessment_get_as_of (assessment));
  hbk_json_writer_begin_array (writer, "years");
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    write_year (assessment, hbk_assessment_get_year (assessment, i), writer, language);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
}
