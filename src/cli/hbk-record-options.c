/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-record-options.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-progress.h"
#include "cli/hbk-typed-facts.h"
#include "cli/hbk-typed.h"
#include "workspace/hbk-workspace-library.h"
#include "records/hbk-logbook-format.h"

/* ---- Ids of the vocabulary ---- */

static gboolean
refuse_id (const char *id, GPtrArray *names, const char *unknown, const char *meant, GError **error)
{
  g_autofree char *shown = hbk_text_escape (id, -1, HBK_TYPED_CHARS);
  const char      *nearest = hbk_text_nearest (id, (const char *const *) names->pdata);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  if (nearest != NULL)
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, meant, shown, nearest);
  else
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, unknown, shown);
#pragma GCC diagnostic pop

  return FALSE;
}

static gboolean
check_activity (const HbkVocabulary *vocabulary, const char *id, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (64, NULL, TRUE);

  if (hbk_vocabulary_lookup_activity (vocabulary, id) != NULL)
    return TRUE;

  for (guint i = 0; i < hbk_vocabulary_get_n_activities (vocabulary); i++)
    g_ptr_array_add (names, (gpointer) hbk_vocabulary_get_activity (vocabulary, i)->id);

  return refuse_id (id, names, _("There is no activity “%s”. “hourbook-cli vocabulary activities” lists them."), _("There is no activity “%1$s”. Did you mean “%2$s”?"), error);
}

static gboolean
check_document (const HbkVocabulary *vocabulary, const char *id, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (64, NULL, TRUE);

  if (hbk_vocabulary_lookup_document (vocabulary, id) != NULL)
    return TRUE;

  for (guint i = 0; i < hbk_vocabulary_get_n_documents (vocabulary); i++)
    g_ptr_array_add (names, (gpointer) hbk_vocabulary_get_document (vocabulary, i)->id);

  return refuse_id (id, names, _("There is no kind of document “%s”. “hourbook-cli vocabulary documents” lists them."), _("There is no kind of document “%1$s”. Did you mean “%2$s”?"), error);
}

/* ---- Options ---- */

static gboolean
apply_activity (HbkCommandLine *line, HbkRecord *record, GError **error)
{
  const char          *activity = hbk_command_line_get (line, HBK_OPTION_ACTIVITY);
  const HbkVocabulary *vocabulary = activity != NULL ? hbk_workspace_get_vocabulary (line->workspace, error) : NULL;

  if (activity == NULL)
    return TRUE;
  if (vocabulary == NULL || !check_activity (vocabulary, activity, error))
    return FALSE;

  hbk_record_set_activity (record, activity);

  return TRUE;
}

static gboolean
apply_dates (HbkCommandLine *line, HbkRecord *record, GError **error)
{
  const char *typed_start = hbk_command_line_get (line, HBK_OPTION_START);
  const char *typed_end = hbk_command_line_get (line, HBK_OPTION_END);
  HbkDate     start = hbk_record_get_start (record);
  HbkDate     end = hbk_record_get_end (record);

  if (typed_start != NULL && !hbk_typed_parse_date (typed_start, &start, error))
    return FALSE;
  if (typed_end != NULL && *typed_end == '\0')
    end = HBK_DATE_NONE;
  else if (typed_end != NULL && !hbk_typed_parse_date (typed_end, &end, error))
    return FALSE;

  if (end != HBK_DATE_NONE && end < start)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("The last day lies before the first one. Correct --start or --end."));
      return FALSE;
    }
  hbk_record_set_period (record, start, end);

  return TRUE;
}

static gboolean
apply_texts (HbkCommandLine *line, HbkRecord *record, GError **error)
{
  const char *title = hbk_command_line_get (line, HBK_OPTION_TITLE);
  const char *work = hbk_command_line_get (line, HBK_OPTION_WORK);
  const char *note = hbk_command_line_get (line, HBK_OPTION_NOTE);

  if (title != NULL && !hbk_typed_check_length (title, HBK_LOGBOOK_TITLE_MAX, "--title", error))
    return FALSE;
  if (work != NULL && !hbk_typed_check_length (work, HBK_LOGBOOK_WORK_MAX, "--work", error))
    return FALSE;
  if (note != NULL && !hbk_typed_check_length (note, HBK_LOGBOOK_NOTE_MAX, "--note", error))
    return FALSE;

  if (title != NULL)
    hbk_record_set_title (record, title);
  if (work != NULL)
    hbk_record_set_work (record, *work != '\0' ? work : NULL);
  if (note != NULL)
    hbk_record_set_note (record, *note != '\0' ? note : NULL);

  return TRUE;
}

static gboolean
apply_words (HbkCommandLine *line, HbkRecord *record, GError **error)
{
  const char *typed_subject = hbk_command_line_get (line, HBK_OPTION_SUBJECT);
  const char *typed_status = hbk_command_line_get (line, HBK_OPTION_STATUS);
  const char *typed_verified = hbk_command_line_get (line, HBK_OPTION_VERIFIED);
  HbkSubject  subject;
  HbkStatus   status;
  HbkHours    public_hours;
  HbkHours    professional_hours;

  if (typed_subject != NULL)
    {
      if (!hbk_typed_parse_subject (typed_subject, &subject, error))
        return FALSE;
      hbk_record_set_subject (record, subject);
    }
  if (typed_status != NULL)
    {
      if (!hbk_typed_parse_status (typed_status, &status, error))
        return FALSE;
      hbk_record_set_status (record, status);
    }
  if (typed_verified != NULL && *typed_verified == '\0')
    {
      hbk_record_clear_verified_hours (record);
    }
  else if (typed_verified != NULL)
    {
      if (!hbk_typed_parse_verified (typed_verified, &public_hours, &professional_hours, error))
        return FALSE;
      hbk_record_set_verified_hours (record, public_hours, professional_hours);
    }

  return TRUE;
}

static gboolean
apply_facts (HbkCommandLine *line, HbkRecord *record, GError **error)
{
  const char *const   *typed = hbk_command_line_get_all (line, HBK_OPTION_FACT);
  const HbkVocabulary *vocabulary = typed[0] != NULL ? hbk_workspace_get_vocabulary (line->workspace, error) : NULL;

  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_auto (HbkValue) value = HBK_VALUE_INIT;
      g_autofree char *id = NULL;

      if (vocabulary == NULL || !hbk_typed_parse_answer (HBK_TYPED_FACT, vocabulary, typed[i], &id, &value, error))
        return FALSE;
      hbk_record_set_fact (record, id, value.kind != HBK_VALUE_NONE ? &value : NULL);
    }

  return TRUE;
}

/**
 * hbk_record_options_apply:
 * @line: the command line
 * @record: a record
 * @error: return location for an error
 *
 * Changes a record to what the options say, but for files. An empty value takes an answer away.
 *
 * Returns: %FALSE with HBK_ERROR_USAGE when an option does not say what it should; the record is then not to be stored
 */
gboolean
hbk_record_options_apply (HbkCommandLine *line, HbkRecord *record, GError **error)
{
  return apply_activity (line, record, error) && apply_texts (line, record, error) && apply_dates (line, record, error) &&
         apply_words (line, record, error) && apply_facts (line, record, error);
}

/**
 * hbk_record_options_get_document:
 * @line: the command line
 * @is_good: (out): whether it is a document of the vocabulary, or was not given
 * @error: return location for an error
 *
 * Gets what kind of document files are, by --document.
 *
 * Returns: (transfer none) (nullable): the id; %NULL when it was not given, or with HBK_ERROR_USAGE
 */
const char *
hbk_record_options_get_document (HbkCommandLine *line, gboolean *is_good, GError **error)
{
  const char          *document = hbk_command_line_get (line, HBK_OPTION_DOCUMENT);
  const HbkVocabulary *vocabulary = document != NULL ? hbk_workspace_get_vocabulary (line->workspace, error) : NULL;

  *is_good = document == NULL || (vocabulary != NULL && check_document (vocabulary, document, error));

  return *is_good ? document : NULL;
}

/* ---- Files ---- */

/* All files are of the one type that can be given. */
static char **
repeat (const char *document, guint n)
{
  char **documents = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    documents[i] = g_strdup (document != NULL ? document : "");

  return documents;
}

/**
 * hbk_record_options_save:
 * @line: the command line
 * @record: a record
 * @error: return location for an error
 *
 * Stores a record together with the files of --file, as one step.
 *
 * Returns: (transfer full): the step, or %NULL on error
 */
HbkJournalStep *
hbk_record_options_save (HbkCommandLine *line, HbkRecord *record, GError **error)
{
  const char *const *paths = hbk_command_line_get_all (line, HBK_OPTION_FILE);
  const char        *correction = hbk_command_line_get (line, HBK_OPTION_CORRECTION);
  g_auto (HbkProgress) progress = { 0 };
  g_auto (GStrv) documents = NULL;
  const char *document;
  gboolean    is_good;

  document = hbk_record_options_get_document (line, &is_good, error);
  if (!is_good)
    return NULL;
  if (paths[0] == NULL)
    return hbk_workspace_save_record (line->workspace, record, correction, error);

  documents = repeat (document, g_strv_length ((char **) paths));
  hbk_progress_init (&progress, _("Copying files"));

  return hbk_workspace_save_record_with_files (line->workspace, record, paths, (const char *const *) documents, correction, hbk_progress_report, &progress, progress.cancellable, error);
}
