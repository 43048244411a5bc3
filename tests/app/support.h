/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/window/hbk-main-window.h"

G_BEGIN_DECLS

/* What the tests of the window share: a library in a folder of its own, a window over it on a fixed day, and the hands and eyes of a person. */

/* The day of every test that does not choose another. */
#define TODAY "2024-11-18"

/**
 * Screen:
 * @dir: a folder for the test
 * @library: the folder of the library in it
 *
 * A window with its session.
 */
typedef struct
{
  char          *dir;
  char          *library;
  HbkSession    *session;
  HbkMainWindow *window;
} Screen;

/* In place of g_test_init(). */
void screen_init (int *argc, char ***argv);
/* In place of g_test_run(). */
int screen_run (void);

/* With the records of a sample, such as "qinghai"; "" for none, NULL for no library. The window is there and its state complete. */
Screen *screen_new (const char *sample) G_GNUC_WARN_UNUSED_RESULT;
/* With so many records, of ten years. */
Screen *screen_new_with (guint n_records) G_GNUC_WARN_UNUSED_RESULT;
/* The same for a library that is filled by the test: a folder, the library, then the window. */
Screen *screen_prepare (void) G_GNUC_WARN_UNUSED_RESULT;
void    screen_fill_sample (Screen *screen, const char *sample);
void    screen_fill (Screen *screen, GPtrArray *records);
void    screen_show (Screen *screen);
/* Closes the window; that it is gone, with all that it had, is part of the test. */
void screen_free (Screen *screen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Screen, screen_free)

HbkState *screen_state (Screen *screen);
/* Does what a person asks for and waits for the complete state. */
void screen_perform (Screen *screen, HbkRequest *request);

/* A record like those of a busy person. */
HbkRecord *make_record (guint number) G_GNUC_WARN_UNUSED_RESULT;

/* ---- Waiting: never for a time, always for something, and at most so long. ---- */

typedef struct
{
  gint64      end;
  guint       alarm;
  const char *what;
  const char *where;
} Patience;

Patience patience_start (const char *what, const char *where);
void     patience_step (Patience *patience);
void     patience_end (Patience *patience);

#define wait_for(condition)                                     \
  G_STMT_START                                                  \
  {                                                             \
    Patience _patience = patience_start (#condition, G_STRLOC); \
    while (!(condition))                                        \
      patience_step (&_patience);                               \
    patience_end (&_patience);                                  \
  }                                                             \
  G_STMT_END

/* Until the window has drawn what it now is. */
void wait_for_frames (GtkWidget *widget, guint n);
/* Until nothing is left to do at once. */
void wait_for_quiet (void);

/* ---- Looking ---- */

typedef gboolean (*WidgetTest) (GtkWidget *widget, gpointer data);

/* The first mapped widget for which a test holds, in the order of the tree. */
GtkWidget *find_widget (GtkWidget *below, WidgetTest test, gpointer data);
GtkWidget *find_type (GtkWidget *below, GType type);
/* By what a person reads on it: the text of a label in it, its title, or its tooltip; where type is 0, of whichever type. */
GtkWidget *find_text (GtkWidget *below, GType type, const char *text);
GtkWidget *find_name (GtkWidget *below, const char *name);
/* Every widget below, mapped or not. */
void for_each_widget (GtkWidget *below, GFunc func, gpointer data);
/* What it says of itself: label, title, text or tooltip. */
const char *text_of (GtkWidget *widget);

/* The dialog that the window shows, or NULL. */
AdwDialog *screen_dialog (Screen *screen);

/* ---- Doing ---- */

void press (GtkWidget *widget);
void act (Screen *screen, const char *action, const char *format, ...);
/* Whether the window has an action yet. */
gboolean can_act (const char *action);
void     type_text (GtkWidget *editable, const char *text);

G_END_DECLS
