/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-database.h"

G_BEGIN_DECLS

/**
 * HBK_SCHEMA_APPLICATION_ID:
 *
 * The number in the header of an SQLite file that says it is a library of Hourbook: "HBKL".
 */
#define HBK_SCHEMA_APPLICATION_ID 0x48424b4c

/**
 * hbk_schema_migrations:
 *
 * What leads from each version of the schema to the next, from version 0, which is an empty file; ends with %NULL.
 *
 * What was released is never changed. A new version is added at the end, and its database goes to tests/library/schemas.
 */
extern const char *const hbk_schema_migrations[];

gboolean hbk_schema_get_version (HbkDatabase *database, const char *name, int newest, int *version, GError **error);
int      hbk_schema_count (const char *const *migrations);
gboolean hbk_schema_migrate (HbkDatabase *database, const char *const *migrations, int from, GError **error);
gboolean hbk_schema_compare (HbkDatabase *database, const char *const *migrations, int version, GError **error);

G_END_DECLS
