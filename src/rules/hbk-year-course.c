/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-year-course.h"

G_DEFINE_BOXED_TYPE (HbkYearCourse, hbk_year_course, hbk_year_course_ref, hbk_year_course_unref)

/* What a record gives, and when. */
typedef struct
{
  HbkDate    date;
  HbkTally   credited;
  HbkRecord *record;
} Gain;

static int
compare_gains (gconstpointer a, gconstpointer b)
{
  const Gain *first = a, *second = b;

  return (first->date > second->date) - (first->date < second->date);
}

static void
clear_step (gpointer data)
{
  HbkCourseStep *step = data;

  g_ptr_array_unref (step->records);
}

/* Hours are earned when the part of the record that lies in the year is over; what goes on has been earned so far. */
static HbkDate
date_of (const HbkRecordResult *result, int year, HbkDate as_of)
{
  HbkDate first = hbk_date_new (year, 1, 1);
  HbkDate last = MIN (hbk_date_new (year, 12, 31), MAX (as_of, first));
  HbkDate date = result->part.end != HBK_DATE_NONE ? result->part.end : hbk_record_get_end (result->record);

  return CLAMP (date, first, last);
}

static GArray *
collect_gains (const HbkYearResult *year, HbkDate as_of)
{
  GArray *gains = g_array_new (FALSE, FALSE, sizeof (Gain));

  for (guint i = 0; i < year->records->len; i++)
    {
      const HbkRecordResult *result = g_ptr_array_index (year->records, i);
      Gain                   gain = { .credited = result->credited, .record = result->record };

      if (result->at_application || hbk_tally_total (result->credited) == 0)
        continue;
      gain.date = date_of (result, year->year, as_of);
      g_array_append_val (gains, gain);
    }
  g_array_sort (gains, compare_gains);

  return gains;
}

static void
add_gain (HbkYearCourse *self, const Gain *gain)
{
  HbkCourseStep *last = self->steps->len > 0 ? &g_array_index (self->steps, HbkCourseStep, self->steps->len - 1) : NULL;

  self->credited = hbk_tally_add (self->credited, gain->credited);
  if (last == NULL || last->date != gain->date)
    {
      HbkCourseStep step = { .date = gain->date, .records = g_ptr_array_new_with_free_func (g_object_unref) };

      g_array_append_val (self->steps, step);
      last = &g_array_index (self->steps, HbkCourseStep, self->steps->len - 1);
    }
  last->gained = hbk_tally_add (last->gained, gain->credited);
  last->credited = self->credited;
  g_ptr_array_add (last->records, g_object_ref (gain->record));
}

/**
 * hbk_year_course_new:
 * @year: a year of an assessment
 * @as_of: the day of the assessment
 *
 * Finds out how the hours of a year grew.
 *
 * Returns: (transfer full): the course
 */
HbkYearCourse *
hbk_year_course_new (const HbkYearResult *year, HbkDate as_of)
{
  HbkYearCourse *self = g_new0 (HbkYearCourse, 1);
  g_autoptr (GArray) gains = collect_gains (year, as_of);

  g_atomic_ref_count_init (&self->ref_count);
  self->year = year->year;
  self->steps = g_array_new (FALSE, FALSE, sizeof (HbkCourseStep));
  g_array_set_clear_func (self->steps, clear_step);
  for (guint i = 0; i < gains->len; i++)
    add_gain (self, &g_array_index (gains, Gain, i));

  return self;
}

/**
 * hbk_year_course_ref:
 * @self: a course
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
HbkYearCourse *
hbk_year_course_ref (HbkYearCourse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * hbk_year_course_unref:
 * @self: a course
 *
 * Drops a reference.
 */
void
hbk_year_course_unref (HbkYearCourse *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->steps);
  g_free (self);
}

/**
 * hbk_year_course_at:
 * @self: a course
 * @date: a day
 *
 * Says how many hours there were at the end of a day.
 *
 * Returns: the hours
 */
HbkTally
hbk_year_course_at (const HbkYearCourse *self, HbkDate date)
{
  HbkTally credited = { 0, 0 };

  g_return_val_if_fail (self != NULL, credited);

  for (guint i = 0; i < self->steps->len && g_array_index (self->steps, HbkCourseStep, i).date <= date; i++)
    credited = g_array_index (self->steps, HbkCourseStep, i).credited;

  return credited;
}
