/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-package-names.h"

#include <string.h>

#include "submission/hbk-entry-name.h"

/* What a file is by its content decides how its name ends; the name that it came with may say anything. */
static const struct
{
  const char *media_type;
  const char *ending;
} endings[] = {
  { "application/pdf", "pdf" },
  { "image/jpeg", "jpg" },
  { "image/png", "png" },
  { "image/webp", "webp" },
  { "image/tiff", "tif" },
  { "image/gif", "gif" },
  { "image/bmp", "bmp" },
  { "image/heif", "heic" },
  { "image/heic", "heic" },
};

#define MAX_ENDING 8

/* Letters, digits, marks, and what is harmless in a name everywhere; no controls, no invisible or turning characters. */
static gboolean
is_allowed (gunichar c)
{
  if (c < 0x80)
    return c >= 0x20 && c != 0x7f && strchr ("<>:\"/\\|?*~", (int) c) == NULL;

  return g_unichar_isgraph (c) && g_unichar_type (c) != G_UNICODE_FORMAT && g_unichar_type (c) != G_UNICODE_PRIVATE_USE;
}

/**
 * hbk_package_names_dup_safe:
 * @text: a text
 *
 * Makes a name of a text that Windows, macOS and Linux take alike: composed, without what any of them forbids or hides, without a dot or space at
 * its ends, no device of Windows, and not too long.
 *
 * Returns: (transfer full): the name, perhaps empty
 */
char *
hbk_package_names_dup_safe (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        c = ' ';
      if (is_allowed (c) && name->len + 4 <= HBK_PACKAGE_NAME_MAX_BYTES && !(c == ' ' && (name->len == 0 || name->str[name->len - 1] == ' ')))
        g_string_append_unichar (name, c);
    }
  while (name->len > 0 && strchr (". ", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  while (name->len > 0 && name->str[0] == '.')
    g_string_erase (name, 0, 1);
  if (hbk_entry_name_is_device (name->str, name->len))
    g_string_prepend_c (name, '_');

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * hbk_package_names_dup_title:
 * @vocabulary: the words of all packs
 * @evidence: what a record says of the file
 * @file: the file
 *
 * Says in Chinese what a file is: its document type, or else the name it came with.
 *
 * Returns: (transfer full): the title
 */
char *
hbk_package_names_dup_title (const HbkVocabulary *vocabulary, const HbkEvidence *evidence, const HbkEvidenceFile *file)
{
  const HbkDocumentSpec *document = hbk_evidence_get_document (evidence) != NULL ? hbk_vocabulary_lookup_document (vocabulary, hbk_evidence_get_document (evidence)) : NULL;
  g_autofree char       *title = NULL;
  char                  *dot;

  if (document != NULL)
    return g_strdup (document->name.zh);

  title = g_utf8_make_valid (file->name, -1);
  dot = strrchr (title, '.');
  if (dot != NULL && dot != title)
    *dot = '\0';

  return g_steal_pointer (&title);
}

/**
 * hbk_package_names_dup_number:
 * @entry: the number of the line of the form
 * @file: the number of the file in it, from 1
 *
 * Makes the number of a file, such as 03-1.
 *
 * Returns: (transfer full): the number
 */
char *
hbk_package_names_dup_number (guint entry, guint file)
{
  return g_strdup_printf ("%02u-%u", entry, file);
}

/**
 * hbk_package_names_dup_folder:
 * @vocabulary: the words of all packs
 * @record: a record
 * @number: the number of its line of the form
 * @ascii: letters and digits only
 *
 * Makes the folder of a record's files, below `data/`.
 *
 * Returns: (transfer full): the folder
 */
char *
hbk_package_names_dup_folder (const HbkVocabulary *vocabulary, HbkRecord *record, guint number, gboolean ascii)
{
  const HbkActivitySpec *activity = hbk_vocabulary_lookup_activity (vocabulary, hbk_record_get_activity (record));
  g_autofree char       *name = hbk_package_names_dup_safe (activity != NULL ? activity->name.zh : "");

  if (ascii)
    return g_strdup_printf ("evidence/%02u", number);

  return *name == '\0' ? g_strdup_printf ("证明材料/%02u", number) : g_strdup_printf ("证明材料/%02u-%s", number, name);
}

static char *
dup_ending (const HbkEvidenceFile *file)
{
  const char *dot = strrchr (file->name, '.');

  for (gsize i = 0; file->media_type != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_str_equal (file->media_type, endings[i].media_type))
      return g_strdup (endings[i].ending);

  if (dot == NULL || dot[1] == '\0' || strlen (dot + 1) > MAX_ENDING)
    return NULL;
  for (const char *p = dot + 1; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      return NULL;

  return g_ascii_strdown (dot + 1, -1);
}

/**
 * hbk_package_names_dup_path:
 * @folder: the folder of its record
 * @number: the number of the file
 * @title: what it is
 * @file: the file
 * @ascii: letters and digits only
 *
 * Makes the path of a file, below `data/`.
 *
 * Returns: (transfer full): the path
 */
char *
hbk_package_names_dup_path (const char *folder, const char *number, const char *title, const HbkEvidenceFile *file, gboolean ascii)
{
  g_autofree char *words = ascii ? NULL : hbk_package_names_dup_safe (title);
  g_autofree char *ending = dup_ending (file);
  GString         *path = g_string_new (folder);

  g_string_append_printf (path, "/%s", number);
  if (words != NULL && *words != '\0')
    g_string_append_printf (path, " %s", words);
  if (ending != NULL)
    g_string_append_printf (path, ".%s", ending);

  return g_string_free (path, FALSE);
}

/**
 * hbk_package_names_get_document:
 * @document: what of a package people read
 * @ascii: letters and digits only
 *
 * Gets the name of a file, below `data/`.
 *
 * Returns: (transfer none): the name
 */
const char *
hbk_package_names_get_document (HbkPackageDocument document, gboolean ascii)
{
  static const char *const names[][2] = {
    [HBK_PACKAGE_FORM] = { "登记表.pdf", "form.pdf" },
    [HBK_PACKAGE_SUMMARY] = { "学时汇总.xlsx", "summary.xlsx" },
    [HBK_PACKAGE_TABLE] = { "学时明细.csv", "records.csv" },
    [HBK_PACKAGE_REPORT] = { "核算说明.pdf", "report.pdf" },
    [HBK_PACKAGE_BINDER] = { "证明材料汇编.pdf", "evidence.pdf" },
  };

  return names[document][ascii ? 1 : 0];
}
