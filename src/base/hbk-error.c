/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/hbk-error.h"

G_DEFINE_QUARK (hbk-error-quark, hbk_error)
