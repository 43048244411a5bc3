/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-assessment-json.h"

#include "rules/hbk-json-parts.h"

/* ---- Records ---- */

static void
write_ids (HbkJsonWriter *writer, const char *member, GPtrArray *ids)
{
  hbk_json_writer_begin_array (writer, member);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    hbk_json_writer_add_string (writer, NULL, g_ptr_array_index (ids, i));
  hbk_json_writer_end_array (writer);
}

static void
write_facts (HbkJsonWriter *writer, GPtrArray *facts)
{
  hbk_json_writer_begin_array (writer, "missing_facts");
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    hbk_json_writer_add_string (writer, NULL, ((const HbkFactSpec *) g_ptr_array_index (facts, i))->id);
  hbk_json_writer_end_array (writer);
}

static void
write_evidence (const HbkPack *pack, const HbkRecordResult *result, HbkJsonWriter *writer)
{
  const char *set = result->evidence_set < 0 ? NULL : g_array_index (pack->evidence, HbkEvidenceSet, result->evidence_set).id;

  hbk_json_writer_begin_object (writer, "evidence");
  hbk_json_parts_add_text (writer, "set", set);
  hbk_json_writer_add_boolean (writer, "complete", result->evidence_complete);
  hbk_json_writer_add_boolean (writer, "weak", result->evidence_weak);
  write_ids (writer, "missing", result->missing_documents);
  hbk_json_writer_end_object (writer);
}

/* What the clause of a step says, in the words of the pack, which are the same in every locale. */
static char *
dup_clause (const HbkTraceStep *step, const HbkPack *pack, HbkLanguage language)
{
  const HbkClause *clause = step->clause != NULL ? hbk_pack_lookup_clause (pack, step->clause) : NULL;

  return g_strdup (clause != NULL ? hbk_bilingual_get (&clause->text, language) : "—");
}

static void
write_trace (const HbkAssessment *assessment, const HbkRecordResult *result, HbkJsonWriter *writer, HbkLanguage language, gboolean plain)
{
  g_autoptr (GArray) trace = hbk_assessment_dup_trace (assessment, result);

  hbk_json_writer_begin_array (writer, "trace");
  for (guint i = 0; i < trace->len; i++)
    {
      const HbkTraceStep *step = &g_array_index (trace, HbkTraceStep, i);
      g_autofree char    *text = plain ? dup_clause (step, hbk_assessment_get_pack (assessment), language) : hbk_trace_step_to_text (step, hbk_assessment_get_pack (assessment), language);

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_parts_add_text (writer, "clause", step->clause);
      hbk_json_writer_add_string (writer, "text", text);
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
}

static void
write_record (const HbkAssessment *assessment, const HbkRecordResult *result, HbkJsonWriter *writer, HbkLanguage language, gboolean plain)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "id", hbk_record_get_id (result->record));
  hbk_json_parts_add_date (writer, "start", result->part.start);
  hbk_json_parts_add_date (writer, "end", result->part.end);
  hbk_json_writer_add_string (writer, "outcome", hbk_outcome_to_nick (result->outcome));
  hbk_json_parts_add_text (writer, "clause", result->clause);
  hbk_json_parts_add_text (writer, "code", result->code);
  hbk_json_parts_add_tally (writer, "raw", result->raw);
  hbk_json_parts_add_tally (writer, "credited", result->credited);
  hbk_json_parts_add_tally (writer, "lost", result->lost);
  hbk_json_parts_add_tally (writer, "pending", result->pending);
  hbk_json_parts_add_tally (writer, "planned", result->planned);
  hbk_json_parts_add_tally (writer, "evidenced", result->evidenced);
  hbk_json_parts_add_tally (writer, "verified", result->verified);
  hbk_json_writer_add_boolean (writer, "at_application_only", result->at_application);
  hbk_json_parts_add_text (writer, "counted_with", result->covered_by != NULL ? hbk_record_get_id (result->covered_by) : NULL);
  write_facts (writer, result->missing_facts);
  write_evidence (hbk_assessment_get_pack (assessment), result, writer);
  write_trace (assessment, result, writer, language, plain);
  hbk_json_writer_end_object (writer);
}

/**
 * hbk_assessment_json_write_record:
 * @assessment: an assessment
 * @result: a record in one of its years
 * @writer: where to write
 * @language: the language of the texts
 *
 * Writes what became of a record: outcome, clause, hours, evidence and trace.
 */
void
hbk_assessment_json_write_record (const HbkAssessment *assessment, const HbkRecordResult *result, HbkJsonWriter *writer, HbkLanguage language)
{
  write_record (assessment, result, writer, language, FALSE);
}

/* ---- Years ---- */

static void
write_least (HbkJsonWriter *writer, const char *member, HbkHours hours)
{
  if (hours < 0)
    hbk_json_writer_add_null (writer, member);
  else
    hbk_json_writer_add_hours (writer, member, hours);
}

static void
write_required (HbkJsonWriter *writer, const HbkRequired *required)
{
  hbk_json_writer_begin_object (writer, "required");
  write_least (writer, "public", required->public_hours);
  write_least (writer, "professional", required->professional_hours);
  write_least (writer, "total", required->total);
  hbk_json_writer_end_object (writer);
}

static void
write_met (HbkJsonWriter *writer, const char *member, HbkMet met)
{
  if (met == HBK_MET_NONE)
    hbk_json_writer_add_null (writer, member);
  else
    hbk_json_writer_add_boolean (writer, member, met == HBK_MET_YES);
}

static void
write_all_met (HbkJsonWriter *writer, const HbkYearResult *year)
{
  hbk_json_writer_begin_object (writer, "met");
  write_met (writer, "public", year->met_public);
  write_met (writer, "professional", year->met_professional);
  write_met (writer, "total", year->met_total);
  hbk_json_writer_end_object (writer);
}

static void
write_effects (const HbkPack *pack, const HbkYearResult *year, HbkJsonWriter *writer, HbkLanguage language)
{
  hbk_json_writer_begin_array (writer, "readings");
  for (guint i = 0; i < year->readings->len; i++)
    {
      const HbkReadingEffect *effect = &g_array_index (year->readings, HbkReadingEffect, i);
      const HbkReading       *reading = &g_array_index (pack->readings, HbkReading, effect->reading);

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_parts_add_reading (writer, reading, effect->used, effect->other, language);
      hbk_json_parts_add_tally (writer, "credited", effect->credited);
      write_required (writer, &effect->required);
      hbk_json_writer_add_string (writer, "verdict", hbk_verdict_to_nick (effect->verdict));
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
}

static void
write_year (const HbkAssessment *assessment, const HbkYearResult *year, HbkJsonWriter *writer, HbkLanguage language, gboolean plain)
{
  const HbkPack    *pack = hbk_assessment_get_pack (assessment);
  const HbkWarning *warnings = (const HbkWarning *) (gpointer) year->warnings->data;

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_int (writer, "year", year->year);
  write_required (writer, &year->required);
  hbk_json_parts_add_text (writer, "requirement_clause", year->requirement_clause);
  hbk_json_parts_add_tally (writer, "credited", year->credited);
  hbk_json_parts_add_tally (writer, "evidenced", year->evidenced);
  hbk_json_parts_add_tally (writer, "verified", year->verified);
  hbk_json_parts_add_tally (writer, "pending", year->pending);
  hbk_json_parts_add_tally (writer, "planned", year->planned);
  hbk_json_parts_add_tally (writer, "lost", year->lost);
  hbk_json_parts_add_tally (writer, "at_application", year->at_application);
  write_all_met (writer, year);
  hbk_json_writer_add_string (writer, "verdict", hbk_verdict_to_nick (year->verdict));
  hbk_json_writer_begin_array (writer, "records");
  for (guint i = 0; i < year->records->len; i++)
    write_record (assessment, g_ptr_array_index (year->records, i), writer, language, plain);
  hbk_json_writer_end_array (writer);
  hbk_json_parts_add_warnings (writer, pack, warnings, year->warnings->len, language, plain);
  write_effects (pack, year, writer, language);
  hbk_json_writer_end_object (writer);
}

static void
write_assessment (const HbkAssessment *assessment, const char *member, HbkJsonWriter *writer, HbkLanguage language, gboolean plain)
{
  hbk_json_parts_begin (writer, member, "hourbook-assessment");
  hbk_json_writer_add_string (writer, "pack", hbk_assessment_get_pack (assessment)->id);
  hbk_json_writer_add_date (writer, "as_of", hbk_assessment_get_as_of (assessment));
  hbk_json_writer_begin_array (writer, "years");
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    write_year (assessment, hbk_assessment_get_year (assessment, i), writer, language, plain);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
}

/**
 * hbk_assessment_json_write:
 * @assessment: an assessment
 * @member: (nullable): name of the member
 * @writer: where to write
 * @language: the language of the texts
 *
 * Writes an assessment as a JSON object, which the schemas in data describe.
 */
void
hbk_assessment_json_write (const HbkAssessment *assessment, const char *member, HbkJsonWriter *writer, HbkLanguage language)
{
  write_assessment (assessment, member, writer, language, FALSE);
}

/**
 * hbk_assessment_json_write_plain:
 * @assessment: an assessment
 * @member: (nullable): name of the member
 * @writer: where to write
 * @language: the language of the texts
 *
 * Writes an assessment as [func@assessment_json_write] does, but with texts of pack and vocabulary only: the same bytes in every locale.
 */
void
hbk_assessment_json_write_plain (const HbkAssessment *assessment, const char *member, HbkJsonWriter *writer, HbkLanguage language)
{
  write_assessment (assessment, member, writer, language, TRUE);
}
