/* PltScript: a screenplay as every reader gives it, whatever the format.
 *
 * Paragraphs in the order of the text; every character of the source ends up in a paragraph or in a
 * remark, never nowhere. A scene is a run of paragraphs that begins with a heading. Lines count
 * from 1. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLT_PARAGRAPH_HEADING,
  PLT_PARAGRAPH_ACTION,
  PLT_PARAGRAPH_CHARACTER, /* the cue */
  PLT_PARAGRAPH_PARENTHETICAL,
  PLT_PARAGRAPH_DIALOGUE,
  PLT_PARAGRAPH_TRANSITION,
  PLT_PARAGRAPH_LYRIC,
  PLT_PARAGRAPH_CENTERED,
  PLT_PARAGRAPH_NOTE,
  PLT_PARAGRAPH_SECTION,
  PLT_PARAGRAPH_SYNOPSIS,
  PLT_PARAGRAPH_PAGE_BREAK,
  PLT_PARAGRAPH_TITLE,    /* a field of the title page: "Title: La Passe" */
  PLT_PARAGRAPH_BONEYARD, /* text the author took out, kept */
} PltParagraphKind;

typedef struct
{
  PltParagraphKind kind;
  char *text; /* UTF-8, emphasis marks removed, line breaks kept as '\n' */
  guint line;
  gint scene;   /* index into scenes, -1 before the first heading */
  guint page;   /* where it begins, from 1: of the paper, or laid out; 0: the title page */
  guint8 depth; /* of a section */
  gboolean dual;
} PltParagraph;

typedef struct
{
  char *number;  /* "12A", "" when the script gives none */
  char *int_ext; /* "INT", "EXT", "INT/EXT" or "" */
  char *effect;  /* canonical: "JOUR", "NUIT" ...; the author's word when it is unknown; "" */
  char *set;     /* "CAFÉ DU PORT" */
  char *sub_set; /* "ARRIÈRE-SALLE" or "" */
  char *heading; /* as written, number and marks removed */
  char *synopsis;
  char *story_day; /* "J2", or "": only a schedule says it */
  guint shooting;  /* minutes to shoot it, 0 when it is not said: only a schedule says it */
  guint line;
  guint eighths;
  guint page; /* of the heading, from 1 */
  guint cues;
  guint dialogue_words;
  guint action_words;
  guint first; /* paragraph of the heading */
  guint n_paragraphs;
} PltScene;

typedef struct
{
  char *name; /* "NORA" */
  guint cues;
  guint first_scene;
} PltCharacter;

/**
 * PltScriptTag:
 * @paragraph: index into paragraphs
 * @start: first sign of the passage in the paragraph's text, in characters, not bytes
 * @length: in characters; 0 when the element belongs to the scene of the paragraph as a whole
 * @category: as the file names it, "Props", "Accessoires", "AC"; never NULL
 * @name: of the element, "LANTERNE"
 * @quantity: 0 when it is not said
 *
 * An element that the file itself already gives: tags of FDX, categories of USS.
 */
typedef struct
{
  guint paragraph;
  guint start, length;
  char *category;
  char *name;
  guint quantity;
} PltScriptTag;

typedef enum
{
  PLT_REMARK_GUESSED, /* understood, perhaps wrongly */
  PLT_REMARK_KEPT,    /* kept as text, without its meaning */
  PLT_REMARK_DROPPED, /* left out of the script; the remark carries the text */
} PltRemarkKind;

typedef struct
{
  PltRemarkKind kind;
  guint line;
  char *message; /* one sentence, translated */
  char *text;    /* what it is about, as written */
} PltRemark;

typedef struct
{
  const char *format; /* "fountain", "fdx", "pdf" ...: static */
  char *title;
  char *author;
  GPtrArray *paragraphs; /* PltParagraph */
  GPtrArray *scenes;     /* PltScene */
  GPtrArray *characters; /* PltCharacter, by first appearance */
  GPtrArray *tags;       /* PltScriptTag */
  GPtrArray *remarks;    /* PltRemark */
  guint pages;           /* the last page, without the title page */
} PltScript;

PltScript *plt_script_new (const char *format);
PltScript *plt_script_copy (const PltScript *self); /* (transfer full) */
void plt_script_free (PltScript *self);
/* A scene is begun first, then its heading and all its paragraphs are added: each goes to the last
 * scene and is counted in its n_paragraphs. */
PltParagraph *plt_script_add_paragraph (
    PltScript *self, PltParagraphKind kind, guint line, const char *text, gssize length);
PltScene *plt_script_add_scene (PltScript *self, guint line);
/* An element of the paragraph last added, or of any by setting `paragraph`. (transfer none) */
PltScriptTag *plt_script_add_tag (
    PltScript *self, guint start, guint length, const char *category, const char *name);
#define PLT_REMARK_SIGNS 800
void plt_script_add_remark (
    PltScript *self, PltRemarkKind kind, guint line, const char *text, const char *format, ...)
    G_GNUC_PRINTF (5, 6);
/* The part of a heading that is left when the number the file gives it is taken off: "#12#" at its
 * end, "12." at its head. `start` and `length` in bytes of `text`. */
void plt_heading_bare_range (const char *text, const char *number, gsize *start, gsize *length);
/* The page on which the paragraph of a line stands, for a file that is paper ("pdf": it has no
 * lines that its reader could count); 0: of another format, or no paragraph begins there. */
guint plt_script_paper_page (const PltScript *self, guint line);
const char *plt_paragraph_kind_id (PltParagraphKind kind); /* "heading", "action" ... as stored */
/* FALSE when nothing stored has that id. */
gboolean plt_paragraph_kind_find (const char *id, PltParagraphKind *kind);
const char *plt_paragraph_kind_title (PltParagraphKind kind); /* translated */
/* What a person may say that a line is: of each, in the order of a menu. (array length=n) */
const PltParagraphKind *plt_paragraph_kinds_to_say (guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltScript, plt_script_free)

G_END_DECLS
