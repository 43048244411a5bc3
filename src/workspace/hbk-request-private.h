/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-request.h"

G_BEGIN_DECLS

/* For the files that make up the class, hbk-request*.c. */

typedef enum {
  HBK_REQUEST_SAVE_RECORD,
  HBK_REQUEST_SAVE_RECORDS,
  HBK_REQUEST_REMOVE_RECORDS,
  HBK_REQUEST_RESTORE,
  HBK_REQUEST_UNDO,
  HBK_REQUEST_REDO,
  HBK_REQUEST_TAKE_IN,
  HBK_REQUEST_ATTACH,
  HBK_REQUEST_DETACH,
  HBK_REQUEST_REMOVE_FILES,
  HBK_REQUEST_SET_DOCUMENT,
  HBK_REQUEST_SAVE_FILE,
  HBK_REQUEST_CHOOSE_READING,
  HBK_REQUEST_CHANGE_PROFILE,
  HBK_REQUEST_CORRECT_PROFILE,
  HBK_REQUEST_HAND_IN,
  HBK_REQUEST_NOTE_APPLICATION,
  HBK_REQUEST_REOPEN,
  HBK_REQUEST_ADOPT_RULES,
  HBK_REQUEST_IMPORT,
} HbkRequestKind;

/* What each kind needs; the rest stays empty. */
struct _HbkRequest
{
  gatomicrefcount ref_count;

  HbkRequestKind    kind;
  GPtrArray        *records;
  HbkEvidenceFile  *file;
  HbkFacts         *answers;
  HbkDate           from;
  int               year;
  HbkTitleLevel     level;
  HbkImport        *import;
  HbkConflictChoice choice;
  char            **names;     /* ids, paths or checksums */
  char            **documents; /* NULL, or the type of each path */
  char             *record;
  char             *document;
  char             *pack;
  char             *reading;
  char             *option;
  char             *note;
  char             *correction;
  GPtrArray        *taken; /* HbkTakenFile, once it was performed */
};

HbkRequest *hbk_request_new (HbkRequestKind kind, const char *const *names) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
