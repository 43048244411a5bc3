/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bind/hbk-cleaning.h"

#include <glib.h>

#include "bind/hbk-pdf.h"

/* Nothing that is drawn lies so deep in one object. */
#define MAX_DEPTH 100

/* What a dictionary is whose /S is one of these: something to be done, by a reader that knows it. */
static const char *const actions[] = {
  "/GoTo", "/GoTo3DView", "/GoToDp", "/GoToE", "/GoToR", "/Hide", "/ImportData", "/JavaScript", "/Launch", "/Movie", "/Named",
  "/Rendition", "/ResetForm", "/RichMediaExecute", "/SetOCGState", "/Sound", "/SubmitForm", "/Thread", "/Trans", "/URI"
};

/* What a stream has no need of to be drawn, and by which it leads to other files or carries them. */
static const char *const stream_keys[] = {
  "/AA", "/AF", "/F", "/FDecodeParms", "/FFilter", "/LastModified", "/Measure", "/Metadata", "/OPI", "/PieceInfo", "/PtData", "/Ref",
  "/StructParent", "/StructParents"
};

static gboolean
has_name (qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *name)
{
  qpdf_oh  value = qpdf_oh_get_key (pdf, dictionary, key);
  gboolean is_it = qpdf_oh_is_name_and_equals (pdf, value, name) != QPDF_FALSE;

  qpdf_oh_release (pdf, value);

  return is_it;
}

/* By what it is, not by the key that leads there: resources may have any names. */
static gboolean
is_active (qpdf_data pdf, qpdf_oh dictionary)
{
  if (has_name (pdf, dictionary, "/Type", "/Filespec") || has_name (pdf, dictionary, "/Type", "/EmbeddedFile") || has_name (pdf, dictionary, "/Type", "/Action") || has_name (pdf, dictionary, "/Type", "/Annot"))
    return TRUE;
  if (qpdf_oh_has_key (pdf, dictionary, "/EF") && qpdf_oh_has_key (pdf, dictionary, "/F"))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (has_name (pdf, dictionary, "/S", actions[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean clean (qpdf_data pdf, qpdf_oh object, guint depth);

static void
clean_dictionary (qpdf_data pdf, qpdf_oh dictionary, guint depth)
{
  g_auto (GStrv) keys = hbk_pdf_dup_keys (pdf, dictionary);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      qpdf_oh value = qpdf_oh_get_key (pdf, dictionary, keys[i]);

      if (!qpdf_oh_is_indirect (pdf, value) && !clean (pdf, value, depth + 1))
        qpdf_oh_remove_key (pdf, dictionary, keys[i]);
      qpdf_oh_release (pdf, value);
    }
}

static void
clean_array (qpdf_data pdf, qpdf_oh array, guint depth)
{
  int n = qpdf_oh_get_array_n_items (pdf, array);

  for (int i = 0; i < n; i++)
    {
      qpdf_oh item = qpdf_oh_get_array_item (pdf, array, i);

      if (!qpdf_oh_is_indirect (pdf, item) && !clean (pdf, item, depth + 1))
        qpdf_oh_set_array_item (pdf, array, i, qpdf_oh_new_null (pdf));
      qpdf_oh_release (pdf, item);
    }
}

/* Says whether the object may stay, of which only what lies directly in it is gone through. */
static gboolean
clean (qpdf_data pdf, qpdf_oh object, guint depth)
{
  gboolean is_stream = qpdf_oh_is_stream (pdf, object) != QPDF_FALSE;
  qpdf_oh  dictionary = is_stream ? qpdf_oh_get_dict (pdf, object) : object;

  if (qpdf_oh_is_array (pdf, object))
    {
      if (depth >= MAX_DEPTH)
        return FALSE;

      clean_array (pdf, object, depth);
    }
  else if (is_stream || qpdf_oh_is_dictionary (pdf, object))
    {
      if (depth >= MAX_DEPTH || is_active (pdf, dictionary))
        return FALSE;

      for (guint i = 0; is_stream && i < G_N_ELEMENTS (stream_keys); i++)
        qpdf_oh_remove_key (pdf, dictionary, stream_keys[i]);
      clean_dictionary (pdf, dictionary, depth);
    }

  if (is_stream)
    qpdf_oh_release (pdf, dictionary);

  return TRUE;
}

/**
 * hbk_cleaning_apply:
 * @pdf: a PDF that is going to be written
 *
 * Takes out of a PDF what is not drawn but done: actions, scripts, files within it, and what leads to other files.
 *
 * Pages of others come in by what they draw only, so nothing of this should be there; but their resources may hold anything.
 */
void
hbk_cleaning_apply (qpdf_data pdf)
{
  int last;

  g_return_if_fail (pdf != NULL);

  last = qpdf_oh_get_object_id (pdf, qpdf_make_indirect_object (pdf, qpdf_oh_new_null (pdf)));
  for (int id = 1; id < last; id++)
    {
      qpdf_oh object = qpdf_get_object_by_id (pdf, id, 0);

      if (!clean (pdf, object, 0))
        qpdf_replace_object (pdf, id, 0, qpdf_oh_new_null (pdf));
      qpdf_oh_release (pdf, object);
    }
}
