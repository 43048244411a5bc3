/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bind/hbk-plan.h"

G_BEGIN_DECLS

gboolean hbk_joint_make (const HbkView *spool, const HbkPlan *plan, qpdf_data *pdf, guint *bad_part);

G_END_DECLS
