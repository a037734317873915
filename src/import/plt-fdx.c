#include "plt-fdx.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-fdx-private.h"
#include "plt-script-builder.h"
#include "plt-text.h"
#include "plt-time.h"

#define MAX_EIGHTHS 8000 /* a scene of a thousand pages is a fault of the file */

/* Where a paragraph stands, which decides what it is more than its type does. */
typedef enum
{
  PLACE_SCRIPT,
  PLACE_DUAL,
  PLACE_TITLE_PAGE,
  PLACE_NOTE,
  PLACE_SUMMARY,
  PLACE_OMITTED,
  PLACE_FRAME, /* header, footer */
  PLACE_ELSEWHERE,
} Place;

/* One paragraph being read; they nest. */
typedef struct
{
  Place place;
  char *type;   /* (nullable) */
  char *number; /* (nullable) */
  gboolean centered;
  guint line;
  guint eighths;
  guint page; /* of a heading, as printed; 0: not said */
  GString *text;
} Frame;

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
  GString *frame_text;       /* of headers and footers */
  guint frame_line;
  gboolean entities; /* declared */
  char *tag;         /* (nullable): number of the tag of the text being read */
} Reader;

static void
clear_frame (gpointer data)
{
  Frame *self = data;

  g_free (self->type);
  g_free (self->number);
  g_string_free (self->text, TRUE);
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

static void
keep_for_after (Reader *self, PltParagraphKind kind, const Frame *frame)
{
  PltParagraph *paragraph;

  if (frame->text->len == 0)
    return;
  paragraph = g_new0 (PltParagraph, 1);
  paragraph->kind = kind;
  paragraph->line = frame->line;
  paragraph->text = g_strdup (frame->text->str);
  g_ptr_array_add (self->after, paragraph);
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

/* The number that Final Draft prints in the margin stands before the text, as on the page. */
static void
add_heading (Reader *self, const Frame *frame)
{
  g_auto (PltHeading) heading = { NULL };
  g_autofree char *shown = NULL;

  plt_heading_parse (frame->text->str, (gssize) frame->text->len, TRUE, &heading);
  if (frame->number != NULL && frame->number[0] != '\0')
    {
      plt_set_str (&heading.number, frame->number);
      shown = g_strdup_printf ("%s. %s", frame->number, frame->text->str);
    }
  else
    shown = g_strdup (frame->text->str);
  plt_script_builder_add_heading (self->builder, frame->line, shown, strlen (shown), &heading,
                                  PLT_HEADING_SURE);
  if (frame->eighths > 0)
    plt_script_builder_set_eighths (self->builder, frame->eighths);
  if (frame->page > 0)
    plt_script_builder_set_heading_page (self->builder, frame->page);
}

static PltParagraphKind
kind_of (Reader *self, const Frame *frame)
{
  PltParagraphKind kind = PLT_PARAGRAPH_ACTION;

  if (frame->type != NULL && !plt_fdx_find_type (frame->type, &kind))
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

static void
add_script_paragraph (Reader *self, const Frame *frame)
{
  PltParagraphKind kind;

  if (frame->text->len == 0)
    {
      add_what_follows (self);
      return;
    }
  kind = kind_of (self, frame);
  switch (kind)
    {
    case PLT_PARAGRAPH_HEADING:
      add_heading (self, frame);
      break;
    case PLT_PARAGRAPH_CHARACTER:
      plt_script_builder_add_cue (self->builder, frame->line, frame->text->str, frame->text->len,
                                  frame->place == PLACE_DUAL && self->dual_cues > 0);
      self->dual_cues += frame->place == PLACE_DUAL ? 1 : 0;
      break;
    case PLT_PARAGRAPH_SECTION:
      plt_script_builder_add (self->builder, kind, frame->line, frame->text->str, frame->text->len)
          ->depth
          = 1;
      break;
    default:
      plt_script_builder_add (self->builder, kind, frame->line, frame->text->str, frame->text->len);
      break;
    }
  add_what_follows (self);
}

/* A frame line without its spaces, letters composed. */
static void
tidy (GString *text)
{
  g_autofree char *tidied = plt_script_compose (g_strstrip (g_strndup (text->str, text->len)));

  g_string_assign (text, tidied);
}

static void
end_paragraph (Reader *self)
{
  Frame frame = *top_frame (self);

  /* Out of the array without being cleared: adding may read the frames below. */
  g_array_set_clear_func (self->frames, NULL);
  g_array_set_size (self->frames, self->frames->len - 1);
  g_array_set_clear_func (self->frames, clear_frame);
  tidy (frame.text);
  switch (frame.place)
    {
    case PLACE_SCRIPT:
    case PLACE_DUAL:
      add_script_paragraph (self, &frame);
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
    case PLACE_FRAME:
      if (frame.text->len > 0)
        {
          if (self->frame_text->len == 0)
            self->frame_line = frame.line;
          else
            g_string_append_c (self->frame_text, '\n');
          g_string_append (self->frame_text, frame.text->str);
        }
      break;
    case PLACE_NOTE:
    case PLACE_ELSEWHERE:
    default:
      keep_for_after (self, PLT_PARAGRAPH_NOTE, &frame);
      /* Notes that stand beside no paragraph, at the end of the file. */
      if (self->frames->len == 0)
        add_what_follows (self);
      break;
    }
  clear_frame (&frame);
}

/* ---- elements ---- */

static Place
find_place (const Reader *self)
{
  gboolean in_content = FALSE;

  for (guint i = self->depth; i-- > 0;)
    switch (self->stack[i])
      {
      case PLT_FDX_SUMMARY:
        return PLACE_SUMMARY;
      case PLT_FDX_SCRIPT_NOTE:
        return PLACE_NOTE;
      case PLT_FDX_OMITTED_SCENE:
        return PLACE_OMITTED;
      case PLT_FDX_DUAL_DIALOGUE:
        return PLACE_DUAL;
      case PLT_FDX_HEADER_AND_FOOTER:
        return PLACE_FRAME;
      case PLT_FDX_TITLE_PAGE:
        return in_content ? PLACE_TITLE_PAGE : PLACE_ELSEWHERE;
      case PLT_FDX_CONTENT:
        in_content = TRUE;
        break;
      case PLT_FDX_FINAL_DRAFT:
        return in_content ? PLACE_SCRIPT : PLACE_ELSEWHERE;
      case PLT_FDX_PARAGRAPH:
      case PLT_FDX_TEXT:
      case PLT_FDX_SCENE_PROPERTIES:
      case PLT_FDX_OTHER:
      default:
        break;
      }
  return PLACE_ELSEWHERE;
}

static const char *
attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];
  return NULL;
}

static void
begin_paragraph (Reader *self, const char **names, const char **values)
{
  Frame frame = { .place = find_place (self) };
  int line;

  g_markup_parse_context_get_position (self->context, &line, NULL);
  frame.line = (guint) line;
  frame.type = g_strdup (attribute (names, values, "Type"));
  frame.number = g_strdup (attribute (names, values, "Number"));
  frame.centered = g_strcmp0 (attribute (names, values, "Alignment"), "Center") == 0;
  frame.text = g_string_new (NULL);
  g_array_append_val (self->frames, frame);
}

static void
read_scene_properties (Reader *self, const char **names, const char **values)
{
  Frame *frame = top_frame (self);
  const char *length = attribute (names, values, "Length");
  const char *page = attribute (names, values, "Page");
  gint64 eighths;
  guint64 number;

  if (frame != NULL && length != NULL && plt_eighths_parse (length, &eighths, NULL) && eighths > 0
      && eighths <= MAX_EIGHTHS)
    frame->eighths = (guint) eighths;
  if (frame != NULL && page != NULL
      && g_ascii_string_to_unsigned (page, 10, 1, G_MAXUINT16, &number, NULL))
    frame->page = (guint) number;
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
      break;
    case PLT_FDX_TEXT:
      g_free (self->tag);
      self->tag = g_strdup (attribute (names, values, "TagNumber"));
      break;
    case PLT_FDX_OTHER:
    case PLT_FDX_FINAL_DRAFT:
    case PLT_FDX_CONTENT:
    case PLT_FDX_SUMMARY:
    case PLT_FDX_SCRIPT_NOTE:
    case PLT_FDX_OMITTED_SCENE:
    case PLT_FDX_TITLE_PAGE:
    case PLT_FDX_HEADER_AND_FOOTER:
    default:
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
    g_clear_pointer (&self->tag, g_free);
}

static void
add_text (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *self = data;
  Frame *frame = top_frame (self);

  if (frame == NULL || self->depth == 0 || self->stack[self->depth - 1] != PLT_FDX_TEXT)
    return;
  g_string_append_len (frame->text, text, (gssize) length);
  if (self->tag != NULL)
    {
      g_autofree char *tagged = g_strndup (text, length);

      plt_script_add_remark (script_of (self), PLT_REMARK_KEPT, frame->line, tagged,
                             _ ("“%s” carries a tag of Final Draft, which was not taken over."),
                             tagged);
    }
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

/* Final Draft keeps the title page after the script; as paragraphs it comes first. */
static PltScript *
move_title_page_first (PltScript *script)
{
  GPtrArray *paragraphs = script->paragraphs;
  g_autofree gpointer *others = g_new (gpointer, paragraphs->len + 1);
  guint n_titles = 0, n_others = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      PltParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (paragraph->kind != PLT_PARAGRAPH_TITLE)
        {
          others[n_others++] = paragraph;
          continue;
        }
      if (paragraph->scene >= 0)
        {
          PltScene *scene = g_ptr_array_index (script->scenes, paragraph->scene);

          scene->n_paragraphs--;
          paragraph->scene = -1;
        }
      paragraphs->pdata[n_titles++] = paragraph;
    }
  for (guint i = 0; i < n_others; i++)
    paragraphs->pdata[n_titles + i] = others[i];
  for (guint i = 0; i < script->scenes->len; i++)
    ((PltScene *) g_ptr_array_index (script->scenes, i))->first = 0;
  for (guint i = paragraphs->len; i-- > n_titles;)
    {
      const PltParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (paragraph->scene >= 0)
        ((PltScene *) g_ptr_array_index (script->scenes, paragraph->scene))->first = i;
    }
  return script;
}

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

PltScript *
plt_fdx_read (const char *bytes, gsize length, const char *name, GError **error)
{
  g_autoptr (PltScriptBuilder) builder = plt_script_builder_new ("fdx");
  g_autoptr (GHashTable) unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (free_paragraph);
  g_autoptr (GString) frame_text = g_string_new (NULL);
  g_autofree char *converted = to_utf8 (bytes, length);
  Reader self = { .builder = builder,
                  .frames = frames,
                  .after = after,
                  .unknown_types = unknown,
                  .frame_text = frame_text };
  gboolean ok;
  g_array_set_clear_func (frames, clear_frame);
  ok = parse (&self, converted != NULL ? converted : bytes,
              converted != NULL ? strlen (converted) : length, name, error);
  g_free (self.tag);
  if (!ok)
    return NULL;
  if (frame_text->len > 0)
    plt_script_add_remark (script_of (&self), PLT_REMARK_DROPPED, self.frame_line, frame_text->str,
                           _ ("Headers and footers of the pages were left out."));
  return move_title_page_first (plt_script_builder_finish (builder));
}
