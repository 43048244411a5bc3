/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/application/hbk-search-provider.h"

#include "app/application/hbk-app.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"

/* The shell shows fewer. */
#define RESULTS_MAX 20

/**
 * HbkSearchProvider:
 *
 * Finds records for the search of the desktop. It answers without a window; the application is kept alive while it looks.
 */
struct _HbkSearchProvider
{
  GObject parent_instance;

  GApplication *application; /* not owned: it owns the provider */
  HbkSession   *session;
  guint         registration;
};

enum {
  SIGNAL_SHOW_RECORD,
  SIGNAL_SEARCH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HbkSearchProvider, hbk_search_provider, G_TYPE_OBJECT)

static const char introspection[] =
  "<node>"
  "  <interface name='org.gnome.Shell.SearchProvider2'>"
  "    <method name='GetInitialResultSet'><arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
  "    <method name='GetSubsearchResultSet'><arg type='as' direction='in'/><arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
  "    <method name='GetResultMetas'><arg type='as' direction='in'/><arg type='aa{sv}' direction='out'/></method>"
  "    <method name='ActivateResult'><arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
  "    <method name='LaunchSearch'><arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
  "  </interface>"
  "</node>";

/* ---- Answering ---- */

/* A call that waits for the library; ids are asked for by text, metas by ids. */
typedef struct
{
  HbkSearchProvider     *provider;
  GDBusMethodInvocation *invocation;
  char                  *text;
  char                 **ids;
} Call;

static void
call_free (gpointer data)
{
  Call *call = data;

  g_application_release (call->provider->application);
  g_object_unref (call->provider);
  g_object_unref (call->invocation);
  g_free (call->text);
  g_strfreev (call->ids);
  g_free (call);
}

static Call *
call_new (HbkSearchProvider *self, GDBusMethodInvocation *invocation)
{
  Call *call = g_new0 (Call, 1);

  call->provider = g_object_ref (self);
  call->invocation = g_object_ref (invocation);
  g_application_hold (self->application);

  return call;
}

static GVariant *
list_ids (GPtrArray *records)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < records->len; i++)
    g_variant_builder_add (&builder, "s", hbk_record_get_id (g_ptr_array_index (records, i)));

  return g_variant_new ("(as)", &builder);
}

static gpointer
find_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  HbkRecordQuery query = { .text = data };

  return hbk_workspace_list_records (workspace, &query, 0, RESULTS_MAX, NULL, error);
}

/* Where there is no library there is nothing to find; the shell has no use for errors. */
static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Call *call = user_data;
  g_autoptr (GPtrArray) found = hbk_session_run_finish (HBK_SESSION (source), result, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_dbus_method_invocation_return_value (call->invocation, list_ids (found != NULL ? found : none));
  call_free (call);
}

static void
find (HbkSearchProvider *self, GDBusMethodInvocation *invocation, GVariant *terms)
{
  g_autofree const char **words = g_variant_get_strv (terms, NULL);
  Call                   *call = call_new (self, invocation);

  call->text = g_strjoinv (" ", (char **) words);
  hbk_session_run_async (self->session, "search for the desktop", find_job, g_strdup (call->text), g_free, (GDestroyNotify) g_ptr_array_unref, NULL, found_cb, call);
}

static char *
describe (HbkWorkspace *workspace, HbkRecord *record)
{
  const HbkVocabulary *vocabulary = hbk_workspace_get_vocabulary (workspace, NULL);
  g_autofree char     *period = hbk_words_period_full (hbk_record_get_start (record), hbk_record_get_end (record));
  const char          *activity = vocabulary != NULL ? hbk_value_words_activity (vocabulary, hbk_record_get_activity (record), hbk_locale_get_language ()) : "";

  return g_strdup_printf ("%s · %s", period, activity);
}

static gpointer
describe_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  char          **ids = data;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (HbkRecord) record = hbk_workspace_get_record (workspace, ids[i], NULL);
      g_autofree char *description = record != NULL ? describe (workspace, record) : NULL;
      const char      *title = record != NULL ? hbk_record_get_title (record) : NULL;

      if (record == NULL)
        continue;
      g_variant_builder_open (&builder, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_add (&builder, "{sv}", "id", g_variant_new_string (ids[i]));
      g_variant_builder_add (&builder, "{sv}", "name", g_variant_new_string (title != NULL && *title != '\0' ? title : description));
      g_variant_builder_add (&builder, "{sv}", "description", g_variant_new_string (description));
      g_variant_builder_add (&builder, "{sv}", "gicon", g_variant_new_string (HBK_APP_ID));
      g_variant_builder_close (&builder);
    }

  return g_variant_ref_sink (g_variant_new ("(aa{sv})", &builder));
}

static void
described_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Call *call = user_data;
  g_autoptr (GVariant) metas = hbk_session_run_finish (HBK_SESSION (source), result, NULL);

  g_dbus_method_invocation_return_value (call->invocation, metas != NULL ? metas : g_variant_new ("(aa{sv})", NULL));
  call_free (call);
}

static void
describe_all (HbkSearchProvider *self, GDBusMethodInvocation *invocation, GVariant *ids)
{
  hbk_session_run_async (self->session, "describe results for the desktop", describe_job, g_variant_dup_strv (ids, NULL), (GDestroyNotify) g_strfreev, (GDestroyNotify) g_variant_unref, NULL, described_cb,
                         call_new (self, invocation));
}

static void
launch (HbkSearchProvider *self, GVariant *terms)
{
  g_autofree const char **words = g_variant_get_strv (terms, NULL);
  g_autofree char        *text = g_strjoinv (" ", (char **) words);

  g_signal_emit (self, signals[SIGNAL_SEARCH], 0, text);
}

static void
method_called_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface, const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer user_data)
{
  HbkSearchProvider *self = user_data;
  g_autoptr (GVariant) first = g_variant_get_child_value (parameters, 0);

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      find (self, invocation, first);
    }
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, 1);

      find (self, invocation, terms);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      describe_all (self, invocation, first);
    }
  else
    {
      if (g_str_equal (method, "ActivateResult"))
        g_signal_emit (self, signals[SIGNAL_SHOW_RECORD], 0, g_variant_get_string (first, NULL));
      else
        launch (self, first);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

/* ---- Object ---- */

static void
hbk_search_provider_finalize (GObject *object)
{
  g_clear_object (&HBK_SEARCH_PROVIDER (object)->session);

  G_OBJECT_CLASS (hbk_search_provider_parent_class)->finalize (object);
}

static void
hbk_search_provider_class_init (HbkSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hbk_search_provider_finalize;

  /* The person has chosen a record, by its id. */
  signals[SIGNAL_SHOW_RECORD] = g_signal_new ("show-record", HBK_TYPE_SEARCH_PROVIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /* The person wants to go on searching in the window. */
  signals[SIGNAL_SEARCH] = g_signal_new ("search", HBK_TYPE_SEARCH_PROVIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hbk_search_provider_init (HbkSearchProvider *self)
{
}

/**
 * hbk_search_provider_new:
 * @application: the application, which outlives the provider
 *
 * Makes a provider that is not on the bus yet.
 *
 * Returns: (transfer full): the provider
 */
HbkSearchProvider *
hbk_search_provider_new (GApplication *application)
{
  HbkSearchProvider *self = g_object_new (HBK_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;

  return self;
}

/**
 * hbk_search_provider_set_session:
 * @self: a provider
 * @session: the session in which it looks
 *
 * Says where to look.
 */
void
hbk_search_provider_set_session (HbkSearchProvider *self, HbkSession *session)
{
  g_return_if_fail (HBK_IS_SEARCH_PROVIDER (self));

  g_set_object (&self->session, session);
}

/**
 * hbk_search_provider_export:
 * @self: a provider
 * @connection: the session bus
 * @error: return location for an error
 *
 * Puts the provider on the bus.
 *
 * Returns: %FALSE when @error was set
 */
gboolean
hbk_search_provider_export (HbkSearchProvider *self, GDBusConnection *connection, GError **error)
{
  static const GDBusInterfaceVTable table = { .method_call = method_called_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, error);

  g_return_val_if_fail (HBK_IS_SEARCH_PROVIDER (self), FALSE);

  if (node == NULL)
    return FALSE;

  self->registration = g_dbus_connection_register_object (connection, HBK_SEARCH_PROVIDER_PATH, node->interfaces[0], &table, self, NULL, error);

  return self->registration != 0;
}

/**
 * hbk_search_provider_unexport:
 * @self: a provider
 * @connection: the session bus
 *
 * Takes the provider off the bus.
 */
void
hbk_search_provider_unexport (HbkSearchProvider *self, GDBusConnection *connection)
{
  g_return_if_fail (HBK_IS_SEARCH_PROVIDER (self));

  if (self->registration != 0)
    g_dbus_connection_unregister_object (connection, self->registration);
  self->registration = 0;
}
