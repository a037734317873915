/* A page of HTML as tags and text, for the pages that programs write: one pass, nothing fetched,
 * nothing fails. Names of tags are in small letters; entities of HTML that French needs and numbers
 * are resolved, others stay as they are written; comments, scripts and style sheets are passed
 * over.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLT_HTML_MAX_ATTRIBUTES 24

typedef struct
{
  char *name;    /* of the tag, "" for text */
  gboolean end;  /* </p> */
  GString *text; /* of text */
  char *keys[PLT_HTML_MAX_ATTRIBUTES + 1];
  char *values[PLT_HTML_MAX_ATTRIBUTES + 1];
  guint n_attributes;
  guint line; /* from 1 */
} PltHtmlToken;

typedef struct
{
  const char *p, *end;
  guint line;
  PltHtmlToken token;
} PltHtml;

/* `bytes` is UTF-8 and outlives it. */
void plt_html_init (PltHtml *self, const char *bytes, gsize length);
void plt_html_clear (PltHtml *self);
/* (transfer none) (nullable): the next token; NULL at the end */
const PltHtmlToken *plt_html_next (PltHtml *self);
/* (nullable) */
const char *plt_html_attribute (const PltHtmlToken *token, const char *key);

G_END_DECLS
