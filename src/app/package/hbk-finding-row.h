/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "submission/hbk-finding.h"

G_BEGIN_DECLS

GtkWidget *hbk_finding_row_new (const HbkFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
