/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack-context.h"

G_BEGIN_DECLS

/* Reads a choice, at the member or (NULL) at the current place, into an empty entry whose first member is its condition. */
typedef void (*HbkOptionFunc) (HbkPackContext *context, const char *member, gpointer entry);

void hbk_options_parse (HbkPackContext *context, const char *member, const char *key, GArray *options, HbkOptionFunc func);

G_END_DECLS
