/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/editor/hbk-activity-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/widgets/hbk-activity-icon.h"
#include "app/widgets/hbk-icon.h"
#include "app/widgets/hbk-plain-row.h"
#include "app/widgets/hbk-tile.h"
#include "words/hbk-credit-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"

/* As many of the activities used before stand first. */
#define USED_MAX 5

/**
 * HbkActivityChooser:
 *
 * A page on which a person says what they did: the activities used before, then those of which the notice speaks, by group, then the others.
 */
struct _HbkActivityChooser
{
  AdwNavigationPage parent_instance;

  GtkWidget *draft_banner;
  GtkWidget *search;
  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *groups;

  GPtrArray *rows; /* AdwActionRow, in their order */
};

enum {
  CHOSEN,
  RESTORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HbkActivityChooser, hbk_activity_chooser, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Helpers ---- */

static gboolean
is_known (const HbkState *state, const HbkActivitySpec *spec)
{
  const GArray *reductions = state->pack != NULL ? state->pack->reductions : NULL;

  /* Where there are no rules, no activity is worse than another. */
  if (state->pack == NULL || hbk_pack_get_rules_for (state->pack, spec->id) != NULL)
    return TRUE;
  for (guint i = 0; i < reductions->len; i++)
    {
      if (g_strcmp0 (g_array_index (reductions, HbkReduction, i).activity, spec->id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Those of the newest records first. */
static GPtrArray *
list_used (const HbkState *state)
{
  GPtrArray *used = g_ptr_array_new ();

  for (guint i = 0; i < state->records->len && used->len < USED_MAX; i++)
    {
      const HbkActivitySpec *spec = hbk_vocabulary_lookup_activity (state->vocabulary, hbk_record_get_activity (g_ptr_array_index (state->records, i)));

      if (spec != NULL && !g_ptr_array_find (used, spec, NULL))
        g_ptr_array_add (used, (gpointer) spec);
    }

  return used;
}

/* ---- Callbacks ---- */

static void
row_activated_cb (AdwActionRow *row, gpointer user_data)
{
  g_signal_emit (user_data, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "activity"));
}

/* @words has one at least, which may be empty. */
static gboolean
row_matches (GtkWidget *row, char **words, const char *where)
{
  const char *haystack = g_object_get_data (G_OBJECT (row), where);

  /* What was used before stands in its group too, and is found there. */
  if (*words[0] != '\0' && g_object_get_data (G_OBJECT (row), "again") != NULL)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (haystack, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

static guint
show_matches (HbkActivityChooser *self, char **words, const char *where)
{
  guint n_found = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      gboolean   is_found = row_matches (row, words, where);

      gtk_widget_set_visible (row, is_found);
      n_found += is_found;
    }

  return n_found;
}

static void
search_changed_cb (GtkEditable *editable, gpointer user_data)
{
  HbkActivityChooser *self = user_data;
  g_autofree char    *folded = g_utf8_casefold (gtk_editable_get_text (editable), -1);
  g_auto (GStrv) words = g_strsplit (*g_strstrip (folded) != '\0' ? folded : " ", " ", -1);
  guint n_found = show_matches (self, words, "names");

  /* By its group only where no activity has such a name: the first one found is taken with the Enter key. */
  if (n_found == 0)
    n_found = show_matches (self, words, "haystack");
  for (GtkWidget *group = gtk_widget_get_first_child (self->groups); group != NULL; group = gtk_widget_get_next_sibling (group))
    {
      GPtrArray *rows = g_object_get_data (G_OBJECT (group), "rows");
      gboolean   has_any = FALSE;

      for (guint i = 0; i < rows->len; i++)
        has_any = has_any || gtk_widget_get_visible (g_ptr_array_index (rows, i));
      gtk_widget_set_visible (group, has_any);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n_found > 0 ? "list" : "nothing");
}

static void
activate_cb (HbkActivityChooser *self)
{
  /* Who types fast is ahead of the search. */
  search_changed_cb (GTK_EDITABLE (self->search), self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (!gtk_widget_get_visible (row))
        continue;
      row_activated_cb (ADW_ACTION_ROW (row), self);
      return;
    }
}

/* Escape takes the search back first, then what it is done in. */
static void
stop_search_cb (HbkActivityChooser *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
}

static void
restore_cb (HbkActivityChooser *self)
{
  adw_banner_set_revealed (ADW_BANNER (self->draft_banner), FALSE);
  g_signal_emit (self, signals[RESTORE], 0);
}

/* ---- Filling ---- */

static void
add_row (HbkActivityChooser *self, GtkWidget *group, const HbkState *state, const HbkActivitySpec *spec)
{
  HbkLanguage         language = hbk_locale_get_language ();
  const HbkGroupSpec *kind = hbk_vocabulary_lookup_group (state->vocabulary, spec->group);
  g_autofree char    *gives = state->pack != NULL && is_known (state, spec) ? hbk_credit_words_activity (state->pack, spec->id, language) : NULL;
  const char         *name = hbk_bilingual_get (&spec->name, language);
  g_autofree char    *names = g_strjoin (" ", spec->name.zh, spec->name.en, NULL);
  g_autofree char    *text = g_strjoin (" ", spec->name.zh, spec->name.en, kind != NULL ? kind->name.zh : "", kind != NULL ? kind->name.en : "", NULL);
  GtkWidget          *row = hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, name, gives != NULL ? gives : "", "subtitle-lines", 2, "activatable", TRUE, NULL);
  GtkWidget          *tile = hbk_tile_new (hbk_activity_icon (spec->id, state->vocabulary), hbk_activity_tone (spec->id, NULL));

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tile);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), hbk_icon_new ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "activity", g_strdup (spec->id), g_free);
  g_object_set_data_full (G_OBJECT (row), "names", g_utf8_casefold (names, -1), g_free);
  g_object_set_data_full (G_OBJECT (row), "haystack", g_utf8_casefold (text, -1), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (g_object_get_data (G_OBJECT (group), "rows"), row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
group_new (const char *title, const char *description)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  GtkWidget       *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", escaped, "description", description, NULL);

  g_object_set_data_full (G_OBJECT (group), "rows", g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);

  return group;
}

/* The group stays out when nothing is in it. */
static void
add_group (HbkActivityChooser *self, GtkWidget *group)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (group), "rows");

  if (rows->len > 0)
    gtk_box_append (GTK_BOX (self->groups), group);
  else
    g_object_ref_sink (group), g_object_unref (group);
}

static void
add_used (HbkActivityChooser *self, const HbkState *state)
{
  g_autoptr (GPtrArray) used = list_used (state);
  GtkWidget *group = group_new (_("Used Before"), NULL);

  for (guint i = 0; i < used->len; i++)
    {
      add_row (self, group, state, g_ptr_array_index (used, i));
      g_object_set_data (G_OBJECT (g_ptr_array_index (self->rows, self->rows->len - 1)), "again", group);
    }
  add_group (self, group);
}

static void
add_activities (HbkActivityChooser *self, const HbkState *state, GtkWidget *group, const char *group_id, gboolean known)
{
  for (guint i = 0; i < hbk_vocabulary_get_n_activities (state->vocabulary); i++)
    {
      const HbkActivitySpec *spec = hbk_vocabulary_get_activity (state->vocabulary, i);

      if ((group_id == NULL || g_strcmp0 (spec->group, group_id) == 0) && is_known (state, spec) == known)
        add_row (self, group, state, spec);
    }
  add_group (self, group);
}

/* ---- Overrides ---- */

static void
hbk_activity_chooser_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (HBK_ACTIVITY_CHOOSER (page)->search);
}

static void
hbk_activity_chooser_dispose (GObject *object)
{
  HbkActivityChooser *self = HBK_ACTIVITY_CHOOSER (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (hbk_activity_chooser_parent_class)->dispose (object);
}

static void
hbk_activity_chooser_class_init (HbkActivityChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hbk_activity_chooser_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = hbk_activity_chooser_shown;

  /**
   * HbkActivityChooser::chosen:
   * @activity: the id of an activity
   *
   * An activity was chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * HbkActivityChooser::restore:
   *
   * The person wants the draft that is offered.
   */
  signals[RESTORE] = g_signal_new ("restore", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-activity-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkActivityChooser, draft_banner);
  gtk_widget_class_bind_template_child (widget_class, HbkActivityChooser, search);
  gtk_widget_class_bind_template_child (widget_class, HbkActivityChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, HbkActivityChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, HbkActivityChooser, groups);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
hbk_activity_chooser_init (HbkActivityChooser *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
}

/**
 * hbk_activity_chooser_set_state:
 * @self: a page
 * @state: a state
 *
 * Lists the activities.
 */
void
hbk_activity_chooser_set_state (HbkActivityChooser *self, HbkState *state)
{
  GtkWidget *child;

  g_return_if_fail (HBK_IS_ACTIVITY_CHOOSER (self) && state != NULL);

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (self->groups)) != NULL)
    gtk_box_remove (GTK_BOX (self->groups), child);

  add_used (self, state);
  for (guint i = 0; i < hbk_vocabulary_get_n_groups (state->vocabulary); i++)
    {
      const HbkGroupSpec *spec = hbk_vocabulary_get_group (state->vocabulary, i);

      add_activities (self, state, group_new (hbk_bilingual_get (&spec->name, hbk_locale_get_language ()), NULL), spec->id, TRUE);
    }
  add_activities (self, state, group_new (_("Not in the Notice of This Region"), _("They can be kept all the same; a reviewer decides.")), NULL, FALSE);
}

/**
 * hbk_activity_chooser_offer_draft:
 * @self: a page
 * @record: a record that was not saved
 * @state: the state that knows its activity
 *
 * Offers to go on with a draft.
 */
void
hbk_activity_chooser_offer_draft (HbkActivityChooser *self, HbkRecord *record, HbkState *state)
{
  const char      *title;
  g_autofree char *text = NULL;

  g_return_if_fail (HBK_IS_ACTIVITY_CHOOSER (self) && HBK_IS_RECORD (record) && state != NULL);

  title = hbk_record_get_title (record);
  if (title == NULL || *title == '\0')
    title = hbk_value_words_activity (state->vocabulary, hbk_record_get_activity (record), hbk_locale_get_language ());
  text = g_strdup_printf (_("“%s” was not saved."), title);
  adw_banner_set_title (ADW_BANNER (self->draft_banner), text);
  adw_banner_set_revealed (ADW_BANNER (self->draft_banner), TRUE);
}

/**
 * hbk_activity_chooser_search:
 * @self: a page
 * @text: what to look for
 *
 * Searches, as if @text had been typed.
 */
void
hbk_activity_chooser_search (HbkActivityChooser *self, const char *text)
{
  g_return_if_fail (HBK_IS_ACTIVITY_CHOOSER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
}
