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

/**
 * HBK_LOGBOOK_ID_MAX:
 *
 * How many characters an id: of a record, an activity, a document type may have.
 */
#define HBK_LOGBOOK_ID_MAX 200

/**
 * HBK_LOGBOOK_NAME_MAX:
 *
 * How many characters a named attribute of the profile may have.
 */
#define HBK_LOGBOOK_NAME_MAX 200

/**
 * HBK_LOGBOOK_TITLE_MAX:
 *
 * How many characters the title of a record may have.
 */
#define HBK_LOGBOOK_TITLE_MAX 2000

/**
 * HBK_LOGBOOK_WORK_MAX:
 *
 * How many characters the identity of a work may have.
 */
#define HBK_LOGBOOK_WORK_MAX 1000

/**
 * HBK_LOGBOOK_FILE_MAX:
 *
 * How many characters the name of an evidence file may have.
 */
#define HBK_LOGBOOK_FILE_MAX 1000

/**
 * HBK_LOGBOOK_NOTE_MAX:
 *
 * How many characters a note may have.
 */
#define HBK_LOGBOOK_NOTE_MAX 20000
