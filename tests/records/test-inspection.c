/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "records/hbk-inspection-reply.h"

/* The head of a PNG of 3 by 2 pixels, which is all that is looked at. */
#define PNG "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\3\0\0\0\2"
#define PNG_BYTES 24

#define START "hourbook-inspection 1\n"
#define TYPE "type=image/jpeg\n"
#define SIZES "problem=none\npages=1\nwidth=640\nheight=480\norientation=6\n"
#define FLAGS "flags=location\n"
#define TEXTS "title=5\nA\nBCD\ntext=6\n学时\n"
#define NO_THUMBNAIL "thumbnail=0\n\n"
#define END "end\n"

static HbkInspection *
read_reply (const char *text, gsize length)
{
  g_autofree char *copy = g_memdup2 (text, MAX (length, 1));
  g_autoptr (GBytes) bytes = g_bytes_new_static (copy, length);

  return hbk_inspection_reply_read (bytes);
}

static void
assert_refused (const char *text)
{
  g_autoptr (HbkInspection) inspection = read_reply (text, strlen (text));

  g_test_message ("%.60s", text);
  g_assert_null (inspection);
}

static void
test_value (void)
{
  g_autoptr (GBytes) thumbnail = g_bytes_new_static (PNG, PNG_BYTES);
  const HbkInspectionFacts facts = {
    .media_type = "application/pdf",
    .problem = HBK_INSPECTION_PROBLEM_ENCRYPTED,
    .n_pages = 3,
    .width = 595,
    .height = 842,
    .orientation = 8,
    .flags = HBK_INSPECTION_SCRIPTS | HBK_INSPECTION_LINKS,
    .title = "证书",
    .text = "学时",
    .thumbnail = thumbnail,
  };
  g_autoptr (HbkInspection) first = hbk_inspection_new (&facts);
  g_autoptr (HbkInspection) inspection = hbk_inspection_ref (first);

  g_assert_cmpstr (hbk_inspection_get_media_type (inspection), ==, "application/pdf");
  g_assert_cmpint (hbk_inspection_get_problem (inspection), ==, HBK_INSPECTION_PROBLEM_ENCRYPTED);
  g_assert_cmpuint (hbk_inspection_get_n_pages (inspection), ==, 3);
  g_assert_cmpuint (hbk_inspection_get_width (inspection), ==, 595);
  g_assert_cmpuint (hbk_inspection_get_height (inspection), ==, 842);
  g_assert_cmpuint (hbk_inspection_get_orientation (inspection), ==, 8);
  g_assert_cmpint (hbk_inspection_get_flags (inspection), ==, HBK_INSPECTION_SCRIPTS | HBK_INSPECTION_LINKS);
  g_assert_cmpstr (hbk_inspection_get_title (inspection), ==, "证书");
  g_assert_cmpstr (hbk_inspection_get_text (inspection), ==, "学时");
  g_assert_true (hbk_inspection_get_thumbnail (inspection) == thumbnail);
}

static void
test_nothing_known (void)
{
  const HbkInspectionFacts facts = { 0 };
  g_autoptr (HbkInspection) inspection = hbk_inspection_new (&facts);
  GValue value = G_VALUE_INIT;

  g_assert_cmpstr (hbk_inspection_get_media_type (inspection), ==, "application/octet-stream");
  g_assert_cmpint (hbk_inspection_get_problem (inspection), ==, HBK_INSPECTION_PROBLEM_NONE);
  g_assert_cmpuint (hbk_inspection_get_orientation (inspection), ==, 1);
  g_assert_null (hbk_inspection_get_title (inspection));
  g_assert_null (hbk_inspection_get_text (inspection));
  g_assert_null (hbk_inspection_get_thumbnail (inspection));

  g_value_init (&value, HBK_TYPE_INSPECTION);
  g_value_set_boxed (&value, inspection);
  g_assert_true (g_value_get_boxed (&value) == inspection);
  g_value_unset (&value);
}

static void
test_problems (void)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (HBK_TYPE_INSPECTION_PROBLEM);
  HbkInspectionProblem problem = HBK_INSPECTION_PROBLEM_NONE;

  for (guint i = 0; i < klass->n_values; i++)
    {
      const char *text = hbk_inspection_problem_get_text ((HbkInspectionProblem) klass->values[i].value);

      g_assert_cmpstr (hbk_inspection_problem_to_nick ((HbkInspectionProblem) i), ==, klass->values[i].value_nick);
      g_assert_true (hbk_inspection_problem_from_nick (klass->values[i].value_nick, &problem));
      g_assert_cmpint (problem, ==, klass->values[i].value);
      /* What is wrong, and what to do. */
      g_assert_true ((text == NULL) == (i == HBK_INSPECTION_PROBLEM_NONE));
      if (text != NULL)
        g_assert_nonnull (strstr (text, ". "));
    }

  g_assert_false (hbk_inspection_problem_from_nick ("", &problem));
  g_assert_false (hbk_inspection_problem_from_nick ("Damaged", &problem));
  g_assert_cmpint (problem, ==, HBK_INSPECTION_PROBLEM_TIMED_OUT);
}

static void
test_reply (void)
{
  const char reply[] = START TYPE SIZES FLAGS TEXTS "thumbnail=24\n" PNG "\n" END;
  g_autoptr (HbkInspection) inspection = read_reply (reply, sizeof reply - 1);

  g_assert_nonnull (inspection);
  g_assert_cmpstr (hbk_inspection_get_media_type (inspection), ==, "image/jpeg");
  g_assert_cmpint (hbk_inspection_get_problem (inspection), ==, HBK_INSPECTION_PROBLEM_NONE);
  g_assert_cmpuint (hbk_inspection_get_n_pages (inspection), ==, 1);
  g_assert_cmpuint (hbk_inspection_get_width (inspection), ==, 640);
  g_assert_cmpuint (hbk_inspection_get_height (inspection), ==, 480);
  g_assert_cmpuint (hbk_inspection_get_orientation (inspection), ==, 6);
  g_assert_cmpint (hbk_inspection_get_flags (inspection), ==, HBK_INSPECTION_LOCATION);
  g_assert_cmpstr (hbk_inspection_get_title (inspection), ==, "A\nBCD");
  g_assert_cmpstr (hbk_inspection_get_text (inspection), ==, "学时");
  g_assert_cmpuint (g_bytes_get_size (hbk_inspection_get_thumbnail (inspection)), ==, PNG_BYTES);
}

static void
test_flags (void)
{
  static const struct
  {
    const char        *words;
    HbkInspectionFlags flags;
  } right[] = {
    { "", 0 },
    { "text", HBK_INSPECTION_TEXT },
    { "text scripts attachments forms launch links signatures location", 255 },
    { "scripts launch", HBK_INSPECTION_SCRIPTS | HBK_INSPECTION_LAUNCH },
  };
  static const char *const wrong[] = { " ", "text ", " text", "text  links", "links text", "text text", "texts", "tex", "text,links", "TEXT" };

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autofree char *reply = g_strdup_printf (START TYPE SIZES "flags=%s\n" TEXTS NO_THUMBNAIL END, right[i].words);
      g_autoptr (HbkInspection) inspection = read_reply (reply, strlen (reply));

      g_assert_nonnull (inspection);
      g_assert_cmpint (hbk_inspection_get_flags (inspection), ==, right[i].flags);
      g_assert_null (hbk_inspection_get_thumbnail (inspection));
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *reply = g_strdup_printf (START TYPE SIZES "flags=%s\n" TEXTS NO_THUMBNAIL END, wrong[i]);

      assert_refused (reply);
    }
}

/* What is written reads as the same. */
static void
test_write (void)
{
  const char reply[] = START TYPE SIZES FLAGS TEXTS "thumbnail=24\n" PNG "\n" END;
  g_autoptr (HbkInspection) inspection = read_reply (reply, sizeof reply - 1);
  g_autoptr (GBytes) written = hbk_inspection_reply_write (inspection);
  const HbkInspectionFacts facts = { .problem = HBK_INSPECTION_PROBLEM_EMPTY, .flags = HBK_INSPECTION_SCRIPTS | HBK_INSPECTION_FORMS };
  g_autoptr (HbkInspection) bare = hbk_inspection_new (&facts);
  g_autoptr (GBytes) bare_written = hbk_inspection_reply_write (bare);
  g_autoptr (HbkInspection) bare_read = hbk_inspection_reply_read (bare_written);

  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written), reply, sizeof reply - 1);
  g_assert_nonnull (bare_read);
  g_assert_cmpint (hbk_inspection_get_problem (bare_read), ==, facts.problem);
  g_assert_cmpint (hbk_inspection_get_flags (bare_read), ==, facts.flags);
  g_assert_null (hbk_inspection_get_thumbnail (bare_read));
}

/* Cut anywhere, it is no reply. */
static void
test_cut (void)
{
  const char reply[] = START TYPE SIZES FLAGS TEXTS "thumbnail=24\n" PNG "\n" END;

  for (gsize length = 0; length < sizeof reply - 1; length++)
    {
      g_autoptr (HbkInspection) inspection = read_reply (reply, length);

      g_assert_null (inspection);
    }
}

static void
test_wrong (void)
{
  static const char *const wrong[] = {
    "hourbook-inspection 2\n" TYPE SIZES FLAGS TEXTS NO_THUMBNAIL                                                              END,
    START "type=image/x-unheard-of\n" SIZES FLAGS TEXTS NO_THUMBNAIL                                                           END,
    START "type=\n" SIZES FLAGS TEXTS NO_THUMBNAIL                                                                             END,
    START "Type=image/jpeg\n" SIZES FLAGS TEXTS NO_THUMBNAIL                                                                   END,
    START "type image/jpeg\n" SIZES FLAGS TEXTS NO_THUMBNAIL                                                                   END,
    START "type=image/jpeg\r\n" SIZES FLAGS TEXTS NO_THUMBNAIL                                                                 END,
    START SIZES FLAGS TEXTS NO_THUMBNAIL                                                                                       END,
    START TYPE "problem=crashed\npages=1\nwidth=640\nheight=480\norientation=6\n" FLAGS TEXTS NO_THUMBNAIL                     END,
    START TYPE "problem=timed-out\npages=1\nwidth=640\nheight=480\norientation=6\n" FLAGS TEXTS NO_THUMBNAIL                   END,
    START TYPE "problem=whatever\npages=1\nwidth=640\nheight=480\norientation=6\n" FLAGS TEXTS NO_THUMBNAIL                    END,
    START TYPE "problem=none\npages=-1\nwidth=640\nheight=480\norientation=6\n" FLAGS TEXTS NO_THUMBNAIL                       END,
    START TYPE "problem=none\npages=\nwidth=640\nheight=480\norientation=6\n" FLAGS TEXTS NO_THUMBNAIL                         END,
    START TYPE "problem=none\npages=01\nwidth=640\nheight=480\norientation=6\n" FLAGS TEXTS NO_THUMBNAIL                       END,
    START TYPE "problem=none\npages= 1\nwidth=640\nheight=480\norientation=6\n" FLAGS TEXTS NO_THUMBNAIL                       END,
    START TYPE "problem=none\npages=1\nwidth=100000001\nheight=480\norientation=6\n" FLAGS TEXTS NO_THUMBNAIL                  END,
    START TYPE "problem=none\npages=1\nwidth=99999999999999999999999999\nheight=480\norientation=6\n" FLAGS TEXTS NO_THUMBNAIL END,
    START TYPE "problem=none\npages=1\nheight=480\nwidth=640\norientation=6\n" FLAGS TEXTS NO_THUMBNAIL                        END,
    START TYPE "problem=none\npages=1\nwidth=640\nheight=480\norientation=0\n" FLAGS TEXTS NO_THUMBNAIL                        END,
    START TYPE "problem=none\npages=1\nwidth=640\nheight=480\norientation=9\n" FLAGS TEXTS NO_THUMBNAIL                        END,
    START TYPE SIZES FLAGS FLAGS TEXTS NO_THUMBNAIL                                                                            END,
    START TYPE SIZES FLAGS "title=513\n" NO_THUMBNAIL END,
    START TYPE SIZES FLAGS "title=4\nA\nBCD\ntext=0\n\n" NO_THUMBNAIL END,
    START TYPE SIZES FLAGS "title=1\n\xff\ntext=0\n\n" NO_THUMBNAIL END,
    START TYPE SIZES FLAGS "title=0\n\ntext=1\n\xe5\n" NO_THUMBNAIL END,
    START TYPE SIZES FLAGS "title=0\n\ntext=65537\nx\n" NO_THUMBNAIL END,
    START TYPE SIZES FLAGS "title=0\n\ntext=99\nx\n" NO_THUMBNAIL END,
    START TYPE SIZES                                              FLAGS TEXTS "thumbnail=4\nGIF8\n" END,
    START TYPE SIZES                                              FLAGS TEXTS "thumbnail=8388609\nx\n" END,
    START TYPE SIZES FLAGS                                        TEXTS NO_THUMBNAIL "end",
    START TYPE SIZES FLAGS TEXTS                                  NO_THUMBNAIL END "\n",
    START TYPE SIZES FLAGS TEXTS NO_THUMBNAIL END                 END,
    "\n" START TYPE SIZES FLAGS TEXTS NO_THUMBNAIL                END,
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_refused (wrong[i]);
}

/* NUL in a text, and thumbnails that are none or too large. */
static void
test_wrong_bytes (void)
{
  static const struct
  {
    const char *bytes;
    gsize       length;
  } wrong[] = {
    { START TYPE SIZES FLAGS "title=1\n\0\ntext=0\n\n" NO_THUMBNAIL END, sizeof (START TYPE SIZES FLAGS "title=1\n\0\ntext=0\n\n" NO_THUMBNAIL END) - 1 },
    { START TYPE SIZES FLAGS TEXTS "thumbnail=24\n\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\2\n" END, sizeof (START TYPE SIZES FLAGS TEXTS "thumbnail=24\n\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\2\n" END) - 1 },
    { START TYPE SIZES FLAGS TEXTS "thumbnail=24\n\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\3\0\0\x8\1\n" END, sizeof (START TYPE SIZES FLAGS TEXTS "thumbnail=24\n\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\3\0\0\x8\1\n" END) - 1 },
    { START TYPE SIZES FLAGS TEXTS "thumbnail=23\n\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\3\0\0\0\n" END, sizeof (START TYPE SIZES FLAGS TEXTS "thumbnail=23\n\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\3\0\0\0\n" END) - 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (HbkInspection) inspection = read_reply (wrong[i].bytes, wrong[i].length);

      g_assert_null (inspection);
    }
}

/* A reply that is right but for its size. */
static void
test_too_long (void)
{
  g_autoptr (GByteArray) reply = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  const guint      size = HBK_INSPECTION_REPLY_MAX_BYTES;
  g_autofree char *head = g_strdup_printf (START TYPE SIZES FLAGS TEXTS "thumbnail=%u\n", size);

  g_byte_array_append (reply, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (reply, (const guint8 *) PNG, PNG_BYTES);
  g_byte_array_set_size (reply, (guint) strlen (head) + size);
  g_byte_array_append (reply, (const guint8 *) "\n" END, 5);

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&reply));
  g_assert_null (hbk_inspection_reply_read (bytes));
}

static void
test_peek (void)
{
  static const struct
  {
    const char *reply;
    const char *media_type;
  } cases[] = {
    { START TYPE, "image/jpeg" },
    { START TYPE "problem=wha", "image/jpeg" },
    { START "type=image/jpeg", NULL },
    { START "type=image/x-unheard-of\n", NULL },
    { START, NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].reply, strlen (cases[i].reply));

      g_assert_cmpstr (hbk_inspection_reply_peek_media_type (bytes), ==, cases[i].media_type);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inspection/value", test_value);
  g_test_add_func ("/inspection/nothing-known", test_nothing_known);
  g_test_add_func ("/inspection/problems", test_problems);
  g_test_add_func ("/inspection/reply", test_reply);
  g_test_add_func ("/inspection/write", test_write);
  g_test_add_func ("/inspection/flags", test_flags);
  g_test_add_func ("/inspection/cut", test_cut);
  g_test_add_func ("/inspection/wrong", test_wrong);
  g_test_add_func ("/inspection/wrong-bytes", test_wrong_bytes);
  g_test_add_func ("/inspection/too-long", test_too_long);
  g_test_add_func ("/inspection/peek", test_peek);

  return g_test_run ();
}
