/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-problem.h"

G_BEGIN_DECLS

/**
 * HBK_PROBLEMS_MAX:
 *
 * How many problems a list keeps; further ones are only counted.
 */
#define HBK_PROBLEMS_MAX 100

/**
 * HbkProblems:
 *
 * What was found wrong while reading one file, in the order found.
 */
typedef struct _HbkProblems HbkProblems;

HbkProblems *hbk_problems_new (void) G_GNUC_WARN_UNUSED_RESULT;
void         hbk_problems_free (HbkProblems *problems);

void hbk_problems_take (HbkProblems *problems, HbkProblem *problem);
void hbk_problems_add (HbkProblems *problems, HbkError code, int line, const char *path, const char *what, const char *action);
void hbk_problems_add_printf (HbkProblems *problems, HbkError code, int line, const char *path, const char *action, const char *what_format, ...) G_GNUC_PRINTF (6, 7);

guint       hbk_problems_get_n (const HbkProblems *problems);
guint       hbk_problems_get_n_dropped (const HbkProblems *problems);
guint       hbk_problems_get_n_total (const HbkProblems *problems);
gboolean    hbk_problems_is_empty (const HbkProblems *problems);
gboolean    hbk_problems_is_full (const HbkProblems *problems);
HbkProblem *hbk_problems_get (const HbkProblems *problems, guint position);

gboolean hbk_problems_to_error (const HbkProblems *problems, const char *file, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkProblems, hbk_problems_free)

G_END_DECLS
