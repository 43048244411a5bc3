/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/window/hbk-page.h"

/**
 * HbkPage:
 *
 * A page of the window: it shows the state of a session, for one year or for all, and asks for changes through the window's actions.
 */
typedef struct
{
  HbkSession   *session;
  GSignalGroup *session_signals;
  int           year;
  gboolean      is_collapsed;
  gboolean      is_covered;
  gboolean      is_stale; /* something has changed while nobody saw the page */
} HbkPagePrivate;

enum {
  PROP_SESSION = 1,
  PROP_YEAR,
  PROP_COLLAPSED,
  PROP_COVERED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HbkPage, hbk_page, ADW_TYPE_BIN)

/* A page that nobody sees costs nothing; it catches up when it is shown. */
static void
update_cb (HbkPage *self)
{
  HbkPagePrivate *priv = hbk_page_get_instance_private (self);
  HbkState       *state = hbk_page_get_state (self);

  priv->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!priv->is_stale && state != NULL && HBK_PAGE_GET_CLASS (self)->update != NULL)
    HBK_PAGE_GET_CLASS (self)->update (self, state);
}

static void
set_session (HbkPage *self, HbkSession *session)
{
  HbkPagePrivate *priv = hbk_page_get_instance_private (self);

  if (!g_set_object (&priv->session, session))
    return;

  g_signal_group_set_target (priv->session_signals, session);
  update_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
hbk_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkPagePrivate *priv = hbk_page_get_instance_private (HBK_PAGE (object));

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;

    case PROP_YEAR:
      g_value_set_int (value, priv->year);
      break;

    case PROP_COLLAPSED:
      g_value_set_boolean (value, priv->is_collapsed);
      break;

    case PROP_COVERED:
      g_value_set_boolean (value, priv->is_covered);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkPage        *self = HBK_PAGE (object);
  HbkPagePrivate *priv = hbk_page_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;

    case PROP_YEAR:
      if (priv->year != g_value_get_int (value))
        {
          priv->year = g_value_get_int (value);
          update_cb (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;

    case PROP_COLLAPSED:
      if (priv->is_collapsed != g_value_get_boolean (value))
        {
          priv->is_collapsed = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_page_map (GtkWidget *widget)
{
  HbkPage        *self = HBK_PAGE (widget);
  HbkPagePrivate *priv = hbk_page_get_instance_private (self);

  GTK_WIDGET_CLASS (hbk_page_parent_class)->map (widget);

  if (priv->is_stale)
    update_cb (self);
}

static void
hbk_page_dispose (GObject *object)
{
  HbkPagePrivate *priv = hbk_page_get_instance_private (HBK_PAGE (object));

  g_clear_object (&priv->session_signals);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (hbk_page_parent_class)->dispose (object);
}

static void
hbk_page_class_init (HbkPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = hbk_page_map;
  object_class->dispose = hbk_page_dispose;
  object_class->get_property = hbk_page_get_property;
  object_class->set_property = hbk_page_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, HBK_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* 0 stands for all years. */
  properties[PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, 0, HBK_DATE_YEAR_MAX, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* The window is so narrow that there is no sidebar. */
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* All that is seen of it is one thing in its list, from which the person goes back. */
  properties[PROP_COVERED] = g_param_spec_boolean ("covered", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hbk_page_init (HbkPage *self)
{
  HbkPagePrivate *priv = hbk_page_get_instance_private (self);

  priv->session_signals = g_signal_group_new (HBK_TYPE_SESSION);
  g_signal_group_connect_swapped (priv->session_signals, "notify::state", G_CALLBACK (update_cb), self);
}

/**
 * hbk_page_get_session:
 * @self: a page
 *
 * Gets the session that the page shows.
 *
 * Returns: (transfer none) (nullable): the session
 */
HbkSession *
hbk_page_get_session (HbkPage *self)
{
  HbkPagePrivate *priv = hbk_page_get_instance_private (self);

  g_return_val_if_fail (HBK_IS_PAGE (self), NULL);

  return priv->session;
}

/**
 * hbk_page_get_state:
 * @self: a page
 *
 * Gets the state that the page shows.
 *
 * Returns: (transfer none) (nullable): the state; %NULL while there is none
 */
HbkState *
hbk_page_get_state (HbkPage *self)
{
  HbkPagePrivate *priv = hbk_page_get_instance_private (self);

  g_return_val_if_fail (HBK_IS_PAGE (self), NULL);

  return priv->session != NULL ? hbk_session_get_state (priv->session) : NULL;
}

/**
 * hbk_page_get_year:
 * @self: a page
 *
 * Gets the year that the page shows.
 *
 * Returns: the year; 0 for all
 */
int
hbk_page_get_year (HbkPage *self)
{
  HbkPagePrivate *priv = hbk_page_get_instance_private (self);

  g_return_val_if_fail (HBK_IS_PAGE (self), 0);

  return priv->year;
}

/**
 * hbk_page_set_covered:
 * @self: a page
 * @is_covered: whether one thing of its list covers all of it
 *
 * Says whether the person sees one thing of the page's list and nothing else. For the page itself.
 */
void
hbk_page_set_covered (HbkPage *self, gboolean is_covered)
{
  HbkPagePrivate *priv = hbk_page_get_instance_private (self);

  g_return_if_fail (HBK_IS_PAGE (self));

  if (priv->is_covered == is_covered)
    return;

  priv->is_covered = is_covered;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COVERED]);
}

/**
 * hbk_page_search:
 * @self: a page
 *
 * Puts the focus where the person can search.
 *
 * Returns: %FALSE when the page has nothing to search
 */
gboolean
hbk_page_search (HbkPage *self)
{
  g_return_val_if_fail (HBK_IS_PAGE (self), FALSE);

  return HBK_PAGE_GET_CLASS (self)->search != NULL && HBK_PAGE_GET_CLASS (self)->search (self);
}

/**
 * hbk_page_open_menu:
 * @self: a page
 *
 * Opens the menu of the application in the header of the page.
 */
void
hbk_page_open_menu (HbkPage *self)
{
  g_return_if_fail (HBK_IS_PAGE (self));

  if (HBK_PAGE_GET_CLASS (self)->open_menu != NULL)
    HBK_PAGE_GET_CLASS (self)->open_menu (self);
}
