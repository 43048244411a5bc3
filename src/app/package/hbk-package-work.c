/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/package/hbk-package-work.h"

#include "submission/hbk-register-form.h"
#include "workspace/hbk-package-job.h"

/* None of this needs the open library, so that it runs in threads of its own and holds up no change. */

/* ---- What the form looks like ---- */

typedef struct
{
  HbkPackageCheck *check;
  int              width;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  hbk_package_check_unref (drawing->check);
  g_free (drawing);
}

static GdkTexture *
draw_page (const HbkPageDocument *document, int width)
{
  double           page_width, page_height;
  cairo_surface_t *surface;
  cairo_t         *cr;
  GdkTexture      *texture;
  g_autoptr (GBytes) bytes = NULL;
  int height;

  hbk_page_document_get_size (document, &page_width, &page_height);
  height = (int) (width * page_height / page_width);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / page_width, width / page_width);
  hbk_page_document_draw (document, cr, 0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) cairo_image_surface_get_stride (surface) * (gsize) height);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);

  return texture;
}

static void
draw (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Drawing *drawing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkPageDocument) document = NULL;
  HbkFormPicture *picture;

  if (g_task_return_error_if_cancelled (task))
    return;

  document = hbk_register_form_new (drawing->check->submission, &error);
  if (document == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  picture = g_new0 (HbkFormPicture, 1);
  picture->n_pages = hbk_page_document_get_n_pages (document);
  picture->texture = draw_page (document, drawing->width);
  g_task_return_pointer (task, picture, (GDestroyNotify) hbk_form_picture_free);
}

/**
 * hbk_form_picture_async:
 * @check: what is handed in
 * @width: how wide the picture is to be, in pixels
 * @cancellable: (nullable): what stops it
 * @callback: is called when it is done
 * @user_data: data for @callback
 *
 * Draws the first page of the register form in another thread.
 */
void
hbk_form_picture_async (HbkPackageCheck *check, int width, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Drawing *drawing = g_new0 (Drawing, 1);

  g_return_if_fail (check != NULL && width > 0);

  drawing->check = hbk_package_check_ref (check);
  drawing->width = width;
  g_task_set_source_tag (task, hbk_form_picture_async);
  g_task_set_static_name (task, "draw the register form");
  g_task_set_task_data (task, drawing, drawing_free);
  g_task_run_in_thread (task, draw);
}

/**
 * hbk_form_picture_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Gives the picture.
 *
 * Returns: (transfer full): the picture; %NULL on error, such as that there is no glyph for a character
 */
HbkFormPicture *
hbk_form_picture_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hbk_form_picture_free:
 * @self: (nullable): a picture
 *
 * Frees a picture.
 */
void
hbk_form_picture_free (HbkFormPicture *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->texture);
  g_free (self);
}

/* ---- The form on paper ---- */

static void
write_form (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const HbkPackageCheck *check = data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = hbk_register_form_write (check->submission, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * hbk_form_bytes_async:
 * @check: what was handed in
 * @callback: is called when it is done
 * @user_data: data for @callback
 *
 * Writes the register form as PDF, for the printer.
 */
void
hbk_form_bytes_async (HbkPackageCheck *check, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_return_if_fail (check != NULL);

  g_task_set_source_tag (task, hbk_form_bytes_async);
  g_task_set_static_name (task, "write the register form");
  g_task_set_task_data (task, hbk_package_check_ref (check), (GDestroyNotify) hbk_package_check_unref);
  g_task_run_in_thread (task, write_form);
}

/**
 * hbk_form_bytes_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Gives the form.
 *
 * Returns: (transfer full): the PDF, or %NULL on error
 */
GBytes *
hbk_form_bytes_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- Making ---- */

typedef struct
{
  char            *library;
  char            *path;
  HbkPackageCheck *check;
  HbkOperation    *operation;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_free (making->library);
  g_free (making->path);
  hbk_package_check_unref (making->check);
  g_object_unref (making->operation);
  g_free (making);
}

/* In the folder that was chosen the package gets a folder of its own, beside what is there. */
static char *
find_free_name (const char *dir, const HbkSubmission *submission)
{
  g_autofree char *name = hbk_package_job_dup_name (submission, HBK_PACKAGE_FOLDER);
  char            *path = g_build_filename (dir, name, NULL);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK); i++)
    {
      g_autofree char *other = g_strdup_printf ("%s-%u", name, i);

      g_free (path);
      path = g_build_filename (dir, other, NULL);
    }

  return path;
}

static void
make (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Making          *making = data;
  const HbkPackageCheck *check = making->check;
  HbkPackageWish         wish = { .form = check->choices->form, .replace = TRUE };
  g_autoptr (HbkPackageMade) made = g_new0 (HbkPackageMade, 1);
  g_autoptr (GError) error = NULL;

  made->path = wish.form == HBK_PACKAGE_FOLDER ? find_free_name (making->path, check->submission) : g_strdup (making->path);
  wish.path = made->path;
  if (hbk_package_job_run (making->library, check->submission, check->findings, &wish, hbk_operation_report, making->operation,
                           hbk_operation_get_cancellable (making->operation), &made->done, &error))
    g_task_return_pointer (task, g_steal_pointer (&made), (GDestroyNotify) hbk_package_made_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * hbk_package_made_async:
 * @library: (type filename): the folder of the library
 * @check: what is handed in
 * @path: (type filename): the ZIP to make, which may take the place of another; of a folder, where to put it
 * @operation: is told how far it has come, and stops it
 * @callback: is called when it is done
 * @user_data: data for @callback
 *
 * Makes a package in another thread: whole, or nothing is left of it.
 */
void
hbk_package_made_async (const char *library, HbkPackageCheck *check, const char *path, HbkOperation *operation, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Making *making = g_new0 (Making, 1);

  making->library = g_strdup (library);
  making->path = g_strdup (path);
  making->check = hbk_package_check_ref (check);
  making->operation = g_object_ref (operation);
  g_task_set_source_tag (task, hbk_package_made_async);
  g_task_set_static_name (task, "make a package");
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make);
}

/**
 * hbk_package_made_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Gives what was made.
 *
 * Returns: (transfer full): the package, or %NULL with HBK_ERROR_CANCELLED or another error
 */
HbkPackageMade *
hbk_package_made_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hbk_package_made_free:
 * @self: (nullable): a package
 *
 * Frees what is known of it; the file stays.
 */
void
hbk_package_made_free (HbkPackageMade *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self);
}
