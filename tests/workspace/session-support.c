/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-support.h"

#include "records/hbk-logbook-writer.h"

#define PATIENCE_S 20

static gboolean
give_up_cb (gpointer data)
{
  g_error ("waited in vain for %s", (const char *) data);

  return G_SOURCE_REMOVE;
}

guint
play_alarm_start (const char *what)
{
  return g_timeout_add_seconds (PATIENCE_S, give_up_cb, (gpointer) what);
}

gboolean
play_is_settled (HbkSession *session)
{
  HbkState *state = hbk_session_get_state (session);

  return hbk_session_get_phase (session) == HBK_SESSION_OPEN ? state->is_complete : hbk_session_get_phase (session) != HBK_SESSION_OPENING;
}

void
play_set_up (Play *play, gconstpointer data)
{
  world_set_up (&play->world, data);
  world_set_profile (&play->world, NULL, "region", "harbour");
  hbk_workspace_close_library (play->world.workspace);
  play->clock = hbk_clock_new_fixed (TODAY);
  play->session = hbk_session_new (play->world.dir, play->clock);
  hbk_session_open (play->session, play->world.library, HBK_OPEN_WRITE);
  play_wait (play_is_settled (play->session));
}

/* Whatever a test has done, nothing keeps the session alive. */
void
play_tear_down (Play *play, gconstpointer data)
{
  gpointer session = play->session;

  if (session != NULL)
    {
      g_object_add_weak_pointer (session, &session);
      g_clear_object (&play->session);
      play_wait (session == NULL);
    }
  g_clear_object (&play->clock);
  world_tear_down (&play->world, data);
}

void
ending_clear (Ending *ending)
{
  g_clear_pointer (&ending->step, hbk_journal_step_free);
  g_clear_error (&ending->error);
}

static void
note_end (HbkSession *session, Ending *ending)
{
  HbkState *state = hbk_session_get_state (session);

  ending->is_done = TRUE;
  ending->generation = state != NULL ? state->generation : 0;
}

static void
performed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Ending *ending = data;

  ending->step = hbk_session_perform_finish (HBK_SESSION (source), result, &ending->error);
  note_end (HBK_SESSION (source), ending);
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Ending *ending = data;

  ending->result = hbk_session_run_finish (HBK_SESSION (source), result, &ending->error);
  note_end (HBK_SESSION (source), ending);
}

void
play_send (HbkSession *session, HbkRequest *request, HbkOperation *operation, Ending *ending)
{
  hbk_session_perform_async (session, request, operation, performed_cb, ending);
  hbk_request_unref (request);
}

void
play_run (HbkSession *session, HbkSessionJob job, gpointer data, Ending *ending)
{
  hbk_session_run_async (session, "test", job, data, NULL, NULL, NULL, ran_cb, ending);
}

void
play_perform (HbkSession *session, HbkRequest *request)
{
  g_auto (Ending) ending = { 0 };

  play_send (session, request, NULL, &ending);
  play_wait (ending.is_done);
  g_assert_no_error (ending.error);
  g_assert_nonnull (ending.step);
}

HbkRecord *
play_record (const char *id, const char *day)
{
  HbkRecord *record = hbk_record_new (id, "training");
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  hbk_record_set_title (record, id);
  hbk_record_set_period (record, hbk_date_parse (day), hbk_date_parse (day));
  hbk_value_set_number (&value, 100);
  hbk_record_set_fact (record, "days", &value);

  return record;
}

/* ---- Describing ---- */

static void
describe_tally (GString *text, const char *name, const HbkTally *tally)
{
  g_string_append_printf (text, " %s %d+%d", name, (int) tally->public_hours, (int) tally->professional_hours);
}

static void
describe_year (GString *text, const HbkStateYear *year)
{
  const HbkYearResult *result = year->result;

  g_string_append_printf (text, "\n%d %s %s entry %d changed %d verdict %d warnings %u readings %u", year->year, year->basis->pack->id, year->basis->pack->revision,
                          year->entry != NULL ? 1 + year->entry->handed_in : 0, year->changed, result->verdict, result->warnings->len, result->readings->len);
  describe_tally (text, "credited", &result->credited);
  describe_tally (text, "lost", &result->lost);
  for (guint i = 0; i < result->records->len; i++)
    {
      const HbkRecordResult *record = g_ptr_array_index (result->records, i);

      g_string_append_printf (text, "\n  %s %d", hbk_record_get_id (record->record), record->outcome);
      describe_tally (text, "credited", &record->credited);
    }
}

char *
play_describe (const HbkState *state)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *profile = hbk_facts_write (hbk_profile_get_attributes (hbk_state_get_profile (state)));

  g_string_append (text, profile);
  g_string_append_printf (text, "\ntoday %d undo %" G_GINT64_FORMAT " redo %" G_GINT64_FORMAT " trash %u writable %d pack %s", (int) state->today, state->undo, state->redo, state->n_trash, state->is_writable,
                          state->pack != NULL ? state->pack->id : "-");
  for (guint i = 0; i < state->records->len; i++)
    {
      g_autofree char *record = hbk_record_write (g_ptr_array_index (state->records, i));

      g_string_append_printf (text, "\n%s", record);
    }
  for (guint i = 0; i < state->files->len; i++)
    {
      const HbkEvidenceFile *file = g_ptr_array_index (state->files, i);
      GPtrArray             *proved = hbk_state_get_records_of_file (state, file->sha256);

      g_string_append_printf (text, "\nXS-%u %s proves %u", file->serial, file->name, proved->len);
    }
  for (guint i = 0; i < state->years->len; i++)
    describe_year (text, g_ptr_array_index (state->years, i));

  return g_string_free_and_steal (text);
}
