/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-assessment-text.h"

#include <glib/gi18n.h>

#include "cli/hbk-output.h"

#define LABEL_WIDTH 16
#define FIGURE_WIDTH 14

/**
 * hbk_assessment_verdict_word:
 * @verdict: what a year comes to
 *
 * Says a verdict in a word.
 *
 * Returns: (transfer none): the word, translated
 */
const char *
hbk_assessment_verdict_word (HbkVerdict verdict)
{
  switch (verdict)
    {
    case HBK_VERDICT_MET:
      return _("complete");
    case HBK_VERDICT_SHORT:
      return _("short");
    case HBK_VERDICT_NOT_REQUIRED:
      return _("not required");
    case HBK_VERDICT_UNDETERMINED:
    default:
      return _("not for this notice to say");
    }
}

/* The verdict and, where it is short, by how much. */
static char *
verdict_sentence (const HbkYearResult *year)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (3, g_free, TRUE);
  HbkHours total = MAX (year->required.total - hbk_tally_total (year->credited), 0);
  HbkHours public_hours = MAX (year->required.public_hours - year->credited.public_hours, 0);
  HbkHours professional = MAX (year->required.professional_hours - year->credited.professional_hours, 0);
  g_autofree char *joined = NULL;

  if (year->verdict != HBK_VERDICT_SHORT)
    return g_strdup (hbk_assessment_verdict_word (year->verdict));
  if (year->met_public == HBK_MET_NO)
    {
      g_autofree char *hours = hbk_hours_format (public_hours);

      g_ptr_array_add (parts, g_strdup_printf (_("%s public hours missing"), hours));
    }
  if (year->met_professional == HBK_MET_NO)
    {
      g_autofree char *hours = hbk_hours_format (professional);

      g_ptr_array_add (parts, g_strdup_printf (_("%s professional hours missing"), hours));
    }
  if (year->met_total == HBK_MET_NO && total > public_hours + professional)
    {
      g_autofree char *hours = hbk_hours_format (total);

      g_ptr_array_add (parts, g_strdup_printf (_("%s hours missing in all"), hours));
    }
  /* Translators: joins what is missing in a year */
  joined = g_strjoinv (_(", "), (char **) parts->pdata);
  /* Translators: the verdict "short", and what is missing */
  return g_strdup_printf (_("%s: %s"), hbk_assessment_verdict_word (year->verdict), joined);
}

static void
append_figure (GString *line,
               HbkHours hours)
{
  g_autofree char *text = hours < 0 ? g_strdup ("–") : hbk_hours_format (hours);

  hbk_output_pad (line, text, FIGURE_WIDTH, TRUE);
}

static void
print_figures (const char *label,
               HbkHours    public_hours,
               HbkHours    professional_hours,
               HbkHours    total)
{
  g_autoptr (GString) line = g_string_new ("  ");

  hbk_output_pad (line, label, LABEL_WIDTH, FALSE);
  append_figure (line, public_hours);
  append_figure (line, professional_hours);
  append_figure (line, total);
  g_print ("%s\n", line->str);
}

static void
print_tally (const char *label,
             HbkTally    tally,
             gboolean    always)
{
  if (always || hbk_tally_total (tally) != 0)
    print_figures (label, tally.public_hours, tally.professional_hours, hbk_tally_total (tally));
}

static void
print_table (const HbkYearResult *year)
{
  g_autoptr (GString) head = g_string_new ("  ");

  hbk_output_pad (head, "", LABEL_WIDTH, FALSE);
  hbk_output_pad (head, _("public"), FIGURE_WIDTH, TRUE);
  hbk_output_pad (head, _("professional"), FIGURE_WIDTH, TRUE);
  hbk_output_pad (head, _("total"), FIGURE_WIDTH, TRUE);
  g_print ("%s\n", head->str);
  print_figures (_("required"), year->required.public_hours, year->required.professional_hours, year->required.total);
  print_tally (_("credited"), year->credited, TRUE);
  print_tally (_("  evidenced"), year->evidenced, TRUE);
  print_tally (_("  verified"), year->verified, TRUE);
  print_tally (_("pending"), year->pending, FALSE);
  print_tally (_("planned"), year->planned, FALSE);
  print_tally (_("lost to caps"), year->lost, FALSE);
  if (!hbk_tally_equal (year->at_application, year->credited))
    print_tally (_("at application"), year->at_application, TRUE);
}

static char *
hours_word (HbkTally tally)
{
  g_autofree char *public_hours = hbk_hours_format (tally.public_hours);
  g_autofree char *professional = hbk_hours_format (tally.professional_hours);

  if (tally.public_hours == 0)
    return g_strdup_printf (_("%s professional"), professional);
  if (tally.professional_hours == 0)
    return g_strdup_printf (_("%s public"), public_hours);
  return g_strdup_printf (_("%s public + %s professional"), public_hours, professional);
}

static char *
outcome_word (const HbkRecordResult *result)
{
  g_autofree char *hours = NULL;

  switch (result->outcome)
    {
    case HBK_OUTCOME_PENDING:
      hours = hours_word (result->pending);
      return g_strdup_printf (_("pending (%s)"), hours);
    case HBK_OUTCOME_PLANNED:
      hours = hours_word (result->planned);
      return g_strdup_printf (_("planned (%s)"), hours);
    case HBK_OUTCOME_EXCLUDED:
      return g_strdup (_("does not count"));
    case HBK_OUTCOME_NO_RATE:
      return g_strdup (_("no rate: the reviewer decides"));
    case HBK_OUTCOME_DUPLICATE:
      return g_strdup (_("counted already"));
    case HBK_OUTCOME_DEEMED:
      if (result->at_application)
        return g_strdup (_("counts at an application"));
      hours = hours_word (result->credited);
      return g_strdup_printf (_("fills up %s"), hours);
    case HBK_OUTCOME_CREDITED:
    default:
      return hours_word (result->credited);
    }
}

static void
print_trace (const HbkAssessment   *assessment,
             const HbkRecordResult *result,
             HbkLanguage            language)
{
  g_autoptr (GArray) trace = hbk_assessment_dup_trace (assessment, result);
  const char *clause = NULL;

  for (guint i = 0; i < trace->len; i++)
    {
      const HbkTraceStep *step = &g_array_index (trace, HbkTraceStep, i);
      g_autofree char *text = hbk_trace_step_to_text (step, hbk_assessment_get_pack (assessment), language);
      g_autofree char *clean = hbk_output_clean (text, 400);
      g_autofree char *said = NULL;

      if (step->clause != NULL && g_strcmp0 (step->clause, clause) != 0)
        said = g_strdup_printf ("%s [%s]", clean, step->clause);
      if (step->clause != NULL)
        clause = step->clause;
      hbk_output_wrapped ("        · ", "          ", said != NULL ? said : clean);
    }
}

static void
print_missing_documents (const HbkPack         *pack,
                         const HbkRecordResult *result,
                         HbkLanguage            language)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (result->missing_documents == NULL || result->evidence_complete)
    return;
  for (guint i = 0; i < result->missing_documents->len; i++)
    {
      const char *id = g_ptr_array_index (result->missing_documents, i);
      const HbkDocumentSpec *spec = hbk_vocabulary_lookup_document (pack->vocabulary, id);

      if (names->len > 0)
        g_string_append (names, _(", "));
      g_string_append (names, spec != NULL ? hbk_bilingual_get (&spec->name, language) : _("any document"));
    }
  text = g_strdup_printf (_("Evidence still missing: %s"), names->str);
  hbk_output_wrapped ("        · ", "          ", text);
}

/**
 * hbk_assessment_print_record:
 * @assessment: an assessment
 * @result: a record in one of its years
 * @language: the language of texts from the pack
 *
 * Prints what became of a record, with every step from facts to hours.
 */
void
hbk_assessment_print_record (const HbkAssessment   *assessment,
                             const HbkRecordResult *result,
                             HbkLanguage            language)
{
  g_autofree char *date = hbk_date_format (result->part.end);
  g_autofree char *title = hbk_output_clean (hbk_record_get_title (result->record), 60);
  g_autofree char *outcome = outcome_word (result);
  g_autofree char *id = hbk_output_clean (hbk_record_get_id (result->record), 40);
  g_autoptr (GString) line = g_string_new ("    ");

  hbk_output_pad (line, date, 12, FALSE);
  hbk_output_pad (line, title, 52, FALSE);
  g_string_append_printf (line, "  %s", outcome);
  g_string_append_printf (line, "  (%s)", id);
  g_print ("%s\n", line->str);
  print_trace (assessment, result, language);
  print_missing_documents (hbk_assessment_get_pack (assessment), result, language);
}

/**
 * hbk_assessment_print_warnings:
 * @pack: the rules they come from
 * @warnings: (array length=n_warnings): warnings
 * @n_warnings: how many
 * @language: the language of texts from the pack
 *
 * Prints warnings, each with what to do.
 */
void
hbk_assessment_print_warnings (const HbkPack    *pack,
                               const HbkWarning *warnings,
                               guint             n_warnings,
                               HbkLanguage       language)
{
  static const char *const marks[] = { "    · ", "    ! ", "    ‼ " };

  for (guint i = 0; i < n_warnings; i++)
    {
      const HbkWarning *warning = &warnings[i];
      g_autofree char *text = hbk_warning_to_text (warning, pack, language);
      g_autofree char *action = hbk_warning_to_action (warning, pack, language);
      g_autofree char *id = warning->record != NULL ? hbk_output_clean (hbk_record_get_id (warning->record), 40) : NULL;
      g_autofree char *line = NULL;
      g_autofree char *clean = NULL;

      /* Translators: a warning (code), the record it is about, and what to do */
      line = id != NULL ? g_strdup_printf (_("%s (%s, record %s). %s"), text, warning->spec->id, id, action)
                        : g_strdup_printf (_("%s (%s). %s"), text, warning->spec->id, action);
      clean = hbk_output_clean (line, 600);
      hbk_output_wrapped (marks[warning->spec->severity], "      ", clean);
    }
}

static void
print_effects (const HbkPack       *pack,
               const HbkYearResult *year,
               HbkLanguage          language)
{
  if (year->readings->len == 0)
    return;
  g_print ("\n  %s\n", _("Unclear clauses that matter"));
  for (guint i = 0; i < year->readings->len; i++)
    {
      const HbkReadingEffect *effect = &g_array_index (year->readings, HbkReadingEffect, i);
      const HbkReading *reading = &g_array_index (pack->readings, HbkReading, effect->reading);
      const HbkReadingOption *other = &g_array_index (reading->options, HbkReadingOption, effect->other);
      g_autofree char *hours = hours_word (effect->credited);
      g_autofree char *line = NULL;

      /* Translators: question of an unclear clause, its id and the other option, the other meaning, hours and verdict under it */
      line = g_strdup_printf (_("%s (%s=%s) Otherwise: %s → %s, %s"), hbk_bilingual_get (&reading->question, language), reading->id,
                              other->id, hbk_bilingual_get (&other->text, language), hours,
                              hbk_assessment_verdict_word (effect->verdict));
      hbk_output_wrapped ("    ? ", "      ", line);
    }
}

static void
print_year (const HbkAssessment *assessment,
            const HbkYearResult *year,
            HbkLanguage          language)
{
  const HbkPack *pack = hbk_assessment_get_pack (assessment);
  g_autofree char *verdict = verdict_sentence (year);

  /* Translators: a year and its verdict */
  g_print (_("\n%d – %s\n"), year->year, verdict);
  print_table (year);
  if (year->records->len > 0)
    g_print ("\n  %s\n", _("Records"));
  for (guint i = 0; i < year->records->len; i++)
    hbk_assessment_print_record (assessment, g_ptr_array_index (year->records, i), language);
  if (year->warnings->len > 0)
    g_print ("\n  %s\n", _("To know and to do"));
  hbk_assessment_print_warnings (pack, (const HbkWarning *) (gpointer) year->warnings->data, year->warnings->len, language);
  print_effects (pack, year, language);
}

/**
 * hbk_assessment_print_heading:
 * @pack: the rules
 * @profile: the person
 * @as_of: the day
 * @language: the language of texts from the pack
 *
 * Prints whose hours are computed, by which rules, and for which day.
 */
void
hbk_assessment_print_heading (const HbkPack *pack,
                              HbkProfile    *profile,
                              HbkDate        as_of,
                              HbkLanguage    language)
{
  g_autofree char *name = hbk_output_clean (hbk_profile_get_name (profile), 60);
  g_autofree char *date = hbk_date_format (as_of);

  if (*name != '\0')
    g_print ("%s · ", name);
  /* Translators: name of a rule pack, and a date */
  g_print (_("%s · as of %s\n"), hbk_bilingual_get (&pack->name, language), date);
}

/**
 * hbk_assessment_print:
 * @assessment: an assessment
 * @profile: the person
 * @language: the language of texts from the pack
 *
 * Prints an assessment for a person to read.
 */
void
hbk_assessment_print (const HbkAssessment *assessment,
                      HbkProfile          *profile,
                      HbkLanguage          language)
{
  hbk_assessment_print_heading (hbk_assessment_get_pack (assessment), profile, hbk_assessment_get_as_of (assessment), language);
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    print_year (assessment, hbk_assessment_get_year (assessment, i), language);
}
