/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-status.h"

G_DEFINE_ENUM_TYPE (HbkStatus, hbk_status, G_DEFINE_ENUM_VALUE (HBK_STATUS_PLANNED, "planned"), G_DEFINE_ENUM_VALUE (HBK_STATUS_DONE, "done"), G_DEFINE_ENUM_VALUE (HBK_STATUS_SUBMITTED, "submitted"), G_DEFINE_ENUM_VALUE (HBK_STATUS_VERIFIED, "verified"), G_DEFINE_ENUM_VALUE (HBK_STATUS_RETURNED, "returned"))

/* The words in files, by value. */
static const char *const nicks[] = {
  [HBK_STATUS_PLANNED] = "planned",
  [HBK_STATUS_DONE] = "done",
  [HBK_STATUS_SUBMITTED] = "submitted",
  [HBK_STATUS_VERIFIED] = "verified",
  [HBK_STATUS_RETURNED] = "returned",
};

/**
 * hbk_status_to_nick:
 * @status: a status
 *
 * Gives the word that stands for a status in files.
 *
 * Returns: the word
 */
const char *
hbk_status_to_nick (HbkStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (nicks), NULL);

  return nicks[status];
}

/**
 * hbk_status_from_nick:
 * @nick: a word
 * @status: (out): where to put a status
 *
 * Finds a status by the word that stands for it in files.
 *
 * Returns: %TRUE when there is one; otherwise @status is untouched
 */
gboolean
hbk_status_from_nick (const char *nick, HbkStatus *status)
{
  g_return_val_if_fail (nick != NULL && status != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      if (g_strcmp0 (nicks[i], nick) == 0)
        {
          *status = (HbkStatus) i;
          return TRUE;
        }
    }

  return FALSE;
}
