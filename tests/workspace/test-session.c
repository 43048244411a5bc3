/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-support.h"

#include <glib/gstdio.h>

#include "workspace/hbk-workspace-exchange.h"
#include "workspace/hbk-workspace-evidence.h"

/* Holds the thread up until the test lets it go, so that what is asked for meanwhile waits. */
typedef struct
{
  GMutex   lock;
  GCond    changed;
  gboolean is_open;
} Gate;

static gpointer
wait_at_gate (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->lock);
  while (!gate->is_open)
    g_cond_wait (&gate->changed, &gate->lock);
  g_mutex_unlock (&gate->lock);

  return NULL;
}

static void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->lock);
  gate->is_open = TRUE;
  g_cond_signal (&gate->changed);
  g_mutex_unlock (&gate->lock);
}

static HbkRequest *
save (const char *id, const char *day)
{
  g_autoptr (HbkRecord) record = play_record (id, day);

  return hbk_request_new_save_record (record, NULL, NULL);
}

static HbkState *
state_of (Play *play)
{
  return hbk_session_get_state (play->session);
}

/* ---- States ---- */

static void
test_open (Play *play, gconstpointer data)
{
  HbkState *state = state_of (play);

  g_assert_cmpint (hbk_session_get_phase (play->session), ==, HBK_SESSION_OPEN);
  g_assert_no_error (hbk_session_get_problem (play->session));
  g_assert_cmpstr (hbk_session_get_dir (play->session), ==, play->world.library);
  g_assert_cmpint (hbk_session_get_today (play->session), ==, TODAY);
  g_assert_cmpstr (state->pack->id, ==, "harbour");
  g_assert_cmpuint (state->records->len, ==, 0);
  g_assert_nonnull (hbk_state_lookup_year (state, 2024));
  g_assert_true (state->is_writable);
}

typedef struct
{
  guint   n_states;
  guint   n_quick;
  guint64 last;
} Watch;

static void
watch_cb (HbkSession *session, GParamSpec *property, Watch *watch)
{
  HbkState *state = hbk_session_get_state (session);

  watch->n_states++;
  watch->n_quick += state != NULL && !state->is_complete;
  g_assert_cmpuint (state->generation, >=, watch->last);
  watch->last = state->generation;
}

/* First a quick state, then the callback, then the whole state, which is the same otherwise. */
static void
test_order (Play *play, gconstpointer data)
{
  g_auto (Ending) ending = { 0 };
  Watch            watch = { 0 };
  guint64          before = state_of (play)->generation;
  g_autofree char *quick = NULL;
  g_autofree char *whole = NULL;

  g_signal_connect (play->session, "notify::state", G_CALLBACK (watch_cb), &watch);
  play_send (play->session, save ("a", "2024-05-01"), NULL, &ending);
  play_wait (ending.is_done);
  g_assert_no_error (ending.error);
  g_assert_cmpuint (ending.generation, ==, before + 1);
  g_assert_nonnull (hbk_state_lookup_record (state_of (play), "a"));
  g_assert_cmpint (hbk_state_get_n_record_years (state_of (play), "a"), ==, 1);
  g_assert_cmpint (hbk_state_get_record_year (state_of (play), "a", 0)->result->credited.professional_hours, ==, 800);
  play_wait (state_of (play)->is_complete);
  g_assert_cmpuint (watch.n_states, ==, 2);
  g_assert_cmpuint (watch.n_quick, ==, 1);
  g_assert_cmpuint (state_of (play)->generation, ==, before + 1);
  g_signal_handlers_disconnect_by_data (play->session, &watch);
}

/* A state that somebody holds stays as it was. */
static void
test_immutable (Play *play, gconstpointer data)
{
  g_autoptr (HbkState) before = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  play_perform (play->session, save ("a", "2024-05-01"));
  before = hbk_state_ref (state_of (play));
  first = play_describe (before);
  play_perform (play->session, save ("a", "2023-05-01"));
  play_perform (play->session, save ("b", "2024-05-02"));
  second = play_describe (before);
  g_assert_cmpstr (first, ==, second);
  g_assert_true (before != state_of (play));
}

static void
test_undo (Play *play, gconstpointer data)
{
  g_auto (Ending) ending = { 0 };

  play_perform (play->session, save ("a", "2024-05-01"));
  g_assert_cmpint (state_of (play)->undo, !=, 0);
  play_perform (play->session, hbk_request_new_undo ());
  g_assert_null (hbk_state_lookup_record (state_of (play), "a"));
  g_assert_cmpint (state_of (play)->redo, !=, 0);
  play_perform (play->session, hbk_request_new_redo ());
  g_assert_nonnull (hbk_state_lookup_record (state_of (play), "a"));

  play_send (play->session, hbk_request_new_redo (), NULL, &ending);
  play_wait (ending.is_done);
  g_assert_error (ending.error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
}

/* Nothing to change: no step, no new state. */
static void
test_nothing (Play *play, gconstpointer data)
{
  g_auto (Ending) ending = { 0 };
  guint64 before;

  play_perform (play->session, save ("a", "2024-05-01"));
  play_wait (state_of (play)->is_complete);
  before = state_of (play)->generation;
  play_send (play->session, save ("a", "2024-05-01"), NULL, &ending);
  play_wait (ending.is_done);
  g_assert_no_error (ending.error);
  g_assert_cmpint (ending.step->number, ==, 0);
  g_assert_cmpuint (state_of (play)->generation, ==, before);
  g_assert_true (state_of (play)->is_complete);
}

static void
test_sealed (Play *play, gconstpointer data)
{
  g_autoptr (HbkRequest) request = save ("a", "2023-05-02");
  g_autoptr (HbkRequest) corrected = NULL;
  g_autoptr (HbkRequest) reopen = NULL;
  g_auto (Ending) refused = { 0 };

  play_perform (play->session, save ("a", "2023-05-01"));
  play_perform (play->session, hbk_request_new_hand_in (2023, NULL, "to the bureau"));
  g_assert_true (hbk_state_lookup_year (state_of (play), 2023)->entry->handed_in);
  play_send (play->session, hbk_request_ref (request), NULL, &refused);
  play_wait (refused.is_done);
  g_assert_error (refused.error, HBK_ERROR, HBK_ERROR_SEALED);
  g_assert_null (refused.step);
  g_assert_false (hbk_state_lookup_year (state_of (play), 2023)->changed);

  corrected = hbk_request_with_correction (request, "a wrong day");
  g_assert_cmpstr (hbk_request_get_correction (corrected), ==, "a wrong day");
  play_perform (play->session, hbk_request_ref (corrected));
  g_assert_true (hbk_state_lookup_year (state_of (play), 2023)->changed);
  reopen = hbk_request_new_reopen (2023);
  play_perform (play->session, hbk_request_with_correction (reopen, "not yet"));
  g_assert_false (hbk_state_lookup_year (state_of (play), 2023)->entry != NULL && hbk_state_lookup_year (state_of (play), 2023)->entry->handed_in);
}

/* ---- Files ---- */

static void
test_take_in (Play *play, gconstpointer data)
{
  g_autofree char *first = world_put_file (&play->world, "certificate.txt", "A certificate.");
  g_autofree char *second = world_put_file (&play->world, "notice.txt", "A notice.");
  const char      *paths[] = { first, second, NULL };
  g_autoptr (HbkRequest) request = hbk_request_new_take_in (paths, NULL, NULL);
  g_autofree char *sha256 = NULL;

  play_perform (play->session, save ("a", "2024-05-01"));
  play_perform (play->session, hbk_request_ref (request));
  g_assert_cmpuint (hbk_request_get_taken (request)->len, ==, 2);
  g_assert_cmpuint (state_of (play)->files->len, ==, 2);
  sha256 = g_strdup (((HbkEvidenceFile *) g_ptr_array_index (state_of (play)->files, 0))->sha256);
  g_assert_cmpuint (hbk_state_get_records_of_file (state_of (play), sha256)->len, ==, 0);

  {
    const char *both[] = { sha256, ((HbkEvidenceFile *) g_ptr_array_index (state_of (play)->files, 1))->sha256, NULL };

    play_perform (play->session, hbk_request_new_attach ("a", both, "notice"));
  }
  g_assert_cmpuint (hbk_state_get_records_of_file (state_of (play), sha256)->len, ==, 1);
  g_assert_cmpuint (hbk_record_get_n_evidence (hbk_state_lookup_record (state_of (play), "a")), ==, 2);
  play_perform (play->session, hbk_request_new_detach ("a", sha256));
  g_assert_cmpuint (hbk_state_get_records_of_file (state_of (play), sha256)->len, ==, 0);
  play_perform (play->session, hbk_request_new_remove_file (sha256));
  g_assert_null (hbk_state_lookup_file (state_of (play), sha256));
  g_assert_cmpuint (state_of (play)->n_trash, ==, 1);
}

static void
test_cancel (Play *play, gconstpointer data)
{
  g_autofree char *path = world_put_file (&play->world, "certificate.txt", "A certificate.");
  const char      *paths[] = { path, NULL };
  g_autoptr (HbkOperation) operation = hbk_operation_new ("Taking files in");
  g_auto (Ending) ending = { 0 };

  hbk_operation_cancel (operation);
  play_send (play->session, hbk_request_new_take_in (paths, NULL, NULL), operation, &ending);
  play_wait (ending.is_done);
  g_assert_error (ending.error, HBK_ERROR, HBK_ERROR_CANCELLED);
  g_assert_cmpuint (state_of (play)->files->len, ==, 0);
}

static gpointer
empty_trash_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  guint n_records = 0, n_files = 0;

  hbk_workspace_empty_trash (workspace, &n_records, &n_files, error);

  return NULL;
}

/* What has been in the trash for long can be removed for good; that is no step, but the state shows it. */
static void
test_empty_trash (Play *play, gconstpointer data)
{
  const char *ids[] = { "a", NULL };
  g_auto (Ending) ending = { 0 };
  g_autofree char *path = g_build_filename (play->world.library, "hourbook.db", NULL);

  play_perform (play->session, save ("a", "2024-05-01"));
  play_perform (play->session, hbk_request_new_remove_records (ids));
  g_assert_cmpuint (state_of (play)->n_trash, ==, 1);
  world_age_trash (&play->world);
  play_run (play->session, empty_trash_job, NULL, &ending);
  play_wait (ending.is_done);
  g_assert_no_error (ending.error);
  g_assert_cmpuint (state_of (play)->n_trash, ==, 0);
}

typedef struct
{
  const char *library;
  const char *backup;
} Backup;

static gpointer
back_up_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  const Backup *backup = data;

  return GINT_TO_POINTER (hbk_workspace_back_up (workspace, backup->backup, NULL, NULL, NULL, error));
}

static gpointer
restore_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  const Backup *backup = data;
  g_autoptr (HbkRestore) restore = hbk_workspace_prepare_restore (workspace, backup->library, backup->backup, error);

  return GINT_TO_POINTER (restore != NULL && hbk_workspace_confirm_restore (workspace, backup->library, restore, error));
}

/* A restore opens the library anew; the session goes on with it. */
static void
test_restore (Play *play, gconstpointer data)
{
  g_autofree char *path = g_build_filename (play->world.dir, "all.hourbook-backup", NULL);
  Backup           backup = { play->world.library, path };
  g_auto (Ending) saved = { 0 };
  g_auto (Ending) restored = { 0 };
  g_auto (Ending) failed = { 0 };

  play_perform (play->session, save ("a", "2024-05-01"));
  hbk_session_run_async (play->session, "test", back_up_job, &backup, NULL, NULL, NULL, NULL, NULL);
  play_perform (play->session, save ("b", "2024-05-02"));
  play_run (play->session, restore_job, &backup, &restored);
  play_wait (restored.is_done);
  g_assert_no_error (restored.error);
  g_assert_null (hbk_state_lookup_record (state_of (play), "b"));
  play_perform (play->session, save ("c", "2024-05-03"));
  g_assert_nonnull (hbk_state_lookup_record (state_of (play), "c"));
  play_perform (play->session, hbk_request_new_undo ());
  play_perform (play->session, hbk_request_new_undo ());
  g_assert_nonnull (hbk_state_lookup_record (state_of (play), "b"));

  /* A failure leaves it as it was. */
  g_assert_true (g_file_set_contents (path, "no backup", -1, NULL));
  play_run (play->session, restore_job, &backup, &failed);
  play_wait (failed.is_done);
  g_assert_nonnull (failed.error);
  play_perform (play->session, save ("d", "2024-05-04"));
  g_assert_nonnull (hbk_state_lookup_record (state_of (play), "d"));
}

/* ---- Libraries ---- */

static void
test_absent (Play *play, gconstpointer data)
{
  g_autofree char *dir = g_build_filename (play->world.dir, "nowhere", NULL);
  g_auto (Ending) ending = { 0 };
  guint64 before = state_of (play)->generation;

  hbk_session_open (play->session, dir, HBK_OPEN_WRITE);
  g_assert_cmpint (hbk_session_get_phase (play->session), ==, HBK_SESSION_OPENING);
  g_assert_null (state_of (play));
  play_wait (play_is_settled (play->session));
  g_assert_cmpint (hbk_session_get_phase (play->session), ==, HBK_SESSION_ABSENT);
  g_assert_error (hbk_session_get_problem (play->session), HBK_ERROR, HBK_ERROR_NOT_FOUND);
  play_send (play->session, save ("a", "2024-05-01"), NULL, &ending);
  play_wait (ending.is_done);
  g_assert_error (ending.error, HBK_ERROR, HBK_ERROR_USAGE);

  hbk_session_open (play->session, dir, HBK_OPEN_CREATE);
  play_wait (play_is_settled (play->session));
  g_assert_cmpint (hbk_session_get_phase (play->session), ==, HBK_SESSION_OPEN);
  g_assert_no_error (hbk_session_get_problem (play->session));
  g_assert_null (state_of (play)->pack);
  g_assert_cmpuint (state_of (play)->generation, >, before);
}

static void
test_busy (Play *play, gconstpointer data)
{
  g_autoptr (HbkSession) second = hbk_session_new (play->world.dir, play->clock);

  hbk_session_open (second, play->world.library, HBK_OPEN_WRITE);
  play_wait (play_is_settled (second));
  g_assert_cmpint (hbk_session_get_phase (second), ==, HBK_SESSION_BROKEN);
  g_assert_error (hbk_session_get_problem (second), HBK_ERROR, HBK_ERROR_BUSY);

  /* Looking is allowed. */
  hbk_session_open (second, play->world.library, HBK_OPEN_READ);
  play_wait (play_is_settled (second));
  g_assert_cmpint (hbk_session_get_phase (second), ==, HBK_SESSION_OPEN);
  g_assert_false (hbk_session_get_state (second)->is_writable);

  hbk_session_close (play->session);
  g_assert_cmpint (hbk_session_get_phase (play->session), ==, HBK_SESSION_CLOSED);
  g_assert_null (state_of (play));
  g_clear_object (&play->session);
  hbk_session_open (second, play->world.library, HBK_OPEN_WRITE);
  play_wait (play_is_settled (second));
  g_assert_cmpint (hbk_session_get_phase (second), ==, HBK_SESSION_OPEN);
}

/* News of a library that is no longer wanted is no news. */
static void
test_stale (Play *play, gconstpointer data)
{
  g_autofree char *dir = g_build_filename (play->world.dir, "other", NULL);
  g_auto (Ending) ending = { 0 };

  play_send (play->session, save ("a", "2024-05-01"), NULL, &ending);
  hbk_session_open (play->session, dir, HBK_OPEN_CREATE);
  while (hbk_session_get_phase (play->session) == HBK_SESSION_OPENING)
    {
      g_assert_null (state_of (play));
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpstr (hbk_session_get_dir (play->session), ==, dir);
  g_assert_cmpuint (state_of (play)->records->len, ==, 0);
  g_assert_true (ending.is_done);
  g_assert_no_error (ending.error);

  hbk_session_open (play->session, play->world.library, HBK_OPEN_WRITE);
  hbk_session_close (play->session);
  hbk_session_open (play->session, play->world.library, HBK_OPEN_WRITE);
  play_wait (play_is_settled (play->session));
  g_assert_nonnull (hbk_state_lookup_record (state_of (play), "a"));
}

static void
test_broken (Play *play, gconstpointer data)
{
  g_autofree char *path = g_build_filename (play->world.library, "hourbook.db", NULL);

  hbk_session_close (play->session);
  hbk_session_stop (play->session);
  g_clear_object (&play->session);
  g_assert_true (g_file_set_contents (path, "no database", -1, NULL));
  play->session = hbk_session_new (play->world.dir, play->clock);
  hbk_session_open (play->session, play->world.library, HBK_OPEN_WRITE);
  play_wait (play_is_settled (play->session));
  g_assert_cmpint (hbk_session_get_phase (play->session), ==, HBK_SESSION_BROKEN);
  g_assert_nonnull (hbk_session_get_problem (play->session));
}

/* Without a region there are no years, but everything else. */
static void
test_no_region (Play *play, gconstpointer data)
{
  g_autoptr (HbkFacts) answers = hbk_facts_new ();
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  play_perform (play->session, save ("a", "2024-05-01"));
  hbk_value_set_text (&value, "other");
  hbk_facts_set (answers, "region", &value);
  play_perform (play->session, hbk_request_new_change_profile (HBK_DATE_NONE, answers));
  g_assert_null (state_of (play)->pack);
  g_assert_no_error (state_of (play)->trouble);
  g_assert_cmpuint (state_of (play)->years->len, ==, 0);
  g_assert_cmpuint (hbk_state_get_n_record_years (state_of (play), "a"), ==, 0);
  g_assert_nonnull (hbk_state_lookup_record (state_of (play), "a"));
}

/* ---- The end ---- */

/* Who quits while work is waiting loses none of it. */
static void
test_quit (Play *play, gconstpointer data)
{
  Gate gate = { 0 };
  g_auto (Ending) ending = { 0 };
  g_auto (Ending) late = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkRecord) record = NULL;

  play_run (play->session, wait_at_gate, &gate, &late);
  play_send (play->session, save ("a", "2024-05-01"), NULL, &ending);
  g_assert_false (ending.is_done);
  open_gate (&gate);
  hbk_session_stop (play->session);
  g_assert_cmpint (hbk_session_get_phase (play->session), ==, HBK_SESSION_CLOSED);
  hbk_workspace_open_library (play->world.workspace, play->world.library, HBK_OPEN_READ, &error);
  g_assert_no_error (error);
  record = hbk_workspace_get_record (play->world.workspace, "a", &error);
  g_assert_no_error (error);
  hbk_workspace_close_library (play->world.workspace);

  /* They still hear of it, if there is a loop to hear it in. */
  play_wait (ending.is_done && late.is_done);
  g_assert_no_error (ending.error);
  g_assert_cmpuint (ending.generation, ==, 0);
}

static void
test_after_the_end (Play *play, gconstpointer data)
{
  g_auto (Ending) performed = { 0 };
  g_auto (Ending) ran = { 0 };
  Gate gate = { 0 };

  hbk_session_stop (play->session);
  hbk_session_stop (play->session);
  play_send (play->session, save ("a", "2024-05-01"), NULL, &performed);
  play_run (play->session, wait_at_gate, &gate, &ran);
  play_wait (performed.is_done && ran.is_done);
  g_assert_error (performed.error, HBK_ERROR, HBK_ERROR_CANCELLED);
  g_assert_cmpstr (performed.error->message, ==, "The library is closed.");
  g_assert_error (ran.error, HBK_ERROR, HBK_ERROR_CANCELLED);
}

/* The last reference may be that of work that nobody waits for. */
static void
test_abandon (Play *play, gconstpointer data)
{
  Gate     gate = { 0 };
  gpointer session = play->session;

  g_object_add_weak_pointer (session, &session);
  hbk_session_run_async (play->session, "test", wait_at_gate, &gate, NULL, NULL, NULL, NULL, NULL);
  hbk_session_refresh (play->session);
  g_clear_object (&play->session);
  open_gate (&gate);
  play_wait (session == NULL);
}

/* ---- Another day ---- */

static void
test_refresh (Play *play, gconstpointer data)
{
  guint64 before = state_of (play)->generation;

  hbk_session_refresh (play->session);
  play_wait (state_of (play)->generation > before);
  g_assert_cmpint (state_of (play)->today, ==, TODAY);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Play *play, gconstpointer data);
  } tests[] = {
    { "/session/open", test_open },
    { "/session/order", test_order },
    { "/session/immutable", test_immutable },
    { "/session/undo", test_undo },
    { "/session/nothing", test_nothing },
    { "/session/sealed", test_sealed },
    { "/session/take-in", test_take_in },
    { "/session/cancel", test_cancel },
    { "/session/empty-trash", test_empty_trash },
    { "/session/restore", test_restore },
    { "/session/absent", test_absent },
    { "/session/busy", test_busy },
    { "/session/stale", test_stale },
    { "/session/broken", test_broken },
    { "/session/no-region", test_no_region },
    { "/session/quit", test_quit },
    { "/session/after-the-end", test_after_the_end },
    { "/session/abandon", test_abandon },
    { "/session/refresh", test_refresh },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Play, NULL, play_set_up, tests[i].test, play_tear_down);

  return g_test_run ();
}
