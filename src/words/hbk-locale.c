/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-locale.h"

#include <locale.h>
#include <string.h>

#include <glib/gi18n.h>

/* The locale that the person asked for, whether or not the system has it. */
static const char *
wanted_locale (void)
{
  static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);

      if (value != NULL && *value != '\0')
        return value;
    }

  return "C";
}

static gboolean
is_c (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_has_prefix (locale, "C.") || g_str_equal (locale, "POSIX");
}

/* The one translation into Chinese is better than none for whoever reads another kind of it. */
static void
prefer_language (const char *wanted)
{
  g_autofree char *languages = NULL;

  if (g_getenv ("LANGUAGE") != NULL || is_c (wanted))
    return;

  languages = g_str_has_prefix (wanted, "zh") ? g_strconcat (wanted, ":zh_CN", NULL) : g_strdup (wanted);
  g_setenv ("LANGUAGE", languages, TRUE);
}

/* The system has not got the locale: any that it has will do for LANGUAGE to be heeded, unlike C. */
static void
make_do (void)
{
  static const char *const names[] = { "zh_CN.UTF-8", "en_US.UTF-8" };

  setlocale (LC_ALL, "C.UTF-8");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (setlocale (LC_MESSAGES, names[i]) != NULL)
        return;
    }
}

/**
 * hbk_locale_init:
 *
 * Sets the locale up, before anything else is done.
 *
 * Where the system has not got the locale that the person asked for, messages are in its language all the same if that
 * can be done. And where none is set, text is UTF-8: better than titles made of question marks.
 */
void
hbk_locale_init (void)
{
  const char *localedir = g_getenv ("HOURBOOK_LOCALE_DIR");

  prefer_language (wanted_locale ());
  if (setlocale (LC_ALL, "") == NULL)
    make_do ();
  if (g_strcmp0 (setlocale (LC_CTYPE, NULL), "C") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");

  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * hbk_locale_get_language:
 *
 * Finds the language for texts from packs: that of the messages, so that the two never mix.
 *
 * Returns: the language
 */
HbkLanguage
hbk_locale_get_language (void)
{
  /* Translators: the language of this translation, "zh" or "en"; texts of rule packs are then shown in it */
  const char *language = C_("language of the texts", "en");

  return g_str_equal (language, "zh") ? HBK_LANGUAGE_ZH : HBK_LANGUAGE_EN;
}
