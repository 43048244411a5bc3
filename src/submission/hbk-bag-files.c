/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the parts of the verifier reach the files of a bag, and say what is wrong with them. */

#include "config.h"

#include "submission/hbk-bag-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-text.h"

#define NAME_CHARS 200

/* The most files with the longest names and checksums need less. */
#define TAG_FILE_MAX (32 * 1024 * 1024)

#define BOM "\xef\xbb\xbf"

static void
add (HbkProblems *problems, HbkError code, const char *place, guint line, const char *what)
{
  g_autofree char *name = place != NULL ? hbk_text_escape (place, -1, NAME_CHARS) : NULL;
  g_autofree char *path = name != NULL && line > 0 ? g_strdup_printf ("%s:%u", name, line) : g_strdup (name);

  hbk_problems_add (problems, code, 0, path, what, NULL);
}

/*
 * hbk_bag_complain:
 * @self: a bag
 * @is_problem: whether it breaks the rules, rather than that it should be known
 * @code: of what kind it is
 * @place: (nullable): the file in the bag
 * @line: the line in it, or 0
 * @what: what is wrong: a whole sentence
 *
 * Notes something that was found.
 */
void
hbk_bag_complain (HbkBag *self, gboolean is_problem, HbkError code, const char *place, guint line, const char *what)
{
  add (is_problem ? self->report->problems : self->report->warnings, code, place, line, what);
  if (is_problem)
    self->report->is_complete = self->report->is_valid = FALSE;
}

/*
 * hbk_bag_problem:
 * @self: a bag
 * @code: of what kind it is
 * @place: (nullable): the file in the bag
 * @line: the line in it, or 0
 * @what_format: what is wrong: a whole sentence, as a printf format; names must be escaped
 * @...: the arguments of @what_format
 *
 * Notes something that breaks the rules, so that the bag is not complete.
 */
void
hbk_bag_problem (HbkBag *self, HbkError code, const char *place, guint line, const char *what_format, ...)
{
  g_autofree char *what = NULL;
  va_list          args;

  va_start (args, what_format);
  what = g_strdup_vprintf (what_format, args);
  va_end (args);

  hbk_bag_complain (self, TRUE, code, place, line, what);
}

/*
 * hbk_bag_warning:
 * @self: a bag
 * @code: of what kind it is
 * @place: (nullable): the file in the bag
 * @line: the line in it, or 0
 * @what_format: what should be known: a whole sentence, as a printf format; names must be escaped
 * @...: the arguments of @what_format
 *
 * Notes something that breaks no rule.
 */
void
hbk_bag_warning (HbkBag *self, HbkError code, const char *place, guint line, const char *what_format, ...)
{
  g_autofree char *what = NULL;
  va_list          args;

  va_start (args, what_format);
  what = g_strdup_vprintf (what_format, args);
  va_end (args);

  hbk_bag_complain (self, FALSE, code, place, line, what);
}

/*
 * hbk_bag_damage:
 * @self: a bag
 * @code: of what kind it is
 * @place: the file in the bag
 * @what: what is wrong: a whole sentence
 *
 * Notes that a file is not what was sent: the bag may be complete, but it is not valid.
 */
void
hbk_bag_damage (HbkBag *self, HbkError code, const char *place, const char *what)
{
  add (self->report->problems, code, place, 0, what);
  self->report->is_valid = FALSE;
}

/*
 * hbk_bag_get_name:
 * @self: a bag
 * @position: a file or folder of its source
 *
 * Gets the name in the bag, without the folder that the bag lies in; of that folder itself an empty one.
 *
 * Returns: the name
 */
const char *
hbk_bag_get_name (const HbkBag *self, guint position)
{
  const char *name = hbk_package_source_get_entry (self->source, position)->name;
  gsize       length = strlen (self->report->folder);

  return strlen (name) >= length ? name + length : "";
}

/*
 * hbk_bag_lookup:
 * @self: a bag
 * @path: a name in the bag
 * @position: (out): where to put its position in the source
 *
 * Looks for a file or folder of exactly this name.
 *
 * Returns: %TRUE when it is there
 */
gboolean
hbk_bag_lookup (const HbkBag *self, const char *path, guint *position)
{
  g_autofree char *name = g_strconcat (self->report->folder, path, NULL);

  return hbk_package_source_lookup (self->source, name, position);
}

/*
 * hbk_bag_is_payload:
 * @path: a name in a bag
 *
 * Says whether a file belongs to what the bag was made for.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_bag_is_payload (const char *path)
{
  return g_str_has_prefix (path, "data/");
}

static gboolean
is_named (const char *path, const char *prefix)
{
  return g_str_has_prefix (path, prefix) && g_str_has_suffix (path, ".txt") && strlen (path) > strlen (prefix) + strlen (".txt") && strchr (path, '/') == NULL;
}

/*
 * hbk_bag_is_manifest:
 * @path: a name in a bag
 *
 * Says whether a file is a manifest of the payload.
 *
 * Returns: %TRUE when it is
 */
gboolean
hbk_bag_is_manifest (const char *path)
{
  return is_named (path, "manifest-");
}

/*
 * hbk_bag_is_tag_manifest:
 * @path: a name in a bag
 *
 * Says whether a file is a manifest of tag files.
 *
 * Returns: %TRUE when it is
 */
gboolean
hbk_bag_is_tag_manifest (const char *path)
{
  return is_named (path, "tagmanifest-");
}

/*
 * hbk_bag_take_error:
 * @self: a bag
 * @position: a file of its source
 * @failure: (transfer full): why it could not be read
 * @error: return location for an error
 *
 * Notes that a file is broken, once, unless it is not the file that is at fault.
 *
 * Returns: %FALSE when verifying must end, with @error set
 */
gboolean
hbk_bag_take_error (HbkBag *self, guint position, GError *failure, GError **error)
{
  if (g_error_matches (failure, HBK_ERROR, HBK_ERROR_CANCELLED) || g_error_matches (failure, HBK_ERROR, HBK_ERROR_IO))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  if (!self->files[position].is_broken)
    hbk_bag_damage (self, (HbkError) failure->code, hbk_bag_get_name (self, position), failure->message);
  self->files[position].is_broken = TRUE;
  g_error_free (failure);

  return TRUE;
}

/* The end of a line is LF, CR or both, even within one file. */
static GPtrArray *
split_lines (const char *text, gsize length)
{
  GPtrArray  *lines = g_ptr_array_new_with_free_func (g_free);
  const char *end = text + length;

  while (text < end)
    {
      const char *stop = text;

      while (stop < end && *stop != '\n' && *stop != '\r')
        stop++;
      g_ptr_array_add (lines, g_strndup (text, (gsize) (stop - text)));
      text = stop + 1;
      if (stop + 1 < end && stop[0] == '\r' && stop[1] == '\n')
        text++;
    }

  return lines;
}

/*
 * hbk_bag_read_lines:
 * @self: a bag
 * @position: a tag file
 * @lines: (out) (nullable) (element-type utf8): where to put its lines, without their ends; %NULL when they cannot be read, which was noted
 * @error: return location for an error
 *
 * Reads a tag file of text.
 *
 * Returns: %FALSE when verifying must end, with @error set
 */
gboolean
hbk_bag_read_lines (HbkBag *self, guint position, GPtrArray **lines, GError **error)
{
  const char *name = hbk_bag_get_name (self, position);
  GError     *failure = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *text;
  gsize       length;

  *lines = NULL;
  if (hbk_package_source_get_entry (self->source, position)->is_folder)
    {
      hbk_bag_problem (self, HBK_ERROR_VALUE, name, 0, "%s", _("It is a folder, where a file belongs."));
      return TRUE;
    }

  bytes = hbk_package_source_read_entry (self->source, position, TAG_FILE_MAX, self->cancellable, &failure);
  if (bytes == NULL)
    return hbk_bag_take_error (self, position, failure, error);

  text = g_bytes_get_data (bytes, &length);
  if (length >= strlen (BOM) && memcmp (text, BOM, strlen (BOM)) == 0)
    {
      hbk_bag_problem (self, HBK_ERROR_SYNTAX, name, 0, "%s", _("It begins with a byte order mark, which must not be there."));
      text += strlen (BOM);
      length -= strlen (BOM);
    }
  if (length > 0 && !g_utf8_validate (text, (gssize) length, NULL))
    hbk_bag_problem (self, HBK_ERROR_SYNTAX, name, 0, "%s", _("It is not text in UTF-8."));
  else
    *lines = split_lines (text, length);

  return TRUE;
}

/*
 * hbk_bag_decode_path:
 * @path: a path as it stands in a manifest
 * @has_percent: (out): whether it has a percent sign that stands for nothing else
 *
 * Undoes what hides line ends and percent signs in a path, and only these.
 *
 * Returns: (transfer full): the path
 */
char *
hbk_bag_decode_path (const char *path, gboolean *has_percent)
{
  static const struct
  {
    const char *code;
    char        character;
  } codes[] = { { "%0A", '\n' }, { "%0D", '\r' }, { "%25", '%' } };
  GString *decoded = g_string_new (NULL);

  *has_percent = FALSE;
  while (*path != '\0')
    {
      gsize i = 0;

      while (i < G_N_ELEMENTS (codes) && g_ascii_strncasecmp (path, codes[i].code, 3) != 0)
        i++;
      if (i < G_N_ELEMENTS (codes))
        {
          g_string_append_c (decoded, codes[i].character);
          path += 3;
          continue;
        }

      *has_percent = *has_percent || *path == '%';
      g_string_append_c (decoded, *path++);
    }

  return g_string_free_and_steal (decoded);
}
