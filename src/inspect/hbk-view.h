/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkView:
 * @data: the bytes, which somebody else keeps
 * @size: how many there are
 * @little: whether numbers in them are little-endian
 *
 * Bytes of a file that nobody has checked. All reading goes through calls that know the end.
 */
typedef struct
{
  const guint8 *data;
  gsize         size;
  gboolean      little;
} HbkView;

gboolean hbk_view_get_u16 (const HbkView *view, guint64 at, guint *value);
gboolean hbk_view_get_u32 (const HbkView *view, guint64 at, guint32 *value);
gboolean hbk_view_has (const HbkView *view, guint64 at, const void *bytes, gsize length);
gboolean hbk_view_contains (const HbkView *view, const void *bytes, gsize length);
HbkView  hbk_view_slice (const HbkView *view, guint64 at, guint64 length);

G_END_DECLS
