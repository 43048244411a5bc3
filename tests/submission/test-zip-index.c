/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ZIPs that somebody made to do harm, or that programs could read in more than one way. */

#define _GNU_SOURCE

#include "submission/hbk-package-source.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../library/folder.h"
#include "../library/zip-maker.h"
#include "base/hbk-error.h"

#define ABC { "a.txt", "abc", 3 }
#define DEF { "b.txt", "defdefdefdef", 12, TRUE }
#define FLAW(record, part, offset, width, value) { HBK_ZIP_##record, part, offset, width, value }
#define NAMED(bytes) { bytes, "x", 1, FALSE, 0, 1 << 11 }
#define LONG_PART "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define LONG_NAME LONG_PART "/" LONG_PART "/" LONG_PART "/" LONG_PART "/"

typedef struct
{
  const char *name;
  HbkZipPart  parts[4];
  HbkZipShape shape;
  HbkError    code;
  const char *entry; /* NULL when it is the whole that is meant */
  const char *words;
} Case;

static const Case records[] = {
  /* The end */
  { "two-ends", { ABC }, { .comment = "PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", .comment_length = 22 }, HBK_ERROR_DAMAGED, NULL, "It has more than one end" },
  { "end-in-comment", { ABC }, { .comment = "PK\5\6 and what fits no program that looks twice", .comment_length = 46 }, HBK_ERROR_DAMAGED, NULL, "It has more than one end" },
  { "mark-in-comment", { ABC }, { .comment = "ends with PK\5\6", .comment_length = 14 }, HBK_ERROR_DAMAGED, NULL, "It has more than one end" },
  { "longer-comment", { ABC }, { .flaws = { FLAW (END, 0, 20, 2, 1) } }, HBK_ERROR_DAMAGED, NULL, "Its end is missing, or something was added to it." },
  { "behind", { ABC }, { .behind = "x" }, HBK_ERROR_DAMAGED, NULL, "Its end is missing, or something was added to it." },
  { "other-disk", { ABC }, { .flaws = { FLAW (END, 0, 4, 2, 1) } }, HBK_ERROR_UNKNOWN, NULL, "It is one part of several." },
  { "other-disk-of-directory", { ABC }, { .flaws = { FLAW (END, 0, 6, 2, 1) } }, HBK_ERROR_UNKNOWN, NULL, "It is one part of several." },
  { "fewer-on-disk", { ABC }, { .flaws = { FLAW (END, 0, 8, 2, 0) } }, HBK_ERROR_UNKNOWN, NULL, "It is one part of several." },
  { "counts-fewer", { ABC, DEF }, { .flaws = { FLAW (END, 0, 8, 2, 1), FLAW (END, 0, 10, 2, 1) } }, HBK_ERROR_DAMAGED, NULL, "Its directory has more than the entries it counts." },
  { "counts-more", { ABC }, { .flaws = { FLAW (END, 0, 8, 2, 2), FLAW (END, 0, 10, 2, 2) } }, HBK_ERROR_DAMAGED, NULL, "Its directory is damaged." },
  { "directory-elsewhere", { ABC }, { .flaws = { FLAW (END, 0, 16, 4, 0) } }, HBK_ERROR_DAMAGED, NULL, "Something lies before or behind its directory." },
  { "directory-larger", { ABC }, { .flaws = { FLAW (END, 0, 12, 4, 0x7fffffff) } }, HBK_ERROR_DAMAGED, NULL, "Something lies before or behind its directory." },
  { "directory-beyond", { ABC }, { .flaws = { FLAW (END, 0, 16, 4, 0xfffffff0) } }, HBK_ERROR_DAMAGED, NULL, "Something lies before or behind its directory." },

  /* The end for 64 bits */
  { "ends-differ", { ABC }, { .is_zip64 = TRUE, .flaws = { FLAW (END, 0, 8, 2, 7), FLAW (END, 0, 10, 2, 7) } }, HBK_ERROR_DAMAGED, NULL, "Its two ends say different things." },
  { "end64-counts-differ", { ABC }, { .is_zip64 = TRUE, .flaws = { FLAW (END64, 0, 24, 8, 2) } }, HBK_ERROR_DAMAGED, NULL, "Its two ends say different things." },
  { "end64-elsewhere", { ABC }, { .is_zip64 = TRUE, .flaws = { FLAW (LOCATOR, 0, 8, 8, 3) } }, HBK_ERROR_DAMAGED, NULL, "The end of its directory is not where it is said to be." },
  { "end64-beyond", { ABC }, { .is_zip64 = TRUE, .flaws = { FLAW (LOCATOR, 0, 8, 8, G_MAXUINT64) } }, HBK_ERROR_DAMAGED, NULL, "The end of its directory is not where it is said to be." },
  { "end64-longer", { ABC }, { .is_zip64 = TRUE, .flaws = { FLAW (END64, 0, 4, 8, 60) } }, HBK_ERROR_DAMAGED, NULL, "The end of its directory is not where it is said to be." },
  { "end64-on-other-disk", { ABC }, { .is_zip64 = TRUE, .flaws = { FLAW (LOCATOR, 0, 4, 4, 1) } }, HBK_ERROR_UNKNOWN, NULL, "It is one part of several." },
  { "end64-of-many-disks", { ABC }, { .is_zip64 = TRUE, .flaws = { FLAW (LOCATOR, 0, 16, 4, 2) } }, HBK_ERROR_UNKNOWN, NULL, "It is one part of several." },
  { "end64-says-other-disk", { ABC }, { .is_zip64 = TRUE, .flaws = { FLAW (END64, 0, 16, 4, 1) } }, HBK_ERROR_UNKNOWN, NULL, "It is one part of several." },
  { "end64-wraps", { ABC }, { .is_zip64 = TRUE, .flaws = { FLAW (END64, 0, 40, 8, G_MAXUINT64 - 10), FLAW (END64, 0, 48, 8, 60) } }, HBK_ERROR_DAMAGED, NULL, "Something lies before or behind its directory." },
  { "end64-many", { ABC }, { .is_zip64 = TRUE, .flaws = { FLAW (END64, 0, 24, 8, G_MAXUINT64), FLAW (END64, 0, 32, 8, G_MAXUINT64) } }, HBK_ERROR_LIMIT, NULL, "It has more files than Hourbook takes." },

  /* What lies between */
  { "front", { ABC }, { .front = "#!/bin/sh\n" }, HBK_ERROR_FORMAT, NULL, "This is not a ZIP." },
  { "front-like-zip", { ABC }, { .front = "PK hidden" }, HBK_ERROR_DAMAGED, NULL, "Something lies hidden before its first entry." },
  { "front-only", { { NULL } }, { .front = "PK hidden" }, HBK_ERROR_DAMAGED, NULL, "Something lies hidden before its first entry." },
  { "between", { { "a.txt", "abc", 3, .behind = "hidden" }, DEF }, { 0 }, HBK_ERROR_DAMAGED, "a.txt", "Something lies hidden behind it." },
  { "before-directory", { ABC, DEF }, { .middle = "hidden" }, HBK_ERROR_DAMAGED, "b.txt", "Something lies hidden behind it." },
  { "behind-directory", { ABC }, { .tail = "hidden" }, HBK_ERROR_DAMAGED, NULL, "Something lies before or behind its directory." },
  { "hidden-file", { ABC, DEF }, { .flaws = { FLAW (CENTRAL, 1, 42, 4, 0) } }, HBK_ERROR_DAMAGED, "a.txt", "It overlaps what comes behind it." },
  { "overlap", { ABC, { "b.txt", "d", 1 } }, { .flaws = { FLAW (CENTRAL, 1, 42, 4, 35) } }, HBK_ERROR_DAMAGED, "a.txt", "It overlaps what comes behind it." },
  { "offset-in-directory", { ABC, DEF }, { .flaws = { FLAW (CENTRAL, 1, 42, 4, 1000000) } }, HBK_ERROR_DAMAGED, "b.txt", "It is not where the directory says." },
  { "offset-in-data", { ABC, { "b.txt", "defghijklmnopqrstuvwxyzdefghijklmnopqrstuvwxyz", 46 } }, { .flaws = { FLAW (CENTRAL, 1, 42, 4, 40) } }, HBK_ERROR_DAMAGED, "a.txt", "Something lies hidden behind it." },
  { "no-local-header", { ABC }, { .flaws = { FLAW (LOCAL, 0, 2, 1, 7) } }, HBK_ERROR_DAMAGED, "a.txt", "It is not where the directory says." },
  { "data-beyond", { ABC, { "b.txt", "defdefdefdef", 12, TRUE } }, { .flaws = { FLAW (CENTRAL, 1, 20, 4, 100000), FLAW (LOCAL, 1, 18, 4, 100000) } }, HBK_ERROR_DAMAGED, "b.txt", "It overlaps what comes behind it." },

  /* Two headers */
  { "names-differ", { { "a.txt", "abc", 3, .local_name = "b.exe" } }, { 0 }, HBK_ERROR_DAMAGED, "a.txt", "Its two headers tell different names." },
  { "names-longer", { { "a.txt", "abc", 3, .local_name = "a.txt.exe" } }, { 0 }, HBK_ERROR_DAMAGED, "a.txt", "Its two headers tell different names." },
  { "names-folder", { { "a/", "", 0, FALSE, 0, 0, S_IFDIR | 0700, .local_name = "aa" } }, { 0 }, HBK_ERROR_DAMAGED, "a", "Its two headers tell different names." },
  { "methods-differ", { DEF }, { .flaws = { FLAW (LOCAL, 0, 8, 2, 0) } }, HBK_ERROR_DAMAGED, "b.txt", "Its two headers tell different ways of packing." },
  { "flags-differ", { ABC }, { .flaws = { FLAW (LOCAL, 0, 6, 2, 1 << 11) } }, HBK_ERROR_DAMAGED, "a.txt", "Its two headers tell different ways of packing." },
  { "encrypted-locally", { ABC }, { .flaws = { FLAW (LOCAL, 0, 6, 2, 1) } }, HBK_ERROR_DAMAGED, "a.txt", "Its two headers tell different ways of packing." },
  { "checksums-differ", { ABC }, { .flaws = { FLAW (LOCAL, 0, 14, 4, 1) } }, HBK_ERROR_DAMAGED, "a.txt", "Its two headers tell different checksums." },
  { "sizes-differ", { DEF }, { .flaws = { FLAW (LOCAL, 0, 22, 4, 11) } }, HBK_ERROR_DAMAGED, "b.txt", "Its two headers tell different sizes." },
  { "packed-sizes-differ", { DEF }, { .flaws = { FLAW (LOCAL, 0, 18, 4, 2) } }, HBK_ERROR_DAMAGED, "b.txt", "Its two headers tell different sizes." },
  { "sizes-missing", { DEF }, { .flaws = { FLAW (LOCAL, 0, 18, 8, 0) } }, HBK_ERROR_DAMAGED, "b.txt", "Its two headers tell different sizes." },
  { "extra-beyond", { { "a.txt", "abc", 3, .extra = "\x55\x54\xff\0", .extra_length = 4 } }, { 0 }, HBK_ERROR_DAMAGED, "a.txt", "Its header is damaged." },
  { "extra-stub", { { "a.txt", "abc", 3, .extra = "\0\0", .extra_length = 2 } }, { 0 }, HBK_ERROR_DAMAGED, "a.txt", "Its header is damaged." },
  { "other-unicode-name", { { "a.txt", "abc", 3, .extra = "\x75\x70\x0a\0\1\0\0\0\0b.exe", .extra_length = 14 } }, { 0 }, HBK_ERROR_DAMAGED, "a.txt", "It has two names." },
  { "other-unicode-name-with-checksum", { { "a.txt", "abc", 3, .extra = "\x75\x70\x0a\0\1\xba\xf7\xeb\xc1"
                                                                        "b.exe",
                                            .extra_length = 14 } },
    { 0 },
    HBK_ERROR_DAMAGED,
    "a.txt",
    "It has two names." },
  { "name-beyond-directory", { ABC }, { .flaws = { FLAW (CENTRAL, 0, 28, 2, 5000) } }, HBK_ERROR_DAMAGED, NULL, "Its directory is damaged." },
  { "comment-beyond-directory", { ABC }, { .flaws = { FLAW (CENTRAL, 0, 32, 2, 1) } }, HBK_ERROR_DAMAGED, NULL, "Its directory is damaged." },

  /* Sizes for 64 bits, and what is told behind */
  { "size-without-extension", { ABC }, { .flaws = { FLAW (CENTRAL, 0, 24, 4, G_MAXUINT32) } }, HBK_ERROR_DAMAGED, "a.txt", "Its header is damaged." },
  { "size-in-two-ways", { { "a.txt", "abc", 3, .extra = "\1\0\x10\0\3\0\0\0\0\0\0\0\3\0\0\0\0\0\0\0", .extra_length = 20 } }, { 0 }, HBK_ERROR_DAMAGED, "a.txt", "It tells its size in two ways." },
  { "extension-twice", { { "a.txt", "abc", 3, .is_zip64 = TRUE, .extra = "\1\0\0\0", .extra_length = 4 } }, { 0 }, HBK_ERROR_DAMAGED, "a.txt", "It tells its size in two ways." },
  { "half-extension", { { "a.txt", "abc", 3, .is_zip64 = TRUE } }, { .flaws = { FLAW (LOCAL, 0, 22, 4, 3) } }, HBK_ERROR_DAMAGED, "a.txt", "It tells its size in two ways." },
  { "extension-differs", { { "a.txt", "abc", 3, .is_zip64 = TRUE } }, { .flaws = { FLAW (LOCAL, 0, 39, 8, 4) } }, HBK_ERROR_DAMAGED, "a.txt", "Its two headers tell different sizes." },
  { "no-descriptor", { { "a.txt", "abc", 3, .flags = 1 << 3 } }, { 0 }, HBK_ERROR_DAMAGED, "a.txt", "What should be told behind it is missing." },
  { "unasked-descriptor", { { "a.txt", "abc", 3, .descriptor = 16 } }, { 0 }, HBK_ERROR_DAMAGED, "a.txt", "Something lies hidden behind it." },
  { "descriptor-size-differs", { { "a.txt", "abc", 3, .flags = 1 << 3, .descriptor = 16 } }, { .flaws = { FLAW (DESCRIPTOR, 0, 12, 4, 4) } }, HBK_ERROR_DAMAGED, "a.txt", "What is told behind it differs from the directory." },
  { "descriptor-checksum-differs", { { "a.txt", "abc", 3, .flags = 1 << 3, .descriptor = 24 } }, { .flaws = { FLAW (DESCRIPTOR, 0, 4, 4, 4) } }, HBK_ERROR_DAMAGED, "a.txt", "What is told behind it differs from the directory." },
  { "descriptor-unmarked", { { "a.txt", "abc", 3, .flags = 1 << 3, .descriptor = 16 } }, { .flaws = { FLAW (DESCRIPTOR, 0, 0, 4, 4) } }, HBK_ERROR_DAMAGED, "a.txt", "Something lies hidden behind it." },
  { "descriptor-and-more", { { "a.txt", "abc", 3, .flags = 1 << 3, .descriptor = 16, .behind = "hidden" } }, { 0 }, HBK_ERROR_DAMAGED, "a.txt", "Something lies hidden behind it." },
};

static const Case entries[] = {
  /* How it is packed */
  { "encrypted", { { "a.txt", "0123456789abcde", 15, FALSE, 0, 1 } }, { 0 }, HBK_ERROR_UNKNOWN, "a.txt", "It is encrypted." },
  { "strongly-encrypted", { { "a.txt", "abc", 3, FALSE, 0, 1 << 6 } }, { 0 }, HBK_ERROR_UNKNOWN, "a.txt", "It is encrypted." },
  { "masked", { { "a.txt", "abc", 3, FALSE, 0, 1 << 13 } }, { 0 }, HBK_ERROR_UNKNOWN, "a.txt", "It is encrypted." },
  { "patch", { { "a.txt", "abc", 3, FALSE, 0, 1 << 5 } }, { 0 }, HBK_ERROR_UNKNOWN, "a.txt", "It has marks that Hourbook does not know." },
  { "bzip2", { ABC }, { .flaws = { FLAW (CENTRAL, 0, 10, 2, 12), FLAW (LOCAL, 0, 8, 2, 12) } }, HBK_ERROR_UNKNOWN, "a.txt", "It is packed in a way that Hourbook does not unpack." },
  { "deflate64", { ABC }, { .flaws = { FLAW (CENTRAL, 0, 10, 2, 9), FLAW (LOCAL, 0, 8, 2, 9) } }, HBK_ERROR_UNKNOWN, "a.txt", "It is packed in a way that Hourbook does not unpack." },
  { "aes", { ABC }, { .flaws = { FLAW (CENTRAL, 0, 10, 2, 99), FLAW (LOCAL, 0, 8, 2, 99) } }, HBK_ERROR_UNKNOWN, "a.txt", "It is packed in a way that Hourbook does not unpack." },
  { "on-other-disk", { ABC }, { .flaws = { FLAW (CENTRAL, 0, 34, 2, 1) } }, HBK_ERROR_UNKNOWN, "a.txt", "It lies in another part of several." },
  { "stored-in-fewer", { ABC }, { .flaws = { FLAW (CENTRAL, 0, 24, 4, 4), FLAW (LOCAL, 0, 22, 4, 4) } }, HBK_ERROR_DAMAGED, "a.txt", "Its size is not what it is said to be." },
  { "bomb", { { "a.txt", NULL, 3 * 1024 * 1024, TRUE } }, { 0 }, HBK_ERROR_LIMIT, "a.txt", "It would grow beyond all measure." },
  { "bomb-to-come", { { "a.txt", NULL, 100000, TRUE, 0xf0000000 } }, { 0 }, HBK_ERROR_LIMIT, "a.txt", "It would grow beyond all measure." },
  { "too-large", { { "a.txt", "abc", 3, TRUE, .is_zip64 = TRUE } }, { .flaws = { FLAW (CENTRAL, 0, 55, 8, HBK_PACKAGE_MAX_FILE + 1) } }, HBK_ERROR_LIMIT, "a.txt", "It is larger than Hourbook takes." },

  /* What it is */
  { "link", { { "a.txt", "/etc/passwd", 11, FALSE, 0, 0, S_IFLNK | 0777 } }, { 0 }, HBK_ERROR_VALUE, "a.txt", "It is a link or a device." },
  { "pipe", { { "a.txt", "", 0, FALSE, 0, 0, S_IFIFO | 0777 } }, { 0 }, HBK_ERROR_VALUE, "a.txt", "It is a link or a device." },
  { "device", { { "a.txt", "", 0, FALSE, 0, 0, S_IFCHR | 0777 } }, { 0 }, HBK_ERROR_VALUE, "a.txt", "It is a link or a device." },
  { "socket", { { "a.txt", "", 0, FALSE, 0, 0, S_IFSOCK | 0777 } }, { 0 }, HBK_ERROR_VALUE, "a.txt", "It is a link or a device." },
  { "link-of-windows", { ABC }, { .flaws = { FLAW (CENTRAL, 0, 38, 4, 0x400) } }, HBK_ERROR_VALUE, "a.txt", "It is a link or a device." },
  { "label", { ABC }, { .flaws = { FLAW (CENTRAL, 0, 38, 4, 8) } }, HBK_ERROR_VALUE, "a.txt", "It is a link or a device." },
  { "folder-as-file", { { "a", "", 0, FALSE, 0, 0, S_IFDIR | 0700 } }, { 0 }, HBK_ERROR_VALUE, "a", "It is told to be a file and a folder." },
  { "folder-of-windows-as-file", { ABC }, { .flaws = { FLAW (CENTRAL, 0, 38, 4, 0x10) } }, HBK_ERROR_VALUE, "a.txt", "It is told to be a file and a folder." },
  { "file-as-folder", { { "a/", "", 0, FALSE, 0, 0, S_IFREG | 0600 } }, { 0 }, HBK_ERROR_VALUE, "a/", "It is told to be a file and a folder." },
  { "folder-with-contents", { { "a/", "abc", 3, FALSE, 0, 0, S_IFDIR | 0700 } }, { 0 }, HBK_ERROR_VALUE, "a/", "It is a folder with contents." },

  /* What else is called so */
  { "twice", { ABC, ABC }, { 0 }, HBK_ERROR_DUPLICATE, "a.txt", "It is there twice." },
  { "folder-twice", { { "a/", "", 0, FALSE, 0, 0, S_IFDIR | 0700 }, { "a/", "", 0, FALSE, 0, 0, S_IFDIR | 0700 } }, { 0 }, HBK_ERROR_DUPLICATE, "a/", "It is there twice." },
  { "case", { ABC, { "A.TXT", "abc", 3 } }, { 0 }, HBK_ERROR_DUPLICATE, "A.TXT", "The name differs from “a.txt” only by case" },
  { "case-of-folder", { { "data/a.txt", "abc", 3 }, { "Data/b.txt", "abc", 3 } }, { 0 }, HBK_ERROR_DUPLICATE, "Data/b.txt", "The name differs from “data” only by case" },
  { "case-beyond-ascii", { NAMED ("ß.txt"), NAMED ("SS.txt") }, { 0 }, HBK_ERROR_DUPLICATE, "SS.txt", "The name differs from “ß.txt” only by case" },
  { "composed", { NAMED ("caf\xc3\xa9"), NAMED ("cafe\xcc\x81") }, { 0 }, HBK_ERROR_DUPLICATE, "cafe\xcc\x81", "or by how its letters are composed." },
  { "file-then-folder", { { "a", "abc", 3 }, { "a/b", "abc", 3 } }, { 0 }, HBK_ERROR_DUPLICATE, "a/b", "A file has the name of a folder." },
  { "folder-then-file", { { "a/b", "abc", 3 }, { "a", "abc", 3 } }, { 0 }, HBK_ERROR_DUPLICATE, "a", "A file has the name of a folder." },
  { "folder-then-file-of-other-case", { { "a/b", "abc", 3 }, { "A", "abc", 3 } }, { 0 }, HBK_ERROR_DUPLICATE, "A", "A file has the name of a folder." },
};

static const Case names[] = {
  { "climbs", { { "../evil", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "../evil", "The name leads out of the package." },
  { "climbs-within", { { "data/../../evil", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "data/../../evil", "The name leads out of the package." },
  { "absolute", { { "/etc/passwd", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "/etc/passwd", "The name begins at the root of the disk." },
  { "share", { { "//server/share", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "//server/share", "The name begins at the root of the disk." },
  { "dot", { { "data/./a", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "data/./a", "A part of the name is a single dot." },
  { "empty-part", { { "data//a", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "data//a", "A part of the name is empty." },
  { "empty", { { "", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "", "It has no name." },
  { "root-folder", { { "/", "", 0, FALSE, 0, 0, S_IFDIR | 0700 } }, { 0 }, HBK_ERROR_VALUE, "/", "It has no name." },
  { "two-slashes", { { "a//", "", 0, FALSE, 0, 0, S_IFDIR | 0700 } }, { 0 }, HBK_ERROR_VALUE, "a//", "A part of the name is empty." },
  { "backslash", { { "data\\a", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "data\\a", "The name has a backslash." },
  { "unc", { { "\\\\?\\C:\\a", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "\\\\?\\C:\\a", "The name has a backslash." },
  { "drive", { { "C:/a", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "C:/a", "The name begins with a drive of Windows." },
  { "drive-relative", { { "c:a", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "c:a", "The name begins with a drive of Windows." },
  { "home", { { "~/.bashrc", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "~/.bashrc", "The name begins with “~”" },
  { "home-of-other", { { "~root/.bashrc", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "~root/.bashrc", "The name begins with “~”" },
  { "escape", { { "a\033[2Jb", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "a\\u001b[2Jb", "The name has a control character." },
  { "newline", { { "a\nb", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "a\\u000ab", "The name has a control character." },
  { "nul", { { "a.txtXexe", "x", 1 } }, { .flaws = { FLAW (CENTRAL, 0, 51, 1, 0), FLAW (LOCAL, 0, 35, 1, 0) } }, HBK_ERROR_VALUE, "a.txt\\x00exe", "The name has a control character." },
  { "c1-control", { NAMED ("a\xc2\x9b"
                           "b") },
    { 0 },
    HBK_ERROR_VALUE,
    "a\\u009bb",
    "The name has a control character." },
  { "line-separator", { NAMED ("a\xe2\x80\xa8"
                               "b") },
    { 0 },
    HBK_ERROR_VALUE,
    "a\\u2028b",
    "The name has a control character." },
  { "not-utf8", { NAMED ("a\xff"
                         "b") },
    { 0 },
    HBK_ERROR_VALUE,
    "a\\xffb",
    "The name is not UTF-8." },
  { "surrogate", { NAMED ("a\xed\xa0\x80"
                          "b") },
    { 0 },
    HBK_ERROR_VALUE,
    NULL,
    "The name is not UTF-8." },
  { "over-long-slash", { NAMED ("..\xc0\xaf"
                                "b") },
    { 0 },
    HBK_ERROR_VALUE,
    NULL,
    "The name is not UTF-8." },
  { "gbk", { { "\xd1\xa7\xca\xb1", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "\xd1\xa7\xca\xb1", "The encoding of the name is not told." },
  { "utf8-unflagged", { { "学时", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "学时", "The encoding of the name is not told." },
  { "turned", { NAMED ("a\xe2\x80\xae"
                       "fdp.exe") },
    { 0 },
    HBK_ERROR_VALUE,
    "a\\u202efdp.exe",
    "The name has a character that turns the direction of writing." },
  { "isolated", { NAMED ("a\xe2\x81\xa7"
                         "b") },
    { 0 },
    HBK_ERROR_VALUE,
    "a\\u2067b",
    "The name has a character that turns the direction of writing." },
  { "con", { { "data/con", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "data/con", "Windows keeps the name for a device." },
  { "nul-txt", { { "NUL.txt", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "NUL.txt", "Windows keeps the name for a device." },
  { "com1-blank", { { "com1 .txt", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "com1 .txt", "Windows keeps the name for a device." },
  { "lpt-raised", { NAMED ("LPT³") }, { 0 }, HBK_ERROR_VALUE, "LPT³", "Windows keeps the name for a device." },
  { "device-folder", { { "aux/a.txt", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "aux/a.txt", "Windows keeps the name for a device." },
  { "dot-at-end", { { "a.", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "a.", "A part of the name ends with a dot or a space" },
  { "blank-at-end", { { "a /b", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, "a /b", "A part of the name ends with a dot or a space" },
  { "three-dots", { { ".../b", "x", 1 } }, { 0 }, HBK_ERROR_VALUE, ".../b", "A part of the name ends with a dot or a space" },
  { "long-part", { { LONG_PART LONG_PART LONG_PART LONG_PART, "x", 1 } }, { 0 }, HBK_ERROR_LIMIT, NULL, "The name is too long." },
  { "long-path", { { LONG_NAME LONG_NAME LONG_NAME LONG_NAME, "", 0, FALSE, 0, 0, S_IFDIR | 0700 } }, { 0 }, HBK_ERROR_LIMIT, NULL, "The name is too long." },
  { "deep", { { "a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a", "x", 1 } }, { 0 }, HBK_ERROR_LIMIT, NULL, "It lies in too many folders." },
};

/* ---- What is refused ---- */

static guint
count_parts (const HbkZipPart *parts, guint max)
{
  guint n = 0;

  while (n < max && parts[n].name != NULL)
    n++;
  return n;
}

static HbkPackageSource *
open_bytes (gconstpointer data, gsize size, GError **error)
{
  int fd = memfd_create ("package", MFD_CLOEXEC);

  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  return hbk_package_source_open_zip (fd, "a.zip", error);
}

static HbkPackageSource *
open_case (const HbkZipPart *parts, guint max, const HbkZipShape *shape, GError **error)
{
  g_autoptr (GBytes) zip = hbk_zip_make_shaped (parts, count_parts (parts, max), shape);

  return open_bytes (g_bytes_get_data (zip, NULL), g_bytes_get_size (zip), error);
}

static void
test_refused (gconstpointer data)
{
  const Case *what = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *entry = what->entry != NULL ? g_strdup_printf ("a.zip: “%s” in it: ", what->entry) : NULL;

  g_assert_null (open_case (what->parts, G_N_ELEMENTS (what->parts), &what->shape, &error));
  g_assert_error (error, HBK_ERROR, (int) what->code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (!g_str_has_prefix (error->message, entry != NULL ? entry : "a.zip: ") || strstr (error->message, what->words) == NULL)
    g_test_fail_printf ("“%s” is not in: %s", what->words, error->message);
  g_assert_true (g_str_has_suffix (error->message, " Ask for the package once more, or for another."));
}

/* ---- What is only seen when it is unpacked ---- */

typedef struct
{
  const char *name;
  HbkZipPart  part;
  HbkZipShape shape;
  const char *words;
} Content;

static const Content contents[] = {
  { "other-checksum", ABC, { .flaws = { FLAW (CENTRAL, 0, 16, 4, 1), FLAW (LOCAL, 0, 14, 4, 1) } }, "Its checksum is another: it is damaged." },
  { "other-checksum-packed", DEF, { .flaws = { FLAW (CENTRAL, 0, 16, 4, 1), FLAW (LOCAL, 0, 14, 4, 1) } }, "Its checksum is another: it is damaged." },
  { "other-checksum-of-nothing", { "a.txt", "", 0 }, { .flaws = { FLAW (CENTRAL, 0, 16, 4, 1), FLAW (LOCAL, 0, 14, 4, 1) } }, "Its checksum is another: it is damaged." },
  { "other-bytes", ABC, { .flaws = { FLAW (LOCAL, 0, 35, 1, 'x') } }, "Its checksum is another: it is damaged." },
  { "longer", { "a.txt", NULL, 1000, TRUE, 999 }, { 0 }, "It is longer than it is said to be." },
  { "much-longer", { "a.txt", NULL, 8 * 1024 * 1024, TRUE, 3 }, { 0 }, "It is longer than it is said to be." },
  { "shorter", { "a.txt", NULL, 1000, TRUE, 1001 }, { 0 }, "It is shorter than it is said to be." },
  { "not-packed", DEF, { .flaws = { FLAW (LOCAL, 0, 35, 4, 0xffffffff) } }, "It cannot be unpacked." },
  { "hidden-in-packed", { "a.txt", "\3\0hidden", 8 }, { .flaws = { FLAW (LOCAL, 0, 8, 2, 8), FLAW (CENTRAL, 0, 10, 2, 8), FLAW (LOCAL, 0, 22, 4, 0), FLAW (CENTRAL, 0, 24, 4, 0) } }, "Something lies hidden behind it." },
  { "packed-cut-off", { "a.txt", "\1\5\0\xfa\xff"
                                 "abc",
                        8 },
    { .flaws = { FLAW (LOCAL, 0, 8, 2, 8), FLAW (CENTRAL, 0, 10, 2, 8), FLAW (LOCAL, 0, 22, 4, 5), FLAW (CENTRAL, 0, 24, 4, 5) } },
    "It is cut off." },
};

static void
test_content (gconstpointer data)
{
  const Content *what = data;
  g_autoptr (GError) opening = NULL;
  g_autoptr (GError) reading = NULL;
  g_autoptr (HbkPackageSource) source = open_case (&what->part, 1, &what->shape, &opening);

  g_assert_no_error (opening);
  g_assert_null (hbk_package_source_read_entry (source, 0, 1024 * 1024, NULL, &reading));
  g_assert_error (reading, HBK_ERROR, HBK_ERROR_DAMAGED);
  g_assert_nonnull (strstr (reading->message, what->words));
}

/* ---- What is taken ---- */

typedef struct
{
  const char *name;
  HbkZipPart  parts[3];
  HbkZipShape shape;
} Good;

static const Good goods[] = {
  { "plain", { ABC, DEF }, { 0 } },
  { "comment", { ABC, DEF }, { .comment = "a comment", .comment_length = 9 } },
  { "zip64", { { "a.txt", "abc", 3, .is_zip64 = TRUE }, { "b.txt", "defdefdefdef", 12, TRUE, .is_zip64 = TRUE } }, { .is_zip64 = TRUE } },
  { "descriptor-12", { { "a.txt", "abc", 3, .flags = 1 << 3, .descriptor = 12 }, DEF }, { 0 } },
  { "descriptor-16", { { "a.txt", "abc", 3, .flags = 1 << 3, .descriptor = 16 }, DEF }, { .flaws = { FLAW (LOCAL, 0, 14, 8, 0), FLAW (LOCAL, 0, 22, 4, 0) } } },
  { "descriptor-20", { { "a.txt", "abc", 3, .flags = 1 << 3, .descriptor = 20, .is_zip64 = TRUE }, DEF }, { 0 } },
  { "descriptor-24", { { "a.txt", "abc", 3, .flags = 1 << 3, .descriptor = 24 }, DEF }, { 0 } },
  { "times", { { "a.txt", "abc", 3, .extra = "\x55\x54\5\0\1abcd", .extra_length = 9 }, DEF }, { 0 } },
  { "unicode-name", { { "a.txt", "abc", 3, .extra = "\x75\x70\x0a\0\1\xba\xf7\xeb\xc1"
                                                    "a.txt",
                        .extra_length = 14 },
                      DEF },
    { 0 } },
  { "folder", { ABC, DEF, { "data/", "", 0, FALSE, 0, 0, S_IFDIR | 0700 } }, { 0 } },
  { "zip-in-zip", { ABC, DEF, { "c.zip", "PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22 } }, { 0 } },
};

static void
assert_entry (HbkPackageSource *source, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint position;

  g_assert_true (hbk_package_source_lookup (source, name, &position));
  bytes = hbk_package_source_read_entry (source, position, 100, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
test_good (gconstpointer data)
{
  const Good *what = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkPackageSource) source = open_case (what->parts, G_N_ELEMENTS (what->parts), &what->shape, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hbk_package_source_get_n_entries (source), ==, count_parts (what->parts, G_N_ELEMENTS (what->parts)));
  assert_entry (source, "a.txt", "abc");
  assert_entry (source, "b.txt", "defdefdefdef");
}

/* Names that look strange but do no harm. */
static void
test_good_names (void)
{
  static const char *const strange[] = { "..a", ".hidden", "a~b", "学时簿/登记表.pdf", "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p", "console", "com10", "aux_", "a b", "ab:c", "é", "👨‍👩‍👧.jpg" };

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      HbkZipPart  part = NAMED (strange[i]);
      HbkZipShape shape = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (HbkPackageSource) source = open_case (&part, 1, &shape, &error);

      g_assert_no_error (error);
      assert_entry (source, strange[i], "x");
    }
}

static void
test_empty (void)
{
  HbkZipShape shape = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkPackageSource) source = open_case (NULL, 0, &shape, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hbk_package_source_get_n_entries (source), ==, 0);
}

/* ---- Files that are not whole ---- */

static GBytes *
make_good (void)
{
  static const HbkZipPart parts[] = { ABC, DEF, { "data/c.txt", "xyz", 3, .flags = 1 << 3, .descriptor = 16 } };

  return hbk_zip_make (parts, G_N_ELEMENTS (parts));
}

static void
test_cut (void)
{
  g_autoptr (GBytes) zip = make_good ();

  for (gsize length = 0; length < g_bytes_get_size (zip); length++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (open_bytes (g_bytes_get_data (zip, NULL), length, &error));
      if (length < 2)
        g_assert_error (error, HBK_ERROR, HBK_ERROR_FORMAT);
      else
        g_assert_error (error, HBK_ERROR, HBK_ERROR_DAMAGED);
    }
}

/* Any byte may be changed: the package is then refused, or the contents are as they were. */
static void
test_flipped (void)
{
  g_autoptr (GBytes) zip = make_good ();
  gsize              length = g_bytes_get_size (zip);
  g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (zip, NULL), length);

  for (gsize i = 0; i < length * 8; i++)
    {
      g_autoptr (HbkPackageSource) source = NULL;

      bytes[i / 8] ^= (guint8) (1 << (i % 8));
      source = open_bytes (bytes, length, NULL);
      bytes[i / 8] ^= (guint8) (1 << (i % 8));
      for (guint j = 0; source != NULL && j < hbk_package_source_get_n_entries (source); j++)
        {
          static const char *const texts[] = { "abc", "defdefdefdef", "xyz" };
          g_autoptr (GBytes) content = hbk_package_source_read_entry (source, j, 100, NULL, NULL);

          if (content != NULL)
            g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), texts[j], strlen (texts[j]));
        }
    }
}

/* ---- How much ---- */

static void
test_many (void)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (HbkZipPart));
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_free);
  HbkZipShape shape = { 0 };

  for (guint i = 0; i <= HBK_PACKAGE_MAX_ENTRIES; i++)
    {
      HbkZipPart part = { .name = g_strdup_printf ("data/%u", i), .data = "" };

      g_ptr_array_add (held, (gpointer) part.name);
      g_array_append_val (parts, part);
    }
  for (guint more = 0; more < 2; more++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HbkPackageSource) source = open_case ((const HbkZipPart *) (gconstpointer) parts->data, HBK_PACKAGE_MAX_ENTRIES + more, &shape, &error);

      if (more == 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, HBK_ERROR, HBK_ERROR_LIMIT);
    }
}

static void
add_cases (const char *group, const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/zip-index/%s/%s", group, cases[i].name);

      g_test_add_data_func (path, &cases[i], test_refused);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("records", records, G_N_ELEMENTS (records));
  add_cases ("entries", entries, G_N_ELEMENTS (entries));
  add_cases ("names", names, G_N_ELEMENTS (names));
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *path = g_strdup_printf ("/zip-index/contents/%s", contents[i].name);

      g_test_add_data_func (path, &contents[i], test_content);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (goods); i++)
    {
      g_autofree char *path = g_strdup_printf ("/zip-index/good/%s", goods[i].name);

      g_test_add_data_func (path, &goods[i], test_good);
    }
  g_test_add_func ("/zip-index/good-names", test_good_names);
  g_test_add_func ("/zip-index/empty", test_empty);
  g_test_add_func ("/zip-index/cut", test_cut);
  g_test_add_func ("/zip-index/flipped", test_flipped);
  g_test_add_func ("/zip-index/many", test_many);
  return g_test_run ();
}
