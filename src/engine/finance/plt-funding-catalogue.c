#include "plt-funding-catalogue.h"

#include <stdlib.h>
#include <string.h>

const char *const plt_funding_referentials[]
    = { "financeurs", "financeurs-criteres", "financeurs-pieces", "financement-groupes", NULL };

void
plt_funding_catalogue_lend (PltFacts *facts)
{
  for (guint i = 0; plt_funding_referentials[i] != NULL; i++)
    plt_referential_lend (facts, plt_funding_referentials[i]);
}

static gint64
read_number (const PltReferential *table, guint row, const char *column)
{
  gint64 value;

  return g_ascii_string_to_signed (plt_referential_get (table, row, column), 10, 0, G_MAXINT64 / 4,
                                   &value, NULL)
             ? value
             : PLT_UNKNOWN;
}

static gboolean
is (const PltReferential *table, guint row, const char *column, const char *word)
{
  return strcmp (plt_referential_get (table, row, column), word) == 0;
}

static void
scheme_free (gpointer data)
{
  PltScheme *self = data;

  g_strfreev (self->calendar);
  g_array_unref (self->criteria);
  g_array_unref (self->documents);
  g_free (self);
}

static GStrv
read_days (const char *text)
{
  return *text != '\0' ? g_strsplit (text, "|", -1) : g_new0 (char *, 1);
}

static PltScheme *
read_scheme (const PltReferential *table, guint row)
{
  PltScheme *self = g_new0 (PltScheme, 1);
  const struct
  {
    const char **field, *column;
  } texts[] = {
    { &self->code, "code" },
    { &self->title, "libelle" },
    { &self->who, "organisme" },
    { &self->group, "groupe" },
    { &self->line, "ligne" },
    { &self->nature, "nature" },
    { &self->ownership, "propriete" },
    { &self->kinds, "types" },
    { &self->purpose, "objet" },
    { &self->amount, "montant" },
    { &self->calendar_text, "echeances_texte" },
    { &self->obligations, "obligations" },
    { &self->source, "source" },
    { &self->address, "adresse" },
    { &self->confidence, "confiance" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i].field = plt_referential_get (table, row, texts[i].column);
  self->least = read_number (table, row, "montant_min");
  self->most = read_number (table, row, "montant_max");
  self->vat_e6 = read_number (table, row, "tva_e6");
  self->calendar = read_days (plt_referential_get (table, row, "echeances"));
  self->calendar_sure = is (table, row, "echeances_marque", "source");
  self->checked = plt_date_from_iso (plt_referential_get (table, row, "verifie_le"));
  self->sure = is (table, row, "marque", "source");
  self->criteria = g_array_new (FALSE, TRUE, sizeof (PltCriterion));
  self->documents = g_array_new (FALSE, TRUE, sizeof (PltSchemeDocument));
  return self;
}

static void
read_criteria (PltFundingCatalogue *self)
{
  for (guint i = 0; i < plt_referential_n_rows (self->criteria); i++)
    {
      PltScheme *scheme
          = g_hash_table_lookup (self->index, plt_referential_get (self->criteria, i, "financeur"));
      gint64 rank = read_number (self->criteria, i, "rang");
      PltCriterion criterion = {
        .rank = rank != PLT_UNKNOWN ? (guint) rank : 0,
        .test = plt_referential_get (self->criteria, i, "test"),
        .value = plt_referential_get (self->criteria, i, "valeur"),
        .title = plt_referential_get (self->criteria, i, "libelle"),
        .mandatory = is (self->criteria, i, "obligatoire", "oui"),
        .sure = is (self->criteria, i, "marque", "source"),
      };

      if (scheme != NULL)
        g_array_append_val (scheme->criteria, criterion);
    }
}

/* The documents of each set that the scheme names, but one that another of them has already. */
static void
read_documents (PltFundingCatalogue *self, PltScheme *scheme, const char *sets)
{
  g_auto (GStrv) names = g_strsplit (sets, "|", -1);

  for (char **name = names; *name != NULL; name++)
    for (guint i = 0; **name != '\0' && i < plt_referential_n_rows (self->documents); i++)
      if (is (self->documents, i, "dossier", *name)
          && !g_strv_contains ((const char *const *) names,
                               plt_referential_get (self->documents, i, "sauf_avec")))
        {
          const PltSchemeDocument document = {
            .title = plt_referential_get (self->documents, i, "libelle"),
            .source = plt_referential_get (self->documents, i, "source"),
            .mandatory = is (self->documents, i, "obligatoire", "oui"),
            .sure = is (self->documents, i, "marque", "source"),
          };

          g_array_append_val (scheme->documents, document);
        }
}

PltFundingCatalogue *
plt_funding_catalogue_new (const PltFacts *facts)
{
  PltFundingCatalogue *self = g_new0 (PltFundingCatalogue, 1);

  self->schemes = g_ptr_array_new_with_free_func (scheme_free);
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  self->table = plt_referential_open (facts, "financeurs");
  self->criteria = plt_referential_open (facts, "financeurs-criteres");
  self->documents = plt_referential_open (facts, "financeurs-pieces");
  for (guint i = 0; self->table != NULL && i < plt_referential_n_rows (self->table); i++)
    {
      PltScheme *scheme = read_scheme (self->table, i);

      g_ptr_array_add (self->schemes, scheme);
      g_hash_table_insert (self->index, (gpointer) scheme->code, scheme);
      if (self->documents != NULL)
        read_documents (self, scheme, plt_referential_get (self->table, i, "dossier"));
    }
  if (self->criteria != NULL)
    read_criteria (self);
  return self;
}

void
plt_funding_catalogue_free (PltFundingCatalogue *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->index);
  g_ptr_array_unref (self->schemes);
  g_clear_pointer (&self->table, plt_referential_free);
  g_clear_pointer (&self->criteria, plt_referential_free);
  g_clear_pointer (&self->documents, plt_referential_free);
  g_free (self);
}

const PltScheme *
plt_funding_catalogue_find (const PltFundingCatalogue *self, const char *code)
{
  return code != NULL ? g_hash_table_lookup (self->index, code) : NULL;
}

gboolean
plt_scheme_is_for (const PltScheme *scheme, const char *kind)
{
  g_auto (GStrv) kinds = g_strsplit (scheme->kinds, "|", -1);

  return g_strv_contains ((const char *const *) kinds, kind != NULL ? kind : "");
}

static PltDate
day_of_year (int year, const char *day)
{
  int month = atoi (day), number = strlen (day) == 5 ? atoi (day + 3) : 0;
  PltDate date = plt_date_from_ymd (year, month, number);

  if (date == PLT_DATE_NONE && month == 2 && number == 29)
    date = plt_date_from_ymd (year, 2, 28);
  return date;
}

PltDate
plt_scheme_next_deadline (const PltScheme *scheme, PltDate today)
{
  PltDate next = PLT_DATE_NONE;
  int year, month, number;

  if (today == PLT_DATE_NONE)
    return PLT_DATE_NONE;
  plt_date_to_ymd (today, &year, &month, &number);
  for (char **day = scheme->calendar; *day != NULL; day++)
    for (int i = 0; i < 2; i++)
      {
        PltDate date = day_of_year (year + i, *day);

        if (date != PLT_DATE_NONE && date >= today && (next == PLT_DATE_NONE || date < next))
          next = date;
      }
  return next;
}
