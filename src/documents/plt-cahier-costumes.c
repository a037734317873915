/* Cahier costumes: role by role, one line a costume number, with the séquences it is worn in, in
 * the order of the story, and what must match. What is not there yet says so: a number that a
 * séquence names and nobody described, séquences without a number. */
#include "plt-document-kinds-private.h"
#include "plt-script-paper.h"
#include "plt-story.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-costumes.h"
#include "plt-error.h"
#include "plt-text.h"

static const PltParamSpec params_spec[] = {
  { "role", N_ ("Role"), PLT_PARAM_REFERENCE, "element", NULL, NULL },
  { NULL },
};

static const PltDocColumn columns[] = {
  { .title = "Costume", .id = "costume", .width = 46 },
  { .title = "Description", .id = "description", .weight = 4, .min = 110 },
  { .title = "Maquillage, coiffure", .id = "hmc", .weight = 2, .min = 70 },
  { .title = "Ex.", .id = "exemplaires", .width = 28 },
  { .title = "Séq.", .id = "nombre", .width = 30 },
  { .title = "Jours-fiction et séquences", .id = "sequences", .weight = 5, .min = 140 },
  { .title = "Raccords", .id = "raccords", .weight = 3, .min = 90 },
  { .title = "Notes", .id = "notes", .weight = 2, .min = 60 },
};

#define TO_DEFINE "à définir"

typedef struct
{
  PltScriptPaper paper;
  GHashTable *story; /* id of a séquence -> its place in the story, from 1 */
  PltDocTable *table;
} Builder;

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->story, g_hash_table_unref);
  plt_script_paper_close (&self->paper);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static void
add_number (GPtrArray *numbers, const char *number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (plt_text_compare (numbers->pdata[i], number) == 0)
      return;
  g_ptr_array_add (numbers, g_strdup (number));
}

/* "" is worn where the séquence names no costume. */
static gboolean
is_worn (const PltOccurrenceFacts *occurrence, const char *number)
{
  g_auto (GStrv) worn = plt_story_costume_numbers (occurrence->costume);

  for (guint i = 0; worn[i] != NULL; i++)
    if (plt_text_compare (worn[i], number) == 0)
      return TRUE;
  return *number == '\0' && worn[0] == NULL;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return plt_text_compare (*(const char *const *) a, *(const char *const *) b);
}

/* (element-type utf8): described or worn, in order; "" comes last: séquences without a number. */
static GPtrArray *
collect_numbers (const Builder *self, const PltElementFacts *role)
{
  const GPtrArray *occurrences = plt_script_paper_of_element (&self->paper, role->id);
  const PltFacts *facts = self->paper.source.facts;
  GPtrArray *numbers = g_ptr_array_new_with_free_func (g_free);
  gboolean bare = FALSE;

  for (guint i = 0; i < facts->costumes.n; i++)
    if (facts->costumes.items[i].role == role->id)
      add_number (numbers, facts->costumes.items[i].number);
  for (guint i = 0; i < occurrences->len; i++)
    {
      g_auto (GStrv) worn
          = plt_story_costume_numbers (((PltOccurrenceFacts *) occurrences->pdata[i])->costume);

      for (guint j = 0; worn[j] != NULL; j++)
        add_number (numbers, worn[j]);
      bare = bare || worn[0] == NULL;
    }
  g_ptr_array_sort (numbers, compare_numbers);
  if (bare)
    g_ptr_array_add (numbers, g_strdup (""));
  return numbers;
}

static guint
place_in_story (const Builder *self, gint64 sequence)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->story, PLT_ID_TO_POINTER (sequence)));
}

static int
compare_by_story (gconstpointer a, gconstpointer b, gpointer data)
{
  const Builder *self = data;
  guint first = place_in_story (self, (*(const PltOccurrenceFacts *const *) a)->sequence);
  guint second = place_in_story (self, (*(const PltOccurrenceFacts *const *) b)->sequence);

  return first < second ? -1 : first > second;
}

/* (element-type PltOccurrenceFacts): where the role wears it, in the order of the story. */
static GPtrArray *
collect_worn (const Builder *self, const PltElementFacts *role, const char *number)
{
  const GPtrArray *occurrences = plt_script_paper_of_element (&self->paper, role->id);
  GPtrArray *worn = g_ptr_array_new ();

  for (guint i = 0; i < occurrences->len; i++)
    if (is_worn (occurrences->pdata[i], number))
      g_ptr_array_add (worn, occurrences->pdata[i]);
  g_ptr_array_sort_with_data (worn, compare_by_story, (gpointer) self);
  return worn;
}

/* "J1 : 3 (E/J), 4 (I/N)", a line a story day. */
static char *
sequences_text (const Builder *self, const GPtrArray *worn)
{
  GString *text = g_string_new (NULL);
  const char *day = NULL;

  for (guint i = 0; i < worn->len; i++)
    {
      const PltOccurrenceFacts *occurrence = worn->pdata[i];
      const PltSequenceFacts *sequence
          = plt_script_paper_sequence (&self->paper, occurrence->sequence);
      const char *code = plt_effect_code (sequence->int_ext, sequence->effect);

      if (day == NULL || strcmp (day, sequence->story_day) != 0)
        {
          day = sequence->story_day;
          g_string_append_printf (text, "%s%s : ", text->len > 0 ? "\n" : "",
                                  *day != '\0' ? day : "Sans jour-fiction");
        }
      else
        g_string_append (text, ", ");
      g_string_append_printf (text, "%s%s%s%s", sequence->number, *code != '\0' ? " (" : "", code,
                              *code != '\0' ? ")" : "");
    }
  return g_string_free (text, FALSE);
}

/* Of the role, in the séquences where it wears this. */
static char *
raccords_text (const Builder *self, const PltElementFacts *role, const GPtrArray *worn)
{
  const PltFacts *facts = self->paper.source.facts;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < worn->len; i++)
    for (guint j = 0; j < facts->raccords.n; j++)
      {
        const PltRaccordFacts *raccord = &facts->raccords.items[j];
        const PltSequenceFacts *here = plt_script_paper_sequence (&self->paper, raccord->sequence);
        const PltSequenceFacts *with
            = plt_script_paper_sequence (&self->paper, raccord->with_sequence);

        if (raccord->element != role->id
            || raccord->sequence != ((PltOccurrenceFacts *) worn->pdata[i])->sequence)
          continue;
        g_string_append_printf (text, "%sséq. %s%s%s : %s", text->len > 0 ? "\n" : "", here->number,
                                with != NULL ? " avec " : "", with != NULL ? with->number : "",
                                raccord->description);
      }
  return g_string_free (text, FALSE);
}

static void
add_costume (const Builder *self, const PltElementFacts *role, const char *number)
{
  const PltCostumeFacts *costume = plt_costumes_find (self->paper.source.facts, role->id, number);
  g_autoptr (GPtrArray) worn = collect_worn (self, role, number);
  g_autofree char *sequences = sequences_text (self, worn);
  g_autofree char *raccords = raccords_text (self, role, worn);
  gboolean described = costume != NULL && *costume->description != '\0';
  PltDocTable *table = self->table;
  PltRef ref = { NULL, 0, NULL };
  PltDocCell *cell;

  if (costume != NULL)
    ref = (PltRef){ "costume", costume->id, "number" };
  else if (worn->len > 0)
    ref = (PltRef){ "sequence_element", ((PltOccurrenceFacts *) worn->pdata[0])->id, "costume" };
  plt_doc_table_row (table, "row.normal");
  cell = plt_doc_table_text (table, *number != '\0' ? number : "Sans n°");
  plt_doc_cell_style (cell, *number != '\0' ? "cell.strong" : "cell.warning");
  plt_doc_cell_ref (cell, ref);
  cell = plt_doc_table_text (table, described ? costume->description : TO_DEFINE);
  if (!described)
    plt_doc_cell_style (cell, "cell.warning");
  if (costume != NULL)
    ref.column = "description";
  plt_doc_cell_ref (cell, ref);
  plt_doc_table_text (table, costume != NULL ? costume->make_up : "");
  plt_doc_table_number (table, costume != NULL ? costume->copies : PLT_UNKNOWN, 0);
  plt_doc_table_number (table, worn->len, 0);
  plt_doc_table_text (table, sequences);
  plt_doc_table_text (table, raccords);
  plt_doc_table_text (table, costume != NULL ? costume->note : "");
}

/* Returns how many costumes the role has. */
static guint
add_role (const Builder *self, const PltElementFacts *role)
{
  g_autoptr (GPtrArray) numbers = collect_numbers (self, role);
  g_autofree char *name = plt_script_paper_role (&self->paper, role);
  g_autoptr (GString) title = g_string_new (NULL);
  guint n = numbers->len;
  PltDocCell *cell;

  if (n > 0 && *(const char *) numbers->pdata[n - 1] == '\0')
    n--;
  if (role->number != PLT_UNKNOWN)
    g_string_append_printf (title, "%" G_GINT64_FORMAT "  ", role->number);
  g_string_append_printf (title, "%s   ", name);
  if (n > 0)
    g_string_append_printf (title, "%u costume%s", n, n > 1 ? "s" : "");
  else
    g_string_append (title, "aucun costume numéroté");
  plt_doc_table_row (self->table, "row.group");
  cell = plt_doc_table_text (self->table, title->str);
  plt_doc_cell_ref (cell, (PltRef){ "element", role->id, "name" });
  plt_doc_cell_span (cell, G_N_ELEMENTS (columns));
  for (guint i = 0; i < numbers->len; i++)
    add_costume (self, role, numbers->pdata[i]);
  return n;
}

static void
index_story (Builder *self)
{
  g_autoptr (GPtrArray) order = plt_story_order (self->paper.source.facts);

  self->story = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < order->len; i++)
    g_hash_table_insert (self->story,
                         PLT_ID_TO_POINTER (((PltSequenceFacts *) order->pdata[i])->id),
                         GUINT_TO_POINTER (i + 1));
}

/* Roles, and whoever else has a costume. */
static GPtrArray *
collect_roles (const Builder *self)
{
  const PltFacts *facts = self->paper.source.facts;
  GPtrArray *roles = plt_script_paper_family (&self->paper, "roles");

  for (guint i = 0; i < facts->costumes.n; i++)
    {
      const PltElementFacts *role
          = plt_script_paper_element (&self->paper, facts->costumes.items[i].role);

      if (role != NULL && !g_ptr_array_find (roles, role, NULL))
        g_ptr_array_add (roles, (gpointer) role);
    }
  return roles;
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Builder) self = { .table = NULL };
  g_autoptr (GPtrArray) roles = NULL;
  const PltElementFacts *only;
  PltDocument *document;
  guint n = 0;
  gint64 id;

  if (!plt_script_paper_reference (store, params, "role", "element", &id, error)
      || !plt_script_paper_open (&self.paper, store, params, error))
    return NULL;
  only = plt_script_paper_element (&self.paper, id);
  document = plt_script_paper_new (&self.paper, "Cahier costumes", only != NULL ? only->name : NULL,
                                   NULL, PLT_PAPER_A4, PLT_LANDSCAPE);
  if (!plt_script_paper_begin (&self.paper, document))
    return document;
  roles = collect_roles (&self);
  if (roles->len == 0)
    {
      plt_script_paper_note (document, "Aucun rôle n’est encore relevé : il n’y a pas de costume.");
      return document;
    }
  plt_script_paper_note (
      document, "Séquences dans l’ordre de l’histoire. Ex. : exemplaires identiques. « à "
                "définir » : costume que le dépouillement nomme et que personne n’a décrit, "
                "ou séquences sans numéro de costume.");
  index_story (&self);
  self.table = plt_document_table (document, "Costumes", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < roles->len; i++)
    if (only == NULL || only == roles->pdata[i])
      n += add_role (&self, roles->pdata[i]);
  if (only == NULL)
    {
      g_autofree char *label
          = g_strdup_printf ("Total   %u costume%s numéroté%s pour %u rôle%s", n, n > 1 ? "s" : "",
                             n > 1 ? "s" : "", roles->len, roles->len > 1 ? "s" : "");

      plt_doc_table_row (self.table, "row.grand-total");
      plt_doc_cell_span (plt_doc_table_text (self.table, label), G_N_ELEMENTS (columns));
    }
  return document;
}

const PltDocumentKind plt_document_cahier_costumes = {
  .id = "cahier-costumes",
  .title = "Cahier costumes",
  .phase = "developpement",
  .params = params_spec,
  .build = build,
};
