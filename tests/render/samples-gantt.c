#include "samples.h"

#include "plt-document-private.h"

static const char *const phases[]
    = { "Développement", "Préparation", "Tournage", "Postproduction", "Diffusion" };
static const char *const names[] = {
  "Contrat d’auteur",
  "Écriture de la continuité dialoguée, version de tournage",
  "Dossier artistique",
  "Repérages",
  "Casting des enfants",
  "Commission des enfants",
  "Construction des décors du phare et de la capitainerie",
  "Essais caméra",
  "Tournage à Roscoff",
  "Montage image",
  "Bruitage",
  "Mixage",
};

static void
fill_row (PltGantt *gantt, PltGanttRow *row, guint i, guint n, guint phase)
{
  guint days = 3 + (i * 7) % 23, total = plt_gantt_n_days (gantt) - 60;

  row->phase = phase;
  row->from = gantt->from + (PltDate) (10 + i * total / n);
  row->to = row->from + (PltDate) days - 1;
  row->cells[0] = plt_gantt_text (gantt, i % 5 == 4 ? "" : "12 j");
  row->cells[1] = "12/03/27";
  row->cells[2] = "29/03/27";
  row->cells[3] = i % 3 == 0 ? "Mise en scène" : "Régie";
  row->beside = i % 3 == 0 ? "Mise en scène" : "Régie";
  row->progress = i < n / 4 ? 100 : (i < n / 3 ? 40 : 0);
  row->flags = i % 4 == 1 ? PLT_GANTT_CRITICAL : 0;
  if (i % 5 == 4)
    {
      row->flags |= PLT_GANTT_MILESTONE;
      row->from = row->to;
      row->beside = "12 mars";
    }
  if (i % 7 == 3)
    row->slack_to = row->to + 18;
  if (i % 11 == 5)
    row->flags |= PLT_GANTT_LATE;
  if (i % 13 == 7)
    row->deadline = row->to + 12;
  row->base_from = row->from - 4;
  row->base_to = row->to - 2;
}

PltDocument *
sample_gantt_of (guint n_tasks, PltPaper paper)
{
  const PltDocInfo info = { .title = "Rétroplanning",
                            .production = "La Passe",
                            .subtitle = "PAD le 14/06/2028 · 9 jours ouvrés de marge",
                            .company = "Films de la Rade",
                            .version = "v3",
                            .date = plt_date_from_ymd (2027, 5, 12),
                            .paper = paper,
                            .orientation = PLT_LANDSCAPE };
  PltDocument *doc = plt_document_new (&info);
  PltGantt *gantt
      = plt_gantt_new (plt_date_from_ymd (2027, 1, 14), plt_date_from_ymd (2028, 6, 30));
  guint per_phase = MAX (n_tasks / G_N_ELEMENTS (phases), 1);

  gantt->today = info.date;
  gantt->n_phases = G_N_ELEMENTS (phases);
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    gantt->phases[i] = phases[i];
  plt_gantt_column (gantt, "Durée", TRUE);
  plt_gantt_column (gantt, "Début", FALSE);
  plt_gantt_column (gantt, "Fin", FALSE);
  plt_gantt_column (gantt, "Équipe", FALSE);
  for (PltDate date = plt_date_from_ymd (2027, 8, 2); date < plt_date_from_ymd (2027, 8, 21);
       date++)
    plt_gantt_set_off (gantt, date, PLT_GANTT_HOLIDAY);
  for (guint i = 0, last = G_MAXUINT; i < n_tasks; i++)
    {
      guint phase = MIN (i / per_phase, G_N_ELEMENTS (phases) - 1);
      PltGanttRow *row;

      if (i % per_phase == 0 && i / per_phase < G_N_ELEMENTS (phases))
        {
          row = plt_gantt_row (gantt, phases[phase]);
          fill_row (gantt, row, i, n_tasks, phase);
          *row = (PltGanttRow){ .label = row->label,
                                .beside = "",
                                .cells = { "", "12/03/27", "29/03/27", "", "", "" },
                                .phase = phase,
                                .flags = PLT_GANTT_GROUP,
                                .from = row->from,
                                .to = row->from + 120,
                                .slack_to = PLT_DATE_NONE,
                                .base_from = PLT_DATE_NONE,
                                .base_to = PLT_DATE_NONE,
                                .deadline = PLT_DATE_NONE };
        }
      row = plt_gantt_row (gantt, names[i % G_N_ELEMENTS (names)]);
      fill_row (gantt, row, i, n_tasks, phase);
      row->depth = 1;
      if (last != G_MAXUINT && i % 3 != 2)
        {
          PltGanttLink link = { last, gantt->rows->len - 1,
                                i % 5 == 0 ? PLT_NETWORK_SS : PLT_NETWORK_FS, i % 4 == 1 };
          g_array_append_val (gantt->links, link);
        }
      last = gantt->rows->len - 1;
    }
  plt_document_gantt (doc, gantt, "Rétroplanning");
  return doc;
}

PltDocument *
sample_gantt (void)
{
  return sample_gantt_of (60, PLT_PAPER_A4);
}
