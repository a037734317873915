#include "plt-test-tax.h"

#include <string.h>

#include "plt-paths.h"

void
plt_test_tax_keep (PltFacts *facts)
{
  static const char *const names[]
      = { "credit-impot-taux",     "credit-impot-tranches", "credit-impot-depenses",
          "credit-impot-dossiers", "financement-groupes",   "financement-regles",
          "minima-artistes",       "cotisations-2026",      "fenetres" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("referentials/%s.tsv", names[i]);
      g_autofree char *content = plt_paths_read (path, NULL, NULL);
      PltReferentialFacts *kept
          = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, (gint64) i + 1);

      g_assert_nonnull (content);
      kept->name = names[i];
      kept->version = "";
      kept->content = g_string_chunk_insert (facts->strings, content);
    }
}

void
plt_test_tax_replace (PltFacts *facts, const char *name, const char *content)
{
  for (guint i = 0; i < facts->referentials.n; i++)
    if (strcmp (facts->referentials.items[i].name, name) == 0)
      facts->referentials.items[i].content = g_string_chunk_insert (facts->strings, content);
}

static void
add_role (PltFacts *facts)
{
  PltCategoryFacts *category = PLT_FACTS_ADD (facts->categories, PltCategoryFacts, 1);
  PltElementFacts *element = PLT_FACTS_ADD (facts->elements, PltElementFacts, 1);
  PltSequenceFacts *sequence;
  PltOccurrenceFacts *occurrence;

  category->code = category->name = "RO";
  category->department = category->color = category->hazard = "";
  category->family = "roles";
  element->category = 1;
  element->number = 1;
  element->name = "IDA";
  element->description = element->permit = "";
  for (gint64 id = 1; id <= 2; id++)
    {
      sequence = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, id);
      sequence->number = id == 1 ? "1" : "2";
      sequence->episode = sequence->int_ext = sequence->effect = sequence->story_day
          = sequence->synopsis = sequence->hazards = sequence->note = "";
      sequence->status = "a-tourner";
      sequence->page = sequence->eighths = sequence->premin_seconds = sequence->estimate_seconds
          = sequence->shooting_minutes = sequence->shots = PLT_UNKNOWN;
      occurrence = PLT_FACTS_ADD (facts->occurrences, PltOccurrenceFacts, id);
      occurrence->sequence = id;
      occurrence->element = 1;
      occurrence->quantity = PLT_UNKNOWN;
      occurrence->costume = occurrence->note = "";
    }
}

static void
add_days (PltFacts *facts)
{
  PltScheduleFacts *schedule = PLT_FACTS_ADD (facts->schedules, PltScheduleFacts, 1);

  facts->production.schedule = 1;
  schedule->name = schedule->status = schedule->author = schedule->reason = schedule->note = "";
  schedule->published_date = PLT_DATE_NONE;
  schedule->day_minutes = 480;
  for (gint64 id = 1; id <= 2; id++)
    {
      PltDayFacts *day = PLT_FACTS_ADD (facts->days, PltDayFacts, id);
      PltStripFacts *strip = PLT_FACTS_ADD (facts->strips, PltStripFacts, id);

      day->schedule = strip->schedule = 1;
      day->position = strip->position = id * 1024;
      day->date = plt_date_from_ymd (2026, 9, 13 + (int) id);
      day->kind = "tournage";
      day->unit = 1;
      day->start_minutes = day->end_minutes = day->meal_minutes = PLT_UNKNOWN;
      day->note = strip->text = strip->part = strip->shot = strip->note = "";
      strip->day = strip->sequence = id;
      strip->kind = "sequence";
      strip->minutes = PLT_UNKNOWN;
    }
}

PltFacts *
plt_test_tax_new (const char *kind)
{
  PltFacts *facts = plt_facts_new ();
  PltBudgetFacts *budget = PLT_FACTS_ADD (facts->budgets, PltBudgetFacts, 1);

  facts->production.id = 1;
  facts->production.kind = kind;
  facts->production.agreement = "3097";
  facts->production.target_seconds = PLT_UNKNOWN;
  facts->production.start_date = facts->production.delivery_date = facts->production.release_date
      = facts->production.request_date = facts->production.visa_date = PLT_DATE_NONE;
  facts->production.aid_class = facts->production.tax_credit = facts->production.language = "";
  facts->production.french_share_e6 = facts->production.fiscal_month = PLT_UNKNOWN;
  facts->production.budget = 1;
  budget->name = "Devis";
  budget->template_name = budget->status = budget->note = budget->producer_account
      = budget->financial_account = "";
  budget->date = PLT_DATE_NONE;
  budget->overheads_e6 = budget->contingency_e6 = budget->producer_e6 = budget->financial_e6
      = budget->ceiling_cents = PLT_UNKNOWN;
  budget->overheads_base = budget->contingency_base = budget->producer_base = budget->financial_base
      = "postes-1-9";
  budget->overheads_mode = budget->contingency_mode = budget->producer_mode = budget->financial_mode
      = "numeraire";
  add_role (facts);
  add_days (facts);
  plt_test_tax_keep (facts);
  return facts;
}

gint64
plt_test_tax_account (PltFacts *facts, const char *code)
{
  PltAccountFacts *account;

  for (guint i = 0; i < facts->accounts.n; i++)
    if (strcmp (facts->accounts.items[i].code, code) == 0)
      return facts->accounts.items[i].id;
  account = PLT_FACTS_ADD (facts->accounts, PltAccountFacts, (gint64) facts->accounts.n + 1);
  account->budget = 1;
  account->code = account->name = g_string_chunk_insert (facts->strings, code);
  account->mark = "cnc";
  return account->id;
}

PltLineFacts *
plt_test_tax_line (PltFacts *facts,
                   const char *account,
                   const char *unit,
                   const char *quantity,
                   PltMoney rate,
                   const char *credit)
{
  gint64 id = plt_test_tax_account (facts, account);
  PltLineFacts *line = PLT_FACTS_ADD (facts->lines, PltLineFacts, (gint64) facts->lines.n + 1);

  line->budget = 1;
  line->account = id;
  line->code = line->event = line->note = line->times = line->rate_formula = line->payee
      = line->function = line->scale = line->link_quantity = line->link_duration = line->link_rate
      = "";
  line->label = g_string_chunk_insert (facts->strings, account);
  line->quantity = g_string_chunk_insert (facts->strings, quantity);
  line->duration = "1";
  line->unit = unit;
  line->rate_cents = rate;
  line->phase = "tournage";
  line->mode = "numeraire";
  line->tax_credit = credit;
  line->vat_e6 = line->offset_days = PLT_UNKNOWN;
  line->payment_date = PLT_DATE_NONE;
  return line;
}

gint64
plt_test_tax_profile (PltFacts *facts, const char *code, gint64 employer_e6)
{
  PltProfileFacts *profile
      = PLT_FACTS_ADD (facts->profiles, PltProfileFacts, (gint64) facts->profiles.n + 1);

  profile->code = profile->name = code;
  profile->method = "global";
  profile->deduction = "";
  profile->account = "44";
  profile->employer_e6 = employer_e6;
  profile->accident_e6 = profile->mobility_e6 = PLT_UNKNOWN;
  return profile->id;
}

PltFundingFacts *
plt_test_tax_funding (PltFacts *facts, const char *group, PltMoney amount)
{
  PltFundingFacts *source
      = PLT_FACTS_ADD (facts->funding, PltFundingFacts, (gint64) facts->funding.n + 1);

  source->group = source->name = group;
  source->nature = "numeraire";
  source->amount_cents = amount;
  source->status = "confirme";
  source->vat_e6 = PLT_UNKNOWN;
  source->date = PLT_DATE_NONE;
  source->note = source->line = source->kind = source->funder = source->scheme = source->ownership
      = source->country = source->window = source->territory = source->rights = source->mirror = "";
  source->asked_cents = source->rank = source->recoup_e6 = source->window_months
      = source->rights_months = PLT_UNKNOWN;
  return source;
}
