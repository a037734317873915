#include "plt-fdx.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-fdx-private.h"
#include "plt-script-builder.h"
#include "plt-text.h"
#include "plt-time.h"

#define MAX_EIGHTHS 8000 /* a scene of a thousand pages is a fault of the file */
#define MAX_PAGE 10000

/* Where a paragraph stands, which decides what it is more than its type does. */
typedef enum
{
  PLACE_SCRIPT,
  PLACE_DUAL,
  PLACE_TITLE_PAGE,
  PLACE_NOTE,
  PLACE_SUMMARY,
  PLACE_OMITTED,
  PLACE_BEAT,      /* what a scene does to a character */
  PLACE_FRAME,     /* header, footer */
  PLACE_ELSEWHERE, /* outlines, boards, lists */
} Place;

/* A part of a paragraph's text that carries tags. */
typedef struct
{
  gsize from, to;      /* bytes */
  const char *numbers; /* interned in the reader */
} Run;

/* One paragraph being read; they nest. */
typedef struct
{
  Place place;
  char *type;   /* (nullable) */
  char *number; /* (nullable) */
  char *title;  /* (nullable): of the scene */
  gboolean centered;
  gboolean new_page;
  guint line;
  guint eighths;
  guint page;
  guint blocks; /* dialogues side by side, omitted scenes: inside it */
  GString *text;
  GArray *runs; /* (nullable): Run */
} Frame;

/* Text that is no part of the script, for one remark. */
typedef struct
{
  GString *text;
  guint line;
} Aside;

typedef struct
{
  PltScriptBuilder *builder;
  GMarkupParseContext *context;
  PltFdxElement stack[PLT_FDX_MAX_DEPTH];
  guint depth;
  GArray *frames;            /* Frame */
  GPtrArray *after;          /* PltParagraph: notes and omitted text, to follow their paragraph */
  guint dual_cues;           /* met in the dual dialogue being read */
  GHashTable *unknown_types; /* said already */
  PltFdxTags *tags;
  PltFdxPlaces *places;
  GStringChunk *numbers; /* of tags */
  Aside frames_aside;    /* headers and footers */
  Aside elsewhere;
  gint64 note_position; /* of the script note being read, -1 when it says none */
  char *beat;           /* (nullable): the character of the beat being read */
  gboolean entities;    /* declared */
  /* the <Text> being read */
  const char *run_numbers; /* (nullable): of its tags */
  gsize run_from;
  gboolean all_caps;
  guint revised, revised_line; /* runs that carry a revision mark, and the first */
  guint locked_pages;
} Reader;

static void
clear_frame (gpointer data)
{
  Frame *self = data;

  g_free (self->type);
  g_free (self->number);
  g_free (self->title);
  g_string_free (self->text, TRUE);
  if (self->runs != NULL)
    g_array_unref (self->runs);
}

static void
free_paragraph (gpointer data)
{
  PltParagraph *self = data;

  g_free (self->text);
  g_free (self);
}

static PltScript *
script_of (Reader *self)
{
  return plt_script_builder_get_script (self->builder);
}

static Frame *
top_frame (Reader *self)
{
  return self->frames->len > 0 ? &g_array_index (self->frames, Frame, self->frames->len - 1) : NULL;
}

/* ---- paragraphs ---- */

static PltParagraph *
last_paragraph (Reader *self)
{
  GPtrArray *paragraphs = script_of (self)->paragraphs;

  return paragraphs->len > 0 ? g_ptr_array_index (paragraphs, paragraphs->len - 1) : NULL;
}

static void
keep_text_for_after (Reader *self, PltParagraphKind kind, guint line, const char *text)
{
  PltParagraph *paragraph;

  if (text[0] == '\0')
    return;
  paragraph = g_new0 (PltParagraph, 1);
  paragraph->kind = kind;
  paragraph->line = line;
  paragraph->text = g_strdup (text);
  g_ptr_array_add (self->after, paragraph);
}

static void
keep_for_after (Reader *self, PltParagraphKind kind, const Frame *frame)
{
  keep_text_for_after (self, kind, frame->line, frame->text->str);
}

static void
add_what_follows (Reader *self)
{
  for (guint i = 0; i < self->after->len; i++)
    {
      const PltParagraph *paragraph = g_ptr_array_index (self->after, i);

      plt_script_builder_add (self->builder, paragraph->kind, paragraph->line, paragraph->text,
                              strlen (paragraph->text));
    }
  g_ptr_array_set_size (self->after, 0);
}

static void
add_aside (Aside *self, guint line, const char *text)
{
  if (text[0] == '\0')
    return;
  if (self->text->len == 0)
    self->line = line;
  else
    g_string_append_c (self->text, '\n');
  g_string_append (self->text, text);
}

/* The number that Final Draft prints in the margin stands before the text, as on the page. Returns
 * the signs it takes. */
static guint
add_heading (Reader *self, const Frame *frame)
{
  g_auto (PltHeading) heading = { NULL };
  g_autofree char *shown = NULL;
  guint prefix = 0;

  plt_heading_parse (frame->text->str, (gssize) frame->text->len, TRUE, &heading);
  if (frame->number != NULL && frame->number[0] != '\0')
    {
      plt_set_str (&heading.number, frame->number);
      shown = g_strdup_printf ("%s. %s", frame->number, frame->text->str);
      prefix = (guint) g_utf8_strlen (frame->number, -1) + 2;
    }
  else
    shown = g_strdup (frame->text->str);
  plt_script_builder_add_heading (self->builder, frame->line, shown, strlen (shown), &heading,
                                  PLT_HEADING_SURE);
  if (frame->eighths > 0)
    plt_script_builder_set_eighths (self->builder, frame->eighths);
  if (frame->page > 0)
    plt_script_builder_set_heading_page (self->builder, frame->page);
  return prefix;
}

static PltParagraphKind
kind_of (Reader *self, const Frame *frame, guint8 *depth)
{
  PltParagraphKind kind = PLT_PARAGRAPH_ACTION;

  *depth = 1;
  if (frame->type != NULL && !plt_fdx_find_type (frame->type, &kind, depth))
    {
      g_auto (PltHeading) heading = { NULL };

      if (g_hash_table_add (self->unknown_types, g_strdup (frame->type)))
        plt_script_add_remark (script_of (self), PLT_REMARK_KEPT, frame->line, frame->text->str,
                               _ ("Paragraphs of the type “%s” were kept as action."), frame->type);
      if (plt_heading_parse (frame->text->str, (gssize) frame->text->len, FALSE, &heading)
          == PLT_HEADING_SURE)
        kind = PLT_PARAGRAPH_HEADING;
    }
  return kind == PLT_PARAGRAPH_ACTION && frame->centered ? PLT_PARAGRAPH_CENTERED : kind;
}

/* Signs of `text[0, to)`, of which `*at` bytes and `*signs` signs are already counted. */
static guint
count_signs (const char *text, gsize to, gsize *at, guint *signs)
{
  if (to > *at)
    {
      g_autofree char *part = plt_script_compose (g_strndup (text + *at, to - *at));

      *signs += (guint) g_utf8_strlen (part, -1);
      *at = to;
    }
  return *signs;
}

/* The runs of the text as it was before tidy() cut `skipped` bytes off its beginning and composed
 * its letters. */
static void
mark_tags (Reader *self, const Frame *frame, const char *raw, guint prefix)
{
  PltParagraph *paragraph = last_paragraph (self);
  gsize length = strlen (raw);
  gsize at = 0;
  guint signs = 0;

  while (at < length && g_ascii_isspace (raw[at]))
    at++;
  for (guint i = 0; i < frame->runs->len; i++)
    {
      const Run *run = &g_array_index (frame->runs, Run, i);
      guint from = count_signs (raw, MIN (run->from, length), &at, &signs);
      guint to = count_signs (raw, MIN (run->to, length), &at, &signs);

      if (from < to)
        plt_fdx_tags_mark (self->tags, paragraph, prefix + from, prefix + to, run->numbers);
    }
}

static void
add_script_paragraph (Reader *self, const Frame *frame, const char *raw)
{
  guint prefix = 0;
  guint8 depth;
  PltParagraphKind kind;

  if (frame->new_page && script_of (self)->paragraphs->len > 0)
    plt_script_builder_add (self->builder, PLT_PARAGRAPH_PAGE_BREAK, frame->line, "", 0);
  if (frame->text->len == 0)
    {
      add_what_follows (self);
      return;
    }
  kind = kind_of (self, frame, &depth);
  switch (kind)
    {
    case PLT_PARAGRAPH_HEADING:
      prefix = add_heading (self, frame);
      break;
    case PLT_PARAGRAPH_CHARACTER:
      plt_script_builder_add_cue (self->builder, frame->line, frame->text->str, frame->text->len,
                                  frame->place == PLACE_DUAL && self->dual_cues > 0);
      self->dual_cues += frame->place == PLACE_DUAL ? 1 : 0;
      break;
    case PLT_PARAGRAPH_SECTION:
      plt_script_builder_add (self->builder, kind, frame->line, frame->text->str, frame->text->len)
          ->depth
          = depth;
      break;
    default:
      plt_script_builder_add (self->builder, kind, frame->line, frame->text->str, frame->text->len);
      break;
    }
  if (frame->runs != NULL)
    mark_tags (self, frame, raw, prefix);
  if (kind == PLT_PARAGRAPH_HEADING && frame->title != NULL)
    plt_script_builder_add (self->builder, PLT_PARAGRAPH_SYNOPSIS, frame->line, frame->title,
                            strlen (frame->title));
  add_what_follows (self);
}

/* A frame line without its spaces, letters composed. */
static void
tidy (GString *text)
{
  g_autofree char *tidied = plt_script_compose (g_strstrip (g_strndup (text->str, text->len)));

  g_string_assign (text, tidied);
}

/* A note beside a paragraph follows it; of the list at the end, it says where it belongs. */
static void
end_note (Reader *self, const Frame *frame)
{
  if (self->frames->len == 0 && self->note_position >= 0 && frame->text->len > 0)
    {
      plt_fdx_places_add_note (self->places, (guint64) self->note_position, frame->line,
                               frame->text->str);
      return;
    }
  keep_for_after (self, PLT_PARAGRAPH_NOTE, frame);
  if (self->frames->len == 0)
    add_what_follows (self);
}

static void
end_beat (Reader *self, const Frame *frame)
{
  g_autofree char *text = NULL;

  if (frame->text->len == 0)
    return;
  text = self->beat != NULL ? g_strdup_printf ("%s\302\240: %s", self->beat, frame->text->str)
                            : g_strdup (frame->text->str);
  keep_text_for_after (self, PLT_PARAGRAPH_NOTE, frame->line, text);
}

static void
end_paragraph (Reader *self)
{
  Frame frame = *top_frame (self);
  g_autofree char *raw = NULL;

  /* Out of the array without being cleared: adding may read the frames below. */
  g_array_set_clear_func (self->frames, NULL);
  g_array_set_size (self->frames, self->frames->len - 1);
  g_array_set_clear_func (self->frames, clear_frame);
  raw = g_strdup (frame.text->str);
  tidy (frame.text);
  switch (frame.place)
    {
    case PLACE_SCRIPT:
      add_script_paragraph (self, &frame, raw);
      if (self->frames->len == 0)
        plt_fdx_places_add (self->places, last_paragraph (self), raw, frame.blocks);
      break;
    case PLACE_DUAL:
      add_script_paragraph (self, &frame, raw);
      break;
    case PLACE_TITLE_PAGE:
      plt_script_builder_add_title_line (self->builder, frame.line, frame.text->str,
                                         frame.text->len);
      break;
    case PLACE_SUMMARY:
      keep_for_after (self, PLT_PARAGRAPH_SYNOPSIS, &frame);
      break;
    case PLACE_OMITTED:
      keep_for_after (self, PLT_PARAGRAPH_BONEYARD, &frame);
      break;
    case PLACE_BEAT:
      end_beat (self, &frame);
      break;
    case PLACE_FRAME:
      add_aside (&self->frames_aside, frame.line, frame.text->str);
      break;
    case PLACE_NOTE:
      end_note (self, &frame);
      break;
    case PLACE_ELSEWHERE:
    default:
      add_aside (&self->elsewhere, frame.line, frame.text->str);
      break;
    }
  clear_frame (&frame);
}

/* ---- elements ---- */

/* A file has many <Content>: the script is the one right under the root, the title page has its
 * own, outlines and boards have theirs. What stands in a paragraph under an element that is not
 * known is beside the script too. */
static Place
find_place (const Reader *self)
{
  gboolean other = FALSE;

  for (guint i = self->depth; i-- > 0;)
    switch (self->stack[i])
      {
      case PLT_FDX_SUMMARY:
        return PLACE_SUMMARY;
      case PLT_FDX_SCRIPT_NOTE:
        return PLACE_NOTE;
      case PLT_FDX_OMITTED_SCENE:
        return PLACE_OMITTED;
      case PLT_FDX_ARC_BEAT:
        return PLACE_BEAT;
      case PLT_FDX_DUAL_DIALOGUE:
        return PLACE_DUAL;
      case PLT_FDX_HEADER_AND_FOOTER:
        return PLACE_FRAME;
      case PLT_FDX_PARAGRAPH:
        if (other)
          return PLACE_NOTE;
        break;
      case PLT_FDX_CONTENT:
        if (i > 0 && self->stack[i - 1] == PLT_FDX_FINAL_DRAFT)
          return PLACE_SCRIPT;
        if (i > 0 && self->stack[i - 1] == PLT_FDX_TITLE_PAGE)
          return PLACE_TITLE_PAGE;
        break;
      case PLT_FDX_TITLE_PAGE:
      case PLT_FDX_FINAL_DRAFT:
        return PLACE_ELSEWHERE;
      case PLT_FDX_TEXT:
      case PLT_FDX_SCENE_PROPERTIES:
      case PLT_FDX_OTHER:
      default:
        other = TRUE;
        break;
      }
  return PLACE_ELSEWHERE;
}

static void
begin_paragraph (Reader *self, const char **names, const char **values)
{
  Frame frame = { .place = find_place (self) };
  int line;

  g_markup_parse_context_get_position (self->context, &line, NULL);
  frame.line = (guint) line;
  frame.type = g_strdup (plt_fdx_attribute (names, values, "Type"));
  frame.number = g_strdup (plt_fdx_attribute (names, values, "Number"));
  frame.centered = g_strcmp0 (plt_fdx_attribute (names, values, "Alignment"), "Center") == 0;
  frame.new_page = g_strcmp0 (plt_fdx_attribute (names, values, "StartsNewPage"), "Yes") == 0;
  frame.text = g_string_new (NULL);
  g_array_append_val (self->frames, frame);
}

static void
read_scene_properties (Reader *self, const char **names, const char **values)
{
  Frame *frame = top_frame (self);
  const char *length = plt_fdx_attribute (names, values, "Length");
  const char *page = plt_fdx_attribute (names, values, "Page");
  const char *number = plt_fdx_attribute (names, values, "Number");
  const char *title = plt_fdx_attribute (names, values, "Title");
  gint64 eighths;

  if (frame == NULL)
    return;
  if (length != NULL && plt_eighths_parse (length, &eighths, NULL) && eighths > 0
      && eighths <= MAX_EIGHTHS)
    frame->eighths = (guint) eighths;
  if (page != NULL && g_ascii_strtoull (page, NULL, 10) <= MAX_PAGE)
    frame->page = (guint) g_ascii_strtoull (page, NULL, 10); /* 12 of "12A" */
  if (frame->number == NULL || frame->number[0] == '\0')
    plt_set_str (&frame->number, number);
  if (title != NULL)
    {
      g_autofree char *squeezed = plt_text_squeeze (title);

      if (squeezed[0] != '\0')
        plt_set_str (&frame->title, squeezed);
    }
}

/* "120,135": where the words that the note is about begin. */
static gint64
read_range (const char *range)
{
  guint64 one, two;
  char *end;

  if (range == NULL || !g_ascii_isdigit (range[0]))
    return -1;
  one = g_ascii_strtoull (range, &end, 10);
  if (*end != ',' || !g_ascii_isdigit (end[1]))
    return -1;
  two = g_ascii_strtoull (end + 1, NULL, 10);
  return (gint64) MIN (MIN (one, two), G_MAXINT64);
}

/* Style="Bold+AllCaps": the file keeps what was typed, the page shows capitals. */
static gboolean
is_all_caps (const char *style)
{
  const char *caps = style != NULL ? strstr (style, "AllCaps") : NULL;

  return caps != NULL && (caps == style || caps[-1] == '+') && (caps[7] == '\0' || caps[7] == '+');
}

static void
begin_run (Reader *self, const char **names, const char **values)
{
  const Frame *frame = top_frame (self);
  const char *numbers = plt_fdx_attribute (names, values, "TagNumber");
  const char *revision = plt_fdx_attribute (names, values, "RevisionID");

  self->run_numbers = numbers != NULL ? g_string_chunk_insert_const (self->numbers, numbers) : NULL;
  self->run_from = frame != NULL ? frame->text->len : 0;
  self->all_caps = is_all_caps (plt_fdx_attribute (names, values, "Style"));
  if (frame != NULL && (frame->place == PLACE_SCRIPT || frame->place == PLACE_DUAL)
      && revision != NULL && revision[0] >= '1' && revision[0] <= '9')
    {
      self->revised_line = self->revised == 0 ? frame->line : self->revised_line;
      self->revised++;
    }
}

static void
end_run (Reader *self)
{
  Frame *frame = top_frame (self);
  Run run = { self->run_from, 0, self->run_numbers };

  if (frame == NULL || self->run_numbers == NULL || frame->text->len <= self->run_from)
    return;
  run.to = frame->text->len;
  if (frame->runs == NULL)
    frame->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_append_val (frame->runs, run);
}

/* A block inside a paragraph of the script counts for the places of notes. */
static void
begin_block (Reader *self)
{
  if (self->frames->len == 1)
    top_frame (self)->blocks++;
}

static void
start_element (GMarkupParseContext *context,
               const char *name,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  Reader *self = data;
  PltFdxElement element = plt_fdx_find_element (name);

  if (self->depth == PLT_FDX_MAX_DEPTH)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID, "depth");
      return;
    }
  switch (element)
    {
    case PLT_FDX_PARAGRAPH:
      begin_paragraph (self, names, values);
      break;
    case PLT_FDX_SCENE_PROPERTIES:
      read_scene_properties (self, names, values);
      break;
    case PLT_FDX_DUAL_DIALOGUE:
      self->dual_cues = 0;
      begin_block (self);
      break;
    case PLT_FDX_OMITTED_SCENE:
      begin_block (self);
      break;
    case PLT_FDX_TEXT:
      begin_run (self, names, values);
      break;
    case PLT_FDX_SCRIPT_NOTE:
      self->note_position = read_range (plt_fdx_attribute (names, values, "Range"));
      break;
    case PLT_FDX_ARC_BEAT:
      plt_set_str (&self->beat, plt_fdx_attribute (names, values, "Name"));
      break;
    case PLT_FDX_LOCKED_PAGE:
      self->locked_pages++;
      break;
    default:
      plt_fdx_tags_start (self->tags, element, names, values);
      break;
    }
  self->stack[self->depth++] = element;
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reader *self = data;
  PltFdxElement element = self->stack[--self->depth];

  if (element == PLT_FDX_PARAGRAPH)
    end_paragraph (self);
  else if (element == PLT_FDX_TEXT)
    end_run (self);
  else
    plt_fdx_tags_end (self->tags, element);
}

/* A paragraph owns the <Text> right under it; whatever else holds text is beside the script. */
static void
add_text (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *self = data;
  Frame *frame = top_frame (self);
  PltFdxElement element = self->depth > 0 ? self->stack[self->depth - 1] : PLT_FDX_OTHER;

  if (element == PLT_FDX_DEF_ID)
    plt_fdx_tags_add_text (self->tags, text, length);
  if (element != PLT_FDX_TEXT || self->depth < 2)
    return;
  if (frame == NULL || self->stack[self->depth - 2] != PLT_FDX_PARAGRAPH)
    {
      g_autofree char *other = g_strstrip (g_strndup (text, length));

      add_aside (&self->elsewhere, frame != NULL ? frame->line : 0, other);
    }
  else if (self->all_caps)
    {
      g_autofree char *upper = g_utf8_strup (text, (gssize) length);

      g_string_append (frame->text, upper);
    }
  else
    g_string_append_len (frame->text, text, (gssize) length);
}

/* Only noted here: an error that this callback sets does not stop GMarkup before its own. */
static void
meet_passthrough (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *self = data;

  if (g_strstr_len (text, (gssize) length, "<!ENTITY") != NULL)
    self->entities = TRUE;
}

/* ---- the whole ---- */

static int
count_lines (const char *from, const char *to)
{
  int n = 1;

  for (const char *p = from; p < to; p++)
    n += *p == '\n' ? 1 : 0;
  return n;
}

static void
set_damaged_error (const char *name, int line, GError **error)
{
  g_set_error (error, PLT_ERROR, PLT_ERROR_DAMAGED,
               _ ("“%s” is damaged at line %d: save it again from the program that wrote it."),
               name, line);
}

static void
set_parse_error (
    const Reader *self, const GError *cause, gboolean at_end, const char *name, GError **error)
{
  int line;
  g_markup_parse_context_get_position (self->context, &line, NULL);
  if (cause != NULL && cause->domain == PLT_ERROR)
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("“%s” nests its elements deeper than any Final Draft file: save it again from "
                    "the program that wrote it."),
                 name);
  else if (self->entities)
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("“%s” declares XML entities, which no Final Draft file does: it was not read."),
                 name);
  else if (at_end)
    g_set_error (error, PLT_ERROR, PLT_ERROR_DAMAGED,
                 _ ("“%s” ends in the middle: copy it again, or save it again from the program "
                    "that wrote it."),
                 name);
  else
    set_damaged_error (name, line, error);
}

/* Only UTF-16 and the Western encodings that the declaration names are converted: the rest is
 * UTF-8, or damaged. */
static char *
to_utf8 (const char *bytes, gsize length)
{
  static const char *const western[] = { "8859-1", "windows-1252", "WINDOWS-1252", "Windows-1252" };
  gssize head = (gssize) MIN (length, 200);

  if (length >= 2 && (memcmp (bytes, "\377\376", 2) == 0 || memcmp (bytes, "\376\377", 2) == 0))
    return plt_text_to_utf8 (bytes, length, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (western); i++)
    if (g_strstr_len (bytes, head, western[i]) != NULL)
      return plt_text_to_utf8 (bytes, length, NULL, NULL);
  return NULL;
}

static gboolean
parse (Reader *self, const char *bytes, gsize length, const char *name, GError **error)
{
  static const GMarkupParser parser
      = { start_element, end_element, add_text, meet_passthrough, NULL };
  g_autoptr (GMarkupParseContext) context
      = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, self, NULL);
  g_autoptr (GError) cause = NULL;
  const char *invalid;

  self->context = context;
  if (length >= 3 && memcmp (bytes, "\357\273\277", 3) == 0)
    {
      bytes += 3;
      length -= 3;
    } /* GMarkup lets NUL through, and stumbles over its own errors in a declaration that is not
         UTF-8. */
  if (!g_utf8_validate_len (bytes, length, &invalid))
    {
      set_damaged_error (name, count_lines (bytes, invalid), error);
      return FALSE;
    }
  if (!g_markup_parse_context_parse (context, bytes, (gssize) length, &cause))
    {
      set_parse_error (self, cause, FALSE, name, error);
      return FALSE;
    }
  if (!g_markup_parse_context_end_parse (context, &cause) || self->entities)
    {
      set_parse_error (self, cause, TRUE, name, error);
      return FALSE;
    }
  return TRUE;
}

/* The page number of a header is no text to speak of. */
static gboolean
has_words (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static void
say_what_is_beside (Reader *self)
{
  PltScript *script = script_of (self);

  if (has_words (self->frames_aside.text->str))
    plt_script_add_remark (script, PLT_REMARK_DROPPED, self->frames_aside.line,
                           self->frames_aside.text->str,
                           _ ("Headers and footers of the pages were left out."));
  if (has_words (self->elsewhere.text->str))
    plt_script_add_remark (
        script, PLT_REMARK_DROPPED, self->elsewhere.line, self->elsewhere.text->str,
        _ ("Outlines, boards and lists that stand beside the script were left out."));
  if (self->revised > 0)
    plt_script_add_remark (
        script, PLT_REMARK_KEPT, self->revised_line, NULL,
        ngettext ("%u passage carries a revision mark: its text was read as it stands.",
                  "%u passages carry revision marks: their text was read as it stands.",
                  self->revised),
        self->revised);
  if (self->locked_pages > 0)
    plt_script_add_remark (script, PLT_REMARK_KEPT, 0, NULL,
                           _ ("The pages are locked in Final Draft: the pages of the sequences "
                              "are those that the file gives."));
}

PltScript *
plt_fdx_read (const char *bytes, gsize length, const char *name, GError **error)
{
  g_autoptr (PltScriptBuilder) builder = plt_script_builder_new ("fdx");
  g_autoptr (GHashTable) unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (free_paragraph);
  g_autoptr (GString) frame_text = g_string_new (NULL);
  g_autoptr (GString) elsewhere = g_string_new (NULL);
  g_autoptr (PltFdxTags) tags = plt_fdx_tags_new ();
  g_autoptr (PltFdxPlaces) places = plt_fdx_places_new ();
  g_autofree char *converted = to_utf8 (bytes, length);
  PltScript *script = NULL;
  Reader self = { .builder = builder,
                  .frames = frames,
                  .after = after,
                  .unknown_types = unknown,
                  .tags = tags,
                  .places = places,
                  .numbers = g_string_chunk_new (256),
                  .note_position = -1,
                  .frames_aside = { frame_text, 0 },
                  .elsewhere = { elsewhere, 0 } };

  g_array_set_clear_func (frames, clear_frame);
  if (parse (&self, converted != NULL ? converted : bytes,
             converted != NULL ? strlen (converted) : length, name, error))
    {
      say_what_is_beside (&self);
      script = plt_script_builder_finish (builder);
      plt_fdx_places_arrange (places, script);
      plt_fdx_tags_finish (tags, script);
    }
  g_free (self.beat);
  g_string_chunk_free (self.numbers);
  return script;
}
