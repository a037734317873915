/* Lines that follow the plan and the engagements. The film: J1 Monday 12 and J2 Tuesday 13 April
 * 2027; Nora in both days, Milo on J2; ten extras on J1. */
#include "plt-budget-links.h"

#include <string.h>

#include "plt-paths.h"
#include "plt-test-film.h"

enum
{
  SCRIPTE = 20,
  GRIP,
  EDITOR,
  PLAYS_MILO,
};

static PltFacts *
new_film (void)
{
  static const char *const names[] = { "minima-3097", "minima-artistes", "temps-de-travail",
                                       "lettres-presence", "jours-feries" };
  PltFacts *facts = film_new ();

  facts->production.kind = "long-metrage";
  facts->production.territory = "metropole";
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("referentials/%s.tsv", names[i]);
      g_autofree char *content = plt_paths_read (path, NULL, NULL);
      PltReferentialFacts *kept
          = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, (gint64) i + 1);

      kept->name = names[i];
      kept->version = "1";
      kept->content = g_string_chunk_insert (facts->strings, content);
    }
  return facts;
}

static PltEngagementFacts *
engage (PltFacts *facts, gint64 id, const char *function, const char *unit, PltMoney rate)
{
  PltEngagementFacts *row = PLT_FACTS_ADD (facts->engagements, PltEngagementFacts, id);
  PltPersonFacts *person = PLT_FACTS_ADD (facts->people, PltPersonFacts, id);

  person->first_name = "Anne";
  person->last_name = "Lefur";
  person->phone = person->email = person->address = person->city = person->diet = "";
  person->birth_date = PLT_DATE_NONE;
  row->person = id;
  row->function = function;
  row->unit = unit;
  row->rate_cents = rate;
  row->from_date = row->to_date = PLT_DATE_NONE;
  row->guaranteed_days = row->drop_after = row->hmc_minutes = PLT_UNKNOWN;
  row->child_minutes = row->child_until_minutes = PLT_UNKNOWN;
  row->department = row->status = row->hold = row->child_permit = "";
  return row;
}

/* ---- what the store would do to the lines ---- */

static void
set_value (PltFacts *facts, PltLineFacts *line, const PltEditValue *value)
{
  static const struct
  {
    const char *column;
    gsize offset;
  } texts[] = {
    { "label", G_STRUCT_OFFSET (PltLineFacts, label) },
    { "quantity", G_STRUCT_OFFSET (PltLineFacts, quantity) },
    { "duration", G_STRUCT_OFFSET (PltLineFacts, duration) },
    { "unit", G_STRUCT_OFFSET (PltLineFacts, unit) },
    { "phase", G_STRUCT_OFFSET (PltLineFacts, phase) },
    { "payee", G_STRUCT_OFFSET (PltLineFacts, payee) },
    { "function", G_STRUCT_OFFSET (PltLineFacts, function) },
    { "scale", G_STRUCT_OFFSET (PltLineFacts, scale) },
    { "rate_formula", G_STRUCT_OFFSET (PltLineFacts, rate_formula) },
    { "link_quantity", G_STRUCT_OFFSET (PltLineFacts, link_quantity) },
    { "link_duration", G_STRUCT_OFFSET (PltLineFacts, link_duration) },
    { "link_rate", G_STRUCT_OFFSET (PltLineFacts, link_rate) },
  };
  static const struct
  {
    const char *column;
    gsize offset;
  } ids[] = {
    { "budget", G_STRUCT_OFFSET (PltLineFacts, budget) },
    { "account", G_STRUCT_OFFSET (PltLineFacts, account) },
    { "role", G_STRUCT_OFFSET (PltLineFacts, role) },
    { "engagement", G_STRUCT_OFFSET (PltLineFacts, engagement) },
    { "profile", G_STRUCT_OFFSET (PltLineFacts, profile) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (value->column->id, texts[i].column) == 0)
      G_STRUCT_MEMBER (const char *, line, texts[i].offset)
          = g_string_chunk_insert (facts->strings, value->value.text);
  if (strcmp (value->column->id, "rate_cents") == 0)
    line->rate_cents = PLT_UNKNOWN; /* nothing here sets another */
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (strcmp (value->column->id, ids[i].column) == 0)
      G_STRUCT_MEMBER (gint64, line, ids[i].offset) = value->value.integer;
}

static void
apply (PltFacts *facts, const PltBatch *batch)
{
  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);
      PltLineFacts *line = NULL;

      g_assert_cmpstr (edit->table->id, ==, "budget_line");
      if (edit->kind == PLT_EDIT_INSERT)
        {
          line = PLT_FACTS_ADD (facts->lines, PltLineFacts, 100 + facts->lines.n);
          line->code = line->times = line->event = line->note = "";
          line->mode = "numeraire";
          line->tax_credit = "a-decider";
          line->rate_cents = line->vat_e6 = line->offset_days = PLT_UNKNOWN;
          line->payment_date = PLT_DATE_NONE;
        }
      else
        line = (PltLineFacts *) PLT_FACTS_FIND (facts->lines, PltLineFacts, edit->id);
      g_assert_nonnull (line);
      for (guint v = 0; v < edit->values->len; v++)
        set_value (facts, line, &g_array_index (edit->values, PltEditValue, v));
    }
}

typedef struct
{
  PltPlan *plan;
  PltBudget *budget;
  GPtrArray *links;
} Found;

static void
found_clear (Found *self)
{
  g_ptr_array_unref (self->links);
  plt_budget_free (self->budget);
  plt_plan_free (self->plan);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

static Found
look (const PltFacts *facts)
{
  Found found;

  found.plan = plt_plan_new (facts, 0);
  found.budget = plt_budget_new (facts, 0, found.plan);
  found.links = plt_budget_find_links (found.budget, found.plan, facts);
  return found;
}

static const PltBudgetLink *
find (const Found *found, PltLinkKind kind, guint nth)
{
  for (guint i = 0; i < found->links->len; i++)
    {
      const PltBudgetLink *link = found->links->pdata[i];

      if (link->kind == kind && nth-- == 0)
        return link;
    }
  return NULL;
}

static const PltBudgetLine *
line_of (const Found *found, gint64 role, gint64 engagement, const char *phase)
{
  for (guint i = 0; i < found->budget->lines->len; i++)
    {
      const PltBudgetLine *line = found->budget->lines->pdata[i];

      if (line->line->role == role && line->line->engagement == engagement
          && strcmp (line->line->phase, phase) == 0)
        return line;
    }
  return NULL;
}

static void
add_all (PltFacts *facts)
{
  g_auto (Found) found = look (facts);
  g_autoptr (PltBatch) batch = plt_batch_new ();

  for (guint i = 0; i < found.links->len; i++)
    plt_budget_add_link (found.budget, found.links->pdata[i], batch);
  apply (facts, batch);
}

/* ---- roles ---- */

/* Nora and the background have their lines; Milo shoots one day of two, at 418,25. */
static void
test_role (void)
{
  g_autoptr (PltFacts) facts = new_film ();
  g_auto (Found) found = look (facts);
  const PltBudgetLink *milo = find (&found, PLT_LINK_ROLE, 0);

  g_assert_cmpuint (found.links->len, ==, 1);
  g_assert_cmpint (milo->role, ==, FILM_MILO);
  g_assert_cmpint (milo->account, ==, 4); /* 31: half of the shooting days */
  g_assert_cmpstr (milo->duration, ==, "jours(role)");
  g_assert_cmpstr (milo->rate_formula, ==, "bareme");
  g_assert_cmpint (milo->profile, ==, 1);
  g_assert_cmpint (milo->amount, ==, 41825);
}

/* Moving a strip moves the cost, before and after it was typed over and taken up again. */
static void
test_follows (void)
{
  g_autoptr (PltFacts) facts = new_film ();
  PltStripFacts *strip;
  PltLineFacts *milo;

  add_all (facts);
  {
    g_auto (Found) found = look (facts);

    g_assert_cmpuint (found.links->len, ==, 0); /* nothing is offered twice */
    g_assert_cmpint (line_of (&found, FILM_MILO, 0, "tournage")->amount, ==, 41825);
    g_assert_true (line_of (&found, FILM_MILO, 0, "tournage")->linked);
  }
  /* séquence 4, with Milo, comes to J1: a second day */
  strip = PLT_FACTS_ADD (facts->strips, PltStripFacts, 9);
  *strip = facts->strips.items[0];
  strip->id = 9;
  strip->sequence = 4;
  milo = &facts->lines.items[facts->lines.n - 1];
  {
    g_auto (Found) found = look (facts);

    g_assert_cmpint (line_of (&found, FILM_MILO, 0, "tournage")->amount, ==, 83650);
  }
  milo->duration = "5";
  milo->rate_cents = 50000; /* typed beside the formula of the link: it wins */
  {
    g_auto (Found) found = look (facts);
    g_autoptr (PltBatch) batch = plt_batch_new ();
    const gint64 other = 1;

    g_assert_true (line_of (&found, FILM_MILO, 0, "tournage")->overridden);
    g_assert_cmpint (line_of (&found, FILM_MILO, 0, "tournage")->amount, ==, 250000);
    g_assert_cmpuint (plt_budget_relink (found.budget, &other, 1, batch), ==, 0);
    g_assert_cmpuint (plt_budget_relink (found.budget, NULL, 0, batch), ==, 1);
    g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 1);
    apply (facts, batch);
  }
  {
    g_auto (Found) found = look (facts);

    g_assert_false (line_of (&found, FILM_MILO, 0, "tournage")->overridden);
    g_assert_cmpint (line_of (&found, FILM_MILO, 0, "tournage")->amount, ==, 83650);
  }
}

/* The engagement says how a role is paid. */
static void
test_engaged_role (void)
{
  static const struct
  {
    const char *unit, *hold;
    PltMoney rate;
    gint64 guaranteed;
    const char *duration, *rate_formula;
    PltMoney amount;
  } cases[] = {
    { "cachet", "", 60000, PLT_UNKNOWN, "jours(role)", "tarif(engagement)", 60000 },
    { "cachet", "", 60000, 3, "max(jours(role);3)", "tarif(engagement)", 180000 },
    { "cachet", "attente", PLT_UNKNOWN, PLT_UNKNOWN, "payes(role)", "bareme", 41825 },
    { "semaine", "", PLT_UNKNOWN, PLT_UNKNOWN, "semaines(role)", "bareme", 126670 },
    { "forfait", "", 900000, PLT_UNKNOWN, "1", "tarif(engagement)", 900000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = new_film ();
      PltEngagementFacts *engagement = engage (facts, PLAYS_MILO, "", cases[i].unit, cases[i].rate);
      const PltBudgetLink *milo;

      engagement->role = FILM_MILO;
      engagement->hold = cases[i].hold;
      engagement->guaranteed_days = cases[i].guaranteed;
      {
        g_auto (Found) found = look (facts);

        milo = find (&found, PLT_LINK_ROLE, 0);
        g_assert_cmpstr (milo->duration, ==, cases[i].duration);
        g_assert_cmpstr (milo->rate_formula, ==, cases[i].rate_formula);
        g_assert_cmpint (milo->amount, ==, cases[i].amount);
        g_assert_cmpstr (milo->label, ==, "MILO (Anne Lefur)");
        g_assert_cmpint (milo->engagement, ==, PLAYS_MILO);
      }
    }
}

static void
test_background (void)
{
  g_autoptr (PltFacts) facts = new_film ();
  const PltBudgetLink *extras;

  facts->lines.n = 2;
  {
    g_auto (Found) found = look (facts);

    extras = find (&found, PLT_LINK_BACKGROUND, 0);
    g_assert_cmpstr (extras->quantity, ==, "figurants");
    g_assert_cmpint (extras->amount, ==, 108330); /* ten at 108,33 */
  }
}

/* ---- crew ---- */

/* From 29 March to 23 April: ten days before, two of shooting, eight after (14 to 23 April). */
static void
test_crew (void)
{
  g_autoptr (PltFacts) facts = new_film ();
  PltEngagementFacts *scripte = engage (facts, SCRIPTE, "Scripte", "semaine", 150000);
  static const struct
  {
    const char *phase, *duration;
    PltMoney amount;
  } lines[] = {
    { "preparation", "preparation(engagement)", 300000 }, /* 2 weeks of 1 500,00 */
    { "tournage", "tournage(engagement)", 60000 },        /* 2/5 */
    { "finitions", "finitions(engagement)", 240000 },     /* 8/5 */
  };

  scripte->department = "mise-en-scene";
  scripte->from_date = plt_date_from_iso ("2027-03-29");
  scripte->to_date = plt_date_from_iso ("2027-04-23");
  {
    g_auto (Found) found = look (facts);

    for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
      {
        const PltBudgetLink *link = find (&found, PLT_LINK_CREW, i);

        g_assert_cmpstr (link->phase, ==, lines[i].phase);
        g_assert_cmpstr (link->duration, ==, lines[i].duration);
        g_assert_cmpint (link->amount, ==, lines[i].amount);
        g_assert_cmpstr (link->function, ==, "Scripte cinéma");
        g_assert_cmpint (link->account, ==, 1); /* 2: the film has no 23 */
      }
    g_assert_null (find (&found, PLT_LINK_CREW, 3));
  }
  add_all (facts);
  scripte->to_date = plt_date_from_iso ("2027-04-30"); /* a week more */
  {
    g_auto (Found) found = look (facts);

    g_assert_null (find (&found, PLT_LINK_CREW, 0));
    g_assert_cmpint (line_of (&found, 0, SCRIPTE, "finitions")->amount, ==, 390000);
  }
  /* the second day is shot a week later: two short weeks, and less time after */
  facts->days.items[1].date += 7;
  scripte->rate_cents = 160000;
  {
    g_auto (Found) found = look (facts);

    g_assert_cmpint (line_of (&found, 0, SCRIPTE, "finitions")->amount, ==, 256000);
    g_assert_cmpint (line_of (&found, 0, SCRIPTE, "tournage")->rate, ==, 160000);
  }
}

/* The line of the template that has the function is filled rather than doubled. */
static void
test_template (void)
{
  g_autoptr (PltFacts) facts = new_film ();
  PltLineFacts *line = PLT_FACTS_ADD (facts->lines, PltLineFacts, 77);

  *line = facts->lines.items[0];
  line->id = 77;
  line->label = "Machiniste de prise de vues";
  line->quantity = "1";
  line->duration = "0";
  engage (facts, GRIP, "Machiniste de prise de vues cinéma", "jour", PLT_UNKNOWN);
  {
    g_auto (Found) found = look (facts);
    const PltBudgetLink *grip = find (&found, PLT_LINK_CREW, 0);

    g_assert_cmpint (grip->line, ==, 77);
    g_assert_cmpstr (grip->rate_formula, ==, "bareme");
    g_assert_cmpint (grip->amount, ==, 44146); /* two days of 220,73 */
  }
}

/* J1 9 h to 19 h, J2 18 h to 27 h with their meals: the premiums follow the hours of the plan. */
static void
test_premiums (void)
{
  g_autoptr (PltFacts) facts = new_film ();
  PltMoney before;

  engage (facts, GRIP, "Machiniste de prise de vues cinéma", "semaine", PLT_UNKNOWN);
  add_all (facts);
  {
    g_auto (Found) found = look (facts);
    const PltBudgetLine *line = NULL;

    for (guint i = 0; i < found.budget->lines->len; i++)
      if (strstr (((const PltBudgetLine *) found.budget->lines->pdata[i])->line->rate_formula,
                  "majorations")
          != NULL)
        line = found.budget->lines->pdata[i];
    g_assert_nonnull (line);
    /* 17 hours less two fifths of 40; from 23 h to 27 h, after the meal, 4 x 0,5: 3 b */
    g_assert_cmpint (line->amount, ==, 7568);
    before = line->amount;
    g_assert_null (find (&found, PLT_LINK_PREMIUMS, 0));
  }
  facts->days.items[1].end_minutes += 60;
  {
    g_auto (Found) found = look (facts);
    const PltBudgetLine *line
        = plt_budget_find_line (found.budget, facts->lines.items[facts->lines.n - 1].id);

    g_assert_cmpint (line->amount, >, before);
  }
}

/* ---- names ---- */

static void
test_names (void)
{
  static const struct
  {
    const char *formula, *unit;
    gint64 e6;
    const char *says; /* what is wrong */
  } names[] = {
    { "payes(role)", "jour", 2000000, NULL },
    { "payes(\"MILO\")", "jour", 1000000, NULL },
    { "essayages(role)", "jour", 0, NULL },
    { "repetitions(\"PERSONNE\")", "jour", 0, "PERSONNE" },
    { "tournage(engagement)", "jour", 2000000, NULL },
    { "tournage(engagement)", "semaine", 400000, NULL },
    /* 2/5 of a week, 12 months to 52 weeks */
    { "tournage(engagement)", "mois", 92308, NULL },
    { "tournage(engagement)", "km", 0, "km" },
    { "tournage(\"Anne Lefur\")", "jour", 2000000, NULL },
    { "tournage(\"Jean Bon\")", "jour", 0, "Jean Bon" },
    { "preparation(engagement)", "jour", 0, "no first day" },
    { "finitions(engagement)", "jour", 0, "no last day" },
    { "tarif(engagement)", "semaine", 1500000000, NULL },
    { "tarif(engagement)", "jour", 300000000, NULL },
    { "tarif(engagement)", "mois", 0, "another unit" },
    { "bareme(\"Scripte\")", "semaine", 1310820000, NULL },
    { "majorations(\"Anne Lefur\")", "forfait", 112500000, NULL },
    { "majorations(fonction)", "forfait", 0, "Astronaute" },
  };
  g_autoptr (PltFacts) facts = new_film ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = NULL;
  PltLineFacts line = facts->lines.items[1];

  engage (facts, SCRIPTE, "Scripte", "semaine", 150000);
  line.engagement = SCRIPTE;
  budget = plt_budget_new (facts, 0, plan);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 e6 = 0;
      gboolean fine;

      line.unit = names[i].unit;
      line.function = strstr (names[i].formula, "fonction") != NULL ? "Astronaute" : "";
      fine = plt_budget_value (budget, &line, names[i].formula, &e6, &error);
      if (fine != (names[i].says == NULL)
          || (error != NULL && strstr (error->message, names[i].says) == NULL))
        g_error ("%s: %s", names[i].formula, error != NULL ? error->message : "is fine");
      g_assert_cmpint (e6, ==, names[i].e6);
    }
}

static void
test_scale (void)
{
  g_autoptr (PltFacts) facts = new_film ();
  g_autoptr (PltBatch) batch = plt_batch_new ();

  plt_budget_link_scale (1, "Scripte cinéma", "ann2_5j", "semaine", batch);
  apply (facts, batch);
  facts->lines.items[0].duration = "1";
  {
    g_auto (Found) found = look (facts);

    /* annexe II of the grid of 11 April 2025 for five days, 42 hours: 43,75 x 32,7705 */
    g_assert_cmpint (plt_budget_find_line (found.budget, 1)->rate, ==, 143371);
    g_assert_false (plt_budget_find_line (found.budget, 1)->overridden);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/budget-links/role", test_role);
  g_test_add_func ("/budget-links/follows", test_follows);
  g_test_add_func ("/budget-links/engaged-role", test_engaged_role);
  g_test_add_func ("/budget-links/background", test_background);
  g_test_add_func ("/budget-links/crew", test_crew);
  g_test_add_func ("/budget-links/template", test_template);
  g_test_add_func ("/budget-links/premiums", test_premiums);
  g_test_add_func ("/budget-links/names", test_names);
  g_test_add_func ("/budget-links/scale", test_scale);
  return g_test_run ();
}
