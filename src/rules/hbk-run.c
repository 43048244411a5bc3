/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-run.h"

#include "rules/hbk-caps.h"
#include "rules/hbk-once-works.h"
#include "rules/hbk-pools.h"
#include "rules/hbk-record-evaluator.h"

/* What the order of records needs to know, beside one another in memory: a logbook of many years is sorted without looking each
 * record up again and again. @begin holds the first eight bytes of the id. */
typedef struct
{
  HbkDate     end;
  guint64     begin;
  const char *id;
  HbkRecord  *record;
} Key;

static Key
key_of (HbkRecord *record)
{
  Key key = { hbk_record_get_end (record), 0, hbk_record_get_id (record), record };

  for (guint i = 0; i < 8 && key.id[i] != '\0'; i++)
    key.begin |= (guint64) (guchar) key.id[i] << (56 - 8 * i);
  return key;
}

/* By date, then id: the order of the file never matters. */
static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;

  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;
  if (x->begin != y->begin)
    return x->begin < y->begin ? -1 : 1;
  return strcmp (x->id, y->id);
}

static GArray *
sorted_keys (HbkLogbook *logbook)
{
  guint   n_records = hbk_logbook_get_n_records (logbook);
  GArray *keys = g_array_sized_new (FALSE, FALSE, sizeof (Key), n_records);

  for (guint i = 0; i < n_records; i++)
    {
      Key key = key_of (hbk_logbook_get_record (logbook, i));

      g_array_append_val (keys, key);
    }
  g_array_sort (keys, compare_keys);
  return keys;
}

/**
 * hbk_run_init:
 * @self: a run on the stack
 * @logbook: the records and the person
 * @pack: the rules
 * @as_of: the day of the assessment
 * @options: (array): option index for each reading; must outlive the run
 *
 * Evaluates every record by itself.
 */
void
hbk_run_init (HbkRun        *self,
              HbkLogbook    *logbook,
              const HbkPack *pack,
              HbkDate        as_of,
              const guint   *options)
{
  g_autoptr (GArray) keys = sorted_keys (logbook);

  hbk_draft_init (&self->draft, pack, hbk_logbook_get_profile (logbook), as_of, options, FALSE);
  self->spans = g_array_sized_new (FALSE, TRUE, sizeof (HbkRecordSpan), keys->len);
  g_array_set_size (self->spans, keys->len);
  for (guint i = 0; i < keys->len; i++)
    {
      HbkRecordSpan *span = &g_array_index (self->spans, HbkRecordSpan, i);

      span->record = g_array_index (keys, Key, i).record;
      memset (&self->draft.scope.looked_at, 0, sizeof self->draft.scope.looked_at);
      span->first_piece = self->draft.pieces->len;
      hbk_record_evaluate (&self->draft, span->record, i);
      span->n_pieces = self->draft.pieces->len - span->first_piece;
      span->looked_at = self->draft.scope.looked_at;
    }
  memset (&self->draft.scope.looked_at, 0, sizeof self->draft.scope.looked_at);
}

/**
 * hbk_run_clear:
 * @self: a run
 *
 * Frees what the run holds.
 */
void
hbk_run_clear (HbkRun *self)
{
  hbk_draft_clear (&self->draft);
  g_clear_pointer (&self->spans, g_array_unref);
}

/**
 * hbk_run_finish:
 * @draft: the pieces of all records, item caps applied
 *
 * Lets the records know of one another: works that count once, pools, and the caps of days and years, in this order. What counts
 * with another record gives no days to a pool.
 */
void
hbk_run_finish (HbkDraft *draft)
{
  hbk_once_works_drop (draft);
  hbk_pools_share_out (draft);
  hbk_caps_cut_years (draft);
}
