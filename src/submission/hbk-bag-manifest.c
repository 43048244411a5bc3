/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-bag-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-text.h"
#include "submission/hbk-entry-name.h"

#define PAYLOAD_PREFIX "manifest-"
#define TAG_PREFIX "tagmanifest-"
#define SUFFIX ".txt"
#define NAME_CHARS 200

/* A manifest while it is read. */
typedef struct
{
  HbkBag         *bag;
  const char     *name;
  gboolean        is_tag;
  HbkBagAlgorithm algorithm;
  GHashTable     *seen;     /* folded path → Seen */
  gboolean        has_star; /* said once, not for every line */
  gboolean        has_dot;
} Manifest;

typedef struct
{
  char *path;
  char *checksum;
  guint line;
} Seen;

static void
free_seen (gpointer data)
{
  Seen *seen = data;

  g_free (seen->path);
  g_free (seen->checksum);
  g_free (seen);
}

/* ---- What a line means ---- */

/* Programs that work out checksums write a star before the name of a file that they read as it is, or begin with the folder they are in. */
static const char *
skip_habits (Manifest *self, const char *path)
{
  if (*path == '*')
    {
      if (!self->has_star)
        hbk_bag_warning (self->bag, HBK_ERROR_SYNTAX, self->name, 0, "%s", _("Names in it begin with a star. Programs that are stricter refuse the bag."));
      self->has_star = TRUE;
      path++;
    }
  if (g_str_has_prefix (path, "./"))
    {
      if (!self->has_dot)
        hbk_bag_warning (self->bag, HBK_ERROR_SYNTAX, self->name, 0, "%s", _("Names in it begin with “./”. Programs that are stricter refuse the bag."));
      self->has_dot = TRUE;
      path += 2;
    }

  return path;
}

static gboolean
check_path (Manifest *self, guint line, const char *path)
{
  g_autofree char *shown = hbk_text_escape (path, -1, NAME_CHARS);
  HbkError         code;
  const char      *what = hbk_entry_name_check (path, strlen (path), &code);

  if (what != NULL)
    hbk_bag_problem (self->bag, code, self->name, line, "“%s”: %s", shown, what);
  else if (!self->is_tag && !hbk_bag_is_payload (path))
    hbk_bag_problem (self->bag, HBK_ERROR_VALUE, self->name, line, _("“%s” does not lie in the folder “data”."), shown);
  else if (self->is_tag && hbk_bag_is_payload (path))
    hbk_bag_problem (self->bag, HBK_ERROR_VALUE, self->name, line, _("“%s” lies in the folder “data”, of which this manifest must not speak."), shown);
  else if (self->is_tag && hbk_bag_is_tag_manifest (path))
    hbk_bag_problem (self->bag, HBK_ERROR_VALUE, self->name, line, _("“%s” is itself a manifest of tag files, of which this manifest must not speak."), shown);
  else
    return TRUE;

  return FALSE;
}

/* Says whether a file is named for the first time. Before 1.0 the same checksum might be told twice. */
static gboolean
note_path (Manifest *self, guint line, const char *path, const char *checksum)
{
  g_autofree char *folded = hbk_entry_name_fold (path);
  g_autofree char *shown = hbk_text_escape (path, -1, NAME_CHARS);
  g_autofree char *other = NULL;
  g_autofree char *what = NULL;
  Seen            *seen = g_hash_table_lookup (self->seen, folded);

  if (seen == NULL)
    {
      seen = g_new0 (Seen, 1);
      seen->path = g_strdup (path);
      seen->checksum = g_strdup (checksum);
      seen->line = line;
      g_hash_table_insert (self->seen, g_steal_pointer (&folded), seen);
      return TRUE;
    }

  other = hbk_text_escape (seen->path, -1, NAME_CHARS);
  if (!g_str_equal (seen->path, path))
    what = g_strdup_printf (_("“%1$s” differs from “%2$s” in line %3$u only by case, or by how its letters are composed."), shown, other, seen->line);
  else if (g_ascii_strcasecmp (seen->checksum, checksum) == 0)
    what = g_strdup_printf (_("“%1$s” stands in line %2$u already."), shown, seen->line);
  else
    what = g_strdup_printf (_("“%1$s” stands in line %2$u already, with another checksum."), shown, seen->line);
  hbk_bag_complain (self->bag, self->bag->is_strict || g_ascii_strcasecmp (seen->checksum, checksum) != 0, HBK_ERROR_DUPLICATE, self->name, line, what);

  return FALSE;
}

/* ---- Which file is meant ---- */

static GHashTable *
ensure_composed (HbkBag *bag)
{
  if (bag->composed != NULL)
    return bag->composed;

  bag->composed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < hbk_package_source_get_n_entries (bag->source); i++)
    g_hash_table_insert (bag->composed, g_utf8_normalize (hbk_bag_get_name (bag, i), -1, G_NORMALIZE_NFC), GUINT_TO_POINTER (i + 1));

  return bag->composed;
}

/* Systems that take letters apart or put them together leave another name than the manifest has. */
static gboolean
lookup_composed (Manifest *self, guint line, const char *path, guint *position)
{
  g_autofree char *composed = g_utf8_normalize (path, -1, G_NORMALIZE_NFC);
  g_autofree char *shown = hbk_text_escape (path, -1, NAME_CHARS);
  gpointer         found = g_hash_table_lookup (ensure_composed (self->bag), composed);

  if (found == NULL)
    return FALSE;

  *position = GPOINTER_TO_UINT (found) - 1;
  hbk_bag_warning (self->bag, HBK_ERROR_REFERENCE, self->name, line, _("The letters of “%s” are composed in another way than in the name of the file."), shown);
  return TRUE;
}

/* Before 1.0 percent signs stood for themselves. */
static char *
choose_path (Manifest *self, guint line, const char *path)
{
  gboolean         has_percent;
  guint            position;
  g_autofree char *decoded = hbk_bag_decode_path (path, &has_percent);

  if (!self->bag->is_strict && hbk_bag_lookup (self->bag, path, &position))
    return g_strdup (path);
  if (self->bag->is_strict && has_percent)
    hbk_bag_warning (self->bag, HBK_ERROR_SYNTAX, self->name, line, "%s", _("A percent sign in the name is not written as “%25”. Programs that are stricter refuse the bag."));

  return g_steal_pointer (&decoded);
}

static void
take_entry (Manifest *self, guint line, const char *written, const char *checksum)
{
  g_autofree char *path = choose_path (self, line, written);
  g_autofree char *shown = hbk_text_escape (path, -1, NAME_CHARS);
  guint            position;

  if (!check_path (self, line, path) || !note_path (self, line, path, checksum))
    return;

  if (!hbk_bag_lookup (self->bag, path, &position) && !lookup_composed (self, line, path, &position))
    hbk_bag_problem (self->bag, HBK_ERROR_MISSING, self->name, line, _("“%s” is not in the bag."), shown);
  else if (hbk_package_source_get_entry (self->bag->source, position)->is_folder)
    hbk_bag_problem (self->bag, HBK_ERROR_VALUE, self->name, line, _("“%s” is a folder, which no manifest names."), shown);
  else if (self->bag->files[position].expected[self->algorithm] == NULL)
    self->bag->files[position].expected[self->algorithm] = g_ascii_strdown (checksum, -1);
}

static void
read_line (Manifest *self, guint number, const char *line)
{
  gsize            length = strcspn (line, " \t");
  const char      *path = line + length + strspn (line + length, " \t");
  g_autofree char *checksum = g_strndup (line, length);

  if (length == 0 || *path == '\0')
    hbk_bag_problem (self->bag, HBK_ERROR_SYNTAX, self->name, number, "%s", _("The line is not a checksum and a file."));
  else if (length != hbk_bag_algorithm_get_n_digits (self->algorithm) || strspn (checksum, "0123456789abcdefABCDEF") != length)
    hbk_bag_problem (self->bag, HBK_ERROR_SYNTAX, self->name, number, _("This is no checksum as %s gives."), hbk_bag_algorithm_get_name (self->algorithm));
  else
    take_entry (self, number, skip_habits (self, path), checksum);
}

/* ---- All of them ---- */

static gboolean
find_algorithm (HbkBag *self, const char *name, const char *prefix, guint *bits, HbkBagAlgorithm *algorithm)
{
  g_autofree char *word = g_strndup (name + strlen (prefix), strlen (name) - strlen (prefix) - strlen (SUFFIX));
  g_autofree char *shown = hbk_text_escape (word, -1, NAME_CHARS);

  if (!hbk_bag_algorithm_parse (word, algorithm))
    {
      hbk_bag_problem (self, HBK_ERROR_UNKNOWN, name, 0, _("Hourbook cannot work out checksums of “%s”, so that nothing the file says can be checked."), shown);
      return FALSE;
    }
  if ((*bits & (1u << *algorithm)) != 0)
    {
      hbk_bag_problem (self, HBK_ERROR_DUPLICATE, name, 0, _("There is another manifest with checksums of %s."), hbk_bag_algorithm_get_name (*algorithm));
      return FALSE;
    }
  if (!g_str_equal (word, hbk_bag_algorithm_get_name (*algorithm)))
    hbk_bag_warning (self, HBK_ERROR_SYNTAX, name, 0, _("Its name should have “%s” in it, in small letters and digits only."), hbk_bag_algorithm_get_name (*algorithm));

  *bits |= 1u << *algorithm;
  return TRUE;
}

static gboolean
read_manifest (HbkBag *self, guint position, gboolean is_tag, GError **error)
{
  Manifest manifest = { .bag = self, .name = hbk_bag_get_name (self, position), .is_tag = is_tag };
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GHashTable) seen = NULL;

  if (!find_algorithm (self, manifest.name, is_tag ? TAG_PREFIX : PAYLOAD_PREFIX, is_tag ? &self->tag_manifests : &self->payload_manifests, &manifest.algorithm))
    return TRUE;
  if (!hbk_bag_read_lines (self, position, &lines, error))
    return FALSE;

  manifest.seen = seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_seen);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    read_line (&manifest, i + 1, g_ptr_array_index (lines, i));

  return TRUE;
}

/*
 * hbk_bag_read_manifests:
 * @self: a bag
 * @error: return location for an error
 *
 * Reads every manifest, and notes what each says of the files.
 *
 * Returns: %FALSE when verifying must end, with @error set
 */
gboolean
hbk_bag_read_manifests (HbkBag *self, GError **error)
{
  for (guint i = 0; i < hbk_package_source_get_n_entries (self->source); i++)
    {
      const char *name = hbk_bag_get_name (self, i);
      gboolean    is_tag = hbk_bag_is_tag_manifest (name);

      if ((is_tag || hbk_bag_is_manifest (name)) && !read_manifest (self, i, is_tag, error))
        return FALSE;
    }

  return TRUE;
}
