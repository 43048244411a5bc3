/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-choices.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "rules/hbk-scope.h"

/* The most of what was typed that a message repeats. */
#define TYPED_CHARS 60

/* ---- Pairs ---- */

/* Takes "ID=VALUE" apart. */
static gboolean
split_pair (const char *text, const char *option, char **id, char **value, GError **error)
{
  const char      *equals = strchr (text, '=');
  g_autofree char *shown = NULL;

  if (equals != NULL && equals != text)
    {
      *id = g_strndup (text, (gsize) (equals - text));
      *value = g_strdup (equals + 1);
      return TRUE;
    }

  shown = hbk_text_escape (text, -1, TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%1$s” is not of the form that --%2$s wants. Write a name, an equals sign and a value."), shown, option);

  return FALSE;
}

/* ---- Profile ---- */

static void
set_typed (HbkValue *value, const HbkFactSpec *spec, const char *text)
{
  HbkHours number;

  if (spec->type == HBK_FACT_BOOLEAN && (g_str_equal (text, "true") || g_str_equal (text, "false")))
    hbk_value_set_boolean (value, g_str_equal (text, "true"));
  else if (hbk_fact_type_is_number (spec->type) && hbk_hours_parse (text, &number, NULL))
    hbk_value_set_number (value, number);
  else
    hbk_value_set_text (value, text);
}

/* What may be answered, for a person who has answered something else. */
static char *
describe_answers (const HbkFactSpec *spec)
{
  g_autoptr (GString) ids = g_string_new ("");

  switch (spec->type)
    {
    case HBK_FACT_BOOLEAN:
      return g_strdup (_("Give true or false."));
    case HBK_FACT_INTEGER:
      return g_strdup (_("Give a whole number."));
    case HBK_FACT_NUMBER:
    case HBK_FACT_HOURS:
      return g_strdup (_("Give a number with at most two decimals."));
    case HBK_FACT_DATE:
      return g_strdup (_("Give a date such as 2024-11-18."));
    case HBK_FACT_CHOICE:
      for (guint i = 0; i < spec->choices->len; i++)
        g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", g_array_index (spec->choices, HbkChoiceSpec, i).id);
      return g_strdup_printf (_("Give one of: %s."), ids->str);
    case HBK_FACT_HOURS_LIST:
    case HBK_FACT_TEXT:
    default:
      return g_strdup (_("Change it in the logbook."));
    }
}

static void
set_attribute_error (const HbkVocabulary *vocabulary, const char *id, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (16, NULL, TRUE);
  g_autofree char *shown = hbk_text_escape (id, -1, TYPED_CHARS);
  const char      *nearest;

  for (guint i = 0; i < hbk_vocabulary_get_n_attributes (vocabulary); i++)
    g_ptr_array_add (names, (gpointer) hbk_vocabulary_get_attribute (vocabulary, i)->id);

  nearest = hbk_text_nearest (id, (const char *const *) names->pdata);
  if (nearest != NULL)
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("A profile has no answer “%1$s”. Did you mean “%2$s”?"), shown, nearest);
  else
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("A profile has no answer “%s”. Take one that the rules ask for."), shown);
}

static gboolean
take_attribute (HbkChoices *self, const HbkVocabulary *vocabulary, const char *text, GError **error)
{
  g_autofree char *id = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *answers = NULL;
  g_auto (HbkValue) value = HBK_VALUE_INIT;
  const HbkFactSpec *spec;

  if (!split_pair (text, "profile", &id, &typed, error))
    return FALSE;

  spec = hbk_vocabulary_lookup_attribute (vocabulary, id);
  if (spec == NULL)
    {
      set_attribute_error (vocabulary, id, error);
      return FALSE;
    }

  /* Nothing after the equals sign takes the answer away. */
  if (*typed != '\0')
    set_typed (&value, spec, typed);
  if (hbk_fact_spec_accepts (spec, &value))
    {
      hbk_profile_set_attribute (hbk_logbook_get_profile (self->logbook), id, *typed != '\0' ? &value : NULL);
      return TRUE;
    }

  shown = hbk_text_escape (typed, -1, TYPED_CHARS);
  answers = describe_answers (spec);
  /* Translators: what was typed, the id of an attribute, and a sentence that says what it takes */
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%1$s” does not answer “%2$s”. %3$s"), shown, id, answers);

  return FALSE;
}

static gboolean
take_profile (HbkChoices *self, HbkCommandLine *line, GError **error)
{
  const HbkVocabulary *vocabulary = hbk_workspace_get_vocabulary (line->workspace, error);

  if (vocabulary == NULL)
    return FALSE;

  for (guint i = 0; line->profile[i] != NULL; i++)
    {
      if (!take_attribute (self, vocabulary, line->profile[i], error))
        return FALSE;
    }

  return TRUE;
}

/* ---- Readings ---- */

static gboolean
take_option (HbkChoices *self, guint reading, const char *value, GError **error)
{
  const HbkReading *spec = &g_array_index (self->pack->readings, HbkReading, reading);
  int               option = hbk_reading_lookup_option (spec, value);
  g_autofree char  *shown = NULL;
  g_autoptr (GString) ids = NULL;

  if (option >= 0)
    {
      self->readings[reading] = (guint) option;
      return TRUE;
    }

  shown = hbk_text_escape (value, -1, TYPED_CHARS);
  ids = g_string_new ("");
  for (guint i = 0; i < spec->options->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", g_array_index (spec->options, HbkReadingOption, i).id);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%1$s” is not a reading of %2$s. Give one of: %3$s."), shown, spec->id, ids->str);

  return FALSE;
}

static gboolean
take_reading (HbkChoices *self, const char *text, gboolean *taken, GError **error)
{
  g_autofree char *id = NULL;
  g_autofree char *value = NULL;
  g_autofree char *shown = NULL;
  int              reading;

  if (!split_pair (text, "reading", &id, &value, error))
    return FALSE;

  shown = hbk_text_escape (id, -1, TYPED_CHARS);
  reading = hbk_pack_lookup_reading (self->pack, id);
  if (reading < 0)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("The pack “%1$s” has no unclear clause “%2$s”. “hourbook-cli describe %1$s” lists them."), self->pack->id, shown);
      return FALSE;
    }
  if (taken[reading])
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” is read in two ways. Choose one."), shown);
      return FALSE;
    }
  taken[reading] = TRUE;

  return take_option (self, (guint) reading, value, error);
}

static gboolean
take_readings (HbkChoices *self, HbkCommandLine *line, GError **error)
{
  guint                n_readings = self->pack->readings->len;
  g_autofree gboolean *taken = g_new0 (gboolean, n_readings + 1);

  self->readings = g_new0 (guint, n_readings + 1);
  for (guint i = 0; i < n_readings; i++)
    self->readings[i] = g_array_index (self->pack->readings, HbkReading, i).initial;
  self->options.readings = self->readings;

  for (guint i = 0; line->readings[i] != NULL; i++)
    {
      if (!take_reading (self, line->readings[i], taken, error))
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

/**
 * hbk_choices_init:
 * @self: choices on the stack
 * @line: the command line; its first argument names the logbook
 * @error: return location for an error
 *
 * Reads the logbook, and takes what the command line says about years and profile.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_choices_init (HbkChoices *self, HbkCommandLine *line, GError **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) own_error = NULL;

  memset (self, 0, sizeof *self);
  self->options.years = line->years->len > 0 ? line->years : NULL;
  self->logbook = hbk_workspace_read_logbook_file (line->workspace, line->arguments[0], problems, &own_error);
  if (self->logbook != NULL)
    return take_profile (self, line, error);

  if (hbk_problems_get_n_total (problems) > 1)
    g_set_error (error, HBK_ERROR, own_error->code, _("%s “hourbook-cli check” lists them all."), own_error->message);
  else
    g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
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
