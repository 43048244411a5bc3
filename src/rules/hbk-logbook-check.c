/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-logbook-check.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-text.h"
#include "records/hbk-json-locate.h"
#include "records/hbk-json-path.h"
#include "rules/hbk-scope.h"

typedef struct
{
  const HbkVocabulary *vocabulary;
  HbkJsonLocator      *locator;
  HbkProblems         *problems;
} Check;

static void
report (Check      *check,
        HbkError    code,
        const char *path,
        const char *format,
        const char *name,
        const char *action)
{
  g_autofree char *shown = hbk_text_escape (name, -1, 60);
  int              line = check->locator != NULL ? hbk_json_locator_find (check->locator, path) : 0;
  g_autofree char *what = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  what = g_strdup_printf (format, shown);
#pragma GCC diagnostic pop
  hbk_problems_add (check->problems, code, line, path, what, action);
}

static void
check_value (Check             *check,
             const HbkFactSpec *spec,
             const HbkValue    *value,
             const char        *path)
{
  if (value != NULL && !hbk_fact_spec_accepts (spec, value))
    report (check, HBK_ERROR_VALUE, path, _("“%s” has a value of the wrong kind"), spec->id, spec->type == HBK_FACT_CHOICE ? _("Give one of the choices of the vocabulary") : _("Give a value of the kind the vocabulary names"));
}

static void
check_facts (Check      *check,
             HbkFacts   *facts,
             const char *path,
             gboolean    of_profile)
{
  for (guint i = 0; facts != NULL && i < hbk_facts_get_n (facts); i++)
    {
      const char        *id;
      const HbkValue    *value = hbk_facts_nth (facts, i, &id);
      const HbkFactSpec *spec = of_profile ? hbk_vocabulary_lookup_attribute (check->vocabulary, id)
                                           : hbk_vocabulary_lookup_fact (check->vocabulary, id);
      g_autoptr (GString) own = g_string_new (path);

      hbk_json_path_append_key (own, id, -1);
      if (spec != NULL)
        check_value (check, spec, value, own->str);
      else if (!of_profile)
        report (check, HBK_ERROR_UNKNOWN, own->str, _("There is no fact “%s”"), id, _("It is kept but not used. Take a fact of the vocabulary"));
    }
}

static void
check_evidence (Check      *check,
                HbkRecord  *record,
                const char *path)
{
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      const char *document = hbk_evidence_get_document (hbk_record_get_evidence (record, i));
      g_autoptr (GString) own = g_string_new (path);

      if (document == NULL || hbk_vocabulary_lookup_document (check->vocabulary, document) != NULL)
        continue;
      hbk_json_path_append_key (own, "evidence", -1);
      hbk_json_path_append_index (own, i);
      hbk_json_path_append_key (own, "document", -1);
      report (check, HBK_ERROR_UNKNOWN, own->str, _("There is no document type “%s”"), document, _("It is kept but proves nothing. Take a type of the vocabulary"));
    }
}

static void
check_record (Check     *check,
              HbkRecord *record,
              guint      position)
{
  g_autoptr (GString) path = g_string_new ("$.records");
  g_autoptr (GString) facts = NULL;

  hbk_json_path_append_index (path, position);
  if (hbk_vocabulary_lookup_activity (check->vocabulary, hbk_record_get_activity (record)) == NULL)
    {
      g_autofree char *own = g_strconcat (path->str, ".activity", NULL);

      report (check, HBK_ERROR_UNKNOWN, own, _("There is no activity “%s”"), hbk_record_get_activity (record), _("It earns nothing. Take an activity of the vocabulary"));
    }
  facts = g_string_new (path->str);
  hbk_json_path_append_key (facts, "facts", -1);
  check_facts (check, hbk_record_get_facts (record), facts->str, FALSE);
  check_evidence (check, record, path->str);
}

/**
 * hbk_logbook_check:
 * @logbook: a logbook
 * @vocabulary: the words all packs share
 * @source: (nullable): the bytes it was read from, to name lines
 * @problems: gets what was found
 *
 * Compares a logbook with the vocabulary: activities, facts, attributes and documents that it does not know, and answers of
 * the wrong kind. None of these is lost, but none of them counts.
 */
void
hbk_logbook_check (HbkLogbook          *logbook,
                   const HbkVocabulary *vocabulary,
                   GBytes              *source,
                   HbkProblems         *problems)
{
  gsize       length = 0;
  const char *data = source != NULL ? g_bytes_get_data (source, &length) : NULL;
  g_autoptr (HbkJsonLocator) locator = data != NULL ? hbk_json_locator_new (data, length) : NULL;
  Check check = { vocabulary, locator, problems };

  g_return_if_fail (HBK_IS_LOGBOOK (logbook) && vocabulary != NULL && problems != NULL);

  check_facts (&check, hbk_profile_get_attributes (hbk_logbook_get_profile (logbook)), "$.profile", TRUE);
  for (guint i = 0; i < hbk_logbook_get_n_records (logbook); i++)
    check_record (&check, hbk_logbook_get_record (logbook, i), i);
}
