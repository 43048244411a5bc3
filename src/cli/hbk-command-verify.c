/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-text.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-progress.h"
#include "rules/hbk-json-parts.h"
#include "workspace/hbk-verification.h"
#include "words/hbk-words.h"

static void
write_lines (HbkJsonWriter *writer, const char *member, GPtrArray *lines)
{
  hbk_json_writer_begin_array (writer, member);
  for (guint i = 0; i < lines->len; i++)
    hbk_json_writer_add_string (writer, NULL, g_ptr_array_index (lines, i));
  hbk_json_writer_end_array (writer);
}

static void
write_year (HbkJsonWriter *writer, const HbkPackageYear *year)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_int (writer, "year", year->year);
  hbk_json_writer_add_string (writer, "pack", year->rules.id);
  hbk_json_writer_add_string (writer, "pack_version", year->rules.version);
  hbk_json_parts_add_tally (writer, "credited", year->credited);
  hbk_json_writer_add_string (writer, "verdict", hbk_verdict_to_nick (year->verdict));
  hbk_json_writer_add_int (writer, "records", year->entries->len);
  hbk_json_writer_end_object (writer);
}

static void
print_json (HbkCommandLine *line, const HbkVerification *found)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();
  g_autofree char *path = hbk_text_escape (found->path, -1, G_MAXUINT);

  hbk_json_parts_begin (writer, NULL, "hourbook-verification");
  hbk_json_writer_add_string (writer, "path", path);
  hbk_json_writer_add_boolean (writer, "undamaged", found->is_undamaged);
  hbk_json_writer_add_boolean (writer, "package", found->manifest != NULL);
  hbk_json_writer_add_string (writer, "agreement", hbk_agreement_to_nick (found->agreement));
  hbk_json_writer_add_int (writer, "files", found->n_files);
  hbk_json_writer_add_int (writer, "size", (gint64) found->size);
  hbk_json_parts_add_text (writer, "name", found->manifest != NULL ? found->manifest->name : NULL);
  hbk_json_parts_add_text (writer, "employer", found->manifest != NULL ? found->manifest->employer : NULL);
  hbk_json_parts_add_date (writer, "as_of", found->manifest != NULL ? found->manifest->as_of : HBK_DATE_NONE);
  hbk_json_writer_begin_array (writer, "years");
  for (guint i = 0; found->manifest != NULL && i < found->manifest->years->len; i++)
    write_year (writer, g_ptr_array_index (found->manifest->years, i));
  hbk_json_writer_end_array (writer);
  write_lines (writer, "problems", found->problems);
  write_lines (writer, "remarks", found->remarks);
  hbk_json_writer_end_object (writer);
  hbk_output_json (line->output, writer);
}

static const char *
get_agreement_words (HbkAgreement agreement)
{
  switch (agreement)
    {
    case HBK_AGREEMENT_SAME:
      return _("Worked out again by the same rules, its logbook gives its figures.");
    case HBK_AGREEMENT_OTHER_RULES:
      return _("Worked out again by this version of the rules, which is not the one it was made by, its logbook gives its figures.");
    case HBK_AGREEMENT_UNKNOWN_RULES:
      return _("It was made by rules that this Hourbook does not have, so its figures were not worked out again.");
    case HBK_AGREEMENT_DIFFERS:
      return _("Worked out again by the same rules, its logbook gives other figures.");
    case HBK_AGREEMENT_NONE:
    default:
      return _("Its figures could not be worked out again.");
    }
}

static void
print_manifest (HbkOutput *output, const HbkPackageManifest *manifest)
{
  g_autofree char *date = hbk_date_format (manifest->as_of);
  g_autofree char *name = manifest->name != NULL ? hbk_text_escape (manifest->name, -1, G_MAXUINT) : g_strdup (_("nobody in particular"));
  g_autofree char *application = hbk_text_escape (manifest->application, -1, G_MAXUINT);

  /* Translators: a name, a date, a program with its version */
  hbk_output_printf (output, _("A package of %1$s as of %2$s, made by %3$s."), name, date, application);
  for (guint i = 0; i < manifest->years->len; i++)
    {
      const HbkPackageYear *year = g_ptr_array_index (manifest->years, i);
      g_autofree char      *hours = hbk_words_hours (year->credited);
      g_autofree char      *pack = hbk_text_escape (year->rules.id, -1, G_MAXUINT);
      g_autofree char      *version = hbk_text_escape (year->rules.version, -1, G_MAXUINT);

      /* Translators: a year, hours, rules and their version */
      hbk_output_printf (output, _("  %1$d: %2$s (rules %3$s %4$s)"), year->year, hours, pack, version);
    }
}

static void
print_text (HbkCommandLine *line, const HbkVerification *found)
{
  HbkOutput *output = line->output;

  if (found->is_undamaged)
    hbk_output_printf (output, ngettext ("Undamaged: %u file, every checksum is right.", "Undamaged: %u files, every checksum is right.", found->n_files), found->n_files);
  else
    hbk_output_line (output, _("Damaged or incomplete. Ask for it once more."));
  if (found->manifest != NULL)
    {
      print_manifest (output, found->manifest);
      hbk_output_line (output, get_agreement_words (found->agreement));
    }
  for (guint i = 0; i < found->problems->len; i++)
    hbk_output_wrapped (output, "  ! ", "    ", g_ptr_array_index (found->problems, i));
  for (guint i = 0; i < found->remarks->len; i++)
    hbk_output_wrapped (output, "  - ", "    ", g_ptr_array_index (found->remarks, i));
  if (found->is_undamaged)
    hbk_output_line (output, _("That says that it arrived as it was made, not that what it says is true."));
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_auto (HbkProgress) progress = { 0 };
  g_autoptr (HbkVerification) found = NULL;

  hbk_progress_init (&progress, _("Verifying"));
  found = hbk_workspace_verify_package (line->workspace, line->arguments[0], hbk_progress_report, &progress, progress.cancellable, error);
  if (found == NULL)
    return HBK_EXIT_INPUT;

  if (line->json)
    print_json (line, found);
  else
    print_text (line, found);

  /* Whoever asks in a script wants to know by the status alone. */
  return found->is_undamaged && found->problems->len == 0 ? HBK_EXIT_DONE : HBK_EXIT_SHORT;
}

const HbkCommand hbk_command_verify = {
  .name = "verify",
  .arguments = "PACKAGE",
  .summary = N_ ("Find out whether a package arrived whole, and whether its figures hold"),
  .example = "package.zip",
  .group = HBK_GROUP_EXCHANGE,
  .options = (const HbkOptionId[]) { HBK_OPTION_NONE },
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
