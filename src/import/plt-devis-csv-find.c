/* Which account or line of the devis a row speaks of. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-csv-private.h"
#include "plt-error.h"
#include "plt-text.h"

#define MAX_NAMED 4 /* in a sentence */

struct _PltDevisIndex
{
  const PltSheetWords *words;
  GHashTable *ids;      /* id -> PltAccountFacts */
  GHashTable *children; /* ids of accounts that have some */
  GHashTable *codes;    /* key -> GPtrArray of Target */
  GHashTable *labels;   /* folded -> GPtrArray of Target */
  GPtrArray *targets;   /* owned */
  GHashTable *maps;     /* folded text -> code, owned */
};

typedef struct
{
  const PltAccountFacts *account;
  const PltLineFacts *line; /* NULL for the account itself */
  const char *code;
  char *folded; /* its label */
} Target;

static void
target_free (gpointer data)
{
  Target *self = data;

  g_free (self->folded);
  g_free (self);
}

/* "21-01", "21.01", "21 01", "2101*": letters and digits alone. */
static char *
key_of (const char *code)
{
  GString *key = g_string_new (NULL);

  for (const char *p = code; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (key, g_ascii_toupper (*p));
  return g_string_free (key, FALSE);
}

/* "21-1" as "21-01" is written; NULL when it is not of that form. */
static char *
padded_key_of (const char *code)
{
  gsize n = strlen (code);
  g_autofree char *head = NULL, *key = NULL;

  if (n < 4 || !g_ascii_isdigit (code[n - 1]) || g_ascii_isalnum (code[n - 2]))
    return NULL;
  head = g_strndup (code, n - 1);
  key = key_of (head);
  return g_strdup_printf ("%s0%c", key, code[n - 1]);
}

static void
add_to (GHashTable *table, char *key, Target *target)
{
  GPtrArray *list;

  if (*key == '\0')
    {
      g_free (key);
      return;
    }
  list = g_hash_table_lookup (table, key);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (table, g_strdup (key), list);
    }
  g_ptr_array_add (list, target);
  g_free (key);
}

static void
add_target (PltDevisIndex *self,
            const PltAccountFacts *account,
            const PltLineFacts *line,
            const char *code,
            const char *label)
{
  Target *target = g_new0 (Target, 1);

  target->account = account;
  target->line = line;
  target->code = code;
  target->folded = plt_sheet_fold (label);
  g_ptr_array_add (self->targets, target);
  add_to (self->codes, key_of (code), target);
  add_to (self->labels, g_strdup (target->folded), target);
}

static gboolean
read_maps (PltDevisIndex *self, const char *const *maps, GError **error)
{
  for (guint i = 0; maps != NULL && maps[i] != NULL; i++)
    {
      const char *equals = strrchr (maps[i], '=');
      g_autofree char *text
          = equals != NULL ? g_strndup (maps[i], (gsize) (equals - maps[i])) : NULL;
      g_autofree char *key = equals != NULL ? key_of (equals + 1) : NULL;

      if (key == NULL || g_hash_table_lookup (self->codes, key) == NULL)
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                       _ ("“%s” leads nowhere: write a code or label of the sheet, =, and the code "
                          "of an account or line of this budget."),
                       maps[i]);
          return FALSE;
        }
      g_hash_table_insert (self->maps, plt_sheet_fold (text), g_strdup (equals + 1));
    }
  return TRUE;
}

PltDevisIndex *
plt_devis_index_new (const PltFacts *facts,
                     const PltSheetWords *words,
                     gint64 budget,
                     const char *const *maps,
                     GError **error)
{
  g_autoptr (PltDevisIndex) self = g_new0 (PltDevisIndex, 1);

  self->words = words;
  self->ids = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->children = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->codes
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->labels
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->targets = g_ptr_array_new_with_free_func (target_free);
  self->maps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < facts->accounts.n; i++)
    {
      const PltAccountFacts *account = &facts->accounts.items[i];

      if (account->budget != budget)
        continue;
      g_hash_table_insert (self->ids, PLT_ID_TO_POINTER (account->id), (gpointer) account);
      g_hash_table_add (self->children, PLT_ID_TO_POINTER (account->parent));
      add_target (self, account, NULL, account->code, account->name);
    }
  for (guint i = 0; i < facts->lines.n; i++)
    {
      const PltLineFacts *line = &facts->lines.items[i];
      const PltAccountFacts *account = plt_devis_index_account (self, line->account);

      if (line->budget == budget && account != NULL)
        add_target (self, account, line, line->code, line->label);
    }
  return read_maps (self, maps, error) ? g_steal_pointer (&self) : NULL;
}

void
plt_devis_index_free (PltDevisIndex *self)
{
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->children);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->labels);
  g_ptr_array_unref (self->targets);
  g_hash_table_unref (self->maps);
  g_free (self);
}

const PltAccountFacts *
plt_devis_index_account (const PltDevisIndex *self, gint64 id)
{
  return g_hash_table_lookup (self->ids, PLT_ID_TO_POINTER (id));
}

const PltAccountFacts *
plt_devis_index_parent (const PltDevisIndex *self, const PltAccountFacts *account)
{
  return account->parent != 0 ? plt_devis_index_account (self, account->parent) : NULL;
}

gboolean
plt_devis_index_has_children (const PltDevisIndex *self, const PltAccountFacts *account)
{
  return g_hash_table_contains (self->children, PLT_ID_TO_POINTER (account->id));
}

/* ---- by code ---- */

/* (nullable): what has that code, in the first form that anything has */
static GPtrArray *
by_code (const PltDevisIndex *self, const char *code)
{
  g_autofree char *key = key_of (code);
  g_autofree char *padded = NULL;
  GPtrArray *list = g_hash_table_lookup (self->codes, key);

  if (list != NULL)
    return list;
  padded = padded_key_of (code);
  return padded != NULL ? g_hash_table_lookup (self->codes, padded) : NULL;
}

const PltAccountFacts *
plt_devis_index_account_by_code (const PltDevisIndex *self, const char *code)
{
  const GPtrArray *list = by_code (self, code);
  const PltAccountFacts *account = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Target *target = list->pdata[i];

      if (target->line != NULL)
        continue;
      if (account != NULL)
        return NULL;
      account = target->account;
    }
  return account;
}

const PltAccountFacts *
plt_devis_index_account_by_name (const PltDevisIndex *self, const char *folded)
{
  const GPtrArray *list = g_hash_table_lookup (self->labels, folded);
  const PltAccountFacts *account = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Target *target = list->pdata[i];

      if (target->line != NULL)
        continue;
      if (account != NULL)
        return NULL;
      account = target->account;
    }
  return account;
}

const PltLineFacts *
plt_devis_index_line_of (const PltDevisIndex *self,
                         const PltAccountFacts *account,
                         const char *folded)
{
  const GPtrArray *list = g_hash_table_lookup (self->labels, folded);
  const PltLineFacts *line = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Target *target = list->pdata[i];

      if (target->line == NULL || target->account != account)
        continue;
      if (line != NULL)
        return NULL;
      line = target->line;
    }
  return line;
}

const PltAccountFacts *
plt_devis_index_prefix (const PltDevisIndex *self, const char *code)
{
  g_autofree char *key = key_of (code);

  for (gsize n = strlen (key); n > 1;)
    {
      const GPtrArray *list;

      key[--n] = '\0';
      list = g_hash_table_lookup (self->codes, key);
      for (guint i = 0; list != NULL && i < list->len; i++)
        {
          const Target *target = list->pdata[i];

          if (target->line == NULL)
            return plt_devis_index_has_children (self, target->account) && n == 1 ? NULL
                                                                                  : target->account;
        }
    }
  return NULL;
}

/* ---- choosing ---- */

static char *
name_targets (const GPtrArray *list)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < list->len && i < MAX_NAMED; i++)
    {
      const Target *target = list->pdata[i];

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                              *target->code != '\0' ? target->code : target->account->code);
    }
  if (list->len > MAX_NAMED)
    g_string_append (names, " …");
  return g_string_free (names, FALSE);
}

static void
take (PltDevisFound *found, const Target *target, gboolean by_label)
{
  found->account = target->account;
  found->line = target->line;
  found->by_label = by_label;
}

/* One of several that have the same code in different forms: written so, or called so. */
static const Target *
choose_by_label (const GPtrArray *list, const char *code, const char *folded)
{
  const Target *chosen = NULL;
  guint n_same = 0, n_label = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const Target *target = list->pdata[i];

      if (*folded != '\0' && strcmp (target->folded, folded) == 0)
        {
          n_label++;
          chosen = target;
        }
    }
  if (n_label == 1)
    return chosen;
  for (guint i = 0; i < list->len; i++)
    {
      const Target *target = list->pdata[i];

      if (strcmp (target->code, code) == 0)
        {
          n_same++;
          chosen = target;
        }
    }
  return n_same == 1 && n_label == 0 ? chosen : NULL;
}

/* Of those that are called so: those of the context; without an amount the accounts, with one the
 * lines. */
static GPtrArray *
narrow (const GPtrArray *list, const PltAccountFacts *context, gboolean has_amount)
{
  g_autoptr (GPtrArray) here = g_ptr_array_new ();
  g_autoptr (GPtrArray) kind = g_ptr_array_new ();

  for (guint i = 0; i < list->len; i++)
    {
      const Target *target = list->pdata[i];

      if (context != NULL && target->line != NULL && target->account == context)
        g_ptr_array_add (here, (gpointer) target);
      if ((target->line != NULL) == has_amount)
        g_ptr_array_add (kind, (gpointer) target);
    }
  if (has_amount && here->len > 0)
    return g_steal_pointer (&here);
  if (kind->len > 0 && !has_amount)
    return g_steal_pointer (&kind);
  return g_ptr_array_copy ((GPtrArray *) list, NULL, NULL);
}

static gboolean
find_label (const PltDevisIndex *self,
            const char *folded,
            const PltAccountFacts *context,
            gboolean has_amount,
            PltDevisFound *found,
            char **problem)
{
  const GPtrArray *list = *folded != '\0' ? g_hash_table_lookup (self->labels, folded) : NULL;
  g_autoptr (GPtrArray) narrowed = NULL;
  g_autofree char *names = NULL;

  if (list == NULL)
    return TRUE;
  narrowed = narrow (list, context, has_amount);
  if (narrowed->len == 1)
    {
      take (found, narrowed->pdata[0], TRUE);
      return TRUE;
    }
  names = name_targets (narrowed);
  *problem
      = g_strdup_printf (_ ("Several accounts or lines are called so: %s. Say which one by its "
                            "code."),
                         names);
  return FALSE;
}

/* "poste 2 personnel", "21 - producteurs", "21-01 option": the code that a label begins with, when
 * what follows it, its form or the word before it says that it is one. */
static gboolean
find_in_label (const PltDevisIndex *self, const char *folded, PltDevisFound *found)
{
  const char *rest = folded;
  gboolean announced = plt_sheet_words_begin (self->words, "poste", folded, &rest) != NULL;
  gsize n = strspn (rest, "0123456789.-");
  g_autofree char *code = NULL;
  const GPtrArray *list;
  const Target *target;
  gboolean written;

  while (n > 0 && strchr (".-", rest[n - 1]) != NULL)
    n--;
  if (n == 0 || !g_ascii_isdigit (*rest) || (rest[n] != '\0' && strchr (" .-", rest[n]) == NULL))
    return FALSE;
  code = g_strndup (rest, n);
  rest += n;
  rest += strspn (rest, " .-");
  if (g_str_has_prefix (rest, "\342\200\223 ") || g_str_has_prefix (rest, "\342\200\224 "))
    rest += 4;
  written = strpbrk (code, ".-") != NULL;
  list = by_code (self, code);
  target = list == NULL     ? NULL
           : list->len == 1 ? list->pdata[0]
                            : choose_by_label (list, code, rest);
  if (target == NULL || (!announced && !written && strcmp (target->folded, rest) != 0))
    return FALSE;
  take (found, target, FALSE);
  return TRUE;
}

/* A code that is nobody's here, with a label that somebody has elsewhere. */
static gboolean
contradicts (const PltDevisIndex *self, const char *code, const PltDevisFound *found)
{
  const PltAccountFacts *prefix = plt_devis_index_prefix (self, code);

  return found->account != NULL && prefix != NULL && found->account != prefix
         && plt_devis_index_parent (self, found->account) != prefix;
}

gboolean
plt_devis_index_find (const PltDevisIndex *self,
                      const char *code,
                      const char *folded,
                      const PltAccountFacts *context,
                      gboolean has_amount,
                      PltDevisFound *found,
                      char **problem)
{
  g_autofree char *folded_code = plt_sheet_fold (code);
  const char *mapped = *folded_code != '\0' ? g_hash_table_lookup (self->maps, folded_code) : NULL;
  const GPtrArray *list;

  *found = (PltDevisFound){ NULL, NULL, FALSE };
  if (mapped == NULL)
    mapped = g_hash_table_lookup (self->maps, folded);
  list = *code != '\0' || mapped != NULL ? by_code (self, mapped != NULL ? mapped : code) : NULL;
  if (list != NULL)
    {
      const Target *target = list->len == 1
                                 ? list->pdata[0]
                                 : choose_by_label (list, mapped != NULL ? mapped : code, folded);
      g_autofree char *names = NULL;

      if (target != NULL)
        {
          take (found, target, FALSE);
          return TRUE;
        }
      names = name_targets (list);
      *problem
          = g_strdup_printf (_ ("The code “%s” may be any of %s. Say which one."), code, names);
      return FALSE;
    }
  if (*code == '\0' && find_in_label (self, folded, found))
    return TRUE;
  if (!find_label (self, folded, context, has_amount, found, problem))
    return FALSE;
  if (*code == '\0' || !contradicts (self, code, found))
    return TRUE;
  *problem = g_strdup_printf (
      _ ("Its code “%s” is of another account than its label, which is that of "
         "%s. Say which of the two counts."),
      code,
      found->line != NULL && *found->line->code != '\0' ? found->line->code : found->account->code);
  return FALSE;
}
