/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-record-order.h"

#include <string.h>

#include "workspace/hbk-record-sum.h"

/* A record on its way into the order, with what decides its place. */
typedef struct
{
  HbkRecord   *record;
  HbkRecordSum sum;
  guint        position;
  char        *key;
} Entry;

G_DEFINE_BOXED_TYPE (HbkRecordOrder, hbk_record_order, hbk_record_order_ref, hbk_record_order_unref)

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
}

/* ---- Which ---- */

/* A record that no rule puts into the year, such as one that was never assessed, belongs to the years of its days. */
static gboolean
is_of_year (HbkRecord *record, const HbkRecordSum *sum, int year)
{
  HbkPeriod part;

  if (year == 0 || sum->n_years > 0)
    return TRUE;

  return hbk_period_in_year (hbk_record_get_period (record), year, &part);
}

static gboolean
has_subject (const HbkRecordSum *sum, HbkSubject subject)
{
  HbkTally all = hbk_tally_add (sum->credited, hbk_tally_add (sum->pending, sum->planned));

  return subject == HBK_SUBJECT_NONE || sum->subject == subject || *hbk_tally_part (&all, subject) != 0;
}

static gboolean
has_standing (const HbkRecordSum *sum, HbkRecordStanding standing)
{
  switch (standing)
    {
    case HBK_RECORD_STANDING_CREDITED:
      return hbk_tally_total (sum->credited) != 0;
    case HBK_RECORD_STANDING_PENDING:
      return sum->main != NULL && sum->main->result->outcome == HBK_OUTCOME_PENDING;
    case HBK_RECORD_STANDING_PLANNED:
      return sum->main != NULL && sum->main->result->outcome == HBK_OUTCOME_PLANNED;
    case HBK_RECORD_STANDING_CUT:
      return hbk_tally_total (sum->lost) != 0;
    case HBK_RECORD_STANDING_NOTHING:
      return hbk_tally_total (sum->credited) == 0 && hbk_tally_total (sum->pending) == 0 && hbk_tally_total (sum->planned) == 0;
    case HBK_RECORD_STANDING_ANY:
    default:
      return TRUE;
    }
}

/* What does not count needs no proof. */
static gboolean
has_proof (HbkRecord *record, const HbkRecordSum *sum, HbkRecordProof proof)
{
  const HbkRecordResult *result = sum->main != NULL ? sum->main->result : NULL;
  gboolean               counts = result != NULL && (hbk_tally_total (sum->credited) != 0 || hbk_tally_total (sum->pending) != 0);

  switch (proof)
    {
    case HBK_RECORD_PROOF_MISSING:
      return counts && result->evidence_set >= 0 && !result->evidence_complete;
    case HBK_RECORD_PROOF_COMPLETE:
      return counts && result->evidence_complete;
    case HBK_RECORD_PROOF_SUBMITTED:
      return hbk_record_get_status (record) == HBK_STATUS_SUBMITTED || hbk_record_get_status (record) == HBK_STATUS_VERIFIED;
    case HBK_RECORD_PROOF_VERIFIED:
      return hbk_record_get_status (record) == HBK_STATUS_VERIFIED;
    case HBK_RECORD_PROOF_ANY:
    default:
      return TRUE;
    }
}

static gboolean
is_wanted (HbkRecord *record, const HbkRecordSum *sum, const HbkRecordFilter *filter)
{
  return (filter->found == NULL || g_hash_table_contains (filter->found, hbk_record_get_id (record))) && (filter->activity == NULL || g_str_equal (hbk_record_get_activity (record), filter->activity)) && is_of_year (record, sum, filter->year) && has_subject (sum, filter->subject) && has_standing (sum, filter->standing) && has_proof (record, sum, filter->proof);
}

/* ---- In which order ---- */

static int
compare_hours (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;
  HbkHours     x = hbk_tally_total (first->sum.credited), y = hbk_tally_total (second->sum.credited);

  if (x == y)
    {
      x = hbk_tally_total (first->sum.pending);
      y = hbk_tally_total (second->sum.pending);
    }
  if (x != y)
    return x < y ? 1 : -1;

  return first->position < second->position ? -1 : 1;
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;
  int          order = strcmp (first->key, second->key);

  return order != 0 ? order : (first->position < second->position ? -1 : 1);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;

  return first->position > second->position ? -1 : 1;
}

/* The logbook has its records in the order in which they were written down. */
static void
place_by_logbook (GArray *entries, HbkLogbook *logbook)
{
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < hbk_logbook_get_n_records (logbook); i++)
    g_hash_table_insert (positions, hbk_logbook_get_record (logbook, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      entry->position = GPOINTER_TO_UINT (g_hash_table_lookup (positions, entry->record));
    }
}

static void
make_keys (GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry      *entry = &g_array_index (entries, Entry, i);
      const char *title = hbk_record_get_title (entry->record);

      entry->key = g_utf8_collate_key (title != NULL ? title : "", -1);
    }
}

/* Those of a state stand with the newest first already. */
static void
sort_entries (GArray *entries, HbkRecordSort sort, HbkLogbook *logbook)
{
  switch (sort)
    {
    case HBK_RECORD_SORT_HOURS:
      g_array_sort (entries, compare_hours);
      break;

    case HBK_RECORD_SORT_TITLE:
      make_keys (entries);
      g_array_sort (entries, compare_titles);
      break;

    case HBK_RECORD_SORT_ADDED:
      place_by_logbook (entries, logbook);
      g_array_sort (entries, compare_positions);
      break;

    case HBK_RECORD_SORT_OLDEST:
      g_array_sort (entries, compare_positions);
      break;

    case HBK_RECORD_SORT_NEWEST:
    default:
      break;
    }
}

/* ---- Sections ---- */

static void
get_month (HbkRecord *record, HbkRecordSort sort, int *year, int *month)
{
  HbkDate date = hbk_record_get_end (record) != HBK_DATE_NONE ? hbk_record_get_end (record) : hbk_record_get_start (record);

  *year = *month = 0;
  if (date != HBK_DATE_NONE && (sort == HBK_RECORD_SORT_NEWEST || sort == HBK_RECORD_SORT_OLDEST))
    hbk_date_split (date, year, month, NULL);
}

static void
add_to_sections (HbkRecordOrder *self, const Entry *entry)
{
  HbkRecordSection *last = self->sections->len > 0 ? &g_array_index (self->sections, HbkRecordSection, self->sections->len - 1) : NULL;
  int               year, month;

  get_month (entry->record, self->sort, &year, &month);
  if (last == NULL || last->year != year || last->month != month)
    {
      HbkRecordSection section = { .start = self->records->len, .year = year, .month = month };

      g_array_append_val (self->sections, section);
      last = &g_array_index (self->sections, HbkRecordSection, self->sections->len - 1);
    }
  last->n_records++;
  last->credited = hbk_tally_add (last->credited, entry->sum.credited);
  last->pending = hbk_tally_add (last->pending, entry->sum.pending);
  last->planned = hbk_tally_add (last->planned, entry->sum.planned);
}

/**
 * hbk_record_order:
 * @state: a state
 * @filter: which records are wanted, and in which order
 *
 * Lists the records of a state that are wanted. May be called in any thread.
 *
 * Returns: (transfer full): the records
 */
HbkRecordOrder *
hbk_record_order (HbkState *state, const HbkRecordFilter *filter)
{
  HbkRecordOrder *self;
  g_autoptr (GArray) entries = NULL;

  g_return_val_if_fail (state != NULL && filter != NULL, NULL);

  entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), state->records->len);
  g_array_set_clear_func (entries, entry_clear);
  for (guint i = 0; i < state->records->len; i++)
    {
      Entry entry = { .record = g_ptr_array_index (state->records, i), .position = i };

      entry.sum = hbk_record_sum (state, entry.record, filter->year);
      if (is_wanted (entry.record, &entry.sum, filter))
        g_array_append_val (entries, entry);
    }
  sort_entries (entries, filter->sort, state->logbook);

  self = g_new0 (HbkRecordOrder, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->state = hbk_state_ref (state);
  self->year = filter->year;
  self->sort = filter->sort;
  self->records = g_ptr_array_new_full (entries->len, NULL);
  self->sections = g_array_new (FALSE, FALSE, sizeof (HbkRecordSection));
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      add_to_sections (self, entry);
      g_ptr_array_add (self->records, entry->record);
    }

  return self;
}

/**
 * hbk_record_order_ref:
 * @self: an order
 *
 * Takes a reference.
 *
 * Returns: (transfer full): the order
 */
HbkRecordOrder *
hbk_record_order_ref (HbkRecordOrder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * hbk_record_order_unref:
 * @self: (transfer full): an order
 *
 * Gives a reference back.
 */
void
hbk_record_order_unref (HbkRecordOrder *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->records);
  g_array_unref (self->sections);
  hbk_state_unref (self->state);
  g_free (self);
}

/**
 * hbk_record_order_get_section:
 * @self: an order
 * @position: the position of a record
 *
 * Finds the month that a record stands in.
 *
 * Returns: (transfer none) (nullable): the section, or %NULL when there is no such record
 */
const HbkRecordSection *
hbk_record_order_get_section (const HbkRecordOrder *self, guint position)
{
  guint low = 0, high = self->sections->len;

  if (position >= self->records->len)
    return NULL;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->sections, HbkRecordSection, middle).start <= position)
        low = middle;
      else
        high = middle;
    }

  return &g_array_index (self->sections, HbkRecordSection, low);
}
