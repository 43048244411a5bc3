/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "inspect/hbk-view.h"

#include <string.h>

/* How many bytes there are from a place on. */
static guint64
left_at (const HbkView *view, guint64 at)
{
  return at < view->size ? view->size - at : 0;
}

/**
 * hbk_view_get_u16:
 * @view: a view
 * @at: an offset in bytes
 * @value: (out): where to put the number
 *
 * Reads a number of 16 bits.
 *
 * Returns: %FALSE when it does not lie wholly inside; then @value is untouched
 */
gboolean
hbk_view_get_u16 (const HbkView *view, guint64 at, guint *value)
{
  const guint8 *data;

  g_return_val_if_fail (view != NULL && value != NULL, FALSE);

  if (left_at (view, at) < 2)
    return FALSE;

  data = view->data + at;
  *value = view->little ? data[0] | ((guint) data[1] << 8) : data[1] | ((guint) data[0] << 8);

  return TRUE;
}

/**
 * hbk_view_get_u32:
 * @view: a view
 * @at: an offset in bytes
 * @value: (out): where to put the number
 *
 * Reads a number of 32 bits.
 *
 * Returns: %FALSE when it does not lie wholly inside; then @value is untouched
 */
gboolean
hbk_view_get_u32 (const HbkView *view, guint64 at, guint32 *value)
{
  guint first;
  guint second;

  g_return_val_if_fail (view != NULL && value != NULL, FALSE);

  if (!hbk_view_get_u16 (view, at, &first) || !hbk_view_get_u16 (view, at + 2, &second))
    return FALSE;

  *value = view->little ? first | (second << 16) : second | (first << 16);

  return TRUE;
}

/**
 * hbk_view_has:
 * @view: a view
 * @at: an offset in bytes
 * @bytes: what to compare with
 * @length: how many bytes of it
 *
 * Says whether these bytes stand at a place.
 *
 * Returns: %TRUE when they do
 */
gboolean
hbk_view_has (const HbkView *view, guint64 at, const void *bytes, gsize length)
{
  g_return_val_if_fail (view != NULL && bytes != NULL, FALSE);

  return left_at (view, at) >= length && memcmp (view->data + at, bytes, length) == 0;
}

/**
 * hbk_view_contains:
 * @view: a view
 * @bytes: what to look for
 * @length: how many bytes of it, above 0
 *
 * Says whether these bytes stand anywhere.
 *
 * Returns: %TRUE when they do
 */
gboolean
hbk_view_contains (const HbkView *view, const void *bytes, gsize length)
{
  g_return_val_if_fail (view != NULL && bytes != NULL && length > 0, FALSE);

  return view->size >= length && memmem (view->data, view->size, bytes, length) != NULL;
}

/**
 * hbk_view_slice:
 * @view: a view
 * @at: an offset in bytes
 * @length: the most bytes to take
 *
 * Gives a part of the bytes, cut where they end.
 *
 * Returns: the part, which may be empty
 */
HbkView
hbk_view_slice (const HbkView *view, guint64 at, guint64 length)
{
  HbkView slice = { NULL, 0, FALSE };

  g_return_val_if_fail (view != NULL, slice);

  slice.size = MIN (left_at (view, at), length);
  slice.data = slice.size > 0 ? view->data + at : NULL;
  slice.little = view->little;

  return slice;
}
