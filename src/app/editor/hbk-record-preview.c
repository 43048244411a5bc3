/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/editor/hbk-record-preview.h"

#include <glib/gi18n.h>

#include "app/editor/hbk-preview-year-view.h"
#include "app/widgets/hbk-icon.h"
#include "app/widgets/hbk-mini-bar.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"

/**
 * HbkRecordPreview:
 *
 * What the record in the form would come to, while it is being entered: hours with the reason, what is not known yet, what a cap takes, records that may
 * be the same, and the year once it is saved.
 */
struct _HbkRecordPreview
{
  AdwBin parent_instance;

  GtkWidget *hint_label;
  GtkWidget *years_box;
  GtkWidget *similar_box;
  GtkWidget *similar_list;
  GtkWidget *after_box;
  GtkWidget *after_label;
  GtkWidget *after_list;

  char *figure;
  char *caption;
  char *detail;
};

enum {
  FOCUS_FACT,
  SHOW_RECORD,
  N_SIGNALS,
};

enum {
  PROP_FIGURE = 1,
  PROP_CAPTION,
  PROP_DETAIL,
  N_PROPS
};

static guint       signals[N_SIGNALS];
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkRecordPreview, hbk_record_preview, ADW_TYPE_BIN)

/* ---- Helpers ---- */

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
set_words (HbkRecordPreview *self, const char *figure, const char *caption, const char *detail)
{
  if (g_set_str (&self->figure, figure))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
  if (g_set_str (&self->caption, caption))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPTION]);
  if (g_set_str (&self->detail, detail))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
}

static void
show_hint (HbkRecordPreview *self, const char *hint)
{
  gtk_widget_set_visible (self->hint_label, hint != NULL);
  gtk_label_set_text (GTK_LABEL (self->hint_label), hint != NULL ? hint : "");
}

/* ---- Parts ---- */

static void
focus_fact_cb (HbkRecordPreview *self, const char *id)
{
  g_signal_emit (self, signals[FOCUS_FACT], 0, id);
}

static void
show_years (HbkRecordPreview *self, const HbkPreview *preview)
{
  clear_box (self->years_box);
  for (guint i = 0; i < preview->years->len; i++)
    {
      const HbkPreviewYear *year = g_ptr_array_index (preview->years, i);
      GtkWidget            *widget;

      if (year->result == NULL)
        continue;
      widget = hbk_preview_year_view_new (year, preview->state->vocabulary);
      g_signal_connect_object (widget, "focus-fact", G_CALLBACK (focus_fact_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->years_box), widget);
    }
  gtk_widget_set_visible (self->years_box, gtk_widget_get_first_child (self->years_box) != NULL);
}

static void
similar_activated_cb (AdwActionRow *row, gpointer user_data)
{
  g_signal_emit (user_data, signals[SHOW_RECORD], 0, g_object_get_data (G_OBJECT (row), "record"));
}

static void
show_similar (HbkRecordPreview *self, const HbkPreview *preview)
{
  gtk_list_box_remove_all (GTK_LIST_BOX (self->similar_list));
  for (guint i = 0; i < preview->similar->len; i++)
    {
      HbkRecord       *record = g_ptr_array_index (preview->similar, i);
      g_autofree char *period = hbk_words_period (hbk_record_get_start (record), hbk_record_get_end (record));
      const char      *title = hbk_record_get_title (record);
      GtkWidget       *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "activatable", TRUE, "title-lines", 2, "title",
                                     title != NULL && *title != '\0' ? title : hbk_value_words_activity (preview->state->vocabulary, hbk_record_get_activity (record), hbk_locale_get_language ()), "subtitle", period, NULL);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), hbk_icon_new ("go-next-symbolic"));
      g_object_set_data_full (G_OBJECT (row), "record", g_strdup (hbk_record_get_id (record)), g_free);
      g_signal_connect (row, "activated", G_CALLBACK (similar_activated_cb), self);
      gtk_list_box_append (GTK_LIST_BOX (self->similar_list), row);
    }
  gtk_widget_set_visible (self->similar_box, preview->similar->len > 0);
}

static void
add_change (HbkRecordPreview *self, const char *title, HbkTone tone, HbkHours own, HbkHours before, HbkHours after, HbkHours target)
{
  GtkWidget *bar;

  /* A record that is only looked at changes nothing, but the person wants to see where they stand. */
  if (before == after && own == 0)
    return;

  bar = hbk_mini_bar_new ();
  hbk_mini_bar_set_change (HBK_MINI_BAR (bar), title, tone, before, after, target);
  gtk_box_append (GTK_BOX (self->after_list), bar);
}

static char *
with_year (const HbkPreview *preview, const char *subject, int year)
{
  /* Translators: a subject and a year: "Public subjects, 2024" */
  return preview->years->len > 1 ? g_strdup_printf (_("%s, %d"), subject, year) : g_strdup (subject);
}

/* An arrow from one figure to another needs a word on what the first one is. */
static const char *
after_words (const HbkPreview *preview)
{
  gboolean changes = FALSE;

  for (guint i = 0; i < preview->years->len; i++)
    {
      const HbkPreviewYear *year = g_ptr_array_index (preview->years, i);
      HbkTally              before = year->before != NULL ? year->before->credited : (HbkTally) { 0, 0 };

      changes = changes || !hbk_tally_equal (before, year->after->credited);
    }
  if (!changes)
    return _("The hours of the year stay as they are.");

  return hbk_state_lookup_record (preview->state, hbk_record_get_id (preview->record)) == NULL ? _("The hours of the year without this record, and with it.")
                                                                                               : _("The hours of the year with the record as it is stored now, and as it is here.");
}

static void
show_after (HbkRecordPreview *self, const HbkPreview *preview)
{
  gtk_label_set_text (GTK_LABEL (self->after_label), after_words (preview));
  clear_box (self->after_list);
  for (guint i = 0; i < preview->years->len; i++)
    {
      const HbkPreviewYear *year = g_ptr_array_index (preview->years, i);
      HbkTally              before = year->before != NULL ? year->before->credited : (HbkTally) { 0, 0 };
      HbkTally              after = year->after->credited;
      HbkTally              own = year->result != NULL ? year->result->credited : (HbkTally) { 0, 0 };
      g_autofree char      *public_words = with_year (preview, _("Public subjects"), year->year);
      g_autofree char      *professional_words = with_year (preview, _("Professional subjects"), year->year);

      add_change (self, public_words, HBK_TONE_PUBLIC, own.public_hours, before.public_hours, after.public_hours, year->after->required.public_hours);
      add_change (self, professional_words, HBK_TONE_PROFESSIONAL, own.professional_hours, before.professional_hours, after.professional_hours, year->after->required.professional_hours);
    }
  gtk_widget_set_visible (self->after_box, gtk_widget_get_first_child (self->after_list) != NULL);
}

/* ---- Overrides ---- */

static void
hbk_record_preview_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkRecordPreview *self = HBK_RECORD_PREVIEW (object);

  switch (prop_id)
    {
    case PROP_FIGURE:
      g_value_set_string (value, self->figure);
      break;
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
hbk_record_preview_finalize (GObject *object)
{
  HbkRecordPreview *self = HBK_RECORD_PREVIEW (object);

  g_free (self->figure);
  g_free (self->caption);
  g_free (self->detail);

  G_OBJECT_CLASS (hbk_record_preview_parent_class)->finalize (object);
}

static void
hbk_record_preview_class_init (HbkRecordPreviewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hbk_record_preview_get_property;
  object_class->finalize = hbk_record_preview_finalize;

  /* What it comes to in short, for the bar at the bottom of a narrow dialog. */
  properties[PROP_FIGURE] = g_param_spec_string ("figure", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HbkRecordPreview::focus-fact:
   * @id: the id of a fact
   *
   * The person wants to answer what is missing.
   */
  signals[FOCUS_FACT] = g_signal_new ("focus-fact", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * HbkRecordPreview::show-record:
   * @id: the id of a record
   *
   * The person wants to see a record that may be the same.
   */
  signals[SHOW_RECORD] = g_signal_new ("show-record", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-record-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkRecordPreview, hint_label);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordPreview, years_box);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordPreview, similar_box);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordPreview, similar_list);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordPreview, after_box);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordPreview, after_label);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordPreview, after_list);
}

static void
hbk_record_preview_init (HbkRecordPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_words (self, "–", _("Hours credited"), "");
}

/* The first year stands for all in the short words, with the hours of all. */
static void
show_short (HbkRecordPreview *self, const HbkPreview *preview)
{
  g_autofree char      *figure = hbk_hours_format (hbk_tally_total (hbk_preview_get_hours (preview)));
  const HbkPreviewYear *first = NULL;
  g_autofree char      *detail = NULL;

  for (guint i = 0; first == NULL && i < preview->years->len; i++)
    {
      const HbkPreviewYear *year = g_ptr_array_index (preview->years, i);

      first = year->result != NULL ? year : NULL;
    }
  if (first == NULL)
    {
      set_words (self, "–", _("Hours credited"), gtk_label_get_text (GTK_LABEL (self->hint_label)));
      return;
    }

  detail = hbk_preview_year_words (first, preview->state->vocabulary);
  if (hbk_tally_total (hbk_preview_get_hours (preview)) == 0)
    {
      g_free (figure);
      figure = hbk_preview_year_figure (first);
    }
  set_words (self, figure, hbk_preview_year_caption (first), detail);
}

/**
 * hbk_record_preview_set:
 * @self: the preview
 * @preview: what the record would come to
 *
 * Shows what the record would come to.
 */
void
hbk_record_preview_set (HbkRecordPreview *self, const HbkPreview *preview)
{
  const char *hint = NULL;

  g_return_if_fail (HBK_IS_RECORD_PREVIEW (self) && preview != NULL);

  if (preview->state->pack == NULL)
    hint = _("There are no rules for your region, so the record is only kept.");
  else if (hbk_record_get_end (preview->record) == HBK_DATE_NONE)
    hint = _("Once the day is there, you see here how many hours are credited, and why.");

  show_hint (self, hint);
  show_years (self, preview);
  show_similar (self, preview);
  show_after (self, preview);
  show_short (self, preview);
}

/**
 * hbk_record_preview_set_error:
 * @self: the preview
 * @error: why it could not be worked out
 *
 * Says that it is not known what the record would come to.
 */
void
hbk_record_preview_set_error (HbkRecordPreview *self, const GError *error)
{
  g_return_if_fail (HBK_IS_RECORD_PREVIEW (self) && error != NULL);

  show_hint (self, error->message);
  clear_box (self->years_box);
  gtk_widget_set_visible (self->similar_box, FALSE);
  gtk_widget_set_visible (self->after_box, FALSE);
  set_words (self, "–", _("Hours credited"), "");
}
