/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "exchange/hbk-column-mapping.h"
#include "exchange/hbk-table-import.h"
#include "exchange/hbk-table-reader.h"
#include "exchange/hbk-xlsx-reader.h"
#include "library/hbk-backup-manifest.h"
#include "library/hbk-edit.h"
#include "library/hbk-library-backups.h"
#include "records/hbk-json-scan.h"
#include "records/hbk-logbook-reader.h"
#include "records/hbk-logbook-writer.h"
#include "workspace/hbk-file-reader.h"
#include "workspace/hbk-import-columns.h"
#include "workspace/hbk-import-files.h"
#include "workspace/hbk-import-rows.h"
#include "workspace/hbk-workspace-exchange.h"
#include "workspace/hbk-workspace-library.h"
#include "workspace/hbk-workspace-private.h"

/* Where a backup says what it is. */
#define HEAD_BYTES 128
#define DATABASE_MAGIC "SQLite format 3"

static void
import_clear (gpointer data)
{
  HbkImport *import = data;

  g_free (import->path);
  g_free (import->what);
  g_free (import->sheet);
  g_strfreev (import->sheets);
  g_ptr_array_unref (import->columns);
  g_ptr_array_unref (import->adds);
  g_ptr_array_unref (import->changes);
  g_ptr_array_unref (import->conflicts);
  hbk_problems_free (import->problems);
  g_clear_pointer (&import->profile, hbk_facts_unref);
  g_clear_object (&import->logbook);
}

/**
 * hbk_import_ref:
 * @import: a preview
 *
 * Keeps a preview.
 *
 * Returns: (transfer full): the preview
 */
HbkImport *
hbk_import_ref (HbkImport *import)
{
  return g_atomic_rc_box_acquire (import);
}

/**
 * hbk_import_free:
 * @import: (transfer full) (nullable): a preview
 *
 * Lets go of a preview.
 */
void
hbk_import_free (HbkImport *import)
{
  if (import != NULL)
    g_atomic_rc_box_release_full (import, import_clear);
}

static HbkImport *
import_new (const char *path)
{
  HbkImport *import = g_atomic_rc_box_new0 (HbkImport);

  import->path = g_strdup (path);
  import->columns = hbk_import_columns_new ();
  import->adds = g_ptr_array_new_with_free_func (g_object_unref);
  import->changes = g_ptr_array_new_with_free_func (g_object_unref);
  import->conflicts = g_ptr_array_new_with_free_func (g_object_unref);
  import->problems = hbk_problems_new ();

  return import;
}

/* ---- Reading ---- */

/* A logbook begins with a brace; a table never does. */
static gboolean
is_logbook (GBytes *bytes)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (data[i]))
        return data[i] == '{';
    }

  return FALSE;
}

/* Both kinds of backup: of all, and of the database. They begin like a workbook, or like nothing at all. */
static gboolean
check_no_backup (const char *path, GBytes *bytes, GError **error)
{
  gsize            length;
  const char      *data = g_bytes_get_data (bytes, &length);
  gsize            head = MIN (length, HEAD_BYTES);
  g_autofree char *name = NULL;

  if ((head < sizeof DATABASE_MAGIC || memcmp (data, DATABASE_MAGIC, sizeof DATABASE_MAGIC) != 0) &&
      (head == 0 || memmem (data, head, HBK_BACKUP_MIMETYPE, strlen (HBK_BACKUP_MIMETYPE)) == NULL))
    return TRUE;

  name = hbk_file_get_display_name (path);
  g_set_error (error, HBK_ERROR, HBK_ERROR_FORMAT, _ ("%s: This is a backup. Restore it, rather than import it."), name);

  return FALSE;
}

static gboolean
read_logbook (HbkImport *import, GBytes *bytes, GError **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autofree char *name = hbk_file_get_display_name (import->path);

  import->what = g_strdup (_ ("A logbook"));
  import->logbook = hbk_logbook_read (bytes, problems);
  if (import->logbook == NULL)
    hbk_problems_to_error (problems, name, error);

  return import->logbook != NULL;
}

static char *
describe_table (const HbkTableSource *source, const HbkColumnMapping *mapping, HbkLanguage language)
{
  g_autofree char *file = hbk_table_source_describe (source, hbk_column_mapping_get_table (mapping));
  g_autoptr (GString) text = g_string_new (file);

  for (guint i = 0; i < hbk_column_mapping_get_n_columns (mapping); i++)
    {
      g_autofree char *column = hbk_column_mapping_describe (mapping, i, language);

      g_string_append_printf (text, "\n%s", column);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
adjust (HbkColumnMapping *mapping, const HbkImportOptions *options, GError **error)
{
  for (guint i = 0; options->columns != NULL && options->columns[i] != NULL; i++)
    {
      if (!hbk_column_mapping_assign (mapping, options->columns[i], error))
        return FALSE;
    }
  for (guint i = 0; options->defaults != NULL && options->defaults[i] != NULL; i++)
    {
      if (!hbk_column_mapping_set_default (mapping, options->defaults[i], error))
        return FALSE;
    }

  return TRUE;
}

static void
add_problems (HbkProblems *all, const HbkProblems *some)
{
  for (guint i = 0; i < hbk_problems_get_n (some); i++)
    hbk_problems_take (all, hbk_problem_ref (hbk_problems_get (some, i)));
}

static gboolean
append_row (HbkLibrary *library, HbkImport *import, const HbkColumnMapping *mapping, HbkRecord *row, GError **error)
{
  g_autofree char *doc = NULL;
  g_autoptr (HbkRecord) own = NULL;

  if (!hbk_library_lookup (library, HBK_CHANGE_RECORD, hbk_record_get_id (row), &doc, error))
    return FALSE;
  if (doc != NULL)
    {
      own = hbk_library_get_record (library, hbk_record_get_id (row), error);
      if (own == NULL)
        return FALSE;
      hbk_import_complete_row (mapping, row, own);
    }
  hbk_logbook_append (import->logbook, row);

  return TRUE;
}

static gboolean
read_table (HbkWorkspace *self, HbkImport *import, GBytes *bytes, const HbkImportOptions *options, GError **error)
{
  HbkTableOptions wanted = { .encoding = HBK_ENCODING_ANY, .sheet = options->sheet };
  HbkTableSource  source;
  HbkVocabulary  *vocabulary = hbk_workspace_get_vocabulary (self, error);
  g_autoptr (HbkTable) table = NULL;
  g_autoptr (HbkColumnMapping) mapping = NULL;
  g_autoptr (HbkTableImport) records = NULL;

  if (vocabulary == NULL)
    return FALSE;
  if (options->encoding != NULL && !hbk_encoding_from_name (options->encoding, &wanted.encoding))
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _ ("There is no such encoding. Give utf-8, gb18030, utf-16le or utf-16be, or leave it out."));
      return FALSE;
    }

  table = hbk_table_read (bytes, &wanted, &source, import->problems, error);
  mapping = table != NULL ? hbk_column_mapping_suggest (table, vocabulary) : NULL;
  if (mapping == NULL || !adjust (mapping, options, error))
    return FALSE;

  records = hbk_table_import (mapping, 0);
  import->what = describe_table (&source, mapping, options->language);
  hbk_import_list_columns (import->columns, mapping, options->language);
  import->n_rows = hbk_table_import_get_n_rows (records);
  import->sheet = source.is_workbook ? g_strdup (hbk_table_get_sheet (table)) : NULL;
  import->sheets = source.is_workbook ? hbk_xlsx_list_sheets (bytes, NULL) : NULL;
  import->encoding = source.is_workbook ? NULL : hbk_encoding_to_name (source.encoding);
  import->logbook = hbk_logbook_new ();
  for (guint i = 0; i < hbk_table_import_get_n_records (records); i++)
    {
      if (!append_row (self->library, import, mapping, hbk_table_import_get_record (records, i), error))
        return FALSE;
    }
  add_problems (import->problems, hbk_table_import_get_problems (records));
  add_problems (import->problems, hbk_table_import_get_warnings (records));

  return TRUE;
}

/* ---- Comparing ---- */

static gboolean
has_proof (HbkRecord *record, HbkEvidence *wanted)
{
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      HbkEvidence *evidence = hbk_record_get_evidence (record, i);
      gboolean     is_same_file = hbk_evidence_get_sha256 (wanted) != NULL ? g_strcmp0 (hbk_evidence_get_sha256 (evidence), hbk_evidence_get_sha256 (wanted)) == 0
                                                                           : g_strcmp0 (hbk_evidence_get_file (evidence), hbk_evidence_get_file (wanted)) == 0;

      if (is_same_file && g_str_equal (hbk_evidence_get_document (evidence), hbk_evidence_get_document (wanted)))
        return TRUE;
    }

  return FALSE;
}

/* The name without the folders it had where it was exported. */
static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *base_a = a != NULL ? g_path_get_basename (a) : NULL;
  g_autofree char *base_b = b != NULL ? g_path_get_basename (b) : NULL;

  return g_strcmp0 (base_a, base_b) == 0;
}

/* Evidence is never lost by an import: what the library has stays with the record, and what it has under its checksum keeps the name that the
 * library gave it. */
static void
keep_evidence (HbkRecord *incoming, HbkRecord *own)
{
  for (guint i = 0; i < hbk_record_get_n_evidence (own); i++)
    {
      HbkEvidence *kept = hbk_record_get_evidence (own, i);
      gboolean     is_found = FALSE;

      for (guint j = 0; j < hbk_record_get_n_evidence (incoming) && !is_found; j++)
        {
          HbkEvidence *evidence = hbk_record_get_evidence (incoming, j);
          const char  *sha256 = hbk_evidence_get_sha256 (evidence);

          is_found = g_str_equal (hbk_evidence_get_document (evidence), hbk_evidence_get_document (kept)) &&
                     (sha256 != NULL ? g_strcmp0 (sha256, hbk_evidence_get_sha256 (kept)) == 0 : is_same_name (hbk_evidence_get_file (evidence), hbk_evidence_get_file (kept)));
          if (is_found)
            hbk_record_replace_evidence (incoming, j, kept);
        }
      if (!is_found && !has_proof (incoming, kept))
        hbk_record_add_evidence (incoming, kept);
    }
}

static gboolean
sort_record (HbkLibrary *library, HbkImport *import, HbkRecord *record, GError **error)
{
  const char      *id = hbk_record_get_id (record);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (HbkRecord) own = NULL;
  gboolean was_imported;

  if (!hbk_library_lookup (library, HBK_CHANGE_RECORD, id, &before, error))
    return FALSE;
  if (before == NULL)
    {
      g_ptr_array_add (import->adds, g_object_ref (record));
      return TRUE;
    }

  own = hbk_library_get_record (library, id, error);
  if (own == NULL)
    return FALSE;
  keep_evidence (record, own);
  after = hbk_record_write (record);
  if (g_str_equal (before, after))
    {
      import->n_same++;
      return TRUE;
    }

  if (!hbk_library_was_imported (library, id, &was_imported, error))
    return FALSE;
  g_ptr_array_add (was_imported ? import->changes : import->conflicts, g_object_ref (record));

  return TRUE;
}

static void
count_files (HbkImport *import, HbkRecord *record)
{
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      const char *name = hbk_evidence_get_file (hbk_record_get_evidence (record, i));
      int         fd = name != NULL ? hbk_import_open_file (import->path, name) : -1;

      if (fd < 0)
        continue;
      close (fd);
      import->n_files++;
    }
}

static void
set_answer (HbkFacts *facts, const char *id, const HbkValue *value, JsonNode *verbatim)
{
  if (verbatim != NULL)
    hbk_facts_set_json (facts, id, verbatim);
  else
    hbk_facts_set (facts, id, value);
}

/* Answers that the file has and the library has not; what the person has said themselves is not touched. */
static gboolean
compare_profile (HbkLibrary *library, HbkImport *import, GError **error)
{
  HbkFacts        *theirs = hbk_profile_get_attributes (hbk_logbook_get_profile (import->logbook));
  g_autofree char *doc = NULL;
  g_autoptr (HbkFacts) own = NULL;

  if (!hbk_library_lookup (library, HBK_CHANGE_PROFILE, "", &doc, error))
    return FALSE;
  own = doc != NULL ? hbk_library_parse_facts (doc, error) : hbk_facts_new ();
  if (own == NULL)
    return FALSE;

  for (guint i = 0; i < hbk_facts_get_n (theirs); i++)
    {
      const char     *id;
      const HbkValue *value = hbk_facts_nth (theirs, i, &id);
      JsonNode       *verbatim = hbk_facts_nth_verbatim (theirs, i);

      if ((value->kind == HBK_VALUE_NONE && verbatim == NULL) || hbk_facts_lookup (own, id) != NULL)
        continue;
      if (import->profile == NULL)
        import->profile = hbk_facts_new ();
      set_answer (import->profile, id, value, verbatim);
    }

  return TRUE;
}

/**
 * hbk_workspace_prepare_import:
 * @self: a workspace with an open library
 * @path: (type filename): a logbook, a CSV file or a workbook in XLSX, or "-" for standard input
 * @options: (nullable): how it is to be read
 * @error: return location for an error
 *
 * Reads a file that anybody may have written, and says what importing it would do. Nothing is stored.
 *
 * Returns: (transfer full): the preview, or %NULL on error
 */
HbkImport *
hbk_workspace_prepare_import (HbkWorkspace *self, const char *path, const HbkImportOptions *options, GError **error)
{
  static const HbkImportOptions nothing = { 0 };
  HbkLibrary                   *library = hbk_workspace_get_library (self, error);
  g_autoptr (HbkImport) import = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = library != NULL ? hbk_file_read (path, hbk_json_limits_logbook.max_bytes, error) : NULL;
  if (bytes == NULL || !check_no_backup (path, bytes, error))
    return NULL;

  import = import_new (path);
  if (!(is_logbook (bytes) ? read_logbook (import, bytes, error) : read_table (self, import, bytes, options != NULL ? options : &nothing, error)))
    return NULL;

  for (guint i = 0; i < hbk_logbook_get_n_records (import->logbook); i++)
    {
      HbkRecord *record = hbk_logbook_get_record (import->logbook, i);

      count_files (import, record);
      if (!sort_record (library, import, record, error))
        return NULL;
    }

  return compare_profile (library, import, error) ? g_steal_pointer (&import) : NULL;
}

/* ---- Storing ---- */

static gboolean
put_records (HbkEdit *edit, HbkFileTaker *taker, HbkImport *import, GPtrArray *records, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      HbkRecord *incoming = g_ptr_array_index (records, i);
      /* The preview stays as it is, for it may be confirmed again, with a reason. */
      g_autoptr (HbkRecord) record = hbk_record_copy (incoming, hbk_record_get_id (incoming));

      if (!hbk_import_take_files (taker, import->path, record, import->problems, error) || !hbk_edit_put_record (edit, record, error))
        return FALSE;
    }

  return TRUE;
}

/* The records of the file beside those of the library, under ids of their own. */
static GPtrArray *
copy_conflicts (HbkLibrary *library, HbkImport *import, GError **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < import->conflicts->len; i++)
    {
      g_autofree char *id = hbk_library_make_id (library, error);

      if (id == NULL)
        return NULL;
      g_ptr_array_add (copies, hbk_record_copy (g_ptr_array_index (import->conflicts, i), id));
    }

  return g_steal_pointer (&copies);
}

static gboolean
put_conflicts (HbkEdit *edit, HbkFileTaker *taker, HbkLibrary *library, HbkImport *import, HbkConflictChoice choice, GError **error)
{
  g_autoptr (GPtrArray) copies = NULL;

  switch (choice)
    {
    case HBK_CONFLICT_REPLACE:
      return put_records (edit, taker, import, import->conflicts, error);

    case HBK_CONFLICT_BOTH:
      copies = copy_conflicts (library, import, error);
      return copies != NULL && put_records (edit, taker, import, copies, error);

    case HBK_CONFLICT_ASK:
    case HBK_CONFLICT_KEEP:
    default:
      return TRUE;
    }
}

static gboolean
put_profile (HbkEdit *edit, HbkLibrary *library, const HbkFacts *answers, GError **error)
{
  g_autofree char *doc = NULL;
  g_autofree char *merged = NULL;
  g_autoptr (HbkFacts) facts = NULL;

  if (answers == NULL)
    return TRUE;
  if (!hbk_library_lookup (library, HBK_CHANGE_PROFILE, "", &doc, error))
    return FALSE;
  facts = doc != NULL ? hbk_library_parse_facts (doc, error) : hbk_facts_new ();
  if (facts == NULL)
    return FALSE;

  for (guint i = 0; i < hbk_facts_get_n (answers); i++)
    {
      const char     *id;
      const HbkValue *value = hbk_facts_nth (answers, i, &id);

      set_answer (facts, id, value, hbk_facts_nth_verbatim (answers, i));
    }
  merged = hbk_facts_write (facts);

  return hbk_edit_put (edit, HBK_CHANGE_PROFILE, "", merged, error);
}

/* What Hourbook does not know is kept, unless the library has something of that name. */
static gboolean
put_extra (HbkEdit *edit, HbkLibrary *library, HbkLogbook *logbook, GError **error)
{
  JsonObject *extra = hbk_logbook_get_extra (logbook);
  g_autoptr (GList) names = extra != NULL ? json_object_get_members (extra) : NULL;

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *text = json_to_string (json_object_get_member (extra, l->data), FALSE);
      g_autofree char *doc = NULL;

      if (!hbk_library_lookup (library, HBK_CHANGE_EXTRA, l->data, &doc, error))
        return FALSE;
      if (doc == NULL && !hbk_edit_put (edit, HBK_CHANGE_EXTRA, l->data, text, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hbk_workspace_confirm_import:
 * @self: a workspace with an open library
 * @import: a preview, which nothing has overtaken
 * @choice: what to do with conflicts
 * @correction: (nullable): why a year that was handed in is corrected
 * @error: return location for an error
 *
 * Imports what the preview shows, as one step, which one undo takes back. A backup is made first.
 *
 * Returns: (transfer full): the step, with number 0 when nothing had to be stored; %NULL with HBK_ERROR_DUPLICATE when there are conflicts
 *   and no choice was made, or another error
 */
HbkJournalStep *
hbk_workspace_confirm_import (HbkWorkspace *self, HbkImport *import, HbkConflictChoice choice, const char *correction, GError **error)
{
  HbkLibrary      *library = hbk_workspace_get_library (self, error);
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autoptr (HbkFileTaker) taker = NULL;
  g_autoptr (HbkEdit) edit = NULL;
  HbkJournalStep *step;

  g_return_val_if_fail (import != NULL, NULL);

  if (library == NULL)
    return NULL;
  if (choice == HBK_CONFLICT_ASK && import->conflicts->len > 0)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE, _ ("Some records were changed here and in the file. Choose whether to keep, to replace, or to have both."));
      return NULL;
    }
  if (!hbk_library_make_backup (library, HBK_BACKUP_BEFORE_IMPORT, NULL, error))
    return NULL;
  taker = hbk_file_taker_new (self, NULL, NULL, NULL, NULL, error);
  if (taker == NULL)
    return NULL;

  base = g_path_get_basename (import->path);
  name = hbk_file_get_display_name (base);
  edit = hbk_edit_new (library, HBK_JOURNAL_IMPORT);
  hbk_edit_set_note (edit, name);
  hbk_edit_set_correction (edit, correction);
  if (!put_records (edit, taker, import, import->adds, error) || !put_records (edit, taker, import, import->changes, error) ||
      !put_conflicts (edit, taker, library, import, choice, error) || !put_profile (edit, library, import->profile, error) ||
      !put_extra (edit, library, import->logbook, error) || !hbk_file_taker_put (taker, edit, error))
    return NULL;

  step = hbk_edit_commit (edit, error);
  if (step != NULL)
    g_ptr_array_unref (hbk_file_taker_finish (taker));

  return step;
}
