#include "plt-finance-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-text.h"

static const struct
{
  const char *column, *code, *word;
} words[] = {
  { "status", "espere", "Espéré" },
  { "status", "demande", "Demandé" },
  { "status", "confirme", "Confirmé par lettre" },
  { "status", "acquis", "Acquis" },
  { "status", "refuse", "Refusé" },

  { "nature", "numeraire", "Numéraire" },
  { "nature", "nature", "En industrie" },
  { "nature", "participation", "En participation" },

  { "kind", "apport", "Apport" },
  { "kind", "subvention", "Subvention" },
  { "kind", "avance-remboursable", "Avance remboursable" },
  { "kind", "part-coproduction", "Part de coproduction" },
  { "kind", "preachat", "Préachat" },
  { "kind", "minimum-garanti", "Minimum garanti" },
  { "kind", "credit-impot", "Crédit d’impôt" },
  { "kind", "don", "Don" },
  { "kind", "emprunt", "Emprunt" },

  { "ownership", "public", "public" },
  { "ownership", "prive", "privé" },
  { "ownership", "a-decider", "à décider" },

  { "window", "salles", "salles" },
  { "window", "video", "vidéo et VàD à l’acte" },
  { "window", "payant", "télévision payante" },
  { "window", "svod", "VàD par abonnement" },
  { "window", "gratuit", "télévision gratuite" },
  { "window", "avod", "VàD gratuite" },
  { "window", "etranger", "étranger" },
  { "window", "autre", "autre exploitation" },

  { "mirror", "nature", "lignes en nature" },
  { "mirror", "participation", "lignes en participation" },
  { "mirror", "frais-generaux", "frais généraux" },
  { "mirror", "imprevus", "imprévus" },
  { "mirror", "producteur", "salaire producteur" },

  { "event", "date", "à date fixe" },
  { "event", "signature", "signature" },
  { "event", "debut-preparation", "début de préparation" },
  { "event", "premier-jour", "premier jour de tournage" },
  { "event", "fin-tournage", "fin de tournage" },
  { "event", "fin-montage", "fin de montage" },
  { "event", "livraison", "livraison" },
  { "event", "acceptation", "acceptation" },

  { "answer", "en-attente", "En attente" },
  { "answer", "accorde", "Accordé" },
  { "answer", "refuse", "Refusé" },
  { "answer", "ajourne", "Ajourné" },
  { "answer", "retire", "Retiré" },

  { "production", "court-metrage", "Court métrage" },
  { "production", "long-metrage", "Long métrage" },
  { "production", "unitaire", "Unitaire" },
  { "production", "serie", "Série" },
  { "production", "documentaire", "Documentaire" },
  { "production", "flux", "Programme de flux" },
  { "production", "captation", "Captation" },
  { "production", "spectacle", "Spectacle vivant" },
  { "production", "tournee", "Tournée" },
  { "production", "festival", "Festival" },
};

const char *
plt_finance_word (const char *column, const char *code)
{
  if (code == NULL || *code == '\0')
    return "";
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].column, column) == 0 && strcmp (words[i].code, code) == 0)
      return words[i].word;
  return code;
}

char *
plt_finance_capital (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, MIN (1, g_utf8_strlen (text, -1)));
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, text + strlen (first), NULL);
}

const char *
plt_finance_nature (const PltFundingFacts *source)
{
  if (strcmp (source->nature, "nature") == 0)
    return "Apport en industrie";
  if (strcmp (source->nature, "participation") == 0)
    return "Participation";
  return *source->kind != '\0' ? plt_finance_word ("kind", source->kind)
                               : plt_finance_word ("nature", source->nature);
}

char *
plt_finance_percent (gint64 e6)
{
  g_autofree char *number
      = e6 != PLT_UNKNOWN ? plt_number_format ((e6 + (e6 < 0 ? -50 : 50)) / 100, 2, 2) : NULL;

  return number != NULL ? g_strconcat (number, PLT_NNBSP "%", NULL) : g_strdup ("");
}

gint64
plt_finance_share (PltMoney part, PltMoney whole)
{
  gint64 share;

  if (part == PLT_UNKNOWN || whole == PLT_UNKNOWN || whole <= 0
      || !plt_number_mul_div (part, 10000, whole, PLT_ROUND_HALF_UP, &share))
    return PLT_UNKNOWN;
  return share * 100;
}

static void append_part (GString *text, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
append_part (GString *text, const char *format, ...)
{
  va_list args;

  if (text->len > 0)
    g_string_append (text, " ; ");
  va_start (args, format);
  g_string_append_vprintf (text, format, args);
  va_end (args);
}

/* The window, unless the rights name it already. */
static void
append_window (GString *text, const PltFundingFacts *source)
{
  const char *window = plt_finance_word ("window", source->window);
  gboolean said = plt_text_contains (source->rights, window);

  if (*window == '\0')
    return;
  if (source->window_months != PLT_UNKNOWN && source->window_months > 0)
    append_part (text, "%s%s%" G_GINT64_FORMAT " mois après la salle", said ? "" : window,
                 said ? "" : ", ", source->window_months);
  else if (!said)
    append_part (text, "%s", window);
}

char *
plt_finance_counterpart (const PltFundingFacts *source)
{
  g_autoptr (GString) text = g_string_new (source->rights);

  append_window (text, source);
  if (source->rights_months != PLT_UNKNOWN)
    append_part (text, "pendant %" G_GINT64_FORMAT " mois", source->rights_months);
  if (*source->territory != '\0' && !plt_text_contains (source->rights, source->territory))
    append_part (text, "%s", source->territory);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
plt_finance_file (const char *path)
{
  return path != NULL && *path != '\0' ? g_path_get_basename (path) : g_strdup ("");
}

char *
plt_finance_event (
    const PltPaperSource *self, const char *event, gint64 task, PltDate date, gint64 offset_days)
{
  const PltTaskFacts *found
      = task != 0 ? PLT_FACTS_FIND (self->facts->tasks, PltTaskFacts, task) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (date != PLT_DATE_NONE)
    {
      g_autofree char *day = plt_date_format_numeric (date);

      g_string_append (text, day);
    }
  else if (found != NULL)
    g_string_append_printf (text, "fin de « %s »", found->name);
  else
    g_string_append (text, plt_finance_word ("event", event));
  if (offset_days != PLT_UNKNOWN && offset_days != 0)
    g_string_append_printf (text, " %s %" G_GINT64_FORMAT " j", offset_days < 0 ? "−" : "+",
                            ABS (offset_days));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- scenarios ---- */

/* "repoussé de 14 j", "avancé de 3 j", "au 12/05/2027" */
static char *
shift_words (const PltScenarioChangeFacts *change, const char *later, const char *sooner)
{
  g_autofree char *day = NULL;

  if (change->date != PLT_DATE_NONE)
    {
      day = plt_date_format_numeric (change->date);
      return g_strconcat ("au ", day, NULL);
    }
  if (change->offset_days == PLT_UNKNOWN)
    return g_strdup ("sans date");
  return g_strdup_printf ("%s de %" G_GINT64_FORMAT " j", change->offset_days < 0 ? sooner : later,
                          ABS (change->offset_days));
}

static char *
amount_words (PltMoney amount)
{
  return amount != PLT_UNKNOWN ? plt_money_format (amount) : g_strdup ("montant à dire");
}

static char *
money_change_words (const PltFacts *facts, const PltScenarioChangeFacts *change)
{
  const PltFundingFacts *source
      = PLT_FACTS_FIND (facts->funding, PltFundingFacts, change->funding_source);
  const PltCreditFacts *credit
      = PLT_FACTS_FIND (facts->credits, PltCreditFacts, change->credit_line);
  const char *name = source != NULL ? source->name : "source disparue";
  const char *label = change->label != NULL ? change->label : "";
  g_autofree char *amount = amount_words (change->amount_cents);
  g_autofree char *day
      = change->date != PLT_DATE_NONE ? plt_date_format_numeric (change->date) : NULL;

  if (strcmp (change->kind, "source-absente") == 0)
    return g_strdup_printf ("« %s » ne vient pas", name);
  if (strcmp (change->kind, "source-montant") == 0)
    return g_strdup_printf ("« %s » apporte %s", name, amount);
  if (strcmp (change->kind, "source-ajoutee") == 0)
    return g_strdup_printf ("« %s » en plus : %s", *label != '\0' ? label : "une source", amount);
  if (strcmp (change->kind, "apport") == 0)
    return g_strdup_printf ("Apport de %s%s%s", amount, day != NULL ? " le " : "",
                            day != NULL ? day : "");
  if (credit != NULL)
    return g_strdup_printf ("Crédit « %s » mobilisé", credit->name);
  return g_strdup_printf ("Crédit relais de %s%s%s%s", amount, source != NULL ? " sur « " : "",
                          source != NULL ? name : "", source != NULL ? " »" : "");
}

static char *
date_change_words (const PltFacts *facts, const PltScenarioChangeFacts *change)
{
  const PltInstalmentFacts *part
      = PLT_FACTS_FIND (facts->instalments, PltInstalmentFacts, change->instalment);
  const PltFundingFacts *source
      = PLT_FACTS_FIND (facts->funding, PltFundingFacts,
                        part != NULL ? part->funding_source : change->funding_source);
  const PltLineFacts *line = PLT_FACTS_FIND (facts->lines, PltLineFacts, change->budget_line);
  const PltAccountFacts *account
      = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, change->account);
  const PltTaskFacts *task = PLT_FACTS_FIND (facts->tasks, PltTaskFacts, change->task);
  g_autofree char *shift = shift_words (change, "repoussé", "avancé");
  g_autofree char *event = NULL;
  g_autofree char *later
      = change->date == PLT_DATE_NONE && change->offset_days != PLT_UNKNOWN
            ? g_strdup_printf ("%" G_GINT64_FORMAT " j plus %s", ABS (change->offset_days),
                               change->offset_days < 0 ? "tôt" : "tard")
            : g_strdup (shift);

  if (strcmp (change->kind, "versement-decale") == 0)
    return g_strdup_printf ("Versement %s%s%s« %s » %s", part != NULL ? "« " : "",
                            part != NULL ? part->label : "", part != NULL ? " » de " : "de ",
                            source != NULL ? source->name : "source disparue", shift);
  if (strcmp (change->kind, "fournisseurs-decales") == 0)
    return g_strdup_printf ("Fournisseurs%s%s payés %s", account != NULL ? " du compte " : "",
                            account != NULL ? account->code : "", later);
  if (strcmp (change->kind, "paiement-deplace") == 0)
    {
      const gboolean cut = change->amount_cents != PLT_UNKNOWN && change->amount_cents != 0;
      g_autofree char *amount = cut ? plt_money_format (change->amount_cents) : NULL;

      return g_strdup_printf ("Paiement de « %s »%s%s%s %s",
                              line != NULL ? line->label : "ligne disparue", cut ? ", " : "",
                              cut ? amount : "", cut ? " HT" : "", shift);
    }
  if (task != NULL)
    return g_strdup_printf ("Fin de « %s » %s", task->name, shift);
  if (source != NULL)
    return g_strdup_printf ("Signature de « %s » %s", source->name, shift);
  event = plt_finance_capital (plt_finance_word ("event", change->event));
  return g_strconcat (*event != '\0' ? event : "Événement à dire", " ", shift, NULL);
}

char *
plt_finance_change_words (const PltFacts *facts, const PltScenarioChangeFacts *change)
{
  static const char *const of_money[]
      = { "source-absente", "source-montant", "source-ajoutee", "apport", "credit" };

  for (guint i = 0; i < G_N_ELEMENTS (of_money); i++)
    if (strcmp (change->kind, of_money[i]) == 0)
      return money_change_words (facts, change);
  return date_change_words (facts, change);
}

gboolean
plt_finance_find_scenario (const PltFacts *facts,
                           const char *word,
                           const char *kind,
                           const PltScenarioFacts **found,
                           GError **error)
{
  for (guint i = 0; i < facts->scenarios.n; i++)
    {
      const PltScenarioFacts *scenario = &facts->scenarios.items[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, scenario->id);

      if (strcmp (scenario->kind, kind) == 0
          && (strcmp (id, word) == 0 || strcmp (scenario->name, word) == 0))
        {
          *found = scenario;
          return TRUE;
        }
    }
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("The production has no scenario “%s” of that kind. Give the name of one, or make "
                  "it first."),
               word);
  return FALSE;
}
