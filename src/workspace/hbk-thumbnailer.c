/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-thumbnailer.h"

#include <string.h>
#include <unistd.h>

#include "library/hbk-blob-store.h"
#include "disk/hbk-sha256.h"
#include "workspace/hbk-inspector.h"
#include "workspace/hbk-thumbnail-store.h"

#define N_THREADS 2

/* Sides are rounded up to one of these, so that a thumbnail serves in more than one place. */
static const guint sides[] = { 128, 256, 512, 1024, HBK_INSPECTOR_MAX_SIDE };

/* Larger ones are what a person looks at once: they are not kept on the disk. */
#define MAX_KEPT_SIDE 512
#define MAX_KEPT_BYTES (G_GUINT64_CONSTANT (128) * 1024 * 1024)
#define MAX_MEMORY_BYTES (32 * 1024 * 1024)
/* What an inspection takes beside its picture and its text. */
#define ENTRY_BYTES 512

/**
 * HbkThumbnailer:
 *
 * Thumbnails of the files of a library, for the thread that shows them.
 *
 * The files are looked into by the helper of [class@Inspector], from threads of its own and without the database. What was asked for last comes
 * first; what nobody waits for any more is not made. The last ones are kept in memory and, the small ones, on the disk.
 */
struct _HbkThumbnailer
{
  GObject parent_instance;

  char              *dir;
  HbkInspector      *inspector;
  HbkThumbnailStore *store;
  GMainContext      *context;
  GThreadPool       *pool;
  GHashTable        *jobs; /* by key: those with somebody who waits */
  guint64            n_jobs;

  GHashTable *memory; /* by key: a link of the queue */
  GQueue      recent; /* Memory, the one used last first */
  gsize       memory_bytes;
};

G_DEFINE_FINAL_TYPE (HbkThumbnailer, hbk_thumbnailer, G_TYPE_OBJECT)

/* One that is kept in memory. */
typedef struct
{
  char          *key;
  HbkInspection *inspection;
  gsize          bytes;
} Memory;

/* One that is being made. The waiters belong to the thread of the thumbnailer; what a worker needs does not change, but for the result. */
typedef struct
{
  gatomicrefcount    ref_count;
  char              *key;
  char              *dir;
  char              *sha256;
  guint              page;
  guint              side;
  guint64            number;
  HbkInspector      *inspector;
  HbkThumbnailStore *store;
  GMainContext      *context;
  GCancellable      *cancellable;
  GPtrArray         *waiters; /* Waiter */
  HbkThumbnailer    *owner;   /* not owned; there while somebody waits */
  HbkInspection     *result;
  GError            *error;
} Job;

typedef struct
{
  Job   *job;
  GTask *task;
  gulong handler;
} Waiter;

/* ---- Jobs ---- */

static void
waiter_free (gpointer data)
{
  Waiter *waiter = data;

  if (waiter->handler != 0)
    g_signal_handler_disconnect (g_task_get_cancellable (waiter->task), waiter->handler);
  g_object_unref (waiter->task);
  g_free (waiter);
}

static Job *
job_ref (Job *job)
{
  g_atomic_ref_count_inc (&job->ref_count);

  return job;
}

static void
job_unref (gpointer data)
{
  Job *job = data;

  if (!g_atomic_ref_count_dec (&job->ref_count))
    return;

  g_ptr_array_unref (job->waiters);
  g_free (job->key);
  g_free (job->dir);
  g_free (job->sha256);
  g_object_unref (job->inspector);
  g_object_unref (job->store);
  g_main_context_unref (job->context);
  g_object_unref (job->cancellable);
  g_clear_pointer (&job->result, hbk_inspection_unref);
  g_clear_error (&job->error);
  g_free (job);
}

static char *
make_key (const char *sha256, guint page, guint side)
{
  return g_strdup_printf ("%s-%u-%u", sha256, page, side);
}

static Job *
job_new (HbkThumbnailer *self, char *key, const char *sha256, guint page, guint side)
{
  Job *job = g_new0 (Job, 1);

  g_atomic_ref_count_init (&job->ref_count);
  job->key = key;
  job->dir = g_strdup (self->dir);
  job->sha256 = g_strdup (sha256);
  job->page = page;
  job->side = side;
  job->number = self->n_jobs++;
  job->inspector = g_object_ref (self->inspector);
  job->store = g_object_ref (self->store);
  job->context = g_main_context_ref (self->context);
  job->cancellable = g_cancellable_new ();
  job->waiters = g_ptr_array_new_with_free_func (waiter_free);
  job->owner = self;

  return job;
}

static guint
round_side (guint side)
{
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      if (side <= sides[i])
        return sides[i];
    }

  return HBK_INSPECTOR_MAX_SIDE;
}

/* ---- Memory ---- */

static void
memory_free (gpointer data)
{
  Memory *memory = data;

  hbk_inspection_unref (memory->inspection);
  g_free (memory->key);
  g_free (memory);
}

static void
drop_last (HbkThumbnailer *self)
{
  Memory *last = g_queue_pop_tail (&self->recent);

  self->memory_bytes -= last->bytes;
  g_hash_table_remove (self->memory, last->key);
  memory_free (last);
}

static void
forget_all (HbkThumbnailer *self)
{
  while (!g_queue_is_empty (&self->recent))
    drop_last (self);
}

static void
remember (HbkThumbnailer *self, const char *key, HbkInspection *inspection)
{
  GBytes     *thumbnail = hbk_inspection_get_thumbnail (inspection);
  const char *text = hbk_inspection_get_text (inspection);
  Memory     *memory;

  if (g_hash_table_contains (self->memory, key))
    return;

  memory = g_new0 (Memory, 1);
  memory->key = g_strdup (key);
  memory->inspection = hbk_inspection_ref (inspection);
  memory->bytes = ENTRY_BYTES + (thumbnail != NULL ? g_bytes_get_size (thumbnail) : 0) + (text != NULL ? strlen (text) : 0);
  self->memory_bytes += memory->bytes;
  g_queue_push_head (&self->recent, memory);
  g_hash_table_insert (self->memory, memory->key, g_queue_peek_head_link (&self->recent));
  while (self->memory_bytes > MAX_MEMORY_BYTES && self->recent.length > 1)
    drop_last (self);
}

static HbkInspection *
recall (HbkThumbnailer *self, const char *key)
{
  GList *link = g_hash_table_lookup (self->memory, key);

  if (link == NULL)
    return NULL;

  g_queue_unlink (&self->recent, link);
  g_queue_push_head_link (&self->recent, link);

  return ((Memory *) link->data)->inspection;
}

/* ---- Workers ---- */

static gboolean
deliver_cb (gpointer data)
{
  Job            *job = data;
  HbkThumbnailer *self;

  /* Nobody waits any more, and so the thumbnailer itself may be gone. */
  if (g_cancellable_is_cancelled (job->cancellable))
    return G_SOURCE_REMOVE;

  self = g_object_ref (job->owner);
  if (job->result != NULL && g_strcmp0 (job->dir, self->dir) == 0)
    remember (self, job->key, job->result);
  for (guint i = 0; i < job->waiters->len; i++)
    {
      Waiter *waiter = g_ptr_array_index (job->waiters, i);

      g_signal_handler_disconnect (g_task_get_cancellable (waiter->task), waiter->handler);
      waiter->handler = 0;
      if (job->result != NULL)
        g_task_return_pointer (waiter->task, hbk_inspection_ref (job->result), (GDestroyNotify) hbk_inspection_unref);
      else
        g_task_return_error (waiter->task, g_error_copy (job->error));
    }
  g_ptr_array_set_size (job->waiters, 0);
  if (g_hash_table_lookup (self->jobs, job->key) == job)
    g_hash_table_remove (self->jobs, job->key);
  g_object_unref (self);

  return G_SOURCE_REMOVE;
}

static HbkInspection *
inspect (Job *job, GError **error)
{
  const HbkInspectOptions options = { .thumbnail_side = job->side, .page = job->page, .text = TRUE };
  g_autofree char        *evidence = g_build_filename (job->dir, "evidence", NULL);
  g_autoptr (HbkBlobStore) blobs = hbk_blob_store_open (evidence, FALSE, error);
  HbkInspection *inspection;
  int            fd = blobs != NULL ? hbk_blob_store_open_blob (blobs, job->sha256, error) : -1;

  if (fd < 0)
    return NULL;

  inspection = hbk_inspector_inspect (job->inspector, fd, &options, job->cancellable, error);
  close (fd);

  return inspection;
}

static gboolean
is_worth_keeping (Job *job)
{
  return job->result != NULL && job->side <= MAX_KEPT_SIDE && hbk_inspection_get_problem (job->result) == HBK_INSPECTION_PROBLEM_NONE;
}

static void
deliver (Job *job)
{
  /* Not by g_main_context_invoke(), which may call it right here. */
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, deliver_cb, job_ref (job), job_unref);
  g_source_attach (source, job->context);
}

static void
work (gpointer data, gpointer user_data)
{
  Job *job = data;

  if (!g_cancellable_is_cancelled (job->cancellable))
    {
      job->result = job->side <= MAX_KEPT_SIDE ? hbk_thumbnail_store_load (job->store, job->sha256, job->page, job->side) : NULL;
      if (job->result == NULL)
        {
          job->result = inspect (job, &job->error);
          if (is_worth_keeping (job))
            hbk_thumbnail_store_save (job->store, job->sha256, job->page, job->side, job->result);
        }
      deliver (job);
    }
  job_unref (job);
}

static int
compare_jobs (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Job *first = a, *second = b;

  return first->number > second->number ? -1 : first->number < second->number;
}

/* ---- Waiting ---- */

static void
waiter_cancelled_cb (GCancellable *cancellable, Waiter *waiter)
{
  Job            *job = job_ref (waiter->job);
  HbkThumbnailer *self = g_object_ref (job->owner);
  g_autoptr (GTask) task = g_object_ref (waiter->task);

  g_ptr_array_remove (job->waiters, waiter);
  if (job->waiters->len == 0)
    {
      g_cancellable_cancel (job->cancellable);
      if (g_hash_table_lookup (self->jobs, job->key) == job)
        g_hash_table_remove (self->jobs, job->key);
    }
  g_task_return_error_if_cancelled (task);
  g_object_unref (self);
  job_unref (job);
}

static void
wait_for (Job *job, GTask *task)
{
  Waiter *waiter = g_new0 (Waiter, 1);

  waiter->job = job;
  waiter->task = task;
  /* Not by g_cancellable_connect(), which one cannot leave from inside. */
  waiter->handler = g_signal_connect (g_task_get_cancellable (task), "cancelled", G_CALLBACK (waiter_cancelled_cb), waiter);
  g_ptr_array_add (job->waiters, waiter);
}

static void
hbk_thumbnailer_finalize (GObject *object)
{
  HbkThumbnailer *self = HBK_THUMBNAILER (object);

  /* Nobody waits, or this would not be: what is left in the queue ends at once. */
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_hash_table_unref (self->jobs);
  forget_all (self);
  g_hash_table_unref (self->memory);
  g_object_unref (self->inspector);
  g_object_unref (self->store);
  g_main_context_unref (self->context);
  g_free (self->dir);

  G_OBJECT_CLASS (hbk_thumbnailer_parent_class)->finalize (object);
}

static void
hbk_thumbnailer_class_init (HbkThumbnailerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hbk_thumbnailer_finalize;
}

static void
hbk_thumbnailer_init (HbkThumbnailer *self)
{
  self->inspector = hbk_inspector_new (NULL);
  self->context = g_main_context_ref_thread_default ();
  self->jobs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, job_unref);
  self->memory = g_hash_table_new (g_str_hash, g_str_equal);
  self->pool = g_thread_pool_new_full (work, NULL, job_unref, N_THREADS, FALSE, NULL);
  g_thread_pool_set_sort_function (self->pool, compare_jobs, NULL);
}

/**
 * hbk_thumbnailer_new:
 * @cache_dir: (nullable) (type filename): where to keep thumbnails; %NULL for the person's usual place
 *
 * Makes a thumbnailer for the thread that calls this.
 *
 * Returns: (transfer full): the thumbnailer
 */
HbkThumbnailer *
hbk_thumbnailer_new (const char *cache_dir)
{
  HbkThumbnailer  *self = g_object_new (HBK_TYPE_THUMBNAILER, NULL);
  g_autofree char *usual = g_build_filename (g_get_user_cache_dir (), "hourbook", "thumbnails", NULL);

  self->store = hbk_thumbnail_store_new (cache_dir != NULL ? cache_dir : usual, MAX_KEPT_BYTES);

  return self;
}

/**
 * hbk_thumbnailer_set_library:
 * @self: a thumbnailer
 * @dir: (nullable) (type filename): the folder of a library
 *
 * Says in which library the files are.
 */
void
hbk_thumbnailer_set_library (HbkThumbnailer *self, const char *dir)
{
  g_return_if_fail (HBK_IS_THUMBNAILER (self));

  if (g_set_str (&self->dir, dir))
    {
      forget_all (self);
      g_hash_table_remove_all (self->jobs);
    }
}

/**
 * hbk_thumbnailer_peek:
 * @self: a thumbnailer
 * @sha256: the checksum of a file
 * @page: a page, from 1
 * @side: the longest side of the thumbnail in pixels
 *
 * Gets what is in memory, so that nothing flickers that need not.
 *
 * Returns: (transfer none) (nullable): what was found; %NULL when it has to be loaded
 */
HbkInspection *
hbk_thumbnailer_peek (HbkThumbnailer *self, const char *sha256, guint page, guint side)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (HBK_IS_THUMBNAILER (self) && sha256 != NULL, NULL);

  key = make_key (sha256, page, round_side (side));

  return recall (self, key);
}

/**
 * hbk_thumbnailer_load_async:
 * @self: a thumbnailer
 * @sha256: the checksum of a file
 * @page: a page, from 1; only a PDF has more than one
 * @side: the longest side of the thumbnail in pixels; it may come larger
 * @cancellable: (nullable): to stop waiting; cancelled in the thread of the thumbnailer only
 * @callback: is called when it is there
 * @user_data: data for @callback
 *
 * Looks into a file of the library and makes a picture of it.
 */
void
hbk_thumbnailer_load_async (HbkThumbnailer *self, const char *sha256, guint page, guint side, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GCancellable) own_cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, own_cancellable, callback, user_data);
  g_autofree char *key = NULL;
  HbkInspection   *inspection;
  Job             *job;

  g_return_if_fail (HBK_IS_THUMBNAILER (self) && hbk_sha256_is_hex (sha256));

  g_task_set_source_tag (task, hbk_thumbnailer_load_async);
  g_task_set_static_name (task, "make a thumbnail");
  if (g_task_return_error_if_cancelled (task))
    return;

  side = round_side (side);
  key = make_key (sha256, page, side);
  inspection = recall (self, key);
  if (inspection != NULL)
    {
      g_task_return_pointer (task, hbk_inspection_ref (inspection), (GDestroyNotify) hbk_inspection_unref);
      return;
    }
  if (self->dir == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no library.");
      return;
    }

  job = g_hash_table_lookup (self->jobs, key);
  if (job != NULL)
    {
      wait_for (job, g_steal_pointer (&task));
      return;
    }
  job = job_new (self, g_steal_pointer (&key), sha256, page, side);
  g_hash_table_insert (self->jobs, job->key, job_ref (job));
  wait_for (job, g_steal_pointer (&task));
  g_thread_pool_push (self->pool, job, NULL);
}

/**
 * hbk_thumbnailer_load_finish:
 * @self: a thumbnailer
 * @result: what the callback got
 * @error: return location for an error
 *
 * Gives what was found; a file that cannot be shown has no thumbnail, and the inspection says why.
 *
 * Returns: (transfer full): the inspection; %NULL with HBK_ERROR_NOT_FOUND when the file is missing, or another error
 */
HbkInspection *
hbk_thumbnailer_load_finish (HbkThumbnailer *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
