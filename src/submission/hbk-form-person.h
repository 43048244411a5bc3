/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-page-document.h"
#include "submission/hbk-submission.h"

G_BEGIN_DECLS

/**
 * HBK_FORM_ID_NUMBER:
 *
 * The attribute of a profile that holds the number of the identity card, if it has one. No rule asks for it.
 */
#define HBK_FORM_ID_NUMBER "id_number"

void hbk_form_person_add (HbkPageDocument *document, const HbkSubmission *submission);

G_END_DECLS
