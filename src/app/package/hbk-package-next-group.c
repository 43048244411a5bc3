/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/package/hbk-package-next-group.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-plain-row.h"
#include "app/widgets/hbk-tile.h"
#include "rules/hbk-year-chain.h"
#include "rules/hbk-year-deadlines.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"

static void
add_row (AdwPreferencesGroup *group, const HbkPack *pack, const char *clause, const char *title, const char *about, const char *icon_name, HbkTone tone)
{
  const HbkClause *found = clause != NULL ? hbk_pack_lookup_clause (pack, clause) : NULL;
  g_autofree char *subtitle = found != NULL ? g_strdup_printf ("%s · %s", about, hbk_bilingual_get (&found->place, hbk_locale_get_language ())) : g_strdup (about);
  GtkWidget       *row = hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, title, subtitle, "title-lines", 0, "subtitle-lines", 0, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), hbk_tile_new (icon_name, tone));
  adw_preferences_group_add (group, row);
}

/* Until when the person, or who reviews it, has to do something. */
static guint
add_deadlines (AdwPreferencesGroup *group, const HbkSubmission *submission, const HbkSubmissionYear *year)
{
  HbkLanguage    language = hbk_locale_get_language ();
  const HbkPack *pack = hbk_assessment_get_pack (year->assessment);
  g_autoptr (GArray) deadlines = hbk_year_deadlines_new (year->assessment, submission->profile, year->year);
  guint n = 0;

  for (guint i = 0; i < deadlines->len; i++)
    {
      const HbkYearDeadline *deadline = &g_array_index (deadlines, HbkYearDeadline, i);
      g_autofree char       *date = hbk_words_date (deadline->date);
      g_autofree char       *left = hbk_words_days_left (submission->as_of, deadline->date);
      g_autofree char       *subtitle = NULL;

      if (deadline->is_passed || !(g_str_equal (deadline->deadline->kind, "hand_in") || g_str_equal (deadline->deadline->kind, "review")))
        continue;

      /* Translators: who does it, the last day, "22 days left" */
      subtitle = g_strdup_printf (_("%1$s · by %2$s · %3$s"), hbk_bilingual_get (&deadline->deadline->who, language), date, left);
      add_row (group, pack, deadline->deadline->clause, hbk_bilingual_get (&deadline->deadline->text, language), subtitle, "hbk-hourglass-symbolic",
               deadline->is_own ? HBK_TONE_CAUTION : HBK_TONE_NEUTRAL);
      n++;
    }

  return n;
}

static guint
add_chain (AdwPreferencesGroup *group, const HbkSubmission *submission, const HbkSubmissionYear *year)
{
  HbkLanguage    language = hbk_locale_get_language ();
  const HbkPack *pack = hbk_assessment_get_pack (year->assessment);
  g_autoptr (GPtrArray) steps = hbk_year_chain_new (year->assessment, submission->profile, year->year);

  for (guint i = 0; i < steps->len; i++)
    {
      const HbkStep *step = g_ptr_array_index (steps, i);

      add_row (group, pack, step->clause, hbk_bilingual_get (&step->text, language), hbk_bilingual_get (&step->who, language), "hbk-shield-symbolic", HBK_TONE_NEUTRAL);
    }

  return steps->len;
}

/**
 * hbk_package_next_group_fill:
 * @group: an empty group
 * @submission: what was handed in
 *
 * Says what is to be done next and by when, as the notice of the last year has it.
 */
void
hbk_package_next_group_fill (AdwPreferencesGroup *group, const HbkSubmission *submission)
{
  const HbkSubmissionYear *year;
  guint                    n;

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group) && submission != NULL);

  year = g_ptr_array_index (submission->years, submission->years->len - 1);
  n = add_deadlines (group, submission, year);
  n += add_chain (group, submission, year);
  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
}
