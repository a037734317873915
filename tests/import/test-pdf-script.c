/* Screenplays as PDF, drawn here: margins, numbers, heads and feet, and files that hold no script.
 */
#include <cairo-pdf.h>
#include <string.h>

#include "plt-error.h"
#include "plt-pdf-script.h"
#include "script-dump.h"

#define SIGN 7.2 /* Courier 12 */
#define LEFT 108.0
#define RIGHT (LEFT + 60 * SIGN)

/* ---- drawing ---- */

typedef struct
{
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  double y;
} Sheet;

static cairo_status_t
write_bytes (gpointer closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
sheet_init (Sheet *self)
{
  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (write_bytes, self->bytes, 595, 842);
  self->cr = cairo_create (self->surface);
  cairo_select_font_face (self->cr, "monospace", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (self->cr, 12);
  self->y = 72;
}

static void
draw (Sheet *self, double x, double y, const char *text)
{
  cairo_move_to (self->cr, x, y);
  cairo_show_text (self->cr, text);
}

static void
next_page (Sheet *self)
{
  cairo_show_page (self->cr);
  self->y = 72;
}

/* A line `signs` from the margin of action, `above` lines below the one before. */
static void
put (Sheet *self, double above, double signs, const char *text)
{
  self->y += above * 12;
  draw (self, LEFT + signs * SIGN, self->y, text);
}

static void
put_centered (Sheet *self, double above, const char *text)
{
  put (self, above, (60 - (double) g_utf8_strlen (text, -1)) / 2, text);
}

static void
put_heading (Sheet *self, const char *number, const char *text)
{
  put (self, 2, 0, text);
  if (number != NULL)
    {
      draw (self, 60, self->y, number);
      draw (self, RIGHT + 10, self->y, number);
    }
}

static void
put_speech (Sheet *self, const char *cue, const char *bracket, const char *words)
{
  put (self, 2, 22, cue);
  if (bracket != NULL)
    put (self, 1, 16, bracket);
  put (self, 1, 10, words);
}

static PltScript *
read_sheet (Sheet *self, GError **error)
{
  PltScript *script;

  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  cairo_surface_destroy (self->surface);
  script = plt_pdf_script_read ((const char *) self->bytes->data, self->bytes->len, "essai.pdf",
                                error);
  g_byte_array_unref (self->bytes);
  if (script != NULL)
    plt_test_script_is_sound (script);
  return script;
}

static void
assert_sheet (Sheet *self, const char *expected, PltScript **script_out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = read_sheet (self, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = plt_test_script_dump (script);
  g_assert_cmpstr (dump, ==, expected);
  if (script_out != NULL)
    *script_out = g_steal_pointer (&script);
}

#define LONG_ACTION "La mer, encore noire. Une bande grise au-dessus de la ville."
#define LONG_ACTION_2 "Le feu vert cligne : deux éclats, une pause, deux éclats qui"

/* ---- the trade's page ---- */

static void
draw_page_frame (Sheet *self, guint page)
{
  g_autofree char *number = g_strdup_printf ("%u.", page);

  draw (self, LEFT, 36, "LA PASSE - version 3");
  draw (self, RIGHT, 36, number);
  draw (self, LEFT + 20 * SIGN, 820, "Les Films du Musoir");
}

static void
test_numbered (void)
{
  g_autoptr (PltScript) script = NULL;
  g_autofree char *scenes = NULL;
  Sheet sheet;

  sheet_init (&sheet);
  put_centered (&sheet, 10, "LA PASSE");
  put_centered (&sheet, 4, "Un scénario de");
  put_centered (&sheet, 2, "Maëlle Tréguier");
  next_page (&sheet);
  draw_page_frame (&sheet, 1);
  put_heading (&sheet, "1", "EXT. JETÉE DU LARGE - AUBE");
  put (&sheet, 2, 0, LONG_ACTION);
  put (&sheet, 1, 0, LONG_ACTION_2);
  put (&sheet, 1, 0, "reviennent.");
  put (&sheet, 2, 0, "SILENCE");
  put_speech (&sheet, "LUCIEN", "(à la radio)", "Astrée, de pilote.");
  put (&sheet, 2, 22, "NORA (voix off)");
  put (&sheet, 1, 10, "Mon père a rentré onze mille");
  put (&sheet, 1, 10, "navires.");
  put (&sheet, 2, 44, "CUT SUR :");
  put_heading (&sheet, "2", "INT. CAFÉ DU PORT / SALLE - JOUR");
  put (&sheet, 2, 0, LONG_ACTION);
  put (&sheet, 2, 22, "LUCIEN");
  put (&sheet, 1, 10, "Cent douze, commandant.");
  put (&sheet, 1, 22, "(À SUIVRE)");
  next_page (&sheet);
  draw_page_frame (&sheet, 2);
  put (&sheet, 1, 22, "LUCIEN (SUITE)");
  put (&sheet, 1, 10, "Je ne bouge pas d’ici.");
  put_heading (&sheet, "2A", "OMISE");
  put_heading (&sheet, "3", "INT. CAVE - NUIT");
  put (&sheet, 2, 0, LONG_ACTION);
  next_page (&sheet);
  draw_page_frame (&sheet, 3);
  put (&sheet, 1, 0, "Fin de la cave.");
  assert_sheet (&sheet,
                "I LA PASSE\nI Un scénario de\nI Maëlle Tréguier\n"
                "H 1. EXT. JETÉE DU LARGE - AUBE\n"
                "A " LONG_ACTION " " LONG_ACTION_2 " reviennent.\n"
                "A SILENCE\n"
                "C LUCIEN\nP (à la radio)\nD Astrée, de pilote.\n"
                "C NORA (voix off)\nD Mon père a rentré onze mille navires.\n"
                "T CUT SUR :\n"
                "H 2. INT. CAFÉ DU PORT / SALLE - JOUR\nA " LONG_ACTION "\n"
                "C LUCIEN\nD Cent douze, commandant. Je ne bouge pas d’ici.\n"
                "H 2A. OMISE\n"
                "H 3. INT. CAVE - NUIT\nA " LONG_ACTION "\nA Fin de la cave.",
                &script);
  g_assert_cmpstr (script->title, ==, "LA PASSE");
  g_assert_cmpstr (script->author, ==, "Maëlle Tréguier");
  scenes = plt_test_script_scenes (script);
  g_assert_cmpstr (scenes, ==,
                   "1 EXT|JETÉE DU LARGE||AUBE 2\n2 INT|CAFÉ DU PORT|SALLE|JOUR 1\n2A ||| 0\n"
                   "3 INT|CAVE||NUIT 0");
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "version 3"));
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "Musoir"));
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "(À SUIVRE)"));
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "LUCIEN (SUITE)"));
}

/* Names and speech in the middle of the page, as word processors set them. */
static void
test_centered_speech (void)
{
  Sheet sheet;

  sheet_init (&sheet);
  put (&sheet, 2, 0, "12. INT. CUISINE – JOUR");
  put (&sheet, 2, 0, LONG_ACTION);
  put (&sheet, 1, 0, LONG_ACTION_2);
  put_centered (&sheet, 2, "NORA");
  put_centered (&sheet, 1, "(bas)");
  put_centered (&sheet, 1, "Je préfère le voir avant toute chose.");
  put_centered (&sheet, 2, "ÉLODIE");
  put_centered (&sheet, 1, "Bon.");
  put (&sheet, 2, 0, LONG_ACTION);
  put (&sheet, 2, 0, "13. EXT. RUE – NUIT");
  put (&sheet, 2, 0, LONG_ACTION);
  assert_sheet (&sheet,
                "H 12. INT. CUISINE – JOUR\nA " LONG_ACTION " " LONG_ACTION_2 "\n"
                "C NORA\nP (bas)\nD Je préfère le voir avant toute chose.\nC ÉLODIE\nD Bon.\n"
                "A " LONG_ACTION "\nH 13. EXT. RUE – NUIT\nA " LONG_ACTION,
                NULL);
}

/* Everything at one margin: a name is a line in capitals right above its speech. */
static void
test_one_margin (void)
{
  Sheet sheet;

  sheet_init (&sheet);
  put (&sheet, 2, 0, "INT. CUISINE - JOUR");
  put (&sheet, 2, 0, LONG_ACTION);
  put (&sheet, 2, 0, "NORA");
  put (&sheet, 1, 0, "Je préfère le voir avant.");
  put (&sheet, 2, 0, "EXT. RUE - NUIT");
  put (&sheet, 2, 0, LONG_ACTION);
  put (&sheet, 1, 0, LONG_ACTION_2);
  assert_sheet (&sheet,
                "H INT. CUISINE - JOUR\nA " LONG_ACTION "\nC NORA\nD Je préfère le voir avant.\n"
                "H EXT. RUE - NUIT\nA " LONG_ACTION " " LONG_ACTION_2,
                NULL);
}

static void
test_dual (void)
{
  Sheet sheet;

  sheet_init (&sheet);
  put (&sheet, 2, 0, "INT. CUISINE - JOUR");
  put (&sheet, 2, 0, LONG_ACTION);
  put_speech (&sheet, "NORA", NULL, "Oui.");
  put_speech (&sheet, "MILO", NULL, "Non.");
  put (&sheet, 2, 18, "NORA");
  draw (&sheet, LEFT + 45 * SIGN, sheet.y, "MILO");
  put (&sheet, 1, 10, "Tu ne m’écoutes");
  draw (&sheet, LEFT + 38 * SIGN, sheet.y, "Tu parles");
  put (&sheet, 1, 10, "jamais.");
  draw (&sheet, LEFT + 38 * SIGN, sheet.y, "trop.");
  put (&sheet, 2, 0, LONG_ACTION);
  assert_sheet (&sheet,
                "H INT. CUISINE - JOUR\nA " LONG_ACTION "\nC NORA\nD Oui.\nC MILO\nD Non.\n"
                "C= NORA\nD= Tu ne m’écoutes jamais.\nC= MILO\nD= Tu parles trop.\nA " LONG_ACTION,
                NULL);
}

/* In an English script without numbers, capitals alone at the margin are a heading; a heading of
 * two lines is one; a line broken by hand stays broken. */
static void
test_slugs (void)
{
  g_autoptr (PltScript) script = NULL;
  Sheet sheet;

  sheet_init (&sheet);
  put (&sheet, 2, 0, "INT. FISH MARKET, NORTH SIDE OF THE OLD HARBOUR, A FEW MINUTES");
  put (&sheet, 1, 0, "LATER");
  put (&sheet, 2, 0, LONG_ACTION);
  put_speech (&sheet, "NORA", NULL, "Look.");
  put (&sheet, 2, 0, "BACK AT THE COUNTER");
  put (&sheet, 2, 0, LONG_ACTION);
  put (&sheet, 2, 0, "BANG!");
  put (&sheet, 2, 0, "One.");
  put (&sheet, 1, 0, "Two.");
  put_speech (&sheet, "MILO", NULL, "What?");
  put (&sheet, 2, 0, "FADE OUT.");
  assert_sheet (&sheet,
                "H INT. FISH MARKET, NORTH SIDE OF THE OLD HARBOUR, A FEW MINUTES LATER\n"
                "A " LONG_ACTION "\nC NORA\nD Look.\nH BACK AT THE COUNTER\nA " LONG_ACTION "\n"
                "A BANG!\nA One. / Two.\nC MILO\nD What?\nT FADE OUT.",
                &script);
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_GUESSED, "BACK AT THE COUNTER"));
}

/* Letters cast together are apart; a hyphen at the end of a line goes when the script knows the
 * word without it, and stays when it knows the word with it or a pronoun follows. */
static void
test_words (void)
{
  Sheet sheet;

  sheet_init (&sheet);
  put (&sheet, 2, 0, "INT. CUISINE - JOUR");
  put (&sheet, 2, 0, "Le ﬁlet est ﬂou. Il préfère le silence, il regarde là-bas.");
  put (&sheet, 2, 0, "La porte est ouverte sur la cour, elle dit ce qu’elle pré-");
  put (&sheet, 1, 0, "fère, et personne ne lui répond. La fenêtre donne sur là-");
  put (&sheet, 1, 0, "bas, sur le port et sur la mer. Qui vient, demande-t-elle, dit-");
  put (&sheet, 1, 0, "elle encore une fois, et la porte se referme toute seule.");
  assert_sheet (
      &sheet,
      "H INT. CUISINE - JOUR\n"
      "A Le filet est flou. Il préfère le silence, il regarde là-bas.\n"
      "A La porte est ouverte sur la cour, elle dit ce qu’elle préfère, et personne ne lui "
      "répond. La fenêtre donne sur là-bas, sur le port et sur la mer. Qui vient, "
      "demande-t-elle, dit-elle encore une fois, et la porte se referme toute seule.",
      NULL);
}

/* ---- refused ---- */

static void
assert_refused (const char *bytes, gsize length, int code, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plt_pdf_script_read (bytes, length, "essai.pdf", &error));
  g_assert_error (error, PLT_ERROR, code);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_refused (void)
{
  Sheet sheet;
  g_autoptr (GError) error = NULL;

  sheet_init (&sheet);
  cairo_rectangle (sheet.cr, 10, 10, 100, 100);
  cairo_fill (sheet.cr);
  g_assert_null (read_sheet (&sheet, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "OCR"));
  assert_refused ("%PDF-1.5\n%garbage", 17, PLT_ERROR_DAMAGED, "damaged");
}

/* A PDF cut anywhere gives a script or a sentence. */
static void
test_truncated (void)
{
  Sheet sheet;
  g_autoptr (GByteArray) bytes = NULL;

  sheet_init (&sheet);
  put (&sheet, 2, 0, "INT. CUISINE - JOUR");
  put (&sheet, 2, 0, LONG_ACTION);
  bytes = g_byte_array_ref (sheet.bytes);
  plt_script_free (read_sheet (&sheet, NULL));
  for (guint cut = 10; cut < bytes->len; cut += bytes->len / 25)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltScript) script
          = plt_pdf_script_read ((const char *) bytes->data, cut, "essai.pdf", &error);

      g_assert_true ((script == NULL) == (error != NULL));
    }
}

/* ---- hostile ---- */

#define PAGE "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
#define FONT "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> "
#define CATALOG "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
#define TRAILER "trailer << /Root 1 0 R /Size 9 >>\n%%EOF\n"

/* Files without a table of objects: poppler builds it. Each gives a script or a sentence, soon. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *what, *text, *part; /* of the sentence */
  } cases[] = {
    { "a tree of pages that bites its tail",
      "%PDF-1.4\n" CATALOG
      "2 0 obj << /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >> endobj\n" TRAILER,
      NULL },
    { "a claim of ten thousand pages",
      "%PDF-1.4\n" CATALOG
      "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 10000 >> endobj\n3 0 obj " PAGE ">> endobj\n"
      "20000 0 obj 1 endobj\n" TRAILER,
      "10000 pages" },
    { "a negative count",
      "%PDF-1.4\n" CATALOG
      "2 0 obj << /Type /Pages /Kids [3 0 R] /Count -7 >> endobj\n3 0 obj " PAGE
      ">> endobj\n" TRAILER,
      NULL },
    { "a stream of a gigabyte",
      "%PDF-1.4\n" CATALOG
      "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj " PAGE FONT
      ">> /Contents 4 0 R >> endobj\n4 0 obj << /Length 1073741824 >> stream\nBT /F 12 Tf 72 700 "
      "Td "
      "(INT. CAVE - NUIT) Tj ET\nendstream endobj\n" TRAILER,
      NULL },
    { "a page as large as a town",
      "%PDF-1.4\n" CATALOG "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
      "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 1e30 1e30] " FONT
      ">> /Contents 4 0 R >> endobj\n4 0 obj << /Length 70 >> stream\nBT /F 1e28 Tf 72 1e29 Td "
      "(INT. CAVE - NUIT) Tj ET\nendstream endobj\n" TRAILER,
      NULL },
    { "a form that draws itself",
      "%PDF-1.4\n" CATALOG "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj " PAGE
      "/Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >> endobj\n"
      "4 0 obj << /Length 5 >> stream\n/X Do\nendstream endobj\n"
      "5 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R "
      ">> >> "
      "/Length 11 >> stream\n/X Do /X Do\nendstream endobj\n" TRAILER,
      NULL },
    { "an encryption nobody knows",
      "%PDF-1.4\n" CATALOG "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj " PAGE
      ">> endobj\n"
      "trailer << /Root 1 0 R /Size 9 /Encrypt << /Filter /Standard /V 1 /R 2 /O "
      "(12345678901234567890123456789012) /U (12345678901234567890123456789012) /P -4 >> /ID [(a) "
      "(b)] "
      ">>\n%%EOF\n",
      "password" },
    { "a root that is none", "%PDF-1.4\n1 0 obj 7 endobj\n" TRAILER, "damaged" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (PltScript) script
          = plt_pdf_script_read (cases[i].text, strlen (cases[i].text), "essai.pdf", &error);

      g_test_message ("%s: %s", cases[i].what, error != NULL ? error->message : "read");
      g_assert_true ((script == NULL) == (error != NULL));
      g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
      if (script != NULL)
        plt_test_script_is_sound (script);
      if (cases[i].part != NULL)
        g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

/* ---- pages ---- */

/* The number that is printed is the page, added pages keep theirs, and what is not printed is
 * counted. */
static void
test_page_numbers (void)
{
  static const struct
  {
    const char *printed[6]; /* on each sheet after the title page */
    guint pages[6];
  } cases[] = {
    { { "1.", "2.", "3.", "4.", "5.", "6." }, { 1, 2, 3, 4, 5, 6 } },
    { { "", "2.", "3.", "4.", "5.", "6." }, { 1, 2, 3, 4, 5, 6 } },
    { { "", "", "", "", "", "" }, { 1, 2, 3, 4, 5, 6 } },
    { { "12.", "13.", "14.", "15.", "16.", "17." }, { 12, 13, 14, 15, 16, 17 } },
    { { "1.", "2.", "2A.", "3.", "4.", "5." }, { 1, 2, 2, 3, 4, 5 } },
    { { "- 1 -", "- 2 -", "", "- 4 -", "- 5 -", "" }, { 1, 2, 3, 4, 5, 6 } },
    { { "1/6", "2/6", "3/6", "4/6", "5/6", "6/6" }, { 1, 2, 3, 4, 5, 6 } },
    { { "LA PASSE v3 p. 7", "LA PASSE v3 p. 8", "LA PASSE v3 p. 9", "LA PASSE v3 p. 10",
        "LA PASSE v3 p. 11", "LA PASSE v3 p. 12" },
      { 7, 8, 9, 10, 11, 12 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Sheet sheet;
      g_autoptr (PltScript) script = NULL;

      sheet_init (&sheet);
      put_centered (&sheet, 10, "LA PASSE");
      for (guint page = 0; page < 6; page++)
        {
          g_autofree char *heading
              = g_strdup_printf ("%u. INT. CABINE %c - JOUR", page + 1, 'A' + page);

          next_page (&sheet);
          draw (&sheet, RIGHT - 120, 36, cases[i].printed[page]);
          put (&sheet, 0, 0, heading);
          put (&sheet, 2, 0, LONG_ACTION);
        }
      script = read_sheet (&sheet, NULL);
      g_test_message ("%s, %s ...", cases[i].printed[0], cases[i].printed[1]);
      g_assert_cmpuint (script->scenes->len, ==, 6);
      for (guint page = 0; page < 6; page++)
        g_assert_cmpuint (((PltScene *) script->scenes->pdata[page])->page, ==,
                          cases[i].pages[page]);
    }
}

/* "JOUR" above a group, "Séquence 2 / SALON" below it; a name at the head of every page is no head.
 */
static void
test_sequences (void)
{
  g_autoptr (PltScript) script = NULL;
  g_autofree char *scenes = NULL;
  static const char *const words[] = { "", "Attends.", "Viens.", "Non." };
  Sheet sheet;

  sheet_init (&sheet);
  put_centered (&sheet, 1, "JOUR");
  for (guint page = 1; page <= 4; page++)
    {
      g_autofree char *heading = g_strdup_printf ("Séquence %u / SALON", page);

      if (page > 1)
        {
          next_page (&sheet);
          put (&sheet, 0, 22, "NORA");
          put (&sheet, 1, 10, words[page - 1]);
        }
      put (&sheet, 2, 0, heading);
      put (&sheet, 2, 0, LONG_ACTION);
      put_speech (&sheet, "MILO", NULL, "Encore ?");
    }
  script = read_sheet (&sheet, NULL);
  scenes = plt_test_script_scenes (script);
  g_assert_cmpstr (scenes, ==,
                   "1 |SALON||JOUR 2\n2 |SALON||JOUR 2\n3 |SALON||JOUR 2\n4 |SALON||JOUR 1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-script/numbered", test_numbered);
  g_test_add_func ("/pdf-script/centered-speech", test_centered_speech);
  g_test_add_func ("/pdf-script/one-margin", test_one_margin);
  g_test_add_func ("/pdf-script/dual", test_dual);
  g_test_add_func ("/pdf-script/slugs", test_slugs);
  g_test_add_func ("/pdf-script/words", test_words);
  g_test_add_func ("/pdf-script/refused", test_refused);
  g_test_add_func ("/pdf-script/truncated", test_truncated);
  g_test_add_func ("/pdf-script/hostile", test_hostile);
  g_test_add_func ("/pdf-script/page-numbers", test_page_numbers);
  g_test_add_func ("/pdf-script/sequences", test_sequences);
  return g_test_run ();
}
