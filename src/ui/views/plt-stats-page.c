#include "plt-stats-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-breakdown.h"
#include "plt-chronology.h"
#include "plt-effect-swatch.h"
#include "plt-number.h"
#include "plt-time.h"

struct _PltStatsPage
{
  GtkWidget parent_instance;

  PltSession *session;

  GtkWidget *scroller;
  GtkWidget *figures; /* the few that matter most */
  GtkWidget *blocks;  /* a table each */
};

G_DEFINE_FINAL_TYPE (PltStatsPage, plt_stats_page, GTK_TYPE_WIDGET)

static const struct
{
  PltEffectClass effect;
  const char *code;
  const char *title;
} effects[] = {
  { PLT_EFFECT_INT_DAY, "I/J", N_ ("Interior, day") },
  { PLT_EFFECT_INT_NIGHT, "I/N", N_ ("Interior, night and evening") },
  { PLT_EFFECT_EXT_DAY, "E/J", N_ ("Exterior, day") },
  { PLT_EFFECT_EXT_NIGHT, "E/N", N_ ("Exterior, night and evening") },
  { PLT_EFFECT_DAWN, "A", N_ ("Dawn") },
  { PLT_EFFECT_DUSK, "C", N_ ("Dusk") },
  { PLT_EFFECT_NONE, "", N_ ("Without an effect") },
};

/* ---- the table of effects ---- */

/* A titled table; the words of its first column stand at the left, figures at the right. */
static GtkWidget *
new_block (PltStatsPage *self, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *table = gtk_grid_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group-heading");
  gtk_widget_add_css_class (label, "flush");
  gtk_grid_set_column_spacing (GTK_GRID (table), 16);
  gtk_grid_set_row_spacing (GTK_GRID (table), 4);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), table);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_flow_box_append (GTK_FLOW_BOX (self->blocks), box);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
  return table;
}

static void
put (GtkWidget *table, int x, int y, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), x == 1 ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (table), label, x, y, 1, 1);
}

static void
put_heads (GtkWidget *table, const char *const *heads)
{
  for (int i = 0; heads[i] != NULL; i++)
    put (table, i + 1, 0, heads[i], "stats-head");
}

static char *
share_text (gint64 part, gint64 whole)
{
  g_autofree char *number = plt_number_format (plt_per_mille (part, whole), 1, 1);

  return g_strconcat (number, PLT_NNBSP "%", NULL);
}

static void
put_measure (GtkWidget *table,
             int y,
             const char *title,
             const PltMeasure *measure,
             const PltMeasure *total,
             const char *css_class)
{
  g_autofree char *n = g_strdup_printf ("%u", measure->n);
  g_autofree char *pages = plt_eighths_format (measure->eighths);
  g_autofree char *page_share = share_text (measure->eighths, total->eighths);
  g_autofree char *seconds = plt_seconds_format (measure->seconds);
  g_autofree char *second_share = share_text (measure->seconds, total->seconds);
  const char *const texts[] = { title, n, pages, page_share, seconds, second_share };

  for (int i = 0; i < (int) G_N_ELEMENTS (texts); i++)
    put (table, i + 1, y, texts[i], css_class);
}

static void
add_effects (PltStatsPage *self, const PltBreakdownStats *stats)
{
  const char *const heads[]
      = { _ ("Effect"), _ ("Sequences"), _ ("Pages"), "", _ ("Screen time"), "", NULL };
  GtkWidget *table = new_block (self, _ ("By effect"));
  int y = 1;

  put_heads (table, heads);
  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    {
      const PltMeasure *measure = &stats->effects[effects[i].effect];
      GtkWidget *swatch;

      if (measure->n == 0 && i >= 4) /* the four of every film stand even when empty */
        continue;
      swatch = plt_effect_swatch_new ("", "");
      plt_effect_swatch_set_class (PLT_EFFECT_SWATCH (swatch), effects[i].effect, effects[i].code);
      gtk_grid_attach (GTK_GRID (table), swatch, 0, y, 1, 1);
      put_measure (table, y++, _ (effects[i].title), measure, &stats->total,
                   measure->n == 0 ? "dim-label" : NULL);
    }
  put_measure (table, y, _ ("Total"), &stats->total, &stats->total, "stats-total");
}

/* ---- the three timings, and what was announced ---- */

static void
put_timing (GtkWidget *table, int y, const char *title, const char *total, const char *rest)
{
  put (table, 1, y, title, NULL);
  put (table, 2, y, total, NULL);
  put (table, 3, y, rest, "dim-label");
}

static void
put_announced (PltStatsPage *self, GtkWidget *table, int y, const PltBreakdownStats *stats)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltIssue *issue = plt_session_find_issue (self->session, "production", facts->production.id,
                                                  "target_seconds");
  gint64 target = facts->production.target_seconds;
  g_autofree char *announced = NULL;
  g_autofree char *deviation = NULL;
  GtkWidget *sentence;

  if (target == PLT_UNKNOWN || target <= 0)
    {
      put_timing (table, y, _ ("Announced length"), "—", _ ("not given yet"));
      return;
    }
  announced = plt_seconds_format (target);
  {
    g_autofree char *share = share_text (ABS (stats->total.seconds - target), target);
    const char *sign = stats->total.seconds < target ? "−" : "+";

    /* Translators: how far the screen time is from the announced length: "+4,2 %" */
    deviation = g_strdup_printf (_ ("now %s%s"), sign, share);
  }
  put_timing (table, y, _ ("Announced length"), announced, deviation);
  if (issue == NULL)
    return;
  sentence = gtk_label_new (issue->message);
  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (sentence), 40);
  gtk_label_set_xalign (GTK_LABEL (sentence), 0);
  gtk_widget_add_css_class (sentence, "warning-text");
  gtk_grid_attach (GTK_GRID (table), sentence, 1, y + 1, 3, 1);
}

static void
add_timings (PltStatsPage *self, const PltBreakdownStats *stats)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  GtkWidget *table = new_block (self, _ ("Timing"));
  gint64 totals[3] = { 0 };
  guint missing[3] = { 0 };
  guint n = stats->total.n;
  const char *const titles[]
      = { _ ("Script supervisor"), _ ("Automatic estimate"), _ ("Shooting time") };

  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];
      const gint64 values[]
          = { sequence->premin_seconds, sequence->estimate_seconds, sequence->shooting_minutes };

      for (guint j = 0; j < G_N_ELEMENTS (values) && !plt_sequence_is_cut (sequence); j++)
        if (values[j] != PLT_UNKNOWN)
          totals[j] += values[j];
        else
          missing[j]++;
    }
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *total = missing[i] == n ? g_strdup ("—") /* nothing is no zero */
                               : i < 2         ? plt_seconds_format (totals[i])
                                               : plt_duration_format (totals[i]);
      g_autofree char *rest
          = missing[i] > 0 ? g_strdup_printf (
                ngettext ("%u sequence missing", "%u sequences missing", missing[i]), missing[i])
                           : g_strdup (_ ("complete"));

      put_timing (table, i, titles[i], total, rest);
    }
  put_announced (self, table, 3, stats);
}

/* ---- by story day, by what is sensitive, by department ---- */

static void
add_story_days (PltStatsPage *self, const PltBreakdownStats *stats)
{
  const char *const heads[]
      = { _ ("Story day"), _ ("Sequences"), _ ("Pages"), "", _ ("Screen time"), "", NULL };
  g_autoptr (GPtrArray) groups = plt_chronology_new (plt_session_get_facts (self->session));
  GtkWidget *table = new_block (self, _ ("By story day"));

  put_heads (table, heads);
  for (guint i = 0; i < groups->len; i++)
    {
      const PltStoryGroup *group = g_ptr_array_index (groups, i);
      PltMeasure measure = { 0 };

      for (guint j = 0; j < group->sequences->len; j++)
        plt_measure_add (&measure, g_ptr_array_index (group->sequences, j));
      put_measure (table, (int) i + 1,
                   *group->name != '\0' ? group->name : _ ("Without a story day"), &measure,
                   &stats->total, NULL);
    }
}

static void
add_hazards (PltStatsPage *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltChoice *choice = plt_table_column (plt_table_find ("sequence"), "hazards")->choices;
  GtkWidget *table = new_block (self, _ ("Sensitive points"));
  int y = 0;

  for (; choice->id != NULL; choice++)
    {
      guint n = 0;
      g_autoptr (GString) numbers = g_string_new (NULL);

      for (guint i = 0; i < facts->sequences.n; i++)
        {
          g_auto (GStrv) ids = g_strsplit (facts->sequences.items[i].hazards, ",", -1);

          if (plt_sequence_is_cut (&facts->sequences.items[i])
              || !g_strv_contains ((const char *const *) ids, choice->id))
            continue;
          g_string_append_printf (numbers, "%s%s", n > 0 ? ", " : "",
                                  facts->sequences.items[i].number);
          n++;
        }
      if (n > 0)
        {
          g_autofree char *count = g_strdup_printf ("%u", n);
          GtkWidget *where = gtk_label_new (numbers->str);

          put (table, 1, y, plt_choice_title (choice), NULL);
          put (table, 2, y, count, NULL);
          gtk_label_set_xalign (GTK_LABEL (where), 0);
          gtk_label_set_wrap (GTK_LABEL (where), TRUE);
          gtk_label_set_width_chars (GTK_LABEL (where), 40);
          gtk_label_set_max_width_chars (GTK_LABEL (where), 72);
          gtk_widget_add_css_class (where, "dim-label");
          gtk_grid_attach (GTK_GRID (table), where, 3, y++, 1, 1);
        }
    }
  if (y == 0)
    put (table, 1, 0, _ ("No sequence has one."), "dim-label");
}

static void
add_departments (PltStatsPage *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltProgress *progress = plt_session_get_progress (self->session);
  GtkWidget *table = new_block (self, _ ("Breakdown by department"));
  int y = 0;

  for (guint i = 0; i < facts->categories.n; i++)
    {
      const PltCategoryFacts *category = &facts->categories.items[i];
      PltBoxCount count = plt_progress_of_category (progress, category->id);
      guint done = count.filled + count.nothing;
      g_autofree char *text = NULL;
      GtkWidget *bar;

      if (count.n == 0 || !plt_progress_counts (category))
        continue;
      text = g_strdup_printf ("%u/%u", done, count.n);
      bar = gtk_level_bar_new_for_interval (0, count.n);
      gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), done);
      gtk_widget_set_size_request (bar, 90, -1);
      gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
      plt_a11y_set_name (bar, text);
      put (table, 1, y, category->name, NULL);
      gtk_grid_attach (GTK_GRID (table), bar, 2, y, 1, 1);
      put (table, 3, y++, text, done == count.n ? NULL : "dim-label");
    }
}

/* ---- the other figures ---- */

static void
add_figure (PltStatsPage *self, const char *title, const char *figure, const char *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *const texts[] = { title, figure, detail };
  const char *const classes[] = { "sheet-label", "tile-figure", "dim-label" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *label = gtk_label_new (texts[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, classes[i]);
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_flow_box_append (GTK_FLOW_BOX (self->figures), box);
}

/* How the length of the film is known: what has none first, else what the scripte has not timed. */
static char *
timing_text (PltStatsPage *self, const PltBreakdownStats *stats)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  guint estimated = 0;

  if (stats->total.n_untimed > 0)
    return g_strdup_printf (ngettext ("%u sequence without a timing",
                                      "%u sequences without a timing", stats->total.n_untimed),
                            stats->total.n_untimed);
  for (guint i = 0; i < facts->sequences.n; i++)
    if (facts->sequences.items[i].premin_seconds == PLT_UNKNOWN
        && !plt_sequence_is_cut (&facts->sequences.items[i]))
      estimated++;
  if (estimated == 0)
    return g_strdup (_ ("all sequences are timed"));
  return g_strdup_printf (
      ngettext ("with %u sequence estimated", "with %u sequences estimated", estimated), estimated);
}

static void
fill_figures (PltStatsPage *self, const PltBreakdownStats *stats)
{
  g_autofree char *night = share_text (stats->night.eighths, stats->total.eighths);
  g_autofree char *night_pages = plt_eighths_format (stats->night.eighths);
  g_autofree char *night_text = g_strdup_printf (_ ("%s pages"), night_pages);
  g_autofree char *outside = share_text (stats->outside.eighths, stats->total.eighths);
  g_autofree char *outside_pages = plt_eighths_format (stats->outside.eighths);
  g_autofree char *outside_text = g_strdup_printf (_ ("%s pages"), outside_pages);
  g_autofree char *sets = g_strdup_printf ("%u", stats->n_sets);
  g_autofree char *sub_sets = g_strdup_printf (
      ngettext ("%u part of a set", "%u parts of sets", stats->n_sub_sets), stats->n_sub_sets);
  g_autofree char *roles = g_strdup_printf ("%u", stats->n_roles);
  g_autofree char *timing = timing_text (self, stats);
  g_autofree char *length = plt_seconds_format (stats->total.seconds);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->figures)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->figures), child);
  add_figure (self, _ ("Screen time"), length, timing);
  add_figure (self, _ ("Night"), night, night_text);
  add_figure (self, _ ("Outdoors"), outside, outside_text);
  add_figure (self, _ ("Sets"), sets, sub_sets);
  add_figure (self, _ ("Roles"), roles, "");
  for (child = gtk_widget_get_first_child (self->figures); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
}

void
plt_stats_page_refresh (PltStatsPage *self)
{
  PltBreakdownStats stats;
  GtkWidget *child;

  g_return_if_fail (PLT_IS_STATS_PAGE (self));

  plt_breakdown_stats (plt_session_get_facts (self->session), &stats);
  fill_figures (self, &stats);
  while ((child = gtk_widget_get_first_child (self->blocks)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->blocks), child);
  add_effects (self, &stats);
  add_timings (self, &stats);
  add_story_days (self, &stats);
  add_hazards (self);
  add_departments (self);
}

GtkWidget *
plt_stats_page_new (PltSession *session)
{
  PltStatsPage *self = g_object_new (PLT_TYPE_STATS_PAGE, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
plt_stats_page_dispose (GObject *object)
{
  PltStatsPage *self = PLT_STATS_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_stats_page_parent_class)->dispose (object);
}

static void
plt_stats_page_class_init (PltStatsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_stats_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-stats-page");
}

static GtkWidget *
new_flow (guint least, guint most, const char *name)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), least);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), most);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 24);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 16);
  gtk_widget_set_hexpand (flow, TRUE);
  gtk_widget_set_valign (flow, GTK_ALIGN_START);
  plt_a11y_set_name (flow, name);
  return flow;
}

static void
plt_stats_page_init (PltStatsPage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  self->figures = new_flow (3, 5, _ ("The film in figures"));
  self->blocks = new_flow (1, 3, _ ("Statistics"));
  gtk_widget_add_css_class (content, "sheet-content");
  gtk_box_append (GTK_BOX (content), self->figures);
  gtk_box_append (GTK_BOX (content), self->blocks);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), content);
  gtk_widget_set_focusable (self->scroller, TRUE); /* the arrows scroll it */
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
