/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * HbkBinderDrawing:
 *
 * A PDF in memory that is being drawn, for what Hourbook itself adds to a binder.
 */
typedef struct _HbkBinderDrawing HbkBinderDrawing;

HbkBinderDrawing *hbk_binder_drawing_new (double width, double height) G_GNUC_WARN_UNUSED_RESULT;
void              hbk_binder_drawing_free (HbkBinderDrawing *self);
cairo_t          *hbk_binder_drawing_get_context (HbkBinderDrawing *self);
void              hbk_binder_drawing_add_text (HbkBinderDrawing *self, PangoLayout *layout);
void              hbk_binder_drawing_show_text (HbkBinderDrawing *self, PangoLayout *layout, double x, double y);
void              hbk_binder_drawing_set_size (HbkBinderDrawing *self, double width, double height);
GBytes           *hbk_binder_drawing_finish (HbkBinderDrawing *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

GBytes *hbk_binder_drawing_note (const char *number, const char *title, const char *reason, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *hbk_binder_drawing_stamps (const char *const *labels, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkBinderDrawing, hbk_binder_drawing_free)

G_END_DECLS
