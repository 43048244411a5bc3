/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-command.h"

G_BEGIN_DECLS

HbkFacts *hbk_profile_options_parse (HbkCommandLine *line, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
