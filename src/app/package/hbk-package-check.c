/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/package/hbk-package-check.h"

/**
 * hbk_package_check_ref:
 * @self: a check
 *
 * Holds on to a check.
 *
 * Returns: (transfer full): the check
 */
HbkPackageCheck *
hbk_package_check_ref (HbkPackageCheck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * hbk_package_check_unref:
 * @self: a check
 *
 * Lets go of a check, in whichever thread.
 */
void
hbk_package_check_unref (HbkPackageCheck *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  /* What was found points into what is handed in. */
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->submission, hbk_submission_unref);
  hbk_package_choices_free (self->choices);
  g_free (self);
}

static void
count_errors (HbkPackageCheck *self)
{
  while (self->n_errors < self->findings->len && ((const HbkFinding *) g_ptr_array_index (self->findings, self->n_errors))->severity == HBK_SEVERITY_ERROR)
    self->n_errors++;
}

static void
count_files (HbkPackageCheck *self)
{
  for (guint i = 0; i < self->submission->years->len; i++)
    {
      const HbkSubmissionYear *year = g_ptr_array_index (self->submission->years, i);

      for (guint j = 0; j < year->entries->len; j++)
        {
          GPtrArray *files = ((const HbkSubmissionEntry *) g_ptr_array_index (year->entries, j))->files;

          self->n_files += files->len;
          for (guint k = 0; k < files->len; k++)
            self->size += ((const HbkSubmissionFile *) g_ptr_array_index (files, k))->file->size;
        }
    }
}

/* What the thread needs. */
typedef struct
{
  HbkPackageChoices *choices;
  HbkDate            today;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  hbk_package_choices_free (order->choices);
  g_free (order);
}

static gpointer
check_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  Order *order = data;
  g_autoptr (HbkPackageCheck) self = g_new0 (HbkPackageCheck, 1);
  HbkPackageTarget target = hbk_package_choices_get_target (order->choices);
  HbkPortalLimits  limits = hbk_package_choices_get_limits (order->choices);

  g_atomic_ref_count_init (&self->ref_count);
  self->submission = hbk_workspace_prepare_package (workspace, &target, order->today, error);
  self->findings = self->submission != NULL ? hbk_workspace_check_package (workspace, self->submission, &limits, error) : NULL;
  if (self->findings == NULL)
    return NULL;

  self->choices = g_steal_pointer (&order->choices);
  count_errors (self);
  count_files (self);

  return g_steal_pointer (&self);
}

/**
 * hbk_package_check_async:
 * @session: the session
 * @choices: what was chosen
 * @callback: is called when it is done
 * @user_data: data for @callback
 *
 * Gathers what would be handed in and looks for all for which it would come back.
 */
void
hbk_package_check_async (HbkSession *session, const HbkPackageChoices *choices, GAsyncReadyCallback callback, gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  order->choices = hbk_package_choices_copy (choices);
  order->today = hbk_session_get_today (session);
  hbk_session_run_async (session, "check a package", check_job, order, order_free, (GDestroyNotify) hbk_package_check_unref, NULL, callback, user_data);
}

/**
 * hbk_package_check_finish:
 * @session: the session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Gives what was found.
 *
 * Returns: (transfer full): the check, or %NULL on error
 */
HbkPackageCheck *
hbk_package_check_finish (HbkSession *session, GAsyncResult *result, GError **error)
{
  return hbk_session_run_finish (session, result, error);
}
