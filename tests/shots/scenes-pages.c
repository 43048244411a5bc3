/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scenes.h"

static void
show_records (HbkMainWindow *window)
{
  hbk_main_window_show_page (window, "records");
}

static void
show_evidence (HbkMainWindow *window)
{
  hbk_main_window_show_page (window, "evidence");
}

static void
show_rules (HbkMainWindow *window)
{
  hbk_main_window_show_page (window, "rules");
}

const Scene scenes_pages[] = {
  { "records", "qinghai", "2024-11-18", show_records },
  { "evidence", "qinghai", "2024-11-18", show_evidence },
  { "rules", "qinghai", "2024-11-18", show_rules },
  { "welcome", NULL, "2024-11-18", NULL },
  { NULL },
};
