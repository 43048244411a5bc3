/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HBK_BIND_PROBLEM_CHARS 20

/**
 * HbkBindJob:
 * @name: `part`, `part-bare` for photographs without what they say of themselves, or `join`
 * @number: how many pages at most; or where the plan starts
 * @in_fd: the file, or the spool; it is read from its start
 * @out_fd: where to write what the helper makes
 * @max_bytes: how many bytes that may be
 * @written: (nullable) (scope call): is told how many bytes were written
 * @user_data: passed to @written
 *
 * What the helper is to do.
 */
typedef struct
{
  const char *name;
  guint64     number;
  int         in_fd;
  int         out_fd;
  guint64     max_bytes;
  void (*written) (guint64 n_bytes, gpointer user_data);
  gpointer user_data;
} HbkBindJob;

/**
 * HbkBindReply:
 * @first: how many pages there are; or which part was bad
 * @second: how many pages the file has
 * @n_bytes: how many bytes were written
 * @problem: "none", or why there is nothing
 *
 * What became of it.
 */
typedef struct
{
  guint   first;
  guint   second;
  guint64 n_bytes;
  char    problem[HBK_BIND_PROBLEM_CHARS + 1];
} HbkBindReply;

/**
 * HbkBindHelper:
 * @program: its path
 * @timeout_ms: how long it may be silent, in milliseconds
 *
 * The program that makes pages of evidence.
 */
typedef struct
{
  char *program;
  guint timeout_ms;
} HbkBindHelper;

void     hbk_bind_helper_init (HbkBindHelper *self);
void     hbk_bind_helper_clear (HbkBindHelper *self);
gboolean hbk_bind_helper_run (const HbkBindHelper *self, const HbkBindJob *job, HbkBindReply *reply, GCancellable *cancellable, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HbkBindHelper, hbk_bind_helper_clear)

G_END_DECLS
