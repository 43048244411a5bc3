/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "app/package/hbk-package-check.h"
#include "submission/hbk-package-maker.h"

G_BEGIN_DECLS

/**
 * HbkFormPicture:
 * @texture: the first page
 * @n_pages: how many pages the form has
 *
 * What the register form looks like.
 */
typedef struct
{
  GdkTexture *texture;
  guint       n_pages;
} HbkFormPicture;

/**
 * HbkPackageMade:
 * @path: (type filename): where it is
 * @done: what was made
 *
 * A package that was made.
 */
typedef struct
{
  char          *path;
  HbkPackageDone done;
} HbkPackageMade;

void            hbk_form_picture_async (HbkPackageCheck *check, int width, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
HbkFormPicture *hbk_form_picture_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void            hbk_form_picture_free (HbkFormPicture *self);

void    hbk_form_bytes_async (HbkPackageCheck *check, GAsyncReadyCallback callback, gpointer user_data);
GBytes *hbk_form_bytes_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void            hbk_package_made_async (const char *library, HbkPackageCheck *check, const char *path, HbkOperation *operation, GAsyncReadyCallback callback, gpointer user_data);
HbkPackageMade *hbk_package_made_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void            hbk_package_made_free (HbkPackageMade *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkFormPicture, hbk_form_picture_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkPackageMade, hbk_package_made_free)

G_END_DECLS
