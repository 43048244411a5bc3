/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-help.h"

#include <glib/gi18n.h>

#include "cli/hbk-columns.h"
#include "cli/hbk-option.h"
#include "words/hbk-words.h"

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

static const char *
name_group (HbkCommandGroup group)
{
  switch (group)
    {
    case HBK_GROUP_RECORDS:
      return _("Records:");
    case HBK_GROUP_EVIDENCE:
      return _("Evidence:");
    case HBK_GROUP_HOURS:
      return _("Hours and years:");
    case HBK_GROUP_EXCHANGE:
      return _("In and out:");
    case HBK_GROUP_LIBRARY:
      return _("Library:");
    case HBK_GROUP_RULES:
      return _("Rules:");
    case HBK_N_GROUPS:
    default:
      g_assert_not_reached ();
    }
}

static void
print_commands (HbkOutput *output)
{
  for (HbkCommandGroup group = 0; group < HBK_N_GROUPS; group++)
    {
      const HbkCommand *command;

      hbk_output_line (output, name_group (group));
      for (guint i = 0; (command = hbk_command_get (i)) != NULL; i++)
        {
          g_autofree char *term = g_strconcat (command->name, " ", command->arguments, NULL);

          if (command->group == group)
            print_entry (output, term, COMMAND_WIDTH, _(command->summary));
        }
      hbk_output_line (output, "");
    }
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
  hbk_output_line (output, _("Usage: hourbook-cli COMMAND [OPTION…]"));
  hbk_output_line (output, "");
  hbk_output_wrapped (output, "", "", _("Keeps records of continuing education with their evidence, and works out their hours by the rules of a region."));
  hbk_output_line (output, "");
  print_commands (output);
  hbk_output_line (output, _("Help:"));
  print_entry (output, "help [COMMAND]", COMMAND_WIDTH, _("Show this help, or that of a command"));
  print_entry (output, "--version", COMMAND_WIDTH, _("Show the version"));
  hbk_output_line (output, "");
  hbk_output_line (output, _("Exit status:"));
  print_entry (output, "0", 5, _("done"));
  print_entry (output, "1", 5, _("done, and something is short or missing; mostly only with --strict"));
  print_entry (output, "2", 5, _("wrong usage"));
  print_entry (output, "3", 5, _("bad input, or the result could not be written"));
}

static char *
dup_term (const HbkOption *option)
{
  g_autoptr (GString) term = g_string_new ("");

  if (option->letter != 0)
    g_string_append_printf (term, "-%c, ", option->letter);
  else
    g_string_append (term, "    ");
  g_string_append_printf (term, "--%s", option->name);
  if (option->placeholder != NULL)
    g_string_append_printf (term, "=%s", option->placeholder);

  return g_string_free_and_steal (g_steal_pointer (&term));
}

static void
print_options (HbkOutput *output, const HbkCommand *command)
{
  const HbkOption *option;
  int              width = OPTION_WIDTH;

  for (guint i = 0; (option = hbk_option_get (i)) != NULL; i++)
    {
      g_autofree char *term = dup_term (option);

      if (hbk_option_is_of (option, command))
        width = MAX (width, hbk_columns_width (term) + 4);
    }
  for (guint i = 0; (option = hbk_option_get (i)) != NULL; i++)
    {
      g_autofree char *term = dup_term (option);

      if (hbk_option_is_of (option, command))
        print_entry (output, term, width, _(option->description));
    }
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
  g_autoptr (GString) summary = g_string_new (_(command->summary));
  g_autofree char *usage = NULL;

  /* Translators: name and arguments of a command */
  usage = g_strdup_printf (_("Usage: hourbook-cli %1$s [OPTION…] %2$s"), command->name, command->arguments);
  hbk_output_wrapped (output, "", "  ", usage);
  hbk_output_line (output, "");
  hbk_words_end_sentence (summary);
  hbk_output_wrapped (output, "", "", summary->str);
  if (command->reads_input)
    hbk_output_wrapped (output, "", "", _("Give - instead of the name of a file to read standard input."));
  if (command->reads_input && command->min_arguments < command->max_arguments)
    hbk_output_wrapped (output, "", "", _("Without a logbook it takes the records of the library."));
  hbk_output_line (output, "");
  hbk_output_line (output, _("Options:"));
  print_options (output, command);
  hbk_output_line (output, "");
  /* Translators: a command line follows */
  hbk_output_printf (output, _("Example: hourbook-cli %1$s %2$s"), command->name, command->example);
}
