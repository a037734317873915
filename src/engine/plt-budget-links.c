#include "plt-budget-links.h"

#include <string.h>

#include "plt-crew.h"
#include "plt-formula.h"
#include "plt-rates.h"
#include "plt-text.h"

#define ONE G_GINT64_CONSTANT (1000000)
#define ENGAGED_RATE "tarif(engagement)"
#define PREMIUMS "majorations(engagement)"
#define BACKGROUND "figurants"

typedef struct
{
  const PltBudget *budget;
  const PltPlan *plan;
  const PltFacts *facts;
  PltRates *rates;
  GPtrArray *links;
  const char **functions; /* of the scale: of each line that is free, else NULL */
} Finder;

static void
link_free (gpointer data)
{
  PltBudgetLink *link = data;

  g_free (link->label);
  g_free (link->quantity);
  g_free (link->duration);
  g_free (link->function);
  g_free (link->why_not);
  g_free (link);
}

/* ---- what is there already ---- */

static const PltLineFacts *
line_at (const Finder *self, guint i)
{
  return ((const PltBudgetLine *) self->budget->lines->pdata[i])->line;
}

static gboolean
has_role (const Finder *self, gint64 role)
{
  for (guint i = 0; i < self->budget->lines->len; i++)
    if (line_at (self, i)->role == role)
      return TRUE;
  return FALSE;
}

/* `premiums`: of its premiums, else of its wage */
static gboolean
has_engagement (const Finder *self, gint64 engagement, gboolean premiums)
{
  for (guint i = 0; i < self->budget->lines->len; i++)
    {
      const PltLineFacts *line = line_at (self, i);

      if (line->engagement == engagement
          && (strstr (line->rate_formula, "majorations") != NULL
              || strcmp (line->link_rate, PREMIUMS) == 0)
                 == premiums)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_background (const Finder *self)
{
  for (guint i = 0; i < self->budget->lines->len; i++)
    {
      const PltLineFacts *line = line_at (self, i);

      if (strstr (line->quantity, BACKGROUND) != NULL || strstr (line->duration, BACKGROUND) != NULL
          || strstr (line->times, BACKGROUND) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The account of that code, else the one that would hold it. */
static gint64
find_account (const Finder *self, const char *code)
{
  g_autofree char *shorter = g_strdup (code);

  for (gsize n = strlen (code); n > 0; n--)
    {
      const PltBudgetAccount *account;

      shorter[n] = '\0';
      account = plt_budget_account_by_code (self->budget, shorter);
      if (account != NULL)
        return account->account->id;
    }
  return 0;
}

static gint64
find_profile (const Finder *self, const char *code)
{
  for (guint i = 0; i < self->facts->profiles.n; i++)
    if (strcmp (self->facts->profiles.items[i].code, code) == 0)
      return self->facts->profiles.items[i].id;
  return 0;
}

static const PltEngagementFacts *
engagement_of_role (const Finder *self, gint64 role)
{
  for (guint i = 0; i < self->facts->engagements.n; i++)
    if (self->facts->engagements.items[i].role == role)
      return &self->facts->engagements.items[i];
  return NULL;
}

static char *
person_of (const Finder *self, const PltEngagementFacts *engagement)
{
  const PltPersonFacts *person
      = engagement != NULL
            ? PLT_FACTS_FIND (self->facts->people, PltPersonFacts, engagement->person)
            : NULL;

  return person != NULL ? plt_facts_person_name (person) : g_strdup ("");
}

/* ---- a link ---- */

static gboolean
eval (
    const Finder *self, const PltLineFacts *line, const char *text, gint64 *e6, PltBudgetLink *link)
{
  g_autoptr (GError) error = NULL;

  if (plt_budget_value (self->budget, line, text, e6, &error))
    return TRUE;
  if (link->why_not == NULL)
    link->why_not = g_strdup (error->message);
  return FALSE;
}

/* What the line would cost: its quantity is a whole number, so that one rounding is enough. */
static void
count (const Finder *self, PltBudgetLink *link)
{
  const PltLineFacts line = { .budget = self->budget->budget->id,
                              .account = link->account,
                              .code = "",
                              .label = link->label,
                              .unit = link->unit,
                              .role = link->role,
                              .engagement = link->engagement,
                              .function = link->function,
                              .scale = link->scale };
  gint64 quantity, duration, rate, number;

  link->amount = PLT_UNKNOWN;
  if (!eval (self, &line, link->quantity, &quantity, link)
      || !eval (self, &line, link->duration, &duration, link) || link->rate_formula == NULL
      || !eval (self, &line, link->rate_formula, &rate, link)
      || !plt_number_mul_div (quantity, duration, ONE, PLT_ROUND_HALF_UP, &number)
      || !plt_money_apply_rate (rate / (ONE / 100), number, ONE, PLT_ROUND_HALF_UP, &link->amount))
    link->amount = PLT_UNKNOWN;
}

static void
add_link (Finder *self, const PltBudgetLink *values)
{
  PltBudgetLink *link;

  if (values->account == 0)
    return;
  link = g_memdup2 (values, sizeof *values);
  link->label = g_strdup (values->label);
  link->quantity = g_strdup (values->quantity);
  link->duration = g_strdup (values->duration);
  link->function = g_strdup (values->function != NULL ? values->function : "");
  count (self, link);
  g_ptr_array_add (self->links, link);
}

/* The function as the scale of the production names it, NULL when it does not have it. */
static const char *
scale_function (const Finder *self, const char *function, const char *unit)
{
  PltRateQuery query = { NULL, function, NULL, unit, PLT_DATE_NONE };
  PltRate rate;

  return *function != '\0' && plt_rates_find (self->rates, &query, &rate, NULL) == PLT_RATE_FOUND
                 && rate.exact
             ? rate.function
             : NULL;
}

/* ---- roles ---- */

static const char *
post_of_role (const Finder *self, const PltPresence *presence)
{
  guint days = presence->n_worked, all = self->plan->n_shooting_days;

  if (days > 0 && days * 3 >= all)
    return "31";
  return days >= 3 ? "32" : "33";
}

static char *
days_of_role (const PltEngagementFacts *engagement)
{
  const char *hold = engagement == NULL          ? ""
                     : *engagement->hold != '\0' ? engagement->hold
                                                 : engagement->unit;
  const char *days
      = strcmp (hold, "attente") == 0 || strcmp (hold, "interruption") == 0 ? "payes(role)"
        : engagement != NULL && strcmp (engagement->unit, "semaine") == 0   ? "semaines(role)"
                                                                            : "jours(role)";

  if (engagement == NULL || engagement->guaranteed_days == PLT_UNKNOWN
      || engagement->guaranteed_days <= 0 || strcmp (days, "semaines(role)") == 0)
    return g_strdup (days);
  return g_strdup_printf ("max(%s;%" G_GINT64_FORMAT ")", days, engagement->guaranteed_days);
}

static const char *
performer (const Finder *self, const char *unit)
{
  static const char *const names[] = { "Artiste-interprète", "Artiste-interprète, journée unique" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (scale_function (self, names[i], unit) != NULL)
      return scale_function (self, names[i], unit);
  return NULL;
}

static void
add_role (Finder *self, const PltPresence *presence)
{
  const PltEngagementFacts *engagement = engagement_of_role (self, presence->element->id);
  const char *paid_by = engagement != NULL ? engagement->unit : "cachet";
  gboolean weekly = strcmp (paid_by, "semaine") == 0, once = strcmp (paid_by, "forfait") == 0;
  const char *unit = weekly ? "semaine" : once ? "forfait" : "cachet";
  const char *function = performer (self, unit);
  g_autofree char *person = person_of (self, engagement);
  g_autofree char *label = *person != '\0'
                               ? g_strdup_printf ("%s (%s)", presence->element->name, person)
                               : g_strdup (presence->element->name);
  g_autofree char *days = once ? g_strdup ("1") : days_of_role (engagement);
  gboolean engaged = engagement != NULL && engagement->rate_cents != PLT_UNKNOWN;
  PltBudgetLink link = { .kind = PLT_LINK_ROLE,
                         .account = find_account (self, post_of_role (self, presence)),
                         .role = presence->element->id,
                         .engagement = engagement != NULL ? engagement->id : 0,
                         .profile = engagement != NULL && engagement->profile != 0
                                        ? engagement->profile
                                        : find_profile (self, "artiste"),
                         .label = label,
                         .quantity = (char *) "1",
                         .duration = days,
                         .rate_formula = engaged            ? ENGAGED_RATE
                                         : function != NULL ? PLT_RATE_NAME
                                                            : NULL,
                         .unit = unit,
                         .phase = "tournage",
                         .payee = "salarie",
                         .scale = once     ? ""
                                  : weekly ? "art_5j"
                                           : "cachet",
                         .function = (char *) (once ? NULL : function) };

  add_link (self, &link);
}

static void
add_background (Finder *self)
{
  const char *function = scale_function (self, "Figurant", "jour");
  const PltBudgetLink link = { .kind = PLT_LINK_BACKGROUND,
                               .account = find_account (self, "34"),
                               .profile = find_profile (self, "artiste"),
                               .label = (char *) "Figurants",
                               .quantity = (char *) BACKGROUND,
                               .duration = (char *) "1",
                               .rate_formula = function != NULL ? PLT_RATE_NAME : NULL,
                               .unit = "jour",
                               .phase = "tournage",
                               .payee = "salarie",
                               .scale = "cachet",
                               .function = (char *) function };

  add_link (self, &link);
}

static void
add_roles (Finder *self)
{
  gboolean background = FALSE;

  for (guint i = 0; i < self->plan->presences->len; i++)
    {
      const PltPresence *presence = self->plan->presences->pdata[i];

      if (strcmp (presence->category->family, "roles") == 0)
        {
          if (!has_role (self, presence->element->id))
            add_role (self, presence);
        }
      else
        background = background || strcmp (presence->category->family, "figuration") == 0;
    }
  if (background && !has_background (self))
    add_background (self);
}

/* ---- crew ---- */

/* Department of an engagement -> account. */
static const char *const posts[][2] = {
  { "production", "231" }, { "regie", "232" },         { "mise-en-scene", "233" },
  { "image", "235" },      { "electricite", "26" },    { "machinerie", "26" },
  { "son", "236" },        { "decoration", "24" },     { "costumes", "237" },
  { "hmc", "238" },        { "postproduction", "25" },
};

const char *
plt_budget_post_of_crew (const PltEngagementFacts *engagement)
{
  g_autofree char *function = plt_text_fold (engagement->function);

  if (g_str_has_prefix (function, "realisat"))
    return "22";
  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    if (strcmp (posts[i][0], engagement->department) == 0)
      return posts[i][1];
  return "23";
}

static gboolean
is_free (const PltBudgetLine *line)
{
  const PltLineFacts *row = line->line;

  return row->role == 0 && row->engagement == 0 && *row->link_duration == '\0'
         && (strcmp (row->duration, "0") == 0 || strcmp (row->quantity, "0") == 0);
}

/* What the free lines of the template pay for, by their function or their label. */
static void
read_template (Finder *self)
{
  self->functions = g_new0 (const char *, self->budget->lines->len + 1);
  for (guint i = 0; i < self->budget->lines->len; i++)
    {
      const PltBudgetLine *line = self->budget->lines->pdata[i];
      g_autofree char *label = g_strndup (line->line->label, strcspn (line->line->label, ","));
      const char *name = *line->line->function != '\0' ? line->line->function : label;

      if (!is_free (line))
        continue;
      self->functions[i] = scale_function (self, name, "");
      if (self->functions[i] == NULL)
        self->functions[i] = line->line->label;
    }
}

/* (nullable): the line of the template with that function, not used yet */
static const PltLineFacts *
take_template_line (const Finder *self, const char *function)
{
  for (guint i = 0; i < self->budget->lines->len; i++)
    {
      if (self->functions[i] == NULL || plt_text_compare (self->functions[i], function) != 0)
        continue;
      self->functions[i] = NULL;
      return line_at (self, i);
    }
  return NULL;
}

static void
add_crew_line (Finder *self,
               const PltEngagementFacts *engagement,
               const char *phase,
               const char *word,
               const char *duration)
{
  gboolean once = strcmp (engagement->unit, "forfait") == 0;
  const char *unit = strcmp (engagement->unit, "cachet") == 0 ? "jour" : engagement->unit;
  const char *function = once ? NULL : scale_function (self, engagement->function, unit);
  const PltLineFacts *template
      = take_template_line (self, function != NULL ? function : engagement->function);
  g_autofree char *person = person_of (self, engagement);
  g_autofree char *label
      = g_strdup_printf ("%s%s%s%s%s%s", engagement->function, *person != '\0' ? " (" : "", person,
                         *person != '\0' ? ")" : "", *word != '\0' ? ", " : "", word);
  PltBudgetLink link
      = { .kind = PLT_LINK_CREW,
          .line = template != NULL ? template->id : 0,
          .account = template != NULL ? template->account
                                      : find_account (self, plt_budget_post_of_crew (engagement)),
          .engagement = engagement->id,
          .profile = engagement->profile != 0 ? engagement->profile
                     : template != NULL       ? template->profile
                                              : 0,
          .label = label,
          .quantity = (char *) "1",
          .duration = (char *) duration,
          .rate_formula = engagement->rate_cents != PLT_UNKNOWN ? ENGAGED_RATE
                          : function != NULL                    ? PLT_RATE_NAME
                                                                : NULL,
          .unit = once ? "forfait" : unit,
          .phase = phase,
          .payee = "salarie",
          .scale = function == NULL ? ""
                   : strcmp (unit, "semaine") == 0
                           && strcmp (self->facts->production.agreement, "2642") == 0
                       ? "sem35"
                   : strcmp (unit, "semaine") == 0 ? "sem39"
                                                   : "",
          .function = (char *) function };

  add_link (self, &link);
}

static void
add_crew (Finder *self, const PltEngagementFacts *engagement)
{
  PltCrewSpan span;

  if (strcmp (engagement->unit, "forfait") == 0)
    {
      add_crew_line (self, engagement, "tournage", "", "1");
      return;
    }
  plt_crew_span (self->plan, engagement, &span);
  if (span.preparation != PLT_UNKNOWN && span.preparation > 0)
    add_crew_line (self, engagement, "preparation", "préparation", "preparation(engagement)");
  if (span.shooting > 0)
    add_crew_line (self, engagement, "tournage", "tournage", "tournage(engagement)");
  if (span.finishing != PLT_UNKNOWN && span.finishing > 0)
    add_crew_line (self, engagement, "finitions", "finitions", "finitions(engagement)");
}

static void
add_premiums (Finder *self, const PltEngagementFacts *engagement)
{
  g_autoptr (PltPremiums) premiums = plt_premiums_new (self->plan, engagement, NULL, NULL);
  g_autofree char *person = person_of (self, engagement);
  g_autofree char *label
      = g_strdup_printf ("Majorations, %s%s%s%s", engagement->function, *person != '\0' ? " (" : "",
                         person, *person != '\0' ? ")" : "");
  PltBudgetLink link = { .kind = PLT_LINK_PREMIUMS,
                         .account = find_account (self, "28"),
                         .engagement = engagement->id,
                         .profile = engagement->profile,
                         .label = label,
                         .quantity = (char *) "1",
                         .duration = (char *) "1",
                         .rate_formula = PREMIUMS,
                         .unit = "forfait",
                         .phase = "tournage",
                         .payee = "salarie",
                         .scale = "" };

  if (premiums != NULL && premiums->total > 0)
    add_link (self, &link);
}

GPtrArray *
plt_budget_find_links (const PltBudget *budget, const PltPlan *plan, const PltFacts *facts)
{
  g_autoptr (PltRates) rates = plt_rates_new (facts);
  Finder self = { budget, plan, facts, rates, g_ptr_array_new_with_free_func (link_free), NULL };

  if (budget->budget == NULL)
    return self.links;
  read_template (&self);
  add_roles (&self);
  for (guint i = 0; i < facts->engagements.n; i++)
    {
      const PltEngagementFacts *engagement = &facts->engagements.items[i];

      if (engagement->role == 0 && *engagement->function != '\0'
          && !has_engagement (&self, engagement->id, FALSE))
        add_crew (&self, engagement);
    }
  for (guint i = 0; i < facts->engagements.n; i++)
    {
      const PltEngagementFacts *engagement = &facts->engagements.items[i];

      if (engagement->role == 0 && *engagement->function != '\0'
          && strcmp (engagement->unit, "forfait") != 0
          && !has_engagement (&self, engagement->id, TRUE))
        add_premiums (&self, engagement);
    }
  g_free (self.functions);
  return self.links;
}

/* ---- edits ---- */

static void
set_reference (PltBatch *batch, const char *column, gint64 id)
{
  if (id != 0)
    plt_batch_set_integer (batch, column, id);
}

gint64
plt_budget_add_link (const PltBudget *budget, const PltBudgetLink *link, PltBatch *batch)
{
  gint64 id = link->line;

  if (id != 0)
    plt_batch_update (batch, "budget_line", id);
  else
    {
      id = plt_batch_insert (batch, "budget_line");
      plt_batch_set_integer (batch, "budget", budget->budget->id);
      plt_batch_set_integer (batch, "account", link->account);
    }
  plt_batch_set_text (batch, "label", link->label);
  plt_batch_set_text (batch, "quantity", link->quantity);
  plt_batch_set_text (batch, "duration", link->duration);
  plt_batch_set_text (batch, "unit", link->unit);
  plt_batch_set_text (batch, "phase", link->phase);
  plt_batch_set_text (batch, "payee", link->payee);
  plt_batch_set_text (batch, "function", link->function);
  plt_batch_set_text (batch, "scale", link->scale);
  /* a plain number follows nothing */
  plt_batch_set_text (batch, "link_quantity",
                      plt_formula_is_number (link->quantity) ? "" : link->quantity);
  plt_batch_set_text (batch, "link_duration",
                      plt_formula_is_number (link->duration) ? "" : link->duration);
  plt_batch_set_text (batch, "rate_formula", link->rate_formula != NULL ? link->rate_formula : "");
  plt_batch_set_text (batch, "link_rate", link->rate_formula != NULL ? link->rate_formula : "");
  plt_batch_set_null (batch, "rate_cents");
  set_reference (batch, "role", link->role);
  set_reference (batch, "engagement", link->engagement);
  set_reference (batch, "profile", link->profile);
  return id;
}

static gboolean
take_up (PltBatch *batch,
         gboolean begun,
         gint64 line,
         const char *column,
         const char *is,
         const char *link)
{
  if (*link == '\0' || strcmp (is, link) == 0)
    return begun;
  if (!begun)
    plt_batch_update (batch, "budget_line", line);
  plt_batch_set_text (batch, column, link);
  return TRUE;
}

static gboolean
is_among (const gint64 *lines, guint n, gint64 line)
{
  for (guint i = 0; i < n; i++)
    if (lines[i] == line)
      return TRUE;
  return lines == NULL;
}

guint
plt_budget_relink (const PltBudget *budget, const gint64 *lines, guint n, PltBatch *batch)
{
  guint changed = 0;

  for (guint i = 0; i < budget->lines->len; i++)
    {
      const PltLineFacts *line = ((const PltBudgetLine *) budget->lines->pdata[i])->line;
      gboolean begun = FALSE;

      if (!is_among (lines, n, line->id))
        continue;
      begun = take_up (batch, begun, line->id, "quantity", line->quantity, line->link_quantity);
      begun = take_up (batch, begun, line->id, "duration", line->duration, line->link_duration);
      begun = take_up (batch, begun, line->id, "rate_formula", line->rate_formula, line->link_rate);
      if (*line->link_rate != '\0' && line->rate_cents != PLT_UNKNOWN)
        {
          if (!begun)
            plt_batch_update (batch, "budget_line", line->id);
          plt_batch_set_null (batch, "rate_cents");
          begun = TRUE;
        }
      changed += begun;
    }
  return changed;
}

void
plt_budget_link_scale (
    gint64 line, const char *function, const char *scale, const char *unit, PltBatch *batch)
{
  plt_batch_update (batch, "budget_line", line);
  plt_batch_set_text (batch, "function", function);
  plt_batch_set_text (batch, "scale", scale);
  plt_batch_set_text (batch, "unit", unit);
  plt_batch_set_text (batch, "rate_formula", PLT_RATE_NAME);
  plt_batch_set_text (batch, "link_rate", PLT_RATE_NAME);
  plt_batch_set_null (batch, "rate_cents");
}
