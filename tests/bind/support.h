/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>

#include "submission/hbk-bind-helper.h"

/* What a command says, whose argument "@" is the path of a file of these bytes. It must succeed. */
char *support_ask (GBytes *bytes, ...) G_GNUC_NULL_TERMINATED;
/* The same with a file, which is used up. */
GBytes *support_read_fd (int fd);
int     support_open_empty (void);

/* What the helper makes of a file; %NULL where it has a problem. */
GBytes *support_make_part (GBytes *file, HbkBindReply *reply);
GBytes *support_make_part_of (GBytes *file, guint max_pages, HbkBindReply *reply);

/* With another job for the helper. */
GBytes *support_do (const char *job, GBytes *file, guint max_pages, HbkBindReply *reply);

/* The text of one page without spaces, or of all with page 0. */
char *support_text (GBytes *pdf, guint page);
guint support_count_pages (GBytes *pdf);
/* All objects, unpacked. */
char *support_objects (GBytes *pdf);
/* The nearest colour of a page at a place given in parts of its sides. */
guint32 support_colour_at (GBytes *pdf, guint page, double x, double y);
/* Where a program may lie; folders for files that do not last need not let any run. */
char *support_dup_script_path (void);
