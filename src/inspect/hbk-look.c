/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "inspect/hbk-look.h"

#include <string.h>

#include "inspect/hbk-container.h"
#include "inspect/hbk-media-type.h"
#include "inspect/hbk-paper.h"
#include "inspect/hbk-picture.h"
#include "inspect/hbk-plain-text.h"

/**
 * hbk_look_tell:
 * @file: a file
 * @findings: gets the media type and, for archives, whether they need a password
 *
 * Tells from its content what a file is. Its name is not known here, which is as well.
 */
void
hbk_look_tell (const HbkView *file, HbkFindings *findings)
{
  const char *media_type;

  g_return_if_fail (file != NULL && findings != NULL);

  if (file->size == 0)
    {
      findings->problem = "empty";
      return;
    }

  media_type = hbk_media_type_of_start (file);
  if (media_type == NULL)
    {
      g_autofree char *text = hbk_plain_text_read (file);

      media_type = text != NULL ? "text/plain" : findings->media_type;
    }

  findings->media_type = media_type;
  if (g_str_equal (media_type, "application/zip"))
    hbk_container_look_into_zip (file, findings);
  else if (g_str_equal (media_type, "application/x-ole-storage"))
    hbk_container_look_into_ole (file, findings);
}

static void
look_at_text (const HbkView *file, const HbkWish *wish, HbkFindings *findings)
{
  g_autofree char *text = hbk_plain_text_read (file);

  if (text == NULL)
    return;

  findings->flags |= *text != '\0' ? HBK_FINDING_TEXT : 0;
  if (wish->text)
    hbk_findings_set_text (findings, text, strlen (text));
}

/**
 * hbk_look_into:
 * @file: a file
 * @wish: what the caller wants to know
 * @findings: what is found; the media type is there
 *
 * Looks into a file of which is known what it is. Of what is neither PDF, picture nor text nothing more is said.
 */
void
hbk_look_into (const HbkView *file, const HbkWish *wish, HbkFindings *findings)
{
  g_return_if_fail (file != NULL && wish != NULL && findings != NULL);

  if (g_str_equal (findings->media_type, "application/pdf"))
    hbk_paper_look (file, wish, findings);
  else if (g_str_has_prefix (findings->media_type, "image/"))
    hbk_picture_look (file, wish, findings);
  else if (g_str_equal (findings->media_type, "text/plain"))
    look_at_text (file, wish, findings);
}
