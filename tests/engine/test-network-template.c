/* The templates that come with the program: each is sound and, from a PAD, gives dates that make
 * sense; a few counted by hand. Templates with a fault are refused, and say which. */
#include "plt-error.h"
#include "plt-network-template.h"

#include <string.h>

#define HEAD                                                                                       \
  "genre\tcode\tphase\tlibelle\tequipe\tduree\tmini\tmaxi\tunite\tjalon\tplacement\tapres\n"

static PltNetworkTemplates *
load (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "referentials",
                                                 "retroplannings.tsv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  PltNetworkTemplates *templates;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  templates = plt_network_templates_parse (text, &error);
  g_assert_no_error (error);
  return templates;
}

static int
row_of (const PltNetworkTemplate *template, const char *code)
{
  for (guint i = 0; i < template->rows->len; i++)
    if (g_str_equal (g_array_index (template->rows, PltNetworkTemplateRow, i).code, code))
      return (int) i;
  return -1;
}

/* 25 and 26 December 2026, when the most of the features are in their shoot. */
static const PltNetworkSpan closed[] = { { 20812, 20812 }, { 20813, 20813 } };

static void
test_kinds (void)
{
  static const char *const kinds[] = { "long-metrage",  "unitaire",  "serie",   "documentaire",
                                       "court-metrage", "captation", "festival" };
  g_autoptr (PltNetworkTemplates) templates = load ();

  g_assert_cmpuint (templates->kinds->len, ==, G_N_ELEMENTS (kinds));
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const PltNetworkTemplate *template = plt_network_templates_find (templates, kinds[k]);

      g_assert_nonnull (template);
      g_assert_cmpuint (template->rows->len, >=, 15);
      g_assert_cmpuint (template->links->len, >=, template->rows->len - 5);
      for (guint i = 0; i < template->rows->len; i++)
        {
          const PltNetworkTemplateRow *row
              = &g_array_index (template->rows, PltNetworkTemplateRow, i);

          /* Each figure says where it is from, and nothing is passed off as read. */
          g_assert_cmpuint (strlen (row->source), >, 5);
          g_assert_true (strlen (row->confidence) == 1
                         && strchr ("ABCD", *row->confidence) != NULL);
          if (row->is_sourced)
            g_assert_null (strstr (row->source, "usage"));
          g_assert_cmpuint (strlen (row->team), >, 2);
        }
    }
  g_assert_null (plt_network_templates_find (templates, "clip"));
}

/* Each kind from a PAD on Friday 25 June 2027: the anchor is there, what leads to it is before,
 * nothing is missed, no task on a closed day, phases follow each other. */
static void
test_from_the_pad (void)
{
  static const PltNetworkCalendar calendar
      = { "France", PLT_NETWORK_MONDAY_TO_FRIDAY, closed, G_N_ELEMENTS (closed), NULL, 0 };
  g_autoptr (PltNetworkTemplates) templates = load ();
  PltDate pad = plt_date_from_ymd (2027, 6, 25);

  for (guint k = 0; k < templates->kinds->len; k++)
    {
      const PltNetworkTemplate *template = templates->kinds->pdata[k];
      g_autoptr (PltNetworkDraft) draft = plt_network_template_draft (template, pad, &calendar, 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (PltNetwork) network = plt_network_new (&draft->input, &error);
      g_autoptr (PltNetworkPlan) plan = NULL;
      g_autoptr (GPtrArray) issues = plt_issues_new ();
      g_autoptr (GPtrArray) paths = NULL;
      int shoot = row_of (template, "tournage"), lock = row_of (template, "image-arretee");

      g_assert_no_error (error);
      g_test_message ("%s", template->kind);
      plan = plt_network_schedule (network);
      plt_network_check (network, plan, issues);
      for (guint i = 0; i < issues->len; i++)
        g_test_message ("%s", ((const PltIssue *) issues->pdata[i])->message);
      g_assert_cmpuint (issues->len, ==, 0);
      g_assert_cmpint (plan->tasks[template->anchor].start, ==, pad);
      g_assert_true (plan->tasks[template->anchor].critical);
      g_assert_cmpint (plan->finish, >, pad);
      g_assert_cmpint (plan->finish, <, pad + 420);
      g_assert_cmpint (plan->start, <, pad - 60);
      g_assert_cmpint (plan->start, >, pad - 5 * 366);
      for (guint i = 0; i < template->rows->len; i++)
        {
          const PltNetworkTemplateRow *row
              = &g_array_index (template->rows, PltNetworkTemplateRow, i);

          g_assert_cmpint (plan->tasks[i].slack, >=, 0);
          g_assert_true (plt_network_is_open (network, i, plan->tasks[i].start));
          if (!row->early)
            g_assert_cmpint (plan->tasks[i].finish, <=, pad);
        }
      for (guint i = 0; i < template->links->len; i++)
        g_assert_cmpuint (plan->links[i] & (PLT_NETWORK_BROKEN | PLT_NETWORK_IGNORED), ==, 0);
      if (shoot >= 0 && lock >= 0)
        g_assert_cmpint (plan->tasks[shoot].finish, <, plan->tasks[lock].start);
      paths = plt_network_critical_paths (network, plan);
      g_assert_cmpuint (paths->len, >, 0);
    }
}

#define ASSERT_DAY(plan, code, field, month, number)                                               \
  do                                                                                               \
    {                                                                                              \
      int at = row_of (template, code);                                                            \
      g_autofree char *got = plt_date_to_iso ((plan)->tasks[MAX (at, 0)].field);                   \
      g_autofree char *want = plt_date_to_iso (plt_date_from_ymd (2027, month, number));           \
      g_assert_cmpint (at, >=, 0);                                                                 \
      g_assert_cmpstr (got, ==, want);                                                             \
    }                                                                                              \
  while (0)

/* The short film backwards from Friday 25 June 2027, without holidays, by hand: masters 2 days, a
 * mix of 3 days, sound of 7 days, so the picture is locked on the evening of 9 June; 15 days of
 * editing and 2 of loading before that, and 6 of shooting. */
static void
test_short_film (void)
{
  g_autoptr (PltNetworkTemplates) templates = load ();
  const PltNetworkTemplate *template = plt_network_templates_find (templates, "court-metrage");
  g_autoptr (PltNetworkDraft) draft
      = plt_network_template_draft (template, plt_date_from_ymd (2027, 6, 25), NULL, 0);
  g_autoptr (PltNetwork) network = plt_network_new (&draft->input, NULL);
  g_autoptr (PltNetworkPlan) plan = plt_network_schedule (network);

  ASSERT_DAY (plan, "pad", start, 6, 25);
  ASSERT_DAY (plan, "masters", start, 6, 24);
  ASSERT_DAY (plan, "masters", finish, 6, 25);
  ASSERT_DAY (plan, "mixage", start, 6, 21);
  ASSERT_DAY (plan, "mixage", finish, 6, 23);
  ASSERT_DAY (plan, "montage-son", start, 6, 10);
  ASSERT_DAY (plan, "montage-son", finish, 6, 18);
  ASSERT_DAY (plan, "image-arretee", start, 6, 9);
  ASSERT_DAY (plan, "montage", start, 5, 20);
  ASSERT_DAY (plan, "montage", finish, 6, 9);
  ASSERT_DAY (plan, "synchro", start, 5, 18);
  ASSERT_DAY (plan, "tournage", start, 5, 10);
  ASSERT_DAY (plan, "tournage", finish, 5, 17);
  ASSERT_DAY (plan, "debut-tournage", start, 5, 10);
  ASSERT_DAY (plan, "cloture", start, 6, 28);
}

/* A festival that opens after Friday 25 June 2027: contracts 90 days before, tickets 150. */
static void
test_festival (void)
{
  g_autoptr (PltNetworkTemplates) templates = load ();
  const PltNetworkTemplate *template = plt_network_templates_find (templates, "festival");
  g_autoptr (PltNetworkDraft) draft
      = plt_network_template_draft (template, plt_date_from_ymd (2027, 6, 25), NULL, 0);
  g_autoptr (PltNetwork) network = plt_network_new (&draft->input, NULL);
  g_autoptr (PltNetworkPlan) plan = plt_network_schedule (network);

  ASSERT_DAY (plan, "ouverture", start, 6, 25);
  ASSERT_DAY (plan, "balances", start, 6, 25);
  ASSERT_DAY (plan, "manifestation", start, 6, 26); /* a Saturday */
  /* At the end of 25 June less 30 days: 26 May. */
  ASSERT_DAY (plan, "declaration", start, 5, 26);
  /* less 150 days, at the beginning of a day: 27 January. */
  ASSERT_DAY (plan, "ouverture-billetterie", start, 1, 27);
}

static const struct
{
  const char *name, *text, *says;
  int code;
} faults[] = {
  { "twice",
    "a\tx\ttournage\tX\tÉ\t1\t1\t1\touvre\t\t\t\na\tx\ttournage\tX\tÉ\t1\t1\t1\touvre\t\t\t\n",
    "twice", PLT_ERROR_INVALID },
  { "unknown",
    "a\tx\ttournage\tX\tÉ\t1\t1\t1\touvre\t\t\ty\na\tp\ttournage\tP\tÉ\t0\t0\t0\touvre\tancre\t\tx"
    "\n",
    "“y”", PLT_ERROR_INVALID },
  { "circle",
    "a\tx\ttournage\tX\tÉ\t1\t1\t1\touvre\t\t\tp\na\tp\ttournage\tP\tÉ\t0\t0\t0\touvre\tancre\t\tx"
    "\n",
    "X → P → X", PLT_ERROR_CONFLICT },
  { "no anchor", "a\tx\ttournage\tX\tÉ\t1\t1\t1\touvre\t\t\t\n", "anchor", PLT_ERROR_INVALID },
  { "two anchors",
    "a\tp\ttournage\tP\tÉ\t0\t0\t0\touvre\tancre\t\t\na\tq\ttournage\tP\tÉ\t0\t0\t0\touvre\tancre\t"
    "\t\n",
    "anchor", PLT_ERROR_INVALID },
  { "loose",
    "a\tx\ttournage\tX\tÉ\t1\t1\t1\touvre\t\t\t\na\tp\ttournage\tP\tÉ\t0\t0\t0\touvre\tancre\t\t\n",
    "nothing comes after", PLT_ERROR_INVALID },
  { "phase", "a\tx\tailleurs\tX\tÉ\t1\t1\t1\touvre\t\t\t\n", "phase", PLT_ERROR_INVALID },
  { "range", "a\tx\ttournage\tX\tÉ\t5\t6\t9\touvre\t\t\t\n", "range", PLT_ERROR_INVALID },
  { "number", "a\tx\ttournage\tX\tÉ\tdeux\t1\t9\touvre\t\t\t\n", "whole days", PLT_ERROR_INVALID },
  { "milestone", "a\tx\ttournage\tX\tÉ\t3\t3\t3\touvre\tfin\t\t\n", "milestone",
    PLT_ERROR_INVALID },
  { "kind",
    "a\tx\ttournage\tX\tÉ\t1\t1\t1\touvre\t\t\t\na\tp\ttournage\tP\tÉ\t0\t0\t0\touvre\tancre\t\tx "
    "ZZ+3\n",
    "ZZ+3", PLT_ERROR_INVALID },
  { "lag",
    "a\tx\ttournage\tX\tÉ\t1\t1\t1\touvre\t\t\t\na\tp\ttournage\tP\tÉ\t0\t0\t0\touvre\tancre\t\tx "
    "FD+\n",
    "FD+", PLT_ERROR_INVALID },
  { "no name", "a\tx\ttournage\t\tÉ\t1\t1\t1\touvre\t\t\t\n", "name", PLT_ERROR_INVALID },
};

static void
test_faults (void)
{
  g_autoptr (PltNetworkTemplates) empty = plt_network_templates_parse ("", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, faults[i].text, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", faults[i].name);
      g_assert_null (plt_network_templates_parse (text, &error));
      g_assert_error (error, PLT_ERROR, faults[i].code);
      g_assert_nonnull (strstr (error->message, faults[i].says));
    }
  g_assert_cmpuint (empty->kinds->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-template/kinds", test_kinds);
  g_test_add_func ("/network-template/from-the-pad", test_from_the_pad);
  g_test_add_func ("/network-template/short-film", test_short_film);
  g_test_add_func ("/network-template/festival", test_festival);
  g_test_add_func ("/network-template/faults", test_faults);
  return g_test_run ();
}
