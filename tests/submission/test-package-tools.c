/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Packages that people's own programs make of an unpacked one must be taken. */

#include "bag-maker.h"

#include "../library/folder.h"
#include "base/hbk-error.h"

#define PYTHON_HEAD "import io, os, zipfile\nz = zipfile.ZipFile('bag.zip', 'w', zipfile.ZIP_DEFLATED)\nfor base, folders, files in os.walk('学时簿'):\n"

static const struct
{
  const char *name;
  const char *command;
} tools[] = {
  { "zip-0", "zip -q -0 -r bag.zip 学时簿" },
  { "zip-9", "zip -q -9 -r bag.zip 学时簿" },
  { "zip-without-folders", "zip -q -D -r bag.zip 学时簿" },
  { "zip-inside", "cd 学时簿 && zip -q -r ../bag.zip ." },
  { "zip-streamed", "zip -q -r - 学时簿 | cat > bag.zip" },
  { "zip-64", "zip -q -fz -r bag.zip 学时簿" },
  { "zip-comment", "zip -q -z -r bag.zip 学时簿 < 学时簿/bagit.txt" },
  { "7z", "7z a -bso0 -bsp0 -tzip bag.zip 学时簿" },
  { "7z-stored", "7z a -bso0 -bsp0 -tzip -mx=0 bag.zip 学时簿" },
  { "bsdtar", "bsdtar --format=zip --options=zip:hdrcharset=UTF-8 -cf bag.zip 学时簿" },
  { "bsdtar-stored", "bsdtar --format=zip --options=zip:hdrcharset=UTF-8,zip:compression=store -cf bag.zip 学时簿" },
  { "bsdtar-64", "bsdtar --format=zip --options=zip:hdrcharset=UTF-8,zip:zip64 -cf bag.zip 学时簿" },
  { "python", "python3 -c \"" PYTHON_HEAD "    for file in files: z.write(os.path.join(base, file))\nz.close()\"" },
  { "python-64", "python3 -c \"" PYTHON_HEAD "    for file in files:\n        name = os.path.join(base, file)\n        with z.open(zipfile.ZipInfo(name), 'w', force_zip64=True) as f: f.write(open(name, 'rb').read())\nz.close()\"" },
  { "python-streamed", "python3 -c \"import os, sys, zipfile\nclass Pipe:\n    def write(self, data): return sys.stdout.buffer.write(data)\n    def flush(self): pass\nz = zipfile.ZipFile(Pipe(), 'w', zipfile.ZIP_DEFLATED)\nfor base, folders, files in os.walk('学时簿'):\n    for file in files: z.write(os.path.join(base, file))\nz.close()\" > bag.zip" },
};

static const HbkBagPart changes[] = {
  { "data/证明材料/03-1 期刊封面.jpg", "a cover, a cover, a cover, a cover, a cover, a cover, a cover" },
  { "data/empty.txt", "" },
  { "bag-info.txt", "Payload-Oxum: 64.3\n" },
  { "manifest-sha256.txt", "{sha256 @data/a.txt}  data/a.txt\n{sha256 @data/empty.txt}  data/empty.txt\n{sha256 @data/证明材料/03-1 期刊封面.jpg}  data/证明材料/03-1 期刊封面.jpg\n" },
};

static void
run (const char *folder, const char *command)
{
  const char *const argv[] = { "sh", "-c", command, NULL };
  g_autofree char  *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (folder, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &output, &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    g_error ("%s: %s", command, output);
}

static void
test_tool (gconstpointer command)
{
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autofree char  *bag = g_build_filename (folder, "学时簿", NULL);
  g_autofree char  *path = g_build_filename (folder, "bag.zip", NULL);
  g_autofree char  *found = NULL;
  HbkPackageSource *source = hbk_bag_make_folder (hbk_bag_good, changes, G_N_ELEMENTS (changes), bag);
  g_autoptr (HbkBagReport) report = NULL;
  g_autoptr (GError) error = NULL;

  hbk_package_source_free (source);
  run (folder, command);
  source = hbk_package_source_open (path, NULL, &error);
  g_assert_no_error (error);
  report = hbk_bag_report_of (source);
  found = hbk_bag_describe (report);
  g_assert_cmpstr (found, ==, "complete 1, valid 1;");
  g_assert_cmpuint (report->n_files, ==, 3);
}

/* What the programs themselves can leave in a package that must not be taken. */
static void
test_refused (void)
{
  static const struct
  {
    const char *command;
    int         code;
  } cases[] = {
    { "ln -s /etc/passwd bag/link && zip -q -y -r bag.zip bag", HBK_ERROR_VALUE },
    { "zip -q -P secret -r bag.zip bag", HBK_ERROR_UNKNOWN },
    { "7z a -bso0 -bsp0 -tzip -psecret -mem=AES256 bag.zip bag", HBK_ERROR_UNKNOWN },
    { "7z a -bso0 -bsp0 -tzip -mm=LZMA bag.zip bag", HBK_ERROR_UNKNOWN },
    { "zip -q -r all.zip bag && cat /bin/true all.zip > bag.zip", HBK_ERROR_FORMAT },
    { "zip -q -r bag.zip bag && head -c 100 bag.zip > half.zip && mv half.zip bag.zip", HBK_ERROR_DAMAGED },
    { "zip -q -r bag.zip bag && printf x >> bag.zip", HBK_ERROR_DAMAGED },
    { "tar -cf bag.zip bag", HBK_ERROR_FORMAT },
    /* It fills up the last block as for a tape. */
    { "bsdtar --format=zip -cf - bag | cat > bag.zip", HBK_ERROR_DAMAGED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HbkFolder) folder = hbk_folder_new ();
      g_autofree char *bag = g_build_filename (folder, "bag", NULL);
      g_autofree char *path = g_build_filename (folder, "bag.zip", NULL);
      g_autoptr (GError) error = NULL;

      hbk_package_source_free (hbk_bag_make_folder (hbk_bag_good, NULL, 0, bag));
      run (folder, cases[i].command);
      g_assert_null (hbk_package_source_open (path, NULL, &error));
      g_assert_error (error, HBK_ERROR, cases[i].code);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      g_autofree char *path = g_strdup_printf ("/package-tools/%s", tools[i].name);

      g_test_add_data_func (path, tools[i].command, test_tool);
    }
  g_test_add_func ("/package-tools/refused", test_refused);
  return g_test_run ();
}
