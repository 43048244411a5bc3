/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups that somebody made to do harm, or that did not arrive whole. */

#define _GNU_SOURCE

#include "library/hbk-backup-archive.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hbk-error.h"
#include "folder.h"
#include "zip-maker.h"

#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define DEF "cb8379ac2098aa165029e3938a51da0bcecfc008fd6795f401178647f96c5b34"
#define EVIDENCE "evidence/" ABC
#define MIMETYPE { "mimetype", "application/x-hourbook-backup", 29 }
#define MANIFEST(text) { "manifest.json", text, sizeof (text) - 1 }
#define DATABASE { "hourbook.db", "def", 3 }
#define BLOB { EVIDENCE, "abc", 3 }

#define HEAD(version, evidence) "{\"format\": \"hourbook-backup\", \"version\": " version ", \"created\": \"2026-03-01T00:30:00Z\", \"application\": \"0.1.0\", \"records\": 1, \"evidence\": " evidence ", \"entries\": ["
#define ENTRY(name, size, sha256) "{\"name\": \"" name "\", \"size\": " size ", \"sha256\": \"" sha256 "\"}"
#define GOOD HEAD ("1", "1") ENTRY ("hourbook.db", "3", DEF) ", " ENTRY (EVIDENCE, "3", ABC) "]}"

typedef struct
{
  const char *name;
  HbkZipPart  parts[6];
  HbkError    code;
  const char *words;
} Case;

static const Case structure[] = {
  { "no-mimetype", { MANIFEST (GOOD), DATABASE, BLOB }, HBK_ERROR_FORMAT, "This is not a backup of Hourbook. Choose another file." },
  { "other-mimetype", { { "mimetype", "application/epub+zip", 20 }, MANIFEST (GOOD), DATABASE, BLOB }, HBK_ERROR_FORMAT, "This is not a backup of Hourbook." },
  { "long-mimetype", { { "mimetype", NULL, 100000, TRUE }, MANIFEST (GOOD), DATABASE, BLOB }, HBK_ERROR_DAMAGED, "The backup is damaged or incomplete. Copy it once more from where it was kept, or use another." },
  { "no-manifest", { MIMETYPE, DATABASE, BLOB }, HBK_ERROR_FORMAT, "This is not a backup of Hourbook." },
  { "no-database", { MIMETYPE, MANIFEST (GOOD), BLOB }, HBK_ERROR_MISSING, "“hourbook.db” is missing in it. Copy the backup once more from where it was kept, or use another." },
  { "no-evidence", { MIMETYPE, MANIFEST (GOOD), DATABASE }, HBK_ERROR_MISSING, "“" EVIDENCE "” is missing in it." },
  { "more-evidence", { MIMETYPE, MANIFEST (GOOD), DATABASE, BLOB, { "evidence/" DEF, "def", 3 } }, HBK_ERROR_UNKNOWN, "“evidence/" DEF "” in it does not belong into a backup of Hourbook. Use another." },
  { "twice", { MIMETYPE, MANIFEST (GOOD), DATABASE, BLOB, BLOB }, HBK_ERROR_DUPLICATE, "“" EVIDENCE "” is in it twice. This is not a backup that Hourbook made; use another." },
  { "mimetype-twice", { MIMETYPE, MIMETYPE, MANIFEST (GOOD), DATABASE, BLOB }, HBK_ERROR_DUPLICATE, "“mimetype” is in it twice." },
  { "manifest-twice", { MIMETYPE, MANIFEST (GOOD), MANIFEST (GOOD), DATABASE, BLOB }, HBK_ERROR_DUPLICATE, "“manifest.json” is in it twice." },
  { "climbs", { MIMETYPE, MANIFEST (GOOD), DATABASE, BLOB, { "../evil", "x", 1 } }, HBK_ERROR_UNKNOWN, "“../evil” in it does not belong" },
  { "climbs-within", { MIMETYPE, MANIFEST (GOOD), DATABASE, { "evidence/../" EVIDENCE, "abc", 3 } }, HBK_ERROR_UNKNOWN, "in it does not belong" },
  { "absolute", { MIMETYPE, MANIFEST (GOOD), DATABASE, BLOB, { "/etc/passwd", "x", 1 } }, HBK_ERROR_UNKNOWN, "“/etc/passwd” in it does not belong" },
  { "escape", { MIMETYPE, MANIFEST (GOOD), DATABASE, BLOB, { "a\033[2Jb", "x", 1 } }, HBK_ERROR_UNKNOWN, "“a\\u001b[2Jb” in it does not belong" },
  { "upper-case", { MIMETYPE, MANIFEST (GOOD), DATABASE, { "evidence/BA7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "abc", 3 } }, HBK_ERROR_UNKNOWN, "in it does not belong" },
  { "folder", { MIMETYPE, MANIFEST (GOOD), DATABASE, BLOB, { "evidence/", "", 0, FALSE, 0, 0, S_IFDIR | 0700 } }, HBK_ERROR_UNKNOWN, "“evidence/” in it is not a plain file. A backup of Hourbook has only plain files; use another." },
  { "link", { MIMETYPE, MANIFEST (GOOD), { "hourbook.db", "/etc/passwd", 11, FALSE, 0, 0, S_IFLNK | 0777 }, BLOB }, HBK_ERROR_UNKNOWN, "“hourbook.db” in it is not a plain file." },
  { "encrypted", { MIMETYPE, MANIFEST (GOOD), { "hourbook.db", "0123456789abdef", 15, FALSE, 0, 1 }, BLOB }, HBK_ERROR_UNKNOWN, "“hourbook.db” in it is not a plain file." },
  { "other-size", { MIMETYPE, MANIFEST (GOOD), DATABASE, { EVIDENCE, "abcd", 4 } }, HBK_ERROR_DAMAGED, "The backup is damaged or incomplete." },
  { "bomb-of-manifest", { MIMETYPE, { "manifest.json", NULL, 8 * 1024 * 1024, TRUE }, DATABASE, BLOB }, HBK_ERROR_LIMIT, "A small part of it would grow beyond all measure. This is not a backup that Hourbook made; use another." },
  { "bomb", { MIMETYPE, MANIFEST (HEAD ("1", "1") ENTRY ("hourbook.db", "2400000", DEF) ", " ENTRY (EVIDENCE, "16000000", ABC) "]}"), { "hourbook.db", NULL, 2400000, TRUE }, { EVIDENCE, NULL, 16000000, TRUE } }, HBK_ERROR_LIMIT, "A small part of it would grow beyond all measure." },
  { "sum-of-sizes", { MIMETYPE, MANIFEST (HEAD ("1", "1") ENTRY ("hourbook.db", "8589934592", DEF) ", " ENTRY (EVIDENCE, "3", ABC) "]}"), DATABASE, BLOB }, HBK_ERROR_LIMIT, "A small part of it would grow beyond all measure." },
};

/* The words of problems that any JSON may have are the JSON reader's matter. */
static const Case manifests[] = {
  { "not-json", { MIMETYPE, MANIFEST ("x"), DATABASE, BLOB }, HBK_ERROR_SYNTAX, "manifest.json" },
  { "list", { MIMETYPE, MANIFEST ("[]"), DATABASE, BLOB }, HBK_ERROR_VALUE, "Expected an object" },
  { "other-format", { MIMETYPE, MANIFEST ("{\"format\": \"hourbook-logbook\", \"version\": 1}"), DATABASE, BLOB }, HBK_ERROR_FORMAT, "This is not a backup of Hourbook." },
  { "newer", { MIMETYPE, MANIFEST (HEAD ("2", "0") "], \"new\": 1}"), DATABASE, BLOB }, HBK_ERROR_FORMAT, "A newer Hourbook made this backup. Update Hourbook, then try again." },
  { "more-keys", { MIMETYPE, MANIFEST (HEAD ("1", "0") ENTRY ("hourbook.db", "3", DEF) "], \"new\": 1}"), DATABASE }, HBK_ERROR_UNKNOWN, "new" },
  { "nothing", { MIMETYPE, MANIFEST (HEAD ("1", "0") "]}"), DATABASE }, HBK_ERROR_LIMIT, "A backup has from 1 to 200001 files. Use another backup." },
  { "no-database", { MIMETYPE, MANIFEST (HEAD ("1", "0") ENTRY (EVIDENCE, "3", ABC) "]}"), BLOB }, HBK_ERROR_VALUE, "This is not what a backup has at this place. Use another backup." },
  { "twice", { MIMETYPE, MANIFEST (HEAD ("1", "2") ENTRY ("hourbook.db", "3", DEF) ", " ENTRY (EVIDENCE, "3", ABC) ", " ENTRY (EVIDENCE, "3", ABC) "]}"), DATABASE, BLOB }, HBK_ERROR_VALUE, "This is not what a backup has at this place." },
  { "other-name", { MIMETYPE, MANIFEST (HEAD ("1", "1") ENTRY ("hourbook.db", "3", DEF) ", " ENTRY ("evidence/x", "3", ABC) "]}"), DATABASE, BLOB }, HBK_ERROR_VALUE, "This is not what a backup has at this place." },
  { "no-checksum", { MIMETYPE, MANIFEST (HEAD ("1", "0") ENTRY ("hourbook.db", "3", "DEF") "]}"), DATABASE }, HBK_ERROR_VALUE, "This is not what a backup has at this place." },
  { "half-a-byte", { MIMETYPE, MANIFEST (HEAD ("1", "0") ENTRY ("hourbook.db", "2.5", DEF) "]}"), DATABASE }, HBK_ERROR_LIMIT, "This size is not possible. Use another backup." },
  { "negative", { MIMETYPE, MANIFEST (HEAD ("1", "0") ENTRY ("hourbook.db", "-3", DEF) "]}"), DATABASE }, HBK_ERROR_LIMIT, "This size is not possible." },
  { "too-large", { MIMETYPE, MANIFEST (HEAD ("1", "1") ENTRY ("hourbook.db", "3", DEF) ", " ENTRY (EVIDENCE, "4294967297", ABC) "]}"), DATABASE, BLOB }, HBK_ERROR_LIMIT, "This size is not possible." },
  { "size-in-words", { MIMETYPE, MANIFEST (HEAD ("1", "0") ENTRY ("hourbook.db", "\"three\"", DEF) "]}"), DATABASE }, HBK_ERROR_VALUE, "a whole number" },
  { "other-count", { MIMETYPE, MANIFEST (HEAD ("1", "7") ENTRY ("hourbook.db", "3", DEF) "]}"), DATABASE }, HBK_ERROR_VALUE, "The number of files is another. Use another backup." },
  { "no-time", { MIMETYPE, MANIFEST ("{\"format\": \"hourbook-backup\", \"version\": 1, \"created\": \"2026-03-01T08:30+08:00\", \"application\": \"0.1.0\", \"records\": 1, \"evidence\": 0, \"entries\": [" ENTRY ("hourbook.db", "3", DEF) "]}"), DATABASE }, HBK_ERROR_VALUE, "This is not a time such as 2026-03-01T08:30:00Z. Use another backup." },
};

/* Nothing is wrong before their bytes are read. */
static const Case contents[] = {
  { "other-bytes", { MIMETYPE, MANIFEST (GOOD), { "hourbook.db", "dez", 3 }, BLOB }, HBK_ERROR_DAMAGED, "The backup is damaged or incomplete." },
  { "other-evidence", { MIMETYPE, MANIFEST (GOOD), DATABASE, { EVIDENCE, "xyz", 3 } }, HBK_ERROR_DAMAGED, "The backup is damaged or incomplete." },
  { "says-less", { MIMETYPE, MANIFEST (GOOD), DATABASE, { EVIDENCE, NULL, 100000, TRUE, 3 } }, HBK_ERROR_DAMAGED, "The backup is damaged or incomplete." },
  { "says-more", { MIMETYPE, MANIFEST (GOOD), { "hourbook.db", "d", 1, FALSE, 3 }, BLOB }, HBK_ERROR_DAMAGED, "The backup is damaged or incomplete." },
};

static char *
write_zip (const char *folder, const Case *what)
{
  guint n = 0;
  g_autoptr (GBytes) zip = NULL;

  while (n < G_N_ELEMENTS (what->parts) && what->parts[n].name != NULL)
    n++;
  zip = hbk_zip_make (what->parts, n);
  return hbk_folder_write (folder, "a.hourbook-backup", g_bytes_get_data (zip, NULL), g_bytes_get_size (zip));
}

static void
assert_refused (const char *path, HbkError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hbk_backup_archive_open (path, &error));
  g_assert_error (error, HBK_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "a.hourbook-backup: "));
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_open (gconstpointer data)
{
  const Case *what = data;
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autofree char *path = write_zip (folder, what);

  assert_refused (path, what->code, what->words);
}

static void
test_extract (gconstpointer data)
{
  const Case *what = data;
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autofree char *path = write_zip (folder, what);
  g_autofree char *dir = g_build_filename (folder, "evidence", NULL);
  g_autofree char *database = g_build_filename (folder, "restored.db", NULL);
  g_autofree char *files = NULL;
  g_autoptr (HbkBackupArchive) archive = NULL;
  g_autoptr (HbkBlobStore) store = hbk_blob_store_open (dir, TRUE, NULL);
  g_autoptr (GError) opening = NULL;
  g_autoptr (GError) verifying = NULL;
  g_autoptr (GError) extracting = NULL;

  archive = hbk_backup_archive_open (path, &opening);
  g_assert_no_error (opening);
  g_assert_false (hbk_backup_archive_verify (archive, NULL, NULL, NULL, &verifying));
  g_assert_error (verifying, HBK_ERROR, (int) what->code);
  g_assert_nonnull (strstr (verifying->message, what->words));
  g_assert_false (hbk_backup_archive_extract (archive, database, store, NULL, NULL, NULL, &extracting));
  g_assert_error (extracting, HBK_ERROR, (int) what->code);

  /* The database before it, at most; nothing half, and nothing elsewhere. */
  files = hbk_folder_list (folder);
  if (!g_str_equal (files, "a.hourbook-backup"))
    g_assert_cmpstr (files, ==, "a.hourbook-backup restored.db");
}

/* ---- Files that are not whole ---- */

static void
test_good (void)
{
  static const Case good = { "good", { MIMETYPE, MANIFEST (GOOD), DATABASE, BLOB } };
  static const Case shuffled = { "shuffled", { BLOB, DATABASE, MANIFEST (GOOD), MIMETYPE } };
  static const Case packed = { "packed", { MIMETYPE, MANIFEST (GOOD), DATABASE, { EVIDENCE, "abc", 3, TRUE } } };
  static const Case backslash = { "backslash", { MIMETYPE, MANIFEST (GOOD), DATABASE, { "evidence\\" ABC, "abc", 3 } } };
  const Case *const cases[] = { &good, &shuffled, &packed, &backslash };

  /* As the person's own ZIP program would make it of the unpacked files; old ones of Windows write backslashes. */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HbkFolder) folder = hbk_folder_new ();
      g_autofree char *path = write_zip (folder, cases[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (HbkBackupArchive) archive = hbk_backup_archive_open (path, &error);

      g_assert_no_error (error);
      hbk_backup_archive_verify (archive, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
test_cut (void)
{
  static const Case good = { "good", { MIMETYPE, MANIFEST (GOOD), DATABASE, BLOB } };
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autofree char *path = write_zip (folder, &good);
  struct stat      status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  for (off_t length = status.st_size - 1; length >= 0; length--)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (truncate (path, length), ==, 0);
      g_assert_null (hbk_backup_archive_open (path, &error));
      if (length >= 4)
        g_assert_error (error, HBK_ERROR, HBK_ERROR_DAMAGED);
      else
        g_assert_error (error, HBK_ERROR, HBK_ERROR_FORMAT);
    }
}

/* Any byte may be changed: the backup is then refused, or what is taken from it is as it was. */
static void
test_flipped (void)
{
  static const Case good = { "good", { MIMETYPE, MANIFEST (GOOD), DATABASE, BLOB } };
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autofree char *path = write_zip (folder, &good);
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *written = NULL;
      g_autofree char *database = g_build_filename (folder, "restored.db", NULL);
      g_autoptr (HbkBackupArchive) archive = NULL;

      bytes[i] ^= 1 << (i % 8);
      written = hbk_folder_write (folder, "a.hourbook-backup", bytes, length);
      archive = hbk_backup_archive_open (path, NULL);
      if (archive != NULL && hbk_backup_archive_extract (archive, database, NULL, NULL, NULL, NULL, NULL))
        {
          g_autofree char *text = NULL;

          g_assert_true (g_file_get_contents (database, &text, NULL, NULL));
          g_assert_cmpstr (text, ==, "def");
        }
      g_unlink (database);
      bytes[i] ^= 1 << (i % 8);
    }
}

static void
test_other_files (void)
{
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autofree char *path = hbk_folder_write (folder, "a.hourbook-backup", "%PDF-1.7\n", 9);
  g_autofree char *none = g_build_filename (folder, "none", "a.hourbook-backup", NULL);

  assert_refused (path, HBK_ERROR_FORMAT, "This is not a backup of Hourbook. Choose another file.");
  g_assert_cmpint (truncate (path, 0), ==, 0);
  assert_refused (path, HBK_ERROR_FORMAT, "This is not a backup of Hourbook.");
  assert_refused (none, HBK_ERROR_NOT_FOUND, "There is no such file.");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (path, HBK_ERROR_VALUE, "This is a pipe or a device.");
}

static void
test_many (void)
{
  /* As many as a directory without the 64-bit extension can tell; of so many the names are the first thing that is wrong. */
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (HbkZipPart));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autofree char *path = NULL;
  g_autoptr (GBytes) zip = NULL;

  for (guint i = 0; i < 65000; i++)
    {
      HbkZipPart part = { NULL, "", 0 };

      g_ptr_array_add (names, g_strdup_printf ("evidence/%064x", i));
      part.name = g_ptr_array_index (names, i);
      g_array_append_val (parts, part);
    }
  zip = hbk_zip_make (&g_array_index (parts, HbkZipPart, 0), parts->len);
  path = hbk_folder_write (folder, "a.hourbook-backup", g_bytes_get_data (zip, NULL), g_bytes_get_size (zip));
  assert_refused (path, HBK_ERROR_FORMAT, "This is not a backup of Hourbook.");
}

static void
add_cases (const char *group, const Case *cases, gsize n_cases, GTestDataFunc func)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/backup-hostile/%s/%s", group, cases[i].name);

      g_test_add_data_func (path, &cases[i], func);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("structure", structure, G_N_ELEMENTS (structure), test_open);
  add_cases ("manifest", manifests, G_N_ELEMENTS (manifests), test_open);
  add_cases ("contents", contents, G_N_ELEMENTS (contents), test_extract);
  g_test_add_func ("/backup-hostile/good", test_good);
  g_test_add_func ("/backup-hostile/cut", test_cut);
  g_test_add_func ("/backup-hostile/flipped", test_flipped);
  g_test_add_func ("/backup-hostile/other-files", test_other_files);
  g_test_add_func ("/backup-hostile/many", test_many);
  return g_test_run ();
}
