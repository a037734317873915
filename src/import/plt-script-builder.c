#include "plt-script-builder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-script-pages.h"
#include "plt-text.h"

struct _PltScriptBuilder
{
  PltScript *script;
  PltScene *scene;         /* being read, NULL before the first */
  guint lines;             /* of the scene being read, or before the first */
  guint given_eighths;     /* 0: measure */
  GArray *prints;          /* PltPrint, one a paragraph: how it stands on paper */
  guint page;              /* given by the reader; 0: lay the text out */
  guint block_lines;       /* of the speech being read, for the one beside it */
  guint other_block_lines; /* of the speech beside which this one is set; 0: none */
  guint before_cues;       /* before the first heading, with the words beside */
  guint before_dialogue_words;
  guint before_action_words;
  guint english, french;  /* headings whose effect says the language */
  gboolean section_since; /* a section since the heading: a synopsis is not the scene's */
  char *group_effect;     /* (nullable): "JOUR" above a group of séquences */
  gboolean title_done, credit_seen;
  GHashTable *cues;         /* cue as written, without extension -> index + 1 of its character */
  GHashTable *folded_names; /* folded name -> index + 1 */
};

PltScriptBuilder *
plt_script_builder_new (const char *format)
{
  PltScriptBuilder *self = g_new0 (PltScriptBuilder, 1);

  self->script = plt_script_new (format);
  self->prints = g_array_new (FALSE, FALSE, sizeof (PltPrint));
  self->cues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->folded_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
plt_script_builder_free (PltScriptBuilder *self)
{
  g_clear_pointer (&self->script, plt_script_free);
  g_array_unref (self->prints);
  g_hash_table_unref (self->cues);
  g_hash_table_unref (self->folded_names);
  g_free (self->group_effect);
  g_free (self);
}

PltScript *
plt_script_builder_get_script (PltScriptBuilder *self)
{
  return self->script;
}

/* ---- measuring ---- */

typedef struct
{
  guint lines;
  guint words;
} Measure;

/* Lines of `text` set `width` signs wide, broken at spaces, and its words, in one pass. A word has
 * a letter or a figure: a lone dash is none. */
static Measure
measure (const char *text, gsize length, guint width)
{
  Measure result = { 1, 0 };
  guint column = 0;
  guint word = 0; /* signs of the word being read */
  gboolean counts = FALSE;

  for (gsize i = 0; i <= length; i++)
    {
      unsigned char c = i < length ? (unsigned char) text[i] : '\n';

      while (c > ' ')
        {
          word += (c & 0xC0) != 0x80 ? 1 : 0;
          /* Beyond ASCII, what begins with C2 or E2 is punctuation. */
          if (!counts)
            counts = (c >= 0xC3 && c != 0xE2) || g_ascii_isalnum ((char) c);
          i++;
          c = i < length ? (unsigned char) text[i] : '\n';
        }
      if (word > 0)
        {
          if (column > 0 && column + word > width)
            {
              result.lines++;
              column = 0;
            }
          column += word;
          /* A word longer than the line is broken. */
          if (column > width)
            {
              result.lines += (column - 1) / width;
              column = (column - 1) % width + 1;
            }
          result.words += counts ? 1 : 0;
          word = 0;
          counts = FALSE;
        }
      if (c == '\n')
        {
          if (i < length)
            result.lines++;
          column = 0;
        }
      else
        column++;
    }
  return result;
}

/* What prints on the page has a height. */
static Measure
measure_kind (PltParagraphKind kind, const char *text, gsize length)
{
  switch (kind)
    {
    case PLT_PARAGRAPH_HEADING:
    case PLT_PARAGRAPH_ACTION:
    case PLT_PARAGRAPH_CENTERED:
    case PLT_PARAGRAPH_TRANSITION:
      return measure (text, length, 60);
    case PLT_PARAGRAPH_DIALOGUE:
    case PLT_PARAGRAPH_LYRIC:
      return measure (text, length, 35);
    case PLT_PARAGRAPH_PARENTHETICAL:
      return measure (text, length, 25);
    case PLT_PARAGRAPH_CHARACTER:
    case PLT_PARAGRAPH_NOTE:
    case PLT_PARAGRAPH_SECTION:
    case PLT_PARAGRAPH_SYNOPSIS:
    case PLT_PARAGRAPH_PAGE_BREAK:
    case PLT_PARAGRAPH_TITLE:
    case PLT_PARAGRAPH_BONEYARD:
    default:
      return (Measure){ 0, 0 };
    }
}

static guint
eighths_of (guint lines)
{
  return MAX (1, (lines * 8 * 2 + PLT_PAGE_LINES) / (PLT_PAGE_LINES * 2));
}

static void
end_block (PltScriptBuilder *self)
{
  /* Two speeches side by side take the room of the longer. */
  if (self->other_block_lines > 0)
    self->lines -= MIN (self->lines, MIN (self->block_lines, self->other_block_lines));
  self->other_block_lines = 0;
  self->block_lines = 0;
}

static void
end_scene (PltScriptBuilder *self)
{
  end_block (self);
  if (self->scene != NULL)
    self->scene->eighths = self->given_eighths > 0 ? self->given_eighths : eighths_of (self->lines);
  else if (self->before_cues > 0)
    return; /* goes on into the first scene */
  self->lines = 0;
  self->given_eighths = 0;
}

/* What was spoken before the first heading is of the first scene. */
static void
take_what_came_before (PltScriptBuilder *self, PltScene *scene)
{
  if (self->before_cues == 0)
    return;
  scene->cues += self->before_cues;
  scene->dialogue_words += self->before_dialogue_words;
  scene->action_words += self->before_action_words;
  self->before_cues = 0;
  plt_script_add_remark (
      self->script, PLT_REMARK_GUESSED, 1, NULL,
      _ ("What stands before the first heading was counted with the first sequence."));
}

PltScript *
plt_script_builder_finish (PltScriptBuilder *self)
{
  end_scene (self);
  self->script->pages
      = self->page > 0 ? self->page : plt_script_pages_lay (self->script, self->prints);
  plt_script_pages_give_scenes (self->script);
  return g_steal_pointer (&self->script);
}

gboolean
plt_script_builder_is_english (const PltScriptBuilder *self)
{
  return self->english > self->french;
}

void
plt_script_builder_set_page (PltScriptBuilder *self, guint page)
{
  self->page = MAX (self->page, page);
}

void
plt_script_builder_set_heading_page (PltScriptBuilder *self, guint page)
{
  if (self->prints->len > 0)
    g_array_index (self->prints, PltPrint, self->prints->len - 1).page = page;
}

/* Adds the paragraph, `lines` high without the space above it. */
static PltParagraph *
add_paragraph (PltScriptBuilder *self,
               PltParagraphKind kind,
               guint line,
               const char *text,
               gsize length,
               guint lines)
{
  PltParagraph *paragraph
      = plt_script_add_paragraph (self->script, kind, line, text, (gssize) length);
  PltPrint print = { .lines = lines };

  paragraph->page = kind == PLT_PARAGRAPH_TITLE ? 0 : self->page;
  g_array_append_val (self->prints, print);
  return paragraph;
}

void
plt_script_builder_set_eighths (PltScriptBuilder *self, guint eighths)
{
  self->given_eighths = eighths;
}

/* ---- headings ---- */

/* The paragraph before, when it is one line that says a light and nothing else. */
static void
take_group_effect (PltScriptBuilder *self)
{
  PltScript *script = self->script;
  PltParagraph *last;
  char *effect;

  if (script->paragraphs->len == 0)
    return;
  last = g_ptr_array_index (script->paragraphs, script->paragraphs->len - 1);
  if (last->kind != PLT_PARAGRAPH_ACTION && last->kind != PLT_PARAGRAPH_SECTION)
    return;
  effect = plt_heading_parse_effect (last->text, -1);
  if (effect == NULL)
    return;
  g_free (self->group_effect);
  self->group_effect = effect;
  if (last->kind == PLT_PARAGRAPH_ACTION)
    {
      Measure size = measure (last->text, strlen (last->text), 60);

      last->kind = PLT_PARAGRAPH_SECTION;
      last->depth = 1;
      g_array_index (self->prints, PltPrint, self->prints->len - 1).lines = 0;
      self->lines -= MIN (self->lines, size.lines + 1);
      if (self->scene != NULL)
        self->scene->action_words -= MIN (self->scene->action_words, size.words);
    }
}

static void
take (char **field, char **value)
{
  g_free (*field);
  *field = g_steal_pointer (value);
}

/* "MÊME DÉCOR": that of the scene before. */
static void
take_same_set (PltScriptBuilder *self, guint line, PltHeading *heading)
{
  if (self->scene == NULL || self->scene->set[0] == '\0')
    return;
  plt_script_add_remark (self->script, PLT_REMARK_GUESSED, line, heading->text,
                         _ ("“%s” was read as the set before, “%s”."), heading->set,
                         self->scene->set);
  plt_set_str (&heading->set, self->scene->set);
  if (heading->sub_set[0] == '\0')
    plt_set_str (&heading->sub_set, self->scene->sub_set);
  if (heading->int_ext[0] == '\0')
    heading->int_ext = g_intern_string (self->scene->int_ext);
}

PltScene *
plt_script_builder_add_heading (PltScriptBuilder *self,
                                guint line,
                                const char *text,
                                gsize length,
                                PltHeading *heading,
                                PltHeadingMatch match)
{
  PltScene *scene;
  guint lines;

  if (heading->int_ext[0] == '\0' && heading->effect[0] == '\0' && !heading->omitted)
    {
      take_group_effect (self);
      if (self->group_effect != NULL && heading->number[0] != '\0')
        plt_set_str (&heading->effect, self->group_effect);
    }
  else
    g_clear_pointer (&self->group_effect, g_free);
  if (heading->same_set)
    take_same_set (self, line, heading);
  end_scene (self);
  scene = plt_script_add_scene (self->script, line);
  take_what_came_before (self, scene);
  lines = measure (text, length, 60).lines;
  add_paragraph (self, PLT_PARAGRAPH_HEADING, line, text, length, lines);
  if (match == PLT_HEADING_GUESSED)
    plt_script_add_remark (self->script, PLT_REMARK_GUESSED, line, heading->text,
                           _ ("Read as a heading, though it says neither INT nor EXT."));
  if (heading->effect[0] != '\0')
    *(heading->english ? &self->english : &self->french) += 1;
  take (&scene->number, &heading->number);
  plt_set_str (&scene->int_ext, heading->int_ext);
  take (&scene->effect, &heading->effect);
  take (&scene->set, &heading->set);
  take (&scene->sub_set, &heading->sub_set);
  take (&scene->heading, &heading->text);
  self->scene = scene;
  self->section_since = FALSE;
  self->lines += lines + 1;
  return scene;
}

/* ---- cues and characters ---- */

/* What follows a name without brackets: "NORA, OFF", "NORA V.O.". */
static gsize
strip_bare_extension (const char *name, gsize length)
{
  static const char *const extensions[]
      = { "VOIX OFF", "VOIX-OFF", "HORS CHAMP", "OFF", "V.O.", "O.S.", "(", "^", ":", "," };
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      while (length > 0 && (name[length - 1] == ' ' || name[length - 1] == '\t'))
        length--;
      for (guint i = 0; i < G_N_ELEMENTS (extensions) && !again; i++)
        {
          gsize n = strlen (extensions[i]);

          if (length > n + (n > 1 ? 1 : 0)
              && g_ascii_strncasecmp (name + length - n, extensions[i], n) == 0
              && (n == 1 || name[length - n - 1] == ' ' || name[length - n - 1] == ','))
            {
              length -= n;
              again = TRUE;
            }
        }
    }
  return length;
}

static gsize
cue_name_length (const char *cue, gsize length)
{
  const char *bracket = memchr (cue, '(', length);

  if (bracket != NULL && bracket > cue)
    length = (gsize) (bracket - cue);
  return strip_bare_extension (cue, length);
}

char *
plt_script_cue_name (const char *cue, gssize length)
{
  gsize n = length < 0 ? strlen (cue) : (gsize) length;

  while (n > 0 && (*cue == ' ' || *cue == '\t'))
    {
      cue++;
      n--;
    }
  n = cue_name_length (cue, n);
  if (memchr (cue, '\n', n) != NULL || memchr (cue, '\t', n) != NULL
      || g_strstr_len (cue, (gssize) n, "  ") != NULL
      || g_strstr_len (cue, (gssize) n, "\302\240") != NULL) /* a no-break space */
    {
      g_autofree char *name = g_strndup (cue, n);

      return plt_text_squeeze (name);
    }
  return g_strndup (cue, n);
}

/* The character that a cue names; ELODIE and ÉLODIE are one, and that is said once. */
static PltCharacter *
find_character (PltScriptBuilder *self, guint line, const char *text, gsize length)
{
  g_autofree char *name = plt_script_cue_name (text, (gssize) length);
  g_autofree char *folded = NULL;
  PltCharacter *character;
  guint index;

  if (name[0] == '\0')
    return NULL;
  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->cues, name));
  if (index > 0)
    return g_ptr_array_index (self->script->characters, index - 1);
  folded = plt_text_fold (name);
  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->folded_names, folded));
  if (index > 0)
    {
      g_autofree char *upper = g_utf8_strup (name, -1);

      character = g_ptr_array_index (self->script->characters, index - 1);
      if (strcmp (upper, character->name) != 0)
        plt_script_add_remark (self->script, PLT_REMARK_GUESSED, line, name,
                               _ ("“%s” and “%s” were taken for one role."), name, character->name);
    }
  else
    {
      character = g_new0 (PltCharacter, 1);
      character->name = g_strdup (name);
      character->first_scene = self->script->scenes->len > 0 ? self->script->scenes->len - 1 : 0;
      g_ptr_array_add (self->script->characters, character);
      index = self->script->characters->len;
      g_hash_table_insert (self->folded_names, g_steal_pointer (&folded), GUINT_TO_POINTER (index));
    }
  g_hash_table_insert (self->cues, g_steal_pointer (&name), GUINT_TO_POINTER (index));
  return character;
}

static gboolean
is_speech (PltParagraphKind kind)
{
  return kind == PLT_PARAGRAPH_DIALOGUE || kind == PLT_PARAGRAPH_PARENTHETICAL
         || kind == PLT_PARAGRAPH_LYRIC;
}

/* Marks the speech before as one of two. */
static void
mark_dual (PltScript *script)
{
  for (guint i = script->paragraphs->len; i-- > 0;)
    {
      PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, i);

      if (paragraph->kind != PLT_PARAGRAPH_CHARACTER && !is_speech (paragraph->kind))
        return;
      paragraph->dual = TRUE;
      if (paragraph->kind == PLT_PARAGRAPH_CHARACTER)
        return;
    }
}

void
plt_script_builder_add_cue (
    PltScriptBuilder *self, guint line, const char *text, gsize length, gboolean dual)
{
  guint before = self->block_lines;
  PltCharacter *character = find_character (self, line, text, length);
  PltParagraph *paragraph;

  end_block (self);
  if (dual)
    {
      mark_dual (self->script);
      self->other_block_lines = before;
    }
  paragraph = add_paragraph (self, PLT_PARAGRAPH_CHARACTER, line, text, length, 1);
  paragraph->dual = dual;
  g_array_index (self->prints, PltPrint, self->prints->len - 1).beside = dual;
  if (character != NULL)
    character->cues++;
  if (self->scene != NULL)
    self->scene->cues++;
  else
    self->before_cues++;
  self->block_lines = 2;
  self->lines += 2;
}

/* ---- the rest ---- */

static void
add_synopsis (PltScriptBuilder *self, const char *text, gsize length)
{
  char *joined;

  if (self->scene == NULL || self->section_since)
    return;
  joined = self->scene->synopsis[0] == '\0'
               ? g_strndup (text, length)
               : g_strdup_printf ("%s\n%.*s", self->scene->synopsis, (int) length, text);
  take (&self->scene->synopsis, &joined);
}

static void
add_speech (PltScriptBuilder *self, PltParagraph *paragraph, PltParagraphKind kind, Measure size)
{
  guint n = self->script->paragraphs->len;
  const PltParagraph *before = n > 1 ? g_ptr_array_index (self->script->paragraphs, n - 2) : NULL;

  self->block_lines += size.lines;
  self->lines += size.lines;
  if (before != NULL && (is_speech (before->kind) || before->kind == PLT_PARAGRAPH_CHARACTER))
    paragraph->dual = before->dual;
  if (kind == PLT_PARAGRAPH_PARENTHETICAL)
    return;
  *(self->scene != NULL ? &self->scene->dialogue_words : &self->before_dialogue_words)
      += size.words;
}

PltParagraph *
plt_script_builder_add (
    PltScriptBuilder *self, PltParagraphKind kind, guint line, const char *text, gsize length)
{
  Measure size = measure_kind (kind, text, length);
  PltParagraph *paragraph = add_paragraph (self, kind, line, text, length, size.lines);

  switch (kind)
    {
    case PLT_PARAGRAPH_ACTION:
    case PLT_PARAGRAPH_CENTERED:
    case PLT_PARAGRAPH_TRANSITION:
      end_block (self);
      self->lines += size.lines + 1;
      if (kind == PLT_PARAGRAPH_ACTION)
        *(self->scene != NULL ? &self->scene->action_words : &self->before_action_words)
            += size.words;
      break;
    case PLT_PARAGRAPH_PARENTHETICAL:
    case PLT_PARAGRAPH_DIALOGUE:
    case PLT_PARAGRAPH_LYRIC:
      add_speech (self, paragraph, kind, size);
      break;
    case PLT_PARAGRAPH_SYNOPSIS:
      add_synopsis (self, text, length);
      break;
    case PLT_PARAGRAPH_SECTION:
      self->section_since = TRUE;
      break;
    case PLT_PARAGRAPH_HEADING:
    case PLT_PARAGRAPH_CHARACTER:
      g_assert_not_reached (); /* they have functions of their own */
    case PLT_PARAGRAPH_NOTE:
    case PLT_PARAGRAPH_PAGE_BREAK:
    case PLT_PARAGRAPH_TITLE:
    case PLT_PARAGRAPH_BONEYARD:
    default:
      break;
    }
  return paragraph;
}

char *
plt_script_compose (char *text)
{
  /* U+0300 to U+036F begin with one of two bytes. */
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p == 0xCC || (guchar) *p == 0xCD)
      {
        char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

        g_free (text);
        return composed;
      }
  return text;
}

/* ---- the title page ---- */

static gboolean
is_credit (const char *text)
{
  static const char *const credits[] = { "by", "de", "par", "ecrit par", "un film de" };
  g_autofree char *folded = plt_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (credits); i++)
    if (strcmp (folded, credits[i]) == 0)
      return TRUE;
  return g_str_has_suffix (folded, " by") || g_str_has_suffix (folded, " par")
         || g_str_has_suffix (folded, " de");
}

static void
read_title_line (PltScriptBuilder *self, const char *line)
{
  PltScript *script = self->script;

  if (is_credit (line))
    self->credit_seen = self->title_done = TRUE;
  else if (self->credit_seen && script->author[0] == '\0')
    plt_set_str (&script->author, line);
  else if (!self->title_done)
    {
      g_autofree char *title = script->title[0] == '\0'
                                   ? g_strdup (line)
                                   : g_strconcat (script->title, " ", line, NULL);

      plt_set_str (&script->title, title);
    }
}

void
plt_script_builder_add_title_line (PltScriptBuilder *self,
                                   guint line,
                                   const char *text,
                                   gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_autofree char *squeezed = plt_text_squeeze (copy);

  if (squeezed[0] == '\0')
    {
      self->title_done |= self->script->title[0] != '\0';
      return;
    }
  read_title_line (self, squeezed);
  plt_script_builder_add (self, PLT_PARAGRAPH_TITLE, line, text, length);
}
