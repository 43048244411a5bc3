/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads any bytes as a logbook: what is refused is refused with a place, what is read is written and read the same. */

#include "records/hbk-json-scan.h"
#include "records/hbk-json-tape.h"
#include "records/hbk-logbook-reader.h"
#include "records/hbk-logbook-writer.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_problems (HbkProblems *problems, const guint8 *data, gsize size)
{
  int n_lines = 1;

  g_assert_false (hbk_problems_is_empty (problems));
  for (gsize i = 0; i < size; i++)
    n_lines += data[i] == '\n';

  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      HbkProblem      *problem = hbk_problems_get (problems, i);
      g_autofree char *text = hbk_problem_to_string (problem, "logbook.json");

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_nonnull (hbk_problem_get_path (problem));
      g_assert_nonnull (hbk_problem_get_action (problem));
      g_assert_cmpint (hbk_problem_get_line (problem), >=, 1);
      g_assert_cmpint (hbk_problem_get_line (problem), <=, n_lines);
    }
}

/* What the scan lets through, json-glib must too, and see the same in it: otherwise one of the two is wrong about JSON. */
static void
check_parser (const guint8 *data, gsize size)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkJsonTape) tape = hbk_json_tape_new ((const char *) data, size, &hbk_json_limits_logbook, problems);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_set_strict (parser, TRUE);
  json_parser_load_from_data (parser, (const char *) data, (gssize) size, &error);
  g_assert_no_error (error);
  g_assert_true (json_node_equal (json_parser_get_root (parser), hbk_json_tape_get_node (tape, 0)));
}

static void
check_round_trip (HbkLogbook *logbook)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) once = hbk_logbook_write (logbook);
  g_autoptr (HbkLogbook) again = hbk_logbook_read (once, problems);
  g_autoptr (GBytes) twice = NULL;

  g_assert_nonnull (again);
  twice = hbk_logbook_write (again);
  g_assert_true (g_bytes_equal (once, twice));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  /* Of exactly its size, so that the sanitizer sees a step too far. */
  g_autofree guint8 *copy = g_memdup2 (data, MAX (size, 1));
  g_autoptr (GBytes) bytes = g_bytes_new_static (copy, size);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkProblems) scan_problems = hbk_problems_new ();
  g_autoptr (HbkLogbook) logbook = NULL;

  if (hbk_json_scan ((const char *) copy, size, &hbk_json_limits_logbook, scan_problems))
    check_parser (copy, size);

  logbook = hbk_logbook_read (bytes, problems);
  if (logbook == NULL)
    check_problems (problems, data, size);
  else
    check_round_trip (logbook);

  return 0;
}
