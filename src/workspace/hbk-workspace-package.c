/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-workspace-package.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "library/hbk-edit.h"
#include "library/hbk-seal.h"
#include "records/hbk-title-level.h"
#include "workspace/hbk-workspace-evidence.h"
#include "workspace/hbk-workspace-library.h"
#include "workspace/hbk-workspace-private.h"

/* Under which name the library keeps the packages of applications. */
#define HBK_PACKAGES_NOTED "hourbook_packages"

/* ---- Which years ---- */

static HbkBasis *
find_basis (GPtrArray *bases, int year)
{
  for (guint i = 0; i < bases->len; i++)
    {
      HbkBasis *basis = g_ptr_array_index (bases, i);

      for (guint j = 0; j < basis->years->len; j++)
        if (g_array_index (basis->years, int, j) == year)
          return basis;
    }

  return NULL;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The years that an application for a title hands in. */
static GArray *
list_applied (HbkWorkspace *self, const HbkPackageTarget *target, HbkDate as_of, GError **error)
{
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) bases = NULL;
  g_autoptr (HbkApplication) application = NULL;
  const HbkBasis *basis;

  g_array_append_val (asked, target->year);
  bases = hbk_workspace_list_bases (self, as_of, asked, error);
  basis = bases != NULL ? find_basis (bases, target->year) : NULL;
  if (basis == NULL)
    return NULL;

  application = hbk_apply (basis->logbook, basis->pack, target->level, target->year, as_of, basis->readings);
  for (guint i = 0; i < hbk_application_get_n_years (application); i++)
    {
      const HbkApplicationYear *year = hbk_application_get_nth_year (application, i);

      if (year->counted && year->year <= hbk_date_year (as_of))
        g_array_append_val (years, year->year);
    }
  if (years->len == 0)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("The notice does not say which years an application in %d hands in. Make a package of each year instead."), target->year);
      return NULL;
    }
  g_array_sort (years, compare_years);

  return g_steal_pointer (&years);
}

static GArray *
list_years (HbkWorkspace *self, const HbkPackageTarget *target, HbkDate as_of, GError **error)
{
  GArray *years;

  if (target->level != HBK_TITLE_LEVEL_UNKNOWN)
    return list_applied (self, target, as_of, error);

  if (target->year > hbk_date_year (as_of) || target->year < HBK_DATE_YEAR_MIN)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _ ("There is no package of %d yet. Choose a year that has begun."), target->year);
      return NULL;
    }
  years = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_val (years, target->year);

  return years;
}

/* ---- Preparing ---- */

static GHashTable *
index_files (HbkWorkspace *self, GError **error)
{
  g_autoptr (GPtrArray) files = hbk_workspace_list_files (self, HBK_FILES_ALL, error);
  GHashTable *index;

  if (files == NULL)
    return NULL;

  index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) hbk_evidence_file_free);
  for (guint i = 0; i < files->len; i++)
    {
      HbkEvidenceFile *file = hbk_evidence_file_copy (g_ptr_array_index (files, i));

      g_hash_table_insert (index, file->sha256, file);
    }

  return index;
}

/* The number is in the form and in nothing that is kept. */
static HbkProfile *
make_profile (const HbkPackageTarget *target, HbkLogbook *logbook)
{
  HbkProfile *profile = hbk_profile_new ();

  hbk_profile_set_attributes (profile, hbk_profile_get_attributes (hbk_logbook_get_profile (logbook)));
  if (target->id_number != NULL)
    {
      g_auto (HbkValue) value = HBK_VALUE_INIT;

      hbk_value_set_text (&value, target->id_number);
      hbk_profile_set_attribute (profile, "id_number", &value);
    }

  return profile;
}

static void
add_year (HbkSubmission *submission, GPtrArray *bases, GHashTable *assessments, int year, HbkDate as_of, GHashTable *files)
{
  HbkBasis      *basis = find_basis (bases, year);
  HbkAssessment *assessment = g_hash_table_lookup (assessments, basis);

  if (assessment == NULL)
    {
      assessment = hbk_basis_assess (basis, as_of);
      g_hash_table_insert (assessments, basis, assessment);
    }
  hbk_submission_add_year (submission, assessment, year, files);
  hbk_submission_set_logbook (submission, year, basis->logbook);
}

/**
 * hbk_workspace_prepare_package:
 * @self: a workspace with an open library
 * @target: what the package is for
 * @as_of: the day
 * @error: return location for an error
 *
 * Gathers what is handed in: for a year that year, for an application the years that the notice asks for, each by the rules it is bound to.
 *
 * Returns: (transfer full): the submission, or %NULL with HBK_ERROR_USAGE (no such year, or the person names no region),
 *   HBK_ERROR_NOT_FOUND (the notice names no years), or an error of the library
 */
HbkSubmission *
hbk_workspace_prepare_package (HbkWorkspace *self, const HbkPackageTarget *target, HbkDate as_of, GError **error)
{
  HbkSubmissionOptions options;
  g_autoptr (GHashTable) files = NULL;
  g_autoptr (GHashTable) assessments = NULL;
  g_autoptr (GArray) years = NULL;
  g_autoptr (GPtrArray) bases = NULL;
  g_autoptr (HbkProfile) profile = NULL;
  g_autoptr (HbkSubmission) submission = NULL;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && target != NULL, NULL);

  years = hbk_workspace_get_library (self, error) != NULL ? list_years (self, target, as_of, error) : NULL;
  bases = years != NULL ? hbk_workspace_list_bases (self, as_of, years, error) : NULL;
  files = bases != NULL ? index_files (self, error) : NULL;
  if (files == NULL)
    return NULL;

  options = target->options;
  options.level = target->level;
  options.apply_year = target->level != HBK_TITLE_LEVEL_UNKNOWN ? target->year : 0;
  options.with_id_number = target->id_number != NULL;
  profile = make_profile (target, ((HbkBasis *) g_ptr_array_index (bases, bases->len - 1))->logbook);
  submission = hbk_submission_new (hbk_workspace_get_vocabulary (self, NULL), profile, as_of, &options);
  assessments = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) hbk_assessment_unref);
  for (guint i = 0; i < years->len; i++)
    add_year (submission, bases, assessments, g_array_index (years, int, i), as_of, files);

  return g_steal_pointer (&submission);
}

/* ---- Checking ---- */

static gboolean
has_file (const char *sha256, gpointer user_data)
{
  return hbk_blob_store_has (user_data, sha256);
}

/* The checksums of the records that were handed in, by id. */
static GHashTable *
index_digests (const HbkYearEntry *entry)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; entry->records[i] != NULL; i++)
    {
      const char *space = strchr (entry->records[i], ' ');

      if (space != NULL)
        g_hash_table_insert (index, (gpointer) (space + 1), g_strndup (entry->records[i], (gsize) (space - entry->records[i])));
    }

  return index;
}

static gboolean
is_as_it_was (HbkRecord *record, const char *before)
{
  g_autofree char *digest = hbk_seal_digest (record);

  return g_str_equal (digest, before);
}

/* A record that is gone is called what it was called, as long as the trash has it. */
static char *
dup_old_name (GPtrArray *trash, const char *id)
{
  for (guint i = 0; i < trash->len; i++)
    {
      HbkRecord  *record = ((const HbkTrashEntry *) g_ptr_array_index (trash, i))->record;
      const char *title = record != NULL && g_str_equal (hbk_record_get_id (record), id) ? hbk_record_get_title (record) : NULL;

      if (title != NULL && *title != '\0')
        return g_strdup (title);
    }

  return g_strdup (id);
}

static void
add_new_and_changed (GPtrArray *findings, const HbkSubmissionYear *year, GHashTable *digests)
{
  for (guint i = 0; i < year->entries->len; i++)
    {
      const HbkSubmissionEntry *line = g_ptr_array_index (year->entries, i);
      const char               *before = g_hash_table_lookup (digests, hbk_record_get_id (line->result->record));

      if (before == NULL)
        hbk_preflight_add (findings, HBK_FINDING_ADDED, year->year)->entry = line;
      else if (!is_as_it_was (line->result->record, before))
        hbk_preflight_add (findings, HBK_FINDING_CHANGED, year->year)->entry = line;
      g_hash_table_remove (digests, hbk_record_get_id (line->result->record));
    }
}

/* What changed since the year was handed in, for whoever compares two packages. */
static void
add_changes (GPtrArray *findings, const HbkSubmissionYear *year, const HbkYearEntry *entry, GPtrArray *trash)
{
  g_autoptr (GHashTable) digests = index_digests (entry);

  hbk_preflight_add (findings, HBK_FINDING_ALREADY, year->year);
  add_new_and_changed (findings, year, digests);
  /* What is left stands on no line of the form any more, or never did: it was moved to another year, is only planned, or is gone. */
  for (guint i = 0; entry->records[i] != NULL; i++)
    {
      const char *space = strchr (entry->records[i], ' ');
      const char *before = space != NULL ? g_hash_table_lookup (digests, space + 1) : NULL;
      HbkRecord  *record = before != NULL ? hbk_logbook_lookup (year->logbook, space + 1) : NULL;

      if (before != NULL && record == NULL)
        hbk_preflight_add (findings, HBK_FINDING_REMOVED, year->year)->name = dup_old_name (trash, space + 1);
      else if (record != NULL && !is_as_it_was (record, before))
        hbk_preflight_add (findings, HBK_FINDING_CHANGED, year->year)->name = g_strdup (hbk_record_get_title (record) != NULL ? hbk_record_get_title (record) : space + 1);
    }
}

/**
 * hbk_workspace_check_package:
 * @self: a workspace with an open library
 * @submission: what is to be handed in
 * @limits: (nullable): what the portal takes
 * @error: return location for an error
 *
 * Looks for everything for which the package would come back. See [func@preflight].
 *
 * Returns: (transfer full) (element-type HbkFinding): what was found, or %NULL on error; it must not live longer than @submission
 */
GPtrArray *
hbk_workspace_check_package (HbkWorkspace *self, const HbkSubmission *submission, const HbkPortalLimits *limits, GError **error)
{
  g_autoptr (HbkBlobStore) store = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) trash = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && submission != NULL, NULL);

  entries = hbk_workspace_get_library (self, error) != NULL ? hbk_workspace_list_years (self, error) : NULL;
  trash = entries != NULL ? hbk_workspace_list_trash (self, error) : NULL;
  store = trash != NULL ? hbk_workspace_open_store (self, error) : NULL;
  if (store == NULL)
    return NULL;

  findings = hbk_preflight (submission, limits, has_file, store);
  for (guint i = 0; i < submission->years->len; i++)
    for (guint j = 0; j < entries->len; j++)
      {
        const HbkYearEntry      *entry = g_ptr_array_index (entries, j);
        const HbkSubmissionYear *year = g_ptr_array_index (submission->years, i);

        if (entry->year == year->year && entry->handed_in && entry->records != NULL)
          add_changes (findings, year, entry, trash);
      }

  return g_steal_pointer (&findings);
}

/* ---- Applications ---- */

static JsonArray *
load_packages (HbkLibrary *library, GError **error)
{
  g_autofree char *doc = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (!hbk_library_lookup (library, HBK_CHANGE_EXTRA, HBK_PACKAGES_NOTED, &doc, error))
    return NULL;

  node = doc != NULL ? json_from_string (doc, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_dup_array (node) : json_array_new ();
}

static JsonObject *
make_item (HbkTitleLevel level, int year, const char *const *years, const char *package, HbkDate as_of, const char *note)
{
  JsonObject      *item = json_object_new ();
  JsonArray       *list = json_array_new ();
  g_autofree char *date = hbk_date_format (as_of);

  json_object_set_string_member (item, "for", "application");
  json_object_set_string_member (item, "level", hbk_title_level_to_nick (level));
  json_object_set_int_member (item, "year", year);
  for (guint i = 0; years[i] != NULL; i++)
    json_array_add_int_element (list, g_ascii_strtoll (years[i], NULL, 10));
  json_object_set_array_member (item, "years", list);
  json_object_set_string_member (item, "as_of", date);
  json_object_set_string_member (item, "package", package);
  if (note != NULL && *note != '\0')
    json_object_set_string_member (item, "note", note);

  return item;
}

/**
 * hbk_workspace_note_application:
 * @self: a workspace with an open library
 * @level: the title that is applied for
 * @year: the year of the application
 * @years: (array zero-terminated=1): the years that were handed in with it
 * @package: the checksum of the package
 * @as_of: the day of the assessment
 * @note: (nullable): to whom, for what
 * @error: return location for an error
 *
 * Notes that the package of an application was made. The years themselves are sealed when they are handed in, each by itself.
 *
 * Returns: (transfer full): the step, or %NULL on error
 */
HbkJournalStep *
hbk_workspace_note_application (HbkWorkspace *self, HbkTitleLevel level, int year, const char *const *years, const char *package, HbkDate as_of, const char *note, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (JsonArray) packages = library != NULL ? load_packages (library, error) : NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (HbkEdit) edit = NULL;
  g_autofree char *doc = NULL;

  g_return_val_if_fail (years != NULL && package != NULL, NULL);

  if (packages == NULL)
    return NULL;

  json_array_add_object_element (packages, make_item (level, year, years, package, as_of, note));
  node = json_node_init_array (json_node_alloc (), packages);
  doc = json_to_string (node, FALSE);
  edit = hbk_edit_new (library, HBK_JOURNAL_HAND_IN);
  hbk_edit_set_note (edit, note);

  return hbk_edit_put (edit, HBK_CHANGE_EXTRA, HBK_PACKAGES_NOTED, doc, error) ? hbk_edit_commit (edit, error) : NULL;
}
