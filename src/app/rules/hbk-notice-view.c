/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/rules/hbk-notice-view.h"

#include "app/widgets/hbk-plain-row.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-icon.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"

/**
 * HbkNoticeView:
 *
 * Where the rules come from: the notices with number, issuer and date, the years they speak of, their version, and what is unclear in them.
 */
struct _HbkNoticeView
{
  AdwBin parent_instance;

  GtkBox   *content;
  GtkLabel *title_label;

  HbkPack *pack;
};

G_DEFINE_FINAL_TYPE (HbkNoticeView, hbk_notice_view, ADW_TYPE_BIN)

static void
add_row (GtkWidget *group, const char *title, const char *text)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return;

  row = hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, title, text, "subtitle-lines", 0, "subtitle-selectable", TRUE, NULL);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
add_group (HbkNoticeView *self, const char *title)
{
  GtkWidget       *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1); /* the title of a group is markup */

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  gtk_box_append (self->content, group);

  return group;
}

static void
add_notices (HbkNoticeView *self)
{
  HbkLanguage language = hbk_locale_get_language ();

  for (guint i = 0; i < self->pack->notices->len; i++)
    {
      const HbkNotice *notice = &g_array_index (self->pack->notices, HbkNotice, i);
      GtkWidget       *group = add_group (self, hbk_bilingual_get (&notice->title, language));
      g_autofree char *date = notice->dated != HBK_DATE_NONE ? hbk_words_date (notice->dated) : NULL;

      add_row (group, _("Number"), notice->number);
      add_row (group, _("Issued By"), hbk_bilingual_get (&notice->issuer, language));
      add_row (group, _("Dated"), date);
    }
}

static char *
say_years (const HbkPack *pack)
{
  if (pack->covers_to == 0)
    return g_strdup_printf (_("from %d on"), pack->covers_from);
  if (pack->covers_to == pack->covers_from)
    return g_strdup_printf ("%d", pack->covers_from);

  return g_strdup_printf (_("%1$d to %2$d"), pack->covers_from, pack->covers_to);
}

static void
add_version (HbkNoticeView *self)
{
  GtkWidget       *group = add_group (self, _("This Rule Pack"));
  g_autofree char *years = say_years (self->pack);
  g_autofree char *checked = hbk_words_date (self->pack->checked_on);

  add_row (group, _("Years"), years);
  add_row (group, _("Version"), self->pack->revision);
  add_row (group, _("Compared With the Notice On"), checked);
}

static GtkWidget *
make_reading_row (const HbkReading *reading)
{
  GtkWidget *row = hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, hbk_bilingual_get (&reading->question, hbk_locale_get_language ()), NULL, "title-lines", 0, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), hbk_icon_new ("hbk-scale-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), hbk_icon_new ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-reading");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", reading->id);

  return row;
}

static void
add_readings (HbkNoticeView *self)
{
  GtkWidget       *group;
  g_autofree char *title = NULL;

  if (self->pack->readings->len == 0)
    return;

  title = g_strdup_printf (ngettext ("%u Unclear Clause", "%u Unclear Clauses", self->pack->readings->len), self->pack->readings->len);
  group = add_group (self, title);
  for (guint i = 0; i < self->pack->readings->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_reading_row (&g_array_index (self->pack->readings, HbkReading, i)));
}

static void
hbk_notice_view_finalize (GObject *object)
{
  g_clear_pointer (&HBK_NOTICE_VIEW (object)->pack, hbk_pack_unref);

  G_OBJECT_CLASS (hbk_notice_view_parent_class)->finalize (object);
}

static void
hbk_notice_view_class_init (HbkNoticeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_notice_view_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-notice-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkNoticeView, content);
  gtk_widget_class_bind_template_child (widget_class, HbkNoticeView, title_label);
}

static void
hbk_notice_view_init (HbkNoticeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_notice_view_show:
 * @self: a view
 * @pack: a pack
 *
 * Shows where the rules of a pack come from.
 */
void
hbk_notice_view_show (HbkNoticeView *self, HbkPack *pack)
{
  GtkWidget *child;

  g_return_if_fail (HBK_IS_NOTICE_VIEW (self) && pack != NULL);

  if (self->pack == pack)
    return;

  g_clear_pointer (&self->pack, hbk_pack_unref);
  self->pack = hbk_pack_ref (pack);
  while ((child = gtk_widget_get_next_sibling (GTK_WIDGET (self->title_label))) != NULL)
    gtk_box_remove (self->content, child);

  gtk_label_set_text (self->title_label, hbk_bilingual_get (&pack->name, hbk_locale_get_language ()));
  add_notices (self);
  add_version (self);
  add_readings (self);
}
