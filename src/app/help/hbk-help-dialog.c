/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/help/hbk-help-dialog.h"

#include "app/widgets/hbk-plain-row.h"

#include <glib/gi18n.h>

/* A question a person has, and the answer. */
typedef struct
{
  const char *question;
  const char *answer;
} Topic;

typedef struct
{
  const char *heading;
  Topic       topics[5];
} Chapter;

static const Chapter chapters[] = {
  { N_ ("The First Day"),
    {
      { N_ ("How do I enter what I have learned?"),
        N_ ("Press + or Ctrl+N, choose the activity, and give the date. Hourbook asks only for what the rules of the region need, and shows at once which hours come of it and why. What you do not know yet stays empty: the record waits as pending.") },
      { N_ ("Where do certificates go?"),
        N_ ("Drop them on a record, or on the Evidence page to file them later. Hourbook keeps a copy of its own and never changes it. Each file has a number such as XS-0042 that you can write on the paper it was made from.") },
      { N_ ("What if I make a mistake?"),
        N_ ("Undo takes back any change, one by one, also after years. What is removed lies in the trash for at least 90 days.") },
    } },
  { N_ ("How Hours Are Counted"),
    {
      { N_ ("What do credited, complete and verified mean?"),
        N_ ("Credited hours count by the notice. Of these, some have all the documents that the notice asks for, and some have been confirmed by the employer or the bureau. Pending hours would count but for something that is missing, and are in no total.") },
      { N_ ("Why is a record worth less than I thought?"),
        N_ ("Open it: every step from what you entered to the credited hours stands there with its clause. What a cap cut is shown too. Earlier records fill a cap first.") },
      { N_ ("What is an unclear clause?"),
        N_ ("Some sentences of a notice can be read in more than one way. Hourbook counts by the cautious reading, shows what the other would give, and says whom to ask. You can choose on the Rules page.") },
    } },
  { N_ ("Handing In"),
    {
      { N_ ("What happens when a year is handed in?"),
        N_ ("The year keeps the rules, the profile and the readings it was handed in with. A later change needs a reason, which stays visible.") },
      { N_ ("What is a submission package?"),
        N_ ("One file for who reviews your hours: the register form to be signed, a summary, all evidence in numbered folders, and what is needed to work out every figure again. Submission Package in the main menu checks first for what it would come back, and leads to what mends it. It is written whole or not at all; nothing is sent anywhere.") },
      { N_ ("Somebody gave me a package. Is it in order?"),
        N_ ("Open it with Import. Hourbook says whether it arrived as it was packed, and whether its own logbook gives its figures. Undamaged does not mean true: that is for the evidence to show. Nothing of it is taken over.") },
      { N_ ("I have moved to another region. What now?"),
        N_ ("Enter the new region in the profile with the day from which it holds. Years before stay under the rules of the old region.") },
    } },
  { N_ ("Keeping It Safe"),
    {
      { N_ ("Where are my data?"),
        N_ ("On this computer only. Nothing is sent anywhere. Preferences shows the folder.") },
      { N_ ("How do I make a backup?"),
        N_ ("Every week Hourbook keeps a copy of the records by itself. Back Up in the main menu writes everything, evidence too, into one file that can be restored on any computer: open it with Import.") },
    } },
};

static GtkWidget *
make_chapter (const Chapter *chapter)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(chapter->heading));
  for (gsize i = 0; i < G_N_ELEMENTS (chapter->topics) && chapter->topics[i].question != NULL; i++)
    {
      GtkWidget *row = hbk_plain_row_new_with (ADW_TYPE_EXPANDER_ROW, _(chapter->topics[i].question), NULL, "title-lines", 0, NULL);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, _(chapter->topics[i].answer), NULL, "title-lines", 0, NULL));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  return group;
}

/**
 * hbk_help_dialog_present:
 * @parent: a widget of the window
 *
 * Shows the answers to what people ask first.
 */
void
hbk_help_dialog_present (GtkWidget *parent)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (chapters); i++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_chapter (&chapters[i])));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _("Help"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 680);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, parent);
}
