/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "records/hbk-json-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/hbk-text.h"

#define SAMPLE_CHARS 24

/* The typed getters, built on what hbk-json-reader.c offers to everyone. */

/* What is expected of a value, in words that are translated only when it is not there. */
typedef struct
{
  HbkJsonKind kind;
  const char *expected;
  const char *action;
} Wanted;

/* Translators: what a key in a file should hold; goes into sentences such as “Expected …, found the number 5.” */
static const Wanted an_object = { HBK_JSON_OBJECT, N_ ("an object in { }"), N_ ("Put its members in { }.") };
static const Wanted an_array = { HBK_JSON_ARRAY, N_ ("a list in [ ]"), N_ ("Put the values in [ ], even a single one.") };
static const Wanted a_text = { HBK_JSON_STRING, N_ ("a text"), N_ ("Write the text in double quotes.") };
static const Wanted a_boolean = { HBK_JSON_BOOLEAN, N_ ("true or false"), N_ ("Write true or false without quotes.") };
static const Wanted an_int = { HBK_JSON_NUMBER, N_ ("a whole number"), N_ ("Write the number without quotes.") };
static const Wanted an_amount = { HBK_JSON_NUMBER, N_ ("a number from 0 to 100 million with at most two decimals"), N_ ("Write the number without quotes.") };
static const Wanted a_date = { HBK_JSON_STRING, N_ ("a date such as 2024-03-01"), N_ ("Write year, month and day of a day that exists as YYYY-MM-DD, in double quotes.") };

static void
report_unwanted (HbkJsonReader *reader, const char *member, const Wanted *wanted)
{
  gboolean is_null = hbk_json_reader_get_kind (reader, member) == HBK_JSON_NULL;

  hbk_json_reader_report_expected (reader, member, _ (wanted->expected), is_null ? _ ("Give it a value, or remove the key.") : _ (wanted->action));
}

static void
report_missing (HbkJsonReader *reader, const char *member, const char *expected)
{
  /* Translators: the first %s is a key in a file, the second what it should hold, such as “a list in [ ]”. */
  hbk_json_reader_report_printf (reader, member, HBK_ERROR_MISSING, _ ("Add it."), _ ("The key “%1$s” is missing; it should hold %2$s."), member, expected);
}

/* Finds the value at a place if it is of that kind; otherwise reports. */
static gboolean
want (HbkJsonReader *reader, const char *member, HbkJsonNeed need, const Wanted *wanted, guint *value)
{
  if (!hbk_json_reader_find (reader, member, value))
    {
      if (need == HBK_JSON_REQUIRED)
        report_missing (reader, member, _ (wanted->expected));
      return FALSE;
    }

  if (hbk_json_tape_get_kind (reader->tape, *value) == wanted->kind)
    return TRUE;

  if (need == HBK_JSON_NULLABLE && hbk_json_tape_get_kind (reader->tape, *value) == HBK_JSON_NULL)
    return FALSE;

  report_unwanted (reader, member, wanted);
  return FALSE;
}

static const char *
text_of (HbkJsonReader *reader, guint value)
{
  return hbk_json_tape_get_text (reader->tape, value);
}

static double
number_of (HbkJsonReader *reader, guint value)
{
  return hbk_json_tape_get_number (reader->tape, value);
}

/* ---- Going somewhere ---- */

/**
 * hbk_json_reader_enter_object:
 * @reader: a reader
 * @member: (nullable): a key, which must stay alive until the place is left, or %NULL for the current value itself
 * @need: whether it has to be there
 *
 * Goes to a value that must be an object.
 *
 * Returns: %TRUE when the place has changed and is to be left again
 */
gboolean
hbk_json_reader_enter_object (HbkJsonReader *reader, const char *member, HbkJsonNeed need)
{
  guint value;

  if (!want (reader, member, need, &an_object, &value))
    return FALSE;

  return hbk_json_reader_enter_member (reader, member);
}

/**
 * hbk_json_reader_enter_array:
 * @reader: a reader
 * @member: (nullable): a key, which must stay alive until the place is left, or %NULL for the current value itself
 * @need: whether it has to be there
 * @n_elements: (out): where to put the number of elements; 0 when the array was not entered
 *
 * Goes to a value that must be an array.
 *
 * Returns: %TRUE when the place has changed and is to be left again
 */
gboolean
hbk_json_reader_enter_array (HbkJsonReader *reader, const char *member, HbkJsonNeed need, guint *n_elements)
{
  guint value;

  g_return_val_if_fail (n_elements != NULL, FALSE);

  *n_elements = 0;
  if (!want (reader, member, need, &an_array, &value))
    return FALSE;

  *n_elements = hbk_json_tape_get (reader->tape, value)->size;
  return hbk_json_reader_enter_member (reader, member);
}

/**
 * hbk_json_reader_enter_object_element:
 * @reader: a reader
 * @position: which element of the current array, from 0
 *
 * Goes to an element that must be an object.
 *
 * Returns: %TRUE when the place has changed and is to be left again
 */
gboolean
hbk_json_reader_enter_object_element (HbkJsonReader *reader, guint position)
{
  guint value;

  if (!hbk_json_reader_enter_element (reader, position))
    return FALSE;

  if (want (reader, NULL, HBK_JSON_REQUIRED, &an_object, &value))
    return TRUE;

  hbk_json_reader_leave (reader);
  return FALSE;
}

static gboolean
each (HbkJsonReader *reader, const char *member, HbkJsonNeed need, gboolean (*enter) (HbkJsonReader *, guint), HbkJsonReaderFunc func, gpointer user_data)
{
  guint n;

  g_return_val_if_fail (func != NULL, FALSE);

  if (!hbk_json_reader_enter_array (reader, member, need, &n))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (!enter (reader, i))
        continue;

      func (reader, user_data);
      hbk_json_reader_leave (reader);
    }

  hbk_json_reader_leave (reader);
  return TRUE;
}

/**
 * hbk_json_reader_each_object:
 * @reader: a reader
 * @member: (nullable): a key, which must stay alive meanwhile, or %NULL for the current value itself
 * @need: whether it has to be there
 * @func: (scope call): what to call for each element, with the reader placed at it
 * @user_data: what to give to @func
 *
 * Reads an array of objects; an element that is none is reported and passed over.
 *
 * Returns: %TRUE when there is an array
 */
gboolean
hbk_json_reader_each_object (HbkJsonReader *reader, const char *member, HbkJsonNeed need, HbkJsonReaderFunc func, gpointer user_data)
{
  return each (reader, member, need, hbk_json_reader_enter_object_element, func, user_data);
}

/**
 * hbk_json_reader_each_element:
 * @reader: a reader
 * @member: (nullable): a key, which must stay alive meanwhile, or %NULL for the current value itself
 * @need: whether it has to be there
 * @func: (scope call): what to call for each element, with the reader placed at it
 * @user_data: what to give to @func
 *
 * Reads an array of values of any kind.
 *
 * Returns: %TRUE when there is an array
 */
gboolean
hbk_json_reader_each_element (HbkJsonReader *reader, const char *member, HbkJsonNeed need, HbkJsonReaderFunc func, gpointer user_data)
{
  return each (reader, member, need, hbk_json_reader_enter_element, func, user_data);
}

/* ---- Values ---- */

/**
 * hbk_json_reader_get_string:
 * @reader: a reader
 * @member: (nullable): a key, or %NULL for the current value itself
 * @need: whether it has to be there
 * @max_chars: how many characters it may have; a longer text is reported with %HBK_ERROR_LIMIT
 *
 * Reads a text; it may be empty.
 *
 * Returns: (transfer none) (nullable): the text, which lives as long as the reader
 */
const char *
hbk_json_reader_get_string (HbkJsonReader *reader, const char *member, HbkJsonNeed need, gsize max_chars)
{
  const char *text;
  glong       n_chars;
  guint       value;

  if (!want (reader, member, need, &a_text, &value))
    return NULL;

  text = text_of (reader, value);
  if (hbk_json_tape_get (reader->tape, value)->size <= max_chars)
    return text;

  n_chars = g_utf8_strlen (text, -1);
  if ((gsize) n_chars <= max_chars)
    return text;

  hbk_json_reader_report_printf (reader, member, HBK_ERROR_LIMIT, _ ("Shorten it."), _ ("The text has %1$ld characters, more than the %2$lu allowed here."), n_chars, (gulong) max_chars);
  return NULL;
}

/**
 * hbk_json_reader_get_strings:
 * @reader: a reader
 * @member: (nullable): a key, or %NULL for the current value itself
 * @need: whether it has to be there
 * @max_chars: how many characters each text may have
 *
 * Reads an array of texts; an element that is none is reported and left out.
 *
 * Returns: (transfer full) (nullable): the texts, or %NULL when there is no array
 */
char **
hbk_json_reader_get_strings (HbkJsonReader *reader, const char *member, HbkJsonNeed need, gsize max_chars)
{
  g_autoptr (GStrvBuilder) texts = NULL;
  guint n;

  if (!hbk_json_reader_enter_array (reader, member, need, &n))
    return NULL;

  texts = g_strv_builder_new ();
  for (guint i = 0; i < n; i++)
    {
      const char *text;

      hbk_json_reader_enter_element (reader, i);
      text = hbk_json_reader_get_string (reader, NULL, HBK_JSON_REQUIRED, max_chars);
      if (text != NULL)
        g_strv_builder_add (texts, text);
      hbk_json_reader_leave (reader);
    }

  hbk_json_reader_leave (reader);
  return g_strv_builder_end (texts);
}

/**
 * hbk_json_reader_get_boolean:
 * @reader: a reader
 * @member: (nullable): a key, or %NULL for the current value itself
 * @need: whether it has to be there
 * @value: (inout): where to put the value
 *
 * Reads true or false.
 *
 * Returns: %TRUE when @value was set
 */
gboolean
hbk_json_reader_get_boolean (HbkJsonReader *reader, const char *member, HbkJsonNeed need, gboolean *value)
{
  guint found;

  g_return_val_if_fail (value != NULL, FALSE);

  if (!want (reader, member, need, &a_boolean, &found))
    return FALSE;

  *value = hbk_json_tape_get (reader->tape, found)->kind == 't';
  return TRUE;
}

/**
 * hbk_json_reader_get_int:
 * @reader: a reader
 * @member: (nullable): a key, or %NULL for the current value itself
 * @need: whether it has to be there
 * @min: the smallest value allowed
 * @max: the largest value allowed
 * @value: (inout): where to put the value
 *
 * Reads a whole number.
 *
 * Returns: %TRUE when @value was set
 */
gboolean
hbk_json_reader_get_int (HbkJsonReader *reader, const char *member, HbkJsonNeed need, int min, int max, int *value)
{
  g_autofree char *expected = NULL;
  double           number;
  guint            found;

  g_return_val_if_fail (value != NULL, FALSE);

  if (!want (reader, member, need, &an_int, &found))
    return FALSE;

  number = number_of (reader, found);
  if (number >= min && number <= max && number == floor (number))
    {
      *value = (int) number;
      return TRUE;
    }

  /* Translators: goes into “Expected …, found the number 0.” */
  expected = g_strdup_printf (_ ("a whole number from %1$d to %2$d"), min, max);
  hbk_json_reader_report_expected (reader, member, expected, _ ("Correct the number."));
  return FALSE;
}

/**
 * hbk_json_reader_get_hours:
 * @reader: a reader
 * @member: (nullable): a key, or %NULL for the current value itself
 * @need: whether it has to be there
 * @value: (inout): where to put the amount in hundredths
 *
 * Reads an exact amount: not negative, at most two decimals, at most %HBK_HOURS_MAX.
 *
 * Returns: %TRUE when @value was set
 */
gboolean
hbk_json_reader_get_hours (HbkJsonReader *reader, const char *member, HbkJsonNeed need, HbkHours *value)
{
  guint found;

  if (!want (reader, member, need, &an_amount, &found))
    return FALSE;

  if (hbk_hours_from_double (number_of (reader, found), value))
    return TRUE;

  hbk_json_reader_report_expected (reader, member, _ (an_amount.expected), _ ("Round or correct the number."));
  return FALSE;
}

/**
 * hbk_json_reader_get_date:
 * @reader: a reader
 * @member: (nullable): a key, or %NULL for the current value itself
 * @need: whether it has to be there
 * @value: (inout): where to put the date
 *
 * Reads a date; see [func@date_parse].
 *
 * Returns: %TRUE when @value was set
 */
gboolean
hbk_json_reader_get_date (HbkJsonReader *reader, const char *member, HbkJsonNeed need, HbkDate *value)
{
  HbkDate date;
  guint   found;

  g_return_val_if_fail (value != NULL, FALSE);

  if (!want (reader, member, need, &a_date, &found))
    return FALSE;

  date = hbk_date_parse (text_of (reader, found));
  if (date == HBK_DATE_NONE)
    {
      report_unwanted (reader, member, &a_date);
      return FALSE;
    }

  *value = date;
  return TRUE;
}

static const HbkJsonChoice *
find_choice (const HbkJsonChoice *choices, const char *nick)
{
  for (; choices->nick != NULL; choices++)
    {
      if (g_str_equal (choices->nick, nick))
        return choices;
    }

  return NULL;
}

static char *
list_choices (const HbkJsonChoice *choices)
{
  GString *list = g_string_new (choices->nick);

  for (choices++; choices->nick != NULL; choices++)
    g_string_append_printf (list, ", %s", choices->nick);

  return g_string_free_and_steal (list);
}

static void
report_choices (HbkJsonReader *reader, const char *member, HbkJsonKind found, const HbkJsonChoice *choices)
{
  g_autofree char *list = list_choices (choices);
  /* Translators: what a key in a file should hold; a list of words follows. */
  g_autofree char *expected = g_strdup_printf (_ ("one of: %s"), list);
  g_autofree char *action = g_strdup_printf (_ ("Use one of: %s."), list);

  if (found == HBK_JSON_ABSENT)
    report_missing (reader, member, expected);
  else if (found == HBK_JSON_STRING)
    {
      const char      *nick = hbk_json_reader_get_string (reader, member, HBK_JSON_REQUIRED, G_MAXSIZE);
      g_autofree char *shown = hbk_text_escape (nick, -1, SAMPLE_CHARS);

      hbk_json_reader_report_printf (reader, member, HBK_ERROR_UNKNOWN, action, _ ("The word “%s” is not known here."), shown);
    }
  else
    hbk_json_reader_report_expected (reader, member, expected, action);
}

/**
 * hbk_json_reader_get_choice:
 * @reader: a reader
 * @member: (nullable): a key, or %NULL for the current value itself
 * @need: whether it has to be there
 * @choices: the words allowed, ended by one that is %NULL
 * @value: (inout): where to put what the word stands for
 *
 * Reads one of a few words; another is reported with %HBK_ERROR_UNKNOWN and the list of those allowed.
 *
 * Returns: %TRUE when @value was set
 */
gboolean
hbk_json_reader_get_choice (HbkJsonReader *reader, const char *member, HbkJsonNeed need, const HbkJsonChoice *choices, int *value)
{
  HbkJsonKind          found = HBK_JSON_ABSENT;
  const HbkJsonChoice *choice = NULL;
  guint                token;

  g_return_val_if_fail (choices != NULL && value != NULL, FALSE);

  if (hbk_json_reader_find (reader, member, &token))
    found = hbk_json_tape_get_kind (reader->tape, token);
  if (found == HBK_JSON_NULL && need == HBK_JSON_NULLABLE)
    return FALSE;
  if (found == HBK_JSON_STRING)
    choice = find_choice (choices, text_of (reader, token));

  if (choice != NULL)
    *value = choice->value;
  else if (found != HBK_JSON_ABSENT || need == HBK_JSON_REQUIRED)
    report_choices (reader, member, found, choices);

  return choice != NULL;
}
