/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-help.h"
#include "cli/hbk-library-access.h"
#include "words/hbk-locale.h"

/* In the order in which help lists them, group by group. */
static const HbkCommand *const commands[] = {
  &hbk_command_add,
  &hbk_command_edit,
  &hbk_command_list,
  &hbk_command_show,
  &hbk_command_remove,
  &hbk_command_restore,
  &hbk_command_trash,
  &hbk_command_empty_trash,
  &hbk_command_attach,
  &hbk_command_detach,
  &hbk_command_inbox,
  &hbk_command_files,
  &hbk_command_take_out,
  &hbk_command_assess,
  &hbk_command_apply,
  &hbk_command_explain,
  &hbk_command_compare,
  &hbk_command_readings,
  &hbk_command_years,
  &hbk_command_hand_in,
  &hbk_command_package,
  &hbk_command_reopen,
  &hbk_command_adopt,
  &hbk_command_import,
  &hbk_command_export,
  &hbk_command_backup,
  &hbk_command_restore_backup,
  &hbk_command_verify,
  &hbk_command_summarise,
  &hbk_command_check,
  &hbk_command_init,
  &hbk_command_profile,
  &hbk_command_undo,
  &hbk_command_redo,
  &hbk_command_history,
  &hbk_command_check_library,
  &hbk_command_vocabulary,
  &hbk_command_packs,
  &hbk_command_describe,
  &hbk_command_check_pack,
};

/* Says what went wrong. Parts of a message were typed, or come from files: a terminal must not obey them. */
static void
complain (const char *message)
{
  g_autofree char *clean = hbk_text_escape (message, -1, G_MAXUINT);

  g_printerr ("hourbook-cli: %s\n", clean);
}

/* A file opened later must never get the number of an output that the caller has closed: it would be written to. */
static void
keep_standard_files (void)
{
  int fd;

  do
    fd = open ("/dev/null", O_RDONLY);
  while (fd >= 0 && fd <= STDERR_FILENO);
  if (fd > STDERR_FILENO)
    close (fd);
}

static HbkExit
finish (HbkOutput *output, HbkExit status)
{
  g_autoptr (GError) error = NULL;

  if (hbk_output_write (output, STDOUT_FILENO, &error))
    return status;

  complain (error->message);

  return HBK_EXIT_INPUT;
}

static HbkExit
run_command (const HbkCommand *command, char **words)
{
  g_auto (HbkCommandLine) line = { 0 };
  g_autoptr (GError) error = NULL;
  HbkExit status = HBK_EXIT_USAGE;

  line.language = hbk_locale_get_language ();
  line.output = hbk_output_new (hbk_output_find_width (STDOUT_FILENO));
  line.workspace = hbk_workspace_new (NULL);

  if (hbk_command_line_parse (&line, command, words, &error))
    {
      if (line.help)
        {
          hbk_help_print_command (line.output, command);
          return finish (line.output, HBK_EXIT_DONE);
        }
      status = command->run (&line, &error);
    }

  if (error != NULL)
    {
      hbk_library_access_advise (&line, &error);
      complain (error->message);
      if (!g_error_matches (error, HBK_ERROR, HBK_ERROR_USAGE))
        return HBK_EXIT_INPUT;

      g_printerr (_("“hourbook-cli %s --help” says more.\n"), command->name);
      return HBK_EXIT_USAGE;
    }

  return finish (line.output, status);
}

static HbkExit
refuse (const char *word)
{
  g_autofree char *shown = hbk_text_escape (word, -1, 40);
  g_autofree char *message = NULL;
  const char      *names[G_N_ELEMENTS (commands) + 1] = { NULL };
  const char      *nearest;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    names[i] = commands[i]->name;
  nearest = hbk_text_nearest (word, names);

  if (*word == '-')
    message = g_strdup_printf (_("“%s” stands where the command belongs. Write the command first."), shown);
  else if (nearest != NULL)
    message = g_strdup_printf (_("There is no command “%1$s”. Did you mean “%2$s”?"), shown, nearest);
  else
    message = g_strdup_printf (_("There is no command “%s”."), shown);

  complain (message);
  g_printerr (_("“hourbook-cli --help” lists the commands.\n"));

  return HBK_EXIT_USAGE;
}

/* "help", or "help COMMAND" */
static HbkExit
run_help (char **names)
{
  g_autoptr (HbkOutput) output = hbk_output_new (hbk_output_find_width (STDOUT_FILENO));
  const HbkCommand *command = names[0] != NULL ? hbk_command_find (names[0]) : NULL;

  if (names[0] != NULL && command == NULL)
    return refuse (names[0]);
  if (names[0] != NULL && names[1] != NULL)
    {
      complain (_("Help is given for one command. Name one."));
      return HBK_EXIT_USAGE;
    }

  if (command != NULL)
    hbk_help_print_command (output, command);
  else
    hbk_help_print (output);

  return finish (output, HBK_EXIT_DONE);
}

static HbkExit
run_version (void)
{
  g_autoptr (HbkOutput) output = hbk_output_new (hbk_output_find_width (STDOUT_FILENO));

  hbk_output_printf (output, "hourbook-cli %s", PACKAGE_VERSION);

  return finish (output, HBK_EXIT_DONE);
}

/**
 * hbk_command_find:
 * @name: what was typed
 *
 * Finds a command.
 *
 * Returns: (transfer none) (nullable): the command, or %NULL when there is none of that name
 */
const HbkCommand *
hbk_command_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i]->name, name))
        return commands[i];
    }

  return NULL;
}

/**
 * hbk_command_get:
 * @position: which one, from 0
 *
 * Gets one of all commands there are, in the order in which help lists them.
 *
 * Returns: (transfer none) (nullable): the command, or %NULL after the last
 */
const HbkCommand *
hbk_command_get (guint position)
{
  return position < G_N_ELEMENTS (commands) ? commands[position] : NULL;
}

int
main (int argc, char **argv)
{
  const char       *word = argc > 1 ? argv[1] : NULL;
  const HbkCommand *command = word != NULL ? hbk_command_find (word) : NULL;

  keep_standard_files ();
  hbk_locale_init ();
  g_set_prgname ("hourbook-cli");

  if (word == NULL)
    {
      complain (_("A command is missing."));
      g_printerr (_("“hourbook-cli --help” lists the commands.\n"));
      return HBK_EXIT_USAGE;
    }
  if (command != NULL)
    return run_command (command, argv + 1);
  if (g_str_equal (word, "help"))
    return run_help (argv + 2);
  if (g_str_equal (word, "--help") || g_str_equal (word, "-h"))
    return run_help (argv + argc);
  if (g_str_equal (word, "--version"))
    return run_version ();

  return refuse (word);
}
