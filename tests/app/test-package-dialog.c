/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include <string.h>

#include <glib/gstdio.h>

#include "app/evidence/hbk-evidence-page.h"
#include "app/package/hbk-package-dialog.h"
#include "app/package/hbk-verification-dialog.h"

#define YEAR 2024
#define ID_NUMBER "63010419790301002X"

/* ---- The way through ---- */

static GtkWidget *
get_window (Screen *screen)
{
  return GTK_WIDGET (screen->window);
}

static gboolean
shows (Screen *screen, const char *text)
{
  AdwDialog *dialog = screen_dialog (screen);

  return dialog != NULL && find_text (GTK_WIDGET (dialog), 0, text) != NULL;
}

static GtkWidget *
find_button (Screen *screen, const char *label)
{
  return find_text (GTK_WIDGET (screen_dialog (screen)), GTK_TYPE_BUTTON, label);
}

static gboolean
can_press (Screen *screen, const char *label)
{
  GtkWidget *button = screen_dialog (screen) != NULL ? find_button (screen, label) : NULL;

  return button != NULL && gtk_widget_is_sensitive (button);
}

/* A record of the year with a certificate. */
static Screen *
screen_new_with_evidence (void)
{
  Screen             *screen = screen_new ("qinghai");
  const HbkStateYear *year = hbk_state_lookup_year (screen_state (screen), YEAR);
  HbkRecord          *record = ((const HbkRecordResult *) g_ptr_array_index (year->result->records, 0))->record;
  g_autofree char    *path = g_build_filename (screen->dir, "证书.txt", NULL);
  const char *const   paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "培训合格证书", -1, &error);
  g_assert_no_error (error);
  screen_perform (screen, hbk_request_new_take_in (paths, hbk_record_get_id (record), "certificate"));

  return screen;
}

static void
go_to_findings (Screen *screen)
{
  act (screen, "win.package", "i", YEAR);
  wait_for (can_press (screen, "_Check"));
  press (find_button (screen, "_Check"));
  wait_for (shows (screen, "A package can be made"));
}

static void
go_to_contents (Screen *screen)
{
  go_to_findings (screen);
  wait_for (can_press (screen, "_Next"));
  press (find_button (screen, "_Next"));
  wait_for (can_press (screen, "_Make…"));
}

static GFile *
make_at (Screen *screen, const char *first, const char *second)
{
  GFile *place = g_file_new_build_filename (screen->dir, first, second, NULL);

  hbk_package_dialog_make (HBK_PACKAGE_DIALOG (screen_dialog (screen)), place);

  return place;
}

static gboolean
is_handed_in (Screen *screen)
{
  const HbkStateYear *year = hbk_state_lookup_year (screen_state (screen), YEAR);

  return year->entry != NULL && year->entry->handed_in;
}

static guint
count_entries (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  guint n = 0;

  g_assert_no_error (error);
  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* ---- Tests ---- */

static void
test_whole_way (void)
{
  g_autoptr (Screen) screen = screen_new_with_evidence ();
  g_autoptr (GFile) file = NULL;
  g_autofree char    *path = NULL;
  g_autofree char    *content = NULL;
  g_autofree char    *sha256 = NULL;
  gsize               length;
  const HbkYearEntry *entry;

  act (screen, "win.package", "i", YEAR);
  wait_for (can_press (screen, "_Check"));
  type_text (find_text (GTK_WIDGET (screen_dialog (screen)), ADW_TYPE_ENTRY_ROW, "To Whom, for What"), " 交人事科 ");
  press (find_button (screen, "_Check"));
  wait_for (can_press (screen, "_Next"));
  g_assert_true (shows (screen, "It Might Come Back for This"));
  press (find_button (screen, "_Next"));
  wait_for (can_press (screen, "_Make…"));
  g_assert_true (shows (screen, "1 Evidence File"));

  file = make_at (screen, "package.zip", NULL);
  wait_for (shows (screen, "The Package Is Made"));
  wait_for (shows (screen, "2024 is marked as handed in"));
  wait_for (is_handed_in (screen));

  /* What was noted is the checksum of what lies there. */
  path = g_file_get_path (file);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
  g_assert_true (shows (screen, sha256));
  entry = hbk_state_lookup_year (screen_state (screen), YEAR)->entry;
  g_assert_cmpstr (entry->package, ==, sha256);
  g_assert_cmpstr (entry->note, ==, "交人事科");

  /* And whoever gets it finds it in order. */
  adw_dialog_close (screen_dialog (screen));
  hbk_main_window_open_file (screen->window, file);
  wait_for (shows (screen, "Undamaged"));
  g_assert_true (shows (screen, "It arrived as it was packed. That does not say that what it states is true."));
  g_assert_true (HBK_IS_VERIFICATION_DIALOG (screen_dialog (screen)));
}

/* A folder gets a name of its own beside what is there. */
static void
test_folder (void)
{
  g_autoptr (Screen) screen = screen_new_with_evidence ();
  g_autoptr (GFile) place = NULL;
  g_autoptr (GSettings) settings = g_settings_new (HBK_APP_ID);
  g_autofree char *parent = g_build_filename (screen->dir, "parent", NULL);

  g_assert_cmpint (g_mkdir (parent, 0700), ==, 0);
  g_settings_set_uint (settings, "package-form", 1);
  for (guint n = 1; n <= 2; n++)
    {
      go_to_contents (screen);
      g_clear_object (&place);
      place = make_at (screen, "parent", NULL);
      wait_for (shows (screen, "2024 is marked as handed in"));
      g_assert_cmpuint (count_entries (parent), ==, n);
      adw_dialog_close (screen_dialog (screen));
    }
  g_settings_reset (settings, "package-form");
}

static void
test_cancel (void)
{
  g_autoptr (Screen) screen = screen_new_with_evidence ();
  g_autoptr (GFile) file = NULL;
  guint n_before = count_entries (screen->dir);

  go_to_contents (screen);
  file = make_at (screen, "package.zip", NULL);
  /* It cannot be left by mistake. */
  adw_dialog_close (screen_dialog (screen));
  g_assert_nonnull (screen_dialog (screen));
  press (find_button (screen, "_Cancel"));
  wait_for (shows (screen, "First Page of the Form"));
  g_assert_cmpuint (count_entries (screen->dir), ==, n_before);
  g_assert_false (is_handed_in (screen));
}

static void
test_failure (void)
{
  g_autoptr (Screen) screen = screen_new_with_evidence ();
  g_autoptr (GFile) file = NULL;
  guint n_before = count_entries (screen->dir);

  go_to_contents (screen);
  file = make_at (screen, "no such folder", "package.zip");
  wait_for (shows (screen, "The Package Was Not Made"));
  g_assert_true (can_press (screen, "Choose Another _Place…"));
  g_assert_false (is_handed_in (screen));
  g_assert_cmpuint (count_entries (screen->dir), ==, n_before);

  /* Elsewhere it works. */
  g_clear_object (&file);
  file = make_at (screen, "package.zip", NULL);
  wait_for (shows (screen, "2024 is marked as handed in"));
}

/* What stops the package has to be mended first; whoever went to do so comes back to where they were. */
static void
test_mending (void)
{
  g_autoptr (Screen) screen = screen_new_with_evidence ();
  g_autoptr (GSettings) settings = g_settings_new (HBK_APP_ID);
  static const char *const pdf[] = { "application/pdf", NULL };
  AdwDialog               *dialog;
  const HbkEvidenceFile   *file;
  HbkRecord               *record;

  g_settings_set_strv (settings, "package-types", pdf);
  act (screen, "win.package", "i", YEAR);
  wait_for (can_press (screen, "_Check"));
  press (find_button (screen, "_Check"));
  wait_for (shows (screen, "1 thing to mend first"));
  g_assert_true (shows (screen, "Mend what is on top; then it goes on."));
  g_assert_false (can_press (screen, "_Next"));

  dialog = screen_dialog (screen);
  press (find_button (screen, "View File"));
  wait_for (screen_dialog (screen) != dialog);
  g_assert_nonnull (find_type (get_window (screen), HBK_TYPE_EVIDENCE_PAGE));
  while (screen_dialog (screen) != NULL)
    {
      adw_dialog_close (screen_dialog (screen));
      wait_for_quiet ();
    }
  file = g_ptr_array_index (screen_state (screen)->files, 0);
  record = g_ptr_array_index (hbk_state_get_records_of_file (screen_state (screen), file->sha256), 0);
  screen_perform (screen, hbk_request_new_detach (hbk_record_get_id (record), file->sha256));

  act (screen, "win.package", "i", YEAR);
  g_assert_true (screen_dialog (screen) == dialog);
  wait_for (can_press (screen, "_Next"));
  g_assert_false (shows (screen, "To Be Mended First"));
  g_settings_reset (settings, "package-types");
}

/* What changes while it is looked at is checked again. */
static void
test_check_again (void)
{
  g_autoptr (Screen) screen = screen_new_with_evidence ();
  const HbkStateYear *year = hbk_state_lookup_year (screen_state (screen), YEAR);
  const char         *ids[] = { hbk_record_get_id (((const HbkRecordResult *) g_ptr_array_index (year->result->records, 1))->record), NULL };
  g_autofree char    *name = g_strdup (hbk_profile_get_name (hbk_state_get_profile (screen_state (screen))));
  g_autofree char    *before = g_strdup_printf ("%s · %d · 11 records", name, YEAR);
  g_autofree char    *after = g_strdup_printf ("%s · %d · 10 records", name, YEAR);

  go_to_findings (screen);
  g_assert_true (shows (screen, before));
  screen_perform (screen, hbk_request_new_remove_records (ids));
  wait_for (shows (screen, after));
}

static gboolean
has_text (const char *path, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *content = NULL;
  gsize            length;
  const char      *name;

  if (dir == NULL)
    return g_file_get_contents (path, &content, &length, NULL) && memmem (content, length, text, strlen (text)) != NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      if (has_text (below, text))
        return TRUE;
    }

  return FALSE;
}

/* The number is asked for when a switch is on, and the library never hears of it. */
static void
test_id_number (void)
{
  g_autoptr (Screen) screen = screen_new_with_evidence ();
  g_autoptr (GFile) file = NULL;
  GtkWidget *row;

  act (screen, "win.package", "i", YEAR);
  wait_for (can_press (screen, "_Check"));
  row = find_text (GTK_WIDGET (screen_dialog (screen)), ADW_TYPE_EXPANDER_ROW, "Identity Card Number");
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_false (can_press (screen, "_Check"));
  g_assert_true (shows (screen, "Enter the number, or switch it off."));
  wait_for (find_text (row, ADW_TYPE_ENTRY_ROW, "Number") != NULL);
  type_text (find_text (row, ADW_TYPE_ENTRY_ROW, "Number"), ID_NUMBER);
  press (find_button (screen, "_Check"));
  wait_for (can_press (screen, "_Next"));
  press (find_button (screen, "_Next"));
  wait_for (can_press (screen, "_Make…"));
  file = make_at (screen, "package.zip", NULL);
  wait_for (shows (screen, "2024 is marked as handed in"));
  /* The search finds what is there. */
  g_assert_true (has_text (screen->library, "培训合格证书"));
  g_assert_false (has_text (screen->library, ID_NUMBER));
}

static void
test_no_seal (void)
{
  g_autoptr (Screen) screen = screen_new_with_evidence ();
  g_autoptr (GFile) file = NULL;

  act (screen, "win.package", "i", YEAR);
  wait_for (can_press (screen, "_Check"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_text (GTK_WIDGET (screen_dialog (screen)), ADW_TYPE_SWITCH_ROW, "Mark as Handed In")), FALSE);
  press (find_button (screen, "_Check"));
  wait_for (can_press (screen, "_Next"));
  press (find_button (screen, "_Next"));
  wait_for (can_press (screen, "_Make…"));
  file = make_at (screen, "package.zip", NULL);
  wait_for (shows (screen, "2024 is not marked as handed in"));
  g_assert_false (is_handed_in (screen));

  /* It may be marked afterwards. */
  press (find_button (screen, "Mark as Handed In"));
  wait_for (is_handed_in (screen));
}

/* Half a file, as a broken download leaves it. */
static void
test_damaged (void)
{
  g_autoptr (Screen) screen = screen_new_with_evidence ();
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) half = g_file_new_build_filename (screen->dir, "half.zip", NULL);
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  gsize            length;

  go_to_contents (screen);
  file = make_at (screen, "package.zip", NULL);
  wait_for (shows (screen, "2024 is marked as handed in"));
  adw_dialog_close (screen_dialog (screen));
  path = g_file_get_path (file);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (g_file_peek_path (half), content, (gssize) length / 2, NULL));

  hbk_main_window_open_file (screen->window, half);
  wait_for (shows (screen, "The Package Is Refused"));
}

int
main (int argc, char *argv[])
{
  screen_init (&argc, &argv);
  g_test_add_func ("/package-dialog/whole-way", test_whole_way);
  g_test_add_func ("/package-dialog/folder", test_folder);
  g_test_add_func ("/package-dialog/cancel", test_cancel);
  g_test_add_func ("/package-dialog/failure", test_failure);
  g_test_add_func ("/package-dialog/mending", test_mending);
  g_test_add_func ("/package-dialog/check-again", test_check_again);
  g_test_add_func ("/package-dialog/id-number", test_id_number);
  g_test_add_func ("/package-dialog/no-seal", test_no_seal);
  g_test_add_func ("/package-dialog/damaged", test_damaged);

  return screen_run ();
}
