/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-workspace.h"

G_BEGIN_DECLS

/* Drawn papers and a photo, as a busy person has them, for the sample of Qinghai: some prove records of 2024, some lie in the inbox. */
void papers_fill (HbkWorkspace *workspace, const char *dir);

/* The same, after which a file was changed on the disk and another is missing. */
void papers_fill_damaged (HbkWorkspace *workspace, const char *dir);

G_END_DECLS
