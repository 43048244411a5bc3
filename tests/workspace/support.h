/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-error.h"
#include "workspace/hbk-workspace-library.h"

G_BEGIN_DECLS

/* What the tests of an open library share: a small world of packs, which may be changed, and a library in it. */

typedef struct
{
  char         *dir; /* of all */
  char         *packs;
  char         *library;
  HbkWorkspace *workspace;
} World;

void world_set_up (World *world, gconstpointer data);
void world_tear_down (World *world, gconstpointer data);

/* As after a restart, with the packs as they are now. */
void world_restart (World *world);
/* Replaces a text in the file of a pack, as a new version of Hourbook would. */
void world_change_pack (World *world, const char *pack, const char *from, const char *to);

char *world_put_file (World *world, const char *name, const char *content);
char *world_describe (World *world);

void world_save (World *world, const char *json);
void world_undo (World *world, HbkJournalWhat of);
void world_set_profile (World *world, const char *from, const char *id, const char *text);
/* The kept rules become something else, as on a bad disk. */
void world_spoil_rules (World *world);
/* What is in the trash has been there for long. */
void world_age_trash (World *world);
void world_hand_in (World *world, int year);

#define TODAY hbk_date_new (2024, 6, 1)

void assert_says (const GError *error, HbkError code, const char *text);

G_END_DECLS
