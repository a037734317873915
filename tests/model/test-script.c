/* plt-script.h and plt-issue.h: what readers and rules give. */
#include "plt-issue.h"
#include "plt-script.h"
#include "plt-table.h"

static void
test_script (void)
{
  g_autoptr (PltScript) script = plt_script_new ("fountain");
  const PltParagraph *paragraph;
  const PltScene *scene;
  const PltRemark *remark;

  g_assert_cmpstr (script->format, ==, "fountain");
  g_assert_cmpstr (script->title, ==, "");
  plt_script_add_paragraph (script, PLT_PARAGRAPH_TITLE, 1, "Title: La Passe", -1);
  plt_script_add_scene (script, 3);
  plt_script_add_paragraph (script, PLT_PARAGRAPH_HEADING, 3, "INT. CAFÉ - JOUR", -1);
  plt_script_add_paragraph (script, PLT_PARAGRAPH_ACTION, 5, "Nora entre. Elle", 11);
  plt_script_add_scene (script, 7);
  plt_script_add_paragraph (script, PLT_PARAGRAPH_HEADING, 7, "EXT. QUAI - NUIT", -1);
  plt_script_add_remark (script, PLT_REMARK_DROPPED, 9, "[[x", "Line %d was left out.", 9);
  plt_script_add_remark (script, PLT_REMARK_GUESSED, 0, NULL, "It looks like Fountain.");

  g_assert_cmpuint (script->paragraphs->len, ==, 4);
  paragraph = g_ptr_array_index (script->paragraphs, 0);
  g_assert_cmpint (paragraph->scene, ==, -1);
  paragraph = g_ptr_array_index (script->paragraphs, 2);
  g_assert_cmpint (paragraph->scene, ==, 0);
  g_assert_cmpstr (paragraph->text, ==, "Nora entre.");
  g_assert_cmpuint (paragraph->line, ==, 5);

  g_assert_cmpuint (script->scenes->len, ==, 2);
  scene = g_ptr_array_index (script->scenes, 0);
  g_assert_cmpuint (scene->first, ==, 1);
  g_assert_cmpuint (scene->n_paragraphs, ==, 2);
  g_assert_cmpstr (scene->sub_set, ==, "");
  scene = g_ptr_array_index (script->scenes, 1);
  g_assert_cmpuint (scene->first, ==, 3);
  g_assert_cmpuint (scene->n_paragraphs, ==, 1);
  g_assert_cmpuint (scene->line, ==, 7);

  remark = g_ptr_array_index (script->remarks, 0);
  g_assert_cmpstr (remark->message, ==, "Line 9 was left out.");
  g_assert_cmpstr (remark->text, ==, "[[x");
  remark = g_ptr_array_index (script->remarks, 1);
  g_assert_cmpstr (remark->text, ==, "");
}

static void
test_bare_heading (void)
{
  static const struct
  {
    const char *text, *number, *bare;
  } cases[] = {
    { "INT. CAFÉ - JOUR #12#", "12", "INT. CAFÉ - JOUR" },
    { "INT. CAFÉ - JOUR", "12", "INT. CAFÉ - JOUR" },
    { "12. INT. CAFÉ - JOUR", "12", "INT. CAFÉ - JOUR" },
    { "12A - INT. CAFÉ", "12A", "INT. CAFÉ" },
    { "12A - INT. CAFÉ", "12", "12A - INT. CAFÉ" },
    { "1212 RUE", "12", "1212 RUE" },
    { "#12#", "12", "" },
    { "12", "12", "12" },
    { "12.", "12", "" },
    { "INT. BAR #9", "9", "INT. BAR #9" },
    { "INT. BAR #", "", "INT. BAR #" },
    { "", "4", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize start, length;
      g_autofree char *bare = NULL;

      plt_heading_bare_range (cases[i].text, cases[i].number, &start, &length);
      bare = g_strndup (cases[i].text + start, length);
      g_assert_cmpstr (bare, ==, cases[i].bare);
    }
}

/* The kinds of paragraphs are the choices of script_block.kind, in the same order. */
static void
test_kinds (void)
{
  const PltColumn *column = plt_table_column (plt_table_find ("script_block"), "kind");
  guint n = 0;

  for (; column->choices[n].id != NULL; n++)
    {
      PltParagraphKind kind;

      g_assert_cmpstr (plt_paragraph_kind_id ((PltParagraphKind) n), ==, column->choices[n].id);
      g_assert_true (plt_paragraph_kind_find (column->choices[n].id, &kind));
      g_assert_cmpuint (kind, ==, n);
      g_assert_cmpstr (plt_paragraph_kind_title (kind), ==, plt_choice_title (&column->choices[n]));
      g_assert_false (plt_paragraph_kind_find ("shot", &kind));
    }
  g_assert_cmpuint (n, ==, PLT_PARAGRAPH_BONEYARD + 1);
}

static void
add_issue (GPtrArray *issues, const char *rule, PltSeverity severity, gint64 id, const char *column)
{
  PltRef ref = { "shooting_day", id, column };

  g_ptr_array_add (issues, plt_issue_new (rule, severity, ref, NULL, "%s %d", rule, (int) id));
}

static void
test_issues (void)
{
  static const char *const expected[] = { "b.e 1", "a.w 2", "a.w 10", "b.w 1", "a.i 1", "a.i 1" };
  g_autoptr (GPtrArray) issues = plt_issues_new ();
  g_autoptr (PltIssue) one
      = plt_issue_new ("plan.rest", PLT_SEVERITY_ERROR, (PltRef){ "person", 3, NULL },
                       "Code du travail L3131-1", "Repos de %d h", 9);

  g_assert_cmpstr (one->message, ==, "Repos de 9 h");
  g_assert_cmpstr (one->source, ==, "Code du travail L3131-1");
  g_assert_cmpstr (plt_severity_id (PLT_SEVERITY_INFO), ==, "info");
  g_assert_cmpstr (plt_severity_id (PLT_SEVERITY_WARNING), ==, "warning");
  g_assert_cmpstr (plt_severity_id (PLT_SEVERITY_ERROR), ==, "error");

  add_issue (issues, "a.i", PLT_SEVERITY_INFO, 1, "kind");
  add_issue (issues, "a.w", PLT_SEVERITY_WARNING, 10, NULL);
  add_issue (issues, "b.w", PLT_SEVERITY_WARNING, 1, NULL);
  add_issue (issues, "a.i", PLT_SEVERITY_INFO, 1, "date");
  add_issue (issues, "b.e", PLT_SEVERITY_ERROR, 1, NULL);
  add_issue (issues, "a.w", PLT_SEVERITY_WARNING, 2, NULL);
  plt_issues_sort (issues);
  for (guint i = 0; i < issues->len; i++)
    {
      const PltIssue *issue = g_ptr_array_index (issues, i);

      g_assert_cmpstr (issue->message, ==, expected[i]);
    }
  g_assert_cmpstr (((PltIssue *) g_ptr_array_index (issues, 4))->ref.column, ==, "date");
}

/* Only paper has pages to be looked up on. */
static void
test_paper_page (void)
{
  static const char *const formats[] = { "pdf", "fountain" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (PltScript) script = plt_script_new (formats[i]);

      plt_script_add_paragraph (script, PLT_PARAGRAPH_ACTION, 5, "Nora entre.", -1)->page = 1;
      plt_script_add_paragraph (script, PLT_PARAGRAPH_ACTION, 60, "Milo sort.", -1)->page = 2;
      g_assert_cmpuint (plt_script_paper_page (script, 5), ==, i == 0 ? 1 : 0);
      g_assert_cmpuint (plt_script_paper_page (script, 60), ==, i == 0 ? 2 : 0);
      g_assert_cmpuint (plt_script_paper_page (script, 61), ==, 0);
      g_assert_cmpuint (plt_script_paper_page (script, 0), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/script/build", test_script);
  g_test_add_func ("/script/paper-page", test_paper_page);
  g_test_add_func ("/script/kinds", test_kinds);
  g_test_add_func ("/model/script/bare-heading", test_bare_heading);
  g_test_add_func ("/issue/sort", test_issues);
  return g_test_run ();
}
