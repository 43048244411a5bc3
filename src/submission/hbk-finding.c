/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-finding.h"

#define BYTES_IN_MIB (1024.0 * 1024.0)

/* What is found and what to do about it. These sentences go into the package too, which speaks Chinese in every locale, so that they are kept in both
 * languages here, as those of the packs are. */
typedef struct
{
  const char *zh;
  const char *en;
} Text;

static const struct
{
  const char *nick;
  Text        title;
  Text        action;
} texts[] = {
  [HBK_FINDING_NO_ENTRIES] = { "no-entries", { "没有可以申报的记录", "There is no record to hand in" }, { "先添加这一年的学习记录。", "Add the year's records first." } },
  [HBK_FINDING_NO_NAME] = { "no-name", { "没有填写姓名", "The name is not known" }, { "在个人信息里填写姓名；否则表上留空，需手写。", "Fill it in in the profile; otherwise the form leaves it blank." } },
  [HBK_FINDING_NO_EMPLOYER] = { "no-employer", { "没有填写工作单位", "The employer is not known" }, { "在个人信息里填写单位；否则表上留空，需手写。", "Fill it in in the profile; otherwise the form leaves it blank." } },
  [HBK_FINDING_NAME_DIFFERS] = { "name-differs", { "这一年登记的姓名与现在不同", "The name was another in this year" }, { "附上更名证明，或更正个人信息。", "Enclose a proof of the change, or correct the profile." } },
  [HBK_FINDING_READING] = { "reading", { "采用了较宽松的口径", "An unclear clause is read otherwise than with care" }, { "附上主管部门的答复，或改回默认口径。", "Enclose the bureau's answer, or go back to the cautious reading." } },
  [HBK_FINDING_FILE_ABSENT] = { "file-absent", { "记录提到的文件不在资料库里", "A record names a file that the library does not have" }, { "重新添加这个文件。", "Attach the file again." } },
  [HBK_FINDING_FILE_MISSING] = { "file-missing", { "证明材料的副本丢失或已变动", "The copy of a file is gone or changed" }, { "从备份恢复，或重新添加这个文件。", "Restore it from a backup, or attach it again." } },
  [HBK_FINDING_FILE_ENCRYPTED] = { "file-encrypted", { "文件有密码保护", "A file is protected by a password" }, { "换成没有密码的文件。", "Use a file without a password." } },
  [HBK_FINDING_FILE_DAMAGED] = { "file-damaged", { "文件已损坏，打不开", "A file is damaged" }, { "重新扫描或导出这个文件。", "Scan or export the file again." } },
  [HBK_FINDING_FILE_ACTIVE] = { "file-active", { "文件带有脚本或附件", "A file holds scripts or other files" }, { "重新打印成普通 PDF，以免被退回。", "Print it to a plain PDF, or it may come back." } },
  [HBK_FINDING_FILE_SMALL] = { "file-small", { "图片太小，打印后可能看不清", "A picture is too small to be read on paper" }, { "重新拍摄或扫描，长边至少 1000 像素。", "Take it again with at least 1000 pixels on the longer side." } },
  [HBK_FINDING_FILE_UNSEEN] = { "file-unseen", { "文件还没有检查过", "Nobody has looked into a file yet" }, { "打开看一看是否清楚、完整。", "Open it and see whether it is clear and whole." } },
  [HBK_FINDING_FILE_LOCATION] = { "file-location", { "照片带有拍摄地点", "A photograph says where it was taken" }, { "需要时选择去掉位置信息。", "Choose to leave the location out if it should not be known." } },
  [HBK_FINDING_FILE_LOCATION_STAYS] = { "file-location-stays", { "无法去掉这种文件里的拍摄地点", "The location cannot be taken out of a file of this type" }, { "转换成 JPEG 照片，或保留位置信息。", "Convert it to JPEG, or leave the location in." } },
  [HBK_FINDING_FILE_LARGE] = { "file-large", { "文件超过申报系统的大小限制", "A file is larger than the portal takes" }, { "压缩或拆分这个文件。", "Make the file smaller, or split it." } },
  [HBK_FINDING_FILE_TYPE] = { "file-type", { "申报系统不接受这种文件", "The portal does not take files of this type" }, { "转换成接受的格式，例如 PDF。", "Convert it to a type that is taken, such as PDF." } },
  [HBK_FINDING_TOTAL_LARGE] = { "total-large", { "材料总量超过申报系统的限制", "All files together are larger than the portal takes" }, { "压缩图片，或分次提交。", "Make pictures smaller, or hand in by parts." } },
  [HBK_FINDING_ALREADY] = { "already", { "这一年已经提交过", "The year was handed in before" }, { "新的材料包会列出之后的改动。", "A new package lists what changed since." } },
  [HBK_FINDING_ADDED] = { "added", { "上次提交后新增的记录", "A record was added since the year was handed in" }, { "告知受理单位。", "Tell the office that received it." } },
  [HBK_FINDING_CHANGED] = { "changed", { "上次提交后改动的记录", "A record was changed since the year was handed in" }, { "告知受理单位。", "Tell the office that received it." } },
  [HBK_FINDING_REMOVED] = { "removed", { "上次提交后删去的记录", "A record was removed since the year was handed in" }, { "告知受理单位。", "Tell the office that received it." } },
};

G_STATIC_ASSERT (G_N_ELEMENTS (texts) == HBK_FINDING_REMOVED + 1);

static const char *
get_text (const Text *text, HbkLanguage language)
{
  return language == HBK_LANGUAGE_ZH ? text->zh : text->en;
}

static const HbkReading *
get_reading (const HbkFinding *finding)
{
  return &g_array_index (finding->pack->readings, HbkReading, finding->reading);
}

/* The record, the file or the question that it is about. */
static char *
dup_subject (const HbkFinding *finding, HbkLanguage language)
{
  const char *title = finding->entry != NULL ? hbk_record_get_title (finding->entry->result->record) : NULL;

  if (finding->kind == HBK_FINDING_READING)
    return g_strdup (hbk_bilingual_get (&get_reading (finding)->question, language));
  if (finding->name != NULL)
    return g_strdup (finding->name);
  if (finding->file != NULL)
    return g_strdup_printf ("%s %s", finding->file->number, finding->file->title);
  if (finding->entry != NULL)
    return g_strdup_printf ("%02u %s", finding->entry->number, title != NULL ? title : "");

  return NULL;
}

static void
append_part (GString *line, const char *part, HbkLanguage language)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (line, language == HBK_LANGUAGE_ZH ? "：%s" : ": %s", part);
}

static void
append_warning (GString *line, const HbkFinding *finding, HbkLanguage language)
{
  const HbkWarning *warning = finding->warning;
  g_autofree char  *date = warning->date != HBK_DATE_NONE ? hbk_date_format (warning->date) : NULL;
  g_autofree char  *hours = warning->hours != 0 ? hbk_hours_format (warning->hours) : NULL;

  append_part (line, hbk_warning_get_name (warning, finding->pack, language), language);
  if (date != NULL)
    g_string_append_printf (line, language == HBK_LANGUAGE_ZH ? "（%s）" : " (%s)", date);
  if (hours != NULL)
    g_string_append_printf (line, language == HBK_LANGUAGE_ZH ? "（%s 学时）" : " (%s h)", hours);
}

static void
append_sizes (GString *line, const HbkFinding *finding)
{
  char size[G_ASCII_DTOSTR_BUF_SIZE], limit[G_ASCII_DTOSTR_BUF_SIZE];

  if (finding->limit > 0)
    g_string_append_printf (line, " (%s MiB > %s MiB)", g_ascii_formatd (size, sizeof size, "%.1f", (double) finding->size / BYTES_IN_MIB),
                            g_ascii_formatd (limit, sizeof limit, "%.1f", (double) finding->limit / BYTES_IN_MIB));
}

/* A title may end with the name of a reading, which is a question. */
static gboolean
is_sentence (const char *title)
{
  return g_str_has_suffix (title, "?") || g_str_has_suffix (title, "？");
}

/**
 * hbk_finding_get_nick:
 * @finding: a finding
 *
 * Gets the name of its kind for programs; of a warning, its code.
 *
 * Returns: (transfer none): the name
 */
const char *
hbk_finding_get_nick (const HbkFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return finding->kind == HBK_FINDING_WARNING ? finding->warning->spec->id : texts[finding->kind].nick;
}

/**
 * hbk_finding_dup_title:
 * @finding: a finding
 * @language: the language
 *
 * Says what was found, and of which record or file. The words are the same in every locale.
 *
 * Returns: (transfer full): plain text
 */
char *
hbk_finding_dup_title (const HbkFinding *finding, HbkLanguage language)
{
  g_autoptr (GString) line = NULL;
  g_autofree char *subject = NULL;

  g_return_val_if_fail (finding != NULL, NULL);

  line = g_string_new (finding->kind == HBK_FINDING_WARNING ? hbk_bilingual_get (&finding->warning->spec->name, language) : get_text (&texts[finding->kind].title, language));
  if (finding->kind == HBK_FINDING_WARNING)
    append_warning (line, finding, language);
  subject = dup_subject (finding, language);
  append_part (line, subject, language);
  append_sizes (line, finding);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * hbk_finding_dup_action:
 * @finding: a finding
 * @language: the language
 *
 * Says what to do about it.
 *
 * Returns: (transfer full): plain text
 */
char *
hbk_finding_dup_action (const HbkFinding *finding, HbkLanguage language)
{
  g_return_val_if_fail (finding != NULL, NULL);

  if (finding->kind == HBK_FINDING_WARNING)
    return hbk_warning_to_action (finding->warning, finding->pack, language);

  return g_strdup (get_text (&texts[finding->kind].action, language));
}

/**
 * hbk_finding_dup_line:
 * @finding: a finding
 * @language: the language
 *
 * Puts title and action into one line, for the report of the package.
 *
 * Returns: (transfer full): plain text
 */
char *
hbk_finding_dup_line (const HbkFinding *finding, HbkLanguage language)
{
  g_autofree char *title = hbk_finding_dup_title (finding, language);
  g_autofree char *action = hbk_finding_dup_action (finding, language);

  g_return_val_if_fail (finding != NULL, NULL);

  if (is_sentence (title))
    return g_strdup_printf (language == HBK_LANGUAGE_ZH ? "%s%s" : "%s %s", title, action);

  return g_strdup_printf (language == HBK_LANGUAGE_ZH ? "%s。%s" : "%s. %s", title, action);
}
