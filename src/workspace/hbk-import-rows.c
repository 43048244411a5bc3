/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-import-rows.h"

static gboolean
says (const HbkColumnMapping *mapping, HbkImportTargetKind kind)
{
  guint column;

  return hbk_column_mapping_find (mapping, kind, &column) || hbk_column_mapping_find_default (mapping, kind) != NULL;
}

static void
complete_facts (HbkRecord *row, HbkRecord *own)
{
  HbkFacts *kept = hbk_record_get_facts (own);
  g_autoptr (HbkFacts) facts = hbk_facts_copy (hbk_record_get_facts (row));

  for (guint i = 0; i < hbk_facts_get_n (kept); i++)
    {
      const char     *id;
      const HbkValue *value = hbk_facts_nth (kept, i, &id);
      JsonNode       *verbatim = hbk_facts_nth_verbatim (kept, i);

      if (hbk_facts_lookup (facts, id) != NULL)
        continue;
      if (verbatim != NULL)
        hbk_facts_set_json (facts, id, verbatim);
      else
        hbk_facts_set (facts, id, value);
    }
  hbk_record_set_facts (row, facts);
}

/**
 * hbk_import_complete_row:
 * @mapping: what the columns of the table say
 * @row: the record of a row, which is completed
 * @own: the record of the library with the same id
 *
 * Keeps what the library knows of a record and a row of a table does not say: a table has fewer columns than a record has answers, and an
 * empty cell is no answer. Where there is a column of the status, an empty cell says that it is done, as in a new record.
 */
void
hbk_import_complete_row (const HbkColumnMapping *mapping, HbkRecord *row, HbkRecord *own)
{
  HbkHours public_hours, professional_hours;

  g_return_if_fail (mapping != NULL && HBK_IS_RECORD (row) && HBK_IS_RECORD (own));

  complete_facts (row, own);
  if (!says (mapping, HBK_IMPORT_STATUS))
    hbk_record_set_status (row, hbk_record_get_status (own));
  if (!says (mapping, HBK_IMPORT_END) && !says (mapping, HBK_IMPORT_PERIOD) && hbk_record_get_start (row) == hbk_record_get_start (own) &&
      hbk_record_get_end (row) == hbk_record_get_start (row))
    hbk_record_set_period (row, hbk_record_get_start (own), hbk_record_get_end (own));
  if (hbk_record_get_subject (row) == HBK_SUBJECT_NONE)
    hbk_record_set_subject (row, hbk_record_get_subject (own));
  if (hbk_record_get_work (row) == NULL)
    hbk_record_set_work (row, hbk_record_get_work (own));
  if (hbk_record_get_note (row) == NULL)
    hbk_record_set_note (row, hbk_record_get_note (own));
  if (!hbk_record_get_verified_hours (row, NULL, NULL) && hbk_record_get_verified_hours (own, &public_hours, &professional_hours))
    hbk_record_set_verified_hours (row, public_hours, professional_hours);
  hbk_record_set_verified_extra (row, hbk_record_get_verified_extra (own));
  hbk_record_set_extra (row, hbk_record_get_extra (own));
}
