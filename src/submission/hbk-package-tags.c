/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-package-tags.h"

#include <string.h>

#include "submission/hbk-bag-writer.h"

#define PAYLOAD "data/"

static void
add_info (HbkBagWriter *writer, const HbkSubmission *submission, const char *application)
{
  const char      *employer = hbk_profile_get_employer (submission->profile);
  const char      *name = hbk_profile_get_name (submission->profile);
  const HbkPack   *pack = hbk_submission_get_pack (submission);
  g_autofree char *rules = g_strdup_printf ("%s %s", pack->id, pack->revision);

  if (employer != NULL && *employer != '\0')
    hbk_bag_writer_add_info (writer, "Source-Organization", employer);
  if (name != NULL && *name != '\0')
    hbk_bag_writer_add_info (writer, "Contact-Name", name);
  hbk_bag_writer_add_info (writer, "External-Description", "专业技术人员继续教育学时申报材料");
  hbk_bag_writer_add_info (writer, "Bag-Software-Agent", application);
  hbk_bag_writer_add_info (writer, "Hourbook-Rules", rules);
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
  g_autoptr (HbkBagWriter) writer = NULL;
  g_autoptr (GPtrArray) files = NULL;
  GPtrArray *parts;

  g_return_val_if_fail (output != NULL && submission != NULL && application != NULL, FALSE);

  writer = hbk_bag_writer_new (submission->as_of);
  parts = hbk_package_output_get_parts (output);
  for (guint i = 0; i < parts->len; i++)
    {
      const HbkPackagePart *part = g_ptr_array_index (parts, i);

      if (g_str_has_prefix (part->name, PAYLOAD))
        hbk_bag_writer_add_file (writer, part->name + strlen (PAYLOAD), part->sha256, part->size);
    }
  add_info (writer, submission, application);
  files = hbk_bag_writer_finish (writer);
  for (guint i = 0; i < files->len; i++)
    {
      const HbkBagTagFile *file = g_ptr_array_index (files, i);

      if (!hbk_package_output_add_bytes (output, file->name, file->bytes, error))
        return FALSE;
    }

  return TRUE;
}
