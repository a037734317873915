#include "plt-network-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"

#define ANCHOR "ancre"
#define MANY_ROWS 10000

static const char *const phases[]
    = { "developpement", "preparation", "tournage", "postproduction", "diffusion" };

/* What is read of one kind. */
typedef struct
{
  const PltReferential *table;
  PltNetworkTemplate *self;
  GHashTable *codes; /* to row + 1 */
  GArray *places;    /* (element-type guint): row of the table, by row */
  int anchor;
} Reader;

static void
template_free (PltNetworkTemplate *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->links);
  g_free (self);
}

/* ---- rows ---- */

static gboolean
fail (const Reader *reader, const char *code, const char *what, GError **error)
{
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               /* Translators: kind and task of a template, then a sentence on what is wrong */
               _ ("The schedule template %s, task “%s”: %s"), reader->self->kind, code, what);
  return FALSE;
}

static gboolean
read_days (const char *text, int *days)
{
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, 0, PLT_NETWORK_MAX_DAYS, &value, NULL))
    return FALSE;
  *days = (int) value;
  return TRUE;
}

static gboolean
is_phase (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    if (g_str_equal (text, phases[i]))
      return TRUE;
  return FALSE;
}

static gboolean
read_row (Reader *reader, guint place, GError **error)
{
  const PltReferential *table = reader->table;
  const char *stone = plt_referential_get (table, place, "jalon");
  const char *unit = plt_referential_get (table, place, "unite");
  PltNetworkTemplateRow row = {
    .code = plt_referential_get (table, place, "code"),
    .phase = plt_referential_get (table, place, "phase"),
    .label = plt_referential_get (table, place, "libelle"),
    .team = plt_referential_get (table, place, "equipe"),
    .unit = g_str_equal (unit, "calendaire") ? PLT_NETWORK_CALENDAR : PLT_NETWORK_WORKING,
    .morning = g_str_equal (stone, "debut"),
    .early = g_str_equal (plt_referential_get (table, place, "placement"), "tot"),
    .source = plt_referential_get (table, place, "source"),
    .confidence = plt_referential_get (table, place, "confiance"),
    .remark = plt_referential_get (table, place, "remarque"),
    .is_sourced = g_str_equal (plt_referential_get (table, place, "marque"), "source"),
  };

  if (*row.code == '\0' || *row.label == '\0')
    return fail (reader, row.code, _ ("a code and a name are needed."), error);
  if (g_hash_table_contains (reader->codes, row.code))
    return fail (reader, row.code, _ ("its code is there twice."), error);
  if (!is_phase (row.phase))
    return fail (reader, row.code, _ ("its phase is not one of the five."), error);
  if (!read_days (plt_referential_get (table, place, "duree"), &row.days)
      || !read_days (plt_referential_get (table, place, "mini"), &row.least)
      || !read_days (plt_referential_get (table, place, "maxi"), &row.most) || row.least > row.days
      || row.days > row.most)
    return fail (reader, row.code, _ ("its duration, or its range, is not in whole days."), error);
  if ((row.days == 0) != (*stone != '\0'))
    return fail (reader, row.code, _ ("a milestone lasts 0 days, and only a milestone does."),
                 error);
  if (g_str_equal (stone, ANCHOR))
    {
      if (reader->anchor >= 0)
        return fail (reader, row.code, _ ("there is an anchor already."), error);
      reader->anchor = (int) reader->self->rows->len;
    }
  g_array_append_val (reader->self->rows, row);
  g_array_append_val (reader->places, place);
  g_hash_table_insert (reader->codes, (gpointer) row.code,
                       GUINT_TO_POINTER (reader->self->rows->len));
  return TRUE;
}

/* ---- links ---- */

/* "DD+10", "FD+30c", "FF": nothing else. */
static gboolean
read_kind (const char *text, PltNetworkLink *link)
{
  static const char *const kinds[] = { "FD", "DD", "FF", "DF" };
  g_autofree char *number = NULL;
  gsize length;
  gint64 lag;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      if (!g_str_has_prefix (text, kinds[k]))
        continue;
      link->kind = (PltNetworkKind) k;
      text += 2;
      if (*text == '\0')
        return TRUE;
      if (*text != '+' && *text != '-')
        return FALSE;
      length = strlen (text);
      if (text[length - 1] == 'c')
        {
          link->unit = PLT_NETWORK_CALENDAR;
          length--;
        }
      number = g_strndup (text + (*text == '+' ? 1 : 0), length - (*text == '+' ? 1 : 0));
      if (!g_ascii_string_to_signed (number, 10, -PLT_NETWORK_MAX_DAYS, PLT_NETWORK_MAX_DAYS, &lag,
                                     NULL))
        return FALSE;
      link->lag = (int) lag;
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_link (Reader *reader, guint row, const char *text, GError **error)
{
  const PltNetworkTemplateRow *self
      = &g_array_index (reader->self->rows, PltNetworkTemplateRow, row);
  g_autofree char *code = g_strdup (text);
  PltNetworkLink link = { .id = reader->self->links->len + 1, .to = row };
  char *kind = strchr (g_strstrip (code), ' ');
  guint from;

  if (kind != NULL)
    *kind++ = '\0';
  from = GPOINTER_TO_UINT (g_hash_table_lookup (reader->codes, code));
  if (from == 0)
    {
      g_autofree char *what
          = g_strdup_printf (_ ("it comes after “%s”, which is not there."), code);

      return fail (reader, self->code, what, error);
    }
  if (kind != NULL && !read_kind (g_strstrip (kind), &link))
    {
      g_autofree char *what = g_strdup_printf (
          _ ("“%s” is no link: write FD, DD, FF or DF and a lag, as in DD+10."), kind);

      return fail (reader, self->code, what, error);
    }
  link.from = from - 1;
  g_array_append_val (reader->self->links, link);
  return TRUE;
}

static gboolean
read_links (Reader *reader, GError **error)
{
  for (guint i = 0; i < reader->self->rows->len; i++)
    {
      const char *after
          = plt_referential_get (reader->table, g_array_index (reader->places, guint, i), "apres");
      g_auto (GStrv) parts = g_strsplit (after, ";", -1);

      for (guint p = 0; parts[p] != NULL; p++)
        if (*g_strstrip (parts[p]) != '\0' && !read_link (reader, i, parts[p], error))
          return FALSE;
    }
  return TRUE;
}

/* ---- what holds of a whole template ---- */

/* Whatever is as late as possible needs something later to be late for, the anchor at last. */
static gboolean
check_ends (const Reader *reader, GError **error)
{
  const PltNetworkTemplate *self = reader->self;
  g_autofree gboolean *leads = g_new0 (gboolean, self->rows->len);

  for (guint i = 0; i < self->links->len; i++)
    leads[g_array_index (self->links, PltNetworkLink, i).from] = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltNetworkTemplateRow *row = &g_array_index (self->rows, PltNetworkTemplateRow, i);

      if (!leads[i] && !row->early && i != self->anchor)
        return fail (reader, row->code,
                     _ ("nothing comes after it: link it to what does, or place it “tot”."), error);
    }
  return TRUE;
}

static gboolean
check_circles (const Reader *reader, GError **error)
{
  PltDate some_day = plt_date_from_ymd (2026, 1, 5);
  g_autoptr (PltNetworkDraft) draft = plt_network_template_draft (reader->self, some_day, NULL, 0);
  g_autoptr (PltNetwork) network = plt_network_new (&draft->input, error);

  if (network == NULL)
    g_prefix_error (error, "%s: ", reader->self->kind);
  return network != NULL;
}

static PltNetworkTemplate *
read_kind_of (const PltReferential *table, const char *kind, GError **error)
{
  PltNetworkTemplate *self = g_new0 (PltNetworkTemplate, 1);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  Reader reader = { table, self, codes, places, -1 };
  gboolean is_read = TRUE;

  self->kind = kind;
  self->rows = g_array_new (FALSE, FALSE, sizeof (PltNetworkTemplateRow));
  self->links = g_array_new (FALSE, FALSE, sizeof (PltNetworkLink));
  for (guint i = 0; i < plt_referential_n_rows (table) && is_read; i++)
    if (g_str_equal (plt_referential_get (table, i, "genre"), kind))
      is_read = read_row (&reader, i, error);
  if (is_read && reader.anchor < 0)
    is_read = fail (&reader, ANCHOR, _ ("one milestone has to be the anchor."), error);
  self->anchor = (guint) MAX (reader.anchor, 0);
  if (is_read && read_links (&reader, error) && check_circles (&reader, error)
      && check_ends (&reader, error))
    return self;
  template_free (self);
  return NULL;
}

/**
 * plt_network_templates_parse:
 * @content: text of the referential
 *
 * Returns: (transfer full) (nullable): all its kinds
 */
PltNetworkTemplates *
plt_network_templates_parse (const char *content, GError **error)
{
  g_autoptr (PltNetworkTemplates) self = g_new0 (PltNetworkTemplates, 1);

  g_return_val_if_fail (content != NULL, NULL);

  self->table = plt_referential_parse (content);
  self->kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) template_free);
  if (plt_referential_n_rows (self->table) > MANY_ROWS)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                   _ ("The schedule templates have more than %d rows: keep fewer of them."),
                   MANY_ROWS);
      return NULL;
    }
  for (guint i = 0; i < plt_referential_n_rows (self->table); i++)
    {
      const char *kind = plt_referential_get (self->table, i, "genre");
      PltNetworkTemplate *one;

      if (plt_network_templates_find (self, kind) != NULL)
        continue;
      one = read_kind_of (self->table, kind, error);
      if (one == NULL)
        return NULL;
      g_ptr_array_add (self->kinds, one);
    }
  return g_steal_pointer (&self);
}

void
plt_network_templates_free (PltNetworkTemplates *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->kinds);
  plt_referential_free (self->table);
  g_free (self);
}

const PltNetworkTemplate *
plt_network_templates_find (const PltNetworkTemplates *self, const char *kind)
{
  for (guint i = 0; i < self->kinds->len; i++)
    if (g_str_equal (((const PltNetworkTemplate *) self->kinds->pdata[i])->kind, kind))
      return self->kinds->pdata[i];
  return NULL;
}

/* ---- a plan to begin with ---- */

static guint
add_groups (const PltNetworkTemplate *self, PltNetworkTask *tasks)
{
  guint n = self->rows->len;

  for (guint p = 0; p < G_N_ELEMENTS (phases); p++)
    {
      gboolean is_used = FALSE;

      for (guint i = 0; i < self->rows->len; i++)
        if (g_str_equal (g_array_index (self->rows, PltNetworkTemplateRow, i).phase, phases[p]))
          {
            tasks[i].parent = (int) n;
            is_used = TRUE;
          }
      if (is_used)
        {
          tasks[n] = PLT_NETWORK_TASK (n + 1, phases[p], 0);
          n++;
        }
    }
  return n;
}

/* Days after the anchor that all the rest may need, then what it does need. */
static void
set_end (PltNetworkDraft *draft, const PltNetworkTemplate *self, PltDate anchor)
{
  g_autoptr (PltNetwork) network = NULL;
  g_autoptr (PltNetworkPlan) plan = NULL;
  int sum = 0;

  for (guint i = 0; i < self->rows->len; i++)
    sum += g_array_index (self->rows, PltNetworkTemplateRow, i).early
               ? g_array_index (self->rows, PltNetworkTemplateRow, i).days
               : 0;
  draft->input.end = anchor + MIN (sum, PLT_NETWORK_MAX_DAYS) * 2 + 60;
  network = plt_network_new (&draft->input, NULL);
  if (network == NULL)
    return;
  plan = plt_network_schedule (network);
  draft->input.end = MAX (plan->finish, anchor);
}

/**
 * plt_network_template_draft:
 * @anchor: date of the anchor; a closed day is taken for the one before it that is open
 * @calendars: the first one is that of all tasks; without any, Monday to Friday
 *
 * Returns: (transfer full): tasks and links, placed from the anchor by plt_network_schedule()
 */
PltNetworkDraft *
plt_network_template_draft (const PltNetworkTemplate *self,
                            PltDate anchor,
                            const PltNetworkCalendar *calendars,
                            guint n_calendars)
{
  PltNetworkDraft *draft = g_new0 (PltNetworkDraft, 1);
  guint n = self->rows->len;

  g_return_val_if_fail (anchor != PLT_DATE_NONE, NULL);

  draft->tasks = g_new0 (PltNetworkTask, n + G_N_ELEMENTS (phases));
  draft->links = g_memdup2 (self->links->data, MAX (self->links->len, 1) * sizeof *draft->links);
  for (guint i = 0; i < n; i++)
    {
      const PltNetworkTemplateRow *row = &g_array_index (self->rows, PltNetworkTemplateRow, i);
      PltNetworkTask *task = &draft->tasks[i];

      *task = PLT_NETWORK_TASK (i + 1, row->label, row->days);
      task->unit = row->unit;
      task->morning = row->morning;
      task->constraint = row->early ? PLT_NETWORK_EARLY : PLT_NETWORK_AS_PLAN;
    }
  draft->tasks[self->anchor].constraint = PLT_NETWORK_FINISH_ON;
  draft->tasks[self->anchor].date = anchor;
  draft->input = (PltNetworkInput){ .tasks = draft->tasks,
                                    .n_tasks = add_groups (self, draft->tasks),
                                    .links = draft->links,
                                    .n_links = self->links->len,
                                    .calendars = calendars,
                                    .n_calendars = n_calendars,
                                    .start = PLT_DATE_NONE,
                                    .backward = TRUE };
  set_end (draft, self, anchor);
  return draft;
}

void
plt_network_draft_free (PltNetworkDraft *self)
{
  if (self == NULL)
    return;
  g_free (self->tasks);
  g_free (self->links);
  g_free (self);
}
