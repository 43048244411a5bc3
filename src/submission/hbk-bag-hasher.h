/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkBagAlgorithm:
 * @HBK_BAG_MD5: MD5
 * @HBK_BAG_SHA1: SHA-1
 * @HBK_BAG_SHA256: SHA-256
 * @HBK_BAG_SHA384: SHA-384
 * @HBK_BAG_SHA512: SHA-512
 *
 * A way to work out checksums.
 */
typedef enum {
  HBK_BAG_MD5,
  HBK_BAG_SHA1,
  HBK_BAG_SHA256,
  HBK_BAG_SHA384,
  HBK_BAG_SHA512,
} HbkBagAlgorithm;

/**
 * HBK_BAG_N_ALGORITHMS:
 *
 * How many ways there are.
 */
#define HBK_BAG_N_ALGORITHMS 5

/**
 * HbkBagHasher:
 *
 * Works out several checksums of the same bytes, in a thread of its own, so that the caller can read and unpack the next block meanwhile.
 */
typedef struct _HbkBagHasher HbkBagHasher;

const char *hbk_bag_algorithm_get_name (HbkBagAlgorithm algorithm);
guint       hbk_bag_algorithm_get_n_digits (HbkBagAlgorithm algorithm);
gboolean    hbk_bag_algorithm_parse (const char *name, HbkBagAlgorithm *algorithm);

HbkBagHasher *hbk_bag_hasher_new (gsize block_size) G_GNUC_WARN_UNUSED_RESULT;
void          hbk_bag_hasher_free (HbkBagHasher *self);

void        hbk_bag_hasher_begin (HbkBagHasher *self, guint algorithms);
guint8     *hbk_bag_hasher_get_block (HbkBagHasher *self);
void        hbk_bag_hasher_push (HbkBagHasher *self, gsize length);
void        hbk_bag_hasher_finish (HbkBagHasher *self);
const char *hbk_bag_hasher_get_hex (const HbkBagHasher *self, HbkBagAlgorithm algorithm);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkBagHasher, hbk_bag_hasher_free)

G_END_DECLS
