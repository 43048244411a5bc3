/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/evidence/hbk-file-item.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-palette.h"
#include "words/hbk-file-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"

/**
 * HbkFileItem:
 *
 * A file as a cell shows it: in words, made anew from each state.
 */
struct _HbkFileItem
{
  GObject parent_instance;

  char    *sha256;
  char    *name;
  char    *place;
  char    *tooltip;
  char    *icon_name;
  HbkTone  tone; /* of its state */
  gboolean is_selected;
};

enum {
  PROP_SHA256 = 1,
  PROP_NAME,
  PROP_PLACE,
  PROP_TOOLTIP,
  PROP_ICON_NAME,
  PROP_ICON_CLASSES,
  PROP_PLACE_CLASSES,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkFileItem, hbk_file_item, G_TYPE_OBJECT)

/* What keeps a file from proving anything. */
static const char *const problem_marks[] = { "damaged", "encrypted", "launch", "unexamined", NULL };

static const char *
find_problem_mark (const HbkEvidenceFile *file)
{
  for (guint i = 0; file->marks != NULL && file->marks[i] != NULL; i++)
    {
      if (g_strv_contains (problem_marks, file->marks[i]))
        return file->marks[i];
    }

  return NULL;
}

static gboolean
is_verified (GPtrArray *records)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      if (hbk_record_get_status (g_ptr_array_index (records, i)) != HBK_STATUS_VERIFIED)
        return FALSE;
    }

  return records != NULL && records->len > 0;
}

static char *
name_records (GPtrArray *records)
{
  const char *title;

  if (records == NULL || records->len == 0)
    return g_strdup (_("not assigned yet"));

  title = hbk_record_get_title (g_ptr_array_index (records, 0));
  if (records->len == 1)
    return g_strdup (title);

  /* Translators: the title of a record, and how many others there are */
  return g_strdup_printf (ngettext ("%1$s and %2$u other", "%1$s and %2$u others", records->len - 1), title, records->len - 1);
}

static char *
make_tooltip (const HbkEvidenceFile *file, HbkState *state, const char *problem)
{
  g_autofree char *serial = hbk_evidence_file_dup_serial (file);
  const char      *document = file->document != NULL ? hbk_value_words_document (state->vocabulary, file->document, hbk_locale_get_language ()) : NULL;

  return g_strconcat (serial, " · ", file->name, document != NULL ? "\n" : "", document != NULL ? document : "", problem != NULL ? "\n" : "", problem != NULL ? problem : "", NULL);
}

static void
set_text (HbkFileItem *self, char **place, const char *text, guint property)
{
  if (g_set_str (place, text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_state (HbkFileItem *self, const char *icon_name, HbkTone tone)
{
  set_text (self, &self->icon_name, icon_name, PROP_ICON_NAME);
  if (self->tone == tone)
    return;
  self->tone = tone;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ICON_CLASSES]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE_CLASSES]);
}

static char **
list_classes (HbkTone tone, const char *other)
{
  const char *const classes[] = { tone == HBK_TONE_NEUTRAL ? "dimmed" : hbk_tone_get_css_class (tone), other, NULL };

  return g_strdupv ((char **) classes);
}

static void
hbk_file_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkFileItem *self = HBK_FILE_ITEM (object);

  switch (prop_id)
    {
    case PROP_SHA256:
      g_value_set_string (value, self->sha256);
      break;

    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;

    case PROP_TOOLTIP:
      g_value_set_string (value, self->tooltip);
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;

    case PROP_ICON_CLASSES:
      g_value_take_boxed (value, list_classes (self->tone, NULL));
      break;

    case PROP_PLACE_CLASSES:
      g_value_take_boxed (value, list_classes (self->tone == HBK_TONE_CAUTION ? self->tone : HBK_TONE_NEUTRAL, "hbk-second"));
      break;

    case PROP_SELECTED:
      g_value_set_boolean (value, self->is_selected);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_file_item_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTED:
      hbk_file_item_set_selected (HBK_FILE_ITEM (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_file_item_finalize (GObject *object)
{
  HbkFileItem *self = HBK_FILE_ITEM (object);

  g_free (self->sha256);
  g_free (self->name);
  g_free (self->place);
  g_free (self->tooltip);
  g_free (self->icon_name);

  G_OBJECT_CLASS (hbk_file_item_parent_class)->finalize (object);
}

static void
hbk_file_item_class_init (HbkFileItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hbk_file_item_finalize;
  object_class->get_property = hbk_file_item_get_property;
  object_class->set_property = hbk_file_item_set_property;

  properties[PROP_SHA256] = g_param_spec_string ("sha256", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* The records that it proves, or what is wrong with it. */
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOOLTIP] = g_param_spec_string ("tooltip", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_CLASSES] = g_param_spec_boxed ("icon-classes", NULL, NULL, G_TYPE_STRV, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACE_CLASSES] = g_param_spec_boxed ("place-classes", NULL, NULL, G_TYPE_STRV, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] = g_param_spec_boolean ("selected", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hbk_file_item_init (HbkFileItem *self)
{
}

/**
 * hbk_file_item_new:
 * @sha256: the checksum of a file
 *
 * Makes an item with no words yet.
 *
 * Returns: (transfer full): the item
 */
HbkFileItem *
hbk_file_item_new (const char *sha256)
{
  HbkFileItem *self = g_object_new (HBK_TYPE_FILE_ITEM, NULL);

  self->sha256 = g_strdup (sha256);

  return self;
}

/**
 * hbk_file_item_update:
 * @self: an item
 * @state: the state that has the file
 * @fault: what is wrong with it on the disk
 *
 * Takes the words from a state.
 */
void
hbk_file_item_update (HbkFileItem *self, HbkState *state, HbkFileFault fault)
{
  const HbkEvidenceFile *file = hbk_state_lookup_file (state, self->sha256);
  GPtrArray             *records;
  const char            *mark, *problem;
  g_autofree char       *place = NULL;
  g_autofree char       *tooltip = NULL;

  if (file == NULL)
    return;

  records = hbk_state_get_records_of_file (state, self->sha256);
  mark = find_problem_mark (file);
  problem = fault != HBK_FILE_SOUND ? hbk_file_fault_words (fault) : mark != NULL ? hbk_words_mark (mark)
                                                                                  : NULL;
  place = problem != NULL ? g_strdup (problem) : name_records (records);
  tooltip = make_tooltip (file, state, problem);

  g_object_freeze_notify (G_OBJECT (self));
  set_text (self, &self->name, file->name, PROP_NAME);
  set_text (self, &self->place, place, PROP_PLACE);
  set_text (self, &self->tooltip, tooltip, PROP_TOOLTIP);
  if (problem != NULL)
    set_state (self, "dialog-warning-symbolic", HBK_TONE_CAUTION);
  else if (is_verified (records))
    set_state (self, "hbk-shield-symbolic", HBK_TONE_GOOD);
  else
    set_state (self, records != NULL && records->len > 0 ? "hbk-check-circle-symbolic" : "hbk-empty-circle-symbolic", HBK_TONE_NEUTRAL);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * hbk_file_item_get_sha256:
 * @self: an item
 *
 * Gets the checksum of the file.
 *
 * Returns: the checksum
 */
const char *
hbk_file_item_get_sha256 (HbkFileItem *self)
{
  g_return_val_if_fail (HBK_IS_FILE_ITEM (self), NULL);

  return self->sha256;
}

/**
 * hbk_file_item_get_selected:
 * @self: an item
 *
 * Says whether the person has selected it.
 *
 * Returns: %TRUE when it is selected
 */
gboolean
hbk_file_item_get_selected (HbkFileItem *self)
{
  g_return_val_if_fail (HBK_IS_FILE_ITEM (self), FALSE);

  return self->is_selected;
}

/**
 * hbk_file_item_set_selected:
 * @self: an item
 * @selected: whether it is selected
 *
 * Selects it, or not.
 */
void
hbk_file_item_set_selected (HbkFileItem *self, gboolean selected)
{
  g_return_if_fail (HBK_IS_FILE_ITEM (self));

  if (self->is_selected == selected)
    return;
  self->is_selected = selected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * hbk_file_fault_words:
 * @fault: what is wrong with a file on the disk
 *
 * Says it.
 *
 * Returns: the words
 */
const char *
hbk_file_fault_words (HbkFileFault fault)
{
  switch (fault)
    {
    case HBK_FILE_MISSING:
      return _("missing on the disk");
    case HBK_FILE_CHANGED:
      return _("not as it was taken in");
    case HBK_FILE_UNREADABLE:
      return _("the disk does not give it");
    case HBK_FILE_SOUND:
    default:
      return _("as it was taken in");
    }
}

/**
 * hbk_file_has_problem:
 * @file: a file
 * @fault: what is wrong with it on the disk
 *
 * Says whether a person should look at a file before relying on it.
 *
 * Returns: %TRUE when there is a problem
 */
gboolean
hbk_file_has_problem (const HbkEvidenceFile *file, HbkFileFault fault)
{
  return fault != HBK_FILE_SOUND || find_problem_mark (file) != NULL;
}
