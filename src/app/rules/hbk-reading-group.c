/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/rules/hbk-reading-group.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-plain-row.h"
#include "app/window/hbk-perform.h"
#include "words/hbk-locale.h"
#include "words/hbk-words.h"

/**
 * HbkReadingGroup:
 *
 * An unclear clause: the question, each way to read it with what it comes to for this person, the one in use, and whom to ask.
 */
struct _HbkReadingGroup
{
  AdwBin parent_instance;

  AdwPreferencesGroup *options_group;
  AdwPreferencesGroup *ask_group;
  AdwActionRow        *ask_row;
  GtkWidget           *copy_button;

  HbkSession *session;
  HbkPack    *pack;
  guint       reading;
};

G_DEFINE_FINAL_TYPE (HbkReadingGroup, hbk_reading_group, ADW_TYPE_BIN)

static const HbkReading *
get_reading (HbkReadingGroup *self)
{
  return &g_array_index (self->pack->readings, HbkReading, self->reading);
}

/* ---- What an option comes to ---- */

static char *
say_result (HbkTally credited, HbkVerdict verdict)
{
  g_autofree char *hours = hbk_words_hours (credited);

  /* Translators: hours of a year, and what the year comes to in a word */
  return g_strdup_printf (C_("reading", "%1$s · %2$s"), hours, hbk_words_verdict (verdict));
}

/* NULL where nothing of the year hangs on it, or where that is not worked out. */
static char *
say_effect (HbkReadingGroup *self, const HbkStateYear *year, guint option, guint used)
{
  gboolean matters = FALSE;

  for (guint i = 0; year != NULL && i < year->result->readings->len; i++)
    {
      const HbkReadingEffect *effect = &g_array_index (year->result->readings, HbkReadingEffect, i);

      if (effect->reading != self->reading)
        continue;
      matters = TRUE;
      if (effect->other == option)
        return say_result (effect->credited, effect->verdict);
    }

  return matters && option == used ? say_result (year->result->credited, year->result->verdict) : NULL;
}

/* ---- Options ---- */

static void
toggled_cb (GtkCheckButton *check, HbkReadingGroup *self)
{
  guint             option = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "option"));
  const HbkReading *reading = get_reading (self);

  if (gtk_check_button_get_active (check))
    hbk_perform (GTK_WIDGET (self), hbk_request_new_choose_reading (self->pack->id, reading->id, g_array_index (reading->options, HbkReadingOption, option).id));
}

static GtkWidget *
make_chip (const char *text)
{
  GtkWidget *chip = gtk_label_new (text);

  gtk_widget_add_css_class (chip, "hbk-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);

  return chip;
}

static GtkCheckButton *
add_option (HbkReadingGroup *self, const HbkStateYear *year, guint option, guint used, GtkCheckButton *group)
{
  const HbkReading *reading = get_reading (self);
  const char       *text = hbk_bilingual_get (&g_array_index (reading->options, HbkReadingOption, option).text, hbk_locale_get_language ());
  g_autofree char  *effect = say_effect (self, year, option, used);
  g_autofree char  *subtitle = NULL;
  GtkWidget        *row = hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, text, NULL, "title-lines", 0, "subtitle-lines", 0, NULL);
  GtkWidget        *check = gtk_check_button_new ();

  if (effect != NULL)
    /* Translators: a year, and what it comes to when a clause is read so */
    subtitle = g_strdup_printf (_("%1$d: %2$s"), year->year, effect);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (option == reading->initial)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_chip (_("cautious")));

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), option == used);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (check), "option", GUINT_TO_POINTER (option));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_DEFAULT);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->options_group, row);

  return GTK_CHECK_BUTTON (check);
}

/* ---- Whom to ask ---- */

static const HbkStep *
find_contact (HbkReadingGroup *self)
{
  const char *wanted = get_reading (self)->ask;

  for (guint i = 0; wanted != NULL && i < self->pack->contacts->len; i++)
    {
      const HbkStep *contact = &g_array_index (self->pack->contacts, HbkStep, i);

      if (g_strcmp0 (contact->id, wanted) == 0)
        return contact;
    }

  return NULL;
}

static void
show_contact (HbkReadingGroup *self)
{
  const HbkStep *contact = find_contact (self);
  const char    *name = contact != NULL ? hbk_bilingual_get (&contact->name, hbk_locale_get_language ()) : _("The HR authority that verifies the hours");
  g_autofree char *text = contact != NULL && contact->phone != NULL ? g_strdup_printf ("%s  %s", name, contact->phone) : g_strdup (name);

  adw_action_row_set_subtitle (self->ask_row, text);
}

/* What a person can send to the authority as it stands. */
static char *
write_question (HbkReadingGroup *self)
{
  HbkLanguage       language = hbk_locale_get_language ();
  const HbkReading *reading = get_reading (self);
  const HbkNotice  *notice = self->pack->notices->len > 0 ? &g_array_index (self->pack->notices, HbkNotice, 0) : NULL;
  const HbkClause  *clause = reading->clauses->len > 0 ? hbk_pack_lookup_clause (self->pack, g_ptr_array_index (reading->clauses, 0)) : NULL;
  GString          *text = g_string_new ("");

  if (notice != NULL)
    g_string_append_printf (text, "%s %s\n", hbk_bilingual_get (&notice->title, language), notice->number != NULL ? notice->number : "");
  if (clause != NULL)
    g_string_append_printf (text, "%s\n", hbk_bilingual_get (&clause->place, language));
  g_string_append_printf (text, "%s\n", hbk_bilingual_get (&reading->question, language));
  for (guint i = 0; i < reading->options->len; i++)
    g_string_append_printf (text, "%u. %s\n", i + 1, hbk_bilingual_get (&g_array_index (reading->options, HbkReadingOption, i).text, language));

  return g_string_free_and_steal (text);
}

static void
copy_cb (HbkReadingGroup *self)
{
  g_autofree char *question = write_question (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), question);
  hbk_perform_toast (GTK_WIDGET (self), _("The question was copied"));
}

/* ---- Object ---- */

static void
hbk_reading_group_finalize (GObject *object)
{
  HbkReadingGroup *self = HBK_READING_GROUP (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->pack, hbk_pack_unref);

  G_OBJECT_CLASS (hbk_reading_group_parent_class)->finalize (object);
}

static void
hbk_reading_group_class_init (HbkReadingGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_reading_group_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-reading-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkReadingGroup, options_group);
  gtk_widget_class_bind_template_child (widget_class, HbkReadingGroup, ask_group);
  gtk_widget_class_bind_template_child (widget_class, HbkReadingGroup, ask_row);
  gtk_widget_class_bind_template_child (widget_class, HbkReadingGroup, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
hbk_reading_group_init (HbkReadingGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static guint
find_used (HbkReadingGroup *self, const HbkStateYear *year)
{
  return year != NULL && year->basis->pack == self->pack ? year->basis->readings[self->reading] : get_reading (self)->initial;
}

/**
 * hbk_reading_group_new:
 * @session: the session
 * @pack: a pack
 * @reading: the index of one of its readings
 * @year: (nullable): the year of the person whose hours are shown with it
 *
 * Makes a group that shows how an unclear clause may be read, and lets the person choose.
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
hbk_reading_group_new (HbkSession *session, HbkPack *pack, guint reading, const HbkStateYear *year)
{
  HbkReadingGroup *self = g_object_new (HBK_TYPE_READING_GROUP, NULL);
  GtkCheckButton  *group = NULL;
  const char      *text;
  g_autofree char *question = NULL;

  self->session = g_object_ref (session);
  self->pack = hbk_pack_ref (pack);
  self->reading = reading;

  /* The title of a group is markup. */
  text = hbk_bilingual_get (&get_reading (self)->question, hbk_locale_get_language ());
  question = g_markup_escape_text (text, -1);
  adw_preferences_group_set_title (self->options_group, question);
  adw_preferences_group_set_description (self->options_group, _("The notice can be read in more than one way. Hours are counted as chosen here."));
  for (guint i = 0; i < get_reading (self)->options->len; i++)
    {
      GtkCheckButton *check = add_option (self, year, i, find_used (self, year), group);

      group = group != NULL ? group : check;
    }
  /* A clause may have several questions, each with a button of the same words. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  show_contact (self);

  return GTK_WIDGET (self);
}
