/* What a drag on the board costs, on a feature of 150 séquences and 45 days with 300 lines of
 * devis: the preview of one target; and one whole frame, in a window of 1366 x 768: the pointer
 * moves to another place, what that would change is asked, the other days get their share of the
 * frame, and all is drawn with Cairo. Processor time of this process, against what a frame of the
 * screen allows; fails when a frame is above it. */
#include "config.h"

#include <time.h>

#include "plt-board-private.h"
#include "plt-check.h"
#include "plt-test-production.h"

#define N_LINES 300
#define N_ROLES 40 /* lines of the devis that follow the days of a role */
#define N_MOVES 200
#define N_FRAMES 120
#define WIDTH 1136 /* of the board in that window, without the sidebar */
#define HEIGHT 590
#define FRAME 0.016

static double
now (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

static char *
chunk (PltFacts *facts, const char *format, guint number)
{
  char text[32];

  g_snprintf (text, sizeof text, "%s%u", format, number);
  return g_string_chunk_insert (facts->strings, text);
}

static void
add_budget (PltFacts *facts)
{
  PltBudgetFacts *budget = PLT_FACTS_ADD (facts->budgets, PltBudgetFacts, 1);
  PltProfileFacts *profile = PLT_FACTS_ADD (facts->profiles, PltProfileFacts, 1);

  facts->production.budget = 1;
  budget->name = "Devis";
  budget->template_name = budget->status = "";
  budget->overheads_base = budget->contingency_base = budget->producer_base = "postes-1-9";
  budget->financial_base = "postes-1-9";
  budget->overheads_mode = budget->contingency_mode = budget->producer_mode = "numeraire";
  budget->financial_mode = "numeraire";
  budget->producer_account = budget->financial_account = budget->note = "";
  budget->producer_e6 = budget->financial_e6 = budget->ceiling_cents = PLT_UNKNOWN;
  budget->date = PLT_DATE_NONE;
  budget->overheads_e6 = 70000;
  budget->contingency_e6 = 100000;
  profile->code = profile->name = "artiste";
  profile->employer_e6 = 559000;
  profile->account = "4";
  profile->method = "global";
  profile->deduction = "";
  profile->accident_e6 = profile->mobility_e6 = PLT_UNKNOWN;
  for (guint i = 1; i <= 60; i++)
    {
      PltAccountFacts *account = PLT_FACTS_ADD (facts->accounts, PltAccountFacts, i);

      account->budget = 1;
      account->code = account->name = chunk (facts, "", i < 10 ? i : i / 6 * 10 + i % 6);
      account->parent = i < 10 ? 0 : i % 9 + 1;
      account->mark = "cnc";
    }
  for (guint i = 1; i <= N_LINES; i++)
    {
      PltLineFacts *line = PLT_FACTS_ADD (facts->lines, PltLineFacts, i);

      line->budget = 1;
      line->account = i % 60 + 1;
      line->code = line->event = line->note = "";
      line->times = line->rate_formula = line->payee = line->function = line->scale = "";
      line->link_quantity = line->link_duration = line->link_rate = "";
      line->label = chunk (facts, "Ligne ", i);
      line->quantity = "1";
      line->duration = i <= N_ROLES ? "jours(role)" : i % 3 == 0 ? "jours_tournage * 2" : "3,5";
      line->unit = "jour";
      line->rate_cents = 30000 + i;
      line->phase = "tournage";
      line->mode = "numeraire";
      line->profile = i % 2;
      line->role = i <= N_ROLES && i <= facts->elements.n ? facts->elements.items[i - 1].id : 0;
      line->vat_e6 = line->offset_days = PLT_UNKNOWN;
      line->tax_credit = "oui";
      line->payment_date = PLT_DATE_NONE;
    }
}

/* ---- a board without a store ---- */

#define BENCH_TYPE_MODEL (bench_model_get_type ())
G_DECLARE_FINAL_TYPE (BenchModel, bench_model, BENCH, MODEL, GObject)

struct _BenchModel
{
  GObject parent_instance;

  const PltBoardState *state;
  PltBoardWhatIf *what_if;
};

static void bench_model_board_init (PltBoardModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BenchModel,
                               bench_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_BOARD_MODEL, bench_model_board_init))

static const PltBoardState *
get_state (PltBoardModel *model)
{
  return BENCH_MODEL (model)->state;
}

static PltBoardPreview *
preview (PltBoardModel *model, const PltBoardMove *move)
{
  return plt_board_what_if_move (BENCH_MODEL (model)->what_if, move);
}

static void
bench_model_board_init (PltBoardModelInterface *iface)
{
  iface->get_state = get_state;
  iface->preview = preview;
}

static void
bench_model_class_init (BenchModelClass *klass)
{
}

static void
bench_model_init (BenchModel *self)
{
}

/* ---- measures ---- */

static double
measure_previews (const PltBoardState *state, PltBoardWhatIf *what_if, double *worst)
{
  const PltBoardStrip *strips[N_MOVES];
  double began;
  guint n = 0, n_changes = 0;

  for (guint lane = 1; lane < state->lanes->len; lane++)
    for (int i = 0; i < plt_board_lane_n (state, (int) lane) && n < N_MOVES; i++)
      if (!plt_board_state_strip (state, (int) lane, i)->locked)
        strips[n++] = plt_board_state_strip (state, (int) lane, i);
  began = now ();
  for (guint i = 0; i < N_MOVES; i++)
    {
      PltBoardMove move = { &strips[i % n]->key,
                            1,
                            { (int) (i * 7 % (state->lanes->len - 1)) + 1, (int) i % 3 } };
      double start = now ();
      g_autoptr (PltBoardPreview) found = plt_board_what_if_move (what_if, &move);

      *worst = MAX (*worst, now () - start);
      n_changes += found->changes->len;
    }
  g_assert_cmpuint (n_changes, >, N_MOVES / 2);
  return (now () - began) / N_MOVES;
}

/* All that is on the board, as the screen gets it. */
static void
draw (PltBoard *board, cairo_t *cr)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  plt_board_snapshot (GTK_WIDGET (board), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
}

static double
measure_frames (PltBoard *board, double *worst)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PltBoardRect rect = plt_board_geometry_rect (&board->geometry, (PltBoardCoord){ 1, 0 });
  double sum = 0;

  draw (board, cr);
  g_assert_true (plt_board_drag_press (board, rect.x + 200, rect.y + 4));
  plt_board_drag_motion (board, rect.x + 220, rect.y + 20);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double start = now ();

      plt_board_drag_motion (board, rect.x + 220 + (int) i, 20 + (int) (i * 31 % (HEIGHT - 40)));
      plt_board_drag_frame (board);
      draw (board, cr);
      *worst = MAX (*worst, now () - start);
      sum += now () - start;
    }
  plt_board_drag_cancel (board);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return sum / N_FRAMES;
}

int
main (void)
{
  g_autoptr (PltFacts) facts = plt_test_production (1, PLT_SOURCE_DATADIR "/referentials");
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltBoardState) state = NULL;
  g_autoptr (PltBoardWhatIf) what_if = NULL;
  g_autoptr (BenchModel) model = NULL;
  GtkWidget *window, *board;
  double mean, once, worst = 0, began, frame, slowest = 0;

  gtk_init ();
  add_budget (facts);
  plan = plt_plan_new (facts, 0);
  state = plt_board_state_new (facts, plan, NULL);
  what_if = plt_board_what_if_new (facts, state, 0);
  mean = measure_previews (state, what_if, &worst);

  began = now ();
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GPtrArray) issues = plt_check_all (facts);

      g_assert_nonnull (issues);
    }
  once = (now () - began) / 20;

  model = g_object_new (BENCH_TYPE_MODEL, NULL);
  model->state = state;
  model->what_if = what_if;
  window = gtk_window_new ();
  board = plt_board_new (PLT_BOARD_MODEL (model));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), board);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 200 && PLT_BOARD (board)->geometry.height == 0; i++)
    {
      g_usleep (5000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  frame = measure_frames (PLT_BOARD (board), &slowest);
  gtk_window_destroy (GTK_WINDOW (window));

  g_print ("%u séquences, %u days\n", facts->sequences.n, plan->days->len);
  g_print ("preview of a drag / frame of 16 ms: %.3f (worst %.3f)\n", mean / FRAME, worst / FRAME);
  g_print ("preview of a drag / plt_check_all: %.2f\n", mean / once);
  g_print ("whole frame of a drag / frame of 16 ms: %.3f (worst %.3f)\n", frame / FRAME,
           slowest / FRAME);
  return frame <= FRAME ? 0 : 1;
}
