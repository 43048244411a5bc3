/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/rules/hbk-clause-item.h"

#include <string.h>

#include <glib/gi18n.h>

#include "words/hbk-clause-words.h"
#include "words/hbk-locale.h"

/**
 * HbkClauseItem:
 *
 * A clause in the list of the rules page.
 */
struct _HbkClauseItem
{
  GObject parent_instance;

  HbkPack         *pack;
  const HbkClause *clause;
  int              year;
  guint            chapter_number;
  char            *chapter;
  char            *figure;
  char            *haystack;
  gboolean         is_unclear;
};

enum {
  PROP_TEXT = 1,
  PROP_PLACE,
  PROP_FIGURE,
  PROP_CHAPTER,
  PROP_UNCLEAR,
  PROP_SUMMARY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkClauseItem, hbk_clause_item, G_TYPE_OBJECT)

static gboolean
has_reading (HbkClauseItem *self)
{
  for (guint i = 0; i < self->pack->readings->len; i++)
    {
      if (hbk_clause_item_has_reading (self, i))
        return TRUE;
    }

  return FALSE;
}

/* All that a person may remember of a clause: both languages, its place, and what it holds for. */
static char *
make_haystack (HbkClauseItem *self)
{
  g_autoptr (GPtrArray) details = hbk_clause_words_list_details (self->pack, self->clause->id, self->year, hbk_locale_get_language ());
  g_autoptr (GString) text = g_string_new (self->clause->id);
  const char *parts[] = { self->clause->text.zh, self->clause->text.en, self->clause->place.zh, self->clause->place.en };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (text, "\n%s", parts[i] != NULL ? parts[i] : "");
  for (guint i = 0; i < details->len; i++)
    {
      const HbkClauseDetail *detail = g_ptr_array_index (details, i);

      g_string_append_printf (text, "\n%s\n%s", detail->head, detail->text);
    }

  return g_utf8_casefold (text->str, -1);
}

/* What is shown beside the text, for who does not see it. */
static char *
summarise (HbkClauseItem *self)
{
  GString *text = g_string_new (hbk_bilingual_get (&self->clause->place, hbk_locale_get_language ()));

  if (self->figure != NULL && *self->figure != '\0')
    g_string_append_printf (text, " · %s", self->figure);
  if (self->is_unclear)
    g_string_append_printf (text, " · %s", _("Unclear clause"));

  return g_string_free_and_steal (text);
}

static void
hbk_clause_item_finalize (GObject *object)
{
  HbkClauseItem *self = HBK_CLAUSE_ITEM (object);

  g_clear_pointer (&self->pack, hbk_pack_unref);
  g_free (self->chapter);
  g_free (self->figure);
  g_free (self->haystack);

  G_OBJECT_CLASS (hbk_clause_item_parent_class)->finalize (object);
}

static void
hbk_clause_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkClauseItem *self = HBK_CLAUSE_ITEM (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, hbk_bilingual_get (&self->clause->text, hbk_locale_get_language ()));
      break;

    case PROP_PLACE:
      g_value_set_string (value, hbk_bilingual_get (&self->clause->place, hbk_locale_get_language ()));
      break;

    case PROP_FIGURE:
      g_value_set_string (value, self->figure);
      break;

    case PROP_CHAPTER:
      g_value_set_string (value, self->chapter);
      break;

    case PROP_UNCLEAR:
      g_value_set_boolean (value, self->is_unclear);
      break;

    case PROP_SUMMARY:
      g_value_take_string (value, summarise (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_clause_item_class_init (HbkClauseItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hbk_clause_item_finalize;
  object_class->get_property = hbk_clause_item_get_property;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FIGURE] = g_param_spec_string ("figure", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHAPTER] = g_param_spec_string ("chapter", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNCLEAR] = g_param_spec_boolean ("unclear", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hbk_clause_item_init (HbkClauseItem *self)
{
}

/* A chapter of one character is a numeral. */
static char *
name_chapter (const char *place)
{
  g_autofree char *chapter = hbk_clause_words_chapter (place);

  if (g_utf8_strlen (chapter, -1) != 1)
    return g_steal_pointer (&chapter);

  /* Translators: a part of a notice, with its Chinese numeral */
  return g_strdup_printf (_("Part %s"), chapter);
}

/**
 * hbk_clause_item_new:
 * @pack: a pack
 * @clause: one of its clauses
 * @year: the year for which figures are wanted; 0 for any
 * @chapter_number: the place of its chapter among the chapters
 *
 * Makes an item for a clause.
 *
 * Returns: (transfer full): the item
 */
HbkClauseItem *
hbk_clause_item_new (HbkPack *pack, const HbkClause *clause, int year, guint chapter_number)
{
  HbkClauseItem *self = g_object_new (HBK_TYPE_CLAUSE_ITEM, NULL);
  HbkLanguage    language = hbk_locale_get_language ();

  self->pack = hbk_pack_ref (pack);
  self->clause = clause;
  self->year = year;
  self->chapter_number = chapter_number;
  self->chapter = name_chapter (hbk_bilingual_get (&clause->place, language));
  self->figure = hbk_clause_words_figure (pack, clause->id, year, language);
  self->is_unclear = has_reading (self);

  return self;
}

/**
 * hbk_clause_item_get_pack:
 * @self: an item
 *
 * Gets the pack of the clause.
 *
 * Returns: (transfer none): the pack
 */
HbkPack *
hbk_clause_item_get_pack (HbkClauseItem *self)
{
  g_return_val_if_fail (HBK_IS_CLAUSE_ITEM (self), NULL);

  return self->pack;
}

/**
 * hbk_clause_item_get_clause:
 * @self: an item
 *
 * Gets the clause.
 *
 * Returns: (transfer none): the clause
 */
const HbkClause *
hbk_clause_item_get_clause (HbkClauseItem *self)
{
  g_return_val_if_fail (HBK_IS_CLAUSE_ITEM (self), NULL);

  return self->clause;
}

/**
 * hbk_clause_item_get_year:
 * @self: an item
 *
 * Gets the year for which the figures are.
 *
 * Returns: the year; 0 for any
 */
int
hbk_clause_item_get_year (HbkClauseItem *self)
{
  g_return_val_if_fail (HBK_IS_CLAUSE_ITEM (self), 0);

  return self->year;
}

/**
 * hbk_clause_item_get_chapter:
 * @self: an item
 *
 * Gets the name of the chapter that the clause stands in.
 *
 * Returns: (transfer none): the name
 */
const char *
hbk_clause_item_get_chapter (HbkClauseItem *self)
{
  g_return_val_if_fail (HBK_IS_CLAUSE_ITEM (self), NULL);

  return self->chapter;
}

/**
 * hbk_clause_item_get_chapter_number:
 * @self: an item
 *
 * Gets the place of the chapter among the chapters.
 *
 * Returns: the number
 */
guint
hbk_clause_item_get_chapter_number (HbkClauseItem *self)
{
  g_return_val_if_fail (HBK_IS_CLAUSE_ITEM (self), 0);

  return self->chapter_number;
}

/**
 * hbk_clause_item_has_reading:
 * @self: an item
 * @reading: the index of a reading of the pack
 *
 * Says whether the clause may be read in the ways of a reading.
 *
 * Returns: %TRUE when it may
 */
gboolean
hbk_clause_item_has_reading (HbkClauseItem *self, guint reading)
{
  g_return_val_if_fail (HBK_IS_CLAUSE_ITEM (self) && reading < self->pack->readings->len, FALSE);

  return g_ptr_array_find_with_equal_func (g_array_index (self->pack->readings, HbkReading, reading).clauses, self->clause->id, g_str_equal, NULL);
}

/**
 * hbk_clause_item_matches:
 * @self: an item
 * @folded: what is searched for, case folded
 *
 * Says whether a clause has what a person searches for.
 *
 * Returns: %TRUE when it has
 */
gboolean
hbk_clause_item_matches (HbkClauseItem *self, const char *folded)
{
  g_return_val_if_fail (HBK_IS_CLAUSE_ITEM (self), FALSE);

  if (*folded == '\0')
    return TRUE;
  if (self->haystack == NULL)
    self->haystack = make_haystack (self);

  return strstr (self->haystack, folded) != NULL;
}
