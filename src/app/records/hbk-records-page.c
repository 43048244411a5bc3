/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/records/hbk-records-page.h"

#include <glib/gi18n.h>

#include "app/editor/hbk-record-editor.h"
#include "app/records/hbk-record-detail.h"
#include "app/records/hbk-record-list.h"
#include "app/window/hbk-perform.h"
#include "workspace/hbk-record-sum.h"

/**
 * HbkRecordsPage:
 *
 * The records, and what is known of the one that is selected.
 */
struct _HbkRecordsPage
{
  HbkPage parent_instance;

  AdwNavigationSplitView *split_view;
  HbkRecordList          *list;
  GtkStack               *details;
  GtkWidget              *none_page;
  AdwStatusPage          *many_page;
  HbkRecordDetail        *detail;

  gboolean is_narrow;
  char    *proof_wanted; /* the record whose evidence is to be shown, once it is there */
};

enum {
  PROP_NARROW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkRecordsPage, hbk_records_page, HBK_TYPE_PAGE)

/* ---- What is shown ---- */

/* The page hears that the window has become narrow before it is itself, and must not ask for the width of two panes then. */
static gboolean
has_one_pane (HbkRecordsPage *self, gboolean is_collapsed, gboolean is_narrow)
{
  return is_collapsed || is_narrow;
}

/* The list may still be looking for the record. */
static void
show_wanted_proof (HbkRecordsPage *self)
{
  if (self->proof_wanted == NULL || g_strcmp0 (hbk_record_detail_get_id (self->detail), self->proof_wanted) != 0)
    return;

  g_clear_pointer (&self->proof_wanted, g_free);
  hbk_record_detail_show_proof (self->detail);
}

static void
show_many (HbkRecordsPage *self, guint n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u Record Selected", "%u Records Selected", n), n);

  adw_status_page_set_title (self->many_page, title);
  gtk_stack_set_visible_child_name (self->details, "many");
}

static void
show_selection (HbkRecordsPage *self)
{
  guint     n = hbk_record_list_get_n_selected (self->list);
  HbkState *state = hbk_page_get_state (HBK_PAGE (self));
  g_autoptr (HbkRecordRow) row = n == 1 ? hbk_record_list_dup_selected (self->list, 0) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.remove", n > 0 && state != NULL && state->is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.mark", n > 0 && state != NULL && state->is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.edit", n == 1 && state != NULL && state->is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.duplicate", n == 1 && state != NULL && state->is_writable);
  if (row != NULL)
    {
      hbk_record_detail_set (self->detail, hbk_page_get_session (HBK_PAGE (self)), hbk_record_row_get_state (row), hbk_record_row_get_record (row), hbk_record_row_get_year (row));
      gtk_stack_set_visible_child_name (self->details, "one");
      show_wanted_proof (self);
    }
  else if (n > 1)
    {
      show_many (self, n);
    }
  else
    {
      gtk_widget_set_visible (self->none_page, state != NULL && state->records->len > 0);
      gtk_stack_set_visible_child_name (self->details, "none");
      if (adw_navigation_split_view_get_collapsed (self->split_view))
        adw_navigation_split_view_set_show_content (self->split_view, FALSE);
    }
}

static void
selection_changed_cb (HbkRecordsPage *self)
{
  show_selection (self);
}

static void
opened_cb (HbkRecordsPage *self)
{
  if (adw_navigation_split_view_get_collapsed (self->split_view))
    adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
covered_cb (HbkRecordsPage *self)
{
  hbk_page_set_covered (HBK_PAGE (self), adw_navigation_split_view_get_collapsed (self->split_view) && adw_navigation_split_view_get_show_content (self->split_view));
}

/* ---- What a person does with records ---- */

static GPtrArray *
dup_selected (HbkRecordsPage *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  guint      n = hbk_record_list_get_n_selected (self->list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HbkRecordRow) row = hbk_record_list_dup_selected (self->list, i);

      g_ptr_array_add (records, g_object_ref (hbk_record_row_get_record (row)));
    }

  return records;
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) records = dup_selected (HBK_RECORDS_PAGE (widget));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < records->len; i++)
    g_strv_builder_add (builder, hbk_record_get_id (g_ptr_array_index (records, i)));
  ids = g_strv_builder_end (builder);
  hbk_perform (widget, hbk_request_new_remove_records ((const char *const *) ids));
  g_object_set (HBK_RECORDS_PAGE (widget)->list, "selecting", FALSE, NULL);
}

/* In one step, so that one undo takes it back. */
static void
mark_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) records = dup_selected (HBK_RECORDS_PAGE (widget));
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);
  HbkStatus status;

  if (!hbk_status_from_nick (g_variant_get_string (parameter, NULL), &status))
    return;

  for (guint i = 0; i < records->len; i++)
    {
      HbkRecord *record = g_ptr_array_index (records, i);
      HbkRecord *copy;

      if (hbk_record_get_status (record) == status)
        continue;
      copy = hbk_record_copy (record, hbk_record_get_id (record));
      hbk_record_set_status (copy, status);
      g_ptr_array_add (changed, copy);
    }
  if (changed->len > 0)
    hbk_perform (widget, hbk_request_new_save_records (changed));
  g_object_set (HBK_RECORDS_PAGE (widget)->list, "selecting", FALSE, NULL);
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *id = hbk_record_detail_get_id (HBK_RECORDS_PAGE (widget)->detail);

  if (id != NULL)
    gtk_widget_activate_action (widget, "win.edit-record", "s", id);
}

/* What another record has been through is not taken over: neither its proofs nor its review. */
static void
duplicate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkRecordsPage *self = HBK_RECORDS_PAGE (widget);
  g_autoptr (HbkRecordRow) row = hbk_record_list_dup_selected (self->list, 0);
  g_autoptr (HbkRecord) copy = NULL;

  if (row == NULL || hbk_page_get_state (HBK_PAGE (self)) == NULL)
    return;

  copy = hbk_record_copy (hbk_record_row_get_record (row), hbk_record_row_get_id (row));
  while (hbk_record_get_n_evidence (copy) > 0)
    hbk_record_remove_evidence (copy, 0);
  hbk_record_clear_verified_hours (copy);
  if (hbk_record_get_status (copy) != HBK_STATUS_PLANNED)
    hbk_record_set_status (copy, HBK_STATUS_DONE);
  hbk_record_editor_present_copy (widget, hbk_page_get_session (HBK_PAGE (self)), copy);
}

/* ---- Page ---- */

static void
hbk_records_page_finalize (GObject *object)
{
  g_free (HBK_RECORDS_PAGE (object)->proof_wanted);

  G_OBJECT_CLASS (hbk_records_page_parent_class)->finalize (object);
}

static void
hbk_records_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_NARROW)
    g_value_set_boolean (value, HBK_RECORDS_PAGE (object)->is_narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
hbk_records_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkRecordsPage *self = HBK_RECORDS_PAGE (object);

  if (prop_id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->is_narrow == g_value_get_boolean (value))
    return;

  self->is_narrow = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
hbk_records_page_update (HbkPage *page, HbkState *state)
{
  hbk_record_list_update (HBK_RECORDS_PAGE (page)->list, state);
}

static gboolean
hbk_records_page_search (HbkPage *page)
{
  HbkRecordsPage *self = HBK_RECORDS_PAGE (page);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  hbk_record_list_search (self->list, NULL);

  return TRUE;
}

static void
hbk_records_page_open_menu (HbkPage *page)
{
  HbkRecordsPage *self = HBK_RECORDS_PAGE (page);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  hbk_record_list_open_menu (self->list);
}

static void
hbk_records_page_class_init (HbkRecordsPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HbkPageClass   *page_class = HBK_PAGE_CLASS (klass);

  object_class->finalize = hbk_records_page_finalize;
  object_class->get_property = hbk_records_page_get_property;
  object_class->set_property = hbk_records_page_set_property;
  page_class->update = hbk_records_page_update;
  page_class->search = hbk_records_page_search;
  page_class->open_menu = hbk_records_page_open_menu;

  /* There is room for one pane only. */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HBK_TYPE_RECORD_DETAIL);
  g_type_ensure (HBK_TYPE_RECORD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-records-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkRecordsPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordsPage, list);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordsPage, details);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordsPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordsPage, many_page);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordsPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_one_pane);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, covered_cb);
  gtk_widget_class_install_action (widget_class, "records.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "records.mark", "s", mark_cb);
  gtk_widget_class_install_action (widget_class, "records.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "records.duplicate", NULL, duplicate_cb);
}

static void
hbk_records_page_init (HbkRecordsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_selection (self);
}

/* A record that the year leaves out is shown in its own year. */
static void
go_to_year (HbkRecordsPage *self, HbkState *state, HbkRecord *record)
{
  int          year = hbk_page_get_year (HBK_PAGE (self));
  HbkRecordSum sum = hbk_record_sum (state, record, year);
  HbkPeriod    part;

  if (sum.n_years > 0 || hbk_period_in_year (hbk_record_get_period (record), year, &part))
    return;

  sum = hbk_record_sum (state, record, 0);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.year", "i", sum.main != NULL ? sum.main->year->year : hbk_date_year (hbk_record_get_end (record)));
}

/**
 * hbk_records_page_show_record:
 * @self: the page
 * @id: the id of a record
 *
 * Shows a record, whatever was searched for before.
 */
void
hbk_records_page_show_record (HbkRecordsPage *self, const char *id)
{
  HbkState  *state;
  HbkRecord *record;

  g_return_if_fail (HBK_IS_RECORDS_PAGE (self) && id != NULL);

  state = hbk_page_get_state (HBK_PAGE (self));
  record = state != NULL ? hbk_state_lookup_record (state, id) : NULL;
  if (record == NULL)
    return;

  g_clear_pointer (&self->proof_wanted, g_free);
  hbk_record_list_show (self->list, id);
  go_to_year (self, state, record);
  opened_cb (self);
}

/**
 * hbk_records_page_show_proof:
 * @self: the page
 * @id: the id of a record
 *
 * Shows a record, and of it where evidence is added.
 */
void
hbk_records_page_show_proof (HbkRecordsPage *self, const char *id)
{
  g_return_if_fail (HBK_IS_RECORDS_PAGE (self) && id != NULL);

  hbk_records_page_show_record (self, id);
  g_set_str (&self->proof_wanted, id);
  show_wanted_proof (self);
}

/**
 * hbk_records_page_search_for:
 * @self: the page
 * @text: what to search for
 *
 * Searches the records.
 */
void
hbk_records_page_search_for (HbkRecordsPage *self, const char *text)
{
  g_return_if_fail (HBK_IS_RECORDS_PAGE (self) && text != NULL);

  hbk_record_list_search (self->list, text);
}
