/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "../library/folder.h"
#include "support.h"
#include "workspace/hbk-request.h"
#include "workspace/hbk-workspace-exchange.h"
#include "workspace/hbk-workspace-years.h"

#define LOGBOOK(records) "{\"format\":\"hourbook-logbook\",\"version\":1,\"profile\":{\"region\":\"harbour\",\"name\":\"张三\",\"odd\":{\"a\":1}},\"records\":[" records "],\"unknown\":[1]}"
#define RECORD(id, title) "{\"id\":\"" id "\",\"activity\":\"training\",\"title\":\"" title "\",\"start\":\"2023-05-01\"}"
#define PROVEN(id, name) "{\"id\":\"" id "\",\"activity\":\"training\",\"title\":\"" id "\",\"start\":\"2023-05-01\",\"evidence\":[{\"document\":\"notice\",\"file\":\"" name "\"}]}"

static void
assert_world (World *world, const char *expected)
{
  g_autofree char *found = world_describe (world);

  g_assert_cmpstr (found, ==, expected);
}

/* A preview writes nothing. */
static HbkImport *
prepare (World *world, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = hbk_folder_fingerprint (world->library);
  g_autofree char *after = NULL;
  HbkImport       *import = hbk_workspace_prepare_import (world->workspace, path, NULL, &error);

  g_assert_no_error (error);
  after = hbk_folder_fingerprint (world->library);
  g_assert_cmpstr (before, ==, after);

  return import;
}

static void
assert_preview (const HbkImport *import, guint adds, guint changes, guint conflicts, guint same)
{
  g_assert_cmpuint (import->adds->len, ==, adds);
  g_assert_cmpuint (import->changes->len, ==, changes);
  g_assert_cmpuint (import->conflicts->len, ==, conflicts);
  g_assert_cmpuint (import->n_same, ==, same);
}

static gint64
confirm (World *world, HbkImport *import, HbkConflictChoice choice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_workspace_confirm_import (world->workspace, import, choice, NULL, &error);

  g_assert_no_error (error);

  return step->number;
}

static void
import_text (World *world, const char *name, const char *content)
{
  g_autofree char *path = world_put_file (world, name, content);
  g_autoptr (HbkImport) import = prepare (world, path);

  g_assert_cmpint (confirm (world, import, HBK_CONFLICT_ASK), >, 0);
}

/* ---- Logbooks ---- */

static void
test_merge (World *world, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (HbkImport) import = NULL;
  g_autoptr (HbkImport) again = NULL;
  g_autoptr (GError) error = NULL;

  import_text (world, "first.json", LOGBOOK (RECORD ("a", "a") "," RECORD ("b", "b") "," RECORD ("c", "c")));
  assert_world (world, "c “c”; b “b”; a “a”; inbox 0, trash 0");
  world_save (world, RECORD ("b", "mine"));

  /* One is new, one they have changed, one both have, one is the same. */
  path = world_put_file (world, "second.json", LOGBOOK (RECORD ("a", "theirs") "," RECORD ("b", "theirs") "," RECORD ("c", "c") "," RECORD ("d", "d")));
  import = prepare (world, path);
  assert_preview (import, 1, 1, 1, 1);
  g_assert_cmpstr (import->what, ==, "A logbook");
  g_assert_null (hbk_workspace_confirm_import (world->workspace, import, HBK_CONFLICT_ASK, NULL, &error));
  assert_says (error, HBK_ERROR_DUPLICATE, "Some records were changed here and in the file. Choose whether to keep, to replace, or to have both.");
  assert_world (world, "c “c”; b “mine”; a “a”; inbox 0, trash 0");

  g_assert_cmpint (confirm (world, import, HBK_CONFLICT_KEEP), >, 0);
  assert_world (world, "d “d”; c “c”; b “mine”; a “theirs”; inbox 0, trash 0");
  world_undo (world, HBK_JOURNAL_IMPORT);
  assert_world (world, "c “c”; b “mine”; a “a”; inbox 0, trash 1");

  again = prepare (world, path);
  g_assert_cmpint (confirm (world, again, HBK_CONFLICT_REPLACE), >, 0);
  assert_world (world, "d “d”; c “c”; b “theirs”; a “theirs”; inbox 0, trash 0");
}

/* An import that was undone and done again is one that nobody has touched. */
static void
test_done_again (World *world, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (HbkImport) import = NULL;
  g_autoptr (HbkJournalStep) again = NULL;

  import_text (world, "first.json", LOGBOOK (RECORD ("a", "a")));
  world_undo (world, HBK_JOURNAL_IMPORT);
  again = hbk_workspace_redo (world->workspace, NULL, NULL);
  g_assert_nonnull (again);
  path = world_put_file (world, "second.json", LOGBOOK (RECORD ("a", "theirs")));
  import = prepare (world, path);
  assert_preview (import, 0, 1, 0, 0);
}

static void
test_both (World *world, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (HbkImport) import = NULL;
  g_autoptr (GPtrArray) records = NULL;

  world_save (world, RECORD ("a", "mine"));
  path = world_put_file (world, "first.json", LOGBOOK (RECORD ("a", "theirs")));
  import = prepare (world, path);
  assert_preview (import, 0, 0, 1, 0);
  g_assert_cmpint (confirm (world, import, HBK_CONFLICT_BOTH), >, 0);
  records = hbk_workspace_list_records (world->workspace, NULL, 0, 10, NULL, NULL);
  g_assert_cmpuint (records->len, ==, 2);
  g_assert_cmpstr (hbk_record_get_title (g_ptr_array_index (records, 0)), ==, "theirs");
  world_undo (world, HBK_JOURNAL_IMPORT);
  assert_world (world, "a “mine”; inbox 0, trash 1");
}

/* Answers that the person has not given; what has no known shape, too. */
static void
test_profile (World *world, gconstpointer data)
{
  g_autoptr (HbkProfile) profile = NULL;
  g_autoptr (GBytes) exported = NULL;
  g_autofree char *text = NULL;

  world_set_profile (world, NULL, "name", "李四");
  import_text (world, "first.json", LOGBOOK (RECORD ("a", "a")));
  profile = hbk_workspace_load_profile (world->workspace, TODAY, NULL);
  g_assert_cmpstr (hbk_profile_get_name (profile), ==, "李四");
  g_assert_cmpstr (hbk_profile_get_region (profile), ==, "harbour");
  exported = hbk_workspace_export_bytes (world->workspace, HBK_EXPORT_LOGBOOK, TODAY, HBK_LANGUAGE_EN, NULL);
  text = g_strndup (g_bytes_get_data (exported, NULL), g_bytes_get_size (exported));
  g_assert_nonnull (strstr (text, "\"odd\": {"));
  g_assert_nonnull (strstr (text, "\"unknown\": ["));
}

static void
test_bad_files (World *world, gconstpointer data)
{
  static const struct
  {
    const char *content;
    HbkError    code;
  } cases[] = {
    { "{", HBK_ERROR_SYNTAX },
    { "{\"format\":\"x\"}", HBK_ERROR_FORMAT },
    { LOGBOOK (RECORD ("a", "a") "," RECORD ("a", "b")), HBK_ERROR_DUPLICATE },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (world->dir, "nowhere.json", NULL);
  HbkImportOptions options = { .encoding = "klingon" };
  g_autofree char *table = world_put_file (world, "a.csv", "x,y\n1,2\n");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = world_put_file (world, "bad.json", cases[i].content);

      g_assert_null (hbk_workspace_prepare_import (world->workspace, path, NULL, &error));
      assert_says (error, cases[i].code, "bad.json");
      g_clear_error (&error);
    }
  g_assert_null (hbk_workspace_prepare_import (world->workspace, nowhere, NULL, &error));
  assert_says (error, HBK_ERROR_IO, "nowhere.json: There is no such file. Check the name.");
  g_clear_error (&error);
  g_assert_null (hbk_workspace_prepare_import (world->workspace, table, &options, &error));
  assert_says (error, HBK_ERROR_USAGE, "There is no such encoding. Give utf-8, gb18030, utf-16le or utf-16be, or leave it out.");
  assert_world (world, "inbox 0, trash 0");
}

/* A year that was handed in takes no import without a reason; with one, the same preview imports all, files too. */
static void
test_sealed (World *world, gconstpointer data)
{
  g_autofree char *file = world_put_file (world, "in/proof.pdf", "proof");
  g_autofree char *path = world_put_file (world, "in/first.json", LOGBOOK (PROVEN ("a", "proof.pdf")));
  g_autoptr (HbkImport) import = NULL;
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GError) error = NULL;

  world_set_profile (world, NULL, "region", "harbour");
  world_hand_in (world, 2023);
  import = prepare (world, path);
  g_assert_null (hbk_workspace_confirm_import (world->workspace, import, HBK_CONFLICT_ASK, NULL, &error));
  assert_says (error, HBK_ERROR_SEALED, "“a” belongs to 2023");
  assert_world (world, "inbox 0, trash 0");
  g_clear_error (&error);
  step = hbk_workspace_confirm_import (world->workspace, import, HBK_CONFLICT_ASK, "forgotten", &error);
  g_assert_no_error (error);
  assert_world (world, "a “a” [notice proof.pdf c1cda2]; XS-2 proof.pdf other_document; inbox 0, trash 0");
}

/* ---- Evidence ---- */

static void
test_evidence (World *world, gconstpointer data)
{
  g_autofree char *file = world_put_file (world, "in/2023/proof.pdf", "proof");
  g_autofree char *path = world_put_file (world, "in/first.json", LOGBOOK (PROVEN ("a", "2023/proof.pdf") "," PROVEN ("b", "2023/proof.pdf") "," PROVEN ("c", "missing.pdf")));
  g_autoptr (HbkImport) import = prepare (world, path);

  g_assert_cmpuint (import->n_files, ==, 2);
  g_assert_cmpint (confirm (world, import, HBK_CONFLICT_ASK), >, 0);
  assert_world (world, "c “c” [notice missing.pdf -]; b “b” [notice proof.pdf c1cda2]; a “a” [notice proof.pdf c1cda2]; XS-1 proof.pdf other_document; inbox 0, trash 0");
  world_undo (world, HBK_JOURNAL_IMPORT);
  assert_world (world, "inbox 0, trash 4");
}

/* Names that lead elsewhere lead nowhere. */
static void
test_hostile_names (World *world, gconstpointer data)
{
  static const char *const names[] = { "../secret", "/etc/passwd", "..", ".", "", "a/../../secret", "way", "folder/way", "loop/secret", ".ssh/id", "folder//x", "folder", "pipe", "x/" };
  g_autofree char         *secret = world_put_file (world, "secret", "secret");
  g_autofree char         *key = world_put_file (world, "in/.ssh/id", "key");
  g_autofree char         *inside = world_put_file (world, "in/folder/x", "x");
  g_autofree char         *folder = g_build_filename (world->dir, "outside", "in", NULL);
  g_autofree char         *way = g_build_filename (folder, "way", NULL);
  g_autofree char         *deep = g_build_filename (folder, "folder", "way", NULL);
  g_autofree char         *loop = g_build_filename (folder, "loop", NULL);
  g_autofree char         *pipe_path = g_build_filename (folder, "pipe", NULL);

  g_assert_cmpint (symlink (secret, way), ==, 0);
  g_assert_cmpint (symlink (secret, deep), ==, 0);
  g_assert_cmpint (symlink ("..", loop), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *record = g_strdup_printf ("{\"id\":\"r%u\",\"activity\":\"training\",\"title\":\"x\",\"start\":\"2023-05-01\",\"evidence\":[{\"document\":\"notice\",\"file\":\"%s\"}]}", (guint) i, names[i]);
      g_autofree char *content = g_strdup_printf ("{\"format\":\"hourbook-logbook\",\"version\":1,\"records\":[%s]}", record);
      g_autofree char *path = world_put_file (world, "in/first.json", content);
      g_autoptr (HbkImport) import = prepare (world, path);
      g_autoptr (HbkJournalStep) undone = NULL;
      g_autofree char *found = NULL;

      g_assert_cmpuint (import->n_files, ==, 0);
      g_assert_cmpint (confirm (world, import, HBK_CONFLICT_ASK), >, 0);
      found = world_describe (world);
      g_assert_null (strstr (found, "XS-"));
    }
}

/* A file that is not the one the logbook speaks of proves nothing. */
static void
test_wrong_checksum (World *world, gconstpointer data)
{
  g_autofree char *file = world_put_file (world, "in/proof.pdf", "forged");
  g_autofree char *path = world_put_file (world, "in/first.json",
                                          LOGBOOK ("{\"id\":\"a\",\"activity\":\"training\",\"title\":\"a\",\"start\":\"2023-05-01\",\"evidence\":[{\"document\":\"notice\",\"file\":\"proof.pdf\","
                                                   "\"sha256\":\"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae\"}]}"));
  g_autoptr (HbkImport) import = prepare (world, path);

  g_assert_cmpint (confirm (world, import, HBK_CONFLICT_ASK), >, 0);
  g_assert_cmpuint (hbk_problems_get_n (import->problems), ==, 1);
  g_assert_cmpstr (hbk_problem_get_what (hbk_problems_get (import->problems, 0)), ==, "The file is not the one that the logbook speaks of. It went to the inbox.");
  assert_world (world, "a “a” [notice proof.pdf 2c26b4]; XS-1 proof.pdf other_document; inbox 1, trash 0");
}

/* ---- Tables ---- */

static void
test_table_twice (World *world, gconstpointer data)
{
  g_autofree char *path = world_put_file (world, "table.csv", "名称,类别,完成日期,天数\n第一次培训,培训班、研修班、进修班,2023-05-01,2\n第二次培训,培训班、研修班、进修班,2023年6月1日,3\n坏的一行,培训班、研修班、进修班,不是日期,1\n");
  g_autoptr (HbkImport) first = prepare (world, path);
  g_autoptr (HbkImport) second = NULL;

  assert_preview (first, 2, 0, 0, 0);
  g_assert_cmpuint (first->n_rows, ==, 3);
  g_assert_false (hbk_problems_is_empty (first->problems));
  g_assert_cmpint (confirm (world, first, HBK_CONFLICT_ASK), >, 0);
  second = prepare (world, path);
  assert_preview (second, 0, 0, 0, 2);
  g_assert_cmpint (confirm (world, second, HBK_CONFLICT_ASK), ==, 0);
  world_undo (world, HBK_JOURNAL_IMPORT);
  assert_world (world, "inbox 0, trash 2");
}

/* ---- As a window does it ---- */

/* The same preview is asked for again with a reason, after the year was found to be handed in. */
static void
test_request (World *world, gconstpointer data)
{
  g_autofree char *path = world_put_file (world, "first.json", LOGBOOK (RECORD ("a", "a")));
  g_autofree char *later = world_put_file (world, "later.json", LOGBOOK (RECORD ("a", "b")));
  g_autoptr (HbkImport) first = prepare (world, path);
  g_autoptr (HbkImport) second = NULL;
  g_autoptr (HbkRequest) request = NULL;
  g_autoptr (HbkRequest) corrected = NULL;
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GError) error = NULL;

  world_set_profile (world, NULL, "region", "harbour");
  g_assert_cmpint (confirm (world, first, HBK_CONFLICT_ASK), >, 0);
  world_hand_in (world, 2023);
  second = prepare (world, later);
  assert_preview (second, 0, 1, 0, 0);
  request = hbk_request_new_import (second, HBK_CONFLICT_ASK);
  g_assert_null (hbk_request_perform (request, world->workspace, TODAY, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_SEALED);
  g_clear_error (&error);
  corrected = hbk_request_with_correction (request, "called otherwise");
  step = hbk_request_perform (corrected, world->workspace, TODAY, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (step->what, ==, HBK_JOURNAL_IMPORT);
  g_assert_cmpstr (step->correction, ==, "called otherwise");
}

static void
test_is_backup (World *world, gconstpointer data)
{
  g_autofree char *logbook = world_put_file (world, "logbook.json", LOGBOOK (RECORD ("a", "a")));
  g_autofree char *short_one = world_put_file (world, "short", "PK");
  g_autofree char *database = g_build_filename (world->library, "hourbook.db", NULL);
  g_autofree char *backup = g_build_filename (world->dir, "backup", NULL);
  g_autoptr (GError) error = NULL;

  hbk_workspace_back_up (world->workspace, backup, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (hbk_workspace_is_backup (world->workspace, backup));
  g_assert_true (hbk_workspace_is_backup (world->workspace, database));
  g_assert_false (hbk_workspace_is_backup (world->workspace, logbook));
  g_assert_false (hbk_workspace_is_backup (world->workspace, short_one));
  g_assert_false (hbk_workspace_is_backup (world->workspace, world->dir));
  g_assert_false (hbk_workspace_is_backup (world->workspace, "/nowhere"));
}

/* How a table was read can be seen. */
static void
test_table_source (World *world, gconstpointer data)
{
  g_autofree char *path = world_put_file (world, "table.csv", "名称,类别,完成日期,天数\n第一次培训,培训班、研修班、进修班,2023-05-01,2\n");
  g_autoptr (HbkImport) import = prepare (world, path);

  g_assert_cmpstr (import->encoding, ==, "utf-8");
  g_assert_null (import->sheet);
  g_assert_null (import->sheets);
  g_assert_cmpuint (import->columns->len, ==, 4);
}

/* ---- Export ---- */

/* What was exported into a folder and imported elsewhere is the same; imported here, nothing is new. */
static void
test_folder_round_trip (World *world, gconstpointer data)
{
  g_autofree char *file = world_put_file (world, "in/proof.pdf", "proof");
  g_autofree char *path = world_put_file (world, "in/first.json", LOGBOOK (PROVEN ("a", "proof.pdf") "," RECORD ("b", "b")));
  g_autofree char *target = g_build_filename (world->dir, "exported", NULL);
  g_autofree char *logbook = g_build_filename (target, "logbook.json", NULL);
  g_autofree char *other = g_build_filename (world->dir, "other", NULL);
  g_autofree char *before = NULL;
  g_autoptr (GBytes) exported = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (HbkImport) own = NULL;
  g_autoptr (HbkImport) import = prepare (world, path);
  g_autoptr (HbkImport) elsewhere = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (confirm (world, import, HBK_CONFLICT_ASK), >, 0);
  before = world_describe (world);
  exported = hbk_workspace_export_bytes (world->workspace, HBK_EXPORT_LOGBOOK, TODAY, HBK_LANGUAGE_EN, NULL);
  g_assert_nonnull (exported);
  hbk_workspace_export (world->workspace, HBK_EXPORT_FOLDER, target, TODAY, HBK_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  own = prepare (world, logbook);
  assert_preview (own, 0, 0, 0, 2);

  g_free (world->library);
  world->library = g_steal_pointer (&other);
  world_restart (world);
  elsewhere = prepare (world, logbook);
  g_assert_cmpuint (elsewhere->n_files, ==, 1);
  g_assert_cmpint (confirm (world, elsewhere, HBK_CONFLICT_ASK), >, 0);
  assert_world (world, before);
  again = hbk_workspace_export_bytes (world->workspace, HBK_EXPORT_LOGBOOK, TODAY, HBK_LANGUAGE_EN, NULL);
  g_assert_true (g_bytes_equal (exported, again));
}

static void
test_export_refused (World *world, gconstpointer data)
{
  static const HbkExportForm forms[] = { HBK_EXPORT_LOGBOOK, HBK_EXPORT_FOLDER, HBK_EXPORT_CSV };
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (world->dir, "no", "x", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *taken = world_put_file (world, "taken", "taken");
      g_autofree char *content = NULL;

      g_assert_false (hbk_workspace_export (world->workspace, forms[i], taken, TODAY, HBK_LANGUAGE_ZH, &error));
      assert_says (error, HBK_ERROR_DUPLICATE, "taken: There is such a file already, and it is left as it is. Give another name.");
      g_clear_error (&error);
      g_assert_true (g_file_get_contents (taken, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, "taken");
      g_assert_false (hbk_workspace_export (world->workspace, forms[i], nowhere, TODAY, HBK_LANGUAGE_ZH, &error));
      assert_says (error, HBK_ERROR_NOT_FOUND, "There is no such");
      g_clear_error (&error);
    }
}

/* Names that no disk would take, or that would lead away. */
static void
test_export_names (World *world, gconstpointer data)
{
  g_autoptr (GString) long_name = g_string_new (NULL);
  g_autofree char *file = NULL;
  g_autofree char *odd = NULL;
  g_autofree char *target = g_build_filename (world->dir, "exported", NULL);
  g_autofree char *evidence = g_build_filename (target, "evidence", NULL);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  for (guint i = 0; i < 60; i++)
    g_string_append (long_name, "𠀀");
  g_string_append (long_name, ".pdf");
  file = world_put_file (world, long_name->str, "long");
  odd = world_put_file (world, "a:b*c?.pdf", "odd");
  world_save (world, RECORD ("a", "a"));
  {
    const char *const paths[] = { file, odd, NULL };
    g_autoptr (GPtrArray) taken = hbk_workspace_take_in (world->workspace, paths, "a", NULL, NULL, NULL, NULL, NULL, &error);

    g_assert_no_error (error);
    g_ptr_array_set_free_func (taken, (GDestroyNotify) hbk_taken_file_free);
  }
  hbk_workspace_export (world->workspace, HBK_EXPORT_FOLDER, target, TODAY, HBK_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  dir = g_dir_open (evidence, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_assert_true (g_str_has_suffix (name, ".pdf"));
      g_assert_true (g_utf8_validate (name, -1, NULL));
      if (strlen (name) < 100)
        g_assert_cmpstr (name, ==, "XS-0002 a-b-c-.pdf");
    }
}

/* One looks while another writes. */
static void
test_look_while_writing (World *world, gconstpointer data)
{
  g_autoptr (HbkWorkspace) looker = hbk_workspace_new (world->dir);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (HbkLogbook) logbook = NULL;
  g_autoptr (GError) error = NULL;

  world_save (world, RECORD ("a", "a"));
  hbk_workspace_open_library (looker, world->library, HBK_OPEN_READ, &error);
  g_assert_no_error (error);
  g_assert_false (hbk_workspace_open_library (looker, world->library, HBK_OPEN_WRITE, &error));
  assert_says (error, HBK_ERROR_BUSY, "The library is open in another Hourbook");
  g_assert_null (hbk_workspace_get_library_dir (looker));
  g_clear_error (&error);
  g_assert_true (hbk_workspace_open_library (looker, world->library, HBK_OPEN_READ, NULL));
  world_save (world, RECORD ("b", "b"));
  logbook = hbk_workspace_load_logbook (looker, TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hbk_logbook_get_n_records (logbook), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/import/" name, World, NULL, world_set_up, function, world_tear_down)
  ADD ("merge", test_merge);
  ADD ("done-again", test_done_again);
  ADD ("both", test_both);
  ADD ("profile", test_profile);
  ADD ("bad-files", test_bad_files);
  ADD ("sealed", test_sealed);
  ADD ("evidence", test_evidence);
  ADD ("hostile-names", test_hostile_names);
  ADD ("wrong-checksum", test_wrong_checksum);
  ADD ("table-twice", test_table_twice);
  ADD ("request", test_request);
  ADD ("is-backup", test_is_backup);
  ADD ("table-source", test_table_source);
  ADD ("folder-round-trip", test_folder_round_trip);
  ADD ("export-refused", test_export_refused);
  ADD ("export-names", test_export_names);
  ADD ("look-while-writing", test_look_while_writing);
#undef ADD

  return g_test_run ();
}
