/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-entry-set.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-text.h"
#include "submission/hbk-entry-name.h"

#define NAME_CHARS 200

/* A file or folder. As a tree, no name is held more than once, however many lie below it. */
typedef struct
{
  guint    number;
  gboolean is_folder;
  gboolean is_explicit; /* has an entry of its own */
  char    *part;        /* as it is written */
} Node;

struct _HbkEntrySet
{
  GHashTable *nodes; /* number of the folder above, a slash and the folded part → Node */
};

static void
free_node (gpointer data)
{
  Node *node = data;

  g_free (node->part);
  g_free (node);
}

/**
 * hbk_entry_set_new:
 *
 * Begins a set.
 *
 * Returns: (transfer full): the set of no names
 */
HbkEntrySet *
hbk_entry_set_new (void)
{
  HbkEntrySet *self = g_new0 (HbkEntrySet, 1);

  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_node);

  return self;
}

/**
 * hbk_entry_set_free:
 * @self: (transfer full): a set
 *
 * Frees it.
 */
void
hbk_entry_set_free (HbkEntrySet *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->nodes);
  g_free (self);
}

static Node *
ensure_node (HbkEntrySet *self, guint above, const char *part, gboolean is_folder, gboolean *is_new)
{
  g_autofree char *folded = hbk_entry_name_fold (part);
  g_autofree char *key = g_strdup_printf ("%u/%s", above, folded);
  Node            *node = g_hash_table_lookup (self->nodes, key);

  *is_new = node == NULL;
  if (node != NULL)
    return node;

  node = g_new0 (Node, 1);
  node->number = g_hash_table_size (self->nodes) + 1;
  node->is_folder = is_folder;
  node->part = g_strdup (part);
  g_hash_table_insert (self->nodes, g_steal_pointer (&key), node);

  return node;
}

static char *
describe_clash (const Node *node, const char *part, gboolean is_folder)
{
  g_autofree char *other = NULL;

  if (node->is_folder != is_folder)
    return g_strdup (_("A file has the name of a folder."));
  if (g_str_equal (node->part, part))
    return g_strdup (_("It is there twice."));

  other = hbk_text_escape (node->part, -1, NAME_CHARS);
  return g_strdup_printf (_("The name differs from “%s” only by case, or by how its letters are composed."), other);
}

/**
 * hbk_entry_set_add:
 * @self: a set
 * @name: a name that hbk_entry_name_check() has found safe
 * @is_folder: whether it is a folder
 * @code: (out): where to put the kind of the fault
 *
 * Adds a name with the folders above it, unless some system would take it for one that is there.
 *
 * Returns: (transfer full) (nullable): %NULL when it was added, or a sentence in the language of the person
 */
char *
hbk_entry_set_add (HbkEntrySet *self, const char *name, gboolean is_folder, HbkError *code)
{
  g_auto (GStrv) parts = NULL;
  guint above = 0;

  g_return_val_if_fail (self != NULL && name != NULL && code != NULL, NULL);

  *code = HBK_ERROR_DUPLICATE;
  parts = g_strsplit (name, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean is_last = parts[i + 1] == NULL;
      gboolean wants_folder = !is_last || is_folder;
      gboolean is_new;
      Node    *node = ensure_node (self, above, parts[i], wants_folder, &is_new);

      if (node->is_folder != wants_folder || !g_str_equal (node->part, parts[i]) || (is_last && !is_new && (!is_folder || node->is_explicit)))
        return describe_clash (node, parts[i], wants_folder);

      node->is_explicit = node->is_explicit || is_last;
      above = node->number;
    }

  return NULL;
}
