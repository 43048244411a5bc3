/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-clock.h"
#include "workspace/hbk-request.h"
#include "workspace/hbk-state.h"
#include "workspace/hbk-thumbnailer.h"
#include "workspace/hbk-workspace-library.h"

G_BEGIN_DECLS

/**
 * HbkSessionPhase:
 * @HBK_SESSION_CLOSED: no library is open, and none is being opened
 * @HBK_SESSION_OPENING: a library is being opened
 * @HBK_SESSION_OPEN: there is a state to show
 * @HBK_SESSION_ABSENT: there is no library yet where one was looked for
 * @HBK_SESSION_BROKEN: the library cannot be used; the problem says why
 *
 * What can be done with a session.
 */
typedef enum {
  HBK_SESSION_CLOSED,
  HBK_SESSION_OPENING,
  HBK_SESSION_OPEN,
  HBK_SESSION_ABSENT,
  HBK_SESSION_BROKEN,
} HbkSessionPhase;

/**
 * HbkSessionJob:
 * @workspace: the workspace, with the library open unless that failed
 * @data: what was given
 * @operation: (nullable): where to report progress, and whose cancellable to heed
 * @error: return location for an error
 *
 * Something that is done in the thread that has the library; it may block. It reaches no object of the main thread, and its data is freed in the
 * thread, too.
 *
 * Returns: (nullable): the result; %NULL with an error set
 */
typedef gpointer (*HbkSessionJob) (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error);

#define HBK_TYPE_SESSION_PHASE (hbk_session_phase_get_type ())
#define HBK_TYPE_SESSION (hbk_session_get_type ())

GType hbk_session_phase_get_type (void) G_GNUC_CONST;

G_DECLARE_FINAL_TYPE (HbkSession, hbk_session, HBK, SESSION, GObject)

HbkSession *hbk_session_new (const char *data_dir, HbkClock *clock) G_GNUC_WARN_UNUSED_RESULT;

void            hbk_session_open (HbkSession *self, const char *dir, HbkOpenMode mode);
void            hbk_session_close (HbkSession *self);
void            hbk_session_stop (HbkSession *self);
HbkSessionPhase hbk_session_get_phase (HbkSession *self);
HbkState       *hbk_session_get_state (HbkSession *self);
const GError   *hbk_session_get_problem (HbkSession *self);
const char     *hbk_session_get_dir (HbkSession *self);
HbkDate         hbk_session_get_today (HbkSession *self);
HbkThumbnailer *hbk_session_get_thumbnailer (HbkSession *self);
void            hbk_session_refresh (HbkSession *self);

void            hbk_session_perform_async (HbkSession *self, HbkRequest *request, HbkOperation *operation, GAsyncReadyCallback callback, gpointer user_data);
HbkJournalStep *hbk_session_perform_finish (HbkSession *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void     hbk_session_run_async (HbkSession *self, const char *name, HbkSessionJob job, gpointer data, GDestroyNotify free_data, GDestroyNotify free_result, HbkOperation *operation, GAsyncReadyCallback callback, gpointer user_data);
gpointer hbk_session_run_finish (HbkSession *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void hbk_session_release (HbkSession *self, gpointer data, GDestroyNotify free_data);

G_END_DECLS
