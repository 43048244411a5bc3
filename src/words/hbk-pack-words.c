/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-pack-words.h"

/**
 * hbk_pack_words_find:
 * @packs: (nullable) (element-type HbkPack): packs
 * @id: (nullable): the id of a pack
 *
 * Finds a pack.
 *
 * Returns: (transfer none) (nullable): the pack, or %NULL when it is none of them
 */
const HbkPack *
hbk_pack_words_find (GPtrArray *packs, const char *id)
{
  for (guint i = 0; packs != NULL && i < packs->len; i++)
    {
      const HbkPack *pack = g_ptr_array_index (packs, i);

      if (g_strcmp0 (pack->id, id) == 0)
        return pack;
    }

  return NULL;
}

/**
 * hbk_pack_words_region:
 * @packs: (nullable) (element-type HbkPack): packs
 * @id: the id of a pack
 * @language: the language of the packs' words
 *
 * Names the region that a pack holds for.
 *
 * Returns: (transfer none): the name; the id when it is none of these packs
 */
const char *
hbk_pack_words_region (GPtrArray *packs, const char *id, HbkLanguage language)
{
  const HbkPack *pack = hbk_pack_words_find (packs, id);

  g_return_val_if_fail (id != NULL, NULL);

  return pack != NULL ? hbk_bilingual_get (&pack->region, language) : id;
}
