/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-application-private.h"

G_DEFINE_BOXED_TYPE (HbkApplication, hbk_application, hbk_application_ref, hbk_application_unref)

/**
 * hbk_application_verdict_to_nick:
 * @verdict: what an application comes to
 *
 * Names a verdict as the JSON form does.
 *
 * Returns: (transfer none): the name
 */
const char *
hbk_application_verdict_to_nick (HbkApplicationVerdict verdict)
{
  static const char *const nicks[] = { "met", "short", "conditional", "waived", "undetermined" };

  return nicks[verdict];
}

/**
 * hbk_application_new:
 * @pack: the rules
 * @level: the title applied for
 * @year: the year of the application
 *
 * Makes an undetermined application, for hbk_apply() to fill.
 *
 * Returns: (transfer full): the application
 */
HbkApplication *
hbk_application_new (HbkPack      *pack,
                     HbkTitleLevel level,
                     int           year)
{
  HbkApplication *self = g_new0 (HbkApplication, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->pack = hbk_pack_ref (pack);
  self->level = level;
  self->year = year;
  self->verdict = HBK_APPLICATION_UNDETERMINED;
  self->years = g_array_new (FALSE, FALSE, sizeof (HbkApplicationYear));
  self->warnings = g_array_new (FALSE, FALSE, sizeof (HbkWarning));
  self->effects = g_array_new (FALSE, FALSE, sizeof (HbkApplicationEffect));
  self->missing = g_ptr_array_new ();
  return self;
}

/**
 * hbk_application_ref:
 * @self: an application
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
HbkApplication *
hbk_application_ref (HbkApplication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * hbk_application_unref:
 * @self: an application
 *
 * Drops a reference.
 */
void
hbk_application_unref (HbkApplication *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->years);
  g_array_unref (self->warnings);
  g_array_unref (self->effects);
  g_ptr_array_unref (self->missing);
  g_clear_pointer (&self->assessment, hbk_assessment_unref);
  hbk_pack_unref (self->pack);
  g_free (self);
}

/**
 * hbk_application_get_pack:
 * @self: an application
 *
 * Gets the rules it was made with.
 *
 * Returns: (transfer none): the pack
 */
HbkPack *
hbk_application_get_pack (const HbkApplication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pack;
}

/**
 * hbk_application_get_level:
 * @self: an application
 *
 * Gets the title applied for.
 *
 * Returns: the level
 */
HbkTitleLevel
hbk_application_get_level (const HbkApplication *self)
{
  g_return_val_if_fail (self != NULL, HBK_TITLE_LEVEL_NONE);

  return self->level;
}

/**
 * hbk_application_get_year:
 * @self: an application
 *
 * Gets the year of the application.
 *
 * Returns: the calendar year
 */
int
hbk_application_get_year (const HbkApplication *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->year;
}

/**
 * hbk_application_get_verdict:
 * @self: an application
 *
 * Gets what the check comes to.
 *
 * Returns: the verdict
 */
HbkApplicationVerdict
hbk_application_get_verdict (const HbkApplication *self)
{
  g_return_val_if_fail (self != NULL, HBK_APPLICATION_UNDETERMINED);

  return self->verdict;
}

/**
 * hbk_application_get_clause:
 * @self: an application
 *
 * Gets the clause that decides.
 *
 * Returns: (transfer none) (nullable): id of the clause, %NULL when the notice says nothing
 */
const char *
hbk_application_get_clause (const HbkApplication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->clause;
}

/**
 * hbk_application_get_needed:
 * @self: an application
 *
 * Gets how many complete years are needed.
 *
 * Returns: the number of years, 0 when the notice names none
 */
int
hbk_application_get_needed (const HbkApplication *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->needed;
}

/**
 * hbk_application_get_reached:
 * @self: an application
 *
 * Gets how many of the years handed in are complete.
 *
 * Returns: the number of years
 */
int
hbk_application_get_reached (const HbkApplication *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->reached;
}

/**
 * hbk_application_is_consecutive:
 * @self: an application
 *
 * Whether the years are a fixed run instead of a free choice.
 *
 * Returns: %TRUE when they are
 */
gboolean
hbk_application_is_consecutive (const HbkApplication *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->consecutive;
}

/**
 * hbk_application_get_n_years:
 * @self: an application
 *
 * Gets the number of years that were looked at.
 *
 * Returns: the number
 */
guint
hbk_application_get_n_years (const HbkApplication *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->years->len;
}

/**
 * hbk_application_get_nth_year:
 * @self: an application
 * @position: position of a year, the earliest first
 *
 * Gets one of the years that were looked at.
 *
 * Returns: (transfer none): the year
 */
const HbkApplicationYear *
hbk_application_get_nth_year (const HbkApplication *self,
                              guint                 position)
{
  g_return_val_if_fail (self != NULL && position < self->years->len, NULL);

  return &g_array_index (self->years, HbkApplicationYear, position);
}

/**
 * hbk_application_get_n_warnings:
 * @self: an application
 *
 * Gets the number of warnings about the application as such; those about its years are in the assessment.
 *
 * Returns: the number
 */
guint
hbk_application_get_n_warnings (const HbkApplication *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->warnings->len;
}

/**
 * hbk_application_get_warning:
 * @self: an application
 * @position: position of a warning
 *
 * Gets a warning.
 *
 * Returns: (transfer none): the warning
 */
const HbkWarning *
hbk_application_get_warning (const HbkApplication *self,
                             guint                 position)
{
  g_return_val_if_fail (self != NULL && position < self->warnings->len, NULL);

  return &g_array_index (self->warnings, HbkWarning, position);
}

/**
 * hbk_application_get_n_effects:
 * @self: an application
 *
 * Gets the number of other readings that would change the verdict.
 *
 * Returns: the number
 */
guint
hbk_application_get_n_effects (const HbkApplication *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->effects->len;
}

/**
 * hbk_application_get_effect:
 * @self: an application
 * @position: position of an effect
 *
 * Gets another reading that would change the verdict.
 *
 * Returns: (transfer none): the effect
 */
const HbkApplicationEffect *
hbk_application_get_effect (const HbkApplication *self,
                            guint                 position)
{
  g_return_val_if_fail (self != NULL && position < self->effects->len, NULL);

  return &g_array_index (self->effects, HbkApplicationEffect, position);
}

/**
 * hbk_application_get_n_missing:
 * @self: an application
 *
 * Gets the number of profile attributes that the check needs and the profile lacks.
 *
 * Returns: the number
 */
guint
hbk_application_get_n_missing (const HbkApplication *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->missing->len;
}

/**
 * hbk_application_get_missing:
 * @self: an application
 * @position: position of an attribute
 *
 * Gets a profile attribute that the check needs and the profile lacks.
 *
 * Returns: (transfer none): the attribute
 */
const HbkFactSpec *
hbk_application_get_missing (const HbkApplication *self,
                             guint                 position)
{
  g_return_val_if_fail (self != NULL && position < self->missing->len, NULL);

  return g_ptr_array_index (self->missing, position);
}

/**
 * hbk_application_get_assessment:
 * @self: an application
 *
 * Gets the assessment of the years that were looked at.
 *
 * Returns: (transfer none) (nullable): the assessment, %NULL when no year was looked at
 */
HbkAssessment *
hbk_application_get_assessment (const HbkApplication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->assessment;
}
