#include "plt-rates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-referential.h"
#include "plt-text.h"

#define SPECIALISED "-specialise"
#define PERFORMERS "artistes"
#define WEEK_OF_WAGE 40 /* hours of wage in 39 hours of work, four of them with a quarter more */

typedef struct
{
  const char *agreement, *department, *function, *legal_status, *base, *unit, *genre;
  const char *confidence, *remark, *source;
  gint64 minutes, referential;
  PltMoney amount; /* PLT_UNKNOWN: not found in the texts */
  PltDate from, to;
  gboolean specialised, sure;
} Row;

struct _PltRates
{
  const PltFacts *facts;
  GPtrArray *scales; /* PltReferential: the strings of the rows */
  GArray *rows;      /* Row */
  GHashTable *names; /* folded function -> GArray of indices of rows */
  GPtrArray *order;  /* folded functions as they came, borrowed */
};

/* ---- reading ---- */

static gint64
read_number (const char *text, gint64 otherwise)
{
  gint64 value;

  return g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &value, NULL) ? value : otherwise;
}

static void
add_row (PltRates *self, const Row *row)
{
  g_autofree char *folded = plt_text_fold (row->function);
  GArray *of = g_hash_table_lookup (self->names, folded);
  guint index = self->rows->len;

  g_array_append_val (self->rows, *row);
  if (of == NULL)
    {
      of = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (self->order, folded);
      g_hash_table_insert (self->names, g_steal_pointer (&folded), of);
    }
  g_array_append_val (of, index);
}

/* The scales were read from different papers: each has its own words for the same things. */
static const char *
either (const PltReferential *scale, guint row, const char *column, const char *other)
{
  const char *value = plt_referential_get (scale, row, column);

  return *value != '\0' ? value : plt_referential_get (scale, row, other);
}

static const char *
base_of (const char *text)
{
  static const char *const bases[][2]
      = { { "jour", "cachet" }, { "sem5", "art_5j" }, { "sem6", "art_6j" } };

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    if (strcmp (text, bases[i][0]) == 0)
      return bases[i][1];
  return text;
}

static const char *
unit_of (const char *text, const char *base)
{
  if (*text != '\0')
    return text;
  return strcmp (base, "cachet") == 0 || strcmp (base, "service") == 0 ? base : "semaine";
}

/* @agreement: (nullable): what the whole scale is of, else its column "convention" */
static void
read_scale (PltRates *self, const PltReferentialFacts *kept, const char *agreement)
{
  PltReferential *scale = plt_referential_parse (kept->content);

  g_ptr_array_add (self->scales, scale);
  for (guint i = 0; i < plt_referential_n_rows (scale); i++)
    {
      const char *base = base_of (plt_referential_get (scale, i, "base"));
      const char *department = either (scale, i, "departement", "filiere");
      const char *source = plt_referential_get (scale, i, "source");
      const Row row = {
        .agreement = agreement != NULL ? agreement : plt_referential_get (scale, i, "convention"),
        .department = agreement == NULL ? PERFORMERS : department,
        .function = either (scale, i, "fonction", "libelle"),
        .legal_status = plt_referential_get (scale, i, "statut"),
        .base = base,
        .unit = unit_of (plt_referential_get (scale, i, "unite"), base),
        .genre = either (scale, i, "genre", "oeuvre"),
        .confidence = plt_referential_get (scale, i, "confiance"),
        .remark = plt_referential_get (scale, i, "remarque"),
        .source = *source != '\0' ? source : plt_referential_meta (scale, "source"),
        .minutes = read_number (plt_referential_get (scale, i, "heures"), 0) * 60,
        .referential = kept->id,
        .amount = read_number (plt_referential_get (scale, i, "montant_cents"), PLT_UNKNOWN),
        .from = plt_date_from_iso (plt_referential_get (scale, i, "valable_du")),
        .to = plt_date_from_iso (plt_referential_get (scale, i, "valable_au")),
        .specialised = strcmp (plt_referential_get (scale, i, "variante"), "specialise") == 0,
        .sure = strcmp (plt_referential_get (scale, i, "marque"), "source") == 0,
      };

      if (*row.function != '\0')
        add_row (self, &row);
    }
}

static void
indices_free (gpointer data)
{
  g_array_unref (data);
}

PltRates *
plt_rates_new (const PltFacts *facts)
{
  static const char *const names[][2]
      = { { "minima-3097", "3097" }, { "minima-2642", "2642" }, { "minima-artistes", NULL } };
  PltRates *self = g_new0 (PltRates, 1);

  self->facts = facts;
  self->scales = g_ptr_array_new_with_free_func ((GDestroyNotify) plt_referential_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, indices_free);
  self->order = g_ptr_array_new ();
  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    for (guint i = 0; i < facts->referentials.n; i++)
      if (strcmp (facts->referentials.items[i].name, names[n][0]) == 0)
        {
          read_scale (self, &facts->referentials.items[i], names[n][1]);
          break;
        }
  return self;
}

void
plt_rates_free (PltRates *self)
{
  g_ptr_array_unref (self->scales);
  g_array_unref (self->rows);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->order);
  g_free (self);
}

/* ---- what is asked ---- */

typedef struct
{
  PltRates *self;
  const char *agreement, *unit, *genre;
  char base[32]; /* without what stands behind it; "" for the usual one */
  gboolean specialised;
  PltDate date;
} Wanted;

static const char *
usual_genre (const char *agreement, const char *kind)
{
  if (strcmp (agreement, "3097") == 0)
    return strcmp (kind, "court-metrage") == 0 ? "court" : "long";
  if (strcmp (kind, "flux") == 0)
    return "flux";
  return strcmp (kind, "documentaire") == 0 || strcmp (kind, "captation") == 0
                 || strcmp (kind, "spectacle") == 0
             ? "documentaire"
             : "fiction";
}

static void
cut (char *base, const char *end)
{
  if (g_str_has_suffix (base, end))
    base[strlen (base) - strlen (end)] = '\0';
}

static void
wanted_init (Wanted *wanted, PltRates *self, const PltRateQuery *query)
{
  static const char *const genres[] = { "fiction", "flux", "documentaire" };
  const PltProductionFacts *production = &self->facts->production;

  memset (wanted, 0, sizeof *wanted);
  wanted->self = self;
  wanted->agreement = query->agreement != NULL && *query->agreement != '\0' ? query->agreement
                      : production->agreement != NULL                       ? production->agreement
                                                                            : "";
  wanted->genre = usual_genre (wanted->agreement, production->kind != NULL ? production->kind : "");
  wanted->unit = query->unit != NULL ? query->unit : "";
  wanted->date = query->date;
  g_strlcpy (wanted->base, query->base != NULL ? query->base : "", sizeof wanted->base);
  wanted->specialised = strstr (wanted->base, SPECIALISED) != NULL;
  cut (wanted->base, SPECIALISED);
  for (guint i = 0; i < G_N_ELEMENTS (genres); i++)
    {
      g_autofree char *end = g_strconcat ("-", genres[i], NULL);

      if (!g_str_has_suffix (wanted->base, end))
        continue;
      wanted->genre = genres[i];
      cut (wanted->base, end);
    }
  cut (wanted->base, SPECIALISED);
}

/* Of the agreement, and of the kind of programme where the scale tells them apart. */
static gboolean
is_meant (const Wanted *wanted, const Row *row)
{
  if (strcmp (row->agreement, wanted->agreement) != 0)
    return FALSE;
  return *row->genre == '\0' || strcmp (row->genre, wanted->genre) == 0;
}

/* ---- the function ---- */

/* What may stand behind the name of a function. */
static const char *const trades[] = { "", " cinema", " de cinema" };

gboolean
plt_rate_is_named (const char *wanted, const char *name)
{
  const gsize length = strlen (wanted);

  for (guint i = 0; i < G_N_ELEMENTS (trades); i++)
    if (strncmp (name, wanted, length) == 0 && strcmp (name + length, trades[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
plt_rate_words_match (const char *wanted, const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (wanted, " '\342\200\231-", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = name;

      if (*words[i] == '\0')
        continue;
      while (found != NULL && strncmp (found, words[i], strlen (words[i])) != 0)
        {
          found = strpbrk (found, " '(/-");
          found = found != NULL ? found + 1 : NULL;
        }
      if (found == NULL)
        return FALSE;
    }
  return TRUE;
}

static const Row *
row_at (const PltRates *self, const GArray *of, guint i)
{
  return &g_array_index (self->rows, Row, g_array_index (of, guint, i));
}

/* (nullable): the name of the function as these rows have it, when one of them is meant */
static const char *
meant_name (const Wanted *wanted, const GArray *of)
{
  for (guint i = 0; of != NULL && i < of->len; i++)
    if (is_meant (wanted, row_at (wanted->self, of, i)))
      return row_at (wanted->self, of, i)->function;
  return NULL;
}

static gboolean
has_scale (const Wanted *wanted)
{
  for (guint i = 0; i < wanted->self->rows->len; i++)
    if (is_meant (wanted, &g_array_index (wanted->self->rows, Row, i)))
      return TRUE;
  return FALSE;
}

/* The rows of the function called so, with or without the word of the trade; else of the only one
 * with these words. */
static PltRateStatus
find_function (
    const Wanted *wanted, const char *text, const GArray **of, gboolean *exact, GError **error)
{
  PltRates *self = wanted->self;
  g_autofree char *folded = plt_text_fold (text);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  *of = NULL;
  *exact = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (trades); i++)
    {
      g_autofree char *name = g_strconcat (folded, trades[i], NULL);

      *of = g_hash_table_lookup (self->names, name);
      if (meant_name (wanted, *of) != NULL)
        {
          *exact = TRUE;
          return PLT_RATE_FOUND;
        }
    }
  for (guint i = 0; *folded != '\0' && i < self->order->len; i++)
    {
      const GArray *rows = g_hash_table_lookup (self->names, self->order->pdata[i]);
      const char *name = meant_name (wanted, rows);

      if (name == NULL || !plt_rate_words_match (folded, self->order->pdata[i]))
        continue;
      *of = rows;
      g_ptr_array_add (found, (gpointer) name);
    }
  if (found->len == 1)
    return PLT_RATE_FOUND;
  *of = NULL;
  if (found->len > 1)
    {
      g_autofree char *names = NULL;

      g_ptr_array_set_size (found, (int) MIN (found->len, 6));
      g_ptr_array_add (found, NULL);
      names = g_strjoinv (" ; ", (char **) found->pdata);
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("Several functions are called “%s”: %s. Write one of them."), text, names);
      return PLT_RATE_AMBIGUOUS;
    }
  if (!has_scale (wanted))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("The production keeps no pay scale of IDCC %s. Choose the agreement of the "
                      "production, or type the rate."),
                   wanted->agreement);
      return PLT_RATE_NO_SCALE;
    }
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("The scale of the agreement has no function “%s”. Write it as the scale does."),
               text);
  return PLT_RATE_NO_FUNCTION;
}

/* ---- the base, and its units ---- */

/* What is counted from which row, in which unit. `from` is the base of the row. */
static const struct
{
  const char *agreement, *base, *unit, *from;
  gint64 num, den;
  const char *how;
} ways[] = {
  { "3097", "sem39", "semaine", "sem39", 1, 1, NULL },
  { "3097", "sem39", "heure", "sem39", 1, WEEK_OF_WAGE, "sem39 ÷ 40" },
  { "3097", "sem39", "jour", "sem39", 1, 5, "sem39 ÷ 5" },
  { "3097", "jour_moins_5j_7h", "jour", "jour_moins_5j_7h", 1, 1, NULL },
  { "3097", "jour_moins_5j_7h", "heure", "jour_moins_5j_7h", 1, 7, "jour de 7 h ÷ 7" },
  { "3097", "ann2_5j", "semaine", "ann2_5j", 1, 1, NULL },
  { "3097", "ann2_5j", "jour", "ann2_5j", 1, 5, "semaine d’équivalence ÷ 5" },
  { "3097", "ann2_6j", "semaine", "ann2_6j", 1, 1, NULL },
  { "3097", "ann2_6j", "jour", "ann2_6j", 1, 6, "semaine d’équivalence ÷ 6" },
  { "3097", "ann3_nouveau", "semaine", "ann3_nouveau", 1, 1, NULL },
  { "3097", "ann3_nouveau", "heure", "ann3_nouveau", 1, WEEK_OF_WAGE, "annexe III ÷ 40" },
  { "3097", "ann3_nouveau", "jour", "ann3_nouveau", 1, 5, "annexe III ÷ 5" },
  { "2642", "sem35", "semaine", "sem35", 1, 1, NULL },
  { "2642", "sem35", "heure", "sem35", 1, 35, "sem35 ÷ 35" },
  { "2642", "sem35", "jour", "sem35", 1, 5, "sem35 ÷ 5" },
  { "2642", "sem35", "mois", "sem35", 38, 10, "sem35 × 3,8" },
  { "2642", "sem39", "semaine", "sem35", 40, 35, "sem35 × 40/35" },
  { "2642", "sem39", "heure", "sem35", 1, 35, "sem35 ÷ 35" },
  { "2642", "sem39", "jour", "sem35", 40, 175, "sem35 × 40/35 ÷ 5" },
  { "2642", "jour_moins_5j_7h", "jour", "sem35", 2, 9, "sem35 ÷ 4,5" },
  { "2642", "jour_moins_5j_7h", "heure", "sem35", 2, 63, "sem35 ÷ 31,5" },
  { "2642", "jour_moins_5j_8h", "jour", "sem35", 16, 63, "sem35 × 8/31,5" },
  { "2642", "jour_moins_5j_8h", "heure", "sem35", 2, 63, "sem35 ÷ 31,5" },
  { NULL, "cachet", "cachet", "cachet", 1, 1, NULL },
  { NULL, "cachet", "jour", "cachet", 1, 1, NULL },
  { NULL, "art_5j", "semaine", "art_5j", 1, 1, NULL },
  { NULL, "art_6j", "semaine", "art_6j", 1, 1, NULL },
  { NULL, "service", "service", "service", 1, 1, NULL },
  { NULL, "service", "jour", "service", 1, 1, NULL },
  { NULL, "forfait", "semaine", "forfait", 1, 1, NULL },
  { NULL, "forfait", "mois", "forfait", 1, 1, NULL },
  { NULL, "forfait", "jour", "forfait", 1, 1, NULL },
};

/* The bases tried for a unit when none was asked for, the likeliest first. */
static const struct
{
  const char *unit, *bases[6];
} usual[] = {
  { "semaine", { "sem35", "sem39", "art_5j", "forfait" } },
  { "jour", { "cachet", "jour_moins_5j_7h", "jour_moins_5j_8h", "service", "forfait" } },
  { "cachet", { "cachet" } },
  { "heure", { "sem35", "sem39" } },
  { "mois", { "sem35", "forfait" } },
  { "service", { "service" } },
  { "", { "sem35", "sem39", "cachet", "service", "forfait" } },
};

static gboolean
has_base (const Wanted *wanted, const GArray *of, const char *base, const char *unit)
{
  for (guint i = 0; i < of->len; i++)
    {
      const Row *row = row_at (wanted->self, of, i);

      if (is_meant (wanted, row) && strcmp (row->base, base) == 0
          && (unit == NULL || strcmp (row->unit, unit) == 0))
        return TRUE;
    }
  return FALSE;
}

/* Index into ways, -1. Rows of a lump sum, a service or a fee are counted in their own unit. */
static int
find_way (const Wanted *wanted, const GArray *of, const char *base, const char *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      gboolean own = ways[i].agreement == NULL && strcmp (base, "cachet") != 0;

      if ((ways[i].agreement == NULL || strcmp (ways[i].agreement, wanted->agreement) == 0)
          && strcmp (ways[i].base, base) == 0 && (*unit == '\0' || strcmp (ways[i].unit, unit) == 0)
          && has_base (wanted, of, ways[i].from, own ? ways[i].unit : NULL))
        return (int) i;
    }
  return -1;
}

static PltRateStatus
find_base (Wanted *wanted, const GArray *of, int *way, GError **error)
{
  const char *name = meant_name (wanted, of);
  gboolean known = FALSE;

  *way = -1;
  if (*wanted->base != '\0')
    {
      *way = find_way (wanted, of, wanted->base, wanted->unit);
      known = *way >= 0 || find_way (wanted, of, wanted->base, "") >= 0;
    }
  else
    for (guint u = 0; u < G_N_ELEMENTS (usual); u++)
      for (guint b = 0; strcmp (usual[u].unit, wanted->unit) == 0 && *way < 0 && b < 6; b++)
        if (usual[u].bases[b] != NULL)
          *way = find_way (wanted, of, usual[u].bases[b], wanted->unit);
  if (*way >= 0)
    return PLT_RATE_FOUND;
  if (*wanted->base != '\0' && !known)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("“%s” has no rate “%s” in the scale of IDCC %s. Choose another base."), name,
                   wanted->base, wanted->agreement);
      return PLT_RATE_NO_BASE;
    }
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("The scale of IDCC %s does not count “%s” in the unit “%s”. Choose a unit of the "
                  "scale, or type the rate."),
               wanted->agreement, name, wanted->unit);
  return PLT_RATE_NO_UNIT;
}

/* ---- the row of the date ---- */

static gboolean
is_at (const Row *row, PltDate date)
{
  return (row->from == PLT_DATE_NONE || date >= row->from)
         && (row->to == PLT_DATE_NONE || date <= row->to);
}

static gboolean
is_later (const Row *row, const Row *than)
{
  return than == NULL || (row->from != PLT_DATE_NONE && row->from > than->from);
}

/* Of the variant when the function has it, else of the other one. */
static const Row *
pick_row (const Wanted *wanted, const GArray *of, int way, gboolean at_date)
{
  const Row *best = NULL;
  gboolean own = ways[way].agreement == NULL;

  for (guint pass = 0; pass < 2 && best == NULL; pass++)
    for (guint i = 0; i < of->len; i++)
      {
        const Row *row = row_at (wanted->self, of, i);

        if (!is_meant (wanted, row) || strcmp (row->base, ways[way].from) != 0
            || (own && strcmp (ways[way].base, "cachet") != 0
                && strcmp (row->unit, ways[way].unit) != 0)
            || (row->specialised == wanted->specialised) == (pass == 1)
            || (at_date && !is_at (row, wanted->date)))
          continue;
        if (is_later (row, best))
          best = row;
      }
  return best;
}

static PltRateStatus
refuse_date (const Wanted *wanted, const GArray *of, int way, GError **error)
{
  const Row *last = pick_row (wanted, of, way, FALSE);
  PltDate first = last->from;
  g_autofree char *day = plt_date_format_numeric (wanted->date);
  g_autofree char *from = NULL;

  for (guint i = 0; i < of->len; i++)
    {
      const Row *row = row_at (wanted->self, of, i);

      if (is_meant (wanted, row) && strcmp (row->base, ways[way].from) == 0)
        first = MIN (first, row->from);
    }
  from = plt_date_format_numeric (first);
  if (wanted->date < first)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("The scale has no rate for “%s” on %s: it begins on %s. Type the rate, or give "
                    "the production an older scale."),
                 last->function, day, from);
  else
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("The scale has no rate for “%s” on %s any more. Type the rate, or give the "
                    "production a newer scale."),
                 last->function, day);
  return PLT_RATE_NO_DATE;
}

static void
describe_row (const Row *row, int way, PltRate *rate)
{
  rate->agreement = row->agreement;
  rate->function = row->function;
  rate->department = row->department;
  rate->legal_status = row->legal_status;
  rate->base = ways[way].base;
  rate->unit = ways[way].unit;
  rate->how = ways[way].how;
  rate->confidence = row->confidence;
  rate->remark = row->remark;
  rate->source = row->source;
  rate->minutes = row->minutes;
  rate->referential = row->referential;
  rate->row_amount = row->amount;
  rate->from = row->from;
  rate->to = row->to;
  rate->specialised = row->specialised;
  rate->sure = row->sure;
}

static PltRateStatus
find_row (const Wanted *wanted, const GArray *of, int way, PltRate *rate, GError **error)
{
  const Row *row = pick_row (wanted, of, way, wanted->date != PLT_DATE_NONE);

  if (row == NULL)
    return refuse_date (wanted, of, way, error);
  describe_row (row, way, rate);
  rate->undated = wanted->date == PLT_DATE_NONE;
  if (row->amount != PLT_UNKNOWN
      && plt_money_apply_rate (row->amount, ways[way].num, ways[way].den, PLT_ROUND_HALF_UP,
                               &rate->amount))
    return PLT_RATE_FOUND;
  g_set_error (
      error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
      _ ("The scale names “%s”, but its amount was not found in the texts. Type the rate."),
      row->function);
  return PLT_RATE_NO_AMOUNT;
}

PltRateStatus
plt_rates_find (PltRates *self, const PltRateQuery *query, PltRate *rate, GError **error)
{
  Wanted wanted;
  const GArray *of;
  int way;

  g_return_val_if_fail (query->function != NULL, PLT_RATE_NO_FUNCTION);

  wanted_init (&wanted, self, query);
  *rate = (PltRate){
    .row_amount = PLT_UNKNOWN, .amount = PLT_UNKNOWN, .from = PLT_DATE_NONE, .to = PLT_DATE_NONE
  };
  rate->status = find_function (&wanted, query->function, &of, &rate->exact, error);
  if (rate->status != PLT_RATE_FOUND)
    return rate->status;
  rate->function = meant_name (&wanted, of);
  rate->status = find_base (&wanted, of, &way, error);
  if (rate->status == PLT_RATE_FOUND)
    rate->status = find_row (&wanted, of, way, rate, error);
  return rate->status;
}

/* ---- lists ---- */

static int
compare_functions (gconstpointer a, gconstpointer b)
{
  return plt_text_compare ((*(const PltRate *const *) a)->function,
                           (*(const PltRate *const *) b)->function);
}

GPtrArray *
plt_rates_list (PltRates *self, const PltRateQuery *query)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = plt_text_fold (query->function != NULL ? query->function : "");
  PltRateQuery each = *query;
  Wanted wanted;

  wanted_init (&wanted, self, query);
  for (guint i = 0; i < self->order->len; i++)
    {
      const GArray *of = g_hash_table_lookup (self->names, self->order->pdata[i]);
      PltRate *rate;

      each.function = meant_name (&wanted, of);
      if (each.function == NULL || !plt_rate_words_match (folded, self->order->pdata[i]))
        continue;
      rate = g_new (PltRate, 1);
      plt_rates_find (self, &each, rate, NULL);
      if (rate->department == NULL)
        rate->department = row_at (self, of, 0)->department;
      g_ptr_array_add (list, rate);
    }
  g_ptr_array_sort (list, compare_functions);
  return list;
}

/* ---- the least ---- */

/* Hours of wage of a unit, 0 when the legal minimum is not counted in it. */
static gint64
hours_of_wage (const PltRate *rate)
{
  if (strcmp (rate->unit, "heure") == 0)
    return 1;
  if (strcmp (rate->unit, "semaine") == 0)
    return WEEK_OF_WAGE;
  if (strcmp (rate->unit, "jour") == 0)
    return strcmp (rate->base, "jour_moins_5j_7h") == 0 ? 7 : WEEK_OF_WAGE / 5;
  return 0;
}

static gboolean
find_smic (const PltFacts *facts, PltDate date, PltMoney *hour, char **source)
{
  g_autoptr (PltReferential) values = plt_referential_open (facts, "parametres-sociaux");

  for (guint i = 0; values != NULL && i < plt_referential_n_rows (values); i++)
    {
      PltDate from = plt_date_from_iso (plt_referential_get (values, i, "valable_du"));
      PltDate to = plt_date_from_iso (plt_referential_get (values, i, "valable_au"));

      if (strcmp (plt_referential_get (values, i, "code"), "smic-heure") != 0
          || (date != PLT_DATE_NONE && from != PLT_DATE_NONE && date < from)
          || (to != PLT_DATE_NONE && (date == PLT_DATE_NONE || date > to)))
        continue;
      *hour = read_number (plt_referential_get (values, i, "valeur"), PLT_UNKNOWN);
      *source = g_strdup (plt_referential_get (values, i, "source"));
      return *hour != PLT_UNKNOWN;
    }
  return FALSE;
}

PltRateStatus
plt_rates_minimum (PltRates *self,
                   const PltRateQuery *query,
                   PltMoney *amount,
                   PltRate *rate,
                   char **source,
                   GError **error)
{
  PltRateStatus status = plt_rates_find (self, query, rate, error);
  const char *kind = self->facts->production.kind;
  PltMoney hour;

  *amount = rate->amount;
  *source = NULL;
  if (status != PLT_RATE_FOUND)
    return status;
  if (g_strcmp0 (kind, "court-metrage") != 0 || strcmp (rate->agreement, "3097") != 0
      || strcmp (rate->department, PERFORMERS) == 0)
    {
      *source = plt_rate_describe (rate);
      return status;
    }
  if (hours_of_wage (rate) > 0 && find_smic (self->facts, query->date, &hour, source))
    *amount = hour * hours_of_wage (rate);
  else
    *amount = 0; /* nothing binds */
  return status;
}

char *
plt_rate_describe (const PltRate *rate)
{
  GString *text = g_string_new (rate->source);

  if (rate->from != PLT_DATE_NONE)
    {
      g_autofree char *from = plt_date_format_numeric (rate->from);

      g_string_append_printf (text, " ; depuis le %s", from);
    }
  if (rate->how != NULL)
    g_string_append_printf (text, " ; %s", rate->how);
  if (!rate->sure)
    g_string_append (text, " ; à vérifier");
  return g_string_free (text, FALSE);
}

guint
plt_rate_annexe (const char *base)
{
  if (g_str_has_prefix (base, "ann2"))
    return 2;
  if (g_str_has_prefix (base, "ann3"))
    return 3;
  return strcmp (base, "sem39") == 0 || g_str_has_prefix (base, "jour_moins") ? 1 : 0;
}

const char *
plt_rate_base_of_annexe (guint annexe, const char *unit, gboolean six_days)
{
  switch (annexe)
    {
    case 1:
      return strcmp (unit, "jour") == 0 ? "jour_moins_5j_7h" : "sem39";
    case 2:
      return six_days ? "ann2_6j" : "ann2_5j";
    case 3:
      return "ann3_nouveau";
    default:
      return NULL;
    }
}
