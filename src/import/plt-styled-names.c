/* What the names of styles say, in English and French, and how numbers are printed. */
#include <string.h>

#include "plt-fdx-private.h"
#include "plt-styled-text.h"
#include "plt-text.h"

/* Parts of names without spaces, marks and accents, the most telling first. */
static const struct
{
  const char *part;
  PltParagraphKind kind;
} parts[] = {
  { "sceneheading", PLT_PARAGRAPH_HEADING },     { "sceneheader", PLT_PARAGRAPH_HEADING },
  { "scenetitle", PLT_PARAGRAPH_HEADING },       { "headingscene", PLT_PARAGRAPH_HEADING },
  { "sequenceheading", PLT_PARAGRAPH_HEADING },  { "slugline", PLT_PARAGRAPH_HEADING },
  { "masterscene", PLT_PARAGRAPH_HEADING },      { "intitule", PLT_PARAGRAPH_HEADING },
  { "entetedescene", PLT_PARAGRAPH_HEADING },    { "entetescene", PLT_PARAGRAPH_HEADING },
  { "entetedesequence", PLT_PARAGRAPH_HEADING }, { "entetesequence", PLT_PARAGRAPH_HEADING },
  { "titredescene", PLT_PARAGRAPH_HEADING },     { "titrescene", PLT_PARAGRAPH_HEADING },
  { "titredesequence", PLT_PARAGRAPH_HEADING },  { "titresequence", PLT_PARAGRAPH_HEADING },
  { "parenthe", PLT_PARAGRAPH_PARENTHETICAL },   { "didascali", PLT_PARAGRAPH_PARENTHETICAL },
  { "dialog", PLT_PARAGRAPH_DIALOGUE },          { "replique", PLT_PARAGRAPH_DIALOGUE },
  { "personnage", PLT_PARAGRAPH_CHARACTER },     { "character", PLT_PARAGRAPH_CHARACTER },
  { "transition", PLT_PARAGRAPH_TRANSITION },    { "lyrics", PLT_PARAGRAPH_LYRIC },
};

/* Whole words of names. */
static const struct
{
  const char *word;
  PltParagraphKind kind;
} words[] = {
  { "slug", PLT_PARAGRAPH_HEADING },   { "action", PLT_PARAGRAPH_ACTION },
  { "actions", PLT_PARAGRAPH_ACTION }, { "description", PLT_PARAGRAPH_ACTION },
  { "scene", PLT_PARAGRAPH_HEADING },  { "sequence", PLT_PARAGRAPH_HEADING },
  { "dial", PLT_PARAGRAPH_DIALOGUE },  { "perso", PLT_PARAGRAPH_CHARACTER },
};

/* What every document has, and says nothing: their paragraphs are known by what they say. */
static gboolean
is_plain (const char *folded)
{
  static const char *const plain[] = { "normal",
                                       "standard",
                                       "default",
                                       "general",
                                       "texte",
                                       "text",
                                       "body text",
                                       "text body",
                                       "corps de texte",
                                       "no spacing",
                                       "sans interligne",
                                       "list paragraph",
                                       "paragraphe de liste",
                                       "note",
                                       "notes",
                                       "default style",
                                       "style par defaut",
                                       "normal (web)",
                                       "plain text",
                                       "texte brut" };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (strcmp (folded, plain[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
plt_style_name_is_plain (const char *name)
{
  g_autofree char *folded = strlen (name) <= 60 ? plt_text_fold (name) : NULL;

  return folded != NULL && (folded[0] == '\0' || is_plain (folded));
}

static char *
letters_only (const char *folded)
{
  char *letters = g_strdup (folded);
  gsize n = 0;

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalpha (*p))
      letters[n++] = *p;
  letters[n] = '\0';
  return letters;
}

static gboolean
has_word (const char *folded, const char *word)
{
  gsize n = strlen (word);

  for (const char *p = strstr (folded, word); p != NULL; p = strstr (p + 1, word))
    if ((p == folded || !g_ascii_isalpha (p[-1])) && !g_ascii_isalpha (p[n]))
      return TRUE;
  return FALSE;
}

gboolean
plt_style_name_to_kind (const char *name, PltParagraphKind *kind)
{
  g_autofree char *folded = NULL;
  g_autofree char *letters = NULL;
  guint8 depth;

  if (strlen (name) > 60)
    return FALSE;
  folded = plt_text_fold (name);
  if (is_plain (folded) || g_str_has_prefix (folded, "toc ") || g_str_has_prefix (folded, "table")
      || g_str_has_prefix (folded, "foot") || g_str_has_prefix (folded, "end"))
    return FALSE;
  if (plt_fdx_find_type (name, kind, &depth))
    return TRUE;
  letters = letters_only (folded);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (letters, parts[i].part) != NULL)
      {
        *kind = parts[i].kind;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_word (folded, words[i].word))
      {
        *kind = words[i].kind;
        return TRUE;
      }
  return FALSE;
}

gboolean
plt_style_name_is_title (const char *name)
{
  static const char *const titles[]
      = { "title",  "titre",      "subtitle", "sous-titre",    "author",     "auteur",
          "credit", "title page", "contact",  "page de titre", "sous titre", "titre film" };
  g_autofree char *folded = strlen (name) <= 60 ? plt_text_fold (name) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (titles); i++)
    if (strcmp (folded, titles[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
plt_style_name_is_contents (const char *name)
{
  return g_ascii_strncasecmp (name, "toc ", 4) == 0 && g_ascii_isdigit (name[4]);
}

/* ---- capitals ---- */

char *
plt_styled_capitals (const char *text)
{
  const char *bracket = strchr (text, '(');
  gssize n = bracket != NULL && bracket > text ? (gssize) (bracket - text) : -1;
  g_autofree char *upper = g_utf8_strup (text, n);

  return g_strconcat (upper, n >= 0 ? bracket : "", NULL);
}

/* ---- measures ---- */

gint
plt_twips_parse (const char *text)
{
  static const struct
  {
    const char *unit;
    gint64 twips, per; /* a unit is twips / per */
  } units[] = { { "", 1, 1 },     { "pt", 20, 1 },       { "in", PLT_TWIPS_OF_INCH, 1 },
                { "px", 15, 1 },  { "cm", 144000, 254 }, { "inch", PLT_TWIPS_OF_INCH, 1 },
                { "pc", 240, 1 }, { "mm", 144000, 2540 } };
  gboolean negative = *text == '-';
  gint64 number = 0;
  gint64 scale = 1;

  for (text += negative ? 1 : 0; g_ascii_isdigit (*text) && number < G_MAXINT32; text++)
    number = number * 10 + (*text - '0');
  if (*text == '.')
    for (text++; g_ascii_isdigit (*text); text++)
      if (scale < 10000)
        {
          number = number * 10 + (*text - '0');
          scale *= 10;
        }
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (text, units[i].unit) == 0)
      {
        number = number * units[i].twips / (units[i].per * scale);
        number = MIN (number, 20 * PLT_TWIPS_OF_INCH);
        return (gint) (negative ? -number : number);
      }
  return 0;
}

/* ---- numbers of lists ---- */

static char *
roman (guint n)
{
  static const struct
  {
    guint value;
    const char *sign;
  } signs[] = { { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" },
                { 90, "xc" },  { 50, "l" },   { 40, "xl" }, { 10, "x" },   { 9, "ix" },
                { 5, "v" },    { 4, "iv" },   { 1, "i" } };
  GString *text = g_string_new (NULL);

  if (n >= 4000)
    {
      g_string_append_printf (text, "%u", n);
      return g_string_free (text, FALSE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; n >= signs[i].value; n -= signs[i].value)
      g_string_append (text, signs[i].sign);
  return g_string_free (text, FALSE);
}

/* a ... z, aa ... zz, as word processors go on */
static char *
letters_of (guint n)
{
  guint count = n == 0 ? 0 : (n - 1) / 26 + 1;
  char *text;

  if (count == 0 || count > 8)
    return g_strdup_printf ("%u", n);
  text = g_malloc (count + 1);
  memset (text, 'a' + (int) ((n - 1) % 26), count);
  text[count] = '\0';
  return text;
}

char *
plt_list_number (guint n, char format)
{
  g_autofree char *small = NULL;

  switch (format)
    {
    case '1':
      return g_strdup_printf ("%u", n);
    case '0':
      return g_strdup_printf ("%02u", n);
    case 'a':
      return letters_of (n);
    case 'i':
      return roman (n);
    case 'A':
      small = letters_of (n);
      return g_ascii_strup (small, -1);
    case 'I':
      small = roman (n);
      return g_ascii_strup (small, -1);
    default:
      return g_strdup ("");
    }
}
