/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library/hbk-backup-manifest.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "records/hbk-json-reader.h"
#include "records/hbk-json-writer.h"

#define FORMAT "hourbook-backup"
#define VERSION 1
#define TEXT_CHARS 100
#define TIME_FORMAT "%Y-%m-%dT%H:%M:%SZ"

static const HbkJsonLimits limits = { HBK_BACKUP_MANIFEST_MAX_BYTES, 8, 100 };

static const char *const root_keys[] = { "format", "version", "created", "application", "records", "evidence", "entries", NULL };
static const char *const entry_keys[] = { "name", "size", "sha256", NULL };

/**
 * hbk_backup_manifest_new:
 * @created: when the backup is made, in seconds since 1970 UTC
 * @application: the version of Hourbook
 * @n_records: how many records there are
 *
 * Makes a manifest without any files.
 *
 * Returns: (transfer full): the manifest
 */
HbkBackupManifest *
hbk_backup_manifest_new (gint64 created, const char *application, guint n_records)
{
  HbkBackupManifest *self;

  g_return_val_if_fail (application != NULL, NULL);

  self = g_new0 (HbkBackupManifest, 1);
  self->created = created;
  self->application = g_strdup (application);
  self->n_records = n_records;
  self->evidence = g_array_new (FALSE, FALSE, sizeof (HbkBlobEntry));

  return self;
}

/**
 * hbk_backup_manifest_free:
 * @self: (transfer full): a manifest
 *
 * Frees it.
 */
void
hbk_backup_manifest_free (HbkBackupManifest *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->application);
  g_array_unref (self->evidence);
  g_free (self);
}

/**
 * hbk_backup_manifest_get_size:
 * @self: a manifest
 *
 * Adds up the sizes of all files.
 *
 * Returns: the sum in bytes
 */
guint64
hbk_backup_manifest_get_size (const HbkBackupManifest *self)
{
  guint64 size;

  g_return_val_if_fail (self != NULL, 0);

  size = self->database.size;
  for (guint i = 0; i < self->evidence->len; i++)
    size += g_array_index (self->evidence, HbkBlobEntry, i).size;

  return size;
}

static int
compare_entries (const void *a, const void *b)
{
  return strcmp (((const HbkBlobEntry *) a)->sha256, ((const HbkBlobEntry *) b)->sha256);
}

/**
 * hbk_backup_manifest_lookup:
 * @self: a manifest
 * @name: the name of a file in a backup
 *
 * Looks up what is said of a file.
 *
 * Returns: (nullable): its checksum and size, owned by @self, or %NULL when it is not in the manifest
 */
const HbkBlobEntry *
hbk_backup_manifest_lookup (const HbkBackupManifest *self, const char *name)
{
  HbkBlobEntry key = { .size = 0 };

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  if (g_str_equal (name, HBK_BACKUP_DATABASE_NAME))
    return &self->database;

  if (!g_str_has_prefix (name, HBK_BACKUP_EVIDENCE_PREFIX) || !hbk_sha256_is_hex (name + strlen (HBK_BACKUP_EVIDENCE_PREFIX)) || self->evidence->len == 0)
    return NULL;

  memcpy (key.sha256, name + strlen (HBK_BACKUP_EVIDENCE_PREFIX), HBK_SHA256_CHARS);
  return bsearch (&key, self->evidence->data, self->evidence->len, sizeof key, compare_entries);
}

/* ---- Writing ---- */

static void
write_entry (HbkJsonWriter *writer, const char *name, const HbkBlobEntry *entry)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "name", name);
  hbk_json_writer_add_int (writer, "size", (gint64) entry->size);
  hbk_json_writer_add_string (writer, "sha256", entry->sha256);
  hbk_json_writer_end_object (writer);
}

/**
 * hbk_backup_manifest_write:
 * @self: a manifest
 *
 * Writes a manifest; the same one always gives the same bytes.
 *
 * Returns: (transfer full): the bytes, JSON in UTF-8
 */
GBytes *
hbk_backup_manifest_write (const HbkBackupManifest *self)
{
  g_autoptr (HbkJsonWriter) writer = NULL;
  g_autoptr (GDateTime) created = NULL;
  g_autofree char *created_text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  created = g_date_time_new_from_unix_utc (self->created);
  created_text = g_date_time_format (created, TIME_FORMAT);
  writer = hbk_json_writer_new ();

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "format", FORMAT);
  hbk_json_writer_add_int (writer, "version", VERSION);
  hbk_json_writer_add_string (writer, "created", created_text);
  hbk_json_writer_add_string (writer, "application", self->application);
  hbk_json_writer_add_int (writer, "records", self->n_records);
  hbk_json_writer_add_int (writer, "evidence", self->evidence->len);

  hbk_json_writer_begin_array (writer, "entries");
  write_entry (writer, HBK_BACKUP_DATABASE_NAME, &self->database);
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const HbkBlobEntry *entry = &g_array_index (self->evidence, HbkBlobEntry, i);
      g_autofree char    *name = g_strconcat (HBK_BACKUP_EVIDENCE_PREFIX, entry->sha256, NULL);

      write_entry (writer, name, entry);
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);

  return hbk_json_writer_finish (writer);
}

/* ---- Reading ---- */

static gboolean
read_size (HbkJsonReader *reader, guint64 max, guint64 *size)
{
  double number;

  if (hbk_json_reader_get_kind (reader, "size") != HBK_JSON_NUMBER)
    {
      hbk_json_reader_report_expected (reader, "size", _ ("a whole number"), _ ("Use another backup."));
      return FALSE;
    }

  /* Below 2^53 a double holds every whole number. */
  number = json_node_get_double (hbk_json_reader_get_node (reader, "size"));
  if (number < 0 || number > (double) max || number != (double) (guint64) number)
    {
      hbk_json_reader_report_member (reader, "size", HBK_ERROR_LIMIT, _ ("This size is not possible."), _ ("Use another backup."));
      return FALSE;
    }

  *size = (guint64) number;
  return TRUE;
}

/* The order is fixed, which also means that nothing is there twice. */
static gboolean
is_in_place (HbkBackupManifest *self, guint position, const char *name, const char *sha256)
{
  if (position == 0)
    return g_str_equal (name, HBK_BACKUP_DATABASE_NAME);

  return g_str_has_prefix (name, HBK_BACKUP_EVIDENCE_PREFIX) &&
         g_str_equal (name + strlen (HBK_BACKUP_EVIDENCE_PREFIX), sha256) &&
         (position == 1 || strcmp (g_array_index (self->evidence, HbkBlobEntry, position - 2).sha256, sha256) < 0);
}

static gboolean
read_entry (HbkJsonReader *reader, HbkBackupManifest *self, guint position)
{
  const char  *name = hbk_json_reader_get_string (reader, "name", HBK_JSON_REQUIRED, 2 * HBK_SHA256_CHARS);
  const char  *sha256 = hbk_json_reader_get_string (reader, "sha256", HBK_JSON_REQUIRED, HBK_SHA256_CHARS);
  HbkBlobEntry entry = { .size = 0 };

  if (!hbk_json_reader_only_keys (reader, entry_keys) || name == NULL || sha256 == NULL ||
      !read_size (reader, position == 0 ? HBK_BACKUP_MAX_DATABASE : HBK_BLOB_MAX_BYTES, &entry.size))
    return FALSE;

  if (!hbk_sha256_is_hex (sha256) || !is_in_place (self, position, name, sha256))
    {
      hbk_json_reader_report_member (reader, "name", HBK_ERROR_VALUE, _ ("This is not what a backup has at this place."), _ ("Use another backup."));
      return FALSE;
    }

  memcpy (entry.sha256, sha256, HBK_SHA256_CHARS);
  if (position == 0)
    self->database = entry;
  else
    g_array_append_val (self->evidence, entry);

  return TRUE;
}

static void
read_entries (HbkJsonReader *reader, HbkBackupManifest *self)
{
  guint n;
  int   n_evidence = 0;

  if (!hbk_json_reader_enter_array (reader, "entries", HBK_JSON_REQUIRED, &n))
    return;

  if (n == 0 || n > HBK_BACKUP_MAX_EVIDENCE + 1)
    hbk_json_reader_report_printf (reader, NULL, HBK_ERROR_LIMIT, _ ("Use another backup."), _ ("A backup has from 1 to %d files."), HBK_BACKUP_MAX_EVIDENCE + 1);

  /* The first that is wrong makes the others wrong too. */
  for (guint i = 0; i < n && hbk_json_reader_get_n_problems (reader) == 0; i++)
    {
      if (!hbk_json_reader_enter_object_element (reader, i))
        break;
      read_entry (reader, self, i);
      hbk_json_reader_leave (reader);
    }
  hbk_json_reader_leave (reader);

  if (hbk_json_reader_get_int (reader, "evidence", HBK_JSON_REQUIRED, 0, HBK_BACKUP_MAX_EVIDENCE, &n_evidence) &&
      hbk_json_reader_get_n_problems (reader) == 0 && (guint) n_evidence != self->evidence->len)
    hbk_json_reader_report_member (reader, "evidence", HBK_ERROR_VALUE, _ ("The number of files is another."), _ ("Use another backup."));
}

static void
read_created (HbkJsonReader *reader, HbkBackupManifest *self)
{
  const char *text = hbk_json_reader_get_string (reader, "created", HBK_JSON_REQUIRED, TEXT_CHARS);
  g_autoptr (GDateTime) created = NULL;
  g_autofree char *again = NULL;

  if (text == NULL)
    return;

  created = g_date_time_new_from_iso8601 (text, NULL);
  again = created != NULL ? g_date_time_format (created, TIME_FORMAT) : NULL;
  if (g_strcmp0 (text, again) == 0)
    self->created = g_date_time_to_unix (created);
  else
    hbk_json_reader_report_member (reader, "created", HBK_ERROR_VALUE, _ ("This is not a time such as 2026-03-01T08:30:00Z."), _ ("Use another backup."));
}

/* What another version has may mean anything. */
static gboolean
read_format (HbkJsonReader *reader)
{
  const char *format = hbk_json_reader_get_string (reader, "format", HBK_JSON_REQUIRED, TEXT_CHARS);
  int         version = 0;

  if (format == NULL)
    return FALSE;

  if (!g_str_equal (format, FORMAT))
    {
      hbk_json_reader_report_member (reader, "format", HBK_ERROR_FORMAT, _ ("This is not a backup of Hourbook."), _ ("Choose another file."));
      return FALSE;
    }

  if (!hbk_json_reader_get_int (reader, "version", HBK_JSON_REQUIRED, 1, G_MAXINT, &version))
    return FALSE;

  if (version > VERSION)
    {
      hbk_json_reader_report_member (reader, "version", HBK_ERROR_FORMAT, _ ("A newer Hourbook made this backup."), _ ("Update Hourbook, then try again."));
      return FALSE;
    }

  return TRUE;
}

/**
 * hbk_backup_manifest_read:
 * @bytes: what [method@BackupManifest.write] gave, or anything
 * @problems: where to report what is wrong
 *
 * Reads a manifest; one in which anything is wrong is refused.
 *
 * Returns: (nullable) (transfer full): the manifest, or %NULL with at least one problem
 */
HbkBackupManifest *
hbk_backup_manifest_read (GBytes *bytes, HbkProblems *problems)
{
  g_autoptr (HbkJsonReader) reader = NULL;
  g_autoptr (HbkBackupManifest) self = NULL;
  const char *application;
  int         n_records = 0;

  g_return_val_if_fail (bytes != NULL && problems != NULL, NULL);

  reader = hbk_json_reader_new (bytes, &limits, problems);
  if (reader == NULL || !read_format (reader) || !hbk_json_reader_only_keys (reader, root_keys))
    return NULL;

  application = hbk_json_reader_get_string (reader, "application", HBK_JSON_REQUIRED, TEXT_CHARS);
  hbk_json_reader_get_int (reader, "records", HBK_JSON_REQUIRED, 0, G_MAXINT, &n_records);

  self = hbk_backup_manifest_new (0, application != NULL ? application : "", (guint) n_records);
  read_created (reader, self);
  read_entries (reader, self);

  return hbk_problems_is_empty (problems) ? g_steal_pointer (&self) : NULL;
}
