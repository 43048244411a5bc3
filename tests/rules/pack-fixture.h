/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack.h"

G_BEGIN_DECLS

/* The small vocabulary and pack of fixture/, whose words the tests of reading pin. */
GBytes        *fixture_read (const char *folder, const char *name) G_GNUC_WARN_UNUSED_RESULT;
HbkVocabulary *fixture_get_vocabulary (void);

/* Text with ' for ", so that JSON in C stays readable. */
GBytes *fixture_quote (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* A small pack around some of its members, each written as 'key': value and ended by a comma. */
char    *fixture_pack_text (const char *members, const char *block, const char *rules) G_GNUC_WARN_UNUSED_RESULT;
HbkPack *fixture_pack (const char *members, const char *block, const char *rules) G_GNUC_WARN_UNUSED_RESULT;
HbkPack *fixture_pack_from (GBytes *bytes, HbkPack *parent) G_GNUC_WARN_UNUSED_RESULT;

/* The problems, one a line. */
char *fixture_describe (HbkProblems *problems, const char *file) G_GNUC_WARN_UNUSED_RESULT;

HbkRule *fixture_rule (const HbkPack *pack, const char *id);

G_END_DECLS
