/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/welcome/hbk-welcome-page.h"

#include <glib/gi18n.h>

#include "app/editor/hbk-date-row.h"
#include "app/widgets/hbk-plain-row.h"
#include "app/window/hbk-main-window.h"
#include "words/hbk-locale.h"
#include "words/hbk-person-words.h"

/* The sample when no region is chosen. */
#define USUAL_SAMPLE "qinghai"

/**
 * HbkWelcomePage:
 *
 * The first run: what Hourbook is, then the region and what stands on forms, and nothing else.
 */
struct _HbkWelcomePage
{
  HbkPage parent_instance;

  AdwNavigationView   *navigation;
  AdwPreferencesGroup *regions_group;
  AdwActionRow        *failed_row;
  AdwActionRow        *other_row;
  GtkCheckButton      *other_check;
  GtkEditable         *name_row;
  GtkEditable         *employer_row;
  HbkDateRow          *post_row;
  GtkWidget           *finish_button;
  GtkStack            *finish_stack;

  GPtrArray *checks; /* GtkCheckButton, for each region */
  GFile     *file;   /* to be opened once there is a library */
  gboolean   is_loaded;
  gboolean   is_busy;
};

G_DEFINE_FINAL_TYPE (HbkWelcomePage, hbk_welcome_page, HBK_TYPE_PAGE)

/* ---- Regions ---- */

static gpointer
load_packs_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_pack_unref);
  g_auto (GStrv) ids = hbk_workspace_list_packs (workspace, error);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      HbkPack *pack = hbk_workspace_load_pack (workspace, ids[i], error);

      if (pack == NULL)
        return NULL;
      g_ptr_array_add (packs, pack);
    }

  return ids != NULL ? g_steal_pointer (&packs) : NULL;
}

static const char *
get_region (HbkWelcomePage *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (check))
        return g_object_get_data (G_OBJECT (check), "region");
    }

  return NULL;
}

static void
update_button (HbkWelcomePage *self)
{
  gboolean is_chosen = get_region (self) != NULL || gtk_check_button_get_active (self->other_check);

  gtk_widget_set_sensitive (self->finish_button, is_chosen && !self->is_busy);
  gtk_stack_set_visible_child_name (self->finish_stack, self->is_busy ? "busy" : "label");
}

static void
choice_changed_cb (HbkWelcomePage *self)
{
  update_button (self);
}

static GtkWidget *
make_hours_label (const HbkPack *pack)
{
  HbkHours         total = hbk_pack_get_usual_total (pack);
  g_autofree char *figure = total >= 0 ? hbk_hours_format (total) : NULL;
  /* Translators: what a year asks for */
  g_autofree char *text = figure != NULL ? g_strdup_printf (C_("yearly hours", "%s h"), figure) : g_strdup ("");
  GtkWidget       *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "hbk-strong");
  gtk_widget_add_css_class (label, "hbk-tabular");

  return label;
}

static void
add_region (HbkWelcomePage *self, const HbkPack *pack)
{
  HbkLanguage language = hbk_locale_get_language ();
  const char *region = hbk_bilingual_get (&pack->region, language);
  GtkWidget  *row = hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, region, hbk_person_words_notice (pack, language), "subtitle-lines", 0, NULL);
  GtkWidget  *check = gtk_check_button_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->other_check);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, region, -1);
  g_object_set_data_full (G_OBJECT (check), "region", g_strdup (pack->id), g_free);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_hours_label (pack));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->regions_group, row);
  g_ptr_array_add (self->checks, check);
}

static void
packs_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkWelcomePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = hbk_session_run_finish (HBK_SESSION (source), result, &error);

  gtk_widget_set_visible (GTK_WIDGET (self->failed_row), packs == NULL);
  if (packs == NULL)
    {
      self->is_loaded = FALSE;
      adw_action_row_set_subtitle (self->failed_row, error->message);
      return;
    }

  for (guint i = 0; i < packs->len; i++)
    add_region (self, g_ptr_array_index (packs, i));
  /* What is not in the list comes last. */
  g_object_ref (self->other_row);
  adw_preferences_group_remove (self->regions_group, GTK_WIDGET (self->other_row));
  adw_preferences_group_add (self->regions_group, GTK_WIDGET (self->other_row));
  g_object_unref (self->other_row);
}

/* The packs are read only when there is nobody's library yet. */
static void
phase_changed_cb (HbkWelcomePage *self)
{
  HbkSession *session = hbk_page_get_session (HBK_PAGE (self));

  if (session == NULL || hbk_session_get_phase (session) != HBK_SESSION_ABSENT || self->is_loaded)
    return;

  self->is_loaded = TRUE;
  hbk_session_run_async (session, "load all packs", load_packs_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, packs_loaded_cb, g_object_ref (self));
}

static void
session_changed_cb (HbkWelcomePage *self)
{
  HbkSession *session = hbk_page_get_session (HBK_PAGE (self));

  if (session != NULL)
    g_signal_connect_object (session, "notify::phase", G_CALLBACK (phase_changed_cb), self, G_CONNECT_SWAPPED);
  phase_changed_cb (self);
}

/* ---- Making the library ---- */

typedef struct
{
  char     *dir;
  HbkFacts *answers;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->dir);
  hbk_facts_unref (wanted->answers);
  g_free (wanted);
}

/* A library that was made but could not be written to is closed again: it stays for another try. */
static gpointer
create_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (HbkJournalStep) step = NULL;

  if (!hbk_workspace_open_library (workspace, wanted->dir, HBK_OPEN_CREATE, error))
    return NULL;
  if (hbk_facts_get_n (wanted->answers) == 0)
    return GINT_TO_POINTER (TRUE);

  step = hbk_workspace_change_profile (workspace, HBK_DATE_NONE, wanted->answers, error);
  if (step == NULL)
    hbk_workspace_close_library (workspace);

  return step != NULL ? GINT_TO_POINTER (TRUE) : NULL;
}

/* The focus is given up in order before the page goes, and comes back when it stays. */
static void
set_busy (HbkWelcomePage *self, gboolean is_busy)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->is_busy = is_busy;
  if (is_busy && root != NULL)
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->navigation), !is_busy);
  update_button (self);
}

static void
report (HbkWelcomePage *self, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("The Logbook Was Not Made"), NULL);

  adw_alert_dialog_set_body_use_markup (ADW_ALERT_DIALOG (dialog), FALSE);
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), "%s\n\n%s", error->message, _("What you typed is still here. Try again once that is mended."));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkWelcomePage) self = user_data;
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), HBK_TYPE_MAIN_WINDOW);
  g_autoptr (GError) error = NULL;
  gboolean is_made = hbk_session_run_finish (HBK_SESSION (source), result, &error) != NULL;
  g_autoptr (GFile) file = g_steal_pointer (&self->file);

  set_busy (self, FALSE);
  if (!is_made)
    {
      gtk_widget_grab_focus (self->finish_button);
      report (self, error);
    }
  else if (file != NULL && window != NULL)
    hbk_main_window_open_file (HBK_MAIN_WINDOW (window), file);
}

static void
create_library (HbkWelcomePage *self, HbkFacts *answers)
{
  HbkSession *session = hbk_page_get_session (HBK_PAGE (self));
  Wanted     *wanted = g_new0 (Wanted, 1);

  wanted->dir = g_strdup (hbk_session_get_dir (session));
  wanted->answers = hbk_facts_ref (answers);
  set_busy (self, TRUE);
  hbk_session_run_async (session, "make a library", create_job, wanted, wanted_free, NULL, NULL, created_cb, g_object_ref (self));
}

static void
answer_text (HbkFacts *answers, const char *id, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  if (*stripped == '\0')
    return;

  hbk_value_set_text (&value, stripped);
  hbk_facts_set (answers, id, &value);
}

static HbkFacts *
collect_answers (HbkWelcomePage *self)
{
  HbkFacts   *answers = hbk_facts_new ();
  const char *region = get_region (self);
  HbkDate     post_from = hbk_date_row_get_date (self->post_row);
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  if (region != NULL)
    answer_text (answers, "region", region);
  answer_text (answers, "name", gtk_editable_get_text (self->name_row));
  answer_text (answers, "employer", gtk_editable_get_text (self->employer_row));
  if (post_from != HBK_DATE_NONE)
    {
      hbk_value_set_date (&value, post_from);
      hbk_facts_set (answers, "post_from", &value);
    }

  return answers;
}

/* ---- Callbacks ---- */

static void
finish_clicked_cb (HbkWelcomePage *self)
{
  g_autoptr (HbkFacts) answers = collect_answers (self);

  if (!hbk_date_row_is_valid (self->post_row))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->post_row));
      return;
    }

  create_library (self, answers);
}

static void
sample_clicked_cb (HbkWelcomePage *self)
{
  const char *region = get_region (self);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.begin-sample", "s", region != NULL ? region : USUAL_SAMPLE);
}

/* A backup brings its library along; anything else is shown by the window once there is one. */
static gboolean
is_backup (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".zip");
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkWelcomePage) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (HbkFacts) nothing = hbk_facts_new ();

  if (file == NULL)
    return;

  if (is_backup (file))
    {
      hbk_main_window_open_file (HBK_MAIN_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), file);
      return;
    }
  g_set_object (&self->file, file);
  create_library (self, nothing);
}

static void
open_clicked_cb (HbkWelcomePage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Open a Backup or Logbook"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, file_chosen_cb, g_object_ref (self));
}

/* ---- Object ---- */

static void
hbk_welcome_page_finalize (GObject *object)
{
  HbkWelcomePage *self = HBK_WELCOME_PAGE (object);

  g_ptr_array_unref (self->checks);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (hbk_welcome_page_parent_class)->finalize (object);
}

static void
hbk_welcome_page_class_init (HbkWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_welcome_page_finalize;

  g_type_ensure (HBK_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkWelcomePage, navigation);
  gtk_widget_class_bind_template_child (widget_class, HbkWelcomePage, regions_group);
  gtk_widget_class_bind_template_child (widget_class, HbkWelcomePage, failed_row);
  gtk_widget_class_bind_template_child (widget_class, HbkWelcomePage, other_row);
  gtk_widget_class_bind_template_child (widget_class, HbkWelcomePage, other_check);
  gtk_widget_class_bind_template_child (widget_class, HbkWelcomePage, name_row);
  gtk_widget_class_bind_template_child (widget_class, HbkWelcomePage, employer_row);
  gtk_widget_class_bind_template_child (widget_class, HbkWelcomePage, post_row);
  gtk_widget_class_bind_template_child (widget_class, HbkWelcomePage, finish_button);
  gtk_widget_class_bind_template_child (widget_class, HbkWelcomePage, finish_stack);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
}

static void
hbk_welcome_page_init (HbkWelcomePage *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::session", G_CALLBACK (session_changed_cb), NULL);
}
