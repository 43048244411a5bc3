/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-basis-assess.h"

#include <glib/gi18n.h>

#include "base/hbk-text.h"
#include "rules/hbk-json-parts.h"
#include "cli/hbk-library-json.h"
#include "words/hbk-outcome-words.h"
#include "words/hbk-value-words.h"
#include "words/hbk-words.h"

/* A year that was only closed is open as long as the person says that they were elsewhere then. */
static const HbkYearEntry *
get_entry (const HbkBasis *basis, guint position)
{
  const HbkYearEntry *entry = g_ptr_array_index (basis->entries, position);

  return entry != NULL && (entry->handed_in || g_strcmp0 (entry->pack, basis->pack->id) == 0) ? entry : NULL;
}

/**
 * hbk_basis_is_moved:
 * @assessment: an assessment
 * @newer: (nullable): the same by newer rules
 * @year: a year of both
 *
 * Says whether newer rules would change what a year comes to.
 *
 * Returns: %TRUE when hours, requirement or verdict differ
 */
gboolean
hbk_basis_is_moved (const HbkAssessment *assessment, const HbkAssessment *newer, int year)
{
  const HbkYearResult *before = hbk_assessment_lookup_year (assessment, year);
  const HbkYearResult *after = newer != NULL ? hbk_assessment_lookup_year (newer, year) : NULL;

  if (before == NULL || after == NULL)
    return FALSE;

  return !hbk_tally_equal (before->credited, after->credited) || before->verdict != after->verdict || before->required.total != after->required.total ||
         before->required.public_hours != after->required.public_hours || before->required.professional_hours != after->required.professional_hours;
}

static void
add_newer_remark (GPtrArray *remarks, int year, const HbkAssessment *assessment, const HbkAssessment *newer)
{
  const HbkYearResult *after = newer != NULL ? hbk_assessment_lookup_year (newer, year) : NULL;
  g_autofree char     *hours = after != NULL ? hbk_words_hours (after->credited) : NULL;
  g_autofree char     *verdict = after != NULL ? hbk_outcome_words_year (after) : NULL;

  if (after == NULL)
    return;

  if (hbk_basis_is_moved (assessment, newer, year))
    /* Translators: hours, a verdict, and a year */
    g_ptr_array_add (remarks, g_strdup_printf (_("By the rules as they are now it would be: %1$s, %2$s. “hourbook-cli adopt %3$d” takes them."), hours, verdict, year));
  else
    g_ptr_array_add (remarks, g_strdup (_("There is a newer version of the rules; it changes nothing here.")));
}

/**
 * hbk_basis_dup_remarks:
 * @basis: what years are assessed by
 * @position: which of its years
 * @assessment: the assessment by it
 * @newer: (nullable): the assessment by newer rules
 *
 * Says what a person should know of a year that does not move any more.
 *
 * Returns: (transfer full) (element-type utf8): sentences
 */
GPtrArray *
hbk_basis_dup_remarks (const HbkBasis *basis, guint position, const HbkAssessment *assessment, const HbkAssessment *newer)
{
  const HbkYearEntry *entry = get_entry (basis, position);
  GPtrArray          *remarks = g_ptr_array_new_with_free_func (g_free);
  g_autofree char    *time = entry != NULL ? hbk_value_words_time (entry->at) : NULL;
  g_autofree char    *note = entry != NULL && entry->note != NULL ? hbk_text_escape (entry->note, -1, G_MAXUINT) : NULL;

  if (entry == NULL)
    return remarks;

  if (entry->handed_in && note != NULL)
    g_ptr_array_add (remarks, g_strdup_printf (_("Handed in on %1$s: %2$s"), time, note));
  else if (entry->handed_in)
    g_ptr_array_add (remarks, g_strdup_printf (_("Handed in on %s."), time));
  else
    g_ptr_array_add (remarks, g_strdup_printf (_("Closed: bound to the rules of %s."), time));
  if (g_array_index (basis->changed, gboolean, position))
    g_ptr_array_add (remarks, g_strdup (_("It has changed since it was handed in.")));
  add_newer_remark (remarks, g_array_index (basis->years, int, position), assessment, newer);

  return remarks;
}

static void
write_newer (const HbkBasis *basis, int year, const HbkAssessment *newer, HbkJsonWriter *writer)
{
  const HbkYearResult *result = newer != NULL ? hbk_assessment_lookup_year (newer, year) : NULL;

  if (result == NULL)
    {
      hbk_json_writer_add_null (writer, "newer");
      return;
    }

  hbk_json_writer_begin_object (writer, "newer");
  hbk_json_parts_add_text (writer, "pack_version", basis->newer->revision);
  hbk_json_parts_add_tally (writer, "credited", result->credited);
  hbk_json_writer_add_string (writer, "verdict", hbk_verdict_to_nick (result->verdict));
  hbk_json_writer_end_object (writer);
}

/**
 * hbk_basis_write_year:
 * @basis: what years are assessed by
 * @position: which of its years
 * @newer: (nullable): the assessment by newer rules
 * @writer: where to write
 *
 * Writes how far a year has come: open, closed or handed in, and by which rules it is computed.
 */
void
hbk_basis_write_year (const HbkBasis *basis, guint position, const HbkAssessment *newer, HbkJsonWriter *writer)
{
  const HbkYearEntry *entry = get_entry (basis, position);
  int                 year = g_array_index (basis->years, int, position);

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_int (writer, "year", year);
  hbk_json_writer_add_string (writer, "state", entry == NULL ? "open" : entry->handed_in ? "handed_in"
                                                                                         : "closed");
  if (entry != NULL)
    hbk_library_json_write_time (writer, "at", entry->at);
  else
    hbk_json_writer_add_null (writer, "at");
  hbk_json_writer_add_string (writer, "pack", basis->pack->id);
  hbk_json_parts_add_text (writer, "pack_version", entry != NULL ? entry->pack_version : basis->pack->revision);
  hbk_json_writer_add_boolean (writer, "changed", g_array_index (basis->changed, gboolean, position));
  hbk_json_parts_add_text (writer, "note", entry != NULL ? entry->note : NULL);
  hbk_json_parts_add_text (writer, "package", entry != NULL ? entry->package : NULL);
  write_newer (basis, year, newer, writer);
  hbk_json_writer_end_object (writer);
}
