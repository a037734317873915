/* Feuilles de dépouillement: one page a séquence, one box a category: what is there, "Néant" when
 * somebody confirmed it, empty to be filled by hand. A sheet keeps to its page: with much on it its
 * lines run on, then its boxes are set smaller. The partial one of a department has only its boxes,
 * several séquences a page. */
#include "plt-depouillement-private.h"
#include "plt-document-kinds-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-element-links.h"
#include "plt-error.h"
#include "plt-text.h"
#include "plt-time.h"

#define BOXES 3      /* across */
#define PART_BOXES 4 /* the most that stand on one line of a partial sheet */

/* Points, of an A4 sheet in portrait. Texts are measured near enough, and rather too long. */
#define PAGE_WIDTH 523.0
#define PAGE_ROOM 715.0  /* of a page that is not the first */
#define FIRST_ROOM 645.0 /* below the title block */
#define HEADING 17.0
#define HEADING_GAPS 21.0
#define FIELD_FRAME 14.0 /* of a pair: label and insets */
#define FIELD_INSETS 8.0
#define VALUE_LINE 12.0
#define DENSE_LINE 9.7
#define VALUE_SIZE 9.0
#define DENSE_SIZE 7.25
#define HEADING_SIZE 13.0
#define GAP 5.0
#define PART_HEADING_SIZE 10.5 /* of a partial sheet */
#define PART_HEADING 14.0
#define PART_GAPS 21.0
#define PART_SIZE 7.5
#define PART_LINE 10.0

static const PltParamSpec params_spec[] = {
  { "sequence", N_ ("Sequence"), PLT_PARAM_TEXT, NULL, NULL, NULL },
  { "departement", N_ ("Department"), PLT_PARAM_TEXT, NULL, NULL, NULL },
  { "forme", N_ ("Presentation"), PLT_PARAM_CHOICE, NULL, "fiches,tableau", "fiches",
    N_ ("Sheets,Table") },
  { NULL },
};

/* ---- measuring ---- */

static double
sign_width (gunichar sign)
{
  if (g_unichar_isspace (sign))
    return 0.28;
  if (g_unichar_isupper (sign))
    return 0.69;
  return g_unichar_isdigit (sign) ? 0.63 : 0.55;
}

/* Lines a text takes, words kept whole. */
static guint
count_lines (const char *text, double width, double size)
{
  double used = 0, word = 0;
  guint n = 1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar sign = g_utf8_get_char (p);
      double wide = sign_width (sign) * size;

      if (sign == '\n')
        {
          n++;
          used = word = 0;
          continue;
        }
      word = g_unichar_isspace (sign) ? 0 : word + wide;
      used += wide;
      if (used > width)
        {
          n++;
          used = MIN (word, width);
        }
    }
  return n;
}

static double
field_height (const char *text, guint across)
{
  return FIELD_FRAME
         + VALUE_LINE * count_lines (text, PAGE_WIDTH / across - FIELD_INSETS, VALUE_SIZE);
}

/* ---- the head of a sheet ---- */

static void
add_text (PltDocFields *fields, const char *label, const char *value, gint64 id, const char *column)
{
  plt_doc_fields_add (fields, label, value, (PltRef){ "sequence", id, column });
}

/* `value` is taken. */
static void
add_taken (PltDocFields *fields, const char *label, char *value, gint64 id, const char *column)
{
  add_text (fields, label, value, id, column);
  g_free (value);
}

static char *
number_text (gint64 number)
{
  return number != PLT_UNKNOWN ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

static char *
time_text (gint64 seconds)
{
  return seconds != PLT_UNKNOWN ? plt_seconds_format (seconds) : g_strdup ("");
}

static char *
heading_of (const PltBreakdownSheets *self, const PltSequenceFacts *sequence)
{
  g_autofree char *set = plt_facts_set_name (self->paper.source.facts, sequence);
  const char *int_ext = sequence->int_ext;
  const char *effect = sequence->effect;

  return g_strdup_printf ("Séquence %s   %s%s%s%s%s", sequence->number, int_ext,
                          *int_ext != '\0' ? ". " : "", set,
                          *effect != '\0' && *set != '\0' ? " – " : "", effect);
}

/* Returns its height. */
static double
add_place (const PltBreakdownSheets *self, PltDocument *document, const PltSequenceFacts *sequence)
{
  const PltFacts *facts = self->paper.source.facts;
  const PltSetFacts *set = PLT_FACTS_FIND (facts->sets, PltSetFacts, sequence->set);
  const PltSetFacts *sub_set = PLT_FACTS_FIND (facts->sets, PltSetFacts, sequence->sub_set);
  g_autofree char *place = plt_script_paper_place (plt_facts_location_of (facts, sequence));
  const char *const values[]
      = { set != NULL ? set->name : "", sub_set != NULL ? sub_set->name : "", place };
  PltDocFields *fields = plt_document_fields (document, 3);
  double height = 0;

  add_text (fields, "Décor", values[0], sequence->id, "set");
  add_text (fields, "Sous-décor", values[1], sequence->id, "sub_set");
  add_text (fields, "Lieu de tournage", values[2], sequence->id, "location");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    height = MAX (height, field_height (values[i], 3));
  return height;
}

static void
add_progress (const PltBreakdownSheets *self,
              PltDocFields *fields,
              const PltSequenceFacts *sequence)
{
  PltBoxCount count = plt_progress_of_sequence (self->progress, sequence->id);
  g_autofree char *text = g_strdup_printf ("%u / %u cases", count.filled + count.nothing, count.n);

  plt_doc_fields_add (fields, "Avancement", count.n > 0 ? text : "",
                      (PltRef){ "sequence", sequence->id, NULL });
}

static double
add_facts (const PltBreakdownSheets *self, PltDocument *document, const PltSequenceFacts *sequence)
{
  PltDocFields *fields = plt_document_fields (document, 7);
  gint64 id = sequence->id;
  gboolean series = *sequence->episode != '\0';

  add_text (fields, "Séquence", sequence->number, id, "number");
  plt_doc_fields_style (fields, "cell.strong");
  add_text (fields, "Effet", plt_effect_code (sequence->int_ext, sequence->effect), id, "effect");
  plt_doc_fields_style (fields, plt_paper_effect_style (sequence));
  add_text (fields, "Effet lieu", sequence->int_ext, id, "int_ext");
  add_text (fields, "Effet lumière", sequence->effect, id, "effect");
  add_text (fields, "Jour-fiction", sequence->story_day, id, "story_day");
  add_taken (fields, "Page du scénario", number_text (sequence->page), id, "page");
  if (series)
    add_text (fields, "Épisode", sequence->episode, id, "episode");
  else
    add_progress (self, fields, sequence);
  add_taken (fields, "Pages",
             sequence->eighths != PLT_UNKNOWN ? plt_eighths_format (sequence->eighths)
                                              : g_strdup (""),
             id, "eighths");
  add_taken (fields, "Préminutage", time_text (sequence->premin_seconds), id, "premin_seconds");
  add_taken (fields, "Estimation auto.", time_text (sequence->estimate_seconds), id,
             "estimate_seconds");
  plt_doc_fields_style (fields, "cell.muted");
  add_taken (fields, "Temps de tournage",
             sequence->shooting_minutes != PLT_UNKNOWN
                 ? plt_duration_format (sequence->shooting_minutes)
                 : g_strdup (""),
             id, "shooting_minutes");
  add_taken (fields, "Nombre de plans", number_text (sequence->shots), id, "shots");
  add_text (fields, "Version du scénario", self->paper.version != NULL ? self->paper.version : "",
            id, NULL);
  if (series)
    add_progress (self, fields, sequence);
  else
    add_text (fields, "Statut", plt_script_paper_status (sequence->status), id, "status");
  return 2 * (FIELD_FRAME + VALUE_LINE) + VALUE_LINE; /* a word may take two lines */
}

/* A pair across the page; an empty one is printed only when it is to be filled by hand. */
static double
add_across (PltDocument *document,
            const char *label,
            const char *text,
            PltRef ref,
            const char *style,
            gboolean always)
{
  PltDocFields *fields;

  if (*text == '\0' && !always)
    return 0;
  fields = plt_document_fields (document, 1);
  plt_doc_fields_add (fields, label, text, ref);
  plt_doc_fields_style (fields, style);
  return field_height (text, 1);
}

/* "MILO appelle Accompagnateur ; ...": of the elements that are there without what they bring. */
static char *
missing_links (const PltBreakdownSheets *self, const PltSequenceFacts *sequence)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->missing->len; i++)
    {
      const PltLinkMissing *missing = &g_array_index (self->missing, PltLinkMissing, i);

      if (missing->sequence == sequence)
        g_string_append_printf (text, "%s%s appelle %s", text->len > 0 ? " ; " : "",
                                missing->element->name, missing->brings->name);
    }
  return g_string_free (text, FALSE);
}

/* ---- boxes ---- */

/* How boxes are set: lines below each other, or run on; `least` lines leave room for a pen. */
typedef struct
{
  const char *separator;
  gboolean dense;
  guint least;
} Setting;

static const Setting settings[] = {
  { "\n", FALSE, 5 },  { "\n", FALSE, 4 },  { "\n", FALSE, 3 }, { "\n", FALSE, 2 },
  { " ; ", FALSE, 2 }, { " ; ", FALSE, 1 }, { " ; ", TRUE, 1 },
};

static char **
box_texts (const PltBreakdownSheets *self, const PltSequenceFacts *sequence, const char *separator)
{
  char **texts = g_new0 (char *, self->categories->len + 1);

  for (guint i = 0; i < self->categories->len; i++)
    texts[i] = plt_breakdown_box_text (self, sequence, self->categories->pdata[i], separator);
  return texts;
}

static guint
row_lines (char **texts, guint n, guint first, guint across, const Setting *setting)
{
  double width = PAGE_WIDTH / MIN (across, n - first) - FIELD_INSETS;
  guint lines = setting->least;

  for (guint i = first; i < MIN (first + across, n); i++)
    lines = MAX (lines, count_lines (texts[i], width, setting->dense ? DENSE_SIZE : VALUE_SIZE));
  return lines;
}

static double
boxes_height (char **texts, guint n, guint across, const Setting *setting)
{
  double height = 0;

  for (guint first = 0; first < n; first += across)
    height += FIELD_FRAME
              + row_lines (texts, n, first, across, setting)
                    * (setting->dense ? DENSE_LINE : VALUE_LINE);
  return height;
}

static void
put_boxes (const PltBreakdownSheets *self,
           PltDocument *document,
           const PltSequenceFacts *sequence,
           char **texts,
           guint across,
           const Setting *setting)
{
  PltDocFields *fields = plt_document_fields (document, across);

  plt_doc_fields_set_dense (fields, setting->dense);
  for (guint i = 0; i < self->categories->len; i++)
    {
      const PltCategoryFacts *category = self->categories->pdata[i];
      g_autofree char *label = g_strdup_printf ("%s  %s", category->code, category->name);
      g_autoptr (GString) text = g_string_new (texts[i]);
      double width = PAGE_WIDTH / across - FIELD_INSETS;

      for (guint lines = count_lines (texts[i], width, setting->dense ? DENSE_SIZE : VALUE_SIZE);
           lines < setting->least; lines++)
        g_string_append_c (text, '\n');
      plt_doc_fields_add (fields, label, text->str, (PltRef){ "sequence", sequence->id, NULL });
      if (plt_progress_box (self->progress, sequence->id, category->id) == PLT_BOX_NOTHING)
        plt_doc_fields_style (fields, "cell.muted");
    }
}

/* The roomiest setting that stays within `room` points. */
static void
add_boxes (const PltBreakdownSheets *self,
           PltDocument *document,
           const PltSequenceFacts *sequence,
           double room)
{
  guint n = self->categories->len;
  const Setting *setting = NULL;
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      if (setting == NULL || strcmp (setting->separator, settings[i].separator) != 0)
        {
          g_strfreev (texts);
          texts = box_texts (self, sequence, settings[i].separator);
        }
      setting = &settings[i];
      if (boxes_height (texts, n, BOXES, setting) <= room)
        break;
    }
  put_boxes (self, document, sequence, texts, BOXES, setting);
}

/* ---- sheets ---- */

static void
add_sheet (const PltBreakdownSheets *self,
           PltDocument *document,
           const PltSequenceFacts *sequence,
           double room)
{
  g_autofree char *heading = heading_of (self, sequence);
  g_autofree char *hazards = plt_paper_hazards (sequence);
  g_autofree char *links = missing_links (self, sequence);
  PltRef ref = { "sequence", sequence->id, NULL };

  plt_document_heading (document, 1, heading, ref);
  room -= HEADING_GAPS + HEADING * count_lines (heading, PAGE_WIDTH, HEADING_SIZE);
  room -= add_place (self, document, sequence);
  room -= add_facts (self, document, sequence);
  ref.column = "hazards";
  room -= add_across (document, "Points sensibles", hazards, ref, "cell.warning", FALSE);
  plt_document_space (document, GAP);
  ref.column = "synopsis";
  room -= add_across (document, "Résumé de l’action", sequence->synopsis, ref, "cell.normal", TRUE);
  plt_document_space (document, GAP);
  room -= 3 * GAP + field_height (sequence->note, 1);
  if (*links != '\0')
    room -= field_height (links, 1);
  add_boxes (self, document, sequence, room);
  plt_document_space (document, GAP);
  ref.column = NULL;
  add_across (document, "Liens à compléter", links, ref, "cell.warning", FALSE);
  ref.column = "note";
  add_across (document, "Notes et questions", sequence->note, ref, "cell.normal", TRUE);
}

static gboolean
needs_nothing (const PltBreakdownSheets *self, const PltSequenceFacts *sequence)
{
  for (guint i = 0; i < self->categories->len; i++)
    {
      const PltCategoryFacts *category = self->categories->pdata[i];

      if (plt_progress_box (self->progress, sequence->id, category->id) != PLT_BOX_NOTHING)
        return FALSE;
    }
  return TRUE;
}

/* What a department reads before its boxes. */
static char *
short_head (const PltBreakdownSheets *self, const PltSequenceFacts *sequence)
{
  g_autofree char *roles = plt_paper_roles (&self->paper.source, sequence, TRUE);
  g_autofree char *hazards = plt_paper_hazards (sequence);
  g_autofree char *pages
      = sequence->eighths != PLT_UNKNOWN ? plt_eighths_format (sequence->eighths) : g_strdup ("");
  const char *const parts[][2] = {
    { "", sequence->synopsis }, { "Jour-fiction ", sequence->story_day },
    { "Pages ", pages },        { "Rôles : ", roles },
    { "Sensible : ", hazards },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i][1] != '\0')
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? "  ·  " : "", parts[i][0],
                              parts[i][1]);
  return g_string_free (text, FALSE);
}

/* Returns what is left of the page. */
static double
add_partial_sheet (const PltBreakdownSheets *self,
                   PltDocument *document,
                   const PltSequenceFacts *sequence,
                   double room)
{
  static const Setting setting = { "\n", FALSE, 2 };
  g_auto (GStrv) texts = box_texts (self, sequence, setting.separator);
  g_autofree char *heading = heading_of (self, sequence);
  g_autofree char *head = short_head (self, sequence);
  guint n = self->categories->len;
  guint across = n <= PART_BOXES ? n : BOXES;
  double height = PART_GAPS + PART_HEADING * count_lines (heading, PAGE_WIDTH, PART_HEADING_SIZE)
                  + PART_LINE * count_lines (head, PAGE_WIDTH, PART_SIZE)
                  + boxes_height (texts, n, across, &setting);

  if (height > room && room < PAGE_ROOM)
    {
      plt_document_page_break (document);
      room = PAGE_ROOM;
    }
  plt_document_heading (document, 2, heading, (PltRef){ "sequence", sequence->id, NULL });
  if (*head != '\0')
    plt_document_paragraph (document, "text.small", head,
                            (PltRef){ "sequence", sequence->id, "synopsis" });
  put_boxes (self, document, sequence, texts, across, &setting);
  return room - height;
}

static void
add_partial_sheets (const PltBreakdownSheets *self,
                    PltDocument *document,
                    const GPtrArray *sequences)
{
  g_autoptr (GString) nothing = g_string_new (NULL);
  double room = FIRST_ROOM;

  for (guint i = 0; i < sequences->len; i++)
    {
      const PltSequenceFacts *sequence = sequences->pdata[i];

      if (needs_nothing (self, sequence))
        g_string_append_printf (nothing, "%s%s", nothing->len > 0 ? ", " : "", sequence->number);
      else
        room = add_partial_sheet (self, document, sequence, room);
    }
  if (nothing->len == 0)
    return;
  g_string_prepend (nothing, "Néant, vérifié, pour les séquences ");
  g_string_append_c (nothing, '.');
  plt_document_space (document, GAP);
  plt_script_paper_note (document, nothing->str);
}

/* ---- what to print ---- */

static gboolean
choose_categories (PltBreakdownSheets *self, const char *department, GError **error)
{
  const PltFacts *facts = self->paper.source.facts;

  self->categories = g_ptr_array_new ();
  self->partial = department != NULL;
  for (guint i = 0; i < facts->categories.n; i++)
    {
      const PltCategoryFacts *category = &facts->categories.items[i];

      if (department == NULL || plt_text_compare (category->department, department) == 0
          || plt_text_compare (category->code, department) == 0
          || plt_text_compare (category->name, department) == 0)
        g_ptr_array_add (self->categories, (gpointer) category);
    }
  if (self->categories->len > 0 || department == NULL)
    return TRUE;
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("No category of elements belongs to the department “%s”."), department);
  return FALSE;
}

/* `wanted`: numbers, NULL for the whole film. */
static GPtrArray *
choose_sequences (const PltBreakdownSheets *self, const char *wanted, GError **error)
{
  return wanted != NULL ? plt_script_paper_choose (self->paper.source.facts, wanted, error)
                        : g_ptr_array_ref (self->paper.sequences);
}

static char *
progress_of (const PltBreakdownSheets *self)
{
  PltBoxCount count = plt_progress_of_film (self->progress);
  guint finished = plt_progress_n_finished (self->progress);

  if (count.n == 0 || self->partial)
    return NULL;
  return g_strdup_printf ("Avancement : %u cases sur %u, %u feuille%s achevée%s",
                          count.filled + count.nothing, count.n, finished, finished > 1 ? "s" : "",
                          finished > 1 ? "s" : "");
}

static void
sheets_clear (PltBreakdownSheets *self)
{
  g_clear_pointer (&self->progress, plt_progress_free);
  g_clear_pointer (&self->missing, g_array_unref);
  g_clear_pointer (&self->categories, g_ptr_array_unref);
  plt_script_paper_close (&self->paper);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltBreakdownSheets, sheets_clear)

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  const char *department = plt_params_get (params, "departement");
  gboolean table = g_strcmp0 (plt_params_get (params, "forme"), "tableau") == 0;
  g_auto (PltBreakdownSheets) self = { { { NULL } } };
  g_autoptr (GPtrArray) sequences = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *progress = NULL;
  PltDocument *document;

  if (!plt_script_paper_open (&self.paper, store, params, error)
      || !choose_categories (&self, department, error))
    return NULL;
  sequences = choose_sequences (&self, plt_params_get (params, "sequence"), error);
  if (sequences == NULL)
    return NULL;
  self.progress = plt_progress_new (self.paper.source.facts);
  self.missing = plt_links_missing (self.paper.source.facts);
  progress = progress_of (&self);
  if (department != NULL)
    {
      g_autofree char *name = plt_text_title (department);

      subject = g_strdup_printf ("Dépouillement partiel : %s", name);
    }
  document = plt_script_paper_new (&self.paper, "Dépouillement", subject, progress,
                                   table ? PLT_PAPER_A3 : PLT_PAPER_A4,
                                   table ? PLT_LANDSCAPE : PLT_PORTRAIT);
  if (sequences->len == 0)
    plt_script_paper_begin (&self.paper, document);
  else if (table)
    plt_breakdown_add_table (&self, document, sequences);
  else if (self.partial)
    add_partial_sheets (&self, document, sequences);
  else
    for (guint i = 0; i < sequences->len; i++)
      {
        if (i > 0)
          plt_document_page_break (document);
        add_sheet (&self, document, sequences->pdata[i], i > 0 ? PAGE_ROOM : FIRST_ROOM);
      }
  return document;
}

const PltDocumentKind plt_document_depouillement = {
  .id = "depouillement",
  .title = "Feuilles de dépouillement",
  .phase = "developpement",
  .params = params_spec,
  .build = build,
};
