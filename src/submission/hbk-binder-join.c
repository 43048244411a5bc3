/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-binder-private.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "records/hbk-record.h"
#include "submission/hbk-binder-drawing.h"
#include "submission/hbk-page-text.h"

#define HEADING "证明材料汇编"
#define CONTENTS "目录"

/* Where the parts come to lie, found out before they are joined. */
typedef struct
{
  HbkBinder    *binder;
  HbkBinderPart contents;
  HbkBinderPart stamps;
  GArray       *links;
  guint         n_pages;
} Join;

/* ---- What is added to the parts ---- */

static void
count_pages (Join *join)
{
  guint page = hbk_binder_contents_get_n_pages (join->binder->contents);

  for (guint i = 0; i < join->binder->items->len; i++)
    {
      const HbkBinderItem *item = &g_array_index (join->binder->items, HbkBinderItem, i);

      item->line->page = item->n_parts > 0 ? page : HBK_BINDER_NO_PAGE;
      for (guint k = 0; k < item->n_parts; k++)
        page += item->parts[k].n_pages;
    }

  join->n_pages = page;
}

static void
add_labels (GStrvBuilder *labels, const char *name, guint *page, guint n, guint n_pages)
{
  for (guint i = 0; i < n; i++)
    g_strv_builder_take (labels, g_strdup_printf ("%s 第%u页 共%u页", name, ++*page, n_pages));
}

static GStrv
make_labels (const Join *join)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  guint page = 0;

  add_labels (labels, CONTENTS, &page, hbk_binder_contents_get_n_pages (join->binder->contents), join->n_pages);
  for (guint i = 0; i < join->binder->items->len; i++)
    {
      const HbkBinderItem *item = &g_array_index (join->binder->items, HbkBinderItem, i);

      for (guint k = 0; k < item->n_parts; k++)
        add_labels (labels, item->file->number, &page, item->parts[k].n_pages, join->n_pages);
    }

  return g_strv_builder_end (labels);
}

static gboolean
draw_own (Join *join, GError **error)
{
  g_autoptr (GBytes) contents = hbk_binder_contents_draw (join->binder->contents, join->links, error);
  g_autoptr (GBytes) stamps = NULL;
  g_auto (GStrv) labels = NULL;

  if (contents == NULL || !hbk_binder_put (join->binder, contents, &join->contents, error))
    return FALSE;

  labels = make_labels (join);
  stamps = hbk_binder_drawing_stamps ((const char *const *) labels, error);
  join->contents.n_pages = hbk_binder_contents_get_n_pages (join->binder->contents);
  if (stamps == NULL || !hbk_binder_put (join->binder, stamps, &join->stamps, error))
    return FALSE;

  join->stamps.n_pages = join->n_pages;

  return TRUE;
}

/* ---- The plan ---- */

static void
append_part (GString *plan, const char *key, const HbkBinderPart *part)
{
  g_string_append_printf (plan, "%s=%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %u\n", key, part->offset, part->length, part->n_pages);
}

static void
append_bookmark (GString *plan, guint level, guint page, const char *title)
{
  g_autofree char *clean = hbk_page_text_dup_clean (title);

  g_string_append_printf (plan, "bookmark=%u %u %s\n", level, page, clean);
}

/* One for each record that has files, and below it one for each of these. */
static void
append_bookmarks (GString *plan, const Join *join)
{
  const HbkSubmissionEntry *entry = NULL;

  append_bookmark (plan, 0, 0, CONTENTS);
  for (guint i = 0; i < join->binder->items->len; i++)
    {
      const HbkBinderItem *item = &g_array_index (join->binder->items, HbkBinderItem, i);
      g_autofree char     *record = g_strdup_printf ("%02u %s", item->entry->number, item->line->record);
      g_autofree char     *file = g_strdup_printf ("%s %s", item->line->number, item->line->title);

      if (item->n_parts == 0)
        continue;
      if (item->entry != entry)
        append_bookmark (plan, 0, item->line->page, record);
      entry = item->entry;
      append_bookmark (plan, 1, item->line->page, file);
    }
}

static GString *
make_plan (const Join *join)
{
  const char      *name = hbk_profile_get_name (join->binder->submission->profile);
  g_autofree char *title = name != NULL ? g_strdup_printf ("%s：%s", HEADING, name) : g_strdup (HEADING);
  g_autofree char *clean = hbk_page_text_dup_clean (title);
  GString         *plan = g_string_new ("hourbook-plan 1\n");

  g_string_append_printf (plan, "title=%s\n", clean);
  append_part (plan, "stamps", &join->stamps);
  append_part (plan, "part", &join->contents);
  for (guint i = 0; i < join->binder->items->len; i++)
    {
      const HbkBinderItem *item = &g_array_index (join->binder->items, HbkBinderItem, i);

      for (guint k = 0; k < item->n_parts; k++)
        append_part (plan, "part", &item->parts[k]);
    }
  for (guint i = 0; i < join->links->len; i++)
    {
      const HbkBinderLink *link = &g_array_index (join->links, HbkBinderLink, i);

      g_string_append_printf (plan, "link=%u %u %u %u %u %u\n", link->page, link->target, link->x0, link->y0, link->x1, link->y1);
    }
  append_bookmarks (plan, join);
  g_string_append (plan, "end\n");

  return plan;
}

/* ---- Joining ---- */

static void
written_cb (guint64 n_bytes, gpointer user_data)
{
  HbkBinder *self = user_data;
  double     share = self->spool_size > 0 ? MIN ((double) n_bytes / (double) self->spool_size, 1) : 1;

  if (self->progress != NULL)
    self->progress (self->done + (guint64) (share * (double) (self->total - self->done)), self->total, self->user_data);
}

static void
set_join_error (GError **error)
{
  g_set_error_literal (error, HBK_ERROR, HBK_ERROR_IO, _("The evidence could not be put into one PDF. Remove very large files from the year, or make the package without the binder."));
}

/* The item whose part it is; the first part are the contents. */
static HbkBinderItem *
find_item (HbkBinder *self, guint part)
{
  for (guint i = 0; part > 0 && i < self->items->len; i++)
    {
      HbkBinderItem *item = &g_array_index (self->items, HbkBinderItem, i);

      if (part <= item->n_parts)
        return item;

      part -= item->n_parts;
    }

  return NULL;
}

static gboolean
join_once (HbkBinder *self, int out_fd, HbkBindReply *reply, GError **error)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (HbkBinderLink));
  g_autoptr (GString) plan = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Join          join = { .binder = self, .links = links };
  HbkBinderPart place;
  HbkBindJob    job = {
       .name = "join",
       .in_fd = self->spool,
       .out_fd = out_fd,
       .max_bytes = G_MAXINT64,
       .written = written_cb,
       .user_data = self,
  };

  count_pages (&join);
  if (!draw_own (&join, error))
    return FALSE;

  plan = make_plan (&join);
  bytes = g_bytes_new_static (plan->str, plan->len);
  if (!hbk_binder_put (self, bytes, &place, error))
    return FALSE;

  job.number = place.offset;

  return hbk_bind_helper_run (self->helper, &job, reply, self->cancellable, error);
}

/**
 * hbk_binder_join:
 * @self: a binder with its parts
 * @out_fd: where to write it
 * @error: return location for an error
 *
 * Joins the parts to a PDF, with contents, stamps and bookmarks.
 *
 * A part that cannot be read, as one that a hostile file made its helper write, is replaced by a note, and the rest is joined again.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_binder_join (HbkBinder *self, int out_fd, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (;;)
    {
      HbkBindReply   reply;
      HbkBinderItem *bad;

      if (!join_once (self, out_fd, &reply, error))
        return FALSE;
      if (g_str_equal (reply.problem, "none"))
        return TRUE;

      bad = reply.n_bytes == 0 && g_str_equal (reply.problem, "damaged") ? find_item (self, reply.first) : NULL;
      if (bad == NULL || bad->is_note)
        {
          set_join_error (error);
          return FALSE;
        }
      if (!hbk_binder_set_note (self, bad, "crashed", error))
        return FALSE;
    }
}
