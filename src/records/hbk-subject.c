/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-subject.h"

G_DEFINE_ENUM_TYPE (HbkSubject, hbk_subject, G_DEFINE_ENUM_VALUE (HBK_SUBJECT_NONE, "none"), G_DEFINE_ENUM_VALUE (HBK_SUBJECT_PUBLIC, "public"), G_DEFINE_ENUM_VALUE (HBK_SUBJECT_PROFESSIONAL, "professional"))

/* The words in files, by value; NULL where nothing is written. */
static const char *const nicks[] = {
  [HBK_SUBJECT_NONE] = NULL,
  [HBK_SUBJECT_PUBLIC] = "public",
  [HBK_SUBJECT_PROFESSIONAL] = "professional",
};

/**
 * hbk_subject_to_nick:
 * @subject: a subject
 *
 * Gives the word that stands for a subject in files.
 *
 * Returns: (nullable): the word, or %NULL for one that files leave out
 */
const char *
hbk_subject_to_nick (HbkSubject subject)
{
  g_return_val_if_fail ((guint) subject < G_N_ELEMENTS (nicks), NULL);

  return nicks[subject];
}

/**
 * hbk_subject_from_nick:
 * @nick: a word
 * @subject: (out): where to put a subject
 *
 * Finds a subject by the word that stands for it in files.
 *
 * Returns: %TRUE when there is one; otherwise @subject is untouched
 */
gboolean
hbk_subject_from_nick (const char *nick, HbkSubject *subject)
{
  g_return_val_if_fail (nick != NULL && subject != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      if (g_strcmp0 (nicks[i], nick) == 0)
        {
          *subject = (HbkSubject) i;
          return TRUE;
        }
    }

  return FALSE;
}
