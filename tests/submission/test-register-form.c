/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The register form: what a clerk must find on it, and that anybody can read it. */

#include "submission/hbk-package-report.h"
#include "submission/hbk-register-form.h"

#include "form-fixture.h"

/* For the tests that need another process: TEST --write SAMPLE FROM TO PATH. */
static int
write_sample (char **arguments)
{
  g_autoptr (HbkSubmission) submission = fixture_submit_sample (arguments[0], atoi (arguments[1]), atoi (arguments[2]));
  g_autoptr (GError) error = NULL;
  gboolean report = g_str_has_suffix (arguments[3], "report.pdf");
  g_autoptr (GBytes) bytes = report ? hbk_package_report_write (submission, NULL, &error) : hbk_register_form_write (submission, &error);

  g_assert_no_error (error);
  g_file_set_contents (arguments[3], g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  return 0;
}

int
main (int argc, char **argv)
{
  if (argc == 6 && g_str_equal (argv[1], "--write"))
    return write_sample (argv + 2);
  g_test_init (&argc, &argv, NULL);

  return g_test_run ();
}
