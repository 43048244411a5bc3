/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HbkSubject:
 * @HBK_SUBJECT_NONE: not chosen; the rule decides
 * @HBK_SUBJECT_PUBLIC: the public subject (公需科目)
 * @HBK_SUBJECT_PROFESSIONAL: the professional subject (专业科目)
 *
 * Which of the two subjects hours belong to.
 */
typedef enum {
  HBK_SUBJECT_NONE,
  HBK_SUBJECT_PUBLIC,
  HBK_SUBJECT_PROFESSIONAL,
} HbkSubject;

#define HBK_TYPE_SUBJECT (hbk_subject_get_type ())

GType hbk_subject_get_type (void) G_GNUC_CONST;

const char *hbk_subject_to_nick (HbkSubject subject);
gboolean    hbk_subject_from_nick (const char *nick, HbkSubject *subject);

G_END_DECLS
