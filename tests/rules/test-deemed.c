/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Clauses that fill a subject up; see data/packs/FORMAT.md, Credit, "deemed". */

#include "rules/trial.h"

/* Degrees fill the year up; training gives its stated hours, public courses theirs. */
#define PACK(credit)                                                                                                                                  \
  "'requirements': [{'clause': 'C0', 'verdict': 'required', 'total': 135, 'public': 45, 'professional': 90}], 'blocks': ["                            \
  "{'id': 'd', 'activities': ['degree_award', 'skill_certificate'], 'rules': [{'id': 'd', 'clause': 'C1', 'credit': " credit "}]},"                   \
  "{'id': 't', 'activities': ['training'], 'subject': 'professional', 'rules': [{'id': 't', 'clause': 'C2', 'credit': {'stated': 'stated_hours'}}]}," \
  "{'id': 'p', 'activities': ['public_course'], 'subject': 'public', 'rules': [{'id': 'p', 'clause': 'C3', 'credit': {'stated': 'stated_hours'}}]}]"
#define EITHER(credits) PACK ("{'first': [" credits "]}, 'subject': 'professional'")
#define BOTH PACK ("{'deemed': {'public': 45, 'professional': 90}}")
#define PROFESSIONAL PACK ("{'deemed': {'professional': 90}}")
#define RECORDS(records) "'records': [" records "]"
#define DEGREE(id, rest) "{'id': '" id "', 'activity': 'degree_award', 'start': '2024-06-30'" rest "}"
#define HOURS(id, activity, hours) "{'id': '" id "', 'activity': '" activity "', 'start': '2024-09-10', 'facts': {'stated_hours': " hours "}}"

static const Trial trials[] = {
  { "alone", BOTH, RECORDS (DEGREE ("d", "")),
    "d.outcome=deemed d.credited=45+90 d.raw=45+90 d.lost=0+0 2024.credited=45+90 2024.verdict=met d.trace=rule,floor,floor +I-DEEMED@d", NULL },
  { "never on top", BOTH, RECORDS (DEGREE ("d", "") "," HOURS ("t", "training", "20") "," HOURS ("p", "public_course", "30")),
    "d.credited=15+70 t.credited=0+20 p.credited=30+0 2024.credited=45+90", NULL },
  { "reached without it", BOTH, RECORDS (DEGREE ("d", "") "," HOURS ("t", "training", "100") "," HOURS ("p", "public_course", "45")),
    "d.credited=0+0 d.outcome=deemed 2024.credited=45+100", NULL },
  { "one subject", PROFESSIONAL, RECORDS (DEGREE ("d", "") "," HOURS ("p", "public_course", "30")), "d.credited=0+90 2024.credited=30+90 2024.verdict=short 2024.met=no/no/yes", NULL },
  { "twice", BOTH, RECORDS (DEGREE ("d", "") "," DEGREE ("e", "")), "d.credited=45+90 e.credited=0+0 e.outcome=deemed 2024.credited=45+90", NULL },
  { "another year stays as it is", BOTH, RECORDS (DEGREE ("d", "") ", {'id': 't', 'activity': 'training', 'start': '2023-09-10', 'facts': {'stated_hours': 20}}"),
    "2023.credited=0+20 2024.credited=45+90", NULL },
  { "hours of a fact", PACK ("{'deemed': {'public': 'public_hours', 'professional': 'professional_hours'}}"),
    RECORDS (DEGREE ("d", ", 'facts': {'public_hours': 20, 'professional_hours': 60}") "," HOURS ("t", "training", "25")), "d.credited=20+35 2024.credited=20+60", NULL },
  { "hours of a fact not stated", PACK ("{'deemed': {'public': 'public_hours', 'professional': 'professional_hours'}}"),
    RECORDS (DEGREE ("d", ", 'facts': {'professional_hours': 60}")), "d.outcome=pending d.missing=public_hours d.credited=0+0 d.pending=0+60 2024.credited=0+0", NULL },
  { "lower and higher floor", PACK ("{'deemed': {'professional': 'professional_hours'}}"),
    RECORDS (DEGREE ("d", ", 'facts': {'professional_hours': 60}") "," DEGREE ("e", ", 'facts': {'professional_hours': 90}")), "d.credited=0+60 e.credited=0+30 2024.credited=0+90", NULL },
  { "higher and lower floor", PACK ("{'deemed': {'professional': 'professional_hours'}}"),
    RECORDS (DEGREE ("d", ", 'facts': {'professional_hours': 90}") "," DEGREE ("e", ", 'facts': {'professional_hours': 60}")), "d.credited=0+90 e.credited=0+0 2024.credited=0+90", NULL },

  /* What does not count yet says what it would add to what does. */
  { "planned", BOTH, RECORDS (DEGREE ("d", ", 'status': 'planned'") "," HOURS ("t", "training", "20")),
    "d.outcome=planned d.planned=45+70 d.credited=0+0 2024.credited=0+20 2024.planned=45+70", NULL },
  { "planned beside one that counts", BOTH, RECORDS (DEGREE ("d", ", 'status': 'planned'") "," DEGREE ("e", "")), "d.planned=0+0 e.credited=45+90", NULL },
  { "in the future", BOTH, RECORDS (DEGREE ("d", "")), "d.outcome=planned d.planned=45+90 2024.credited=0+0 +W-FUTURE@d -I-DEEMED", "2024-06-29" },
  { "pending after what counts", "'blocks': [{'id': 'd', 'activities': ['degree_award'], 'rules': [{'id': 'd', 'clause': 'C1', 'require': [{'if': {'fact': 'filed', 'is': true}, 'else': 'excluded', 'code': 'W-UNFILED'}],"
                                 " 'credit': {'deemed': {'professional': 90}}}]},"
                                 "{'id': 't', 'activities': ['training'], 'subject': 'professional', 'rules': [{'id': 't', 'clause': 'C2', 'credit': {'stated': 'stated_hours'}}]}]",
    RECORDS (DEGREE ("d", "") "," HOURS ("t", "training", "20")), "d.outcome=pending d.pending=0+70 2024.pending=0+70 2024.credited=0+20", NULL },
  { "pending and planned", "'blocks': [{'id': 'd', 'activities': ['degree_award'], 'rules': [{'id': 'd', 'clause': 'C1', 'require': [{'if': {'fact': 'filed', 'is': true}, 'else': 'excluded', 'code': 'W-UNFILED'}],"
                           " 'credit': {'deemed': {'professional': 90}}}]},"
                           "{'id': 't', 'activities': ['training'], 'subject': 'professional', 'rules': [{'id': 't', 'clause': 'C2', 'credit': {'stated': 'stated_hours'}}]}]",
    RECORDS (DEGREE ("e", ", 'status': 'planned', 'facts': {'filed': true}") "," DEGREE ("d", "") "," HOURS ("t", "training", "20")), "d.pending=0+70 e.planned=0+0 2024.planned=0+0", NULL },
  { "pending, refused after all", "'blocks': [{'id': 'd', 'activities': ['degree_award'], 'rules': [{'id': 'd', 'clause': 'C1', 'require': [{'if': {'fact': 'filed', 'is': true}, 'else': 'excluded', 'code': 'W-UNFILED'}],"
                                  " 'credit': {'deemed': {'professional': 90}}}]}]",
    RECORDS (DEGREE ("d", ", 'facts': {'filed': false}")), "d.outcome=excluded 2024.credited=0+0 d.credited=0+0", NULL },

  /* Other ways to the hours come before. */
  { "where no hours are stated", EITHER ("{'stated': 'professional_hours'}, {'deemed': {'professional': 90}}"), RECORDS (DEGREE ("d", "")), "d.outcome=deemed d.credited=0+90", NULL },
  { "where hours are stated", EITHER ("{'stated': 'professional_hours'}, {'deemed': {'professional': 90}}"), RECORDS (DEGREE ("d", ", 'facts': {'professional_hours': 12}")),
    "d.outcome=credited d.credited=0+12", NULL },
  { "a floor that is not known gives way", EITHER ("{'deemed': {'professional': 'professional_hours'}}, {'stated': 'stated_hours'}"),
    RECORDS (DEGREE ("d", ", 'facts': {'stated_hours': 12}")), "d.outcome=credited d.credited=0+12 d.missing=none 2024.credited=0+12", NULL },

  /* Evidence and verification are of the floor, not of what it fills up. */
  { "evidenced by itself", BOTH, RECORDS (DEGREE ("d", ", 'evidence': [{'document': 'diploma'}]") "," HOURS ("t", "training", "20")), "2024.evidenced=45+90 d.evidenced=45+70 t.evidenced=0+0", NULL },
  { "evidence of the others", BOTH,
    RECORDS (DEGREE ("d", "") ", {'id': 't', 'activity': 'training', 'start': '2024-09-10', 'facts': {'stated_hours': 20}, 'evidence': [{'document': 'notice'}]}"),
    "2024.evidenced=0+20 d.evidenced=0+0 +W-EVIDENCE-MISSING@d", NULL },
  { "verified by itself", BOTH, RECORDS (DEGREE ("d", ", 'status': 'verified'") "," HOURS ("t", "training", "20")), "2024.verified=45+90", NULL },
  { "verified with hours", BOTH, RECORDS (DEGREE ("d", ", 'status': 'verified', 'verified_hours': {'public': 45, 'professional': 90}") "," HOURS ("t", "training", "20")),
    "2024.verified=45+90 -W-VERIFIED-MORE -W-VERIFIED-LESS", NULL },

  /* One subject filled up, the other counted. */
  { "one subject only", "'blocks': [{'id': 'd', 'activities': ['degree_award'], 'rules': [{'id': 'd', 'clause': 'C1', 'credits': {'public': {'deemed': {'public': 30}}, 'professional': {'fixed': 60}}}]},"
                        "{'id': 'p', 'activities': ['public_course'], 'subject': 'public', 'rules': [{'id': 'p', 'clause': 'C3', 'credit': {'stated': 'stated_hours'}}]}]",
    RECORDS (DEGREE ("d", "") "," HOURS ("p", "public_course", "10")), "d.outcome=deemed d.credited=20+60 d.raw=20+60 2024.credited=30+60", NULL },
  { "one subject only, capped", "'caps': [{'id': 'k', 'clause': 'C7', 'stage': 'activity', 'hours': 40}], 'blocks': [{'id': 'd', 'activities': ['degree_award'], 'caps': ['k'], 'rules': ["
                                "{'id': 'd', 'clause': 'C1', 'credits': {'public': {'deemed': {'public': 30}}, 'professional': {'fixed': 60}}}]}]",
    RECORDS (DEGREE ("d", "")), "d.credited=30+40 d.lost=0+20 2024.credited=30+40", NULL },

  /* Caps do not look at it. */
  { "not capped", "'caps': [{'id': 'k', 'clause': 'C7', 'stage': 'activity', 'hours': 30}], 'blocks': [{'id': 'd', 'activities': ['degree_award'], 'caps': ['k'], 'rules': ["
                  "{'id': 'd', 'clause': 'C1', 'credit': {'deemed': {'professional': 90}}}]}]",
    RECORDS (DEGREE ("d", "")), "d.credited=0+90", NULL },

  /* A closed year of the post counts at an application only. */
  { "years of the post", "'blocks': [{'id': 'd', 'activities': ['award'], 'rules': [{'id': 'd', 'clause': 'C1', 'year': 'post', 'credit': {'deemed': {'professional': 90}}}]},"
                         "{'id': 't', 'activities': ['training'], 'subject': 'professional', 'rules': [{'id': 't', 'clause': 'C2', 'credit': {'stated': 'stated_hours'}}]}]",
    "'profile': {'post_from': '2022-05-01'}, 'records': [{'id': 'd', 'activity': 'award', 'start': '2023-05-01'},"
    "{'id': 't', 'activity': 'training', 'start': '2022-09-10', 'facts': {'stated_hours': 20}}]",
    "2022.credited=0+20 2022.at_application=0+90 2023.credited=0+90 2023.at_application=0+90 2024.credited=0+90 d@2022.credited=0+70 2022.evidenced=0+0", "2024-06-30" },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  trial_add ("/rules/deemed", trials, G_N_ELEMENTS (trials));

  return g_test_run ();
}
