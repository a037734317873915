/* Draws screenplays as PDF, in the layouts that programs and people give them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLT_SHEET_LEFT,   /* `x` signs from the margin of action */
  PLT_SHEET_CENTER, /* in the middle of the text */
  PLT_SHEET_RIGHT,
} PltSheetAlign;

typedef struct
{
  double x;     /* points from the left edge of the paper */
  double width; /* points; text is broken there */
  PltSheetAlign align;
  double above; /* lines of space above the paragraph */
} PltSheetStyle;

typedef struct
{
  const char *name;
  const char *font;
  double size, leading;
  double width, height; /* of the paper */
  double top, bottom;   /* of the text, from the top of the paper */
  PltSheetStyle heading, action, cue, bracket, speech, transition, centered;
  double left_number, right_number; /* points from the left; 0: none */
  double page_number;               /* y of it, 0: none */
  const char *head, *foot;          /* (nullable) */
  gboolean bold;                    /* headings */
  gboolean justify;                 /* action */
  gboolean hyphens;                 /* long words of action are cut */
  gboolean more;                    /* (À SUIVRE) and NORA (SUITE) where speeches are cut */
  gboolean stars;                   /* an asterisk in the margin of every seventh line */
  gboolean spread;                  /* two pages on a sheet */
} PltSheetLayout;

/* `script`: one paragraph a line, a letter and a space before it: I title, H heading with its
 * number
 * ("H 12 INT. ..."), A action, C name, P bracket, D speech, T transition, E centred, N note, B page
 * break. `pages` (nullable) gets a guint for each heading, its page. (transfer full): a PDF */
GBytes *plt_sheet_draw (const PltSheetLayout *layout, const char *script, GArray *pages);

/* An invented French script of six scenes, in the same letters. */
extern const char plt_sheet_script[];
/* (transfer full): what plt_test_script_dump() makes of it */
char *plt_sheet_expect (const char *script);
/* Fails on the first paragraph that differs. */
void plt_sheet_assert (const char *name, const char *dump, const char *expected);

G_END_DECLS
