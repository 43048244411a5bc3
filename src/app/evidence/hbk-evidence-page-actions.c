/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/evidence/hbk-evidence-page-private.h"

#include <glib/gi18n.h>

#include "app/evidence/hbk-file-actions.h"
#include "app/evidence/hbk-file-cell.h"
#include "app/evidence/hbk-file-menu.h"
#include "app/widgets/hbk-chooser.h"
#include "app/window/hbk-perform.h"
#include "base/hbk-error.h"

static HbkSession *
get_session (GtkWidget *widget)
{
  return hbk_page_get_session (HBK_PAGE (widget));
}

/* ---- One file ---- */

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_evidence_page_show_file (HBK_EVIDENCE_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
attach_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *sha256s[] = { NULL, NULL };
  const char *record;

  g_variant_get (parameter, "(&s&s)", &sha256s[0], &record);
  hbk_perform (widget, hbk_request_new_attach (record, sha256s, NULL));
}

static void
choose_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *const sha256s[] = { g_variant_get_string (parameter, NULL), NULL };

  hbk_file_actions_assign (widget, get_session (widget), sha256s);
}

static void
document_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *const sha256s[] = { g_variant_get_string (parameter, NULL), NULL };

  hbk_file_actions_set_document (widget, get_session (widget), sha256s);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_file_actions_save (widget, get_session (widget), g_variant_get_string (parameter, NULL));
}

static void
launch_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_file_actions_launch (widget, get_session (widget), g_variant_get_string (parameter, NULL));
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *const sha256s[] = { g_variant_get_string (parameter, NULL), NULL };

  hbk_file_actions_remove (widget, get_session (widget), sha256s);
}

static void
pick_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkEvidencePage *self = HBK_EVIDENCE_PAGE (widget);

  hbk_evidence_page_set_selecting (self, TRUE);
  hbk_file_list_select (self->files, g_variant_get_string (parameter, NULL));
}

static void
menu_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkEvidencePage *self = HBK_EVIDENCE_PAGE (widget);
  HbkState        *state = hbk_page_get_state (HBK_PAGE (self));
  const char      *sha256;
  double           x, y;
  GPtrArray       *records;
  g_autoptr (GMenuModel) menu = NULL;

  g_variant_get (parameter, "(&sdd)", &sha256, &x, &y);
  if (state == NULL)
    return;

  records = hbk_state_get_records_of_file (state, sha256);
  menu = hbk_file_menu_new (sha256, records == NULL || records->len == 0);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->menu, widget);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* ---- Several files ---- */

static void
selecting_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_evidence_page_set_selecting (HBK_EVIDENCE_PAGE (widget), g_str_equal (action, "evidence.start-selecting"));
}

static void
select_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkEvidencePage *self = HBK_EVIDENCE_PAGE (widget);

  hbk_evidence_page_set_selecting (self, TRUE);
  hbk_file_list_select_all (self->files);
}

static void
selected_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkEvidencePage *self = HBK_EVIDENCE_PAGE (widget);
  g_auto (GStrv) selected = hbk_file_list_dup_selected (self->files);
  const char *const *sha256s = (const char *const *) selected;

  if (selected[0] == NULL)
    return;
  if (g_str_equal (action, "evidence.assign-selected"))
    hbk_file_actions_assign (widget, get_session (widget), sha256s);
  else if (g_str_equal (action, "evidence.document-selected"))
    hbk_file_actions_set_document (widget, get_session (widget), sha256s);
  else if (g_str_equal (action, "evidence.take-out-selected"))
    hbk_file_actions_take_out (widget, get_session (widget), sha256s);
  else
    hbk_file_actions_remove (widget, get_session (widget), sha256s);
}

/* ---- Which files ---- */

static void
show_unassigned_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkEvidencePage *self = HBK_EVIDENCE_PAGE (widget);

  hbk_evidence_page_set_filter (self, HBK_FILE_FILTER_LOOSE);
  hbk_header_scroller_scroll_to_content (self->scroller);
}

static void
clear_filters_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_evidence_page_clear_filters (HBK_EVIDENCE_PAGE (widget));
}

static void
type_chosen_cb (const char *id, gpointer user_data)
{
  hbk_evidence_page_set_document (user_data, id);
}

static void
choose_type_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkState *state = hbk_page_get_state (HBK_PAGE (widget));

  if (state != NULL)
    hbk_chooser_present_documents (widget, state, type_chosen_cb, g_object_ref (widget), g_object_unref);
}

/* ---- Looking whether they are as they were ---- */

static void
checked_quickly_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkEvidencePage) self = user_data;
  g_autoptr (GHashTable) faults = hbk_file_check_finish (HBK_SESSION (source), result, NULL);

  /* What was found by looking closely is not forgotten for a glance. */
  if (faults == NULL || self->files == NULL || self->check != NULL)
    return;
  hbk_evidence_page_take_faults (self, faults);
}

void
hbk_evidence_page_check_quickly (HbkEvidencePage *self)
{
  HbkState *state = hbk_page_get_state (HBK_PAGE (self));

  if (state != NULL && state->files->len > 0)
    hbk_file_check_async (hbk_page_get_session (HBK_PAGE (self)), HBK_FILE_CHECK_QUICK, NULL, checked_quickly_cb, g_object_ref (self));
}

void
hbk_evidence_page_stop_check (HbkEvidencePage *self)
{
  if (self->check != NULL)
    hbk_operation_cancel (self->check);
  g_clear_object (&self->check);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkEvidencePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) faults = hbk_file_check_finish (HBK_SESSION (source), result, &error);
  g_autofree char *text = NULL;
  guint            n;

  if (self->files == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  g_clear_object (&self->check);
  gtk_widget_set_visible (self->check_box, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.check", TRUE);
  if (faults == NULL)
    {
      if (!g_error_matches (error, HBK_ERROR, HBK_ERROR_CANCELLED))
        hbk_perform_report (GTK_WIDGET (self), _("The Files Were Not Compared"), error);
      return;
    }

  hbk_evidence_page_take_faults (self, faults);
  n = g_hash_table_size (faults);
  if (n > 0)
    hbk_evidence_page_set_filter (self, HBK_FILE_FILTER_PROBLEM);
  text = n > 0 ? g_strdup_printf (ngettext ("%u file is not as it was taken in", "%u files are not as they were taken in", n), n) : g_strdup (_("All files are as they were taken in"));
  hbk_perform_toast (GTK_WIDGET (self), text);
}

static void
check_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkEvidencePage *self = HBK_EVIDENCE_PAGE (widget);

  if (self->check != NULL || hbk_page_get_state (HBK_PAGE (self)) == NULL)
    return;

  self->check = hbk_operation_new (_("Comparing all files"));
  g_object_bind_property (self->check, "fraction", self->check_bar, "fraction", G_BINDING_SYNC_CREATE);
  gtk_widget_set_visible (self->check_box, TRUE);
  gtk_widget_action_set_enabled (widget, "evidence.check", FALSE);
  hbk_file_check_async (get_session (widget), HBK_FILE_CHECK_WHOLE, self->check, checked_cb, g_object_ref (self));
}

static void
stop_check_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkEvidencePage *self = HBK_EVIDENCE_PAGE (widget);

  if (self->check != NULL)
    hbk_operation_cancel (self->check);
}

/* ---- Keys of the grid ---- */

/* The cell is all that an item of the grid has in it. */
static HbkFileCell *
find_focused_cell (HbkEvidencePage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *cell = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return cell != NULL && HBK_IS_FILE_CELL (cell) ? HBK_FILE_CELL (cell) : NULL;
}

static gboolean
space_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  HbkEvidencePage *self = user_data;
  HbkFileCell     *cell = find_focused_cell (self);
  g_autoptr (HbkFileItem) item = NULL;

  if (cell == NULL)
    return FALSE;

  g_object_get (cell, "item", &item, NULL);
  if (self->is_selecting)
    hbk_file_item_set_selected (item, !hbk_file_item_get_selected (item));
  else
    hbk_evidence_page_show_file (self, hbk_file_item_get_sha256 (item));

  return TRUE;
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  HbkEvidencePage *self = user_data;
  HbkFileCell     *cell = find_focused_cell (self);
  g_autoptr (HbkFileItem) item = NULL;
  graphene_rect_t bounds;

  if (cell == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &bounds))
    return FALSE;

  g_object_get (cell, "item", &item, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "evidence.menu", "(sdd)", hbk_file_item_get_sha256 (item), (double) graphene_rect_get_x (&bounds) + 24, (double) graphene_rect_get_y (&bounds) + 24);

  return TRUE;
}

static gboolean
delete_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  HbkEvidencePage *self = user_data;
  HbkFileCell     *cell = find_focused_cell (self);
  g_autoptr (HbkFileItem) item = NULL;

  if (self->is_selecting)
    return gtk_widget_activate_action (GTK_WIDGET (self), "evidence.remove-selected", NULL);
  if (cell == NULL)
    return FALSE;

  g_object_get (cell, "item", &item, NULL);

  return gtk_widget_activate_action (GTK_WIDGET (self), "evidence.remove", "s", hbk_file_item_get_sha256 (item));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  HbkEvidencePage *self = user_data;

  if (!self->is_selecting)
    return FALSE;
  hbk_evidence_page_set_selecting (self, FALSE);

  return TRUE;
}

static void
add_key (GtkEventController *controller, const char *trigger, GtkShortcutFunc function, HbkEvidencePage *self)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_callback_action_new (function, self, NULL)));
}

void
hbk_evidence_page_init_keys (HbkEvidencePage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* Before the grid, for which the space bar selects. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_key (controller, "space", space_cb, self);
  add_key (controller, "Menu|<Shift>F10", menu_key_cb, self);
  add_key (controller, "Delete", delete_cb, self);
  add_key (controller, "Escape", escape_cb, self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), controller);
}

void
hbk_evidence_page_install_actions (GtkWidgetClass *widget_class)
{
  static const char *const selected[] = { "evidence.assign-selected", "evidence.document-selected", "evidence.take-out-selected", "evidence.remove-selected" };

  gtk_widget_class_install_action (widget_class, "evidence.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "evidence.attach", "(ss)", attach_cb);
  gtk_widget_class_install_action (widget_class, "evidence.choose", "s", choose_cb);
  gtk_widget_class_install_action (widget_class, "evidence.document", "s", document_cb);
  gtk_widget_class_install_action (widget_class, "evidence.save", "s", save_cb);
  gtk_widget_class_install_action (widget_class, "evidence.launch", "s", launch_cb);
  gtk_widget_class_install_action (widget_class, "evidence.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "evidence.pick", "s", pick_cb);
  gtk_widget_class_install_action (widget_class, "evidence.menu", "(sdd)", menu_cb);
  gtk_widget_class_install_action (widget_class, "evidence.start-selecting", NULL, selecting_cb);
  gtk_widget_class_install_action (widget_class, "evidence.stop-selecting", NULL, selecting_cb);
  gtk_widget_class_install_action (widget_class, "evidence.select-all", NULL, select_all_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (selected); i++)
    gtk_widget_class_install_action (widget_class, selected[i], NULL, selected_cb);
  gtk_widget_class_install_action (widget_class, "evidence.show-unassigned", NULL, show_unassigned_cb);
  gtk_widget_class_install_action (widget_class, "evidence.clear-filters", NULL, clear_filters_cb);
  gtk_widget_class_install_action (widget_class, "evidence.choose-type", NULL, choose_type_cb);
  gtk_widget_class_install_action (widget_class, "evidence.check", NULL, check_cb);
  gtk_widget_class_install_action (widget_class, "evidence.stop-check", NULL, stop_check_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "evidence.select-all", NULL);
}
