/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/overview/hbk-overview-page.h"

#include <glib/gi18n.h>

#include "app/overview/hbk-attention-group.h"
#include "app/overview/hbk-attention.h"
#include "app/overview/hbk-chart-card.h"
#include "app/overview/hbk-overview-meter.h"
#include "app/overview/hbk-ways-group.h"
#include "app/widgets/hbk-sure-bar.h"
#include "app/window/hbk-primary-menu.h"
#include "app/window/hbk-year-switcher.h"
#include "rules/hbk-year-deadlines.h"
#include "words/hbk-locale.h"
#include "words/hbk-year-words.h"

/**
 * HbkOverviewPage:
 *
 * A year at a glance: how it stands, what is at risk, what to do next.
 */
struct _HbkOverviewPage
{
  HbkPage parent_instance;

  GtkStack          *stack;
  GtkMenuButton     *year_menu;
  AdwBanner         *banner;
  GtkBox            *hero;
  GtkBox            *words;
  GtkBox            *meters;
  GtkLabel          *verdict;
  GtkLabel          *summary;
  GtkButton         *suggestion;
  GtkButton         *second_suggestion;
  HbkOverviewMeter  *total_meter;
  HbkOverviewMeter  *public_meter;
  HbkOverviewMeter  *professional_meter;
  HbkSureBar        *sure_bar;
  HbkAttentionGroup *attention;
  HbkChartCard      *chart_card;
  HbkWaysGroup      *public_ways;
  HbkWaysGroup      *professional_ways;
  HbkWaysGroup      *total_ways;
  GtkLabel          *source;
  AdwStatusPage     *nothing;
  GtkButton         *nothing_action;
  int                shown_year;
};

G_DEFINE_FINAL_TYPE (HbkOverviewPage, hbk_overview_page, HBK_TYPE_PAGE)

/* Where there is little room, the rings come first, for they say it at once. */
static void
narrow_cb (HbkOverviewPage *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "hbk-narrow");
  gtk_box_reorder_child_after (self->hero, GTK_WIDGET (self->meters), NULL);
}

static void
roomy_cb (HbkOverviewPage *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "hbk-narrow");
}

static void
wide_cb (HbkOverviewPage *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "hbk-narrow");
  gtk_box_reorder_child_after (self->hero, GTK_WIDGET (self->words), NULL);
}

/* ---- The next step ---- */

static void
show_step (GtkButton *button, const char *label, const char *action, GVariant *target)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  /* No action is asked, even for a moment, with the parameter of another. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  if (label == NULL)
    return;

  gtk_button_set_label (button, label);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static const HbkAttention *
find_attention (GPtrArray *list, HbkUrgency urgency)
{
  for (guint i = 0; i < list->len; i++)
    {
      const HbkAttention *attention = g_ptr_array_index (list, i);

      if (attention->urgency == urgency)
        return attention;
    }

  return NULL;
}

/* What a short year needs most: what has only to be filled in, else hours of the subject that lacks them. */
static void
suggest_for_short (HbkOverviewPage *self, const HbkStateYear *year, const HbkYearPace *pace, GPtrArray *list)
{
  HbkRequired missing = hbk_year_result_get_missing (year->result);
  HbkSubject  subject = missing.public_hours > 0 && pace->behind.public_hours >= pace->behind.professional_hours ? HBK_SUBJECT_PUBLIC
                        : missing.professional_hours > 0                                                         ? HBK_SUBJECT_PROFESSIONAL
                                                                                                                 : HBK_SUBJECT_NONE;
  HbkHours    hours = subject == HBK_SUBJECT_PUBLIC ? missing.public_hours : subject == HBK_SUBJECT_PROFESSIONAL ? missing.professional_hours
                                                                                                                 : missing.total;
  g_autoptr (GArray) ways = hbk_year_ways_new (year->assessment, year->basis->logbook, year->result, subject, hours);
  const HbkYearWay   *way = ways->len > 0 ? &g_array_index (ways, HbkYearWay, 0) : NULL;
  const HbkAttention *evidence = find_attention (list, HBK_URGENCY_EVIDENCE);

  if (way == NULL)
    show_step (self->suggestion, _("New Record"), "win.new-record", NULL);
  else if (way->record != NULL)
    show_step (self->suggestion, _("Fill In What Is Missing"), "win.edit-record", g_variant_new_string (hbk_record_get_id (way->record)));
  else if (way->subject == HBK_SUBJECT_PUBLIC)
    show_step (self->suggestion, _("Add Public Hours"), "win.new-record-of", g_variant_new_string (way->activity));
  else
    show_step (self->suggestion, _("Add Professional Hours"), "win.new-record-of", g_variant_new_string (way->activity));

  if (evidence != NULL)
    show_step (self->second_suggestion, evidence->label, evidence->action, evidence->target);
}

/* As long as the year runs; where the notice says so, longer. */
static gboolean
can_hand_in (int year, GArray *deadlines, HbkDate today)
{
  for (guint i = 0; i < deadlines->len; i++)
    {
      const HbkYearDeadline *deadline = &g_array_index (deadlines, HbkYearDeadline, i);

      if (g_str_equal (deadline->deadline->kind, "hand_in") && !deadline->is_passed)
        return TRUE;
    }

  return hbk_date_year (today) <= year;
}

static void
suggest (HbkOverviewPage *self, const HbkStateYear *year, const HbkYearPace *pace, GPtrArray *list, gboolean can_hand_in)
{
  const HbkAttention *evidence = find_attention (list, HBK_URGENCY_EVIDENCE);
  gboolean            is_handed_in = year->entry != NULL && year->entry->handed_in;
  gboolean            is_open = pace->days_left >= 0 && !is_handed_in;

  show_step (self->suggestion, NULL, NULL, NULL);
  show_step (self->second_suggestion, NULL, NULL, NULL);
  if (is_handed_in)
    return;

  if (is_open && year->result->records->len == 0)
    {
      show_step (self->suggestion, _("New Record"), "win.new-record", NULL);
      show_step (self->second_suggestion, _("Import…"), "win.import", NULL);
    }
  else if (is_open && year->result->verdict == HBK_VERDICT_SHORT)
    {
      suggest_for_short (self, year, pace, list);
    }
  else if (evidence != NULL)
    {
      show_step (self->suggestion, evidence->label, evidence->action, evidence->target);
    }
  else if (year->result->verdict == HBK_VERDICT_MET && can_hand_in)
    {
      show_step (self->suggestion, _("Hand In…"), "win.hand-in", g_variant_new_int32 (year->year));
      show_step (self->second_suggestion, _("Submission Package…"), "win.package", g_variant_new_int32 (year->year));
    }
}

/* ---- Around the year ---- */

static void
show_banner (HbkOverviewPage *self, const HbkStateYear *year)
{
  const HbkYearResult *result = year->result;
  g_autofree char     *title = NULL;
  gboolean             has_history = FALSE;

  if (year->entry != NULL && year->entry->handed_in && year->changed)
    {
      title = g_strdup_printf (_("%d has changed since it was handed in"), year->year);
      has_history = TRUE;
    }
  else if (year->entry != NULL && year->entry->handed_in)
    {
      title = g_strdup_printf (_("%d was handed in; changes ask for a reason"), year->year);
    }
  else if (result->verdict == HBK_VERDICT_UNDETERMINED && result->met_total == HBK_MET_NONE)
    {
      title = g_strdup (_("Another authority sets the hours for you; here they are only recorded"));
    }
  else if (year->entry != NULL)
    {
      title = g_strdup_printf (_("%d is closed and keeps the rules of its time"), year->year);
    }

  adw_banner_set_title (self->banner, title != NULL ? title : "");
  adw_banner_set_button_label (self->banner, has_history ? _("View Changes") : NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner), has_history ? "win.history" : NULL);
  adw_banner_set_revealed (self->banner, title != NULL);
}

static void
add_item (GMenu *menu, const char *label, const char *action, int year)
{
  GMenuItem *item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "i", year);
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

static void
show_menu (HbkOverviewPage *self, const HbkStateYear *year)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (year->entry != NULL && year->entry->handed_in)
    add_item (menu, _("Open Again…"), "win.reopen", year->year);
  else
    add_item (menu, _("Hand In…"), "win.hand-in", year->year);
  if (year->result->records->len > 0)
    add_item (menu, _("Submission Package…"), "win.package", year->year);
  if (year->basis->newer != NULL)
    add_item (menu, _("Use the Rules of Today…"), "win.adopt-rules", year->year);

  gtk_menu_button_set_menu_model (self->year_menu, G_MENU_MODEL (menu));
  /* Alone it says what it is; beside another button three dots will do. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->suggestion)))
    gtk_menu_button_set_icon_name (self->year_menu, "view-more-symbolic");
  else
    gtk_menu_button_set_label (self->year_menu, _("This Year"));
}

/* Which meaning of unclear clauses the figures rest on. */
static char *
say_readings (const HbkStateYear *year)
{
  const HbkPack *pack = year->basis->pack;
  guint          n_chosen = 0;

  for (guint i = 0; i < pack->readings->len; i++)
    {
      if (hbk_assessment_get_option (year->assessment, i) != g_array_index (pack->readings, HbkReading, i).initial)
        n_chosen++;
    }
  if (n_chosen == 0)
    return g_strdup (_("cautious readings"));

  return g_strdup_printf (ngettext ("%u reading of your own", "%u readings of your own", n_chosen), n_chosen);
}

static void
show_source (HbkOverviewPage *self, const HbkStateYear *year)
{
  HbkLanguage      language = hbk_locale_get_language ();
  const HbkPack   *pack = year->basis->pack;
  const HbkNotice *notice = pack->notices->len > 0 ? &g_array_index (pack->notices, HbkNotice, 0) : NULL;
  g_autofree char *readings = say_readings (year);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: name of a rule pack, such as "Qinghai (notice of 2024)", and its version */
  g_string_printf (text, _("Computed by %1$s, version %2$s"), hbk_bilingual_get (&pack->name, language), pack->revision);
  if (notice != NULL && notice->number != NULL)
    g_string_append_printf (text, " · %s", notice->number);
  g_string_append_printf (text, " · %s\n%s", readings, _("What counts in the end is the review."));
  gtk_label_set_text (self->source, text->str);
}

/* ---- The year ---- */

static void
show_hours (HbkOverviewPage *self, const HbkYearView *view)
{
  gboolean is_counted = view->year->met_total != HBK_MET_NONE;

  g_object_set (self->sure_bar,
                "target", is_counted ? view->year->required.total : (HbkHours) -1,
                "pace", hbk_year_view_has_pace (view) && is_counted ? view->pace->expected.total : (HbkHours) -1,
                "credited", hbk_tally_total (view->year->credited),
                "evidenced", hbk_tally_total (view->year->evidenced),
                "verified", hbk_tally_total (view->year->verified),
                "pending", hbk_tally_total (view->year->pending),
                NULL);
  hbk_overview_meter_set (self->total_meter, view);
  hbk_overview_meter_set (self->public_meter, view);
  hbk_overview_meter_set (self->professional_meter, view);
}

/* A change of the verdict is said to who does not see it; that another year is looked at is not one. */
static void
show_verdict (HbkOverviewPage *self, const HbkYearView *view)
{
  g_autofree char *verdict = hbk_year_words_verdict (view);
  g_autofree char *summary = hbk_year_words_summary (view);
  gboolean         is_news = self->shown_year == view->year->year && !g_str_equal (gtk_label_get_text (self->verdict), verdict);

  gtk_label_set_text (self->verdict, verdict);
  gtk_label_set_text (self->summary, summary);
  if (is_news && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->verdict), verdict, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_year (HbkOverviewPage *self, const HbkStateYear *year, HbkState *state)
{
  g_autoptr (GArray) deadlines = hbk_year_deadlines_new (year->assessment, hbk_logbook_get_profile (year->basis->logbook), year->year);
  HbkYearPace pace = hbk_year_pace_work_out (year->result, hbk_year_deadlines_get_study_end (deadlines, year->year), state->today);
  HbkYearView view = {
    .year = year->result,
    .pace = &pace,
    .today = state->today,
    .handed_in = year->entry != NULL && year->entry->handed_in,
    .changed = year->changed,
  };
  gboolean has_records = year->result->records->len > 0;
  g_autoptr (GPtrArray) list = hbk_attention_list_new (year, deadlines, state->today);

  show_verdict (self, &view);
  show_hours (self, &view);
  show_banner (self, year);
  show_source (self, year);
  suggest (self, year, &pace, list, can_hand_in (year->year, deadlines, state->today));
  show_menu (self, year);
  gtk_widget_set_visible (GTK_WIDGET (self->sure_bar), has_records);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_card), has_records);
  hbk_chart_card_set (self->chart_card, year, &pace, deadlines, state->today);
  hbk_ways_group_set (self->public_ways, year, &pace);
  hbk_ways_group_set (self->professional_ways, year, &pace);
  hbk_ways_group_set (self->total_ways, year, &pace);
  /* What depends on other readings is not worked out yet; the list waits for it rather than move twice. */
  if (state->is_complete || self->shown_year != year->year)
    hbk_attention_group_set (self->attention, list, year->year);
  self->shown_year = year->year;
  gtk_stack_set_visible_child_name (self->stack, "year");
}

/* ---- No year ---- */

static void
show_nothing (HbkOverviewPage *self, HbkState *state)
{
  gboolean is_trouble = state->trouble != NULL;

  adw_status_page_set_icon_name (self->nothing, is_trouble ? "dialog-warning-symbolic" : "hbk-rules-symbolic");
  if (is_trouble)
    {
      g_autofree char *text = g_markup_escape_text (state->trouble->message, -1);

      adw_status_page_set_title (self->nothing, _("The Hours Cannot Be Computed"));
      adw_status_page_set_description (self->nothing, text);
      if (state->pack != NULL)
        show_step (self->nothing_action, _("Read Rules"), "win.page", g_variant_new_string ("rules"));
      else
        show_step (self->nothing_action, _("Choose Region"), "win.profile", NULL);
    }
  else if (state->pack == NULL)
    {
      adw_status_page_set_title (self->nothing, _("No Rules for Your Region"));
      adw_status_page_set_description (self->nothing, _("Records and evidence are kept. Hours are computed once you choose a region that Hourbook has the rules of."));
      show_step (self->nothing_action, _("Choose Region"), "win.profile", NULL);
    }
  else
    {
      adw_status_page_set_title (self->nothing, _("Nothing in This Year"));
      adw_status_page_set_description (self->nothing, _("No record belongs to it."));
      show_step (self->nothing_action, _("New Record"), "win.new-record", NULL);
    }
  adw_banner_set_revealed (self->banner, FALSE);
  gtk_menu_button_set_menu_model (self->year_menu, NULL);
  self->shown_year = 0;
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
hbk_overview_page_update (HbkPage *page, HbkState *state)
{
  HbkOverviewPage    *self = HBK_OVERVIEW_PAGE (page);
  const HbkStateYear *year = hbk_state_lookup_year (state, hbk_page_get_year (page));

  if (year != NULL)
    show_year (self, year, state);
  else
    show_nothing (self, state);
  gtk_widget_set_visible (GTK_WIDGET (self->year_menu), year != NULL);
}

static void
hbk_overview_page_class_init (HbkOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  HBK_PAGE_CLASS (klass)->update = hbk_overview_page_update;

  g_type_ensure (HBK_TYPE_ATTENTION_GROUP);
  g_type_ensure (HBK_TYPE_CHART_CARD);
  g_type_ensure (HBK_TYPE_OVERVIEW_METER);
  g_type_ensure (HBK_TYPE_PRIMARY_MENU);
  g_type_ensure (HBK_TYPE_SURE_BAR);
  g_type_ensure (HBK_TYPE_WAYS_GROUP);
  g_type_ensure (HBK_TYPE_YEAR_SWITCHER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-overview-page.ui");
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, roomy_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, year_menu);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, banner);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, hero);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, words);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, meters);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, summary);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, suggestion);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, second_suggestion);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, total_meter);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, public_meter);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, professional_meter);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, sure_bar);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, attention);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, chart_card);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, public_ways);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, professional_ways);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, total_ways);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, source);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewPage, nothing_action);
}

static void
hbk_overview_page_init (HbkOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
