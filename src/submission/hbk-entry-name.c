/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-entry-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names that Windows keeps for devices, whatever comes after a dot. It takes raised digits for digits. */
static const char *const devices[] = { "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$" };
static const char *const numbered_devices[] = { "COM", "LPT" };
static const char *const device_numbers[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³" };

static gboolean
is_numbered_device (const char *stem, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbered_devices); i++)
    {
      if (length < 4 || g_ascii_strncasecmp (stem, numbered_devices[i], 3) != 0)
        continue;
      for (gsize j = 0; j < G_N_ELEMENTS (device_numbers); j++)
        if (strlen (device_numbers[j]) == length - 3 && memcmp (stem + 3, device_numbers[j], length - 3) == 0)
          return TRUE;
    }

  return FALSE;
}

/* What turns the direction of writing, so that a name looks like another. */
static gboolean
is_turning (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_control (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
}

static const char *
check_characters (const char *name, gsize length)
{
  for (const char *p = name; p < name + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_control (c))
        return _("The name has a control character.");
      if (is_turning (c))
        return _("The name has a character that turns the direction of writing.");
      if (c == '\\')
        return _("The name has a backslash.");
    }

  return NULL;
}

static const char *
check_part (const char *part, gsize length, HbkError *code)
{
  if (length == 0)
    return _("A part of the name is empty.");
  if (length == 1 && *part == '.')
    return _("A part of the name is a single dot.");
  if (length == 2 && memcmp (part, "..", 2) == 0)
    return _("The name leads out of the package.");
  if (part[length - 1] == '.' || part[length - 1] == ' ')
    return _("A part of the name ends with a dot or a space, which Windows drops.");
  if (length >= 2 && g_ascii_isalpha (*part) && part[1] == ':')
    return _("The name begins with a drive of Windows.");
  if (hbk_entry_name_is_device (part, length))
    return _("Windows keeps the name for a device.");
  if (length <= HBK_ENTRY_NAME_MAX_PART_BYTES)
    return NULL;

  *code = HBK_ERROR_LIMIT;
  return _("The name is too long.");
}

static const char *
check_parts (const char *name, gsize length, HbkError *code)
{
  const char *end = name + length;
  guint       depth = 0;

  for (const char *part = name; part <= end; depth++)
    {
      const char *slash = memchr (part, '/', (gsize) (end - part));
      const char *part_end = slash != NULL ? slash : end;
      const char *what = check_part (part, (gsize) (part_end - part), code);

      if (what != NULL)
        return what;
      part = part_end + 1;
    }
  if (depth <= HBK_ENTRY_NAME_MAX_DEPTH)
    return NULL;

  *code = HBK_ERROR_LIMIT;
  return _("It lies in too many folders.");
}

/**
 * hbk_entry_name_check:
 * @name: (array length=length): any bytes
 * @length: how many
 * @code: (out): where to put the kind of the fault
 *
 * Says what is wrong with a name that stands in a package. It is taken without the slash at the end that tells a folder.
 *
 * Returns: (nullable): a sentence in the language of the person, or %NULL when the name is safe
 */
const char *
hbk_entry_name_check (const char *name, gsize length, HbkError *code)
{
  const char *what;

  g_return_val_if_fail (name != NULL && code != NULL, NULL);

  *code = HBK_ERROR_VALUE;
  if (length == 0)
    return _("It has no name.");
  if (length > HBK_ENTRY_NAME_MAX_BYTES)
    {
      *code = HBK_ERROR_LIMIT;
      return _("The name is too long.");
    }
  if (memchr (name, '\0', length) != NULL)
    return _("The name has a control character.");
  if (!g_utf8_validate (name, (gssize) length, NULL))
    return _("The name is not UTF-8.");
  if (*name == '/')
    return _("The name begins at the root of the disk.");
  if (*name == '~')
    return _("The name begins with “~”, which stands for somebody's own folder.");

  what = check_characters (name, length);
  return what != NULL ? what : check_parts (name, length, code);
}

/**
 * hbk_entry_name_is_device:
 * @part: (array length=length): a name without folders
 * @length: how many bytes
 *
 * Says whether Windows takes a name for a device.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_entry_name_is_device (const char *part, gsize length)
{
  const char *dot = memchr (part, '.', length);
  gsize       stem = dot != NULL ? (gsize) (dot - part) : length;

  while (stem > 0 && part[stem - 1] == ' ')
    stem--;
  for (gsize i = 0; i < G_N_ELEMENTS (devices); i++)
    if (strlen (devices[i]) == stem && g_ascii_strncasecmp (part, devices[i], stem) == 0)
      return TRUE;

  return is_numbered_device (part, stem);
}

/**
 * hbk_entry_name_fold:
 * @name: a name, in UTF-8
 *
 * Makes what is the same for names that some system takes for one: names that differ only by case, or by how letters are composed.
 *
 * Returns: (transfer full): the folded name
 */
char *
hbk_entry_name_fold (const char *name)
{
  g_autofree char *composed = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), NULL);

  composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  folded = g_utf8_casefold (composed, -1);

  /* Folding may take composed letters apart. */
  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
}
