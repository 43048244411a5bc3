/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include "../library/folder.h"

#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "records/hbk-logbook-reader.h"
#include "workspace/hbk-workspace-evidence.h"
#include "workspace/hbk-workspace-years.h"

void
world_restart (World *world)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&world->workspace);
  world->workspace = hbk_workspace_new (world->dir);
  hbk_workspace_open_library (world->workspace, world->library, HBK_OPEN_CREATE, &error);
  g_assert_no_error (error);
}

void
world_set_up (World *world, gconstpointer data)
{
  static const char *const names[] = { "vocabulary.json", "harbour.json", "island.json" };
  g_autoptr (GError) error = NULL;

  world->dir = g_dir_make_tmp ("hourbook-world-XXXXXX", &error);
  g_assert_no_error (error);
  world->packs = g_build_filename (world->dir, "packs", NULL);
  world->library = g_build_filename (world->dir, "library", NULL);
  g_assert_cmpint (g_mkdir (world->packs, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *source = g_test_build_filename (G_TEST_DIST, "..", "cli", "files", "world", "packs", names[i], NULL);
      g_autofree char *target = g_build_filename (world->packs, names[i], NULL);
      g_autofree char *content = NULL;

      g_file_get_contents (source, &content, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_set_contents (target, content, -1, NULL));
    }
  world->workspace = NULL;
  world_restart (world);
}

void
world_tear_down (World *world, gconstpointer data)
{
  g_clear_object (&world->workspace);
  hbk_folder_remove (g_steal_pointer (&world->dir));
  g_free (world->packs);
  g_free (world->library);
}

void
world_change_pack (World *world, const char *pack, const char *from, const char *to)
{
  g_autofree char *path = g_build_filename (world->packs, pack, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  changed = g_string_new (content);
  g_assert_cmpuint (g_string_replace (changed, from, to, 0), >, 0);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
}

/* A file outside the library. */
char *
world_put_file (World *world, const char *name, const char *content)
{
  char            *path = g_build_filename (world->dir, "outside", name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return path;
}

/* Records with their evidence, files, and trash, as one text. */
char *
world_describe (World *world)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) records = hbk_workspace_list_records (world->workspace, NULL, 0, 1000, NULL, NULL);
  g_autoptr (GPtrArray) files = hbk_workspace_list_files (world->workspace, HBK_FILES_ALL, NULL);
  g_autoptr (GPtrArray) inbox = hbk_workspace_list_files (world->workspace, HBK_FILES_INBOX, NULL);
  g_autoptr (GPtrArray) trash = hbk_workspace_list_trash (world->workspace, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      HbkRecord *record = g_ptr_array_index (records, i);

      g_string_append_printf (text, "%s “%s”", hbk_record_get_id (record), hbk_record_get_title (record));
      for (guint j = 0; j < hbk_record_get_n_evidence (record); j++)
        {
          HbkEvidence *evidence = hbk_record_get_evidence (record, j);

          g_string_append_printf (text, " [%s %s %.6s]", hbk_evidence_get_document (evidence), hbk_evidence_get_file (evidence),
                                  hbk_evidence_get_sha256 (evidence) != NULL ? hbk_evidence_get_sha256 (evidence) : "-");
        }
      g_string_append (text, "; ");
    }
  for (guint i = 0; i < files->len; i++)
    {
      const HbkEvidenceFile *file = g_ptr_array_index (files, i);

      g_string_append_printf (text, "XS-%u %s %s; ", file->serial, file->name, file->document);
    }
  g_string_append_printf (text, "inbox %u, trash %u", inbox->len, trash->len);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

void
world_save (World *world, const char *json)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (HbkRecord) record = hbk_record_read (bytes, problems);
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (record);
  step = hbk_workspace_save_record (world->workspace, record, NULL, &error);
  g_assert_no_error (error);
}

void
world_undo (World *world, HbkJournalWhat of)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_workspace_undo (world->workspace, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (step->of_what, ==, of);
}

/* Notes an answer from a day on, or for always; NULL takes it back. */
void
world_set_profile (World *world, const char *from, const char *id, const char *text)
{
  g_autoptr (HbkFacts) answers = hbk_facts_new ();
  g_auto (HbkValue) value = HBK_VALUE_INIT;
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (text != NULL)
    hbk_value_set_text (&value, text);
  hbk_facts_set (answers, id, &value);
  step = hbk_workspace_change_profile (world->workspace, from != NULL ? hbk_date_parse (from) : HBK_DATE_NONE, answers, &error);
  g_assert_no_error (error);
}

void
world_hand_in (World *world, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_workspace_hand_in (world->workspace, year, NULL, "to the bureau", TODAY, &error);

  g_assert_no_error (error);
  g_assert_cmpint (step->number, >, 0);
}

static void
change_database (World *world, const char *sql)
{
  g_autofree char *path = g_build_filename (world->library, "hourbook.db", NULL);
  sqlite3         *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

void
world_spoil_rules (World *world)
{
  change_database (world, "UPDATE rules SET content = x'00'");
}

void
world_age_trash (World *world)
{
  change_database (world, "UPDATE trash SET removed = 1");
}

void
assert_says (const GError *error, HbkError code, const char *text)
{
  g_assert_error (error, HBK_ERROR, (int) code);
  if (strstr (error->message, text) == NULL)
    g_error ("“%s” does not say “%s”", error->message, text);
}
