/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/package/hbk-verification-dialog.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-icon.h"
#include "app/widgets/hbk-plain-row.h"
#include "base/hbk-text.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-words.h"
#include "workspace/hbk-verification.h"

/* So many problems are named; a package that has more is no better for knowing them all. */
#define ROWS_MAX 20

/* So much of a text that a stranger wrote is shown. */
#define TEXT_MAX 200

/**
 * HbkVerificationDialog:
 *
 * Whether a package that somebody handed over is undamaged, what it says of itself, and whether its logbook gives its figures. Nothing of it is opened
 * or taken over.
 */
struct _HbkVerificationDialog
{
  AdwDialog parent_instance;

  GtkStack            *stack;
  GtkProgressBar      *bar;
  GtkLabel            *failure_label;
  GtkImage            *verdict_image;
  GtkLabel            *verdict_label;
  GtkLabel            *advice_label;
  GtkLabel            *name_label;
  AdwPreferencesGroup *problem_group;
  GtkWidget           *about_group;
  AdwActionRow        *person_row;
  AdwActionRow        *target_row;
  AdwActionRow        *made_row;
  AdwActionRow        *agreement_row;
  AdwPreferencesGroup *year_group;
  AdwPreferencesGroup *remark_group;

  HbkOperation *operation;
};

G_DEFINE_FINAL_TYPE (HbkVerificationDialog, hbk_verification_dialog, ADW_TYPE_DIALOG)

/* What was found, and what the rules of each year are called here. */
typedef struct
{
  HbkVerification *verification;
  GPtrArray       *regions; /* utf8, NULL where the rules are not known */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  hbk_verification_free (answer->verification);
  g_ptr_array_unref (answer->regions);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static GPtrArray *
list_regions (HbkWorkspace *workspace, const HbkVerification *verification)
{
  GPtrArray *regions = g_ptr_array_new_with_free_func (g_free);
  gboolean   are_known = verification->agreement != HBK_AGREEMENT_NONE && verification->agreement != HBK_AGREEMENT_UNKNOWN_RULES;

  for (guint i = 0; verification->manifest != NULL && i < verification->manifest->years->len; i++)
    {
      const HbkPackageYear *year = g_ptr_array_index (verification->manifest->years, i);
      g_autoptr (HbkPack) pack = are_known ? hbk_workspace_load_pack (workspace, year->rules.id, NULL) : NULL;

      g_ptr_array_add (regions, pack != NULL ? g_strdup (hbk_bilingual_get (&pack->region, hbk_locale_get_language ())) : NULL);
    }

  return regions;
}

static gpointer
verify_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  HbkVerification *verification = hbk_workspace_verify_package (workspace, data, hbk_operation_report, operation, hbk_operation_get_cancellable (operation), error);
  Answer          *answer;

  if (verification == NULL)
    return NULL;

  answer = g_new0 (Answer, 1);
  answer->verification = verification;
  answer->regions = list_regions (workspace, verification);

  return answer;
}

/* ---- In words ---- */

/* What strangers wrote may have characters that turn the rest around. */
static char *
clean (const char *text)
{
  return hbk_text_escape (text, -1, TEXT_MAX);
}

static const char *
say_agreement (HbkAgreement agreement)
{
  switch (agreement)
    {
    case HBK_AGREEMENT_SAME:
      return _("Yes, by the very same rules.");
    case HBK_AGREEMENT_OTHER_RULES:
      return _("Yes, by this Hourbook's version of the rules, which is another than its own.");
    case HBK_AGREEMENT_UNKNOWN_RULES:
      return _("That is not known: this Hourbook does not have the rules that it was made by.");
    case HBK_AGREEMENT_DIFFERS:
      return _("No. Its logbook gives other figures than it states.");
    case HBK_AGREEMENT_NONE:
    default:
      return _("That could not be found out.");
    }
}

static char *
say_person (const HbkPackageManifest *manifest)
{
  g_autofree char *name = manifest->name != NULL ? clean (manifest->name) : g_strdup (_("no name given"));
  g_autofree char *employer = manifest->employer != NULL ? clean (manifest->employer) : NULL;

  return employer != NULL ? g_strdup_printf ("%s · %s", name, employer) : g_steal_pointer (&name);
}

static char *
say_target (const HbkPackageManifest *manifest)
{
  if (manifest->apply_year != 0)
    return g_strdup_printf (C_("package", "%1$d · application for: %2$s"), manifest->apply_year, hbk_words_title_level (manifest->level));

  return g_strdup_printf (C_("package", "%d"), ((const HbkPackageYear *) g_ptr_array_index (manifest->years, 0))->year);
}

static char *
say_made (const HbkPackageManifest *manifest)
{
  g_autofree char *date = hbk_words_date (manifest->as_of);
  g_autofree char *application = clean (manifest->application);

  /* Translators: a date, the program that made it */
  return g_strdup_printf (C_("verification", "%1$s, with %2$s"), date, application);
}

static char *
say_year (const HbkPackageYear *year, const char *region)
{
  g_autofree char *hours = hbk_words_hours (year->credited);
  g_autofree char *rules = clean (region != NULL ? region : year->rules.id);
  g_autofree char *version = clean (year->rules.version);
  g_autofree char *records = g_strdup_printf (ngettext ("%u record", "%u records", year->entries->len), year->entries->len);

  /* Translators: hours, what the year comes to, records, the rules and their version */
  return g_strdup_printf (C_("verification", "%1$s · %2$s\n%3$s · rules %4$s %5$s"), hours, hbk_words_verdict (year->verdict), records, rules, version);
}

/* ---- Showing ---- */

static void
add_texts (AdwPreferencesGroup *group, GPtrArray *texts, const char *icon_name, const char *css_class)
{
  for (guint i = 0; i < MIN (texts->len, ROWS_MAX); i++)
    {
      GtkWidget *row = hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, g_ptr_array_index (texts, i), NULL, "title-lines", 0, "title-selectable", TRUE, NULL);
      GtkWidget *icon = hbk_icon_new (icon_name);

      gtk_widget_add_css_class (icon, css_class);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
      adw_preferences_group_add (group, row);
    }
  if (texts->len > ROWS_MAX)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", texts->len - ROWS_MAX), texts->len - ROWS_MAX);

      adw_preferences_group_add (group, g_object_new (ADW_TYPE_ACTION_ROW, "title", more, NULL));
    }
  gtk_widget_set_visible (GTK_WIDGET (group), texts->len > 0);
}

static void
show_manifest (HbkVerificationDialog *self, const Answer *answer)
{
  const HbkPackageManifest *manifest = answer->verification->manifest;
  g_autofree char          *person = say_person (manifest);
  g_autofree char          *target = say_target (manifest);
  g_autofree char          *made = say_made (manifest);

  adw_action_row_set_subtitle (self->person_row, person);
  adw_action_row_set_subtitle (self->target_row, target);
  adw_action_row_set_subtitle (self->made_row, made);
  adw_action_row_set_subtitle (self->agreement_row, say_agreement (answer->verification->agreement));
  for (guint i = 0; i < manifest->years->len; i++)
    {
      const HbkPackageYear *year = g_ptr_array_index (manifest->years, i);
      g_autofree char      *title = g_strdup_printf (C_("package", "%d"), year->year);
      g_autofree char      *text = say_year (year, g_ptr_array_index (answer->regions, i));

      adw_preferences_group_add (self->year_group, hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, title, text, "subtitle-lines", 0, NULL));
    }
}

static void
show_verdict (HbkVerificationDialog *self, const HbkVerification *verification)
{
  gboolean         is_good = verification->is_undamaged && verification->agreement != HBK_AGREEMENT_DIFFERS;
  g_autofree char *name = g_filename_display_basename (verification->path);
  g_autofree char *files = g_strdup_printf (ngettext ("%u file", "%u files", verification->n_files), verification->n_files);
  g_autofree char *size = g_format_size (verification->size);
  g_autofree char *about = g_strdup_printf ("%s · %s · %s", name, files, size);

  gtk_image_set_from_icon_name (self->verdict_image, is_good ? "hbk-shield-symbolic" : "dialog-warning-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->verdict_image), is_good ? "hbk-good" : "hbk-caution");
  gtk_label_set_text (self->verdict_label, verification->is_undamaged ? _("Undamaged") : _("Damaged"));
  gtk_label_set_text (self->advice_label, verification->is_undamaged ? _("It arrived as it was packed. That does not say that what it states is true.") : _("It is not as it was packed. Ask for it again, and do not rely on what is in it."));
  gtk_label_set_text (self->name_label, about);
}

static void
show_answer (HbkVerificationDialog *self, const Answer *answer)
{
  const HbkVerification *verification = answer->verification;

  show_verdict (self, verification);
  add_texts (self->problem_group, verification->problems, "dialog-error-symbolic", "error");
  add_texts (self->remark_group, verification->remarks, "dialog-information-symbolic", "dimmed");
  if (verification->manifest != NULL)
    show_manifest (self, answer);
  gtk_widget_set_visible (self->about_group, verification->manifest != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->year_group), verification->manifest != NULL);
  gtk_stack_set_visible_child_name (self->stack, "verified");
}

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkVerificationDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = hbk_session_run_finish (HBK_SESSION (source), result, &error);

  if (answer != NULL)
    {
      show_answer (self, answer);
    }
  else
    {
      gtk_label_set_text (self->failure_label, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
}

static void
fraction_changed_cb (GtkProgressBar *bar, GParamSpec *pspec, HbkOperation *operation)
{
  double fraction = hbk_operation_get_fraction (operation);

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (bar, fraction);
}

/* ---- Object ---- */

static void
hbk_verification_dialog_closed (AdwDialog *dialog)
{
  hbk_operation_cancel (HBK_VERIFICATION_DIALOG (dialog)->operation);
}

static void
hbk_verification_dialog_finalize (GObject *object)
{
  HbkVerificationDialog *self = HBK_VERIFICATION_DIALOG (object);

  g_clear_object (&self->operation);

  G_OBJECT_CLASS (hbk_verification_dialog_parent_class)->finalize (object);
}

static void
hbk_verification_dialog_class_init (HbkVerificationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_verification_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = hbk_verification_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-verification-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkVerificationDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HbkVerificationDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, HbkVerificationDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, HbkVerificationDialog, verdict_image);
  gtk_widget_class_bind_template_child (widget_class, HbkVerificationDialog, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, HbkVerificationDialog, advice_label);
  gtk_widget_class_bind_template_child (widget_class, HbkVerificationDialog, name_label);
  gtk_widget_class_bind_template_child (widget_class, HbkVerificationDialog, problem_group);
  gtk_widget_class_bind_template_child (widget_class, HbkVerificationDialog, about_group);
  gtk_widget_class_bind_template_child (widget_class, HbkVerificationDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, HbkVerificationDialog, target_row);
  gtk_widget_class_bind_template_child (widget_class, HbkVerificationDialog, made_row);
  gtk_widget_class_bind_template_child (widget_class, HbkVerificationDialog, agreement_row);
  gtk_widget_class_bind_template_child (widget_class, HbkVerificationDialog, year_group);
  gtk_widget_class_bind_template_child (widget_class, HbkVerificationDialog, remark_group);
}

static void
hbk_verification_dialog_init (HbkVerificationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_verification_dialog_present:
 * @parent: a widget of the window
 * @session: the session, also one that has no library
 * @path: (type filename): a package
 *
 * Checks a package and says what was found.
 */
void
hbk_verification_dialog_present (GtkWidget *parent, HbkSession *session, const char *path)
{
  HbkVerificationDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && HBK_IS_SESSION (session) && path != NULL);

  self = g_object_new (HBK_TYPE_VERIFICATION_DIALOG, NULL);
  self->operation = hbk_operation_new (_("Checking the Package…"));
  g_signal_connect_object (self->operation, "notify::fraction", G_CALLBACK (fraction_changed_cb), self->bar, G_CONNECT_SWAPPED);
  hbk_session_run_async (session, "verify a package", verify_job, g_strdup (path), g_free, answer_free, self->operation, verified_cb, g_object_ref (self));
  adw_dialog_present (ADW_DIALOG (self), parent);
}
