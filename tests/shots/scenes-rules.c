/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scenes.h"

#include "app/rules/hbk-rules-page.h"

static HbkRulesPage *
show_rules (HbkMainWindow *window)
{
  hbk_main_window_show_page (window, "rules");
  shots_wait (100);

  return HBK_RULES_PAGE (shots_find (GTK_WIDGET (window), HBK_TYPE_RULES_PAGE));
}

static void
show_clause (HbkMainWindow *window, const char *id)
{
  hbk_rules_page_show_clause (show_rules (window), id);
}

static void
show_rate (HbkMainWindow *window)
{
  show_clause (window, "QH-A2-2020-patent-invention");
}

static void
show_unclear (HbkMainWindow *window)
{
  hbk_rules_page_show_reading (show_rules (window), "QH-AMB-11");
}

static void
show_deadline (HbkMainWindow *window)
{
  show_clause (window, "QH-M5-submit-1210");
}

static void
search (HbkMainWindow *window, const char *text)
{
  HbkRulesPage *page = show_rules (window);

  gtk_editable_set_text (GTK_EDITABLE (shots_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY)), text);
  shots_wait (400);
}

static void
search_something (HbkMainWindow *window)
{
  search (window, "论文");
}

static void
search_nothing (HbkMainWindow *window)
{
  search (window, "<b>没有这样的词</b>");
}

const Scene scenes_rules[] = {
  { "rules-clause", "qinghai", "2024-11-18", show_rate },
  { "rules-unclear", "qinghai", "2024-11-18", show_unclear },
  { "rules-deadline", "qinghai", "2024-11-18", show_deadline },
  { "rules-search", "qinghai", "2024-11-18", search_something },
  { "rules-no-hits", "qinghai", "2024-11-18", search_nothing },
  { NULL },
};
