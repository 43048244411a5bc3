/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The cases of the Library of Congress' conformance suite for versions 0.97 and 1.0, made anew from what each is about. Where the answer here
 * is not the suite's, the case says why.
 */

#include "bag-maker.h"

#include <string.h>

#include "../library/folder.h"
#include "base/hbk-error.h"

#define N_PARTS 8
#define MD5(name) "{md5 @" name "}  " name "\n"
#define SHA512(name) "{sha512 @" name "}  " name "\n"
#define TWO_FILES { "bagit.txt", HBK_BAGIT_0_97 }, { "data/bare-filename", "one" }, { "data/text-file.txt", "two\n" }
#define TWO_LINES MD5 ("data/bare-filename") MD5 ("data/text-file.txt")
#define TAGS { "tagmanifest-md5.txt", "{md5 *}" }
#define ONE_FILE(version) { "bagit.txt", version }, { "data/hello.txt", "hello\n" }
#define FETCHING(path) { "out-of-scope-for-fetch " path, { TWO_FILES, { "fetch.txt", "http://localhost:8989/bags/test3.txt - " path "\r\n" }, { "manifest-md5.txt", TWO_LINES }, TAGS }, INVALID, "fetch.txt:1" }
#define REACHING(path) { "out-of-scope " path, { TWO_FILES, { "manifest-md5.txt", TWO_LINES "{md5 @data/bare-filename}  " path "\n" }, TAGS }, INVALID, "manifest-md5.txt:3" }

typedef enum {
  VALID,
  WARNING, /* valid, but something should be said; where is told */
  INVALID,
} Verdict;

typedef struct
{
  const char *name;
  HbkBagPart  parts[N_PARTS + 1];
  Verdict     verdict;
  const char *place;
} Case;

static const Case old[] = {
  { "basic-bag", { TWO_FILES, { "bag-info.txt", "Bagging-Date: 2016-02-26\nPayload-Oxum: 7.2\n" }, { "manifest-md5.txt", TWO_LINES }, TAGS }, VALID, NULL },
  { "minimal-bag", { { "bagit.txt", HBK_BAGIT_0_97 }, { "data/bagit.txt", HBK_BAGIT_0_97 }, { "manifest-md5.txt", MD5 ("data/bagit.txt") } }, VALID, NULL },
  { "bag-in-a-bag", { { "bagit.txt", HBK_BAGIT_0_97 }, { "data/bagit.txt", HBK_BAGIT_0_97 }, { "data/data/a", "a" }, { "data/manifest-md5.txt", "nothing\n" }, { "manifest-md5.txt", MD5 ("data/bagit.txt") MD5 ("data/data/a") MD5 ("data/manifest-md5.txt") }, TAGS }, VALID, NULL },
  { "bag-with-encoded-names", { { "bagit.txt", HBK_BAGIT_0_97 }, { "data/%7Edir2/dir3/test5.txt", "5" }, { "data/%7Etest1.txt", "1" }, { "data/%test2.txt", "2" }, { "data/dir1/~test3.txt", "3" }, { "manifest-md5.txt", MD5 ("data/%7Edir2/dir3/test5.txt") MD5 ("data/%7Etest1.txt") MD5 ("data/%test2.txt") MD5 ("data/dir1/~test3.txt") }, TAGS }, VALID, NULL },
  { "bag-with-escapable-characters", { { "bagit.txt", HBK_BAGIT_0_97 }, { "data/test file with spaces.txt", "1" }, { "manifest-md5.txt", "{md5 @data/test file with spaces.txt} data/test file with spaces.txt\r\n" }, TAGS }, VALID, NULL },
  { "percent-that-was-encoded", { { "bagit.txt", HBK_BAGIT_0_97 }, { "data/100%.txt", "1" }, { "manifest-md5.txt", "{md5 @data/100%.txt} data/100%25.txt\n" }, TAGS }, VALID, NULL },
  { "percent-that-was-not", { { "bagit.txt", HBK_BAGIT_0_97 }, { "data/100%25.txt", "1" }, { "manifest-md5.txt", "{md5 @data/100%25.txt} data/100%25.txt\n" }, TAGS }, VALID, NULL },
  { "bag-with-leading-dot-slash-in-manifest", { TWO_FILES, { "manifest-md5.txt", MD5 ("data/bare-filename") "{md5 @data/text-file.txt} ./data/text-file.txt\r\n" }, TAGS }, WARNING, "manifest-md5.txt" },
  { "bag-with-space", { { "bagit.txt", HBK_BAGIT_0_97 }, { "data/test 1.txt", "1" }, { "manifest-md5.txt", MD5 ("data/test 1.txt") }, TAGS }, VALID, NULL },
  { "duplicate-metadata-entries", { TWO_FILES, { "bag-info.txt", "contact-name: A\nCase-Insensitivity-Test: 1\nCASE-INSENSITIVITY-TEST: 2\ncase-insensitivity-test: 3" }, { "manifest-md5.txt", TWO_LINES }, TAGS }, VALID, NULL },
  { "uncommon-metadata-separators", { TWO_FILES, { "bag-info.txt", "Payload-Oxum: 7.2\nTest-Tag: 1\nTest-Tag:   2\nTest-Tag : 3\nTest-Tag    :   5\n" }, { "manifest-md5.txt", TWO_LINES }, TAGS }, VALID, NULL },
  { "holey-bag", { TWO_FILES, { "fetch.txt", "http://localhost:8989/bags/bare-filename - data/bare-filename\r\nhttp://localhost:8989/bags/text-file.txt 4 data/text-file.txt\r\n" }, { "manifest-md5.txt", TWO_LINES }, TAGS }, WARNING, "fetch.txt" },
  { "one-manifest-is-enough", { TWO_FILES, { "manifest-md5.txt", MD5 ("data/bare-filename") }, { "manifest-sha512.txt", SHA512 ("data/text-file.txt") }, TAGS }, WARNING, "data/bare-filename" },

  { "duplicate-file-with-different-case", { ONE_FILE (HBK_BAGIT_0_97), { "manifest-sha512.txt", SHA512 ("data/hello.txt") "{sha512 @data/hello.txt}  data/HELLO.txt\n" }, TAGS }, WARNING, "manifest-sha512.txt:2" },
  { "made-with-md5sum-tools", { ONE_FILE (HBK_BAGIT_0_97), { "manifest-md5.txt", "{md5 @data/hello.txt} *data/hello.txt\n" }, TAGS }, WARNING, "manifest-md5.txt" },
  { "relative-path", { ONE_FILE (HBK_BAGIT_0_97), { "manifest-sha512.txt", "{sha512 @data/hello.txt}  ./data/hello.txt\n" }, TAGS }, WARNING, "manifest-sha512.txt" },
  { "same-filename-listed-twice-with-different-normalization", { { "bagit.txt", HBK_BAGIT_0_97 }, { "data/N\xc3\xba\xc3\xb1"
                                                                                                    "ez",
                                                                                                    "" },
                                                                 { "manifest-sha512.txt", "{sha512 @none}  data/Nu\xcc\x81n\xcc\x83"
                                                                                          "ez\n{sha512 @none}  data/N\xc3\xba\xc3\xb1"
                                                                                          "ez\n" },
                                                                 TAGS },
    WARNING,
    "manifest-sha512.txt:2" },
  { "same-filename-listed-twice-with-the-same-hash", { ONE_FILE (HBK_BAGIT_0_97), { "manifest-sha512.txt", SHA512 ("data/hello.txt") SHA512 ("data/hello.txt") }, TAGS }, WARNING, "manifest-sha512.txt:2" },
  { "special-system-files", { { "bagit.txt", HBK_BAGIT_0_97 }, { "data/.DS_Store", "" }, { "data/Thumbs.db", "" }, { "manifest-md5.txt", MD5 ("data/.DS_Store") MD5 ("data/Thumbs.db") }, TAGS }, VALID, NULL },

  { "baginfo-missing-encoding", { { "bagit.txt", "BagIt-Version: 0.97\n" }, { "data/a", "a" }, { "manifest-md5.txt", MD5 ("data/a") }, TAGS }, INVALID, "bagit.txt" },
  { "bom-in-bagit.txt", { { "bagit.txt", "\xef\xbb\xbf" HBK_BAGIT_0_97 }, { "data/a", "a" }, { "manifest-md5.txt", MD5 ("data/a") }, TAGS }, INVALID, "bagit.txt" },
  { "corrupt-data-file", { TWO_FILES, { "manifest-md5.txt", MD5 ("data/bare-filename") "{md5 @none}  data/text-file.txt\n" }, TAGS }, INVALID, "data/text-file.txt" },
  { "corrupt-tag-file", { TWO_FILES, { "bag-info.txt", "Payload-Oxum: 7.2\n" }, { "manifest-md5.txt", TWO_LINES }, { "tagmanifest-md5.txt", "{md5 @bagit.txt}  bag-info.txt\n{md5 @bagit.txt}  bagit.txt\n{md5 @manifest-md5.txt}  manifest-md5.txt\n" } }, INVALID, "bag-info.txt" },
  { "extra-file-in-bag", { { "bagit.txt", HBK_BAGIT_0_97 }, { "data/foo", "1" }, { "data/bar", "2" }, { "manifest-md5.txt", MD5 ("data/foo") }, TAGS }, INVALID, "data/bar" },
  { "invalid-version-number", { { "bagit.txt", "BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n" }, { "data/README", "1" }, { "manifest-sha512.txt", SHA512 ("data/README") } }, INVALID, "bagit.txt:1" },
  { "missing-baginfo", { TWO_FILES, { "manifest-md5.txt", TWO_LINES }, { "tagmanifest-md5.txt", "{md5 *}{md5 @none}  bag-info.txt\n" } }, INVALID, "tagmanifest-md5.txt:3" },
  { "missing-bagit.txt", { { "data/a", "a" }, { "manifest-md5.txt", MD5 ("data/a") } }, INVALID, "bagit.txt" },
  { "same-filename-listed-twice-with-different-hashes", { ONE_FILE (HBK_BAGIT_0_97), { "manifest-sha512.txt", SHA512 ("data/hello.txt") "{sha512 @none}  data/hello.txt\n" }, TAGS }, INVALID, "manifest-sha512.txt:2" },

  REACHING ("../../../README.md"),
  REACHING ("\\.\\./\\.\\./\\.\\./README.md"),
  REACHING ("/etc/passwd"),
  REACHING ("~/foo"),
  REACHING ("~root/foo"),
  REACHING ("C:\\Windows\\System32\\setx.exe"),
  REACHING ("\\\\?\\UNC\\server\\Windows\\System32\\setx.exe"),
  REACHING ("%HomeDrive%\\Windows\\System32\\setx.exe"),
  FETCHING ("../../../README.md"),
  FETCHING ("/etc/passwd"),
  FETCHING ("~/foo"),
  FETCHING ("~root/foo"),
  FETCHING ("C:\\Windows\\System32\\setx.exe"),
  FETCHING ("\\\\?\\UNC\\server\\Windows\\System32\\setx.exe"),
  FETCHING ("%HomeDrive%\\Windows\\System32\\setx.exe"),

  /* Valid in the suite. Hourbook reads UTF-8 only, and says so. */
  { "ISO-8859-1-encoded-tag-files", { { "bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: ISO-8859-1\n" }, { "data/a", "a" }, { "manifest-md5.txt", MD5 ("data/a") } }, INVALID, "bagit.txt:2" },
  { "UTF-16-encoded-tag-files", { { "bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-16\n" }, { "data/a", "a" }, { "manifest-md5.txt", MD5 ("data/a") } }, INVALID, "bagit.txt:2" },
  /* Valid in the suite, where the case is about something else. */
  { "manifest-of-sha224", { { "bagit.txt", HBK_BAGIT_0_97 }, { "data/a", "a" }, { "manifest-md5.txt", MD5 ("data/a") }, { "manifest-sha224.txt", "abd37534c7d9a2efb9465de931cd7055ffdb8879563ae98078d6d6d5  data/a\n" } }, INVALID, "manifest-sha224.txt" },
};

static const Case strict[] = {
  { "basicBag", { ONE_FILE (HBK_BAGIT_1_0), { "manifest-sha512.txt", SHA512 ("data/hello.txt") }, { "tagmanifest-sha512.txt", "{sha512 *}" } }, VALID, NULL },
  { "bagit-with-invalid-whitespace", { { "bagit.txt", "BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n" }, { "data/README", "1" }, { "manifest-sha512.txt", SHA512 ("data/README") } }, INVALID, "bagit.txt:1" },
  { "notAllManifestsListAllFiles", { ONE_FILE (HBK_BAGIT_1_0), { "data/missingFromManifest.txt", "" }, { "manifest-sha512.txt", SHA512 ("data/hello.txt") } }, INVALID, "data/missingFromManifest.txt" },
  { "one-manifest-is-not-enough", { ONE_FILE (HBK_BAGIT_1_0), { "data/b", "" }, { "manifest-md5.txt", MD5 ("data/b") MD5 ("data/hello.txt") }, { "manifest-sha512.txt", SHA512 ("data/hello.txt") } }, INVALID, "data/b" },
  { "same-filename-listed-twice-with-different-hashes", { ONE_FILE (HBK_BAGIT_1_0), { "manifest-sha512.txt", SHA512 ("data/hello.txt") "{sha512 @none}  data/hello.txt\n" } }, INVALID, "manifest-sha512.txt:2" },
  { "same-filename-listed-twice-with-the-same-hash", { ONE_FILE (HBK_BAGIT_1_0), { "manifest-sha512.txt", SHA512 ("data/hello.txt") SHA512 ("data/hello.txt") } }, INVALID, "manifest-sha512.txt:2" },
  { "different-normalization", { { "bagit.txt", HBK_BAGIT_1_0 }, { "data/N\xc3\xba\xc3\xb1"
                                                                   "ez",
                                                                   "" },
                                 { "manifest-sha512.txt", "{sha512 @none}  data/Nu\xcc\x81n\xcc\x83"
                                                          "ez\n" } },
    WARNING,
    "manifest-sha512.txt:1" },
};

static void
assert_verdict (const Case *what, HbkPackageSource *source)
{
  g_autoptr (HbkBagReport) report = hbk_bag_report_of (source);
  g_autofree char *found = hbk_bag_describe (report);
  HbkProblems     *problems = what->verdict == INVALID ? report->problems : report->warnings;
  gboolean         is_there = what->place == NULL;

  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    is_there = is_there || g_strcmp0 (hbk_problem_get_path (hbk_problems_get (problems, i)), what->place) == 0;
  if (report->is_valid != (what->verdict != INVALID) || !is_there)
    g_test_fail_printf ("expected %s, but found: %s", what->place != NULL ? what->place : "no problem", found);
}

static void
test_case (gconstpointer data)
{
  const Case *what = data;
  g_autoptr (HbkFolder) folder = hbk_folder_new ();

  assert_verdict (what, hbk_bag_make_zip (what->parts, NULL, 0, NULL));
  assert_verdict (what, hbk_bag_make_zip (what->parts, NULL, 0, "bag"));
  assert_verdict (what, hbk_bag_make_folder (what->parts, NULL, 0, folder));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (old); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bag-conformance/0.97/%" G_GSIZE_FORMAT " %s", i, old[i].name);

      g_strdelimit (path + strlen ("/bag-conformance/0.97/"), "/\\", '_');
      g_test_add_data_func (path, &old[i], test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (strict); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bag-conformance/1.0/%s", strict[i].name);

      g_test_add_data_func (path, &strict[i], test_case);
    }
  return g_test_run ();
}
