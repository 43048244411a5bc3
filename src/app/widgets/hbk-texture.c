/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/hbk-texture.h"

static void
decode (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError     *error = NULL;
  GdkTexture *texture;

  /* Scrolled away meanwhile. */
  if (g_task_return_error_if_cancelled (task))
    return;

  texture = gdk_texture_new_from_bytes (data, &error);
  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * hbk_texture_decode_async:
 * @png: a picture as PNG
 * @cancellable: (nullable): to stop it
 * @callback: is called when it is done
 * @user_data: data for @callback
 *
 * Decodes a picture in another thread.
 */
void
hbk_texture_decode_async (GBytes *png, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (png != NULL);

  g_task_set_source_tag (task, hbk_texture_decode_async);
  g_task_set_static_name (task, "decode a picture");
  g_task_set_task_data (task, g_bytes_ref (png), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, decode);
}

/**
 * hbk_texture_decode_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Gives the picture.
 *
 * Returns: (transfer full): the texture, or %NULL on error
 */
GdkTexture *
hbk_texture_decode_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
