/* Plan de travail: the planche, the French cross-table (plt-planche.h). */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-kinds-private.h"
#include "plt-paths.h"
#include "plt-plan-paper.h"
#include "plt-planche-paper.h"
#include "plt-time.h"

#define NOWHERE ((PltRef){ NULL, 0, NULL })

static void
add_field (PltDocFields *fields, const char *label, const char *value)
{
  if (value != NULL && *value != '\0')
    plt_doc_fields_add (fields, label, value, NOWHERE);
}

/* "9h00 – 19h00": the hours that most shooting days have; "" when none are known. */
static char *
usual_hours (const PltPlan *plan)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *usual = g_strdup ("");
  guint most = 0;

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];
      g_autofree char *hours = day->number > 0 ? plt_paper_hours (day->day) : g_strdup ("");
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, hours)) + 1;

      if (*hours == '\0')
        continue;
      if (n > most)
        {
          g_free (usual);
          usual = g_strdup (hours);
          most = n;
        }
      g_hash_table_insert (counts, g_steal_pointer (&hours), GUINT_TO_POINTER (n));
    }
  return g_steal_pointer (&usual);
}

static char *
dates_of (const PltPlan *plan)
{
  PltDate first = plt_plan_first_date (plan), last = plt_plan_last_date (plan);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (first == PLT_DATE_NONE)
    return g_strdup ("");
  from = plt_date_format_numeric (first);
  if ((last == PLT_DATE_NONE || last == first) && plan->n_shooting_days > 1)
    return g_strdup_printf ("à partir du %s", from);
  if (last == PLT_DATE_NONE || last == first)
    return g_steal_pointer (&from);
  to = plt_date_format_numeric (last);
  return g_strdup_printf ("%s – %s", from, to);
}

static char *
count (guint n, const char *one, const char *many)
{
  return g_strdup_printf ("%u\302\240%s", n, n > 1 ? many : one);
}

/* "40 jours, 9 semaines, 6 nuits"; weeks are counted when each day of shooting has a date. */
static char *
size_of (const PltPlanche *planche)
{
  const PltPlan *plan = planche->plan;
  guint n_weeks = 0;
  gboolean dated = TRUE;
  g_autofree char *days = count (plan->n_shooting_days, "jour", "jours");
  g_autofree char *weeks = NULL;
  g_autofree char *nights = count (plan->n_nights, "nuit", "nuits");

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];

      dated = dated && (day->number == 0 || day->day->date != PLT_DATE_NONE);
    }
  for (guint i = 0; i < planche->weeks->len; i++)
    n_weeks = MAX (n_weeks, g_array_index (planche->weeks, PltPlancheWeek, i).number);
  weeks = count (n_weeks, "semaine", "semaines");
  return g_strdup_printf ("%s%s%s%s%s", days, dated ? ", " : "", dated ? weeks : "",
                          plan->n_nights > 0 ? ", " : "", plan->n_nights > 0 ? nights : "");
}

/* "46:05 pour 48:00 visées, 47 3/8 pages" */
static char *
length_of (const PltPaperSource *source)
{
  const PltPlan *plan = source->plan;
  gint64 target = source->facts->production.target_seconds;
  g_autofree char *seconds = plt_seconds_format (plan->seconds);
  g_autofree char *aim = target != PLT_UNKNOWN && target > 0 ? plt_seconds_format (target) : NULL;
  g_autofree char *eighths = plt_eighths_format (plan->eighths);

  return g_strdup_printf ("%s%s%s, %s\302\240pages", seconds, aim != NULL ? " sur " : "",
                          aim != NULL ? aim : "", eighths);
}

static void
add_head (const PltPaperSource *source, const PltPlanche *planche, PltDocument *document)
{
  const PltProductionFacts *production = &source->facts->production;
  PltDocFields *fields = plt_document_fields (document, 9);
  g_autofree char *dates = dates_of (source->plan);
  g_autofree char *size = size_of (planche);
  g_autofree char *length = length_of (source);
  g_autofree char *hours = usual_hours (source->plan);
  g_autofree char *sequences = count (source->plan->n_sequences, "séquence", "séquences");

  plt_doc_fields_set_dense (fields, TRUE);
  add_field (fields, "Réalisation", production->director);
  add_field (fields, "Assistanat à la mise en scène", production->first_assistant);
  add_field (fields, "Direction de production", production->production_manager);
  add_field (fields, "Format", production->format);
  add_field (fields, "Tournage", dates);
  add_field (fields, "Durée du tournage", size);
  add_field (fields, "Séquences", sequences);
  add_field (fields, "Minutage et pages", length);
  add_field (fields, "Horaires habituels", hours);
}

/* "A attente payée, E essayage": the letters that stand in the planche. */
static char *
letters_of (const PltPlanche *planche)
{
  const PltPlancheBand *roles = plt_planche_band (planche, PLT_PLANCHE_ROLES);
  const PltLetters *letters = planche->options.letters;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean seen[PLT_N_MEANINGS] = { FALSE };

  for (guint i = 0; roles != NULL && i < roles->rows->len; i++)
    for (guint d = 0; d < planche->days->len; d++)
      {
        const PltPlancheRow *row = roles->rows->pdata[i];
        const PltPlancheDay *day = &g_array_index (planche->days, PltPlancheDay, d);

        if (plt_planche_mark (planche, row, day->first).letter != NULL)
          seen[row->cells->cells[day->presence].meaning] = TRUE;
      }
  for (int i = 0; i < PLT_N_MEANINGS; i++)
    if (seen[i])
      g_string_append_printf (text, "%s%s\302\240: %s", text->len > 0 ? ", " : "",
                              plt_letters_get (letters, (PltMeaning) i, FALSE),
                              plt_letters_title (letters, (PltMeaning) i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_legend (const PltPlanche *planche, PltDocument *document)
{
  static const char *const effects[][3] = {
    { "Intérieur jour", "I/J", "effect.int-day" },
    { "Extérieur jour", "E/J", "effect.ext-day" },
    { "Intérieur nuit, soir", "I/N, I/S", "effect.int-night" },
    { "Extérieur nuit, soir", "E/N, E/S", "effect.ext-night" },
    { "Aube, matin", "A, M", "effect.dawn" },
    { "Crépuscule", "C", "effect.dusk" },
  };
  g_autofree char *letters = letters_of (planche);
  PltDocFields *fields;

  fields = plt_document_fields (document, G_N_ELEMENTS (effects) + 3);
  plt_doc_fields_set_dense (fields, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    {
      plt_doc_fields_add (fields, effects[i][0], effects[i][1], NOWHERE);
      plt_doc_fields_style (fields, effects[i][2]);
    }
  plt_doc_fields_add (fields, "Cases", "n° du rôle, × présence, nombre : quantité", NOWHERE);
  if (*letters != '\0')
    plt_doc_fields_add (fields, "Lettres", letters, NOWHERE);
  plt_doc_fields_add (fields, "Totaux", "T tourné, A attente, P payé en tout ; gris : non tourné",
                      NOWHERE);
  plt_document_space (document, 6);
}

static gboolean
is_chosen (const PltParams *params, const char *name, const char *value)
{
  return g_strcmp0 (plt_params_get (params, name), value) == 0;
}

static PltPaper
paper_of (const PltParams *params)
{
  return is_chosen (params, "papier", "a4")   ? PLT_PAPER_A4
         : is_chosen (params, "papier", "a2") ? PLT_PAPER_A2
                                              : PLT_PAPER_A3;
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltPaperSource) source = { NULL };
  g_autofree char *shipped = NULL;
  g_autoptr (PltLetters) letters = NULL;
  g_autoptr (PltPlanche) planche = NULL;
  PltPlancheOptions options = { .by_day = is_chosen (params, "colonnes", "jour"),
                                .days_off = !is_chosen (params, "repos", "0") };
  PltPlancheLook look
      = { .bands = is_chosen (params, "rangs", "personnes") ? PLT_PLANCHE_BANDS_PEOPLE
                   : is_chosen (params, "rangs", "tout")    ? PLT_PLANCHE_BANDS_ALL
                                                            : PLT_PLANCHE_BANDS_ESSENTIAL,
          .tight = paper_of (params) == PLT_PAPER_A4 };
  g_autofree char *version = NULL;
  g_autofree char *note = NULL;
  PltDocument *document;

  if (!plt_paper_open (&source, store, params, error))
    return NULL;
  shipped = plt_paths_read ("referentials/" PLT_LETTERS_REFERENTIAL ".tsv", NULL, NULL);
  letters = plt_letters_new (source.facts, shipped);
  options.letters = letters;
  version = plt_paper_version (&source);
  note = plt_paper_version_note (&source);
  document
      = plt_paper_new (&source, "Plan de travail", note, version, paper_of (params), PLT_LANDSCAPE);
  if (!plt_plan_paper_begin (&source, document))
    return document;
  planche = plt_planche_new (source.plan, &options);
  add_head (&source, planche, document);
  add_legend (planche, document);
  plt_plan_paper_unplaced (&source, document);
  plt_planche_paper_add (document, planche, &look);
  return document;
}

static const PltParamSpec params[] = {
  PLT_PAPER_PLAN_PARAM,
  { .id = "papier",
    .title = N_ ("Paper"),
    .type = PLT_PARAM_CHOICE,
    .choices = "a3,a4,a2",
    .initial = "a3" },
  { .id = "colonnes",
    .title = N_ ("One column for each"),
    .type = PLT_PARAM_CHOICE,
    .choices = "sequence,jour",
    .initial = "sequence",
    .titles = N_ ("Sequence,Day") },
  { .id = "rangs",
    .title = N_ ("Rows"),
    .type = PLT_PARAM_CHOICE,
    .choices = "essentiel,personnes,tout",
    .initial = "essentiel",
    .titles = N_ ("The essential,People only,Every element") },
  { .id = "repos", .title = N_ ("Show days off"), .type = PLT_PARAM_BOOLEAN, .initial = "1" },
  { NULL },
};

const PltDocumentKind plt_document_plan_de_travail = {
  .id = "plan-de-travail",
  .title = "Plan de travail",
  .phase = "preparation",
  .params = params,
  .build = build,
};
