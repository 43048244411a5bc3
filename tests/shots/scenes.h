/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/window/hbk-main-window.h"

G_BEGIN_DECLS

/**
 * Scene:
 * @name: also the name of the picture
 * @library: (nullable): the sample that the library is filled with, such as "qinghai"; "" for an empty library, %NULL for none at all
 * @today: the day
 * @prepare: (nullable): does in the window what a person would do; called when the state is there
 * @fill: (nullable): does more to the library before it is opened, such as to break it; the workspace has it open, unless there is none
 *
 * Something to take a picture of, wide and as on a phone.
 */
typedef struct
{
  const char *name;
  const char *library;
  const char *today;
  void (*prepare) (HbkMainWindow *window);
  void (*fill) (HbkWorkspace *workspace, const char *dir);
} Scene;

/* Each file of scenes has a list of its own that ends with one without a name; all of them stand in scenes.c. */
extern const Scene scenes_dialogs[];
extern const Scene scenes_evidence[];
extern const Scene scenes_overview[];
extern const Scene scenes_editor[];
extern const Scene scenes_package[];
extern const Scene scenes_pages[];
extern const Scene scenes_rules[];
extern const Scene scenes_records[];
extern const Scene scenes_welcome[];
extern const Scene scenes_widgets[];

extern const Scene *const all_scenes[];

/* Lets the window work for so long; for what happens after the state is there. */
void shots_wait (guint ms);

/* The first widget of a type below another, or NULL. */
GtkWidget *shots_find (GtkWidget *below, GType type);

G_END_DECLS
