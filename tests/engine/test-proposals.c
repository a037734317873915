/* What the text proposes, on the small film with some text and a short list of words: by hand. */
#include "plt-proposals.h"

#include <string.h>

#include "plt-referential.h"
#include "plt-test-film.h"

static const char list_text[]
    = "# titre: Essai\n"
      "langue\tnature\tmot\tformes\tnom\tcategorie\trisque\tmotif\tsauf\n"
      "fr\tn\tlanterne\t\t\tAC\t\tobjet\t\n"
      "fr\tn\tépée\t\t\tAR\tarme\tarme\tcoup d’épée dans l’eau\n"
      "fr\tn\tvoiture\t\t\tVE\t\tvehicule\t\n"
      "fr\tn\tvoiture de police\t\t\tVE\t\tvehicule\t\n"
      "fr\tn\tchien\tchienne\t\tAN\t\tanimal\tchien de fusil|temps de chien\n"
      "fr\tv\tsaigner\t\tFaux sang\tMC\t\tmaquillage\t\n"
      "fr\tn\tdocker\t\t\tFI\t\tfoule\t\n"
      "fr\tn\tpêche\t\t\tAC\t\tobjet\t\n"
      "fr\tn\tlac\t\t-\tSE\teau\teau\t\n"
      "fr\tx\tnue\tnu\t-\tSE\tnudite\tnudite\tpieds nus|tête nue|mains nues\n"
      "fr\tn\tiphone\t\t\tDR\t\tdroits\t\n"
      "en\tn\tlantern\t\t\tAC\t\tobjet\t\n"
      "en\tv\tbleed\tbled\tFake blood\tMC\t\tmaquillage\t\n";

static const char *const codes[] = { "AC", "AR", "VE", "MC", "SE", "DR", "EN", "SI", "MU" };

static PltFacts *
text_new (void)
{
  PltFacts *facts = film_new ();

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      PltCategoryFacts *category = PLT_FACTS_ADD (facts->categories, PltCategoryFacts, 10 + i);

      category->code = category->name = codes[i];
      category->department = category->color = "";
      category->hazard = g_str_equal (codes[i], "EN") ? "enfant" : "";
      category->family = g_str_equal (codes[i], "EN") ? "roles" : "autres";
    }
  return facts;
}

static const char *
code_of (const PltFacts *facts, gint64 category)
{
  return PLT_FACTS_FIND (facts->categories, PltCategoryFacts, category)->code;
}

/* "AC Lanterne x2 @3; ..." */
static char *
describe (const PltFacts *facts, const GPtrArray *proposals)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < proposals->len; i++)
    {
      const PltProposal *proposal = proposals->pdata[i];

      g_string_append_printf (text, "%s%s%s %s", i > 0 ? "; " : "",
                              code_of (facts, proposal->category),
                              proposal->hazard_only    ? "!"
                              : proposal->element != 0 ? "="
                                                       : "",
                              proposal->name);
      if (proposal->hazard_only)
        g_string_append_printf (text, " (%s)", proposal->hazard);
      if (proposal->quantity != PLT_UNKNOWN)
        g_string_append_printf (text, " ×%d", (int) proposal->quantity);
      if (proposal->n > 1)
        g_string_append_printf (text, " n%u", proposal->n);
      g_assert_cmpuint (proposal->n, ==, proposal->places->len);
      g_assert_cmpuint (strlen (proposal->reason), >, 10);
    }
  return g_string_free (text, FALSE);
}

static void
test_find (void)
{
  static const struct
  {
    gint64 sequence;
    const char *kind, *text;
    const char *proposals;
  } cases[] = {
    { 1, "action", "Une lanterne. Deux lanternes, une LANTERNE.", "AC Lanterne ×2 n3" },
    { 1, "action", "La voiture de police suit la voiture.", "VE Voiture de police; VE Voiture" },
    { 1, "action", "Le chien aboie.", "AN= Chien" },
    { 4, "action", "Le chien aboie.", "" }, /* it is there */
    { 1, "action", "Une chienne, un temps de chien.", "AN= Chien" },
    { 1, "action", "Un coup d’épée dans l'eau.", "" },
    { 1, "action", "Il tire son épée.", "AR Épée" },
    { 1, "action", "Il tire son EPEE.", "AR Épée" },
    { 1, "action", "Il tire son epee.", "" }, /* the text has accents elsewhere */
    { 1, "action", "Le péché de la pêche.", "AC Pêche" },
    { 1, "action", "Il saigne. Elle saignait, ils ont saigné.", "MC Faux sang n3" },
    { 1, "action", "Nora, pieds nus, se baigne nue dans le lac.",
      "SE! Nue (nudite); SE! Lac (eau)" },
    { 1, "action", "Comme un chien. Des photos de voitures. Un ancien docker.", "" },
    { 1, "heading", "EXT. LAC - VOITURE, LANTERNE", "SE! Lac (eau); VE Voiture" },
    { 1, "dialogue", "Ma lanterne ? Mon chien ? Mon iPhone : 06 12 34 56 78.",
      "DR Iphone; DR Numéro de téléphone" },
    { 1, "dialogue", "Rappelez le 12 34, le 06 12, le 112.", "" },
    { 1, "parenthetical", "levant sa lanterne", "AC Lanterne" },
    { 1, "lyric", "Au clair de la lune", "MU Chanson" },
    { 1, "note", "Une lanterne, un chien.", "" },
    { 1, "action", "Des lanternes-chiens.", "AC Lanterne; AN= Chien" },
    { 3, "action", "Une quinzaine de dockers.", "FI= Dockers ×15" },
    { 1, "action", "Quatre dockers.", "" }, /* they are there */
    { 1, "character", "MILO", "RO= MILO" },
    { 1, "character", "MILO (voix off)", "RO= MILO" },
    { 1, "character", "NORA", "" },
    { 1, "character", "NORA ET MILO", "RO= MILO" },
    { 1, "character", "LE PATRON", "RO PATRON" },
    { 1, "action", "Milo passe. La maison de Milo.", "RO= MILO" },
    { 1, "action", "La chambre de Milo, chez Milo.", "" },
    { 1, "action", "MILO, 17 ans, arrive.", "RO= MILO" },
    { 1, "action", "ÉLISE, 8 ans, et ROSE (12 ans) jouent.", "EN ÉLISE; EN ROSE" },
    { 1, "action", "PAUL, la quarantaine. ANNE, 41 ans.", "RO PAUL; RO ANNE" },
    { 1, "action", "Un HOMME entre. Des MARINS. Trois AGENTS.",
      "SI Homme; FI Marins; FI Agents ×3" },
    { 1, "action", "Un CRI. Des COUPS. Trois PLONGEUSES. Une CLOCHE, 3 coups.",
      "FI Plongeuses ×3" },
    { 1, "action", "Sur le mur : GAZ, PORTE, MARDI.", "" },
    { 1, "action", "LA LANTERNE S’ÉTEINT.", "AC Lanterne" }, /* a line in capitals names nobody */
    { 1, "action", "", "" },
    { 0, "action", "Une lanterne.", "" },
    { 99, "action", "Une lanterne.", "" },
    { 1, "action", "שלום 🎬 !", "" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (PltWordList) words = plt_word_list_load (list_text, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = text_new ();
      g_autoptr (GPtrArray) proposals = NULL;
      g_autofree char *text = NULL;

      film_say (facts, 2, "action", "L’été est passé, la lumière a baissé : où est la clé ?");
      film_say (facts, cases[i].sequence, cases[i].kind, cases[i].text);
      proposals = plt_proposals_find (facts, words, 0);
      text = describe (facts, proposals);
      if (!g_str_equal (text, cases[i].proposals))
        g_error ("case %u, “%s”: “%s”", i, cases[i].text, text);
    }
}

/* A known role said to be a child marks every séquence that has it; a séquence marked so says
 * nothing. */
static void
test_children (void)
{
  g_autoptr (PltFacts) facts = text_new ();
  g_autoptr (PltWordList) words = plt_word_list_load (list_text, NULL);
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *text = NULL;

  film_say (facts, 3, "action", "MILO, 10 ans, entre.");
  proposals = plt_proposals_find (facts, words, 0);
  text = describe (facts, proposals);
  g_assert_cmpstr (text, ==, "RO! MILO (enfant); RO! MILO (enfant)");
  one = plt_proposals_find (facts, words, 4); /* where the age is not said */
  g_assert_cmpuint (one->len, ==, 1);
  plt_proposals_accept (facts, proposals, batch);
  film_apply (facts, batch);
  g_assert_cmpstr (facts->sequences.items[2].hazards, ==, "enfant");
  g_assert_cmpstr (facts->sequences.items[3].hazards, ==, "enfant");
  g_clear_pointer (&proposals, g_ptr_array_unref);
  proposals = plt_proposals_find (facts, words, 0);
  g_assert_cmpuint (proposals->len, ==, 0);
}

static void
test_accept (void)
{
  g_autoptr (PltFacts) facts = text_new ();
  g_autoptr (PltWordList) words = plt_word_list_load (list_text, NULL);
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) again = plt_batch_new ();
  PltBoxFacts *box = PLT_FACTS_ADD (facts->boxes, PltBoxFacts, 1);
  guint n_elements = facts->elements.n;

  box->sequence = 1;
  box->category = 10; /* props */
  box->state = "neant";
  film_say (facts, 1, "action", "Une lanterne, une épée, la lanterne. Un chien.");
  film_say (facts, 2, "action", "La lanterne. ÉLISE, 8 ans.");
  film_say (facts, 3, "action", "Élise sort son épée. Le lac.");
  proposals = plt_proposals_find (facts, words, 0);
  plt_proposals_accept (facts, proposals, batch);
  film_apply (facts, batch);
  /* one lantern, one sword, one Élise */
  g_assert_cmpuint (facts->elements.n, ==, n_elements + 3);
  g_assert_cmpuint (facts->tags.n, ==, 7); /* three lanterns, two swords, the dog, Élise */
  g_assert_cmpuint (facts->boxes.n, ==, 0);
  g_assert_cmpstr (facts->sequences.items[0].hazards, ==, "animal,arme");
  g_assert_cmpstr (facts->sequences.items[1].hazards, ==, "enfant");
  g_assert_cmpstr (facts->sequences.items[2].hazards, ==, "arme,eau");
  for (guint i = 0; i < facts->tags.n; i++)
    {
      const PltTagFacts *tag = &facts->tags.items[i];
      const PltBlockFacts *block = PLT_FACTS_FIND (facts->blocks, PltBlockFacts, tag->script_block);
      g_autofree char *there
          = plt_tagging_words (block->text, (guint) tag->start, (guint) tag->length);

      g_assert_cmpstr (there, ==, tag->text);
    }
  /* the same ones once more: nothing */
  plt_proposals_accept (facts, proposals, again);
  g_assert_cmpuint (plt_batch_get_n_edits (again), ==, 0);
  /* what was accepted is not proposed; Élise, who now has a name, is known in 3 */
  after = plt_proposals_find (facts, words, 0);
  {
    g_autofree char *text = describe (facts, after);

    g_assert_cmpstr (text, ==, "EN= ÉLISE");
  }
}

static void
test_refuse (void)
{
  g_autoptr (PltFacts) facts = text_new ();
  g_autoptr (PltWordList) words = plt_word_list_load (list_text, NULL);
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (PltBatch) here = plt_batch_new ();
  g_autoptr (PltBatch) twice = plt_batch_new ();
  g_autoptr (PltBatch) everywhere = plt_batch_new ();

  film_say (facts, 1, "action", "Une lanterne au bord du lac.");
  film_say (facts, 2, "action", "Des lanternes au bord du lac.");
  proposals = plt_proposals_find (facts, words, 1);
  g_assert_cmpuint (proposals->len, ==, 2);
  plt_proposals_refuse (facts, proposals, FALSE, here);
  g_assert_cmpuint (plt_batch_get_n_edits (here), ==, 2);
  film_apply (facts, here);
  plt_proposals_refuse (facts, proposals, FALSE, twice);
  g_assert_cmpuint (plt_batch_get_n_edits (twice), ==, 0);
  g_clear_pointer (&proposals, g_ptr_array_unref);
  proposals = plt_proposals_find (facts, words, 0);
  g_assert_cmpuint (proposals->len, ==, 2); /* in 2 still */
  plt_proposals_refuse (facts, proposals, TRUE, everywhere);
  film_apply (facts, everywhere);
  film_say (facts, 4, "action", "LA LANTERNE TOMBE DANS LE LAC.");
  g_clear_pointer (&proposals, g_ptr_array_unref);
  proposals = plt_proposals_find (facts, words, 0);
  g_assert_cmpuint (proposals->len, ==, 0);
}

/* A role that is 8 in one séquence and 40 in another has two actors. */
static void
test_two_ages (void)
{
  g_autoptr (PltFacts) facts = text_new ();
  g_autoptr (PltWordList) words = plt_word_list_load (list_text, NULL);
  g_autoptr (GPtrArray) proposals = NULL;

  film_say (facts, 3, "action", "MILO, 8 ans, entre.");
  film_say (facts, 4, "action", "MILO, 40 ans, entre.");
  proposals = plt_proposals_find (facts, words, 0);
  g_assert_cmpuint (proposals->len, ==, 0);
}

/* The language is that of the whole text; a text without accents matches words that have them. */
static void
test_language (void)
{
  static const struct
  {
    const char *text, *proposals;
    PltLanguage language;
  } cases[] = {
    { "He takes the lantern and bleeds. She is in the car with her lanterns.",
      "AC Lantern n2; MC Fake blood", PLT_LANGUAGE_ENGLISH },
    { "Il prend la lanterne et son epee, elle saigne sur le sol avec une lantern.",
      "AC Lanterne; AR Épée; MC Faux sang", PLT_LANGUAGE_FRENCH },
    { "", "", PLT_LANGUAGE_FRENCH },
  };
  g_autoptr (PltWordList) words = plt_word_list_load (list_text, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = text_new ();
      g_autoptr (GPtrArray) proposals = NULL;
      g_autofree char *text = NULL;

      film_say (facts, 1, "action", cases[i].text);
      g_assert_cmpint (plt_proposals_language (facts), ==, cases[i].language);
      proposals = plt_proposals_find (facts, words, 0);
      text = describe (facts, proposals);
      g_assert_cmpstr (text, ==, cases[i].proposals);
    }
}

/* Ten thousand proposals accepted as one batch: each element once. */
static void
test_many (void)
{
  g_autoptr (PltFacts) facts = text_new ();
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (GString) list = g_string_new ("langue\tnature\tmot\tformes\tnom\tcategorie\trisque\t"
                                           "motif\tsauf\n");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PltWordList) words = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();

  for (guint i = 0; i < 2500; i++)
    {
      g_string_append_printf (list, "fr\tx\tobjet%u\t\t\tAC\t\tobjet\t\n", i);
      g_string_append_printf (text, "objet%u ", i);
    }
  words = plt_word_list_load (list->str, NULL);
  g_assert_cmpuint (plt_word_list_get_n (words, PLT_LANGUAGE_FRENCH), ==, 2500);
  for (gint64 sequence = 1; sequence <= 4; sequence++)
    film_say (facts, sequence, "action", text->str);
  proposals = plt_proposals_find (facts, words, 0);
  g_assert_cmpuint (proposals->len, ==, 10000);
  plt_proposals_accept (facts, proposals, batch);
  film_apply (facts, batch);
  g_assert_cmpuint (facts->elements.n, ==, 4 + 2500);
  g_assert_cmpuint (facts->occurrences.n, ==, 8 + 10000);
  g_assert_cmpuint (facts->tags.n, ==, 10000);
}

static void
test_empty (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autoptr (PltWordList) none = plt_word_list_open (facts, NULL);
  g_autoptr (GPtrArray) proposals = plt_proposals_find (facts, none, 0);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (proposals->len, ==, 0);
  plt_proposals_accept (facts, proposals, batch);
  plt_proposals_refuse (facts, proposals, TRUE, batch);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 0);
  g_assert_null (plt_word_list_load ("mot\tlangue\n", &error));
  g_assert_nonnull (strstr (error->message, "nature"));
}

/* The list that comes with the program: long enough, nothing twice, every code known. */
static void
test_shipped (void)
{
  static const char *const reasons[]
      = { "objet",   "decor",   "costume",  "maquillage", "vehicule", "animal", "arme",
          "cascade", "foule",   "enfant",   "meteo",      "effet",    "visuel", "feu",
          "eau",     "hauteur", "intimite", "nudite",     "musique",  "son",    "lumiere",
          "image",   "ecran",   "repas",    "droits",     "regie",    NULL };
  const PltColumn *hazards = plt_table_column (plt_table_find ("sequence"), "hazards");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "referentials",
                                                 PLT_WORD_LIST_REFERENTIAL ".tsv", NULL);
  g_autofree char *other
      = g_test_build_filename (G_TEST_DIST, "..", "data", "referentials", "categories.tsv", NULL);
  g_autofree char *content = NULL;
  g_autofree char *codes_text = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (PltReferential) table = NULL;
  g_autoptr (PltReferential) categories = NULL;
  g_autoptr (PltWordList) words = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_file_get_contents (other, &codes_text, NULL, NULL));
  words = plt_word_list_load (content, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plt_word_list_get_n (words, PLT_LANGUAGE_FRENCH), >=, 700);
  g_assert_cmpuint (plt_word_list_get_n (words, PLT_LANGUAGE_ENGLISH), >=, 400);
  table = plt_referential_parse (content);
  categories = plt_referential_parse (codes_text);
  g_assert_cmpstr (plt_referential_meta (table, "titre"), !=, "");
  for (guint i = 0; i < plt_referential_n_rows (table); i++)
    {
      const char *word = plt_referential_get (table, i, "mot");
      const char *code = plt_referential_get (table, i, "categorie");
      const char *hazard = plt_referential_get (table, i, "risque");
      const char *nature = plt_referential_get (table, i, "nature");

      if (*word == '\0' || strlen (nature) != 1 || strchr ("nvx", *nature) == NULL
          || plt_referential_find (categories, "code", code) < 0
          || (*hazard != '\0' && plt_column_find_choice (hazards, hazard) == NULL)
          || !g_strv_contains (reasons, plt_referential_get (table, i, "motif"))
          || strcmp (plt_referential_get (table, i, "marque"), "a-verifier") != 0
          || strpbrk (plt_referential_get (table, i, "formes"), "=!/") != NULL
          || strpbrk (word, "=!/|") != NULL
          || !g_hash_table_add (
              seen,
              g_strdup_printf ("%s %s %s", plt_referential_get (table, i, "langue"), word, code)))
        g_error ("row %u: “%s”", i, word);
    }
}

/* Sentences of the trade against the list that comes with the program, read by hand. */
static void
test_sentences (void)
{
  static const struct
  {
    const char *text, *words;
  } cases[] = {
    { "Le coup de feu de midi au café.", "" },
    { "Un coup de feu. Elle tire son revolver.", "Arme à feu; Revolver" },
    { "Le feu vert cligne, le feu rouge aussi.", "" },
    { "La maison est en feu.", "Feu" },
    { "Il lit un livre, elle livre bataille.", "Livre" },
    { "Elle montre la route. Sa montre s'arrête.", "Montre" },
    { "Pieds nus, il marche. Le mur est nu.", "" },
    { "La petite souris.", "" },
    { "Tu souris. Une souris passe.", "Souris" },
    { "Il perd son sang-froid, elle saigne.", "Faux sang" },
    { "Les chevaux de bois tournent, les chevaux hennissent.", "Cheval" },
    { "Il est en train de partir. Le train part.", "Train" },
    { "Il pose un lapin à Nora.", "" },
    { "Un verre. Une porte de verre.", "Verre" },
    { "Des voitures de police, des camions de pompiers.", "Voiture de police; Camion de pompiers" },
    { "De grands manteaux, des chapeaux.", "Manteau; Chapeau" },
    { "La lettre est dans la boîte aux lettres.", "Lettre; Boîte aux lettres" },
    { "L’avocat mange un avocat.", "Nourriture de jeu" },
    { "Une chute d’eau.", "" },
    { "Le vent tombe, la neige tombe.", "Vent; Neige" },
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "referentials",
                                                 PLT_WORD_LIST_REFERENTIAL ".tsv", NULL);
  g_autofree char *content = NULL;
  g_autoptr (PltWordList) list = NULL;
  g_autoptr (PltWords) words = plt_words_new ();

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  list = plt_word_list_load (content, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      guint n;

      plt_words_cut (words, cases[i].text);
      for (guint at = 0; at < plt_words_get_n (words); at += MAX (n, 1))
        {
          const PltWordEntry *entry;

          n = plt_word_list_match (list, PLT_LANGUAGE_FRENCH, words, at, FALSE, &entry);
          if (entry != NULL && !entry->hazard_only && strstr (found->str, entry->name) == NULL)
            g_string_append_printf (found, "%s%s", found->len > 0 ? "; " : "", entry->name);
        }
      if (!g_str_equal (found->str, cases[i].words))
        g_error ("“%s”: “%s”", cases[i].text, found->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proposals/find", test_find);
  g_test_add_func ("/proposals/children", test_children);
  g_test_add_func ("/proposals/accept", test_accept);
  g_test_add_func ("/proposals/refuse", test_refuse);
  g_test_add_func ("/proposals/two-ages", test_two_ages);
  g_test_add_func ("/proposals/shipped", test_shipped);
  g_test_add_func ("/proposals/sentences", test_sentences);
  g_test_add_func ("/proposals/language", test_language);
  g_test_add_func ("/proposals/many", test_many);
  g_test_add_func ("/proposals/empty", test_empty);
  return g_test_run ();
}
