/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-blob-store.h"

G_BEGIN_DECLS

/**
 * HBK_BLOB_LISTING_MAX:
 *
 * How many files a store may hold to be listed.
 */
#define HBK_BLOB_LISTING_MAX 1000000

/**
 * HBK_BLOB_LISTING_MAX_STRANGE:
 *
 * How many strange names a listing keeps; further ones are only counted.
 */
#define HBK_BLOB_LISTING_MAX_STRANGE 1000

/**
 * HbkBlobEntry:
 * @sha256: the name of a stored file
 * @size: in bytes
 *
 * A stored file.
 */
typedef struct
{
  char    sha256[HBK_SHA256_CHARS + 1];
  guint64 size;
} HbkBlobEntry;

/**
 * HbkBlobListing:
 *
 * What lies in a store: the files under their checksums, in the order of these, and apart from them whatever has another
 * name, such as a damaged file that was kept. What is being written, or was left, is not in it.
 */
typedef struct _HbkBlobListing HbkBlobListing;

HbkBlobListing *hbk_blob_listing_new (HbkBlobStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void            hbk_blob_listing_free (HbkBlobListing *self);

guint               hbk_blob_listing_get_n (const HbkBlobListing *self);
const HbkBlobEntry *hbk_blob_listing_get (const HbkBlobListing *self, guint position);
const HbkBlobEntry *hbk_blob_listing_lookup (const HbkBlobListing *self, const char *sha256);
guint               hbk_blob_listing_get_n_strange (const HbkBlobListing *self);
guint               hbk_blob_listing_get_n_strange_total (const HbkBlobListing *self);
const char         *hbk_blob_listing_get_strange (const HbkBlobListing *self, guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkBlobListing, hbk_blob_listing_free)

G_END_DECLS
