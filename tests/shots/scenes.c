/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scenes.h"

const Scene *const all_scenes[] = {
  scenes_overview,
  scenes_dialogs,
  scenes_editor,
  scenes_evidence,
  scenes_package,
  scenes_pages,
  scenes_rules,
  scenes_records,
  scenes_welcome,
  scenes_widgets,
  NULL,
};
