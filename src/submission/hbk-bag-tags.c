/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tag files that are no manifests: bagit.txt, bag-info.txt, fetch.txt. */

#include "config.h"

#include "submission/hbk-bag-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-text.h"
#include "submission/hbk-entry-name.h"

#define VERSION_LABEL "BagIt-Version: "
#define ENCODING_LABEL "Tag-File-Character-Encoding: "
#define NAME_CHARS 200

/* ---- bagit.txt ---- */

static void
read_version (HbkBag *self, const char *name, const char *line)
{
  g_autofree char *shown = NULL;
  const char      *version, *dot;

  if (!g_str_has_prefix (line, VERSION_LABEL))
    {
      hbk_bag_problem (self, HBK_ERROR_SYNTAX, name, 1, "%s", _("The line must be “BagIt-Version: ” and the version."));
      return;
    }

  version = line + strlen (VERSION_LABEL);
  dot = strchr (version, '.');
  shown = hbk_text_escape (version, -1, NAME_CHARS);
  if (dot == NULL || dot == version || dot[1] == '\0' || strspn (version, "0123456789") != (gsize) (dot - version) || strspn (dot + 1, "0123456789") != strlen (dot + 1))
    {
      hbk_bag_problem (self, HBK_ERROR_SYNTAX, name, 1, _("“%s” is not a version of BagIt."), shown);
      return;
    }

  self->report->version = g_strdup (version);
  self->is_strict = !g_str_equal (version, "0.97");
  if (self->is_strict && !g_str_equal (version, "1.0"))
    hbk_bag_problem (self, HBK_ERROR_FORMAT, name, 1, _("Hourbook does not know version %s of BagIt, only 0.97 and 1.0."), shown);
}

static void
read_encoding (HbkBag *self, const char *name, const char *line)
{
  g_autofree char *shown = NULL;

  if (!g_str_has_prefix (line, ENCODING_LABEL))
    {
      hbk_bag_problem (self, HBK_ERROR_SYNTAX, name, 2, "%s", _("The line must be “Tag-File-Character-Encoding: ” and the encoding."));
      return;
    }

  shown = hbk_text_escape (line + strlen (ENCODING_LABEL), -1, NAME_CHARS);
  if (g_ascii_strcasecmp (line + strlen (ENCODING_LABEL), "UTF-8") != 0)
    hbk_bag_problem (self, HBK_ERROR_FORMAT, name, 2, _("Hourbook reads tag files in UTF-8 only, not in “%s”."), shown);
}

/*
 * hbk_bag_read_declaration:
 * @self: a bag
 * @position: where bagit.txt is
 * @error: return location for an error
 *
 * Reads what version of BagIt it is. When that cannot be read, the rules of 1.0 apply.
 *
 * Returns: %FALSE when verifying must end, with @error set
 */
gboolean
hbk_bag_read_declaration (HbkBag *self, guint position, GError **error)
{
  const char *name = hbk_bag_get_name (self, position);
  g_autoptr (GPtrArray) lines = NULL;

  if (!hbk_bag_read_lines (self, position, &lines, error))
    return FALSE;
  if (lines == NULL)
    return TRUE;

  if (lines->len != 2)
    hbk_bag_problem (self, HBK_ERROR_SYNTAX, name, 0, "%s", _("It must have exactly two lines: the version and the encoding."));
  if (lines->len > 0)
    read_version (self, name, g_ptr_array_index (lines, 0));
  if (lines->len > 1)
    read_encoding (self, name, g_ptr_array_index (lines, 1));

  return TRUE;
}

/* ---- bag-info.txt ---- */

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* The versions before 1.0 allow blanks around the colon, which then are part of neither side. */
static gboolean
split_label (const HbkBag *self, const char *line, char **label, const char **value)
{
  const char *colon = strchr (line, ':');
  const char *end = colon;

  if (colon == NULL)
    return FALSE;
  while (!self->is_strict && end > line && is_blank (end[-1]))
    end--;
  if (end == line || is_blank (end[-1]) || (self->is_strict && !is_blank (colon[1])))
    return FALSE;

  *label = g_strndup (line, (gsize) (end - line));
  *value = colon + 1;
  if (is_blank (**value))
    (*value)++;
  while (!self->is_strict && is_blank (**value))
    (*value)++;

  return TRUE;
}

static void
take_label (HbkBag *self, char **label, GString *value)
{
  if (*label != NULL)
    hbk_bag_report_add_info (self->report, *label, value->str);
  g_clear_pointer (label, g_free);
  g_string_truncate (value, 0);
}

static gboolean
parse_number (const char *text, gsize length, guint64 *number)
{
  g_autofree char *digits = g_strndup (text, length);

  return length > 0 && g_ascii_string_to_unsigned (digits, 10, 0, G_MAXUINT64, number, NULL);
}

static void
check_oxum (HbkBag *self, const char *name)
{
  g_autofree char *actual = g_strdup_printf ("%" G_GUINT64_FORMAT ".%u", self->report->n_bytes, self->report->n_files);
  g_autofree char *shown = NULL;
  const char      *oxum = NULL;
  const char      *dot;
  guint64          n_bytes, n_files;

  for (guint i = 0; i < self->report->info->len; i++)
    {
      const HbkBagInfo *info = g_ptr_array_index (self->report->info, i);

      if (g_ascii_strcasecmp (info->label, "Payload-Oxum") != 0)
        continue;
      if (oxum != NULL)
        hbk_bag_problem (self, HBK_ERROR_DUPLICATE, name, 0, "%s", _("Payload-Oxum is there more than once."));
      oxum = info->value;
    }
  if (oxum == NULL)
    return;

  shown = hbk_text_escape (oxum, -1, NAME_CHARS);
  dot = strchr (oxum, '.');
  if (dot == NULL || !parse_number (oxum, (gsize) (dot - oxum), &n_bytes) || !parse_number (dot + 1, strlen (dot + 1), &n_files))
    hbk_bag_problem (self, HBK_ERROR_SYNTAX, name, 0, "%s", _("Payload-Oxum is not the number of bytes, a dot and the number of files."));
  else if (n_bytes != self->report->n_bytes || n_files != self->report->n_files)
    hbk_bag_problem (self, HBK_ERROR_DAMAGED, name, 0, _("Payload-Oxum says %1$s, but the bytes and files of the payload are %2$s."), shown, actual);
}

/*
 * hbk_bag_read_info:
 * @self: a bag, the payload of which has been counted
 * @position: where bag-info.txt is
 * @error: return location for an error
 *
 * Reads what is said about the bag, and compares what can be compared.
 *
 * Returns: %FALSE when verifying must end, with @error set
 */
gboolean
hbk_bag_read_info (HbkBag *self, guint position, GError **error)
{
  const char *name = hbk_bag_get_name (self, position);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GString) value = g_string_new (NULL);
  g_autofree char *label = NULL;

  if (!hbk_bag_read_lines (self, position, &lines, error))
    return FALSE;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      const char *text;

      if (is_blank (*line) && label != NULL)
        {
          g_string_append_c (value, '\n');
          g_string_append (value, line + strspn (line, " \t"));
          continue;
        }

      take_label (self, &label, value);
      if (!is_blank (*line) && split_label (self, line, &label, &text))
        g_string_append (value, text);
      else
        hbk_bag_problem (self, HBK_ERROR_SYNTAX, name, i + 1, "%s", _("The line is not a label, a colon, a space and a value."));
    }
  take_label (self, &label, value);
  if (lines != NULL)
    check_oxum (self, name);

  return TRUE;
}

/* ---- fetch.txt ---- */

static void
read_fetch_line (HbkBag *self, const char *name, guint number, const char *line, guint *n_present)
{
  gsize            url = strcspn (line, " \t");
  const char      *length = line + url + strspn (line + url, " \t");
  gsize            digits = strcspn (length, " \t");
  const char      *path = length + digits + strspn (length + digits, " \t");
  g_autofree char *decoded = NULL;
  g_autofree char *shown = NULL;
  const char      *what;
  gboolean         has_percent;
  HbkError         code;
  guint64          size;
  guint            position;

  if (url == 0 || *path == '\0' || !(parse_number (length, digits, &size) || (digits == 1 && *length == '-')))
    {
      hbk_bag_problem (self, HBK_ERROR_SYNTAX, name, number, "%s", _("The line is not an address, a length and a file."));
      return;
    }

  decoded = hbk_bag_decode_path (path, &has_percent);
  shown = hbk_text_escape (decoded, -1, NAME_CHARS);
  what = hbk_entry_name_check (decoded, strlen (decoded), &code);
  if (what != NULL)
    hbk_bag_problem (self, code, name, number, "“%s”: %s", shown, what);
  else if (!hbk_bag_is_payload (decoded))
    hbk_bag_problem (self, HBK_ERROR_VALUE, name, number, _("“%s” does not lie in the folder “data”."), shown);
  else if (!hbk_bag_lookup (self, decoded, &position) && !hbk_bag_lookup (self, path, &position))
    hbk_bag_problem (self, HBK_ERROR_MISSING, name, number, _("“%s” is not in the bag but would have to be fetched from the network, which Hourbook does not do."), shown);
  else
    (*n_present)++;
}

/*
 * hbk_bag_read_fetch:
 * @self: a bag
 * @position: where fetch.txt is
 * @error: return location for an error
 *
 * Reads what would have to be fetched from the network. Nothing is fetched; a bag of which everything is there already is none the worse.
 *
 * Returns: %FALSE when verifying must end, with @error set
 */
gboolean
hbk_bag_read_fetch (HbkBag *self, guint position, GError **error)
{
  const char *name = hbk_bag_get_name (self, position);
  g_autoptr (GPtrArray) lines = NULL;
  guint n_present = 0;

  if (!hbk_bag_read_lines (self, position, &lines, error))
    return FALSE;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    read_fetch_line (self, name, i + 1, g_ptr_array_index (lines, i), &n_present);
  if (n_present > 0)
    hbk_bag_warning (self, HBK_ERROR_REFERENCE, name, 0, "%s", _("It names addresses on the network for files that are there already."));

  return TRUE;
}
