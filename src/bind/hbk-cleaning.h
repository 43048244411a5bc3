/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <qpdf/qpdf-c.h>

void hbk_cleaning_apply (qpdf_data pdf);
