/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-journal-step.h"

G_DEFINE_BOXED_TYPE (HbkJournalStep, hbk_journal_step, hbk_journal_step_copy, hbk_journal_step_free)

static const char *const nicks[] = {
  "add", "edit", "remove", "restore", "attach", "detach", "take-in", "file", "profile",
  "reading", "import", "restore-backup", "close", "hand-in", "reopen", "undo", "redo"
};

/**
 * hbk_journal_step_new:
 * @what: what it does
 *
 * Makes a step without changes.
 *
 * Returns: (transfer full): the step
 */
HbkJournalStep *
hbk_journal_step_new (HbkJournalWhat what)
{
  HbkJournalStep *step = g_new0 (HbkJournalStep, 1);

  step->what = what;
  step->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_change_unref);

  return step;
}

/**
 * hbk_journal_step_copy:
 * @step: a step
 *
 * Makes a copy.
 *
 * Returns: (transfer full): the copy
 */
HbkJournalStep *
hbk_journal_step_copy (const HbkJournalStep *step)
{
  HbkJournalStep *copy;

  g_return_val_if_fail (step != NULL, NULL);

  copy = g_memdup2 (step, sizeof *step);
  copy->note = g_strdup (step->note);
  copy->correction = g_strdup (step->correction);
  copy->changes = g_ptr_array_copy (step->changes, (GCopyFunc) (GCallback) hbk_change_ref, NULL);
  g_ptr_array_set_free_func (copy->changes, (GDestroyNotify) hbk_change_unref);

  return copy;
}

/**
 * hbk_journal_step_free:
 * @step: (transfer full) (nullable): a step
 *
 * Frees a step.
 */
void
hbk_journal_step_free (HbkJournalStep *step)
{
  if (step == NULL)
    return;

  g_free (step->note);
  g_free (step->correction);
  g_ptr_array_unref (step->changes);
  g_free (step);
}

/**
 * hbk_journal_what_to_nick:
 * @what: what a step did
 *
 * Gives the word for it that is stored.
 *
 * Returns: (transfer none): the word
 */
const char *
hbk_journal_what_to_nick (HbkJournalWhat what)
{
  g_return_val_if_fail ((guint) what < G_N_ELEMENTS (nicks), NULL);

  return nicks[what];
}

/**
 * hbk_journal_what_from_nick:
 * @nick: (nullable): a word
 * @what: (out): what it stands for
 *
 * Reads the word for what a step did.
 *
 * Returns: %FALSE when it stands for nothing
 */
gboolean
hbk_journal_what_from_nick (const char *nick, HbkJournalWhat *what)
{
  for (gsize i = 0; nick != NULL && i < G_N_ELEMENTS (nicks); i++)
    {
      if (!g_str_equal (nicks[i], nick))
        continue;

      *what = (HbkJournalWhat) i;
      return TRUE;
    }

  return FALSE;
}
