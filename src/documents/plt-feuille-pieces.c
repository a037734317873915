/* Pieces of the papers of the feuille de service: references, marks of what changed, lines of
 * boxes. */
#include <string.h>

#include "plt-feuille-private.h"

#define WHOLE 3      /* rows of a table that is never cut */
#define MOST_BOXES 9 /* on a line */

PltRef
plt_feuille_ref (const PltFeuille *self, const char *column)
{
  if (!self->made)
    return PLT_FEUILLE_NO_REF;
  return (PltRef){ "call_sheet", self->sheet.id, column };
}

PltRef
plt_feuille_call_ref (const PltCallFacts *call, const char *column)
{
  if (call->id == 0)
    return PLT_FEUILLE_NO_REF;
  return (PltRef){ "call", call->id, column };
}

static gboolean
is_changed (const PltFeuille *self, PltRef ref)
{
  g_autofree char *key = NULL;
  g_autofree char *row = NULL;

  if (self->changed == NULL || ref.table == NULL)
    return FALSE;
  key = g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%s", ref.table, ref.id,
                         ref.column != NULL ? ref.column : "");
  row = g_strdup_printf ("%s/%" G_GINT64_FORMAT "/", ref.table, ref.id); /* a row that came */
  return g_hash_table_contains (self->changed, key) || g_hash_table_contains (self->changed, row);
}

const char *
plt_feuille_style (const PltFeuille *self, PltRef ref, const char *style)
{
  if (!is_changed (self, ref))
    return style;
  return g_strcmp0 (style, "cell.large") == 0 ? "cell.changed-large" : "cell.changed";
}

PltDocCell *
plt_feuille_dress (const PltFeuille *self, PltDocCell *cell, PltRef ref, const char *style)
{
  style = plt_feuille_style (self, ref, style);
  if (style != NULL)
    plt_doc_cell_style (cell, style);
  plt_doc_cell_ref (cell, ref);
  return cell;
}

const char *
plt_feuille_table_name (const PltFeuille *self, const char *french)
{
  g_autofree char *name = NULL;
  g_autofree char *first = NULL;

  if (self->owner == NULL)
    return french;
  first = g_utf8_strdown (french, -1);
  name = g_strdup_printf ("%s, %s", self->owner, first);
  return g_string_chunk_insert_const (self->words, name);
}

void
plt_feuille_heading (const PltFeuille *self, PltDocument *document, const char *french)
{
  plt_document_heading (document, 3, plt_feuille_label (self, french), PLT_FEUILLE_NO_REF);
}

void
plt_feuille_keep (PltDocTable *table, guint n_body_rows, guint row)
{
  if (row + 1 < n_body_rows && (n_body_rows <= WHOLE || row == 0 || row + 2 == n_body_rows))
    plt_doc_table_keep_with_next (table);
}

/* ---- boxes ---- */

void
plt_feuille_boxes_begin (PltFeuilleBoxes *self, const PltFeuille *feuille, PltDocument *document)
{
  *self = (PltFeuilleBoxes){ .feuille = feuille, .document = document };
}

void
plt_feuille_boxes_line (PltFeuilleBoxes *self)
{
  self->broken = TRUE;
}

void
plt_feuille_boxes_need (PltFeuilleBoxes *self,
                        const char *french,
                        double weight,
                        const char *value,
                        PltRef ref,
                        const char *style)
{
  style = plt_feuille_style (self->feuille, ref, style);
  if (self->fields == NULL)
    {
      self->fields = plt_document_fields (self->document, MOST_BOXES);
      plt_doc_fields_set_dense (self->fields, TRUE);
    }
  if (self->broken)
    plt_doc_fields_break (self->fields);
  self->broken = FALSE;
  plt_doc_fields_add (self->fields, plt_feuille_label (self->feuille, french), value, ref);
  plt_doc_fields_weight (self->fields, weight);
  if (style != NULL)
    plt_doc_fields_style (self->fields, style);
}

void
plt_feuille_boxes_add (PltFeuilleBoxes *self,
                       const char *french,
                       double weight,
                       const char *value,
                       PltRef ref,
                       const char *style)
{
  if (value != NULL && *value != '\0')
    plt_feuille_boxes_need (self, french, weight, value, ref, style);
}

void
plt_feuille_boxes_text (
    PltFeuilleBoxes *self, const char *french, const char *column, double weight, const char *value)
{
  plt_feuille_boxes_add (self, french, weight, value, plt_feuille_ref (self->feuille, column),
                         NULL);
}

void
plt_feuille_boxes_clock (
    PltFeuilleBoxes *self, const char *french, const char *column, double weight, gint64 minutes)
{
  g_autofree char *value = plt_paper_clock (plt_paper_of_day (minutes));

  plt_feuille_boxes_text (self, french, column, weight, value);
}

/* ---- the paper ---- */

/* "lundi 5 octobre 2026 · jour 1/5 · semaine S1 · 2e équipe · Costumes" */
static char *
subtitle_of (const PltFeuille *self, const char *what)
{
  PltDate date = self->day->day->date;
  g_autofree char *when
      = date != PLT_DATE_NONE ? plt_date_format_long (date) : g_strdup ("sans date");
  g_autofree char *week = plt_feuille_week (self);
  g_autoptr (GString) text = g_string_new (when);

  if (self->day->number > 0)
    g_string_append_printf (text, " · jour %u/%u", self->day->number,
                            self->source.plan->n_shooting_days);
  if (*week != '\0')
    g_string_append_printf (text, " · semaine %s", week);
  if (self->day->day->unit > 1)
    g_string_append_printf (text, " · %de équipe", (int) self->day->day->unit);
  if (what != NULL)
    g_string_append_printf (text, " · %s", what);
  g_string_append (text, " · confidentiel");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

PltDocument *
plt_feuille_new_paper (const PltFeuille *self, const char *title, const char *what, double margin)
{
  const PltProductionFacts *production = &self->source.facts->production;
  gint64 number = self->sheet.number != PLT_UNKNOWN ? self->sheet.number : self->day->number;
  g_autofree char *name = g_strdup_printf ("%s n° %d", title, (int) number);
  g_autofree char *subtitle = subtitle_of (self, what);
  g_autofree char *version = self->made && self->sheet.version != PLT_UNKNOWN
                                 ? g_strdup_printf ("v%d", (int) self->sheet.version)
                                 : NULL;
  const PltDocInfo info = {
    .title = name,
    .production = production->title,
    .subtitle = subtitle,
    .company = production->company,
    .version = version,
    .date = self->source.date,
    .paper = PLT_PAPER_A4,
    .orientation = PLT_PORTRAIT,
    .margin = margin,
    .dense = margin < 36,
  };

  return plt_document_new (&info);
}
