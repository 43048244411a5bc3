/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-request-private.h"

HbkRequest *
hbk_request_new (HbkRequestKind kind, const char *const *names)
{
  HbkRequest *self = g_new0 (HbkRequest, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->names = g_strdupv ((char **) names);

  return self;
}

static HbkRequest *
request_new_of_one (HbkRequestKind kind, const char *name)
{
  const char *names[] = { name, NULL };

  return hbk_request_new (kind, names);
}

static HbkRequest *
request_new_of_year (HbkRequestKind kind, int year)
{
  HbkRequest *self = hbk_request_new (kind, NULL);

  self->year = year;

  return self;
}

static GPtrArray *
copy_records (GPtrArray *records)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    {
      HbkRecord *record = g_ptr_array_index (records, i);

      g_ptr_array_add (copies, hbk_record_copy (record, hbk_record_get_id (record)));
    }

  return copies;
}

/**
 * hbk_request_new_save_record:
 * @record: a record; copied
 * @paths: (array zero-terminated=1) (nullable) (element-type filename): files that prove it
 * @documents: (array zero-terminated=1) (nullable): which document type each of the files is, "" to guess it by its name; %NULL to guess all
 *
 * Asks that a record be added, or stored as it has become, together with new files.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_save_record (HbkRecord *record, const char *const *paths, const char *const *documents)
{
  HbkRequest *self = hbk_request_new (HBK_REQUEST_SAVE_RECORD, paths);

  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->records, hbk_record_copy (record, hbk_record_get_id (record)));
  self->documents = g_strdupv ((char **) documents);

  return self;
}

/**
 * hbk_request_new_save_records:
 * @records: (element-type HbkRecord): records; copied
 *
 * Asks that several records be stored as they have become, in one step.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_save_records (GPtrArray *records)
{
  HbkRequest *self = hbk_request_new (HBK_REQUEST_SAVE_RECORDS, NULL);

  self->records = copy_records (records);

  return self;
}

/**
 * hbk_request_new_remove_records:
 * @ids: (array zero-terminated=1): ids of records
 *
 * Asks that records go to the trash.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_remove_records (const char *const *ids)
{
  return hbk_request_new (HBK_REQUEST_REMOVE_RECORDS, ids);
}

/**
 * hbk_request_new_restore:
 * @ids: (array zero-terminated=1): ids of records, or serial numbers of files
 *
 * Asks that records and files come back from the trash.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_restore (const char *const *ids)
{
  return hbk_request_new (HBK_REQUEST_RESTORE, ids);
}

/**
 * hbk_request_new_undo:
 *
 * Asks that the last step be undone.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_undo (void)
{
  return hbk_request_new (HBK_REQUEST_UNDO, NULL);
}

/**
 * hbk_request_new_redo:
 *
 * Asks that what was undone last be done again.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_redo (void)
{
  return hbk_request_new (HBK_REQUEST_REDO, NULL);
}

/**
 * hbk_request_new_take_in:
 * @paths: (array zero-terminated=1) (element-type filename): files, and folders with all that is in them
 * @record: (nullable): the id of the record they prove; %NULL for the inbox
 * @document: (nullable): which document type they are; guessed when not given
 *
 * Asks that files be copied into the library.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_take_in (const char *const *paths, const char *record, const char *document)
{
  HbkRequest *self = hbk_request_new (HBK_REQUEST_TAKE_IN, paths);

  self->record = g_strdup (record);
  self->document = g_strdup (document);

  return self;
}

/**
 * hbk_request_new_attach:
 * @record: the id of a record
 * @sha256s: (array zero-terminated=1): checksums of files that the library has
 * @document: (nullable): which document type they are; as they are taken for when not given
 *
 * Asks that files prove a record.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_attach (const char *record, const char *const *sha256s, const char *document)
{
  HbkRequest *self = hbk_request_new (HBK_REQUEST_ATTACH, sha256s);

  self->record = g_strdup (record);
  self->document = g_strdup (document);

  return self;
}

/**
 * hbk_request_new_detach:
 * @record: the id of a record
 * @sha256: the checksum of a file
 *
 * Asks that a file be taken off a record.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_detach (const char *record, const char *sha256)
{
  HbkRequest *self = request_new_of_one (HBK_REQUEST_DETACH, sha256);

  self->record = g_strdup (record);

  return self;
}

/**
 * hbk_request_new_remove_file:
 * @sha256: the checksum of a file that proves no record
 *
 * Asks that a file go to the trash.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_remove_file (const char *sha256)
{
  return request_new_of_one (HBK_REQUEST_REMOVE_FILES, sha256);
}

/**
 * hbk_request_new_remove_files:
 * @sha256s: (array zero-terminated=1): the checksums of files that prove no record
 *
 * Asks to move files to the trash.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_remove_files (const char *const *sha256s)
{
  return hbk_request_new (HBK_REQUEST_REMOVE_FILES, sha256s);
}

/**
 * hbk_request_new_set_document:
 * @sha256s: (array zero-terminated=1): the checksums of files
 * @document: the id of a document type
 *
 * Asks to say which type of document files are, also in the records that they prove.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_set_document (const char *const *sha256s, const char *document)
{
  HbkRequest *self = hbk_request_new (HBK_REQUEST_SET_DOCUMENT, sha256s);

  self->document = g_strdup (document);

  return self;
}

/**
 * hbk_request_new_save_file:
 * @file: a file, with what is known of it now; copied
 *
 * Asks that what is known of a file be stored, such as the document type.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_save_file (const HbkEvidenceFile *file)
{
  HbkRequest *self = hbk_request_new (HBK_REQUEST_SAVE_FILE, NULL);

  self->file = hbk_evidence_file_copy (file);

  return self;
}

/**
 * hbk_request_new_choose_reading:
 * @pack: the id of a pack
 * @reading: the id of one of its readings
 * @option: the id of one of the reading's options
 *
 * Asks that an unclear clause be read in one way.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_choose_reading (const char *pack, const char *reading, const char *option)
{
  HbkRequest *self = hbk_request_new (HBK_REQUEST_CHOOSE_READING, NULL);

  self->pack = g_strdup (pack);
  self->reading = g_strdup (reading);
  self->option = g_strdup (option);

  return self;
}

/**
 * hbk_request_new_change_profile:
 * @from: the day from which on it holds; %HBK_DATE_NONE for ever
 * @answers: what holds of the person
 *
 * Asks that the profile be changed.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_change_profile (HbkDate from, HbkFacts *answers)
{
  HbkRequest *self = hbk_request_new (HBK_REQUEST_CHANGE_PROFILE, NULL);

  self->from = from;
  self->answers = hbk_facts_ref (answers);

  return self;
}

/**
 * hbk_request_new_correct_profile:
 * @answers: what should have been said of the person as they are today
 *
 * Asks that the profile be mended: each answer where it was given.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_correct_profile (HbkFacts *answers)
{
  HbkRequest *self = hbk_request_new (HBK_REQUEST_CORRECT_PROFILE, NULL);

  self->answers = hbk_facts_ref (answers);

  return self;
}

/**
 * hbk_request_new_hand_in:
 * @year: a year
 * @package: (nullable): the checksum of the package that was handed in
 * @note: (nullable): to whom, for what
 *
 * Asks that a year be sealed, because it was handed in.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_hand_in (int year, const char *package, const char *note)
{
  HbkRequest *self = request_new_of_one (HBK_REQUEST_HAND_IN, package);

  self->year = year;
  self->note = g_strdup (note);

  return self;
}

/**
 * hbk_request_new_note_application:
 * @submission: what an application hands in
 * @package: the checksum of the package
 * @note: (nullable): to whom, for what
 *
 * Asks that the package of an application be noted.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_note_application (const HbkSubmission *submission, const char *package, const char *note)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  HbkRequest *self;

  g_return_val_if_fail (submission != NULL && package != NULL, NULL);

  g_strv_builder_add (names, package);
  for (guint i = 0; i < submission->years->len; i++)
    g_strv_builder_take (names, g_strdup_printf ("%d", ((const HbkSubmissionYear *) g_ptr_array_index (submission->years, i))->year));
  list = g_strv_builder_end (names);
  self = hbk_request_new (HBK_REQUEST_NOTE_APPLICATION, (const char *const *) list);
  self->level = submission->options.level;
  self->year = submission->options.apply_year;
  self->from = submission->as_of;
  self->note = g_strdup (note);

  return self;
}

/**
 * hbk_request_new_reopen:
 * @year: a year that was handed in
 *
 * Asks that a year be opened again; it needs a correction.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_reopen (int year)
{
  return request_new_of_year (HBK_REQUEST_REOPEN, year);
}

/**
 * hbk_request_new_adopt_rules:
 * @year: a year that is bound to older rules
 *
 * Asks that a year be computed by the rules of today.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_adopt_rules (int year)
{
  return request_new_of_year (HBK_REQUEST_ADOPT_RULES, year);
}

/**
 * hbk_request_new_import:
 * @import: a preview, which nothing has overtaken
 * @choice: what to do with conflicts
 *
 * Asks that what a preview shows be imported.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_new_import (HbkImport *import, HbkConflictChoice choice)
{
  HbkRequest *self = hbk_request_new (HBK_REQUEST_IMPORT, NULL);

  self->import = hbk_import_ref (import);
  self->choice = choice;

  return self;
}
