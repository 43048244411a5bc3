/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "words/hbk-warning-groups.h"

static void
group_free (gpointer data)
{
  HbkWarningGroup *group = data;

  g_ptr_array_unref (group->records);
  g_free (group);
}

/* Which documents are missing stands with each record, so that warnings about them say the same. */
static gboolean
is_about_evidence (const HbkWarning *warning)
{
  return g_str_equal (warning->spec->id, "W-EVIDENCE-MISSING");
}

static char *
key_of (const HbkWarning *warning)
{
  const char *id = warning->id != NULL && !is_about_evidence (warning) ? warning->id : "";

  return g_strdup_printf ("%s %d %d %s", warning->spec->id, warning->reading, warning->date, id);
}

static void
add_warning (GPtrArray *groups, GHashTable *by_key, const HbkWarning *warning)
{
  g_autofree char *key = key_of (warning);
  HbkWarningGroup *group = g_hash_table_lookup (by_key, key);

  if (group == NULL)
    {
      group = g_new0 (HbkWarningGroup, 1);
      group->warning = *warning;
      if (is_about_evidence (warning))
        group->warning.id = NULL;
      group->records = g_ptr_array_new ();
      g_ptr_array_add (groups, group);
      g_hash_table_insert (by_key, g_steal_pointer (&key), group);
    }
  else
    {
      group->warning.hours += warning->hours;
    }

  if (warning->record != NULL && (group->records->len == 0 || warning->record != g_ptr_array_index (group->records, group->records->len - 1)))
    g_ptr_array_add (group->records, warning->record);
}

/**
 * hbk_warning_groups_new:
 * @warnings: (array length=n_warnings): warnings
 * @n_warnings: how many
 * @with_readings: those too that only say that a clause is unclear
 *
 * Puts together what is said of several records. The groups hold on to nothing: they live as long as the warnings.
 *
 * Returns: (transfer full) (element-type HbkWarningGroup): the groups, in the order of their first warnings
 */
GPtrArray *
hbk_warning_groups_new (const HbkWarning *warnings, guint n_warnings, gboolean with_readings)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_warnings; i++)
    {
      if (with_readings || !hbk_warning_is_about_reading (&warnings[i]))
        add_warning (groups, by_key, &warnings[i]);
    }

  return groups;
}

/**
 * hbk_warning_is_about_reading:
 * @warning: a warning
 *
 * Says whether a warning only says that a clause is unclear.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_warning_is_about_reading (const HbkWarning *warning)
{
  return warning->reading >= 0 && g_str_equal (warning->spec->id, "W-AMBIG");
}
