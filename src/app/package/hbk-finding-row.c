/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/package/hbk-finding-row.h"

#include <glib/gi18n.h>

#include "app/overview/hbk-mend.h"
#include "app/widgets/hbk-plain-row.h"
#include "app/widgets/hbk-tile.h"
#include "words/hbk-locale.h"

/* ---- What to do ---- */

static HbkMend
mend_of_warning (const HbkFinding *finding)
{
  HbkMendKind kind = hbk_mend_kind_of_warning (finding->warning);

  /* Handing in is what is being done. */
  if (kind == HBK_MEND_HAND_IN)
    kind = HBK_MEND_CLAUSE;

  return hbk_mend_new_of_warning (kind, finding->warning, finding->pack, NULL, finding->year);
}

static HbkMend
mend_of_record (const char *label, const char *action, const HbkFinding *finding)
{
  return hbk_mend_new (label, action, g_variant_new_string (hbk_record_get_id (finding->entry->result->record)));
}

static HbkMend
mend_of (const HbkFinding *finding)
{
  switch (finding->kind)
    {
    case HBK_FINDING_NO_ENTRIES:
      return hbk_mend_new (_("New Record"), "win.new-record", NULL);
    case HBK_FINDING_NO_NAME:
    case HBK_FINDING_NO_EMPLOYER:
    case HBK_FINDING_NAME_DIFFERS:
      return hbk_mend_new (_("Complete Profile"), "win.profile", NULL);
    case HBK_FINDING_WARNING:
      return mend_of_warning (finding);
    case HBK_FINDING_READING:
      return hbk_mend_new (_("Choose Reading"), "win.show-reading", g_variant_new_string (g_array_index (finding->pack->readings, HbkReading, finding->reading).id));
    case HBK_FINDING_FILE_ABSENT:
      return mend_of_record (C_("attention", "Add Evidence"), "win.add-evidence", finding);
    case HBK_FINDING_FILE_LOCATION:
      return hbk_mend_new (C_("package", "Leave It Out"), "package.leave-location-out", NULL);
    case HBK_FINDING_TOTAL_LARGE:
      return hbk_mend_new (C_("package", "Change Limits"), "package.choices", NULL);
    case HBK_FINDING_ALREADY:
      return hbk_mend_new (_("View Changes"), "win.history", NULL);
    case HBK_FINDING_ADDED:
    case HBK_FINDING_CHANGED:
      return mend_of_record (_("View Record"), "win.show-record", finding);
    case HBK_FINDING_REMOVED:
      return hbk_mend_new (C_("package", "Open Trash"), "win.trash", NULL);
    case HBK_FINDING_FILE_MISSING:
    case HBK_FINDING_FILE_ENCRYPTED:
    case HBK_FINDING_FILE_DAMAGED:
    case HBK_FINDING_FILE_ACTIVE:
    case HBK_FINDING_FILE_SMALL:
    case HBK_FINDING_FILE_UNSEEN:
    case HBK_FINDING_FILE_LARGE:
    case HBK_FINDING_FILE_TYPE:
    default:
      return hbk_mend_new (_("View File"), "win.show-file", g_variant_new_string (finding->file->file->sha256));
    }
}

/* ---- In words ---- */

/* A warning names what is missing and how many hours are at stake; of which record, and what to do, stands below. */
static void
say (const HbkFinding *finding, char **title, char **subtitle)
{
  HbkLanguage      language = hbk_locale_get_language ();
  g_autofree char *action = NULL;
  const char      *record;

  if (finding->kind != HBK_FINDING_WARNING)
    {
      *title = hbk_finding_dup_title (finding, language);
      *subtitle = hbk_finding_dup_action (finding, language);
      return;
    }

  *title = hbk_warning_to_text (finding->warning, finding->pack, language);
  action = hbk_warning_to_action (finding->warning, finding->pack, language);
  record = finding->entry != NULL ? hbk_record_get_title (finding->entry->result->record) : NULL;
  if (finding->entry != NULL)
    *subtitle = g_strdup_printf ("%02u %s · %s", finding->entry->number, record != NULL ? record : "", action);
  else
    *subtitle = g_steal_pointer (&action);
}

static GtkWidget *
make_tile (const HbkFinding *finding)
{
  GtkWidget *tile;

  if (finding->severity == HBK_SEVERITY_INFO)
    return hbk_tile_new ("dialog-information-symbolic", HBK_TONE_NEUTRAL);
  if (finding->severity == HBK_SEVERITY_WARNING)
    return hbk_tile_new ("dialog-warning-symbolic", HBK_TONE_CAUTION);

  tile = hbk_tile_new ("dialog-error-symbolic", HBK_TONE_NEUTRAL);
  gtk_widget_add_css_class (tile, "error");

  return tile;
}

/**
 * hbk_finding_row_new:
 * @finding: a finding
 *
 * Makes a row that says what was found, what to do, and has the one button that does it.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
hbk_finding_row_new (const HbkFinding *finding)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *full_label = NULL;
  g_auto (HbkMend) mend = { 0 };
  GtkWidget *row, *button;

  g_return_val_if_fail (finding != NULL, NULL);

  say (finding, &title, &subtitle);
  mend = mend_of (finding);
  /* Translators: what a button does, and to what: "Add Evidence: evidence is incomplete, Water sampling" */
  full_label = g_strdup_printf (_("%1$s: %2$s, %3$s"), mend.label, title, subtitle);

  row = hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, title, subtitle, "title-lines", 0, "subtitle-lines", 0, NULL);
  button = gtk_button_new_with_label (mend.label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (g_str_has_prefix (mend.action, "win."))
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "package.mend");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(smv)", mend.action, mend.target);
    }
  else
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), mend.action);
    }
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_tile (finding));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  /* The row has named the button by its title, which does not say what it does. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full_label, -1);

  return row;
}
