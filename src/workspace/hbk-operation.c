/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-operation.h"

/* The window draws at most so often; more would only cost. */
#define NOTIFY_INTERVAL_MS 50

/**
 * HbkOperation:
 *
 * Something that takes long, as the person sees it: what it is, how far it has come, and a way to stop it.
 *
 * It lives on the main thread; only [func@Operation.report] is called from the thread that does the work.
 */
struct _HbkOperation
{
  GObject parent_instance;

  char         *title;
  GCancellable *cancellable;
  double        fraction;

  GMutex  lock; /* guards what is below */
  guint64 done;
  guint64 total;
  guint   source; /* a notification that is under way */
};

enum {
  PROP_TITLE = 1,
  PROP_FRACTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkOperation, hbk_operation, G_TYPE_OBJECT)

static gboolean
notify_cb (gpointer data)
{
  HbkOperation *self = data;

  g_mutex_lock (&self->lock);
  self->source = 0;
  self->fraction = self->total > 0 ? CLAMP ((double) self->done / (double) self->total, 0, 1) : -1;
  g_mutex_unlock (&self->lock);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);

  return G_SOURCE_REMOVE;
}

static void
hbk_operation_finalize (GObject *object)
{
  HbkOperation *self = HBK_OPERATION (object);

  g_free (self->title);
  g_clear_object (&self->cancellable);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (hbk_operation_parent_class)->finalize (object);
}

static void
hbk_operation_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkOperation *self = HBK_OPERATION (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_operation_class_init (HbkOperationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hbk_operation_finalize;
  object_class->get_property = hbk_operation_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hbk_operation_init (HbkOperation *self)
{
  self->cancellable = g_cancellable_new ();
  self->fraction = -1;
  g_mutex_init (&self->lock);
}

/**
 * hbk_operation_new:
 * @title: what is being done, for a person
 *
 * Makes an operation that has not begun.
 *
 * Returns: (transfer full): the operation
 */
HbkOperation *
hbk_operation_new (const char *title)
{
  HbkOperation *self = g_object_new (HBK_TYPE_OPERATION, NULL);

  self->title = g_strdup (title);

  return self;
}

/**
 * hbk_operation_get_title:
 * @self: an operation
 *
 * Says what is being done.
 *
 * Returns: (transfer none): the words
 */
const char *
hbk_operation_get_title (HbkOperation *self)
{
  g_return_val_if_fail (HBK_IS_OPERATION (self), NULL);

  return self->title;
}

/**
 * hbk_operation_get_fraction:
 * @self: an operation
 *
 * Says how far it has come.
 *
 * Returns: from 0 to 1; -1 while that is not known
 */
double
hbk_operation_get_fraction (HbkOperation *self)
{
  g_return_val_if_fail (HBK_IS_OPERATION (self), -1);

  return self->fraction;
}

/**
 * hbk_operation_get_cancellable:
 * @self: an operation
 *
 * Gets what stops it.
 *
 * Returns: (transfer none): the cancellable
 */
GCancellable *
hbk_operation_get_cancellable (HbkOperation *self)
{
  g_return_val_if_fail (HBK_IS_OPERATION (self), NULL);

  return self->cancellable;
}

/**
 * hbk_operation_cancel:
 * @self: an operation
 *
 * Stops it at the next moment at which nothing is half done.
 */
void
hbk_operation_cancel (HbkOperation *self)
{
  g_return_if_fail (HBK_IS_OPERATION (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * hbk_operation_report:
 * @done: how many units are done
 * @total: how many there are; 0 when that is not known
 * @operation: (type HbkOperation): an operation
 *
 * Takes down how far the work has come, from whichever thread does it. The fraction follows on the main thread.
 */
void
hbk_operation_report (guint64 done, guint64 total, gpointer operation)
{
  HbkOperation *self = operation;

  g_return_if_fail (HBK_IS_OPERATION (self));

  g_mutex_lock (&self->lock);
  self->done = done;
  self->total = total;
  if (self->source == 0)
    self->source = g_timeout_add_full (G_PRIORITY_DEFAULT, NOTIFY_INTERVAL_MS, notify_cb, g_object_ref (self), g_object_unref);
  g_mutex_unlock (&self->lock);
}
