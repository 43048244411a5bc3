/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/widgets/hbk-palette.h"
#include "workspace/hbk-state.h"

G_BEGIN_DECLS

/**
 * HbkUrgency:
 *
 * Why something should be looked at, the most urgent first.
 */
typedef enum {
  HBK_URGENCY_ERROR,
  HBK_URGENCY_DEADLINE,
  HBK_URGENCY_FACT,
  HBK_URGENCY_REVIEW,
  HBK_URGENCY_EVIDENCE,
  HBK_URGENCY_RECORD,
  HBK_URGENCY_CAP,
  HBK_URGENCY_READING,
  HBK_URGENCY_NOTE,
} HbkUrgency;

/**
 * HbkAttention:
 * @urgency: how urgent it is
 * @tone: the colour of its tile
 * @icon_name: the icon of its tile
 * @title: what is the matter
 * @subtitle: what is at stake, and how much time is left
 * @place: (nullable): where the notice says so
 * @label: what mends it, in a word or two
 * @full_label: the same for who does not see the row
 * @action: the action of the window that does it
 * @target: (nullable): its parameter
 *
 * Something that needs attention, with the one thing to do about it.
 */
typedef struct
{
  HbkUrgency  urgency;
  HbkTone     tone;
  const char *icon_name;
  char       *title;
  char       *subtitle;
  char       *place;
  const char *label;
  char       *full_label;
  const char *action;
  GVariant   *target;
} HbkAttention;

GPtrArray *hbk_attention_list_new (const HbkStateYear *year, GArray *deadlines, HbkDate today) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hbk_attention_list_equal (GPtrArray *a, GPtrArray *b);

G_END_DECLS
