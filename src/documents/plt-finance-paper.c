#include "plt-finance-paper.h"

#include <string.h>

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

char *
plt_finance_counterpart (const PltFundingFacts *source)
{
  g_autoptr (GString) text = g_string_new (source->rights);

  if (*source->window != '\0' && source->window_months != PLT_UNKNOWN)
    append_part (text, "%s, %" G_GINT64_FORMAT " mois après la salle",
                 plt_finance_word ("window", source->window), source->window_months);
  else if (*source->window != '\0')
    append_part (text, "%s", plt_finance_word ("window", source->window));
  if (source->rights_months != PLT_UNKNOWN)
    append_part (text, "pendant %" G_GINT64_FORMAT " mois", source->rights_months);
  if (*source->territory != '\0')
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
