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
 * HbkOptionId:
 *
 * The options there are. Two of one name differ in what they mean or in how often they may be given; a command takes one of them.
 * Every command takes @HBK_OPTION_JSON and @HBK_OPTION_HELP.
 */
typedef enum {
  HBK_OPTION_NONE,
  HBK_OPTION_ID,
  HBK_OPTION_ACTIVITY,
  HBK_OPTION_TITLE,
  HBK_OPTION_START,
  HBK_OPTION_END,
  HBK_OPTION_FACT,
  HBK_OPTION_SUBJECT,
  HBK_OPTION_WORK,
  HBK_OPTION_STATUS,
  HBK_OPTION_VERIFIED,
  HBK_OPTION_NOTE,
  HBK_OPTION_FILE,
  HBK_OPTION_DOCUMENT,
  HBK_OPTION_PACK,
  HBK_OPTION_PACKS,
  HBK_OPTION_YEAR,
  HBK_OPTION_YEARS,
  HBK_OPTION_IN_YEAR,
  HBK_OPTION_OF_ACTIVITY,
  HBK_OPTION_OF_STATUS,
  HBK_OPTION_SEARCH,
  HBK_OPTION_LIMIT,
  HBK_OPTION_OFFSET,
  HBK_OPTION_LEVEL,
  HBK_OPTION_AS_OF,
  HBK_OPTION_READING,
  HBK_OPTION_CHOOSE,
  HBK_OPTION_PROFILE,
  HBK_OPTION_ANSWER,
  HBK_OPTION_FROM,
  HBK_OPTION_COLUMN,
  HBK_OPTION_DEFAULT,
  HBK_OPTION_SHEET,
  HBK_OPTION_ENCODING,
  HBK_OPTION_ON_CONFLICT,
  HBK_OPTION_FORM,
  HBK_OPTION_CHECK_ONLY,
  HBK_OPTION_AS_FOLDER,
  HBK_OPTION_ASCII_NAMES,
  HBK_OPTION_NO_BINDER,
  HBK_OPTION_NO_LOCATION,
  HBK_OPTION_ID_NUMBER,
  HBK_OPTION_MAX_FILE,
  HBK_OPTION_MAX_TOTAL,
  HBK_OPTION_TYPES,
  HBK_OPTION_TRIAL,
  HBK_OPTION_REPLACE,
  HBK_OPTION_PACKAGE_YEAR,
  HBK_OPTION_XLSX,
  HBK_OPTION_LIST,
  HBK_OPTION_CONFIRM,
  HBK_OPTION_HAND_IN_NOTE,
  HBK_OPTION_CORRECTION,
  HBK_OPTION_LIBRARY,
  HBK_OPTION_STRICT,
  HBK_OPTION_JSON,
  HBK_OPTION_HELP,
  HBK_N_OPTIONS,
} HbkOptionId;

/**
 * HbkCommandGroup:
 *
 * Under which heading help lists a command.
 */
typedef enum {
  HBK_GROUP_RECORDS,
  HBK_GROUP_EVIDENCE,
  HBK_GROUP_HOURS,
  HBK_GROUP_EXCHANGE,
  HBK_GROUP_LIBRARY,
  HBK_GROUP_RULES,
  HBK_N_GROUPS,
} HbkCommandGroup;

typedef struct _HbkCommand HbkCommand;

/**
 * HbkCommandLine:
 * @command: the command
 * @workspace: packs, vocabulary and library
 * @output: what is printed
 * @language: the language of texts from packs
 * @json: --json was given
 * @strict: --strict was given
 * @help: --help was given
 * @as_of: the day of the assessment: --as-of, else today
 * @today: today
 * @arguments: (array zero-terminated=1): what is left beside options, in the bytes that were typed
 * @years: (element-type int): --year, each
 * @level: --level, or %HBK_TITLE_LEVEL_UNKNOWN
 * @values: (array) (element-type utf8): for each option that takes a value what was given, or %NULL; see hbk_command_line_get()
 *
 * A command line, taken apart. Texts are UTF-8, but for @arguments and the values of options that name files.
 */
typedef struct
{
  const HbkCommand *command;
  HbkWorkspace     *workspace;
  HbkOutput        *output;
  HbkLanguage       language;
  gboolean          json;
  gboolean          strict;
  gboolean          help;
  HbkDate           as_of;
  HbkDate           today;
  char            **arguments;
  GArray           *years;
  HbkTitleLevel     level;
  GPtrArray        *values[HBK_N_OPTIONS];
} HbkCommandLine;

/**
 * HbkCommand:
 * @name: what is typed
 * @arguments: the arguments, for the usage line
 * @summary: what it does, untranslated
 * @example: options and arguments of an example
 * @group: where help lists it
 * @options: (array): the options it takes, the last being %HBK_OPTION_NONE
 * @min_arguments: how many arguments it takes at least
 * @max_arguments: how many arguments it takes at most; %G_MAXUINT for any number
 * @reads_input: its argument may be "-" for standard input
 * @run: does it
 *
 * One command of hourbook-cli.
 */
struct _HbkCommand
{
  const char        *name;
  const char        *arguments;
  const char        *summary;
  const char        *example;
  HbkCommandGroup    group;
  const HbkOptionId *options;
  guint              min_arguments;
  guint              max_arguments;
  gboolean           reads_input;
  HbkExit (*run) (HbkCommandLine *line, GError **error);
};

extern const HbkCommand hbk_command_add;
extern const HbkCommand hbk_command_adopt;
extern const HbkCommand hbk_command_apply;
extern const HbkCommand hbk_command_assess;
extern const HbkCommand hbk_command_attach;
extern const HbkCommand hbk_command_backup;
extern const HbkCommand hbk_command_check;
extern const HbkCommand hbk_command_check_library;
extern const HbkCommand hbk_command_check_pack;
extern const HbkCommand hbk_command_compare;
extern const HbkCommand hbk_command_describe;
extern const HbkCommand hbk_command_detach;
extern const HbkCommand hbk_command_edit;
extern const HbkCommand hbk_command_empty_trash;
extern const HbkCommand hbk_command_explain;
extern const HbkCommand hbk_command_export;
extern const HbkCommand hbk_command_files;
extern const HbkCommand hbk_command_hand_in;
extern const HbkCommand hbk_command_history;
extern const HbkCommand hbk_command_import;
extern const HbkCommand hbk_command_inbox;
extern const HbkCommand hbk_command_init;
extern const HbkCommand hbk_command_list;
extern const HbkCommand hbk_command_package;
extern const HbkCommand hbk_command_packs;
extern const HbkCommand hbk_command_profile;
extern const HbkCommand hbk_command_readings;
extern const HbkCommand hbk_command_redo;
extern const HbkCommand hbk_command_remove;
extern const HbkCommand hbk_command_reopen;
extern const HbkCommand hbk_command_restore;
extern const HbkCommand hbk_command_restore_backup;
extern const HbkCommand hbk_command_show;
extern const HbkCommand hbk_command_summarise;
extern const HbkCommand hbk_command_take_out;
extern const HbkCommand hbk_command_trash;
extern const HbkCommand hbk_command_undo;
extern const HbkCommand hbk_command_verify;
extern const HbkCommand hbk_command_vocabulary;
extern const HbkCommand hbk_command_years;

const HbkCommand *hbk_command_find (const char *name);
const HbkCommand *hbk_command_get (guint position);

G_END_DECLS
