/* The planche on paper: numbers, names and players with their days at the left, one column a
 * séquence or a day, totals at the right. Row and column numbers of the formulas are those of the
 * table. */
#include "plt-planche-paper.h"

#include <string.h>

enum
{
  LEFT_CODE,
  LEFT_NAME,
  LEFT_PLAYER,
  LEFT_TOTAL,
  N_LEFT,
};

enum
{
  RIGHT_WORKED,
  RIGHT_WAITING,
  RIGHT_PAID,
  N_RIGHT,
};

#define MOST_FORMULA 8192 /* signs, of spreadsheets */
#define NOWHERE ((PltRef){ NULL, 0, NULL })
#define OFF_WIDTH 10.0
#define ROOMY_WIDTH 58.0 /* of a column in which text need not be turned */
#define SIDES 380.0      /* margins, left and right blocks */

typedef struct
{
  const PltPlanche *planche;
  PltPlancheLook look;
  PltDocTable *table;
  guint n;                              /* columns of the planche */
  gboolean roomy;                       /* columns wide enough for lines of text */
  guint line_rows[PLT_PLANCHE_N_LINES]; /* of the table, 0 when the line is left out */
  guint first_role, n_roles;            /* rows of the table */
} Paper;

static const char *const line_titles[PLT_PLANCHE_N_LINES] = {
  [PLT_PLANCHE_WEEK] = "Semaine",
  [PLT_PLANCHE_DAY] = "Jour de tournage",
  [PLT_PLANCHE_DATE] = "Date",
  [PLT_PLANCHE_TYPE] = "Type",
  [PLT_PLANCHE_PLACE] = "Lieu",
  [PLT_PLANCHE_ADDRESS] = "Adresse",
  [PLT_PLANCHE_HOURS] = "Horaires",
  [PLT_PLANCHE_SUN] = "Soleil",
  [PLT_PLANCHE_SET] = "Décor",
  [PLT_PLANCHE_EFFECT] = "Effet",
  [PLT_PLANCHE_NUMBER] = "Séquence",
  [PLT_PLANCHE_SYNOPSIS] = "Résumé",
  [PLT_PLANCHE_STORY_DAY] = "Chronologie",
  [PLT_PLANCHE_LENGTH] = "Minutage",
  [PLT_PLANCHE_PAGES] = "Pages",
  [PLT_PLANCHE_SHOTS] = "Plans",
  [PLT_PLANCHE_TIME] = "Temps de tournage",
  [PLT_PLANCHE_NOTE] = "Notes",
};

static const char *const band_titles[PLT_PLANCHE_N_BANDS] = {
  [PLT_PLANCHE_ROLES] = "Rôles",
  [PLT_PLANCHE_SILHOUETTES] = "Silhouettes",
  [PLT_PLANCHE_STUNTS] = "Doublures et cascades",
  [PLT_PLANCHE_EXTRAS] = "Figuration",
  [PLT_PLANCHE_CHILDREN] = "Enfants",
  [PLT_PLANCHE_ANIMALS] = "Animaux",
  [PLT_PLANCHE_VEHICLES] = "Véhicules de jeu",
  [PLT_PLANCHE_WEAPONS] = "Armes",
  [PLT_PLANCHE_PROPS] = "Accessoires",
  [PLT_PLANCHE_SET_DRESSING] = "Décoration",
  [PLT_PLANCHE_SFX] = "Effets physiques (SFX)",
  [PLT_PLANCHE_VFX] = "Effets visuels (VFX)",
  [PLT_PLANCHE_EQUIPMENT] = "Matériel spécial",
  [PLT_PLANCHE_CREW] = "Technique et renforts",
  [PLT_PLANCHE_COSTUMES] = "Costumes et HMC",
  [PLT_PLANCHE_UNIT] = "Régie et sécurité",
  [PLT_PLANCHE_OTHER] = "Autres",
};

/* ---- columns ---- */

static const PltPlancheDay *
day_at (const Paper *self, guint index)
{
  return &g_array_index (self->planche->days, PltPlancheDay, index);
}

static void
start_table (Paper *self, PltDocument *document)
{
  guint n = N_LEFT + self->n + N_RIGHT;
  g_autofree PltDocColumn *specs = g_new0 (PltDocColumn, n);
  double least = self->roomy ? ROOMY_WIDTH : self->planche->options.by_day ? 46 : 25;
  guint chars = self->roomy ? 16 : self->planche->options.by_day ? 12 : 6;

  specs[LEFT_CODE] = (PltDocColumn){ .id = "numero", .width = 22, .sheet_chars = 5 };
  specs[LEFT_NAME]
      = (PltDocColumn){ .id = "element", .width = self->look.tight ? 76 : 100, .sheet_chars = 24 };
  specs[LEFT_PLAYER] = (PltDocColumn){ .id = "interprete",
                                       .width = self->look.tight ? 60 : 82,
                                       .sheet_chars = 20 };
  specs[LEFT_TOTAL] = (PltDocColumn){ .id = "jours", .width = 34, .sheet_chars = 8 };
  for (guint c = 0; c < self->n; c++)
    specs[N_LEFT + c] = plt_planche_day (self->planche, c)->off
                            ? (PltDocColumn){ .width = OFF_WIDTH, .sheet_chars = 3 }
                            : (PltDocColumn){ .weight = self->planche->options.by_day ? 2 : 1,
                                              .min = least,
                                              .sheet_chars = chars };
  specs[N_LEFT + self->n + RIGHT_WORKED] = (PltDocColumn){ .id = "tournes", .width = 22 };
  specs[N_LEFT + self->n + RIGHT_WAITING] = (PltDocColumn){ .id = "attente", .width = 22 };
  specs[N_LEFT + self->n + RIGHT_PAID] = (PltDocColumn){ .id = "payes", .width = 22 };
  self->table = plt_document_table (document, "Planche", specs, n);
}

static PltDocCell *
add_text (const Paper *self, const char *text, const char *style)
{
  PltDocCell *cell = plt_doc_table_text (self->table, text);

  plt_doc_cell_style (cell, style);
  return cell;
}

/* A number that prints nothing when there is nothing to count. */
static PltDocCell *
add_count (const Paper *self, gint64 number, const char *style)
{
  PltDocCell *cell = number > 0 ? plt_doc_table_number (self->table, number, 0)
                                : plt_doc_table_text (self->table, "");

  plt_doc_cell_style (cell, style);
  return cell;
}

static PltDocCell *
add_value (const Paper *self, PltPlancheLine line, gint64 value)
{
  PltDocCell *cell;

  if (line == PLT_PLANCHE_LENGTH)
    cell = plt_doc_table_seconds (self->table, value);
  else if (line == PLT_PLANCHE_PAGES)
    cell = plt_doc_table_eighths (self->table, value);
  else if (line == PLT_PLANCHE_TIME)
    cell = plt_doc_table_clock (self->table, value);
  else
    cell = plt_doc_table_number (self->table, value, 0);
  plt_doc_cell_style (cell, "cell.center");
  return cell;
}

/* "{12,4}:{12,9}": a row of the table from one column of the planche to another. */
static char *
range (guint row, guint first, guint n)
{
  return g_strdup_printf ("{%u,%u}:{%u,%u}", row, N_LEFT + first, row, N_LEFT + first + n - 1);
}

static guint
next_row (const Paper *self)
{
  return plt_doc_table_get_n_rows (self->table);
}

/* ---- lines ---- */

static gboolean
is_measured (PltPlancheLine line)
{
  return line == PLT_PLANCHE_LENGTH || line == PLT_PLANCHE_PAGES || line == PLT_PLANCHE_SHOTS
         || line == PLT_PLANCHE_TIME;
}

static gint64
film_value (const Paper *self, PltPlancheLine line)
{
  const PltPlan *plan = self->planche->plan;
  gint64 shots = 0;

  if (line == PLT_PLANCHE_LENGTH)
    return plan->seconds;
  if (line == PLT_PLANCHE_PAGES)
    return plan->eighths;
  if (line == PLT_PLANCHE_TIME)
    return plan->minutes;
  for (guint d = 0; d < self->planche->days->len; d++)
    {
      gint64 value = plt_planche_day_value (self->planche, line, d);

      shots += value != PLT_UNKNOWN ? value : 0;
    }
  return shots;
}

static gint64
sum_columns (const Paper *self, PltPlancheLine line, guint first, guint n)
{
  gint64 sum = 0;

  for (guint c = first; c < first + n; c++)
    {
      gint64 value = plt_planche_value (self->planche, line, c);

      sum += value != PLT_UNKNOWN ? value : 0;
    }
  return sum;
}

/* The total at the left: a sum of the row, unless a séquence that is shot twice counts once. */
static void
add_line_total (const Paper *self, PltPlancheLine line, guint row)
{
  gint64 total;
  PltDocCell *cell;
  g_autofree char *cells = NULL;
  g_autofree char *formula = NULL;

  if (line == PLT_PLANCHE_NUMBER)
    {
      add_count (self, self->planche->plan->n_sequences, "cell.center");
      return;
    }
  if (!is_measured (line))
    {
      plt_doc_table_text (self->table, "");
      return;
    }
  total = film_value (self, line);
  cell = add_value (self, line, total);
  if (sum_columns (self, line, 0, self->n) != total)
    return;
  cells = range (row, 0, self->n);
  formula = g_strdup_printf ("=SUM(%s)", cells);
  plt_doc_cell_formula (cell, formula);
}

static void
add_line_titles (const Paper *self, PltPlancheLine line, guint row)
{
  plt_doc_cell_span (add_text (self, line_titles[line], "cell.strong"), LEFT_TOTAL);
  if (line == PLT_PLANCHE_SET)
    add_text (self, "Jours de tournage", "cell.vertical-small");
  else
    add_line_total (self, line, row);
}

static void
add_right_titles (const Paper *self, PltPlancheLine line)
{
  static const char *const titles[N_RIGHT] = { "Jours tournés", "Jours d’attente", "Jours payés" };

  if (line != PLT_PLANCHE_SET)
    {
      plt_doc_cell_span (add_text (self, line == PLT_PLANCHE_DAY ? "Totaux" : "", "cell.center"),
                         N_RIGHT);
      return;
    }
  for (guint i = 0; i < N_RIGHT; i++)
    add_text (self, titles[i], "cell.vertical-small");
}

static const char *
effect_style (PltEffectClass effect)
{
  static const char *const styles[] = {
    [PLT_EFFECT_NONE] = "cell.center",           [PLT_EFFECT_INT_DAY] = "effect.int-day",
    [PLT_EFFECT_EXT_DAY] = "effect.ext-day",     [PLT_EFFECT_INT_NIGHT] = "effect.int-night",
    [PLT_EFFECT_EXT_NIGHT] = "effect.ext-night", [PLT_EFFECT_DAWN] = "effect.dawn",
    [PLT_EFFECT_DUSK] = "effect.dusk",
  };

  return styles[effect];
}

static PltRef
ref_of (const Paper *self, PltPlancheLine line, guint c)
{
  const PltPlancheDay *day = plt_planche_day (self->planche, c);
  const PltStripFacts *strip = plt_planche_strip (self->planche, c);

  if (line >= PLT_PLANCHE_SET && line < PLT_PLANCHE_NOTE && strip != NULL)
    return line == PLT_PLANCHE_NUMBER ? (PltRef){ "strip", strip->id, NULL }
                                      : (PltRef){ "sequence", strip->sequence, NULL };
  return day->plan != NULL ? (PltRef){ "shooting_day", day->plan->day->id, NULL } : NOWHERE;
}

static const char *
line_style (const Paper *self, PltPlancheLine line, guint c, guint span)
{
  switch ((int) line)
    {
    case PLT_PLANCHE_SET:
      return self->roomy ? "cell.center" : "cell.vertical-small";
    case PLT_PLANCHE_SYNOPSIS:
      return self->roomy ? "cell.small" : "cell.vertical-small";
    case PLT_PLANCHE_EFFECT:
      return effect_style (plt_planche_effect (self->planche, c));
    case PLT_PLANCHE_DAY:
      return "cell.strong-center";
    default:
      return "cell.center";
    }
}

static void
add_line_cell (const Paper *self, PltPlancheLine line, guint c, guint span)
{
  const PltPlancheDay *day = plt_planche_day (self->planche, c);
  PltDocCell *cell;

  if (is_measured (line) && !day->off)
    cell = add_value (self, line, plt_planche_value (self->planche, line, c));
  else
    {
      g_autofree char *text = line == PLT_PLANCHE_HOURS && !day->off
                                  ? plt_paper_hours (day->plan->day)
                                  : plt_planche_text (self->planche, line, c);

      cell = plt_doc_table_text (self->table, text);
      if (!day->off || line == PLT_PLANCHE_WEEK)
        plt_doc_cell_style (cell, line_style (self, line, c, span));
      else
        plt_doc_cell_style (cell, line == PLT_PLANCHE_SET ? "cell.off-vertical" : "cell.off");
    }
  plt_doc_cell_ref (cell, ref_of (self, line, c));
  if (span > 1)
    plt_doc_cell_span (cell, span);
}

static void
add_line (Paper *self, PltPlancheLine line)
{
  guint row = next_row (self);

  self->line_rows[line] = row;
  plt_doc_table_row (self->table, line <= PLT_PLANCHE_DATE     ? "row.header"
                                  : line == PLT_PLANCHE_NUMBER ? "row.dense-total"
                                                               : "row.dense");
  add_line_titles (self, line, row);
  for (guint c = 0; c < self->n;)
    {
      guint span = MAX (plt_planche_span (self->planche, line, c), 1);

      add_line_cell (self, line, c, span);
      c += span;
    }
  add_right_titles (self, line);
}

/* What tells which column is which is repeated on each page; what else stands above is not. */
static void
add_head (Paper *self)
{
  for (int line = 0; line < PLT_PLANCHE_NOTE; line++)
    {
      gboolean needed = line == PLT_PLANCHE_DAY || line == PLT_PLANCHE_SET
                        || line == PLT_PLANCHE_EFFECT || line == PLT_PLANCHE_NUMBER;
      gboolean extra = line == PLT_PLANCHE_ADDRESS || line == PLT_PLANCHE_SYNOPSIS
                       || line == PLT_PLANCHE_SHOTS || line == PLT_PLANCHE_TIME;

      if (!needed
          && ((line == PLT_PLANCHE_WEEK && plt_planche_is_empty (self->planche, PLT_PLANCHE_DATE))
              || (extra && self->look.tight)
              || (line == PLT_PLANCHE_SYNOPSIS && self->planche->options.by_day && !self->roomy)
              || plt_planche_is_empty (self->planche, (PltPlancheLine) line)))
        continue;
      add_line (self, (PltPlancheLine) line);
      if (line == PLT_PLANCHE_NUMBER)
        plt_doc_table_set_header_rows (self->table, next_row (self));
    }
  plt_doc_table_set_frozen_columns (self->table, N_LEFT);
}

/* ---- bands ---- */

static gboolean
is_of_people (PltPlancheBandKind kind)
{
  return kind <= PLT_PLANCHE_CHILDREN;
}

/* Whether a band has a row for each of its elements; else one row says them in words. */
static gboolean
has_rows (const Paper *self, PltPlancheBandKind kind)
{
  switch (kind)
    {
    case PLT_PLANCHE_PROPS:
    case PLT_PLANCHE_SET_DRESSING:
    case PLT_PLANCHE_SFX:
    case PLT_PLANCHE_VFX:
    case PLT_PLANCHE_EQUIPMENT:
    case PLT_PLANCHE_CREW:
    case PLT_PLANCHE_COSTUMES:
    case PLT_PLANCHE_UNIT:
    case PLT_PLANCHE_OTHER:
      return self->look.bands == PLT_PLANCHE_BANDS_ALL;
    default:
      return TRUE;
    }
}

static gboolean
is_shown (const Paper *self, PltPlancheBandKind kind)
{
  return self->look.bands != PLT_PLANCHE_BANDS_PEOPLE || is_of_people (kind);
}

/* Days on which the row has a number or a cross: "=((COUNT(F9:H9)+COUNTIF(F9:H9,"×"))>0)+ ...".
 * (nullable): where that is not what the présences count, and where there are more days than a
 * formula has room for. */
static char *
worked_formula (const Paper *self, const PltPlancheRow *row, guint at)
{
  g_autoptr (GString) formula = g_string_new ("=");

  if (row->worked != row->presence->n_worked)
    return NULL;

  for (guint d = 0; d < self->planche->days->len; d++)
    {
      const PltPlancheDay *day = day_at (self, d);
      g_autofree char *cells = NULL;

      if (day->plan == NULL || day->plan->number == 0 || day->plan->n_sequences == 0)
        continue;
      cells = range (at, day->first, day->n);
      g_string_append (formula, formula->len > 1 ? "+" : "");
      g_string_append_printf (formula, "((COUNT(%s)+COUNTIF(%s,\"×\"))>0)", cells, cells);
    }
  /* with its places written as numbers it is at least as long as it will be */
  return formula->len > 1 && formula->len < MOST_FORMULA
             ? g_string_free (g_steal_pointer (&formula), FALSE)
             : NULL;
}

/* The days that bear the letter of waiting. (nullable) */
static char *
waiting_formula (const Paper *self, const PltPlancheRow *row, guint at)
{
  const char *letter = plt_letters_get (self->planche->options.letters, PLT_MEANING_WAITS, FALSE);
  g_autofree char *cells = range (at, 0, self->n);
  guint n = 0;

  for (guint d = 0; d < self->planche->days->len; d++)
    {
      PltPlancheMark mark = plt_planche_mark (self->planche, row, day_at (self, d)->first);

      n += mark.letter != NULL && strcmp (mark.letter, letter) == 0;
    }
  return n == row->waiting && strchr (letter, '"') == NULL
             ? g_strdup_printf ("=COUNTIF(%s,\"%s\")", cells, letter)
             : NULL;
}

static void
add_row_totals (const Paper *self, const PltPlancheRow *row, guint at, const char *worked)
{
  guint first = N_LEFT + self->n;
  g_autofree char *waiting = waiting_formula (self, row, at);
  g_autofree char *paid
      = row->paid == row->worked ? g_strdup_printf ("={.,%u}", first + RIGHT_WORKED)
        : row->paid == row->worked + row->waiting
            ? g_strdup_printf ("={.,%u}+{.,%u}", first + RIGHT_WORKED, first + RIGHT_WAITING)
            : NULL;
  gboolean played = row->cells != NULL && plt_presence_row_is_role (row->cells);
  PltDocCell *cell;

  cell = plt_doc_table_number (self->table, row->worked, 0);
  plt_doc_cell_style (cell, "cell.center");
  if (worked != NULL)
    plt_doc_cell_formula (cell, worked);
  if (!played)
    {
      plt_doc_table_text (self->table, "");
      plt_doc_table_text (self->table, "");
      return;
    }
  cell = plt_doc_table_number (self->table, row->waiting, 0);
  plt_doc_cell_style (cell, "cell.center");
  if (waiting != NULL)
    plt_doc_cell_formula (cell, waiting);
  cell = plt_doc_table_number (self->table, row->paid, 0);
  plt_doc_cell_style (cell, "cell.center");
  if (paid != NULL)
    plt_doc_cell_formula (cell, paid);
}

/* Adds the cell of a column and tells how many it covers: a letter covers its day. */
static guint
add_mark (const Paper *self, const PltPlancheRow *row, guint c)
{
  const PltPlancheDay *day = plt_planche_day (self->planche, c);
  PltPlancheMark mark = plt_planche_mark (self->planche, row, c);
  g_autofree char *text = plt_planche_mark_text (row, &mark);

  if (day->off)
    add_text (self, "", "cell.off");
  else if (mark.letter != NULL)
    {
      plt_doc_cell_span (add_text (self, text, "cell.wait"), day->n);
      return day->n;
    }
  else if (mark.occurrence == NULL)
    plt_doc_table_empty (self->table);
  else if (g_ascii_isdigit (text[0]))
    plt_doc_cell_style (plt_doc_table_number (self->table, g_ascii_strtoll (text, NULL, 10), 0),
                        "cell.mark");
  else
    add_text (self, text, "cell.mark");
  return 1;
}

static void
add_element (const Paper *self, const PltPlancheRow *row)
{
  guint at = next_row (self);
  g_autofree char *worked = worked_formula (self, row, at);
  PltDocCell *cell;

  plt_doc_table_row (self->table, "row.dense");
  add_text (self, row->code, "cell.center");
  cell = plt_doc_table_text (self->table, row->presence->element->name);
  plt_doc_cell_ref (cell, (PltRef){ "element", row->presence->element->id, NULL });
  if (*row->player != '\0')
    plt_doc_table_text (self->table, row->player);
  else
    plt_doc_cell_span (cell, 2);
  cell = plt_doc_table_number (self->table, row->worked, 0);
  plt_doc_cell_style (cell, "cell.center");
  if (worked != NULL)
    plt_doc_cell_formula (cell, worked);
  for (guint c = 0; c < self->n;)
    c += add_mark (self, row, c);
  add_row_totals (self, row, at, worked);
}

/* A title over the whole width; its columns stay marked as days off. */
static void
add_band_title (const Paper *self, const char *title, gboolean people)
{
  static const char *const letters[N_RIGHT] = { "T", "A", "P" };

  plt_doc_table_row (self->table, "row.dense-group");
  plt_doc_cell_span (plt_doc_table_text (self->table, title), LEFT_TOTAL);
  add_text (self, "jours", "cell.center");
  if (self->n > 0)
    plt_doc_cell_span (plt_doc_table_text (self->table, ""), self->n);
  for (guint i = 0; i < N_RIGHT; i++)
    add_text (self, i == RIGHT_WORKED || people ? letters[i] : "", "cell.center");
  plt_doc_table_keep_with_next (self->table);
}

static char *
costumes_of (const Paper *self, guint c)
{
  const PltPlancheBand *roles = plt_planche_band (self->planche, PLT_PLANCHE_ROLES);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; roles != NULL && i < roles->rows->len; i++)
    {
      const PltPlancheRow *row = roles->rows->pdata[i];
      PltPlancheMark mark = plt_planche_mark (self->planche, row, c);

      if (mark.occurrence != NULL && *mark.occurrence->costume != '\0')
        g_string_append_printf (text, "%s%s\302\240: %s", text->len > 0 ? " ; " : "",
                                row->presence->element->number != PLT_UNKNOWN
                                    ? row->code
                                    : row->presence->element->name,
                                mark.occurrence->costume);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What the bands of a row in words have in a column. */
static char *
words_of (const Paper *self, const PltPlancheBandKind *kinds, guint n_kinds, guint c)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_kinds; i++)
    {
      const PltPlancheBand *band = plt_planche_band (self->planche, kinds[i]);
      g_autofree char *costumes
          = kinds[i] == PLT_PLANCHE_COSTUMES ? costumes_of (self, c) : g_strdup ("");
      g_autofree char *words
          = band != NULL ? plt_planche_band_text (self->planche, band, c) : g_strdup ("");

      if (*costumes != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " ; " : "", costumes);
      if (*words != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " ; " : "", words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_words (const Paper *self, const char *title, const PltPlancheBandKind *kinds, guint n_kinds)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  gboolean any = FALSE;

  for (guint c = 0; c < self->n; c++)
    {
      char *words = words_of (self, kinds, n_kinds, c);

      any = any || *words != '\0';
      g_ptr_array_add (cells, words);
    }
  if (!any)
    return;
  plt_doc_table_row (self->table, "row.dense");
  plt_doc_cell_span (add_text (self, title, "cell.strong"), N_LEFT);
  for (guint c = 0; c < self->n; c++)
    if (plt_planche_day (self->planche, c)->off)
      add_text (self, "", "cell.off");
    else
      add_text (self, cells->pdata[c], self->roomy ? "cell.small" : "cell.vertical-small");
  plt_doc_cell_span (plt_doc_table_text (self->table, ""), N_RIGHT);
}

static void
add_bands (Paper *self)
{
  static const PltPlancheBandKind props[] = { PLT_PLANCHE_PROPS, PLT_PLANCHE_SET_DRESSING };
  static const PltPlancheBandKind costumes[] = { PLT_PLANCHE_COSTUMES };
  static const PltPlancheBandKind means[]
      = { PLT_PLANCHE_SFX, PLT_PLANCHE_VFX, PLT_PLANCHE_EQUIPMENT };
  static const PltPlancheBandKind unit[]
      = { PLT_PLANCHE_CREW, PLT_PLANCHE_UNIT, PLT_PLANCHE_OTHER };

  for (guint i = 0; i < self->planche->bands->len; i++)
    {
      const PltPlancheBand *band = self->planche->bands->pdata[i];

      if (!is_shown (self, band->kind) || !has_rows (self, band->kind))
        continue;
      add_band_title (self, band_titles[band->kind], is_of_people (band->kind));
      if (band->kind == PLT_PLANCHE_ROLES)
        {
          self->first_role = next_row (self);
          self->n_roles = band->rows->len;
        }
      for (guint r = 0; r < band->rows->len; r++)
        add_element (self, band->rows->pdata[r]);
    }
  if (self->look.bands != PLT_PLANCHE_BANDS_ESSENTIAL)
    return;
  add_words (self, "Accessoires et décoration", props, G_N_ELEMENTS (props));
  add_words (self, "Costumes (rôle : n°) et HMC", costumes, G_N_ELEMENTS (costumes));
  add_words (self, "SFX, VFX, matériel spécial", means, G_N_ELEMENTS (means));
  add_words (self, "Technique, régie et divers", unit, G_N_ELEMENTS (unit));
}

/* ---- totals of the days ---- */

typedef PltDocCell *(*AddDay) (const Paper *self, PltPlancheLine line, guint day);

static PltDocCell *
add_day_sum (const Paper *self, PltPlancheLine line, guint d)
{
  const PltPlancheDay *day = day_at (self, d);
  gint64 value = plt_planche_day_value (self->planche, line, d);
  PltDocCell *cell = add_value (self, line, value);
  g_autofree char *cells = range (self->line_rows[line], day->first, day->n);
  g_autofree char *formula = g_strdup_printf ("=SUM(%s)", cells);

  if (value != PLT_UNKNOWN && self->line_rows[line] > 0
      && sum_columns (self, line, day->first, day->n) == value)
    plt_doc_cell_formula (cell, formula);
  return cell;
}

static PltDocCell *
add_done (const Paper *self, PltPlancheLine line, guint d)
{
  const PltPlancheDay *day = day_at (self, d);
  gint64 done, left;

  plt_plan_progress (self->planche->plan, (guint) day->index, &done, &left);
  return add_value (self, PLT_PLANCHE_LENGTH, done);
}

/* Roles with a number or a cross. Every number is less than any text, so that `< ""` tells a number
 * of a whole range; ISNUMBER of a range is only its first cell for Gnumeric. */
static PltDocCell *
add_roles (const Paper *self, PltPlancheLine line, guint d)
{
  const PltPlancheDay *day = day_at (self, d);
  const PltPlancheBand *roles = plt_planche_band (self->planche, PLT_PLANCHE_ROLES);
  guint n = roles != NULL ? plt_planche_day_count (self->planche, roles, d) : 0;
  PltDocCell *cell = add_count (self, n, "cell.center");
  g_autoptr (GString) formula = g_string_new ("=SUMPRODUCT(1*((");

  if (n == 0)
    return cell;
  for (guint c = 0; c < day->n; c++)
    {
      guint column = N_LEFT + day->first + c, last = self->first_role + self->n_roles - 1;
      g_autofree char *cells
          = g_strdup_printf ("{%u,%u}:{%u,%u}", self->first_role, column, last, column);

      g_string_append_printf (formula, "%s(%s<\"\")+(%s=\"×\")", c > 0 ? "+" : "", cells, cells);
    }
  g_string_append (formula, ")>0))");
  plt_doc_cell_formula (cell, formula->str);
  return cell;
}

/* Whether a row is needed on a day and no séquence says how many. */
static gboolean
is_uncounted (const Paper *self, const PltPlancheRow *row, const PltPlancheDay *day)
{
  gboolean needed = FALSE, counted = FALSE;

  for (guint c = day->first; c < day->first + day->n; c++)
    {
      PltPlancheMark mark = plt_planche_mark (self->planche, row, c);

      needed = needed || mark.occurrence != NULL;
      counted = counted || (mark.occurrence != NULL && mark.quantity != PLT_UNKNOWN);
    }
  return needed && !counted;
}

/* "≥ 14" where a number is missing: a crowd is not one person. */
static PltDocCell *
add_extras (const Paper *self, PltPlancheLine line, guint d)
{
  const PltPlancheBand *extras = plt_planche_band (self->planche, PLT_PLANCHE_EXTRAS);
  gint64 n = extras != NULL ? plt_planche_day_quantity (self->planche, extras, d) : 0;
  gboolean uncounted = FALSE;

  for (guint i = 0; extras != NULL && i < extras->rows->len; i++)
    uncounted = uncounted || is_uncounted (self, extras->rows->pdata[i], day_at (self, d));
  if (uncounted)
    {
      g_autofree char *least = g_strdup_printf ("≥\302\240%" G_GINT64_FORMAT, n);

      return add_text (self, least, "cell.center");
    }
  return add_count (self, n, "cell.center");
}

static void
add_day_row (const Paper *self, const char *title, PltPlancheLine line, AddDay add)
{
  plt_doc_table_row (self->table, "row.dense");
  if (line != PLT_PLANCHE_NOTE)
    plt_doc_table_keep_with_next (self->table);
  plt_doc_cell_span (add_text (self, title, "cell.strong"), N_LEFT);
  for (guint d = 0; d < self->planche->days->len; d++)
    {
      const PltPlancheDay *day = day_at (self, d);
      PltDocCell *cell;

      if (day->off)
        {
          add_text (self, "", "cell.off");
          continue;
        }
      cell = add (self, line, d);
      if (day->n > 1)
        plt_doc_cell_span (cell, day->n);
    }
  plt_doc_cell_span (plt_doc_table_text (self->table, ""), N_RIGHT);
}

static PltDocCell *
add_note (const Paper *self, PltPlancheLine line, guint d)
{
  const PltPlancheDay *day = day_at (self, d);

  return plt_doc_table_text (self->table, day->plan != NULL ? day->plan->day->note : "");
}

static void
add_totals (const Paper *self)
{
  const struct
  {
    const char *title;
    PltPlancheLine line;
    AddDay add;
    gboolean needed;
  } rows[] = {
    { "Rôles du jour", 0, add_roles, self->n_roles > 0 },
    { "Figurants du jour", 0, add_extras,
      plt_planche_band (self->planche, PLT_PLANCHE_EXTRAS) != NULL },
    { "Minutage du jour", PLT_PLANCHE_LENGTH, add_day_sum, TRUE },
    { "Minutage cumulé", PLT_PLANCHE_LENGTH, add_done, TRUE },
    { "Pages du jour", PLT_PLANCHE_PAGES, add_day_sum, TRUE },
    { "Plans du jour", PLT_PLANCHE_SHOTS, add_day_sum, TRUE },
    { "Temps de tournage du jour", PLT_PLANCHE_TIME, add_day_sum, TRUE },
    { "Notes", PLT_PLANCHE_NOTE, add_note, TRUE },
  };

  plt_doc_table_row (self->table, "row.dense-group");
  plt_doc_cell_span (plt_doc_table_text (self->table, "Totaux par jour"), N_LEFT);
  if (self->n > 0)
    plt_doc_cell_span (plt_doc_table_text (self->table, ""), self->n);
  plt_doc_cell_span (plt_doc_table_text (self->table, ""), N_RIGHT);
  plt_doc_table_keep_with_next (self->table);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].needed
        && (rows[i].line == 0 || !plt_planche_is_empty (self->planche, rows[i].line)))
      add_day_row (self, rows[i].title, rows[i].line, rows[i].add);
}

static gboolean
is_roomy (const Paper *self, const PltDocument *document)
{
  static const double widths[] = { 842, 1191, 1684, 2384, 3370 }; /* of papers, landscape */
  guint n_off = 0;

  for (guint c = 0; c < self->n; c++)
    n_off += plt_planche_day (self->planche, c)->off;
  return widths[plt_document_get_info (document)->paper] - SIDES - n_off * OFF_WIDTH
         >= (self->n - n_off) * ROOMY_WIDTH;
}

void
plt_planche_paper_add (PltDocument *document, const PltPlanche *planche, const PltPlancheLook *look)
{
  Paper self = { .planche = planche, .look = *look, .n = planche->columns->len };

  self.roomy = is_roomy (&self, document);
  start_table (&self, document);
  add_head (&self);
  add_bands (&self);
  add_totals (&self);
}
