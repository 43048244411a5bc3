/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HbkInspectionProblem:
 * @HBK_INSPECTION_PROBLEM_NONE: none; the file is what its media type says
 * @HBK_INSPECTION_PROBLEM_EMPTY: the file has no bytes
 * @HBK_INSPECTION_PROBLEM_DAMAGED: the file begins like its media type, and then cannot be read
 * @HBK_INSPECTION_PROBLEM_ENCRYPTED: the file needs a password
 * @HBK_INSPECTION_PROBLEM_TOO_LARGE: the file, or the picture in it, is larger than what is looked into
 * @HBK_INSPECTION_PROBLEM_UNSUPPORTED: nothing on this computer can decode the picture
 * @HBK_INSPECTION_PROBLEM_NOT_A_FILE: a folder, a pipe or a device
 * @HBK_INSPECTION_PROBLEM_CRASHED: who looked at the file died of it, or answered nonsense
 * @HBK_INSPECTION_PROBLEM_TIMED_OUT: looking at the file took too long
 *
 * Why a file of evidence could not be looked into.
 */
typedef enum {
  HBK_INSPECTION_PROBLEM_NONE,
  HBK_INSPECTION_PROBLEM_EMPTY,
  HBK_INSPECTION_PROBLEM_DAMAGED,
  HBK_INSPECTION_PROBLEM_ENCRYPTED,
  HBK_INSPECTION_PROBLEM_TOO_LARGE,
  HBK_INSPECTION_PROBLEM_UNSUPPORTED,
  HBK_INSPECTION_PROBLEM_NOT_A_FILE,
  HBK_INSPECTION_PROBLEM_CRASHED,
  HBK_INSPECTION_PROBLEM_TIMED_OUT,
} HbkInspectionProblem;

#define HBK_TYPE_INSPECTION_PROBLEM (hbk_inspection_problem_get_type ())

GType hbk_inspection_problem_get_type (void) G_GNUC_CONST;

const char *hbk_inspection_problem_to_nick (HbkInspectionProblem problem);
gboolean    hbk_inspection_problem_from_nick (const char *nick, HbkInspectionProblem *problem);
const char *hbk_inspection_problem_get_text (HbkInspectionProblem problem);

G_END_DECLS
