/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-output.h"
#include "workspace/hbk-workspace.h"

G_BEGIN_DECLS

/**
 * HbkExit:
 * @HBK_EXIT_DONE: done
 * @HBK_EXIT_SHORT: done, and something is short or missing; only with --strict
 * @HBK_EXIT_USAGE: wrong usage
 * @HBK_EXIT_INPUT: bad input, or the result could not be written
 *
 * The exit status of hourbook-cli.
 */
typedef enum {
  HBK_EXIT_DONE = 0,
  HBK_EXIT_SHORT = 1,
  HBK_EXIT_USAGE = 2,
  HBK_EXIT_INPUT = 3,
} HbkExit;

/**
 * HbkOptions:
 *
 * The options that a command takes; every one takes @HBK_OPTION_JSON and @HBK_OPTION_HELP.
 */
typedef enum {
  HBK_OPTION_PACK = 1 << 0,
  HBK_OPTION_PACKS = 1 << 1,
  HBK_OPTION_YEAR = 1 << 2,
  HBK_OPTION_YEARS = 1 << 3,
  HBK_OPTION_AS_OF = 1 << 4,
  HBK_OPTION_READING = 1 << 5,
  HBK_OPTION_LEVEL = 1 << 6,
  HBK_OPTION_PROFILE = 1 << 7,
  HBK_OPTION_STRICT = 1 << 8,
  HBK_OPTION_JSON = 1 << 9,
  HBK_OPTION_HELP = 1 << 10,
} HbkOptions;

/**
 * HbkCommandLine:
 * @workspace: packs and vocabulary
 * @output: what is printed
 * @language: the language of texts from packs
 * @json: --json was given
 * @strict: --strict was given
 * @help: --help was given
 * @as_of: the day of the assessment: --as-of, else today
 * @arguments: (array zero-terminated=1): what is left beside options, in the bytes that were typed
 * @packs: (array zero-terminated=1): --pack, each
 * @years: (element-type int): --year, each
 * @readings: (array zero-terminated=1): --reading, each
 * @profile: (array zero-terminated=1): --profile, each
 * @level: --level, or %HBK_TITLE_LEVEL_UNKNOWN
 *
 * A command line, taken apart. Texts are UTF-8, but for @arguments, which may name files.
 */
typedef struct
{
  HbkWorkspace *workspace;
  HbkOutput    *output;
  HbkLanguage   language;
  gboolean      json;
  gboolean      strict;
  gboolean      help;
  HbkDate       as_of;
  char        **arguments;
  char        **packs;
  GArray       *years;
  char        **readings;
  char        **profile;
  HbkTitleLevel level;
} HbkCommandLine;

/**
 * HbkCommand:
 * @name: what is typed
 * @arguments: the arguments, for the usage line
 * @summary: what it does, untranslated
 * @example: options and arguments of an example
 * @options: the options it takes
 * @n_arguments: how many arguments it takes
 * @run: does it
 *
 * One command of hourbook-cli.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *example;
  HbkOptions  options;
  guint       n_arguments;
  HbkExit (*run) (HbkCommandLine *line, GError **error);
} HbkCommand;

extern const HbkCommand hbk_command_packs;
extern const HbkCommand hbk_command_describe;
extern const HbkCommand hbk_command_check_pack;
extern const HbkCommand hbk_command_check;
extern const HbkCommand hbk_command_assess;
extern const HbkCommand hbk_command_apply;
extern const HbkCommand hbk_command_explain;
extern const HbkCommand hbk_command_compare;

const HbkCommand *hbk_command_find (const char *name);
const HbkCommand *hbk_command_get (guint position);

G_END_DECLS
