/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-form-layout.h"

#define OFFICIAL_UNKNOWN "本表不是官方表样，单位可将内容转填到规定的表格中。"

#define DATED "日期：　　　　年　　　月　　　日"
#define SIGNED "经办人（签字）：\n单位（盖章）：\n" DATED
#define STAMPED "经办人（签字）：\n（盖章）\n" DATED

#define OWN_STATEMENT                                                                  \
  {                                                                                    \
    "填报人声明\n以上内容如实填报，所附证明材料与原件一致。", "本人（签字）：\n" DATED \
  }

/* Dates first: registered item by item in order of time. */
#define BY_DATE                                                                                                                \
  {                                                                                                                            \
    HBK_FORM_COLUMN_NUMBER, HBK_FORM_COLUMN_DATES, HBK_FORM_COLUMN_CONTENT, HBK_FORM_COLUMN_ORGANISER, HBK_FORM_COLUMN_PUBLIC, \
    HBK_FORM_COLUMN_PROFESSIONAL, HBK_FORM_COLUMN_CLAUSE, HBK_FORM_COLUMN_EVIDENCE                                             \
  }

/* Kind, content, time: the order in which these notices name what a unit keeps. */
#define BY_KIND                                                                                                              \
  {                                                                                                                          \
    HBK_FORM_COLUMN_NUMBER, HBK_FORM_COLUMN_KIND, HBK_FORM_COLUMN_CONTENT, HBK_FORM_COLUMN_DATES, HBK_FORM_COLUMN_ORGANISER, \
    HBK_FORM_COLUMN_PUBLIC, HBK_FORM_COLUMN_PROFESSIONAL, HBK_FORM_COLUMN_CLAUSE, HBK_FORM_COLUMN_EVIDENCE                   \
  }

/* The last one is for regions that are not in the table. */
static const HbkFormLayout layouts[] = {
  {
    .pack = "yuxi",
    .form = "register",
    .title = "玉溪市专业技术人员继续教育学时登记表",
    .remark = "通知附件 1 的表样未见公布，只知有“部门审核意见”栏。" OFFICIAL_UNKNOWN,
    .columns = BY_DATE,
    .opinions = { OWN_STATEMENT, { "部门审核意见", SIGNED }, { "人力资源和社会保障局验证意见", STAMPED } },
    .n_opinions = 3,
    .hint = "按时间顺序逐年、逐项登记，不得涂改；连同佐证材料交所在单位审核。",
    .certificate = "certificate",
  },
  {
    .pack = "changde",
    .form = "form-of-hours",
    .title = "湖南省专业技术人员继续教育学时认定单",
    .remark = "认定单全省统一，表样未见公布；本表供办理认定单时对照和转填。" OFFICIAL_UNKNOWN,
    .columns = BY_DATE,
    .opinions = { OWN_STATEMENT, { "所在单位意见", SIGNED }, { "主管部门意见", STAMPED }, { "人力资源和社会保障部门核认意见", STAMPED } },
    .n_opinions = 4,
  },
  {
    .pack = "qinghai",
    .title = "专业技术人员继续教育学时申请清单",
    .remark = "通知没有规定纸质表格，学时在“互联网+人事人才”系统中申请；本清单供提交和审核时逐条对照。" OFFICIAL_UNKNOWN,
    .columns = BY_DATE,
    .opinions = { OWN_STATEMENT, { "用人单位审核意见", SIGNED }, { "行业主管部门、地区人社部门审验意见", STAMPED } },
    .n_opinions = 3,
    .hint = "平台和继续教育基地推送的学时不需个人申请，列在这里供核对。",
  },
  {
    .pack = "jiangsu",
    .title = "专业技术人员继续教育学时登记表",
    .remark = "学时在“江苏省专业技术人员继续教育学时管理系统”中登记，通知没有公布表样；登记证书由系统生成，本表不代替证书。" OFFICIAL_UNKNOWN,
    .columns = BY_KIND,
    .opinions = { OWN_STATEMENT, { "用人单位（或存档的人力资源服务机构）审核意见", SIGNED }, { "主管部门意见", STAMPED } },
    .n_opinions = 3,
  },
  {
    .pack = "weihai",
    .title = "专业技术人员继续教育学时登记表",
    .remark = "学时在服务平台登记，通知没有公布表样；电子证书由平台生成，本表不代替证书。" OFFICIAL_UNKNOWN,
    .columns = BY_KIND,
    .opinions = { OWN_STATEMENT, { "单位审核意见", SIGNED }, { "主管部门审查意见", STAMPED }, { "人力资源和社会保障部门审验意见", STAMPED } },
    .n_opinions = 4,
  },
  {
    .title = "专业技术人员继续教育学时登记表",
    .remark = "没有见到官方表样。" OFFICIAL_UNKNOWN,
    .columns = BY_DATE,
    .opinions = { OWN_STATEMENT, { "所在单位意见", SIGNED }, { "人力资源和社会保障部门意见", STAMPED } },
    .n_opinions = 3,
  },
};

/* Widths in proportion: what a column needs of a line. */
static const struct
{
  const char *title;
  double      share;
} columns[] = {
  [HBK_FORM_COLUMN_END] = { "", 0 },
  [HBK_FORM_COLUMN_NUMBER] = { "序号", 30 },
  [HBK_FORM_COLUMN_DATES] = { "起止日期", 74 },
  [HBK_FORM_COLUMN_KIND] = { "种类", 84 },
  [HBK_FORM_COLUMN_CONTENT] = { "内容", 250 },
  [HBK_FORM_COLUMN_ORGANISER] = { "组织单位", 108 },
  [HBK_FORM_COLUMN_PUBLIC] = { "公需\n学时", 42 },
  [HBK_FORM_COLUMN_PROFESSIONAL] = { "专业\n学时", 42 },
  [HBK_FORM_COLUMN_CLAUSE] = { "认定依据", 96 },
  [HBK_FORM_COLUMN_EVIDENCE] = { "证明材料", 74 },
};

/**
 * hbk_form_layout_find:
 * @pack: the rules of a region
 *
 * Finds the form of a region. A region whose rules build on those of another has its form.
 *
 * Returns: (transfer none): the layout
 */
const HbkFormLayout *
hbk_form_layout_find (const HbkPack *pack)
{
  for (const HbkPack *each = pack; each != NULL; each = each->parent)
    for (gsize i = 0; i + 1 < G_N_ELEMENTS (layouts); i++)
      if (g_str_equal (layouts[i].pack, each->id))
        return &layouts[i];

  return &layouts[G_N_ELEMENTS (layouts) - 1];
}

static const HbkStep *
find_form (const HbkPack *pack, const char *id)
{
  for (guint i = 0; id != NULL && i < pack->forms->len; i++)
    {
      const HbkStep *form = &g_array_index (pack->forms, HbkStep, i);

      if (g_strcmp0 (form->id, id) == 0)
        return form;
    }

  return NULL;
}

/**
 * hbk_form_layout_get_title:
 * @self: a layout
 * @pack: the rules of the region
 *
 * Gets what the form is called: by the name that the notice uses, where it has one.
 *
 * Returns: (transfer none): the title
 */
const char *
hbk_form_layout_get_title (const HbkFormLayout *self, const HbkPack *pack)
{
  const HbkStep *form = find_form (pack, self->form);

  return form != NULL ? form->name.zh : self->title;
}

/**
 * hbk_form_layout_find_certificate:
 * @self: a layout
 * @pack: the rules of the region
 *
 * Finds the certificate that the totals of the year are copied to.
 *
 * Returns: (transfer none) (nullable): the certificate, or %NULL
 */
const HbkStep *
hbk_form_layout_find_certificate (const HbkFormLayout *self, const HbkPack *pack)
{
  return find_form (pack, self->certificate);
}

/**
 * hbk_form_column_get_title:
 * @column: a column
 *
 * Gets the head of a column.
 *
 * Returns: (transfer none): the title
 */
const char *
hbk_form_column_get_title (HbkFormColumn column)
{
  return columns[column].title;
}

/**
 * hbk_form_column_get_share:
 * @column: a column
 *
 * Gets how wide a column is in proportion to the others.
 *
 * Returns: the share
 */
double
hbk_form_column_get_share (HbkFormColumn column)
{
  return columns[column].share;
}
