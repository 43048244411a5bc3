/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-command-line.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/hbk-clock.h"
#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-option.h"

/* The most of what was typed that a message repeats. */
#define TYPED_CHARS 60

typedef struct
{
  HbkCommandLine   *line;
  const HbkCommand *command;
  char            **words;
  guint             next; /* the word to look at next */
  HbkOptions        given;
  GPtrArray        *arguments;
  GPtrArray        *packs;
  GPtrArray        *readings;
  GPtrArray        *profile;
} Parser;

static void
parser_init (Parser *parser, HbkCommandLine *line, const HbkCommand *command, char **words)
{
  parser->line = line;
  parser->command = command;
  parser->words = words;
  parser->next = 1;
  parser->given = 0;
  parser->arguments = g_ptr_array_new_null_terminated (2, g_free, TRUE);
  parser->packs = g_ptr_array_new_null_terminated (2, g_free, TRUE);
  parser->readings = g_ptr_array_new_null_terminated (2, g_free, TRUE);
  parser->profile = g_ptr_array_new_null_terminated (2, g_free, TRUE);
}

/* Hands what was found over to the command line. */
static void
parser_finish (Parser *parser)
{
  parser->line->arguments = (char **) g_ptr_array_free (parser->arguments, FALSE);
  parser->line->packs = (char **) g_ptr_array_free (parser->packs, FALSE);
  parser->line->readings = (char **) g_ptr_array_free (parser->readings, FALSE);
  parser->line->profile = (char **) g_ptr_array_free (parser->profile, FALSE);
}

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

/**
 * hbk_command_line_dup_text:
 * @bytes: what was typed, in the encoding of the locale
 * @error: return location for an error
 *
 * Converts what was typed to UTF-8.
 *
 * Returns: (transfer full): the text, or %NULL with HBK_ERROR_USAGE
 */
char *
hbk_command_line_dup_text (const char *bytes, GError **error)
{
  char            *text = g_locale_to_utf8 (bytes, -1, NULL, NULL, NULL);
  g_autofree char *shown = NULL;
  const char      *charset;

  if (text != NULL)
    return text;

  g_get_charset (&charset);
  shown = hbk_text_escape (bytes, -1, TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%1$s” is not text in the encoding %2$s of the locale. Type it again, or choose another locale."), shown, charset);

  return NULL;
}

static gboolean
take_year (HbkCommandLine *self, const char *text, GError **error)
{
  gint64           number;
  g_autofree char *shown = NULL;

  if (g_ascii_string_to_signed (text, 10, HBK_DATE_YEAR_MIN, HBK_DATE_YEAR_MAX, &number, NULL))
    {
      int year = (int) number;

      g_array_append_val (self->years, year);
      return TRUE;
    }

  shown = hbk_text_escape (text, -1, TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%1$s” is not a year. Give one between %2$d and %3$d."), shown, HBK_DATE_YEAR_MIN, HBK_DATE_YEAR_MAX);

  return FALSE;
}

static gboolean
parse_day (const char *text, HbkDate *day, GError **error)
{
  g_autofree char *shown = NULL;

  *day = hbk_date_parse (text);
  if (*day != HBK_DATE_NONE)
    return TRUE;

  shown = hbk_text_escape (text, -1, TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” is not a date. Write it as 2024-11-18."), shown);

  return FALSE;
}

static gboolean
parse_level (const char *text, HbkTitleLevel *level, GError **error)
{
  g_autofree char *shown = NULL;

  if (hbk_title_level_from_nick (text, level) && *level >= HBK_TITLE_LEVEL_JUNIOR)
    return TRUE;

  shown = hbk_text_escape (text, -1, TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” is not a level of title. Give junior, intermediate or senior."), shown);

  return FALSE;
}

static gboolean
check_once (Parser *parser, const HbkOption *option, GError **error)
{
  const HbkOptions once = HBK_OPTION_PACK | HBK_OPTION_YEAR | HBK_OPTION_AS_OF | HBK_OPTION_LEVEL;

  if ((parser->given & option->flag & once) != 0)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("--%s is given more than once. Give it once."), option->name);
      return FALSE;
    }
  parser->given |= option->flag;

  return TRUE;
}

/* What an option says; @text is NULL for one without a value. */
static gboolean
obey_option (Parser *parser, HbkOptions flag, const char *text, GError **error)
{
  HbkCommandLine *line = parser->line;

  switch (flag)
    {
    case HBK_OPTION_PACK:
    case HBK_OPTION_PACKS:
      g_ptr_array_add (parser->packs, g_strdup (text));
      return TRUE;
    case HBK_OPTION_YEAR:
    case HBK_OPTION_YEARS:
      return take_year (line, text, error);
    case HBK_OPTION_AS_OF:
      return parse_day (text, &line->as_of, error);
    case HBK_OPTION_READING:
      g_ptr_array_add (parser->readings, g_strdup (text));
      return TRUE;
    case HBK_OPTION_LEVEL:
      return parse_level (text, &line->level, error);
    case HBK_OPTION_PROFILE:
      g_ptr_array_add (parser->profile, g_strdup (text));
      return TRUE;
    case HBK_OPTION_STRICT:
      line->strict = TRUE;
      return TRUE;
    case HBK_OPTION_JSON:
      line->json = TRUE;
      return TRUE;
    case HBK_OPTION_HELP:
      line->help = TRUE;
      return TRUE;
    default:
      g_assert_not_reached ();
    }
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

  if (bytes != NULL)
    {
      text = hbk_command_line_dup_text (bytes, error);
      if (text == NULL)
        return FALSE;
    }

  return check_once (parser, option, error) && obey_option (parser, option->flag, text, error);
}

static void
set_unknown_error (const Parser *parser, const char *name, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (8, NULL, TRUE);
  g_autofree char *shown = hbk_text_escape (name, -1, TYPED_CHARS);
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

  if (n_arguments == command->n_arguments)
    return TRUE;

  if (n_arguments < command->n_arguments)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("Something is missing. Write “hourbook-cli %1$s %2$s”."), command->name, command->arguments);
      return FALSE;
    }

  shown = hbk_text_escape (self->arguments[command->n_arguments], -1, TYPED_CHARS);
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
  Parser   parser;
  gboolean is_good;

  self->as_of = today ();
  self->level = HBK_TITLE_LEVEL_UNKNOWN;
  self->years = g_array_new (FALSE, FALSE, sizeof (int));

  parser_init (&parser, self, command, words);
  is_good = take_words (&parser, error);
  parser_finish (&parser);

  return is_good && (self->help || check_arguments (self, command, error));
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
  g_clear_pointer (&self->packs, g_strfreev);
  g_clear_pointer (&self->years, g_array_unref);
  g_clear_pointer (&self->readings, g_strfreev);
  g_clear_pointer (&self->profile, g_strfreev);
}
