/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-problems.h"
#include "library/hbk-library.h"
#include "workspace/hbk-workspace-library.h"
#include "workspace/hbk-workspace-private.h"
#include "workspace/hbk-workspace-years.h"

/* Finds out what each year of a library is assessed by. */
typedef struct
{
  HbkWorkspace *workspace;
  HbkLibrary   *library;
  HbkDate       as_of;
  HbkLogbook   *logbook; /* all records */
  GPtrArray    *entries; /* HbkYearEntry of the years that are closed or handed in */
  GHashTable   *packs;   /* what a pack is known by here → HbkPack */
} Finder;

/* What one year is assessed by. */
typedef struct
{
  const HbkYearEntry *entry;
  HbkFacts           *profile;
  HbkFacts           *readings;
  HbkPack            *pack;
  HbkPack            *newer;
} Ground;

static void
ground_clear (Ground *ground)
{
  g_clear_pointer (&ground->profile, hbk_facts_unref);
  g_clear_pointer (&ground->readings, hbk_facts_unref);
  g_clear_pointer (&ground->pack, hbk_pack_unref);
  g_clear_pointer (&ground->newer, hbk_pack_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ground, ground_clear)

/* ---- Packs ---- */

static HbkPack *
load_installed (Finder *finder, const char *id, GError **error)
{
  HbkPack *pack = g_hash_table_lookup (finder->packs, id);

  if (pack == NULL)
    {
      pack = hbk_workspace_load_pack (finder->workspace, id, error);
      if (pack == NULL)
        return NULL;
      g_hash_table_insert (finder->packs, g_strdup (id), pack);
    }

  return hbk_pack_ref (pack);
}

static gboolean
is_same (const char *sha256, GBytes *bytes)
{
  g_autofree char *found = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  return g_strcmp0 (found, sha256) == 0;
}

static gboolean
is_entrys_pack (Finder *finder, const HbkYearEntry *entry, const HbkPack *pack)
{
  return is_same (entry->rules[0], hbk_pack_get_bytes (pack)) &&
         is_same (entry->rules[1], pack->parent != NULL ? hbk_pack_get_bytes (pack->parent) : NULL) &&
         is_same (entry->rules[2], finder->workspace->vocabulary_bytes);
}

static HbkPack *
load_kept (Finder *finder, const HbkYearEntry *entry, GError **error)
{
  g_autofree char *key = g_strjoin (" ", entry->rules[0], entry->rules[1] != NULL ? entry->rules[1] : "-", entry->rules[2], NULL);
  HbkPack         *pack = g_hash_table_lookup (finder->packs, key);
  g_autoptr (GBytes) rules = NULL;
  g_autoptr (GBytes) parent = NULL;
  g_autoptr (GBytes) vocabulary = NULL;

  if (pack != NULL)
    return hbk_pack_ref (pack);

  rules = hbk_library_get_rules (finder->library, entry->rules[0], error);
  vocabulary = rules != NULL ? hbk_library_get_rules (finder->library, entry->rules[2], error) : NULL;
  if (vocabulary == NULL)
    return NULL;
  if (entry->rules[1] != NULL)
    {
      parent = hbk_library_get_rules (finder->library, entry->rules[1], error);
      if (parent == NULL)
        return NULL;
    }

  pack = hbk_workspace_read_kept_pack (finder->workspace, rules, parent, vocabulary, error);
  if (pack == NULL)
    {
      g_prefix_error (error, "%d: ", entry->year);
      return NULL;
    }
  g_hash_table_insert (finder->packs, g_steal_pointer (&key), pack);

  return hbk_pack_ref (pack);
}

/* ---- Grounds ---- */

static const HbkYearEntry *
find_entry (Finder *finder, int year)
{
  for (guint i = 0; i < finder->entries->len; i++)
    {
      const HbkYearEntry *entry = g_ptr_array_index (finder->entries, i);

      if (entry->year == year)
        return entry;
    }

  return NULL;
}

static void
set_no_region_error (int year, GError **error)
{
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _ ("The profile names no region for %d. Set it, or choose a rule pack."), year);
}

/* The last day of the year that has come, for that is what the person is when the year is judged. */
static HbkDate
day_of_profile (int year, HbkDate as_of)
{
  HbkDate last = hbk_date_new (year, 12, 31);

  return MIN (last, as_of) >= hbk_date_new (year, 1, 1) ? MIN (last, as_of) : last;
}

static const char *
get_region (const HbkFacts *profile)
{
  const HbkValue *region = hbk_facts_lookup (profile, "region");

  return region != NULL && region->kind == HBK_VALUE_TEXT && *region->text != '\0' ? region->text : NULL;
}

/* A year that was handed in stands as it was handed in; one that is only closed keeps the version of its rules, as long as the person
 * does not say that they were elsewhere. */
static gboolean
find_ground (Finder *finder, int year, Ground *ground, GError **error)
{
  const HbkYearEntry *entry = find_entry (finder, year);
  const char         *region;

  if (entry != NULL && entry->handed_in && entry->profile != NULL)
    ground->profile = hbk_facts_ref (entry->profile);
  else
    ground->profile = hbk_library_dup_profile (finder->library, day_of_profile (year, finder->as_of), error);
  if (ground->profile == NULL)
    return FALSE;

  region = get_region (ground->profile);
  if (entry != NULL && entry->rules[0] != NULL && entry->rules[2] != NULL && (entry->handed_in || g_strcmp0 (region, entry->pack) == 0))
    ground->entry = entry;
  if (ground->entry == NULL && region == NULL)
    {
      set_no_region_error (year, error);
      return FALSE;
    }

  if (ground->entry != NULL && entry->handed_in && entry->readings != NULL)
    ground->readings = hbk_facts_ref (entry->readings);
  else
    ground->readings = hbk_workspace_load_readings (finder->workspace, ground->entry != NULL ? entry->pack : region, error);
  if (ground->readings == NULL)
    return FALSE;

  ground->pack = load_installed (finder, ground->entry != NULL ? entry->pack : region, ground->entry != NULL ? NULL : error);
  if (ground->entry == NULL)
    return ground->pack != NULL;
  if (ground->pack != NULL && is_entrys_pack (finder, entry, ground->pack))
    return TRUE;

  ground->newer = g_steal_pointer (&ground->pack);
  ground->pack = load_kept (finder, entry, error);

  return ground->pack != NULL;
}

/* ---- Bases ---- */

static guint *
choose_options (const HbkPack *pack, const HbkFacts *readings)
{
  guint *options = g_new0 (guint, MAX (pack->readings->len, 1));

  for (guint i = 0; i < pack->readings->len; i++)
    {
      const HbkReading *reading = &g_array_index (pack->readings, HbkReading, i);
      const HbkValue   *chosen = hbk_facts_lookup (readings, reading->id);
      int               option = chosen != NULL && chosen->kind == HBK_VALUE_TEXT ? hbk_reading_lookup_option (reading, chosen->text) : -1;

      /* An option that a newer version of the pack no longer has counts as not chosen. */
      options[i] = option >= 0 ? (guint) option : reading->initial;
    }

  return options;
}

static HbkBasis *
basis_new (Finder *finder, const Ground *ground)
{
  HbkBasis *basis = g_new0 (HbkBasis, 1);

  basis->logbook = hbk_logbook_new ();
  for (guint i = 0; i < hbk_logbook_get_n_records (finder->logbook); i++)
    hbk_logbook_append (basis->logbook, hbk_logbook_get_record (finder->logbook, i));
  hbk_logbook_set_extra (basis->logbook, hbk_logbook_get_extra (finder->logbook));
  hbk_profile_set_attributes (hbk_logbook_get_profile (basis->logbook), ground->profile);
  basis->pack = hbk_pack_ref (ground->pack);
  basis->newer = ground->newer != NULL ? hbk_pack_ref (ground->newer) : NULL;
  basis->readings = choose_options (ground->pack, ground->readings);
  basis->years = g_array_new (FALSE, FALSE, sizeof (int));
  basis->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_year_entry_free);
  basis->changed = g_array_new (FALSE, FALSE, sizeof (gboolean));

  return basis;
}

static gboolean
fits (const HbkBasis *basis, const Ground *ground)
{
  g_autofree guint *options = NULL;

  if (basis->pack != ground->pack || basis->newer != ground->newer ||
      !hbk_facts_equal (hbk_profile_get_attributes (hbk_logbook_get_profile (basis->logbook)), ground->profile))
    return FALSE;

  options = choose_options (ground->pack, ground->readings);

  return memcmp (options, basis->readings, ground->pack->readings->len * sizeof *options) == 0;
}

static gboolean
add_year (Finder *finder, GPtrArray *bases, int year, GError **error)
{
  HbkBasis *basis = bases->len > 0 ? g_ptr_array_index (bases, bases->len - 1) : NULL;
  g_auto (Ground) ground = { 0 };
  gboolean            changed = FALSE;
  const HbkYearEntry *entry = find_entry (finder, year);

  if (!find_ground (finder, year, &ground, error))
    return FALSE;
  if (entry != NULL && entry->handed_in && !hbk_library_has_year_changed (finder->library, entry, &changed, error))
    return FALSE;

  if (basis == NULL || !fits (basis, &ground))
    {
      basis = basis_new (finder, &ground);
      g_ptr_array_add (bases, basis);
    }
  g_array_append_val (basis->years, year);
  g_ptr_array_add (basis->entries, entry != NULL ? hbk_year_entry_copy (entry) : NULL);
  g_array_append_val (basis->changed, changed);

  return TRUE;
}

/* A record of another year may count in a year that was handed in, such as a statement of hours that was issued later, or take its place, such as
 * the same work in an earlier year: its dates do not tell, only the rules do. */
static gboolean
has_newcomer (const HbkYearResult *result, const HbkYearEntry *entry)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; entry->records[i] != NULL; i++)
    {
      const char *space = strchr (entry->records[i], ' ');

      if (space != NULL)
        g_hash_table_add (known, (gpointer) (space + 1));
    }
  for (guint i = 0; i < result->records->len; i++)
    {
      const HbkRecordResult *record = g_ptr_array_index (result->records, i);

      if (!g_hash_table_contains (known, hbk_record_get_id (record->record)) ||
          (record->covered_by != NULL && !g_hash_table_contains (known, hbk_record_get_id (record->covered_by))))
        return TRUE;
    }

  return FALSE;
}

static void
find_newcomers (HbkBasis *basis, HbkDate as_of)
{
  HbkAssessmentOptions options = { .years = basis->years, .readings = basis->readings, .skip_comparison = TRUE };
  g_autoptr (HbkAssessment) assessment = NULL;

  for (guint i = 0; i < basis->years->len; i++)
    {
      const HbkYearEntry *entry = g_ptr_array_index (basis->entries, i);
      gboolean           *changed = &g_array_index (basis->changed, gboolean, i);

      if (entry == NULL || !entry->handed_in || *changed)
        continue;
      if (assessment == NULL)
        assessment = hbk_assess (basis->logbook, basis->pack, as_of, &options);
      *changed = has_newcomer (hbk_assessment_lookup_year (assessment, entry->year), entry);
    }
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* A year that was handed in is listed even when all of its records are gone. */
static void
add_sealed_years (Finder *finder, GArray *years)
{
  for (guint i = 0; i < finder->entries->len; i++)
    {
      const HbkYearEntry *entry = g_ptr_array_index (finder->entries, i);

      if (entry->handed_in)
        g_array_append_val (years, entry->year);
    }
}

/* The years in which a record counts, by the rules of today, the running one, and those that were handed in. */
static GArray *
find_years (Finder *finder, GError **error)
{
  GArray              *years;
  const char          *region = hbk_profile_get_region (hbk_logbook_get_profile (finder->logbook));
  int                  now = hbk_date_year (finder->as_of);
  HbkAssessmentOptions options = { .skip_comparison = TRUE };
  g_autoptr (HbkPack) pack = NULL;
  g_autoptr (HbkAssessment) assessment = NULL;

  if (region == NULL || *region == '\0')
    {
      set_no_region_error (now, error);
      return NULL;
    }
  pack = load_installed (finder, region, error);
  if (pack == NULL)
    return NULL;

  years = g_array_new (FALSE, FALSE, sizeof (int));
  assessment = hbk_assess (finder->logbook, pack, finder->as_of, &options);
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    g_array_append_val (years, hbk_assessment_get_year (assessment, i)->year);
  if (hbk_assessment_lookup_year (assessment, now) == NULL)
    g_array_append_val (years, now);
  add_sealed_years (finder, years);

  return years;
}

static gboolean
finder_init (Finder *finder, HbkWorkspace *workspace, HbkLogbook *logbook, HbkDate as_of, GError **error)
{
  memset (finder, 0, sizeof *finder);
  finder->workspace = workspace;
  finder->as_of = as_of;
  finder->packs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) hbk_pack_unref);
  finder->library = hbk_workspace_get_library (workspace, error);
  if (finder->library == NULL || hbk_workspace_get_vocabulary (workspace, error) == NULL)
    return FALSE;

  finder->logbook = logbook != NULL ? g_object_ref (logbook) : hbk_workspace_load_logbook (workspace, as_of, error);
  finder->entries = finder->logbook != NULL ? hbk_library_list_years (finder->library, error) : NULL;

  return finder->entries != NULL;
}

static void
finder_clear (Finder *finder)
{
  g_clear_object (&finder->logbook);
  g_clear_pointer (&finder->entries, g_ptr_array_unref);
  g_clear_pointer (&finder->packs, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, finder_clear)

static GPtrArray *
list_bases (Finder *finder, GArray *years, GError **error)
{
  g_autoptr (GPtrArray) bases = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_basis_free);
  g_autoptr (GArray) wanted = years != NULL ? g_array_copy (years) : find_years (finder, error);

  if (wanted == NULL)
    return NULL;

  g_array_sort (wanted, compare_ints);
  for (guint i = 0; i < wanted->len; i++)
    {
      if (i > 0 && g_array_index (wanted, int, i) == g_array_index (wanted, int, i - 1))
        continue;
      if (!add_year (finder, bases, g_array_index (wanted, int, i), error))
        return NULL;
    }
  for (guint i = 0; i < bases->len; i++)
    find_newcomers (g_ptr_array_index (bases, i), finder->as_of);

  return g_steal_pointer (&bases);
}

/**
 * hbk_workspace_list_bases:
 * @self: a workspace with an open library
 * @as_of: the day of the assessment
 * @years: (element-type int) (nullable): the years that are wanted; %NULL for all that hold records, the running one, and those that were
 *   handed in
 * @error: return location for an error
 *
 * Says what the years of the library are assessed by. An old year never moves because a pack was updated: it keeps the rules it was
 * closed by, and one that was handed in its profile and readings, too. Years that are assessed alike come together.
 *
 * Returns: (transfer full) (element-type HbkBasis): the bases, the earliest years first; %NULL on error
 */
GPtrArray *
hbk_workspace_list_bases (HbkWorkspace *self, HbkDate as_of, GArray *years, GError **error)
{
  g_auto (Finder) finder = { 0 };

  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && as_of > HBK_DATE_NONE, NULL);

  return finder_init (&finder, self, NULL, as_of, error) ? list_bases (&finder, years, error) : NULL;
}

/**
 * hbk_workspace_list_bases_of:
 * @self: a workspace with an open library
 * @logbook: all records of the library, with the profile of @as_of
 * @pack: (nullable): the rules of the profile's region, when they are loaded already
 * @as_of: the day of the assessment
 * @years: (element-type int) (nullable): the years that are wanted; %NULL for all
 * @error: return location for an error
 *
 * Does what [method@Workspace.list_bases] does for records that were read before.
 *
 * Returns: (transfer full) (element-type HbkBasis): the bases, the earliest years first; %NULL on error
 */
GPtrArray *
hbk_workspace_list_bases_of (HbkWorkspace *self, HbkLogbook *logbook, HbkPack *pack, HbkDate as_of, GArray *years, GError **error)
{
  g_auto (Finder) finder = { 0 };

  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && HBK_IS_LOGBOOK (logbook) && as_of > HBK_DATE_NONE, NULL);

  if (!finder_init (&finder, self, logbook, as_of, error))
    return NULL;
  if (pack != NULL)
    g_hash_table_insert (finder.packs, g_strdup (pack->id), hbk_pack_ref (pack));

  return list_bases (&finder, years, error);
}

/**
 * hbk_basis_free:
 * @basis: (transfer full) (nullable): a basis
 *
 * Frees a basis.
 */
void
hbk_basis_free (HbkBasis *basis)
{
  if (basis == NULL)
    return;

  g_clear_object (&basis->logbook);
  g_clear_pointer (&basis->pack, hbk_pack_unref);
  g_clear_pointer (&basis->newer, hbk_pack_unref);
  g_free (basis->readings);
  g_array_unref (basis->years);
  g_ptr_array_unref (basis->entries);
  g_array_unref (basis->changed);
  g_free (basis);
}

/* The same choices in another version of a pack. */
static guint *
carry_readings_over (const HbkBasis *basis, const HbkPack *newer)
{
  guint *options = g_new0 (guint, newer->readings->len + 1);

  for (guint i = 0; i < newer->readings->len; i++)
    {
      const HbkReading       *reading = &g_array_index (newer->readings, HbkReading, i);
      int                     old_position = hbk_pack_lookup_reading (basis->pack, reading->id);
      const HbkReading       *old_reading = old_position >= 0 ? &g_array_index (basis->pack->readings, HbkReading, old_position) : NULL;
      const HbkReadingOption *chosen = old_reading != NULL ? &g_array_index (old_reading->options, HbkReadingOption, basis->readings[old_position]) : NULL;
      int                     option = chosen != NULL ? hbk_reading_lookup_option (reading, chosen->id) : -1;

      options[i] = option >= 0 ? (guint) option : reading->initial;
    }

  return options;
}

static HbkAssessment *
assess (const HbkBasis *basis, HbkDate as_of, gboolean skip_comparison)
{
  g_autoptr (GArray) altered = g_array_new (FALSE, FALSE, sizeof (int));
  HbkAssessmentOptions options = { .years = basis->years, .readings = basis->readings, .altered = altered, .skip_comparison = skip_comparison };

  for (guint i = 0; i < basis->years->len; i++)
    {
      if (g_array_index (basis->changed, gboolean, i))
        g_array_append_val (altered, g_array_index (basis->years, int, i));
    }

  return hbk_assess (basis->logbook, basis->pack, as_of, &options);
}

/**
 * hbk_basis_assess:
 * @basis: what years are assessed by
 * @as_of: the day of the assessment
 *
 * Assesses the years of a basis. Those that were changed since they were handed in are warned about.
 *
 * Returns: (transfer full): the assessment
 */
HbkAssessment *
hbk_basis_assess (const HbkBasis *basis, HbkDate as_of)
{
  return assess (basis, as_of, FALSE);
}

/**
 * hbk_basis_assess_quickly:
 * @basis: what years are assessed by
 * @as_of: the day of the assessment
 *
 * Does what [func@Basis.assess] does, but for the effects of other readings, which cost most.
 *
 * Returns: (transfer full): the assessment
 */
HbkAssessment *
hbk_basis_assess_quickly (const HbkBasis *basis, HbkDate as_of)
{
  return assess (basis, as_of, TRUE);
}

/**
 * hbk_basis_assess_newer:
 * @basis: what years are assessed by
 * @as_of: the day of the assessment
 *
 * Assesses the years of a basis by the rules as they are now, where they are bound to older ones.
 *
 * Returns: (transfer full) (nullable): the assessment, or %NULL where there are no newer rules
 */
HbkAssessment *
hbk_basis_assess_newer (const HbkBasis *basis, HbkDate as_of)
{
  g_autofree guint    *readings = basis->newer != NULL ? carry_readings_over (basis, basis->newer) : NULL;
  HbkAssessmentOptions options = { .years = basis->years, .readings = readings, .skip_comparison = TRUE };

  return basis->newer != NULL ? hbk_assess (basis->logbook, basis->newer, as_of, &options) : NULL;
}
