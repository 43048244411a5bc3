/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-columns.h"
#include "cli/hbk-command.h"
#include "rules/hbk-json-parts.h"
#include "cli/hbk-typed.h"

/**
 * Kind:
 * @id: what is typed
 * @heading: what they are, untranslated
 * @get_n: how many there are
 * @get: gets the id and the name of one
 *
 * One kind of words of the vocabulary.
 */
typedef struct
{
  const char *id;
  const char *heading;
  guint (*get_n) (const HbkVocabulary *vocabulary);
  const char *(*get) (const HbkVocabulary *vocabulary, guint position, HbkLanguage language, const char **name);
} Kind;

static const char *
get_activity (const HbkVocabulary *vocabulary, guint position, HbkLanguage language, const char **name)
{
  const HbkActivitySpec *spec = hbk_vocabulary_get_activity (vocabulary, position);

  *name = hbk_bilingual_get (&spec->name, language);

  return spec->id;
}

static const char *
get_fact (const HbkVocabulary *vocabulary, guint position, HbkLanguage language, const char **name)
{
  const HbkFactSpec *spec = hbk_vocabulary_get_fact (vocabulary, position);

  *name = hbk_bilingual_get (&spec->ask, language);

  return spec->id;
}

static const char *
get_document (const HbkVocabulary *vocabulary, guint position, HbkLanguage language, const char **name)
{
  const HbkDocumentSpec *spec = hbk_vocabulary_get_document (vocabulary, position);

  *name = hbk_bilingual_get (&spec->name, language);

  return spec->id;
}

static const char *
get_attribute (const HbkVocabulary *vocabulary, guint position, HbkLanguage language, const char **name)
{
  const HbkFactSpec *spec = hbk_vocabulary_get_attribute (vocabulary, position);

  *name = hbk_bilingual_get (&spec->ask, language);

  return spec->id;
}

static const Kind kinds[] = {
  { "activities", N_ ("Activities, for --activity"), hbk_vocabulary_get_n_activities, get_activity },
  { "facts", N_ ("Questions about a record, for --fact"), hbk_vocabulary_get_n_facts, get_fact },
  { "documents", N_ ("Kinds of documents, for --document"), hbk_vocabulary_get_n_documents, get_document },
  { "profile", N_ ("Questions about the person, for --profile"), hbk_vocabulary_get_n_attributes, get_attribute },
};

static void
print_kind (HbkCommandLine *line, const HbkVocabulary *vocabulary, const Kind *kind)
{
  int width = 0;

  for (guint i = 0; i < kind->get_n (vocabulary); i++)
    {
      const char *name;

      width = MAX (width, hbk_columns_width (kind->get (vocabulary, i, line->language, &name)));
    }

  hbk_output_line (line->output, _(kind->heading));
  for (guint i = 0; i < kind->get_n (vocabulary); i++)
    {
      g_autoptr (GString) first = g_string_new ("  ");
      g_autoptr (GString) others = g_string_new ("");
      const char *name;

      hbk_columns_pad (first, kind->get (vocabulary, i, line->language, &name), width + 2, FALSE);
      hbk_columns_fill (others, width + 4);
      hbk_output_wrapped (line->output, first->str, others->str, name);
    }
}

static void
write_kind (HbkCommandLine *line, const HbkVocabulary *vocabulary, const Kind *kind, HbkJsonWriter *writer)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "kind", kind->id);
  hbk_json_writer_begin_array (writer, "words");
  for (guint i = 0; i < kind->get_n (vocabulary); i++)
    {
      const char *name;
      const char *id = kind->get (vocabulary, i, line->language, &name);

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_writer_add_string (writer, "id", id);
      hbk_json_writer_add_string (writer, "name", name);
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
}

static gboolean
check_kind (const char *wanted, GError **error)
{
  g_autofree char *shown = NULL;

  if (wanted == NULL)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].id, wanted))
        return TRUE;
    }

  shown = hbk_text_escape (wanted, -1, HBK_TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("The vocabulary has no “%s”. Give activities, facts, documents or profile, or nothing for all."), shown);

  return FALSE;
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  const char          *wanted = line->arguments[0];
  const HbkVocabulary *vocabulary = check_kind (wanted, error) ? hbk_workspace_get_vocabulary (line->workspace, error) : NULL;
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();
  gboolean is_first = TRUE;

  if (vocabulary == NULL)
    return HBK_EXIT_INPUT;

  hbk_json_parts_begin (writer, NULL, "hourbook-words");
  hbk_json_writer_begin_array (writer, "kinds");
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (wanted != NULL && !g_str_equal (kinds[i].id, wanted))
        continue;
      write_kind (line, vocabulary, &kinds[i], writer);
      if (!line->json && !is_first)
        hbk_output_line (line->output, "");
      if (!line->json)
        print_kind (line, vocabulary, &kinds[i]);
      is_first = FALSE;
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  if (line->json)
    hbk_output_json (line->output, writer);

  return HBK_EXIT_DONE;
}

const HbkCommand hbk_command_vocabulary = {
  .name = "vocabulary",
  .arguments = "[KIND]",
  .summary = N_ ("List what can be said: activities, facts, documents, profile"),
  .example = "activities",
  .group = HBK_GROUP_RULES,
  .min_arguments = 0,
  .max_arguments = 1,
  .run = run,
};
