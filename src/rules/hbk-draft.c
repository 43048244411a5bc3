/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-draft.h"

#include "rules/hbk-credit-years.h"

/**
 * hbk_draft_init:
 * @self: a draft on the stack
 * @pack: the rules
 * @profile: the person
 * @as_of: the day of the assessment
 * @options: (array): option index for each reading; must outlive the draft
 * @trial: keep neither trace nor warnings
 *
 * Begins an assessment.
 */
void
hbk_draft_init (HbkDraft      *self,
                const HbkPack *pack,
                HbkProfile    *profile,
                HbkDate        as_of,
                const guint   *options,
                gboolean       trial)
{
  memset (self, 0, sizeof *self);
  hbk_core_facts_init (&self->core, pack->vocabulary);
  self->scope.pack = pack;
  self->scope.core = &self->core;
  self->scope.profile = profile;
  self->scope.as_of = as_of;
  self->scope.options = options;
  self->scope.missing = g_ptr_array_new ();
  self->pieces = g_array_new (FALSE, FALSE, sizeof (HbkPiece));
  self->years = g_array_new (FALSE, FALSE, sizeof (HbkCreditYear));
  self->missing_lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (trial)
    return;
  self->steps = g_array_new (FALSE, FALSE, sizeof (HbkTraceStep));
  self->warnings = g_array_new (FALSE, FALSE, sizeof (HbkWarning));
}

/**
 * hbk_draft_clear:
 * @self: a draft
 *
 * Frees what the draft holds.
 */
void
hbk_draft_clear (HbkDraft *self)
{
  g_clear_pointer (&self->scope.missing, g_ptr_array_unref);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->warnings, g_array_unref);
  g_clear_pointer (&self->missing_lists, g_ptr_array_unref);
  g_clear_pointer (&self->years, g_array_unref);
}

/**
 * hbk_draft_look_at:
 * @self: a draft
 * @piece: one of its pieces
 *
 * Lets the scope look at a piece again; nothing is asked for.
 */
void
hbk_draft_look_at (HbkDraft       *self,
                   const HbkPiece *piece)
{
  self->scope.record = piece->record;
  self->scope.year = piece->year;
  self->scope.part = piece->part;
  self->scope.clipped = piece->clipped;
  g_ptr_array_set_size (self->scope.missing, 0);
}

/**
 * hbk_draft_trace:
 * @self: a draft
 * @piece: the piece it belongs to
 * @step: what to say
 *
 * Adds a step to the trace of a piece. Does nothing in a trial run.
 */
void
hbk_draft_trace (HbkDraft           *self,
                 HbkPiece           *piece,
                 const HbkTraceStep *step)
{
  HbkTraceStep copy = *step;
  int          position;

  if (self->steps == NULL)
    return;
  copy.next = -1;
  position = (int) self->steps->len;
  g_array_append_val (self->steps, copy);
  if (piece->first_step < 0)
    piece->first_step = position;
  else
    g_array_index (self->steps, HbkTraceStep, piece->last_step).next = position;
  piece->last_step = position;
}

static HbkWarning *
add_warning (HbkDraft   *self,
             const char *code)
{
  HbkWarning warning = { .spec = hbk_vocabulary_lookup_warning (self->scope.pack->vocabulary, code), .reading = -1 };

  if (self->warnings == NULL || warning.spec == NULL)
    return NULL;
  g_array_append_val (self->warnings, warning);
  return &g_array_index (self->warnings, HbkWarning, self->warnings->len - 1);
}

/* A record says a thing once a year, even where two of its parts give reason to. */
static HbkWarning *
find_same (HbkDraft       *self,
           const char     *code,
           const HbkPiece *piece)
{
  for (guint i = self->warnings != NULL ? self->warnings->len : 0; i > 0; i--)
    {
      HbkWarning *warning = &g_array_index (self->warnings, HbkWarning, i - 1);

      if (warning->record != piece->record || g_str_equal (code, "W-AMBIG"))
        return NULL;
      if (warning->year == piece->year && warning->id == NULL && warning->reading < 0 && warning->hours == 0 &&
          g_str_equal (warning->spec->id, code))
        return warning;
    }
  return NULL;
}

/**
 * hbk_draft_warn:
 * @self: a draft
 * @code: the warning code
 * @piece: what it is about
 *
 * Warns about a record. The caller may fill in more of the warning before the next call.
 *
 * Returns: (nullable) (transfer none): the warning; %NULL in a trial run or when the vocabulary lacks the code
 */
HbkWarning *
hbk_draft_warn (HbkDraft       *self,
                const char     *code,
                const HbkPiece *piece)
{
  HbkWarning *warning = find_same (self, code, piece);

  if (warning != NULL)
    return warning;
  warning = add_warning (self, code);
  if (warning == NULL)
    return NULL;
  warning->record = piece->record;
  warning->year = piece->year;
  warning->clause = piece->clause;
  return warning;
}

/**
 * hbk_draft_warn_year:
 * @self: a draft
 * @code: the warning code
 * @year: the credit year
 *
 * Warns about a year. The caller may fill in more of the warning before the next call.
 *
 * Returns: (nullable) (transfer none): the warning; %NULL in a trial run or when the vocabulary lacks the code
 */
HbkWarning *
hbk_draft_warn_year (HbkDraft   *self,
                     const char *code,
                     int         year)
{
  HbkWarning *warning = add_warning (self, code);

  if (warning != NULL)
    warning->year = year;
  return warning;
}
