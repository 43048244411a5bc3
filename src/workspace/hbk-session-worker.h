/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

/* For hbk-session.c: the thread that has the library. */

typedef enum {
  HBK_SESSION_ORDER_OPEN,
  HBK_SESSION_ORDER_CLOSE,
  HBK_SESSION_ORDER_REFRESH,
  HBK_SESSION_ORDER_PERFORM,
  HBK_SESSION_ORDER_RUN,
  HBK_SESSION_ORDER_RELEASE,
  HBK_SESSION_ORDER_QUIT,
} HbkSessionOrderKind;

/* What the session asks of the thread. Which members count depends on the kind. */
typedef struct
{
  HbkSessionOrderKind kind;
  guint               epoch; /* which opening or closing of a library it belongs to */
  HbkDate             today;
  char               *dir;
  HbkOpenMode         mode;
  HbkRequest         *request;
  HbkSessionJob       job;
  gpointer            data;
  GDestroyNotify      free_data;
  GDestroyNotify      free_result;
  HbkOperation       *operation;
  GTask              *task;
} HbkSessionOrder;

typedef void (*HbkSessionPublish) (gpointer session, guint epoch, HbkSessionPhase phase, HbkState *state, const GError *problem);

HbkSessionOrder *hbk_session_order_new (HbkSessionOrderKind kind, guint epoch, HbkDate today) G_GNUC_WARN_UNUSED_RESULT;
void             hbk_session_order_free (HbkSessionOrder *order);
GThread         *hbk_session_worker_start (const char *data_dir, GAsyncQueue *orders, GMainContext *context, HbkSessionPublish publish, gpointer session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
