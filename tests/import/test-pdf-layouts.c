/* One invented French script as the programs and people of the trade lay it out: whichever the
 * layout, every paragraph must come back as what it is. */
#include <string.h>

#include "plt-error.h"
#include "plt-pdf-script.h"
#include "plt-script-builder.h"
#include "script-dump.h"
#include "script-sheet.h"
#include "plt-text.h"

#define A4 .width = 595, .height = 842, .top = 72, .bottom = 780
#define SIGN 7.2
/* Final Draft and its like: Courier, everything at its indent. */
#define TYPED                                                                                      \
  A4, .font = "monospace", .size = 12, .leading = 12, .heading = { 106, 60 * SIGN, 0, 2 },         \
      .action = { 106, 60 * SIGN, 0, 1 }, .cue = { 106 + 22 * SIGN, 38 * SIGN, 0, 1 },             \
      .bracket = { 106 + 16 * SIGN, 25 * SIGN, 0, 0 },                                             \
      .speech = { 106 + 10 * SIGN, 36 * SIGN, 0, 0 },                                              \
      .transition = { 106, 60 * SIGN, PLT_SHEET_RIGHT, 1 },                                        \
      .centered = { 106, 60 * SIGN, PLT_SHEET_CENTER, 1 }
/* A word processor: Times, margins of 2.5 cm. */
#define WORD                                                                                       \
  A4, .font = "serif", .size = 12, .leading = 14.4, .heading = { 71, 453, 0, 1.2 },                \
      .action = { 71, 453, 0, 0.8 }, .transition = { 71, 453, PLT_SHEET_RIGHT, 0.8 },              \
      .centered = { 71, 453, PLT_SHEET_CENTER, 0.8 }

static const PltSheetLayout layouts[] = {
  { .name = "typed",
    TYPED,
    .left_number = 60,
    .right_number = 550,
    .page_number = 36,
    .more = TRUE },
  { .name = "typed-frames",
    TYPED,
    .left_number = 60,
    .right_number = 550,
    .page_number = 36,
    .head = "LA PASSE - version 3 - 12 mars 2026",
    .foot = "Les Films du Musoir",
    .more = TRUE,
    .stars = TRUE,
    .bold = TRUE },
  { .name = "typed-inside", TYPED, .page_number = 810 },
  { .name = "typed-left-number", TYPED, .left_number = 70, .foot = "Les Films du Musoir" },
  { .name = "spread",
    TYPED,
    .left_number = 60,
    .right_number = 550,
    .page_number = 36,
    .spread = TRUE },
  { .name = "dense",
    A4,
    .font = "monospace",
    .size = 12,
    .leading = 12,
    .heading = { 106, 60 * SIGN, 0, 0 },
    .action = { 106, 60 * SIGN, 0, 0 },
    .cue = { 106 + 22 * SIGN, 38 * SIGN, 0, 0 },
    .bracket = { 106 + 16 * SIGN, 25 * SIGN, 0, 0 },
    .speech = { 106 + 10 * SIGN, 36 * SIGN, 0, 0 },
    .transition = { 106, 60 * SIGN, PLT_SHEET_RIGHT, 0 },
    .centered = { 106, 60 * SIGN, PLT_SHEET_CENTER, 0 },
    .left_number = 60,
    .right_number = 550 },
  { .name = "word-tabs",
    WORD,
    .cue = { 71, 453, 0, 0.8 },
    .bracket = { 106, 418, 0, 0 },
    .speech = { 106, 418, 0, 0 },
    .bold = TRUE,
    .page_number = 810 },
  { .name = "word-tabs-spaced",
    WORD,
    .cue = { 71, 453, 0, 0.8 },
    .bracket = { 106, 418, 0, 0.5 },
    .speech = { 106, 418, 0, 0.5 },
    .page_number = 810,
    .foot = "La Passe" },
  { .name = "word-centered",
    WORD,
    .cue = { 71, 453, PLT_SHEET_CENTER, 0.8 },
    .bracket = { 120, 355, PLT_SHEET_CENTER, 0 },
    .speech = { 120, 355, PLT_SHEET_CENTER, 0 },
    .page_number = 810 },
  { .name = "word-justified",
    WORD,
    .cue = { 212, 312, 0, 0.8 },
    .bracket = { 170, 255, 0, 0 },
    .speech = { 142, 300, 0, 0 },
    .justify = TRUE,
    .hyphens = TRUE,
    .left_number = 40,
    .right_number = 540,
    .page_number = 36 },
};

/* Where no space parts them, two paragraphs of action are one when the first ends its line. */
static void
join_actions (char **text)
{
  g_auto (GStrv) joined = g_strsplit (*text, "\nA ", -1);
  GString *out = g_string_new (joined[0]);

  for (guint i = 1; joined[i] != NULL; i++)
    {
      const char *before = strrchr (out->str, '\n');

      g_string_append (out, before != NULL && before[1] == 'A' ? " " : "\nA ");
      g_string_append (out, joined[i]);
    }
  g_free (*text);
  *text = g_string_free (out, FALSE);
}

static void
assert_pages (const PltScript *read, const GArray *pages)
{
  g_assert_cmpuint (read->scenes->len, ==, pages->len);
  for (guint i = 0; i < pages->len; i++)
    g_assert_cmpuint (((PltScene *) read->scenes->pdata[i])->page, ==,
                      g_array_index (pages, guint, i));
}

static PltScript *
read_layout (const PltSheetLayout *layout, const char *text)
{
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GBytes) bytes = plt_sheet_draw (layout, text, pages);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  PltScript *read = plt_pdf_script_read (data, length, "essai.pdf", &error);

  if (g_getenv ("PLT_TEST_KEEP") != NULL)
    {
      g_autofree char *path
          = g_strdup_printf ("%s/%s.pdf", g_getenv ("PLT_TEST_KEEP"), layout->name);

      g_file_set_contents (path, data, (gssize) length, NULL);
    }
  g_assert_no_error (error);
  plt_test_script_is_sound (read);
  assert_pages (read, pages);
  return read;
}

static void
test_layout (gconstpointer data)
{
  const char *script = plt_sheet_script;
  const PltSheetLayout *layout = data;
  g_autoptr (PltScript) read = read_layout (layout, script);
  g_autofree char *dump = plt_test_script_dump (read);
  g_autofree char *expected = plt_sheet_expect (script);

  if (strcmp (layout->name, "dense") == 0)
    {
      join_actions (&dump);
      join_actions (&expected);
    }
  plt_sheet_assert (layout->name, dump, expected);
  g_assert_cmpstr (read->title, ==, "LA PASSE");
  g_assert_cmpstr (read->author, ==, "Maëlle Tréguier");
  g_assert_cmpuint (read->scenes->len, ==, 6);
  g_assert_cmpuint (read->pages, >=, 2);
  if (layout->head != NULL)
    g_assert_true (plt_test_script_has_remark (read, PLT_REMARK_DROPPED, layout->head));
  if (layout->foot != NULL)
    g_assert_true (plt_test_script_has_remark (read, PLT_REMARK_DROPPED, layout->foot));
  if (layout->stars)
    g_assert_true (plt_test_script_has_remark (read, PLT_REMARK_DROPPED, "*"));
}

/* Synopsis, note d'intention, list of characters, notes at the end: all notes, no scene, no role.
 */
static void
test_front_and_back (gconstpointer data)
{
  static const char front[]
      = "E SYNOPSIS\n"
        "N À l’entrée du port, un pilote à la retraite attend un bateau que personne n’attend "
        "plus. "
        "Son petit-fils veut savoir pourquoi, et ce qu’il apprend ne le quittera pas.\n"
        "E NOTE D’INTENTION\n"
        "N J’ai grandi au bord de cette passe. On y parle peu, on y regarde beaucoup, et le film "
        "voudrait tenir dans ces regards plutôt que dans ce qui se dit.\n"
        "E LISTE DES PERSONNAGES\n"
        "N NORA, 35 ans, tient le café du port.\n"
        "N LUCIEN, 60 ans, pilote.\n"
        "B\n";
  static const char back[] = "\nE FIN\n"
                             "N Notes de production : la passe de l’est n’est praticable que par "
                             "petit temps, prévoir deux jours de repli.\n"
                             "N NORA doit savoir tenir un bar.";
  const char *script = plt_sheet_script;
  const PltSheetLayout *layout = data;
  const char *after_title = strstr (script, "\nH 1 ") + 1;
  g_autofree char *title = g_strndup (script, (gsize) (after_title - script));
  g_autofree char *text = g_strconcat (title, front, after_title, back, NULL);
  g_autofree char *notes = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (PltScript) read = read_layout (layout, text);
  g_autofree char *dump = plt_test_script_dump (read);
  g_auto (GStrv) parts = NULL;

  /* The titles of the parts are notes too. */
  parts = g_strsplit (front, "\nE ", -1);
  notes = g_strjoinv ("\nN ", parts);
  notes[0] = 'N';
  g_free (text);
  text = g_strconcat (title, notes, after_title, back, NULL);
  expected = plt_sheet_expect (text);
  if (strcmp (layout->name, "dense") == 0)
    {
      join_actions (&dump);
      join_actions (&expected);
    }
  plt_sheet_assert (layout->name, dump, expected);
  g_assert_cmpuint (read->scenes->len, ==, 6);
  g_assert_cmpuint (read->characters->len, ==, 5);
}

/* The same with names as one writes them, "Nora (off)". */
static char *
write_small (const char *script)
{
  g_auto (GStrv) lines = g_strsplit (script, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] == 'C')
      {
        g_autofree char *name = plt_text_title (lines[i] + 2);

        g_free (lines[i]);
        lines[i] = g_strconcat ("C ", name, NULL);
      }
  return g_strjoinv ("\n", lines);
}

static void
test_small_names (gconstpointer data)
{
  const PltSheetLayout *layout = data;
  g_autofree char *script = write_small (plt_sheet_script);
  g_autofree char *expected = plt_sheet_expect (script);
  g_autoptr (PltScript) read = read_layout (layout, script);
  g_autofree char *dump = plt_test_script_dump (read);

  plt_sheet_assert (layout->name, dump, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *name = g_strconcat ("/pdf-layouts/whole/", layouts[i].name, NULL);
      g_autofree char *parts = g_strconcat ("/pdf-layouts/parts/", layouts[i].name, NULL);

      g_test_add_data_func (name, &layouts[i], test_layout);
      g_test_add_data_func (parts, &layouts[i], test_front_and_back);
      if (g_str_has_prefix (layouts[i].name, "word"))
        {
          g_autofree char *small = g_strconcat ("/pdf-layouts/small/", layouts[i].name, NULL);

          g_test_add_data_func (small, &layouts[i], test_small_names);
        }
    }
  return g_test_run ();
}
