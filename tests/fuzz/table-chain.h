/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/hbk-table.h"

void table_chain_check (HbkTable *table);
