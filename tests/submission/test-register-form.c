/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The register form and the report: what a clerk must find in them, and that the same submission gives the same bytes everywhere. */

#include "submission/hbk-register-form.h"

#include <glib/gstdio.h>

#include "base/hbk-error.h"
#include "form-fixture.h"
#include "submission/hbk-package-report.h"

#define RECORD "{'id': 'a%u', 'activity': 'training', 'title': '%s', 'start': '2024-03-%02u', 'facts': {'organiser_kind': 'industry_authority'," \
               " 'organiser_level': 'provincial', 'stated_hours': 6, 'days': 1, 'organiser_place': 'local',"                                     \
               " 'notice_issued_on': '2024-02-12', 'filed_on': '2024-02-01', 'filed': true, 'approved_by_hrss': true, 'related_to_profession': true}, 'evidence': [{'document': 'notice', 'file': 'a.pdf'}]}"
#define PROFILE "{'name': '龘䶮𠮷', 'employer': '某单位', 'region': 'qinghai', 'id_number': '110101199003070011'}"

/* ---- Making ---- */

/* For the test that needs other processes: TEST --write SAMPLE FROM TO FOLDER. */
static int
write_sample (char **arguments)
{
  g_autoptr (HbkSubmission) submission = fixture_submit_sample (arguments[0], atoi (arguments[1]), atoi (arguments[2]));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) form = hbk_register_form_write (submission, &error);
  g_autoptr (GBytes) report = hbk_package_report_write (submission, NULL, &error);
  g_autofree char *form_path = g_build_filename (arguments[3], "form.pdf", NULL);
  g_autofree char *report_path = g_build_filename (arguments[3], "report.pdf", NULL);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (form_path, g_bytes_get_data (form, NULL), (gssize) g_bytes_get_size (form), NULL));
  g_assert_true (g_file_set_contents (report_path, g_bytes_get_data (report, NULL), (gssize) g_bytes_get_size (report), NULL));

  return 0;
}

static HbkLogbook *
make_logbook (const char *profile, const char *title, guint n_records)
{
  GString    *json = g_string_new (NULL);
  HbkLogbook *logbook;

  g_string_printf (json, "{'format': 'hourbook-logbook', 'version': 1, 'profile': %s, 'records': [", profile);
  for (guint i = 0; i < n_records; i++)
    {
      g_autofree char *numbered = n_records > 1 ? g_strdup_printf ("%s%03u", title, i) : g_strdup (title);

      g_string_append (json, i > 0 ? "," : "");
      g_string_append_printf (json, RECORD, i, numbered, i % 28 + 1);
    }
  g_string_append (json, "]}");
  for (char *p = json->str; *p != '\0'; p++)
    *p = *p == '\'' ? '"' : *p;
  logbook = fixture_read_logbook (json->str);
  g_string_free (json, TRUE);

  return logbook;
}

static HbkSubmission *
submit (const char *title, guint n_records, const HbkSubmissionOptions *options)
{
  g_autoptr (HbkLogbook) logbook = make_logbook (PROFILE, title, n_records);

  return fixture_submit ("qinghai", logbook, 2024, 2024, options);
}

static char *
read_form (const HbkSubmission *submission, guint *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = hbk_register_form_write (submission, &error);

  g_assert_no_error (error);
  if (n_pages != NULL)
    *n_pages = fixture_count_pages (pdf);

  return fixture_read_text (pdf);
}

static char *
read_report (const HbkSubmission *submission, GPtrArray *findings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = hbk_package_report_write (submission, findings, &error);

  g_assert_no_error (error);

  return fixture_read_text (pdf);
}

#define assert_says(text, part)                                \
  G_STMT_START                                                 \
  {                                                            \
    if (strstr (text, part) == NULL)                           \
      g_error ("%d: “%s” is not in %s", __LINE__, part, text); \
  }                                                            \
  G_STMT_END

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + strlen (part), part))
    n++;

  return n;
}

/* ---- The form ---- */

/* Titles and boxes that the notices name, and that nobody takes ours for the official layout. */
static void
test_regions (void)
{
  static const struct
  {
    const char *id, *title, *says[3];
  } cases[] = {
    { "yuxi", "玉溪市专业技术人员继续教育学时登记表（附件1）", { "部门审核意见", "填入《专业技术人员继续教育证书》：公需科目20学时，专业科目166.5学时", "不得涂改" } },
    { "changde", "湖南省专业技术人员继续教育学时认定单", { "核认意见", "全省统一", "所在单位意见" } },
    { "qinghai", "专业技术人员继续教育学时申请清单", { "用人单位审核意见", "审验意见", "互联网+人事人才" } },
    { "jiangsu", "专业技术人员继续教育学时登记表", { "用人单位（或存档的人力资源服务机构）审核意见", "不代替证书", "种类" } },
    { "changzhou", "专业技术人员继续教育学时登记表", { "不代替证书", "种类", "没有公布表样" } },
    { "weihai", "专业技术人员继续教育学时登记表", { "单位审核意见", "主管部门审查意见", "审验意见" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HbkSubmission) submission = fixture_submit_sample (cases[i].id, 2024, 2024);
      g_autofree char *text = read_form (submission, NULL);

      g_assert_true (g_str_has_prefix (text, cases[i].title));
      assert_says (text, "本表不是官方表样，单位可将内容转填到规定的表格中");
      assert_says (text, "盖章");
      assert_says (text, "签字");
      for (gsize k = 0; k < G_N_ELEMENTS (cases[i].says); k++)
        assert_says (text, cases[i].says[k]);
    }
}

static void
test_content (void)
{
  g_autoptr (HbkSubmission) submission = submit ("生态监测班", 2, NULL);
  const HbkSubmissionYear *year = g_ptr_array_index (submission->years, 0);
  g_autofree char         *text = NULL;

  /* Two classes of six hours; the form says what the assessment says. */
  g_assert_cmpint (year->result->credited.professional_hours, ==, 1200);
  text = read_form (submission, NULL);
  assert_says (text, "龘䶮𠮷");
  assert_says (text, "某单位");
  assert_says (text, "2024年度");
  /* The dates stand together in the order of the text, the columns beside them. */
  assert_says (text, "2024-03-01");
  assert_says (text, "2024-03-02");
  assert_says (text, "生态监测班000（培训班、研修班、进修班）行业主管部门（省级，本地）06");
  assert_says (text, "01-1");
  assert_says (text, "02-1");
  assert_says (text, "共12学时");
  assert_says (text, "公需不少于45");
  assert_says (text, "未达到要求，还差公需45、专业78学时");
  assert_says (text, "第1页，共1页");
}

/* What does not count is on the form too, with the reason. */
static void
test_outcomes (void)
{
  g_autoptr (HbkSubmission) submission = fixture_submit_sample ("yuxi", 2024, 2024);
  g_autofree char *text = read_form (submission, NULL);

  assert_says (text, "不计入：属于不计学时的情形");
  assert_says (text, "不重复计入：已计入“云南省地质灾害防治高级研修班”");
  assert_says (text, "未计入：通知没有折算标准");
}

static void
test_years (void)
{
  g_autoptr (HbkSubmission) submission = fixture_submit_sample ("changde", 2021, 2024);
  g_autofree char *text = read_form (submission, NULL);

  assert_says (text, "2021–2024年度");
  for (int year = 2021; year <= 2024; year++)
    {
      g_autofree char *required = g_strdup_printf ("%d年度要求：", year);

      assert_says (text, required);
    }
  g_assert_cmpuint (count (text, "合计"), >=, 4);
}

static void
test_empty_year (void)
{
  g_autoptr (HbkSubmission) submission = submit ("", 0, NULL);
  g_autofree char *text = read_form (submission, NULL);
  g_autofree char *report = read_report (submission, NULL);

  assert_says (text, "本年度没有记录");
  assert_says (text, "共0学时");
  assert_says (report, "本年度没有记录");
}

static void
test_many (void)
{
  g_autoptr (HbkSubmission) submission = submit ("条目", 200, NULL);
  guint            n_pages;
  g_autofree char *text = read_form (submission, &n_pages);
  g_autofree char *last = g_strdup_printf ("第%u页，共%u页", n_pages, n_pages);

  g_assert_cmpuint (n_pages, >, 8);
  assert_says (text, last);
  g_assert_cmpuint (count (text, "认定依据"), >=, n_pages);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strdup_printf ("条目%03u", i);

      g_assert_cmpuint (count (text, title), ==, 1);
    }
}

static void
test_long_title (void)
{
  g_autoptr (HbkLogbook) logbook = make_logbook (PROFILE, "题", 1);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (HbkSubmission) submission = NULL;
  g_autofree char *text = NULL;
  guint            n_pages;

  for (guint i = 0; i < 5000; i++)
    g_string_append (title, "鬃");
  hbk_record_set_title (hbk_logbook_get_record (logbook, 0), title->str);
  submission = fixture_submit ("qinghai", logbook, 2024, 2024, NULL);
  text = read_form (submission, &n_pages);

  g_assert_cmpuint (n_pages, >, 3);
  g_assert_cmpuint (count (text, "鬃"), ==, 5000);
}

/* Texts are never markup, and nothing in them turns a line round. */
static void
test_naughty (void)
{
  static const char *const titles[] = { "<b>&amp;</b>", "%s%n%1$s", "<span/size=", "&#x202e;", "${HOME}`id`", "=1+1" };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (HbkSubmission) submission = submit (titles[i], 1, NULL);
      g_autofree char *text = read_form (submission, NULL);

      assert_says (text, titles[i]);
    }
}

static void
test_id_number (void)
{
  g_autoptr (HbkSubmission) without = submit ("班", 1, NULL);
  g_autoptr (HbkSubmission) with = submit ("班", 1, &(HbkSubmissionOptions) { .with_id_number = TRUE });
  g_autofree char *plain = read_form (without, NULL);
  g_autofree char *asked = read_form (with, NULL);
  g_autofree char *report = read_report (with, NULL);

  g_assert_null (strstr (plain, "身份证"));
  g_assert_null (strstr (plain, "110101199003070011"));
  assert_says (asked, "身份证号");
  assert_says (asked, "110101199003070011");
  g_assert_null (strstr (report, "110101199003070011"));
}

static void
test_application (void)
{
  g_autoptr (HbkSubmission) submission = submit ("班", 1, &(HbkSubmissionOptions) { .level = HBK_TITLE_LEVEL_SENIOR, .apply_year = 2025 });
  g_autofree char *text = read_form (submission, NULL);

  assert_says (text, "2025年高级");
}

static void
test_unknown (void)
{
  g_autoptr (HbkSubmission) submission = submit ("题\xee\x80\x80目", 1, NULL);
  g_autoptr (HbkLogbook) logbook = make_logbook ("{'name': '某\xee\x80\x81', 'region': 'qinghai', 'id_number': '1101011990\xee\x80\x81'}", "班", 1);
  g_autoptr (HbkSubmission) person = fixture_submit ("qinghai", logbook, 2024, 2024, &(HbkSubmissionOptions) { .with_id_number = TRUE });
  g_autoptr (GError) error = NULL;

  g_assert_null (hbk_register_form_write (submission, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_VALUE);
  assert_says (error->message, "U+E000");
  assert_says (error->message, "line 1 of the form");
  g_clear_error (&error);

  g_assert_null (hbk_package_report_write (submission, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_VALUE);
  assert_says (error->message, "record 1 in the report");
  g_clear_error (&error);

  g_assert_null (hbk_register_form_write (person, &error));
  assert_says (error->message, "the person's details");
  g_assert_null (strstr (error->message, "1101011990"));
}

/* ---- The report ---- */

static void
test_report (void)
{
  g_autoptr (HbkSubmission) submission = fixture_submit_sample ("qinghai", 2024, 2024);
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autofree char *text = NULL;
  g_autofree char *checksum = NULL;
  HbkPack         *pack = hbk_submission_get_pack (submission);

  g_ptr_array_add (findings, (char *) "文件 07-1 太小，看不清\n换一张");
  text = read_report (submission, findings);
  checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, hbk_pack_get_bytes (pack));

  /* Counted, and how. */
  assert_says (text, "5天−在途和休息2天=3天");
  assert_says (text, "3天×7=21学时");
  /* Not counted, and why. */
  assert_says (text, "不计入：属于不计学时的情形");
  assert_says (text, "暂不计入（补齐后可计专业10学时）");
  assert_says (text, "超过上限不计：专业5学时");
  assert_says (text, "上限30：7→2");
  /* The other reading, the warnings, the check, the rules. */
  assert_says (text, "另一种理解：");
  assert_says (text, "公需科目不足");
  assert_says (text, "再完成所差公需学时");
  assert_says (text, "文件07-1太小，看不清换一张");
  assert_says (text, checksum);
  assert_says (text, pack->revision);
  assert_says (text, "2024-12-31");
  assert_says (text, "不能证明内容真实");
}

/* Everybody's rules, and rules that build on others. */
static void
test_reports (void)
{
  static const char *const ids[] = { "changde", "changzhou", "jiangsu", "weihai", "yuxi" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (HbkSubmission) submission = fixture_submit_sample (ids[i], 2023, 2024);
      g_autofree char *text = read_report (submission, NULL);
      const HbkPack   *pack = hbk_submission_get_pack (submission);

      g_assert_cmpuint (count (text, "SHA-256："), ==, pack->parent != NULL ? 2 : 1);
      assert_says (text, "没有发现问题");
    }
}

/* ---- Both ---- */

static char *
write_in (const char *time_zone, const char *locale)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("hourbook-XXXXXX", &error);
  g_auto (GStrv) environment = g_get_environ ();
  char       *arguments[] = { (char *) "/proc/self/exe", (char *) "--write", (char *) "qinghai", (char *) "2023", (char *) "2024", folder, NULL };
  GString    *sums = g_string_new (NULL);
  const char *names[] = { "form.pdf", "report.pdf" };
  int         status;

  environment = g_environ_setenv (environment, "TZ", time_zone, TRUE);
  environment = g_environ_setenv (environment, "LC_ALL", locale, TRUE);
  environment = g_environ_setenv (environment, "LANGUAGE", locale, TRUE);
  g_spawn_sync (NULL, arguments, environment, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *text = NULL;
      g_autofree char *sum = NULL;
      gsize            length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
      g_string_append_printf (sums, "%s ", sum);
      g_unlink (path);
    }
  g_rmdir (folder);

  return g_string_free_and_steal (sums);
}

static void
test_same_bytes (void)
{
  static const char *const places[][2] = {
    { "Asia/Shanghai", "zh_CN.UTF-8" },
    { "America/Los_Angeles", "en_US.UTF-8" },
    { "Pacific/Kiritimati", "C" },
    { "UTC", "C.UTF-8" },
  };
  g_autofree char *first = write_in (places[0][0], places[0][1]);

  for (gsize i = 1; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *other = write_in (places[i][0], places[i][1]);

      g_assert_cmpstr (other, ==, first);
    }
}

static void
test_day (void)
{
  static const char *const command[] = { "pdfinfo", "-isodates", "@", NULL };
  g_autoptr (HbkSubmission) submission = submit ("班", 1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = hbk_register_form_write (submission, &error);
  g_autofree char *info = NULL;

  g_assert_no_error (error);
  info = fixture_ask (command, pdf);
  assert_says (info, "2024-12-31T00:00:00+08");
  assert_says (info, "专业技术人员继续教育学时申请清单");
}

static void
test_preview (void)
{
  g_autoptr (HbkSubmission) submission = fixture_submit_sample ("yuxi", 2024, 2024);
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkPageDocument) form = hbk_register_form_new (submission, &error);
  double width, height;

  g_assert_no_error (error);
  g_assert_cmpuint (hbk_page_document_get_n_pages (form), ==, 2);
  hbk_page_document_get_size (form, &width, &height);
  g_assert_cmpfloat (width, >, height);
}

int
main (int argc, char **argv)
{
  if (argc == 6 && g_str_equal (argv[1], "--write"))
    return write_sample (argv + 2);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register-form/regions", test_regions);
  g_test_add_func ("/register-form/content", test_content);
  g_test_add_func ("/register-form/outcomes", test_outcomes);
  g_test_add_func ("/register-form/years", test_years);
  g_test_add_func ("/register-form/empty-year", test_empty_year);
  g_test_add_func ("/register-form/many", test_many);
  g_test_add_func ("/register-form/long-title", test_long_title);
  g_test_add_func ("/register-form/naughty", test_naughty);
  g_test_add_func ("/register-form/id-number", test_id_number);
  g_test_add_func ("/register-form/application", test_application);
  g_test_add_func ("/register-form/unknown", test_unknown);
  g_test_add_func ("/register-form/report", test_report);
  g_test_add_func ("/register-form/reports", test_reports);
  g_test_add_func ("/register-form/same-bytes", test_same_bytes);
  g_test_add_func ("/register-form/day", test_day);
  g_test_add_func ("/register-form/preview", test_preview);

  return g_test_run ();
}
