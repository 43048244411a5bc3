/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-command-line.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/hbk-clock.h"
#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-option.h"
#include "cli/hbk-typed-facts.h"
#include "cli/hbk-typed.h"
#include "records/hbk-logbook-format.h"

typedef struct
{
  HbkCommandLine   *line;
  const HbkCommand *command;
  char            **words;
  guint             next; /* the word to look at next */
  GPtrArray        *arguments;
} Parser;

/* By its long name, or by its letter where @name is NULL. */
static const HbkOption *
find_option (const Parser *parser, const char *name, char letter)
{
  const HbkOption *option;

  for (guint i = 0; (option = hbk_option_get (i)) != NULL; i++)
    {
      if (hbk_option_is_of (option, parser->command) &&
          (name != NULL ? g_str_equal (option->name, name) : letter != 0 && option->letter == letter))
        return option;
    }

  return NULL;
}

static gboolean
check_once (Parser *parser, const HbkOption *option, GError **error)
{
  if (option->many || option->placeholder == NULL || parser->line->values[option->id] == NULL)
    return TRUE;

  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("--%s is given more than once. Give it once."), option->name);

  return FALSE;
}

/* Whoever reads the history later must find a reason there. */
static gboolean
check_reason (const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped != '\0')
    return hbk_typed_check_length (text, HBK_LOGBOOK_NOTE_MAX, "--correction", error);

  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("--correction gives no reason. Say why the year is corrected."));

  return FALSE;
}

/* Keeps the value of an option; what every command reads in the same way is read at once. */
static gboolean
obey_value (HbkCommandLine *line, const HbkOption *option, const char *text, GError **error)
{
  int year;

  if (line->values[option->id] == NULL)
    line->values[option->id] = g_ptr_array_new_null_terminated (2, g_free, TRUE);
  g_ptr_array_add (line->values[option->id], g_strdup (text));

  switch (option->id)
    {
    case HBK_OPTION_PACKAGE_YEAR:
    case HBK_OPTION_YEAR:
    case HBK_OPTION_YEARS:
    case HBK_OPTION_IN_YEAR:
      if (!hbk_typed_parse_year (text, &year, error))
        return FALSE;
      g_array_append_val (line->years, year);
      return TRUE;
    case HBK_OPTION_AS_OF:
      return hbk_typed_parse_date (text, &line->as_of, error);
    case HBK_OPTION_LEVEL:
      return hbk_typed_parse_level (text, &line->level, error);
    case HBK_OPTION_CORRECTION:
      return check_reason (text, error);
    default:
      return TRUE;
    }
}

static void
obey_switch (HbkCommandLine *line, const HbkOption *option)
{
  line->strict |= option->id == HBK_OPTION_STRICT;
  line->json |= option->id == HBK_OPTION_JSON;
  line->help |= option->id == HBK_OPTION_HELP;
  if (line->values[option->id] == NULL)
    line->values[option->id] = g_ptr_array_new_null_terminated (1, NULL, TRUE);
}

/* @bytes is the value that stands in the same word; else the next word is. */
static gboolean
take_option (Parser *parser, const HbkOption *option, const char *bytes, GError **error)
{
  g_autofree char *text = NULL;

  if (option->placeholder != NULL && bytes == NULL)
    {
      bytes = parser->words[parser->next];
      /* No value begins with a dash: one that seems to is the next option, and the value was forgotten. */
      if (bytes == NULL || *bytes == '-')
        {
          g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("--%1$s needs a value. Write --%1$s=%2$s."), option->name, option->placeholder);
          return FALSE;
        }
      parser->next++;
    }

  if (!check_once (parser, option, error))
    return FALSE;
  if (bytes == NULL)
    {
      obey_switch (parser->line, option);
      return TRUE;
    }

  /* The name of a file is any bytes. */
  text = option->is_path ? g_strdup (bytes) : hbk_typed_dup_text (bytes, error);

  return text != NULL && obey_value (parser->line, option, text, error);
}

static void
set_unknown_error (const Parser *parser, const char *name, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (8, NULL, TRUE);
  g_autofree char *shown = hbk_text_escape (name, -1, HBK_TYPED_CHARS);
  const HbkOption *option;
  const char      *nearest = NULL;

  for (guint i = 0; (option = hbk_option_get (i)) != NULL; i++)
    {
      if (hbk_option_is_of (option, parser->command))
        g_ptr_array_add (names, (gpointer) option->name);
    }

  if (g_str_has_prefix (name, "--"))
    nearest = hbk_text_nearest (name + 2, (const char *const *) names->pdata);
  if (nearest != NULL)
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%1$s” has no option “%2$s”. Did you mean “--%3$s”?"), parser->command->name, shown, nearest);
  else
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%1$s” has no option “%2$s”."), parser->command->name, shown);
}

/* --name or --name=value */
static gboolean
take_long (Parser *parser, const char *word, GError **error)
{
  const char      *equals = strchr (word, '=');
  g_autofree char *name = equals != NULL ? g_strndup (word, (gsize) (equals - word)) : g_strdup (word);
  const HbkOption *option = find_option (parser, name + 2, 0);

  if (option == NULL)
    {
      set_unknown_error (parser, name, error);
      return FALSE;
    }
  if (option->placeholder == NULL && equals != NULL)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("--%1$s takes no value. Write --%1$s alone."), option->name);
      return FALSE;
    }

  return take_option (parser, option, equals != NULL ? equals + 1 : NULL, error);
}

/* -j, -js, -y 2024 or -y2024 */
static gboolean
take_letters (Parser *parser, const char *word, GError **error)
{
  for (const char *letter = word + 1; *letter != '\0'; letter++)
    {
      const HbkOption *option = find_option (parser, NULL, *letter);

      if (option == NULL)
        {
          g_autofree char *name = g_strconcat ("-", letter, NULL);

          set_unknown_error (parser, name, error);
          return FALSE;
        }
      if (option->placeholder != NULL)
        return take_option (parser, option, letter[1] != '\0' ? letter + 1 : NULL, error);
      if (!take_option (parser, option, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* Options may stand before and after arguments; what follows "--" is an argument, and so is "-" by itself. */
static gboolean
take_words (Parser *parser, GError **error)
{
  gboolean    only_arguments = FALSE;
  const char *word;

  while ((word = parser->words[parser->next]) != NULL)
    {
      parser->next++;
      if (only_arguments || word[0] != '-' || word[1] == '\0')
        g_ptr_array_add (parser->arguments, g_strdup (word));
      else if (g_str_equal (word, "--"))
        only_arguments = TRUE;
      else if (!(word[1] == '-' ? take_long (parser, word, error) : take_letters (parser, word, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_arguments (HbkCommandLine *self, const HbkCommand *command, GError **error)
{
  guint            n_arguments = g_strv_length (self->arguments);
  g_autofree char *shown = NULL;

  if (n_arguments < command->min_arguments)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("Something is missing. Write “hourbook-cli %1$s %2$s”."), command->name, command->arguments);
      return FALSE;
    }
  if (n_arguments <= command->max_arguments)
    return TRUE;

  shown = hbk_text_escape (self->arguments[command->max_arguments], -1, HBK_TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%1$s” is too much for “%2$s”. Leave it out, or put what belongs together in quotes."), shown, command->name);

  return FALSE;
}

static HbkDate
today (void)
{
  g_autoptr (HbkClock) clock = hbk_clock_new_system ();

  return hbk_clock_today (clock);
}

/**
 * hbk_command_line_parse:
 * @self: a command line, empty
 * @command: the command
 * @words: (array zero-terminated=1): the name of the command and what follows it
 * @error: return location for an error
 *
 * Takes a command line apart. With --help the rest is not checked.
 *
 * Returns: %FALSE with HBK_ERROR_USAGE when it is not as the command wants it
 */
gboolean
hbk_command_line_parse (HbkCommandLine *self, const HbkCommand *command, char **words, GError **error)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_null_terminated (2, g_free, TRUE);
  Parser   parser = { .line = self, .command = command, .words = words, .next = 1, .arguments = arguments };
  gboolean is_good;

  self->command = command;
  self->today = today ();
  self->as_of = self->today;
  self->level = HBK_TITLE_LEVEL_UNKNOWN;
  self->years = g_array_new (FALSE, FALSE, sizeof (int));

  is_good = take_words (&parser, error);
  self->arguments = (char **) g_ptr_array_steal (arguments, NULL);

  return is_good && (self->help || check_arguments (self, command, error));
}

/**
 * hbk_command_line_has:
 * @self: a command line
 * @option: an option
 *
 * Says whether an option was given.
 *
 * Returns: %TRUE when it was
 */
gboolean
hbk_command_line_has (const HbkCommandLine *self, HbkOptionId option)
{
  return self->values[option] != NULL;
}

/**
 * hbk_command_line_get:
 * @self: a command line
 * @option: an option that takes a value
 *
 * Gets what was given for an option.
 *
 * Returns: (transfer none) (nullable): the value, the first where there are several; %NULL when it was not given
 */
const char *
hbk_command_line_get (const HbkCommandLine *self, HbkOptionId option)
{
  return self->values[option] != NULL ? g_ptr_array_index (self->values[option], 0) : NULL;
}

/**
 * hbk_command_line_get_all:
 * @self: a command line
 * @option: an option that takes a value
 *
 * Gets all that was given for an option.
 *
 * Returns: (transfer none) (array zero-terminated=1): the values, in order
 */
const char *const *
hbk_command_line_get_all (const HbkCommandLine *self, HbkOptionId option)
{
  static const char *const none[] = { NULL };

  return self->values[option] != NULL ? (const char *const *) self->values[option]->pdata : none;
}

/**
 * hbk_command_line_dup_arguments:
 * @self: a command line
 * @first: the argument to begin with
 * @error: return location for an error
 *
 * Gets arguments that are texts, not names of files.
 *
 * Returns: (transfer full) (array zero-terminated=1): the arguments in UTF-8, or %NULL with HBK_ERROR_USAGE
 */
char **
hbk_command_line_dup_arguments (const HbkCommandLine *self, guint first, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  for (char **argument = self->arguments + first; *argument != NULL; argument++)
    {
      char *text = hbk_typed_dup_text (*argument, error);

      if (text == NULL)
        return NULL;
      g_ptr_array_add (texts, text);
    }

  return (char **) g_ptr_array_steal (texts, NULL);
}

/**
 * hbk_command_line_clear:
 * @self: a command line
 *
 * Frees what a command line holds.
 */
void
hbk_command_line_clear (HbkCommandLine *self)
{
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->output, hbk_output_free);
  g_clear_pointer (&self->arguments, g_strfreev);
  g_clear_pointer (&self->years, g_array_unref);
  for (guint i = 0; i < HBK_N_OPTIONS; i++)
    g_clear_pointer (&self->values[i], g_ptr_array_unref);
}
