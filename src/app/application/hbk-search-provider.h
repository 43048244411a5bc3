/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_SEARCH_PROVIDER_PATH "/io/github/hourbook/Hourbook/SearchProvider"

#define HBK_TYPE_SEARCH_PROVIDER (hbk_search_provider_get_type ())

G_DECLARE_FINAL_TYPE (HbkSearchProvider, hbk_search_provider, HBK, SEARCH_PROVIDER, GObject)

HbkSearchProvider *hbk_search_provider_new (GApplication *application) G_GNUC_WARN_UNUSED_RESULT;

void     hbk_search_provider_set_session (HbkSearchProvider *self, HbkSession *session);
gboolean hbk_search_provider_export (HbkSearchProvider *self, GDBusConnection *connection, GError **error);
void     hbk_search_provider_unexport (HbkSearchProvider *self, GDBusConnection *connection);

G_END_DECLS
