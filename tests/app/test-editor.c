/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include "app/editor/hbk-preview-year-view.h"
#include "app/editor/hbk-proof-checks.h"
#include "app/editor/hbk-record-editor.h"

static GtkWidget *
get_dialog (Screen *screen)
{
  return GTK_WIDGET (screen_dialog (screen));
}

/* With what the record would come to worked out. */
static Screen *
edit (const char *sample, const char *id)
{
  Screen *screen = screen_new (sample);

  act (screen, "win.edit-record", "s", id);
  wait_for (screen_dialog (screen) != NULL && find_type (get_dialog (screen), HBK_TYPE_PREVIEW_YEAR_VIEW) != NULL);

  return screen;
}

/* By the reading that is chosen any side evidence will do beside the usual set; the set of the other reading is no way. */
static void
test_ways (void)
{
  g_autoptr (Screen) screen = edit ("changde", "cd-2021-03");

  wait_for (find_type (get_dialog (screen), HBK_TYPE_PROOF_CHECKS) != NULL);
  g_assert_nonnull (find_text (get_dialog (screen), 0, "Group 2"));
  g_assert_null (find_text (get_dialog (screen), 0, "Group 3"));
}

int
main (int argc, char **argv)
{
  screen_init (&argc, &argv);
  g_test_add_func ("/editor/ways", test_ways);

  return screen_run ();
}
