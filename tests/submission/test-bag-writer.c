/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "submission/hbk-bag-writer.h"

#include <string.h>

#include "../library/folder.h"
#include "bag-maker.h"
#include "disk/hbk-sha256.h"

static const HbkBagPart payload[] = {
  { "登记表.pdf", "form" },
  { "证明材料/03-论文/03-1 期刊封面.jpg", "cover" },
  { "B.txt", "capitals come first" },
  { "a/b.txt", "" },
  { "a b.txt", "blank" },
  { "100%.txt", "percent" },
};

static GPtrArray *
write_tags (gboolean is_backwards)
{
  g_autoptr (HbkBagWriter) writer = hbk_bag_writer_new (hbk_date_new (2025, 12, 31));

  for (guint i = 0; i < G_N_ELEMENTS (payload); i++)
    {
      const HbkBagPart *part = &payload[is_backwards ? G_N_ELEMENTS (payload) - 1 - i : i];
      g_autofree char  *sha256 = hbk_sha256_bytes (part->text, strlen (part->text));

      hbk_bag_writer_add_file (writer, part->name, sha256, strlen (part->text));
    }
  hbk_bag_writer_add_info (writer, "External-Identifier", "hourbook-2025");
  hbk_bag_writer_add_info (writer, "External-Description", "2025 年度\n申报材料");

  return hbk_bag_writer_finish (writer);
}

static const char *
get_text (GPtrArray *files, guint position, const char *name, gsize *length)
{
  const HbkBagTagFile *file = g_ptr_array_index (files, position);

  g_assert_cmpstr (file->name, ==, name);
  return g_bytes_get_data (file->bytes, length);
}

static void
assert_text (GPtrArray *files, guint position, const char *name, const char *expected)
{
  gsize       length;
  const char *text = get_text (files, position, name, &length);

  g_assert_cmpmem (text, length, expected, strlen (expected));
}

static void
write_bag (const char *folder, GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      const HbkBagTagFile *file = g_ptr_array_index (files, i);
      g_autofree char     *written = hbk_folder_write (folder, file->name, g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes));
    }
  for (guint i = 0; i < G_N_ELEMENTS (payload); i++)
    {
      g_autofree char *name = g_strconcat ("data/", payload[i].name, NULL);
      g_autofree char *written = hbk_folder_write (folder, name, payload[i].text, strlen (payload[i].text));
    }
}

static void
test_bytes (void)
{
  g_autoptr (GPtrArray) files = write_tags (FALSE);
  const char      *manifest;
  const char      *last = NULL;
  gsize            length;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_cmpuint (files->len, ==, 4);
  assert_text (files, 0, "bagit.txt", HBK_BAGIT_1_0);
  assert_text (files, 1, "bag-info.txt", "Bag-Software-Agent: Hourbook 0.1.0\nBagging-Date: 2025-12-31\nPayload-Oxum: 40.6\nExternal-Identifier: hourbook-2025\nExternal-Description: 2025 年度 申报材料\n");

  manifest = get_text (files, 2, "manifest-sha256.txt", &length);
  text = g_strndup (manifest, length);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, G_N_ELEMENTS (payload) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (payload); i++)
    {
      const char *name = lines[i] + HBK_SHA256_CHARS;

      g_assert_true (g_str_has_prefix (name, "  data/"));
      g_assert_true (last == NULL || strcmp (last, name) < 0);
      last = name;
    }
  g_assert_nonnull (strstr (text, "  data/100%25.txt\n"));
}

/* In whatever order the files come. */
static void
test_same (void)
{
  g_autoptr (GPtrArray) forwards = write_tags (FALSE);
  g_autoptr (GPtrArray) backwards = write_tags (TRUE);

  for (guint i = 0; i < forwards->len; i++)
    g_assert_true (g_bytes_equal (((HbkBagTagFile *) g_ptr_array_index (forwards, i))->bytes, ((HbkBagTagFile *) g_ptr_array_index (backwards, i))->bytes));
}

static void
test_verified (void)
{
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autoptr (GPtrArray) files = write_tags (FALSE);
  g_autoptr (HbkBagReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  write_bag (folder, files);
  report = hbk_bag_report_of (hbk_package_source_open (folder, NULL, &error));
  found = hbk_bag_describe (report);
  g_assert_cmpstr (found, ==, "complete 1, valid 1;");
  g_assert_true (report->has_sha256);
  g_assert_cmpuint (report->n_files, ==, G_N_ELEMENTS (payload));
  g_assert_cmpstr (hbk_bag_report_lookup_info (report, "External-Identifier"), ==, "hourbook-2025");
}

/* Another program agrees, but for the percent sign, which it does not know to mean anything else. */
static void
test_sha256sum (void)
{
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autoptr (GPtrArray) files = write_tags (FALSE);
  const char *const tags[] = { "sha256sum", "--check", "--strict", "--quiet", "tagmanifest-sha256.txt", NULL };
  const char *const data[] = { "sha256sum", "--check", "--strict", "--status", "manifest-sha256.txt", NULL };
  g_autofree char  *encoded = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  write_bag (folder, files);
  encoded = hbk_folder_write (folder, "data/100%25.txt", "percent", 7);
  for (guint i = 0; i < 2; i++)
    {
      g_spawn_sync (folder, (char **) (i == 0 ? tags : data), NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
      g_assert_no_error (error);
      g_assert_cmpint (status, ==, 0);
    }
}

static void
test_empty (void)
{
  g_autoptr (HbkBagWriter) writer = hbk_bag_writer_new (hbk_date_new (2025, 1, 2));
  g_autoptr (GPtrArray) files = hbk_bag_writer_finish (writer);

  assert_text (files, 1, "bag-info.txt", "Bag-Software-Agent: Hourbook 0.1.0\nBagging-Date: 2025-01-02\nPayload-Oxum: 0.0\n");
  assert_text (files, 2, "manifest-sha256.txt", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bag-writer/bytes", test_bytes);
  g_test_add_func ("/bag-writer/same", test_same);
  g_test_add_func ("/bag-writer/verified", test_verified);
  g_test_add_func ("/bag-writer/sha256sum", test_sha256sum);
  g_test_add_func ("/bag-writer/empty", test_empty);
  return g_test_run ();
}
