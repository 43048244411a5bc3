/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-file-words.h"

#include <glib/gi18n-lib.h>

/* What a reader of the file should know of it, and what that means. */
static const struct
{
  const char *mark;
  const char *name;
  const char *advice;
} marks[] = {
  { "encrypted", N_ ("protected by a password"), N_ ("Nobody can look into it without the password. Who reviews it will ask for a copy without one.") },
  { "scripts", N_ ("has scripts"), N_ ("A program inside may run when the file is opened. Hourbook does not run it.") },
  { "attachments", N_ ("has files in it"), N_ ("Other files lie inside and are sent along with it.") },
  { "forms", N_ ("has a form"), N_ ("What was filled in can be changed by everybody who gets the file.") },
  { "launch", N_ ("would start a program"), N_ ("It asks to start a program or to open another file. Be careful with it in other applications.") },
  { "location", N_ ("says where it was taken"), N_ ("The place is stored in the picture and is sent along with it.") },
  { "damaged", N_ ("damaged"), N_ ("It was damaged already when it was taken in. Get it again from where it came from.") },
  { "unexamined", N_ ("not looked into"), N_ ("Looking into it took too long or failed, so that nothing is known of what is in it.") },
};

static const struct
{
  const char *type;
  const char *name;
} media_types[] = {
  { "application/msword", N_ ("Word document") },
  { "application/ofd", N_ ("OFD document") },
  { "application/pdf", N_ ("PDF document") },
  { "application/vnd.ms-excel", N_ ("Excel table") },
  { "application/vnd.ms-powerpoint", N_ ("PowerPoint slides") },
  { "application/vnd.oasis.opendocument.presentation", N_ ("slides") },
  { "application/vnd.oasis.opendocument.spreadsheet", N_ ("table") },
  { "application/vnd.oasis.opendocument.text", N_ ("text document") },
  { "application/vnd.openxmlformats-officedocument.presentationml.presentation", N_ ("PowerPoint slides") },
  { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", N_ ("Excel table") },
  { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", N_ ("Word document") },
  { "application/x-ole-storage", N_ ("Office document") },
  { "application/zip", N_ ("ZIP archive") },
  { "image/avif", N_ ("AVIF picture") },
  { "image/bmp", N_ ("BMP picture") },
  { "image/gif", N_ ("GIF picture") },
  { "image/heic", N_ ("HEIC photo") },
  { "image/jpeg", N_ ("JPEG photo") },
  { "image/png", N_ ("PNG picture") },
  { "image/tiff", N_ ("TIFF picture") },
  { "image/webp", N_ ("WebP picture") },
  { "text/plain", N_ ("plain text") },
};

/**
 * hbk_words_mark:
 * @mark: a mark of a file
 *
 * Says in a few words what a reader of the file should know.
 *
 * Returns: the words
 */
const char *
hbk_words_mark (const char *mark)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (g_str_equal (marks[i].mark, mark))
        return _(marks[i].name);
    }

  return mark;
}

/**
 * hbk_words_mark_advice:
 * @mark: a mark of a file
 *
 * Says in a sentence or two what a mark means for the person.
 *
 * Returns: (nullable): the sentence; %NULL for a mark that is not known
 */
const char *
hbk_words_mark_advice (const char *mark)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (g_str_equal (marks[i].mark, mark))
        return _(marks[i].advice);
    }

  return NULL;
}

/**
 * hbk_words_media_type:
 * @media_type: (nullable): what a file is by its content
 *
 * Says what a file is, as people call it.
 *
 * Returns: the words
 */
const char *
hbk_words_media_type (const char *media_type)
{
  for (gsize i = 0; media_type != NULL && i < G_N_ELEMENTS (media_types); i++)
    {
      if (g_str_equal (media_types[i].type, media_type))
        return _(media_types[i].name);
    }

  return _("file of another kind");
}

/**
 * hbk_words_file:
 * @file: a file
 *
 * Says what a file is and how large: “PDF document · 3 pages · 1.2 MB”.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_words_file (const HbkEvidenceFile *file)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *size = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  text = g_string_new (hbk_words_media_type (file->media_type));
  if (file->media_type != NULL && g_str_has_prefix (file->media_type, "image/") && file->width > 0)
    g_string_append_printf (text, " · %u × %u", file->width, file->height);
  else if (file->pages > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u page", "%u pages", file->pages), file->pages);
    }
  size = g_format_size (file->size);
  g_string_append_printf (text, " · %s", size);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
