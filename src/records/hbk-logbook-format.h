/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/**
 * HBK_LOGBOOK_FORMAT:
 *
 * What a logbook file says it is.
 */
#define HBK_LOGBOOK_FORMAT "hourbook-logbook"

/**
 * HBK_LOGBOOK_VERSION:
 *
 * The version of the logbook format that this Hourbook reads and writes.
 */
#define HBK_LOGBOOK_VERSION 1
