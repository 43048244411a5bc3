/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/records/hbk-record-list-private.h"

#include <glib/gi18n.h>

#include "app/window/hbk-year-switcher.h"

enum {
  PROP_SESSION = 1,
  PROP_YEAR,
  PROP_COLLAPSED,
  PROP_SELECTING,
  N_PROPS
};

enum {
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_OPENED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HbkRecordList, hbk_record_list, ADW_TYPE_BIN)

/* ---- What is looked for ---- */

static void
find_cb (HbkRecordList *self)
{
  HbkRecordFilter  filter = { 0 };
  g_autofree char *text = NULL;

  if (self->session == NULL)
    return;

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
  hbk_record_filter_bar_get (self->filter_bar, &filter);
  filter.year = hbk_record_filter_bar_get_all_years (self->filter_bar) ? 0 : self->year;
  hbk_record_finder_find (self->finder, self->session, &filter, *text != '\0' ? text : NULL);
}

static void
clear_cb (HbkRecordList *self)
{
  hbk_record_filter_bar_clear (self->filter_bar);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  find_cb (self);
}

static void
all_years_cb (HbkRecordList *self)
{
  hbk_record_filter_bar_set_all_years (self->filter_bar, TRUE);
}

static void
stop_search_cb (HbkRecordList *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* ---- What is shown ---- */

static void
show_titles (HbkRecordList *self)
{
  HbkRecordOrder  *order = hbk_record_model_get_order (self->model);
  guint            n = order != NULL ? order->records->len : 0;
  guint            n_selected = hbk_record_list_get_n_selected (self);
  g_autofree char *count = g_strdup_printf (ngettext ("%u record", "%u records", n), n);
  g_autofree char *selected = g_strdup_printf (ngettext ("%u Selected", "%u Selected", n_selected), n_selected);

  adw_window_title_set_subtitle (self->all_title, count);
  adw_window_title_set_title (self->selecting_title, selected);
  if (self->is_selecting)
    gtk_stack_set_visible_child_name (self->titles, "selecting");
  else
    gtk_stack_set_visible_child_name (self->titles, hbk_record_filter_bar_get_all_years (self->filter_bar) ? "all" : "year");
  gtk_action_bar_set_revealed (self->bulk_bar, self->is_selecting || n_selected > 1);
}

static void
show_contents (HbkRecordList *self, HbkRecordOrder *order)
{
  gboolean         is_filtered = hbk_record_filter_bar_is_set (self->filter_bar) || *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
  gboolean         has_others = order->state->records->len > 0;
  g_autofree char *title = NULL;

  if (order->records->len > 0)
    {
      gtk_stack_set_visible_child_name (self->contents, "list");
      return;
    }
  if (has_others && is_filtered)
    {
      gtk_stack_set_visible_child_name (self->contents, "nothing");
      return;
    }

  title = order->year != 0 ? g_strdup_printf (_("No Records in %d"), order->year) : g_strdup (_("No Records Yet"));
  adw_status_page_set_title (self->empty_page, has_others ? title : _("No Records Yet"));
  adw_status_page_set_description (self->empty_page, _("Add a course, a paper, a conference or whatever else you did, and see what it gives."));
  gtk_widget_set_visible (self->all_years_button, has_others && order->year != 0);
  gtk_stack_set_visible_child_name (self->contents, "empty");
}

/* ---- Selection ---- */

static void
select_position (HbkRecordList *self, guint position)
{
  gtk_selection_model_select_item (self->selection, position, TRUE);
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_NONE, NULL);
}

static void
remember_selected (HbkRecordList *self)
{
  g_autoptr (HbkRecordRow) row = hbk_record_list_get_n_selected (self) == 1 ? hbk_record_list_dup_selected (self, 0) : NULL;

  g_set_str (&self->selected, row != NULL ? hbk_record_row_get_id (row) : NULL);
  if (row != NULL)
    hbk_record_model_find (self->model, self->selected, &self->selected_position);
}

static void
selection_changed_cb (HbkRecordList *self)
{
  if (self->is_updating)
    return;

  remember_selected (self);
  show_titles (self);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

/* The record that was selected stays so wherever it went; where it was removed its neighbour takes its place. */
static void
restore_selection (HbkRecordList *self, HbkRecordOrder *order)
{
  guint position;

  if (self->wanted != NULL && hbk_record_model_find (self->model, self->wanted, &position))
    {
      g_clear_pointer (&self->wanted, g_free);
      select_position (self, position);
      gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_FOCUS, NULL);
    }
  else if (self->selected != NULL && hbk_record_model_find (self->model, self->selected, &position))
    {
      if (!gtk_selection_model_is_selected (self->selection, position))
        gtk_selection_model_select_item (self->selection, position, TRUE);
    }
  else if (self->selected != NULL && !self->is_collapsed && order->records->len > 0 && hbk_state_lookup_record (order->state, self->selected) == NULL)
    {
      select_position (self, MIN (self->selected_position, order->records->len - 1));
    }
}

/* A list that is filled anew would begin below the heading of its first month: it knows how high that is only after a frame. */
static gboolean
scroll_up_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  HbkRecordList *self = data;

  if (self->n_frames++ < 2)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget)), 0);
  self->scroll_tick = 0;

  return G_SOURCE_REMOVE;
}

static void
scroll_up (HbkRecordList *self)
{
  self->n_frames = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), scroll_up_cb, self, NULL);
}

static void
found_cb (HbkRecordList *self, HbkRecordOrder *order)
{
  HbkRecordOrder *before = hbk_record_model_get_order (self->model);
  gboolean        is_other = before == NULL || before->records->len == 0 || before->year != order->year || before->sort != order->sort;

  self->is_updating = TRUE;
  hbk_record_model_set_order (self->model, order);
  restore_selection (self, order);
  self->is_updating = FALSE;
  show_contents (self, order);
  selection_changed_cb (self);
  if (is_other && self->selected == NULL)
    scroll_up (self);
}

static void
activate_cb (HbkRecordList *self, guint position)
{
  if (self->is_selecting)
    return;

  gtk_selection_model_select_item (self->selection, position, TRUE);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

/* ---- Object ---- */

static void
set_selecting (HbkRecordList *self, gboolean is_selecting)
{
  if (self->is_selecting == is_selecting)
    return;

  self->is_selecting = is_selecting;
  if (!is_selecting && hbk_record_list_get_n_selected (self) > 1)
    gtk_selection_model_unselect_all (self->selection);
  show_titles (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTING]);
}

/* In a narrow header there is room for it only while it is needed; the menu has it as well. */
static gboolean
has_button (HbkRecordList *self, gboolean is_collapsed, gboolean is_selecting)
{
  return !is_collapsed || is_selecting;
}

static void
leave_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkRecordList *self = HBK_RECORD_LIST (widget);

  if (self->is_selecting)
    set_selecting (self, FALSE);
  else
    gtk_selection_model_unselect_all (self->selection);
}

static void
hbk_record_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkRecordList *self = HBK_RECORD_LIST (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_YEAR:
      g_value_set_int (value, self->year);
      break;

    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->is_collapsed);
      break;

    case PROP_SELECTING:
      g_value_set_boolean (value, self->is_selecting);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_record_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkRecordList *self = HBK_RECORD_LIST (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      if (g_set_object (&self->session, g_value_get_object (value)))
        {
          find_cb (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;

    case PROP_YEAR:
      if (self->year != g_value_get_int (value))
        {
          self->year = g_value_get_int (value);
          find_cb (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;

    case PROP_COLLAPSED:
      if (self->is_collapsed != g_value_get_boolean (value))
        {
          self->is_collapsed = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;

    case PROP_SELECTING:
      set_selecting (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_record_list_dispose (GObject *object)
{
  HbkRecordList *self = HBK_RECORD_LIST (object);

  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list_view), self->scroll_tick);
  self->scroll_tick = 0;
  g_clear_object (&self->finder);
  g_clear_object (&self->session);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (hbk_record_list_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HBK_TYPE_PRIMARY_MENU);
  g_type_ensure (HBK_TYPE_RECORD_FILTER_BAR);
  g_type_ensure (HBK_TYPE_YEAR_SWITCHER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-record-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkRecordList, titles);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordList, all_title);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordList, selecting_title);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordList, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordList, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordList, contents);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordList, list_view);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordList, empty_page);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordList, all_years_button);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordList, bulk_bar);
  gtk_widget_class_bind_template_callback (widget_class, find_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_button);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_years_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
hbk_record_list_class_init (HbkRecordListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_record_list_dispose;
  object_class->get_property = hbk_record_list_get_property;
  object_class->set_property = hbk_record_list_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, HBK_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, 0, HBK_DATE_YEAR_MAX, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* Several records are being chosen. */
  properties[PROP_SELECTING] = g_param_spec_boolean ("selecting", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_SELECTION_CHANGED] = g_signal_new ("selection-changed", HBK_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* The person wants to see the record that is selected. */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", HBK_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "list.leave", NULL, leave_cb);
  gtk_widget_class_install_property_action (widget_class, "list.selecting", "selecting");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "list.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "records.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "records.remove", NULL);
}

static void
hbk_record_list_init (HbkRecordList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->finder = hbk_record_finder_new ();
  self->model = hbk_record_model_new ();
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model))));
  g_signal_connect_object (self->finder, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  hbk_record_list_install_cells (self);
}

/**
 * hbk_record_list_update:
 * @self: a list
 * @state: a state
 *
 * Shows the records of a newer state.
 */
void
hbk_record_list_update (HbkRecordList *self, HbkState *state)
{
  g_return_if_fail (HBK_IS_RECORD_LIST (self) && state != NULL);

  hbk_record_filter_bar_update (self->filter_bar, state);
  find_cb (self);
}

/**
 * hbk_record_list_show:
 * @self: a list
 * @id: the id of a record
 *
 * Selects a record, and brings it into sight. What would hide it is taken back.
 */
void
hbk_record_list_show (HbkRecordList *self, const char *id)
{
  guint position;

  g_return_if_fail (HBK_IS_RECORD_LIST (self) && id != NULL);

  set_selecting (self, FALSE);
  g_set_str (&self->wanted, id);
  if (hbk_record_model_find (self->model, id, &position))
    {
      restore_selection (self, hbk_record_model_get_order (self->model));
      return;
    }

  clear_cb (self);
}

/**
 * hbk_record_list_search:
 * @self: a list
 * @text: (nullable): what to search for; %NULL to leave that to the person
 *
 * Puts the focus where the person can search.
 */
void
hbk_record_list_search (HbkRecordList *self, const char *text)
{
  g_return_if_fail (HBK_IS_RECORD_LIST (self));

  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * hbk_record_list_open_menu:
 * @self: a list
 *
 * Opens the menu of the application.
 */
void
hbk_record_list_open_menu (HbkRecordList *self)
{
  g_return_if_fail (HBK_IS_RECORD_LIST (self));

  hbk_primary_menu_open (self->primary_menu);
}

/**
 * hbk_record_list_unselect:
 * @self: a list
 *
 * Lets no record be selected.
 */
void
hbk_record_list_unselect (HbkRecordList *self)
{
  g_return_if_fail (HBK_IS_RECORD_LIST (self));

  gtk_selection_model_unselect_all (self->selection);
}

/**
 * hbk_record_list_get_n_selected:
 * @self: a list
 *
 * Says how many records are selected.
 *
 * Returns: the number
 */
guint
hbk_record_list_get_n_selected (HbkRecordList *self)
{
  g_autoptr (GtkBitset) positions = NULL;

  g_return_val_if_fail (HBK_IS_RECORD_LIST (self), 0);

  positions = gtk_selection_model_get_selection (self->selection);

  return (guint) gtk_bitset_get_size (positions);
}

/**
 * hbk_record_list_dup_selected:
 * @self: a list
 * @nth: which of the selected records
 *
 * Gets a selected record.
 *
 * Returns: (transfer full) (nullable): its row
 */
HbkRecordRow *
hbk_record_list_dup_selected (HbkRecordList *self, guint nth)
{
  g_autoptr (GtkBitset) positions = NULL;

  g_return_val_if_fail (HBK_IS_RECORD_LIST (self), NULL);

  positions = gtk_selection_model_get_selection (self->selection);
  if (nth >= gtk_bitset_get_size (positions))
    return NULL;

  return g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (positions, nth));
}
