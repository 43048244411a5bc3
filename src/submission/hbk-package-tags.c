/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-package-tags.h"

#include <string.h>

#define PAYLOAD "data/"

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const HbkPackagePart *const *) a)->name, (*(const HbkPackagePart *const *) b)->name);
}

static gboolean
is_payload (const HbkPackagePart *part)
{
  return g_str_has_prefix (part->name, PAYLOAD);
}

/* Names of a package hold none of the characters that a manifest would have to escape. */
static GBytes *
make_manifest (HbkPackageOutput *output, gboolean of_payload)
{
  GPtrArray *parts = hbk_package_output_get_parts (output);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    if (is_payload (g_ptr_array_index (parts, i)) == of_payload)
      g_ptr_array_add (sorted, g_ptr_array_index (parts, i));
  g_ptr_array_sort (sorted, compare_parts);
  for (guint i = 0; i < sorted->len; i++)
    {
      const HbkPackagePart *part = g_ptr_array_index (sorted, i);

      g_string_append_printf (text, "%s  %s\n", part->sha256, part->name);
    }

  return g_string_free_to_bytes (text);
}

static void
append_label (GString *text, const char *label, const char *value)
{
  g_autofree char *line = g_strdup (value);

  g_strdelimit (line, "\r\n", ' ');
  if (*g_strstrip (line) != '\0')
    g_string_append_printf (text, "%s: %s\n", label, line);
}

static GBytes *
make_info (HbkPackageOutput *output, const HbkSubmission *submission, const char *application)
{
  GPtrArray       *parts = hbk_package_output_get_parts (output);
  const char      *employer = hbk_profile_get_employer (submission->profile);
  const char      *name = hbk_profile_get_name (submission->profile);
  const HbkPack   *pack = hbk_submission_get_pack (submission);
  g_autofree char *date = hbk_date_format (submission->as_of);
  g_autofree char *rules = g_strdup_printf ("%s %s", pack->id, pack->revision);
  guint64          bytes = 0, n = 0;
  GString         *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const HbkPackagePart *part = g_ptr_array_index (parts, i);

      n += is_payload (part);
      bytes += is_payload (part) ? part->size : 0;
    }
  append_label (text, "Source-Organization", employer != NULL ? employer : "");
  append_label (text, "Contact-Name", name != NULL ? name : "");
  append_label (text, "External-Description", "专业技术人员继续教育学时申报材料");
  append_label (text, "Bagging-Date", date);
  append_label (text, "Bag-Software-Agent", application);
  append_label (text, "Hourbook-Rules", rules);
  g_string_append_printf (text, "Payload-Oxum: %" G_GUINT64_FORMAT ".%" G_GUINT64_FORMAT "\n", bytes, n);

  return g_string_free_to_bytes (text);
}

static gboolean
add (HbkPackageOutput *output, const char *name, GBytes *bytes, GError **error)
{
  gboolean is_done = hbk_package_output_add_bytes (output, name, bytes, error);

  g_bytes_unref (bytes);
  return is_done;
}

/**
 * hbk_package_tags_add:
 * @output: an output with everything below `data/` in it
 * @submission: what is handed in
 * @application: the name and version of the program
 * @error: return location for an error
 *
 * Adds what makes a package a bag (RFC 8493): its declaration, what it is about, and the checksums of everything.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_package_tags_add (HbkPackageOutput *output, const HbkSubmission *submission, const char *application, GError **error)
{
  static const char declaration[] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

  g_return_val_if_fail (output != NULL && submission != NULL && application != NULL, FALSE);

  return add (output, "manifest-sha256.txt", make_manifest (output, TRUE), error) &&
         add (output, "bagit.txt", g_bytes_new_static (declaration, strlen (declaration)), error) &&
         add (output, "bag-info.txt", make_info (output, submission, application), error) &&
         add (output, "tagmanifest-sha256.txt", make_manifest (output, FALSE), error);
}
