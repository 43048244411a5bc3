/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HbkTitleLevel:
 * @HBK_TITLE_LEVEL_UNKNOWN: not stated
 * @HBK_TITLE_LEVEL_NONE: the person holds no title
 * @HBK_TITLE_LEVEL_JUNIOR: a junior title (初级)
 * @HBK_TITLE_LEVEL_INTERMEDIATE: an intermediate title (中级)
 * @HBK_TITLE_LEVEL_SENIOR: a senior title (高级)
 *
 * The level of the professional title (职称) that a person holds or applies for.
 */
typedef enum {
  HBK_TITLE_LEVEL_UNKNOWN,
  HBK_TITLE_LEVEL_NONE,
  HBK_TITLE_LEVEL_JUNIOR,
  HBK_TITLE_LEVEL_INTERMEDIATE,
  HBK_TITLE_LEVEL_SENIOR,
} HbkTitleLevel;

#define HBK_TYPE_TITLE_LEVEL (hbk_title_level_get_type ())

GType hbk_title_level_get_type (void) G_GNUC_CONST;

const char *hbk_title_level_to_nick (HbkTitleLevel level);
gboolean    hbk_title_level_from_nick (const char *nick, HbkTitleLevel *level);

G_END_DECLS
