/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "base/hbk-error.h"

G_BEGIN_DECLS

/**
 * HbkProblem:
 *
 * One thing that is wrong in a file: what, where (line and JSON path), and what to do about it. Immutable.
 */
typedef struct _HbkProblem HbkProblem;

#define HBK_TYPE_PROBLEM (hbk_problem_get_type ())

GType hbk_problem_get_type (void) G_GNUC_CONST;

HbkProblem *hbk_problem_new (HbkError code, int line, const char *path, const char *what, const char *action) G_GNUC_WARN_UNUSED_RESULT;
HbkProblem *hbk_problem_ref (HbkProblem *problem);
void        hbk_problem_unref (HbkProblem *problem);

HbkError    hbk_problem_get_code (const HbkProblem *problem);
int         hbk_problem_get_line (const HbkProblem *problem);
const char *hbk_problem_get_path (const HbkProblem *problem);
const char *hbk_problem_get_what (const HbkProblem *problem);
const char *hbk_problem_get_action (const HbkProblem *problem);

char *hbk_problem_to_string (const HbkProblem *problem, const char *file) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkProblem, hbk_problem_unref)

G_END_DECLS
