/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-profile.h"

/**
 * HbkProfile:
 *
 * The person whose logbook it is.
 *
 * Everything is kept as one set of attributes, so that packs may ask for more than Hourbook has getters for.
 */
struct _HbkProfile
{
  GObject   parent_instance;
  HbkFacts *attributes;
};

enum {
  PROP_0,
  PROP_ATTRIBUTES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkProfile, hbk_profile, G_TYPE_OBJECT)

static void
hbk_profile_finalize (GObject *object)
{
  HbkProfile *self = HBK_PROFILE (object);

  hbk_facts_unref (self->attributes);

  G_OBJECT_CLASS (hbk_profile_parent_class)->finalize (object);
}

static void
hbk_profile_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkProfile *self = HBK_PROFILE (object);

  switch (prop_id)
    {
    case PROP_ATTRIBUTES:
      g_value_set_boxed (value, self->attributes);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_profile_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkProfile *self = HBK_PROFILE (object);

  switch (prop_id)
    {
    case PROP_ATTRIBUTES:
      hbk_profile_set_attributes (self, g_value_get_boxed (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_profile_class_init (HbkProfileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hbk_profile_finalize;
  object_class->get_property = hbk_profile_get_property;
  object_class->set_property = hbk_profile_set_property;

  /**
   * HbkProfile:attributes:
   *
   * All that is stated about the person.
   */
  properties[PROP_ATTRIBUTES] = g_param_spec_boxed ("attributes", NULL, NULL, HBK_TYPE_FACTS, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hbk_profile_init (HbkProfile *self)
{
  self->attributes = hbk_facts_new ();
}

/**
 * hbk_profile_new:
 *
 * Makes a profile about which nothing is stated.
 *
 * Returns: (transfer full): the profile
 */
HbkProfile *
hbk_profile_new (void)
{
  return g_object_new (HBK_TYPE_PROFILE, NULL);
}

/**
 * hbk_profile_get_attributes:
 * @self: a profile
 *
 * Gives all that is stated about the person; not to be changed.
 *
 * Returns: (transfer none): the attributes
 */
HbkFacts *
hbk_profile_get_attributes (HbkProfile *self)
{
  g_return_val_if_fail (HBK_IS_PROFILE (self), NULL);

  return self->attributes;
}

static void
take_attributes (HbkProfile *self, HbkFacts *attributes)
{
  hbk_facts_unref (self->attributes);
  self->attributes = attributes;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTRIBUTES]);
}

/**
 * hbk_profile_set_attributes:
 * @self: a profile
 * @attributes: the attributes, not to be changed any more
 *
 * Replaces all that is stated about the person.
 */
void
hbk_profile_set_attributes (HbkProfile *self, HbkFacts *attributes)
{
  g_return_if_fail (HBK_IS_PROFILE (self) && attributes != NULL);

  if (attributes != self->attributes)
    take_attributes (self, hbk_facts_ref (attributes));
}

/**
 * hbk_profile_get_attribute:
 * @self: a profile
 * @interned_id: the id of an attribute, from g_ref_string_new_intern()
 *
 * Finds an attribute by the address of its id, the fast way.
 *
 * Returns: (transfer none) (nullable): the value, or %NULL when there is none
 */
const HbkValue *
hbk_profile_get_attribute (HbkProfile *self, const char *interned_id)
{
  g_return_val_if_fail (HBK_IS_PROFILE (self), NULL);

  return hbk_facts_get (self->attributes, interned_id);
}

/**
 * hbk_profile_lookup_attribute:
 * @self: a profile
 * @id: the id of an attribute
 *
 * Finds an attribute by the text of its id.
 *
 * Returns: (transfer none) (nullable): the value, or %NULL when there is none
 */
const HbkValue *
hbk_profile_lookup_attribute (HbkProfile *self, const char *id)
{
  g_return_val_if_fail (HBK_IS_PROFILE (self), NULL);

  return hbk_facts_lookup (self->attributes, id);
}

/**
 * hbk_profile_set_attribute:
 * @self: a profile
 * @id: the id of an attribute
 * @value: (nullable): the value, which is copied; %NULL removes it
 *
 * States one thing about the person.
 */
void
hbk_profile_set_attribute (HbkProfile *self, const char *id, const HbkValue *value)
{
  const HbkValue *old;
  g_autoptr (HbkFacts) changed = NULL;

  g_return_if_fail (HBK_IS_PROFILE (self) && id != NULL);

  old = hbk_facts_lookup (self->attributes, id);
  if (old == NULL && value == NULL)
    return;
  if (old != NULL && value != NULL && value->kind != HBK_VALUE_NONE && hbk_value_equal (old, value))
    return;

  changed = hbk_facts_copy (self->attributes);
  if (value != NULL)
    hbk_facts_set (changed, id, value);
  else
    hbk_facts_remove (changed, id);

  take_attributes (self, g_steal_pointer (&changed));
}

static const char *
get_text (HbkProfile *self, const char *id)
{
  const HbkValue *value;

  g_return_val_if_fail (HBK_IS_PROFILE (self), NULL);

  value = hbk_facts_lookup (self->attributes, id);

  return value != NULL ? value->text : NULL;
}

/**
 * hbk_profile_get_name:
 * @self: a profile
 *
 * Gives the person's name.
 *
 * Returns: (nullable): the name, or %NULL when not stated
 */
const char *
hbk_profile_get_name (HbkProfile *self)
{
  return get_text (self, "name");
}

/**
 * hbk_profile_get_employer:
 * @self: a profile
 *
 * Gives the name of the person's employer.
 *
 * Returns: (nullable): the name, or %NULL when not stated
 */
const char *
hbk_profile_get_employer (HbkProfile *self)
{
  return get_text (self, "employer");
}

/**
 * hbk_profile_get_employer_type:
 * @self: a profile
 *
 * Says of which type the employer is.
 *
 * Returns: (nullable): the interned id of the choice, or %NULL when not stated
 */
const char *
hbk_profile_get_employer_type (HbkProfile *self)
{
  return get_text (self, "employer_type");
}

/**
 * hbk_profile_get_sector:
 * @self: a profile
 *
 * Says in which sector the person works.
 *
 * Returns: (nullable): the interned id of the choice, or %NULL when not stated
 */
const char *
hbk_profile_get_sector (HbkProfile *self)
{
  return get_text (self, "sector");
}

/**
 * hbk_profile_get_title:
 * @self: a profile
 *
 * Gives the professional title that the person holds, in words.
 *
 * Returns: (nullable): the title, or %NULL when not stated
 */
const char *
hbk_profile_get_title (HbkProfile *self)
{
  return get_text (self, "title");
}

/**
 * hbk_profile_get_title_level:
 * @self: a profile
 *
 * Gives the level of the professional title that the person holds.
 *
 * Returns: the level; %HBK_TITLE_LEVEL_UNKNOWN when not stated
 */
HbkTitleLevel
hbk_profile_get_title_level (HbkProfile *self)
{
  HbkTitleLevel level = HBK_TITLE_LEVEL_UNKNOWN;
  const char   *nick = get_text (self, "title_level");

  if (nick != NULL)
    hbk_title_level_from_nick (nick, &level);

  return level;
}

/**
 * hbk_profile_get_post_from:
 * @self: a profile
 *
 * Gives the first day of the person's current post.
 *
 * Returns: the day, or %HBK_DATE_NONE when not stated
 */
HbkDate
hbk_profile_get_post_from (HbkProfile *self)
{
  const HbkValue *value;

  g_return_val_if_fail (HBK_IS_PROFILE (self), HBK_DATE_NONE);

  value = hbk_facts_lookup (self->attributes, "post_from");

  return value != NULL ? value->date : HBK_DATE_NONE;
}

/**
 * hbk_profile_get_region:
 * @self: a profile
 *
 * Says by which region's rules the person is assessed.
 *
 * Returns: (nullable): the interned id of the pack, or %NULL when not stated
 */
const char *
hbk_profile_get_region (HbkProfile *self)
{
  return get_text (self, "region");
}
