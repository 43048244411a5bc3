/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-session-worker.h"

#include "base/hbk-error.h"
#include "library/hbk-library.h"
#include "workspace/hbk-state-builder.h"
#include "workspace/hbk-workspace-private.h"

typedef struct
{
  GAsyncQueue      *orders;
  GMainContext     *context;
  HbkSessionPublish publish;
  gpointer          session;
  HbkWorkspace     *workspace;
  HbkState         *state;
  GPtrArray        *steps;      /* HbkJournalStep, since the state was built */
  guint64           generation; /* of the last state; it never goes back, whichever library is opened */
  guint             epoch;
  char             *dir; /* of the library that is to be open; NULL while none is */
  HbkOpenMode       mode;
  gulong            changed_handler;
  gboolean          has_read_texts;
  HbkDate           today;
} Worker;

static void
changed_cb (HbkLibrary *library, HbkJournalStep *step, Worker *worker)
{
  g_ptr_array_add (worker->steps, g_boxed_copy (HBK_TYPE_JOURNAL_STEP, step));
}

static void
publish_state (Worker *worker, HbkState *state)
{
  g_clear_pointer (&worker->state, hbk_state_unref);
  worker->state = state;
  worker->publish (worker->session, worker->epoch, HBK_SESSION_OPEN, state, NULL);
}

/* Where several steps came at once, reading everything anew is simpler than following them, and hardly ever happens. */
static gboolean
rebuild (Worker *worker, gboolean all, GError **error)
{
  const HbkJournalStep *step = !all && worker->steps->len == 1 ? g_ptr_array_index (worker->steps, 0) : NULL;
  HbkState             *state = hbk_state_build (worker->workspace, worker->state, step, worker->today, error);

  g_ptr_array_set_size (worker->steps, 0);
  if (state == NULL)
    return FALSE;

  state->generation = ++worker->generation;
  publish_state (worker, state);

  return TRUE;
}

static void
fail (Worker *worker, const GError *error)
{
  HbkSessionPhase phase = g_error_matches (error, HBK_ERROR, HBK_ERROR_NOT_FOUND) ? HBK_SESSION_ABSENT : HBK_SESSION_BROKEN;

  g_clear_pointer (&worker->state, hbk_state_unref);
  worker->publish (worker->session, worker->epoch, phase, NULL, error);
}

/* ---- The library ---- */

static void
close_library (Worker *worker)
{
  g_clear_pointer (&worker->state, hbk_state_unref);
  g_clear_pointer (&worker->dir, g_free);
  g_ptr_array_set_size (worker->steps, 0);
  worker->has_read_texts = FALSE;
  hbk_workspace_close_library (worker->workspace);
}

/* Says whether the library is another than before: a restored backup opens it anew. */
static gboolean
follow_library (Worker *worker)
{
  HbkLibrary *library = worker->workspace->library;

  if (library == NULL || (worker->changed_handler != 0 && g_signal_handler_is_connected (library, worker->changed_handler)))
    return FALSE;

  worker->changed_handler = g_signal_connect (library, "changed", G_CALLBACK (changed_cb), worker);

  return TRUE;
}

/* Years that are over are bound to their rules once somebody looks at them; where that cannot be done now, it is done the next time. */
static void
close_past_years (Worker *worker)
{
  g_autoptr (HbkJournalStep) step = NULL;

  if (worker->mode != HBK_OPEN_READ)
    step = hbk_workspace_close_past_years (worker->workspace, worker->today, NULL);
}

static void
open_library (Worker *worker, const HbkSessionOrder *order)
{
  g_autoptr (GError) error = NULL;

  close_library (worker);
  worker->dir = g_strdup (order->dir);
  worker->mode = order->mode;
  if (!hbk_workspace_open_library (worker->workspace, order->dir, order->mode, &error))
    {
      fail (worker, error);
      return;
    }

  close_past_years (worker);
  follow_library (worker);
  if (!rebuild (worker, TRUE, &error))
    {
      /* Let go of it, so that it can be mended. */
      hbk_workspace_close_library (worker->workspace);
      fail (worker, error);
    }
}

static void
refresh (Worker *worker)
{
  g_autoptr (GError) error = NULL;

  if (worker->state == NULL)
    return;

  close_past_years (worker);
  if (!rebuild (worker, TRUE, &error))
    fail (worker, error);
}

/* ---- Orders ---- */

/* The trash is emptied without a step, for that cannot be undone. */
static gboolean
was_trash_emptied (Worker *worker)
{
  g_autoptr (GPtrArray) trash = NULL;

  if (worker->state == NULL || worker->state->n_trash == 0)
    return FALSE;

  trash = hbk_workspace_list_trash (worker->workspace, NULL);

  return trash != NULL && trash->len != worker->state->n_trash;
}

/* Publishes what an order has made of the library, before anybody hears that it is done. */
static void
catch_up (Worker *worker, gboolean is_job)
{
  gboolean had_state = worker->state != NULL;
  gboolean is_other;
  g_autoptr (GError) error = NULL;

  /* A restore that failed half-way has closed it. */
  if (worker->workspace->library == NULL && had_state && !hbk_workspace_open_library (worker->workspace, worker->dir, worker->mode, &error))
    {
      fail (worker, error);
      return;
    }

  is_other = follow_library (worker);
  if (is_other)
    worker->has_read_texts = FALSE;
  if (worker->steps->len == 0 && !is_other && !(is_job && was_trash_emptied (worker)))
    return;
  if (!rebuild (worker, is_other || worker->steps->len == 0, &error))
    fail (worker, error);
}

static void
perform (Worker *worker, const HbkSessionOrder *order)
{
  g_autoptr (GError) error = NULL;
  HbkJournalStep *step = hbk_request_perform (order->request, worker->workspace, order->today, order->operation, &error);

  catch_up (worker, FALSE);
  if (step != NULL)
    g_task_return_pointer (order->task, step, (GDestroyNotify) hbk_journal_step_free);
  else
    g_task_return_error (order->task, g_steal_pointer (&error));
}

static void
run_job (Worker *worker, const HbkSessionOrder *order)
{
  g_autoptr (GError) error = NULL;
  gpointer result = order->job (worker->workspace, order->data, order->operation, &error);

  catch_up (worker, TRUE);
  if (error != NULL)
    g_task_return_error (order->task, g_steal_pointer (&error));
  else
    g_task_return_pointer (order->task, result, order->free_result);
}

static void
obey (Worker *worker, const HbkSessionOrder *order)
{
  worker->today = order->today;
  worker->epoch = order->epoch;
  switch (order->kind)
    {
    case HBK_SESSION_ORDER_OPEN:
      open_library (worker, order);
      break;

    case HBK_SESSION_ORDER_CLOSE:
      close_library (worker);
      break;

    case HBK_SESSION_ORDER_REFRESH:
      refresh (worker);
      break;

    case HBK_SESSION_ORDER_PERFORM:
      perform (worker, order);
      break;

    case HBK_SESSION_ORDER_RUN:
      run_job (worker, order);
      break;

    case HBK_SESSION_ORDER_RELEASE: /* by freeing the order */
    case HBK_SESSION_ORDER_QUIT:
    default:
      break;
    }
}

/* Nothing else is to be done: time for what may come later. */
static void
use_leisure (Worker *worker)
{
  HbkRecordQuery query = { .text = " " };
  g_autoptr (GPtrArray) found = NULL;

  if (!worker->state->is_complete)
    {
      publish_state (worker, hbk_state_complete (worker->state));
      return;
    }

  /* The first search reads all texts. */
  worker->has_read_texts = TRUE;
  found = hbk_workspace_list_records (worker->workspace, &query, 0, 1, NULL, NULL);
}

static gboolean
has_leisure_work (Worker *worker)
{
  return worker->state != NULL && (!worker->state->is_complete || !worker->has_read_texts);
}

/* ---- Thread ---- */

static gboolean
free_order_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* An order that somebody waits for is given back where it came from: the last reference to its task, and with it to the session, must not be given
 * up here, for the session waits for this thread; and what listens to its operation belongs there. Its data may be large and is freed here. */
static void
release_order (Worker *worker, HbkSessionOrder *order)
{
  g_autoptr (GSource) source = NULL;

  if (order->task == NULL)
    {
      hbk_session_order_free (order);
      return;
    }

  if (order->free_data != NULL && order->data != NULL)
    order->free_data (g_steal_pointer (&order->data));
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, free_order_cb, order, (GDestroyNotify) hbk_session_order_free);
  g_source_attach (source, worker->context);
}

static gpointer
work (gpointer data)
{
  Worker  *worker = data;
  gboolean is_over = FALSE;

  while (!is_over)
    {
      HbkSessionOrder *order = has_leisure_work (worker) ? g_async_queue_try_pop (worker->orders) : g_async_queue_pop (worker->orders);

      if (order == NULL)
        {
          use_leisure (worker);
          continue;
        }
      is_over = order->kind == HBK_SESSION_ORDER_QUIT;
      obey (worker, order);
      release_order (worker, order);
    }

  close_library (worker);
  g_object_unref (worker->workspace);
  g_ptr_array_unref (worker->steps);
  g_async_queue_unref (worker->orders);
  g_main_context_unref (worker->context);
  g_free (worker);

  return NULL;
}

/**
 * hbk_session_order_new:
 * @kind: what to do
 * @epoch: counts the openings and closings of libraries
 * @today: the day on which it was asked for
 *
 * Makes an order; its members are filled in by who gives it.
 *
 * Returns: (transfer full): the order
 */
HbkSessionOrder *
hbk_session_order_new (HbkSessionOrderKind kind, guint epoch, HbkDate today)
{
  HbkSessionOrder *order = g_new0 (HbkSessionOrder, 1);

  order->kind = kind;
  order->epoch = epoch;
  order->today = today;

  return order;
}

/**
 * hbk_session_order_free:
 * @order: (transfer full): an order
 *
 * Frees an order.
 */
void
hbk_session_order_free (HbkSessionOrder *order)
{
  if (order->free_data != NULL && order->data != NULL)
    order->free_data (order->data);
  g_free (order->dir);
  g_clear_pointer (&order->request, hbk_request_unref);
  g_clear_object (&order->operation);
  g_clear_object (&order->task);
  g_free (order);
}

/**
 * hbk_session_worker_start:
 * @data_dir: (nullable): the folder that holds packs/
 * @orders: (element-type HbkSessionOrder): where orders arrive
 * @context: where callbacks run
 * @publish: is told of states, in the new thread
 * @session: data for @publish
 *
 * Starts the thread that has the library. It ends with %HBK_SESSION_ORDER_QUIT.
 *
 * Returns: (transfer full): the thread
 */
GThread *
hbk_session_worker_start (const char *data_dir, GAsyncQueue *orders, GMainContext *context, HbkSessionPublish publish, gpointer session)
{
  Worker *worker = g_new0 (Worker, 1);

  worker->orders = g_async_queue_ref (orders);
  worker->context = g_main_context_ref (context);
  worker->publish = publish;
  worker->session = session;
  worker->workspace = hbk_workspace_new (data_dir);
  worker->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_journal_step_free);

  return g_thread_new ("library", work, worker);
}
