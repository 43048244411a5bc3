/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-bag-report.h"

static void
free_info (gpointer data)
{
  HbkBagInfo *info = data;

  g_free (info->label);
  g_free (info->value);
  g_free (info);
}

/**
 * hbk_bag_report_new:
 *
 * Begins a report, of a bag in which nothing was found wrong as yet.
 *
 * Returns: (transfer full): the report
 */
HbkBagReport *
hbk_bag_report_new (void)
{
  HbkBagReport *self = g_new0 (HbkBagReport, 1);

  self->is_complete = TRUE;
  self->is_valid = TRUE;
  self->folder = g_strdup ("");
  self->info = g_ptr_array_new_with_free_func (free_info);
  self->checksums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->problems = hbk_problems_new ();
  self->warnings = hbk_problems_new ();

  return self;
}

/**
 * hbk_bag_report_free:
 * @self: (transfer full): a report
 *
 * Frees it.
 */
void
hbk_bag_report_free (HbkBagReport *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->version);
  g_free (self->folder);
  g_ptr_array_unref (self->info);
  g_hash_table_unref (self->checksums);
  hbk_problems_free (self->problems);
  hbk_problems_free (self->warnings);
  g_free (self);
}

/**
 * hbk_bag_report_add_info:
 * @self: a report
 * @label: what it is
 * @value: what it says
 *
 * Takes in a line of bag-info.txt.
 */
void
hbk_bag_report_add_info (HbkBagReport *self, const char *label, const char *value)
{
  HbkBagInfo *info;

  g_return_if_fail (self != NULL && label != NULL && value != NULL);

  info = g_new0 (HbkBagInfo, 1);
  info->label = g_strdup (label);
  info->value = g_strdup (value);
  g_ptr_array_add (self->info, info);
}

/**
 * hbk_bag_report_lookup_info:
 * @self: a report
 * @label: a label, in whatever case
 *
 * Looks for what bag-info.txt says; of several lines the first is taken.
 *
 * Returns: (nullable): the value, owned by @self
 */
const char *
hbk_bag_report_lookup_info (const HbkBagReport *self, const char *label)
{
  g_return_val_if_fail (self != NULL && label != NULL, NULL);

  for (guint i = 0; i < self->info->len; i++)
    {
      const HbkBagInfo *info = g_ptr_array_index (self->info, i);

      if (g_ascii_strcasecmp (info->label, label) == 0)
        return info->value;
    }

  return NULL;
}
