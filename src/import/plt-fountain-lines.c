/* What single lines of Fountain say: transitions, the fields of the title page. */
#include <string.h>

#include "plt-fountain-private.h"
#include "plt-text.h"

typedef enum
{
  ALONE,    /* nothing after the word */
  LINKED,   /* nothing, or AU, SUR, A, TO and more */
  ANYTHING, /* whatever follows */
} Followed;

static const struct
{
  const char *word; /* folded */
  Followed followed;
} transitions[] = {
  { "fondu", ANYTHING },
  { "ouverture au", ANYTHING },
  { "ouverture en", ANYTHING },
  { "fermeture au", ANYTHING },
  { "fermeture en", ANYTHING },
  { "cut", LINKED },
  { "cut sec", ALONE },
  { "coupe", LINKED },
  { "coupe franche", ANYTHING },
  { "noir", ALONE },
  { "ecran noir", ALONE },
  { "volet", LINKED },
  { "raccord sur", ANYTHING },
  { "retour", LINKED },
  { "fade in", ANYTHING },
  { "fade out", ANYTHING },
  { "fade to", ANYTHING },
  { "fade up", ANYTHING },
  { "smash cut", LINKED },
  { "match cut", LINKED },
  { "jump cut", LINKED },
  { "time cut", LINKED },
  { "dissolve", LINKED },
  { "wipe", LINKED },
  { "blackout", ALONE },
  { "black out", ALONE },
  { "iris", LINKED },
};

static gboolean
may_follow (Followed followed, const char *rest)
{
  static const char *const links[] = { " au", " a", " sur", " to", " in", " out" };

  if (rest[0] == '\0')
    return TRUE;
  if (rest[0] != ' ' || followed == ALONE)
    return FALSE;
  if (followed == ANYTHING)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (g_str_has_prefix (rest, links[i]) && !g_ascii_isalpha (rest[strlen (links[i])]))
      return TRUE;
  return FALSE;
}

gboolean
plt_fountain_is_transition (const char *line, gsize length)
{
  g_autofree char *copy = NULL;
  g_autofree char *folded = NULL;
  gsize n;

  if (length >= 3 && memcmp (line + length - 3, "TO:", 3) == 0)
    return TRUE;
  if (length > 60 || strchr ("FOCNVRSDMJWTBIE\303", line[0]) == NULL)
    return FALSE;
  copy = g_strndup (line, length);
  folded = plt_text_fold (copy);
  n = strlen (folded);
  while (n > 0 && strchr (" .:!,", folded[n - 1]) != NULL)
    folded[--n] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (transitions); i++)
    if (g_str_has_prefix (folded, transitions[i].word)
        && may_follow (transitions[i].followed, folded + strlen (transitions[i].word)))
      return TRUE;
  return FALSE;
}

void
plt_fountain_strip_name (const char **start, const char **end)
{
  static const char *const titles[] = { "Mme", "Mmes", "Mlle", "Mlles", "Mr",  "MM", "Mrs", "Ms",
                                        "Dr",  "Drs",  "Pr",   "Me",    "Mgr", "St", "Ste", "Cdt" };
  static const char *const said[]
      = { "off",        "voix off",   "voix-off", "en voix off", "en off",
          "hors champ", "hors-champ", "over",     "suite" };
  gsize n = (gsize) (*end - *start);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      gsize length = strlen (titles[i]);

      if (n > length + 1 && memcmp (*start, titles[i], length) == 0
          && (memcmp (*start + length, " ", 1) == 0 || memcmp (*start + length, ". ", 2) == 0))
        {
          *start += length + 1;
          break;
        }
    }
  for (guint i = G_N_ELEMENTS (said); i-- > 0;)
    {
      gsize length = strlen (said[i]);
      const char *before = *end - length - 1;

      if ((gsize) (*end - *start) > length + 1 && memcmp (before + 1, said[i], length) == 0
          && (*before == ' ' || *before == ','))
        {
          *end = before;
          while (*end > *start && strchr (" ,-", (*end)[-1]) != NULL)
            (*end)--;
          i = G_N_ELEMENTS (said);
        }
    }
}

gboolean
plt_fountain_is_part_title (const char *line, gsize length)
{
  static const char *const titles[] = { "synopsis",
                                        "resume",
                                        "note d'intention",
                                        "notes d'intention",
                                        "note de l'auteur",
                                        "note d'auteur",
                                        "note",
                                        "notes",
                                        "note de realisation",
                                        "personnages",
                                        "scenario",
                                        "traitement",
                                        "pitch",
                                        "logline",
                                        "continuite dialoguee",
                                        "treatment",
                                        "characters",
                                        "fin",
                                        "the end",
                                        NULL };
  g_autofree char *copy = NULL;
  g_autofree char *folded = NULL;

  if (length > 30 || strchr ("SRNPTLCF", line[0]) == NULL)
    return FALSE;
  copy = g_strndup (line, length);
  folded = plt_text_fold (copy);
  return g_strv_contains (titles, folded);
}

/* ---- title page ---- */

typedef enum
{
  FIELD_OTHER,
  FIELD_TITLE,
  FIELD_AUTHOR,
} Field;

static const struct
{
  const char *key; /* folded */
  Field field;
} keys[] = {
  { "title", FIELD_TITLE },       { "titre", FIELD_TITLE },      { "author", FIELD_AUTHOR },
  { "authors", FIELD_AUTHOR },    { "auteur", FIELD_AUTHOR },    { "auteurs", FIELD_AUTHOR },
  { "autrice", FIELD_AUTHOR },    { "autrices", FIELD_AUTHOR },  { "auteure", FIELD_AUTHOR },
  { "ecrit par", FIELD_AUTHOR },  { "scenario", FIELD_AUTHOR },  { "scenariste", FIELD_AUTHOR },
  { "credit", FIELD_OTHER },      { "source", FIELD_OTHER },     { "notes", FIELD_OTHER },
  { "note", FIELD_OTHER },        { "draft date", FIELD_OTHER }, { "date", FIELD_OTHER },
  { "draft", FIELD_OTHER },       { "contact", FIELD_OTHER },    { "copyright", FIELD_OTHER },
  { "revision", FIELD_OTHER },    { "version", FIELD_OTHER },    { "format", FIELD_OTHER },
  { "episode", FIELD_OTHER },     { "serie", FIELD_OTHER },      { "series", FIELD_OTHER },
  { "genre", FIELD_OTHER },       { "langue", FIELD_OTHER },     { "production", FIELD_OTHER },
  { "realisation", FIELD_OTHER }, { "adaptation", FIELD_OTHER }, { "d'apres", FIELD_OTHER },
  { "duree", FIELD_OTHER },       { "font", FIELD_OTHER },       { "language", FIELD_OTHER },
};

/* Bytes of the key of "Key: value", 0 when the line is none. */
static gsize
key_length (const char *line, const char *end)
{
  const char *colon = memchr (line, ':', (gsize) (MIN (end - line, 40)));

  return colon != NULL && colon > line && *line != ' ' && *line != '\t' ? (gsize) (colon - line)
                                                                        : 0;
}

static gboolean
find_key (const char *key, gsize length, Field *field)
{
  g_autofree char *copy = g_strndup (key, length);
  g_autofree char *folded = plt_text_fold (g_strstrip (copy));

  *field = FIELD_OTHER;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (folded, keys[i].key) == 0)
      {
        *field = keys[i].field;
        return TRUE;
      }
  return FALSE;
}

static const char *
line_end (const char *p, const char *end)
{
  while (p < end && *p != '\n' && *p != '\r')
    p++;
  return p;
}

static const char *
next_line (const char *p, const char *end)
{
  if (p < end && *p == '\r')
    p++;
  if (p < end && *p == '\n')
    p++;
  return p;
}

static void
finish_field (PltScriptBuilder *builder, GString *text, Field field, guint line)
{
  PltScript *script = plt_script_builder_get_script (builder);
  const char *value;
  g_autofree char *squeezed = NULL;

  if (text->len == 0)
    return;
  plt_script_builder_add (builder, PLT_PARAGRAPH_TITLE, line, text->str, text->len);
  value = strchr (text->str, ':');
  squeezed = plt_text_squeeze (value != NULL ? value + 1 : text->str);
  if (field == FIELD_TITLE && script->title[0] == '\0')
    plt_set_str (&script->title, squeezed);
  else if (field == FIELD_AUTHOR && script->author[0] == '\0')
    plt_set_str (&script->author, squeezed);
  g_string_truncate (text, 0);
}

static void
append_stripped (GString *text, const char *from, const char *to)
{
  gsize start = text->len;

  while (from < to && (*from == ' ' || *from == '\t'))
    from++;
  while (to > from && (to[-1] == ' ' || to[-1] == '\t'))
    to--;
  for (; from < to; from++)
    if (*from != PLT_FOUNTAIN_MARK)
      g_string_append_c (text, *from);
  g_string_truncate (text,
                     start + plt_fountain_strip_emphasis (text->str + start, text->len - start));
  while (text->len > start && strchr (" \t", text->str[text->len - 1]) != NULL)
    g_string_truncate (text, text->len - 1);
}

void
plt_fountain_read_title_page (PltScriptBuilder *builder,
                              const char **text,
                              const char *end,
                              guint *line)
{
  g_autoptr (GString) field_text = g_string_new (NULL);
  const char *p = *text;
  Field field = FIELD_OTHER;
  guint first = *line;
  gsize n = key_length (p, line_end (p, end));

  /* The first key must be one that title pages have: "FADE IN:" is none. */
  if (n == 0 || !find_key (p, n, &field))
    return;
  while (p < end)
    {
      const char *stop = line_end (p, end);
      const char *begin = p;

      while (begin < stop && (*begin == ' ' || *begin == '\t'))
        begin++;
      if (begin == stop)
        break;
      n = key_length (p, stop);
      if (n > 0)
        {
          finish_field (builder, field_text, field, first);
          find_key (p, n, &field);
          first = *line;
        }
      else if (field_text->len > 0)
        g_string_append_c (field_text, '\n');
      append_stripped (field_text, p, stop);
      p = next_line (stop, end);
      (*line)++;
    }
  finish_field (builder, field_text, field, first);
  *text = p;
}
