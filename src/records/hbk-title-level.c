/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-title-level.h"

G_DEFINE_ENUM_TYPE (HbkTitleLevel, hbk_title_level, G_DEFINE_ENUM_VALUE (HBK_TITLE_LEVEL_UNKNOWN, "unknown"), G_DEFINE_ENUM_VALUE (HBK_TITLE_LEVEL_NONE, "none"), G_DEFINE_ENUM_VALUE (HBK_TITLE_LEVEL_JUNIOR, "junior"), G_DEFINE_ENUM_VALUE (HBK_TITLE_LEVEL_INTERMEDIATE, "intermediate"), G_DEFINE_ENUM_VALUE (HBK_TITLE_LEVEL_SENIOR, "senior"))

/* The words in files, by value; NULL where nothing is written. */
static const char *const nicks[] = {
  [HBK_TITLE_LEVEL_UNKNOWN] = NULL,
  [HBK_TITLE_LEVEL_NONE] = "none",
  [HBK_TITLE_LEVEL_JUNIOR] = "junior",
  [HBK_TITLE_LEVEL_INTERMEDIATE] = "intermediate",
  [HBK_TITLE_LEVEL_SENIOR] = "senior",
};

/**
 * hbk_title_level_to_nick:
 * @level: a level
 *
 * Gives the word that stands for a level in files.
 *
 * Returns: (nullable): the word, or %NULL for one that files leave out
 */
const char *
hbk_title_level_to_nick (HbkTitleLevel level)
{
  g_return_val_if_fail ((guint) level < G_N_ELEMENTS (nicks), NULL);

  return nicks[level];
}

/**
 * hbk_title_level_from_nick:
 * @nick: a word
 * @level: (out): where to put a level
 *
 * Finds a level by the word that stands for it in files.
 *
 * Returns: %TRUE when there is one; otherwise @level is untouched
 */
gboolean
hbk_title_level_from_nick (const char *nick, HbkTitleLevel *level)
{
  g_return_val_if_fail (nick != NULL && level != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      if (g_strcmp0 (nicks[i], nick) == 0)
        {
          *level = (HbkTitleLevel) i;
          return TRUE;
        }
    }

  return FALSE;
}
