/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-evidence-set.h"
#include "rules/hbk-rule.h"
#include "rules/hbk-vocabulary.h"

G_BEGIN_DECLS

/** HbkClause: one numbered statement of the notice, in our own words; @place says where it stands there. */
typedef struct
{
  const char  *id;
  HbkBilingual place;
  HbkBilingual text;
  gboolean     informs;
} HbkClause;

/** HbkNotice: the document a pack was made from. */
typedef struct
{
  char        *id;
  HbkBilingual title;
  char        *number;
  HbkBilingual issuer;
  HbkDate      dated;
} HbkNotice;

/** HbkDefect: a misprint or contradiction of the notice itself; @clause may be NULL. */
typedef struct
{
  char        *id;
  const char  *clause;
  HbkBilingual text;
} HbkDefect;

/** HbkReadingOption: one defensible meaning. */
typedef struct
{
  const char  *id;
  HbkBilingual text;
} HbkReadingOption;

/** HbkReading: an unclear clause and its meanings; @initial is the index of the cautious default; @ask an id of a contact or NULL; @quiet: it is compared, but never warned about. */
typedef struct
{
  const char  *id;
  GPtrArray   *clauses;
  HbkBilingual question;
  GArray      *options;
  guint        initial;
  char        *weight;
  char        *ask;
  gboolean     quiet;
} HbkReading;

/** HbkCapStage: the fixed order in which caps cut. */
typedef enum {
  HBK_CAP_ITEM,
  HBK_CAP_DAY,
  HBK_CAP_ACTIVITY,
  HBK_CAP_GROUP,
} HbkCapStage;

/** HbkCap: a limit; @has_per: hours × measure; @ever: over all years instead of each year; @by_record: of DAY: each record by itself; @subject: only these hours, NONE for both. */
typedef struct
{
  const char   *id;
  HbkCapStage   stage;
  HbkHours      hours;
  gboolean      has_per;
  HbkMeasure    per;
  gboolean      ever;
  gboolean      by_record;
  HbkSubject    subject;
  const char   *clause;
  const char   *code;
  HbkCondition *when;
} HbkCap;

/** HbkRequirementVerdict: what a requirement means for the person. */
typedef enum {
  HBK_REQUIREMENT_REQUIRED,
  HBK_REQUIREMENT_VOLUNTARY,
  HBK_REQUIREMENT_OTHER_RULES,
  HBK_REQUIREMENT_OUT_OF_SCOPE,
} HbkRequirementVerdict;

/** HbkRequirement: minimum hours of a year; a minimum of -1 is not stated. The clauses of the single minima and of carrying nothing over may be NULL. */
typedef struct
{
  const char           *clause;
  const char           *total_clause;
  const char           *public_clause;
  const char           *professional_clause;
  const char           *carry_clause;
  HbkCondition         *when;
  HbkHours              total;
  HbkHours              public_hours;
  HbkHours              professional_hours;
  HbkRequirementVerdict verdict;
  gboolean              public_undetermined;
  gboolean              professional_undetermined;
  const char           *code;
} HbkRequirement;

/** HbkReductionMode: what an absence does when @when holds (NULL: always): lower the requirement, or be credited as a share of it. */
typedef struct
{
  HbkCondition *when;
  gboolean      as_credit;
} HbkReductionMode;

/** HbkReduction: absences that lower the requirement; @above_months -1 when none; @round_up: whole hours when it holds; @modes: (element-type HbkReductionMode), the last without a condition. */
typedef struct
{
  const char   *clause;
  const char   *activity;
  HbkCondition *when;
  GArray       *gates;
  int           above_months;
  GArray       *modes;
  GArray       *warns;
  HbkCondition *round_up;
} HbkReduction;

/** HbkDeadlineWatch: which records a deadline looks at. */
typedef enum {
  HBK_WATCH_NONE,
  HBK_WATCH_UNSUBMITTED,
  HBK_WATCH_UNVERIFIED,
} HbkDeadlineWatch;

/** HbkDeadline: a date of the year's round; years 0 = open; @monthly: (element-type int) days of each month or NULL. */
typedef struct
{
  char            *id;
  const char      *clause;
  char            *kind;
  HbkCondition    *when;
  HbkDay           from;
  HbkDay           to;
  int              year_offset;
  int              year_from;
  int              year_to;
  GArray          *monthly;
  HbkBilingual     who;
  HbkBilingual     text;
  HbkDeadlineWatch watch;
  const char      *code;
  char            *level;
} HbkDeadline;

/** HbkStep: one step of the review chain, a form, a contact or a penalty; fields that do not apply are NULL or 0. */
typedef struct
{
  char         *id;
  const char   *clause;
  char         *step;
  HbkBilingual  name;
  HbkBilingual  who;
  HbkBilingual  text;
  char         *phone;
  HbkBilingual  address;
  HbkCondition *when;
  int           copies;
} HbkStep;

/** HbkApplicationRule: years a title level needs; @pick > 0: any @pick years from @earliest to the application year plus @latest_offset; else the run from @offset_from to @offset_to. @sum: the years are judged together. */
typedef struct
{
  char         *level;
  const char   *clause;
  int           since;
  int           exact;
  HbkCondition *when;
  int           pick;
  int           earliest;
  int           latest_offset;
  gboolean      sum;
  int           offset_from;
  int           offset_to;
} HbkApplicationRule;

/** HbkPickFrom: lowers the number of years to the full (or @calendar) years since a profile date, or to a profile number. */
typedef struct
{
  const char        *clause;
  HbkCondition      *when;
  const HbkFactSpec *since;
  gboolean           calendar;
} HbkPickFrom;

/** HbkWaiver: switches the check off. */
typedef struct
{
  const char   *clause;
  HbkCondition *when;
} HbkWaiver;

/** HbkConditional: years short only in the covered subjects become conditional (or met, when @met) by a record of @activity; @reading -1 when none. */
typedef struct
{
  const char   *clause;
  int           reading;
  const char   *activity;
  HbkCondition *when;
  gboolean      covers_public;
  gboolean      covers_professional;
  gboolean      met;
} HbkConditional;

/** HbkApplicationRules: what a title application needs; @present FALSE when the pack has no such part. */
typedef struct
{
  gboolean    present;
  gboolean    silent;
  const char *clause;
  GArray     *rules;
  GArray     *pick_from;
  GArray     *waivers;
  GArray     *conditionals;
} HbkApplicationRules;

/**
 * HbkPack:
 *
 * One region's rules, immutable once read. All arrays exist (perhaps empty); a pack that extends another already holds its parent's contents.
 * @attributes (element-type HbkFactSpec) are those of the profile that any of its conditions looks at. Read the members freely.
 */
typedef struct _HbkPack HbkPack;

struct _HbkPack
{
  gatomicrefcount     ref_count;
  HbkVocabulary      *vocabulary;
  HbkPack            *parent;
  char               *id;
  char               *revision;
  char               *extends;
  HbkBilingual        name;
  HbkBilingual        region;
  int                 covers_from;
  int                 covers_to;
  HbkDate             checked_on;
  GArray             *notices;
  GArray             *clauses;
  GArray             *defects;
  GArray             *readings;
  GArray             *requirements;
  GArray             *reductions;
  GArray             *caps;
  GArray             *evidence;
  GPtrArray          *rules;
  GHashTable         *rules_by_activity;
  GArray             *deadlines;
  GArray             *chain;
  GArray             *forms;
  GArray             *contacts;
  GArray             *penalties;
  HbkApplicationRules applications;
  GPtrArray          *attributes;

  /*< private >*/
  GBytes     *bytes;
  GPtrArray  *names;
  GHashTable *clause_positions;
  GHashTable *reading_positions;
};

#define HBK_TYPE_PACK (hbk_pack_get_type ())

GType hbk_pack_get_type (void) G_GNUC_CONST;

HbkPack *hbk_pack_read (GBytes *bytes, HbkVocabulary *vocabulary, HbkPack *parent, HbkProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
void     hbk_pack_check (const HbkPack *self, GBytes *bytes, HbkProblems *problems);
char    *hbk_pack_peek_extends (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
HbkPack *hbk_pack_ref (HbkPack *self);
void     hbk_pack_unref (HbkPack *self);
GBytes  *hbk_pack_get_bytes (const HbkPack *self);

const HbkClause *hbk_pack_lookup_clause (const HbkPack *self, const char *id);
int              hbk_pack_lookup_reading (const HbkPack *self, const char *id);
int              hbk_reading_lookup_option (const HbkReading *self, const char *id);
HbkHours         hbk_pack_get_usual_total (const HbkPack *self);
guint            hbk_pack_count_choices (const HbkPack *self, const guint *readings);
GPtrArray       *hbk_pack_get_rules_for (const HbkPack *self, const char *interned_activity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkPack, hbk_pack_unref)

G_END_DECLS
