/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-session.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "workspace/hbk-session-worker.h"

/**
 * HbkSession:
 *
 * An open library as a window holds it: orders go to the one thread that has the library, states come back.
 *
 * The session itself belongs to the thread that made it. After each change it publishes a state without the effects of other readings, which is
 * soon there, then one with them. A callback runs when the state that its order led to has been published.
 */
struct _HbkSession
{
  GObject parent_instance;

  HbkClock       *clock;
  char           *dir;
  HbkSessionPhase phase;
  HbkState       *state;
  GError         *problem;
  guint           epoch; /* counts the openings and closings, to tell news of now from those of before */
  HbkThumbnailer *thumbnailer;

  GMainContext *context;
  GThread      *thread;
  GAsyncQueue  *orders;
};

enum {
  PROP_PHASE = 1,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkSession, hbk_session, G_TYPE_OBJECT)

GType
hbk_session_phase_get_type (void)
{
  static const GEnumValue values[] = {
    { HBK_SESSION_CLOSED, "HBK_SESSION_CLOSED", "closed" },
    { HBK_SESSION_OPENING, "HBK_SESSION_OPENING", "opening" },
    { HBK_SESSION_OPEN, "HBK_SESSION_OPEN", "open" },
    { HBK_SESSION_ABSENT, "HBK_SESSION_ABSENT", "absent" },
    { HBK_SESSION_BROKEN, "HBK_SESSION_BROKEN", "broken" },
    { 0, NULL, NULL },
  };
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("HbkSessionPhase", values));

  return type;
}

/* ---- Publishing ---- */

/* What the thread has to say to the session. */
typedef struct
{
  HbkSession     *session;
  guint           epoch;
  HbkSessionPhase phase;
  HbkState       *state;
  GError         *problem;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->session);
  g_clear_pointer (&news->state, hbk_state_unref);
  g_clear_error (&news->problem);
  g_free (news);
}

static gboolean
publish_cb (gpointer data)
{
  News       *news = data;
  HbkSession *self = news->session;

  /* Asked to close meanwhile, or to open another library: this is no longer news. */
  if (self->epoch != news->epoch)
    return G_SOURCE_REMOVE;

  g_object_freeze_notify (G_OBJECT (self));
  if (self->state != news->state)
    {
      HbkState *old = g_steal_pointer (&self->state);

      self->state = g_steal_pointer (&news->state);
      if (old != NULL)
        hbk_session_release (self, old, (GDestroyNotify) hbk_state_unref);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  g_clear_error (&self->problem);
  self->problem = g_steal_pointer (&news->problem);
  if (self->phase != news->phase)
    {
      self->phase = news->phase;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHASE]);
    }
  g_object_thaw_notify (G_OBJECT (self));

  return G_SOURCE_REMOVE;
}

/* Runs in the thread. It holds no reference to the session, so that the session can end it; while it runs the session is there. */
static void
publish (gpointer data, guint epoch, HbkSessionPhase phase, HbkState *state, const GError *problem)
{
  HbkSession *session = data;
  g_autoptr (GSource) source = g_idle_source_new ();
  News *news = g_new0 (News, 1);

  news->session = g_object_ref (session);
  news->epoch = epoch;
  news->phase = phase;
  news->state = state != NULL ? hbk_state_ref (state) : NULL;
  news->problem = problem != NULL ? g_error_copy (problem) : NULL;
  /* The priority of a task, so that what is said first comes first. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, publish_cb, news, news_free);
  g_source_attach (source, session->context);
}

/* ---- Object ---- */

static HbkSessionOrder *
make_order (HbkSession *self, HbkSessionOrderKind kind)
{
  return hbk_session_order_new (kind, self->epoch, hbk_clock_today (self->clock));
}

/* After the end there is nobody to obey. */
static void
send_order (HbkSession *self, HbkSessionOrder *order)
{
  if (self->thread != NULL)
    {
      g_async_queue_push (self->orders, order);
      return;
    }

  if (order->task != NULL)
    g_task_return_new_error (order->task, HBK_ERROR, HBK_ERROR_CANCELLED, "%s", _ ("The library is closed."));
  hbk_session_order_free (order);
}

static void
hbk_session_dispose (GObject *object)
{
  hbk_session_stop (HBK_SESSION (object));

  G_OBJECT_CLASS (hbk_session_parent_class)->dispose (object);
}

static void
hbk_session_finalize (GObject *object)
{
  HbkSession *self = HBK_SESSION (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->thumbnailer);
  g_clear_pointer (&self->state, hbk_state_unref);
  g_clear_error (&self->problem);
  g_async_queue_unref (self->orders);
  g_main_context_unref (self->context);
  g_free (self->dir);

  G_OBJECT_CLASS (hbk_session_parent_class)->finalize (object);
}

static void
hbk_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkSession *self = HBK_SESSION (object);

  switch (prop_id)
    {
    case PROP_PHASE:
      g_value_set_enum (value, self->phase);
      break;

    case PROP_STATE:
      g_value_set_boxed (value, self->state);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_session_class_init (HbkSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hbk_session_dispose;
  object_class->finalize = hbk_session_finalize;
  object_class->get_property = hbk_session_get_property;

  properties[PROP_PHASE] = g_param_spec_enum ("phase", NULL, NULL, HBK_TYPE_SESSION_PHASE, HBK_SESSION_CLOSED, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE] = g_param_spec_boxed ("state", NULL, NULL, HBK_TYPE_STATE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hbk_session_init (HbkSession *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->thumbnailer = hbk_thumbnailer_new (NULL);
  self->orders = g_async_queue_new ();
}

/**
 * hbk_session_new:
 * @data_dir: (nullable): the folder that holds packs/; %NULL for the usual one
 * @clock: tells the day
 *
 * Makes a session with no library.
 *
 * Returns: (transfer full): the session
 */
HbkSession *
hbk_session_new (const char *data_dir, HbkClock *clock)
{
  HbkSession *self = g_object_new (HBK_TYPE_SESSION, NULL);

  self->clock = g_object_ref (clock);
  self->thread = hbk_session_worker_start (data_dir, self->orders, self->context, publish, self);

  return self;
}

static void
set_phase (HbkSession *self, HbkSessionPhase phase)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (phase != HBK_SESSION_OPEN && self->state != NULL)
    {
      g_clear_pointer (&self->state, hbk_state_unref);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  g_clear_error (&self->problem);
  if (self->phase != phase)
    {
      self->phase = phase;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHASE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * hbk_session_open:
 * @self: a session
 * @dir: (nullable) (type filename): the folder of a library; %NULL for the usual one
 * @mode: what for
 *
 * Opens a library, in place of the one that may be open. How that went the phase tells.
 */
void
hbk_session_open (HbkSession *self, const char *dir, HbkOpenMode mode)
{
  g_autofree char *place = dir != NULL ? g_strdup (dir) : hbk_workspace_dup_default_library ();
  HbkSessionOrder *order;

  g_return_if_fail (HBK_IS_SESSION (self));

  self->epoch++;
  g_set_str (&self->dir, place);
  hbk_thumbnailer_set_library (self->thumbnailer, self->dir);
  set_phase (self, HBK_SESSION_OPENING);
  order = make_order (self, HBK_SESSION_ORDER_OPEN);
  order->dir = g_strdup (self->dir);
  order->mode = mode;
  send_order (self, order);
}

/**
 * hbk_session_close:
 * @self: a session
 *
 * Closes the library. Nothing is lost by it, for everything is stored already.
 */
void
hbk_session_close (HbkSession *self)
{
  g_return_if_fail (HBK_IS_SESSION (self));

  self->epoch++;
  set_phase (self, HBK_SESSION_CLOSED);
  send_order (self, make_order (self, HBK_SESSION_ORDER_CLOSE));
}

/**
 * hbk_session_stop:
 * @self: a session
 *
 * Closes the library for good and waits until all that was asked for is done, for who quits loses nothing. Callbacks still run when the main
 * loop does; what is asked for later fails.
 */
void
hbk_session_stop (HbkSession *self)
{
  g_return_if_fail (HBK_IS_SESSION (self));

  if (self->thread == NULL)
    return;

  self->epoch++;
  g_async_queue_push (self->orders, make_order (self, HBK_SESSION_ORDER_QUIT));
  g_thread_join (g_steal_pointer (&self->thread));
  set_phase (self, HBK_SESSION_CLOSED);
}

/**
 * hbk_session_get_phase:
 * @self: a session
 *
 * Says what can be done with it.
 *
 * Returns: the phase
 */
HbkSessionPhase
hbk_session_get_phase (HbkSession *self)
{
  g_return_val_if_fail (HBK_IS_SESSION (self), HBK_SESSION_CLOSED);

  return self->phase;
}

/**
 * hbk_session_get_state:
 * @self: a session
 *
 * Gets what was published last.
 *
 * Returns: (transfer none) (nullable): the state, or %NULL while there is none
 */
HbkState *
hbk_session_get_state (HbkSession *self)
{
  g_return_val_if_fail (HBK_IS_SESSION (self), NULL);

  return self->state;
}

/**
 * hbk_session_get_problem:
 * @self: a session
 *
 * Says why the library cannot be used.
 *
 * Returns: (transfer none) (nullable): the error, or %NULL when there is none
 */
const GError *
hbk_session_get_problem (HbkSession *self)
{
  g_return_val_if_fail (HBK_IS_SESSION (self), NULL);

  return self->problem;
}

/**
 * hbk_session_get_dir:
 * @self: a session
 *
 * Says where the library is that was opened last.
 *
 * Returns: (transfer none) (nullable) (type filename): the folder
 */
const char *
hbk_session_get_dir (HbkSession *self)
{
  g_return_val_if_fail (HBK_IS_SESSION (self), NULL);

  return self->dir;
}

/**
 * hbk_session_get_today:
 * @self: a session
 *
 * Says which day it is.
 *
 * Returns: the day
 */
HbkDate
hbk_session_get_today (HbkSession *self)
{
  g_return_val_if_fail (HBK_IS_SESSION (self), HBK_DATE_NONE);

  return hbk_clock_today (self->clock);
}

/**
 * hbk_session_get_thumbnailer:
 * @self: a session
 *
 * Gets what makes pictures of the files of the library that was opened last.
 *
 * Returns: (transfer none): the thumbnailer
 */
HbkThumbnailer *
hbk_session_get_thumbnailer (HbkSession *self)
{
  g_return_val_if_fail (HBK_IS_SESSION (self), NULL);

  return self->thumbnailer;
}

/**
 * hbk_session_refresh:
 * @self: a session
 *
 * Asks for a new state, because another day has begun.
 */
void
hbk_session_refresh (HbkSession *self)
{
  g_return_if_fail (HBK_IS_SESSION (self));

  send_order (self, make_order (self, HBK_SESSION_ORDER_REFRESH));
}

/**
 * hbk_session_perform_async:
 * @self: a session
 * @request: what the person asks for
 * @operation: (nullable): where to report progress, and what stops it
 * @callback: is called when it is done, and the state shows it
 * @user_data: data for @callback
 *
 * Does what a person asks for, after all that was asked for before.
 */
void
hbk_session_perform_async (HbkSession *self, HbkRequest *request, HbkOperation *operation, GAsyncReadyCallback callback, gpointer user_data)
{
  HbkSessionOrder *order;

  g_return_if_fail (HBK_IS_SESSION (self) && request != NULL);

  order = make_order (self, HBK_SESSION_ORDER_PERFORM);
  order->request = hbk_request_ref (request);
  order->operation = operation != NULL ? g_object_ref (operation) : NULL;
  /* What was cancelled too late is done all the same, and says so. */
  order->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (order->task, hbk_session_perform_async);
  g_task_set_static_name (order->task, "perform a request");
  send_order (self, order);
}

/**
 * hbk_session_perform_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Says what was done.
 *
 * Returns: (transfer full): the step, with number 0 when nothing had to be changed; %NULL with HBK_ERROR_SEALED, HBK_ERROR_CANCELLED or another error
 */
HbkJournalStep *
hbk_session_perform_finish (HbkSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hbk_session_run_async:
 * @self: a session
 * @name: (not nullable): what it is, for traces; a static string
 * @job: what to do in the thread that has the library
 * @data: data for @job
 * @free_data: (nullable): frees @data
 * @free_result: (nullable): frees the result, when nobody takes it
 * @operation: (nullable): where to report progress, and what stops it
 * @callback: is called when it is done
 * @user_data: data for @callback
 *
 * Does something that needs the library, after all that was asked for before.
 */
void
hbk_session_run_async (HbkSession *self, const char *name, HbkSessionJob job, gpointer data, GDestroyNotify free_data, GDestroyNotify free_result, HbkOperation *operation, GAsyncReadyCallback callback, gpointer user_data)
{
  HbkSessionOrder *order;

  g_return_if_fail (HBK_IS_SESSION (self) && name != NULL && job != NULL);

  order = make_order (self, HBK_SESSION_ORDER_RUN);
  order->job = job;
  order->data = data;
  order->free_data = free_data;
  order->free_result = free_result;
  order->operation = operation != NULL ? g_object_ref (operation) : NULL;
  order->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (order->task, hbk_session_run_async);
  g_task_set_static_name (order->task, name);
  send_order (self, order);
}

/**
 * hbk_session_release:
 * @self: a session
 * @data: (transfer full): what is not needed any more
 * @free_data: frees it
 *
 * Frees something large in the thread, where nobody waits for it: a state of 10,000 records takes longer than a frame.
 */
void
hbk_session_release (HbkSession *self, gpointer data, GDestroyNotify free_data)
{
  HbkSessionOrder *order;

  g_return_if_fail (HBK_IS_SESSION (self) && data != NULL && free_data != NULL);

  order = make_order (self, HBK_SESSION_ORDER_RELEASE);
  order->data = data;
  order->free_data = free_data;
  send_order (self, order);
}

/**
 * hbk_session_run_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Gives the result of a job.
 *
 * Returns: (transfer full) (nullable): the result; %NULL with @error set when the job failed
 */
gpointer
hbk_session_run_finish (HbkSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
