/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-record.h"
#include "rules/hbk-pack.h"

G_BEGIN_DECLS

/**
 * HbkWarning:
 * @spec: the code, with severity, meaning and action
 * @record: (nullable): the record it is about
 * @year: the credit year it is about, 0 when none
 * @clause: (nullable): the clause it rests on
 * @reading: index of the reading it is about, -1 when none
 * @id: (nullable): the fact, attribute, document, deadline or other record it names
 * @hours: hours at stake, in hundredths; 0 when none
 * @date: a date it names, or HBK_DATE_NONE
 *
 * Something a person should know or do, kept as figures; words are made when a person looks.
 */
typedef struct
{
  const HbkWarningSpec *spec;
  HbkRecord            *record;
  int                   year;
  const char           *clause;
  int                   reading;
  const char           *id;
  HbkHours              hours;
  HbkDate               date;
} HbkWarning;

const char *hbk_warning_get_name (const HbkWarning *warning, const HbkPack *pack, HbkLanguage language);

char *hbk_warning_to_title (const HbkWarning *warning, const HbkPack *pack, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_warning_to_text (const HbkWarning *warning, const HbkPack *pack, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_warning_to_action (const HbkWarning *warning, const HbkPack *pack, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
