/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/package/hbk-package-findings-page.h"

#include <glib/gi18n.h>

#include "app/package/hbk-finding-row.h"
#include "words/hbk-locale.h"
#include "words/hbk-words.h"

/* So many rows of a group are shown before all of them are asked for. */
#define ROWS_MAX 8

/**
 * HbkPackageFindingsPage:
 *
 * The second page of the assistant: for what the package would come back, each with the one button that mends it.
 */
struct _HbkPackageFindingsPage
{
  AdwNavigationPage parent_instance;

  GtkStack            *stack;
  GtkLabel            *failure_label;
  GtkLabel            *verdict_label;
  GtkLabel            *about_label;
  AdwPreferencesGroup *error_group;
  AdwPreferencesGroup *warning_group;
  AdwPreferencesGroup *info_group;
  GtkLabel            *reason_label;

  HbkPackageCheck *check;
  char            *shown; /* what the rows say; what says the same does not move */
  GPtrArray       *rows;
  gboolean         shows_all[HBK_SEVERITY_ERROR + 1];
};

G_DEFINE_FINAL_TYPE (HbkPackageFindingsPage, hbk_package_findings_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Rows ---- */

static AdwPreferencesGroup *
get_group (HbkPackageFindingsPage *self, HbkSeverity severity)
{
  switch (severity)
    {
    case HBK_SEVERITY_ERROR:
      return self->error_group;
    case HBK_SEVERITY_WARNING:
      return self->warning_group;
    case HBK_SEVERITY_INFO:
    default:
      return self->info_group;
    }
}

static void
add_row (HbkPackageFindingsPage *self, HbkSeverity severity, GtkWidget *row)
{
  adw_preferences_group_add (get_group (self, severity), row);
  g_ptr_array_add (self->rows, row);
}

static void show_rows (HbkPackageFindingsPage *self);

static void
show_all_cb (HbkPackageFindingsPage *self, GtkWidget *row)
{
  GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

  for (HbkSeverity severity = HBK_SEVERITY_INFO; severity <= HBK_SEVERITY_ERROR; severity++)
    {
      if (GTK_WIDGET (get_group (self, severity)) == group)
        self->shows_all[severity] = TRUE;
    }
  show_rows (self);
  /* The row that had the focus is gone; whoever goes by keyboard goes on in its group. */
  gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);
}

static void
add_all_row (HbkPackageFindingsPage *self, HbkSeverity severity, guint n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("Show All %u", "Show All %u", n), n);
  GtkWidget       *row = g_object_new (ADW_TYPE_BUTTON_ROW, "title", title, "end-icon-name", "pan-down-symbolic", NULL);

  g_signal_connect_object (row, "activated", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  add_row (self, severity, row);
}

static void
show_group (HbkPackageFindingsPage *self, HbkSeverity severity)
{
  GPtrArray *findings = self->check->findings;
  guint      n = 0, n_shown = 0, n_max;

  for (guint i = 0; i < findings->len; i++)
    n += ((const HbkFinding *) g_ptr_array_index (findings, i))->severity == severity;
  /* A row that says there is one more would take as much room. */
  n_max = n <= ROWS_MAX + 1 || self->shows_all[severity] ? n : ROWS_MAX;

  for (guint i = 0; i < findings->len && n_shown < n_max; i++)
    {
      const HbkFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity != severity)
        continue;
      add_row (self, severity, hbk_finding_row_new (finding));
      n_shown++;
    }
  if (n_shown < n)
    add_all_row (self, severity, n);
  gtk_widget_set_visible (GTK_WIDGET (get_group (self, severity)), n > 0);
}

static void
show_rows (HbkPackageFindingsPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP)), row);
    }
  g_ptr_array_set_size (self->rows, 0);

  show_group (self, HBK_SEVERITY_ERROR);
  show_group (self, HBK_SEVERITY_WARNING);
  show_group (self, HBK_SEVERITY_INFO);
}

/* ---- In words ---- */

static char *
say_shown (GPtrArray *findings)
{
  GString *text = g_string_new ("");

  for (guint i = 0; i < findings->len; i++)
    {
      const HbkFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char  *line = hbk_finding_dup_line (finding, hbk_locale_get_language ());

      g_string_append_printf (text, "%d %d %s %s\n", finding->severity, finding->year, finding->warning != NULL && finding->warning->id != NULL ? finding->warning->id : "", line);
    }

  return g_string_free_and_steal (text);
}

static char *
say_target (const HbkPackageChoices *choices)
{
  if (choices->level != HBK_TITLE_LEVEL_UNKNOWN)
    /* Translators: the year of an application, and the title that is applied for: "2024 · application for a senior title" */
    return g_strdup_printf (C_("package", "%1$d · application for: %2$s"), choices->year, hbk_words_title_level (choices->level));

  /* Translators: a year */
  return g_strdup_printf (C_("package", "%d"), choices->year);
}

static void
show_words (HbkPackageFindingsPage *self)
{
  const HbkPackageCheck *check = self->check;
  const char            *name = hbk_profile_get_name (check->submission->profile);
  guint                  n_entries = hbk_submission_get_n_entries (check->submission);
  g_autofree char       *target = say_target (check->choices);
  g_autofree char       *records = g_strdup_printf (ngettext ("%u record", "%u records", n_entries), n_entries);
  g_autofree char       *about = name != NULL && *name != '\0' ? g_strjoin (" · ", name, target, records, NULL) : g_strjoin (" · ", target, records, NULL);
  g_autofree char       *verdict = NULL;
  gboolean               has_warnings = check->findings->len > 0 && ((const HbkFinding *) g_ptr_array_index (check->findings, 0))->severity >= HBK_SEVERITY_WARNING;

  if (check->n_errors > 0)
    verdict = g_strdup_printf (ngettext ("%u thing to mend first", "%u things to mend first", check->n_errors), check->n_errors);
  else
    verdict = g_strdup (has_warnings ? _("A package can be made") : _("Everything is in order"));

  gtk_label_set_text (self->verdict_label, verdict);
  gtk_label_set_text (self->about_label, about);
  if (check->n_errors > 0)
    gtk_label_set_text (self->reason_label, _("Mend what is on top; then it goes on."));
  else
    gtk_label_set_text (self->reason_label, has_warnings ? _("You can go on with this; the report in the package names it.") : "");
}

/* ---- Object ---- */

static void
hbk_package_findings_page_finalize (GObject *object)
{
  HbkPackageFindingsPage *self = HBK_PACKAGE_FINDINGS_PAGE (object);

  g_clear_pointer (&self->check, hbk_package_check_unref);
  g_free (self->shown);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (hbk_package_findings_page_parent_class)->finalize (object);
}

static void
hbk_package_findings_page_class_init (HbkPackageFindingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_package_findings_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-package-findings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkPackageFindingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageFindingsPage, failure_label);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageFindingsPage, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageFindingsPage, about_label);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageFindingsPage, error_group);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageFindingsPage, warning_group);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageFindingsPage, info_group);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageFindingsPage, reason_label);
}

static void
hbk_package_findings_page_init (HbkPackageFindingsPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_package_findings_page_wait:
 * @self: a page
 *
 * Says that the check has begun.
 */
void
hbk_package_findings_page_wait (HbkPackageFindingsPage *self)
{
  g_return_if_fail (HBK_IS_PACKAGE_FINDINGS_PAGE (self));

  gtk_label_set_text (self->reason_label, "");
  gtk_stack_set_visible_child_name (self->stack, "checking");
}

/**
 * hbk_package_findings_page_show:
 * @self: a page
 * @check: the check
 *
 * Shows what was found. Where it is the same as before, nothing moves.
 */
void
hbk_package_findings_page_show (HbkPackageFindingsPage *self, HbkPackageCheck *check)
{
  g_autofree char *shown = NULL;
  gboolean         is_same;

  g_return_if_fail (HBK_IS_PACKAGE_FINDINGS_PAGE (self) && check != NULL);

  shown = say_shown (check->findings);
  is_same = g_strcmp0 (shown, self->shown) == 0;
  hbk_package_check_ref (check);
  g_clear_pointer (&self->check, hbk_package_check_unref);
  self->check = check;
  if (!is_same)
    show_rows (self);
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  show_words (self);
  gtk_stack_set_visible_child_name (self->stack, "found");
}

/**
 * hbk_package_findings_page_fail:
 * @self: a page
 * @error: why nothing can be checked
 *
 * Says why no package can be made.
 */
void
hbk_package_findings_page_fail (HbkPackageFindingsPage *self, const GError *error)
{
  g_return_if_fail (HBK_IS_PACKAGE_FINDINGS_PAGE (self) && error != NULL);

  gtk_label_set_text (self->failure_label, error->message);
  gtk_label_set_text (self->reason_label, "");
  gtk_stack_set_visible_child_name (self->stack, "failed");
}
