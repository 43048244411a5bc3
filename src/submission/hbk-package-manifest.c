/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-package-manifest-private.h"

static void
file_free (gpointer data)
{
  HbkPackageFile *file = data;

  g_free (file->number);
  g_free (file->path);
  g_free (file->sha256);
  g_free (file->packed_sha256);
  g_free (file->document);
  g_free (file);
}

static void
entry_free (gpointer data)
{
  HbkPackageLine *entry = data;

  g_free (entry->record);
  g_ptr_array_unref (entry->files);
  g_free (entry);
}

static void
reading_free (gpointer data)
{
  HbkPackageReading *reading = data;

  g_free (reading->reading);
  g_free (reading->option);
  g_free (reading);
}

static void
year_free (gpointer data)
{
  HbkPackageYear *year = data;

  g_free (year->rules.id);
  g_free (year->rules.version);
  g_free (year->rules.sha256);
  g_free (year->rules.parent);
  g_free (year->rules.parent_sha256);
  g_free (year->rules.vocabulary_sha256);
  g_ptr_array_unref (year->readings);
  g_ptr_array_unref (year->entries);
  g_free (year);
}

/* Each of these is added to what it belongs to at once, so that nothing is lost when something turns out to be wrong. */

HbkPackageManifest *
hbk_package_manifest_new (void)
{
  HbkPackageManifest *self = g_new0 (HbkPackageManifest, 1);

  self->years = g_ptr_array_new_with_free_func (year_free);

  return self;
}

HbkPackageYear *
hbk_package_manifest_add_year (HbkPackageManifest *self)
{
  HbkPackageYear *year = g_new0 (HbkPackageYear, 1);

  year->required = (HbkRequired) { -1, -1, -1 };
  year->readings = g_ptr_array_new_with_free_func (reading_free);
  year->entries = g_ptr_array_new_with_free_func (entry_free);
  g_ptr_array_add (self->years, year);

  return year;
}

HbkPackageLine *
hbk_package_manifest_add_entry (HbkPackageYear *year)
{
  HbkPackageLine *entry = g_new0 (HbkPackageLine, 1);

  entry->files = g_ptr_array_new_with_free_func (file_free);
  g_ptr_array_add (year->entries, entry);

  return entry;
}

HbkPackageFile *
hbk_package_manifest_add_file (HbkPackageLine *entry)
{
  HbkPackageFile *file = g_new0 (HbkPackageFile, 1);

  g_ptr_array_add (entry->files, file);

  return file;
}

/**
 * hbk_package_manifest_free:
 * @self: (transfer full): a description
 *
 * Frees the description of a package.
 */
void
hbk_package_manifest_free (HbkPackageManifest *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->application);
  g_free (self->name);
  g_free (self->employer);
  g_free (self->title);
  g_ptr_array_unref (self->years);
  g_free (self);
}
