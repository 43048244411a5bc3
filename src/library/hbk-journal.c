/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library/hbk-journal.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "disk/hbk-sha256.h"

#define NUMBER_MAX (G_MAXINT64 / 2)

/* What the next undo and the next redo would act on once a step is done; 0 where there is none. Every step says it, so that one look
 * at the last step is enough, also after a restart and however often the person went back and forth. */
typedef struct
{
  gint64 number;
  gint64 undo;
  gint64 redo;
  char  *chain;
} State;

static void
state_clear (State *state)
{
  g_free (state->chain);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, state_clear)

#define STATE_COLUMNS "SELECT number, undo_next, redo_next, chain FROM step "

static void
set_journal_error (gint64 number, GError **error)
{
  g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("Step %u of the journal cannot be read. It is left as it is; restore the last backup."), (guint) number);
}

/* Steps lead back only. */
static gboolean
is_plausible (const State *state)
{
  return state->number > 0 && state->number < NUMBER_MAX && state->undo >= 0 && state->undo <= state->number && state->redo >= 0 && state->redo <= state->number;
}

static gboolean
read_state (HbkDatabase *database, sqlite3_stmt *statement, State *state, GError **error)
{
  gboolean has_row;

  memset (state, 0, sizeof *state);
  if (statement == NULL || !hbk_database_next (database, statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  state->number = sqlite3_column_int64 (statement, 0);
  state->undo = sqlite3_column_int64 (statement, 1);
  state->redo = sqlite3_column_int64 (statement, 2);
  state->chain = g_strdup (hbk_database_column_text (statement, 3));
  sqlite3_reset (statement);

  if (!is_plausible (state))
    set_journal_error (state->number, error);

  return is_plausible (state);
}

static gboolean
last_state (HbkDatabase *database, State *state, GError **error)
{
  return read_state (database, hbk_database_prepare (database, STATE_COLUMNS "ORDER BY number DESC LIMIT 1", error), state, error);
}

static gboolean
state_after (HbkDatabase *database, gint64 number, State *state, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (database, STATE_COLUMNS "WHERE number = ?1", error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, number);

  return read_state (database, statement, state, error);
}

/* The step that undid @number last. */
static gboolean
find_undoing (HbkDatabase *database, gint64 number, gint64 *undoing, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (database, "SELECT max(number) FROM step WHERE of = ?1 AND what = 'undo'", error);
  gboolean      has_row;

  *undoing = 0;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  if (!hbk_database_next (database, statement, &has_row, error))
    return FALSE;
  if (has_row)
    *undoing = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);

  return TRUE;
}

/* Handing in is a fact about the world; undoing passes over it. Reopening is its visible opposite. */
static gboolean
is_passed_over (HbkJournalWhat what)
{
  return what == HBK_JOURNAL_HAND_IN || what == HBK_JOURNAL_REOPEN || what == HBK_JOURNAL_CLOSE;
}

/* What undo and redo act on after @step, given how it was before. */
static gboolean
follow (HbkDatabase *database, const HbkJournalStep *step, const State *before, State *after, GError **error)
{
  g_auto (State) below = { 0 };
  gint64 undoing;

  after->undo = before->undo;
  after->redo = before->redo;
  if (is_passed_over (step->what))
    return TRUE;

  switch (step->what)
    {
    case HBK_JOURNAL_UNDO:
      if (!state_after (database, step->of - 1, &below, error))
        return FALSE;
      after->undo = below.undo;
      after->redo = step->of;
      return TRUE;

    case HBK_JOURNAL_REDO:
      if (!find_undoing (database, step->of, &undoing, error) || !state_after (database, MAX (undoing, 1) - 1, &below, error))
        return FALSE;
      after->undo = step->of;
      after->redo = below.redo;
      return TRUE;

    default:
      after->undo = after->number;
      after->redo = 0;
      return TRUE;
    }
}

/* Adds a text in a way that no other texts could give the same bytes. */
static void
add_part (GString *parts, const char *text)
{
  if (text == NULL)
    g_string_append (parts, "-\n");
  else
    g_string_append_printf (parts, "%" G_GSIZE_FORMAT "\n%s\n", strlen (text), text);
}

static char *
make_chain (const char *before, const HbkJournalStep *step, gint64 undo, gint64 redo)
{
  g_autoptr (GString) parts = g_string_new (NULL);

  add_part (parts, before);
  g_string_append_printf (parts, "%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n", step->number, step->at, step->of);
  g_string_append_printf (parts, "%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n", undo, redo);
  add_part (parts, hbk_journal_what_to_nick (step->what));
  add_part (parts, step->note);
  add_part (parts, step->correction);
  for (guint i = 0; i < step->changes->len; i++)
    {
      const HbkChange *change = g_ptr_array_index (step->changes, i);

      add_part (parts, hbk_change_kind_to_nick (hbk_change_get_kind (change)));
      add_part (parts, hbk_change_get_id (change));
      add_part (parts, hbk_change_get_before (change));
      add_part (parts, hbk_change_get_after (change));
    }

  return hbk_sha256_bytes (parts->str, parts->len);
}

static void
bind_number (sqlite3_stmt *statement, int position, gint64 number)
{
  if (number != 0)
    sqlite3_bind_int64 (statement, position, number);
}

static gboolean
insert_step (HbkDatabase *database, const HbkJournalStep *step, const State *state, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (database,
                                                  "INSERT INTO step (number, at, what, of, note, correction, undo_next, redo_next, chain)"
                                                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                                                  error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, step->number);
  sqlite3_bind_int64 (statement, 2, step->at);
  hbk_database_bind_text (statement, 3, hbk_journal_what_to_nick (step->what));
  bind_number (statement, 4, step->of);
  hbk_database_bind_text (statement, 5, step->note);
  hbk_database_bind_text (statement, 6, step->correction);
  bind_number (statement, 7, state->undo);
  bind_number (statement, 8, state->redo);
  hbk_database_bind_text (statement, 9, state->chain);

  return hbk_database_finish (database, statement, error);
}

static gboolean
insert_change (HbkDatabase *database, gint64 step, guint position, const HbkChange *change, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (database,
                                                  "INSERT INTO change (step, position, kind, id, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                                  error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, step);
  sqlite3_bind_int64 (statement, 2, position);
  hbk_database_bind_text (statement, 3, hbk_change_kind_to_nick (hbk_change_get_kind (change)));
  hbk_database_bind_text (statement, 4, hbk_change_get_id (change));
  hbk_database_bind_text (statement, 5, hbk_change_get_before (change));
  hbk_database_bind_text (statement, 6, hbk_change_get_after (change));

  return hbk_database_finish (database, statement, error);
}

/**
 * hbk_journal_append:
 * @database: the database, in a transaction
 * @step: the step; it gets its number
 * @error: return location for an error
 *
 * Adds a step to the journal.
 *
 * Returns: %FALSE on error; the transaction is then to be rolled back
 */
gboolean
hbk_journal_append (HbkDatabase *database, HbkJournalStep *step, GError **error)
{
  g_auto (State) before = { 0 };
  g_auto (State) after = { 0 };

  g_return_val_if_fail (database != NULL && step != NULL, FALSE);

  if (!last_state (database, &before, error))
    return FALSE;

  step->number = after.number = before.number + 1;
  if (!follow (database, step, &before, &after, error))
    return FALSE;
  after.chain = make_chain (before.chain, step, after.undo, after.redo);
  if (!insert_step (database, step, &after, error))
    return FALSE;

  for (guint i = 0; i < step->changes->len; i++)
    {
      if (!insert_change (database, step->number, i, g_ptr_array_index (step->changes, i), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hbk_journal_get_undo:
 * @database: the database
 * @number: (out): the step that is undone next, 0 when there is none
 * @error: return location for an error
 *
 * Finds what to undo.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_journal_get_undo (HbkDatabase *database, gint64 *number, GError **error)
{
  g_auto (State) state = { 0 };
  gboolean is_read = last_state (database, &state, error);

  *number = state.undo;

  return is_read;
}

/**
 * hbk_journal_get_redo:
 * @database: the database
 * @number: (out): the step that is done again next, 0 when there is none
 * @error: return location for an error
 *
 * Finds what to do again.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_journal_get_redo (HbkDatabase *database, gint64 *number, GError **error)
{
  g_auto (State) state = { 0 };
  gboolean is_read = last_state (database, &state, error);

  *number = state.redo;

  return is_read;
}

/* ---- Reading ---- */

static gboolean
read_changes (HbkDatabase *database, HbkJournalStep *step, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (database, "SELECT kind, id, before, after FROM change WHERE step = ?1 ORDER BY position", error);
  gboolean      has_row = statement != NULL;

  if (has_row)
    sqlite3_bind_int64 (statement, 1, step->number);
  while (has_row)
    {
      HbkChangeKind kind;

      if (!hbk_database_next (database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (!hbk_change_kind_from_nick (hbk_database_column_text (statement, 0), &kind))
        {
          sqlite3_reset (statement);
          set_journal_error (step->number, error);
          return FALSE;
        }
      g_ptr_array_add (step->changes, hbk_change_new (kind, hbk_database_column_text (statement, 1), hbk_database_column_optional_text (statement, 2), hbk_database_column_optional_text (statement, 3)));
    }

  return FALSE;
}

#define STEP_COLUMNS                                                                                                        \
  "SELECT s.number, s.at, s.what, s.of, s.note, s.correction, coalesce (o.what, s.what), s.chain, s.undo_next, s.redo_next" \
  " FROM step AS s LEFT JOIN step AS o ON o.number = s.of "

/* Makes a step of the row, without its changes. */
static HbkJournalStep *
make_step (sqlite3_stmt *statement, GError **error)
{
  gint64          number = sqlite3_column_int64 (statement, 0);
  HbkJournalWhat  what, of_what;
  HbkJournalStep *step;

  if (!hbk_journal_what_from_nick (hbk_database_column_text (statement, 2), &what) || !hbk_journal_what_from_nick (hbk_database_column_text (statement, 6), &of_what))
    {
      set_journal_error (number, error);
      return NULL;
    }

  step = hbk_journal_step_new (what);
  step->number = number;
  step->at = sqlite3_column_int64 (statement, 1);
  step->of = sqlite3_column_int64 (statement, 3);
  step->of_what = of_what;
  step->note = g_strdup (hbk_database_column_optional_text (statement, 4));
  step->correction = g_strdup (hbk_database_column_optional_text (statement, 5));

  return step;
}

static GPtrArray *
list_steps (HbkDatabase *database, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_journal_step_free);
  gboolean has_row = statement != NULL;

  while (has_row)
    {
      HbkJournalStep *step;

      if (!hbk_database_next (database, statement, &has_row, error))
        return NULL;
      step = has_row ? make_step (statement, error) : NULL;
      if (has_row && step == NULL)
        {
          sqlite3_reset (statement);
          return NULL;
        }
      if (step != NULL)
        g_ptr_array_add (steps, step);
    }

  for (guint i = 0; i < steps->len; i++)
    {
      if (!read_changes (database, g_ptr_array_index (steps, i), error))
        return NULL;
    }

  return statement != NULL ? g_steal_pointer (&steps) : NULL;
}

/**
 * hbk_journal_read:
 * @database: the database
 * @number: the number of a step
 * @error: return location for an error
 *
 * Reads a step.
 *
 * Returns: (transfer full): the step, or %NULL on error
 */
HbkJournalStep *
hbk_journal_read (HbkDatabase *database, gint64 number, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (database, STEP_COLUMNS "WHERE s.number = ?1", error);
  g_autoptr (GPtrArray) steps = NULL;

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, number);
  steps = list_steps (database, statement, error);
  if (steps == NULL)
    return NULL;
  if (steps->len == 0)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("There is no step %u in the journal."), (guint) number);
      return NULL;
    }

  return g_ptr_array_steal_index (steps, 0);
}

/**
 * hbk_journal_list:
 * @database: the database
 * @limit: how many at most
 * @error: return location for an error
 *
 * Lists the last steps, the newest first.
 *
 * Returns: (transfer full) (element-type HbkJournalStep): the steps, or %NULL on error
 */
GPtrArray *
hbk_journal_list (HbkDatabase *database, guint limit, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (database, STEP_COLUMNS "ORDER BY s.number DESC LIMIT ?1", error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, limit);

  return list_steps (database, statement, error);
}

/**
 * hbk_journal_list_of:
 * @database: the database
 * @kind: what kind of thing
 * @id: which one
 * @limit: how many at most
 * @error: return location for an error
 *
 * Lists the steps that changed a thing, the newest first.
 *
 * Returns: (transfer full) (element-type HbkJournalStep): the steps, or %NULL on error
 */
GPtrArray *
hbk_journal_list_of (HbkDatabase *database, HbkChangeKind kind, const char *id, guint limit, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (database, STEP_COLUMNS "WHERE s.number IN (SELECT step FROM change WHERE kind = ?1 AND id = ?2) ORDER BY s.number DESC LIMIT ?3", error);

  if (statement != NULL)
    {
      hbk_database_bind_text (statement, 1, hbk_change_kind_to_nick (kind));
      hbk_database_bind_text (statement, 2, id);
      sqlite3_bind_int64 (statement, 3, limit);
    }

  return list_steps (database, statement, error);
}

/**
 * hbk_journal_verify:
 * @database: the database
 * @broken: (out): the first step that is not as it was written, 0 when all are
 * @error: return location for an error
 *
 * Compares every step with its checksum.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_journal_verify (HbkDatabase *database, gint64 *broken, GError **error)
{
  sqlite3_stmt    *statement = hbk_database_prepare (database, STEP_COLUMNS "ORDER BY s.number", error);
  g_autofree char *before = NULL;
  gboolean         has_row = statement != NULL;
  gint64           expected = 1;

  *broken = 0;
  while (has_row)
    {
      g_autoptr (HbkJournalStep) step = NULL;
      g_autofree char *chain = NULL;
      gboolean         is_good;

      if (!hbk_database_next (database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      step = make_step (statement, NULL);
      is_good = step != NULL && step->number == expected && read_changes (database, step, NULL);
      chain = is_good ? make_chain (before, step, sqlite3_column_int64 (statement, 8), sqlite3_column_int64 (statement, 9)) : NULL;
      if (g_strcmp0 (chain, hbk_database_column_text (statement, 7)) != 0)
        {
          *broken = expected;
          sqlite3_reset (statement);
          return TRUE;
        }
      g_free (before);
      before = g_steal_pointer (&chain);
      expected++;
    }

  return FALSE;
}
