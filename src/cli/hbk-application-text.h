/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-printer.h"
#include "rules/hbk-application.h"

G_BEGIN_DECLS

void hbk_application_text_print (HbkPrinter *printer, const HbkApplication *application);

G_END_DECLS
