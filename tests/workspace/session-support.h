/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "support.h"
#include "workspace/hbk-session.h"

G_BEGIN_DECLS

/* What the tests of sessions share: a session over the library of a World, whose own workspace is closed. */

typedef struct
{
  World       world;
  HbkClock   *clock;
  HbkSession *session;
} Play;

/* The session is open, its state complete. */
void play_set_up (Play *play, gconstpointer data);
void play_tear_down (Play *play, gconstpointer data);

/* Waits until something holds, while the main loop runs. */
#define play_wait(condition)                      \
  G_STMT_START                                    \
  {                                               \
    guint _alarm = play_alarm_start (#condition); \
    while (!(condition))                          \
      g_main_context_iteration (NULL, TRUE);      \
    g_source_remove (_alarm);                     \
  }                                               \
  G_STMT_END

guint play_alarm_start (const char *what);

gboolean play_is_settled (HbkSession *session);

/* How an order ended. */
typedef struct
{
  gboolean        is_done;
  HbkJournalStep *step;
  gpointer        result;
  GError         *error;
  guint64         generation; /* of the state when the callback ran */
} Ending;

void ending_clear (Ending *ending);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ending, ending_clear)

/* Gives an order; the request is freed. */
void play_send (HbkSession *session, HbkRequest *request, HbkOperation *operation, Ending *ending);
void play_run (HbkSession *session, HbkSessionJob job, gpointer data, Ending *ending);
/* Gives it, waits, and what it does must work. */
void play_perform (HbkSession *session, HbkRequest *request);

HbkRecord *play_record (const char *id, const char *day) G_GNUC_WARN_UNUSED_RESULT;

/* All of a state as one text. */
char *play_describe (const HbkState *state) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
