/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-pack-private.h"

/* What the entries of a pack's lists hold. Ids that are keys of a list are interned and belong to the entry. */

static void
clear_id (const char *id)
{
  if (id != NULL)
    g_ref_string_release ((char *) id);
}

void
hbk_notice_clear (HbkNotice *notice)
{
  clear_id (notice->id);
  hbk_bilingual_clear (&notice->title);
  g_free (notice->number);
  hbk_bilingual_clear (&notice->issuer);
}

void
hbk_clause_clear (HbkClause *clause)
{
  clear_id (clause->id);
  hbk_bilingual_clear (&clause->place);
  hbk_bilingual_clear (&clause->text);
}

void
hbk_defect_clear (HbkDefect *defect)
{
  clear_id (defect->id);
  hbk_bilingual_clear (&defect->text);
}

static void
clear_option (HbkReadingOption *option)
{
  hbk_bilingual_clear (&option->text);
}

GArray *
hbk_reading_options_new (void)
{
  GArray *options = g_array_new (FALSE, TRUE, sizeof (HbkReadingOption));

  g_array_set_clear_func (options, (GDestroyNotify) clear_option);

  return options;
}

void
hbk_reading_clear (HbkReading *reading)
{
  clear_id (reading->id);
  g_clear_pointer (&reading->clauses, g_ptr_array_unref);
  hbk_bilingual_clear (&reading->question);
  g_clear_pointer (&reading->options, g_array_unref);
  g_free (reading->weight);
  g_free (reading->ask);
}

void
hbk_cap_clear (HbkCap *cap)
{
  clear_id (cap->id);
  hbk_condition_free (cap->when);
}

void
hbk_evidence_entry_clear (HbkEvidenceSet *set)
{
  clear_id (set->id);
  hbk_evidence_set_clear (set);
}

void
hbk_requirement_clear (HbkRequirement *requirement)
{
  hbk_condition_free (requirement->when);
}

static void
clear_mode (HbkReductionMode *mode)
{
  hbk_condition_free (mode->when);
}

GArray *
hbk_reduction_modes_new (void)
{
  GArray *modes = g_array_new (FALSE, TRUE, sizeof (HbkReductionMode));

  g_array_set_clear_func (modes, (GDestroyNotify) clear_mode);

  return modes;
}

void
hbk_reduction_clear (HbkReduction *reduction)
{
  hbk_condition_free (reduction->when);
  g_array_unref (reduction->gates);
  g_array_unref (reduction->modes);
  g_array_unref (reduction->warns);
  hbk_condition_free (reduction->round_up);
}

void
hbk_deadline_clear (HbkDeadline *deadline)
{
  clear_id (deadline->id);
  g_free (deadline->kind);
  hbk_condition_free (deadline->when);
  g_clear_pointer (&deadline->monthly, g_array_unref);
  hbk_bilingual_clear (&deadline->who);
  hbk_bilingual_clear (&deadline->text);
  g_free (deadline->level);
}

void
hbk_step_clear (HbkStep *step)
{
  clear_id (step->id);
  g_free (step->step);
  hbk_bilingual_clear (&step->name);
  hbk_bilingual_clear (&step->who);
  hbk_bilingual_clear (&step->text);
  g_free (step->phone);
  hbk_bilingual_clear (&step->address);
  hbk_condition_free (step->when);
}

void
hbk_application_rule_clear (HbkApplicationRule *rule)
{
  g_free (rule->level);
  hbk_condition_free (rule->when);
}

void
hbk_pick_from_clear (HbkPickFrom *from)
{
  hbk_condition_free (from->when);
}

void
hbk_waiver_clear (HbkWaiver *waiver)
{
  hbk_condition_free (waiver->when);
}

void
hbk_conditional_clear (HbkConditional *conditional)
{
  hbk_condition_free (conditional->when);
}
