/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "records/hbk-inspection-problem.h"

G_BEGIN_DECLS

/* The most bytes of text and of title that an inspection holds. */
#define HBK_INSPECTION_MAX_TEXT 65536
#define HBK_INSPECTION_MAX_TITLE 512

/**
 * HbkInspectionFlags:
 * @HBK_INSPECTION_TEXT: it has text that can be selected; a PDF without is a scan
 * @HBK_INSPECTION_SCRIPTS: it has JavaScript
 * @HBK_INSPECTION_ATTACHMENTS: it has other files inside
 * @HBK_INSPECTION_FORMS: it has fields to fill in
 * @HBK_INSPECTION_LAUNCH: it asks to start a program or to open another file
 * @HBK_INSPECTION_LINKS: it has links to the net
 * @HBK_INSPECTION_SIGNATURES: it has fields for digital signatures; whether they hold was not looked at
 * @HBK_INSPECTION_LOCATION: it says where it was taken
 *
 * What a file of evidence holds that a person wants to know before sending it on.
 */
typedef enum {
  HBK_INSPECTION_TEXT = 1 << 0,
  HBK_INSPECTION_SCRIPTS = 1 << 1,
  HBK_INSPECTION_ATTACHMENTS = 1 << 2,
  HBK_INSPECTION_FORMS = 1 << 3,
  HBK_INSPECTION_LAUNCH = 1 << 4,
  HBK_INSPECTION_LINKS = 1 << 5,
  HBK_INSPECTION_SIGNATURES = 1 << 6,
  HBK_INSPECTION_LOCATION = 1 << 7,
} HbkInspectionFlags;

/**
 * HbkInspectionFacts:
 * @media_type: what the content is, such as `application/pdf`; %NULL for `application/octet-stream`
 * @problem: why it could not be looked into, or none
 * @n_pages: how many pages it has; 0 when not known
 * @width: how wide it is when held upright, in pixels, or the first page of a PDF in points; 0 when not known
 * @height: how high it is, likewise
 * @orientation: how the camera was held, 1 to 8 as in EXIF; 0 or 1 for upright
 * @flags: what it holds
 * @title: (nullable): the title that its author gave it: plain text, never markup
 * @text: (nullable): its first text: plain text
 * @thumbnail: (nullable): a small picture of it as PNG, upright
 *
 * What [ctor@Inspection.new] takes.
 */
typedef struct
{
  const char          *media_type;
  HbkInspectionProblem problem;
  guint                n_pages;
  guint                width;
  guint                height;
  guint                orientation;
  HbkInspectionFlags   flags;
  const char          *title;
  const char          *text;
  GBytes              *thumbnail;
} HbkInspectionFacts;

/**
 * HbkInspection:
 *
 * What was found when somebody looked into a file of evidence. Immutable.
 */
typedef struct _HbkInspection HbkInspection;

#define HBK_TYPE_INSPECTION (hbk_inspection_get_type ())

GType hbk_inspection_get_type (void) G_GNUC_CONST;

HbkInspection *hbk_inspection_new (const HbkInspectionFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
HbkInspection *hbk_inspection_ref (HbkInspection *inspection);
void           hbk_inspection_unref (HbkInspection *inspection);

const char          *hbk_inspection_get_media_type (const HbkInspection *inspection);
HbkInspectionProblem hbk_inspection_get_problem (const HbkInspection *inspection);
guint                hbk_inspection_get_n_pages (const HbkInspection *inspection);
guint                hbk_inspection_get_width (const HbkInspection *inspection);
guint                hbk_inspection_get_height (const HbkInspection *inspection);
guint                hbk_inspection_get_orientation (const HbkInspection *inspection);
HbkInspectionFlags   hbk_inspection_get_flags (const HbkInspection *inspection);
const char          *hbk_inspection_get_title (const HbkInspection *inspection);
const char          *hbk_inspection_get_text (const HbkInspection *inspection);
GBytes              *hbk_inspection_get_thumbnail (const HbkInspection *inspection);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkInspection, hbk_inspection_unref)

G_END_DECLS
