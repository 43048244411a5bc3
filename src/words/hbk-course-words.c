/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-course-words.h"

#include <glib/gi18n.h>

#include "words/hbk-date-words.h"
#include "words/hbk-meter-words.h"
#include "words/hbk-words.h"

/**
 * hbk_course_words_step:
 * @step: a day on which the hours of a year grow
 *
 * Says what a day adds, and what there is then.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_course_words_step (const HbkCourseStep *step)
{
  g_autofree char *date = hbk_words_date_short (step->date);
  g_autofree char *gained = hbk_words_hours (step->gained);
  g_autofree char *sum = hbk_hours_format (hbk_tally_total (step->credited));

  /* Translators: a date, hours that it adds such as "7 professional", and all hours up to it */
  return g_strdup_printf (_("%1$s: + %2$s, %3$s in all"), date, gained, sum);
}

/**
 * hbk_course_words_titles:
 * @step: a day on which the hours of a year grow
 *
 * Names the records that add hours on a day.
 *
 * Returns: (transfer full): their titles
 */
char *
hbk_course_words_titles (const HbkCourseStep *step)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < step->records->len; i++)
    {
      const char *title = hbk_record_get_title (g_ptr_array_index (step->records, i));

      if (title != NULL)
        g_ptr_array_add (titles, (gpointer) title);
    }

  return hbk_words_list (titles);
}

/**
 * hbk_course_words:
 * @course: how the hours of a year grew
 * @required: the hours that the year asks for; -1 for none
 *
 * Says in a sentence what the picture of a year shows.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_course_words (const HbkYearCourse *course, HbkHours required)
{
  g_autofree char *name = g_strdup_printf ("%d", course->year);
  g_autofree char *hours = hbk_meter_words (name, hbk_tally_total (course->credited), required, -1, 0);

  if (course->steps->len == 0)
    return g_steal_pointer (&hours);

  /* Translators: the year and its hours, and on how many days hours were added */
  return g_strdup_printf (ngettext ("%1$s, added on %2$u day", "%1$s, added on %2$u days", course->steps->len), hours, course->steps->len);
}
