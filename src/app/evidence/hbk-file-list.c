/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/evidence/hbk-file-list.h"

#include <string.h>

/**
 * HbkFileList:
 *
 * The files of a state that are wanted, as a list model. Items are made when they are asked for, and stay the same from state to state, so that
 * nothing flickers and what was selected stays selected.
 */
struct _HbkFileList
{
  GObject parent_instance;

  HbkState     *state;
  int           year; /* 0 for all */
  GHashTable   *faults;
  HbkFileFilter filter;
  char         *document;
  char        **words; /* what is searched for */
  GPtrArray    *shown; /* const HbkEvidenceFile, of the state */
  GHashTable   *items; /* by checksum: those that were asked for */
  GHashTable   *keys;  /* by checksum: what can be searched in a file of the state */
  guint         counts[HBK_FILE_N_FILTERS];
  guint         n_selected;
};

enum {
  PROP_N_SELECTED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void hbk_file_list_init_model (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HbkFileList, hbk_file_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, hbk_file_list_init_model))

/* ---- Which ---- */

/* What stands in no year, because it proves nothing yet, may belong to any. */
static gboolean
is_in_year (HbkFileList *self, GPtrArray *records)
{
  if (self->year == 0 || records == NULL || records->len == 0)
    return TRUE;

  for (guint i = 0; i < records->len; i++)
    {
      HbkRecord *record = g_ptr_array_index (records, i);
      HbkPeriod  part;

      if (hbk_period_in_year (hbk_record_get_period (record), self->year, &part))
        return TRUE;
      for (guint j = 0; j < hbk_state_get_n_record_years (self->state, hbk_record_get_id (record)); j++)
        {
          if (hbk_state_get_record_year (self->state, hbk_record_get_id (record), j)->year->year == self->year)
            return TRUE;
        }
    }

  return FALSE;
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

static const char *
get_key (HbkFileList *self, const HbkEvidenceFile *file, GPtrArray *records)
{
  char *key = g_hash_table_lookup (self->keys, file->sha256);
  g_autoptr (GString) text = NULL;
  g_autofree char *serial = NULL;

  if (key != NULL)
    return key;

  serial = hbk_evidence_file_dup_serial (file);
  text = g_string_new (serial);
  g_string_append_printf (text, "\n%s", file->name);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const char *title = hbk_record_get_title (g_ptr_array_index (records, i));

      g_string_append_printf (text, "\n%s", title != NULL ? title : "");
    }
  key = fold (text->str);
  g_hash_table_insert (self->keys, file->sha256, key);

  return key;
}

static gboolean
is_found (HbkFileList *self, const HbkEvidenceFile *file, GPtrArray *records)
{
  const char *key;

  if (self->words == NULL || self->words[0] == NULL)
    return TRUE;

  key = get_key (self, file, records);
  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (strstr (key, self->words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
choose_files (HbkFileList *self)
{
  GPtrArray *shown = g_ptr_array_new ();

  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; self->state != NULL && i < self->state->files->len; i++)
    {
      const HbkEvidenceFile *file = g_ptr_array_index (self->state->files, i);
      GPtrArray             *records = hbk_state_get_records_of_file (self->state, file->sha256);
      gboolean               is_loose = records == NULL || records->len == 0;
      gboolean               has_problem;

      if (!is_in_year (self, records))
        continue;
      has_problem = hbk_file_has_problem (file, hbk_file_list_get_fault (self, file->sha256));
      self->counts[HBK_FILE_FILTER_ALL]++;
      self->counts[HBK_FILE_FILTER_LOOSE] += is_loose;
      self->counts[HBK_FILE_FILTER_PROBLEM] += has_problem;
      if ((self->filter == HBK_FILE_FILTER_LOOSE && !is_loose) || (self->filter == HBK_FILE_FILTER_PROBLEM && !has_problem))
        continue;
      if ((self->document == NULL || g_strcmp0 (self->document, file->document) == 0) && is_found (self, file, records))
        g_ptr_array_add (shown, (gpointer) file);
    }

  return shown;
}

static gboolean
is_same (GPtrArray *before, guint i, GPtrArray *after, guint j)
{
  const HbkEvidenceFile *a = g_ptr_array_index (before, i), *b = g_ptr_array_index (after, j);

  return a == b || g_str_equal (a->sha256, b->sha256);
}

/* Tells only of what is different. The files of the old state must still be there. */
static void
show (HbkFileList *self, GPtrArray *shown)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  guint start = 0, end = 0;

  self->shown = shown;
  while (start < before->len && start < shown->len && is_same (before, start, shown, start))
    start++;
  while (end < before->len - start && end < shown->len - start && is_same (before, before->len - 1 - end, shown, shown->len - 1 - end))
    end++;
  if (before->len != shown->len || start + end < shown->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, shown->len - start - end);
}

static void
refilter (HbkFileList *self)
{
  show (self, choose_files (self));
}

/* ---- Items ---- */

static void
selected_cb (HbkFileList *self, GParamSpec *pspec, HbkFileItem *item)
{
  self->n_selected += hbk_file_item_get_selected (item) ? 1 : (guint) -1;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

static HbkFileItem *
get_item (HbkFileList *self, const HbkEvidenceFile *file)
{
  HbkFileItem *item = g_hash_table_lookup (self->items, file->sha256);

  if (item != NULL)
    return item;

  item = hbk_file_item_new (file->sha256);
  hbk_file_item_update (item, self->state, hbk_file_list_get_fault (self, file->sha256));
  g_signal_connect_object (item, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->items, g_strdup (file->sha256), item);

  return item;
}

/* A file that is gone is no longer selected either. */
static void
update_items (HbkFileList *self)
{
  GHashTableIter iter;
  gpointer       sha256, item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &sha256, &item))
    {
      if (hbk_state_lookup_file (self->state, sha256) != NULL)
        hbk_file_item_update (item, self->state, hbk_file_list_get_fault (self, sha256));
      else
        {
          hbk_file_item_set_selected (item, FALSE);
          g_hash_table_iter_remove (&iter);
        }
    }
}

static GType
hbk_file_list_get_item_type (GListModel *model)
{
  return HBK_TYPE_FILE_ITEM;
}

static guint
hbk_file_list_get_n_items (GListModel *model)
{
  return HBK_FILE_LIST (model)->shown->len;
}

static gpointer
hbk_file_list_get_item (GListModel *model, guint position)
{
  HbkFileList *self = HBK_FILE_LIST (model);

  return position < self->shown->len ? g_object_ref (get_item (self, g_ptr_array_index (self->shown, position))) : NULL;
}

static void
hbk_file_list_init_model (GListModelInterface *interface)
{
  interface->get_item_type = hbk_file_list_get_item_type;
  interface->get_n_items = hbk_file_list_get_n_items;
  interface->get_item = hbk_file_list_get_item;
}

static void
hbk_file_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_SELECTED:
      g_value_set_uint (value, HBK_FILE_LIST (object)->n_selected);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_file_list_finalize (GObject *object)
{
  HbkFileList *self = HBK_FILE_LIST (object);

  g_ptr_array_unref (self->shown);
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->keys);
  g_clear_pointer (&self->faults, g_hash_table_unref);
  g_clear_pointer (&self->state, hbk_state_unref);
  g_strfreev (self->words);
  g_free (self->document);

  G_OBJECT_CLASS (hbk_file_list_parent_class)->finalize (object);
}

static void
hbk_file_list_class_init (HbkFileListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hbk_file_list_finalize;
  object_class->get_property = hbk_file_list_get_property;

  properties[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hbk_file_list_init (HbkFileList *self)
{
  self->shown = g_ptr_array_new ();
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

/**
 * hbk_file_list_new:
 *
 * Makes an empty list.
 *
 * Returns: (transfer full): the list
 */
HbkFileList *
hbk_file_list_new (void)
{
  return g_object_new (HBK_TYPE_FILE_LIST, NULL);
}

/**
 * hbk_file_list_set_state:
 * @self: a list
 * @state: where the files are
 * @year: the year that their records are of, together with what proves no record yet; 0 for all
 *
 * Shows the files of another state.
 */
void
hbk_file_list_set_state (HbkFileList *self, HbkState *state, int year)
{
  g_autoptr (HbkState) before = NULL;

  g_return_if_fail (HBK_IS_FILE_LIST (self) && state != NULL);

  before = g_steal_pointer (&self->state);
  self->state = hbk_state_ref (state);
  self->year = year;
  g_hash_table_remove_all (self->keys);
  update_items (self);
  refilter (self);
}

/**
 * hbk_file_list_set_faults:
 * @self: a list
 * @faults: (element-type utf8 HbkFileFault): what is wrong with files on the disk, by checksum
 *
 * Takes down how the files are.
 */
void
hbk_file_list_set_faults (HbkFileList *self, GHashTable *faults)
{
  g_return_if_fail (HBK_IS_FILE_LIST (self) && faults != NULL);

  g_hash_table_ref (faults);
  g_clear_pointer (&self->faults, g_hash_table_unref);
  self->faults = faults;
  if (self->state == NULL)
    return;
  update_items (self);
  refilter (self);
}

/**
 * hbk_file_list_get_fault:
 * @self: a list
 * @sha256: the checksum of a file
 *
 * Says what was found wrong with a file.
 *
 * Returns: the fault
 */
HbkFileFault
hbk_file_list_get_fault (HbkFileList *self, const char *sha256)
{
  g_return_val_if_fail (HBK_IS_FILE_LIST (self), HBK_FILE_SOUND);

  return self->faults != NULL ? (HbkFileFault) GPOINTER_TO_INT (g_hash_table_lookup (self->faults, sha256)) : HBK_FILE_SOUND;
}

/**
 * hbk_file_list_set_filter:
 * @self: a list
 * @filter: which files to show
 *
 * Shows some of the files.
 */
void
hbk_file_list_set_filter (HbkFileList *self, HbkFileFilter filter)
{
  g_return_if_fail (HBK_IS_FILE_LIST (self));

  self->filter = filter;
  refilter (self);
}

/**
 * hbk_file_list_set_document:
 * @self: a list
 * @document: (nullable): the id of a document type; %NULL for all
 *
 * Shows the files of one type.
 */
void
hbk_file_list_set_document (HbkFileList *self, const char *document)
{
  g_return_if_fail (HBK_IS_FILE_LIST (self));

  g_set_str (&self->document, document);
  refilter (self);
}

/**
 * hbk_file_list_set_search:
 * @self: a list
 * @search: words of a name, of the title of a record, or a serial number
 *
 * Shows the files that have all words.
 */
void
hbk_file_list_set_search (HbkFileList *self, const char *search)
{
  g_autofree char *folded = NULL;
  guint            n = 0;

  g_return_if_fail (HBK_IS_FILE_LIST (self) && search != NULL);

  folded = fold (search);
  g_strfreev (self->words);
  self->words = g_strsplit_set (folded, " \t\n", -1);
  /* Without the empty ones. */
  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (*self->words[i] != '\0')
        self->words[n++] = self->words[i];
      else
        g_free (self->words[i]);
    }
  self->words[n] = NULL;
  refilter (self);
}

/**
 * hbk_file_list_get_count:
 * @self: a list
 * @filter: a filter
 *
 * Counts the files of the year that a filter would show.
 *
 * Returns: how many
 */
guint
hbk_file_list_get_count (HbkFileList *self, HbkFileFilter filter)
{
  g_return_val_if_fail (HBK_IS_FILE_LIST (self) && filter < HBK_FILE_N_FILTERS, 0);

  return self->counts[filter];
}

/**
 * hbk_file_list_select:
 * @self: a list
 * @sha256: the checksum of a file
 *
 * Selects a file, beside those that are selected.
 */
void
hbk_file_list_select (HbkFileList *self, const char *sha256)
{
  const HbkEvidenceFile *file;

  g_return_if_fail (HBK_IS_FILE_LIST (self) && sha256 != NULL);

  file = self->state != NULL ? hbk_state_lookup_file (self->state, sha256) : NULL;
  if (file != NULL)
    hbk_file_item_set_selected (get_item (self, file), TRUE);
}

/**
 * hbk_file_list_select_all:
 * @self: a list
 *
 * Selects all that is shown.
 */
void
hbk_file_list_select_all (HbkFileList *self)
{
  g_return_if_fail (HBK_IS_FILE_LIST (self));

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < self->shown->len; i++)
    hbk_file_item_set_selected (get_item (self, g_ptr_array_index (self->shown, i)), TRUE);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * hbk_file_list_select_none:
 * @self: a list
 *
 * Selects nothing.
 */
void
hbk_file_list_select_none (HbkFileList *self)
{
  GHashTableIter iter;
  gpointer       item;

  g_return_if_fail (HBK_IS_FILE_LIST (self));

  g_object_freeze_notify (G_OBJECT (self));
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    hbk_file_item_set_selected (item, FALSE);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * hbk_file_list_get_n_selected:
 * @self: a list
 *
 * Counts what is selected.
 *
 * Returns: how many files
 */
guint
hbk_file_list_get_n_selected (HbkFileList *self)
{
  g_return_val_if_fail (HBK_IS_FILE_LIST (self), 0);

  return self->n_selected;
}

/**
 * hbk_file_list_dup_selected:
 * @self: a list
 *
 * Lists what is selected, in the order of the state.
 *
 * Returns: (transfer full) (array zero-terminated=1): the checksums
 */
char **
hbk_file_list_dup_selected (HbkFileList *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (HBK_IS_FILE_LIST (self), NULL);

  for (guint i = 0; self->state != NULL && i < self->state->files->len; i++)
    {
      const HbkEvidenceFile *file = g_ptr_array_index (self->state->files, i);
      HbkFileItem           *item = g_hash_table_lookup (self->items, file->sha256);

      if (item != NULL && hbk_file_item_get_selected (item))
        g_strv_builder_add (builder, file->sha256);
    }

  return g_strv_builder_end (builder);
}
