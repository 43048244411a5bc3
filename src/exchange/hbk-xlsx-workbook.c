/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-xlsx-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-error.h"
#include "exchange/hbk-xml-walk.h"

/* More sheets than anybody keeps records in; each may have to be unpacked to see whether it is empty. */
#define SHEETS_MAX 200

/* A reference from one part to another: its type, where it leads, and from which folder. */
typedef struct
{
  char *type;
  char *target;
} Relation;

typedef struct
{
  HbkXlsxWorkbook *workbook;
  GHashTable      *relations; /* id → Relation */
  const char      *folder;
} Reading;

static void
relation_free (gpointer data)
{
  Relation *relation = data;

  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

static void
sheet_free (gpointer data)
{
  HbkXlsxSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

/* Two editions of the standard name the types by different addresses that end alike. */
static gboolean
is_type (const Relation *relation, const char *type)
{
  return g_str_has_suffix (relation->type, type);
}

static void
relation_cb (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  const char *id = hbk_xml_attribute (names, values, "Id");
  const char *type = hbk_xml_attribute (names, values, "Type");
  const char *target = hbk_xml_attribute (names, values, "Target");
  const char *mode = hbk_xml_attribute (names, values, "TargetMode");
  Relation   *relation;

  /* What lies outside the file is not looked at. */
  if (!g_str_equal (name, "Relationship") || id == NULL || type == NULL || target == NULL || (mode != NULL && g_ascii_strcasecmp (mode, "External") == 0))
    return;

  relation = g_new0 (Relation, 1);
  relation->type = g_strdup (type);
  relation->target = g_strdup (target);
  g_hash_table_replace (data, g_strdup (id), relation);
}

static GHashTable *
read_relations (HbkZipReader *archive, const char *part, GError **error)
{
  static const HbkXmlHandler handler = { relation_cb, NULL, NULL };
  g_autoptr (GHashTable) relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, relation_free);
  g_autoptr (GBytes) bytes = hbk_zip_reader_read (archive, part, error);

  if (bytes == NULL || !hbk_xml_walk (bytes, &handler, relations, error))
    return NULL;

  return g_steal_pointer (&relations);
}

/* The part that a target means, seen from a folder such as "xl/". */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *path = *target == '/' ? g_strdup (target + 1) : g_strconcat (folder, target, NULL);
  g_auto (GStrv) pieces = g_strsplit (path, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      if (g_str_equal (pieces[i], "..") && kept->len > 0)
        g_ptr_array_remove_index (kept, kept->len - 1);
      else if (!g_str_equal (pieces[i], ".") && !g_str_equal (pieces[i], ".."))
        g_ptr_array_add (kept, pieces[i]);
    }
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("/", (char **) kept->pdata);
}

/* The target of the only relation of a type; NULL when there is none. */
static char *
find_target (GHashTable *relations, const char *type, const char *folder)
{
  GHashTableIter iter;
  gpointer       relation;

  g_hash_table_iter_init (&iter, relations);
  while (g_hash_table_iter_next (&iter, NULL, &relation))
    {
      if (is_type (relation, type))
        return resolve (folder, ((Relation *) relation)->target);
    }

  return NULL;
}

static gboolean
is_true (const char *value)
{
  return value != NULL && (g_str_equal (value, "1") || g_ascii_strcasecmp (value, "true") == 0);
}

static void
workbook_cb (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Reading *reading = data;

  if (g_str_equal (name, "workbookPr"))
    reading->workbook->from_1904 = is_true (hbk_xml_attribute (names, values, "date1904"));
  else if (g_str_equal (name, "sheet"))
    {
      const char     *id = hbk_xml_attribute (names, values, "id");
      const char     *shown = hbk_xml_attribute (names, values, "name");
      const char     *state = hbk_xml_attribute (names, values, "state");
      const Relation *relation = id != NULL ? g_hash_table_lookup (reading->relations, id) : NULL;
      HbkXlsxSheet   *sheet;

      /* Others hold a chart or a dialogue. */
      if (relation == NULL || shown == NULL || !is_type (relation, "/worksheet"))
        return;

      if (reading->workbook->sheets->len >= SHEETS_MAX)
        {
          g_set_error (error, HBK_ERROR, HBK_ERROR_LIMIT, _("The workbook has more than %d sheets. Copy the sheet with the records to a new file."), SHEETS_MAX);
          return;
        }

      sheet = g_new0 (HbkXlsxSheet, 1);
      sheet->name = g_strdup (shown);
      sheet->is_hidden = state != NULL && !g_str_equal (state, "visible");
      sheet->part = resolve (reading->folder, relation->target);
      g_ptr_array_add (reading->workbook->sheets, sheet);
    }
}

/* The part of the workbook itself, which writers name as they like. */
static char *
find_workbook (HbkZipReader *archive, GError **error)
{
  g_autoptr (GHashTable) relations = NULL;
  g_autofree char *part = NULL;

  if (hbk_zip_reader_has (archive, "_rels/.rels"))
    {
      relations = read_relations (archive, "_rels/.rels", error);
      if (relations == NULL)
        return NULL;
      part = find_target (relations, "/officeDocument", "");
    }

  /* An OpenDocument, a text document, a binary workbook: also ZIP archives. */
  if (part == NULL || !g_str_has_suffix (part, ".xml"))
    {
      g_set_error_literal (error, HBK_ERROR, HBK_ERROR_FORMAT, _("This is not a workbook in XLSX. Open it in a spreadsheet and save it as XLSX or CSV."));
      return NULL;
    }

  return g_steal_pointer (&part);
}

static gboolean
read_workbook (HbkXlsxWorkbook *self, HbkZipReader *archive, const char *part, GError **error)
{
  static const HbkXmlHandler handler = { workbook_cb, NULL, NULL };
  const char                *slash = strrchr (part, '/');
  const char                *file = slash != NULL ? slash + 1 : part;
  g_autofree char           *folder = g_strndup (part, (gsize) (file - part));
  g_autofree char           *relations_part = g_strconcat (folder, "_rels/", file, ".rels", NULL);
  g_autoptr (GHashTable) relations = read_relations (archive, relations_part, error);
  g_autoptr (GBytes) bytes = NULL;
  Reading reading = { self, relations, folder };

  if (relations == NULL)
    return FALSE;

  bytes = hbk_zip_reader_read (archive, part, error);
  if (bytes == NULL || !hbk_xml_walk (bytes, &handler, &reading, error))
    return FALSE;

  self->strings_part = find_target (relations, "/sharedStrings", folder);
  self->styles_part = find_target (relations, "/styles", folder);
  if (self->sheets->len > 0)
    return TRUE;

  g_set_error_literal (error, HBK_ERROR, HBK_ERROR_FORMAT, _("The workbook has no sheet with cells. Choose a file with a table."));

  return FALSE;
}

/**
 * hbk_xlsx_workbook_read:
 * @archive: the archive
 * @error: where to put a #GError, or %NULL
 *
 * Finds the sheets of a workbook in XLSX and the parts that belong to them.
 *
 * Another kind of file, and a workbook without sheets, are refused with %HBK_ERROR_FORMAT.
 *
 * Returns: (transfer full) (nullable): the workbook, or %NULL with @error set
 */
HbkXlsxWorkbook *
hbk_xlsx_workbook_read (HbkZipReader *archive, GError **error)
{
  g_autoptr (HbkXlsxWorkbook) self = NULL;
  g_autofree char *part = NULL;

  g_return_val_if_fail (archive != NULL, NULL);

  part = find_workbook (archive, error);
  if (part == NULL)
    return NULL;

  self = g_new0 (HbkXlsxWorkbook, 1);
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  if (!read_workbook (self, archive, part, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * hbk_xlsx_workbook_free:
 * @self: (transfer full) (nullable): a workbook
 *
 * Frees what is known of a workbook.
 */
void
hbk_xlsx_workbook_free (HbkXlsxWorkbook *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->sheets);
  g_free (self->strings_part);
  g_free (self->styles_part);
  g_free (self);
}
