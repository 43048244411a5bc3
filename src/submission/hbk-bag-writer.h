/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-date.h"

G_BEGIN_DECLS

/**
 * HbkBagTagFile:
 * @name: its name, at the top of the bag
 * @bytes: what is in it
 *
 * A tag file of a bag. Read the members freely.
 */
typedef struct
{
  char   *name;
  GBytes *bytes;
} HbkBagTagFile;

/**
 * HbkBagWriter:
 *
 * Makes the tag files of a bag by RFC 8493, version 1.0: the same files and date give the same bytes.
 */
typedef struct _HbkBagWriter HbkBagWriter;

HbkBagWriter *hbk_bag_writer_new (HbkDate date) G_GNUC_WARN_UNUSED_RESULT;
void          hbk_bag_writer_free (HbkBagWriter *self);

void       hbk_bag_writer_add_file (HbkBagWriter *self, const char *path, const char *sha256, guint64 size);
void       hbk_bag_writer_add_info (HbkBagWriter *self, const char *label, const char *value);
GPtrArray *hbk_bag_writer_finish (HbkBagWriter *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkBagWriter, hbk_bag_writer_free)

G_END_DECLS
