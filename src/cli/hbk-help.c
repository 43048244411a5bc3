/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-help.h"

#include <glib/gi18n.h>

#include "cli/hbk-columns.h"
#include "cli/hbk-option.h"
#include "cli/hbk-words.h"

#define COMMAND_WIDTH 27
#define OPTION_WIDTH 27

/* A term, and beside it what it means. */
static void
print_entry (HbkOutput *output, const char *term, int width, const char *text)
{
  g_autoptr (GString) first = g_string_new ("  ");
  g_autoptr (GString) others = g_string_new ("");

  hbk_columns_pad (first, term, width - 2, FALSE);
  hbk_columns_fill (others, width);
  hbk_output_wrapped (output, first->str, others->str, text);
}

/**
 * hbk_help_print:
 * @output: where to print
 *
 * Prints what there is: the commands, and the exit status.
 */
void
hbk_help_print (HbkOutput *output)
{
  const HbkCommand *command;

  hbk_output_line (output, _("Usage: hourbook-cli COMMAND [OPTION…]"));
  hbk_output_line (output, "");
  hbk_output_wrapped (output, "", "", _("Works out the hours of continuing education in a logbook by the rules of a region."));
  hbk_output_line (output, "");
  hbk_output_line (output, _("Commands:"));
  for (guint i = 0; (command = hbk_command_get (i)) != NULL; i++)
    {
      g_autofree char *term = g_strconcat (command->name, " ", command->arguments, NULL);

      print_entry (output, term, COMMAND_WIDTH, _(command->summary));
    }
  print_entry (output, "help [COMMAND]", COMMAND_WIDTH, _("Show this help, or that of a command"));
  print_entry (output, "--version", COMMAND_WIDTH, _("Show the version"));
  hbk_output_line (output, "");
  hbk_output_line (output, _("Exit status:"));
  print_entry (output, "0", 5, _("done"));
  print_entry (output, "1", 5, _("done, and something is short or missing; only with --strict"));
  print_entry (output, "2", 5, _("wrong usage"));
  print_entry (output, "3", 5, _("bad input, or the result could not be written"));
}

static void
print_option (HbkOutput *output, const HbkOption *option)
{
  g_autoptr (GString) term = g_string_new ("");

  if (option->letter != 0)
    g_string_append_printf (term, "-%c, ", option->letter);
  else
    g_string_append (term, "    ");
  g_string_append_printf (term, "--%s", option->name);
  if (option->placeholder != NULL)
    g_string_append_printf (term, "=%s", option->placeholder);

  print_entry (output, term->str, OPTION_WIDTH, _(option->description));
}

/**
 * hbk_help_print_command:
 * @output: where to print
 * @command: a command
 *
 * Prints how a command is used.
 */
void
hbk_help_print_command (HbkOutput *output, const HbkCommand *command)
{
  const HbkOption *option;
  g_autoptr (GString) summary = g_string_new (_(command->summary));
  g_autofree char *usage = NULL;

  /* Translators: name and arguments of a command */
  usage = g_strdup_printf (_("Usage: hourbook-cli %1$s [OPTION…] %2$s"), command->name, command->arguments);
  hbk_output_wrapped (output, "", "  ", usage);
  hbk_output_line (output, "");
  hbk_words_end_sentence (summary);
  hbk_output_wrapped (output, "", "", summary->str);
  if (command->n_arguments > 0 && !g_str_equal (command->arguments, "PACK"))
    hbk_output_wrapped (output, "", "", _("Give - instead of the name of a file to read standard input."));
  hbk_output_line (output, "");
  hbk_output_line (output, _("Options:"));
  for (guint i = 0; (option = hbk_option_get (i)) != NULL; i++)
    {
      if (hbk_option_is_of (option, command))
        print_option (output, option);
    }
  hbk_output_line (output, "");
  /* Translators: a command line follows */
  hbk_output_printf (output, _("Example: hourbook-cli %1$s %2$s"), command->name, command->example);
}
