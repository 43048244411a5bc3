/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-date.h"
#include "base/hbk-hours.h"
#include "records/hbk-status.h"
#include "records/hbk-subject.h"
#include "records/hbk-title-level.h"

G_BEGIN_DECLS

/**
 * HBK_TYPED_CHARS:
 *
 * The most characters of what was typed that a message repeats.
 */
#define HBK_TYPED_CHARS 60

char    *hbk_typed_dup_text (const char *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hbk_typed_parse_year (const char *text, int *year, GError **error);
gboolean hbk_typed_parse_date (const char *text, HbkDate *date, GError **error);
gboolean hbk_typed_parse_level (const char *text, HbkTitleLevel *level, GError **error);
gboolean hbk_typed_parse_status (const char *text, HbkStatus *status, GError **error);
gboolean hbk_typed_parse_subject (const char *text, HbkSubject *subject, GError **error);
gboolean hbk_typed_parse_number (const char *text, const char *option, guint *number, GError **error);
gboolean hbk_typed_parse_verified (const char *text, HbkHours *public_hours, HbkHours *professional_hours, GError **error);
gboolean hbk_typed_split_pair (const char *text, const char *option, char **id, char **value, GError **error);

G_END_DECLS
