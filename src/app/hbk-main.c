/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/application/hbk-app.h"
#include "words/hbk-locale.h"

int
main (int argc, char **argv)
{
  g_autoptr (HbkApp) application = NULL;

  hbk_locale_init ();
  application = hbk_app_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
