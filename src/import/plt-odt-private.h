/* Shared by the files plt-odt*.c. */
#pragma once

#include "plt-odt.h"
#include "plt-styled-text.h"
#include "plt-xml.h"

G_BEGIN_DECLS

extern const PltXmlNamespace plt_odt_namespaces[];

#define PLT_ODT_LEVELS 10

typedef struct
{
  char *name;      /* as the file names it */
  char *shown;     /* as the program shows it: "Scene Heading" of "Scene_20_Heading" */
  char *parent;    /* (nullable) */
  char *list;      /* (nullable): list style */
  gboolean common; /* of the user, not made for one paragraph */
  gboolean has_left, has_first, has_align;
  gint left, first;  /* twips */
  guint8 align;      /* PltAlign */
  gint8 caps;        /* -1 not said, 0, 1 */
  gint8 hidden;      /* -1, 0, 1 */
  gint8 strong;      /* bold or underlined: -1, 0, 1 */
  gint8 breaks_page; /* -1, 0, 1 */
  gboolean new_page_style;
  gboolean resolved;
} PltOdtStyle;

typedef struct
{
  char kind; /* of plt_list_number(), '-' for none and bullets */
  char *prefix, *suffix;
  guint start;
  guint levels; /* shown */
} PltOdtLevel;

typedef struct
{
  PltOdtLevel levels[PLT_ODT_LEVELS];
  guint counters[PLT_ODT_LEVELS]; /* 0: not begun */
} PltOdtList;

typedef struct
{
  GHashTable *styles;      /* name -> PltOdtStyle, of paragraphs */
  GHashTable *text_styles; /* of spans */
  GHashTable *lists;       /* name -> PltOdtList */
  PltOdtList *outline;     /* of headings; (nullable) */
  GString *frames;         /* headers and footers */
} PltOdtLooks;

void plt_odt_looks_init (PltOdtLooks *self);
void plt_odt_looks_clear (PltOdtLooks *self);
/* The styles of a part, and the headers and footers among them. */
gboolean
plt_odt_read_styles (PltOdtLooks *self, const PltOdtPart *part, const char *name, GError **error);
/* (nullable): with what it inherits */
const PltOdtStyle *plt_odt_find_style (GHashTable *styles, const char *name);
/* (nullable): the nearest style that the user knows by name */
const PltOdtStyle *plt_odt_find_common (GHashTable *styles, const PltOdtStyle *style);
/* (transfer full) (nullable): counts, and prints the number of a paragraph */
char *plt_odt_count (PltOdtList *list, guint level, gint start);

G_END_DECLS
