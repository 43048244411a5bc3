/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-file-suggestion.h"

#include <math.h>
#include <string.h>

#include "workspace/hbk-name-dates.h"

/* What each reason weighs when it holds altogether. */
#define TITLE_WEIGHT 3.0
#define DATE_WEIGHT 2.0
#define DOCUMENT_WEIGHT 1.0
#define TEXT_WEIGHT 3.0

/* From how much of a title on it is a reason, and what all reasons together must come to. */
#define TITLE_SHARE 0.3
#define TITLE_SHARE_WITH_DATE 0.15
#define ENOUGH 1.8
/* Where the next one is nearly as good, the person has to say. */
#define LEAD 1.08

/* So much of a first page is looked at. */
#define TEXT_BYTES 8192

/* What is known of one record. */
typedef struct
{
  HbkRecord *record;
  GArray    *pieces; /* guint64, each once */
  double     weight; /* of all pieces */
  char      *title;  /* without spaces */
} Known;

struct _HbkFileSuggester
{
  HbkState   *state;
  GArray     *known;
  GHashTable *spread; /* piece → in how many titles */
};

/* ---- Words ---- */

static gboolean
is_ideograph (gunichar c)
{
  return g_unichar_iswide (c) && g_unichar_isalpha (c);
}

static void
add_piece (GHashTable *pieces, guint64 piece)
{
  g_hash_table_add (pieces, g_memdup2 (&piece, sizeof piece));
}

/* Chinese has no spaces between words: there two characters in a row stand for one, elsewhere it is what lies between spaces. Digits are
 * dates and numbers. */
static GHashTable *
collect_pieces (const char *text)
{
  GHashTable      *pieces = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  gunichar         previous = 0;
  guint64          word = 0;
  guint            length = 0;

  for (const char *at = folded;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_letter = c != 0 && !is_ideograph (c) && g_unichar_isalpha (c);

      if (is_letter)
        {
          word = word * 1099511628211U + c;
          length++;
        }
      else
        {
          if (length >= 3)
            add_piece (pieces, word | G_GUINT64_CONSTANT (1) << 63);
          word = length = 0;
        }
      if (previous != 0 && is_ideograph (c))
        add_piece (pieces, (guint64) previous << 32 | c);
      previous = is_ideograph (c) ? c : 0;
      if (c == 0)
        return pieces;
    }
}

static char *
strip_spaces (const char *text, gsize max_bytes)
{
  GString *stripped = g_string_new (NULL);

  for (const char *at = text; *at != '\0' && (gsize) (at - text) < max_bytes; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (stripped, g_unichar_tolower (c));
    }

  return g_string_free_and_steal (stripped);
}

/* A piece that stands in few titles says more. */
static double
weigh_piece (HbkFileSuggester *self, guint64 piece)
{
  guint spread = GPOINTER_TO_UINT (g_hash_table_lookup (self->spread, &piece));

  return log (1 + (double) self->known->len / MAX (spread, 1));
}

/* ---- Reasons, from 0 to 1 ---- */

static double
match_title (HbkFileSuggester *self, const Known *known, GHashTable *pieces)
{
  double common = 0;
  guint  n = 0;

  for (guint i = 0; i < known->pieces->len; i++)
    {
      guint64 piece = g_array_index (known->pieces, guint64, i);

      if (!g_hash_table_contains (pieces, &piece))
        continue;
      common += weigh_piece (self, piece);
      n++;
    }

  /* Two characters that happen to be the same are no reason, unless they are all there is. */
  return n >= MIN (2, known->pieces->len) && known->weight > 0 ? common / known->weight : 0;
}

static double
match_date (const Known *known, const HbkNameDate *dates, guint n_dates)
{
  HbkPeriod period = hbk_record_get_period (known->record);
  double    best = 0;

  for (guint i = 0; i < n_dates; i++)
    best = MAX (best, hbk_name_date_match (&dates[i], period));

  return best;
}

static gboolean
misses_document (HbkFileSuggester *self, const Known *known, const char *document)
{
  const char *id = hbk_record_get_id (known->record);

  for (guint i = 0; document != NULL && i < hbk_state_get_n_record_years (self->state, id); i++)
    {
      const HbkRecordYear *year = hbk_state_get_record_year (self->state, id, i);
      GPtrArray           *missing = year->result != NULL ? year->result->missing_documents : NULL;

      for (guint j = 0; missing != NULL && j < missing->len; j++)
        {
          if (g_str_equal (g_ptr_array_index (missing, j), document))
            return TRUE;
        }
    }

  return FALSE;
}

static void
known_clear (gpointer data)
{
  Known *known = data;

  g_array_unref (known->pieces);
  g_free (known->title);
}

static void
add_known (HbkFileSuggester *self, HbkRecord *record)
{
  const char *title = hbk_record_get_title (record);
  g_autoptr (GHashTable) pieces = collect_pieces (title != NULL ? title : "");
  GHashTableIter iter;
  gpointer       key;
  Known          known = { record, g_array_new (FALSE, FALSE, sizeof (guint64)), 0, strip_spaces (title != NULL ? title : "", G_MAXSIZE) };

  g_hash_table_iter_init (&iter, pieces);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint spread = GPOINTER_TO_UINT (g_hash_table_lookup (self->spread, key));

      g_array_append_vals (known.pieces, key, 1);
      g_hash_table_insert (self->spread, g_memdup2 (key, sizeof (guint64)), GUINT_TO_POINTER (spread + 1));
    }
  g_array_append_val (self->known, known);
}

/**
 * hbk_file_suggester_new:
 * @state: the records and what they miss
 *
 * Takes the titles of all records apart.
 *
 * Returns: (transfer full): the suggester
 */
HbkFileSuggester *
hbk_file_suggester_new (HbkState *state)
{
  HbkFileSuggester *self = g_new0 (HbkFileSuggester, 1);

  self->state = hbk_state_ref (state);
  self->known = g_array_new (FALSE, FALSE, sizeof (Known));
  g_array_set_clear_func (self->known, known_clear);
  self->spread = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < state->records->len; i++)
    add_known (self, g_ptr_array_index (state->records, i));
  for (guint i = 0; i < self->known->len; i++)
    {
      Known *known = &g_array_index (self->known, Known, i);

      for (guint j = 0; j < known->pieces->len; j++)
        known->weight += weigh_piece (self, g_array_index (known->pieces, guint64, j));
    }

  return self;
}

/**
 * hbk_file_suggester_free:
 * @self: (transfer full): a suggester
 *
 * Frees a suggester.
 */
void
hbk_file_suggester_free (HbkFileSuggester *self)
{
  g_array_unref (self->known);
  g_hash_table_unref (self->spread);
  hbk_state_unref (self->state);
  g_free (self);
}

/**
 * hbk_file_suggester_suggest:
 * @self: a suggester
 * @file: a file that proves nothing yet
 * @text: (nullable): what stands on its first page
 * @suggestion: (out): the record
 *
 * Finds the record that a file may belong to: by its name, the dates in it, its document type and its text. What would fit two records nearly as
 * well fits none.
 *
 * Returns: %FALSE when there is none
 */
gboolean
hbk_file_suggester_suggest (HbkFileSuggester *self, const HbkEvidenceFile *file, const char *text, HbkFileSuggestion *suggestion)
{
  g_autoptr (GHashTable) pieces = NULL;
  g_autofree char *page = NULL;
  HbkNameDate      dates[HBK_NAME_DATES_MAX];
  guint            n_dates;
  double           best = 0, second = 0;

  g_return_val_if_fail (self != NULL && file != NULL && suggestion != NULL, FALSE);

  pieces = collect_pieces (file->name);
  page = text != NULL ? strip_spaces (text, TEXT_BYTES) : NULL;
  n_dates = hbk_name_dates_find (file->name, dates);
  for (guint i = 0; i < self->known->len; i++)
    {
      const Known *known = &g_array_index (self->known, Known, i);
      double       title = match_title (self, known, pieces);
      double       date = match_date (known, dates, n_dates);
      gboolean     is_on_page = page != NULL && known->pieces->len >= 3 && strstr (page, known->title) != NULL;
      gboolean     is_missing;
      double       score;

      if (title < (date >= HBK_NAME_DATE_SURE ? TITLE_SHARE_WITH_DATE : TITLE_SHARE))
        title = 0;
      if (title == 0 && date < HBK_NAME_DATE_SURE && !is_on_page)
        continue;
      is_missing = misses_document (self, known, file->document);
      score = TITLE_WEIGHT * title + DATE_WEIGHT * date + (is_missing ? DOCUMENT_WEIGHT : 0) + (is_on_page ? TEXT_WEIGHT : 0);
      if (score <= best)
        {
          second = MAX (second, score);
          continue;
        }
      second = best;
      best = score;
      suggestion->record = known->record;
      suggestion->reasons = (HbkSuggestionReasons) ((title > 0 ? HBK_SUGGESTED_BY_TITLE : 0) | (date >= HBK_NAME_DATE_SURE ? HBK_SUGGESTED_BY_DATE : 0) |
                                                    (is_missing ? HBK_SUGGESTED_BY_DOCUMENT : 0) | (is_on_page ? HBK_SUGGESTED_BY_TEXT : 0));
    }

  return best >= ENOUGH && best >= second * LEAD;
}
