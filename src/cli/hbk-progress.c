/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-progress.h"

#include <signal.h>
#include <unistd.h>

#include <glib/gi18n.h>

/* In a handler nothing may be done but to note that it was called. */
static volatile sig_atomic_t was_interrupted;

static void
note_interrupt_cb (int number)
{
  was_interrupted = number;
}

/* Whoever presses Ctrl-C a second time wants the program to end at once, whatever it is doing: nothing half-done is ever kept. */
static void
listen (void)
{
  struct sigaction action = { .sa_handler = note_interrupt_cb, .sa_flags = (int) SA_RESETHAND };

  was_interrupted = 0;
  sigemptyset (&action.sa_mask);
  sigaction (SIGINT, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
}

static void
show (HbkProgress *self, int percent)
{
  if (percent == self->percent)
    return;

  self->percent = percent;
  g_printerr ("\r");
  /* Translators: what is being done, and how much of it is done, in per cent */
  g_printerr (_("%1$s: %2$d %%"), self->label, percent);
}

/**
 * hbk_progress_init:
 * @self: a progress on the stack
 * @label: what is being done, in the language of the person
 *
 * Begins something that may take long.
 */
void
hbk_progress_init (HbkProgress *self, const char *label)
{
  self->cancellable = g_cancellable_new ();
  self->label = label;
  self->is_shown = isatty (STDERR_FILENO);
  self->percent = -1;
  listen ();
}

/**
 * hbk_progress_report:
 * @done: how many bytes, or other units, are done
 * @total: how many there are
 * @progress: the progress
 *
 * Takes note of how far it has come.
 */
void
hbk_progress_report (guint64 done, guint64 total, gpointer progress)
{
  HbkProgress *self = progress;

  if (was_interrupted != 0)
    g_cancellable_cancel (self->cancellable);
  if (self->is_shown && total > 0)
    show (self, (int) (MIN (done, total) * 100.0 / total));
}

/**
 * hbk_progress_clear:
 * @self: a progress
 *
 * Ends it, and leaves nothing of it on the terminal.
 */
void
hbk_progress_clear (HbkProgress *self)
{
  if (self->cancellable == NULL)
    return;

  if (self->percent >= 0)
    g_printerr ("\r\033[K");
  signal (SIGINT, SIG_DFL);
  signal (SIGTERM, SIG_DFL);
  g_clear_object (&self->cancellable);
}
