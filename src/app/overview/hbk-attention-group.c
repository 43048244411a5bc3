/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/overview/hbk-attention-group.h"

#include <glib/gi18n.h>

#include "app/overview/hbk-attention.h"
#include "app/widgets/hbk-plain-row.h"
#include "app/widgets/hbk-tile.h"

/* So many rows are shown before all of them are asked for; one more would not save any room. */
#define ROWS_MAX 5

/**
 * HbkAttentionGroup:
 *
 * What needs attention, each with the one button that mends it.
 */
struct _HbkAttentionGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *list;
  GPtrArray *rows;
  gboolean   is_collapsed;
  gboolean   shows_all;
  int        year;
};

enum {
  PROP_COLLAPSED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkAttentionGroup, hbk_attention_group, ADW_TYPE_PREFERENCES_GROUP)

static char *
say_subtitle (HbkAttentionGroup *self, const HbkAttention *attention)
{
  if (attention->place == NULL || self->is_collapsed)
    return g_strdup (attention->subtitle);

  return *attention->subtitle != '\0' ? g_strdup_printf ("%s · %s", attention->subtitle, attention->place) : g_strdup (attention->place);
}

static GtkWidget *
create_row (HbkAttentionGroup *self, const HbkAttention *attention)
{
  g_autofree char *subtitle = say_subtitle (self, attention);
  GtkWidget       *row = hbk_plain_row_new (attention->title, subtitle);
  GtkWidget       *button = gtk_button_new_with_label (attention->label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), attention->action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), attention->target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, attention->full_label, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), hbk_tile_new (attention->icon_name, attention->tone));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  /* The row has named the button by its title, which does not say what it does. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);

  return row;
}

static void
add_row (HbkAttentionGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void show_rows (HbkAttentionGroup *self);

static void
show_all_cb (HbkAttentionGroup *self)
{
  guint first_new = ROWS_MAX;

  self->shows_all = TRUE;
  show_rows (self);
  /* The row that had the focus is gone; whoever goes by keyboard goes on where it was. */
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, first_new));
}

static GtkWidget *
create_all_row (HbkAttentionGroup *self)
{
  g_autofree char *title = g_strdup_printf (ngettext ("Show All %u", "Show All %u", self->list->len), self->list->len);
  GtkWidget       *row = g_object_new (ADW_TYPE_BUTTON_ROW, "title", title, "end-icon-name", "pan-down-symbolic", NULL);

  g_signal_connect_object (row, "activated", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
show_rows (HbkAttentionGroup *self)
{
  guint n_rows = self->list->len <= ROWS_MAX + 1 || self->shows_all ? self->list->len : ROWS_MAX;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < n_rows; i++)
    add_row (self, create_row (self, g_ptr_array_index (self->list, i)));
  if (n_rows < self->list->len)
    add_row (self, create_all_row (self));
  gtk_widget_set_visible (GTK_WIDGET (self), self->list->len > 0);
}

static void
hbk_attention_group_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_COLLAPSED)
    g_value_set_boolean (value, HBK_ATTENTION_GROUP (object)->is_collapsed);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
hbk_attention_group_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkAttentionGroup *self = HBK_ATTENTION_GROUP (object);

  if (prop_id != PROP_COLLAPSED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->is_collapsed == g_value_get_boolean (value))
    return;

  self->is_collapsed = g_value_get_boolean (value);
  for (guint i = 0; i < MIN (self->rows->len, self->list->len); i++)
    {
      GtkWidget       *row = g_ptr_array_index (self->rows, i);
      g_autofree char *subtitle = say_subtitle (self, g_ptr_array_index (self->list, i));

      if (ADW_IS_ACTION_ROW (row))
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
hbk_attention_group_finalize (GObject *object)
{
  HbkAttentionGroup *self = HBK_ATTENTION_GROUP (object);

  g_ptr_array_unref (self->list);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (hbk_attention_group_parent_class)->finalize (object);
}

static void
hbk_attention_group_class_init (HbkAttentionGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hbk_attention_group_finalize;
  object_class->get_property = hbk_attention_group_get_property;
  object_class->set_property = hbk_attention_group_set_property;

  /* There is so little room that clauses are left out. */
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hbk_attention_group_init (HbkAttentionGroup *self)
{
  self->list = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * hbk_attention_group_set:
 * @self: a group
 * @list: (element-type HbkAttention): what needs attention
 * @year: the year it is about
 *
 * Shows a list. Where it says the same as before, nothing moves.
 */
void
hbk_attention_group_set (HbkAttentionGroup *self, GPtrArray *list, int year)
{
  g_return_if_fail (HBK_IS_ATTENTION_GROUP (self) && list != NULL);

  if (self->year == year && hbk_attention_list_equal (self->list, list))
    return;

  if (self->year != year)
    self->shows_all = FALSE;
  self->year = year;
  g_ptr_array_unref (self->list);
  self->list = g_ptr_array_ref (list);
  show_rows (self);
}
