/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-year-course.h"

G_BEGIN_DECLS

char *hbk_course_words_step (const HbkCourseStep *step) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_course_words_titles (const HbkCourseStep *step) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_course_words (const HbkYearCourse *course, HbkHours required) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
