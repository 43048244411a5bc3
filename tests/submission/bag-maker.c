/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "bag-maker.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../library/folder.h"
#include "../library/zip-maker.h"

/* UTF-8, which is told of all names. */
#define FLAGS (1 << 11)

const HbkBagPart hbk_bag_good[] = {
  { "bagit.txt", HBK_BAGIT_1_0 },
  { "bag-info.txt", "Payload-Oxum: 3.1\n" },
  { "data/a.txt", "abc" },
  { "manifest-sha256.txt", "{sha256 @data/a.txt}  data/a.txt\n" },
  { "tagmanifest-sha256.txt", "{sha256 *}" },
  { NULL, NULL },
};

typedef struct
{
  char    *name;
  GString *text;
} Part;

static void
clear_part (gpointer data)
{
  g_free (((Part *) data)->name);
  g_string_free (((Part *) data)->text, TRUE);
}

static const Part *
find_part (GArray *parts, const char *name, guint *position)
{
  for (guint i = 0; i < parts->len; i++)
    {
      if (!g_str_equal (g_array_index (parts, Part, i).name, name))
        continue;
      *position = i;
      return &g_array_index (parts, Part, i);
    }

  return NULL;
}

static void
append_checksum (GString *text, const char *algorithm, GArray *parts, const char *name)
{
  static const char *const   names[] = { "md5", "sha1", "sha256", "sha384", "sha512" };
  static const GChecksumType types[] = { G_CHECKSUM_MD5, G_CHECKSUM_SHA1, G_CHECKSUM_SHA256, G_CHECKSUM_SHA384, G_CHECKSUM_SHA512 };
  guint                      position;
  const Part                *part = find_part (parts, name, &position);

  /* Of a file that is not there, that of nothing. */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], algorithm))
      {
        g_autofree char *hex = g_compute_checksum_for_data (types[i], (const guint8 *) (part != NULL ? part->text->str : ""), part != NULL ? part->text->len : 0);

        g_string_append (text, hex);
        return;
      }
  g_assert_not_reached ();
}

static void
append_tag_lines (GString *text, const char *algorithm, GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const char *name = g_array_index (parts, Part, i).name;

      if (g_str_has_prefix (name, "data/") || g_str_has_prefix (name, "tagmanifest-") || g_str_has_suffix (name, "/"))
        continue;
      append_checksum (text, algorithm, parts, name);
      g_string_append_printf (text, "  %s\n", name);
    }
}

static GString *
expand (GArray *parts, const char *text)
{
  GString *expanded = g_string_new (NULL);

  while (*text != '\0')
    {
      const char      *end = *text == '{' ? strchr (text, '}') : NULL;
      g_autofree char *inside = end != NULL ? g_strndup (text + 1, (gsize) (end - text) - 1) : NULL;
      char            *blank = inside != NULL ? strchr (inside, ' ') : NULL;

      if (blank == NULL)
        {
          g_string_append_c (expanded, *text++);
          continue;
        }

      *blank = '\0';
      if (blank[1] == '*')
        append_tag_lines (expanded, inside, parts);
      else
        append_checksum (expanded, inside, parts, blank + 2);
      text = end + 1;
    }

  return expanded;
}

/* Changed files stay where they were, new ones come before the manifests of tag files. */
static GArray *
merge (const HbkBagPart *base, const HbkBagPart *changes, guint n_changes)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (HbkBagPart));
  guint   n_kept = 0;

  for (const HbkBagPart *part = base; part->name != NULL; part++)
    {
      HbkBagPart kept = *part;

      for (guint i = 0; i < n_changes && changes[i].name != NULL; i++)
        if (g_str_equal (changes[i].name, part->name))
          kept.text = changes[i].text;
      if (kept.text != NULL)
        g_array_append_val (wanted, kept);
    }
  for (guint i = 0; i < n_changes && changes[i].name != NULL; i++)
    {
      gboolean is_known = FALSE;
      gboolean is_late = g_str_has_prefix (changes[i].name, "tagmanifest-");

      for (const HbkBagPart *part = base; part->name != NULL; part++)
        is_known = is_known || g_str_equal (part->name, changes[i].name);
      if (is_known)
        continue;
      for (n_kept = 0; !is_late && n_kept < wanted->len && !g_str_has_prefix (g_array_index (wanted, HbkBagPart, n_kept).name, "manifest-") && !g_str_has_prefix (g_array_index (wanted, HbkBagPart, n_kept).name, "tagmanifest-");)
        n_kept++;
      g_array_insert_val (wanted, is_late ? wanted->len : n_kept, changes[i]);
    }

  return wanted;
}

static GArray *
make_parts (const HbkBagPart *base, const HbkBagPart *changes, guint n_changes)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GArray) wanted = merge (base, changes, n_changes);

  g_array_set_clear_func (parts, clear_part);
  for (guint i = 0; i < wanted->len; i++)
    {
      const HbkBagPart *from = &g_array_index (wanted, HbkBagPart, i);
      Part              part = { .name = g_strdup (from->name), .text = expand (parts, from->text) };

      g_array_append_val (parts, part);
    }

  return parts;
}

/**
 * hbk_bag_make_zip:
 * @base: the files of a bag, ended by %NULL
 * @changes: (array length=n_changes): what is other
 * @n_changes: how many, at most; %NULL ends it before
 * @folder: (nullable): the folder at the top that it lies in
 *
 * Makes a bag as a ZIP.
 *
 * Returns: (transfer full): it, opened
 */
HbkPackageSource *
hbk_bag_make_zip (const HbkBagPart *base, const HbkBagPart *changes, guint n_changes, const char *folder)
{
  g_autoptr (GArray) parts = make_parts (base, changes, n_changes);
  g_autoptr (GArray) zip_parts = g_array_new (FALSE, TRUE, sizeof (HbkZipPart));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (GError) error = NULL;
  HbkPackageSource *source;
  int               fd = memfd_create ("bag", MFD_CLOEXEC);

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      HbkZipPart  zip_part = { .data = part->text->str, .length = part->text->len, .is_packed = part->text->len > 40, .flags = FLAGS };

      zip_part.name = folder != NULL ? g_strconcat (folder, "/", part->name, NULL) : g_strdup (part->name);
      zip_part.mode = g_str_has_suffix (part->name, "/") ? 040755 : 0;
      g_ptr_array_add (names, (gpointer) zip_part.name);
      g_array_append_val (zip_parts, zip_part);
    }

  zip = hbk_zip_make ((const HbkZipPart *) (gconstpointer) zip_parts->data, zip_parts->len);
  g_assert_cmpint (write (fd, g_bytes_get_data (zip, NULL), g_bytes_get_size (zip)), ==, (gssize) g_bytes_get_size (zip));
  source = hbk_package_source_open_zip (fd, "a.zip", &error);
  g_assert_no_error (error);

  return source;
}

/**
 * hbk_bag_make_folder:
 * @base: the files of a bag, ended by %NULL
 * @changes: (array length=n_changes): what is other
 * @n_changes: how many, at most; %NULL ends it before
 * @path: the folder to write it to
 *
 * Makes a bag as a folder.
 *
 * Returns: (transfer full): it, opened
 */
HbkPackageSource *
hbk_bag_make_folder (const HbkBagPart *base, const HbkBagPart *changes, guint n_changes, const char *path)
{
  g_autoptr (GArray) parts = make_parts (base, changes, n_changes);
  g_autoptr (GError) error = NULL;
  HbkPackageSource *source;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part      *part = &g_array_index (parts, Part, i);
      g_autofree char *written = NULL;

      if (!g_str_has_suffix (part->name, "/"))
        written = hbk_folder_write (path, part->name, part->text->str, part->text->len);
      else
        {
          written = g_build_filename (path, part->name, NULL);
          g_assert_cmpint (g_mkdir_with_parents (written, 0700), ==, 0);
        }
    }

  source = hbk_package_source_open (path, NULL, &error);
  g_assert_no_error (error);
  return source;
}

/**
 * hbk_bag_report_of:
 * @source: (transfer full): a bag
 *
 * Verifies a bag.
 *
 * Returns: (transfer full): what was found
 */
HbkBagReport *
hbk_bag_report_of (HbkPackageSource *source)
{
  g_autoptr (GError) error = NULL;
  HbkBagReport *report = hbk_bag_verify (source, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (!report->is_valid || report->is_complete);
  g_assert_cmpint (report->is_valid, ==, hbk_problems_is_empty (report->problems));
  hbk_package_source_free (source);

  return report;
}

/**
 * hbk_bag_has_problem:
 * @problems: problems or warnings
 * @code: its kind
 * @place: (nullable): its place
 * @words: a part of what it says
 *
 * Looks for a problem.
 *
 * Returns: %TRUE when it is there
 */
gboolean
hbk_bag_has_problem (HbkProblems *problems, int code, const char *place, const char *words)
{
  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      HbkProblem *problem = hbk_problems_get (problems, i);

      if ((int) hbk_problem_get_code (problem) == code && g_strcmp0 (hbk_problem_get_path (problem), place) == 0 && strstr (hbk_problem_get_what (problem), words) != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * hbk_bag_describe:
 * @report: a report
 *
 * Writes all that was found, for a test that failed.
 *
 * Returns: (transfer full): the text
 */
char *
hbk_bag_describe (const HbkBagReport *report)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "complete %d, valid %d;", report->is_complete, report->is_valid);
  for (guint i = 0; i < hbk_problems_get_n (report->problems); i++)
    {
      g_autofree char *line = hbk_problem_to_string (hbk_problems_get (report->problems, i), "problem");

      g_string_append_printf (text, " %s;", line);
    }
  for (guint i = 0; i < hbk_problems_get_n (report->warnings); i++)
    {
      g_autofree char *line = hbk_problem_to_string (hbk_problems_get (report->warnings, i), "warning");

      g_string_append_printf (text, " %s;", line);
    }

  return g_string_free_and_steal (text);
}
