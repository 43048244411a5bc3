/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-typed-facts.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-typed.h"
#include "records/hbk-logbook-format.h"
#include "rules/hbk-scope.h"

/* The answers of a profile that no rule asks for, all of them texts. */
static const char *const named_attributes[] = { "name", "employer", "title", "region", NULL };

static void
set_list (HbkValue *value, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GArray) hours = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      HbkHours hour;

      if (!hbk_hours_parse (parts[i], &hour, NULL))
        {
          hbk_value_set_text (value, text);
          return;
        }
      g_array_append_val (hours, hour);
    }
  hbk_value_set_list (value, (const gint64 *) (gpointer) hours->data, hours->len);
}

static void
set_typed (HbkValue *value, const HbkFactSpec *spec, const char *text)
{
  HbkHours number;

  if (spec->type == HBK_FACT_BOOLEAN && (g_str_equal (text, "true") || g_str_equal (text, "false")))
    hbk_value_set_boolean (value, g_str_equal (text, "true"));
  else if (hbk_fact_type_is_number (spec->type) && hbk_hours_parse (text, &number, NULL))
    hbk_value_set_number (value, number);
  else if (spec->type == HBK_FACT_HOURS_LIST)
    set_list (value, text);
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
      return g_strdup (_("Give hours with commas between them, such as 6,6,3.5."));
    }
}

static void
set_unknown_error (HbkTypedKind kind, const HbkVocabulary *vocabulary, const char *id, GError **error)
{
  gboolean is_profile = kind == HBK_TYPED_PROFILE;
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (16, NULL, TRUE);
  g_autofree char *shown = hbk_text_escape (id, -1, HBK_TYPED_CHARS);
  const char      *nearest;

  for (guint i = 0; is_profile && named_attributes[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) named_attributes[i]);
  for (guint i = 0; is_profile && i < hbk_vocabulary_get_n_attributes (vocabulary); i++)
    g_ptr_array_add (names, (gpointer) hbk_vocabulary_get_attribute (vocabulary, i)->id);
  for (guint i = 0; !is_profile && i < hbk_vocabulary_get_n_facts (vocabulary); i++)
    g_ptr_array_add (names, (gpointer) hbk_vocabulary_get_fact (vocabulary, i)->id);

  nearest = hbk_text_nearest (id, (const char *const *) names->pdata);
  if (is_profile && nearest != NULL)
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("A profile has no answer “%1$s”. Did you mean “%2$s”?"), shown, nearest);
  else if (is_profile)
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("A profile has no answer “%s”. Take one that the rules ask for."), shown);
  else if (nearest != NULL)
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("A record has no answer “%1$s”. Did you mean “%2$s”?"), shown, nearest);
  else
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("A record has no answer “%s”. “hourbook-cli vocabulary facts” lists them."), shown);
}

/**
 * hbk_typed_check_length:
 * @text: what was typed
 * @max_chars: how long it may be
 * @what: the name of the option or answer, to be shown
 * @error: return location for an error
 *
 * Refuses a text that is longer than a logbook may hold.
 *
 * Returns: %FALSE with HBK_ERROR_USAGE when it is too long
 */
gboolean
hbk_typed_check_length (const char *text, guint max_chars, const char *what, GError **error)
{
  if (g_utf8_strlen (text, -1) <= (glong) max_chars)
    return TRUE;

  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("What was given for “%1$s” is longer than %2$u characters. Shorten it."), what, max_chars);

  return FALSE;
}

/**
 * hbk_typed_parse_answer:
 * @kind: what the answer is about
 * @vocabulary: what can be asked
 * @text: what was typed, of the form ID=VALUE
 * @id: (out) (transfer full): what is answered
 * @value: (inout): the answer; becomes "not stated" when nothing stands after the equals sign
 * @error: return location for an error
 *
 * Reads the answer to a question of the rules.
 *
 * Returns: %FALSE with HBK_ERROR_USAGE when nobody asks that, or when it does not answer it
 */
gboolean
hbk_typed_parse_answer (HbkTypedKind kind, const HbkVocabulary *vocabulary, const char *text, char **id, HbkValue *value, GError **error)
{
  gboolean           is_profile = kind == HBK_TYPED_PROFILE;
  g_autofree char   *own_id = NULL;
  g_autofree char   *typed = NULL;
  g_autofree char   *shown = NULL;
  g_autofree char   *answers = NULL;
  const HbkFactSpec *spec;
  gboolean           is_named;

  hbk_value_clear (value);
  if (!hbk_typed_split_pair (text, is_profile ? "profile" : "fact", &own_id, &typed, error))
    return FALSE;

  spec = is_profile ? hbk_vocabulary_lookup_attribute (vocabulary, own_id) : hbk_vocabulary_lookup_fact (vocabulary, own_id);
  is_named = is_profile && spec == NULL && g_strv_contains (named_attributes, own_id);
  if (spec == NULL && !is_named)
    {
      set_unknown_error (kind, vocabulary, own_id, error);
      return FALSE;
    }
  if (!hbk_typed_check_length (typed, is_named ? HBK_LOGBOOK_NAME_MAX : HBK_VALUE_TEXT_MAX, own_id, error))
    return FALSE;

  /* Nothing after the equals sign takes the answer away. */
  if (*typed != '\0' && is_named)
    hbk_value_set_text (value, typed);
  else if (*typed != '\0')
    set_typed (value, spec, typed);
  if (is_named || hbk_fact_spec_accepts (spec, value))
    {
      *id = g_steal_pointer (&own_id);
      return TRUE;
    }

  shown = hbk_text_escape (typed, -1, HBK_TYPED_CHARS);
  answers = describe_answers (spec);
  /* Translators: what was typed, the id of a question, and a sentence that says what it takes */
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%1$s” does not answer “%2$s”. %3$s"), shown, own_id, answers);

  return FALSE;
}
