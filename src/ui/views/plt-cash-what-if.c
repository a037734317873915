#include "plt-cash-what-if.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-table.h"

/* ---- names of marks ---- */

char *
plt_cash_key_of_event (const PltCashEvent *event)
{
  const gboolean own
      = g_strcmp0 (event->event, "signature") == 0 || g_strcmp0 (event->event, "task") == 0;

  return own ? g_strdup_printf ("event:%s:%" G_GINT64_FORMAT, event->event, event->ref.id)
             : g_strdup_printf ("event:%s", event->event);
}

char *
plt_cash_key_of_instalment (gint64 instalment)
{
  return g_strdup_printf ("instalment:%" G_GINT64_FORMAT, instalment);
}

/* The change that moves what the key names, by no day yet. */
static PltScenarioChangeFacts
change_of_key (const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, ":", 3);
  const guint n = g_strv_length (parts);
  PltScenarioChangeFacts change;

  if (n == 2 && g_str_equal (parts[0], "instalment"))
    {
      change = plt_cash_change ("versement-decale");
      change.instalment = g_ascii_strtoll (parts[1], NULL, 10);
    }
  else
    {
      change = plt_cash_change ("evenement-decale");
      if (n > 2 && g_str_equal (parts[1], "task"))
        change.task = g_ascii_strtoll (parts[2], NULL, 10);
      else if (n > 1)
        change.event = g_intern_string (parts[1]);
      if (n > 2 && g_str_equal (parts[1], "signature"))
        change.funding_source = g_ascii_strtoll (parts[2], NULL, 10);
    }
  change.offset_days = 0;
  return change;
}

PltRef
plt_cash_ref_of_key (const PltFacts *facts, const char *key)
{
  const PltScenarioChangeFacts change = change_of_key (key);

  if (change.instalment != 0)
    return (PltRef){ "instalment", change.instalment, NULL };
  if (change.task != 0)
    return (PltRef){ "task", change.task, NULL };
  if (change.funding_source != 0)
    return (PltRef){ "funding_source", change.funding_source, "date" };
  if (g_strcmp0 (change.event, "premier-jour") == 0
      || g_strcmp0 (change.event, "fin-tournage") == 0)
    for (guint i = 0; i < facts->days.n; i++)
      if (facts->days.items[i].schedule == facts->production.schedule)
        return (PltRef){ "shooting_day", facts->days.items[i].id, NULL };
  return (PltRef){ "production", facts->production.id, NULL };
}

static gboolean
same_text (const char *a, const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* Whether two changes are about the same thing, whatever they do to it. */
static gboolean
same_thing (const PltScenarioChangeFacts *a, const PltScenarioChangeFacts *b)
{
  return same_text (a->kind, b->kind) && same_text (a->event, b->event)
         && a->funding_source == b->funding_source && a->instalment == b->instalment
         && a->budget_line == b->budget_line && a->account == b->account
         && a->credit_line == b->credit_line && a->task == b->task;
}

static int
find_change (const GArray *changes, const PltScenarioChangeFacts *wanted)
{
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    if (same_thing (&g_array_index (changes, PltScenarioChangeFacts, i), wanted))
      return (int) i;
  return -1;
}

gint64
plt_cash_what_if_days (const GArray *changes, const char *key)
{
  const PltScenarioChangeFacts wanted = change_of_key (key);
  const int at = find_change (changes, &wanted);
  const gint64 days = at >= 0 ? g_array_index (changes, PltScenarioChangeFacts, at).offset_days : 0;

  return days != PLT_UNKNOWN ? days : 0;
}

void
plt_cash_what_if_move (GArray *changes, const char *key, const char *label, int days)
{
  PltScenarioChangeFacts change = change_of_key (key);
  const int at = find_change (changes, &change);

  change.label = label != NULL ? g_intern_string (label) : "";
  change.offset_days = plt_cash_what_if_days (changes, key) + days;
  if (at >= 0)
    g_array_remove_index (changes, (guint) at);
  if (change.offset_days != 0)
    g_array_append_val (changes, change);
}

static const char *
keep_text (GStringChunk *chunk, const char *text)
{
  return g_string_chunk_insert_const (chunk, text != NULL ? text : "");
}

GArray *
plt_cash_what_if_copy (const GArray *changes, GStringChunk *chunk)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (PltScenarioChangeFacts));

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      PltScenarioChangeFacts change = g_array_index (changes, PltScenarioChangeFacts, i);

      change.kind = keep_text (chunk, change.kind);
      change.label = keep_text (chunk, change.label);
      change.event = keep_text (chunk, change.event);
      change.note = keep_text (chunk, change.note);
      g_array_append_val (copy, change);
    }
  return copy;
}

static gboolean
same_change (const PltScenarioChangeFacts *a, const PltScenarioChangeFacts *b)
{
  return same_thing (a, b) && a->amount_cents == b->amount_cents && a->offset_days == b->offset_days
         && a->date == b->date;
}

gint64
plt_cash_find_scenario (const PltFacts *facts, const GArray *changes)
{
  for (guint i = 0; i < facts->scenarios.n; i++)
    {
      g_autoptr (GArray) own = NULL;
      guint same = 0;

      if (strcmp (facts->scenarios.items[i].kind, "tresorerie") != 0)
        continue;
      own = plt_cash_scenario_changes (facts, facts->scenarios.items[i].id);
      while (own->len == changes->len && same < own->len
             && same_change (&g_array_index (own, PltScenarioChangeFacts, same),
                             &g_array_index (changes, PltScenarioChangeFacts, same)))
        same++;
      if (own->len == changes->len && same == own->len)
        return facts->scenarios.items[i].id;
    }
  return 0;
}

/* ---- words ---- */

char *
plt_cash_day_text (PltDate date)
{
  g_autofree char *day = plt_date_format_day (date);
  const char *space = strchr (day, ' ');

  return g_strdup (space != NULL ? space + 1 : day);
}

static const char *
choice_title (const char *table, const char *column, const char *id)
{
  const PltColumn *found = plt_table_column (plt_table_find (table), column);

  for (guint i = 0; id != NULL && found->choices[i].id != NULL; i++)
    if (g_str_equal (found->choices[i].id, id))
      return _ (found->choices[i].title);
  return "";
}

/* "Canal Azur, first day" */
static char *
instalment_title (const PltFacts *facts, gint64 id)
{
  const PltInstalmentFacts *instalment
      = PLT_FACTS_FIND (facts->instalments, PltInstalmentFacts, id);
  const PltFundingFacts *source
      = instalment != NULL
            ? PLT_FACTS_FIND (facts->funding, PltFundingFacts, instalment->funding_source)
            : NULL;
  const char *label;

  if (instalment == NULL)
    return g_strdup ("");
  label = *instalment->label != '\0' ? instalment->label
                                     : choice_title ("instalment", "event", instalment->event);
  return source != NULL ? g_strdup_printf ("%s, %s", source->name, label) : g_strdup (label);
}

static char *
line_title (const PltFacts *facts, gint64 id)
{
  const PltLineFacts *line = PLT_FACTS_FIND (facts->lines, PltLineFacts, id);

  return g_strdup (line != NULL ? line->label : "");
}

/* What a change is about. */
static char *
change_subject (const PltFacts *facts, const PltScenarioChangeFacts *change)
{
  if (change->label != NULL && *change->label != '\0')
    return g_strdup (change->label);
  if (change->instalment != 0)
    return instalment_title (facts, change->instalment);
  if (change->budget_line != 0)
    return line_title (facts, change->budget_line);
  if (change->funding_source != 0)
    {
      const PltFundingFacts *source
          = PLT_FACTS_FIND (facts->funding, PltFundingFacts, change->funding_source);

      return g_strdup (source != NULL ? source->name : "");
    }
  if (change->credit_line != 0)
    {
      const PltCreditFacts *credit
          = PLT_FACTS_FIND (facts->credits, PltCreditFacts, change->credit_line);

      return g_strdup (credit != NULL ? credit->name : "");
    }
  if (change->task != 0)
    {
      const PltTaskFacts *task = PLT_FACTS_FIND (facts->tasks, PltTaskFacts, change->task);

      return g_strdup (task != NULL ? task->name : "");
    }
  if (change->event != NULL && *change->event != '\0')
    return g_strdup (choice_title ("scenario_change", "event", change->event));
  return g_strdup (choice_title ("scenario_change", "kind", change->kind));
}

char *
plt_cash_change_text (const PltFacts *facts, const PltScenarioChangeFacts *change)
{
  g_autofree char *subject = change_subject (facts, change);
  GString *text = g_string_new (subject);
  const gint64 days = change->offset_days;

  if (days != PLT_UNKNOWN && days > 0)
    g_string_append_printf (text, ngettext (": %d day later", ": %d days later", (gulong) days),
                            (int) days);
  else if (days != PLT_UNKNOWN && days < 0)
    g_string_append_printf (
        text, ngettext (": %d day earlier", ": %d days earlier", (gulong) -days), (int) -days);
  if (change->amount_cents != PLT_UNKNOWN && change->amount_cents != 0)
    {
      g_autofree char *amount = plt_money_format (change->amount_cents);

      g_string_append_printf (text, ", %s", amount);
    }
  if (change->date != PLT_DATE_NONE)
    {
      g_autofree char *date = plt_cash_day_text (change->date);

      g_string_append_printf (text, ", %s", date);
    }
  return g_string_free (text, FALSE);
}

char *
plt_cash_changes_text (const PltFacts *facts, const GArray *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *one
          = plt_cash_change_text (facts, &g_array_index (changes, PltScenarioChangeFacts, i));

      if (i > 0)
        g_string_append (text, " · ");
      g_string_append (text, one);
    }
  return g_string_free (text, FALSE);
}

char *
plt_cash_need_text (const PltCashPlan *plan)
{
  g_autofree char *need = plt_money_format (plan->need);
  g_autofree char *when = NULL;

  if (plan->need <= 0)
    return g_strdup (_ ("The balance never goes below zero"));
  when = plt_cash_day_text (plan->lowest_before_credits_date);
  /* Translators: what the production needs most at one moment, and the day */
  return g_strdup_printf (_ ("Greatest need %s on %s"), need, when);
}

char *
plt_cash_compare_text (const PltCashPlan *after, const PltCashPlan *before)
{
  g_autofree char *now = plt_cash_need_text (after);
  g_autofree char *need = plt_money_format (before->need);
  g_autofree char *when = plt_cash_day_text (before->lowest_before_credits_date);

  if (after->need == before->need
      && after->lowest_before_credits_date == before->lowest_before_credits_date)
    /* Translators: what the greatest need is, after something that did not change it */
    return g_strdup_printf (_ ("%s, as before"), now);
  if (before->need <= 0)
    return g_strdup_printf (_ ("%s instead of none"), now);
  /* Translators: "Greatest need 204 800,00 € on lun. 3 mai 2027" instead of an amount on a day */
  return g_strdup_printf (_ ("%s instead of %s on %s"), now, need, when);
}

char *
plt_cash_move_title (const PltFacts *facts, const PltCashPlan *plan, const PltCashMove *move)
{
  const PltCashPlanRow *row = plan->rows->pdata[move->row];

  if (g_strcmp0 (move->ref.table, "instalment") == 0)
    return instalment_title (facts, move->ref.id);
  if (g_strcmp0 (move->ref.table, "budget_line") == 0)
    return line_title (facts, move->ref.id);
  if (g_strcmp0 (move->ref.table, "cash_entry") == 0)
    {
      const PltCashFacts *entry = PLT_FACTS_FIND (facts->cash, PltCashFacts, move->ref.id);

      return g_strdup (entry != NULL ? entry->label : row->label);
    }
  return g_strdup (row->label);
}

const char *
plt_cash_state_title (PltCashState state)
{
  switch (state)
    {
    case PLT_CASH_REAL:
      return C_ ("state", "real");
    case PLT_CASH_SIGNED:
      return C_ ("state", "signed");
    case PLT_CASH_PLANNED:
    default:
      return C_ ("state", "planned");
    }
}

const char *
plt_cash_state_sign (PltCashState state)
{
  return state == PLT_CASH_REAL ? "✓" : state == PLT_CASH_SIGNED ? "◆" : "";
}

PltMoney
plt_cash_credit_cost (const PltCashPlan *plan)
{
  PltMoney cost = 0;

  for (guint i = 0; i < plan->credits->len; i++)
    {
      const PltMoney one = g_array_index (plan->credits, PltCashCredit, i).cost;

      if (one != PLT_UNKNOWN && !plt_money_add (cost, one, &cost))
        return G_MAXINT64;
    }
  return cost;
}

/* ---- the picture ---- */

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const PltCashLineMark *one = a, *two = b;

  return one->date != two->date ? (one->date < two->date ? -1 : 1) : strcmp (one->key, two->key);
}

static void
add_events (PltCashLine *line, const PltCashPlan *plan)
{
  for (guint i = 0; i < plan->events->len; i++)
    {
      const PltCashEvent *event = &g_array_index (plan->events, PltCashEvent, i);
      g_autofree char *key = plt_cash_key_of_event (event);

      if (event->date != PLT_DATE_NONE && plt_cash_line_find_mark (line, key) == NULL)
        plt_cash_line_add_mark (line, key, event->label, event->date,
                                event->base != PLT_DATE_NONE ? event->base : event->date, event->n);
    }
}

/* Where an instalment falls without what is tried. */
static PltDate
date_of_instalment (const PltCashPlan *plan, gint64 id)
{
  for (guint i = 0; i < plan->moves->len; i++)
    {
      const PltCashMove *move = &g_array_index (plan->moves, PltCashMove, i);

      if (move->ref.id == id && g_strcmp0 (move->ref.table, "instalment") == 0)
        return move->date;
    }
  return PLT_DATE_NONE;
}

static void
add_instalments (PltCashLine *line,
                 const PltFacts *facts,
                 const PltCashPlan *plan,
                 const PltCashPlan *base)
{
  for (guint i = 0; i < plan->moves->len; i++)
    {
      const PltCashMove *move = &g_array_index (plan->moves, PltCashMove, i);
      g_autofree char *key = NULL;
      g_autofree char *title = NULL;
      PltDate from;

      if (move->state == PLT_CASH_REAL || g_strcmp0 (move->ref.table, "instalment") != 0)
        continue;
      key = plt_cash_key_of_instalment (move->ref.id);
      if (plt_cash_line_find_mark (line, key) != NULL)
        continue;
      title = instalment_title (facts, move->ref.id);
      from = plan == base ? move->date : date_of_instalment (base, move->ref.id);
      plt_cash_line_add_mark (line, key, title, move->date,
                              from != PLT_DATE_NONE ? from : move->date, 1)
          ->small
          = TRUE;
    }
}

static void
add_credits (PltCashLine *line, const PltCashPlan *plan)
{
  for (guint i = 0; i < plan->credits->len; i++)
    {
      const PltCashCredit *credit = &g_array_index (plan->credits, PltCashCredit, i);
      PltDate from = credit->first, to = credit->last;

      if (from == PLT_DATE_NONE && credit->credit != NULL)
        from = credit->credit->from_date;
      if (to == PLT_DATE_NONE && credit->credit != NULL)
        to = credit->credit->to_date;
      plt_cash_line_add_credit (
          line, from != PLT_DATE_NONE ? from : plan->first, to != PLT_DATE_NONE ? to : plan->last,
          credit->limit != PLT_UNKNOWN ? credit->limit : credit->drawn_max, credit->label);
    }
}

PltCashLine *
plt_cash_line_of_plan (const PltFacts *facts,
                       const PltCashPlan *plan,
                       const PltCashPlan *base,
                       gboolean instalments)
{
  PltCashLine *line = plt_cash_line_new ();

  line->first = plan->first;
  line->last = MAX (plan->last, plan->first);
  line->opening = plan->opening;
  line->overdraft = plan->overdraft != PLT_UNKNOWN ? plan->overdraft : 0;
  line->lowest = plan->lowest_before_credits;
  line->lowest_date = plan->lowest_before_credits_date;
  for (guint i = 0; i < plan->moves->len; i++)
    {
      const PltCashMove *move = &g_array_index (plan->moves, PltCashMove, i);
      PltCashLineDay *day;

      plt_cash_line_add (line, move->date, move->amount);
      day = &g_array_index (line->days, PltCashLineDay, line->days->len - 1);
      if (move->date >= plan->first && (guint) (move->date - plan->first) < plan->n_days)
        day->bare = plan->bare[move->date - plan->first];
      if (move->state == PLT_CASH_REAL)
        line->real_until = MAX (line->real_until, move->date);
    }
  for (guint i = 0; i < plan->criticals->len; i++)
    {
      const PltCashCritical *critical = &g_array_index (plan->criticals, PltCashCritical, i);

      plt_cash_line_add_critical (line, critical->from, critical->to, critical->missing);
    }
  add_credits (line, plan);
  add_events (line, plan);
  if (instalments)
    add_instalments (line, facts, plan, base);
  g_array_sort (line->marks, compare_marks);
  return line;
}

/* ---- writing ---- */

static void
set_reference (PltBatch *batch, const char *column, gint64 id)
{
  if (id != 0 && id != PLT_UNKNOWN)
    plt_batch_set_integer (batch, column, id);
}

static void
set_number (PltBatch *batch, const char *column, gint64 number)
{
  if (number != PLT_UNKNOWN)
    plt_batch_set_integer (batch, column, number);
}

static void
add_change (PltBatch *batch, gint64 scenario, guint position, const PltScenarioChangeFacts *change)
{
  g_autofree char *date = change->date != PLT_DATE_NONE ? plt_date_to_iso (change->date) : NULL;

  plt_batch_insert (batch, "scenario_change");
  plt_batch_set_integer (batch, "scenario", scenario);
  plt_batch_set_integer (batch, "position", position);
  plt_batch_set_text (batch, "kind", change->kind);
  if (change->label != NULL && *change->label != '\0')
    plt_batch_set_text (batch, "label", change->label);
  set_reference (batch, "funding_source", change->funding_source);
  set_reference (batch, "instalment", change->instalment);
  set_reference (batch, "budget_line", change->budget_line);
  set_reference (batch, "account", change->account);
  set_reference (batch, "credit_line", change->credit_line);
  if (change->event != NULL && *change->event != '\0')
    plt_batch_set_text (batch, "event", change->event);
  set_reference (batch, "task", change->task);
  set_number (batch, "amount_cents", change->amount_cents);
  set_number (batch, "offset_days", change->offset_days);
  if (date != NULL)
    plt_batch_set_text (batch, "date", date);
  if (change->note != NULL && *change->note != '\0')
    plt_batch_set_text (batch, "note", change->note);
}

gint64
plt_cash_keep_new (PltBatch *batch, const PltFacts *facts, const char *name, const GArray *changes)
{
  const gint64 handle = plt_batch_insert (batch, "scenario");

  plt_batch_set_text (batch, "name", name);
  plt_batch_set_text (batch, "kind", "tresorerie");
  plt_batch_set_integer (batch, "position", facts->scenarios.n + 1);
  for (guint i = 0; i < changes->len; i++)
    add_change (batch, handle, i + 1, &g_array_index (changes, PltScenarioChangeFacts, i));
  return handle;
}

/* (nullable): what the scenario already says about the same thing. */
static const PltScenarioChangeFacts *
kept_change (const PltFacts *facts, gint64 scenario, const PltScenarioChangeFacts *change)
{
  for (guint i = 0; i < facts->scenario_changes.n; i++)
    {
      const PltScenarioChangeFacts *kept = &facts->scenario_changes.items[i];

      if (kept->scenario == scenario && same_thing (kept, change))
        return kept;
    }
  return NULL;
}

void
plt_cash_keep_in (PltBatch *batch, const PltFacts *facts, gint64 scenario, const GArray *changes)
{
  guint position = facts->scenario_changes.n;

  for (guint i = 0; i < changes->len; i++)
    {
      const PltScenarioChangeFacts *change = &g_array_index (changes, PltScenarioChangeFacts, i);
      const PltScenarioChangeFacts *kept = kept_change (facts, scenario, change);

      if (kept == NULL || kept->offset_days == PLT_UNKNOWN || change->offset_days == PLT_UNKNOWN)
        {
          add_change (batch, scenario, ++position, change);
          continue;
        }
      plt_batch_update (batch, "scenario_change", kept->id);
      plt_batch_set_integer (batch, "offset_days", kept->offset_days + change->offset_days);
    }
}

gint64
plt_cash_keep_copy (PltBatch *batch, const PltFacts *facts, gint64 scenario, const char *name)
{
  g_autoptr (GArray) changes = plt_cash_scenario_changes (facts, scenario);
  const PltScenarioFacts *from = PLT_FACTS_FIND (facts->scenarios, PltScenarioFacts, scenario);
  const gint64 handle = plt_batch_insert (batch, "scenario");

  plt_batch_set_text (batch, "name", name);
  plt_batch_set_text (batch, "kind", "tresorerie");
  plt_batch_set_integer (batch, "position", facts->scenarios.n + 1);
  if (from != NULL)
    {
      set_reference (batch, "budget", from->budget);
      plt_batch_set_text (batch, "note", from->note);
    }
  for (guint i = 0; i < changes->len; i++)
    add_change (batch, handle, i + 1, &g_array_index (changes, PltScenarioChangeFacts, i));
  return handle;
}

/* (nullable): the instalment a change moves, when it can be moved in the data. */
static const PltInstalmentFacts *
movable (const PltFacts *facts, const PltScenarioChangeFacts *change)
{
  const PltInstalmentFacts *instalment
      = g_strcmp0 (change->kind, "versement-decale") == 0 && change->offset_days != PLT_UNKNOWN
            ? PLT_FACTS_FIND (facts->instalments, PltInstalmentFacts, change->instalment)
            : NULL;

  return instalment != NULL && instalment->paid_date == PLT_DATE_NONE ? instalment : NULL;
}

gboolean
plt_cash_can_apply (const PltFacts *facts, const GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (movable (facts, &g_array_index (changes, PltScenarioChangeFacts, i)) == NULL)
      return FALSE;
  return changes->len > 0;
}

void
plt_cash_apply (PltBatch *batch, const PltFacts *facts, const GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const PltScenarioChangeFacts *change = &g_array_index (changes, PltScenarioChangeFacts, i);
      const PltInstalmentFacts *instalment = movable (facts, change);
      const gint64 days = change->offset_days;

      if (instalment == NULL)
        continue;
      plt_batch_update (batch, "instalment", instalment->id);
      if (instalment->date != PLT_DATE_NONE && instalment->invoice_date == PLT_DATE_NONE)
        {
          g_autofree char *date = plt_date_to_iso (instalment->date + (PltDate) days);

          plt_batch_set_text (batch, "date", date);
        }
      else
        plt_batch_set_integer (
            batch, "offset_days",
            (instalment->offset_days != PLT_UNKNOWN ? instalment->offset_days : 0) + days);
    }
}

static gboolean
is_taken (const PltFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->scenarios.n; i++)
    if (g_str_equal (facts->scenarios.items[i].name, name))
      return TRUE;
  return FALSE;
}

char *
plt_cash_scenario_name (const PltFacts *facts, const char *wish)
{
  char *name = g_strdup (wish);

  for (guint i = 2; is_taken (facts, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", wish, i);
    }
  return name;
}
