/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-json-writer.h"

G_BEGIN_DECLS

/**
 * HbkOutput:
 *
 * What a command prints, collected until it is done. So nothing is printed of a command that fails, and a disk that is
 * full is noticed.
 */
typedef struct _HbkOutput HbkOutput;

HbkOutput *hbk_output_new (int width) G_GNUC_WARN_UNUSED_RESULT;
void       hbk_output_free (HbkOutput *self);

int  hbk_output_get_width (const HbkOutput *self);
void hbk_output_line (HbkOutput *self, const char *text);
void hbk_output_printf (HbkOutput *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void hbk_output_wrapped (HbkOutput *self, const char *first_prefix, const char *prefix, const char *text);
void hbk_output_json (HbkOutput *self, HbkJsonWriter *writer);
void hbk_output_bytes (HbkOutput *self, GBytes *bytes);

gboolean hbk_output_write (HbkOutput *self, int fd, GError **error);
int      hbk_output_find_width (int fd);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkOutput, hbk_output_free)

G_END_DECLS
