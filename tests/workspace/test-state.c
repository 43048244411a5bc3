/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-support.h"

#include "workspace/hbk-preview.h"
#include "workspace/hbk-state-builder.h"

#define N_STEPS 120
#define N_IDS 12

static HbkState *
state_of (Play *play)
{
  return hbk_session_get_state (play->session);
}

/* ---- What is replayed is what would be read ---- */

static gpointer
read_anew (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  g_autoptr (HbkState) quick = hbk_state_build (workspace, NULL, NULL, TODAY, error);
  g_autoptr (HbkState) whole = quick != NULL ? hbk_state_complete (quick) : NULL;

  return whole != NULL ? play_describe (whole) : NULL;
}

static void
assert_is_what_would_be_read (Play *play, const char *after)
{
  g_auto (Ending) ending = { 0 };
  g_autofree char *read = NULL;
  g_autofree char *replayed = NULL;

  play_wait (state_of (play)->is_complete);
  replayed = play_describe (state_of (play));
  play_run (play->session, read_anew, NULL, &ending);
  play_wait (ending.is_done);
  g_assert_no_error (ending.error);
  read = ending.result;
  if (g_strcmp0 (read, replayed) != 0)
    g_error ("after %s, replayed:\n%s\nread:\n%s", after, replayed, read);
}

static HbkRequest *
request_save (GRand *random)
{
  g_autofree char *id = g_strdup_printf ("r%02d", g_rand_int_range (random, 0, N_IDS));
  g_autofree char *day = g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (random, 2022, 2025), g_rand_int_range (random, 1, 6), g_rand_int_range (random, 1, 28));
  g_autoptr (HbkRecord) record = play_record (id, day);

  return hbk_request_new_save_record (record, NULL, NULL);
}

/* Several at once, in an order of their own. */
static HbkRequest *
request_save_many (GRand *random)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  int first = g_rand_int_range (random, 0, N_IDS);

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%02d", (first + 5 * i) % N_IDS);

      g_ptr_array_add (records, play_record (id, "2024-03-01"));
    }

  return hbk_request_new_save_records (records);
}

static HbkRequest *
request_remove (HbkState *state, GRand *random)
{
  HbkRecord  *record = g_ptr_array_index (state->records, g_rand_int_range (random, 0, (int) state->records->len));
  const char *ids[] = { hbk_record_get_id (record), NULL };

  return hbk_request_new_remove_records (ids);
}

static HbkRequest *
request_profile (GRand *random)
{
  static const char *const regions[] = { "harbour", "island", "other" };
  g_autoptr (HbkFacts) answers = hbk_facts_new ();
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  hbk_value_set_text (&value, regions[g_rand_int_range (random, 0, G_N_ELEMENTS (regions))]);
  hbk_facts_set (answers, "region", &value);

  return hbk_request_new_change_profile (g_rand_boolean (random) ? HBK_DATE_NONE : hbk_date_new (2023, 9, 1), answers);
}

static HbkRequest *
request_take_in (Play *play, GRand *random)
{
  g_autofree char *name = g_strdup_printf ("%d.txt", g_rand_int_range (random, 0, 8));
  g_autofree char *path = world_put_file (&play->world, name, name);
  const char      *paths[] = { path, NULL };
  HbkState        *state = state_of (play);
  HbkRecord       *record = state->records->len > 0 && g_rand_boolean (random) ? g_ptr_array_index (state->records, 0) : NULL;

  return hbk_request_new_take_in (paths, record != NULL ? hbk_record_get_id (record) : NULL, NULL);
}

static HbkRequest *
request_of_file (HbkState *state, GRand *random)
{
  HbkEvidenceFile *file = g_ptr_array_index (state->files, g_rand_int_range (random, 0, (int) state->files->len));
  const char      *sha256s[] = { file->sha256, NULL };
  GPtrArray       *proved = hbk_state_get_records_of_file (state, file->sha256);

  if (proved->len > 0)
    return hbk_request_new_detach (hbk_record_get_id (g_ptr_array_index (proved, 0)), file->sha256);
  if (state->records->len > 0 && g_rand_boolean (random))
    return hbk_request_new_attach (hbk_record_get_id (g_ptr_array_index (state->records, 0)), sha256s, "notice");

  return hbk_request_new_remove_file (file->sha256);
}

static HbkRequest *
make_request (Play *play, GRand *random)
{
  HbkState *state = state_of (play);

  switch (g_rand_int_range (random, 0, 10))
    {
    case 0:
      return request_save_many (random);
    case 1:
      return state->records->len > 0 ? request_remove (state, random) : request_save (random);
    case 2:
    case 3:
      return state->undo != 0 ? hbk_request_new_undo () : request_save (random);
    case 4:
      return state->redo != 0 ? hbk_request_new_redo () : request_save (random);
    case 5:
      return request_profile (random);
    case 6:
      return request_take_in (play, random);
    case 7:
      return state->files->len > 0 ? request_of_file (state, random) : request_take_in (play, random);
    default:
      return request_save (random);
    }
}

static void
test_replay (Play *play, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) GPOINTER_TO_UINT (data));

  for (guint i = 0; i < N_STEPS; i++)
    {
      g_auto (Ending) ending = { 0 };
      g_autofree char *after = g_strdup_printf ("step %u of seed %u", i, GPOINTER_TO_UINT (data));

      play_send (play->session, make_request (play, random), NULL, &ending);
      play_wait (ending.is_done);
      g_assert_no_error (ending.error);
      if (i % 4 == 0)
        assert_is_what_would_be_read (play, after);
    }
}

/* ---- Previews ---- */

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(HbkPreview **) data = hbk_preview_finish (HBK_SESSION (source), result, &error);
  g_assert_no_error (error);
}

static HbkPreview *
preview (Play *play, HbkRecord *draft)
{
  HbkPreview *found = NULL;

  hbk_preview_async (play->session, draft, previewed_cb, &found);
  play_wait (found != NULL);

  return found;
}

static void
save (Play *play, HbkRecord *record)
{
  play_perform (play->session, hbk_request_new_save_record (record, NULL, NULL));
}

/* What a preview says is what saving brings; nothing is stored. */
static void
test_preview (Play *play, gconstpointer data)
{
  g_autoptr (HbkRecord) first = play_record ("a", "2024-05-01");
  g_autoptr (HbkRecord) draft = play_record ("b", "2024-05-02");
  g_autoptr (HbkPreview) found = NULL;
  const HbkPreviewYear *year;
  guint64               before;

  save (play, first);
  before = state_of (play)->generation;
  found = preview (play, draft);
  g_assert_cmpuint (state_of (play)->generation, ==, before);
  g_assert_null (hbk_state_lookup_record (state_of (play), "b"));

  g_assert_cmpuint (found->years->len, ==, 1);
  year = g_ptr_array_index (found->years, 0);
  g_assert_cmpint (year->year, ==, 2024);
  g_assert_cmpint (year->before->credited.professional_hours, ==, 800);
  save (play, draft);
  g_assert_cmpint (year->after->credited.professional_hours, ==, hbk_state_lookup_year (state_of (play), 2024)->result->credited.professional_hours);
  g_assert_cmpint (year->result->credited.professional_hours, ==, hbk_state_get_record_year (state_of (play), "b", 0)->result->credited.professional_hours);
}

/* A draft of a year that the library does not know yet. */
static void
test_preview_new_year (Play *play, gconstpointer data)
{
  g_autoptr (HbkRecord) draft = play_record ("a", "2019-05-01");
  g_autoptr (HbkPreview) found = preview (play, draft);
  const HbkPreviewYear *year;

  g_assert_cmpuint (found->years->len, ==, 1);
  year = g_ptr_array_index (found->years, 0);
  g_assert_cmpint (year->year, ==, 2019);
  g_assert_null (year->before);
  g_assert_nonnull (year->result);
}

/* A record that is moved to another year leaves the one it was in. */
static void
test_preview_move (Play *play, gconstpointer data)
{
  g_autoptr (HbkRecord) record = play_record ("a", "2023-05-01");
  g_autoptr (HbkPreview) found = NULL;
  const HbkPreviewYear *old, *new;

  save (play, record);
  hbk_record_set_period (record, hbk_date_parse ("2024-05-01"), hbk_date_parse ("2024-05-01"));
  found = preview (play, record);
  g_assert_cmpuint (found->years->len, ==, 2);
  old = g_ptr_array_index (found->years, 0);
  new = g_ptr_array_index (found->years, 1);
  g_assert_null (old->result);
  g_assert_cmpint (old->before->credited.professional_hours, ==, 800);
  g_assert_cmpint (old->after->credited.professional_hours, ==, 0);
  g_assert_cmpint (new->result->credited.professional_hours, ==, 800);
  g_assert_cmpuint (found->similar->len, ==, 0);
}

static void
test_preview_similar (Play *play, gconstpointer data)
{
  g_autoptr (HbkRecord) record = play_record ("a", "2024-05-01");
  g_autoptr (HbkRecord) same_day = play_record ("b", "2024-05-01");
  g_autoptr (HbkRecord) same_work = play_record ("c", "2022-05-01");
  g_autoptr (HbkPreview) first = NULL;
  g_autoptr (HbkPreview) second = NULL;

  hbk_record_set_work (record, "a work");
  hbk_record_set_work (same_work, "a work");
  save (play, record);
  first = preview (play, same_day);
  second = preview (play, same_work);
  g_assert_cmpuint (first->similar->len, ==, 1);
  g_assert_cmpuint (second->similar->len, ==, 1);
  g_assert_cmpstr (hbk_record_get_id (g_ptr_array_index (second->similar, 0)), ==, "a");
}

/* A draft without a day comes to nothing yet. */
static void
test_preview_unfinished (Play *play, gconstpointer data)
{
  g_autoptr (HbkRecord) draft = hbk_record_new ("a", "training");
  g_autoptr (HbkPreview) found = preview (play, draft);

  g_assert_cmpuint (found->years->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/state/replay/%u", seed);

      g_test_add (path, Play, GUINT_TO_POINTER (seed), play_set_up, test_replay, play_tear_down);
    }
  g_test_add ("/state/preview", Play, NULL, play_set_up, test_preview, play_tear_down);
  g_test_add ("/state/preview-new-year", Play, NULL, play_set_up, test_preview_new_year, play_tear_down);
  g_test_add ("/state/preview-move", Play, NULL, play_set_up, test_preview_move, play_tear_down);
  g_test_add ("/state/preview-similar", Play, NULL, play_set_up, test_preview_similar, play_tear_down);
  g_test_add ("/state/preview-unfinished", Play, NULL, play_set_up, test_preview_unfinished, play_tear_down);

  return g_test_run ();
}
