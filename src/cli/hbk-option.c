/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-option.h"

#include <glib/gi18n.h>

/* In the order in which help lists them. */
static const HbkOption options[] = {
  { HBK_OPTION_ID, "id", 0, "ID", FALSE, FALSE, N_ ("Give the record this id instead of a new one") },
  { HBK_OPTION_ACTIVITY, "activity", 'a', "ID", FALSE, FALSE, N_ ("What kind of activity it is; an id of the vocabulary") },
  { HBK_OPTION_TITLE, "title", 't', "TEXT", FALSE, FALSE, N_ ("Title") },
  { HBK_OPTION_START, "start", 0, "DATE", FALSE, FALSE, N_ ("First day, such as 2024-11-18") },
  { HBK_OPTION_END, "end", 0, "DATE", FALSE, FALSE, N_ ("Last day") },
  { HBK_OPTION_FACT, "fact", 'f', "ID=VALUE", TRUE, FALSE, N_ ("Answer a question of the rules, such as days=5; may be given several times") },
  { HBK_OPTION_SUBJECT, "subject", 0, "SUBJECT", FALSE, FALSE, N_ ("public or professional") },
  { HBK_OPTION_WORK, "work", 0, "TEXT", FALSE, FALSE, N_ ("What tells one work from another, such as an ISBN") },
  { HBK_OPTION_STATUS, "status", 0, "STATUS", FALSE, FALSE, N_ ("planned, done, submitted, verified or returned") },
  { HBK_OPTION_VERIFIED, "verified", 0, "PUBLIC,PROFESSIONAL", FALSE, FALSE, N_ ("Hours that a reviewer has confirmed, such as 0,30") },
  { HBK_OPTION_NOTE, "note", 0, "TEXT", FALSE, FALSE, N_ ("A note") },
  { HBK_OPTION_FILE, "file", 0, "PATH", TRUE, TRUE, N_ ("Attach this file; may be given several times") },
  { HBK_OPTION_DOCUMENT, "document", 0, "ID", FALSE, FALSE, N_ ("What kind of document it is; an id of the vocabulary") },
  { HBK_OPTION_PACK, "pack", 'p', "ID", FALSE, FALSE, N_ ("Use this rule pack instead of the region in the profile") },
  { HBK_OPTION_PACKS, "pack", 'p', "ID", TRUE, FALSE, N_ ("Compare this rule pack; give two or more") },
  { HBK_OPTION_YEAR, "year", 'y', "YEAR", FALSE, FALSE, N_ ("Year of the application") },
  { HBK_OPTION_YEARS, "year", 'y', "YEAR", TRUE, FALSE, N_ ("Report this year only; may be given several times") },
  { HBK_OPTION_PACKAGE_YEAR, "year", 'y', "YEAR", FALSE, FALSE, N_ ("Year that is handed in, or with --level that of the application") },
  { HBK_OPTION_IN_YEAR, "year", 'y', "YEAR", FALSE, FALSE, N_ ("Only records with a day in this year") },
  { HBK_OPTION_OF_ACTIVITY, "activity", 'a', "ID", FALSE, FALSE, N_ ("Only records of this activity") },
  { HBK_OPTION_OF_STATUS, "status", 0, "STATUS", FALSE, FALSE, N_ ("Only records that are planned, done, submitted, verified or returned") },
  { HBK_OPTION_SEARCH, "search", 0, "TEXT", FALSE, FALSE, N_ ("Only records with all these words") },
  { HBK_OPTION_LIMIT, "limit", 'n', "NUMBER", FALSE, FALSE, N_ ("At most so many") },
  { HBK_OPTION_OFFSET, "offset", 0, "NUMBER", FALSE, FALSE, N_ ("Leave out so many at the beginning") },
  { HBK_OPTION_LEVEL, "level", 'l', "LEVEL", FALSE, FALSE, N_ ("Title applied for: junior, intermediate or senior") },
  { HBK_OPTION_AS_OF, "as-of", 'd', "DATE", FALSE, FALSE, N_ ("Day of the assessment, such as 2024-11-18; today unless given") },
  { HBK_OPTION_READING, "reading", 'r', "ID=OPTION", TRUE, FALSE, N_ ("Read an unclear clause this way; may be given several times") },
  { HBK_OPTION_CHOOSE, "reading", 'r', "ID=OPTION", TRUE, FALSE, N_ ("Read an unclear clause this way from now on; may be given several times") },
  { HBK_OPTION_PROFILE, "profile", 0, "ID=VALUE", TRUE, FALSE, N_ ("Try another answer in the profile; may be given several times") },
  { HBK_OPTION_ANSWER, "profile", 0, "ID=VALUE", TRUE, FALSE, N_ ("Say something about yourself, such as region=yuxi; may be given several times") },
  { HBK_OPTION_FROM, "from", 0, "DATE", FALSE, FALSE, N_ ("It holds from this day on; without it, always") },
  { HBK_OPTION_COLUMN, "column", 0, "COLUMN=TARGET", TRUE, FALSE, N_ ("What a column of the table holds; may be given several times") },
  { HBK_OPTION_DEFAULT, "default", 0, "TARGET=VALUE", TRUE, FALSE, N_ ("What holds for every row that says nothing else; may be given several times") },
  { HBK_OPTION_SHEET, "sheet", 0, "NAME", FALSE, FALSE, N_ ("Read this sheet of the spreadsheet") },
  { HBK_OPTION_ENCODING, "encoding", 0, "NAME", FALSE, FALSE, N_ ("Read the table in this encoding, such as GB18030") },
  { HBK_OPTION_ON_CONFLICT, "on-conflict", 0, "CHOICE", FALSE, FALSE, N_ ("Where both you and the file have changed a record: keep, replace or both") },
  { HBK_OPTION_FORM, "form", 0, "FORM", FALSE, FALSE, N_ ("logbook, folder (with the evidence files) or csv") },
  { HBK_OPTION_CHECK_ONLY, "check", 0, NULL, FALSE, FALSE, N_ ("Only look for what it would come back for") },
  { HBK_OPTION_AS_FOLDER, "folder", 0, NULL, FALSE, FALSE, N_ ("Write a folder instead of a ZIP") },
  { HBK_OPTION_ASCII_NAMES, "ascii-names", 0, NULL, FALSE, FALSE, N_ ("Short names of letters and digits, for old portals") },
  { HBK_OPTION_NO_BINDER, "no-binder", 0, NULL, FALSE, FALSE, N_ ("Leave out the PDF with all evidence") },
  { HBK_OPTION_NO_LOCATION, "no-location", 0, NULL, FALSE, FALSE, N_ ("Take from photographs where they were taken") },
  { HBK_OPTION_ID_NUMBER, "id-number", 0, "NUMBER", FALSE, FALSE, N_ ("Write this identity card number on the form; it is kept nowhere else") },
  { HBK_OPTION_MAX_FILE, "max-file", 0, "MIB", FALSE, FALSE, N_ ("The portal takes files up to so many MiB") },
  { HBK_OPTION_MAX_TOTAL, "max-total", 0, "MIB", FALSE, FALSE, N_ ("The portal takes so many MiB in all") },
  { HBK_OPTION_TYPES, "types", 0, "TYPES", FALSE, FALSE, N_ ("The portal takes these types of files, such as pdf,jpg") },
  { HBK_OPTION_TRIAL, "trial", 0, NULL, FALSE, FALSE, N_ ("Do not note that the year was handed in") },
  { HBK_OPTION_REPLACE, "replace", 0, NULL, FALSE, FALSE, N_ ("Take the place of a file of that name") },
  { HBK_OPTION_XLSX, "xlsx", 0, "FILE", FALSE, TRUE, N_ ("Write the summary into this workbook") },
  { HBK_OPTION_LIST, "list", 0, NULL, FALSE, FALSE, N_ ("List the backups that Hourbook makes by itself") },
  { HBK_OPTION_CONFIRM, "confirm", 0, NULL, FALSE, FALSE, N_ ("Do it; without this it is only shown") },
  { HBK_OPTION_HAND_IN_NOTE, "note", 0, "TEXT", FALSE, FALSE, N_ ("To whom it was handed in, and for what") },
  { HBK_OPTION_CORRECTION, "correction", 0, "REASON", FALSE, FALSE, N_ ("Change a year that was handed in, and say why") },
  { HBK_OPTION_LIBRARY, "library", 0, "DIR", FALSE, TRUE, N_ ("Use the library in this folder") },
  { HBK_OPTION_STRICT, "strict", 's', NULL, FALSE, FALSE, N_ ("Exit with 1 when something is short or missing") },
  { HBK_OPTION_JSON, "json", 'j', NULL, FALSE, FALSE, N_ ("Print JSON") },
  { HBK_OPTION_HELP, "help", 'h', NULL, FALSE, FALSE, N_ ("Show this help") },
};

/**
 * hbk_option_get:
 * @position: which one, from 0
 *
 * Gets one of all options there are, in the order in which help lists them.
 *
 * Returns: (transfer none) (nullable): the option, or %NULL after the last
 */
const HbkOption *
hbk_option_get (guint position)
{
  return position < G_N_ELEMENTS (options) ? &options[position] : NULL;
}

/**
 * hbk_option_is_taken:
 * @id: an option
 * @command: a command
 *
 * Says whether a command takes an option.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_option_is_taken (HbkOptionId id, const HbkCommand *command)
{
  if (id == HBK_OPTION_JSON || id == HBK_OPTION_HELP)
    return TRUE;

  for (guint i = 0; command->options != NULL && command->options[i] != HBK_OPTION_NONE; i++)
    {
      if (command->options[i] == id)
        return TRUE;
    }

  return FALSE;
}

/**
 * hbk_option_is_of:
 * @self: an option
 * @command: a command
 *
 * Says whether a command takes the option.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_option_is_of (const HbkOption *self, const HbkCommand *command)
{
  return hbk_option_is_taken (self->id, command);
}
