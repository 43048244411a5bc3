/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/rules/hbk-rules-page.h"

#include <glib/gi18n.h>

#include "app/rules/hbk-clause-item.h"
#include "app/rules/hbk-clause-view.h"
#include "app/rules/hbk-notice-view.h"
#include "app/rules/hbk-pack-changes.h"
#include "app/window/hbk-primary-menu.h"
#include "words/hbk-clause-words.h"
#include "words/hbk-locale.h"

/**
 * HbkRulesPage:
 *
 * The rules of a year as a document to read: its clauses by chapter with their figures, and beside them what a clause comes to.
 */
struct _HbkRulesPage
{
  HbkPage parent_instance;

  GtkStack               *stack;
  AdwNavigationSplitView *split_view;
  AdwWindowTitle         *window_title;
  HbkPrimaryMenu         *menu;
  HbkPrimaryMenu         *empty_menu;
  AdwStatusPage          *empty_status;
  GtkSearchEntry         *search_entry;
  AdwBanner              *newer_banner;
  GtkStack               *list_stack;
  GtkListView            *list_view;
  GtkScrolledWindow      *detail_scroller;
  GtkStack               *detail_stack;
  HbkNoticeView          *notice_view;
  HbkClauseView          *clause_view;

  HbkPack            *pack; /* the one that is listed */
  int                 listed_year;
  GListStore         *items;
  GtkCustomFilter    *filter;
  GtkSingleSelection *selection;
  char               *needle;
  int                 reading; /* the one that was asked for; -1 for none */
  guint               scroll_tick;
  guint               n_frames; /* since a clause was asked for */
};

G_DEFINE_FINAL_TYPE (HbkRulesPage, hbk_rules_page, HBK_TYPE_PAGE)

/* ---- The list ---- */

static gboolean
has_text (gpointer object, const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  HbkRulesPage *self = user_data;

  return hbk_clause_item_matches (item, self->needle);
}

static int
compare_chapters (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint first = hbk_clause_item_get_chapter_number ((HbkClauseItem *) a);
  guint second = hbk_clause_item_get_chapter_number ((HbkClauseItem *) b);

  return first < second ? -1 : first > second;
}

static guint
number_chapter (GHashTable *chapters, const HbkClause *clause)
{
  g_autofree char *chapter = hbk_clause_words_chapter (hbk_bilingual_get (&clause->place, hbk_locale_get_language ()));
  gpointer         number;

  if (g_hash_table_lookup_extended (chapters, chapter, NULL, &number))
    return GPOINTER_TO_UINT (number);

  number = GUINT_TO_POINTER (g_hash_table_size (chapters));
  g_hash_table_insert (chapters, g_steal_pointer (&chapter), number);

  return GPOINTER_TO_UINT (number);
}

static void
list_clauses (HbkRulesPage *self, HbkPack *pack, int year)
{
  g_autoptr (GHashTable) chapters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_clear_pointer (&self->pack, hbk_pack_unref);
  self->pack = hbk_pack_ref (pack);
  self->listed_year = year;
  for (guint i = 0; i < pack->clauses->len; i++)
    {
      const HbkClause *clause = &g_array_index (pack->clauses, HbkClause, i);

      g_ptr_array_add (items, hbk_clause_item_new (pack, clause, year, number_chapter (chapters, clause)));
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
}

static HbkClauseItem *
find_item (HbkRulesPage *self, const char *id, guint *position)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (HbkClauseItem) item = g_list_model_get_item (model, i);

      if (g_str_equal (hbk_clause_item_get_clause (item)->id, id))
        {
          *position = i;
          return item;
        }
    }

  return NULL;
}

static void
update_hits (HbkRulesPage *self)
{
  gboolean has_hits = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->list_stack, has_hits ? "list" : "nothing");
}

/* ---- The detail ---- */

static void
show_selected (HbkRulesPage *self)
{
  HbkClauseItem      *item = gtk_single_selection_get_selected_item (self->selection);
  HbkState           *state = hbk_page_get_state (HBK_PAGE (self));
  const HbkStateYear *year = state != NULL ? hbk_state_lookup_year (state, self->listed_year) : NULL;

  if (item != NULL)
    hbk_clause_view_show (self->clause_view, hbk_page_get_session (HBK_PAGE (self)), item, year, self->reading);
  else if (self->pack != NULL)
    hbk_notice_view_show (self->notice_view, self->pack);
  gtk_stack_set_visible_child_name (self->detail_stack, item != NULL ? "clause" : "notice");
}

static void
selected_cb (HbkRulesPage *self)
{
  HbkClauseItem *item = gtk_single_selection_get_selected_item (self->selection);

  /* It belongs to the clause for which it was asked. */
  if (self->reading >= 0 && item != NULL && !hbk_clause_item_has_reading (item, (guint) self->reading))
    self->reading = -1;
  show_selected (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->detail_scroller), 0);
}

static void
clause_activated_cb (HbkRulesPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
covered_cb (HbkRulesPage *self)
{
  hbk_page_set_covered (HBK_PAGE (self), adw_navigation_split_view_get_collapsed (self->split_view) && adw_navigation_split_view_get_show_content (self->split_view));
}

static void
search_changed_cb (HbkRulesPage *self)
{
  g_free (self->needle);
  self->needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_hits (self);
}

static void
clear_search_cb (HbkRulesPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
show_changes_cb (HbkRulesPage *self)
{
  HbkState           *state = hbk_page_get_state (HBK_PAGE (self));
  const HbkStateYear *year = state != NULL ? hbk_state_lookup_year (state, self->listed_year) : NULL;

  if (year != NULL && year->basis->newer != NULL)
    hbk_pack_changes_present (GTK_WIDGET (self), year->basis->pack, year->basis->newer, year->year);
}

/* ---- Overrides ---- */

static void
update_title (HbkRulesPage *self, const HbkStateYear *year)
{
  const char      *region = hbk_bilingual_get (&self->pack->region, hbk_locale_get_language ());
  g_autofree char *subtitle = NULL;

  if (year != NULL)
    /* Translators: a region and the year that its rules are shown for */
    subtitle = g_strdup_printf (_("%1$s · %2$d"), region, year->year);
  adw_window_title_set_subtitle (self->window_title, subtitle != NULL ? subtitle : region);
  adw_banner_set_revealed (self->newer_banner, year != NULL && year->basis->newer != NULL);
}

/* Whether none were chosen, or those that were are not there. */
static void
show_none (HbkRulesPage *self, HbkState *state)
{
  g_autofree char *trouble = state->trouble != NULL ? g_markup_escape_text (state->trouble->message, -1) : NULL;

  adw_status_page_set_icon_name (self->empty_status, trouble != NULL ? "dialog-warning-symbolic" : "hbk-rules-symbolic");
  adw_status_page_set_title (self->empty_status, trouble != NULL ? _("The Rules Cannot Be Read") : _("No Rules Chosen"));
  adw_status_page_set_description (self->empty_status,
                                   trouble != NULL ? trouble : _("Records are kept all the same. Choose a region, and their hours are counted by its notice."));
}

static void
hbk_rules_page_update (HbkPage *page, HbkState *state)
{
  HbkRulesPage       *self = HBK_RULES_PAGE (page);
  const HbkStateYear *year = hbk_state_lookup_year (state, hbk_page_get_year (page));
  HbkPack            *pack = year != NULL ? year->basis->pack : state->pack;

  gtk_stack_set_visible_child_name (self->stack, pack != NULL ? "pack" : "none");
  if (pack == NULL)
    {
      show_none (self, state);
      return;
    }

  if (self->pack != pack || self->listed_year != hbk_page_get_year (page))
    list_clauses (self, pack, hbk_page_get_year (page));
  update_title (self, year);
  show_selected (self);
}

static gboolean
hbk_rules_page_search (HbkPage *page)
{
  HbkRulesPage *self = HBK_RULES_PAGE (page);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
hbk_rules_page_open_menu (HbkPage *page)
{
  HbkRulesPage *self = HBK_RULES_PAGE (page);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  hbk_primary_menu_open (self->pack != NULL ? self->menu : self->empty_menu);
}

static void
hbk_rules_page_finalize (GObject *object)
{
  HbkRulesPage *self = HBK_RULES_PAGE (object);

  g_clear_pointer (&self->pack, hbk_pack_unref);
  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  g_free (self->needle);

  G_OBJECT_CLASS (hbk_rules_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HbkRulesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HbkRulesPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, HbkRulesPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, HbkRulesPage, menu);
  gtk_widget_class_bind_template_child (widget_class, HbkRulesPage, empty_menu);
  gtk_widget_class_bind_template_child (widget_class, HbkRulesPage, empty_status);
  gtk_widget_class_bind_template_child (widget_class, HbkRulesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HbkRulesPage, newer_banner);
  gtk_widget_class_bind_template_child (widget_class, HbkRulesPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, HbkRulesPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, HbkRulesPage, detail_scroller);
  gtk_widget_class_bind_template_child (widget_class, HbkRulesPage, detail_stack);
  gtk_widget_class_bind_template_child (widget_class, HbkRulesPage, notice_view);
  gtk_widget_class_bind_template_child (widget_class, HbkRulesPage, clause_view);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, clause_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, covered_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_changes_cb);
}

static void
hbk_rules_page_class_init (HbkRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_rules_page_finalize;
  HBK_PAGE_CLASS (klass)->update = hbk_rules_page_update;
  HBK_PAGE_CLASS (klass)->search = hbk_rules_page_search;
  HBK_PAGE_CLASS (klass)->open_menu = hbk_rules_page_open_menu;

  g_type_ensure (HBK_TYPE_CLAUSE_ITEM);
  g_type_ensure (HBK_TYPE_CLAUSE_VIEW);
  g_type_ensure (HBK_TYPE_NOTICE_VIEW);
  g_type_ensure (HBK_TYPE_PRIMARY_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-rules-page.ui");
  bind_children (widget_class);
}

static void
hbk_rules_page_init (HbkRulesPage *self)
{
  GtkSortListModel   *sorted;
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->needle = g_strdup ("");
  self->reading = -1;
  self->items = g_list_store_new (HBK_TYPE_CLAUSE_ITEM);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), NULL);
  gtk_sort_list_model_set_section_sorter (sorted, GTK_SORTER (gtk_custom_sorter_new (compare_chapters, NULL, NULL)));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (sorted), GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

/* A list that is shown for the first time knows how high its rows are only after a frame. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  HbkRulesPage *self = data;
  guint         position = gtk_single_selection_get_selected (self->selection);

  if (self->n_frames++ < 2)
    return G_SOURCE_CONTINUE;

  self->scroll_tick = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_NONE, NULL);

  return G_SOURCE_REMOVE;
}

/**
 * hbk_rules_page_show_clause:
 * @self: the page
 * @id: the id of a clause
 *
 * Shows a clause.
 */
void
hbk_rules_page_show_clause (HbkRulesPage *self, const char *id)
{
  guint position;

  g_return_if_fail (HBK_IS_RULES_PAGE (self) && id != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_changed_cb (self);
  if (find_item (self, id, &position) == NULL)
    return;

  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  self->n_frames = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), scroll_cb, self, NULL);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/**
 * hbk_rules_page_show_reading:
 * @self: the page
 * @id: the id of a reading
 *
 * Shows an unclear clause with its readings.
 */
void
hbk_rules_page_show_reading (HbkRulesPage *self, const char *id)
{
  int position;

  g_return_if_fail (HBK_IS_RULES_PAGE (self) && id != NULL);

  position = self->pack != NULL ? hbk_pack_lookup_reading (self->pack, id) : -1;
  if (position >= 0)
    {
      const HbkReading *reading = &g_array_index (self->pack->readings, HbkReading, (guint) position);

      self->reading = position;
      if (reading->clauses->len > 0)
        hbk_rules_page_show_clause (self, g_ptr_array_index (reading->clauses, 0));
    }
}
