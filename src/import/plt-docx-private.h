/* Shared by the files plt-docx*.c. */
#pragma once

#include "plt-docx.h"
#include "plt-styled-text.h"
#include "plt-xml.h"

G_BEGIN_DECLS

extern const PltXmlNamespace plt_docx_namespaces[];

#define PLT_DOCX_LEVELS 9

typedef enum
{
  PLT_DOCX_UNSET,
  PLT_DOCX_NO,
  PLT_DOCX_YES,
} PltDocxToggle;

/* What a style, or a paragraph itself, says of paragraphs. */
typedef struct
{
  gboolean has_left, has_first, has_align, has_number;
  gint left, first; /* twips */
  guint8 align;     /* PltAlign */
  guint8 outline;   /* 1 to 9, 0 when not said */
  guint8 caps;      /* PltDocxToggle */
  guint8 hidden;
  guint8 bold;
  guint8 underlined;
  guint8 breaks_page;
  gint number; /* list; 0: none on purpose */
  gint level;
} PltDocxLook;

typedef struct
{
  char *name;
  char *parent; /* (nullable): id */
  PltDocxLook look;
  gboolean resolved;
} PltDocxStyle;

typedef struct
{
  char *format; /* "%1." as w:lvlText has it */
  char kind;    /* of plt_list_number(), 'b' for bullets, '-' for none */
  gint start;
} PltDocxLevel;

typedef struct
{
  PltDocxLevel levels[PLT_DOCX_LEVELS];
  guint counters[PLT_DOCX_LEVELS]; /* 0: not begun */
} PltDocxAbstract;

typedef struct
{
  gint abstract;
  gint starts[PLT_DOCX_LEVELS]; /* -1: as the abstract list says */
  gboolean begun[PLT_DOCX_LEVELS];
} PltDocxList;

typedef struct
{
  GHashTable *styles;    /* id -> PltDocxStyle */
  char *normal;          /* (nullable): id of the style of paragraphs that name none */
  GHashTable *abstracts; /* int -> PltDocxAbstract */
  GHashTable *lists;     /* int -> PltDocxList */
} PltDocxLooks;

void plt_docx_looks_init (PltDocxLooks *self);
void plt_docx_looks_clear (PltDocxLooks *self);
gboolean plt_docx_read_styles (PltDocxLooks *self,
                               const PltDocxPart *part,
                               const char *name,
                               GError **error);
gboolean plt_docx_read_numbering (PltDocxLooks *self,
                                  const PltDocxPart *part,
                                  const char *name,
                                  GError **error);
/* (nullable): with what it inherits */
const PltDocxStyle *plt_docx_find_style (PltDocxLooks *self, const char *id);
/* What is set in `over` goes over `look`. */
void plt_docx_look_apply (PltDocxLook *look, const PltDocxLook *over);
/* The elements inside w:pPr and w:rPr that a look is made of. */
void plt_docx_look_read (PltDocxLook *look,
                         const char *element,
                         const char **names,
                         const char **values);
/* (transfer full) (nullable): counts, and prints the number of a paragraph of the list */
char *plt_docx_count (PltDocxLooks *self, gint list, gint level);

G_END_DECLS
