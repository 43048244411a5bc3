/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-package-fault.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-text.h"

#define NAME_CHARS 200

/**
 * hbk_package_fault_set:
 * @error: return location for an error
 * @path: the package
 * @entry: (nullable) (array length=length): the name in it that is meant, any bytes; %NULL when it is the package itself
 * @length: how many bytes, or -1 when @entry ends with NUL
 * @code: the kind of the fault
 * @what: what is wrong: a whole sentence in the language of the person
 *
 * Says why a package is refused.
 *
 * Returns: %FALSE, for the caller to return
 */
gboolean
hbk_package_fault_set (GError **error, const char *path, const char *entry, gssize length, HbkError code, const char *what)
{
  g_autofree char *file = hbk_text_escape (path, -1, NAME_CHARS);
  g_autofree char *name = entry != NULL ? hbk_text_escape (entry, length, NAME_CHARS) : NULL;

  /* Translators: the package, a name in it, and a sentence that says what is wrong. */
  if (name != NULL)
    g_set_error (error, HBK_ERROR, (int) code, _("%1$s: “%2$s” in it: %3$s Ask for the package once more, or for another."), file, name, what);
  else
    g_set_error (error, HBK_ERROR, (int) code, _("%1$s: %2$s Ask for the package once more, or for another."), file, what);

  return FALSE;
}
