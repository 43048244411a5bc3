/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What Hourbook itself adds to a binder: contents, notes and stamps can be read, searched and copied, every letter of them. */

#include "submission/hbk-binder-drawing.h"

#include "base/hbk-error.h"
#include "form-fixture.h"
#include "submission/hbk-binder-contents.h"

#define assert_says(text, part)                                \
  G_STMT_START                                                 \
  {                                                            \
    if (strstr (text, part) == NULL)                           \
      g_error ("%d: “%s” is not in %s", __LINE__, part, text); \
  }                                                            \
  G_STMT_END

/* Of 如 cairo leaves nothing unless outlines are copied in one piece. */
static void
test_note (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = hbk_binder_drawing_note ("03-1", "如", "文件加了密码", "证明材料/03-论文/03-1.pdf", &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = fixture_read_text (pdf);
  assert_says (text, "03-1如文件加了密码");
  assert_says (text, "data/证明材料/03-论文/03-1.pdf");
  g_assert_cmpuint (fixture_measure_ink (pdf, 285, 270, 26, 34), >, 30);
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hbk_binder_drawing_note ("03-1", "题\xee\x80\x80", "", "a.pdf", &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_VALUE);
  assert_says (error->message, "U+E000");
  assert_says (error->message, "03-1");
}

static void
test_stamps (void)
{
  static const char *const labels[] = { "01-1 · 1/3", "01-2 · 如", "02-1 · 3/3", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = hbk_binder_drawing_stamps (labels, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = fixture_read_text (pdf);
  assert_says (text, "01-1·1/3");
  assert_says (text, "01-2·如");
  g_assert_cmpuint (fixture_count_pages (pdf), ==, 3);
}

static void
test_contents (void)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_binder_line_free);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (HbkBinderLink));
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkBinderContents) contents = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 100; i++)
    {
      HbkBinderLine *line = g_new0 (HbkBinderLine, 1);

      line->number = g_strdup_printf ("%02u-1", i + 1);
      line->title = g_strdup ("如期刊封面龘䶮𠮷");
      line->record = g_strdup ("记录的题名");
      line->page = i == 50 ? HBK_BINDER_NO_PAGE : 7000 + i;
      g_ptr_array_add (lines, line);
    }
  contents = hbk_binder_contents_new ("证明材料汇编", "某人", lines, &error);
  g_assert_no_error (error);
  pdf = hbk_binder_contents_draw (contents, links, &error);
  g_assert_no_error (error);
  text = fixture_read_text (pdf);

  g_assert_cmpuint (fixture_count_pages (pdf), ==, hbk_binder_contents_get_n_pages (contents));
  g_assert_cmpuint (links->len, ==, 99);
  assert_says (text, "证明材料汇编");
  assert_says (text, "如期刊封面龘䶮𠮷");
  assert_says (text, "7100");
  g_assert_null (strstr (text, "7051"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/binder-drawing/note", test_note);
  g_test_add_func ("/binder-drawing/unknown", test_unknown);
  g_test_add_func ("/binder-drawing/stamps", test_stamps);
  g_test_add_func ("/binder-drawing/contents", test_contents);

  return g_test_run ();
}
