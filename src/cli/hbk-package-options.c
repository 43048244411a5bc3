/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-package-options.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-typed.h"

#define BYTES_IN_MIB (G_GUINT64_CONSTANT (1024) * 1024)
#define MAX_ID_NUMBER 40

static const struct
{
  const char *typed;
  const char *media_type;
} types[] = {
  { "pdf", "application/pdf" },
  { "jpg", "image/jpeg" },
  { "jpeg", "image/jpeg" },
  { "png", "image/png" },
  { "tif", "image/tiff" },
  { "webp", "image/webp" },
  { "heic", "image/heif" },
};

static gboolean
read_size (HbkCommandLine *line, HbkOptionId id, const char *name, guint64 *size, GError **error)
{
  const char *typed = hbk_command_line_get (line, id);
  guint       number;

  if (typed == NULL)
    return TRUE;
  if (!hbk_typed_parse_number (typed, name, &number, error))
    return FALSE;
  if (number == 0)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("With --%s=0 nothing could be handed in. Leave it out where there is no limit."), name);
      return FALSE;
    }

  *size = number * BYTES_IN_MIB;
  return TRUE;
}

static const char *
find_type (const char *typed)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (typed, types[i].typed) == 0)
      return types[i].media_type;

  return NULL;
}

static gboolean
read_types (HbkPackageOptions *self, HbkCommandLine *line, GError **error)
{
  const char *typed = hbk_command_line_get (line, HBK_OPTION_TYPES);
  g_auto (GStrv) parts = typed != NULL ? g_strsplit (typed, ",", -1) : NULL;
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      const char *type = find_type (g_strstrip (parts[i]));

      if (type == NULL)
        {
          g_autofree char *shown = hbk_text_escape (parts[i], -1, HBK_TYPED_CHARS);

          g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” is not a type of file. Give some of pdf, jpg, png, tif, webp and heic, with commas."), shown);
          return FALSE;
        }
      g_strv_builder_add (list, type);
    }
  if (parts != NULL)
    {
      self->types = g_strv_builder_end (list);
      self->limits.types = (const char *const *) self->types;
    }

  return TRUE;
}

static gboolean
read_target (HbkPackageOptions *self, HbkCommandLine *line, GError **error)
{
  const char *number = hbk_command_line_get (line, HBK_OPTION_ID_NUMBER);

  if (line->years->len == 0)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("Of which year? Add --year=YEAR; with --level it is the year of the application."));
      return FALSE;
    }
  if (line->arguments[0] != NULL && *line->arguments[0] == '\0')
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("The name of the package is empty. Write one, or leave it out for the usual one."));
      return FALSE;
    }
  if (number != NULL && (*number == '\0' || strlen (number) > MAX_ID_NUMBER))
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("--id-number is not a number of an identity card. Leave it out to leave its place on the form empty."));
      return FALSE;
    }

  self->target.year = g_array_index (line->years, int, 0);
  self->target.level = line->level;
  self->target.id_number = number;
  self->target.options.ascii_names = hbk_command_line_has (line, HBK_OPTION_ASCII_NAMES);
  self->target.options.without_binder = hbk_command_line_has (line, HBK_OPTION_NO_BINDER);
  self->target.options.without_location = hbk_command_line_has (line, HBK_OPTION_NO_LOCATION);

  return TRUE;
}

/**
 * hbk_package_options_read:
 * @self: the options, empty
 * @line: the command line; it must live as long
 * @error: return location for an error
 *
 * Reads what a package is to be.
 *
 * Returns: %FALSE with HBK_ERROR_USAGE when something cannot be read
 */
gboolean
hbk_package_options_read (HbkPackageOptions *self, HbkCommandLine *line, GError **error)
{
  return read_target (self, line, error) && read_size (line, HBK_OPTION_MAX_FILE, "max-file", &self->limits.max_file, error) &&
         read_size (line, HBK_OPTION_MAX_TOTAL, "max-total", &self->limits.max_total, error) && read_types (self, line, error);
}

/**
 * hbk_package_options_clear:
 * @self: options
 *
 * Frees what they hold.
 */
void
hbk_package_options_clear (HbkPackageOptions *self)
{
  g_clear_pointer (&self->types, g_strfreev);
  self->limits.types = NULL;
}
