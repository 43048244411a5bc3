/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <string.h>

#include <glib/gi18n.h>

#include "base/hbk-clock.h"
#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-command.h"

static const HbkCommand *const commands[] = {
  &hbk_command_packs,
  &hbk_command_describe,
  &hbk_command_check_pack,
  &hbk_command_check,
  &hbk_command_assess,
  &hbk_command_apply,
  &hbk_command_explain,
  &hbk_command_compare,
};

static void
fail (const char *message)
{
  g_printerr ("hourbook-cli: %s\n", message);
}

static void
print_help (void)
{
  g_print (_("Usage: hourbook-cli COMMAND [OPTION…]\n\n"));
  g_print (_("Computes continuing-education hours from a logbook, by the rules of a region.\n\nCommands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-11s %-16s %s\n", commands[i]->name, commands[i]->arguments, _(commands[i]->summary));
  g_print (_("\n“hourbook-cli COMMAND --help” says more about a command.\n"));
}

static const HbkCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

/* Chinese when the messages are Chinese, or nothing says otherwise in a Chinese locale. */
static HbkLanguage
message_language (void)
{
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");

  return names != NULL && names[0] != NULL && g_str_has_prefix (names[0], "zh") ? HBK_LANGUAGE_ZH : HBK_LANGUAGE_EN;
}

static void
add_option (GArray     *entries,
            const char *name,
            char        letter,
            GOptionArg  kind,
            gpointer    target,
            const char *description,
            const char *placeholder)
{
  GOptionEntry entry = { name, letter, 0, kind, target, description, placeholder };

  g_array_append_val (entries, entry);
}

static GOptionContext *
make_context (const HbkCommand *command,
              HbkCommandLine   *line,
              char            **as_of)
{
  g_autofree char *usage = g_strdup_printf ("%s %s", command->name, command->arguments);
  GOptionContext *context = g_option_context_new (usage);
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  add_option (entries, "json", 0, G_OPTION_ARG_NONE, &line->json, N_("Write JSON"), NULL);
  if (command->options & HBK_COMMAND_PACK)
    add_option (entries, "pack", 'p', G_OPTION_ARG_STRING_ARRAY, &line->packs, N_("Rule pack to use instead of the profile’s region"), "ID");
  if (command->options & HBK_COMMAND_YEAR)
    add_option (entries, "year", 'y', G_OPTION_ARG_STRING_ARRAY, &line->years, N_("Year to report; may be given several times"), "YEAR");
  if (command->options & HBK_COMMAND_AS_OF)
    add_option (entries, "as-of", 'd', G_OPTION_ARG_STRING, as_of, N_("Day of the assessment; today unless given"), "YYYY-MM-DD");
  if (command->options & HBK_COMMAND_READING)
    add_option (entries, "reading", 'r', G_OPTION_ARG_STRING_ARRAY, &line->readings, N_("Reading of an unclear clause; may be given several times"), "ID=OPTION");
  if (command->options & HBK_COMMAND_LEVEL)
    add_option (entries, "level", 'l', G_OPTION_ARG_STRING, &line->level, N_("Title applied for: junior, intermediate or senior"), "LEVEL");
  if (command->options & HBK_COMMAND_PROFILE)
    add_option (entries, "profile", 0, G_OPTION_ARG_STRING_ARRAY, &line->profile, N_("Profile attribute to try; may be given several times"), "ID=VALUE");
  if (command->options & HBK_COMMAND_STRICT)
    add_option (entries, "strict", 's', G_OPTION_ARG_NONE, &line->strict, N_("Exit with 1 when something is short or missing"), NULL);
  g_option_context_add_main_entries (context, (const GOptionEntry *) (gpointer) entries->data, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _(command->summary));
  return context;
}

static gboolean
take_day (HbkCommandLine *line,
          const char     *as_of,
          GError        **error)
{
  g_autofree char *shown = NULL;

  if (as_of == NULL)
    {
      g_autoptr (HbkClock) clock = hbk_clock_new_system ();

      line->as_of = hbk_clock_today (clock);
      return TRUE;
    }
  line->as_of = hbk_date_parse (as_of);
  if (line->as_of != HBK_DATE_NONE)
    return TRUE;
  shown = hbk_text_escape (as_of, -1, 40);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” is not a date. Write it as 2024-11-18"), shown);
  return FALSE;
}

static gboolean
take_apart (const HbkCommand *command,
            HbkCommandLine   *line,
            char           ***words,
            GError          **error)
{
  g_autofree char *as_of = NULL;
  g_autoptr (GOptionContext) context = make_context (command, line, &as_of);
  guint n_words;

  if (!g_option_context_parse_strv (context, words, error))
    {
      g_autofree char *message = error != NULL && *error != NULL ? g_strdup ((*error)->message) : NULL;

      g_clear_error (error);
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, "%s", message);
      return FALSE;
    }
  n_words = g_strv_length (*words);
  if (n_words - 1 != command->n_arguments)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("The command “%s” takes: %s"), command->name,
                   *command->arguments != '\0' ? command->arguments : _("no argument"));
      return FALSE;
    }
  line->arguments = g_strdupv (*words + 1);
  return take_day (line, as_of, error);
}

static void
line_clear (HbkCommandLine *line)
{
  g_clear_object (&line->workspace);
  g_clear_pointer (&line->arguments, g_strfreev);
  g_clear_pointer (&line->packs, g_strfreev);
  g_clear_pointer (&line->years, g_strfreev);
  g_clear_pointer (&line->readings, g_strfreev);
  g_clear_pointer (&line->profile, g_strfreev);
  g_clear_pointer (&line->level, g_free);
}

static HbkExit
run_command (const HbkCommand *command,
             char           ***words)
{
  HbkCommandLine line = { .language = message_language () };
  g_autoptr (GError) error = NULL;
  HbkExit status = HBK_EXIT_USAGE;

  line.workspace = hbk_workspace_new (NULL);
  if (take_apart (command, &line, words, &error))
    status = command->run (&line, &error);
  if (error != NULL)
    {
      fail (error->message);
      status = g_error_matches (error, HBK_ERROR, HBK_ERROR_USAGE) ? HBK_EXIT_USAGE : HBK_EXIT_INPUT;
      if (status == HBK_EXIT_USAGE)
        g_printerr (_("Try “hourbook-cli %s --help”.\n"), command->name);
    }
  line_clear (&line);
  return status;
}

static int
start (char **words)
{
  const HbkCommand *command;

  if (words[0] == NULL || words[1] == NULL)
    {
      print_help ();
      return words[0] == NULL ? HBK_EXIT_DONE : HBK_EXIT_USAGE;
    }
  if (g_str_equal (words[1], "--help") || g_str_equal (words[1], "-h") || g_str_equal (words[1], "help"))
    {
      print_help ();
      return HBK_EXIT_DONE;
    }
  if (g_str_equal (words[1], "--version"))
    {
      g_print ("hourbook-cli %s\n", PACKAGE_VERSION);
      return HBK_EXIT_DONE;
    }
  command = find_command (words[1]);
  if (command == NULL)
    {
      g_autofree char *shown = hbk_text_escape (words[1], -1, 40);
      g_autofree char *message = g_strdup_printf (_("There is no command “%s”. “hourbook-cli --help” lists them"), shown);

      fail (message);
      return HBK_EXIT_USAGE;
    }
  {
    g_auto (GStrv) rest = g_strdupv (words + 1);

    g_set_prgname ("hourbook-cli");
    return (int) run_command (command, &rest);
  }
}

int
main (int    argc,
      char **argv)
{
  const char *localedir = g_getenv ("HOURBOOK_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return start (argv);
}
