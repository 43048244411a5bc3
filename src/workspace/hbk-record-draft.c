/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-record-draft.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/hbk-error.h"
#include "records/hbk-logbook-reader.h"
#include "records/hbk-logbook-writer.h"
#include "workspace/hbk-file-reader.h"

#define FOLDER "drafts"
#define NEW "new"
#define GROUP "draft"
/* Far more than the longest record with the longest names of files. */
#define DRAFT_MAX_BYTES (4 * 1024 * 1024)

/* The id of a record may hold what no name of a file may. */
static char *
make_path (const char *library_dir, const char *id)
{
  g_autofree char *sum = id != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1) : g_strdup (NEW);
  g_autofree char *name = g_strconcat (sum, ".draft", NULL);

  return g_build_filename (library_dir, FOLDER, name, NULL);
}

/* What was neither restored nor discarded when something else was entered. */
static char *
make_aside_path (const char *library_dir, const char *id)
{
  g_autofree char *path = make_path (library_dir, id);

  return g_strconcat (path, ".earlier", NULL);
}

static void
set_store_error (GError **error, const char *reason)
{
  g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("What you have entered could not be kept as a draft (%s). Save it before you close the window."), reason);
}

/* A record in a file has a date; one that has none yet gets a stand-in, which a key says. */
static char *
write_record (HbkRecord *record, gboolean *is_dated)
{
  g_autoptr (HbkRecord) copy = hbk_record_copy (record, hbk_record_get_id (record));
  HbkDate stand_in = hbk_date_new (HBK_DATE_YEAR_MIN, 1, 1);

  *is_dated = hbk_record_get_start (record) != HBK_DATE_NONE;
  if (!*is_dated)
    hbk_record_set_period (copy, stand_in, stand_in);

  return hbk_record_write (copy);
}

/**
 * hbk_record_draft_new:
 * @record: a record; copied
 * @is_new: the library does not have it
 * @paths: (array zero-terminated=1) (element-type filename): files that are to be taken in with it
 * @documents: (array zero-terminated=1): the document type of each of @paths, "" where none was chosen
 *
 * Makes a draft.
 *
 * Returns: (transfer full): the draft
 */
HbkRecordDraft *
hbk_record_draft_new (HbkRecord *record, gboolean is_new, const char *const *paths, const char *const *documents)
{
  HbkRecordDraft *self;

  g_return_val_if_fail (HBK_IS_RECORD (record) && paths != NULL && documents != NULL, NULL);

  self = g_new0 (HbkRecordDraft, 1);
  self->record = hbk_record_copy (record, hbk_record_get_id (record));
  self->is_new = is_new;
  self->first_day = self->last_day = HBK_DATE_NONE;
  self->paths = g_strdupv ((char **) paths);
  self->documents = g_strdupv ((char **) documents);

  return self;
}

/**
 * hbk_record_draft_set_days:
 * @self: a draft of a record without a date
 * @first: the first day, or %HBK_DATE_NONE
 * @last: the last day, or %HBK_DATE_NONE
 *
 * Says which days were entered although they make no period: one of the two, or in the wrong order.
 */
void
hbk_record_draft_set_days (HbkRecordDraft *self, HbkDate first, HbkDate last)
{
  g_return_if_fail (self != NULL);

  self->first_day = first;
  self->last_day = last;
}

/**
 * hbk_record_draft_free:
 * @self: (transfer full): a draft
 *
 * Frees a draft; what was stored of it stays.
 */
void
hbk_record_draft_free (HbkRecordDraft *self)
{
  g_object_unref (self->record);
  g_strfreev (self->paths);
  g_strfreev (self->documents);
  g_free (self);
}

static void
put_day (GKeyFile *file, const char *key, HbkDate day)
{
  g_autofree char *text = day != HBK_DATE_NONE ? hbk_date_format (day) : NULL;

  if (text != NULL)
    g_key_file_set_string (file, GROUP, key, text);
}

static HbkDate
get_day (GKeyFile *file, const char *key)
{
  g_autofree char *text = g_key_file_get_string (file, GROUP, key, NULL);

  return text != NULL ? hbk_date_parse (text) : HBK_DATE_NONE;
}

/**
 * hbk_record_draft_store:
 * @self: a draft
 * @library_dir: the folder of the library
 * @error: return location for an error
 *
 * Keeps a draft beside the library, in the place of an earlier one of the same record. Blocks; only its owner may read it.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_record_draft_store (const HbkRecordDraft *self, const char *library_dir, GError **error)
{
  g_autofree char *folder = g_build_filename (library_dir, FOLDER, NULL);
  g_autofree char *path = make_path (library_dir, self->is_new ? NULL : hbk_record_get_id (self->record));
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gboolean         is_dated;
  g_autofree char *json = write_record (self->record, &is_dated);
  g_autofree char *data = NULL;
  g_autoptr (GError) own_error = NULL;
  gsize length;

  g_key_file_set_string (file, GROUP, "record", json);
  g_key_file_set_boolean (file, GROUP, "dated", is_dated);
  put_day (file, "first-day", self->first_day);
  put_day (file, "last-day", self->last_day);
  g_key_file_set_boolean (file, GROUP, "new", self->is_new);
  g_key_file_set_string_list (file, GROUP, "paths", (const char *const *) self->paths, g_strv_length (self->paths));
  g_key_file_set_string_list (file, GROUP, "documents", (const char *const *) self->documents, g_strv_length (self->documents));
  data = g_key_file_to_data (file, &length, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_store_error (error, g_strerror (errno));
      return FALSE;
    }
  if (!g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &own_error))
    {
      set_store_error (error, own_error->message);
      return FALSE;
    }

  return TRUE;
}

static HbkRecord *
read_record (GKeyFile *file)
{
  g_autofree char *json = g_key_file_get_string (file, GROUP, "record", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  HbkRecord *record;

  if (json == NULL)
    return NULL;
  bytes = g_bytes_new (json, strlen (json));
  record = hbk_record_read (bytes, problems);
  if (record != NULL && !g_key_file_get_boolean (file, GROUP, "dated", NULL))
    hbk_record_clear_period (record);

  return record;
}

/* Files that cannot be told from each other are left out. */
static void
read_files (HbkRecordDraft *self, GKeyFile *file)
{
  const char *none[] = { NULL };

  self->paths = g_key_file_get_string_list (file, GROUP, "paths", NULL, NULL);
  self->documents = g_key_file_get_string_list (file, GROUP, "documents", NULL, NULL);
  if (self->paths != NULL && self->documents != NULL && g_strv_length (self->paths) == g_strv_length (self->documents))
    return;

  g_strfreev (self->paths);
  g_strfreev (self->documents);
  self->paths = g_strdupv ((char **) none);
  self->documents = g_strdupv ((char **) none);
}

/**
 * hbk_record_draft_load:
 * @library_dir: the folder of the library
 * @id: (nullable): the id of a record that the library has; %NULL for a new one
 * @error: return location for an error
 *
 * Reads a draft that was kept. Blocks.
 *
 * Returns: (transfer full): the draft; %NULL with HBK_ERROR_NOT_FOUND when there is none, or another error
 */
HbkRecordDraft *
hbk_record_draft_load (const char *library_dir, const char *id, GError **error)
{
  g_autofree char *path = make_path (library_dir, id);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  HbkRecord      *record;
  HbkRecordDraft *self;

  /* An earlier one comes to light when the one after it is gone. */
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *aside = make_aside_path (library_dir, id);

      g_rename (aside, path);
    }
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("There is no draft."));
      return NULL;
    }
  bytes = hbk_file_read (path, DRAFT_MAX_BYTES, error);
  if (bytes == NULL)
    return NULL;

  record = g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL) ? read_record (file) : NULL;
  if (record == NULL)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("The draft cannot be read. Enter the record again."));
      return NULL;
    }

  self = g_new0 (HbkRecordDraft, 1);
  self->record = record;
  self->is_new = id == NULL;
  self->first_day = get_day (file, "first-day");
  self->last_day = get_day (file, "last-day");
  read_files (self, file);

  return self;
}

/**
 * hbk_record_draft_set_aside:
 * @library_dir: the folder of the library
 * @id: (nullable): the id of a record that the library has; %NULL for a new one
 *
 * Sets the draft of a record aside, so that another can be kept; it is found again when that one is gone. Blocks.
 */
void
hbk_record_draft_set_aside (const char *library_dir, const char *id)
{
  g_autofree char *path = make_path (library_dir, id);
  g_autofree char *aside = make_aside_path (library_dir, id);

  g_rename (path, aside);
}

/**
 * hbk_record_draft_discard:
 * @library_dir: the folder of the library
 * @id: (nullable): the id of a record that the library has; %NULL for a new one
 *
 * Removes the draft of a record, where there is one. Blocks.
 */
void
hbk_record_draft_discard (const char *library_dir, const char *id)
{
  g_autofree char *path = make_path (library_dir, id);

  g_unlink (path);
}
