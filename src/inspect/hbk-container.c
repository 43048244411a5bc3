/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "inspect/hbk-container.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* Entries of an archive that are looked at; what makes a document out of one stands near its start. */
#define MAX_ENTRIES 5000

/* The longest content of an entry "mimetype" that matters. */
#define MIMETYPE_MAX_BYTES 100

/* An entry of the directory in an OLE file, which begins with its name in UTF-16. */
#define OLE_ENTRY_BYTES 128

typedef struct
{
  const char *name;
  const char *media_type;
} Kind;

/* What an entry's name, or its start when that ends in a slash, makes of an archive. */
static const Kind zip_kinds[] = {
  { "OFD.xml", "application/ofd" },
  { "word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  { "xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  { "ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation" },
};

static const char *const open_documents[] = {
  "application/vnd.oasis.opendocument.presentation",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.oasis.opendocument.text",
};

static const Kind ole_kinds[] = {
  { "WordDocument", "application/msword" },
  { "Workbook", "application/vnd.ms-excel" },
  { "Book", "application/vnd.ms-excel" },
  { "PowerPoint Document", "application/vnd.ms-powerpoint" },
};

static const char *
kind_of_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (zip_kinds); i++)
    {
      const char *kind = zip_kinds[i].name;

      if (g_str_has_suffix (kind, "/") ? g_str_has_prefix (name, kind) : g_str_equal (name, kind))
        return zip_kinds[i].media_type;
    }

  return NULL;
}

static const char *
kind_of_mimetype (struct archive *archive)
{
  char       content[MIMETYPE_MAX_BYTES] = { 0 };
  la_ssize_t length = archive_read_data (archive, content, sizeof content - 1);

  if (length <= 0)
    return NULL;

  g_strchomp (content);
  for (guint i = 0; i < G_N_ELEMENTS (open_documents); i++)
    {
      if (g_str_equal (content, open_documents[i]))
        return open_documents[i];
    }

  return NULL;
}

/* Goes over the entries until one says what the archive is. */
static int
read_entries (struct archive *archive, HbkFindings *findings)
{
  const char           *kind = NULL;
  struct archive_entry *entry;
  int                   status = ARCHIVE_OK;

  for (guint i = 0; kind == NULL && i < MAX_ENTRIES; i++)
    {
      const char *name;

      status = archive_read_next_header (archive, &entry);
      if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
        break;

      if (archive_entry_is_data_encrypted (entry))
        findings->problem = "encrypted";

      name = archive_entry_pathname (entry);
      if (name == NULL)
        continue;

      kind = g_str_equal (name, "mimetype") && i == 0 ? kind_of_mimetype (archive) : kind_of_name (name);
    }

  if (kind != NULL)
    findings->media_type = kind;

  return status;
}

/**
 * hbk_container_look_into_zip:
 * @file: a file that starts like a ZIP archive
 * @findings: what is found
 *
 * Finds out whether an archive is a document: OFD, Office Open XML or OpenDocument. Nothing is extracted.
 */
void
hbk_container_look_into_zip (const HbkView *file, HbkFindings *findings)
{
  struct archive *archive;
  int             status;

  g_return_if_fail (file != NULL && findings != NULL);

  archive = archive_read_new ();
  archive_read_support_format_zip_seekable (archive);
  archive_read_support_format_zip_streamable (archive);

  status = archive_read_open_memory (archive, file->data, file->size);
  if (status == ARCHIVE_OK)
    status = read_entries (archive, findings);
  if (status == ARCHIVE_FATAL || status == ARCHIVE_FAILED)
    findings->problem = "damaged";

  archive_read_free (archive);
}

/* Says whether the entry at a place has a name, which has one byte of NUL after each of its letters and two at the end. */
static gboolean
has_ole_name (const HbkView *file, guint64 at, const char *name)
{
  gsize length = strlen (name) + 1;

  for (gsize i = 0; i < length; i++)
    {
      const char pair[2] = { name[i], '\0' };

      if (!hbk_view_has (file, at + 2 * i, pair, sizeof pair))
        return FALSE;
    }

  return TRUE;
}

/**
 * hbk_container_look_into_ole:
 * @file: a file that starts like one of Microsoft's compound files
 * @findings: what is found
 *
 * Finds out which program of the old Office a file is from.
 *
 * Entries of the directory stand at multiples of their size, wherever the directory lies.
 */
void
hbk_container_look_into_ole (const HbkView *file, HbkFindings *findings)
{
  g_return_if_fail (file != NULL && findings != NULL);

  for (guint64 at = 4 * OLE_ENTRY_BYTES; at < file->size; at += OLE_ENTRY_BYTES)
    {
      if (has_ole_name (file, at, "EncryptedPackage"))
        findings->problem = "encrypted";

      for (guint i = 0; i < G_N_ELEMENTS (ole_kinds); i++)
        {
          if (has_ole_name (file, at, ole_kinds[i].name))
            {
              findings->media_type = ole_kinds[i].media_type;
              return;
            }
        }
    }
}
