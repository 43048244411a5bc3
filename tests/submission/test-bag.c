/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bags that break the rules of RFC 8493, one rule each, and bags that do not. */

#include "bag-maker.h"

#include <glib/gstdio.h>

#include "../library/folder.h"
#include "base/hbk-error.h"

#define N_CHANGES 5
#define A "{sha256 @data/a.txt}  data/a.txt\n"

typedef struct
{
  const char *name;
  HbkBagPart  changes[N_CHANGES];
  gboolean    is_complete;
  HbkError    code;
  const char *place;
  const char *words;
  guint       n_problems; /* 0 for one */
} Case;

static const Case bad[] = {
  /* bagit.txt */
  { "no-bagit", { { "bagit.txt", NULL } }, FALSE, HBK_ERROR_MISSING, "bagit.txt", "It is missing, so this is not a bag." },
  { "empty-bagit", { { "bagit.txt", "" } }, FALSE, HBK_ERROR_SYNTAX, "bagit.txt", "It must have exactly two lines" },
  { "no-encoding", { { "bagit.txt", "BagIt-Version: 1.0\n" } }, FALSE, HBK_ERROR_SYNTAX, "bagit.txt", "It must have exactly two lines" },
  { "third-line", { { "bagit.txt", HBK_BAGIT_1_0 "More: 1\n" } }, FALSE, HBK_ERROR_SYNTAX, "bagit.txt", "It must have exactly two lines" },
  { "blank-line", { { "bagit.txt", HBK_BAGIT_1_0 "\n" } }, FALSE, HBK_ERROR_SYNTAX, "bagit.txt", "It must have exactly two lines" },
  { "lines-swapped", { { "bagit.txt", "Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n" } }, FALSE, HBK_ERROR_SYNTAX, "bagit.txt:1", "The line must be “BagIt-Version: ” and the version.", 2 },
  { "blank-before-colon", { { "bagit.txt", "BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n" } }, FALSE, HBK_ERROR_SYNTAX, "bagit.txt:1", "The line must be" },
  { "no-blank", { { "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding:UTF-8\n" } }, FALSE, HBK_ERROR_SYNTAX, "bagit.txt:2", "The line must be" },
  { "half-version", { { "bagit.txt", "BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n" } }, FALSE, HBK_ERROR_SYNTAX, "bagit.txt:1", "“.97” is not a version of BagIt." },
  { "blank-behind-version", { { "bagit.txt", "BagIt-Version: 1.0 \nTag-File-Character-Encoding: UTF-8\n" } }, FALSE, HBK_ERROR_SYNTAX, "bagit.txt:1", "is not a version of BagIt." },
  { "other-version", { { "bagit.txt", "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n" } }, FALSE, HBK_ERROR_FORMAT, "bagit.txt:1", "Hourbook does not know version 2.0 of BagIt, only 0.97 and 1.0." },
  { "old-version", { { "bagit.txt", "BagIt-Version: 0.96\nTag-File-Character-Encoding: UTF-8\n" } }, FALSE, HBK_ERROR_FORMAT, "bagit.txt:1", "Hourbook does not know version 0.96 of BagIt" },
  { "latin-1", { { "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: ISO-8859-1\n" } }, FALSE, HBK_ERROR_FORMAT, "bagit.txt:2", "Hourbook reads tag files in UTF-8 only, not in “ISO-8859-1”." },
  { "bom", { { "bagit.txt", "\xef\xbb\xbf" HBK_BAGIT_1_0 } }, FALSE, HBK_ERROR_SYNTAX, "bagit.txt", "It begins with a byte order mark" },
  { "bagit-not-utf8", { { "bagit.txt", HBK_BAGIT_1_0 "\xff" } }, FALSE, HBK_ERROR_SYNTAX, "bagit.txt", "It is not text in UTF-8." },
  { "bagit-folder", { { "bagit.txt", NULL }, { "bagit.txt/", "" } }, FALSE, HBK_ERROR_VALUE, "bagit.txt", "It is a folder, where a file belongs." },

  /* What must be there */
  { "no-data", { { "data/a.txt", NULL }, { "bag-info.txt", "Payload-Oxum: 0.0\n" }, { "manifest-sha256.txt", "" } }, FALSE, HBK_ERROR_MISSING, "data", "The folder of the payload is missing." },
  { "no-manifest", { { "manifest-sha256.txt", NULL } }, FALSE, HBK_ERROR_MISSING, NULL, "There is no manifest of the payload" },
  { "file-missing", { { "data/a.txt", NULL }, { "data/", "" }, { "bag-info.txt", "Payload-Oxum: 0.0\n" } }, FALSE, HBK_ERROR_MISSING, "manifest-sha256.txt:1", "“data/a.txt” is not in the bag." },
  { "file-more", { { "data/b.txt", "def" }, { "bag-info.txt", "Payload-Oxum: 6.2\n" } }, FALSE, HBK_ERROR_UNKNOWN, "data/b.txt", "No manifest names it: it does not belong into the bag." },
  { "hidden-file-more", { { "data/.DS_Store", "" }, { "bag-info.txt", "Payload-Oxum: 3.2\n" } }, FALSE, HBK_ERROR_UNKNOWN, "data/.DS_Store", "No manifest names it" },
  { "second-manifest-shorter", { { "data/b.txt", "def" }, { "bag-info.txt", "Payload-Oxum: 6.2\n" }, { "manifest-sha256.txt", A "{sha256 @data/b.txt}  data/b.txt\n" }, { "manifest-md5.txt", "{md5 @data/b.txt}  data/b.txt\n" } }, FALSE, HBK_ERROR_MISSING, "data/a.txt", "The manifest of md5 does not name it." },
  { "second-manifest-longer", { { "manifest-md5.txt", "{md5 @data/a.txt}  data/a.txt\n{md5 @data/a.txt}  data/b.txt\n" } }, FALSE, HBK_ERROR_MISSING, "manifest-md5.txt:2", "“data/b.txt” is not in the bag." },

  /* Manifests */
  { "changed", { { "manifest-sha256.txt", "{sha256 @bagit.txt}  data/a.txt\n" } }, TRUE, HBK_ERROR_DAMAGED, "data/a.txt", "Its sha256 is not the one in the manifest" },
  { "changed-by-one-manifest", { { "manifest-sha512.txt", "{sha512 @bagit.txt}  data/a.txt\n" } }, TRUE, HBK_ERROR_DAMAGED, "data/a.txt", "Its sha512 is not the one in the manifest" },
  { "changed-by-md5", { { "manifest-md5.txt", "{md5 @bagit.txt}  data/a.txt\n" } }, TRUE, HBK_ERROR_DAMAGED, "data/a.txt", "Its md5 is not the one in the manifest" },
  { "changed-by-sha1", { { "manifest-sha1.txt", "{sha1 @bagit.txt}  data/a.txt\n" } }, TRUE, HBK_ERROR_DAMAGED, "data/a.txt", "Its sha1 is not the one in the manifest" },
  { "tag-file-changed", { { "tagmanifest-sha256.txt", "{sha256 @bagit.txt}  bag-info.txt\n{sha256 @manifest-sha256.txt}  manifest-sha256.txt\n" } }, TRUE, HBK_ERROR_DAMAGED, "bag-info.txt", "Its sha256 is not the one in the manifest" },
  { "short-checksum", { { "manifest-sha256.txt", A "abcdef  data/a.txt\n" } }, FALSE, HBK_ERROR_SYNTAX, "manifest-sha256.txt:2", "This is no checksum as sha256 gives." },
  { "checksum-of-md5", { { "manifest-sha256.txt", A "{md5 @data/a.txt}  data/a.txt\n" } }, FALSE, HBK_ERROR_SYNTAX, "manifest-sha256.txt:2", "This is no checksum as sha256 gives." },
  { "no-hexadecimal", { { "manifest-sha256.txt", A "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz  data/a.txt\n" } }, FALSE, HBK_ERROR_SYNTAX, "manifest-sha256.txt:2", "This is no checksum as sha256 gives." },
  { "no-name", { { "manifest-sha256.txt", A "{sha256 @data/a.txt}\n" } }, FALSE, HBK_ERROR_SYNTAX, "manifest-sha256.txt:2", "The line is not a checksum and a file." },
  { "empty-line", { { "manifest-sha256.txt", A "\n" } }, FALSE, HBK_ERROR_SYNTAX, "manifest-sha256.txt:2", "The line is not a checksum and a file." },
  { "manifest-bom", { { "manifest-sha256.txt", "\xef\xbb\xbf" A } }, FALSE, HBK_ERROR_SYNTAX, "manifest-sha256.txt", "It begins with a byte order mark" },
  { "manifest-not-utf8", { { "manifest-md5.txt", "{md5 @data/a.txt}  data/\xff\n" } }, FALSE, HBK_ERROR_SYNTAX, "manifest-md5.txt", "It is not text in UTF-8.", 2 },
  { "twice", { { "manifest-sha256.txt", A A } }, FALSE, HBK_ERROR_DUPLICATE, "manifest-sha256.txt:2", "“data/a.txt” stands in line 1 already." },
  { "twice-and-other", { { "manifest-sha256.txt", A "{sha256 @bagit.txt}  data/a.txt\n" } }, FALSE, HBK_ERROR_DUPLICATE, "manifest-sha256.txt:2", "already, with another checksum." },
  { "case-twice", { { "manifest-sha256.txt", A "{sha256 @data/a.txt}  data/A.TXT\n" } }, FALSE, HBK_ERROR_DUPLICATE, "manifest-sha256.txt:2", "“data/A.TXT” differs from “data/a.txt” in line 1 only by case" },
  { "case-missing", { { "manifest-sha256.txt", "{sha256 @data/a.txt}  data/A.txt\n" } }, FALSE, HBK_ERROR_MISSING, "manifest-sha256.txt:1", "“data/A.txt” is not in the bag.", 2 },
  { "names-folder", { { "manifest-sha256.txt", A "{sha256 @data/b/c.txt}  data/b/c.txt\n{sha256 @data/a.txt}  data/b\n" }, { "data/b/c.txt", "xyz" }, { "bag-info.txt", "Payload-Oxum: 6.2\n" }, { "data/b/", "" } }, FALSE, HBK_ERROR_VALUE, "manifest-sha256.txt:3", "“data/b” is a folder, which no manifest names." },
  { "names-tag-file", { { "manifest-sha256.txt", A "{sha256 @bagit.txt}  bagit.txt\n" } }, FALSE, HBK_ERROR_VALUE, "manifest-sha256.txt:2", "“bagit.txt” does not lie in the folder “data”." },
  { "climbs", { { "manifest-sha256.txt", A "{sha256 @data/a.txt}  data/../../etc/passwd\n" } }, FALSE, HBK_ERROR_VALUE, "manifest-sha256.txt:2", "The name leads out of the package." },
  { "climbs-decoded", { { "manifest-sha256.txt", A "{sha256 @data/a.txt}  data/%2e%2e/%2e%2e/etc/passwd\n" } }, FALSE, HBK_ERROR_MISSING, "manifest-sha256.txt:2", "“data/%2e%2e/%2e%2e/etc/passwd” is not in the bag." },
  { "absolute", { { "manifest-sha256.txt", A "{sha256 @data/a.txt}  /etc/passwd\n" } }, FALSE, HBK_ERROR_VALUE, "manifest-sha256.txt:2", "The name begins at the root of the disk." },
  { "home", { { "manifest-sha256.txt", A "{sha256 @data/a.txt}  ~/.profile\n" } }, FALSE, HBK_ERROR_VALUE, "manifest-sha256.txt:2", "The name begins with “~”" },
  { "drive", { { "manifest-sha256.txt", A "{sha256 @data/a.txt}  C:/a.txt\n" } }, FALSE, HBK_ERROR_VALUE, "manifest-sha256.txt:2", "The name begins with a drive of Windows." },
  { "backslashes", { { "manifest-sha256.txt", A "\\{sha256 @data/a.txt}  data\\\\b.txt\n" } }, FALSE, HBK_ERROR_SYNTAX, "manifest-sha256.txt:2", "This is no checksum as sha256 gives." },
  { "line-end-decoded", { { "manifest-sha256.txt", A "{sha256 @data/a.txt}  data/b%0Ac.txt\n" } }, FALSE, HBK_ERROR_VALUE, "manifest-sha256.txt:2", "The name has a control character." },
  { "unknown-algorithm", { { "manifest-crc32.txt", "352441c2  data/a.txt\n" } }, FALSE, HBK_ERROR_UNKNOWN, "manifest-crc32.txt", "Hourbook cannot work out checksums of “crc32”" },
  { "two-spellings", { { "manifest-sha-256.txt", A } }, FALSE, HBK_ERROR_DUPLICATE, "manifest-sha256.txt", "There is another manifest with checksums of sha256." },

  /* Manifests of tag files */
  { "tag-file-missing", { { "tagmanifest-sha256.txt", "{sha256 *}{sha256 @none}  none.txt\n" } }, FALSE, HBK_ERROR_MISSING, "tagmanifest-sha256.txt:4", "“none.txt” is not in the bag." },
  { "tag-names-payload", { { "tagmanifest-sha256.txt", "{sha256 *}" A } }, FALSE, HBK_ERROR_VALUE, "tagmanifest-sha256.txt:4", "lies in the folder “data”, of which this manifest must not speak." },
  { "tag-names-itself", { { "tagmanifest-sha256.txt", "{sha256 *}{sha256 @none}  tagmanifest-sha256.txt\n" } }, FALSE, HBK_ERROR_VALUE, "tagmanifest-sha256.txt:4", "is itself a manifest of tag files" },
  { "tag-without-manifest", { { "tagmanifest-sha256.txt", "{sha256 @bagit.txt}  bagit.txt\n" } }, FALSE, HBK_ERROR_MISSING, "manifest-sha256.txt", "The manifest of tag files of sha256 does not name it." },
  { "tag-climbs", { { "tagmanifest-sha256.txt", "{sha256 *}{sha256 @none}  ../none.txt\n" } }, FALSE, HBK_ERROR_VALUE, "tagmanifest-sha256.txt:4", "The name leads out of the package." },

  /* bag-info.txt */
  { "more-bytes", { { "bag-info.txt", "Payload-Oxum: 4.1\n" } }, FALSE, HBK_ERROR_DAMAGED, "bag-info.txt", "Payload-Oxum says 4.1, but the bytes and files of the payload are 3.1." },
  { "more-files", { { "bag-info.txt", "payload-oxum: 3.2\n" } }, FALSE, HBK_ERROR_DAMAGED, "bag-info.txt", "Payload-Oxum says 3.2, but the bytes and files of the payload are 3.1." },
  { "oxum-in-words", { { "bag-info.txt", "Payload-Oxum: three.1\n" } }, FALSE, HBK_ERROR_SYNTAX, "bag-info.txt", "Payload-Oxum is not the number of bytes" },
  { "oxum-negative", { { "bag-info.txt", "Payload-Oxum: -3.1\n" } }, FALSE, HBK_ERROR_SYNTAX, "bag-info.txt", "Payload-Oxum is not the number of bytes" },
  { "oxum-endless", { { "bag-info.txt", "Payload-Oxum: 99999999999999999999.1\n" } }, FALSE, HBK_ERROR_SYNTAX, "bag-info.txt", "Payload-Oxum is not the number of bytes" },
  { "oxum-twice", { { "bag-info.txt", "Payload-Oxum: 3.1\nPayload-Oxum: 3.1\n" } }, FALSE, HBK_ERROR_DUPLICATE, "bag-info.txt", "Payload-Oxum is there more than once." },
  { "no-label", { { "bag-info.txt", "just words\n" } }, FALSE, HBK_ERROR_SYNTAX, "bag-info.txt:1", "The line is not a label, a colon, a space and a value." },
  { "blank-before-info-colon", { { "bag-info.txt", "Label : value\n" } }, FALSE, HBK_ERROR_SYNTAX, "bag-info.txt:1", "The line is not a label" },
  { "no-blank-after-info-colon", { { "bag-info.txt", "Label:value\n" } }, FALSE, HBK_ERROR_SYNTAX, "bag-info.txt:1", "The line is not a label" },
  { "goes-on-from-nothing", { { "bag-info.txt", "  goes on\n" } }, FALSE, HBK_ERROR_SYNTAX, "bag-info.txt:1", "The line is not a label" },
  { "info-not-utf8", { { "bag-info.txt", "Contact-Name: \xd1\xff\n" } }, FALSE, HBK_ERROR_SYNTAX, "bag-info.txt", "It is not text in UTF-8." },
  { "info-bom", { { "bag-info.txt", "\xef\xbb\xbfPayload-Oxum: 3.1\n" } }, FALSE, HBK_ERROR_SYNTAX, "bag-info.txt", "It begins with a byte order mark" },

  /* fetch.txt */
  { "to-be-fetched", { { "fetch.txt", "https://example.org/b.txt 3 data/b.txt\n" } }, FALSE, HBK_ERROR_MISSING, "fetch.txt:1", "would have to be fetched from the network, which Hourbook does not do." },
  { "fetch-tag-file", { { "fetch.txt", "https://example.org/b.txt - bagit.txt\n" } }, FALSE, HBK_ERROR_VALUE, "fetch.txt:1", "“bagit.txt” does not lie in the folder “data”." },
  { "fetch-climbs", { { "fetch.txt", "https://example.org/b.txt - ../../README.md\n" } }, FALSE, HBK_ERROR_VALUE, "fetch.txt:1", "The name leads out of the package." },
  { "fetch-without-length", { { "fetch.txt", "https://example.org/b.txt data/a.txt\n" } }, FALSE, HBK_ERROR_SYNTAX, "fetch.txt:1", "The line is not an address, a length and a file." },
};

static void
assert_case (const Case *what, HbkPackageSource *source)
{
  g_autoptr (HbkBagReport) report = hbk_bag_report_of (source);
  g_autofree char *found = hbk_bag_describe (report);

  if (report->is_valid || report->is_complete != what->is_complete || !hbk_bag_has_problem (report->problems, (int) what->code, what->place, what->words) ||
      hbk_problems_get_n (report->problems) != MAX (what->n_problems, 1))
    g_test_fail_printf ("expected “%s” at %s, but found: %s", what->words, what->place, found);
}

static void
test_bad (gconstpointer data)
{
  const Case *what = data;
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autofree char  *before = NULL;
  g_autofree char  *after = NULL;
  HbkPackageSource *source;

  assert_case (what, hbk_bag_make_zip (hbk_bag_good, what->changes, N_CHANGES, NULL));
  assert_case (what, hbk_bag_make_zip (hbk_bag_good, what->changes, N_CHANGES, "申报材料"));

  /* Nothing is written, not even beside it. */
  source = hbk_bag_make_folder (hbk_bag_good, what->changes, N_CHANGES, folder);
  before = hbk_folder_fingerprint (folder);
  assert_case (what, source);
  after = hbk_folder_fingerprint (folder);
  g_assert_cmpstr (before, ==, after);
}

/* ---- Bags that are in order ---- */

typedef struct
{
  const char *name;
  HbkBagPart  changes[N_CHANGES];
  const char *place; /* of a warning */
  const char *words; /* NULL for none at all */
} Good;

static const Good good[] = {
  { "plain", { { NULL } } },
  { "carriage-returns", { { "bagit.txt", "BagIt-Version: 1.0\rTag-File-Character-Encoding: UTF-8\r" }, { "manifest-sha256.txt", "{sha256 @data/a.txt}  data/a.txt\r" } } },
  { "both-ends", { { "bagit.txt", "BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n" }, { "manifest-sha256.txt", "{sha256 @data/a.txt}  data/a.txt\r\n" } } },
  { "no-last-end", { { "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8" }, { "manifest-sha256.txt", "{sha256 @data/a.txt}  data/a.txt" } } },
  { "one-blank", { { "manifest-sha256.txt", "{sha256 @data/a.txt} data/a.txt\n" } } },
  { "tabs", { { "manifest-sha256.txt", "{sha256 @data/a.txt}\t\t data/a.txt\n" } } },
  { "capitals", { { "data/a.txt", "abc" }, { "manifest-sha256.txt", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD  data/a.txt\n" } } },
  { "all-algorithms", { { "manifest-sha512.txt", "{sha512 @data/a.txt}  data/a.txt\n" }, { "manifest-md5.txt", "{md5 @data/a.txt}  data/a.txt\n" }, { "manifest-sha1.txt", "{sha1 @data/a.txt}  data/a.txt\n" }, { "manifest-sha384.txt", "{sha384 @data/a.txt}  data/a.txt\n" } } },
  { "no-info", { { "bag-info.txt", NULL } } },
  { "info", { { "bag-info.txt", "Contact-Name: 王 小 明\nContact-Name: another\nNote: colon: inside\n" } } },
  { "folded-info", { { "bag-info.txt", "External-Description: one\n  two\n\tthree\nPayload-Oxum: 3.1\n" } } },
  { "other-tag-file", { { "notes/readme.pdf", "\xff\xfe" } } },
  { "percent", { { "data/100%.txt", "def" }, { "bag-info.txt", "Payload-Oxum: 6.2\n" }, { "manifest-sha256.txt", A "{sha256 @data/100%.txt}  data/100%25.txt\n" } } },
  { "chinese", { { "data/证明 材料.txt", "def" }, { "bag-info.txt", "Payload-Oxum: 6.2\n" }, { "manifest-sha256.txt", A "{sha256 @data/证明 材料.txt}  data/证明 材料.txt\n" } } },
  { "nothing", { { "data/a.txt", NULL }, { "data/", "" }, { "bag-info.txt", "Payload-Oxum: 0.0\n" }, { "manifest-sha256.txt", "" } } },
  { "no-tag-manifest", { { "tagmanifest-sha256.txt", NULL } }, NULL, "There is no manifest of tag files" },
  { "unlisted-tag-file", { { "tagmanifest-sha256.txt", "{sha256 @manifest-sha256.txt}  manifest-sha256.txt\n" } }, "bagit.txt", "The manifest of tag files of sha256 does not name it." },
  { "star", { { "manifest-sha256.txt", "{sha256 @data/a.txt} *data/a.txt\n" } }, "manifest-sha256.txt", "Names in it begin with a star." },
  { "dot-slash", { { "manifest-sha256.txt", "{sha256 @data/a.txt}  ./data/a.txt\n" } }, "manifest-sha256.txt", "Names in it begin with “./”." },
  { "bare-percent", { { "data/100%.txt", "def" }, { "bag-info.txt", "Payload-Oxum: 6.2\n" }, { "manifest-sha256.txt", A "{sha256 @data/100%.txt}  data/100%.txt\n" } }, "manifest-sha256.txt:2", "A percent sign in the name is not written as “%25”." },
  { "decomposed", { { "data/caf\xc3\xa9.txt", "def" }, { "bag-info.txt", "Payload-Oxum: 6.2\n" }, { "manifest-sha256.txt", A "{sha256 @data/caf\xc3\xa9.txt}  data/cafe\xcc\x81.txt\n" } }, "manifest-sha256.txt:2", "are composed in another way" },
  { "sha512-only", { { "manifest-sha256.txt", NULL }, { "manifest-sha512.txt", "{sha512 @data/a.txt}  data/a.txt\n" } }, NULL, "Not every file has a checksum of sha256." },
  { "fetched", { { "fetch.txt", "https://example.org/a.txt 3 data/a.txt\n" } }, "fetch.txt", "It names addresses on the network for files that are there already." },
  { "spelling", { { "manifest-sha256.txt", NULL }, { "manifest-SHA-256.txt", A } }, "manifest-SHA-256.txt", "Its name should have “sha256” in it" },
};

static void
assert_good (const Good *what, HbkPackageSource *source)
{
  g_autoptr (HbkBagReport) report = hbk_bag_report_of (source);
  g_autofree char *found = hbk_bag_describe (report);
  gboolean         is_warned = FALSE;

  for (guint i = 0; i < hbk_problems_get_n (report->warnings); i++)
    is_warned = is_warned || hbk_bag_has_problem (report->warnings, (int) hbk_problem_get_code (hbk_problems_get (report->warnings, i)), what->place, what->words != NULL ? what->words : "");
  if (!report->is_valid || !report->is_complete || (what->words == NULL ? !hbk_problems_is_empty (report->warnings) : !is_warned))
    g_test_fail_printf ("expected a good bag and “%s”, but found: %s", what->words != NULL ? what->words : "", found);
}

static void
test_good (gconstpointer data)
{
  const Good *what = data;
  g_autoptr (HbkFolder) folder = hbk_folder_new ();

  assert_good (what, hbk_bag_make_zip (hbk_bag_good, what->changes, N_CHANGES, NULL));
  assert_good (what, hbk_bag_make_zip (hbk_bag_good, what->changes, N_CHANGES, "bag"));
  assert_good (what, hbk_bag_make_folder (hbk_bag_good, what->changes, N_CHANGES, folder));
}

/* ---- What the report says ---- */

static void
test_report (void)
{
  static const HbkBagPart changes[] = { { "bag-info.txt", "Contact-Name: one\nExternal-Description: a\n   b\nCONTACT-NAME: two\nEmpty: \n" } };
  g_autoptr (HbkBagReport) report = hbk_bag_report_of (hbk_bag_make_zip (hbk_bag_good, changes, 1, "包"));

  g_assert_true (report->is_valid && report->has_sha256);
  g_assert_cmpstr (report->version, ==, "1.0");
  g_assert_cmpstr (report->folder, ==, "包/");
  g_assert_cmpuint (report->n_files, ==, 1);
  g_assert_cmpuint (report->n_bytes, ==, 3);
  g_assert_cmpuint (report->info->len, ==, 4);
  g_assert_cmpstr (hbk_bag_report_lookup_info (report, "contact-name"), ==, "one");
  g_assert_cmpstr (hbk_bag_report_lookup_info (report, "External-Description"), ==, "a\nb");
  g_assert_cmpstr (hbk_bag_report_lookup_info (report, "Empty"), ==, "");
  g_assert_null (hbk_bag_report_lookup_info (report, "Payload-Oxum"));
  g_assert_cmpstr (g_hash_table_lookup (report->checksums, "data/a.txt"), ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/* Beside the bag something else lies. */
static void
test_not_alone (void)
{
  static const HbkBagPart parts[] = { { "bag/bagit.txt", HBK_BAGIT_1_0 }, { "bag/data/", "" }, { "bag/manifest-sha256.txt", "" }, { "__MACOSX/bag/._a", "x" }, { NULL, NULL } };
  g_autoptr (HbkBagReport) report = hbk_bag_report_of (hbk_bag_make_zip (parts, NULL, 0, NULL));

  g_assert_true (hbk_bag_has_problem (report->problems, HBK_ERROR_MISSING, "bagit.txt", "It must lie at the top, or in the only folder there."));
}

/* Problems without end are counted, not kept. */
static void
test_many_problems (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  HbkBagPart change = { .name = "manifest-md5.txt" };

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "x\n");
  change.text = text->str;
  {
    g_autoptr (HbkBagReport) report = hbk_bag_report_of (hbk_bag_make_zip (hbk_bag_good, &change, 1, NULL));

    g_assert_cmpuint (hbk_problems_get_n (report->problems), ==, HBK_PROBLEMS_MAX);
    g_assert_cmpuint (hbk_problems_get_n_total (report->problems), ==, 5001);
  }
}

typedef struct
{
  guint64       last;
  guint64       total;
  GCancellable *cancellable;
} Progress;

static void
progress_cb (guint64 done, guint64 total, gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpuint (done, >=, progress->last);
  g_assert_cmpuint (done, <=, total);
  progress->last = done;
  progress->total = total;
  if (progress->cancellable != NULL)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_progress (void)
{
  g_autoptr (HbkPackageSource) source = hbk_bag_make_zip (hbk_bag_good, NULL, 0, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HbkBagReport) report = NULL;
  g_autoptr (HbkBagReport) none = NULL;
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };

  report = hbk_bag_verify (source, cancellable, progress_cb, &progress, &error);
  g_assert_no_error (error);
  g_assert_true (report->is_valid);
  g_assert_cmpuint (progress.last, ==, progress.total);
  g_assert_cmpuint (progress.total, >, 3);

  progress = (Progress) { .cancellable = cancellable };
  none = hbk_bag_verify (source, cancellable, progress_cb, &progress, &error);
  g_assert_null (none);
  g_assert_error (error, HBK_ERROR, HBK_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bag/bad/%s", bad[i].name);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bag/good/%s", good[i].name);

      g_test_add_data_func (path, &good[i], test_good);
    }
  g_test_add_func ("/bag/report", test_report);
  g_test_add_func ("/bag/not-alone", test_not_alone);
  g_test_add_func ("/bag/many-problems", test_many_problems);
  g_test_add_func ("/bag/progress", test_progress);
  return g_test_run ();
}
