/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "records/hbk-evidence-file.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "records/hbk-evidence.h"
#include "records/hbk-json-reader.h"
#include "records/hbk-json-writer.h"
#include "records/hbk-logbook-format.h"

#define SERIAL_PREFIX "XS-"
#define MARK_CHARS 40

G_DEFINE_BOXED_TYPE (HbkEvidenceFile, hbk_evidence_file, hbk_evidence_file_copy, hbk_evidence_file_free)

/**
 * hbk_evidence_file_new:
 * @sha256: the checksum of its content
 * @serial: its number, from 1
 * @name: the name it had where it came from
 * @size: in bytes
 *
 * Makes a file of which no more is known yet.
 *
 * Returns: (transfer full): the file
 */
HbkEvidenceFile *
hbk_evidence_file_new (const char *sha256, guint serial, const char *name, guint64 size)
{
  HbkEvidenceFile *file;

  g_return_val_if_fail (hbk_evidence_is_sha256 (sha256) && name != NULL, NULL);

  file = g_new0 (HbkEvidenceFile, 1);
  file->sha256 = g_ascii_strdown (sha256, -1);
  file->serial = serial;
  file->name = g_strdup (name);
  file->size = size;
  file->marks = g_new0 (char *, 1);

  return file;
}

/**
 * hbk_evidence_file_copy:
 * @file: a file
 *
 * Makes a copy.
 *
 * Returns: (transfer full): the copy
 */
HbkEvidenceFile *
hbk_evidence_file_copy (const HbkEvidenceFile *file)
{
  HbkEvidenceFile *copy;

  g_return_val_if_fail (file != NULL, NULL);

  copy = g_memdup2 (file, sizeof *file);
  copy->sha256 = g_strdup (file->sha256);
  copy->name = g_strdup (file->name);
  copy->document = g_strdup (file->document);
  copy->media_type = g_strdup (file->media_type);
  copy->marks = g_strdupv (file->marks);

  return copy;
}

/**
 * hbk_evidence_file_free:
 * @file: (transfer full) (nullable): a file
 *
 * Frees what is known of a file.
 */
void
hbk_evidence_file_free (HbkEvidenceFile *file)
{
  if (file == NULL)
    return;

  g_free (file->sha256);
  g_free (file->name);
  g_free (file->document);
  g_free (file->media_type);
  g_strfreev (file->marks);
  g_free (file);
}

/**
 * hbk_evidence_file_dup_serial:
 * @file: a file
 *
 * Gives its serial number as people read and write it.
 *
 * Returns: (transfer full): XS- and at least four digits
 */
char *
hbk_evidence_file_dup_serial (const HbkEvidenceFile *file)
{
  g_return_val_if_fail (file != NULL, NULL);

  return g_strdup_printf (SERIAL_PREFIX "%04u", file->serial);
}

/**
 * hbk_evidence_file_parse_serial:
 * @text: what a person wrote: XS-0042, xs42 or the like
 * @serial: (out): the number
 *
 * Reads a serial number.
 *
 * Returns: %FALSE when it is none
 */
gboolean
hbk_evidence_file_parse_serial (const char *text, guint *serial)
{
  g_autofree char *normal = NULL;
  const char      *digits;
  guint64          number;

  g_return_val_if_fail (text != NULL && serial != NULL, FALSE);

  /* Chinese input methods write full-width letters and digits. */
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  if (normal == NULL || g_ascii_strncasecmp (normal, SERIAL_PREFIX, 2) != 0)
    return FALSE;
  digits = normal + 2;
  if (*digits == '-')
    digits++;
  if (!g_ascii_string_to_unsigned (digits, 10, 1, HBK_SERIAL_MAX, &number, NULL))
    return FALSE;
  *serial = (guint) number;

  return TRUE;
}

/**
 * hbk_evidence_file_write:
 * @file: a file
 *
 * Writes what is known of a file, in one line.
 *
 * Returns: (transfer full): JSON
 */
char *
hbk_evidence_file_write (const HbkEvidenceFile *file)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new_compact ();

  g_return_val_if_fail (file != NULL, NULL);

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "sha256", file->sha256);
  hbk_json_writer_add_int (writer, "serial", file->serial);
  hbk_json_writer_add_string (writer, "name", file->name);
  hbk_json_writer_add_int (writer, "size", (gint64) file->size);
  if (file->document != NULL)
    hbk_json_writer_add_string (writer, "document", file->document);
  if (file->media_type != NULL)
    hbk_json_writer_add_string (writer, "media_type", file->media_type);
  if (file->pages > 0)
    hbk_json_writer_add_int (writer, "pages", file->pages);
  if (file->width > 0 && file->height > 0)
    {
      hbk_json_writer_add_int (writer, "width", file->width);
      hbk_json_writer_add_int (writer, "height", file->height);
    }
  if (file->marks[0] != NULL)
    {
      hbk_json_writer_begin_array (writer, "marks");
      for (guint i = 0; file->marks[i] != NULL; i++)
        hbk_json_writer_add_string (writer, NULL, file->marks[i]);
      hbk_json_writer_end_array (writer);
    }
  if (file->added != HBK_DATE_NONE)
    hbk_json_writer_add_date (writer, "added", file->added);
  hbk_json_writer_end_object (writer);

  return hbk_json_writer_finish_text (writer);
}

static void
read_measures (HbkJsonReader *reader, HbkEvidenceFile *file)
{
  int pages = 0, width = 0, height = 0;

  hbk_json_reader_get_int (reader, "pages", HBK_JSON_OPTIONAL, 0, G_MAXINT, &pages);
  hbk_json_reader_get_int (reader, "width", HBK_JSON_OPTIONAL, 0, G_MAXINT, &width);
  hbk_json_reader_get_int (reader, "height", HBK_JSON_OPTIONAL, 0, G_MAXINT, &height);
  file->pages = (guint) pages;
  file->width = (guint) width;
  file->height = (guint) height;
}

/**
 * hbk_evidence_file_read:
 * @bytes: what [method@EvidenceFile.write] wrote
 * @problems: where to put what is wrong
 *
 * Reads what is known of a file.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL when a problem was reported
 */
HbkEvidenceFile *
hbk_evidence_file_read (GBytes *bytes, HbkProblems *problems)
{
  g_autoptr (HbkJsonReader) reader = NULL;
  g_autoptr (HbkEvidenceFile) file = NULL;
  g_auto (GStrv) marks = NULL;
  const char *sha256, *name;
  JsonNode   *size;
  int         serial = 0;

  g_return_val_if_fail (bytes != NULL && problems != NULL, NULL);

  reader = hbk_json_reader_new (bytes, &hbk_json_limits_pack, problems);
  if (reader == NULL)
    return NULL;

  sha256 = hbk_json_reader_get_string (reader, "sha256", HBK_JSON_REQUIRED, HBK_LOGBOOK_FILE_MAX);
  name = hbk_json_reader_get_string (reader, "name", HBK_JSON_REQUIRED, HBK_LOGBOOK_FILE_MAX);
  hbk_json_reader_get_int (reader, "serial", HBK_JSON_REQUIRED, 1, HBK_SERIAL_MAX, &serial);
  /* Sizes go beyond what the reader takes for an amount. */
  size = hbk_json_reader_get_node (reader, "size");
  if (!hbk_evidence_is_sha256 (sha256) || size == NULL || json_node_get_value_type (size) != G_TYPE_INT64 || json_node_get_int (size) < 0)
    hbk_json_reader_report (reader, HBK_ERROR_VALUE, _ ("This does not describe a file."), _ ("Restore a backup."));
  if (hbk_json_reader_get_n_problems (reader) > 0)
    return NULL;

  file = hbk_evidence_file_new (sha256, (guint) serial, name, (guint64) json_node_get_int (size));
  file->document = g_strdup (hbk_json_reader_get_string (reader, "document", HBK_JSON_NULLABLE, HBK_LOGBOOK_ID_MAX));
  file->media_type = g_strdup (hbk_json_reader_get_string (reader, "media_type", HBK_JSON_NULLABLE, HBK_LOGBOOK_ID_MAX));
  read_measures (reader, file);
  marks = hbk_json_reader_get_strings (reader, "marks", HBK_JSON_NULLABLE, MARK_CHARS);
  if (marks != NULL)
    {
      g_strfreev (file->marks);
      file->marks = g_steal_pointer (&marks);
    }
  hbk_json_reader_get_date (reader, "added", HBK_JSON_OPTIONAL, &file->added);

  return hbk_json_reader_get_n_problems (reader) == 0 ? g_steal_pointer (&file) : NULL;
}
