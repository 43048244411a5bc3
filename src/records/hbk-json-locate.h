/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkJsonLocator:
 *
 * Finds the lines of several JSON paths in one text; fast when they are asked for in the order of the text.
 */
typedef struct _HbkJsonLocator HbkJsonLocator;

HbkJsonLocator *hbk_json_locator_new (const char *data, gsize length) G_GNUC_WARN_UNUSED_RESULT;
void            hbk_json_locator_free (HbkJsonLocator *locator);
int             hbk_json_locator_find (HbkJsonLocator *locator, const char *path);

int hbk_json_locate (const char *data, gsize length, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkJsonLocator, hbk_json_locator_free)

G_END_DECLS
