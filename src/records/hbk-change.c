/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-change.h"

struct _HbkChange
{
  gatomicrefcount ref_count;
  HbkChangeKind   kind;
  char           *id;
  char           *before;
  char           *after;
};

G_DEFINE_BOXED_TYPE (HbkChange, hbk_change, hbk_change_ref, hbk_change_unref)

static const char *const nicks[] = { "record", "file", "profile", "reading", "year", "extra" };

/**
 * hbk_change_new:
 * @kind: what kind of thing
 * @id: which one
 * @before: (nullable): what was kept of it, as JSON; %NULL when it was not there
 * @after: (nullable): what is kept of it from then on; %NULL when it is gone
 *
 * Makes a change.
 *
 * Returns: (transfer full): the change
 */
HbkChange *
hbk_change_new (HbkChangeKind kind, const char *id, const char *before, const char *after)
{
  HbkChange *change;

  g_return_val_if_fail (id != NULL && (guint) kind < G_N_ELEMENTS (nicks), NULL);

  change = g_new0 (HbkChange, 1);
  g_atomic_ref_count_init (&change->ref_count);
  change->kind = kind;
  change->id = g_strdup (id);
  change->before = g_strdup (before);
  change->after = g_strdup (after);

  return change;
}

/**
 * hbk_change_new_inverse:
 * @change: a change
 *
 * Makes the change that leads back.
 *
 * Returns: (transfer full): the change
 */
HbkChange *
hbk_change_new_inverse (HbkChange *change)
{
  g_return_val_if_fail (change != NULL, NULL);

  return hbk_change_new (change->kind, change->id, change->after, change->before);
}

/**
 * hbk_change_ref:
 * @change: a change
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @change
 */
HbkChange *
hbk_change_ref (HbkChange *change)
{
  g_return_val_if_fail (change != NULL, NULL);

  g_atomic_ref_count_inc (&change->ref_count);

  return change;
}

/**
 * hbk_change_unref:
 * @change: (transfer full): a change
 *
 * Drops a reference.
 */
void
hbk_change_unref (HbkChange *change)
{
  g_return_if_fail (change != NULL);

  if (!g_atomic_ref_count_dec (&change->ref_count))
    return;

  g_free (change->id);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

/**
 * hbk_change_get_kind:
 * @change: a change
 *
 * Says what kind of thing was changed.
 *
 * Returns: the kind
 */
HbkChangeKind
hbk_change_get_kind (const HbkChange *change)
{
  g_return_val_if_fail (change != NULL, HBK_CHANGE_RECORD);

  return change->kind;
}

/**
 * hbk_change_get_id:
 * @change: a change
 *
 * Says which thing was changed.
 *
 * Returns: what tells it from others of its kind
 */
const char *
hbk_change_get_id (const HbkChange *change)
{
  g_return_val_if_fail (change != NULL, NULL);

  return change->id;
}

/**
 * hbk_change_get_before:
 * @change: a change
 *
 * Gives what was kept before.
 *
 * Returns: (nullable): JSON, or %NULL when it was not there
 */
const char *
hbk_change_get_before (const HbkChange *change)
{
  g_return_val_if_fail (change != NULL, NULL);

  return change->before;
}

/**
 * hbk_change_get_after:
 * @change: a change
 *
 * Gives what is kept from then on.
 *
 * Returns: (nullable): JSON, or %NULL when it is gone
 */
const char *
hbk_change_get_after (const HbkChange *change)
{
  g_return_val_if_fail (change != NULL, NULL);

  return change->after;
}

/**
 * hbk_change_kind_to_nick:
 * @kind: a kind of thing
 *
 * Gives the word for it that is stored.
 *
 * Returns: (transfer none): the word
 */
const char *
hbk_change_kind_to_nick (HbkChangeKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (nicks), NULL);

  return nicks[kind];
}

/**
 * hbk_change_kind_from_nick:
 * @nick: (nullable): a word
 * @kind: (out): the kind it stands for
 *
 * Reads the word for a kind of thing.
 *
 * Returns: %FALSE when it stands for none
 */
gboolean
hbk_change_kind_from_nick (const char *nick, HbkChangeKind *kind)
{
  for (gsize i = 0; nick != NULL && i < G_N_ELEMENTS (nicks); i++)
    {
      if (!g_str_equal (nicks[i], nick))
        continue;

      *kind = (HbkChangeKind) i;
      return TRUE;
    }

  return FALSE;
}
