/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most bytes of title and text that a reply may have. */
#define HBK_FINDINGS_MAX_TITLE 512
#define HBK_FINDINGS_MAX_TEXT 65536

/* The longest side of a thumbnail. */
#define HBK_FINDINGS_MAX_SIDE 2048

/**
 * HbkFindingFlags:
 *
 * What is inside a file; the words for them in a reply have the same order.
 */
typedef enum {
  HBK_FINDING_TEXT = 1 << 0,
  HBK_FINDING_SCRIPTS = 1 << 1,
  HBK_FINDING_ATTACHMENTS = 1 << 2,
  HBK_FINDING_FORMS = 1 << 3,
  HBK_FINDING_LAUNCH = 1 << 4,
  HBK_FINDING_LINKS = 1 << 5,
  HBK_FINDING_SIGNATURES = 1 << 6,
  HBK_FINDING_LOCATION = 1 << 7,
} HbkFindingFlags;

/**
 * HbkWish:
 * @thumbnail_side: the longest side of the thumbnail in pixels; 0 for none
 * @page: the page it shows, from 1
 * @text: whether text is asked for
 *
 * What the caller wants to know.
 */
typedef struct
{
  guint    thumbnail_side;
  guint    page;
  gboolean text;
} HbkWish;

/**
 * HbkFindings:
 * @media_type: what the content is; a static string
 * @problem: why it could not be looked into, a word of a reply; %NULL when it could
 * @n_pages: how many pages; 0 when not known
 * @width: pixels, or points of the first page, held upright
 * @height: likewise
 * @orientation: 1 to 8 as in EXIF
 * @flags: what is inside, of [flags@FindingFlags]
 * @title: (nullable): the title its author gave it
 * @text: (nullable): its first text
 * @thumbnail: (nullable): a PNG
 *
 * What was found in a file, filled in by those that look.
 */
typedef struct
{
  const char *media_type;
  const char *problem;
  guint       n_pages;
  guint       width;
  guint       height;
  guint       orientation;
  guint       flags;
  GString    *title;
  GString    *text;
  GBytes     *thumbnail;
} HbkFindings;

void hbk_findings_init (HbkFindings *findings);
void hbk_findings_clear (HbkFindings *findings);
void hbk_findings_set_title (HbkFindings *findings, const char *title);
void hbk_findings_set_text (HbkFindings *findings, const char *text, gsize length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HbkFindings, hbk_findings_clear)

G_END_DECLS
