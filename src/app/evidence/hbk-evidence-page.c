/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/evidence/hbk-evidence-page-private.h"

#include <glib/gi18n.h>

#include "app/application/hbk-app.h"
#include "app/evidence/hbk-file-cell.h"
#include "app/evidence/hbk-file-viewer.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"

enum {
  PROP_SELECTING = 1,
  PROP_SCOPE,
  PROP_SCOPE_LABEL,
  PROP_DOCUMENT_TYPE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkEvidencePage, hbk_evidence_page, HBK_TYPE_PAGE)

/* ---- Words ---- */

static int
get_margin (HbkEvidencePage *self, gboolean is_collapsed)
{
  return is_collapsed ? 14 : 24;
}

/* A cell has some room of its own. */
static int
get_grid_margin (HbkEvidencePage *self, gboolean is_collapsed)
{
  return get_margin (self, is_collapsed) - 6;
}

static char *
make_scope_label (HbkEvidencePage *self)
{
  HbkState        *state = hbk_page_get_state (HBK_PAGE (self));
  int              year = self->is_of_all_years ? 0 : hbk_page_get_year (HBK_PAGE (self));
  g_autofree char *scope = year > 0 ? g_strdup_printf (C_("files of a year", "Files of %d"), year) : g_strdup (_("Files of All Years"));

  if (*self->document == '\0' || state == NULL)
    return g_steal_pointer (&scope);

  return g_strdup_printf ("%s · %s", scope, hbk_value_words_document (state->vocabulary, self->document, hbk_locale_get_language ()));
}

static void
label_toggles (HbkEvidencePage *self)
{
  /* Translators: all files, those of no record, and those with a problem */
  const char *const labels[HBK_FILE_N_FILTERS] = { C_("files", "All"), C_("files", "Unassigned"), C_("files", "Problems") };

  for (guint i = 0; i < adw_toggle_group_get_n_toggles (self->filter_group); i++)
    {
      guint            n = hbk_file_list_get_count (self->files, i);
      g_autofree char *label = n > 0 ? g_strdup_printf ("%s %u", labels[i], n) : g_strdup (labels[i]);

      adw_toggle_set_label (adw_toggle_group_get_toggle (self->filter_group, i), label);
    }
}

static void
label_selection (HbkEvidencePage *self)
{
  guint            n = hbk_file_list_get_n_selected (self->files);
  g_autofree char *title = n > 0 ? g_strdup_printf (ngettext ("%u File Selected", "%u Files Selected", n), n) : g_strdup (_("Select Files"));

  adw_window_title_set_title (self->selection_title, title);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.assign-selected", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.document-selected", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.take-out-selected", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.remove-selected", n > 0);
}

/* What is shown follows the list. */
static void
files_changed_cb (HbkEvidencePage *self)
{
  HbkState *state = hbk_page_get_state (HBK_PAGE (self));
  gboolean  has_files = state != NULL && state->files->len > 0;

  gtk_stack_set_visible_child_name (self->stack, has_files ? "files" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->none_page), has_files && g_list_model_get_n_items (G_LIST_MODEL (self->files)) == 0);
  label_toggles (self);
}

/* ---- Cells ---- */

static void
setup_cb (HbkEvidencePage *self, GtkListItem *item)
{
  GtkWidget *cell = g_object_new (HBK_TYPE_FILE_CELL, NULL);

  g_object_bind_property (self, "session", cell, "session", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "selecting", cell, "selecting", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "item", cell, "item", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (HbkEvidencePage *self, GtkListItem *item)
{
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;
  g_autofree char *label = NULL;

  g_object_get (gtk_list_item_get_item (item), "name", &name, "place", &place, NULL);
  label = g_strdup_printf ("%s, %s", name, place);
  gtk_list_item_set_accessible_label (item, label);
}

static void
activated_cb (HbkEvidencePage *self, guint position)
{
  g_autoptr (HbkFileItem) item = g_list_model_get_item (G_LIST_MODEL (self->files), position);

  if (item == NULL)
    return;
  if (self->is_selecting)
    hbk_file_item_set_selected (item, !hbk_file_item_get_selected (item));
  else
    hbk_evidence_page_show_file (self, hbk_file_item_get_sha256 (item));
}

static void
filter_changed_cb (HbkEvidencePage *self)
{
  hbk_file_list_set_filter (self->files, adw_toggle_group_get_active (self->filter_group));
  files_changed_cb (self);
}

static void
search_changed_cb (HbkEvidencePage *self)
{
  hbk_file_list_set_search (self->files, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  files_changed_cb (self);
}

/* ---- What the other files of the class ask for ---- */

void
hbk_evidence_page_set_selecting (HbkEvidencePage *self, gboolean is_selecting)
{
  if (self->is_selecting == is_selecting)
    return;

  self->is_selecting = is_selecting;
  if (!is_selecting)
    hbk_file_list_select_none (self->files);
  label_selection (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTING]);
}

static void
show_files (HbkEvidencePage *self)
{
  HbkState *state = hbk_page_get_state (HBK_PAGE (self));

  if (state != NULL)
    hbk_file_list_set_state (self->files, state, self->is_of_all_years ? 0 : hbk_page_get_year (HBK_PAGE (self)));
  files_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCOPE_LABEL]);
}

void
hbk_evidence_page_set_document (HbkEvidencePage *self, const char *document)
{
  if (!g_set_str (&self->document, document))
    return;

  hbk_file_list_set_document (self->files, *document != '\0' ? document : NULL);
  show_files (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT_TYPE]);
}

void
hbk_evidence_page_set_scope (HbkEvidencePage *self, const char *scope)
{
  gboolean is_of_all_years = g_strcmp0 (scope, "all") == 0;

  if (self->is_of_all_years == is_of_all_years)
    return;

  self->is_of_all_years = is_of_all_years;
  show_files (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCOPE]);
}

void
hbk_evidence_page_set_filter (HbkEvidencePage *self, HbkFileFilter filter)
{
  adw_toggle_group_set_active (self->filter_group, filter);
}

void
hbk_evidence_page_take_faults (HbkEvidencePage *self, GHashTable *faults)
{
  hbk_file_list_set_faults (self->files, faults);
  files_changed_cb (self);
}

void
hbk_evidence_page_clear_filters (HbkEvidencePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  hbk_file_list_set_search (self->files, "");
  hbk_evidence_page_set_filter (self, HBK_FILE_FILTER_ALL);
  hbk_evidence_page_set_document (self, "");
  hbk_evidence_page_set_scope (self, "all");
  files_changed_cb (self);
}

/* ---- Page ---- */

static void
hbk_evidence_page_update (HbkPage *page, HbkState *state)
{
  HbkEvidencePage *self = HBK_EVIDENCE_PAGE (page);

  show_files (self);
  hbk_evidence_page_update_inbox (self, state);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.add-files", state->is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.add-folder", state->is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.paste", state->is_writable);
}

static gboolean
hbk_evidence_page_search (HbkPage *page)
{
  HbkEvidencePage *self = HBK_EVIDENCE_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
hbk_evidence_page_open_menu (HbkPage *page)
{
  hbk_primary_menu_open (HBK_EVIDENCE_PAGE (page)->primary_menu);
}

/* How the files are is looked at when the person comes here. */
static void
hbk_evidence_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hbk_evidence_page_parent_class)->map (widget);
  hbk_evidence_page_check_quickly (HBK_EVIDENCE_PAGE (widget));
}

static void
hbk_evidence_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkEvidencePage *self = HBK_EVIDENCE_PAGE (object);

  switch (prop_id)
    {
    case PROP_SELECTING:
      g_value_set_boolean (value, self->is_selecting);
      break;

    case PROP_SCOPE:
      g_value_set_static_string (value, self->is_of_all_years ? "all" : "year");
      break;

    case PROP_SCOPE_LABEL:
      g_value_take_string (value, make_scope_label (self));
      break;

    case PROP_DOCUMENT_TYPE:
      g_value_set_string (value, self->document);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_evidence_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkEvidencePage *self = HBK_EVIDENCE_PAGE (object);

  switch (prop_id)
    {
    case PROP_SELECTING:
      hbk_evidence_page_set_selecting (self, g_value_get_boolean (value));
      break;

    case PROP_SCOPE:
      hbk_evidence_page_set_scope (self, g_value_get_string (value));
      break;

    case PROP_DOCUMENT_TYPE:
      hbk_evidence_page_set_document (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_evidence_page_dispose (GObject *object)
{
  HbkEvidencePage *self = HBK_EVIDENCE_PAGE (object);

  hbk_evidence_page_stop_check (self);
  hbk_evidence_page_dispose_inbox (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->files != NULL)
    g_signal_handlers_disconnect_by_data (self->files, self);
  g_clear_object (&self->files);

  G_OBJECT_CLASS (hbk_evidence_page_parent_class)->dispose (object);
}

static void
hbk_evidence_page_finalize (GObject *object)
{
  g_free (HBK_EVIDENCE_PAGE (object)->document);

  G_OBJECT_CLASS (hbk_evidence_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HBK_TYPE_HEADER_SCROLLER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-evidence-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkEvidencePage, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, HbkEvidencePage, selection_title);
  gtk_widget_class_bind_template_child (widget_class, HbkEvidencePage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, HbkEvidencePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HbkEvidencePage, stack);
  gtk_widget_class_bind_template_child (widget_class, HbkEvidencePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HbkEvidencePage, check_box);
  gtk_widget_class_bind_template_child (widget_class, HbkEvidencePage, check_bar);
  gtk_widget_class_bind_template_child (widget_class, HbkEvidencePage, inbox_group);
  gtk_widget_class_bind_template_child (widget_class, HbkEvidencePage, filter_group);
  gtk_widget_class_bind_template_child (widget_class, HbkEvidencePage, none_page);
  gtk_widget_class_bind_template_child (widget_class, HbkEvidencePage, grid);
  gtk_widget_class_bind_template_child (widget_class, HbkEvidencePage, drop_revealer);
  gtk_widget_class_bind_template_callback (widget_class, get_margin);
  gtk_widget_class_bind_template_callback (widget_class, get_grid_margin);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
hbk_evidence_page_class_init (HbkEvidencePageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_evidence_page_dispose;
  object_class->finalize = hbk_evidence_page_finalize;
  object_class->get_property = hbk_evidence_page_get_property;
  object_class->set_property = hbk_evidence_page_set_property;
  widget_class->map = hbk_evidence_page_map;
  HBK_PAGE_CLASS (klass)->update = hbk_evidence_page_update;
  HBK_PAGE_CLASS (klass)->search = hbk_evidence_page_search;
  HBK_PAGE_CLASS (klass)->open_menu = hbk_evidence_page_open_menu;

  properties[PROP_SELECTING] = g_param_spec_boolean ("selecting", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* "year" for the files of the year and the inbox, "all" for those of all years. */
  properties[PROP_SCOPE] = g_param_spec_string ("scope", NULL, NULL, "year", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SCOPE_LABEL] = g_param_spec_string ("scope-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* Empty for all types. */
  properties[PROP_DOCUMENT_TYPE] = g_param_spec_string ("document-type", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "evidence.scope", "scope");
  gtk_widget_class_install_property_action (widget_class, "evidence.document-type", "document-type");
  hbk_evidence_page_install_actions (widget_class);
  hbk_evidence_page_install_take_in (widget_class);
}

/* What is shown is shown again the next time. */
static void
keep_filters (HbkEvidencePage *self)
{
  g_autoptr (GSettings) settings = g_settings_new (HBK_APP_ID);

  g_settings_bind (settings, "evidence-filter", self->filter_group, "active-name", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "evidence-scope", self, "scope", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "evidence-document", self, "document-type", G_SETTINGS_BIND_DEFAULT);
}

static void
hbk_evidence_page_init (HbkEvidencePage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->document = g_strdup ("");
  self->files = hbk_file_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->files)));
  gtk_grid_view_set_factory (self->grid, factory);
  gtk_grid_view_set_model (self->grid, GTK_SELECTION_MODEL (selection));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  g_signal_connect_object (self->files, "notify::n-selected", G_CALLBACK (label_selection), self, G_CONNECT_SWAPPED);
  hbk_evidence_page_init_inbox (self);
  hbk_evidence_page_init_take_in (self);
  hbk_evidence_page_init_keys (self);
  label_selection (self);
  keep_filters (self);
}

/**
 * hbk_evidence_page_show_file:
 * @self: the page
 * @sha256: the checksum of a file
 *
 * Shows a file.
 */
void
hbk_evidence_page_show_file (HbkEvidencePage *self, const char *sha256)
{
  HbkState *state;

  g_return_if_fail (HBK_IS_EVIDENCE_PAGE (self) && sha256 != NULL);

  state = hbk_page_get_state (HBK_PAGE (self));
  if (state == NULL || hbk_state_lookup_file (state, sha256) == NULL)
    return;

  adw_dialog_present (ADW_DIALOG (hbk_file_viewer_new (hbk_page_get_session (HBK_PAGE (self)), sha256, hbk_file_list_get_fault (self->files, sha256))), GTK_WIDGET (self));
}
