/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-date.h"

G_BEGIN_DECLS

char *hbk_words_date (HbkDate date) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_words_date_short (HbkDate date) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_words_period (HbkDate start, HbkDate end) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_words_period_full (HbkDate start, HbkDate end) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_words_month (int year, int month) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_words_month_short (int month) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_words_days_left (HbkDate today, HbkDate day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
