/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-clerk-summary.h"

#include "base/hbk-text.h"
#include "submission/hbk-submission-words.h"
#include "submission/hbk-workbook.h"

/* What stands in a package may be anybody's: an invisible character in it must not deceive the clerk. */
#define TEXT_CHARS 2000

/* How the people stand, the worst first: a person is as well off as the worst of their years. */
typedef enum {
  STANDING_SHORT,
  STANDING_UNDETERMINED,
  STANDING_MET,
  STANDING_NOT_REQUIRED,
  N_STANDINGS,
} Standing;

typedef struct
{
  GHashTable *people; /* char → Standing */
  GHashTable *handed; /* char → the number of the package, by person and year */
  guint       n_read;
  guint       n_faulty;
  HbkDate     newest;
} Totals;

/**
 * hbk_clerk_line_new:
 * @file: the name of the package
 * @manifest: (transfer full) (nullable): what it says of itself, or %NULL when it could not be read
 *
 * Makes a line for a package, without problems.
 *
 * Returns: (transfer full): the line
 */
HbkClerkLine *
hbk_clerk_line_new (const char *file, HbkPackageManifest *manifest)
{
  HbkClerkLine *self;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_new0 (HbkClerkLine, 1);
  self->file = g_strdup (file);
  self->manifest = manifest;
  self->problems = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * hbk_clerk_line_free:
 * @self: (transfer full): a line
 *
 * Frees a line.
 */
void
hbk_clerk_line_free (HbkClerkLine *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->file);
  g_clear_pointer (&self->manifest, hbk_package_manifest_free);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * hbk_clerk_line_add_problem:
 * @self: a line
 * @problem: what is wrong with the package
 *
 * Adds a problem.
 */
void
hbk_clerk_line_add_problem (HbkClerkLine *self, const char *problem)
{
  g_return_if_fail (self != NULL && problem != NULL);

  g_ptr_array_add (self->problems, g_strdup (problem));
}

/* ---- Parts ---- */

static void
add_text (HbkGrid *grid, const char *text)
{
  g_autofree char *escaped = text != NULL ? hbk_text_escape (text, -1, TEXT_CHARS) : NULL;

  hbk_grid_add_text (grid, escaped);
}

static void
add_problem (HbkGrid *grid, guint number, const HbkClerkLine *line, const char *problem)
{
  hbk_grid_add_count (grid, number);
  add_text (grid, line->file);
  add_text (grid, line->manifest != NULL ? line->manifest->name : NULL);
  add_text (grid, problem);
}

/* Undamaged is all that a machine can say of a package; it is never called true. */
static char *
say_state (const HbkClerkLine *line)
{
  if (line->manifest == NULL)
    return g_strdup ("无法读取");
  if (line->problems->len > 0)
    return g_strdup_printf ("有 %u 个问题", line->problems->len);

  return g_strdup ("完好");
}

static Standing
standing_of (HbkVerdict verdict)
{
  switch (verdict)
    {
    case HBK_VERDICT_MET:
      return STANDING_MET;
    case HBK_VERDICT_SHORT:
      return STANDING_SHORT;
    case HBK_VERDICT_NOT_REQUIRED:
      return STANDING_NOT_REQUIRED;
    case HBK_VERDICT_UNDETERMINED:
    default:
      return STANDING_UNDETERMINED;
    }
}

/* Packages hold no number of a person: name and employer tell people apart. A package without a name is somebody of their own. */
static char *
dup_person (const HbkClerkLine *line, guint number)
{
  const HbkPackageManifest *manifest = line->manifest;

  if (manifest->name == NULL)
    return g_strdup_printf ("%u", number);

  return g_strjoin ("\n", manifest->name, manifest->employer != NULL ? manifest->employer : "", NULL);
}

/* ---- Counting people ---- */

static void
count_year (Totals *totals, const char *person, const HbkPackageYear *year)
{
  Standing standing = standing_of (year->verdict);
  gpointer before;

  if (!g_hash_table_lookup_extended (totals->people, person, NULL, &before) || standing < (Standing) GPOINTER_TO_UINT (before))
    g_hash_table_insert (totals->people, g_strdup (person), GUINT_TO_POINTER (standing));
}

/* The same year of one person twice is no damage, but the hours would stand in the summary twice. */
static void
find_twice (Totals *totals, HbkGrid *problems, guint number, const HbkClerkLine *line, const char *person, const HbkPackageYear *year)
{
  g_autofree char *key = g_strdup_printf ("%s\n%d", person, year->year);
  guint            other = GPOINTER_TO_UINT (g_hash_table_lookup (totals->handed, key));
  g_autofree char *text = NULL;

  if (other == 0)
    {
      g_hash_table_insert (totals->handed, g_steal_pointer (&key), GUINT_TO_POINTER (number));
      return;
    }

  text = g_strdup_printf ("同一姓名、单位的 %d 年度已在序号 %u 的材料包中。", year->year, other);
  add_problem (problems, number, line, text);
}

/* ---- Sheets ---- */

static void
add_required (HbkGrid *grid, HbkHours hours)
{
  if (hours < 0)
    hbk_grid_add_text (grid, "未规定");
  else
    hbk_grid_add_hours (grid, hours);
}

static void
add_year (HbkGrid *grid, const HbkPackageYear *year)
{
  hbk_grid_add_count (grid, year->year);
  hbk_grid_add_hours (grid, year->credited.public_hours);
  hbk_grid_add_hours (grid, year->credited.professional_hours);
  hbk_grid_add_hours (grid, hbk_tally_total (year->credited));
  add_required (grid, year->required.total);
  hbk_grid_add_text (grid, hbk_submission_words_verdict (year->verdict));
}

static void
add_nobody (HbkGrid *grid)
{
  for (int i = 0; i < 9; i++)
    hbk_grid_add_nothing (grid);
}

static void
add_person (HbkGrid *grid, guint number, const HbkPackageManifest *manifest)
{
  hbk_grid_add_count (grid, number);
  add_text (grid, manifest->name);
  add_text (grid, manifest->employer);
  add_text (grid, manifest->title);
}

static void
add_line (HbkGrid *grid, HbkGrid *problems, Totals *totals, guint number, const HbkClerkLine *line)
{
  g_autofree char *state = say_state (line);
  g_autofree char *person = line->manifest != NULL ? dup_person (line, number) : NULL;

  for (guint i = 0; i < line->problems->len; i++)
    add_problem (problems, number, line, g_ptr_array_index (line->problems, i));
  if (line->problems->len > 0 || line->manifest == NULL)
    totals->n_faulty++;
  if (line->manifest == NULL)
    {
      hbk_grid_add_count (grid, number);
      add_nobody (grid);
      hbk_grid_add_text (grid, state);
      add_text (grid, line->file);
      return;
    }

  totals->n_read++;
  totals->newest = MAX (totals->newest, line->manifest->as_of);
  for (guint i = 0; i < line->manifest->years->len; i++)
    {
      const HbkPackageYear *year = g_ptr_array_index (line->manifest->years, i);

      add_person (grid, number, line->manifest);
      add_year (grid, year);
      hbk_grid_add_text (grid, state);
      add_text (grid, line->file);
      count_year (totals, person, year);
      find_twice (totals, problems, number, line, person, year);
    }
}

/* People, not hours: hours of several people together say nothing. */
static void
add_totals (HbkGrid *grid, const Totals *totals, guint n_packages)
{
  guint            n[N_STANDINGS] = { 0 };
  GHashTableIter   iter;
  gpointer         standing;
  g_autofree char *people = NULL;
  g_autofree char *packages = NULL;

  g_hash_table_iter_init (&iter, totals->people);
  while (g_hash_table_iter_next (&iter, NULL, &standing))
    n[GPOINTER_TO_UINT (standing)]++;

  people = g_strdup_printf ("共 %u 人：达标 %u 人，未达标 %u 人，待认定 %u 人，不作要求 %u 人。有多个年度的，以最差的年度计。", g_hash_table_size (totals->people), n[STANDING_MET], n[STANDING_SHORT], n[STANDING_UNDETERMINED], n[STANDING_NOT_REQUIRED]);
  packages = g_strdup_printf ("共 %u 个材料包：可读取 %u 个，有问题 %u 个。", n_packages, totals->n_read, totals->n_faulty);
  hbk_grid_add_foot (grid, people);
  hbk_grid_add_foot (grid, packages);
  hbk_grid_add_foot (grid, "“完好”指材料包未损坏、与其清单一致，不代表内容属实。");
  hbk_grid_add_foot (grid, "填报单位（盖章）：　　　　　　　　　　经办人（签字）：　　　　　　　　　　年　　月　　日");
}

/**
 * hbk_clerk_summary_write:
 * @lines: (element-type HbkClerkLine): the packages, in the order in which they are numbered
 * @error: return location for an error
 *
 * Writes the summary (汇总表) of the packages of many people as a workbook: a line for each year of each package, with its verdict and whether the
 * package is undamaged, and a sheet with every problem. People are counted, hours are not added up.
 *
 * The workbook is dated by the newest of the packages. Fails with %HBK_ERROR_IO where temporary files or memory cannot be had.
 *
 * Returns: (transfer full) (nullable): the bytes of an XLSX file
 */
GBytes *
hbk_clerk_summary_write (GPtrArray *lines, GError **error)
{
  static const HbkGridColumn columns[] = {
    { "序号", 6 },
    { "姓名", 12 },
    { "单位", 28 },
    { "职称", 16 },
    { "年度", 7 },
    { "公需科目学时", 9 },
    { "专业科目学时", 9 },
    { "合计学时", 9 },
    { "要求学时", 9 },
    { "结论", 11 },
    { "材料包", 13 },
    { "文件", 30 },
  };
  static const HbkGridColumn problem_columns[] = { { "序号", 6 }, { "文件", 30 }, { "姓名", 12 }, { "问题", 80 } };
  g_autoptr (GPtrArray) grids = NULL;
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) handed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  HbkGrid *summary, *problems;
  Totals   totals = { .people = people, .handed = handed };

  g_return_val_if_fail (lines != NULL, NULL);

  grids = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_grid_free);
  summary = hbk_grid_new ("汇总表", columns, G_N_ELEMENTS (columns));
  problems = hbk_grid_new ("问题", problem_columns, G_N_ELEMENTS (problem_columns));
  g_ptr_array_add (grids, summary);
  g_ptr_array_add (grids, problems);
  hbk_grid_add_head (summary, "继续教育学时登记备案汇总表");
  hbk_grid_add_head (problems, "材料包的问题");

  for (guint i = 0; i < lines->len; i++)
    add_line (summary, problems, &totals, i + 1, g_ptr_array_index (lines, i));
  add_totals (summary, &totals, lines->len);
  if (hbk_grid_get_n_rows (problems) == 0)
    {
      hbk_grid_add_text (problems, "无");
      hbk_grid_end_row (problems);
    }

  return hbk_workbook_write (grids, "继续教育学时登记备案汇总表", totals.newest != HBK_DATE_NONE ? totals.newest : hbk_date_new (2000, 1, 1), error);
}
