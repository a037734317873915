#include "plt-devis-formula.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-formula.h"
#include "plt-number.h"
#include "plt-text.h"

/* Names the plan gives, as engine/plt-budget.h lists them. */
static const char *const plan_names[]
    = { "jours_tournage", "semaines_tournage", "nuits", "sequences",
        "decors",         "minutage",          "pages", "figurants" };
static const char *const presence_calls[] = { "jours(", "semaines(" };
static const char *const builtins[] = { "min", "max", "arrondi", "plafond", "plancher" };

/* One name of a formula: `call` with its argument, or a plain name. */
typedef struct
{
  char *name;
  char *argument; /* NULL for a plain name */
  char *text;     /* as it stands in the formula */
} Name;

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->name);
  g_free (name->argument);
  g_free (name->text);
  g_free (name);
}

static gboolean
is_name_start (gunichar c)
{
  return c == '_' || g_unichar_isalpha (c);
}

static const char *
skip_name (const char *p)
{
  while (*p != '\0' && (g_utf8_get_char (p) == '_' || g_unichar_isalnum (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  return p;
}

static gboolean
is_builtin (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (builtins); i++)
    if (strcmp (builtins[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* The argument of a call of the scope; `*p` stands behind the parenthesis and ends behind the other
 * one. */
static char *
take_argument (const char **p)
{
  const char *from = *p + strspn (*p, " ");
  const char *to = from;
  char *argument;

  if (*from == '"')
    {
      to = strchr (++from, '"');
      if (to == NULL)
        to = from + strlen (from);
      argument = g_strndup (from, (gsize) (to - from));
      to += *to == '"';
    }
  else
    {
      to = skip_name (from);
      argument = g_strndup (from, (gsize) (to - from));
    }
  to += strspn (to, " ");
  *p = *to == ')' ? to + 1 : to;
  return argument;
}

/* (element-type Name): in order, each once. */
static GPtrArray *
list_names (const char *text)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (name_free);
  const char *p = text;

  while (*p != '\0')
    {
      const char *from = p;
      Name *name;
      gboolean known = FALSE;

      if (g_ascii_isdigit (*p))
        {
          p = skip_name (p);
          continue;
        }
      if (!is_name_start (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      p = skip_name (p);
      name = g_new0 (Name, 1);
      name->name = g_strndup (from, (gsize) (p - from));
      if (p[strspn (p, " ")] == '(' && !is_builtin (name->name))
        {
          p += strspn (p, " ") + 1;
          name->argument = take_argument (&p);
        }
      name->text = g_strndup (from, (gsize) (p - from));
      for (guint i = 0; i < names->len; i++)
        known |= g_str_equal (((Name *) names->pdata[i])->text, name->text);
      if (known || (name->argument == NULL && is_builtin (name->name)))
        name_free (name);
      else
        g_ptr_array_add (names, name);
    }
  return names;
}

gboolean
plt_devis_formula_has_names (const char *text)
{
  g_autoptr (GPtrArray) names = NULL;

  if (plt_formula_is_number (text))
    return FALSE;
  names = list_names (text);
  return names->len > 0;
}

static gboolean
is_plan_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (plan_names); i++)
    if (strcmp (plan_names[i], name) == 0)
      return TRUE;
  return FALSE;
}

static const PltGlobalFacts *
find_global (const PltDevisFormula *formula, const char *name)
{
  for (guint i = 0; i < formula->facts->globals.n; i++)
    {
      const PltGlobalFacts *global = &formula->facts->globals.items[i];

      if (global->budget == formula->budget && strcmp (global->name, name) == 0)
        return global;
    }
  return NULL;
}

static const PltElementFacts *
find_element (const PltDevisFormula *formula, const char *argument)
{
  if (*argument == '\0' || strcmp (argument, "role") == 0)
    return formula->line != NULL
               ? PLT_FACTS_FIND (formula->facts->elements, PltElementFacts, formula->line->role)
               : NULL;
  for (guint i = 0; i < formula->facts->elements.n; i++)
    if (plt_text_compare (formula->facts->elements.items[i].name, argument) == 0)
      return &formula->facts->elements.items[i];
  return NULL;
}

/* "3" or "—". */
static char *
value_of (const PltDevisFormula *formula, const char *text)
{
  gint64 e6;

  if (!plt_budget_eval (formula->facts, formula->plan, formula->budget, formula->line, text, &e6,
                        NULL))
    return g_strdup ("—");
  return plt_number_format (e6, 6, 0);
}

static char *
plan_title (const PltPlan *plan)
{
  g_autofree char *version = NULL;

  if (plan->schedule == NULL)
    return g_strdup (_ ("no schedule"));
  version = g_strdup_printf ("%" G_GINT64_FORMAT,
                             plan->schedule->version == PLT_UNKNOWN ? 1 : plan->schedule->version);
  /* Translators: the name and version of a schedule: "Plan de travail v3" */
  return g_strdup_printf (_ ("%s v%s"), plan->schedule->name, version);
}

static char *
describe (const PltDevisFormula *formula, const Name *name)
{
  g_autofree char *value = value_of (formula, name->text);
  g_autofree char *plan = plan_title (formula->plan);

  if (name->argument != NULL)
    {
      const PltElementFacts *element = find_element (formula, name->argument);
      gboolean weeks = strcmp (name->name, "semaines") == 0;

      if (element == NULL)
        return g_strdup_printf ("%s = %s", name->text, value);
      /* Translators: a number of days, a schedule and a role: "3 d · Plan de travail v1 · role
       * NORA" */
      return weeks ? g_strdup_printf (_ ("%s wk · %s · role %s"), value, plan, element->name)
                   : g_strdup_printf (_ ("%s d · %s · role %s"), value, plan, element->name);
    }
  if (is_plan_name (name->name))
    return g_strdup_printf ("%s = %s · %s", name->name, value, plan);
  else
    {
      const PltGlobalFacts *global = find_global (formula, name->name);
      const char *label = global != NULL && *global->label != '\0' ? global->label : NULL;

      if (global == NULL)
        return g_strdup_printf ("%s = %s", name->name, value);
      /* Translators: a variable of the budget, its value and what it means */
      return label != NULL
                 ? g_strdup_printf (_ ("%s = %s · variable: %s"), name->name, value, label)
                 : g_strdup_printf (_ ("%s = %s · variable"), name->name, value);
    }
}

char *
plt_devis_formula_source (const PltDevisFormula *formula)
{
  g_autoptr (GPtrArray) names = NULL;
  GString *text;

  g_return_val_if_fail (formula != NULL && formula->text != NULL, NULL);

  if (plt_formula_is_number (formula->text))
    return NULL;
  names = list_names (formula->text);
  if (names->len == 0)
    return NULL;
  text = g_string_new (formula->text);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *line = describe (formula, g_ptr_array_index (names, i));

      g_string_append_printf (text, "\n%s", line);
    }
  return g_string_free (text, FALSE);
}

gboolean
plt_devis_formula_ref (const PltDevisFormula *formula, PltRef *ref)
{
  g_autoptr (GPtrArray) names = list_names (formula->text);

  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = g_ptr_array_index (names, i);
      const PltElementFacts *element
          = name->argument != NULL ? find_element (formula, name->argument) : NULL;
      const PltGlobalFacts *global
          = name->argument == NULL ? find_global (formula, name->name) : NULL;

      if (element != NULL)
        *ref = (PltRef){ "element", element->id, NULL };
      else if (global != NULL)
        *ref = (PltRef){ "budget_global", global->id, "value" };
      else if (name->argument == NULL && is_plan_name (name->name)
               && formula->plan->schedule != NULL)
        *ref = (PltRef){ "schedule", formula->plan->schedule->id, NULL };
      else
        continue;
      return TRUE;
    }
  return FALSE;
}

GStrv
plt_devis_formula_proposals (const PltFacts *facts, gint64 budget)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (guint i = 0; i < facts->globals.n; i++)
    if (facts->globals.items[i].budget == budget)
      g_strv_builder_add (list, facts->globals.items[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (plan_names); i++)
    g_strv_builder_add (list, plan_names[i]);
  for (guint i = 0; i < G_N_ELEMENTS (presence_calls); i++)
    {
      g_autofree char *own = g_strconcat (presence_calls[i], "role)", NULL);

      g_strv_builder_add (list, own);
    }
  for (guint i = 0; i < G_N_ELEMENTS (builtins); i++)
    {
      g_autofree char *call = g_strconcat (builtins[i], "(", NULL);

      g_strv_builder_add (list, call);
    }
  for (guint i = 0; i < G_N_ELEMENTS (presence_calls); i++)
    for (guint j = 0; j < facts->elements.n; j++)
      if (plt_category_is_role (facts, facts->elements.items[j].category))
        {
          g_autofree char *call
              = g_strdup_printf ("%s\"%s\")", presence_calls[i], facts->elements.items[j].name);

          g_strv_builder_add (list, call);
        }
  return g_strv_builder_end (list);
}
