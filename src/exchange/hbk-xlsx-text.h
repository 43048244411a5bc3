/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkXlsxText:
 * @text: what was read
 * @n_open: 1 within a text, 0 outside; begins at 0
 * @n_hidden: how many elements around hold what is not part of the text; begins at 0
 *
 * Gathers the text of a shared or inline string from its runs.
 */
typedef struct
{
  GString *text;
  guint    n_open;
  guint    n_hidden;
} HbkXlsxText;

void hbk_xlsx_text_begin (HbkXlsxText *self, const char *name);
void hbk_xlsx_text_end (HbkXlsxText *self, const char *name);
void hbk_xlsx_text_add (HbkXlsxText *self, const char *text, gsize length);

void hbk_xlsx_text_unescape (GString *text, gsize from);

G_END_DECLS
