/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack.h"

G_BEGIN_DECLS

/* A pack of the data folder that stands by itself. */
HbkPack *read_pack (const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
