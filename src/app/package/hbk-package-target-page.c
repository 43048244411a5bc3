/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/package/hbk-package-target-page.h"

#include <glib/gi18n.h>

#include "app/application/hbk-app.h"
#include "words/hbk-words.h"

#define BYTES_IN_MIB (1024 * 1024)

/* An application is for the running year; its package may be made a little early or late. */
#define APPLICATION_YEARS 3

/**
 * HbkPackageTargetPage:
 *
 * The first page of the assistant: what the package is for, and what is to be in it.
 */
struct _HbkPackageTargetPage
{
  AdwNavigationPage parent_instance;

  AdwComboRow    *purpose_row;
  AdwComboRow    *year_row;
  AdwComboRow    *level_row;
  AdwComboRow    *application_row;
  AdwComboRow    *form_row;
  AdwSwitchRow   *binder_row;
  AdwSwitchRow   *ascii_row;
  AdwSwitchRow   *location_row;
  AdwExpanderRow *id_row;
  GtkEditable    *id_entry;
  GtkWidget      *hand_in_group;
  AdwSwitchRow   *hand_in_row;
  GtkEditable    *note_row;
  AdwSpinRow     *max_file_row;
  AdwSpinRow     *max_total_row;
  AdwWrapBox     *types_box;
  GtkLabel       *reason_label;
  GtkWidget      *next_button;

  GSettings *settings;
  GArray    *years; /* int, as in the row */
  int        application_year;
  gboolean   can_apply;
  gboolean   can_hand_in;
};

/* What portals say they take. */
static const struct
{
  const char *label;
  const char *media_type;
} types[] = {
  { "PDF", "application/pdf" },
  { "JPEG", "image/jpeg" },
  { "PNG", "image/png" },
  { "TIFF", "image/tiff" },
  { "WebP", "image/webp" },
  { "HEIC", "image/heif" },
};

static const HbkTitleLevel levels[] = { HBK_TITLE_LEVEL_JUNIOR, HBK_TITLE_LEVEL_INTERMEDIATE, HBK_TITLE_LEVEL_SENIOR };

G_DEFINE_FINAL_TYPE (HbkPackageTargetPage, hbk_package_target_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- What is chosen ---- */

static gboolean
is_application (HbkPackageTargetPage *self)
{
  return self->can_apply && adw_combo_row_get_selected (self->purpose_row) == 1;
}

static char *
dup_text (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static char **
dup_types (HbkPackageTargetPage *self)
{
  g_auto (GStrv) chosen = g_settings_get_strv (self->settings, "package-types");

  return *chosen != NULL ? g_steal_pointer (&chosen) : NULL;
}

/* ---- Callbacks ---- */

static void
changed_cb (HbkPackageTargetPage *self)
{
  g_autofree char *number = dup_text (self->id_entry);
  gboolean         lacks_number = adw_expander_row_get_enable_expansion (self->id_row) && number == NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->year_row), !is_application (self));
  gtk_widget_set_visible (GTK_WIDGET (self->level_row), is_application (self));
  gtk_widget_set_visible (GTK_WIDGET (self->application_row), is_application (self));
  gtk_widget_set_visible (self->hand_in_group, self->can_hand_in && !is_application (self));
  gtk_label_set_text (self->reason_label, lacks_number ? _("Enter the number, or switch it off.") : "");
  gtk_widget_set_sensitive (self->next_button, !lacks_number);
}

static void
type_toggled_cb (HbkPackageTargetPage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) chosen = NULL;

  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->types_box)); check != NULL; check = gtk_widget_get_next_sibling (check))
    {
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_strv_builder_add (builder, g_object_get_data (G_OBJECT (check), "media-type"));
    }
  chosen = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "package-types", (const char *const *) chosen);
}

static void
next_cb (HbkPackageTargetPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "package.check", NULL);
}

/* ---- Filling ---- */

static void
add_types (HbkPackageTargetPage *self)
{
  g_auto (GStrv) chosen = g_settings_get_strv (self->settings, "package-types");

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (types[i].label);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strv_contains ((const char *const *) chosen, types[i].media_type));
      g_object_set_data (G_OBJECT (check), "media-type", (gpointer) types[i].media_type);
      g_signal_connect_object (check, "toggled", G_CALLBACK (type_toggled_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->types_box, check);
    }
}

static void
add_levels (HbkPackageTargetPage *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    gtk_string_list_append (words, hbk_words_title_level (levels[i]));
  adw_combo_row_set_model (self->level_row, G_LIST_MODEL (words));
}

static char *
say_year (const HbkStateYear *year)
{
  g_autofree char *hours = hbk_words_hours (year->result->credited);
  const char      *standing = year->entry != NULL && year->entry->handed_in ? _("handed in before") : hbk_words_verdict (year->result->verdict);

  /* Translators: a year, its hours, and what it comes to: "2024 · 27 public + 84 professional · short" */
  return g_strdup_printf (C_("package", "%1$d · %2$s · %3$s"), year->year, hours, standing);
}

/* The newest first. */
static void
fill_years (HbkPackageTargetPage *self, HbkState *state, int year)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->years, 0);
  for (guint i = state->years->len; i > 0; i--)
    {
      const HbkStateYear *found = g_ptr_array_index (state->years, i - 1);
      g_autofree char    *text = NULL;

      if (found->year > hbk_date_year (state->today) || (found->result->records->len == 0 && found->year != year))
        continue;

      text = say_year (found);
      if (found->year == year)
        selected = self->years->len;
      g_array_append_val (self->years, found->year);
      gtk_string_list_append (words, text);
    }
  adw_combo_row_set_model (self->year_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->year_row, selected);
}

static void
fill_applications (HbkPackageTargetPage *self, HbkState *state)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  self->can_apply = state->pack != NULL && state->pack->applications.present;
  self->application_year = hbk_date_year (state->today) + 1;
  for (int i = 0; i < APPLICATION_YEARS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", self->application_year - i);

      gtk_string_list_append (words, text);
    }
  adw_combo_row_set_model (self->application_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->application_row, 1);
  gtk_widget_set_visible (GTK_WIDGET (self->purpose_row), self->can_apply);
}

static void
hbk_package_target_page_finalize (GObject *object)
{
  HbkPackageTargetPage *self = HBK_PACKAGE_TARGET_PAGE (object);

  g_clear_object (&self->settings);
  g_array_unref (self->years);

  G_OBJECT_CLASS (hbk_package_target_page_parent_class)->finalize (object);
}

static void
hbk_package_target_page_class_init (HbkPackageTargetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_package_target_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-package-target-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, purpose_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, year_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, level_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, application_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, form_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, binder_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, ascii_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, location_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, id_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, id_entry);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, hand_in_group);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, hand_in_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, note_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, max_file_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, max_total_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, types_box);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, reason_label);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageTargetPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
hbk_package_target_page_init (HbkPackageTargetPage *self)
{
  self->settings = g_settings_new (HBK_APP_ID);
  self->years = g_array_new (FALSE, FALSE, sizeof (int));

  gtk_widget_init_template (GTK_WIDGET (self));
  add_types (self);
  add_levels (self);
  g_settings_bind (self->settings, "package-form", self->form_row, "selected", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "package-binder", self->binder_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "package-short-names", self->ascii_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "package-without-location", self->location_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "package-max-file", self->max_file_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "package-max-total", self->max_total_row, "value", G_SETTINGS_BIND_DEFAULT);
}

/**
 * hbk_package_target_page_fill:
 * @self: a page
 * @state: the state
 * @year: the year to choose first
 *
 * Shows for which years a package can be made.
 *
 * Returns: %FALSE when there is none
 */
gboolean
hbk_package_target_page_fill (HbkPackageTargetPage *self, HbkState *state, int year)
{
  g_return_val_if_fail (HBK_IS_PACKAGE_TARGET_PAGE (self) && state != NULL, FALSE);

  self->can_hand_in = state->is_writable;
  fill_years (self, state, year);
  fill_applications (self, state);
  changed_cb (self);

  return self->years->len > 0;
}

/**
 * hbk_package_target_page_leave_location_out:
 * @self: a page
 *
 * Chooses that photographs lose where they were taken.
 */
void
hbk_package_target_page_leave_location_out (HbkPackageTargetPage *self)
{
  g_return_if_fail (HBK_IS_PACKAGE_TARGET_PAGE (self));

  adw_switch_row_set_active (self->location_row, TRUE);
}

/**
 * hbk_package_target_page_dup_choices:
 * @self: a page with a year
 *
 * Says what was chosen.
 *
 * Returns: (transfer full): the choices
 */
HbkPackageChoices *
hbk_package_target_page_dup_choices (HbkPackageTargetPage *self)
{
  HbkPackageChoices *choices;

  g_return_val_if_fail (HBK_IS_PACKAGE_TARGET_PAGE (self) && self->years->len > 0, NULL);

  choices = g_new0 (HbkPackageChoices, 1);
  if (is_application (self))
    {
      choices->level = levels[adw_combo_row_get_selected (self->level_row)];
      choices->year = self->application_year - (int) adw_combo_row_get_selected (self->application_row);
    }
  else
    {
      choices->year = g_array_index (self->years, int, adw_combo_row_get_selected (self->year_row));
      choices->hands_in = self->can_hand_in && adw_switch_row_get_active (self->hand_in_row);
      choices->note = choices->hands_in ? dup_text (self->note_row) : NULL;
    }
  choices->form = adw_combo_row_get_selected (self->form_row) == 1 ? HBK_PACKAGE_FOLDER : HBK_PACKAGE_ZIP;
  choices->ascii_names = adw_switch_row_get_active (self->ascii_row);
  choices->with_binder = adw_switch_row_get_active (self->binder_row);
  choices->without_location = adw_switch_row_get_active (self->location_row);
  choices->id_number = adw_expander_row_get_enable_expansion (self->id_row) ? dup_text (self->id_entry) : NULL;
  choices->max_file = (guint64) adw_spin_row_get_value (self->max_file_row) * BYTES_IN_MIB;
  choices->max_total = (guint64) adw_spin_row_get_value (self->max_total_row) * BYTES_IN_MIB;
  choices->types = dup_types (self);

  return choices;
}
