/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "disk/hbk-progress.h"
#include "submission/hbk-bag-hasher.h"
#include "submission/hbk-bag-report.h"
#include "submission/hbk-package-source.h"

G_BEGIN_DECLS

/* What the manifests say of a file, by algorithm. */
typedef struct
{
  char    *expected[HBK_BAG_N_ALGORITHMS];
  gboolean is_broken; /* it cannot be read, which was said */
} HbkBagFile;

/* A bag while it is verified. */
typedef struct
{
  HbkPackageSource *source;
  GCancellable     *cancellable;
  HbkBagReport     *report;
  gboolean          is_strict;         /* 1.0, which allows less than the versions before */
  HbkBagFile       *files;             /* by the position in the source */
  guint             payload_manifests; /* a bit for each HbkBagAlgorithm */
  guint             tag_manifests;
  GHashTable       *composed; /* composed name → position + 1; NULL until it is needed */
} HbkBag;

void hbk_bag_problem (HbkBag *self, HbkError code, const char *place, guint line, const char *what_format, ...) G_GNUC_PRINTF (5, 6);
void hbk_bag_warning (HbkBag *self, HbkError code, const char *place, guint line, const char *what_format, ...) G_GNUC_PRINTF (5, 6);
void hbk_bag_complain (HbkBag *self, gboolean is_problem, HbkError code, const char *place, guint line, const char *what);

void hbk_bag_damage (HbkBag *self, HbkError code, const char *place, const char *what);

const char *hbk_bag_get_name (const HbkBag *self, guint position);
gboolean    hbk_bag_lookup (const HbkBag *self, const char *path, guint *position);
gboolean    hbk_bag_is_payload (const char *path);
gboolean    hbk_bag_is_manifest (const char *path);
gboolean    hbk_bag_is_tag_manifest (const char *path);
gboolean    hbk_bag_take_error (HbkBag *self, guint position, GError *failure, GError **error);
gboolean    hbk_bag_read_lines (HbkBag *self, guint position, GPtrArray **lines, GError **error);
char       *hbk_bag_decode_path (const char *path, gboolean *has_percent) G_GNUC_WARN_UNUSED_RESULT;

gboolean hbk_bag_read_declaration (HbkBag *self, guint position, GError **error);
gboolean hbk_bag_read_info (HbkBag *self, guint position, GError **error);
gboolean hbk_bag_read_fetch (HbkBag *self, guint position, GError **error);
gboolean hbk_bag_read_manifests (HbkBag *self, GError **error);
gboolean hbk_bag_hash (HbkBag *self, HbkProgressFunc progress, gpointer user_data, GError **error);

G_END_DECLS
