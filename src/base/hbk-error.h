/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkError:
 * @HBK_ERROR_SYNTAX: The bytes are not well-formed text of their format, so that nothing in them can be trusted.
 * @HBK_ERROR_LIMIT: Something is larger, longer, deeper or more numerous than Hourbook accepts.
 * @HBK_ERROR_FORMAT: The file is well-formed but of another kind, or of a version that this Hourbook does not know.
 * @HBK_ERROR_VALUE: A value is of the wrong type or outside what is allowed at its place.
 * @HBK_ERROR_MISSING: Something that is required is not there.
 * @HBK_ERROR_UNKNOWN: A name, key or choice is not one that Hourbook knows at its place.
 * @HBK_ERROR_DUPLICATE: Something that must be unique is there twice.
 * @HBK_ERROR_REFERENCE: Something refers to an item that does not exist.
 * @HBK_ERROR_IO: The system could not read or write what it was asked to.
 * @HBK_ERROR_USAGE: The command or call was used in a way that it is not meant for.
 * @HBK_ERROR_NOT_FOUND: The file, record or pack that was asked for does not exist.
 * @HBK_ERROR_BUSY: Another program is using it just now.
 * @HBK_ERROR_DAMAGED: What Hourbook itself has stored is not as it was stored.
 * @HBK_ERROR_SEALED: It belongs to a year that was handed in, and may be changed by a visible correction only.
 * @HBK_ERROR_CANCELLED: The person stopped it; nothing was changed.
 * @HBK_ERROR_INSTALLATION: What comes with Hourbook is not there, or not as it came.
 *
 * The codes of Hourbook's one error domain; what to tell a person follows from the code, never from the text.
 */
typedef enum {
  HBK_ERROR_SYNTAX,
  HBK_ERROR_LIMIT,
  HBK_ERROR_FORMAT,
  HBK_ERROR_VALUE,
  HBK_ERROR_MISSING,
  HBK_ERROR_UNKNOWN,
  HBK_ERROR_DUPLICATE,
  HBK_ERROR_REFERENCE,
  HBK_ERROR_IO,
  HBK_ERROR_USAGE,
  HBK_ERROR_NOT_FOUND,
  HBK_ERROR_BUSY,
  HBK_ERROR_DAMAGED,
  HBK_ERROR_SEALED,
  HBK_ERROR_CANCELLED,
  HBK_ERROR_INSTALLATION,
} HbkError;

/**
 * HBK_ERROR:
 *
 * The error domain of Hourbook.
 */
#define HBK_ERROR (hbk_error_quark ())

GQuark hbk_error_quark (void);

G_END_DECLS
