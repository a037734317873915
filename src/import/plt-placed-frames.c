#include "plt-placed-frames.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-heading.h"
#include "plt-text.h"

typedef enum
{
  KEPT,
  PAGE_NUMBER,
  REPEATED,
  CONTINUED,
  REVISION,
  N_CAUSES,
} Cause;

typedef struct
{
  const PltPlacedText *text;
  GHashTable *counts; /* key of a line at the edge -> how often it stands there */
  double head, foot;  /* where heads end and feet begin */
} Frames;

static PltPlacedLine *
line_at (const PltPlacedText *text, guint i)
{
  return g_ptr_array_index (text->lines, i);
}

/* ---- single lines ---- */

/* Figures as '#', so that "12." and "13." are the same foot. */
static char *
frame_key (const PltPlacedLine *line)
{
  g_autofree char *folded = plt_text_fold (line->text);
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p))
      g_string_append_c (key, *p);
    else if (key->len == 0 || key->str[key->len - 1] != '#')
      g_string_append_c (key, '#');
  return g_string_free (key, FALSE);
}

static gboolean
is_page_number (const char *key)
{
  static const char *const keys[]
      = { "#",        "#.",          "- # -", "-#-",   "p. #",         "p.#",
          "page #",   "page #.",     "#/#",   "# / #", "page # sur #", "page # / #",
          "page #/#", "page # of #", "(#)",   "#)",    "#a.",          "#a" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (key, keys[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_at_head (const PltPlacedText *text, const PltPlacedLine *line)
{
  return line->rank < 3 && text->paged && line->top < text->height * 0.12;
}

static gboolean
is_at_foot (const PltPlacedText *text, const PltPlacedLine *line)
{
  return line->rank + 3 >= line->n_ranks && text->paged
         && line->top > text->height * (text->loose ? 0.1 : 0.86);
}

/* "(CONTINUED)", "CONTINUED: (2)", "(MORE)", "(À SUIVRE)", "(suite)" at the edge of a page. */
static gboolean
is_continued (const PltPlacedLine *line)
{
  static const char *const words[] = { "continued",
                                       "more",
                                       "a suivre",
                                       "suite",
                                       "suite page suivante",
                                       "(suite) page suivante",
                                       "suite de la sequence" };
  g_autofree char *folded = NULL;
  char *begin, *end;

  if ((line->rank > 3 && line->rank + 4 < line->n_ranks) || strlen (line->text) > 40
      || !(line->text[0] == '(' || plt_text_is_upper (line->text)))
    return FALSE;
  folded = plt_text_fold (line->text);
  begin = folded;
  end = folded + strlen (folded);
  while (*begin == '(' || *begin == ' ' || *begin == '.')
    begin++;
  while (end > begin && strchr (" ().:0123456789", end[-1]) != NULL)
    end--;
  *end = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (begin, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* ---- heads and feet ---- */

static void
count_edges (Frames *self)
{
  for (guint i = 0; i < self->text->lines->len; i++)
    {
      const PltPlacedLine *line = line_at (self->text, i);
      char *key;

      if (!is_at_head (self->text, line) && !is_at_foot (self->text, line))
        continue;
      key = frame_key (line);
      g_hash_table_replace (
          self->counts, key,
          GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key)) + 1));
    }
}

static guint
count_of (const Frames *self, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key));
}

/* Stands apart from the text, nearer to the edge of the paper than any text does. */
static gboolean
is_outside (const Frames *self, guint i)
{
  const PltPlacedText *text = self->text;
  const PltPlacedLine *line = line_at (text, i);
  const PltPlacedLine *next = i + 1 < text->lines->len ? line_at (text, i + 1) : NULL;
  const PltPlacedLine *before = i > 0 ? line_at (text, i - 1) : NULL;

  if (text->loose)
    return FALSE;
  if (line->top < text->height * 0.065)
    return next == NULL || next->page != line->page || next->top - line->top > text->leading * 1.5;
  return line->top > text->height * 0.925
         && (before == NULL || before->page != line->page
             || line->top - before->top > text->leading * 1.5);
}

static gboolean
is_frequent (const Frames *self, guint count)
{
  return count >= 3 && count * 3 >= self->text->n_pages;
}

/* The line next to `i` in one direction, on its page. */
static const PltPlacedLine *
neighbour (const PltPlacedText *text, guint i, gint step)
{
  const PltPlacedLine *next;

  if ((step < 0 && i == 0) || (step > 0 && i + 1 == text->lines->len))
    return NULL;
  next = line_at (text, (guint) ((gint) i + step));
  return next->page == line_at (text, i)->page ? next : NULL;
}

static gboolean
is_of_frame (const Frames *self, const PltPlacedLine *line)
{
  g_autofree char *key = frame_key (line);

  return is_page_number (key) || is_frequent (self, count_of (self, key));
}

/* Between the line and the edge of the paper stand others of the frame and nothing else; a space
 * parts them from the text: a name at the head of many pages has its speech right below. */
static gboolean
stands_apart (const Frames *self, guint i)
{
  const PltPlacedText *text = self->text;
  gint inwards = is_at_head (text, line_at (text, i)) ? 1 : -1;
  const PltPlacedLine *next;

  for (guint k = i; (next = neighbour (text, k, -inwards)) != NULL;
       k = (guint) ((gint) k - inwards))
    if (!is_of_frame (self, next))
      return FALSE;
  for (guint k = i; (next = neighbour (text, k, inwards)) != NULL; k = (guint) ((gint) k + inwards))
    if (ABS (next->top - line_at (text, k)->top) > text->leading * 1.35)
      return TRUE;
    else if (!is_of_frame (self, next))
      return FALSE;
  return TRUE;
}

/* Repeats on a third of the pages; on two pages when it stands outside of the text. */
static gboolean
repeats (const Frames *self, guint i, const char *key)
{
  guint count = count_of (self, key);

  return (is_frequent (self, count) && stands_apart (self, i))
         || (count >= 2 && is_outside (self, i));
}

/* A height at which nearly every line repeats is of the frame: whatever else stands there is too.
 */
static void
find_bands (Frames *self)
{
  gsize height = (gsize) self->text->height + 2;
  g_autofree guint16 *all = g_new0 (guint16, height);
  g_autofree guint16 *same = g_new0 (guint16, height);

  for (guint i = 0; i < self->text->lines->len; i++)
    {
      const PltPlacedLine *line = line_at (self->text, i);
      g_autofree char *key = NULL;
      gsize at = (gsize) CLAMP (line->top + 0.5, 0, (double) height - 1);

      if ((!is_at_head (self->text, line) && !is_at_foot (self->text, line)) || is_continued (line))
        continue;
      key = frame_key (line);
      all[at]++;
      same[at] += is_page_number (key) || repeats (self, i, key) ? 1 : 0;
    }
  self->head = -1;
  self->foot = self->text->height * 2;
  for (gsize at = 0; at < height && !self->text->loose; at++)
    {
      if (all[at] < 3 || same[at] * 5 < all[at] * 4)
        continue;
      if ((double) at < self->text->height * 0.12)
        self->head = (double) at;
      else if ((double) at > self->text->height * 0.86)
        self->foot = MIN (self->foot, (double) at);
    }
}

/* "Séquence 2 / SALON" may well head four pages. */
static gboolean
is_heading (const PltPlacedLine *line)
{
  g_auto (PltHeading) heading = { NULL };

  return plt_heading_parse (line->text, -1, FALSE, &heading) == PLT_HEADING_SURE;
}

static Cause
cause_to_drop (const Frames *self, guint i)
{
  const PltPlacedText *text = self->text;
  const PltPlacedLine *line = line_at (text, i);
  g_autofree char *key = NULL;

  if (strcmp (line->text, "*") == 0)
    return REVISION;
  if (is_continued (line))
    return CONTINUED;
  if (!is_at_head (text, line) && !is_at_foot (text, line))
    return KEPT;
  key = frame_key (line);
  if (is_page_number (key))
    return PAGE_NUMBER;
  if (is_heading (line))
    return KEPT;
  if (repeats (self, i, key))
    return REPEATED;
  return (is_at_head (text, line) && line->top < self->head + 1)
                 || (is_at_foot (text, line) && line->top > self->foot - 1)
             ? REPEATED
             : KEPT;
}

/* ---- remarks ---- */

typedef struct
{
  GString *words[N_CAUSES]; /* NULL: none */
  guint first[N_CAUSES];    /* line */
} Dropped;

static GString *
dropped_words (Dropped *self, Cause cause, guint line)
{
  if (self->words[cause] == NULL)
    {
      self->words[cause] = g_string_new (NULL);
      self->first[cause] = line;
    }
  else
    g_string_append_c (self->words[cause], '\n');
  return self->words[cause];
}

static void
drop_line (Dropped *self, Cause cause, const PltPlacedLine *line)
{
  GString *words = dropped_words (self, cause, line->index);

  if (line->number != NULL)
    g_string_append_printf (words, "%s ", line->number);
  g_string_append (words, line->text);
  if (line->second != NULL)
    g_string_append_printf (words, " %s", line->second);
}

static void
drop_marks (Dropped *self, const PltPlacedLine *line)
{
  for (guint i = 0; i < line->marks; i++)
    g_string_append_c (dropped_words (self, REVISION, line->index), '*');
}

static const char *
message_of (Cause cause)
{
  switch (cause)
    {
    case PAGE_NUMBER:
      return _ ("Page numbers were left out.");
    case REPEATED:
      return _ ("What repeats at the head or foot of the pages was left out.");
    case CONTINUED:
      return _ ("Notices that a scene or a speech continues were left out.");
    case REVISION:
    case KEPT:
    case N_CAUSES:
    default:
      return _ ("Marks of revision were left out.");
    }
}

static void
add_remarks (Dropped *self, PltScript *script)
{
  for (guint cause = 0; cause < N_CAUSES; cause++)
    if (self->words[cause] != NULL)
      {
        plt_script_add_remark (script, PLT_REMARK_DROPPED, self->first[cause],
                               self->words[cause]->str, "%s", message_of ((Cause) cause));
        g_string_free (self->words[cause], TRUE);
      }
}

/* ---- page numbers ---- */

#define MAX_NUMBERS 4 /* looked at on a page */

typedef struct
{
  guint values[MAX_NUMBERS]; /* that may be the page's number */
  guint n;
} Numbers;

static void
add_number (Numbers *numbers, const char *text)
{
  guint64 value;
  gsize digits = strspn (text, "0123456789");

  if (digits == 0 || digits > 5 || numbers->n == MAX_NUMBERS)
    return;
  value = g_ascii_strtoull (text, NULL, 10);
  if (value > 0)
    numbers->values[numbers->n++] = (guint) value;
}

/* The last number of a head or foot, or that beside it. */
static void
find_numbers (Numbers *numbers, const PltPlacedLine *line)
{
  const char *texts[] = { line->text, line->second, line->number };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *end = texts[i] != NULL ? texts[i] + strlen (texts[i]) : NULL;

      if (end == NULL)
        continue;
      add_number (numbers, texts[i]); /* "12 / 98" */
      while (end > texts[i] && !g_ascii_isdigit (end[-1]))
        end--;
      while (end > texts[i] && g_ascii_isdigit (end[-1]))
        end--;
      if (end > texts[i])
        add_number (numbers, end);
    }
}

static gboolean
has_number (const Numbers *numbers, guint value)
{
  for (guint i = 0; i < numbers->n; i++)
    if (numbers->values[i] == value)
      return TRUE;
  return FALSE;
}

/* How far the numbers are ahead of the pages on most of them; FALSE when on fewer than two. */
static gboolean
find_lead (const Numbers *numbers, guint n_pages, gint *lead)
{
  g_autoptr (GHashTable) votes = g_hash_table_new (NULL, NULL);
  guint best = 1;

  for (guint page = 0; page < n_pages; page++)
    for (guint i = 0; i < numbers[page].n; i++)
      {
        gint ahead = (gint) numbers[page].values[i] - (gint) page;
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (votes, GINT_TO_POINTER (ahead))) + 1;

        g_hash_table_insert (votes, GINT_TO_POINTER (ahead), GUINT_TO_POINTER (n));
        if (n > best)
          {
            best = n;
            *lead = ahead;
          }
      }
  return best >= 2;
}

/* The number of a page that is not `expected`: pages that were added keep the number before them
 * (12, 12A, 13), so that the lead is less from there, and more before. 0: none. */
static guint
find_other_number (const Numbers *numbers, gint expected, guint last)
{
  gint from = last > 0 ? (gint) last : MAX (1, expected);

  for (gint value = from; value <= from + (last > 0 ? 2 : 5); value++)
    if (has_number (numbers, (guint) value))
      return (guint) value;
  return 0;
}

static void
read_numbers (const Numbers *numbers, guint n_pages, guint *pages)
{
  guint last = 0;
  gint lead = 0;

  if (!find_lead (numbers, n_pages, &lead))
    return;
  for (guint page = 0; page < n_pages; page++)
    {
      gint expected = (gint) page + lead;

      if (expected > 0 && (guint) expected >= last && has_number (&numbers[page], (guint) expected))
        pages[page] = (guint) expected;
      else
        pages[page] = find_other_number (&numbers[page], expected, last);
      last = pages[page] > 0 ? pages[page] : last;
    }
}

void
plt_placed_frames_number (guint *pages, guint n_pages, guint first)
{
  guint known = 0;

  while (known < n_pages && pages[known] == 0)
    known++;
  if (known == n_pages)
    {
      known = MIN (first, n_pages);
      if (known < n_pages)
        pages[known] = 1;
    }
  for (guint page = known; page-- > 0;)
    pages[page] = pages[page + 1] > 1 ? pages[page + 1] - 1 : 1;
  for (guint page = known + 1, next = 0; page < n_pages; page++)
    if (pages[page] == 0)
      {
        for (next = MAX (next, page); next < n_pages && pages[next] == 0; next++)
          ;
        pages[page] = next < n_pages ? MIN (pages[page - 1] + 1, pages[next]) : pages[page - 1] + 1;
      }
}

/* ---- the whole ---- */

guint *
plt_placed_frames_drop (PltPlacedText *text, PltScript *script)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree Numbers *numbers = g_new0 (Numbers, text->n_pages + 1);
  guint *pages = g_new0 (guint, text->n_pages + 1);
  Frames self = { .text = text, .counts = counts };
  g_autofree guint8 *causes = g_new0 (guint8, text->lines->len + 1);
  Dropped dropped = { { NULL }, { 0 } };
  guint out = 0;

  count_edges (&self);
  find_bands (&self);
  for (guint i = 0; i < text->lines->len; i++)
    causes[i] = (guint8) cause_to_drop (&self, i);
  for (guint i = 0; i < text->lines->len; i++)
    {
      PltPlacedLine *line = line_at (text, i);
      Cause cause = (Cause) causes[i];

      drop_marks (&dropped, line);
      if (cause == KEPT)
        {
          /* The array keeps its length until the end: entries change places, none is lost. */
          text->lines->pdata[i] = text->lines->pdata[out];
          text->lines->pdata[out++] = line;
          continue;
        }
      if (cause == PAGE_NUMBER || cause == REPEATED)
        find_numbers (&numbers[line->page], line);
      drop_line (&dropped, cause, line);
    }
  g_ptr_array_set_size (text->lines, (gint) out);
  add_remarks (&dropped, script);
  read_numbers (numbers, text->n_pages, pages);
  return pages;
}
