/* Lines of text with their places on paper: what PDF and text with layout have in common. Private
 * to their readers.
 *
 * A reader cuts each page into pieces, the words that stand together; pieces at one height make a
 * line. A number at either end of a line is of the margin, and so is the asterisk of a revision.
 * Lengths are points (1/72 inch) from the top left of the page. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *text;
  double x0, x1, top, bottom;
  gboolean bold;
} PltPiece;

typedef struct
{
  char *text;   /* runs of spaces are one */
  char *number; /* (nullable): of the margin, "12A" */
  char *second; /* (nullable): what stands a wide gap to the right, perhaps another column */
  double x0, x1;
  double second_x0, second_x1;
  double top, height;
  guint page;  /* from 0 */
  guint index; /* from 1, in the whole file */
  guint rank;  /* from 0, on its page */
  guint n_ranks;
  guint16 marks;   /* asterisks beside it */
  guint16 numbers; /* how often the number stands beside it: 2 for both margins */
  gboolean bold;
} PltPlacedLine;

typedef struct
{
  GPtrArray *lines; /* PltPlacedLine, by page, then from top to bottom */
  guint n_pages;
  double width, height; /* of the usual page */
  double sign_width;    /* the median width of a sign */
  double leading;       /* the usual distance between two lines of one paragraph */
  GArray *leadings;     /* float: between lines, until the end */
  gboolean paged;       /* its pages are those of a paper */
  gboolean loose;       /* the foot of a page is wherever its text ends */
} PltPlacedText;

PltPlacedText *plt_placed_text_new (void);
void plt_placed_text_free (PltPlacedText *self);

GArray *plt_pieces_new (void); /* of PltPiece */
/* Makes the lines of a page; `pieces` is sorted and stays the caller's. */
void plt_placed_text_add_page (PltPlacedText *self, GArray *pieces);
/* After the last page. */
void plt_placed_text_finish (PltPlacedText *self);

/* The value of an array of floats, sorted by this, that `percent` of the others stay below. */
double plt_placed_percentile (GArray *values, guint percent, double fallback);

/* "12", "7Bis", "101/12A" and nothing else. */
gboolean plt_placed_text_is_number (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltPlacedText, plt_placed_text_free)

G_END_DECLS
