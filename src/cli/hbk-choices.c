/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-choices.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "rules/hbk-scope.h"

/**
 * hbk_choices_parse_year:
 * @text: what was typed
 * @year: (out): the year
 * @error: return location for an error
 *
 * Reads a calendar year.
 *
 * Returns: %FALSE with HBK_ERROR_USAGE when it is none
 */
gboolean
hbk_choices_parse_year (const char *text,
                        int        *year,
                        GError    **error)
{
  gint64 number;
  g_autofree char *shown = NULL;

  if (g_ascii_string_to_signed (text, 10, HBK_DATE_YEAR_MIN, HBK_DATE_YEAR_MAX, &number, NULL))
    {
      *year = (int) number;
      return TRUE;
    }
  shown = hbk_text_escape (text, -1, 40);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” is not a year. Give four digits, such as 2024"), shown);
  return FALSE;
}

static gboolean
take_years (HbkChoices     *self,
            HbkCommandLine *line,
            GError        **error)
{
  if (line->years == NULL)
    return TRUE;
  self->options.years = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; line->years[i] != NULL; i++)
    {
      int year;

      if (!hbk_choices_parse_year (line->years[i], &year, error))
        return FALSE;
      g_array_append_val (self->options.years, year);
    }
  return TRUE;
}

/* "ID=VALUE" taken apart. */
static gboolean
split_pair (const char *text,
            char      **id,
            char      **value,
            GError    **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *shown = NULL;

  if (equals != NULL && equals != text && equals[1] != '\0')
    {
      *id = g_strndup (text, (gsize) (equals - text));
      *value = g_strdup (equals + 1);
      return TRUE;
    }
  shown = hbk_text_escape (text, -1, 60);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” is not of the form ID=VALUE"), shown);
  return FALSE;
}

static gboolean
take_reading (HbkChoices *self,
              const char *text,
              GError    **error)
{
  g_autofree char *id = NULL;
  g_autofree char *value = NULL;
  g_autofree char *shown = NULL;
  int reading;
  int option;

  if (!split_pair (text, &id, &value, error))
    return FALSE;
  shown = hbk_text_escape (text, -1, 60);
  reading = hbk_pack_lookup_reading (self->pack, id);
  if (reading < 0)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE,
                   _("“%s”: the pack has no such reading. “hourbook-cli describe %s” lists them"), shown, self->pack->id);
      return FALSE;
    }
  option = hbk_reading_lookup_option (&g_array_index (self->pack->readings, HbkReading, reading), value);
  if (option < 0)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE,
                   _("“%s”: the reading has no such option. “hourbook-cli describe %s” lists them"), shown, self->pack->id);
      return FALSE;
    }
  self->readings[reading] = (guint) option;
  return TRUE;
}

static gboolean
take_readings (HbkChoices     *self,
               HbkCommandLine *line,
               GError        **error)
{
  self->readings = g_new0 (guint, MAX (self->pack->readings->len, 1));
  for (guint i = 0; i < self->pack->readings->len; i++)
    self->readings[i] = g_array_index (self->pack->readings, HbkReading, i).initial;
  self->options.readings = self->readings;
  for (guint i = 0; line->readings != NULL && line->readings[i] != NULL; i++)
    if (!take_reading (self, line->readings[i], error))
      return FALSE;
  return TRUE;
}

static void
set_typed (HbkValue          *value,
           const HbkFactSpec *spec,
           const char        *text)
{
  HbkHours number;

  if (spec->type == HBK_FACT_BOOLEAN && (g_str_equal (text, "true") || g_str_equal (text, "false")))
    hbk_value_set_boolean (value, g_str_equal (text, "true"));
  else if ((spec->type == HBK_FACT_INTEGER || spec->type == HBK_FACT_NUMBER || spec->type == HBK_FACT_HOURS) &&
           hbk_hours_parse (text, &number, NULL))
    hbk_value_set_number (value, number);
  else
    hbk_value_set_text (value, text);
}

static gboolean
take_attribute (HbkChoices *self,
                const char *text,
                GError    **error)
{
  g_autofree char *id = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *shown = NULL;
  const HbkFactSpec *spec;
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  if (!split_pair (text, &id, &typed, error))
    return FALSE;
  shown = hbk_text_escape (text, -1, 60);
  spec = hbk_vocabulary_lookup_attribute (self->pack->vocabulary, id);
  if (spec == NULL)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s”: there is no such profile attribute"), shown);
      return FALSE;
    }
  set_typed (&value, spec, typed);
  if (!hbk_fact_spec_accepts (spec, &value))
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s”: the attribute does not take such a value"), shown);
      return FALSE;
    }
  hbk_profile_set_attribute (hbk_logbook_get_profile (self->logbook), id, &value);
  return TRUE;
}

static const char *
pack_to_use (HbkChoices     *self,
             HbkCommandLine *line,
             const char     *pack_id,
             GError        **error)
{
  const char *region = hbk_profile_get_region (hbk_logbook_get_profile (self->logbook));

  if (pack_id != NULL)
    return pack_id;
  if (line->packs != NULL && line->packs[0] != NULL)
    return line->packs[0];
  if (region == NULL || *region == '\0')
    g_set_error_literal (error, HBK_ERROR, HBK_ERROR_USAGE, _("The profile names no region. Choose a rule pack with --pack"));
  return region != NULL && *region != '\0' ? region : NULL;
}

/**
 * hbk_choices_init:
 * @self: choices on the stack
 * @line: the command line; its first argument names the logbook
 * @pack_id: (nullable): the pack to use; %NULL for --pack, else the region of the profile
 * @error: return location for an error
 *
 * Reads the logbook and the pack, and takes the options for an assessment.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_choices_init (HbkChoices     *self,
                  HbkCommandLine *line,
                  const char     *pack_id,
                  GError        **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  const char *id;

  memset (self, 0, sizeof *self);
  self->logbook = hbk_workspace_read_logbook_file (line->workspace, line->arguments[0], problems, error);
  if (self->logbook == NULL)
    return FALSE;
  id = pack_to_use (self, line, pack_id, error);
  self->pack = id != NULL ? hbk_workspace_load_pack (line->workspace, id, error) : NULL;
  if (self->pack == NULL || !take_years (self, line, error) || !take_readings (self, line, error))
    return FALSE;
  for (guint i = 0; line->profile != NULL && line->profile[i] != NULL; i++)
    if (!take_attribute (self, line->profile[i], error))
      return FALSE;
  return TRUE;
}

/**
 * hbk_choices_clear:
 * @self: choices
 *
 * Frees what the choices hold.
 */
void
hbk_choices_clear (HbkChoices *self)
{
  g_clear_object (&self->logbook);
  g_clear_pointer (&self->pack, hbk_pack_unref);
  g_clear_pointer (&self->options.years, g_array_unref);
  g_clear_pointer (&self->readings, g_free);
}
