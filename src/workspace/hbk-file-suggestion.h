/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-state.h"

G_BEGIN_DECLS

/**
 * HbkSuggestionReasons:
 * @HBK_SUGGESTED_BY_TITLE: the name of the file has words of the record's title
 * @HBK_SUGGESTED_BY_DATE: the name of the file has a date of the record
 * @HBK_SUGGESTED_BY_DOCUMENT: the record still misses a document of this type
 * @HBK_SUGGESTED_BY_TEXT: the title of the record stands on the first page
 *
 * Why a file may belong to a record.
 */
typedef enum {
  HBK_SUGGESTED_BY_TITLE = 1 << 0,
  HBK_SUGGESTED_BY_DATE = 1 << 1,
  HBK_SUGGESTED_BY_DOCUMENT = 1 << 2,
  HBK_SUGGESTED_BY_TEXT = 1 << 3,
} HbkSuggestionReasons;

/**
 * HbkFileSuggestion:
 * @record: (transfer none): the record; the state keeps it
 * @reasons: why
 *
 * The record that a file may belong to. Whether it does only the person knows.
 */
typedef struct
{
  HbkRecord           *record;
  HbkSuggestionReasons reasons;
} HbkFileSuggestion;

/**
 * HbkFileSuggester:
 *
 * Finds the records that files may belong to, by the words of one state. Bytes and values in, values out; any thread may use one.
 */
typedef struct _HbkFileSuggester HbkFileSuggester;

HbkFileSuggester *hbk_file_suggester_new (HbkState *state) G_GNUC_WARN_UNUSED_RESULT;
void              hbk_file_suggester_free (HbkFileSuggester *self);

gboolean hbk_file_suggester_suggest (HbkFileSuggester *self, const HbkEvidenceFile *file, const char *text, HbkFileSuggestion *suggestion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkFileSuggester, hbk_file_suggester_free)

G_END_DECLS
