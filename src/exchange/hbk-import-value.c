/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-import-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "exchange/hbk-cell-text.h"
#include "exchange/hbk-date-text.h"
#include "exchange/hbk-import-words.h"

/* How much of a cell a message shows, and how many choices it names. */
#define TEXT_CHARS 60
#define CHOICES_SHOWN 8

/* What a list of hours may hold at most. */
#define LIST_MAX 1000

/* What people write after a number of a unit; the longer first. The unit "" is of numbers that count nothing. */
static const struct
{
  const char *unit;
  const char *suffixes[8];
} units[] = {
  { "hour", { "个学时", "学时", "课时", "小时", "学分", "hours", "hour", "h" } },
  { "day", { "天", "日", "days", "day", "d" } },
  { "minute", { "分钟", "分", "minutes", "min" } },
  { "month", { "个月", "月", "months", "month" } },
  { "year", { "年", "years", "year" } },
  { "character", { "字", "characters" } },
  { "course", { "门课程", "门", "courses", "course" } },
  { "subject", { "门", "科", "个", "subjects", "subject" } },
  { "module", { "个模块", "个", "modules", "module" } },
  { "", { "年度", "年", "名", "位", "篇", "个", "人", "次" } },
};

G_GNUC_PRINTF (2, 0)
static gboolean
set_error (GError **error, const char *format, const char *text)
{
  g_autofree char *shown = hbk_text_escape (text, -1, TEXT_CHARS);
  g_autofree char *message = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (format, shown);
#pragma GCC diagnostic pop
  g_set_error_literal (error, HBK_ERROR, HBK_ERROR_VALUE, message);

  return FALSE;
}

static void
remove_suffix (char *text, const char *unit)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (!g_str_equal (units[i].unit, unit))
        continue;

      for (gsize j = 0; j < G_N_ELEMENTS (units[i].suffixes) && units[i].suffixes[j] != NULL; j++)
        {
          if (g_str_has_suffix (text, units[i].suffixes[j]))
            {
              text[strlen (text) - strlen (units[i].suffixes[j])] = '\0';
              return;
            }
        }
    }
}

/* Commas go where each but the first stands before three digits, as in 1,200,000; anything else stays and is refused. */
static void
remove_thousands (char *text)
{
  gsize n_before = strspn (text, "0123456789");
  char *p = text + n_before;
  char *to = p;

  if (n_before < 1 || n_before > 3)
    return;

  while (*p == ',' && strspn (p + 1, "0123456789") == 3)
    {
      memmove (to, p + 1, 3);
      to += 3;
      p += 4;
    }
  memmove (to, p, strlen (p) + 1);
}

static gboolean
read_number (const char *text, const char *unit, HbkHours *number)
{
  g_autofree char *key = hbk_cell_text_key (text);
  const char      *digits = key;

  if (g_str_equal (unit, "day") && g_str_equal (key, "半天"))
    {
      *number = 50;
      return TRUE;
    }

  remove_suffix (key, unit);
  if (*unit == '\0' && g_str_has_prefix (digits, "第"))
    digits += strlen ("第");
  remove_thousands ((char *) digits);

  return hbk_hours_parse (digits, number, NULL);
}

/**
 * hbk_import_read_hours:
 * @text: the text of a cell
 * @hours: (out): the hours, in hundredths
 * @error: where to put a #GError, or %NULL
 *
 * Reads an amount of hours, such as `4`, `7.5学时` or `１２`.
 *
 * Returns: %FALSE when @error was set, with %HBK_ERROR_VALUE
 */
gboolean
hbk_import_read_hours (const char *text, HbkHours *hours, GError **error)
{
  g_return_val_if_fail (text != NULL && hours != NULL, FALSE);

  return read_number (text, "hour", hours) || set_error (error, _("“%s” is not a number of hours. Write one with at most two decimals, such as 30 or 7.5."), text);
}

static gboolean
read_fact_number (const char *text, const HbkFactSpec *fact, HbkValue *value, GError **error)
{
  HbkHours number;

  if (fact->type == HBK_FACT_HOURS)
    {
      if (!hbk_import_read_hours (text, &number, error))
        return FALSE;
    }
  else if (!read_number (text, fact->unit != NULL ? fact->unit : "", &number))
    return set_error (error, _("“%s” is not a number. Write one with at most two decimals, such as 30 or 7.5."), text);

  if (fact->type == HBK_FACT_INTEGER && number % 100 != 0)
    return set_error (error, _("“%s” is not a whole number. Write one such as 3."), text);

  hbk_value_set_number (value, number);

  return TRUE;
}

static gboolean
read_hours_list (const char *text, HbkValue *value, GError **error)
{
  g_autofree char *narrowed = hbk_cell_text_narrow (text);
  g_auto (GStrv) pieces = NULL;
  g_autoptr (GArray) hours = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_strdelimit (narrowed, ",; \n", '/');
  for (char *comma = strstr (narrowed, "、"); comma != NULL; comma = strstr (comma, "、"))
    memcpy (comma, "///", strlen ("、"));

  pieces = g_strsplit (narrowed, "/", -1);
  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      gint64 number;

      if (*pieces[i] == '\0')
        continue;
      if (hours->len >= LIST_MAX || !read_number (pieces[i], "hour", &number))
        return set_error (error, _("“%s” is not a list of hours. Write the hours of each day, such as 6; 7.5; 6."), text);
      g_array_append_val (hours, number);
    }

  hbk_value_set_list (value, (const gint64 *) (gpointer) hours->data, hours->len);

  return TRUE;
}

static gboolean
read_choice (const char *text, const HbkFactSpec *fact, HbkValue *value, GError **error)
{
  const HbkChoiceSpec *choice = hbk_import_words_find_choice (text, fact);
  g_autofree char     *shown = NULL;
  g_autoptr (GString) names = NULL;

  if (choice != NULL)
    {
      hbk_value_set_text (value, choice->id);
      return TRUE;
    }

  names = g_string_new (NULL);
  for (guint i = 0; fact->choices != NULL && i < MIN (fact->choices->len, CHOICES_SHOWN); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", hbk_bilingual_get (&g_array_index (fact->choices, HbkChoiceSpec, i).name, HBK_LANGUAGE_ZH));
  if (fact->choices != NULL && fact->choices->len > CHOICES_SHOWN)
    g_string_append (names, ", …");

  shown = hbk_text_escape (text, -1, TEXT_CHARS);
  /* Translators: the second is a list of the answers there are. */
  g_set_error (error, HBK_ERROR, HBK_ERROR_VALUE, _("“%1$s” is none of the answers. Write one of these: %2$s."), shown, names->str);

  return FALSE;
}

static gboolean
read_text (const char *text, HbkValue *value, GError **error)
{
  g_autofree char *trimmed = hbk_cell_text_trim (text);

  if (g_utf8_strlen (trimmed, -1) > HBK_VALUE_TEXT_MAX)
    return set_error (error, _("“%s” is too long. Shorten it."), text);

  hbk_value_set_text (value, trimmed);

  return TRUE;
}

/**
 * hbk_import_read_fact:
 * @text: the text of a cell, which is not empty
 * @fact: the fact it answers
 * @value: an initialised value, which gets the answer
 * @error: where to put a #GError, or %NULL
 *
 * Reads the answer to a fact as people write it: yes and no in words, numbers with or without their unit, choices by name.
 *
 * Returns: %FALSE when @error was set, with %HBK_ERROR_VALUE
 */
gboolean
hbk_import_read_fact (const char *text, const HbkFactSpec *fact, HbkValue *value, GError **error)
{
  gboolean boolean;
  HbkDate  day;

  g_return_val_if_fail (text != NULL && fact != NULL && value != NULL, FALSE);

  switch (fact->type)
    {
    case HBK_FACT_BOOLEAN:
      if (!hbk_import_words_read_boolean (text, &boolean))
        return set_error (error, _("“%s” is neither yes nor no. Write one of these."), text);
      hbk_value_set_boolean (value, boolean);
      return TRUE;

    case HBK_FACT_CHOICE:
      return read_choice (text, fact, value, error);

    case HBK_FACT_DATE:
      if (!hbk_date_text_read_day (text, HBK_DATE_TEXT_SERIAL, &day, error))
        return FALSE;
      hbk_value_set_date (value, day);
      return TRUE;

    case HBK_FACT_HOURS_LIST:
      return read_hours_list (text, value, error);

    case HBK_FACT_TEXT:
      return read_text (text, value, error);

    case HBK_FACT_INTEGER:
    case HBK_FACT_NUMBER:
    case HBK_FACT_HOURS:
    default:
      return read_fact_number (text, fact, value, error);
    }
}

/**
 * hbk_import_write_fact:
 * @fact: (nullable): the fact, or %NULL when the vocabulary does not have it
 * @value: its answer
 * @language: the language wanted
 *
 * Writes the answer to a fact for people, so that [func@import_read_fact] reads it again.
 *
 * Returns: (transfer full): the text; empty when nothing is stated
 */
char *
hbk_import_write_fact (const HbkFactSpec *fact, const HbkValue *value, HbkLanguage language)
{
  const HbkChoiceSpec *choice = NULL;
  GString             *list;

  g_return_val_if_fail (value != NULL, NULL);

  switch (value->kind)
    {
    case HBK_VALUE_BOOLEAN:
      return g_strdup (hbk_import_words_for_boolean (value->boolean, language));

    case HBK_VALUE_NUMBER:
      return hbk_hours_format (value->number);

    case HBK_VALUE_TEXT:
      if (fact != NULL && fact->type == HBK_FACT_CHOICE)
        choice = hbk_fact_spec_lookup_choice (fact, value->text);
      return g_strdup (choice != NULL ? hbk_bilingual_get (&choice->name, language) : value->text);

    case HBK_VALUE_LIST:
      list = g_string_new (NULL);
      for (guint i = 0; i < value->list->len; i++)
        {
          if (i > 0)
            g_string_append (list, "; ");
          hbk_hours_append (g_array_index (value->list, gint64, i), list);
        }
      return g_string_free_and_steal (list);

    case HBK_VALUE_NONE:
    default:
      return g_strdup ("");
    }
}
