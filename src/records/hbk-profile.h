/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-facts.h"
#include "records/hbk-title-level.h"

G_BEGIN_DECLS

#define HBK_TYPE_PROFILE (hbk_profile_get_type ())

G_DECLARE_FINAL_TYPE (HbkProfile, hbk_profile, HBK, PROFILE, GObject)

HbkProfile *hbk_profile_new (void) G_GNUC_WARN_UNUSED_RESULT;

HbkFacts       *hbk_profile_get_attributes (HbkProfile *self);
void            hbk_profile_set_attributes (HbkProfile *self, HbkFacts *attributes);
const HbkValue *hbk_profile_get_attribute (HbkProfile *self, const char *interned_id);
const HbkValue *hbk_profile_lookup_attribute (HbkProfile *self, const char *id);
void            hbk_profile_set_attribute (HbkProfile *self, const char *id, const HbkValue *value);

const char   *hbk_profile_get_name (HbkProfile *self);
const char   *hbk_profile_get_employer (HbkProfile *self);
const char   *hbk_profile_get_employer_type (HbkProfile *self);
const char   *hbk_profile_get_sector (HbkProfile *self);
const char   *hbk_profile_get_title (HbkProfile *self);
HbkTitleLevel hbk_profile_get_title_level (HbkProfile *self);
HbkDate       hbk_profile_get_post_from (HbkProfile *self);
const char   *hbk_profile_get_region (HbkProfile *self);

G_END_DECLS
