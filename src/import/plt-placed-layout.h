/* What lines are by their place on the page: margins and paragraphs. Private to the readers of text
 * with places.
 *
 * Left edges cluster into the margin of action, of speech and of names. Paragraphs begin where a
 * space stands above them; in scripts without such spaces, where the margin changes or the line
 * above was ended early. */
#pragma once

#include "plt-placed-text.h"

G_BEGIN_DECLS

typedef struct
{
  double action;        /* left margin of action and headings */
  double right;         /* where full lines end */
  gboolean dense;       /* no space between paragraphs */
  gboolean small_names; /* names are written Nora, not NORA */
  gboolean has_cues;    /* names stand away from the margin of action */
  double speech;        /* left margin of speech; 0 when it has none, for centred speech */
  gboolean numbered;    /* most headings have a number */
  gboolean bold;        /* most headings are bold */
  gboolean english;     /* most headings say their effect in English, or none says any */
  guint first_heading;  /* index of the first line that is surely one, n_lines when none */
  guint last_heading;   /* and the last, 0 when none */
} PltPlacedLayout;

/* Of text without its frames. */
void plt_placed_layout_measure (const PltPlacedText *text, PltPlacedLayout *layout);

/* Whether the line at `i` begins a paragraph. */
gboolean
plt_placed_layout_begins (const PltPlacedText *text, const PltPlacedLayout *layout, guint i);
/* Whether the author ended the line above: the first word of the one at `i` would have had room. */
gboolean
plt_placed_layout_broke (const PltPlacedText *text, const PltPlacedLayout *layout, guint i);
/* Whether a name at the margin of action has its speech indented right below. */
gboolean
plt_placed_layout_is_outdented (const PltPlacedText *text, const PltPlacedLayout *layout, guint i);
gboolean plt_placed_layout_is_action (const PltPlacedText *text,
                                      const PltPlacedLayout *layout,
                                      const PltPlacedLine *line); /* at the margin of action */
/* Whether the line may name who speaks: in capitals, or as the script writes names. */
gboolean plt_placed_layout_is_name (const PltPlacedLayout *layout, const char *text);
gboolean plt_placed_layout_is_upper (const char *text); /* before the first bracket */

G_END_DECLS
