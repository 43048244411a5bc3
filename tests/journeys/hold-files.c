/* SPDX-License-Identifier: GPL-3.0-or-later */

/* hold-files FILE…: copies files, as a file manager does, and holds them until it is ended. Says "ready" when they can be pasted. */

#include <gtk/gtk.h>

int
main (int argc, char **argv)
{
  GSList      *files = NULL;
  GdkFileList *list;
  g_autoptr (GdkContentProvider) provider = NULL;

  gtk_init ();
  for (int i = argc - 1; i > 0; i--)
    files = g_slist_prepend (files, g_file_new_for_commandline_arg (argv[i]));
  list = gdk_file_list_new_from_list (files);
  g_slist_free_full (files, g_object_unref);
  provider = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  gdk_clipboard_set_content (gdk_display_get_clipboard (gdk_display_get_default ()), provider);
  gdk_display_sync (gdk_display_get_default ());
  g_print ("ready\n");
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
