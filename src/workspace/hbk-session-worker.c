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
  GPtrArray        *steps; /* HbkJournalStep, since the state was built */
  HbkDate           today;
} Worker;

static void
changed_cb (HbkLibrary *library, HbkJournalStep *step, Worker *worker)
{
  g_ptr_array_add (worker->steps, g_boxed_copy (HBK_TYPE_JOURNAL_STEP, step));
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

  g_clear_pointer (&worker->state, hbk_state_unref);
  worker->state = state;
  worker->publish (worker->session, HBK_SESSION_OPEN, state, NULL);

  return TRUE;
}

static void
fail (Worker *worker, const GError *error)
{
  HbkSessionPhase phase = g_error_matches (error, HBK_ERROR, HBK_ERROR_NOT_FOUND) ? HBK_SESSION_ABSENT : HBK_SESSION_BROKEN;

  g_clear_pointer (&worker->state, hbk_state_unref);
  worker->publish (worker->session, phase, NULL, error);
}

static void
close_library (Worker *worker)
{
  g_clear_pointer (&worker->state, hbk_state_unref);
  g_ptr_array_set_size (worker->steps, 0);
  hbk_workspace_close_library (worker->workspace);
}

/* Years that are over are bound to their rules once somebody looks at them; where that cannot be done now, it is done the next time. */
static void
open_library (Worker *worker, const HbkSessionOrder *order)
{
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GError) error = NULL;

  close_library (worker);
  if (!hbk_workspace_open_library (worker->workspace, order->dir, order->mode, &error))
    {
      fail (worker, error);
      return;
    }

  if (order->mode != HBK_OPEN_READ)
    step = hbk_workspace_close_past_years (worker->workspace, order->today, NULL);
  g_signal_connect (worker->workspace->library, "changed", G_CALLBACK (changed_cb), worker);
  if (!rebuild (worker, TRUE, &error))
    fail (worker, error);
}

static void
perform (Worker *worker, const HbkSessionOrder *order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) state_error = NULL;
  HbkJournalStep *step = hbk_request_perform (order->request, worker->workspace, order->today, order->operation, &error);

  if (worker->steps->len > 0 && !rebuild (worker, FALSE, &state_error))
    fail (worker, state_error);
  if (step != NULL)
    g_task_return_pointer (order->task, step, (GDestroyNotify) hbk_journal_step_free);
  else
    g_task_return_error (order->task, g_steal_pointer (&error));
}

static void
run_job (Worker *worker, const HbkSessionOrder *order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) state_error = NULL;
  gpointer result = order->job (worker->workspace, order->data, order->operation, &error);

  if (worker->steps->len > 0 && !rebuild (worker, FALSE, &state_error))
    fail (worker, state_error);
  if (error != NULL)
    g_task_return_error (order->task, g_steal_pointer (&error));
  else
    g_task_return_pointer (order->task, result, order->free_result);
}

static void
obey (Worker *worker, const HbkSessionOrder *order)
{
  g_autoptr (GError) error = NULL;

  worker->today = order->today;
  switch (order->kind)
    {
    case HBK_SESSION_ORDER_OPEN:
      open_library (worker, order);
      break;

    case HBK_SESSION_ORDER_CLOSE:
      close_library (worker);
      break;

    case HBK_SESSION_ORDER_REFRESH:
      if (worker->state != NULL && !rebuild (worker, TRUE, &error))
        fail (worker, error);
      break;

    case HBK_SESSION_ORDER_PERFORM:
      perform (worker, order);
      break;

    case HBK_SESSION_ORDER_RUN:
      run_job (worker, order);
      break;

    case HBK_SESSION_ORDER_QUIT:
    default:
      break;
    }
}

/* Nothing else is to be done: time for what may come later. */
static void
use_leisure (Worker *worker)
{
  HbkState      *whole = hbk_state_complete (worker->state);
  HbkRecordQuery query = { .text = " " };
  g_autoptr (GPtrArray) found = NULL;

  hbk_state_unref (worker->state);
  worker->state = whole;
  worker->publish (worker->session, HBK_SESSION_OPEN, whole, NULL);

  /* The first search reads all texts. */
  if (whole->generation == 1)
    found = hbk_workspace_list_records (worker->workspace, &query, 0, 1, NULL, NULL);
}

static gboolean
return_remove (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* The last reference to a task, and with it to the session, must not be given back here: the session waits for this thread. */
static void
release_task (Worker *worker, HbkSessionOrder *order)
{
  g_autoptr (GSource) source = NULL;

  if (order->task == NULL)
    return;

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, G_SOURCE_FUNC (return_remove), g_steal_pointer (&order->task), g_object_unref);
  g_source_attach (source, worker->context);
}

static gpointer
work (gpointer data)
{
  Worker  *worker = data;
  gboolean is_over = FALSE;

  while (!is_over)
    {
      gboolean         is_unfinished = worker->state != NULL && !worker->state->is_complete;
      HbkSessionOrder *order = is_unfinished ? g_async_queue_try_pop (worker->orders) : g_async_queue_pop (worker->orders);

      if (order == NULL)
        {
          use_leisure (worker);
          continue;
        }
      is_over = order->kind == HBK_SESSION_ORDER_QUIT;
      obey (worker, order);
      release_task (worker, order);
      hbk_session_order_free (order);
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
 * @today: the day on which it was asked for
 *
 * Makes an order; its members are filled in by who gives it.
 *
 * Returns: (transfer full): the order
 */
HbkSessionOrder *
hbk_session_order_new (HbkSessionOrderKind kind, HbkDate today)
{
  HbkSessionOrder *order = g_new0 (HbkSessionOrder, 1);

  order->kind = kind;
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
