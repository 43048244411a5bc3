/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/hbk-pack-json.h"

#include "rules/hbk-json-parts.h"

static void
add_bilingual (HbkJsonWriter *writer, const char *member, const HbkBilingual *text, HbkLanguage language)
{
  hbk_json_parts_add_text (writer, member, hbk_bilingual_get (text, language));
}

/* ---- Head ---- */

static void
write_years (HbkJsonWriter *writer, const char *member, int from, int to)
{
  hbk_json_writer_begin_object (writer, member);
  if (from != 0)
    hbk_json_writer_add_int (writer, "from", from);
  else
    hbk_json_writer_add_null (writer, "from");
  if (to != 0)
    hbk_json_writer_add_int (writer, "to", to);
  else
    hbk_json_writer_add_null (writer, "to");
  hbk_json_writer_end_object (writer);
}

static void
write_head (const HbkPack *pack, HbkJsonWriter *writer, HbkLanguage language)
{
  hbk_json_writer_add_string (writer, "id", pack->id);
  hbk_json_writer_add_string (writer, "revision", pack->revision);
  hbk_json_parts_add_text (writer, "extends", pack->extends);
  add_bilingual (writer, "name", &pack->name, language);
  add_bilingual (writer, "region", &pack->region, language);
  write_years (writer, "covers", pack->covers_from, pack->covers_to);
  hbk_json_parts_add_date (writer, "checked_on", pack->checked_on);
}

static void
write_notice (const HbkNotice *notice, HbkJsonWriter *writer, HbkLanguage language)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_parts_add_text (writer, "id", notice->id);
  add_bilingual (writer, "title", &notice->title, language);
  hbk_json_parts_add_text (writer, "number", notice->number);
  add_bilingual (writer, "issuer", &notice->issuer, language);
  hbk_json_parts_add_date (writer, "dated", notice->dated);
  hbk_json_writer_end_object (writer);
}

/* ---- Clauses and readings ---- */

static void
write_clause (const HbkClause *clause, HbkJsonWriter *writer, HbkLanguage language)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "id", clause->id);
  add_bilingual (writer, "place", &clause->place, language);
  add_bilingual (writer, "text", &clause->text, language);
  hbk_json_writer_add_boolean (writer, "informs", clause->informs);
  hbk_json_writer_end_object (writer);
}

static void
write_reading (const HbkReading *reading, HbkJsonWriter *writer, HbkLanguage language)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "id", reading->id);
  hbk_json_writer_begin_array (writer, "clauses");
  for (guint i = 0; i < reading->clauses->len; i++)
    hbk_json_writer_add_string (writer, NULL, g_ptr_array_index (reading->clauses, i));
  hbk_json_writer_end_array (writer);
  add_bilingual (writer, "question", &reading->question, language);
  hbk_json_writer_add_string (writer, "default", g_array_index (reading->options, HbkReadingOption, reading->initial).id);
  hbk_json_parts_add_text (writer, "weight", reading->weight);
  hbk_json_parts_add_text (writer, "ask", reading->ask);
  hbk_json_writer_begin_array (writer, "options");
  for (guint i = 0; i < reading->options->len; i++)
    {
      const HbkReadingOption *option = &g_array_index (reading->options, HbkReadingOption, i);

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_writer_add_string (writer, "id", option->id);
      add_bilingual (writer, "text", &option->text, language);
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
}

static void
write_defect (const HbkDefect *defect, HbkJsonWriter *writer, HbkLanguage language)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "id", defect->id);
  hbk_json_parts_add_text (writer, "clause", defect->clause);
  add_bilingual (writer, "text", &defect->text, language);
  hbk_json_writer_end_object (writer);
}

/* ---- What surrounds the rules ---- */

static void
write_day (HbkJsonWriter *writer, const char *member, HbkDay day)
{
  g_autofree char *text = NULL;

  if (day.date != HBK_DATE_NONE)
    text = hbk_date_format (day.date);
  else if (day.month != 0)
    text = g_strdup_printf ("%02d-%02d", day.month, day.day);

  hbk_json_parts_add_text (writer, member, text);
}

static void
write_deadline (const HbkDeadline *deadline, HbkJsonWriter *writer, HbkLanguage language)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "id", deadline->id);
  hbk_json_writer_add_string (writer, "clause", deadline->clause);
  hbk_json_parts_add_text (writer, "kind", deadline->kind);
  write_day (writer, "from", deadline->from);
  write_day (writer, "to", deadline->to);
  hbk_json_writer_begin_array (writer, "monthly");
  for (guint i = 0; deadline->monthly != NULL && i < deadline->monthly->len; i++)
    hbk_json_writer_add_int (writer, NULL, g_array_index (deadline->monthly, int, i));
  hbk_json_writer_end_array (writer);
  hbk_json_writer_add_int (writer, "year_offset", deadline->year_offset);
  write_years (writer, "years", deadline->year_from, deadline->year_to);
  hbk_json_parts_add_text (writer, "level", deadline->level);
  add_bilingual (writer, "who", &deadline->who, language);
  add_bilingual (writer, "text", &deadline->text, language);
  hbk_json_writer_end_object (writer);
}

static void
write_step (const HbkStep *step, HbkJsonWriter *writer, HbkLanguage language)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_parts_add_text (writer, "id", step->id);
  hbk_json_parts_add_text (writer, "step", step->step);
  hbk_json_parts_add_text (writer, "clause", step->clause);
  add_bilingual (writer, "name", &step->name, language);
  add_bilingual (writer, "who", &step->who, language);
  add_bilingual (writer, "text", &step->text, language);
  hbk_json_parts_add_text (writer, "phone", step->phone);
  add_bilingual (writer, "address", &step->address, language);
  if (step->copies > 0)
    hbk_json_writer_add_int (writer, "copies", step->copies);
  else
    hbk_json_writer_add_null (writer, "copies");
  hbk_json_writer_end_object (writer);
}

static void
write_steps (HbkJsonWriter *writer, const char *member, const GArray *steps, HbkLanguage language)
{
  hbk_json_writer_begin_array (writer, member);
  for (guint i = 0; i < steps->len; i++)
    write_step (&g_array_index (steps, HbkStep, i), writer, language);
  hbk_json_writer_end_array (writer);
}

static void
write_lists (const HbkPack *pack, HbkJsonWriter *writer, HbkLanguage language)
{
  hbk_json_writer_begin_array (writer, "notices");
  for (guint i = 0; i < pack->notices->len; i++)
    write_notice (&g_array_index (pack->notices, HbkNotice, i), writer, language);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_begin_array (writer, "clauses");
  for (guint i = 0; i < pack->clauses->len; i++)
    write_clause (&g_array_index (pack->clauses, HbkClause, i), writer, language);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_begin_array (writer, "readings");
  for (guint i = 0; i < pack->readings->len; i++)
    write_reading (&g_array_index (pack->readings, HbkReading, i), writer, language);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_begin_array (writer, "deadlines");
  for (guint i = 0; i < pack->deadlines->len; i++)
    write_deadline (&g_array_index (pack->deadlines, HbkDeadline, i), writer, language);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_begin_array (writer, "defects");
  for (guint i = 0; i < pack->defects->len; i++)
    write_defect (&g_array_index (pack->defects, HbkDefect, i), writer, language);
  hbk_json_writer_end_array (writer);
}

/**
 * hbk_pack_json_write_summary:
 * @pack: a pack
 * @writer: where to write, inside an array
 * @language: the language of the texts
 *
 * Writes which pack it is, and the years it covers.
 */
void
hbk_pack_json_write_summary (const HbkPack *pack, HbkJsonWriter *writer, HbkLanguage language)
{
  hbk_json_writer_begin_object (writer, NULL);
  write_head (pack, writer, language);
  hbk_json_writer_end_object (writer);
}

/**
 * hbk_pack_json_write:
 * @pack: a pack
 * @writer: where to write
 * @language: the language of the texts
 *
 * Writes a description of a pack as a JSON object, which the schemas in data describe.
 */
void
hbk_pack_json_write (const HbkPack *pack, HbkJsonWriter *writer, HbkLanguage language)
{
  hbk_json_parts_begin (writer, NULL, "hourbook-description");
  write_head (pack, writer, language);
  write_lists (pack, writer, language);
  write_steps (writer, "chain", pack->chain, language);
  write_steps (writer, "forms", pack->forms, language);
  write_steps (writer, "contacts", pack->contacts, language);
  write_steps (writer, "penalties", pack->penalties, language);
  hbk_json_writer_end_object (writer);
}
