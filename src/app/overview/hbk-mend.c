/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/overview/hbk-mend.h"

#include <glib/gi18n.h>

/* What is not listed is mended at its record, or cannot be. */
static const struct
{
  const char *code;
  HbkMendKind kind;
} kinds[] = {
  { "W-CLOSED", HBK_MEND_CLAUSE },
  { "W-LATE-SUBMIT", HBK_MEND_HAND_IN },
  { "W-LATE-VERIFY", HBK_MEND_CLAUSE },
  { "W-DEADLINE", HBK_MEND_CLAUSE },
  { "W-FACT-MISSING", HBK_MEND_FACT },
  { "W-BAD-FACT", HBK_MEND_FACT },
  { "W-UNKNOWN-ACTIVITY", HBK_MEND_FACT },
  { "W-SUBJECT-ASSUMED", HBK_MEND_FACT },
  { "W-APPROVAL-MISSING", HBK_MEND_FACT },
  { "W-PROVISIONAL", HBK_MEND_FACT },
  { "W-VERIFIED-MORE", HBK_MEND_FACT },
  { "W-CHANGED-SINCE", HBK_MEND_HISTORY },
  { "W-EVIDENCE-MISSING", HBK_MEND_EVIDENCE },
  { "W-WEAK-EVIDENCE", HBK_MEND_EVIDENCE },
  { "W-CAP-YEAR", HBK_MEND_CLAUSE },
  { "W-CAP-ITEM", HBK_MEND_CLAUSE },
  { "W-DAYCAP", HBK_MEND_CLAUSE },
  { "W-AMBIG", HBK_MEND_READING },
  { "W-TOTAL-SHORT", HBK_MEND_NOTHING },
  { "W-PUBLIC-SHORT", HBK_MEND_NOTHING },
  { "W-PROF-SHORT", HBK_MEND_NOTHING },
};

static gboolean
is_of_profile (const HbkWarning *warning, const HbkPack *pack)
{
  return warning->record == NULL || (warning->id != NULL && hbk_vocabulary_lookup_fact (pack->vocabulary, warning->id) == NULL &&
                                     hbk_vocabulary_lookup_attribute (pack->vocabulary, warning->id) != NULL);
}

/**
 * hbk_mend_kind_of_warning:
 * @warning: a warning
 *
 * Says what mends a warning.
 *
 * Returns: the kind
 */
HbkMendKind
hbk_mend_kind_of_warning (const HbkWarning *warning)
{
  g_return_val_if_fail (warning != NULL, HBK_MEND_NOTHING);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].code, warning->spec->id))
        return kinds[i].kind;
    }

  return warning->record != NULL ? HBK_MEND_RECORD : HBK_MEND_CLAUSE;
}

/**
 * hbk_mend_new:
 * @label: what it is called on a button
 * @action: the action of the window
 * @target: (nullable): its parameter, perhaps floating
 *
 * Makes something to do.
 *
 * Returns: it, to be cleared
 */
HbkMend
hbk_mend_new (const char *label, const char *action, GVariant *target)
{
  return (HbkMend) { label, action, target != NULL ? g_variant_ref_sink (target) : NULL };
}

/**
 * hbk_mend_new_of_warning:
 * @kind: what mends it
 * @warning: a warning
 * @pack: its rules
 * @clause: (nullable): the clause to read where the warning names none
 * @year: its year
 *
 * Makes the one thing to do about a warning.
 *
 * Returns: it, to be cleared
 */
HbkMend
hbk_mend_new_of_warning (HbkMendKind kind, const HbkWarning *warning, const HbkPack *pack, const char *clause, int year)
{
  const char *record = warning->record != NULL ? hbk_record_get_id (warning->record) : NULL;

  switch (kind)
    {
    case HBK_MEND_EVIDENCE:
      return hbk_mend_new (C_("attention", "Add Evidence"), "win.add-evidence", g_variant_new_string (record));
    case HBK_MEND_FACT:
      if (is_of_profile (warning, pack))
        return hbk_mend_new (_("Complete Profile"), "win.profile", NULL);
      return hbk_mend_new (_("Fill In"), "win.edit-record", g_variant_new_string (record));
    case HBK_MEND_RECORD:
      return hbk_mend_new (_("View Record"), "win.show-record", g_variant_new_string (record));
    case HBK_MEND_READING:
      return hbk_mend_new (_("Choose Reading"), "win.show-reading", g_variant_new_string (g_array_index (pack->readings, HbkReading, warning->reading).id));
    case HBK_MEND_HAND_IN:
      return hbk_mend_new (_("Hand In…"), "win.hand-in", g_variant_new_int32 (year));
    case HBK_MEND_HISTORY:
      return hbk_mend_new (_("View Changes"), "win.history", NULL);
    case HBK_MEND_CLAUSE:
    case HBK_MEND_NOTHING:
    default:
      if (warning->clause != NULL || clause != NULL)
        return hbk_mend_new (_("Read Clause"), "win.show-clause", g_variant_new_string (warning->clause != NULL ? warning->clause : clause));
      return hbk_mend_new (_("Read Rules"), "win.page", g_variant_new_string ("rules"));
    }
}

/**
 * hbk_mend_clear:
 * @self: something to do
 *
 * Frees what it holds.
 */
void
hbk_mend_clear (HbkMend *self)
{
  g_clear_pointer (&self->target, g_variant_unref);
}
