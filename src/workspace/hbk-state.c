/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-state-private.h"

G_DEFINE_BOXED_TYPE (HbkState, hbk_state, hbk_state_ref, hbk_state_unref)

HbkState *
hbk_state_new (void)
{
  HbkState *self = g_new0 (HbkState, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->years = g_ptr_array_new_with_free_func (g_free);
  self->bases = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_basis_free);
  self->assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_assessment_unref);

  return self;
}

/* Where a record stands in the years of the state; the results are those of the assessments, so that they live as long. */
static void
index_years (HbkState *self)
{
  self->years_by_record = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self->years->len; i++)
    {
      const HbkStateYear *year = g_ptr_array_index (self->years, i);

      for (guint j = 0; j < year->result->records->len; j++)
        {
          const HbkRecordResult *result = g_ptr_array_index (year->result->records, j);
          const char            *id = hbk_record_get_id (result->record);
          GArray                *entries = g_hash_table_lookup (self->years_by_record, id);
          HbkRecordYear          entry = { year, result };

          if (entries == NULL)
            {
              entries = g_array_sized_new (FALSE, FALSE, sizeof (HbkRecordYear), 1);
              g_hash_table_insert (self->years_by_record, (gpointer) id, entries);
            }
          g_array_append_val (entries, entry);
        }
    }
}

void
hbk_state_take_assessments (HbkState *self)
{
  for (guint i = 0; i < self->bases->len; i++)
    {
      const HbkBasis *basis = g_ptr_array_index (self->bases, i);
      HbkAssessment  *assessment = g_ptr_array_index (self->assessments, i);

      for (guint j = 0; j < basis->years->len; j++)
        {
          int                  year = g_array_index (basis->years, int, j);
          const HbkYearResult *result = hbk_assessment_lookup_year (assessment, year);
          HbkStateYear        *entry = result != NULL ? g_new0 (HbkStateYear, 1) : NULL;

          if (entry == NULL)
            continue;
          entry->year = year;
          entry->basis = basis;
          entry->assessment = assessment;
          entry->result = result;
          entry->entry = g_ptr_array_index (basis->entries, j);
          entry->changed = g_array_index (basis->changed, gboolean, j);
          g_ptr_array_add (self->years, entry);
        }
    }
  index_years (self);
}

/* The keys belong to records and files of the state. */
void
hbk_state_index_files (HbkState *self)
{
  self->files_by_sha256 = g_hash_table_new (g_str_hash, g_str_equal);
  self->records_by_file = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->files->len; i++)
    {
      HbkEvidenceFile *file = g_ptr_array_index (self->files, i);

      g_hash_table_insert (self->files_by_sha256, file->sha256, file);
      g_hash_table_insert (self->records_by_file, file->sha256, g_ptr_array_new ());
    }

  for (guint i = 0; i < self->records->len; i++)
    {
      HbkRecord *record = g_ptr_array_index (self->records, i);

      for (guint j = 0; j < hbk_record_get_n_evidence (record); j++)
        {
          const char *sha256 = hbk_evidence_get_sha256 (hbk_record_get_evidence (record, j));
          GPtrArray  *proved = sha256 != NULL ? g_hash_table_lookup (self->records_by_file, sha256) : NULL;

          if (proved != NULL && !g_ptr_array_find (proved, record, NULL))
            g_ptr_array_add (proved, record);
        }
    }
}

/**
 * hbk_state_ref:
 * @self: a state
 *
 * Takes a reference.
 *
 * Returns: (transfer full): the state
 */
HbkState *
hbk_state_ref (HbkState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * hbk_state_unref:
 * @self: (transfer full): a state
 *
 * Gives a reference back.
 */
void
hbk_state_unref (HbkState *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->years_by_record, g_hash_table_unref);
  g_clear_pointer (&self->records_by_file, g_hash_table_unref);
  g_clear_pointer (&self->files_by_sha256, g_hash_table_unref);
  g_ptr_array_unref (self->years);
  g_ptr_array_unref (self->assessments);
  g_ptr_array_unref (self->bases);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->pack, hbk_pack_unref);
  g_clear_pointer (&self->vocabulary, hbk_vocabulary_unref);
  g_clear_object (&self->logbook);
  g_clear_error (&self->trouble);
  g_free (self);
}

/**
 * hbk_state_get_profile:
 * @self: a state
 *
 * Gets what holds of the person today.
 *
 * Returns: (transfer none): the profile; not to be changed
 */
HbkProfile *
hbk_state_get_profile (const HbkState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return hbk_logbook_get_profile (self->logbook);
}

/**
 * hbk_state_list_packs:
 * @self: a state
 *
 * Lists the rules of today's region and of all years, each once; where nobody moved or changed rules that is one.
 *
 * Returns: (transfer container) (element-type HbkPack): the packs, today's first
 */
GPtrArray *
hbk_state_list_packs (const HbkState *self)
{
  GPtrArray *packs = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, packs);

  if (self->pack != NULL)
    g_ptr_array_add (packs, self->pack);
  for (guint i = 0; i < self->years->len; i++)
    {
      HbkPack *pack = ((const HbkStateYear *) g_ptr_array_index (self->years, i))->basis->pack;

      if (!g_ptr_array_find (packs, pack, NULL))
        g_ptr_array_add (packs, pack);
    }

  return packs;
}

/**
 * hbk_state_lookup_year:
 * @self: a state
 * @year: a year
 *
 * Finds a year.
 *
 * Returns: (transfer none) (nullable): the year, or %NULL when the state has none such
 */
const HbkStateYear *
hbk_state_lookup_year (const HbkState *self, int year)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->years->len; i++)
    {
      const HbkStateYear *entry = g_ptr_array_index (self->years, i);

      if (entry->year == year)
        return entry;
    }

  return NULL;
}

/**
 * hbk_state_lookup_record:
 * @self: a state
 * @id: the id of a record
 *
 * Finds a record.
 *
 * Returns: (transfer none) (nullable): the record; not to be changed
 */
HbkRecord *
hbk_state_lookup_record (const HbkState *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return hbk_logbook_lookup (self->logbook, id);
}

static GArray *
lookup_record_years (const HbkState *self, const char *record_id)
{
  return self->years_by_record != NULL ? g_hash_table_lookup (self->years_by_record, record_id) : NULL;
}

/**
 * hbk_state_get_n_record_years:
 * @self: a state
 * @record_id: the id of a record
 *
 * Says in how many years a record stands.
 *
 * Returns: the number
 */
guint
hbk_state_get_n_record_years (const HbkState *self, const char *record_id)
{
  GArray *entries;

  g_return_val_if_fail (self != NULL && record_id != NULL, 0);

  entries = lookup_record_years (self, record_id);

  return entries != NULL ? entries->len : 0;
}

/**
 * hbk_state_get_record_year:
 * @self: a state
 * @record_id: the id of a record
 * @position: which of its years, from 0; the earliest first
 *
 * Gets what became of a record in one of its years.
 *
 * Returns: (transfer none) (nullable): year and result
 */
const HbkRecordYear *
hbk_state_get_record_year (const HbkState *self, const char *record_id, guint position)
{
  GArray *entries;

  g_return_val_if_fail (self != NULL && record_id != NULL, NULL);

  entries = lookup_record_years (self, record_id);

  return entries != NULL && position < entries->len ? &g_array_index (entries, HbkRecordYear, position) : NULL;
}

/**
 * hbk_state_lookup_file:
 * @self: a state
 * @sha256: the checksum of a file
 *
 * Finds a file.
 *
 * Returns: (transfer none) (nullable): the file
 */
const HbkEvidenceFile *
hbk_state_lookup_file (const HbkState *self, const char *sha256)
{
  g_return_val_if_fail (self != NULL && sha256 != NULL, NULL);

  return g_hash_table_lookup (self->files_by_sha256, sha256);
}

/**
 * hbk_state_get_records_of_file:
 * @self: a state
 * @sha256: the checksum of a file
 *
 * Lists the records that a file proves.
 *
 * Returns: (transfer none) (nullable) (element-type HbkRecord): the records, the newest first; %NULL when there is no such file
 */
GPtrArray *
hbk_state_get_records_of_file (const HbkState *self, const char *sha256)
{
  g_return_val_if_fail (self != NULL && sha256 != NULL, NULL);

  return g_hash_table_lookup (self->records_by_file, sha256);
}
