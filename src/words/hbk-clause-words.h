/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack.h"

G_BEGIN_DECLS

/**
 * HbkClauseTopic:
 * @HBK_CLAUSE_REQUIREMENT: what a year asks for
 * @HBK_CLAUSE_RATE: which hours something gives
 * @HBK_CLAUSE_LIMIT: how much counts at most
 * @HBK_CLAUSE_EVIDENCE: which documents prove it
 * @HBK_CLAUSE_DATE: until when something is to be done
 * @HBK_CLAUSE_ROUND: steps of the review, forms, contacts, penalties
 * @HBK_CLAUSE_SLIP: a misprint or contradiction of the notice
 *
 * What a clause says something about.
 */
typedef enum {
  HBK_CLAUSE_REQUIREMENT,
  HBK_CLAUSE_RATE,
  HBK_CLAUSE_LIMIT,
  HBK_CLAUSE_EVIDENCE,
  HBK_CLAUSE_DATE,
  HBK_CLAUSE_ROUND,
  HBK_CLAUSE_SLIP,
} HbkClauseTopic;

/**
 * HbkClauseDetail:
 * @topic: what it is about
 * @head: what it holds for
 * @text: what it says
 *
 * One thing that a clause comes to, as the rules have it. Read the members freely.
 */
typedef struct
{
  HbkClauseTopic topic;
  char          *head;
  char          *text;
} HbkClauseDetail;

char       *hbk_clause_words_chapter (const char *place) G_GNUC_WARN_UNUSED_RESULT;
char       *hbk_clause_words_figure (const HbkPack *pack, const char *clause, int year, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *hbk_clause_words_list_details (const HbkPack *pack, const char *clause, int year, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;
const char *hbk_clause_words_topic (HbkClauseTopic topic);
char       *hbk_clause_words_evidence (const HbkPack *pack, const HbkEvidenceSet *set, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
