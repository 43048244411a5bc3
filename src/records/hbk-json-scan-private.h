/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-json-scan.h"
#include "records/hbk-json-tape.h"

G_BEGIN_DECLS

/* The stack is this deep, whatever the limits say. */
#define HBK_JSON_DEPTH_MAX 64

/* A piece of the text, or of the unescaped keys. */
typedef struct
{
  const char *text;
  gsize       length;
  const char *place; /* where it stands in the file */
} HbkJsonSlice;

typedef struct
{
  gboolean is_array;
  guint    position;  /* of the current element */
  gboolean has_key;   /* the last of the keys is that of the current member */
  guint    first_key; /* of this object within the keys */
} HbkJsonLevel;

/* The state of one run of hbk_json_scan(). */
typedef struct
{
  const char  *data;
  const char  *end;
  const char  *p; /* what is looked at next */
  HbkProblems *problems;

  HbkJsonLevel levels[HBK_JSON_DEPTH_MAX];
  int          depth;
  int          max_depth;
  guint        max_members;

  HbkJsonSlice *keys; /* so far of all objects that are open */
  guint         n_keys;
  guint         keys_capacity;
  GStringChunk *unescaped;

  const char *counted; /* lines up to here have been counted */
  int         line;

  HbkJsonTokens *tokens; /* what is found is noted here; NULL when only the check is wanted */
} HbkJsonScan;

/* Checks as hbk_json_scan() does, and notes every value and key. */
gboolean hbk_json_scan_tokens (const char *data, gsize length, const HbkJsonLimits *limits, HbkProblems *problems, HbkJsonTokens *tokens);

/* Notes a problem after which scanning goes on. */
void hbk_json_scan_note (HbkJsonScan *scan, HbkError code, const char *place, const char *what, const char *action);

/* These note a syntax error, after which nothing further can be trusted, and return FALSE. */
gboolean hbk_json_scan_fail (HbkJsonScan *scan, const char *place, const char *what, const char *action);
gboolean hbk_json_scan_fail_expected (HbkJsonScan *scan, const char *expected);

/* From the first character of a token to behind its last; FALSE after a syntax error. */
gboolean hbk_json_scan_string (HbkJsonScan *scan, HbkJsonSlice *slice, gboolean *escaped);
gboolean hbk_json_scan_number (HbkJsonScan *scan);
gboolean hbk_json_scan_word (HbkJsonScan *scan);

G_END_DECLS
