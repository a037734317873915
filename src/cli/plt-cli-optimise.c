/* schedule FILE weights: what the optimiser weighs; schedule FILE optimise: what it offers.
 *
 * Two searches with two seeds run in two threads, whatever the machine, and the better one is
 * taken: with --moves the answer is the same everywhere. With --seconds the number of moves is
 * measured first, and printed, so that the answer can be had again. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cli.h"
#include "plt-load.h"
#include "plt-paths.h"
#include "plt-plan-optimise.h"
#include "plt-plan-version.h"
#include "plt-today.h"

#define N_THREADS 2
#define TRIAL_MOVES 100000 /* to learn how fast this machine is */
#define MAX_SECONDS 3600
#define MAX_ISSUES 12 /* of the checks, printed */

static PltPlanWeights *
load_weights (const PltFacts *facts, GError **error)
{
  g_autofree char *shipped
      = plt_paths_read ("referentials/" PLT_PLAN_WEIGHTS_REFERENTIAL ".tsv", NULL, error);

  return shipped != NULL ? plt_plan_weights_new (facts, shipped) : NULL;
}

static void
print_weights (PltCli *cli, const PltPlanWeights *weights)
{
  for (guint i = 0; i < weights->items->len; i++)
    {
      const PltPlanWeight *weight = weights->items->pdata[i];
      g_autofree char *value = plt_plan_weight_format (weight);
      g_autofree char *line = g_strdup_printf ("%s\t%s\t%s\t%s\n", weight->code, value,
                                               weight->own ? "*" : "", weight->title);

      plt_cli_print (cli, line);
    }
}

PLT_CLI_COMMAND (plt_cli_schedule_weights)
{
  gboolean write = args->words->len > 2 && plt_cli_option (args, "dry-run") == NULL;
  g_autoptr (PltStore) store
      = plt_cli_open (cli, plt_cli_word (args, 0), write ? PLT_OPEN_WRITE : PLT_OPEN_READ, error);
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, error) : NULL;
  g_autoptr (PltPlanWeights) weights = facts != NULL ? load_weights (facts, error) : NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();

  if (weights == NULL)
    return FALSE;
  for (guint i = 2; i < args->words->len; i++)
    {
      const char *word = plt_cli_word (args, i), *sign = strchr (word, '=');
      g_autofree char *code = sign != NULL ? g_strndup (word, (gsize) (sign - word)) : NULL;

      if (sign == NULL)
        return plt_cli_usage (error, _ ("“%s” is not a weight. Write CODE=VALUE."), word);
      if (!plt_plan_weights_parse (weights, code, sign + 1, error))
        return FALSE;
    }
  plt_plan_weights_write (weights, facts, batch);
  if (write && plt_batch_get_n_edits (batch) > 0
      && !plt_store_apply (store, _ ("Change weights"), NULL, batch, NULL, error))
    return FALSE;
  print_weights (cli, weights);
  return TRUE;
}

/* ---- optimise ---- */

typedef struct
{
  PltOptimiser *optimiser;
  guint64 seed, moves; /* moves: 0 while seconds decide */
  gint64 until;        /* monotonic; G_MAXINT64: the moves decide */
  guint64 done;
  PltShootPlan plan;
} Search;

static gboolean
is_over (gpointer data)
{
  const Search *self = data;

  return g_get_monotonic_time () >= self->until;
}

static gpointer
search (gpointer data)
{
  Search *self = data;

  if (self->moves == 0)
    {
      gint64 start = g_get_monotonic_time ();
      guint64 tried;
      gint64 spent, left;

      tried = plt_optimiser_trial (self->optimiser, self->seed, TRIAL_MOVES, is_over, self);
      spent = MAX (g_get_monotonic_time () - start, 1);
      left = self->until - start - spent;

      /* a tenth of the time is for the small steps at the end */
      self->moves = MAX (tried * (guint64) MAX (left, 1) / (guint64) spent * 9 / 10, TRIAL_MOVES);
    }
  self->done = plt_optimiser_search (self->optimiser, self->seed, self->moves, is_over, NULL, self,
                                     &self->plan);
  return NULL;
}

typedef struct
{
  guint64 seed, moves, seconds;
  PltOptimiseOptions options;
} Wanted;

static gboolean
read_number (const PltCliArgs *args, const char *name, guint64 most, guint64 *value, GError **error)
{
  const char *text = plt_cli_option (args, name);

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, most, value, NULL))
    return plt_cli_usage (error, _ ("--%s wants a number from 1 to %u."), name, (guint) most);
  return TRUE;
}

static gboolean
read_kind (const char *text, PltOfferKind *kind, GError **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  *kind = PLT_OFFER_BALANCED;
  for (guint i = 0; i < PLT_OFFER_N_KINDS; i++)
    {
      if (text == NULL || strcmp (text, plt_offer_kind_id ((PltOfferKind) i)) == 0)
        {
          *kind = text == NULL ? PLT_OFFER_BALANCED : (PltOfferKind) i;
          return TRUE;
        }
      g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", plt_offer_kind_id ((PltOfferKind) i));
    }
  return plt_cli_usage (error, _ ("“%s” is no kind of plan. Write one of: %s."), text, ids->str);
}

static gboolean
read_wanted (const PltCliArgs *args, Wanted *wanted, GError **error)
{
  const char *from = plt_cli_option (args, "from");

  *wanted = (Wanted){ 1, 0, 10, PLT_OPTIMISE_DEFAULTS };
  wanted->options.today = plt_today ();
  if (plt_cli_option (args, "scratch") != NULL)
    {
      wanted->options.effort = PLT_SHOOT_SCRATCH;
      wanted->options.unstable = TRUE;
    }
  wanted->options.other_units = plt_cli_option (args, "other-units") != NULL;
  return (from == NULL || plt_date_parse (from, &wanted->options.today, error))
         && read_kind (plt_cli_option (args, "kind"), &wanted->options.kind, error)
         && read_number (args, "seed", G_MAXINT32, &wanted->seed, error)
         && read_number (args, "moves", G_MAXINT32, &wanted->moves, error)
         && read_number (args, "seconds", MAX_SECONDS, &wanted->seconds, error);
}

/* Both threads; @moves (out): of the better one. */
static PltOffer *
look (PltOptimiser *optimiser, const Wanted *wanted, guint64 *moves)
{
  Search searches[N_THREADS];
  GThread *threads[N_THREADS];
  PltShootPlan plans[N_THREADS];
  guint best;

  for (guint i = 0; i < N_THREADS; i++)
    {
      searches[i] = (Search){ .optimiser = optimiser,
                              .seed = wanted->seed + i,
                              .moves = wanted->moves,
                              .until = wanted->moves > 0
                                           ? G_MAXINT64
                                           : g_get_monotonic_time ()
                                                 + (gint64) wanted->seconds * G_USEC_PER_SEC };
      threads[i] = g_thread_new ("optimise", search, &searches[i]);
    }
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_thread_join (threads[i]);
      plans[i] = searches[i].plan;
    }
  best = plt_optimiser_pick (optimiser, plans, N_THREADS);
  *moves = searches[best].done;
  return plt_optimiser_offer (optimiser, &plans[best]);
}

static void print (PltCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
print (PltCli *cli, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list list;

  va_start (list, format);
  text = g_strdup_vprintf (format, list);
  va_end (list);
  plt_cli_print (cli, text);
}

static char *
format_signed (gint64 amount)
{
  g_autofree char *text = plt_money_format (ABS (amount));

  return g_strdup_printf ("%s%s", amount > 0 ? "+" : amount < 0 ? "−" : "", text);
}

static void
print_moves (PltCli *cli, const PltOffer *offer)
{
  if (offer->moves->len == 0)
    print (cli, "%s\n", _ ("No better plan was found: nothing to move."));
  for (guint i = 0; i < offer->moves->len; i++)
    {
      const PltOfferMove *move = offer->moves->pdata[i];
      g_autofree char *amount = format_signed (-move->money);

      print (cli, "%u. %s\n   %s\t%s\n", i + 1, move->what, amount, move->reason);
    }
}

static void
print_account (PltCli *cli, const PltOffer *offer, const PltShootCost *after)
{
  print (cli, "\n%s\t%s\t%s\n", _ ("Account"), _ ("before"), _ ("after"));
  for (guint t = 0; t < PLT_SHOOT_N_TERMS; t++)
    {
      g_autofree char *one = plt_money_format (offer->before.term[t]);
      g_autofree char *two = plt_money_format (after->term[t]);

      if (t == PLT_SHOOT_TERM_BROKEN)
        print (cli, "%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\n",
               plt_shoot_term_title ((PltShootTerm) t), offer->before.units, after->units);
      else if (offer->before.term[t] != 0 || after->term[t] != 0)
        print (cli, "%s\t%s\t%s\n", plt_shoot_term_title ((PltShootTerm) t), one, two);
    }
}

static void
print_figures (PltCli *cli, const PltOffer *offer)
{
  const PltOfferFigures *one = &offer->figures_before, *two = &offer->figures_after;
  const struct
  {
    const char *title;
    guint before, after;
  } rows[] = {
    { _ ("Shooting days"), one->days, two->days },
    { _ ("Nights"), one->nights, two->nights },
    { _ ("Company moves in the day"), one->day_moves, two->day_moves },
    { _ ("Changes of place overnight"), one->night_moves, two->night_moves },
    { _ ("Kilometres"), one->km, two->km },
    { _ ("Days worked by roles"), one->role_days, two->role_days },
    { _ ("Days of waiting of roles"), one->waiting, two->waiting },
    { _ ("Returns to sets"), one->returns, two->returns },
    { _ ("Sequences on no day"), one->unplaced, two->unplaced },
    { _ ("Strips moved"), 0, two->moved },
  };

  print (cli, "\n%s\t%s\t%s\n", _ ("Figures"), _ ("before"), _ ("after"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    print (cli, "%s\t%u\t%u\n", rows[i].title, rows[i].before, rows[i].after);
}

static void
print_breaches (PltCli *cli, const GPtrArray *breaches)
{
  if (breaches->len > 0)
    print (cli, "\n%s\n", _ ("Rules that it breaks, and what stands against mending them:"));
  for (guint i = 0; i < breaches->len; i++)
    {
      const PltOfferBreach *breach = breaches->pdata[i];

      print (cli, "- %s\n", breach->text);
      for (guint j = 0; j < breach->conflicts->len; j++)
        print (cli, "    %s\n", (const char *) breach->conflicts->pdata[j]);
    }
}

static void
print_rest (PltCli *cli, const PltOffer *offer)
{
  print (cli, "\n%s\n", _ ("What the checks of the plan de travail find in it:"));
  print (cli,
         ngettext ("%u grave finding, %u before.", "%u grave findings, %u before.",
                   offer->n_errors_after),
         offer->n_errors_after, offer->n_errors_before);
  print (cli, "\n");
  for (guint i = 0; i < MIN (offer->issues->len, MAX_ISSUES); i++)
    print (cli, "- %s\n", ((const PltIssue *) offer->issues->pdata[i])->message);
  if (offer->issues->len > MAX_ISSUES)
    {
      print (cli, _ ("and %u more: “plateau-cli check” lists them."),
             offer->issues->len - MAX_ISSUES);
      print (cli, "\n");
    }
  if (offer->notes->len > 0)
    print (cli, "\n%s\n", _ ("What was assumed:"));
  for (guint i = 0; i < offer->notes->len; i++)
    print (cli, "- %s\n", (const char *) offer->notes->pdata[i]);
}

/* "all", "none", "1,3-5": of @n moves. */
static gboolean
read_accepted (const char *text, guint n, gboolean *accepted, GError **error)
{
  /* of nothing g_strsplit() makes no word: an empty one is refused below */
  g_auto (GStrv) words = g_strsplit (*text != '\0' ? text : ",", ",", -1);

  for (guint i = 0; i < n; i++)
    accepted[i] = strcmp (text, "all") == 0;
  if (strcmp (text, "all") == 0 || strcmp (text, "none") == 0)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) ends = g_strsplit (words[i], "-", 2);
      guint64 first = 0, last = 0;

      if (ends[0] == NULL || !g_ascii_string_to_unsigned (ends[0], 10, 1, n, &first, NULL)
          || !g_ascii_string_to_unsigned (ends[1] != NULL ? ends[1] : ends[0], 10, first, n, &last,
                                          NULL))
        return plt_cli_usage (
            error, _ ("“%s” is not a list of the %u moves. Write all, none, or 1,3-5."), text, n);
      for (guint64 j = first; j <= last; j++)
        accepted[j - 1] = TRUE;
    }
  return TRUE;
}

/* @store (nullable): where to write; nothing is, without */
static gboolean
take (PltCli *cli, PltStore *store, const PltOffer *offer, const char *words, GError **error)
{
  g_autofree gboolean *accepted = g_new0 (gboolean, MAX (offer->moves->len, 1));
  g_autofree PltShootCost *after = g_new (PltShootCost, 1);
  g_autoptr (GPtrArray) breaches = plt_offer_breaches_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();

  if (!read_accepted (words, offer->moves->len, accepted, error))
    return FALSE;
  plt_offer_preview (offer, accepted, after, breaches);
  print_account (cli, offer, after);
  print_breaches (cli, breaches);
  if (store == NULL)
    return TRUE;
  plt_offer_batch (offer, accepted, batch);
  return plt_batch_get_n_edits (batch) == 0
         || plt_store_apply (store, _ ("Optimise the plan"), NULL, batch, NULL, error);
}

static gboolean
refuse_frozen (const PltFacts *facts, gint64 schedule, gboolean dry, GError **error)
{
  g_autofree char *sentence = NULL;

  if (dry || !plt_schedule_is_frozen (facts, schedule))
    return FALSE;
  sentence = plt_schedule_frozen_sentence (
      PLT_FACTS_FIND (facts->schedules, PltScheduleFacts, schedule));
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT, sentence);
  return TRUE;
}

PLT_CLI_COMMAND (plt_cli_schedule_optimise)
{
  gboolean dry = plt_cli_option (args, "dry-run") != NULL;
  const char *name = plt_cli_option (args, "plan"), *accept = plt_cli_option (args, "accept");
  Wanted wanted;
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltPlanWeights) weights = NULL;
  g_autoptr (PltOptimiser) optimiser = NULL;
  g_autoptr (PltOffer) offer = NULL;
  gint64 schedule;
  guint64 moves;

  if (!read_wanted (args, &wanted, error))
    return FALSE;
  store = plt_cli_open (cli, plt_cli_word (args, 0), dry ? PLT_OPEN_READ : PLT_OPEN_WRITE, error);
  facts = store != NULL ? plt_facts_load (store, error) : NULL;
  weights = facts != NULL ? load_weights (facts, error) : NULL;
  if (weights == NULL)
    return FALSE;
  schedule = facts->production.schedule;
  if (name != NULL)
    {
      const PltScheduleFacts *row
          = plt_schedule_find (facts, name, PLT_SCHEDULE_WORD_VERSION, error);

      if (row == NULL)
        return FALSE;
      schedule = row->id;
    }
  if (refuse_frozen (facts, schedule, dry, error))
    return FALSE;
  optimiser = plt_optimiser_new (facts, schedule, weights, &wanted.options, error);
  if (optimiser == NULL)
    return FALSE;
  offer = look (optimiser, &wanted, &moves);
  print_moves (cli, offer);
  print_figures (cli, offer);
  if (!take (cli, dry ? NULL : store, offer, accept != NULL ? accept : "all", error))
    return FALSE;
  print_rest (cli, offer);
  print (cli, "\n");
  print (cli, _ ("The best that was found with %u moves from seed %u."), (guint) moves,
         (guint) wanted.seed);
  print (cli, "\n");
  return TRUE;
}
