/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * HbkDatabase:
 *
 * A connection to an SQLite file, owned by the thread that opened it, with the settings of a keeper of records: rollback journal,
 * every commit on the disk before it is reported, nothing in the file trusted.
 *
 * Statements are prepared once and kept, by the address of their text, which must therefore be a literal.
 */
typedef struct _HbkDatabase HbkDatabase;

/**
 * HbkDatabaseMode:
 * @HBK_DATABASE_READ: only look; a change is refused
 * @HBK_DATABASE_WRITE: look and change
 * @HBK_DATABASE_CREATE: as %HBK_DATABASE_WRITE; a missing file is made, readable by its owner only
 *
 * What a connection is for.
 */
typedef enum {
  HBK_DATABASE_READ,
  HBK_DATABASE_WRITE,
  HBK_DATABASE_CREATE,
} HbkDatabaseMode;

HbkDatabase *hbk_database_open (const char *path, HbkDatabaseMode mode, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void         hbk_database_close (HbkDatabase *self);

gboolean hbk_database_run (HbkDatabase *self, const char *sql, GError **error);
gboolean hbk_database_begin (HbkDatabase *self, GError **error);
gboolean hbk_database_commit (HbkDatabase *self, GError **error);
void     hbk_database_roll_back (HbkDatabase *self);

sqlite3_stmt *hbk_database_prepare (HbkDatabase *self, const char *sql, GError **error);
gboolean      hbk_database_next (HbkDatabase *self, sqlite3_stmt *statement, gboolean *has_row, GError **error);
gboolean      hbk_database_finish (HbkDatabase *self, sqlite3_stmt *statement, GError **error);
gboolean      hbk_database_get_int (HbkDatabase *self, const char *sql, gint64 *value, GError **error);
int           hbk_database_get_n_changed (HbkDatabase *self);

gboolean hbk_database_check (HbkDatabase *self, gboolean thoroughly, char **finding, GError **error);
gboolean hbk_database_copy_to (HbkDatabase *self, const char *path, GError **error);

void        hbk_database_bind_text (sqlite3_stmt *statement, int position, const char *text);
const char *hbk_database_column_text (sqlite3_stmt *statement, int column);
const char *hbk_database_column_optional_text (sqlite3_stmt *statement, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkDatabase, hbk_database_close)

G_END_DECLS
