/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-record.h"

static void
collect_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  g_string_append_printf (user_data, "%s ", pspec->name);
}

/* What was notified since the last time. */
static void
assert_notified (GString *names, const char *expected)
{
  g_assert_cmpstr (names->str, ==, expected);
  g_string_truncate (names, 0);
}

static void
test_defaults (void)
{
  g_autoptr (HbkRecord) record = hbk_record_new ("r1", "training");
  g_autoptr (GRefString) training = g_ref_string_new_intern ("training");
  HbkHours public_hours = 7, professional_hours = 7;

  g_assert_cmpstr (hbk_record_get_id (record), ==, "r1");
  g_assert_true (hbk_record_get_activity (record) == training);
  g_assert_cmpstr (hbk_record_get_title (record), ==, "");
  g_assert_cmpint (hbk_record_get_start (record), ==, HBK_DATE_NONE);
  g_assert_cmpint (hbk_record_get_end (record), ==, HBK_DATE_NONE);
  g_assert_cmpuint (hbk_facts_get_n (hbk_record_get_facts (record)), ==, 0);
  g_assert_cmpint (hbk_record_get_subject (record), ==, HBK_SUBJECT_NONE);
  g_assert_cmpint (hbk_record_get_status (record), ==, HBK_STATUS_DONE);
  g_assert_null (hbk_record_get_work (record));
  g_assert_null (hbk_record_get_note (record));
  g_assert_cmpuint (hbk_record_get_n_evidence (record), ==, 0);
  g_assert_false (hbk_record_get_verified_hours (record, &public_hours, &professional_hours));
  g_assert_cmpint (public_hours, ==, 0);
  g_assert_cmpint (professional_hours, ==, 0);
  g_assert_null (hbk_record_get_extra (record));
  g_assert_null (hbk_record_get_verified_extra (record));
}

static void
test_setters (void)
{
  g_autoptr (HbkRecord) record = hbk_record_new ("r1", "training");
  g_autoptr (GString) names = g_string_new (NULL);

  g_signal_connect (record, "notify", G_CALLBACK (collect_cb), names);

  /* Each twice: the second time nothing has changed. */
  for (int i = 0; i < 2; i++)
    {
      hbk_record_set_activity (record, "paper");
      assert_notified (names, i == 0 ? "activity " : "");
      hbk_record_set_title (record, "论文");
      assert_notified (names, i == 0 ? "title " : "");
      hbk_record_set_subject (record, HBK_SUBJECT_PUBLIC);
      assert_notified (names, i == 0 ? "subject " : "");
      hbk_record_set_status (record, HBK_STATUS_VERIFIED);
      assert_notified (names, i == 0 ? "status " : "");
      hbk_record_set_work (record, "doi:10.1000/182");
      assert_notified (names, i == 0 ? "work " : "");
      hbk_record_set_note (record, "备注");
      assert_notified (names, i == 0 ? "note " : "");
      hbk_record_set_verified_hours (record, 1000, 2050);
      assert_notified (names, i == 0 ? "has-verified-hours " : "");
    }

  g_assert_cmpstr (hbk_record_get_activity (record), ==, "paper");
  g_assert_cmpstr (hbk_record_get_title (record), ==, "论文");
  g_assert_cmpint (hbk_record_get_subject (record), ==, HBK_SUBJECT_PUBLIC);
  g_assert_cmpint (hbk_record_get_status (record), ==, HBK_STATUS_VERIFIED);
  g_assert_cmpstr (hbk_record_get_work (record), ==, "doi:10.1000/182");
  g_assert_cmpstr (hbk_record_get_note (record), ==, "备注");

  hbk_record_set_title (record, NULL);
  g_assert_cmpstr (hbk_record_get_title (record), ==, "");
  hbk_record_set_work (record, NULL);
  g_assert_null (hbk_record_get_work (record));
}

static void
test_period (void)
{
  g_autoptr (HbkRecord) record = hbk_record_new ("r1", "training");
  g_autoptr (GString) names = g_string_new (NULL);
  HbkDate   first = hbk_date_new (2024, 3, 1);
  HbkPeriod period;

  g_signal_connect (record, "notify", G_CALLBACK (collect_cb), names);

  hbk_record_set_period (record, first, HBK_DATE_NONE);
  assert_notified (names, "start end ");
  g_assert_cmpint (hbk_record_get_end (record), ==, first);

  hbk_record_set_period (record, first, first + 4);
  assert_notified (names, "end ");
  hbk_record_set_period (record, first + 1, first + 4);
  assert_notified (names, "start ");
  hbk_record_set_period (record, first + 1, first + 4);
  assert_notified (names, "");

  period = hbk_record_get_period (record);
  g_assert_cmpint (period.start, ==, first + 1);
  g_assert_cmpint (period.end, ==, first + 4);
  g_assert_cmpint (hbk_record_get_start (record), ==, first + 1);

  hbk_record_clear_period (record);
  assert_notified (names, "start end ");
  g_assert_cmpint (hbk_record_get_start (record), ==, HBK_DATE_NONE);
  hbk_record_clear_period (record);
  assert_notified (names, "");
}

static void
test_facts (void)
{
  g_autoptr (HbkRecord) record = hbk_record_new ("r1", "training");
  g_autoptr (HbkRecord) other = hbk_record_new ("r2", "training");
  g_autoptr (HbkFacts) before = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GRefString) days = g_ref_string_new_intern ("days");
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  g_signal_connect (record, "notify", G_CALLBACK (collect_cb), names);
  g_assert_null (hbk_record_get_fact (record, days));

  hbk_value_set_number (&value, 500);
  hbk_record_set_fact (record, "days", &value);
  assert_notified (names, "facts ");
  hbk_record_set_fact (record, "days", &value);
  assert_notified (names, "");
  g_assert_cmpint (hbk_record_get_fact (record, days)->number, ==, 500);

  /* Facts are shared between records and with whoever wants to undo, so that a change makes a copy. */
  before = hbk_facts_ref (hbk_record_get_facts (record));
  hbk_record_set_facts (other, before);
  hbk_value_set_number (&value, 600);
  hbk_record_set_fact (record, "days", &value);
  g_assert_cmpint (hbk_record_get_fact (record, days)->number, ==, 600);
  g_assert_cmpint (hbk_record_get_fact (other, days)->number, ==, 500);
  g_assert_cmpint (hbk_facts_get (before, days)->number, ==, 500);

  hbk_record_set_fact (record, "days", NULL);
  g_assert_null (hbk_record_get_fact (record, days));
  hbk_record_set_facts (other, NULL);
  g_assert_null (hbk_record_get_fact (other, days));
  hbk_record_set_facts (other, NULL);
}

static void
test_evidence (void)
{
  g_autoptr (HbkRecord) record = hbk_record_new ("r1", "training");
  g_autoptr (HbkEvidence) notice = hbk_evidence_new ("notice", "a.pdf", NULL);
  g_autoptr (HbkEvidence) certificate = hbk_evidence_new ("certificate", "b.pdf", NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  g_signal_connect (record, "notify", G_CALLBACK (collect_cb), names);

  hbk_record_add_evidence (record, notice);
  hbk_record_add_evidence (record, certificate);
  assert_notified (names, "n-evidence n-evidence ");
  g_assert_cmpuint (hbk_record_get_n_evidence (record), ==, 2);
  g_assert_true (hbk_record_get_evidence (record, 1) == certificate);
  g_assert_true (hbk_record_has_document (record, hbk_evidence_get_document (notice)));

  hbk_record_remove_evidence (record, 0);
  assert_notified (names, "n-evidence ");
  g_assert_cmpuint (hbk_record_get_n_evidence (record), ==, 1);
  g_assert_false (hbk_record_has_document (record, hbk_evidence_get_document (notice)));
  g_assert_true (hbk_record_has_document (record, hbk_evidence_get_document (certificate)));
}

static void
test_verified (void)
{
  g_autoptr (HbkRecord) record = hbk_record_new ("r1", "training");
  g_autoptr (JsonObject) extra = json_object_new ();
  HbkHours public_hours, professional_hours;

  /* Nothing confirmed is something else than 0 confirmed. */
  hbk_record_set_verified_hours (record, 0, 0);
  g_assert_true (hbk_record_get_verified_hours (record, NULL, NULL));

  hbk_record_set_verified_hours (record, 1000, 2050);
  hbk_record_set_verified_extra (record, extra);
  g_assert_true (hbk_record_get_verified_hours (record, &public_hours, &professional_hours));
  g_assert_cmpint (public_hours, ==, 1000);
  g_assert_cmpint (professional_hours, ==, 2050);

  hbk_record_clear_verified_hours (record);
  g_assert_false (hbk_record_get_verified_hours (record, &public_hours, NULL));
  g_assert_cmpint (public_hours, ==, 0);
  g_assert_null (hbk_record_get_verified_extra (record));
}

/* A record with something in every place. */
static HbkRecord *
make_full (void)
{
  HbkRecord *record = hbk_record_new ("r1", "paper");
  g_autoptr (HbkEvidence) evidence = hbk_evidence_new ("cover", NULL, NULL);
  g_autoptr (JsonObject) extra = json_object_new ();
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  hbk_record_set_title (record, "论文");
  hbk_record_set_period (record, hbk_date_new (2024, 3, 1), hbk_date_new (2024, 3, 5));
  hbk_value_set_text (&value, "first");
  hbk_record_set_fact (record, "author", &value);
  hbk_record_set_subject (record, HBK_SUBJECT_PROFESSIONAL);
  hbk_record_set_status (record, HBK_STATUS_SUBMITTED);
  hbk_record_set_work (record, "doi:1");
  hbk_record_set_note (record, "备注");
  hbk_record_add_evidence (record, evidence);
  hbk_record_set_verified_hours (record, 100, 200);
  hbk_record_set_extra (record, extra);
  hbk_record_set_verified_extra (record, extra);

  return record;
}

static void
test_copy (void)
{
  g_autoptr (HbkRecord) record = make_full ();
  g_autoptr (HbkRecord) copy = hbk_record_copy (record, "r2");
  HbkHours public_hours, professional_hours;

  g_assert_cmpstr (hbk_record_get_id (copy), ==, "r2");
  g_assert_cmpstr (hbk_record_get_activity (copy), ==, "paper");
  g_assert_cmpstr (hbk_record_get_title (copy), ==, "论文");
  g_assert_cmpint (hbk_record_get_start (copy), ==, hbk_record_get_start (record));
  g_assert_cmpint (hbk_record_get_end (copy), ==, hbk_record_get_end (record));
  g_assert_true (hbk_record_get_facts (copy) == hbk_record_get_facts (record));
  g_assert_cmpint (hbk_record_get_subject (copy), ==, HBK_SUBJECT_PROFESSIONAL);
  g_assert_cmpint (hbk_record_get_status (copy), ==, HBK_STATUS_SUBMITTED);
  g_assert_cmpstr (hbk_record_get_work (copy), ==, "doi:1");
  g_assert_cmpstr (hbk_record_get_note (copy), ==, "备注");
  g_assert_true (hbk_record_get_evidence (copy, 0) == hbk_record_get_evidence (record, 0));
  g_assert_true (hbk_record_get_verified_hours (copy, &public_hours, &professional_hours));
  g_assert_cmpint (public_hours, ==, 100);
  g_assert_cmpint (professional_hours, ==, 200);
  g_assert_true (hbk_record_get_extra (copy) == hbk_record_get_extra (record));
  g_assert_true (hbk_record_get_verified_extra (copy) == hbk_record_get_verified_extra (record));
}

static void
test_properties (void)
{
  g_autoptr (HbkRecord) record = make_full ();
  g_autofree char *id = NULL;
  g_autofree char *activity = NULL;
  g_autofree char *title = NULL;
  g_autofree char *work = NULL;
  g_autofree char *note = NULL;
  g_autoptr (HbkFacts) facts = NULL;
  g_autoptr (HbkFacts) empty = hbk_facts_new ();
  HbkSubject subject;
  HbkStatus  status;
  HbkDate    start, end;
  guint      n_evidence;
  gboolean   has_verified_hours;

  g_object_get (record, "id", &id, "activity", &activity, "title", &title, "work", &work, "note", &note, "facts", &facts, NULL);
  g_object_get (record, "subject", &subject, "status", &status, "start", &start, "end", &end, "n-evidence", &n_evidence, "has-verified-hours", &has_verified_hours, NULL);

  g_assert_cmpstr (id, ==, "r1");
  g_assert_cmpstr (activity, ==, "paper");
  g_assert_cmpstr (title, ==, "论文");
  g_assert_cmpstr (work, ==, "doi:1");
  g_assert_cmpstr (note, ==, "备注");
  g_assert_true (facts == hbk_record_get_facts (record));
  g_assert_cmpint (subject, ==, HBK_SUBJECT_PROFESSIONAL);
  g_assert_cmpint (status, ==, HBK_STATUS_SUBMITTED);
  g_assert_cmpint (start, ==, hbk_date_new (2024, 3, 1));
  g_assert_cmpint (end, ==, hbk_date_new (2024, 3, 5));
  g_assert_cmpuint (n_evidence, ==, 1);
  g_assert_true (has_verified_hours);

  g_object_set (record, "activity", "book", "title", "书", "work", "isbn:1", "note", NULL, "facts", empty, "subject", HBK_SUBJECT_NONE, "status", HBK_STATUS_RETURNED, NULL);
  g_assert_cmpstr (hbk_record_get_activity (record), ==, "book");
  g_assert_cmpstr (hbk_record_get_title (record), ==, "书");
  g_assert_cmpstr (hbk_record_get_work (record), ==, "isbn:1");
  g_assert_null (hbk_record_get_note (record));
  g_assert_true (hbk_record_get_facts (record) == empty);
  g_assert_cmpint (hbk_record_get_subject (record), ==, HBK_SUBJECT_NONE);
  g_assert_cmpint (hbk_record_get_status (record), ==, HBK_STATUS_RETURNED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/defaults", test_defaults);
  g_test_add_func ("/record/setters", test_setters);
  g_test_add_func ("/record/period", test_period);
  g_test_add_func ("/record/facts", test_facts);
  g_test_add_func ("/record/evidence", test_evidence);
  g_test_add_func ("/record/verified", test_verified);
  g_test_add_func ("/record/copy", test_copy);
  g_test_add_func ("/record/properties", test_properties);

  return g_test_run ();
}
