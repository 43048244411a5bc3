/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/hbk-chooser.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/widgets/hbk-activity-icon.h"
#include "app/widgets/hbk-tile.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"

/**
 * HbkChooser:
 *
 * A dialog to choose one of many by search: a record, or a type of document.
 */
struct _HbkChooser
{
  AdwDialog parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack       *stack;
  GtkListView    *list;

  HbkState           *state;
  GtkFilterListModel *filtered;
  GtkCustomFilter    *filter;
  char              **words;
  gboolean            is_of_records;
  HbkChosen           chosen;
  gpointer            user_data;
  GDestroyNotify      free_data;
};

G_DEFINE_FINAL_TYPE (HbkChooser, hbk_chooser, ADW_TYPE_DIALOG)

/* ---- What there is to choose from: records, or ids of document types ---- */

static const char *
get_title (HbkChooser *self, gpointer item)
{
  if (!self->is_of_records)
    return hbk_value_words_document (self->state->vocabulary, gtk_string_object_get_string (item), hbk_locale_get_language ());

  return hbk_record_get_title (item) != NULL ? hbk_record_get_title (item) : "";
}

static const char *
get_activity (HbkChooser *self, HbkRecord *record)
{
  return hbk_value_words_activity (self->state->vocabulary, hbk_record_get_activity (record), hbk_locale_get_language ());
}

static char *
make_subtitle (HbkChooser *self, HbkRecord *record)
{
  g_autofree char *period = hbk_words_period_full (hbk_record_get_start (record), hbk_record_get_end (record));

  return g_strconcat (period, " · ", get_activity (self, record), NULL);
}

static const char *
get_id (HbkChooser *self, gpointer item)
{
  return self->is_of_records ? hbk_record_get_id (item) : gtk_string_object_get_string (item);
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

static char *
make_key (HbkChooser *self, gpointer item)
{
  g_autofree char *date = self->is_of_records ? hbk_date_format (hbk_record_get_start (item)) : NULL;
  g_autofree char *text = g_strjoin ("\n", get_title (self, item), self->is_of_records ? get_activity (self, item) : "", date, NULL);

  return fold (text);
}

static gboolean
matches (gpointer item, gpointer data)
{
  HbkChooser      *self = data;
  g_autofree char *key = NULL;

  if (self->words == NULL)
    return TRUE;

  key = make_key (self, item);
  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (strstr (key, self->words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
choose (HbkChooser *self, gpointer item)
{
  g_autofree char *id = g_strdup (get_id (self, item));

  adw_dialog_close (ADW_DIALOG (self));
  self->chosen (id, self->user_data);
}

/* ---- Rows ---- */

static void
setup_cb (HbkChooser *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, NULL);
  GtkWidget *subtitle = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, "visible", self->is_of_records, NULL);

  gtk_widget_add_css_class (subtitle, "dimmed");
  gtk_widget_add_css_class (subtitle, "hbk-second");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  if (self->is_of_records)
    {
      GtkWidget *tile = hbk_tile_new (NULL, HBK_TONE_NEUTRAL);

      gtk_widget_set_valign (tile, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), tile);
    }
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), subtitle);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (HbkChooser *self, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *words = gtk_widget_get_last_child (box);
  GtkLabel  *title = GTK_LABEL (gtk_widget_get_first_child (words)), *subtitle = GTK_LABEL (gtk_widget_get_last_child (words));
  gpointer   thing = gtk_list_item_get_item (item);

  gtk_label_set_text (title, get_title (self, thing));
  gtk_list_item_set_accessible_label (item, get_title (self, thing));
  if (self->is_of_records)
    {
      g_autofree char       *text = make_subtitle (self, thing);
      const char            *activity = hbk_record_get_activity (thing);
      const char            *id = hbk_record_get_id (thing);
      const HbkRecordResult *result = hbk_state_get_n_record_years (self->state, id) > 0 ? hbk_state_get_record_year (self->state, id, 0)->result : NULL;

      gtk_label_set_text (subtitle, text);
      g_object_set (gtk_widget_get_first_child (box), "icon-name", hbk_activity_icon (activity, self->state->vocabulary), "kind", hbk_activity_tone (activity, result), NULL);
    }
}

/* ---- Signals ---- */

static void
activated_cb (HbkChooser *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (item != NULL)
    choose (self, item);
}

static void
activate_first_cb (HbkChooser *self)
{
  activated_cb (self, 0);
}

static void
search_changed_cb (HbkChooser *self)
{
  g_autofree char *folded = fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  g_strstrip (folded);
  g_clear_pointer (&self->words, g_strfreev);
  if (*folded != '\0')
    self->words = g_strsplit (folded, " ", -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* The entry keeps the key that would close the dialog. */
static void
stop_search_cb (HbkChooser *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

/* Filtering goes on in the background, where there are many. */
static void
found_cb (HbkChooser *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0 && gtk_filter_list_model_get_pending (self->filtered) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "none" : "list");
}

static void
hbk_chooser_dispose (GObject *object)
{
  HbkChooser *self = HBK_CHOOSER (object);

  if (self->filtered != NULL)
    g_signal_handlers_disconnect_by_data (self->filtered, self);
  g_clear_object (&self->filtered);
  gtk_widget_dispose_template (GTK_WIDGET (self), HBK_TYPE_CHOOSER);

  G_OBJECT_CLASS (hbk_chooser_parent_class)->dispose (object);
}

static void
hbk_chooser_finalize (GObject *object)
{
  HbkChooser *self = HBK_CHOOSER (object);

  g_clear_pointer (&self->state, hbk_state_unref);
  g_strfreev (self->words);
  if (self->free_data != NULL)
    self->free_data (self->user_data);

  G_OBJECT_CLASS (hbk_chooser_parent_class)->finalize (object);
}

static void
hbk_chooser_class_init (HbkChooserClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_chooser_dispose;
  object_class->finalize = hbk_chooser_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HbkChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, HbkChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_first_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
hbk_chooser_init (HbkChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
}

static HbkChooser *
present (GtkWidget *parent, HbkState *state, const char *title, const char *placeholder, GListModel *items, gboolean is_of_records, HbkChosen chosen, gpointer user_data, GDestroyNotify free_data)
{
  HbkChooser         *self = g_object_new (HBK_TYPE_CHOOSER, "title", title, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->state = hbk_state_ref (state);
  self->is_of_records = is_of_records;
  self->chosen = chosen;
  self->user_data = user_data;
  self->free_data = free_data;
  g_object_set (self->search_entry, "placeholder-text", placeholder, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  self->filtered = gtk_filter_list_model_new (items, GTK_FILTER (self->filter));
  gtk_filter_list_model_set_incremental (self->filtered, TRUE);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filtered, "notify::pending", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->filtered)))));
  g_object_unref (factory);
  found_cb (self);
  adw_dialog_present (ADW_DIALOG (self), parent);

  return self;
}

/**
 * hbk_chooser_present_records:
 * @parent: a widget of the window
 * @state: where the records are
 * @title: what is chosen for
 * @chosen: is told which
 * @user_data: data for @chosen
 * @free_data: (nullable): frees @user_data
 *
 * Lets the person choose a record.
 *
 * Returns: (transfer none): the dialog
 */
HbkChooser *
hbk_chooser_present_records (GtkWidget *parent, HbkState *state, const char *title, HbkChosen chosen, gpointer user_data, GDestroyNotify free_data)
{
  GListStore *items;

  g_return_val_if_fail (parent != NULL && state != NULL && chosen != NULL, NULL);

  items = g_list_store_new (HBK_TYPE_RECORD);
  g_list_store_splice (items, 0, 0, state->records->pdata, state->records->len);

  return present (parent, state, title, _("Title, activity or date"), G_LIST_MODEL (items), TRUE, chosen, user_data, free_data);
}

/**
 * hbk_chooser_present_documents:
 * @parent: a widget of the window
 * @state: where the words are
 * @chosen: is told which
 * @user_data: data for @chosen
 * @free_data: (nullable): frees @user_data
 *
 * Lets the person choose a type of document.
 *
 * Returns: (transfer none): the dialog
 */
HbkChooser *
hbk_chooser_present_documents (GtkWidget *parent, HbkState *state, HbkChosen chosen, gpointer user_data, GDestroyNotify free_data)
{
  GtkStringList *items;

  g_return_val_if_fail (parent != NULL && state != NULL && chosen != NULL, NULL);

  items = gtk_string_list_new (NULL);
  for (guint i = 0; i < hbk_vocabulary_get_n_documents (state->vocabulary); i++)
    gtk_string_list_append (items, hbk_vocabulary_get_document (state->vocabulary, i)->id);

  return present (parent, state, _("Document Type"), _("Name of the document"), G_LIST_MODEL (items), FALSE, chosen, user_data, free_data);
}
