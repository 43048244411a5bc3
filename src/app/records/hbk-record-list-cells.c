/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/records/hbk-record-list-private.h"

#include "app/records/hbk-record-cell.h"
#include "app/records/hbk-record-heading.h"

static void
cell_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, HbkRecordList *self)
{
  if (self->is_selecting)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* While several are chosen a click adds a record or takes it out; where there is one pane only, it opens the other. */
static void
cell_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  GtkWidget      *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  HbkRecordList  *self = HBK_RECORD_LIST (gtk_widget_get_ancestor (cell, HBK_TYPE_RECORD_LIST));
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint           position = gtk_list_item_get_position (item);

  if (self->is_selecting && gtk_list_item_get_selected (item))
    gtk_selection_model_unselect_item (self->selection, position);
  else if (self->is_selecting)
    gtk_selection_model_select_item (self->selection, position, FALSE);
  else if ((modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    {
      gtk_selection_model_select_item (self->selection, position, TRUE);
      g_signal_emit_by_name (self, "opened");
    }
}

static void
setup_cb (HbkRecordList *self, GtkListItem *item)
{
  GtkWidget  *cell = hbk_record_cell_new ();
  GtkGesture *gesture = gtk_gesture_click_new ();

  g_signal_connect_object (gesture, "pressed", G_CALLBACK (cell_pressed_cb), self, 0);
  g_signal_connect_object (gesture, "released", G_CALLBACK (cell_released_cb), item, 0);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (gesture));
  g_object_bind_property (self, "selecting", cell, "selecting", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "selected", cell, "selected", G_BINDING_SYNC_CREATE);
  g_object_bind_property (cell, "name-in-words", item, "accessible-label", G_BINDING_DEFAULT);
  g_object_bind_property (cell, "summary", item, "accessible-description", G_BINDING_DEFAULT);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (HbkRecordList *self, GtkListItem *item)
{
  HbkRecordRow *row = HBK_RECORD_ROW (gtk_list_item_get_item (item));

  hbk_record_cell_set_row (HBK_RECORD_CELL (gtk_list_item_get_child (item)), row);
}

static void
unbind_cb (HbkRecordList *self, GtkListItem *item)
{
  hbk_record_cell_set_row (HBK_RECORD_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
setup_header_cb (HbkRecordList *self, GtkListHeader *header)
{
  gtk_list_header_set_child (header, hbk_record_heading_new (self->model, header));
}

void
hbk_record_list_install_cells (HbkRecordList *self)
{
  g_autoptr (GtkListItemFactory) cells = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (cells, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cells, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cells, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headers, "setup", G_CALLBACK (setup_header_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, cells);
  gtk_list_view_set_header_factory (self->list_view, headers);
  gtk_list_view_set_model (self->list_view, self->selection);
}
