/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/records/hbk-record-finder.h"

/* As many records are put in order of their dates within a fraction of a frame; more, and what takes longer, are left to the session's thread. */
#define N_AT_ONCE 4000

/**
 * HbkRecordFinder:
 *
 * Finds records without keeping anybody waiting. What was asked last is answered; what was asked before that, and is not answered yet, never is.
 */
struct _HbkRecordFinder
{
  GObject parent_instance;

  HbkOperation *newest; /* of the question that is not answered yet */
};

enum {
  SIGNAL_FOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HbkRecordFinder, hbk_record_finder, G_TYPE_OBJECT)

typedef struct
{
  HbkState       *state;
  HbkRecordFilter filter;
  char           *activity;
  char           *text;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  hbk_state_unref (question->state);
  g_clear_pointer (&question->filter.found, g_hash_table_unref);
  g_free (question->activity);
  g_free (question->text);
  g_free (question);
}

/* ---- In the thread that has the library ---- */

static gboolean
search (HbkWorkspace *workspace, Question *question, GError **error)
{
  HbkRecordQuery query = { .text = question->text };
  g_autoptr (GPtrArray) found = hbk_workspace_list_records (workspace, &query, 0, G_MAXUINT, NULL, error);

  if (found == NULL)
    return FALSE;

  question->filter.found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (question->filter.found, g_strdup (hbk_record_get_id (g_ptr_array_index (found, i))));

  return TRUE;
}

static gpointer
answer (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  Question *question = data;

  if (g_cancellable_set_error_if_cancelled (hbk_operation_get_cancellable (operation), error))
    return NULL;
  if (question->text != NULL && !search (workspace, question, error))
    return NULL;

  return hbk_record_order (question->state, &question->filter);
}

/* ---- In the main thread ---- */

typedef struct
{
  HbkRecordFinder *finder;
  HbkOperation    *operation;
} Asker;

static void
asker_free (Asker *asker)
{
  g_object_unref (asker->finder);
  g_object_unref (asker->operation);
  g_free (asker);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asker, asker_free)

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asker) asker = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkRecordOrder) order = hbk_session_run_finish (HBK_SESSION (source), result, &error);

  /* What was asked since is what matters; it may have been asked when this one was answered already. */
  if (asker->operation != asker->finder->newest)
    return;

  g_clear_object (&asker->finder->newest);
  if (order != NULL)
    g_signal_emit (asker->finder, signals[SIGNAL_FOUND], 0, order);
  else
    g_warning ("Records could not be searched: %s", error->message);
}

static void
forget (HbkRecordFinder *self)
{
  if (self->newest != NULL)
    hbk_operation_cancel (self->newest);
  g_clear_object (&self->newest);
}

static void
hbk_record_finder_dispose (GObject *object)
{
  forget (HBK_RECORD_FINDER (object));

  G_OBJECT_CLASS (hbk_record_finder_parent_class)->dispose (object);
}

static void
hbk_record_finder_class_init (HbkRecordFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hbk_record_finder_dispose;

  signals[SIGNAL_FOUND] = g_signal_new ("found", HBK_TYPE_RECORD_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, HBK_TYPE_RECORD_ORDER);
}

static void
hbk_record_finder_init (HbkRecordFinder *self)
{
}

/**
 * hbk_record_finder_new:
 *
 * Makes a finder.
 *
 * Returns: (transfer full): the finder
 */
HbkRecordFinder *
hbk_record_finder_new (void)
{
  return g_object_new (HBK_TYPE_RECORD_FINDER, NULL);
}

/**
 * hbk_record_finder_find:
 * @self: a finder
 * @session: a session with a state
 * @filter: which records are wanted
 * @text: (nullable): words that must be found in the records
 *
 * Looks for records; the signal "found" brings them, at once where that takes no time.
 */
void
hbk_record_finder_find (HbkRecordFinder *self, HbkSession *session, const HbkRecordFilter *filter, const char *text)
{
  HbkState *state;
  Question *question;
  Asker    *asker;
  gboolean  is_by_date;

  g_return_if_fail (HBK_IS_RECORD_FINDER (self) && HBK_IS_SESSION (session) && filter != NULL);

  forget (self);
  state = hbk_session_get_state (session);
  if (state == NULL)
    return;

  is_by_date = filter->sort == HBK_RECORD_SORT_NEWEST || filter->sort == HBK_RECORD_SORT_OLDEST;
  if (text == NULL && is_by_date && state->records->len <= N_AT_ONCE)
    {
      g_autoptr (HbkRecordOrder) order = hbk_record_order (state, filter);

      g_signal_emit (self, signals[SIGNAL_FOUND], 0, order);
      return;
    }

  self->newest = hbk_operation_new ("");
  question = g_new0 (Question, 1);
  question->state = hbk_state_ref (state);
  question->filter = *filter;
  question->filter.activity = question->activity = g_strdup (filter->activity);
  question->text = g_strdup (text);
  asker = g_new0 (Asker, 1);
  asker->finder = g_object_ref (self);
  asker->operation = g_object_ref (self->newest);
  hbk_session_run_async (session, "find records", answer, question, question_free, (GDestroyNotify) hbk_record_order_unref, self->newest, answered_cb, asker);
}
