#include "plt-pdf-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-heading.h"
#include "plt-text.h"

#define BINS 300
#define BIN_WIDTH 3.0

static PltPdfLine *
line_at (const PltPdfText *text, guint i)
{
  return g_ptr_array_index (text->lines, i);
}

/* ---- heads and feet ---- */

/* Figures as '#', so that "12." and "13." are the same foot. */
static char *
frame_key (const char *text)
{
  g_autofree char *folded = plt_text_fold (text);
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
          "page #/#", "page # of #", "(#)",   "#)" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (key, keys[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_edge (const PltPdfText *text, const PltPdfLine *line)
{
  return (line->rank < 2 && line->top < text->height * 0.12)
         || (line->rank + 2 >= line->n_ranks && line->top > text->height * 0.86);
}

/* "(CONTINUED)", "CONTINUED: (2)", "(MORE)", "(À SUIVRE)", "(SUITE)" at the edge of a page. */
static gboolean
is_continued (const PltPdfLine *line)
{
  static const char *const words[] = {
    "continued", "more", "a suivre", "suite", "suite page suivante", "(suite) page suivante"
  };
  g_autofree char *folded = NULL;
  char *begin, *end;

  if ((line->rank > 2 && line->rank + 3 < line->n_ranks) || strlen (line->text) > 40
      || !plt_text_is_upper (line->text))
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

static gboolean
is_revision_mark (const PltPdfLine *line)
{
  return strcmp (line->text, "*") == 0;
}

typedef enum
{
  KEPT,
  PAGE_NUMBER,
  REPEATED,
  CONTINUED,
  REVISION,
  N_CAUSES,
} Cause;

static Cause
cause_to_drop (const PltPdfText *text, const PltPdfLine *line, GHashTable *counts)
{
  g_autofree char *key = NULL;
  guint count;

  if (is_revision_mark (line))
    return REVISION;
  if (is_continued (line))
    return CONTINUED;
  if (!is_edge (text, line))
    return KEPT;
  key = frame_key (line->text);
  if (is_page_number (key))
    return PAGE_NUMBER;
  count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
  return count >= 3 && count * 3 >= text->n_pages ? REPEATED : KEPT;
}

static void
add_remark (PltScript *script, Cause cause, guint line, const char *dropped)
{
  switch (cause)
    {
    case PAGE_NUMBER:
      plt_script_add_remark (script, PLT_REMARK_DROPPED, line, dropped,
                             _ ("Page numbers were left out."));
      break;
    case REPEATED:
      plt_script_add_remark (script, PLT_REMARK_DROPPED, line, dropped,
                             _ ("What repeats at the head or foot of the pages was left out."));
      break;
    case CONTINUED:
      plt_script_add_remark (script, PLT_REMARK_DROPPED, line, dropped,
                             _ ("Notices that a scene or a speech continues were left out."));
      break;
    case REVISION:
      plt_script_add_remark (script, PLT_REMARK_DROPPED, line, dropped,
                             _ ("Marks of revision were left out."));
      break;
    case KEPT:
    case N_CAUSES:
    default:
      break;
    }
}

void
plt_pdf_layout_drop_frames (PltPdfText *text, PltScript *script)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *dropped[N_CAUSES] = { NULL };
  guint first[N_CAUSES] = { 0 };
  guint out = 0;

  for (guint i = 0; i < text->lines->len; i++)
    if (is_edge (text, line_at (text, i)))
      {
        char *key = frame_key (line_at (text, i)->text);

        g_hash_table_replace (
            counts, key,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
      }
  for (guint i = 0; i < text->lines->len; i++)
    {
      PltPdfLine *line = line_at (text, i);
      Cause cause = cause_to_drop (text, line, counts);

      if (cause == KEPT)
        {
          /* The array keeps its length until the end: entries change places, none is lost. */
          text->lines->pdata[i] = text->lines->pdata[out];
          text->lines->pdata[out++] = line;
          continue;
        }
      if (dropped[cause] == NULL)
        {
          dropped[cause] = g_string_new (NULL);
          first[cause] = line->index;
        }
      else
        g_string_append_c (dropped[cause], '\n');
      if (line->number != NULL)
        g_string_append_printf (dropped[cause], "%s ", line->number);
      g_string_append (dropped[cause], line->text);
      if (line->second != NULL)
        g_string_append_printf (dropped[cause], " %s", line->second);
    }
  g_ptr_array_set_size (text->lines, (gint) out);
  for (guint cause = 0; cause < N_CAUSES; cause++)
    if (dropped[cause] != NULL)
      {
        add_remark (script, (Cause) cause, first[cause], dropped[cause]->str);
        g_string_free (dropped[cause], TRUE);
      }
}

/* ---- margins ---- */

static guint
bin_of (double x)
{
  return (guint) CLAMP (x / BIN_WIDTH, 0, BINS - 2);
}

/* The leftmost edge that a fair share of the long lines has: action is what fills lines. */
static double
find_action_margin (const PltPdfText *text)
{
  guint bins[BINS] = { 0 };
  guint total = 0;
  double widest = 0;

  for (guint i = 0; i < text->lines->len; i++)
    widest = MAX (widest, line_at (text, i)->x1 - line_at (text, i)->x0);
  for (guint i = 0; i < text->lines->len; i++)
    if (line_at (text, i)->x1 - line_at (text, i)->x0 > widest * 0.62)
      {
        bins[bin_of (line_at (text, i)->x0)]++;
        total++;
      }
  for (guint bin = 0; bin + 1 < BINS; bin++)
    if ((bins[bin] + bins[bin + 1]) * 6 > total && bins[bin] > 0)
      return bin * BIN_WIDTH + (bins[bin + 1] > bins[bin] ? BIN_WIDTH * 1.5 : BIN_WIDTH * 0.5);
  return text->lines->len > 0 ? line_at (text, 0)->x0 : 0;
}

gboolean
plt_pdf_layout_is_action (const PltPdfText *text,
                          const PltPdfLayout *layout,
                          const PltPdfLine *line)
{
  return ABS (line->x0 - layout->action) < MAX (BIN_WIDTH * 1.5, text->sign_width * 1.5);
}

gboolean
plt_pdf_layout_is_upper (const char *text)
{
  const char *bracket = strchr (text, '(');
  g_autofree char *head = NULL;

  if (bracket == NULL)
    return plt_text_is_upper (text);
  head = g_strndup (text, (gsize) (bracket - text));
  return plt_text_is_upper (head);
}

gboolean
plt_pdf_layout_begins (const PltPdfText *text, const PltPdfLayout *layout, guint i)
{
  const PltPdfLine *line = line_at (text, i);
  const PltPdfLine *before;

  if (i == 0)
    return TRUE;
  before = line_at (text, i - 1);
  if (before->page != line->page)
    return TRUE;
  return line->top - before->top > text->leading * 1.35;
}

static gboolean
is_cue_like (const PltPdfText *text, const PltPdfLayout *layout, guint i)
{
  const PltPdfLine *line = line_at (text, i);

  return line->x0 > layout->action + text->sign_width * 4 && strlen (line->text) < 50
         && i + 1 < text->lines->len && plt_pdf_layout_begins (text, layout, i)
         && !plt_pdf_layout_begins (text, layout, i + 1) && plt_pdf_layout_is_upper (line->text);
}

/* The edge that most first lines of speeches share. */
static double
find_speech_margin (const PltPdfText *text, const PltPdfLayout *layout, guint *n_cues)
{
  guint bins[BINS] = { 0 };
  guint best = 0;

  *n_cues = 0;
  for (guint i = 0; i < text->lines->len; i++)
    if (is_cue_like (text, layout, i))
      {
        (*n_cues)++;
        if (line_at (text, i + 1)->text[0] != '(')
          bins[bin_of (line_at (text, i + 1)->x0)]++;
      }
  for (guint bin = 1; bin < BINS; bin++)
    if (bins[bin] > bins[best])
      best = bin;
  return bins[best] * 2 > *n_cues ? best * BIN_WIDTH + BIN_WIDTH * 0.5 : 0;
}

void
plt_pdf_layout_measure (const PltPdfText *text, PltPdfLayout *layout)
{
  guint n = 0, numbered = 0, bold = 0, english = 0, french = 0, cues;

  memset (layout, 0, sizeof *layout);
  layout->action = find_action_margin (text);
  layout->first_heading = text->lines->len;
  for (guint i = 0; i < text->lines->len; i++)
    {
      const PltPdfLine *line = line_at (text, i);
      g_auto (PltHeading) heading = { NULL };

      layout->right = MAX (layout->right, line->second == NULL ? line->x1 : 0);
      if (!plt_pdf_layout_is_action (text, layout, line) && line->number == NULL)
        continue;
      if (plt_heading_parse (line->text, -1, FALSE, &heading) != PLT_HEADING_SURE)
        continue;
      layout->first_heading = MIN (layout->first_heading, i);
      n++;
      numbered += line->number != NULL || heading.number[0] != '\0' ? 1 : 0;
      bold += line->bold ? 1 : 0;
      if (heading.effect[0] != '\0')
        *(heading.english ? &english : &french) += 1;
    }
  layout->speech = find_speech_margin (text, layout, &cues);
  layout->has_cues = cues >= 2;
  layout->numbered = numbered * 2 > n;
  layout->bold = bold * 2 > n;
  layout->english = english >= french;
}
