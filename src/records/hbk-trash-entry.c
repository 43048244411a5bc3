/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-trash-entry.h"

#define DAY (24 * G_TIME_SPAN_HOUR)

G_DEFINE_BOXED_TYPE (HbkTrashEntry, hbk_trash_entry, hbk_trash_entry_copy, hbk_trash_entry_free)

/**
 * hbk_trash_entry_new:
 * @record: (nullable): the record
 * @file: (nullable): the file
 * @removed: when it was removed, in microseconds since 1970 UTC
 * @now: the current moment, likewise
 *
 * Makes an entry. Where the clock was set back and @removed lies ahead, all of the days are left.
 *
 * Returns: (transfer full): the entry
 */
HbkTrashEntry *
hbk_trash_entry_new (HbkRecord *record, HbkEvidenceFile *file, gint64 removed, gint64 now)
{
  HbkTrashEntry *entry = g_new0 (HbkTrashEntry, 1);
  guint64        gone; /* days */

  entry->record = record != NULL ? g_object_ref (record) : NULL;
  entry->file = file != NULL ? hbk_evidence_file_copy (file) : NULL;
  entry->removed = removed;
  gone = now > removed ? ((guint64) now - (guint64) removed) / DAY : 0;
  entry->days_left = HBK_TRASH_DAYS - (int) MIN (gone, HBK_TRASH_DAYS);

  return entry;
}

/**
 * hbk_trash_entry_copy:
 * @entry: an entry
 *
 * Makes a copy.
 *
 * Returns: (transfer full): the copy
 */
HbkTrashEntry *
hbk_trash_entry_copy (const HbkTrashEntry *entry)
{
  HbkTrashEntry *copy;

  g_return_val_if_fail (entry != NULL, NULL);

  copy = hbk_trash_entry_new (entry->record, entry->file, entry->removed, entry->removed);
  copy->days_left = entry->days_left;

  return copy;
}

/**
 * hbk_trash_entry_free:
 * @entry: (transfer full) (nullable): an entry
 *
 * Frees an entry.
 */
void
hbk_trash_entry_free (HbkTrashEntry *entry)
{
  if (entry == NULL)
    return;

  g_clear_object (&entry->record);
  hbk_evidence_file_free (entry->file);
  g_free (entry);
}
