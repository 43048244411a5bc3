/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-bag.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "submission/hbk-bag-private.h"

#define DECLARATION "bagit.txt"
#define INFO "bag-info.txt"
#define FETCH "fetch.txt"

/* ---- Where the bag is ---- */

/* The one folder at the top in which all the rest lies, with a slash at its end; NULL when there is more than one thing at the top. */
static char *
dup_top_folder (HbkPackageSource *source)
{
  g_autofree char *top = NULL;

  for (guint i = 0; i < hbk_package_source_get_n_entries (source); i++)
    {
      const HbkPackageEntry *entry = hbk_package_source_get_entry (source, i);
      gsize                  length = strcspn (entry->name, "/");

      if (entry->name[length] == '\0' && !entry->is_folder)
        return NULL;
      if (top == NULL)
        top = g_strdup_printf ("%.*s/", (int) length, entry->name);
      else if (strncmp (entry->name, top, length) != 0 || top[length] != '/')
        return NULL;
    }

  return g_steal_pointer (&top);
}

static gboolean
find_bag (HbkBag *self, guint *declaration)
{
  g_autofree char *top = NULL;

  if (hbk_bag_lookup (self, DECLARATION, declaration))
    return TRUE;

  top = dup_top_folder (self->source);
  if (top != NULL)
    {
      g_free (self->report->folder);
      self->report->folder = g_steal_pointer (&top);
      if (hbk_bag_lookup (self, DECLARATION, declaration))
        return TRUE;
    }

  hbk_bag_problem (self, HBK_ERROR_MISSING, DECLARATION, 0, "%s", _("It is missing, so this is not a bag. It must lie at the top, or in the only folder there."));
  return FALSE;
}

/* ---- What must be there ---- */

static void
count_payload (HbkBag *self)
{
  gboolean has_folder = FALSE;

  for (guint i = 0; i < hbk_package_source_get_n_entries (self->source); i++)
    {
      const HbkPackageEntry *entry = hbk_package_source_get_entry (self->source, i);
      const char            *name = hbk_bag_get_name (self, i);

      has_folder = has_folder || hbk_bag_is_payload (name) || (entry->is_folder && g_str_equal (name, "data"));
      if (entry->is_folder || !hbk_bag_is_payload (name))
        continue;
      self->report->n_files++;
      self->report->n_bytes += entry->size;
    }

  if (!has_folder)
    hbk_bag_problem (self, HBK_ERROR_MISSING, "data", 0, "%s", _("The folder of the payload is missing."));
}

/* From 1.0 on every manifest must name every file, before that one of them was enough. */
static void
check_listed (HbkBag *self, const char *name, const HbkBagFile *file)
{
  guint n_listing = 0;

  for (guint i = 0; i < HBK_BAG_N_ALGORITHMS; i++)
    n_listing += file->expected[i] != NULL;
  if (n_listing == 0)
    {
      hbk_bag_problem (self, HBK_ERROR_UNKNOWN, name, 0, "%s", _("No manifest names it: it does not belong into the bag."));
      return;
    }

  for (guint i = 0; i < HBK_BAG_N_ALGORITHMS; i++)
    {
      g_autofree char *what = NULL;

      if ((self->payload_manifests & (1u << i)) == 0 || file->expected[i] != NULL)
        continue;
      what = g_strdup_printf (_("The manifest of %s does not name it."), hbk_bag_algorithm_get_name ((HbkBagAlgorithm) i));
      hbk_bag_complain (self, self->is_strict, HBK_ERROR_MISSING, name, 0, what);
    }
}

static void
check_payload (HbkBag *self)
{
  self->report->has_sha256 = (self->payload_manifests & (1u << HBK_BAG_SHA256)) != 0;
  if (self->payload_manifests == 0)
    {
      hbk_bag_problem (self, HBK_ERROR_MISSING, NULL, 0, "%s", _("There is no manifest of the payload, so that nothing can be checked."));
      return;
    }

  for (guint i = 0; i < hbk_package_source_get_n_entries (self->source); i++)
    {
      const char *name = hbk_bag_get_name (self, i);

      if (hbk_package_source_get_entry (self->source, i)->is_folder || !hbk_bag_is_payload (name))
        continue;
      self->report->has_sha256 = self->report->has_sha256 && self->files[i].expected[HBK_BAG_SHA256] != NULL;
      check_listed (self, name, &self->files[i]);
    }
  if (!self->report->has_sha256)
    hbk_bag_warning (self, HBK_ERROR_MISSING, NULL, 0, "%s", _("Not every file has a checksum of sha256. Others may be forged."));
}

/* Manifests of tag files may be absent, but if there are any, each must name every manifest of the payload. */
static void
check_tag_file (HbkBag *self, const char *name, const HbkBagFile *file)
{
  for (guint i = 0; i < HBK_BAG_N_ALGORITHMS; i++)
    {
      g_autofree char *what = NULL;

      if ((self->tag_manifests & (1u << i)) == 0 || file->expected[i] != NULL)
        continue;
      what = g_strdup_printf (_("The manifest of tag files of %s does not name it."), hbk_bag_algorithm_get_name ((HbkBagAlgorithm) i));
      hbk_bag_complain (self, hbk_bag_is_manifest (name) && self->is_strict, HBK_ERROR_MISSING, name, 0, what);
    }
}

static void
check_tag_files (HbkBag *self)
{
  if (self->tag_manifests == 0)
    hbk_bag_warning (self, HBK_ERROR_MISSING, NULL, 0, "%s", _("There is no manifest of tag files, so that changes to these are not seen."));

  for (guint i = 0; i < hbk_package_source_get_n_entries (self->source); i++)
    {
      const char *name = hbk_bag_get_name (self, i);

      if (hbk_package_source_get_entry (self->source, i)->is_folder || hbk_bag_is_payload (name) || hbk_bag_is_tag_manifest (name))
        continue;
      check_tag_file (self, name, &self->files[i]);
    }
}

static gboolean
read_tags (HbkBag *self, guint declaration, GError **error)
{
  guint position;

  if (!hbk_bag_read_declaration (self, declaration, error))
    return FALSE;

  count_payload (self);
  return hbk_bag_read_manifests (self, error) &&
         (!hbk_bag_lookup (self, INFO, &position) || hbk_bag_read_info (self, position, error)) &&
         (!hbk_bag_lookup (self, FETCH, &position) || hbk_bag_read_fetch (self, position, error));
}

static gboolean
verify (HbkBag *self, HbkProgressFunc progress, gpointer user_data, GError **error)
{
  guint declaration;

  if (!find_bag (self, &declaration))
    return TRUE;
  if (!read_tags (self, declaration, error))
    return FALSE;

  check_payload (self);
  check_tag_files (self);

  return hbk_bag_hash (self, progress, user_data, error);
}

static void
clear_bag (HbkBag *self)
{
  for (guint i = 0; i < hbk_package_source_get_n_entries (self->source); i++)
    for (guint j = 0; j < HBK_BAG_N_ALGORITHMS; j++)
      g_free (self->files[i].expected[j]);
  g_free (self->files);
  g_clear_pointer (&self->composed, g_hash_table_unref);
}

/**
 * hbk_bag_verify:
 * @source: a package that anybody may have made
 * @cancellable: (nullable): what a person stops it with
 * @progress: (nullable) (scope call): is told how many bytes of all files are done
 * @user_data: what @progress is given
 * @error: return location for an error
 *
 * Verifies a package as a bag by RFC 8493: whether all that its manifests name is there and nothing else, and whether it arrived as it was
 * sent. Bags of versions 0.97 and 1.0 are understood, with tag files in UTF-8. Every file is read once. Nothing is written or fetched.
 *
 * Returns: (transfer full): what was found, good or bad, or %NULL with HBK_ERROR_IO or HBK_ERROR_CANCELLED
 */
HbkBagReport *
hbk_bag_verify (HbkPackageSource *source, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, GError **error)
{
  g_autoptr (HbkBagReport) report = NULL;
  HbkBag   bag = { 0 };
  gboolean is_done;

  g_return_val_if_fail (source != NULL, NULL);

  report = hbk_bag_report_new ();
  bag.source = source;
  bag.cancellable = cancellable;
  bag.report = report;
  bag.is_strict = TRUE;
  bag.files = g_new0 (HbkBagFile, hbk_package_source_get_n_entries (source) + 1);

  is_done = verify (&bag, progress, user_data, error);
  clear_bag (&bag);

  return is_done ? g_steal_pointer (&report) : NULL;
}
