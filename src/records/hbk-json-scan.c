/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "records/hbk-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-text.h"
#include "records/hbk-json-scan-private.h"
#include "records/hbk-json-text.h"

/* Up to here the keys of an object are compared with one another; more are sorted first. */
#define FEW_KEYS 16

#define SAMPLE_CHARS 24

const HbkJsonLimits hbk_json_limits_logbook = { .max_bytes = 128 * 1024 * 1024, .max_depth = 32, .max_members = 1000 };
const HbkJsonLimits hbk_json_limits_pack = { .max_bytes = 1024 * 1024, .max_depth = 32, .max_members = 1000 };

static gboolean scan_value (HbkJsonScan *scan);

/* ---- Small parts ---- */

static inline void
skip_space (HbkJsonScan *scan)
{
  const char *p = scan->p;

  /* Behind most tokens stands none or one. */
  if (p < scan->end && (guchar) *p > ' ')
    return;

  while (p < scan->end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;
  scan->p = p;
}

static gboolean
at (const HbkJsonScan *scan, char c)
{
  return scan->p < scan->end && *scan->p == c;
}

/* ---- Tokens ---- */

static guint32
note_token (HbkJsonScan *scan, char kind, const char *place, gsize size, gboolean escaped)
{
  HbkJsonTokens *list = scan->tokens;

  if (list == NULL)
    return 0;

  if (list->n_tokens == list->capacity)
    {
      list->capacity *= 2;
      list->tokens = g_renew (HbkJsonToken, list->tokens, list->capacity);
    }

  list->tokens[list->n_tokens] = (HbkJsonToken) {
    .place = (guint32) (place - scan->data),
    .next = list->n_tokens + 1,
    .size = (guint32) size,
    .kind = kind,
    .escaped = escaped,
  };

  return list->n_tokens++;
}

/* What an object or array holds has been noted behind it. */
static void
close_token (HbkJsonScan *scan, guint32 token, guint size)
{
  if (scan->tokens == NULL)
    return;

  scan->tokens->tokens[token].next = scan->tokens->n_tokens;
  scan->tokens->tokens[token].size = size;
}

static gboolean
enter (HbkJsonScan *scan, gboolean is_array)
{
  if (scan->depth == scan->max_depth)
    {
      g_autofree char *what = g_strdup_printf (_ ("Lists and objects are nested more than %d deep."), scan->max_depth);

      hbk_json_scan_note (scan, HBK_ERROR_LIMIT, scan->p, what, _ ("No file that Hourbook reads needs this; check where it comes from."));
      return FALSE;
    }

  scan->levels[scan->depth++] = (HbkJsonLevel) { .is_array = is_array, .first_key = scan->n_keys };
  scan->p++;
  skip_space (scan);

  return TRUE;
}

/* ---- Objects and arrays ---- */

static inline void
push_key (HbkJsonScan *scan, const HbkJsonSlice *key)
{
  if (scan->n_keys == scan->keys_capacity)
    {
      scan->keys_capacity = MAX (64, scan->keys_capacity * 2);
      scan->keys = g_renew (HbkJsonSlice, scan->keys, scan->keys_capacity);
    }

  scan->keys[scan->n_keys++] = *key;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const HbkJsonSlice *first = a;
  const HbkJsonSlice *second = b;
  int                 order;

  if (first->length != second->length)
    return first->length < second->length ? -1 : 1;

  order = memcmp (first->text, second->text, first->length);
  if (order != 0)
    return order;

  return first->place < second->place ? -1 : 1;
}

static gboolean
same_key (const HbkJsonSlice *a, const HbkJsonSlice *b)
{
  return a->length == b->length && (a->length == 0 || (*a->text == *b->text && memcmp (a->text, b->text, a->length) == 0));
}

static void
note_duplicate (HbkJsonScan *scan, const HbkJsonSlice *key)
{
  g_autofree char *shown = hbk_text_escape (key->text, key->length, SAMPLE_CHARS);
  g_autofree char *what = g_strdup_printf (_ ("The key “%s” is there twice in one object."), shown);
  HbkJsonSlice     copy = *key;

  /* The path is that of the object's last key; make it this one. */
  push_key (scan, &copy);
  hbk_json_scan_note (scan, HBK_ERROR_DUPLICATE, copy.place, what, _ ("Remove one of the two."));
  scan->n_keys--;
}

/* A hash table would be linear only as long as nobody chooses the keys with care; sorting is the same for all. */
static void
check_duplicates (HbkJsonScan *scan, const HbkJsonLevel *level)
{
  HbkJsonSlice *keys = scan->keys + level->first_key;
  guint         n = scan->n_keys - level->first_key;

  if (n <= FEW_KEYS)
    {
      for (guint i = 1; i < n; i++)
        {
          for (guint j = 0; j < i; j++)
            {
              if (!same_key (&keys[j], &keys[i]))
                continue;

              note_duplicate (scan, &keys[i]);
              /* Noting it may have moved the keys. */
              keys = scan->keys + level->first_key;
              break;
            }
        }
      return;
    }

  qsort (keys, n, sizeof (HbkJsonSlice), compare_keys);
  for (guint i = 1; i < n; i++)
    {
      keys = scan->keys + level->first_key;
      if (same_key (&keys[i - 1], &keys[i]))
        note_duplicate (scan, &keys[i]);
    }
}

static gboolean
fail_members (HbkJsonScan *scan)
{
  g_autofree char *what = g_strdup_printf (_ ("An object has more than %u members."), scan->max_members);

  hbk_json_scan_note (scan, HBK_ERROR_LIMIT, scan->p, what, _ ("No file that Hourbook reads needs this; check where it comes from."));
  return FALSE;
}

static gboolean
scan_key (HbkJsonScan *scan, HbkJsonLevel *level)
{
  HbkJsonSlice key;
  gboolean     escaped;

  level->has_key = FALSE;
  if (!at (scan, '"'))
    return hbk_json_scan_fail_expected (scan, _ ("a key in double quotes"));

  if (!hbk_json_scan_string (scan, &key, &escaped))
    return FALSE;

  note_token (scan, '"', key.place, key.length, escaped);
  if (escaped)
    {
      g_autoptr (GString) plain = g_string_sized_new (key.length);

      hbk_json_text_unescape (key.text, key.length, plain);
      key.text = g_string_chunk_insert_len (scan->unescaped, plain->str, plain->len);
      key.length = plain->len;
    }

  push_key (scan, &key);
  level->has_key = TRUE;

  /* What reads the file later keeps members in hash tables, which become slow when the keys were chosen for it. */
  if (scan->n_keys - level->first_key > scan->max_members)
    return fail_members (scan);

  skip_space (scan);
  if (!at (scan, ':'))
    return hbk_json_scan_fail_expected (scan, _ ("a colon after the key"));

  scan->p++;
  skip_space (scan);
  return TRUE;
}

/* After a value: whether another follows. The phrase is translated only where it is needed: that takes its time. */
static gboolean
scan_comma (HbkJsonScan *scan, char close, const char *expected, gboolean *more)
{
  skip_space (scan);

  if (at (scan, close))
    {
      scan->p++;
      *more = FALSE;
      return TRUE;
    }

  if (!at (scan, ','))
    return hbk_json_scan_fail_expected (scan, _ (expected));

  scan->p++;
  skip_space (scan);
  if (at (scan, close))
    return hbk_json_scan_fail (scan, scan->p, _ ("There is a comma after the last item."), _ ("Remove the comma."));

  *more = TRUE;
  return TRUE;
}

static gboolean
scan_object (HbkJsonScan *scan)
{
  HbkJsonLevel *level = &scan->levels[scan->depth];
  guint32       token = note_token (scan, '{', scan->p, 0, FALSE);
  gboolean      more;

  if (!enter (scan, FALSE))
    return FALSE;

  more = !at (scan, '}');
  if (!more)
    scan->p++;

  while (more)
    {
      if (!scan_key (scan, level) || !scan_value (scan) || !scan_comma (scan, '}', N_ ("a comma or “}”"), &more))
        return FALSE;
    }

  check_duplicates (scan, level);
  close_token (scan, token, scan->n_keys - level->first_key);
  scan->n_keys = level->first_key;
  scan->depth--;
  return TRUE;
}

static gboolean
scan_array (HbkJsonScan *scan)
{
  HbkJsonLevel *level = &scan->levels[scan->depth];
  guint32       token = note_token (scan, '[', scan->p, 0, FALSE);
  gboolean      more;

  if (!enter (scan, TRUE))
    return FALSE;

  more = !at (scan, ']');
  if (!more)
    scan->p++;

  while (more)
    {
      if (!scan_value (scan) || !scan_comma (scan, ']', N_ ("a comma or “]”"), &more))
        return FALSE;
      level->position++;
    }

  close_token (scan, token, level->position);
  scan->depth--;
  return TRUE;
}

static gboolean
scan_text (HbkJsonScan *scan)
{
  HbkJsonSlice slice;
  gboolean     escaped;

  if (!hbk_json_scan_string (scan, &slice, &escaped))
    return FALSE;

  note_token (scan, '"', slice.place, slice.length, escaped);
  return TRUE;
}

static gboolean
scan_number (HbkJsonScan *scan)
{
  note_token (scan, '0', scan->p, 0, FALSE);
  return hbk_json_scan_number (scan);
}

static gboolean
scan_value (HbkJsonScan *scan)
{
  if (scan->p == scan->end)
    return hbk_json_scan_fail_expected (scan, _ ("a value"));

  switch (*scan->p)
    {
    case '{':
      return scan_object (scan);

    case '[':
      return scan_array (scan);

    case '"':
      return scan_text (scan);

    case '\'':
      return hbk_json_scan_fail (scan, scan->p, _ ("A text is in single quotes."), _ ("Put it in double quotes."));

    case '+':
    case '.':
    case '-':
      return scan_number (scan);

    default:
      if (g_ascii_isdigit (*scan->p))
        return scan_number (scan);
      if (g_ascii_isalpha (*scan->p))
        {
          note_token (scan, *scan->p, scan->p, 0, FALSE);
          return hbk_json_scan_word (scan);
        }
      return hbk_json_scan_fail_expected (scan, _ ("a value"));
    }
}

/* ---- The whole ---- */

static gboolean
check_start (HbkJsonScan *scan)
{
  gsize length = scan->end - scan->data;

  if (length >= 3 && memcmp (scan->data, "\xef\xbb\xbf", 3) == 0)
    return hbk_json_scan_fail (scan, scan->p, _ ("The file begins with a byte order mark."), _ ("Save it as UTF-8 without a byte order mark (BOM)."));

  if (length >= 2 && (memcmp (scan->data, "\xff\xfe", 2) == 0 || memcmp (scan->data, "\xfe\xff", 2) == 0))
    return hbk_json_scan_fail (scan, scan->p, _ ("The file is UTF-16."), _ ("Save it as UTF-8."));

  skip_space (scan);
  if (scan->p == scan->end)
    return hbk_json_scan_fail (scan, scan->p, _ ("The file is empty."), _ ("Choose another file; this one may not have been saved or copied to the end."));

  return TRUE;
}

static gboolean
scan_whole (HbkJsonScan *scan)
{
  if (!check_start (scan) || !scan_value (scan))
    return FALSE;

  skip_space (scan);
  if (scan->p == scan->end)
    return TRUE;

  return hbk_json_scan_fail_expected (scan, _ ("the end of the file"));
}

/**
 * hbk_json_scan:
 * @data: the bytes of a file
 * @length: how many
 * @limits: how large it may be
 * @problems: where to put what is wrong
 *
 * Checks that bytes are JSON which every reader understands alike.
 *
 * That is RFC 8259 in UTF-8, and besides: no byte order mark, no NUL, no key twice in one object, no integer
 * beyond 2^53, no number of more than 30 digits or beyond a double, nothing deeper or larger than @limits. After a
 * syntax error or an excess of depth or members the scan ends; other problems are all reported.
 *
 * Takes time linear in @length whatever the bytes are, and hardly any memory.
 *
 * Returns: %TRUE when nothing was reported
 */
gboolean
hbk_json_scan (const char *data, gsize length, const HbkJsonLimits *limits, HbkProblems *problems)
{
  return hbk_json_scan_tokens (data, length, limits, problems, NULL);
}

gboolean
hbk_json_scan_tokens (const char *data, gsize length, const HbkJsonLimits *limits, HbkProblems *problems, HbkJsonTokens *tokens)
{
  HbkJsonScan scan = { .data = data, .end = data + length, .p = data, .problems = problems, .counted = data, .line = 1, .tokens = tokens };
  guint       n_before;

  g_return_val_if_fail ((data != NULL || length == 0) && limits != NULL && problems != NULL, FALSE);

  if (length > limits->max_bytes)
    {
      g_autofree char *size = g_format_size_full (limits->max_bytes, G_FORMAT_SIZE_IEC_UNITS);

      hbk_problems_add_printf (problems, HBK_ERROR_LIMIT, 0, NULL, _ ("Check that it is the right file."), _ ("The file is larger than %s."), size);
      return FALSE;
    }

  /* Pages that are never touched cost nothing, and few files have more tokens than this. */
  if (tokens != NULL)
    {
      tokens->capacity = (guint32) (length / 8 + 64);
      tokens->tokens = g_renew (HbkJsonToken, tokens->tokens, tokens->capacity);
    }

  n_before = hbk_problems_get_n_total (problems);
  scan.max_members = limits->max_members;
  scan.max_depth = CLAMP (limits->max_depth, 1, HBK_JSON_DEPTH_MAX);
  scan.unescaped = g_string_chunk_new (1024);

  scan_whole (&scan);

  g_free (scan.keys);
  g_string_chunk_free (scan.unescaped);

  return hbk_problems_get_n_total (problems) == n_before;
}
