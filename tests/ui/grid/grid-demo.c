/* Shows PltGrid with a devis and a list of séquences, to be looked at and tried by hand:
 *
 *   grid-demo [--dark] [--view devis|sequences] [--size WIDTHxHEIGHT] */
#include "config.h"

#include "memory-model.h"
#include "plt-grid.h"
#include "plt-money.h"

static gboolean option_dark;
static char *option_view, *option_size;

static const GOptionEntry entries[] = {
  { "dark", 0, 0, G_OPTION_ARG_NONE, &option_dark, "Dark colours", NULL },
  { "view", 0, 0, G_OPTION_ARG_STRING, &option_view, "devis or sequences", "VIEW" },
  { "size", 0, 0, G_OPTION_ARG_STRING, &option_size, "Size of the window", "WxH" },
  { NULL },
};

/* --- Devis --- */

enum
{
  CODE,
  LABEL,
  QUANTITY,
  DURATION,
  UNIT,
  RATE,
  CHARGES,
  TOTAL,
  CREDIT,
  NOTE,
  N_BUDGET
};

#define NUMBER (PLT_GRID_COLUMN_NUMBER)
#define EDIT (PLT_GRID_COLUMN_EDITABLE)
#define FROZEN (PLT_GRID_COLUMN_FROZEN)

static const PltGridColumn budget_columns[N_BUDGET] = {
  { "code", "Code", NULL, 9, PLT_GRID_ALIGN_START, FROZEN | EDIT, NULL },
  { "label", "Libellé", NULL, 38, PLT_GRID_ALIGN_START, FROZEN | EDIT, NULL },
  { "quantity", "Nb", "Nombre de personnes ou d’objets", 7, PLT_GRID_ALIGN_END, EDIT | NUMBER,
    "quantity" },
  { "duration", "Durée", "Dans l’unité de la ligne", 9, PLT_GRID_ALIGN_END, EDIT | NUMBER,
    "quantity" },
  { "unit", "Unité", NULL, 10, PLT_GRID_ALIGN_START, EDIT, NULL },
  { "rate", "Tarif", "Salaire brut ou prix hors taxes", 13, PLT_GRID_ALIGN_END, EDIT | NUMBER,
    "money" },
  { "charges", "Charges", "Charges sociales patronales, calculées", 13, PLT_GRID_ALIGN_END, NUMBER,
    "money" },
  { "total", "Total", NULL, 15, PLT_GRID_ALIGN_END, NUMBER, "money" },
  { "credit", "€ CI", "Dépense éligible au crédit d’impôt", 6, PLT_GRID_ALIGN_CENTER,
    EDIT | PLT_GRID_COLUMN_TOGGLE, NULL },
  { "note", "Note", NULL, 34, PLT_GRID_ALIGN_START, EDIT, NULL },
};

/* nombre × durée × tarif, charges at an invented 55 %, groups from their lines. */
static void
compute_budget (MemoryModel *model)
{
  gint64 grand = 0;
  MemoryRow *groups[2] = { NULL };

  for (guint i = 0; i < memory_model_get_n_all (model); i++)
    {
      MemoryRow *row = memory_model_get_any (model, i);
      gint64 amount, charges;

      if (row->kind == PLT_GRID_ROW_GROUP)
        {
          groups[row->level] = row;
          if (row->level == 0)
            groups[1] = NULL;
          memory_model_set_number (model, row, TOTAL, 0);
          continue;
        }
      if (row->kind == PLT_GRID_ROW_TOTAL || row->kind == PLT_GRID_ROW_SUBTOTAL)
        {
          memory_model_set_number (model, row, TOTAL, grand);
          continue;
        }
      if (row->texts[RATE][0] == '\0')
        continue;
      plt_number_mul_div (row->numbers[RATE], row->numbers[QUANTITY] * row->numbers[DURATION],
                          1000000, PLT_ROUND_HALF_UP, &amount);
      charges = groups[0] != NULL && g_strcmp0 (groups[0]->texts[CODE], "5") < 0
                        && g_strcmp0 (groups[0]->texts[CODE], "1") > 0
                    ? amount * 55 / 100
                    : 0;
      memory_model_set_number (model, row, CHARGES, charges);
      memory_model_set_number (model, row, TOTAL, amount + charges);
      grand += amount + charges;
      for (guint level = 0; level < 2 && level < row->level; level++)
        if (groups[level] != NULL)
          memory_model_set_number (model, groups[level], TOTAL,
                                   groups[level]->numbers[TOTAL] + amount + charges);
    }
}

static void
add_group (MemoryModel *model, guint level, const char *code, const char *label)
{
  memory_model_add (model, PLT_GRID_ROW_GROUP, level, code, label, NULL);
}

static MemoryRow *
add_line (MemoryModel *model,
          const char *code,
          const char *label,
          const char *quantity,
          const char *duration,
          const char *unit,
          const char *rate,
          const char *credit,
          const char *note)
{
  return memory_model_add (model, PLT_GRID_ROW_NORMAL, 2, code, label, quantity, duration, unit,
                           rate, "", "", credit, note, NULL);
}

static PltGridModel *
create_budget (void)
{
  static const char *const proposals[]
      = { "jour", "semaine", "mois", "forfait", "cachet", "heure", "km", NULL };
  MemoryModel *model
      = memory_model_new (budget_columns, N_BUDGET, PLT_GRID_CAN_INSERT | PLT_GRID_CAN_DELETE);
  MemoryRow *row;

  memory_model_set_proposals (model, proposals);
  add_group (model, 0, "1", "DROITS ARTISTIQUES");
  add_group (model, 1, "11", "Sujet");
  add_line (model, "1101", "Scénario original", "1", "1", "forfait", "6000", "✓",
            "contrat signé le 4 février");
  add_line (model, "1102", "Option sur le titre", "1", "1", "forfait", "500", "✓", "");
  add_group (model, 1, "12", "Adaptation, dialogues, commande");
  add_line (model, "1201", "Consultant scénario", "1", "3", "jour", "350", "✓", "");
  add_group (model, 0, "2", "PERSONNEL");
  add_group (model, 1, "21", "Producteur et réalisateur");
  add_line (model, "2101", "Réalisatrice technicienne", "1", "8", "semaine", "1650", "✓", "");
  row = add_line (model, "2102", "Producteur délégué", "1", "1", "forfait", "9000", "",
                  "plafond à vérifier");
  row->flags[RATE] |= PLT_GRID_CELL_INVALID;
  row->messages[RATE] = g_strdup ("Le salaire du producteur dépasse le plafond du devis.");
  add_group (model, 1, "22", "Équipe technique de préparation et de tournage");
  row = add_line (model, "2201", "Directeur de production", "1", "6", "semaine", "1890,50", "✓",
                  "");
  row = add_line (model, "2202", "1re assistante réalisation", "1", "5", "semaine", "1511,20", "✓",
                  "");
  row = add_line (model, "2203", "Chef opérateur", "1", "5", "jour", "412,35", "✓", "");
  row->flags[DURATION] |= PLT_GRID_CELL_LINK;
  row->messages[DURATION] = g_strdup ("5 jours · plan de travail v3");
  row = add_line (model, "2204", "Ingénieure du son", "1", "5", "jour", "398,10", "✓", "");
  row->flags[DURATION] |= PLT_GRID_CELL_LINK;
  row->messages[DURATION] = g_strdup ("5 jours · plan de travail v3");
  add_line (model, "2205", "Machinistes", "2", "5", "jour", "254", "✓", "");
  add_line (model, "2206", "Électriciens", "2", "5", "jour", "254", "✓", "groupe électrogène J3");
  add_group (model, 0, "3", "INTERPRÉTATION");
  add_group (model, 1, "31", "Rôles principaux");
  row = add_line (model, "3101", "Nora — Élise Kervella", "1", "4", "jour", "437", "✓", "");
  row->flags[DURATION] |= PLT_GRID_CELL_LINK;
  row->messages[DURATION] = g_strdup ("4 jours · plan de travail v3 · rôle Nora");
  row = add_line (model, "3102", "Le Passeur — Yann Morvan", "1", "3", "jour", "437", "✓", "");
  row->flags[DURATION] |= PLT_GRID_CELL_LINK;
  row->messages[DURATION] = g_strdup ("3 jours · plan de travail v3 · rôle Le Passeur");
  add_group (model, 1, "32", "Petits rôles et figuration");
  add_line (model, "3201", "Figurants CAFÉ DU PORT", "12", "1", "jour", "110,45", "✓",
            "autorisation DRIEETS pour l’enfant");
  add_group (model, 0, "5", "DÉCORS ET COSTUMES");
  add_line (model, "5101", "Location CAFÉ DU PORT", "1", "2", "jour", "800", "✓", "");
  add_line (model, "5102", "Construction de la cabine", "1", "1", "forfait", "2350,75", "✓", "");
  add_line (model, "5201", "Achats costumes", "1", "1", "forfait", "1200", "✓", "");
  add_group (model, 0, "6", "TRANSPORTS, DÉFRAIEMENTS, RÉGIE");
  add_line (model, "6101", "Camion caméra 20 m³", "1", "7", "jour", "95", "✓", "");
  add_line (model, "6201", "Hôtels", "8", "5", "jour", "72,50", "✓", "Saint-Guénolé");
  add_line (model, "6301", "Cantine", "24", "5", "jour", "17", "✓", "");
  add_group (model, 0, "7", "MOYENS TECHNIQUES");
  add_line (model, "7101", "Caméra et optiques", "1", "5", "jour", "640", "✓", "remise 30 %");
  add_line (model, "7201", "Groupe électrogène 40 kVA", "1", "1", "jour", "390", "✓", "");
  memory_model_add (model, PLT_GRID_ROW_SUBTOTAL, 0, "", "TOTAL DES POSTES 1 À 9", NULL);
  memory_model_add (model, PLT_GRID_ROW_TOTAL, 0, "", "TOTAL GÉNÉRAL", NULL);
  memory_model_set_computed (model, compute_budget);
  memory_model_refresh (model);
  return PLT_GRID_MODEL (model);
}

/* --- Séquences --- */

enum
{
  SEQ_NUMBER,
  SEQ_INT_EXT,
  SEQ_EFFECT,
  SEQ_SET,
  SEQ_SUB_SET,
  SEQ_SYNOPSIS,
  SEQ_ROLES,
  SEQ_EIGHTHS,
  SEQ_LENGTH,
  SEQ_SHOTS,
  SEQ_DAY,
  SEQ_STATUS,
  SEQ_NOTE,
  N_SEQUENCE
};

static const PltGridColumn sequence_columns[N_SEQUENCE] = {
  { "number", "Séq.", "Numéro de la séquence", 6, PLT_GRID_ALIGN_END, FROZEN | EDIT, NULL },
  { "int_ext", "I/E", NULL, 5, PLT_GRID_ALIGN_CENTER, FROZEN | EDIT | PLT_GRID_COLUMN_CHOICES,
    NULL },
  { "effect", "Effet", "Lumière de la séquence", 12, PLT_GRID_ALIGN_START, EDIT, NULL },
  { "set", "Décor", NULL, 24, PLT_GRID_ALIGN_START, EDIT, NULL },
  { "sub_set", "Sous-décor", NULL, 16, PLT_GRID_ALIGN_START, EDIT, NULL },
  { "synopsis", "Résumé", NULL, 46, PLT_GRID_ALIGN_START, EDIT, NULL },
  { "roles", "Rôles", NULL, 16, PLT_GRID_ALIGN_START, 0, NULL },
  { "eighths", "Pages", "En huitièmes", 8, PLT_GRID_ALIGN_END, EDIT, NULL },
  { "premin", "Préminutage", NULL, 11, PLT_GRID_ALIGN_END, EDIT, NULL },
  { "shots", "Plans", NULL, 7, PLT_GRID_ALIGN_END, EDIT | NUMBER, "shots" },
  { "day", "Jour", "Jour de tournage", 14, PLT_GRID_ALIGN_START, 0, NULL },
  { "status", "État", NULL, 12, PLT_GRID_ALIGN_START, EDIT, NULL },
  { "note", "Note", NULL, 30, PLT_GRID_ALIGN_START, EDIT, NULL },
};

static PltGridFill
get_effect (const char *int_ext, const char *effect)
{
  gboolean exterior = g_str_has_prefix (int_ext, "E");

  if (g_str_has_prefix (effect, "AUBE"))
    return PLT_GRID_FILL_DAWN;
  if (g_str_has_prefix (effect, "CRÉP"))
    return PLT_GRID_FILL_DUSK;
  if (g_str_has_prefix (effect, "NUIT"))
    return exterior ? PLT_GRID_FILL_EXT_NIGHT : PLT_GRID_FILL_INT_NIGHT;
  return exterior ? PLT_GRID_FILL_EXT_DAY : PLT_GRID_FILL_INT_DAY;
}

static PltGridModel *
create_sequences (void)
{
  static const char *const proposals[] = { "CAFÉ DU PORT",
                                           "CAFÉ DU PORT - RÉSERVE",
                                           "CABINE DU PASSEUR",
                                           "QUAI",
                                           "MAISON DE NORA",
                                           "ROUTE DE LA POINTE",
                                           "PHARE",
                                           "BAC",
                                           "GENDARMERIE",
                                           NULL };
  static const char *const rows[][N_SEQUENCE] = {
    { "1", "EXT", "AUBE", "QUAI", "", "Nora attend le premier bac, une valise à ses pieds.", "Nora",
      "4/8", "0:35", "4", "J1 lun. 18 nov.", "à tourner", "" },
    { "2", "INT", "JOUR", "CAFÉ DU PORT", "SALLE", "Le patron reconnaît Nora et ne dit rien.",
      "Nora, Patron", "1 2/8", "1:20", "7", "J2 mar. 19 nov.", "à tourner", "12 figurants" },
    { "2Bis", "INT", "JOUR", "CAFÉ DU PORT", "RÉSERVE", "La lettre cachée derrière les bouteilles.",
      "Nora", "3/8", "0:30", "3", "J2 mar. 19 nov.", "à tourner", "" },
    { "3", "EXT", "JOUR", "BAC", "", "Traversée. Le Passeur lui parle enfin de la passe.",
      "Nora, Passeur", "2 1/8", "2:10", "11", "J3 mer. 20 nov.", "à tourner", "marée 10h40" },
    { "4", "INT", "NUIT", "CABINE DU PASSEUR", "", "Il répare la radio. Elle lit la lettre.",
      "Nora, Passeur", "1 5/8", "1:45", "8", "J4 jeu. 21 nov.", "à tourner", "" },
    { "5", "EXT", "NUIT", "ROUTE DE LA POINTE", "", "La voiture quitte la route dans le virage.",
      "Nora, Passeur", "7/8", "0:50", "9", "J5 ven. 22 nov.", "à tourner", "cascade, gendarmes" },
    { "6", "EXT", "CRÉPUSCULE", "PHARE", "", "L’enfant et le chien courent vers le phare.", "Tino",
      "5/8", "0:40", "5", "J3 mer. 20 nov.", "à tourner", "enfant 8 ans, animal" },
    { "7", "INT", "JOUR", "MAISON DE NORA", "CUISINE",
      "Nora vide les placards ; sous le papier, une carte marine annotée à l’encre violette.",
      "Nora", "1", "1:05", "6", "J1 lun. 18 nov.", "à tourner", "" },
    { "8", "INT", "NUIT", "GENDARMERIE", "", "Déposition. Personne ne la croit.", "Nora, Adjudant",
      "1 3/8", "1:30", "7", "", "à placer", "décor à trouver" },
  };
  MemoryModel *model = memory_model_new (sequence_columns, N_SEQUENCE,
                                         PLT_GRID_CAN_INSERT | PLT_GRID_CAN_DELETE
                                             | PLT_GRID_CAN_MOVE | PLT_GRID_CAN_SORT);

  memory_model_set_proposals (model, proposals);
  for (guint turn = 0; turn < 5; turn++)
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      {
        const char *const *r = rows[i];
        MemoryRow *row
            = memory_model_add (model, PLT_GRID_ROW_NORMAL, 0, r[0], r[1], r[2], r[3], r[4], r[5],
                                r[6], r[7], r[8], r[9], r[10], r[11], r[12], NULL);

        if (turn > 0)
          {
            g_free (row->texts[SEQ_NUMBER]);
            row->texts[SEQ_NUMBER] = g_strdup_printf ("%u", turn * 8 + i + 1);
          }
        row->fills[SEQ_EFFECT] = get_effect (r[1], r[2]);
        if (r[SEQ_DAY][0] == '\0')
          {
            row->flags[SEQ_STATUS] |= PLT_GRID_CELL_INVALID;
            row->messages[SEQ_STATUS] = g_strdup ("Cette séquence n’est pas au plan de travail.");
          }
      }
  memory_model_refresh (model);
  return PLT_GRID_MODEL (model);
}

/* --- Window --- */

static GtkWidget *
create_page (PltGridModel *model, gboolean numbers, gboolean new_row)
{
  g_autoptr (PltGridModel) owned = model;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new (), *grid = plt_grid_new (owned);
  GtkWidget *status = gtk_label_new (NULL);

  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", option_dark,
                NULL);
  plt_grid_set_row_numbers (PLT_GRID (grid), numbers);
  plt_grid_set_new_row (PLT_GRID (grid), new_row);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_label_set_xalign (GTK_LABEL (status), 1);
  gtk_widget_set_margin_end (status, 8);
  gtk_widget_set_margin_top (status, 4);
  gtk_widget_set_margin_bottom (status, 4);
  g_object_bind_property (grid, "selection-summary", status, "label", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), status);
  return box;
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = gtk_application_window_new (application), *stack = gtk_stack_new ();
  GtkWidget *switcher = gtk_stack_switcher_new (), *bar = gtk_header_bar_new ();
  int width = 1200, height = 700;

  if (option_size != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (option_size, "x", 2);

      width = (int) g_ascii_strtoll (parts[0], NULL, 10);
      height = parts[1] != NULL ? (int) g_ascii_strtoll (parts[1], NULL, 10) : height;
    }
  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", option_dark,
                NULL);
  gtk_stack_add_titled (GTK_STACK (stack), create_page (create_budget (), FALSE, FALSE), "devis",
                        "Devis");
  gtk_stack_add_titled (GTK_STACK (stack), create_page (create_sequences (), TRUE, TRUE),
                        "sequences", "Séquences");
  if (option_view != NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (stack), option_view);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  gtk_header_bar_set_title_widget (GTK_HEADER_BAR (bar), switcher);
  gtk_window_set_titlebar (GTK_WINDOW (window), bar);
  gtk_window_set_title (GTK_WINDOW (window), "La Passe");
  gtk_window_set_child (GTK_WINDOW (window), stack);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application
      = gtk_application_new ("org.plateau.GridDemo", G_APPLICATION_NON_UNIQUE);

  g_application_add_main_option_entries (G_APPLICATION (application), entries);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
