/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_APP_ID "io.github.hourbook.Hourbook"

#define HBK_TYPE_APP (hbk_app_get_type ())

G_DECLARE_FINAL_TYPE (HbkApp, hbk_app, HBK, APP, AdwApplication)

HbkApp *hbk_app_new (void) G_GNUC_WARN_UNUSED_RESULT;

HbkSession *hbk_app_get_session (HbkApp *self);

G_END_DECLS
