/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/evidence/hbk-file-item.h"

G_BEGIN_DECLS

/**
 * HbkFileFilter:
 * @HBK_FILE_FILTER_ALL: all
 * @HBK_FILE_FILTER_LOOSE: those that prove no record yet
 * @HBK_FILE_FILTER_PROBLEM: those that a person should look at
 *
 * Which files are shown.
 */
typedef enum {
  HBK_FILE_FILTER_ALL,
  HBK_FILE_FILTER_LOOSE,
  HBK_FILE_FILTER_PROBLEM,
  HBK_FILE_N_FILTERS,
} HbkFileFilter;

#define HBK_TYPE_FILE_LIST (hbk_file_list_get_type ())

G_DECLARE_FINAL_TYPE (HbkFileList, hbk_file_list, HBK, FILE_LIST, GObject)

HbkFileList *hbk_file_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

void         hbk_file_list_set_state (HbkFileList *self, HbkState *state, int year);
void         hbk_file_list_set_faults (HbkFileList *self, GHashTable *faults);
HbkFileFault hbk_file_list_get_fault (HbkFileList *self, const char *sha256);
void         hbk_file_list_set_filter (HbkFileList *self, HbkFileFilter filter);
void         hbk_file_list_set_document (HbkFileList *self, const char *document);
void         hbk_file_list_set_search (HbkFileList *self, const char *search);
guint        hbk_file_list_get_count (HbkFileList *self, HbkFileFilter filter);

void   hbk_file_list_select (HbkFileList *self, const char *sha256);
void   hbk_file_list_select_all (HbkFileList *self);
void   hbk_file_list_select_none (HbkFileList *self);
guint  hbk_file_list_get_n_selected (HbkFileList *self);
char **hbk_file_list_dup_selected (HbkFileList *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
