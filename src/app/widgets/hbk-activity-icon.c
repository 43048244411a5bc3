/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/hbk-activity-icon.h"

typedef struct
{
  const char *id;
  const char *icon;
} Icon;

/* Activities that have an icon of their own; the others have that of their group. */
static const Icon of_activities[] = {
  { "absence", "x-office-calendar-symbolic" },
  { "academic_visit", "hbk-conference-symbolic" },
  { "award", "hbk-award-symbolic" },
  { "conference", "hbk-conference-symbolic" },
  { "degree_award", "hbk-training-symbolic" },
  { "degree_study", "hbk-training-symbolic" },
  { "expert_work", "hbk-exam-symbolic" },
  { "exam_setting", "hbk-exam-symbolic" },
  { "invigilation", "hbk-exam-symbolic" },
  { "lecture_attended", "hbk-conference-symbolic" },
  { "online_course", "hbk-online-symbolic" },
  { "patent", "hbk-patent-symbolic" },
  { "public_course", "hbk-public-symbolic" },
  { "software_copyright", "hbk-patent-symbolic" },
  { "support_posting", "hbk-posting-symbolic" },
  { "village_posting", "hbk-posting-symbolic" },
};

static const Icon of_groups[] = {
  { "achievement", "hbk-paper-symbolic" },
  { "contest", "hbk-award-symbolic" },
  { "learning", "hbk-training-symbolic" },
  { "service", "hbk-mentor-symbolic" },
  { "statement", "hbk-statement-symbolic" },
  { "study", "hbk-exam-symbolic" },
};

static const char *
find_icon (const Icon *icons, gsize n_icons, const char *id)
{
  for (gsize i = 0; i < n_icons; i++)
    {
      if (g_strcmp0 (icons[i].id, id) == 0)
        return icons[i].icon;
    }

  return NULL;
}

/**
 * hbk_activity_icon:
 * @activity: (nullable): the id of an activity
 * @vocabulary: the vocabulary
 *
 * Gets the icon of an activity.
 *
 * Returns: (transfer none): the name of the icon
 */
const char *
hbk_activity_icon (const char *activity, const HbkVocabulary *vocabulary)
{
  const HbkActivitySpec *spec = activity != NULL ? hbk_vocabulary_lookup_activity (vocabulary, activity) : NULL;
  const char            *icon = find_icon (of_activities, G_N_ELEMENTS (of_activities), activity);

  if (icon == NULL && spec != NULL)
    icon = find_icon (of_groups, G_N_ELEMENTS (of_groups), spec->group);

  return icon != NULL ? icon : "hbk-records-symbolic";
}

/**
 * hbk_activity_tone:
 * @activity: (nullable): the id of an activity
 * @result: (nullable): what became of a record of it
 *
 * Gets the colour of the subject that an activity belongs to.
 *
 * Returns: the colour
 */
HbkTone
hbk_activity_tone (const char *activity, const HbkRecordResult *result)
{
  if (result != NULL)
    {
      HbkTally hours = hbk_tally_add (hbk_tally_add (result->raw, result->pending), result->planned);

      if (hbk_tally_total (hours) > 0)
        return hours.public_hours > hours.professional_hours ? HBK_TONE_PUBLIC : HBK_TONE_PROFESSIONAL;
      if (result->outcome == HBK_OUTCOME_EXCLUDED || result->outcome == HBK_OUTCOME_NO_RATE)
        return HBK_TONE_NEUTRAL;
    }

  return g_strcmp0 (activity, "public_course") == 0 ? HBK_TONE_PUBLIC : HBK_TONE_PROFESSIONAL;
}
