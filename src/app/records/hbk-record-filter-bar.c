/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/records/hbk-record-filter-bar.h"

#include <glib/gi18n.h>

#include "app/application/hbk-app.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"

/**
 * HbkRecordFilterBar:
 *
 * Which records are listed, and in which order: a person's choice, which the settings keep. What is set beside the subject shows as a chip that
 * takes it back.
 */
struct _HbkRecordFilterBar
{
  AdwBin parent_instance;

  AdwToggleGroup   *subjects;
  GtkMenuButton    *activity_button;
  AdwWrapBox       *chips;
  GtkWidget        *activity_chip;
  AdwButtonContent *activity_content;
  GtkWidget        *standing_chip;
  AdwButtonContent *standing_content;
  GtkWidget        *proof_chip;
  AdwButtonContent *proof_content;

  GSettings     *settings;
  HbkVocabulary *vocabulary;
  char          *activities; /* those in the menu, to see when there are others */
  char          *activity;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A value of a setting, what it stands for, and how a chip says it. */
typedef struct
{
  const char *nick;
  int         value;
  const char *words;
} Choice;

static const Choice subjects[] = {
  { "public", HBK_SUBJECT_PUBLIC, NULL },
  { "professional", HBK_SUBJECT_PROFESSIONAL, NULL },
  { NULL },
};

static const Choice standings[] = {
  { "credited", HBK_RECORD_STANDING_CREDITED, N_ ("Credited") },
  { "pending", HBK_RECORD_STANDING_PENDING, N_ ("Pending") },
  { "planned", HBK_RECORD_STANDING_PLANNED, N_ ("Planned") },
  { "cut", HBK_RECORD_STANDING_CUT, N_ ("Cut by a Cap") },
  { "nothing", HBK_RECORD_STANDING_NOTHING, N_ ("Without Hours") },
  { NULL },
};

static const Choice proofs[] = {
  { "missing", HBK_RECORD_PROOF_MISSING, N_ ("Evidence Missing") },
  { "complete", HBK_RECORD_PROOF_COMPLETE, N_ ("Evidence Complete") },
  { "submitted", HBK_RECORD_PROOF_SUBMITTED, N_ ("Submitted") },
  { "verified", HBK_RECORD_PROOF_VERIFIED, N_ ("Verified") },
  { NULL },
};

static const Choice sorts[] = {
  { "oldest", HBK_RECORD_SORT_OLDEST, NULL },
  { "hours", HBK_RECORD_SORT_HOURS, NULL },
  { "title", HBK_RECORD_SORT_TITLE, NULL },
  { "added", HBK_RECORD_SORT_ADDED, NULL },
  { NULL },
};

G_DEFINE_FINAL_TYPE (HbkRecordFilterBar, hbk_record_filter_bar, ADW_TYPE_BIN)

static const Choice *
get_choice (HbkRecordFilterBar *self, const char *key, const Choice *choices)
{
  g_autofree char *nick = g_settings_get_string (self->settings, key);

  for (const Choice *choice = choices; choice->nick != NULL; choice++)
    {
      if (g_str_equal (choice->nick, nick))
        return choice;
    }

  return NULL;
}

static int
get_value (HbkRecordFilterBar *self, const char *key, const Choice *choices)
{
  const Choice *choice = get_choice (self, key, choices);

  return choice != NULL ? choice->value : 0;
}

/* ---- Chips ---- */

static void
show_chip (GtkWidget *chip, AdwButtonContent *content, const char *words)
{
  g_autofree char *name = NULL;

  gtk_widget_set_visible (chip, words != NULL);
  if (words == NULL)
    return;

  adw_button_content_set_label (content, words);
  /* Translators: takes a filter back; %s says what is shown only, such as "Pending" */
  name = g_strdup_printf (_("Remove Filter: %s"), words);
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_chips (HbkRecordFilterBar *self)
{
  const Choice *standing = get_choice (self, "records-standing", standings);
  const Choice *proof = get_choice (self, "records-proof", proofs);
  const char   *activity = NULL;

  g_free (self->activity);
  self->activity = g_settings_get_string (self->settings, "records-activity");
  if (*self->activity != '\0')
    activity = self->vocabulary != NULL ? hbk_value_words_activity (self->vocabulary, self->activity, hbk_locale_get_language ()) : self->activity;

  show_chip (self->activity_chip, self->activity_content, activity);
  show_chip (self->standing_chip, self->standing_content, standing != NULL ? _ (standing->words) : NULL);
  show_chip (self->proof_chip, self->proof_content, proof != NULL ? _ (proof->words) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), activity != NULL || standing != NULL || proof != NULL);
}

static void
activity_chip_clicked_cb (HbkRecordFilterBar *self)
{
  g_settings_reset (self->settings, "records-activity");
}

static void
standing_chip_clicked_cb (HbkRecordFilterBar *self)
{
  g_settings_reset (self->settings, "records-standing");
}

static void
proof_chip_clicked_cb (HbkRecordFilterBar *self)
{
  g_settings_reset (self->settings, "records-proof");
}

static void
setting_changed_cb (HbkRecordFilterBar *self, const char *key)
{
  if (!g_str_has_prefix (key, "records-"))
    return;

  show_chips (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- The menu of activities ---- */

static void
append_activity (GMenu *menu, const char *id, const char *name)
{
  g_autoptr (GMenuItem) item = NULL;
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "filter.records-activity", "s", id);
  g_menu_append_item (menu, item);
}

/* Those that the person has records of, under their headings. */
static void
fill_menu (HbkRecordFilterBar *self, GHashTable *used)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  HbkLanguage language = hbk_locale_get_language ();

  append_activity (all, "", _("All Activities"));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  for (guint i = 0; i < hbk_vocabulary_get_n_groups (self->vocabulary); i++)
    {
      const HbkGroupSpec *group = hbk_vocabulary_get_group (self->vocabulary, i);
      g_autoptr (GMenu) section = g_menu_new ();

      for (guint j = 0; j < hbk_vocabulary_get_n_activities (self->vocabulary); j++)
        {
          const HbkActivitySpec *spec = hbk_vocabulary_get_activity (self->vocabulary, j);

          if (g_str_equal (spec->group, group->id) && g_hash_table_contains (used, spec->id))
            append_activity (section, spec->id, hbk_bilingual_get (&spec->name, language));
        }
      if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
        g_menu_append_section (menu, hbk_bilingual_get (&group->name, language), G_MENU_MODEL (section));
    }
  gtk_menu_button_set_menu_model (self->activity_button, G_MENU_MODEL (menu));
}

/* ---- Object ---- */

static void
hbk_record_filter_bar_dispose (GObject *object)
{
  HbkRecordFilterBar *self = HBK_RECORD_FILTER_BAR (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->vocabulary, hbk_vocabulary_unref);
  g_clear_pointer (&self->activities, g_free);
  g_clear_pointer (&self->activity, g_free);

  G_OBJECT_CLASS (hbk_record_filter_bar_parent_class)->dispose (object);
}

static void
hbk_record_filter_bar_class_init (HbkRecordFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hbk_record_filter_bar_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HBK_TYPE_RECORD_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-record-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkRecordFilterBar, subjects);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordFilterBar, activity_button);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordFilterBar, activity_chip);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordFilterBar, activity_content);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordFilterBar, standing_chip);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordFilterBar, standing_content);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordFilterBar, proof_chip);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordFilterBar, proof_content);
  gtk_widget_class_bind_template_callback (widget_class, activity_chip_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, standing_chip_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, proof_chip_clicked_cb);
}

static void
hbk_record_filter_bar_init (HbkRecordFilterBar *self)
{
  static const char *const keys[] = { "records-activity", "records-standing", "records-proof", "records-sort", "records-all-years" };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (HBK_APP_ID);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (actions), action);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (actions));
  g_settings_bind (self->settings, "records-subject", self->subjects, "active-name", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
  show_chips (self);
}

/**
 * hbk_record_filter_bar_update:
 * @self: a filter bar
 * @state: a state
 *
 * Offers the activities that there are records of.
 */
void
hbk_record_filter_bar_update (HbkRecordFilterBar *self, HbkState *state)
{
  g_autoptr (GHashTable) used = NULL;
  g_autofree gpointer *ids = NULL;
  g_autofree char     *activities = NULL;
  guint                n;

  g_return_if_fail (HBK_IS_RECORD_FILTER_BAR (self) && state != NULL);

  used = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < state->records->len; i++)
    g_hash_table_add (used, (gpointer) hbk_record_get_activity (g_ptr_array_index (state->records, i)));
  ids = g_hash_table_get_keys_as_array (used, &n);
  qsort (ids, n, sizeof (gpointer), (GCompareFunc) (void (*) (void)) g_strcmp0);
  activities = g_strjoinv (" ", (char **) ids);
  if (self->vocabulary == state->vocabulary && g_strcmp0 (activities, self->activities) == 0)
    return;

  g_set_str (&self->activities, activities);
  g_clear_pointer (&self->vocabulary, hbk_vocabulary_unref);
  self->vocabulary = hbk_vocabulary_ref (state->vocabulary);
  fill_menu (self, used);
  show_chips (self);
}

/**
 * hbk_record_filter_bar_get:
 * @self: a filter bar
 * @filter: (out): where to put what was chosen; the id of the activity lives until the choice changes. The year and what was found stay as they are
 *
 * Says which records the person wants to see.
 */
void
hbk_record_filter_bar_get (HbkRecordFilterBar *self, HbkRecordFilter *filter)
{
  g_return_if_fail (HBK_IS_RECORD_FILTER_BAR (self) && filter != NULL);

  filter->subject = (HbkSubject) get_value (self, "records-subject", subjects);
  filter->activity = *self->activity != '\0' ? self->activity : NULL;
  filter->standing = (HbkRecordStanding) get_value (self, "records-standing", standings);
  filter->proof = (HbkRecordProof) get_value (self, "records-proof", proofs);
  filter->sort = (HbkRecordSort) get_value (self, "records-sort", sorts);
}

/**
 * hbk_record_filter_bar_is_set:
 * @self: a filter bar
 *
 * Whether records are left out.
 *
 * Returns: %TRUE if so
 */
gboolean
hbk_record_filter_bar_is_set (HbkRecordFilterBar *self)
{
  HbkRecordFilter filter = { 0 };

  g_return_val_if_fail (HBK_IS_RECORD_FILTER_BAR (self), FALSE);

  hbk_record_filter_bar_get (self, &filter);

  return filter.subject != HBK_SUBJECT_NONE || filter.activity != NULL || filter.standing != HBK_RECORD_STANDING_ANY || filter.proof != HBK_RECORD_PROOF_ANY;
}

/**
 * hbk_record_filter_bar_clear:
 * @self: a filter bar
 *
 * Leaves no record out any more. Order and years stay.
 */
void
hbk_record_filter_bar_clear (HbkRecordFilterBar *self)
{
  g_return_if_fail (HBK_IS_RECORD_FILTER_BAR (self));

  g_settings_reset (self->settings, "records-subject");
  g_settings_reset (self->settings, "records-activity");
  g_settings_reset (self->settings, "records-standing");
  g_settings_reset (self->settings, "records-proof");
}

/**
 * hbk_record_filter_bar_get_all_years:
 * @self: a filter bar
 *
 * Whether the records of all years are wanted.
 *
 * Returns: %TRUE if so
 */
gboolean
hbk_record_filter_bar_get_all_years (HbkRecordFilterBar *self)
{
  g_return_val_if_fail (HBK_IS_RECORD_FILTER_BAR (self), FALSE);

  return g_settings_get_boolean (self->settings, "records-all-years");
}

/**
 * hbk_record_filter_bar_set_all_years:
 * @self: a filter bar
 * @all_years: whether the records of all years are wanted
 *
 * Chooses between one year and all.
 */
void
hbk_record_filter_bar_set_all_years (HbkRecordFilterBar *self, gboolean all_years)
{
  g_return_if_fail (HBK_IS_RECORD_FILTER_BAR (self));

  g_settings_set_boolean (self->settings, "records-all-years", all_years);
}
