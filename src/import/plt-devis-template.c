#include "plt-devis-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"

#define RATE_LINK "bareme" /* as formulas of the devis call the rate of the pay scale */

/* ---- codes of the file, ids of the tables ---- */

/* What a line is paid as -> contribution profile, payee. */
static const struct
{
  const char *nature, *profile, *payee;
} natures[] = {
  { "AUT", "auteur", "auteur" },       { "TEC", "technicien-non-cadre", "salarie" },
  { "OUV", "ouvrier", "salarie" },     { "ART", "artiste", "salarie" },
  { "FIG", "artiste", "salarie" },     { "PER", "producteur-permanent", "permanent" },
  { "STA", "stagiaire", "stagiaire" }, { "-", NULL, "facture" },
};

static const char *const tax_credits[][2]
    = { { "O", "oui" }, { "P", "partiel" }, { "N", "non" }, { "V", "a-decider" } };

/* Units of the file that the table writes otherwise. */
static const char *const units[][2]
    = { { "unité", "unite" }, { "jour ou forfait", "jour" }, { "% ou forfait", "forfait" } };

/* Column of a template made of a devis -> column of a line, as text. */
static const char *const texts[][2] = {
  { "quantite", "quantity" },  { "duree", "duration" },
  { "fois", "times" },         { "tarif_formule", "rate_formula" },
  { "phase", "phase" },        { "mode", "mode" },
  { "beneficiaire", "payee" }, { "fonction_grille", "function" },
  { "base_grille", "scale" },  { "lien_tarif", "link_rate" },
  { "evenement", "event" },    { "note", "note" },
};

/* The same as whole numbers. */
static const char *const numbers[][2] = {
  { "tarif_cents", "rate_cents" },
  { "etranger", "abroad" },
  { "tva_e6", "vat_e6" },
  { "decalage_jours", "offset_days" },
};

static const char *const percents[] = { "overheads", "contingency", "producer", "financial" };
/* The same in devis-parametres.ini. */
static const char *const percents_ini[]
    = { "frais_generaux", "imprevus", "producteur", "frais_financiers" };

static const char *
lookup (const char *const (*pairs)[2], guint n, const char *key, const char *otherwise)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (pairs[i][0], key) == 0)
      return pairs[i][1];
  return otherwise;
}

/* Nothing when the file has no number: missing is never zero. */
static void
set_number (PltBatch *batch, const char *column, const char *text)
{
  gint64 value;

  if (g_ascii_string_to_signed (text, 10, G_MININT64 + 1, G_MAXINT64, &value, NULL))
    plt_batch_set_integer (batch, column, value);
}

/* ---- the production ---- */

GHashTable *
plt_devis_template_cadres (const PltReferential *scale, gboolean television)
{
  GHashTable *cadres = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plt_referential_n_rows (scale); i++)
    {
      const char *function = plt_referential_get (scale, i, "fonction");
      const char *trade = strstr (function, " cinéma");

      if ((trade != NULL || television)
          && g_str_has_prefix (plt_referential_get (scale, i, "statut"), "cadre"))
        g_hash_table_add (cadres, trade != NULL ? g_strndup (function, (gsize) (trade - function))
                                                : g_strdup (function));
    }
  return cadres;
}

void
plt_devis_template_scope_init (PltDevisTemplateScope *self, const PltFacts *facts)
{
  const gboolean television = g_strcmp0 (facts->production.agreement, "2642") == 0;
  g_autoptr (PltReferential) scale
      = plt_referential_open (facts, television ? "minima-2642" : "minima-3097");

  self->agreement = facts->production.agreement;
  self->profiles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < facts->profiles.n; i++)
    g_hash_table_insert (self->profiles, g_strdup (facts->profiles.items[i].code),
                         PLT_ID_TO_POINTER (facts->profiles.items[i].id));
  self->cadres = scale != NULL ? plt_devis_template_cadres (scale, television) : NULL;
}

void
plt_devis_template_scope_clear (PltDevisTemplateScope *self)
{
  g_clear_pointer (&self->profiles, g_hash_table_unref);
  g_clear_pointer (&self->cadres, g_hash_table_unref);
}

/* ---- reading ---- */

typedef struct
{
  PltBatch *batch;
  const PltReferential *template;
  const PltDevisTemplateScope *scope;
  GHashTable *accounts; /* code -> handle */
  gint64 budget;
  guint row;
} Builder;

static const char *
get (const Builder *self, const char *column)
{
  return plt_referential_get (self->template, self->row, column);
}

static gint64
account_of (const Builder *self)
{
  return (gint64) (gintptr) g_hash_table_lookup (self->accounts, get (self, "parent"));
}

static void
add_account (Builder *self)
{
  const char *mark = get (self, "statut_code");
  const char *label = get (self, "statut_libelle");
  gint64 parent = account_of (self);
  gint64 handle = plt_batch_insert (self->batch, "account");

  g_hash_table_insert (self->accounts, g_strdup (get (self, "code")), PLT_ID_TO_POINTER (handle));
  plt_batch_set_integer (self->batch, "budget", self->budget);
  plt_batch_set_text (self->batch, "code", get (self, "code"));
  plt_batch_set_text (self->batch, "name", get (self, "libelle"));
  if (parent != 0)
    plt_batch_set_integer (self->batch, "parent", parent);
  plt_batch_set_text (self->batch, "mark",
                      *mark == 'S'              ? "cnc"
                      : strcmp (mark, "K") == 0 ? "a-verifier"
                                                : "maison");
  plt_batch_set_integer (self->batch, "label_verified",
                         strcmp (label, "S") == 0 || strcmp (label, "CCN") == 0);
}

static gboolean
is_audiovisual (const Builder *self)
{
  return strcmp (self->scope->agreement, "2642") == 0;
}

/* By what the line is paid as, and for a technician by the status of the function in the pay scale
 * ("Réalisateur, salaire tournage" is a Réalisateur). */
static const char *
profile_of (const Builder *self)
{
  const char *nature = get (self, "nature_paie");
  const char *other = is_audiovisual (self) ? get (self, "fonction_2642") : "";
  const char *named = *other != '\0' ? other : get (self, "libelle");
  g_autofree char *function = g_strndup (named, strcspn (named, ","));

  if (*get (self, "profil") != '\0')
    return get (self, "profil");
  if (strcmp (nature, "TEC") == 0 && self->scope->cadres != NULL
      && g_hash_table_contains (self->scope->cadres, function))
    return "technicien-cadre";
  for (guint i = 0; i < G_N_ELEMENTS (natures); i++)
    if (strcmp (natures[i].nature, nature) == 0)
      return natures[i].profile;
  return NULL;
}

static gboolean
is_paid_by_scale (const char *unit)
{
  return strcmp (unit, "semaine") == 0 || strcmp (unit, "jour") == 0
         || strcmp (unit, "cachet") == 0;
}

/* The rate of a delivered line follows the scale of the production, when its function is there. */
static gboolean
set_function (Builder *self, const char *unit)
{
  const gboolean audiovisual = is_audiovisual (self);
  const char *function = get (self, audiovisual ? "fonction_2642" : "fonction");
  const char *nature = get (self, "nature_paie");
  gboolean performer = strcmp (nature, "ART") == 0 || strcmp (nature, "FIG") == 0;

  if (*function == '\0' || !is_paid_by_scale (unit))
    return FALSE;
  plt_batch_set_text (self->batch, "function", function);
  plt_batch_set_text (self->batch, "scale",
                      performer                                                      ? "cachet"
                      : strstr (function, "Réalisateur") == function && !audiovisual ? "forfait"
                      : strcmp (unit, "semaine") != 0                                ? ""
                      : audiovisual                                                  ? "sem35"
                                                                                     : "sem39");
  plt_batch_set_text (self->batch, "rate_formula", RATE_LINK);
  plt_batch_set_text (self->batch, "link_rate", RATE_LINK);
  return TRUE;
}

static void
set_payee (Builder *self)
{
  const char *nature = get (self, "nature_paie");

  for (guint i = 0; i < G_N_ELEMENTS (natures); i++)
    if (strcmp (natures[i].nature, nature) == 0)
      plt_batch_set_text (self->batch, "payee", natures[i].payee);
}

static void
add_line (Builder *self, gint64 account)
{
  const char *profile = profile_of (self);
  const char *unit = lookup (units, G_N_ELEMENTS (units), get (self, "unite"), get (self, "unite"));
  gpointer found = profile != NULL ? g_hash_table_lookup (self->scope->profiles, profile) : NULL;

  plt_batch_insert (self->batch, "budget_line");
  plt_batch_set_integer (self->batch, "budget", self->budget);
  plt_batch_set_integer (self->batch, "account", account);
  plt_batch_set_text (self->batch, "code", get (self, "code"));
  plt_batch_set_text (self->batch, "label", get (self, "libelle"));
  plt_batch_set_text (self->batch, "unit", unit);
  plt_batch_set_text (
      self->batch, "tax_credit",
      lookup (tax_credits, G_N_ELEMENTS (tax_credits), get (self, "credit_impot"), "a-decider"));
  if (found != NULL)
    plt_batch_set_integer (self->batch, "profile", (gint64) (gintptr) found);
  if (!plt_referential_has_column (self->template, "duree"))
    {
      /* a proposal: it counts nothing until somebody fills it in */
      plt_batch_set_text (self->batch, "duration", "0");
      set_payee (self);
      if (!set_function (self, unit))
        set_number (self->batch, "rate_cents", get (self, "minimum_hebdo_cents"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (plt_referential_has_column (self->template, texts[i][0])
        && *get (self, texts[i][0]) != '\0')
      plt_batch_set_text (self->batch, texts[i][1], get (self, texts[i][0]));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    set_number (self->batch, numbers[i][1], get (self, numbers[i][0]));
}

static void
add_variable (Builder *self)
{
  static const char *const columns[][2] = {
    { "libelle", "label" },  { "quantite", "value" }, { "unite", "unit" },
    { "au_moins", "least" }, { "au_plus", "most" },
  };

  plt_batch_insert (self->batch, "budget_global");
  plt_batch_set_integer (self->batch, "budget", self->budget);
  plt_batch_set_text (self->batch, "name", get (self, "code"));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    plt_batch_set_text (self->batch, columns[i][1], get (self, columns[i][0]));
  plt_batch_set_integer (self->batch, "movable", strcmp (get (self, "mobile"), "1") == 0);
}

/* A percentage after the nine posts; those that may be within the posts have an account. */
static void
set_percent (Builder *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autofree char *rate = g_strconcat (percents[i], "_e6", NULL);
      g_autofree char *base = g_strconcat (percents[i], "_base", NULL);
      g_autofree char *mode = g_strconcat (percents[i], "_mode", NULL);
      g_autofree char *account = g_strconcat (percents[i], "_account", NULL);

      if (strcmp (get (self, "code"), percents_ini[i]) != 0)
        continue;
      plt_batch_update (self->batch, "budget", self->budget);
      set_number (self->batch, rate, get (self, "quantite"));
      if (*get (self, "duree") != '\0')
        plt_batch_set_text (self->batch, base, get (self, "duree"));
      if (*get (self, "mode") != '\0')
        plt_batch_set_text (self->batch, mode, get (self, "mode"));
      if (i >= 2)
        plt_batch_set_text (self->batch, account, get (self, "parent"));
    }
}

void
plt_devis_template_add (PltBatch *batch,
                        const PltReferential *template,
                        const PltDevisTemplateScope *scope,
                        gint64 budget)
{
  g_autoptr (GHashTable) accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Builder self = { batch, template, scope, accounts, budget, 0 };

  for (self.row = 0; self.row < plt_referential_n_rows (template); self.row++)
    {
      const char *level = get (&self, "niveau");

      if (strcmp (level, "V") == 0)
        add_variable (&self);
      else if (strcmp (level, "P") == 0)
        set_percent (&self);
      else if (strcmp (level, "4") == 0)
        {
          if (account_of (&self) != 0)
            add_line (&self, account_of (&self));
        }
      else if (g_ascii_isdigit (*get (&self, "code")))
        add_account (&self); /* totals and what comes after the posts are computed */
    }
}

gboolean
plt_devis_template_set_percents (
    PltBatch *batch, gint64 budget, const char *ini, const char *name, GError **error)
{
  g_autoptr (GKeyFile) parameters = g_key_file_new ();

  if (!g_key_file_load_from_data (parameters, ini, (gsize) -1, G_KEY_FILE_NONE, error))
    return FALSE;
  plt_batch_update (batch, "budget", budget);
  /* one without a rate is counted as it really is, on the lines of its account */
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autofree char *key = g_strconcat (percents_ini[i], "_e6", NULL);
      g_autofree char *within = g_strconcat (percents_ini[i], "_compte", NULL);
      g_autofree char *column = g_strconcat (percents[i], "_e6", NULL);
      g_autofree char *account = g_strconcat (percents[i], "_account", NULL);
      g_autofree char *rate = g_key_file_get_string (parameters, name, key, NULL);
      g_autofree char *code = g_key_file_get_string (parameters, name, within, NULL);

      set_number (batch, column, rate != NULL ? rate : "");
      if (rate != NULL && *rate != '\0' && code != NULL && *code != '\0')
        plt_batch_set_text (batch, account, code);
    }
  return TRUE;
}

PltReferential *
plt_devis_template_parse (const char *text, GError **error)
{
  static const char *const needed[] = { "code", "parent", "niveau", "libelle" };
  g_autoptr (PltReferential) template = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("This is not a template of a budget: it is not text in UTF-8."));
      return NULL;
    }
  template = plt_referential_parse (text);
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!plt_referential_has_column (template, needed[i]))
      {
        g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                     _ ("This is not a template of a budget: it has no column “%s”. Choose a file "
                        "that was written as one."),
                     needed[i]);
        return NULL;
      }
  if (plt_referential_n_rows (template) == 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("This template of a budget is empty."));
      return NULL;
    }
  return g_steal_pointer (&template);
}

static gint64
next_version (const PltFacts *facts)
{
  gint64 last = 0;

  for (guint i = 0; i < facts->budgets.n; i++)
    if (facts->budgets.items[i].version != PLT_UNKNOWN)
      last = MAX (last, facts->budgets.items[i].version);
  return last + 1;
}

gint64
plt_devis_template_new_budget (PltBatch *batch,
                               const PltFacts *facts,
                               const PltReferential *template,
                               const char *name)
{
  PltDevisTemplateScope scope;
  gint64 budget = plt_batch_insert (batch, "budget");

  plt_batch_set_text (batch, "name", name);
  plt_batch_set_integer (batch, "version", next_version (facts));
  plt_batch_set_text (batch, "template", plt_referential_meta (template, "modele"));
  plt_devis_template_scope_init (&scope, facts);
  plt_devis_template_add (batch, template, &scope, budget);
  plt_devis_template_scope_clear (&scope);
  return budget;
}

/* ---- writing ---- */

/* The columns in the order they are written. */
static const char *const columns[] = {
  "code",        "parent",       "niveau",       "libelle",        "unite",
  "nature_paie", "credit_impot", "statut_code",  "statut_libelle", "quantite",
  "duree",       "fois",         "tarif_cents",  "tarif_formule",  "lien_tarif",
  "phase",       "mode",         "beneficiaire", "profil",         "fonction_grille",
  "base_grille", "etranger",     "tva_e6",       "evenement",      "decalage_jours",
  "note",        "mobile",       "au_moins",     "au_plus",
};

typedef struct
{
  const char *values[G_N_ELEMENTS (columns)];
  char *owned[8];
  guint n_owned;
} Row;

static void
row_set (Row *row, const char *column, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (columns[i], column) == 0)
      row->values[i] = value;
}

static void
row_set_number (Row *row, const char *column, gint64 value)
{
  if (value == PLT_UNKNOWN)
    return;
  g_return_if_fail (row->n_owned < G_N_ELEMENTS (row->owned));
  row->owned[row->n_owned] = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  row_set (row, column, row->owned[row->n_owned++]);
}

/* A field is one line without tabulations. */
static void
append_field (GString *out, const char *value)
{
  for (const char *p = value != NULL ? value : ""; *p != '\0'; p++)
    g_string_append_c (out, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
}

static void
row_write (GString *out, Row *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (i > 0)
        g_string_append_c (out, '\t');
      append_field (out, row->values[i]);
    }
  g_string_append_c (out, '\n');
  for (guint i = 0; i < row->n_owned; i++)
    g_free (row->owned[i]);
}

static const char *
code_of (const PltFacts *facts, gint64 account)
{
  const PltAccountFacts *found = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, account);

  return found != NULL ? found->code : "";
}

static void
write_account (GString *out, const PltFacts *facts, const PltAccountFacts *account)
{
  const PltAccountFacts *parent
      = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, account->parent);
  Row row = { 0 };

  row_set (&row, "code", account->code);
  row_set (&row, "parent", parent != NULL ? parent->code : "");
  row_set (&row, "niveau", parent == NULL ? "1" : parent->parent == 0 ? "2" : "3");
  row_set (&row, "libelle", account->name);
  row_set (&row, "statut_code",
           strcmp (account->mark, "cnc") == 0          ? "S"
           : strcmp (account->mark, "a-verifier") == 0 ? "K"
                                                       : "APP");
  row_set (&row, "statut_libelle", account->label_verified ? "S" : "K");
  row_write (out, &row);
}

static const char *
tax_credit_code (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (tax_credits); i++)
    if (strcmp (tax_credits[i][1], id) == 0)
      return tax_credits[i][0];
  return "V";
}

/* A number that follows a role or somebody's engagement belongs to this production. */
static const char *
formula_of (const char *text, const char *otherwise)
{
  static const char *const own[]
      = { "jours(\"",     "semaines(\"",    "attente(\"",     "payes(\"",
          "essayages(\"", "repetitions(\"", "voyages(\"",     "postsynchro(\"",
          "tarif(\"",     "majorations(\"", "preparation(\"", "tournage(\"",
          "finitions(\"", "figurants(",     "(role)",         "(engagement)" };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (strstr (text, own[i]) != NULL)
      return otherwise;
  return text;
}

static void
write_line (GString *out, const PltFacts *facts, const PltLineFacts *line, gboolean amounts)
{
  const PltProfileFacts *profile = PLT_FACTS_FIND (facts->profiles, PltProfileFacts, line->profile);
  Row row = { 0 };

  row_set (&row, "code", line->code);
  row_set (&row, "parent", code_of (facts, line->account));
  row_set (&row, "niveau", "4");
  row_set (&row, "libelle", line->label);
  row_set (&row, "unite", line->unit);
  row_set (&row, "credit_impot", tax_credit_code (line->tax_credit));
  row_set (&row, "statut_code", "APP");
  row_set (&row, "statut_libelle", "K");
  row_set (&row, "quantite", formula_of (line->quantity, "1"));
  row_set (&row, "duree", formula_of (line->duration, "0"));
  row_set (&row, "fois", formula_of (line->times, ""));
  row_set (&row, "tarif_formule", formula_of (line->rate_formula, ""));
  row_set (&row, "lien_tarif", formula_of (line->link_rate, ""));
  row_set (&row, "phase", line->phase);
  row_set (&row, "mode", line->mode);
  row_set (&row, "beneficiaire", line->payee);
  row_set (&row, "profil", profile != NULL ? profile->code : "");
  row_set (&row, "fonction_grille", line->function);
  row_set (&row, "base_grille", line->scale);
  row_set (&row, "etranger", line->abroad ? "1" : "");
  row_set (&row, "evenement", line->event);
  row_set (&row, "note", line->note);
  if (amounts)
    row_set_number (&row, "tarif_cents", line->rate_cents);
  row_set_number (&row, "tva_e6", line->vat_e6);
  row_set_number (&row, "decalage_jours", line->offset_days);
  row_write (out, &row);
}

static void
write_variable (GString *out, const PltGlobalFacts *global)
{
  Row row = { 0 };

  row_set (&row, "code", global->name);
  row_set (&row, "niveau", "V");
  row_set (&row, "libelle", global->label);
  row_set (&row, "quantite", formula_of (global->value, "0"));
  row_set (&row, "unite", global->unit);
  row_set (&row, "mobile", global->movable ? "1" : "");
  row_set (&row, "au_moins", global->least);
  row_set (&row, "au_plus", global->most);
  row_write (out, &row);
}

static void
write_percents (GString *out, const PltBudgetFacts *budget)
{
  const gint64 rates[]
      = { budget->overheads_e6, budget->contingency_e6, budget->producer_e6, budget->financial_e6 };
  const char *const bases[] = { budget->overheads_base, budget->contingency_base,
                                budget->producer_base, budget->financial_base };
  const char *const modes[] = { budget->overheads_mode, budget->contingency_mode,
                                budget->producer_mode, budget->financial_mode };
  const char *const accounts[] = { "", "", budget->producer_account, budget->financial_account };

  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      Row row = { 0 };

      row_set (&row, "code", percents_ini[i]);
      row_set (&row, "parent", accounts[i]);
      row_set (&row, "niveau", "P");
      row_set_number (&row, "quantite", rates[i]);
      row_set (&row, "duree", bases[i]);
      row_set (&row, "mode", modes[i]);
      row_write (out, &row);
    }
}

static void
write_heading (GString *out, const PltBudgetFacts *budget, const char *name)
{
  g_string_append (out, "# titre: ");
  append_field (out, name != NULL && *name != '\0' ? name : budget->name);
  g_string_append (out, "\n# source: devis d’une production\n# version: 1\n# modele: ");
  append_field (out, budget->template_name);
  g_string_append (out,
                   "\n# niveau : 1 à 3 comptes, 4 lignes, V variables, P pourcentages après les "
                   "neuf postes. statut_code : S numéro du CNC, K à vérifier, APP numéro "
                   "propre, à ne jamais présenter comme un numéro du CNC.\n");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "\t" : "", columns[i]);
  g_string_append_c (out, '\n');
}

char *
plt_devis_template_write (
    const PltFacts *facts, gint64 budget, const char *name, gboolean amounts, GError **error)
{
  const PltBudgetFacts *found = PLT_FACTS_FIND (facts->budgets, PltBudgetFacts, budget);
  g_autoptr (GString) out = g_string_new (NULL);

  if (found == NULL)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                           _ ("There is no such budget to make a template of."));
      return NULL;
    }
  write_heading (out, found, name);
  write_percents (out, found);
  for (guint i = 0; i < facts->globals.n; i++)
    if (facts->globals.items[i].budget == budget)
      write_variable (out, &facts->globals.items[i]);
  /* in their order, a parent before what is in it */
  for (guint level = 0; level < 3; level++)
    for (guint i = 0; i < facts->accounts.n; i++)
      {
        const PltAccountFacts *account = &facts->accounts.items[i];
        const PltAccountFacts *parent
            = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, account->parent);
        guint at = parent == NULL ? 0 : parent->parent == 0 ? 1 : 2;

        if (account->budget == budget && at == level)
          write_account (out, facts, account);
      }
  for (guint i = 0; i < facts->lines.n; i++)
    if (facts->lines.items[i].budget == budget)
      write_line (out, facts, &facts->lines.items[i], amounts);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
