/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/widgets/hbk-palette.h"
#include "words/hbk-record-state.h"

G_BEGIN_DECLS

#define HBK_TYPE_STATE_CHIP (hbk_state_chip_get_type ())

G_DECLARE_FINAL_TYPE (HbkStateChip, hbk_state_chip, HBK, STATE_CHIP, GtkWidget)

GtkWidget *hbk_state_chip_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char *hbk_state_chip_lookup (HbkRecordState state, HbkTone *tone);

void hbk_state_chip_set (HbkStateChip *self, HbkRecordState state);
void hbk_state_chip_set_record (HbkStateChip *self, HbkRecord *record, const HbkRecordResult *result);

G_END_DECLS
