#include "plt-retro-notation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-retro-private.h"
#include "plt-text.h"

#define WEEK 5 /* working days */

static const struct
{
  const char *id;
  const char *letters[2]; /* French, English */
  PltNetworkKind kind;
} kinds[PLT_NETWORK_N_KINDS] = {
  { "fin-debut", { "fd", "fs" }, PLT_NETWORK_FS },
  { "debut-debut", { "dd", "ss" }, PLT_NETWORK_SS },
  { "fin-fin", { "ff", "ff" }, PLT_NETWORK_FF },
  { "debut-fin", { "df", "sf" }, PLT_NETWORK_SF },
};

/* A link as it is typed. */
typedef struct
{
  gint64 from, to;
  guint kind;
  int lag;
  gboolean calendar;
  gint64 row; /* of a link that is there; 0 */
} Wanted;

typedef struct
{
  const PltRetro *retro;
  const PltRetroTyped *typed;
  guint n_typed;
  GArray *wanted; /* of Wanted */
} Reading;

guint
plt_retro_number (const PltRetro *self, gint64 task)
{
  int index = plt_retro_index (self, task);

  return index >= 0 && self->data->numbers != NULL ? self->data->numbers[index] : 0;
}

/* ---- showing ---- */

static guint
kind_of (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (id, kinds[i].id) == 0)
      return i;
  return 0;
}

static void
append_link (const PltRetro *self, const PltTaskLinkFacts *link, GString *text)
{
  /* Translators: finish to start, start to start, finish to finish, start to finish: the letters
   * of your language's planning programs, with commas */
  g_auto (GStrv) letters = g_strsplit (_ ("FS,SS,FF,SF"), ",", -1);
  guint kind = kind_of (link->kind);
  int lag = link->lag_days == PLT_UNKNOWN ? 0 : (int) link->lag_days;

  g_string_append_printf (text, "%s%u", text->len > 0 ? ";" : "",
                          plt_retro_number (self, link->predecessor));
  if ((kind != 0 || lag != 0) && g_strv_length (letters) == G_N_ELEMENTS (kinds))
    g_string_append (text, letters[kind]);
  if (lag == 0)
    return;
  if (strcmp (link->lag_unit, "calendaires") == 0)
    /* Translators: calendar days to wait, after the kind of link: 12FS+3cd */
    g_string_append_printf (text, _ ("%+dcd"), lag);
  else
    /* Translators: working days to wait, after the kind of link: 12FS+3d */
    g_string_append_printf (text, _ ("%+dd"), lag);
}

char *
plt_retro_predecessors_text (const PltRetro *self, gint64 task)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->facts->task_links.n; i++)
    {
      const PltTaskLinkFacts *link = &self->facts->task_links.items[i];

      if (link->task == task && plt_retro_number (self, link->predecessor) > 0)
        append_link (self, link, text);
    }
  return g_string_free (text, FALSE);
}

/* ---- reading ---- */

static gboolean
is_word_of (const char *word, const char *const *list)
{
  return g_strv_contains (list, word);
}

/* "", "j", "jours", "sem", "jc", "j cal.": folded; FALSE for anything else. */
static gboolean
read_unit (const char *text, Wanted *wanted)
{
  static const char *const days[]
      = { "", "j", "jo", "jr", "jrs", "jour", "jours", "d", "day", "days", "jours ouvres", NULL };
  static const char *const weeks[]
      = { "s", "sem", "semaine", "semaines", "w", "wk", "wks", "week", "weeks", NULL };
  static const char *const calendar[]
      = { "c",   "jc", "je", "cd", "ed", "j c", "j cal", "jours calendaires", "jours ecoules",
          "cal", NULL };
  g_autofree char *unit = g_strstrip (g_strdup (text));

  if (g_str_has_suffix (unit, "."))
    unit[strlen (unit) - 1] = '\0';
  if (is_word_of (unit, weeks))
    wanted->lag *= WEEK;
  else if (is_word_of (unit, calendar))
    wanted->calendar = TRUE;
  else
    return is_word_of (unit, days);
  return TRUE;
}

/* How much of the text is the kind of link. */
static gsize
read_kind (const char *text, Wanted *wanted)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (kinds[i].letters); j++)
      if (g_str_has_prefix (text, kinds[i].letters[j]))
        {
          wanted->kind = i;
          return strlen (kinds[i].letters[j]);
        }
  return 0;
}

/* What follows the task, folded: "fd+3j", " dd - 2", "+3 j", "". */
static gboolean
read_rest (const char *text, Wanted *wanted)
{
  const char *minus = "\342\210\222"; /* the sign that is shown elsewhere */
  gboolean below = FALSE;
  char *end;

  while (*text == ' ')
    text++;
  text += read_kind (text, wanted);
  while (*text == ' ')
    text++;
  if (*text == '\0')
    return TRUE;
  if (*text == '-' || g_str_has_prefix (text, minus))
    below = TRUE;
  else if (*text != '+')
    return FALSE;
  text += *text == '+' || *text == '-' ? 1 : strlen (minus);
  while (*text == ' ')
    text++;
  if (!g_ascii_isdigit (*text))
    return FALSE;
  wanted->lag = (int) MIN (g_ascii_strtoll (text, &end, 10), PLT_NETWORK_MAX_DAYS);
  if (!read_unit (end, wanted))
    return FALSE;
  wanted->lag = below ? -wanted->lag : wanted->lag;
  return TRUE;
}

static gint64
task_of_number (const PltRetro *self, gint64 number)
{
  for (guint i = 0; i < self->facts->tasks.n; i++)
    if (number > 0 && self->data->numbers != NULL && self->data->numbers[i] == (guint) number)
      return self->facts->tasks.items[i].id;
  return 0;
}

/* The longest name that the text begins with and that something readable follows. */
static void
try_name (const char *text, const char *name, gint64 task, gsize *best, Wanted *wanted)
{
  g_autofree char *folded = name != NULL ? plt_text_fold (name) : NULL;
  Wanted read = { .to = wanted->to };
  gsize length = folded != NULL ? strlen (folded) : 0;

  if (length == 0 || length <= *best || strncmp (text, folded, length) != 0
      || !read_rest (text + length, &read))
    return;
  read.from = task;
  *best = length;
  *wanted = read;
}

static gboolean
read_name (const Reading *reading, const char *text, guint at, Wanted *wanted)
{
  const PltFacts *facts = reading->retro->facts;
  gsize best = 0;

  for (guint i = 0; i < facts->tasks.n; i++)
    {
      try_name (text, facts->tasks.items[i].name, facts->tasks.items[i].id, &best, wanted);
      try_name (text, facts->tasks.items[i].code, facts->tasks.items[i].id, &best, wanted);
    }
  for (guint i = 0; i < at; i++)
    if (reading->typed[i].task < 0)
      try_name (text, reading->typed[i].name, reading->typed[i].task, &best, wanted);
  return best > 0;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID, sentence);
  return FALSE;
}

/* One of them: "12FD+3j". */
static gboolean
read_one (Reading *reading, guint at, const char *typed, GError **error)
{
  g_autofree char *text = plt_text_fold (typed);
  Wanted wanted = { .to = reading->typed[at].task };
  gint64 number = g_ascii_isdigit (*text) ? g_ascii_strtoll (text, NULL, 10) : 0;
  const char *rest = text + strspn (text, "0123456789");
  gboolean is_number = g_ascii_isdigit (*text) && read_rest (rest, &wanted);

  if (is_number)
    wanted.from = task_of_number (reading->retro, number);
  if (is_number && wanted.from == 0 && !read_name (reading, text, at, &wanted))
    {
      g_autofree char *digits = g_strndup (text, (gsize) (rest - text));

      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("There is no task %s: the numbers stand at the left of the table."), digits);
      return FALSE;
    }
  if (!is_number && !read_name (reading, text, at, &wanted))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” cannot be read: write the number or the name of the task, the kind of "
                      "link and the days to wait, with semicolons between several: 12FS+3d;14SS."),
                   typed);
      return FALSE;
    }
  if (wanted.from == wanted.to)
    return refuse (error, _ ("A task cannot wait for itself: write the number of another one."));
  for (guint i = 0; i < reading->wanted->len; i++)
    {
      const Wanted *other = &g_array_index (reading->wanted, Wanted, i);

      if (other->to == wanted.to && other->from == wanted.from && other->kind == wanted.kind)
        return refuse (error, _ ("The same task is written twice: one link of a kind is enough."));
    }
  g_array_append_val (reading->wanted, wanted);
  return TRUE;
}

/* Commas separate too, unless a name has them. */
static gboolean
read_part (Reading *reading, guint at, char *part, GError **error)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) pieces = NULL;
  Wanted whole = { .to = reading->typed[at].task };

  g_strstrip (part);
  if (*part == '\0')
    return TRUE;
  folded = plt_text_fold (part);
  if (strchr (part, ',') == NULL || read_name (reading, folded, at, &whole))
    return read_one (reading, at, part, error);
  pieces = g_strsplit (part, ",", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    if (*g_strstrip (pieces[i]) != '\0' && !read_one (reading, at, pieces[i], error))
      return FALSE;
  return TRUE;
}

/* ---- circles ---- */

static gboolean
is_typed (const Reading *reading, gint64 task)
{
  for (guint i = 0; i < reading->n_typed; i++)
    if (reading->typed[i].task == task)
      return TRUE;
  return FALSE;
}

/* Those of tasks that are not typed, and what is typed. What is added is waited for by what is
 * added after it alone. */
static gboolean
refuse_circle (const Reading *reading, GError **error)
{
  const PltRetro *self = reading->retro;
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (PltNetworkLink));
  g_autofree char *names = NULL;

  for (guint i = 0; i < self->data->n_real_links; i++)
    {
      const PltNetworkLink *link = &g_array_index (self->data->links, PltNetworkLink, i);

      if (!is_typed (reading, self->input.tasks[link->to].id))
        g_array_append_val (links, *link);
    }
  for (guint i = 0; i < reading->wanted->len; i++)
    {
      const Wanted *one = &g_array_index (reading->wanted, Wanted, i);
      int from = plt_retro_index (self, one->from), to = plt_retro_index (self, one->to);
      PltNetworkLink link
          = { 0, (guint) from, (guint) to, kinds[one->kind].kind, 0, PLT_NETWORK_WORKING };

      if (from >= 0 && to >= 0)
        g_array_append_val (links, link);
    }
  names = plt_retro_circle_text (self, links);
  if (names == NULL)
    return FALSE;
  g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
               _ ("These tasks would wait for each other: %s. Leave one of these links out."),
               names);
  return TRUE;
}

/* ---- writing ---- */

/* The link that is there for it: of its kind, else between the two. */
static const PltTaskLinkFacts *
find_old (const Reading *reading, const Wanted *wanted, gboolean of_kind)
{
  const PltFacts *facts = reading->retro->facts;

  for (guint i = 0; i < facts->task_links.n; i++)
    {
      const PltTaskLinkFacts *link = &facts->task_links.items[i];
      gboolean is_taken = FALSE;

      if (link->task != wanted->to || link->predecessor != wanted->from
          || (of_kind && kind_of (link->kind) != wanted->kind))
        continue;
      for (guint j = 0; j < reading->wanted->len; j++)
        is_taken |= g_array_index (reading->wanted, Wanted, j).row == link->id;
      if (!is_taken)
        return link;
    }
  return NULL;
}

static void
match_old (Reading *reading)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < reading->wanted->len; i++)
      {
        Wanted *wanted = &g_array_index (reading->wanted, Wanted, i);
        const PltTaskLinkFacts *old
            = wanted->row == 0 ? find_old (reading, wanted, pass == 0) : NULL;

        if (old != NULL)
          wanted->row = old->id;
      }
}

static void
write_one (const PltFacts *facts, const Wanted *wanted, PltBatch *batch)
{
  const char *unit = wanted->calendar ? "calendaires" : "ouvres";
  const PltTaskLinkFacts *old
      = wanted->row != 0 ? PLT_FACTS_FIND (facts->task_links, PltTaskLinkFacts, wanted->row) : NULL;

  if (old != NULL && kind_of (old->kind) == wanted->kind
      && (old->lag_days == PLT_UNKNOWN ? 0 : old->lag_days) == wanted->lag
      && (wanted->lag == 0 || strcmp (old->lag_unit, unit) == 0))
    return;
  if (old != NULL)
    plt_batch_update (batch, "task_link", old->id);
  else
    {
      plt_batch_insert (batch, "task_link");
      plt_batch_set_integer (batch, "predecessor", wanted->from);
      plt_batch_set_integer (batch, "task", wanted->to);
    }
  plt_batch_set_text (batch, "kind", kinds[wanted->kind].id);
  plt_batch_set_integer (batch, "lag_days", wanted->lag);
  plt_batch_set_text (batch, "lag_unit", unit);
}

static void
write_all (Reading *reading, PltBatch *batch)
{
  const PltFacts *facts = reading->retro->facts;

  match_old (reading);
  for (guint i = 0; i < facts->task_links.n; i++)
    {
      const PltTaskLinkFacts *link = &facts->task_links.items[i];
      gboolean is_kept = !is_typed (reading, link->task);

      for (guint j = 0; j < reading->wanted->len && !is_kept; j++)
        is_kept = g_array_index (reading->wanted, Wanted, j).row == link->id;
      if (!is_kept)
        plt_batch_delete (batch, "task_link", link->id);
    }
  for (guint i = 0; i < reading->wanted->len; i++)
    write_one (facts, &g_array_index (reading->wanted, Wanted, i), batch);
}

gboolean
plt_retro_put_predecessors (const PltRetro *self,
                            const PltRetroTyped *typed,
                            guint n_typed,
                            PltBatch *batch,
                            GError **error)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));
  Reading reading = { self, typed, n_typed, wanted };

  for (guint i = 0; i < n_typed; i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (typed[i].text, ";\n", -1);

      for (guint j = 0; parts[j] != NULL; j++)
        if (!read_part (&reading, i, parts[j], error))
          return FALSE;
    }
  if (refuse_circle (&reading, error))
    return FALSE;
  write_all (&reading, batch);
  return TRUE;
}
