/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include "words/hbk-change-words.h"
#include "words/hbk-step-words.h"
#include "words/hbk-words.h"

typedef struct
{
  GPtrArray      *packs;
  const HbkPack  *pack;
  HbkJournalStep *step;
} Fixture;

/* Somebody chooses the second meaning of the first unclear clause of Qinghai. */
static void
set_up (Fixture *self, gconstpointer data)
{
  HbkPack          *pack = read_pack ("qinghai");
  const HbkReading *reading = &g_array_index (pack->readings, HbkReading, 0);
  g_autofree char  *after = g_strdup_printf ("{\"%s\": \"%s\"}", reading->id, g_array_index (reading->options, HbkReadingOption, reading->initial == 0 ? 1 : 0).id);

  self->packs = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_pack_unref);
  g_ptr_array_add (self->packs, pack);
  self->pack = pack;
  self->step = hbk_journal_step_new (HBK_JOURNAL_READING);
  g_ptr_array_add (self->step->changes, hbk_change_new (HBK_CHANGE_READING, "qinghai", NULL, after));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  hbk_journal_step_free (self->step);
  g_ptr_array_unref (self->packs);
}

/* The id of a pack is nothing that a person knows; it is said only where nothing better is known. */
static void
test_region (Fixture *self, gconstpointer data)
{
  g_autofree char *named = hbk_step_words_sentence_of (self->step, self->packs);
  g_autofree char *bare = hbk_step_words_sentence (self->step);
  g_autofree char *undone = NULL;

  g_assert_cmpstr (named, ==, "the readings of “Qinghai province” were chosen");
  g_assert_cmpstr (bare, ==, "the readings of “qinghai” were chosen");

  self->step->what = HBK_JOURNAL_UNDO;
  self->step->of_what = HBK_JOURNAL_READING;
  undone = hbk_step_words_sentence_of (self->step, self->packs);
  g_assert_cmpstr (undone, ==, "undone: the readings of “Qinghai province” were chosen");
}

static void
test_reading (Fixture *self, gconstpointer data)
{
  const HbkReading *reading = &g_array_index (self->pack->readings, HbkReading, 0);
  g_autoptr (GPtrArray) lines = hbk_change_words_list_of (self->pack->vocabulary, self->packs, g_ptr_array_index (self->step->changes, 0), HBK_LANGUAGE_EN);
  g_autofree char *expected = g_strdup_printf ("%s: %s → %s", hbk_bilingual_get (&reading->question, HBK_LANGUAGE_EN), hbk_bilingual_get (&g_array_index (reading->options, HbkReadingOption, reading->initial).text, HBK_LANGUAGE_EN),
                                               hbk_bilingual_get (&g_array_index (reading->options, HbkReadingOption, reading->initial == 0 ? 1 : 0).text, HBK_LANGUAGE_EN));

  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (lines, 0), ==, expected);
}

/* The region of a person has a name, too. */
static void
test_profile (Fixture *self, gconstpointer data)
{
  g_autoptr (HbkChange) change = hbk_change_new (HBK_CHANGE_PROFILE, "", "{\"region\": \"elsewhere\"}", "{\"region\": \"qinghai\"}");
  g_autoptr (GPtrArray) lines = hbk_change_words_list_of (self->pack->vocabulary, self->packs, change, HBK_LANGUAGE_EN);

  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (lines, 0), ==, "Region: elsewhere → Qinghai province");
}

static void
test_capital (void)
{
  g_autofree char *words = hbk_words_capitalise ("élan was added");

  g_assert_cmpstr (words, ==, "Élan was added");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/step-words/region", Fixture, NULL, set_up, test_region, tear_down);
  g_test_add ("/step-words/reading", Fixture, NULL, set_up, test_reading, tear_down);
  g_test_add ("/step-words/profile", Fixture, NULL, set_up, test_profile, tear_down);
  g_test_add_func ("/step-words/capital", test_capital);

  return g_test_run ();
}
