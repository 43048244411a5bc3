/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-verification.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "disk/hbk-sha256.h"
#include "records/hbk-logbook-reader.h"
#include "submission/hbk-bag.h"
#include "submission/hbk-package-logbook.h"

/* As large as any logbook that is imported. */
#define MAX_DATA (64 * 1024 * 1024)
#define NAME_CHARS 200
#define DESCRIPTION "data/package.json"

typedef struct
{
  HbkWorkspace     *workspace;
  HbkVerification  *result;
  HbkPackageSource *source;
  HbkBagReport     *report;
  GCancellable     *cancellable;
} Verifier;

static void
add_problem (Verifier *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_problem (Verifier *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->result->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* In a file of the package, when one is given; else each problem names its own. */
static void
take_problems (GPtrArray *lines, const char *file, const HbkProblems *problems)
{
  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      HbkProblem      *problem = hbk_problems_get (problems, i);
      const char      *path = hbk_problem_get_path (problem);
      g_autofree char *where = path != NULL ? hbk_text_escape (path, -1, NAME_CHARS) : NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      if (file != NULL)
        g_string_append_printf (text, "%s: ", file);
      if (where != NULL && *where != '\0')
        g_string_append_printf (text, "%s: ", where);
      g_string_append (text, hbk_problem_get_what (problem));
      if (hbk_problem_get_action (problem) != NULL)
        g_string_append_printf (text, " %s", hbk_problem_get_action (problem));
      g_ptr_array_add (lines, g_string_free (g_steal_pointer (&text), FALSE));
    }
  if (hbk_problems_get_n_dropped (problems) > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("There is %u more of these.", "There are %u more of these.", hbk_problems_get_n_dropped (problems)), hbk_problems_get_n_dropped (problems)));
}

/* ---- Data in it ---- */

static gboolean
find_data (Verifier *self, const char *name, guint *position)
{
  g_autofree char *inside = g_strconcat (self->report->folder, name, NULL);

  return hbk_package_source_lookup (self->source, inside, position) && !hbk_package_source_get_entry (self->source, *position)->is_folder;
}

static gboolean
has_data (Verifier *self, const char *name)
{
  guint position;

  return find_data (self, name, &position);
}

static GBytes *
read_data (Verifier *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  guint   position;
  GBytes *bytes;

  if (!find_data (self, name, &position))
    return NULL;

  bytes = hbk_package_source_read_entry (self->source, position, MAX_DATA, self->cancellable, &error);
  if (bytes == NULL)
    add_problem (self, "%s", error->message);

  return bytes;
}

static HbkPackageManifest *
read_description (Verifier *self)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = NULL;
  HbkPackageManifest *manifest;

  if (!has_data (self, DESCRIPTION))
    {
      g_ptr_array_add (self->result->remarks, g_strdup (_ ("It is a bag, but no package of Hourbook: it has no data/package.json.")));
      return NULL;
    }
  bytes = read_data (self, DESCRIPTION);
  if (bytes == NULL)
    return NULL;

  manifest = hbk_package_manifest_read (bytes, problems);
  if (manifest == NULL)
    take_problems (self->result->problems, DESCRIPTION, problems);

  return manifest;
}

/* What the description says of a file has to hold of the file. */
static void
check_files (Verifier *self, const HbkPackageYear *year)
{
  for (guint i = 0; i < year->entries->len; i++)
    {
      const HbkPackageLine *line = g_ptr_array_index (year->entries, i);

      for (guint j = 0; j < line->files->len; j++)
        {
          const HbkPackageFile *file = g_ptr_array_index (line->files, j);
          g_autofree char      *name = g_strconcat ("data/", file->path, NULL);
          g_autofree char      *shown = hbk_text_escape (file->path, -1, NAME_CHARS);
          const char           *sha256 = g_hash_table_lookup (self->report->checksums, name);

          if (sha256 == NULL)
            add_problem (self, _ ("%1$s: File %2$s of the register is not in the package."), shown, file->number);
          else if (!g_str_equal (sha256, file->packed_sha256 != NULL ? file->packed_sha256 : file->sha256))
            add_problem (self, _ ("%1$s: File %2$s is not the one that the register speaks of."), shown, file->number);
        }
    }
}

/* ---- Figures ---- */

static char *
hash_bytes (GBytes *bytes)
{
  gsize         length;
  gconstpointer data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return data != NULL ? hbk_sha256_bytes (data, length) : NULL;
}

static gboolean
is_same_pack (const HbkPack *pack, const HbkPackageRules *rules)
{
  g_autofree char *own = hash_bytes (hbk_pack_get_bytes (pack));
  g_autofree char *parent = pack->parent != NULL ? hash_bytes (hbk_pack_get_bytes (pack->parent)) : NULL;
  g_autofree char *vocabulary = hash_bytes (hbk_vocabulary_get_bytes (pack->vocabulary));

  return g_strcmp0 (own, rules->sha256) == 0 && g_strcmp0 (parent, rules->parent_sha256) == 0 && g_strcmp0 (vocabulary, rules->vocabulary_sha256) == 0;
}

/* The options that the package was made with; one that these rules do not have is left as they have it. */
static guint *
find_readings (const HbkPack *pack, const HbkPackageYear *year)
{
  guint *readings = g_new0 (guint, pack->readings->len + 1);

  for (guint i = 0; i < pack->readings->len; i++)
    readings[i] = g_array_index (pack->readings, HbkReading, i).initial;
  for (guint i = 0; i < year->readings->len; i++)
    {
      const HbkPackageReading *choice = g_ptr_array_index (year->readings, i);
      int                      reading = hbk_pack_lookup_reading (pack, choice->reading);
      int                      option = reading >= 0 ? hbk_reading_lookup_option (&g_array_index (pack->readings, HbkReading, reading), choice->option) : -1;

      if (option >= 0)
        readings[reading] = (guint) option;
    }

  return readings;
}

/* A logbook is named after the last of the years that it is for, which follow one another; that of the last year of all has the plain name. */
static char *
dup_logbook_name (Verifier *self, int year)
{
  GPtrArray *years = self->result->manifest->years;

  for (guint i = 0; i < years->len; i++)
    {
      const HbkPackageYear *last = g_ptr_array_index (years, i);
      g_autofree char      *name = g_strdup_printf ("data/logbook-%d.json", last->year);

      if (last->year >= year && has_data (self, name))
        return g_steal_pointer (&name);
    }

  return g_strdup ("data/logbook.json");
}

static HbkLogbook *
read_logbook (Verifier *self, int year)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autofree char *name = dup_logbook_name (self, year);
  g_autoptr (GBytes) bytes = NULL;
  HbkLogbook *logbook;

  if (!has_data (self, name))
    {
      add_problem (self, _ ("The package has no logbook, so its figures cannot be worked out again."));
      return NULL;
    }
  bytes = read_data (self, name);
  if (bytes == NULL)
    return NULL;

  logbook = hbk_logbook_read (bytes, problems);
  if (logbook == NULL)
    take_problems (self->result->problems, name, problems);

  return logbook;
}

static gboolean
agrees (const HbkPackageYear *year, const HbkYearResult *result)
{
  return hbk_tally_equal (year->credited, result->credited) && hbk_tally_equal (year->lost, result->lost) && hbk_tally_equal (year->pending, result->pending) &&
         year->verdict == result->verdict && year->required.total == result->required.total && year->required.public_hours == result->required.public_hours &&
         year->required.professional_hours == result->required.professional_hours;
}

static gboolean
lines_agree (const HbkPackageYear *year, const HbkYearResult *result)
{
  for (guint i = 0; i < year->entries->len; i++)
    {
      const HbkPackageLine  *line = g_ptr_array_index (year->entries, i);
      const HbkRecordResult *record = hbk_year_result_lookup (result, line->record);

      if (record == NULL || !hbk_tally_equal (record->credited, line->credited) || record->outcome != line->outcome)
        return FALSE;
    }

  return TRUE;
}

static HbkAgreement
compare_year (Verifier *self, const HbkPackageYear *year)
{
  g_autoptr (HbkLogbook) logbook = read_logbook (self, year->year);
  g_autoptr (HbkPack) pack = logbook != NULL ? hbk_workspace_load_pack (self->workspace, year->rules.id, NULL) : NULL;
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree guint *readings = NULL;
  g_autoptr (HbkAssessment) assessment = NULL;
  const HbkYearResult *result;
  HbkAssessmentOptions options = { .years = years, .skip_comparison = TRUE };

  if (logbook == NULL)
    return HBK_AGREEMENT_NONE;
  if (pack == NULL)
    return HBK_AGREEMENT_UNKNOWN_RULES;

  readings = find_readings (pack, year);
  options.readings = readings;
  g_array_append_val (years, year->year);
  assessment = hbk_assess (logbook, pack, self->result->manifest->as_of, &options);
  result = hbk_assessment_lookup_year (assessment, year->year);
  if (result != NULL && agrees (year, result) && lines_agree (year, result))
    return is_same_pack (pack, &year->rules) ? HBK_AGREEMENT_SAME : HBK_AGREEMENT_OTHER_RULES;

  /* Other rules may well give other figures: that says nothing about the package. */
  return is_same_pack (pack, &year->rules) ? HBK_AGREEMENT_DIFFERS : HBK_AGREEMENT_UNKNOWN_RULES;
}

static HbkAgreement
compare (Verifier *self)
{
  GPtrArray   *years = self->result->manifest->years;
  HbkAgreement worst = HBK_AGREEMENT_SAME;

  for (guint i = 0; i < years->len; i++)
    {
      const HbkPackageYear *year = g_ptr_array_index (years, i);
      HbkAgreement          agreement = compare_year (self, year);

      check_files (self, year);
      if (agreement == HBK_AGREEMENT_DIFFERS)
        add_problem (self, _ ("%d: The logbook in the package gives other figures than the package states."), year->year);
      if (agreement == HBK_AGREEMENT_DIFFERS || (worst != HBK_AGREEMENT_DIFFERS && agreement < worst))
        worst = agreement;
    }

  return worst;
}

/* ---- Public ---- */

/**
 * hbk_agreement_to_nick:
 * @agreement: an agreement
 *
 * Gets its name for programs.
 *
 * Returns: (transfer none): the name
 */
const char *
hbk_agreement_to_nick (HbkAgreement agreement)
{
  static const char *const nicks[] = { "none", "unknown_rules", "other_rules", "same", "differs" };

  g_return_val_if_fail (agreement <= HBK_AGREEMENT_DIFFERS, NULL);

  return nicks[agreement];
}

/**
 * hbk_workspace_verify_package:
 * @self: a workspace; no library need be open
 * @path: (type filename): a ZIP or a folder that anybody may have made
 * @progress: (nullable) (scope call): whom to tell how far it has come
 * @user_data: what to pass on
 * @cancellable: (nullable): what a person stops it with
 * @error: return location for an error
 *
 * Finds out whether a package arrived as it was sent, and whether its own logbook gives its figures. Nothing of it is written anywhere, and nothing
 * in it is opened but what is compared.
 *
 * Returns: (transfer full): what was found; %NULL when it is refused altogether, with the reason: HBK_ERROR_DAMAGED, HBK_ERROR_FORMAT,
 *   HBK_ERROR_LIMIT, HBK_ERROR_NOT_FOUND, HBK_ERROR_CANCELLED or HBK_ERROR_IO
 */
HbkVerification *
hbk_workspace_verify_package (HbkWorkspace *self, const char *path, HbkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (HbkVerification) result = NULL;
  g_autoptr (HbkPackageSource) source = NULL;
  g_autoptr (HbkBagReport) report = NULL;
  Verifier verifier = { .workspace = self, .cancellable = cancellable };

  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && path != NULL, NULL);

  source = hbk_package_source_open (path, cancellable, error);
  report = source != NULL ? hbk_bag_verify (source, cancellable, progress, user_data, error) : NULL;
  if (report == NULL)
    return NULL;

  result = g_new0 (HbkVerification, 1);
  result->path = g_strdup (path);
  result->problems = g_ptr_array_new_with_free_func (g_free);
  result->remarks = g_ptr_array_new_with_free_func (g_free);
  result->is_undamaged = report->is_valid;
  result->n_files = report->n_files;
  result->size = report->n_bytes;
  take_problems (result->problems, NULL, report->problems);
  take_problems (result->remarks, NULL, report->warnings);
  verifier.result = result;
  verifier.source = source;
  verifier.report = report;
  /* Of a damaged package nothing else can be believed. */
  if (report->is_valid)
    result->manifest = read_description (&verifier);
  if (result->manifest != NULL)
    result->agreement = compare (&verifier);

  return g_steal_pointer (&result);
}

/**
 * hbk_verification_free:
 * @self: (transfer full): a verification
 *
 * Frees it.
 */
void
hbk_verification_free (HbkVerification *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->manifest, hbk_package_manifest_free);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->remarks);
  g_free (self->path);
  g_free (self);
}
