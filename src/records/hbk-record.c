/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-record-private.h"

static GParamSpec *properties[HBK_RECORD_N_PROPS];

G_DEFINE_FINAL_TYPE (HbkRecord, hbk_record, G_TYPE_OBJECT)

void
hbk_record_notify (HbkRecord *self, HbkRecordProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

HbkFacts *
hbk_record_no_facts (void)
{
  static HbkFacts *shared;

  if (g_once_init_enter_pointer (&shared))
    g_once_init_leave_pointer (&shared, hbk_facts_new ());

  return shared;
}

static void
hbk_record_finalize (GObject *object)
{
  HbkRecord *self = HBK_RECORD (object);

  g_free (self->id);
  g_clear_pointer (&self->activity, g_ref_string_release);
  g_free (self->title);
  hbk_facts_unref (self->facts);
  g_free (self->work);
  g_free (self->note);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->verified_extra, json_object_unref);
  g_clear_pointer (&self->extra, json_object_unref);

  G_OBJECT_CLASS (hbk_record_parent_class)->finalize (object);
}

static void
hbk_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkRecord *self = HBK_RECORD (object);

  switch (prop_id)
    {
    case HBK_RECORD_PROP_ID:
      g_value_set_string (value, self->id);
      break;

    case HBK_RECORD_PROP_ACTIVITY:
      g_value_set_string (value, self->activity);
      break;

    case HBK_RECORD_PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case HBK_RECORD_PROP_START:
      g_value_set_int (value, self->period.start);
      break;

    case HBK_RECORD_PROP_END:
      g_value_set_int (value, self->period.end);
      break;

    case HBK_RECORD_PROP_FACTS:
      g_value_set_boxed (value, self->facts);
      break;

    case HBK_RECORD_PROP_SUBJECT:
      g_value_set_enum (value, self->subject);
      break;

    case HBK_RECORD_PROP_STATUS:
      g_value_set_enum (value, self->status);
      break;

    case HBK_RECORD_PROP_WORK:
      g_value_set_string (value, self->work);
      break;

    case HBK_RECORD_PROP_NOTE:
      g_value_set_string (value, self->note);
      break;

    case HBK_RECORD_PROP_N_EVIDENCE:
      g_value_set_uint (value, hbk_record_get_n_evidence (self));
      break;

    case HBK_RECORD_PROP_HAS_VERIFIED_HOURS:
      g_value_set_boolean (value, self->has_verified_hours);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_record_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkRecord *self = HBK_RECORD (object);

  switch (prop_id)
    {
    case HBK_RECORD_PROP_ACTIVITY:
      hbk_record_set_activity (self, g_value_get_string (value));
      break;

    case HBK_RECORD_PROP_TITLE:
      hbk_record_set_title (self, g_value_get_string (value));
      break;

    case HBK_RECORD_PROP_FACTS:
      hbk_record_set_facts (self, g_value_get_boxed (value));
      break;

    case HBK_RECORD_PROP_SUBJECT:
      hbk_record_set_subject (self, g_value_get_enum (value));
      break;

    case HBK_RECORD_PROP_STATUS:
      hbk_record_set_status (self, g_value_get_enum (value));
      break;

    case HBK_RECORD_PROP_WORK:
      hbk_record_set_work (self, g_value_get_string (value));
      break;

    case HBK_RECORD_PROP_NOTE:
      hbk_record_set_note (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

#define READ_ONLY (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)
#define READ_WRITE (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)

/* What it was and when. */
static void
make_basic_properties (void)
{
  /**
   * HbkRecord:id:
   *
   * What tells the record from every other of the logbook; never changes.
   */
  properties[HBK_RECORD_PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, READ_ONLY);

  /**
   * HbkRecord:activity:
   *
   * The id of the activity: training, paper, patent and so on.
   */
  properties[HBK_RECORD_PROP_ACTIVITY] = g_param_spec_string ("activity", NULL, NULL, NULL, READ_WRITE);

  /**
   * HbkRecord:title:
   *
   * What the person calls it.
   */
  properties[HBK_RECORD_PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", READ_WRITE);

  /**
   * HbkRecord:start:
   *
   * The first day, as a #HbkDate.
   */
  properties[HBK_RECORD_PROP_START] = g_param_spec_int ("start", NULL, NULL, HBK_DATE_NONE, G_MAXINT32, HBK_DATE_NONE, READ_ONLY);

  /**
   * HbkRecord:end:
   *
   * The last day, as a #HbkDate.
   */
  properties[HBK_RECORD_PROP_END] = g_param_spec_int ("end", NULL, NULL, HBK_DATE_NONE, G_MAXINT32, HBK_DATE_NONE, READ_ONLY);
}

/* What rules and reviewers want to know. */
static void
make_further_properties (void)
{
  /**
   * HbkRecord:facts:
   *
   * The answers that rules ask for.
   */
  properties[HBK_RECORD_PROP_FACTS] = g_param_spec_boxed ("facts", NULL, NULL, HBK_TYPE_FACTS, READ_WRITE);

  /**
   * HbkRecord:subject:
   *
   * The subject that the person chose.
   */
  properties[HBK_RECORD_PROP_SUBJECT] = g_param_spec_enum ("subject", NULL, NULL, HBK_TYPE_SUBJECT, HBK_SUBJECT_NONE, READ_WRITE);

  /**
   * HbkRecord:status:
   *
   * How far the record has come.
   */
  properties[HBK_RECORD_PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, HBK_TYPE_STATUS, HBK_STATUS_DONE, READ_WRITE);

  /**
   * HbkRecord:work:
   *
   * The identity of the paper, book or patent, so that it counts once.
   */
  properties[HBK_RECORD_PROP_WORK] = g_param_spec_string ("work", NULL, NULL, NULL, READ_WRITE);

  /**
   * HbkRecord:note:
   *
   * What the person wrote for themselves.
   */
  properties[HBK_RECORD_PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, READ_WRITE);

  /**
   * HbkRecord:n-evidence:
   *
   * How many pieces of evidence there are.
   */
  properties[HBK_RECORD_PROP_N_EVIDENCE] = g_param_spec_uint ("n-evidence", NULL, NULL, 0, G_MAXUINT, 0, READ_ONLY);

  /**
   * HbkRecord:has-verified-hours:
   *
   * Whether the employer or bureau has confirmed hours.
   */
  properties[HBK_RECORD_PROP_HAS_VERIFIED_HOURS] = g_param_spec_boolean ("has-verified-hours", NULL, NULL, FALSE, READ_ONLY);
}

static void
hbk_record_class_init (HbkRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hbk_record_finalize;
  object_class->get_property = hbk_record_get_property;
  object_class->set_property = hbk_record_set_property;

  make_basic_properties ();
  make_further_properties ();
  g_object_class_install_properties (object_class, HBK_RECORD_N_PROPS, properties);
}

static void
hbk_record_init (HbkRecord *self)
{
  self->facts = hbk_facts_ref (hbk_record_no_facts ());
  self->status = HBK_STATUS_DONE;
  self->title = g_strdup ("");
}

/**
 * hbk_record_new:
 * @id: what tells the record from every other of its logbook; not empty
 * @activity: the id of the activity
 *
 * Makes a record without a date, which is to be set before it is used.
 *
 * Returns: (transfer full): the record
 */
HbkRecord *
hbk_record_new (const char *id, const char *activity)
{
  HbkRecord *self;

  g_return_val_if_fail (id != NULL && *id != '\0' && activity != NULL, NULL);

  self = g_object_new (HBK_TYPE_RECORD, NULL);
  self->id = g_strdup (id);
  self->activity = g_ref_string_new_intern (activity);

  return self;
}

/**
 * hbk_record_copy:
 * @self: a record
 * @id: the id of the copy
 *
 * Makes a record that differs only in its id.
 *
 * Returns: (transfer full): the copy
 */
HbkRecord *
hbk_record_copy (HbkRecord *self, const char *id)
{
  HbkRecord *copy;

  g_return_val_if_fail (HBK_IS_RECORD (self), NULL);

  copy = hbk_record_new (id, self->activity);
  hbk_record_set_title (copy, self->title);
  copy->period = self->period;
  hbk_record_set_facts (copy, self->facts);
  copy->subject = self->subject;
  copy->status = self->status;
  copy->work = g_strdup (self->work);
  copy->note = g_strdup (self->note);
  copy->has_verified_hours = self->has_verified_hours;
  copy->verified_public = self->verified_public;
  copy->verified_professional = self->verified_professional;
  hbk_record_set_verified_extra (copy, self->verified_extra);
  hbk_record_set_extra (copy, self->extra);

  for (guint i = 0; i < hbk_record_get_n_evidence (self); i++)
    hbk_record_add_evidence (copy, hbk_record_get_evidence (self, i));

  return copy;
}
