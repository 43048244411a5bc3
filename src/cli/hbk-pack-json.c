/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/hbk-pack-json.h"

static void
write_text (HbkJsonWriter *writer,
            const char    *member,
            const char    *text)
{
  if (text != NULL && *text != '\0')
    hbk_json_writer_add_string (writer, member, text);
}

static void
write_clauses (const HbkPack *pack,
               HbkJsonWriter *writer,
               HbkLanguage    language)
{
  hbk_json_writer_begin_array (writer, "clauses");
  for (guint i = 0; i < pack->clauses->len; i++)
    {
      const HbkClause *clause = &g_array_index (pack->clauses, HbkClause, i);

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_writer_add_string (writer, "id", clause->id);
      hbk_json_writer_add_string (writer, "place", hbk_bilingual_get (&clause->place, language));
      hbk_json_writer_add_string (writer, "text", hbk_bilingual_get (&clause->text, language));
      hbk_json_writer_add_boolean (writer, "informs", clause->informs);
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
}

static void
write_reading (const HbkReading *reading,
               HbkJsonWriter    *writer,
               HbkLanguage       language)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "id", reading->id);
  hbk_json_writer_add_string (writer, "question", hbk_bilingual_get (&reading->question, language));
  hbk_json_writer_add_string (writer, "default", g_array_index (reading->options, HbkReadingOption, reading->initial).id);
  write_text (writer, "weight", reading->weight);
  write_text (writer, "ask", reading->ask);
  hbk_json_writer_begin_array (writer, "options");
  for (guint i = 0; i < reading->options->len; i++)
    {
      const HbkReadingOption *option = &g_array_index (reading->options, HbkReadingOption, i);

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_writer_add_string (writer, "id", option->id);
      hbk_json_writer_add_string (writer, "text", hbk_bilingual_get (&option->text, language));
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
}

static void
write_day (HbkJsonWriter *writer,
           const char    *member,
           HbkDay         day)
{
  g_autofree char *text = NULL;

  if (day.date != HBK_DATE_NONE)
    text = hbk_date_format (day.date);
  else if (day.month != 0)
    text = g_strdup_printf ("%02d-%02d", day.month, day.day);
  if (text != NULL)
    hbk_json_writer_add_string (writer, member, text);
}

static void
write_deadline (const HbkDeadline *deadline,
                HbkJsonWriter     *writer,
                HbkLanguage        language)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "id", deadline->id);
  hbk_json_writer_add_string (writer, "clause", deadline->clause);
  write_text (writer, "kind", deadline->kind);
  write_day (writer, "from", deadline->from);
  write_day (writer, "to", deadline->to);
  hbk_json_writer_add_int (writer, "year_offset", deadline->year_offset);
  write_text (writer, "who", hbk_bilingual_get (&deadline->who, language));
  write_text (writer, "text", hbk_bilingual_get (&deadline->text, language));
  hbk_json_writer_end_object (writer);
}

static void
write_steps (HbkJsonWriter *writer,
             const char    *member,
             const GArray  *steps,
             HbkLanguage    language)
{
  hbk_json_writer_begin_array (writer, member);
  for (guint i = 0; i < steps->len; i++)
    {
      const HbkStep *step = &g_array_index (steps, HbkStep, i);

      hbk_json_writer_begin_object (writer, NULL);
      write_text (writer, "id", step->id);
      write_text (writer, "step", step->step);
      write_text (writer, "clause", step->clause);
      write_text (writer, "name", hbk_bilingual_get (&step->name, language));
      write_text (writer, "who", hbk_bilingual_get (&step->who, language));
      write_text (writer, "text", hbk_bilingual_get (&step->text, language));
      write_text (writer, "phone", step->phone);
      write_text (writer, "address", hbk_bilingual_get (&step->address, language));
      if (step->copies > 0)
        hbk_json_writer_add_int (writer, "copies", step->copies);
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
}

static void
write_defects (const HbkPack *pack,
               HbkJsonWriter *writer,
               HbkLanguage    language)
{
  hbk_json_writer_begin_array (writer, "defects");
  for (guint i = 0; i < pack->defects->len; i++)
    {
      const HbkDefect *defect = &g_array_index (pack->defects, HbkDefect, i);

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_writer_add_string (writer, "id", defect->id);
      write_text (writer, "clause", defect->clause);
      hbk_json_writer_add_string (writer, "text", hbk_bilingual_get (&defect->text, language));
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
}

static void
write_notices (const HbkPack *pack,
               HbkJsonWriter *writer,
               HbkLanguage    language)
{
  hbk_json_writer_begin_array (writer, "notices");
  for (guint i = 0; i < pack->notices->len; i++)
    {
      const HbkNotice *notice = &g_array_index (pack->notices, HbkNotice, i);

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_writer_add_string (writer, "title", hbk_bilingual_get (&notice->title, language));
      write_text (writer, "number", notice->number);
      write_text (writer, "issuer", hbk_bilingual_get (&notice->issuer, language));
      hbk_json_writer_add_date (writer, "dated", notice->dated);
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
}

/**
 * hbk_pack_write_json:
 * @pack: a pack
 * @writer: where to write
 * @language: the language of the texts
 *
 * Writes a description of a pack as a JSON object.
 */
void
hbk_pack_write_json (const HbkPack *pack,
                     HbkJsonWriter *writer,
                     HbkLanguage    language)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "format", "hourbook-description");
  hbk_json_writer_add_int (writer, "version", 1);
  hbk_json_writer_add_string (writer, "id", pack->id);
  hbk_json_writer_add_string (writer, "revision", pack->revision);
  write_text (writer, "extends", pack->extends);
  hbk_json_writer_add_string (writer, "name", hbk_bilingual_get (&pack->name, language));
  hbk_json_writer_add_string (writer, "region", hbk_bilingual_get (&pack->region, language));
  write_notices (pack, writer, language);
  write_clauses (pack, writer, language);
  hbk_json_writer_begin_array (writer, "readings");
  for (guint i = 0; i < pack->readings->len; i++)
    write_reading (&g_array_index (pack->readings, HbkReading, i), writer, language);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_begin_array (writer, "deadlines");
  for (guint i = 0; i < pack->deadlines->len; i++)
    write_deadline (&g_array_index (pack->deadlines, HbkDeadline, i), writer, language);
  hbk_json_writer_end_array (writer);
  write_steps (writer, "chain", pack->chain, language);
  write_steps (writer, "forms", pack->forms, language);
  write_steps (writer, "contacts", pack->contacts, language);
  write_steps (writer, "penalties", pack->penalties, language);
  write_defects (pack, writer, language);
  hbk_json_writer_end_object (writer);
}
