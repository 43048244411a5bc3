/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-package-manifest-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-text.h"
#include "disk/hbk-sha256.h"
#include "records/hbk-json-reader.h"
#include "records/hbk-logbook-format.h"
#include "submission/hbk-package-names.h"

#define SAMPLE_CHARS 24
#define ASK_AGAIN _ ("Do not rely on the package; ask whoever made it for a new one.")

/* Of a careful person's whole life it would take less than a tenth. */
static const HbkJsonLimits limits = { 16 * 1024 * 1024, 8, 1000 };

static const HbkJsonChoice kinds[] = {
  { "year", FALSE },
  { "title", TRUE },
  { NULL, 0 },
};

static const HbkJsonChoice levels[] = {
  { "junior", HBK_TITLE_LEVEL_JUNIOR },
  { "intermediate", HBK_TITLE_LEVEL_INTERMEDIATE },
  { "senior", HBK_TITLE_LEVEL_SENIOR },
  { NULL, 0 },
};

static const HbkJsonChoice verdicts[] = {
  { "met", HBK_VERDICT_MET },
  { "short", HBK_VERDICT_SHORT },
  { "undetermined", HBK_VERDICT_UNDETERMINED },
  { "not_required", HBK_VERDICT_NOT_REQUIRED },
  { NULL, 0 },
};

/* What is only planned is never handed in. */
static const HbkJsonChoice outcomes[] = {
  { "credited", HBK_OUTCOME_CREDITED },
  { "deemed", HBK_OUTCOME_DEEMED },
  { "pending", HBK_OUTCOME_PENDING },
  { "excluded", HBK_OUTCOME_EXCLUDED },
  { "no_rate", HBK_OUTCOME_NO_RATE },
  { "duplicate", HBK_OUTCOME_DUPLICATE },
  { NULL, 0 },
};

typedef struct
{
  HbkPackageManifest *manifest;
  HbkPackageYear     *year;
  HbkPackageLine     *entry;
  GHashTable         *paths;   /* of all files */
  GHashTable         *records; /* of the year */
  guint               n_entries;
} Reader;

/* ---- Values ---- */

static char *
read_text (HbkJsonReader *reader, const char *member, HbkJsonNeed need, gsize max_chars)
{
  const char *text = hbk_json_reader_get_string (reader, member, need, max_chars);

  if (text == NULL || *text != '\0')
    return g_strdup (text);

  hbk_json_reader_report_member (reader, member, HBK_ERROR_VALUE, _ ("The text is empty."), ASK_AGAIN);

  return NULL;
}

static char *
read_sha256 (HbkJsonReader *reader, const char *member, HbkJsonNeed need)
{
  const char *text = hbk_json_reader_get_string (reader, member, need, HBK_LOGBOOK_FILE_MAX);

  if (text == NULL || hbk_sha256_is_hex (text))
    return g_strdup (text);

  hbk_json_reader_report_member (reader, member, HBK_ERROR_VALUE, _ ("This is not a SHA-256 checksum of 64 hexadecimal digits."), ASK_AGAIN);

  return NULL;
}

static void
read_hours (HbkJsonReader *reader, const char *member, HbkJsonNeed need, HbkHours *hours)
{
  HbkHours found;

  if (hbk_json_reader_get_hours (reader, member, need, &found))
    *hours = found;
}

static void
read_tally (HbkJsonReader *reader, const char *member, HbkTally *tally)
{
  static const char *const keys[] = { "public", "professional", "total", NULL };
  HbkHours                 total = 0;

  if (!hbk_json_reader_enter_object (reader, member, HBK_JSON_REQUIRED))
    return;

  hbk_json_reader_only_keys (reader, keys);
  read_hours (reader, "public", HBK_JSON_REQUIRED, &tally->public_hours);
  read_hours (reader, "professional", HBK_JSON_REQUIRED, &tally->professional_hours);
  read_hours (reader, "total", HBK_JSON_REQUIRED, &total);
  if (hbk_json_reader_get_n_problems (reader) == 0 && total != hbk_tally_total (*tally))
    hbk_json_reader_report_member (reader, "total", HBK_ERROR_VALUE, _ ("The total is not the sum of the two subjects."), ASK_AGAIN);
  hbk_json_reader_leave (reader);
}

static void
read_required (HbkJsonReader *reader, HbkRequired *required)
{
  static const char *const keys[] = { "public", "professional", "total", NULL };

  if (!hbk_json_reader_enter_object (reader, "required", HBK_JSON_REQUIRED))
    return;

  hbk_json_reader_only_keys (reader, keys);
  read_hours (reader, "public", HBK_JSON_OPTIONAL, &required->public_hours);
  read_hours (reader, "professional", HBK_JSON_OPTIONAL, &required->professional_hours);
  read_hours (reader, "total", HBK_JSON_OPTIONAL, &required->total);
  hbk_json_reader_leave (reader);
}

/* ---- Files ---- */

/* What the names of a package are made of is all that they may be made of. */
static gboolean
is_safe_path (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *safe = hbk_package_names_dup_safe (parts[i]);

      if (*parts[i] == '\0' || !g_str_equal (parts[i], safe))
        return FALSE;
    }

  return TRUE;
}

static void
check_path (HbkJsonReader *reader, Reader *self, const char *path)
{
  g_autofree char *key = NULL;
  g_autofree char *normal = NULL;

  if (path == NULL)
    return;

  if (!is_safe_path (path))
    {
      hbk_json_reader_report_member (reader, "path", HBK_ERROR_VALUE, _ ("A package has no file of such a name."), ASK_AGAIN);
      return;
    }

  /* On Windows and macOS these would be one file. */
  key = g_utf8_casefold (path, -1);
  normal = g_utf8_normalize (key, -1, G_NORMALIZE_NFC);
  if (!g_hash_table_add (self->paths, g_steal_pointer (&normal)))
    hbk_json_reader_report_member (reader, "path", HBK_ERROR_DUPLICATE, _ ("Two files have the same name."), ASK_AGAIN);
}

static void
read_number (HbkJsonReader *reader, const HbkPackageLine *entry, HbkPackageFile *file)
{
  g_autofree char *expected = hbk_package_names_dup_number (entry->number, entry->files->len);

  file->number = read_text (reader, "number", HBK_JSON_REQUIRED, HBK_LOGBOOK_ID_MAX);
  if (file->number != NULL && !g_str_equal (file->number, expected))
    hbk_json_reader_report_printf (reader, "number", HBK_ERROR_VALUE, ASK_AGAIN, _ ("At this place the number of the file is %s."), expected);
}

static void
read_size (HbkJsonReader *reader, HbkPackageFile *file)
{
  /* Sizes go beyond what the reader takes for an amount. */
  JsonNode *node = hbk_json_reader_get_node (reader, "size");

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) >= 0)
    file->size = (guint64) json_node_get_int (node);
  else
    hbk_json_reader_report_member (reader, "size", node != NULL ? HBK_ERROR_VALUE : HBK_ERROR_MISSING, _ ("The size of a file is a number of bytes."), ASK_AGAIN);
}

static void
read_file (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "number", "path", "sha256", "packed_sha256", "size", "document", "serial", NULL };
  Reader                  *self = user_data;
  HbkPackageFile          *file = hbk_package_manifest_add_file (self->entry);
  g_autofree char         *serial = NULL;

  hbk_json_reader_only_keys (reader, keys);
  read_number (reader, self->entry, file);
  file->path = read_text (reader, "path", HBK_JSON_REQUIRED, HBK_LOGBOOK_FILE_MAX);
  check_path (reader, self, file->path);
  file->sha256 = read_sha256 (reader, "sha256", HBK_JSON_REQUIRED);
  file->packed_sha256 = read_sha256 (reader, "packed_sha256", HBK_JSON_OPTIONAL);
  read_size (reader, file);
  file->document = read_text (reader, "document", HBK_JSON_OPTIONAL, HBK_LOGBOOK_ID_MAX);
  serial = read_text (reader, "serial", HBK_JSON_REQUIRED, HBK_LOGBOOK_ID_MAX);
  if (serial != NULL && !hbk_evidence_file_parse_serial (serial, &file->serial))
    hbk_json_reader_report_member (reader, "serial", HBK_ERROR_VALUE, _ ("This is not the number of a file, such as XS-0042."), ASK_AGAIN);
}

/* ---- Entries ---- */

static void
read_entry (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "number", "record", "credited", "outcome", "files", NULL };
  Reader                  *self = user_data;
  HbkPackageLine          *entry = hbk_package_manifest_add_entry (self->year);
  int                      number = 0, outcome = HBK_OUTCOME_EXCLUDED;

  self->entry = entry;
  hbk_json_reader_only_keys (reader, keys);
  entry->number = ++self->n_entries;
  if (hbk_json_reader_get_int (reader, "number", HBK_JSON_REQUIRED, 1, G_MAXINT, &number) && (guint) number != entry->number)
    hbk_json_reader_report_printf (reader, "number", HBK_ERROR_VALUE, ASK_AGAIN, _ ("At this place the number of the entry is %u."), entry->number);
  entry->record = read_text (reader, "record", HBK_JSON_REQUIRED, HBK_LOGBOOK_ID_MAX);
  if (entry->record != NULL && !g_hash_table_add (self->records, entry->record))
    hbk_json_reader_report_member (reader, "record", HBK_ERROR_DUPLICATE, _ ("The record stands in the year twice."), ASK_AGAIN);
  read_tally (reader, "credited", &entry->credited);
  hbk_json_reader_get_choice (reader, "outcome", HBK_JSON_REQUIRED, outcomes, &outcome);
  entry->outcome = (HbkOutcome) outcome;
  hbk_json_reader_each_object (reader, "files", HBK_JSON_REQUIRED, read_file, self);
}

/* ---- Years ---- */

static void
read_rules (HbkJsonReader *reader, HbkPackageRules *rules)
{
  static const char *const keys[] = { "id", "version", "sha256", "parent", "parent_sha256", "vocabulary_sha256", NULL };

  if (!hbk_json_reader_enter_object (reader, "pack", HBK_JSON_REQUIRED))
    return;

  hbk_json_reader_only_keys (reader, keys);
  rules->id = read_text (reader, "id", HBK_JSON_REQUIRED, HBK_LOGBOOK_ID_MAX);
  rules->version = read_text (reader, "version", HBK_JSON_REQUIRED, HBK_LOGBOOK_ID_MAX);
  rules->sha256 = read_sha256 (reader, "sha256", HBK_JSON_REQUIRED);
  rules->parent = read_text (reader, "parent", HBK_JSON_OPTIONAL, HBK_LOGBOOK_ID_MAX);
  rules->parent_sha256 = read_sha256 (reader, "parent_sha256", rules->parent != NULL ? HBK_JSON_REQUIRED : HBK_JSON_OPTIONAL);
  if (rules->parent == NULL && rules->parent_sha256 != NULL)
    hbk_json_reader_report_member (reader, "parent_sha256", HBK_ERROR_VALUE, _ ("There is the checksum of a pack that is not named."), ASK_AGAIN);
  rules->vocabulary_sha256 = read_sha256 (reader, "vocabulary_sha256", HBK_JSON_REQUIRED);
  hbk_json_reader_leave (reader);
}

static void
read_readings (HbkJsonReader *reader, HbkPackageYear *year)
{
  g_autofree const char **ids = NULL;

  if (!hbk_json_reader_enter_object (reader, "readings", HBK_JSON_REQUIRED))
    return;

  ids = hbk_json_reader_list_members (reader);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      HbkPackageReading *reading = g_new0 (HbkPackageReading, 1);

      g_ptr_array_add (year->readings, reading);
      reading->reading = g_strdup (ids[i]);
      reading->option = read_text (reader, ids[i], HBK_JSON_REQUIRED, HBK_LOGBOOK_ID_MAX);
    }
  hbk_json_reader_leave (reader);
}

static void
read_year_number (HbkJsonReader *reader, Reader *self)
{
  const GPtrArray *years = self->manifest->years;
  int              year = 0;

  if (!hbk_json_reader_get_int (reader, "year", HBK_JSON_REQUIRED, HBK_DATE_YEAR_MIN, HBK_DATE_YEAR_MAX, &year))
    return;

  self->year->year = year;
  if (years->len > 1 && ((const HbkPackageYear *) g_ptr_array_index (years, years->len - 2))->year >= year)
    hbk_json_reader_report_member (reader, "year", HBK_ERROR_VALUE, _ ("The years are not in their order."), ASK_AGAIN);
}

static void
read_year (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "year", "pack", "readings", "required", "credited", "at_application", "evidenced", "verified", "pending", "lost", "verdict", "entries", NULL };
  Reader                  *self = user_data;
  int                      verdict = HBK_VERDICT_UNDETERMINED;

  self->year = hbk_package_manifest_add_year (self->manifest);
  g_hash_table_remove_all (self->records);
  hbk_json_reader_only_keys (reader, keys);
  read_year_number (reader, self);
  read_rules (reader, &self->year->rules);
  read_readings (reader, self->year);
  read_required (reader, &self->year->required);
  read_tally (reader, "credited", &self->year->credited);
  read_tally (reader, "at_application", &self->year->at_application);
  read_tally (reader, "evidenced", &self->year->evidenced);
  read_tally (reader, "verified", &self->year->verified);
  read_tally (reader, "pending", &self->year->pending);
  read_tally (reader, "lost", &self->year->lost);
  hbk_json_reader_get_choice (reader, "verdict", HBK_JSON_REQUIRED, verdicts, &verdict);
  self->year->verdict = (HbkVerdict) verdict;
  hbk_json_reader_each_object (reader, "entries", HBK_JSON_REQUIRED, read_entry, self);
}

/* ---- The whole ---- */

static gboolean
check_format (HbkJsonReader *reader)
{
  const char *format = hbk_json_reader_get_string (reader, "format", HBK_JSON_REQUIRED, HBK_LOGBOOK_ID_MAX);
  int         version = 0;

  if (format == NULL)
    return FALSE;
  if (!g_str_equal (format, HBK_PACKAGE_FORMAT))
    {
      g_autofree char *shown = hbk_text_escape (format, -1, SAMPLE_CHARS);

      hbk_json_reader_report_printf (reader, "format", HBK_ERROR_FORMAT, _ ("Choose a package that Hourbook made."), _ ("The file is of the format “%s”."), shown);
      return FALSE;
    }
  if (!hbk_json_reader_get_int (reader, "version", HBK_JSON_REQUIRED, 1, G_MAXINT, &version))
    return FALSE;
  if (version != HBK_PACKAGE_VERSION)
    {
      hbk_json_reader_report_printf (reader, "version", HBK_ERROR_FORMAT, _ ("Update Hourbook."), _ ("This Hourbook does not know version %d of the format."), version);
      return FALSE;
    }

  return TRUE;
}

static void
read_target (HbkJsonReader *reader, HbkPackageManifest *manifest, int *year)
{
  static const char *const year_keys[] = { "kind", "year", NULL };
  static const char *const title_keys[] = { "kind", "year", "level", NULL };
  int                      is_title = FALSE, level = HBK_TITLE_LEVEL_UNKNOWN;

  if (!hbk_json_reader_enter_object (reader, "target", HBK_JSON_REQUIRED))
    return;

  hbk_json_reader_get_choice (reader, "kind", HBK_JSON_REQUIRED, kinds, &is_title);
  hbk_json_reader_only_keys (reader, is_title ? title_keys : year_keys);
  hbk_json_reader_get_int (reader, "year", HBK_JSON_REQUIRED, HBK_DATE_YEAR_MIN, HBK_DATE_YEAR_MAX, year);
  if (is_title)
    {
      hbk_json_reader_get_choice (reader, "level", HBK_JSON_REQUIRED, levels, &level);
      manifest->level = (HbkTitleLevel) level;
      manifest->apply_year = *year;
    }
  hbk_json_reader_leave (reader);
}

static void
read_person (HbkJsonReader *reader, HbkPackageManifest *manifest)
{
  static const char *const keys[] = { "name", "employer", "title", NULL };

  if (!hbk_json_reader_enter_object (reader, "person", HBK_JSON_REQUIRED))
    return;

  hbk_json_reader_only_keys (reader, keys);
  manifest->name = read_text (reader, "name", HBK_JSON_OPTIONAL, HBK_LOGBOOK_NAME_MAX);
  manifest->employer = read_text (reader, "employer", HBK_JSON_OPTIONAL, HBK_LOGBOOK_NAME_MAX);
  manifest->title = read_text (reader, "title", HBK_JSON_OPTIONAL, HBK_LOGBOOK_NAME_MAX);
  hbk_json_reader_leave (reader);
}

static void
check_years (HbkJsonReader *reader, const HbkPackageManifest *manifest, int target_year)
{
  const HbkPackageYear *last;

  if (hbk_json_reader_get_n_problems (reader) > 0)
    return;
  if (manifest->years->len == 0)
    {
      hbk_json_reader_report_member (reader, "years", HBK_ERROR_MISSING, _ ("The package holds no year."), ASK_AGAIN);
      return;
    }

  last = g_ptr_array_index (manifest->years, manifest->years->len - 1);
  if (manifest->apply_year == 0 && last->year != target_year)
    hbk_json_reader_report_printf (reader, "target", HBK_ERROR_REFERENCE, ASK_AGAIN, _ ("The package is made for %d and ends with %d."), target_year, last->year);
}

/**
 * hbk_package_manifest_read:
 * @bytes: the bytes of a `package.json`, which anybody may have written
 * @problems: where to put what is wrong
 *
 * Reads the description of a package: strictly, and no more than 16 MiB.
 *
 * What it says is only known to be of the right form and not to contradict itself: whether it is true, the files and the logbook tell.
 *
 * Returns: (transfer full) (nullable): the description, or %NULL when a problem was reported
 */
HbkPackageManifest *
hbk_package_manifest_read (GBytes *bytes, HbkProblems *problems)
{
  static const char *const keys[] = { "format", "version", "application", "target", "as_of", "person", "years", NULL };
  g_autoptr (HbkJsonReader) reader = NULL;
  g_autoptr (HbkPackageManifest) manifest = NULL;
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);
  Reader self = { .paths = paths, .records = records };
  int    target_year = 0;

  g_return_val_if_fail (bytes != NULL && problems != NULL, NULL);

  reader = hbk_json_reader_new (bytes, &limits, problems);
  if (reader == NULL || !check_format (reader))
    return NULL;

  manifest = hbk_package_manifest_new ();
  self.manifest = manifest;
  hbk_json_reader_only_keys (reader, keys);
  manifest->application = read_text (reader, "application", HBK_JSON_REQUIRED, HBK_LOGBOOK_NAME_MAX);
  read_target (reader, manifest, &target_year);
  hbk_json_reader_get_date (reader, "as_of", HBK_JSON_REQUIRED, &manifest->as_of);
  read_person (reader, manifest);
  hbk_json_reader_each_object (reader, "years", HBK_JSON_REQUIRED, read_year, &self);
  check_years (reader, manifest, target_year);

  return hbk_json_reader_get_n_problems (reader) == 0 ? g_steal_pointer (&manifest) : NULL;
}
