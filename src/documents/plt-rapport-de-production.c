/* Rapport de production: one page a day: hours, séquences, the day and the running total, cards,
 * delays, who was there, accidents. What nobody wrote down is an empty box. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-kinds-private.h"
#include "plt-report-paper.h"

#define NO_REF ((PltRef){ NULL })

static const PltParamSpec params_spec[] = { PLT_REPORT_DAY_PARAM, { NULL } };

static PltRef
report_ref (const PltReportDay *day, const char *column)
{
  return day->report != NULL ? (PltRef){ "day_report", day->report->id, column } : NO_REF;
}

/* "9h20 (prévu 9h00, +20 min)" */
static char *
against (gint64 real, gint64 planned)
{
  g_autofree char *hour = plt_paper_clock (real);
  g_autofree char *plan = plt_paper_clock (planned);
  g_autofree char *off = NULL;

  if (planned == PLT_UNKNOWN)
    return g_steal_pointer (&hour);
  if (real == PLT_UNKNOWN)
    return g_strdup_printf ("— (prévu %s)", plan);
  off = plt_report_minutes (ABS (real - planned));
  if (real == planned)
    return g_strdup_printf ("%s (prévu)", hour);
  return g_strdup_printf ("%s (prévu %s, %s%s)", hour, plan, real > planned ? "+" : "−", off);
}

static void
add_hours (const PltReportDay *day, PltDocument *document)
{
  const struct
  {
    const char *label;
    gint64 real, planned;
    const char *column;
  } hours[] = {
    { "Arrivée équipe", day->crew, day->planned_crew, "crew_minutes" },
    { "Prêt à tourner", day->pat, day->planned_pat, "pat_minutes" },
    { "Premier plan", day->first_shot, PLT_UNKNOWN, "first_shot_minutes" },
    { "Repas", day->meal, day->planned_meal, "meal_minutes" },
    { "Reprise", day->meal_end, PLT_UNKNOWN, "meal_end_minutes" },
    { "Dernier plan", day->last_shot, PLT_UNKNOWN, "last_shot_minutes" },
    { "Fin de journée", day->end, day->planned_end, "end_minutes" },
  };
  PltDocFields *fields = plt_document_fields (document, 4);
  g_autofree char *weather = day->report != NULL ? g_strdup (day->report->weather) : g_strdup ("");

  plt_doc_fields_set_dense (fields, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      g_autofree char *text = against (hours[i].real, hours[i].planned);

      plt_doc_fields_add (fields, hours[i].label, text, report_ref (day, hours[i].column));
    }
  plt_doc_fields_add (fields, "Météo", weather, report_ref (day, "weather"));
}

/* ---- séquences ---- */

static const char *
state_word (const PltReportSequence *item)
{
  switch (item->state)
    {
    case PLT_REPORT_COMPLETE:
      return item->retake ? "Retake tourné" : "Complète";
    case PLT_REPORT_PARTLY:
      return "Partielle";
    case PLT_REPORT_POSTPONED:
      return "Reportée";
    case PLT_REPORT_DROPPED:
      return "Supprimée";
    case PLT_REPORT_NOT_SHOT:
    default:
      return "Non tournée";
    }
}

static void
add_sequence (const PltReportPaper *self, PltDocTable *table, const PltReportSequence *item)
{
  g_autofree char *set = plt_facts_set_name (self->source.facts, item->sequence);
  g_autofree char *shots
      = item->planned_shots != PLT_UNKNOWN
            ? g_strdup_printf ("%u/%d", item->shots + item->shots_before, (int) item->planned_shots)
            : g_strdup_printf ("%u", item->shots + item->shots_before);
  g_autofree char *state
      = g_strconcat (state_word (item), item->again ? ", à retourner" : "",
                     !item->planned && item->takes > 0 ? ", non prévue" : "", NULL);
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  cell = plt_doc_table_text (table, item->sequence->number);
  plt_doc_cell_style (cell, "cell.strong");
  plt_doc_cell_ref (cell, item->strip != NULL ? (PltRef){ "strip", item->strip->id, NULL }
                                              : (PltRef){ "sequence", item->sequence->id, NULL });
  plt_doc_cell_style (
      plt_doc_table_text (table, plt_effect_code (item->sequence->int_ext, item->sequence->effect)),
      plt_paper_effect_style (item->sequence));
  plt_doc_table_text (table, set);
  cell = plt_doc_table_text (table, state);
  if (item->state == PLT_REPORT_NOT_SHOT)
    plt_doc_cell_style (cell, "cell.warning");
  plt_doc_cell_style (plt_doc_table_text (table, shots), "cell.right");
  plt_doc_table_number (table, item->takes > 0 ? (gint64) item->takes : PLT_UNKNOWN, 0);
  plt_doc_table_seconds (table, item->seconds);
  plt_doc_table_seconds (table, item->kept_seconds > 0 ? item->kept_seconds : PLT_UNKNOWN);
  cell = plt_doc_table_seconds (table, item->useful_seconds);
  if (item->strip != NULL)
    plt_doc_cell_ref (cell, (PltRef){ "strip", item->strip->id, "useful_seconds" });
}

static void
add_sequences (const PltReportPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Séq.", .id = "sequence", .width = 34, .sheet_chars = 7 },
    { .title = "Effet", .id = "effet", .width = 30, .sheet_chars = 6 },
    { .title = "Décor", .id = "decor", .weight = 2, .min = 110, .sheet_chars = 30 },
    { .title = "État", .id = "etat", .weight = 1, .min = 90, .sheet_chars = 22 },
    { .title = "Plans", .id = "plans", .width = 36, .sheet_chars = 8 },
    { .title = "Prises", .id = "prises", .width = 36, .sheet_chars = 8 },
    { .title = "Prévu", .id = "prevu", .width = 40, .sheet_chars = 8 },
    { .title = "Gardé", .id = "garde", .width = 40, .sheet_chars = 8 },
    { .title = "Utile", .id = "utile", .width = 40, .sheet_chars = 8 },
  };
  PltDocTable *table;

  plt_document_heading (document, 3, "Séquences du jour", NO_REF);
  if (self->day->sequences->len == 0)
    {
      plt_document_paragraph (document, "text.note", "Aucune séquence ce jour.", NO_REF);
      return;
    }
  table = plt_document_table (document, "Séquences", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->day->sequences->len; i++)
    add_sequence (self, table, &g_array_index (self->day->sequences, PltReportSequence, i));
}

/* ---- the day and the total ---- */

static void
add_count (PltDocTable *table, const char *label, gint64 day, gint64 total, gint64 film)
{
  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table, label);
  plt_doc_table_number (table, day, 0);
  plt_doc_cell_style (plt_doc_table_number (table, total, 0), "cell.strong");
  plt_doc_table_number (table, film, 0);
}

static void
add_length (PltDocTable *table, const char *label, gint64 day, gint64 total, gint64 film)
{
  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table, label);
  plt_doc_table_seconds (table, day);
  plt_doc_cell_style (plt_doc_table_seconds (table, total), "cell.strong");
  plt_doc_table_seconds (table, film);
}

static void
add_minutes (PltDocTable *table, const char *label, gint64 day, gint64 total, gint64 week)
{
  g_autofree char *one = plt_report_minutes (day);
  g_autofree char *all = plt_report_minutes (total);
  g_autofree char *of_week = plt_report_minutes (week);

  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table, label);
  plt_doc_cell_style (plt_doc_table_text (table, one), "cell.right");
  plt_doc_cell_style (plt_doc_table_text (table, all), "cell.right");
  plt_doc_cell_style (plt_doc_table_text (table, of_week), "cell.right");
}

static void
add_totals (const PltReportPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Bilan", .id = "bilan", .weight = 1, .min = 180, .sheet_chars = 40 },
    { .title = "Jour", .id = "jour", .width = 74, .sheet_chars = 10 },
    { .title = "Cumul", .id = "cumul", .width = 74, .sheet_chars = 10 },
    { .title = "Film", .id = "film", .width = 74, .sheet_chars = 10 },
  };
  static const PltDocColumn hours[] = {
    { .title = "Heures", .id = "heures", .weight = 1, .min = 180, .sheet_chars = 40 },
    { .title = "Jour", .id = "jour", .width = 74, .sheet_chars = 10 },
    { .title = "Cumul", .id = "cumul", .width = 74, .sheet_chars = 10 },
    { .title = "Semaine", .id = "semaine", .width = 74, .sheet_chars = 10 },
  };
  const PltReportDay *day = self->day;
  const PltReportFigures *one = &day->today, *all = &day->total;
  gint64 film_shots = self->book->n_unknown_shots == 0 ? self->book->planned_shots : PLT_UNKNOWN;
  g_autofree char *useful = all->n_unknown_useful > 0
                                ? g_strdup_printf ("Minutage utile (séquences non minutées : %u)",
                                                   all->n_unknown_useful)
                                : g_strdup ("Minutage utile");
  PltDocTable *table;

  plt_document_heading (document, 3, "Le jour et le cumul", NO_REF);
  table = plt_document_table (document, "Bilan", columns, G_N_ELEMENTS (columns));
  add_count (table, "Séquences tournées, complètes", one->complete, day->done, day->film);
  add_count (table, "Séquences tournées en partie", one->partly, PLT_UNKNOWN, PLT_UNKNOWN);
  add_count (table, "Retakes", one->retakes, all->retakes, PLT_UNKNOWN);
  add_count (table, "Séquences supprimées", one->dropped, day->dropped, PLT_UNKNOWN);
  add_count (table, "Séquences restantes", PLT_UNKNOWN, day->left, PLT_UNKNOWN);
  add_count (table, "Plans", one->shots, all->shots, film_shots);
  add_count (table, "Prises", one->takes, all->takes, PLT_UNKNOWN);
  add_length (table, "Pré-minutage prévu", one->planned_seconds, all->planned_seconds,
              self->book->film_seconds);
  add_length (table, "Pré-minutage tourné", one->shot_seconds, all->shot_seconds, PLT_UNKNOWN);
  add_length (table, "Longueur des prises gardées", one->kept_seconds, all->kept_seconds,
              PLT_UNKNOWN);
  add_length (table, useful, plt_report_useful (one), plt_report_useful (all), PLT_UNKNOWN);
  table = plt_document_table (document, "Heures", hours, G_N_ELEMENTS (hours));
  add_minutes (table, "Travail de l’équipe, repas déduits", day->work,
               all->n_unknown_hours == 0 ? all->work_minutes : PLT_UNKNOWN,
               day->week_unknown == 0 ? day->week_work : PLT_UNKNOWN);
  add_minutes (table, "Au-delà de la journée prévue", day->over,
               all->n_unknown_hours == 0 ? all->over_minutes : PLT_UNKNOWN,
               day->week_unknown == 0 ? day->week_over : PLT_UNKNOWN);
  add_minutes (table, "Temps perdu, causes notées", one->lost_minutes, all->lost_minutes,
               PLT_UNKNOWN);
  for (guint i = 0; i < day->delays->len; i++)
    {
      const PltReportDelay *delay = &g_array_index (day->delays, PltReportDelay, i);
      g_autofree char *label = g_strdup_printf ("    dont %s", plt_report_word (delay->cause));

      add_minutes (table, label, delay->day, delay->total, PLT_UNKNOWN);
    }
}

/* ---- cards ---- */

static void
add_card (PltDocTable *table, const PltCardFacts *card)
{
  g_autofree char *size = plt_report_size (card->size_mb);
  g_autofree char *backups
      = card->backups == PLT_UNKNOWN ? g_strdup ("—") : g_strdup_printf ("%d", (int) card->backups);
  g_autofree char *state = g_strconcat (backups, card->verified ? ", vérifiées" : ", non vérifiées",
                                        card->freed ? ", carte libérée" : "", NULL);
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  cell = plt_doc_table_text (table, card->name);
  plt_doc_cell_ref (cell, (PltRef){ "media_card", card->id, "name" });
  plt_doc_cell_style (cell, "cell.strong");
  plt_doc_table_text (table, plt_report_word (card->kind));
  plt_doc_cell_style (plt_doc_table_text (table, size), "cell.right");
  plt_doc_table_seconds (table, card->length_seconds);
  cell = plt_doc_table_text (table, state);
  plt_doc_cell_ref (cell, (PltRef){ "media_card", card->id, "backups" });
  if (!plt_card_is_safe (card))
    plt_doc_cell_style (cell, "cell.warning");
  plt_doc_table_text (table, card->places);
}

static void
add_cards (const PltReportPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Carte", .id = "carte", .width = 60, .sheet_chars = 12 },
    { .title = "Nature", .id = "nature", .width = 46, .sheet_chars = 8 },
    { .title = "Taille", .id = "taille", .width = 50, .sheet_chars = 10 },
    { .title = "Durée", .id = "duree", .width = 46, .sheet_chars = 8 },
    { .title = "Copies", .id = "copies", .width = 130, .sheet_chars = 30 },
    { .title = "Où", .id = "lieux", .weight = 1, .min = 100, .sheet_chars = 40 },
  };
  const PltReportDay *day = self->day;
  g_autofree char *size = plt_report_size (day->total.size_mb);
  g_autofree char *title = g_strdup_printf ("Cartes (cumul %u image, %u son, %s)", day->total.cards,
                                            day->total.sound_cards, size);
  PltDocTable *table;

  if (day->cards->len == 0)
    return;
  plt_document_heading (document, 3, title, NO_REF);
  table = plt_document_table (document, "Cartes", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < day->cards->len; i++)
    add_card (table, day->cards->pdata[i]);
}

/* ---- who, what, and how it goes on ---- */

static char *
two_numbers (gint64 called, gint64 present)
{
  g_autofree char *one
      = called != PLT_UNKNOWN ? g_strdup_printf ("%d", (int) called) : g_strdup ("—");
  g_autofree char *other
      = present != PLT_UNKNOWN ? g_strdup_printf ("%d", (int) present) : g_strdup ("—");

  return g_strdup_printf ("%s / %s", one, other);
}

static char *
pace_of (const PltReportPaper *self)
{
  PltReportPace pace = plt_report_pace (self->book, self->day);
  g_autofree char *date = pace.end != PLT_DATE_NONE ? plt_date_format_long (pace.end) : NULL;

  if (date == NULL)
    return g_strdup ("—");
  return g_strdup_printf (
      "À ce rythme, encore %u jour%s (au plan : %u) : fin le %s, à titre indicatif", pace.needed,
      pace.needed > 1 ? "s" : "", pace.planned, date);
}

static void
add_words (const PltReportPaper *self, PltDocument *document)
{
  const PltReportDay *day = self->day;
  const PltReportFacts *report = day->report;
  g_autofree char *actors = two_numbers (day->actors_called, day->actors_present);
  g_autofree char *background = two_numbers (day->background_called, day->background_present);
  g_autofree char *meals = report != NULL && report->meals != PLT_UNKNOWN
                               ? g_strdup_printf ("%d", (int) report->meals)
                               : g_strdup ("");
  g_autofree char *pace = pace_of (self);
  PltDocFields *fields;

  plt_document_space (document, 4);
  fields = plt_document_fields (document, 4);
  plt_doc_fields_set_dense (fields, TRUE);
  plt_doc_fields_add (fields, "Comédiens convoqués / présents", actors, NO_REF);
  plt_doc_fields_add (fields, "Figuration convoquée / présente", background,
                      report_ref (day, "background"));
  plt_doc_fields_add (fields, "Repas", meals, report_ref (day, "meals"));
  plt_doc_fields_add (fields, "Cartes son", report != NULL ? report->sound_cards : "",
                      report_ref (day, "sound_cards"));
  fields = plt_document_fields (document, 2);
  plt_doc_fields_set_dense (fields, TRUE);
  plt_doc_fields_add (fields, "Matériel spécial", report != NULL ? report->equipment : "",
                      report_ref (day, "equipment"));
  plt_doc_fields_add (fields, "Accidents", report != NULL ? report->accidents : "",
                      report_ref (day, "accidents"));
  plt_doc_fields_add (fields, "Observations", report != NULL ? report->observations : "",
                      report_ref (day, "observations"));
  plt_doc_fields_add (fields, "Projection", pace, NO_REF);
  plt_doc_fields_add (fields, "Scripte", report != NULL ? report->author : "",
                      report_ref (day, "author"));
  plt_doc_fields_add (fields, "Visa de la direction de production", "", NO_REF);
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltReportPaper) paper = { .book = NULL };
  PltDocument *document;

  if (!plt_report_paper_open (&paper, store, params, error))
    return NULL;
  document = plt_report_paper_new (&paper, "Rapport de production", PLT_PORTRAIT);
  if (paper.day == NULL)
    {
      plt_document_paragraph (document, "text.note",
                              "Le plan de travail n’a pas encore de jour de tournage.", NO_REF);
      return document;
    }
  if (paper.day->report == NULL)
    plt_document_paragraph (document, "text.warning", "Ce jour n’a pas encore de rapport.", NO_REF);
  add_hours (paper.day, document);
  add_sequences (&paper, document);
  add_totals (&paper, document);
  add_cards (&paper, document);
  add_words (&paper, document);
  return document;
}

const PltDocumentKind plt_document_rapport_de_production = {
  .id = "rapport-de-production",
  .title = "Rapport de production",
  .phase = "tournage",
  .params = params_spec,
  .build = build,
};
