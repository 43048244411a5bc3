/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/editor/hbk-paste.h"

#include <glib/gi18n.h>

/* Files in the clipboard are given as they are; a picture becomes a file first, which a thread writes. */

typedef struct
{
  char   **paths;
  gboolean is_temporary;
} Pasted;

static void
pasted_free (gpointer data)
{
  Pasted *pasted = data;

  g_strfreev (pasted->paths);
  g_free (pasted);
}

static Pasted *
pasted_new (GStrvBuilder *paths, gboolean is_temporary)
{
  Pasted *pasted = g_new0 (Pasted, 1);

  pasted->paths = g_strv_builder_end (paths);
  pasted->is_temporary = is_temporary;

  return pasted;
}

static void
return_nothing (GTask *task, const char *reason)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", reason != NULL ? reason : _("There is nothing in the clipboard that could be evidence."));
}

static void
write_picture (GTask *task, gpointer source, gpointer texture, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autofree char *folder = g_dir_make_tmp ("hourbook-paste-XXXXXX", &error);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    {
      return_nothing (task, error->message);
      return;
    }
  /* Translators: the name of the file of a picture that was pasted */
  name = g_strdup_printf ("%s.png", _("Pasted picture"));
  path = g_build_filename (folder, name, NULL);
  if (!gdk_texture_save_to_png (texture, path))
    {
      return_nothing (task, _("The picture could not be pasted. Save it as a file and add that."));
      return;
    }
  g_strv_builder_add (paths, path);
  g_task_return_pointer (task, pasted_new (paths, TRUE), pasted_free);
}

static void
texture_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GdkTexture *texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, &error);

  if (texture == NULL)
    {
      return_nothing (task, NULL);
      return;
    }
  g_task_set_task_data (task, texture, g_object_unref);
  g_task_run_in_thread (task, write_picture);
}

static void
files_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  if (value == NULL || !G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      return_nothing (task, NULL);
      return;
    }
  for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
    {
      g_autofree char *path = g_file_get_path (link->data);

      if (path != NULL)
        g_strv_builder_add (paths, path);
    }
  g_task_return_pointer (task, pasted_new (paths, FALSE), pasted_free);
}

/**
 * hbk_paste_is_possible:
 * @clipboard: a clipboard
 *
 * Whether there are files or a picture in a clipboard.
 *
 * Returns: %TRUE when there are
 */
gboolean
hbk_paste_is_possible (GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) || gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE);
}

/**
 * hbk_paste_async:
 * @clipboard: a clipboard
 * @cancellable: (nullable): to stop it
 * @callback: is called when it is done
 * @user_data: data for @callback
 *
 * Takes files or a picture from a clipboard.
 */
void
hbk_paste_async (GdkClipboard *clipboard, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, hbk_paste_async);
  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, cancellable, files_read_cb, task);
  else
    gdk_clipboard_read_texture_async (clipboard, cancellable, texture_read_cb, task);
}

/**
 * hbk_paste_finish:
 * @result: what the callback got
 * @is_temporary: (out): the files were made for this
 * @error: return location for an error
 *
 * Gives the files.
 *
 * Returns: (transfer full) (array zero-terminated=1) (element-type filename): paths, or %NULL on error
 */
char **
hbk_paste_finish (GAsyncResult *result, gboolean *is_temporary, GError **error)
{
  Pasted *pasted = g_task_propagate_pointer (G_TASK (result), error);
  char  **paths;

  if (pasted == NULL)
    return NULL;

  paths = g_steal_pointer (&pasted->paths);
  *is_temporary = pasted->is_temporary;
  pasted_free (pasted);

  return paths;
}
