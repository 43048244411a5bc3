/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-record-private.h"

/* What a record says about the activity. */

/**
 * hbk_record_get_id:
 * @self: a record
 *
 * Gives what tells the record from every other of its logbook.
 *
 * Returns: the id
 */
const char *
hbk_record_get_id (HbkRecord *self)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), NULL);

  return self->id;
}

/**
 * hbk_record_get_activity:
 * @self: a record
 *
 * Says which activity it is.
 *
 * Returns: the interned id of the activity
 */
const char *
hbk_record_get_activity (HbkRecord *self)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), NULL);

  return self->activity;
}

/**
 * hbk_record_set_activity:
 * @self: a record
 * @activity: the id of the activity
 *
 * Says which activity it is.
 */
void
hbk_record_set_activity (HbkRecord *self, const char *activity)
{
  GRefString *interned;

  g_return_if_fail (HBK_IS_RECORD (self) && activity != NULL);

  if (g_str_equal (self->activity, activity))
    return;

  interned = g_ref_string_new_intern (activity);
  g_ref_string_release (self->activity);
  self->activity = interned;
  hbk_record_notify (self, HBK_RECORD_PROP_ACTIVITY);
}

/**
 * hbk_record_get_title:
 * @self: a record
 *
 * Says what the person calls it.
 *
 * Returns: the title, which may be empty, and may hold anything but NUL: escape it with [func@text_escape] to show it
 */
const char *
hbk_record_get_title (HbkRecord *self)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), NULL);

  return self->title;
}

/**
 * hbk_record_set_title:
 * @self: a record
 * @title: (nullable): the title
 *
 * Says what the person calls it.
 */
void
hbk_record_set_title (HbkRecord *self, const char *title)
{
  g_return_if_fail (HBK_IS_RECORD (self));

  if (g_set_str (&self->title, title != NULL ? title : ""))
    hbk_record_notify (self, HBK_RECORD_PROP_TITLE);
}

/**
 * hbk_record_get_start:
 * @self: a record
 *
 * Gives the first day.
 *
 * Returns: the day
 */
HbkDate
hbk_record_get_start (HbkRecord *self)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), HBK_DATE_NONE);

  return self->period.start;
}

/**
 * hbk_record_get_end:
 * @self: a record
 *
 * Gives the last day, which is never before the first.
 *
 * Returns: the day
 */
HbkDate
hbk_record_get_end (HbkRecord *self)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), HBK_DATE_NONE);

  return self->period.end;
}

/**
 * hbk_record_get_period:
 * @self: a record
 *
 * Gives the first and last day.
 *
 * Returns: the period
 */
HbkPeriod
hbk_record_get_period (HbkRecord *self)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), ((HbkPeriod) { 0 }));

  return self->period;
}

/**
 * hbk_record_set_period:
 * @self: a record
 * @start: the first day
 * @end: the last day, not before @start; %HBK_DATE_NONE for a single day
 *
 * Says when it was.
 */
void
hbk_record_set_period (HbkRecord *self, HbkDate start, HbkDate end)
{
  HbkPeriod old;

  g_return_if_fail (HBK_IS_RECORD (self));
  g_return_if_fail (start > HBK_DATE_NONE && (end == HBK_DATE_NONE || end >= start));

  old = self->period;
  self->period = (HbkPeriod) { start, end != HBK_DATE_NONE ? end : start };

  if (self->period.start != old.start)
    hbk_record_notify (self, HBK_RECORD_PROP_START);
  if (self->period.end != old.end)
    hbk_record_notify (self, HBK_RECORD_PROP_END);
}

/**
 * hbk_record_clear_period:
 * @self: a record
 *
 * Leaves open when it was; only a record that is being entered is without a date.
 */
void
hbk_record_clear_period (HbkRecord *self)
{
  g_return_if_fail (HBK_IS_RECORD (self));

  if (self->period.start == HBK_DATE_NONE)
    return;

  self->period = (HbkPeriod) { HBK_DATE_NONE, HBK_DATE_NONE };
  hbk_record_notify (self, HBK_RECORD_PROP_START);
  hbk_record_notify (self, HBK_RECORD_PROP_END);
}

/**
 * hbk_record_get_facts:
 * @self: a record
 *
 * Gives the answers that rules ask for; not to be changed.
 *
 * Returns: (transfer none): the facts
 */
HbkFacts *
hbk_record_get_facts (HbkRecord *self)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), NULL);

  return self->facts;
}

/**
 * hbk_record_set_facts:
 * @self: a record
 * @facts: (nullable): the facts, not to be changed any more
 *
 * Replaces all answers.
 */
void
hbk_record_set_facts (HbkRecord *self, HbkFacts *facts)
{
  HbkFacts *old;

  g_return_if_fail (HBK_IS_RECORD (self));

  if (facts == NULL)
    facts = hbk_record_no_facts ();
  if (facts == self->facts)
    return;

  old = self->facts;
  self->facts = hbk_facts_ref (facts);
  hbk_facts_unref (old);
  hbk_record_notify (self, HBK_RECORD_PROP_FACTS);
}

/**
 * hbk_record_get_fact:
 * @self: a record
 * @interned_id: the id of a fact, from g_ref_string_new_intern()
 *
 * Finds an answer by the address of its id, the fast way.
 *
 * Returns: (transfer none) (nullable): the value, or %NULL when there is none
 */
const HbkValue *
hbk_record_get_fact (HbkRecord *self, const char *interned_id)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), NULL);

  return hbk_facts_get (self->facts, interned_id);
}

/**
 * hbk_record_set_fact:
 * @self: a record
 * @id: the id of a fact
 * @value: (nullable): the answer, which is copied; %NULL removes it
 *
 * Sets one answer; whoever holds the facts as they were keeps them so.
 */
void
hbk_record_set_fact (HbkRecord *self, const char *id, const HbkValue *value)
{
  g_autoptr (HbkFacts) changed = NULL;

  g_return_if_fail (HBK_IS_RECORD (self) && id != NULL);

  changed = hbk_facts_copy (self->facts);
  if (value != NULL)
    hbk_facts_set (changed, id, value);
  else
    hbk_facts_remove (changed, id);

  if (!hbk_facts_equal (changed, self->facts))
    hbk_record_set_facts (self, changed);
}

/**
 * hbk_record_get_subject:
 * @self: a record
 *
 * Gives the subject that the person chose.
 *
 * Returns: the subject
 */
HbkSubject
hbk_record_get_subject (HbkRecord *self)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), HBK_SUBJECT_NONE);

  return self->subject;
}

/**
 * hbk_record_set_subject:
 * @self: a record
 * @subject: the subject
 *
 * Chooses the subject.
 */
void
hbk_record_set_subject (HbkRecord *self, HbkSubject subject)
{
  g_return_if_fail (HBK_IS_RECORD (self) && subject <= HBK_SUBJECT_PROFESSIONAL);

  if (self->subject == subject)
    return;

  self->subject = subject;
  hbk_record_notify (self, HBK_RECORD_PROP_SUBJECT);
}

/**
 * hbk_record_get_work:
 * @self: a record
 *
 * Gives the identity of the paper, book or patent.
 *
 * Returns: (nullable): the identity, such as `doi:10.1000/182`, or %NULL when there is none
 */
const char *
hbk_record_get_work (HbkRecord *self)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), NULL);

  return self->work;
}

/**
 * hbk_record_set_work:
 * @self: a record
 * @work: (nullable): the identity
 *
 * Says which work it is about, so that it counts once.
 */
void
hbk_record_set_work (HbkRecord *self, const char *work)
{
  g_return_if_fail (HBK_IS_RECORD (self));

  if (g_set_str (&self->work, work))
    hbk_record_notify (self, HBK_RECORD_PROP_WORK);
}

/**
 * hbk_record_get_status:
 * @self: a record
 *
 * Says how far the record has come.
 *
 * Returns: the status
 */
HbkStatus
hbk_record_get_status (HbkRecord *self)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), HBK_STATUS_DONE);

  return self->status;
}

/**
 * hbk_record_set_status:
 * @self: a record
 * @status: the status
 *
 * Says how far the record has come.
 */
void
hbk_record_set_status (HbkRecord *self, HbkStatus status)
{
  g_return_if_fail (HBK_IS_RECORD (self) && status <= HBK_STATUS_RETURNED);

  if (self->status == status)
    return;

  self->status = status;
  hbk_record_notify (self, HBK_RECORD_PROP_STATUS);
}

/**
 * hbk_record_get_note:
 * @self: a record
 *
 * Gives what the person wrote for themselves.
 *
 * Returns: (nullable): the note, or %NULL when there is none
 */
const char *
hbk_record_get_note (HbkRecord *self)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), NULL);

  return self->note;
}

/**
 * hbk_record_set_note:
 * @self: a record
 * @note: (nullable): the note
 *
 * Keeps what the person wrote for themselves.
 */
void
hbk_record_set_note (HbkRecord *self, const char *note)
{
  g_return_if_fail (HBK_IS_RECORD (self));

  if (g_set_str (&self->note, note))
    hbk_record_notify (self, HBK_RECORD_PROP_NOTE);
}
