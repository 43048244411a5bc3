/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/overview/hbk-attention.h"

#include <glib/gi18n.h>

#include "app/overview/hbk-mend.h"
#include "rules/hbk-year-deadlines.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"
#include "words/hbk-warning-groups.h"
#include "words/hbk-words.h"
#include "words/hbk-year-words.h"

/* Handing in is worth a word so many days before. */
#define DEADLINE_DAYS 45

/* So many documents are named. */
#define DOCUMENTS_MAX 3

/* How a warning is shown; what is not listed goes by its severity. */
typedef struct
{
  const char *code;
  HbkUrgency  urgency;
  const char *icon_name;
} Manner;

static const Manner manners[] = {
  { "W-CLOSED", HBK_URGENCY_ERROR, "dialog-error-symbolic" },
  { "W-LATE-SUBMIT", HBK_URGENCY_DEADLINE, "hbk-hourglass-symbolic" },
  { "W-LATE-VERIFY", HBK_URGENCY_DEADLINE, "hbk-hourglass-symbolic" },
  { "W-DEADLINE", HBK_URGENCY_DEADLINE, "hbk-hourglass-symbolic" },
  { "W-FACT-MISSING", HBK_URGENCY_FACT, "document-edit-symbolic" },
  { "W-BAD-FACT", HBK_URGENCY_FACT, "document-edit-symbolic" },
  { "W-UNKNOWN-ACTIVITY", HBK_URGENCY_FACT, "document-edit-symbolic" },
  { "W-SUBJECT-ASSUMED", HBK_URGENCY_FACT, "document-edit-symbolic" },
  { "W-APPROVAL-MISSING", HBK_URGENCY_FACT, "document-edit-symbolic" },
  { "W-PROVISIONAL", HBK_URGENCY_FACT, "document-edit-symbolic" },
  { "W-RETURNED", HBK_URGENCY_REVIEW, "hbk-shield-symbolic" },
  { "W-VERIFIED-LESS", HBK_URGENCY_REVIEW, "hbk-shield-symbolic" },
  { "W-VERIFIED-MORE", HBK_URGENCY_REVIEW, "hbk-shield-symbolic" },
  { "W-CHANGED-SINCE", HBK_URGENCY_REVIEW, "hbk-shield-symbolic" },
  { "W-EVIDENCE-MISSING", HBK_URGENCY_EVIDENCE, "hbk-half-symbolic" },
  { "W-WEAK-EVIDENCE", HBK_URGENCY_CAP, "hbk-half-symbolic" },
  { "W-CAP-YEAR", HBK_URGENCY_CAP, "hbk-lock-cap-symbolic" },
  { "W-CAP-ITEM", HBK_URGENCY_CAP, "hbk-lock-cap-symbolic" },
  { "W-DAYCAP", HBK_URGENCY_CAP, "hbk-lock-cap-symbolic" },
  { "W-AMBIG", HBK_URGENCY_READING, "hbk-scale-symbolic" },
};

static Manner
find_manner (const HbkWarning *warning)
{
  gboolean is_info = warning->spec->severity == HBK_SEVERITY_INFO;

  for (guint i = 0; i < G_N_ELEMENTS (manners); i++)
    {
      if (g_str_equal (manners[i].code, warning->spec->id))
        return manners[i];
    }

  return (Manner) {
    .code = warning->spec->id,
    .urgency = is_info ? HBK_URGENCY_NOTE : HBK_URGENCY_RECORD,
    .icon_name = is_info ? "dialog-information-symbolic" : "dialog-warning-symbolic",
  };
}

static void
attention_free (gpointer data)
{
  HbkAttention *self = data;

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->place);
  g_free (self->full_label);
  g_clear_pointer (&self->target, g_variant_unref);
  g_free (self);
}

/* ---- What to do ---- */

static void
set_mend (HbkAttention *self, HbkMend mend)
{
  self->label = mend.label;
  self->action = mend.action;
  self->target = mend.target;
}

/* ---- In words ---- */

static void
add_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static char *
say_records (const HbkWarningGroup *group)
{
  if (group->records->len == 1)
    return g_strdup (hbk_record_get_title (g_ptr_array_index (group->records, 0)));

  return group->records->len > 1 ? g_strdup_printf (ngettext ("%u record", "%u records", group->records->len), group->records->len) : NULL;
}

static char *
say_hours (const HbkWarning *warning, HbkUrgency urgency)
{
  g_autofree char *hours = hbk_year_words_hours (warning->hours);

  if (warning->hours == 0)
    return NULL;

  switch (urgency)
    {
    case HBK_URGENCY_EVIDENCE:
      /* Translators: "28 hours" */
      return g_strdup_printf (_("%s may be sent back"), hours);
    case HBK_URGENCY_CAP:
      /* Translators: "5 hours" */
      return g_strdup_printf (_("%s do not count"), hours);
    case HBK_URGENCY_ERROR:
    case HBK_URGENCY_DEADLINE:
    case HBK_URGENCY_FACT:
    case HBK_URGENCY_REVIEW:
    case HBK_URGENCY_RECORD:
    case HBK_URGENCY_READING:
    case HBK_URGENCY_NOTE:
    default:
      return g_steal_pointer (&hours);
    }
}

static char *
say_documents (const HbkWarningGroup *group, const HbkStateYear *year)
{
  const HbkRecordResult *result = group->records->len == 1 ? hbk_year_result_lookup (year->result, hbk_record_get_id (g_ptr_array_index (group->records, 0))) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (result == NULL || result->missing_documents == NULL || result->missing_documents->len == 0)
    return NULL;

  for (guint i = 0; i < MIN (result->missing_documents->len, DOCUMENTS_MAX); i++)
    g_ptr_array_add (names, (gpointer) hbk_value_words_document (year->basis->pack->vocabulary, g_ptr_array_index (result->missing_documents, i), hbk_locale_get_language ()));
  list = hbk_words_list (names);

  /* Translators: documents that a record lacks */
  return g_strdup_printf (_("missing: %s"), list);
}

static char *
say_place (const HbkPack *pack, const char *id)
{
  const HbkClause *clause = id != NULL ? hbk_pack_lookup_clause (pack, id) : NULL;

  return clause != NULL ? g_strdup (hbk_bilingual_get (&clause->place, hbk_locale_get_language ())) : NULL;
}

static char *
say_group (const HbkWarningGroup *group, const Manner *manner, HbkMendKind mend, const HbkStateYear *year, HbkDate today)
{
  g_autofree char *records = say_records (group);
  g_autofree char *hours = say_hours (&group->warning, manner->urgency);
  g_autofree char *documents = mend == HBK_MEND_EVIDENCE ? say_documents (group, year) : NULL;
  g_autofree char *left = group->warning.date != HBK_DATE_NONE ? hbk_words_days_left (today, group->warning.date) : NULL;
  g_autofree char *action = hbk_warning_to_action (&group->warning, year->basis->pack, hbk_locale_get_language ());
  GString         *text = g_string_new (NULL);

  add_part (text, left);
  add_part (text, records);
  add_part (text, hours);
  add_part (text, documents);
  /* What to do is in the button; where nothing else is to be said, it is in words, too. */
  if (text->len == 0 || manner->urgency == HBK_URGENCY_NOTE)
    add_part (text, action);

  return g_string_free_and_steal (text);
}

static void
set_full_label (HbkAttention *self)
{
  /* Translators: what a button does, and to what: "Add Evidence: evidence is incomplete, Water sampling" */
  self->full_label = g_strdup_printf (_("%1$s: %2$s, %3$s"), self->label, self->title, self->subtitle);
}

static HbkAttention *
attention_from_group (const HbkWarningGroup *group, HbkMendKind mend, const HbkStateYear *year, HbkDate today)
{
  HbkAttention *self = g_new0 (HbkAttention, 1);
  Manner        manner = find_manner (&group->warning);

  self->urgency = manner.urgency;
  self->tone = manner.urgency <= HBK_URGENCY_RECORD ? HBK_TONE_CAUTION : HBK_TONE_NEUTRAL;
  self->icon_name = manner.icon_name;
  self->title = hbk_warning_to_title (&group->warning, year->basis->pack, hbk_locale_get_language ());
  self->subtitle = say_group (group, &manner, mend, year, today);
  self->place = say_place (year->basis->pack, group->warning.clause);
  set_mend (self, hbk_mend_new_of_warning (mend, &group->warning, year->basis->pack, year->result->requirement_clause, year->year));
  set_full_label (self);

  return self;
}

/* ---- Deadlines ---- */

static gboolean
is_handed_in (const HbkRecordResult *result)
{
  HbkStatus status = hbk_record_get_status (result->record);

  return status == HBK_STATUS_SUBMITTED || status == HBK_STATUS_VERIFIED;
}

static gboolean
has_to_hand_in (const HbkYearResult *year)
{
  for (guint i = 0; i < year->records->len; i++)
    {
      const HbkRecordResult *result = g_ptr_array_index (year->records, i);

      if (!is_handed_in (result) && hbk_tally_total (result->credited) > 0)
        return TRUE;
    }

  return FALSE;
}

static HbkAttention *
attention_from_deadline (const HbkYearDeadline *deadline, const HbkStateYear *year, HbkDate today)
{
  HbkAttention    *self = g_new0 (HbkAttention, 1);
  g_autofree char *left = hbk_words_days_left (today, deadline->date);
  g_autofree char *date = hbk_words_date_short (deadline->date);

  self->urgency = HBK_URGENCY_DEADLINE;
  self->tone = HBK_TONE_CAUTION;
  self->icon_name = "hbk-hourglass-symbolic";
  self->title = g_strdup (hbk_bilingual_get (&deadline->deadline->text, hbk_locale_get_language ()));
  /* Translators: "22 days left", and the last day */
  self->subtitle = g_strdup_printf (_("%1$s · by %2$s"), left, date);
  self->place = say_place (year->basis->pack, deadline->deadline->clause);
  set_mend (self, hbk_mend_new (_("Hand In…"), "win.hand-in", g_variant_new_int32 (year->year)));
  set_full_label (self);

  return self;
}

static void
add_deadlines (GPtrArray *list, const HbkStateYear *year, GArray *deadlines, HbkDate today)
{
  if ((year->entry != NULL && year->entry->handed_in) || !has_to_hand_in (year->result))
    return;

  for (guint i = 0; i < deadlines->len; i++)
    {
      const HbkYearDeadline *deadline = &g_array_index (deadlines, HbkYearDeadline, i);

      if (g_str_equal (deadline->deadline->kind, "hand_in") && !deadline->is_passed && deadline->days_left <= DEADLINE_DAYS)
        g_ptr_array_add (list, attention_from_deadline (deadline, year, today));
    }
}

static int
compare_attentions (gconstpointer a, gconstpointer b)
{
  const HbkAttention *first = *(HbkAttention *const *) a, *second = *(HbkAttention *const *) b;

  return (int) first->urgency - (int) second->urgency;
}

/**
 * hbk_attention_list_new:
 * @year: a year of a state
 * @deadlines: (element-type HbkYearDeadline): its deadlines
 * @today: the day of the state
 *
 * Lists what needs attention in a year.
 *
 * Returns: (transfer full) (element-type HbkAttention): the list, the most urgent first
 */
GPtrArray *
hbk_attention_list_new (const HbkStateYear *year, GArray *deadlines, HbkDate today)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (attention_free);
  g_autoptr (GPtrArray) groups = hbk_warning_groups_new ((const HbkWarning *) year->result->warnings->data, year->result->warnings->len, TRUE);

  add_deadlines (list, year, deadlines, today);
  for (guint i = 0; i < groups->len; i++)
    {
      const HbkWarningGroup *group = g_ptr_array_index (groups, i);
      HbkMendKind            mend = hbk_mend_kind_of_warning (&group->warning);

      /* What the page says elsewhere is not said again. */
      if (mend != HBK_MEND_NOTHING)
        g_ptr_array_add (list, attention_from_group (group, mend, year, today));
    }
  g_ptr_array_sort (list, compare_attentions);

  return list;
}

/**
 * hbk_attention_list_equal:
 * @a: (element-type HbkAttention): a list
 * @b: (element-type HbkAttention): another
 *
 * Says whether two lists say the same, so that nothing has to be shown anew.
 *
 * Returns: %TRUE when they do
 */
gboolean
hbk_attention_list_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const HbkAttention *first = g_ptr_array_index (a, i), *second = g_ptr_array_index (b, i);

      if (!g_str_equal (first->full_label, second->full_label) || !g_str_equal (first->action, second->action) || g_strcmp0 (first->place, second->place) != 0 ||
          (first->target != NULL) != (second->target != NULL) || (first->target != NULL && !g_variant_equal (first->target, second->target)))
        return FALSE;
    }

  return TRUE;
}
