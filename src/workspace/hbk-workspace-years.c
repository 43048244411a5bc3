/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-workspace-years.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "library/hbk-edit.h"
#include "library/hbk-seal.h"
#include "rules/hbk-assessment.h"
#include "workspace/hbk-workspace-library.h"
#include "workspace/hbk-workspace-private.h"

static HbkYearEntry *
load_entry (HbkLibrary *library, int year, GError **error)
{
  g_autoptr (GPtrArray) entries = hbk_library_list_years (library, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      HbkYearEntry *entry = g_ptr_array_index (entries, i);

      if (entry->year == year)
        return hbk_year_entry_copy (entry);
    }

  return NULL;
}

static gboolean
put_entry (HbkEdit *edit, const HbkYearEntry *entry, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%d", entry->year);
  g_autofree char *doc = hbk_year_entry_write (entry);

  return hbk_edit_put (edit, HBK_CHANGE_YEAR, id, doc, error);
}

/* Keeps the files that a pack was read from, and notes them in the entry. */
static gboolean
keep_rules (HbkWorkspace *self, HbkYearEntry *entry, const HbkPack *pack, GError **error)
{
  g_set_str (&entry->pack, pack->id);
  g_set_str (&entry->pack_version, pack->revision);
  for (gsize i = 0; i < G_N_ELEMENTS (entry->rules); i++)
    g_clear_pointer (&entry->rules[i], g_free);

  return hbk_library_keep_rules (self->library, hbk_pack_get_bytes (pack), &entry->rules[0], error) &&
         (pack->parent == NULL || hbk_library_keep_rules (self->library, hbk_pack_get_bytes (pack->parent), &entry->rules[1], error)) &&
         hbk_library_keep_rules (self->library, self->vocabulary_bytes, &entry->rules[2], error);
}

/* What one year is assessed by. */
static HbkBasis *
load_basis (HbkWorkspace *self, int year, HbkDate today, GError **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) bases = NULL;

  g_array_append_val (years, year);
  bases = hbk_workspace_list_bases (self, today, years, error);

  return bases != NULL ? g_ptr_array_steal_index (bases, 0) : NULL;
}

static HbkAssessment *
assess (const HbkBasis *basis, HbkDate today)
{
  HbkAssessmentOptions options = { .years = basis->years, .readings = basis->readings, .skip_comparison = TRUE };

  return hbk_assess (basis->logbook, basis->pack, today, &options);
}

static gboolean
has_day_in (HbkRecord *record, int year)
{
  return hbk_date_year (hbk_record_get_start (record)) <= year && hbk_date_year (hbk_record_get_end (record)) >= year;
}

/* The records by which others of the year do not count, such as the same work in an earlier year. */
static GHashTable *
find_covering (const HbkYearResult *result)
{
  GHashTable *covering = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < result->records->len; i++)
    {
      const HbkRecordResult *record = g_ptr_array_index (result->records, i);

      if (record->covered_by != NULL)
        g_hash_table_add (covering, record->covered_by);
    }

  return covering;
}

/* The records of a year as they are: those with a day in it, those that count in it, and those by which one of them does not. */
static char **
list_digests (const HbkBasis *basis, const HbkYearResult *result)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_autoptr (GHashTable) covering = find_covering (result);

  for (guint i = 0; i < hbk_logbook_get_n_records (basis->logbook); i++)
    {
      HbkRecord       *record = hbk_logbook_get_record (basis->logbook, i);
      g_autofree char *digest = NULL;

      if (!has_day_in (record, result->year) && hbk_year_result_lookup (result, hbk_record_get_id (record)) == NULL && !g_hash_table_contains (covering, record))
        continue;
      digest = hbk_seal_digest (record);
      g_strv_builder_take (list, g_strdup_printf ("%s %s", digest, hbk_record_get_id (record)));
    }

  return g_strv_builder_end (list);
}

static HbkFacts *
list_readings (const HbkBasis *basis)
{
  HbkFacts *readings = hbk_facts_new ();

  for (guint i = 0; i < basis->pack->readings->len; i++)
    {
      const HbkReading *reading = &g_array_index (basis->pack->readings, HbkReading, i);
      g_auto (HbkValue) value = HBK_VALUE_INIT;

      hbk_value_set_text (&value, g_array_index (reading->options, HbkReadingOption, basis->readings[i]).id);
      hbk_facts_set (readings, reading->id, &value);
    }

  return readings;
}

/**
 * hbk_workspace_list_years:
 * @self: a workspace with an open library
 * @error: return location for an error
 *
 * Lists the years that were closed or handed in.
 *
 * Returns: (transfer full) (element-type HbkYearEntry): the years, the earliest first; %NULL on error
 */
GPtrArray *
hbk_workspace_list_years (HbkWorkspace *self, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);

  return library != NULL ? hbk_library_list_years (library, error) : NULL;
}

static gboolean
close_year (HbkWorkspace *self, HbkEdit *edit, const HbkPack *pack, int year, GError **error)
{
  g_autoptr (HbkYearEntry) entry = hbk_year_entry_new (year, pack->id, pack->revision);

  entry->at = hbk_clock_now (self->clock);

  return keep_rules (self, entry, pack, error) && put_entry (edit, entry, error);
}

/**
 * hbk_workspace_close_past_years:
 * @self: a workspace with an open library
 * @today: the current day
 * @error: return location for an error
 *
 * Binds every year that is over and holds records to the rules as they are now, unless it is bound already. So an old year does not move
 * because a pack was updated later.
 *
 * Returns: (transfer full): the step, with number 0 when there was none to close; %NULL on error
 */
HbkJournalStep *
hbk_workspace_close_past_years (HbkWorkspace *self, HbkDate today, GError **error)
{
  g_autoptr (HbkEdit) edit = NULL;
  g_autoptr (GPtrArray) bases = hbk_workspace_list_bases (self, today, NULL, error);

  if (bases == NULL)
    return NULL;

  edit = hbk_edit_new (self->library, HBK_JOURNAL_CLOSE);
  for (guint i = 0; i < bases->len; i++)
    {
      const HbkBasis *basis = g_ptr_array_index (bases, i);

      for (guint j = 0; j < basis->years->len; j++)
        {
          int year = g_array_index (basis->years, int, j);

          if (year >= hbk_date_year (today) || g_ptr_array_index (basis->entries, j) != NULL)
            continue;
          if (!close_year (self, edit, basis->pack, year, error))
            return NULL;
        }
    }

  return hbk_edit_commit (edit, error);
}

static gboolean
check_can_hand_in (int year, const HbkYearEntry *entry, const char *package, HbkDate today, GError **error)
{
  if (entry != NULL && entry->handed_in && package == NULL)
    g_set_error (error, HBK_ERROR, HBK_ERROR_SEALED, _ ("%d was handed in already. Open it again first."), year);
  else if (year < HBK_DATE_YEAR_MIN)
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _ ("There is no year %d to hand in. Write it with four digits, such as 2024."), year);
  else if (year > hbk_date_year (today))
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _ ("%d has not begun yet. Hand in a year that has."), year);
  else
    return TRUE;

  return FALSE;
}

/**
 * hbk_workspace_hand_in:
 * @self: a workspace with an open library
 * @year: the year
 * @package: (nullable): the checksum of the package that was handed in
 * @note: (nullable): to whom, for what
 * @today: the current day
 * @error: return location for an error
 *
 * Notes that a year was handed in, and seals it: its records, rules, readings and the profile are kept as they are, and what is changed
 * later is a visible correction. A year that was handed in already can be handed in once more with another package, which takes the place of the first.
 *
 * Returns: (transfer full): the step; %NULL with HBK_ERROR_SEALED when it was handed in already and there is no package, or another error
 */
HbkJournalStep *
hbk_workspace_hand_in (HbkWorkspace *self, int year, const char *package, const char *note, HbkDate today, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (GError) own_error = NULL;
  g_autoptr (HbkYearEntry) entry = NULL;
  g_autoptr (HbkAssessment) assessment = NULL;
  g_autoptr (HbkEdit) edit = NULL;
  g_autoptr (HbkBasis) basis = NULL;

  if (library == NULL)
    return NULL;
  entry = load_entry (library, year, &own_error);
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }
  if (!check_can_hand_in (year, entry, package, today, error))
    return NULL;
  basis = load_basis (self, year, today, error);
  if (basis == NULL)
    return NULL;

  g_clear_pointer (&entry, hbk_year_entry_free);
  entry = hbk_year_entry_new (year, basis->pack->id, basis->pack->revision);
  assessment = assess (basis, today);
  entry->handed_in = TRUE;
  entry->at = hbk_clock_now (self->clock);
  entry->profile = hbk_facts_ref (hbk_profile_get_attributes (hbk_logbook_get_profile (basis->logbook)));
  entry->readings = list_readings (basis);
  entry->package = g_strdup (package);
  entry->note = g_strdup (note);
  g_strfreev (entry->records);
  entry->records = list_digests (basis, hbk_assessment_lookup_year (assessment, year));

  edit = hbk_edit_new (library, HBK_JOURNAL_HAND_IN);
  hbk_edit_set_note (edit, note);

  return keep_rules (self, entry, basis->pack, error) && put_entry (edit, entry, error) ? hbk_edit_commit (edit, error) : NULL;
}

/* The entry of a year that has one. */
static HbkYearEntry *
require_entry (HbkWorkspace *self, int year, GError **error)
{
  HbkLibrary   *library = hbk_workspace_get_library (self, error);
  HbkYearEntry *entry;
  g_autoptr (GError) own_error = NULL;

  if (library == NULL)
    return NULL;

  entry = load_entry (library, year, &own_error);
  if (own_error != NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));
  else if (entry == NULL)
    g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("%d is neither closed nor handed in. Look at the list of years."), year);

  return entry;
}

/**
 * hbk_workspace_reopen:
 * @self: a workspace with an open library
 * @year: a year that was handed in
 * @correction: why, such as that the reviewer sent it back; not empty
 * @error: return location for an error
 *
 * Opens a year again that was handed in. It stays bound to its rules, and the history tells of it.
 *
 * Returns: (transfer full): the step; %NULL with HBK_ERROR_NOT_FOUND, HBK_ERROR_USAGE or another error
 */
HbkJournalStep *
hbk_workspace_reopen (HbkWorkspace *self, int year, const char *correction, GError **error)
{
  g_autoptr (HbkYearEntry) entry = require_entry (self, year, error);
  g_autoptr (HbkEdit) edit = NULL;

  if (entry == NULL)
    return NULL;
  if (!entry->handed_in)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _ ("%d was not handed in, so there is nothing to open again."), year);
      return NULL;
    }
  if (correction == NULL || *correction == '\0')
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_SEALED, _ ("%d was handed in. Say why it is opened again; the reason will be seen."), year);
      return NULL;
    }

  entry->handed_in = FALSE;
  entry->at = hbk_clock_now (self->clock);
  g_clear_pointer (&entry->profile, hbk_facts_unref);
  g_clear_pointer (&entry->readings, hbk_facts_unref);
  edit = hbk_edit_new (self->library, HBK_JOURNAL_REOPEN);
  hbk_edit_set_correction (edit, correction);

  return put_entry (edit, entry, error) ? hbk_edit_commit (edit, error) : NULL;
}

/* The rules of today for a year: those of where the person was. The rules that it is bound to need not be readable. */
static HbkPack *
load_rules_of_today (HbkWorkspace *self, const HbkYearEntry *entry, HbkDate today, GError **error)
{
  g_autoptr (HbkFacts) profile = hbk_library_dup_profile (self->library, MIN (today, hbk_date_new (entry->year, 12, 31)), error);
  const HbkValue *region = profile != NULL ? hbk_facts_lookup (profile, "region") : NULL;
  gboolean        has_region = region != NULL && region->kind == HBK_VALUE_TEXT && *region->text != '\0';

  return profile != NULL ? hbk_workspace_load_pack (self, has_region ? region->text : entry->pack, error) : NULL;
}

/**
 * hbk_workspace_adopt_rules:
 * @self: a workspace with an open library
 * @year: a year that is closed
 * @today: the current day
 * @correction: (nullable): why
 * @error: return location for an error
 *
 * Binds a closed year to the rules as they are now.
 *
 * Returns: (transfer full): the step, with number 0 when it was bound to them already; %NULL with HBK_ERROR_SEALED when it was handed in,
 *   or another error
 */
HbkJournalStep *
hbk_workspace_adopt_rules (HbkWorkspace *self, int year, HbkDate today, const char *correction, GError **error)
{
  g_autoptr (HbkYearEntry) entry = require_entry (self, year, error);
  g_autoptr (HbkEdit) edit = NULL;
  g_autoptr (HbkPack) pack = NULL;

  if (entry == NULL)
    return NULL;
  if (entry->handed_in)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_SEALED, _ ("%d was handed in by the rules of its time. Open it again first."), year);
      return NULL;
    }

  pack = load_rules_of_today (self, entry, today, error);
  if (pack == NULL)
    return NULL;
  edit = hbk_edit_new (self->library, HBK_JOURNAL_CLOSE);
  hbk_edit_set_correction (edit, correction);

  return keep_rules (self, entry, pack, error) && put_entry (edit, entry, error) ? hbk_edit_commit (edit, error) : NULL;
}
