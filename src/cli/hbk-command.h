/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-workspace.h"

G_BEGIN_DECLS

/**
 * HbkExit:
 * @HBK_EXIT_DONE: done
 * @HBK_EXIT_SHORT: done, and something is short or missing; only with --strict
 * @HBK_EXIT_USAGE: wrong usage
 * @HBK_EXIT_INPUT: bad input
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
 * HbkCommandLine:
 * @workspace: packs and vocabulary
 * @language: the language of texts from packs
 * @json: --json was given
 * @strict: --strict was given
 * @as_of: the day of the assessment: --as-of, else today
 * @arguments: (array zero-terminated=1): what is left beside options
 * @packs: (array zero-terminated=1) (nullable): --pack, each
 * @years: (array zero-terminated=1) (nullable): --year, each
 * @readings: (array zero-terminated=1) (nullable): --reading, each
 * @profile: (array zero-terminated=1) (nullable): --profile, each
 * @level: (nullable): --level
 *
 * A command line, taken apart.
 */
typedef struct
{
  HbkWorkspace *workspace;
  HbkLanguage language;
  gboolean json;
  gboolean strict;
  HbkDate as_of;
  char **arguments;
  char **packs;
  char **years;
  char **readings;
  char **profile;
  char *level;
} HbkCommandLine;

/**
 * HbkCommandOptions:
 *
 * Which options a command takes beside --json and --help.
 */
typedef enum {
  HBK_COMMAND_PACK = 1 << 0,
  HBK_COMMAND_YEAR = 1 << 1,
  HBK_COMMAND_AS_OF = 1 << 2,
  HBK_COMMAND_READING = 1 << 3,
  HBK_COMMAND_LEVEL = 1 << 4,
  HBK_COMMAND_PROFILE = 1 << 5,
  HBK_COMMAND_STRICT = 1 << 6,
} HbkCommandOptions;

/**
 * HbkCommand:
 * @name: what is typed
 * @arguments: the arguments, for the usage line
 * @summary: what it does, untranslated
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
  HbkCommandOptions options;
  guint n_arguments;
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

G_END_DECLS
