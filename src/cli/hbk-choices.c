/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-choices.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-typed-facts.h"
#include "cli/hbk-typed.h"

static gboolean
take_profile (HbkChoices *self, HbkCommandLine *line, GError **error)
{
  const char *const   *typed = hbk_command_line_get_all (line, HBK_OPTION_PROFILE);
  const HbkVocabulary *vocabulary = hbk_workspace_get_vocabulary (line->workspace, error);
  HbkProfile          *profile = hbk_logbook_get_profile (self->logbook);

  if (vocabulary == NULL)
    return FALSE;

  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_auto (HbkValue) value = HBK_VALUE_INIT;
      g_autofree char *id = NULL;

      if (!hbk_typed_parse_answer (HBK_TYPED_PROFILE, vocabulary, typed[i], &id, &value, error))
        return FALSE;
      hbk_profile_set_attribute (profile, id, value.kind != HBK_VALUE_NONE ? &value : NULL);
    }

  return TRUE;
}

/* ---- Readings ---- */

/**
 * hbk_choices_find_reading:
 * @pack: a pack
 * @id: what was typed
 * @error: return location for an error
 *
 * Finds an unclear clause.
 *
 * Returns: its position among the readings of the pack, or -1 with HBK_ERROR_USAGE
 */
int
hbk_choices_find_reading (const HbkPack *pack, const char *id, GError **error)
{
  int              position = hbk_pack_lookup_reading (pack, id);
  g_autofree char *shown = NULL;

  if (position >= 0)
    return position;

  shown = hbk_text_escape (id, -1, HBK_TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("The pack “%1$s” has no unclear clause “%2$s”. “hourbook-cli describe %1$s” lists them."), pack->id, shown);

  return -1;
}

/**
 * hbk_choices_find_option:
 * @reading: an unclear clause
 * @id: what was typed
 * @error: return location for an error
 *
 * Finds one of the ways to read a clause.
 *
 * Returns: its position, or -1 with HBK_ERROR_USAGE
 */
int
hbk_choices_find_option (const HbkReading *reading, const char *id, GError **error)
{
  int              option = hbk_reading_lookup_option (reading, id);
  g_autofree char *shown = NULL;
  g_autoptr (GString) ids = NULL;

  if (option >= 0)
    return option;

  shown = hbk_text_escape (id, -1, HBK_TYPED_CHARS);
  ids = g_string_new ("");
  for (guint i = 0; i < reading->options->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", g_array_index (reading->options, HbkReadingOption, i).id);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%1$s” is not a reading of %2$s. Give one of: %3$s."), shown, reading->id, ids->str);

  return -1;
}

static gboolean
take_reading (HbkChoices *self, const char *text, gboolean *taken, GError **error)
{
  g_autofree char *id = NULL;
  g_autofree char *value = NULL;
  g_autofree char *shown = NULL;
  int              reading;
  int              option;

  if (!hbk_typed_split_pair (text, "reading", &id, &value, error))
    return FALSE;

  reading = hbk_choices_find_reading (self->pack, id, error);
  if (reading < 0)
    return FALSE;
  if (taken[reading])
    {
      shown = hbk_text_escape (id, -1, HBK_TYPED_CHARS);
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” is read in two ways. Choose one."), shown);
      return FALSE;
    }
  taken[reading] = TRUE;

  option = hbk_choices_find_option (&g_array_index (self->pack->readings, HbkReading, reading), value, error);
  if (option >= 0)
    self->readings[reading] = (guint) option;

  return option >= 0;
}

/* Those that the library keeps for the pack, which --reading overrides. */
static gboolean
take_kept_readings (HbkChoices *self, HbkCommandLine *line, GError **error)
{
  g_autoptr (HbkFacts) kept = hbk_workspace_load_readings (line->workspace, self->pack->id, error);

  if (kept == NULL)
    return FALSE;

  for (guint i = 0; i < self->pack->readings->len; i++)
    {
      const HbkReading *reading = &g_array_index (self->pack->readings, HbkReading, i);
      const HbkValue   *value = hbk_facts_lookup (kept, reading->id);
      int               option = value != NULL && value->kind == HBK_VALUE_TEXT ? hbk_reading_lookup_option (reading, value->text) : -1;

      if (option >= 0)
        self->readings[i] = (guint) option;
    }

  return TRUE;
}

static gboolean
take_readings (HbkChoices *self, HbkCommandLine *line, GError **error)
{
  guint                n_readings = self->pack->readings->len;
  g_autofree gboolean *taken = g_new0 (gboolean, n_readings + 1);
  const char *const   *typed = hbk_command_line_get_all (line, HBK_OPTION_READING);

  self->readings = g_new0 (guint, n_readings + 1);
  for (guint i = 0; i < n_readings; i++)
    self->readings[i] = g_array_index (self->pack->readings, HbkReading, i).initial;
  self->options.readings = self->readings;

  if (self->is_library && !take_kept_readings (self, line, error))
    return FALSE;

  for (guint i = 0; typed[i] != NULL; i++)
    {
      if (!take_reading (self, typed[i], taken, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- Pack ---- */

/**
 * hbk_choices_load_pack:
 * @line: the command line
 * @id: the id of a pack that was typed
 * @error: return location for an error
 *
 * Loads a pack that the command line names. If there is none of that name, it is wrongly used.
 *
 * Returns: (transfer full): the pack, or %NULL on error
 */
HbkPack *
hbk_choices_load_pack (HbkCommandLine *line, const char *id, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  g_auto (GStrv) ids = NULL;
  HbkPack    *pack = hbk_workspace_load_pack (line->workspace, id, &own_error);
  const char *nearest;

  if (pack != NULL)
    return pack;

  if (!g_error_matches (own_error, HBK_ERROR, HBK_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  ids = hbk_workspace_list_packs (line->workspace, NULL);
  nearest = ids != NULL ? hbk_text_nearest (id, (const char *const *) ids) : NULL;
  if (nearest != NULL)
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("%1$s Did you mean “%2$s”?"), own_error->message, nearest);
  else
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("%s “hourbook-cli packs” lists them."), own_error->message);

  return NULL;
}

/* The region in the profile is part of the input: if there is no such pack, the input is bad. */
static HbkPack *
load_region (HbkChoices *self, HbkCommandLine *line, GError **error)
{
  const char *region = hbk_profile_get_region (hbk_logbook_get_profile (self->logbook));
  g_autoptr (GError) own_error = NULL;
  HbkPack *pack;

  if (region == NULL || *region == '\0')
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("The profile names no region. Choose a rule pack with --pack=ID; “hourbook-cli packs” lists them."));
      return NULL;
    }

  pack = hbk_workspace_load_pack (line->workspace, region, &own_error);
  if (g_error_matches (own_error, HBK_ERROR, HBK_ERROR_NOT_FOUND))
    g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _("%s Correct the region in the profile, or choose a pack with --pack=ID."), own_error->message);
  else if (own_error != NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));

  return pack;
}

/**
 * hbk_choices_use_pack:
 * @self: choices that hold a logbook
 * @line: the command line
 * @id: (nullable): the pack to use; %NULL for the region in the profile
 * @error: return location for an error
 *
 * Loads a pack, and takes the readings for it.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_choices_use_pack (HbkChoices *self, HbkCommandLine *line, const char *id, GError **error)
{
  g_clear_pointer (&self->readings, g_free);
  g_clear_pointer (&self->pack, hbk_pack_unref);
  self->pack = id != NULL ? hbk_choices_load_pack (line, id, error) : load_region (self, line, error);

  return self->pack != NULL && take_readings (self, line, error);
}

static HbkLogbook *
read_logbook (HbkCommandLine *line, const char *path, GError **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) own_error = NULL;
  HbkLogbook *logbook = hbk_workspace_read_logbook_file (line->workspace, path, problems, &own_error);

  if (logbook != NULL)
    return logbook;

  if (hbk_problems_get_n_total (problems) > 1)
    g_set_error (error, HBK_ERROR, own_error->code, _("%s “hourbook-cli check” lists them all."), own_error->message);
  else
    g_propagate_error (error, g_steal_pointer (&own_error));

  return NULL;
}

static HbkLogbook *
load_library (HbkCommandLine *line, GError **error)
{
  if (!hbk_library_access_open (line, HBK_OPEN_READ, error))
    return NULL;

  return hbk_workspace_load_logbook (line->workspace, line->as_of, error);
}

/**
 * hbk_choices_init:
 * @self: choices on the stack
 * @line: the command line
 * @path: (nullable): the logbook; %NULL for the library, with the profile of the day of the assessment
 * @error: return location for an error
 *
 * Reads the records, and takes what the command line says about years and profile.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_choices_init (HbkChoices *self, HbkCommandLine *line, const char *path, GError **error)
{
  memset (self, 0, sizeof *self);
  self->options.years = line->years->len > 0 ? line->years : NULL;
  self->is_library = path == NULL;
  self->logbook = path != NULL ? read_logbook (line, path, error) : load_library (line, error);

  return self->logbook != NULL && take_profile (self, line, error);
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
  g_clear_pointer (&self->readings, g_free);
}
