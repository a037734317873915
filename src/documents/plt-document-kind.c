#include "plt-document-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-effect-scheme.h"
#include "plt-error.h"
#include "plt-load.h"
#include "plt-paper.h"
#include "plt-text.h"
#include "plt-today.h"

#define EDITION_DATE "date"

struct _PltParams
{
  GHashTable *texts; /* name -> text in its canonical form */
  PltPaperLoan loan; /* facts NULL: none */
};

/* Every kind accepts the date of the edition. */
static const PltParamSpec edition_date = {
  .id = EDITION_DATE,
  .title = N_ ("Date of the edition"),
  .type = PLT_PARAM_DATE,
};

/**
 * plt_document_kind_find:
 * @id: "feuille-de-service"
 *
 * Returns: (transfer none) (nullable): the kind, %NULL when there is none of that id
 */
const PltDocumentKind *
plt_document_kind_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (const PltDocumentKind *const *kind = plt_document_kinds (); *kind != NULL; kind++)
    if (strcmp ((*kind)->id, id) == 0)
      return *kind;
  return NULL;
}

PltParams *
plt_params_new (void)
{
  PltParams *self = g_new0 (PltParams, 1);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
plt_params_free (PltParams *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->texts);
  g_free (self);
}

static const PltParamSpec *
find_spec (const PltDocumentKind *kind, const char *name)
{
  for (const PltParamSpec *spec = kind->params; spec != NULL && spec->id != NULL; spec++)
    if (strcmp (spec->id, name) == 0)
      return spec;
  return strcmp (name, EDITION_DATE) == 0 ? &edition_date : NULL;
}

static gboolean
refuse_name (const PltDocumentKind *kind, const char *name, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  for (const PltParamSpec *spec = kind->params; spec != NULL && spec->id != NULL; spec++)
    if (strcmp (spec->id, EDITION_DATE) != 0)
      g_string_append_printf (known, "%s, ", spec->id);
  g_string_append (known, EDITION_DATE);
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("The document “%s” has no parameter “%s”. Its parameters are: %s."), kind->id,
               name, known->str);
  return FALSE;
}

static char *
read_boolean (const char *text)
{
  static const char *const yes[] = { "1", "oui", "yes", "true", "vrai" };
  static const char *const no[] = { "0", "non", "no", "false", "faux" };
  g_autofree char *folded = plt_text_fold (text);
  for (gsize i = 0; i < G_N_ELEMENTS (yes); i++)
    if (strcmp (folded, yes[i]) == 0)
      return g_strdup ("1");
  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    if (strcmp (folded, no[i]) == 0)
      return g_strdup ("0");
  return NULL;
}

static char *
read_choice (const PltParamSpec *spec, const char *text)
{
  g_autofree char *folded = plt_text_fold (text);
  g_auto (GStrv) choices = g_strsplit (spec->choices, ",", -1);
  for (guint i = 0; choices[i] != NULL; i++)
    if (strcmp (choices[i], folded) == 0)
      return g_strdup (choices[i]);
  return NULL;
}

/* As typed, each once: "fin,equipe". */
static char *
read_list (const PltParamSpec *spec, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, ",; ", -1);
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = *words[i] != '\0' ? read_choice (spec, words[i]) : NULL;

      if (*words[i] == '\0')
        continue;
      if (word == NULL)
        return NULL;
      if (!g_ptr_array_find_with_equal_func (read, word, g_str_equal, NULL))
        g_ptr_array_add (read, g_steal_pointer (&word));
    }
  g_ptr_array_add (read, NULL);
  return g_strjoinv (",", (char **) read->pdata);
}

/* The canonical form of `text`, or NULL with an error. */
static char *
read_value (const PltParamSpec *spec, const char *text, GError **error)
{
  switch (spec->type)
    {
    case PLT_PARAM_REFERENCE:
    case PLT_PARAM_TEXT:
      return g_strdup (text);
    case PLT_PARAM_BOOLEAN:
      {
        char *value = read_boolean (text);
        if (value == NULL)
          g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                       _ ("The parameter “%s” cannot be “%s”. Write oui or non."), spec->id, text);
        return value;
      }
    case PLT_PARAM_LIST:
      if (strcmp (text, PLT_PARAM_NONE) == 0)
        return g_strdup (text);
      G_GNUC_FALLTHROUGH;
    case PLT_PARAM_CHOICE:
      {
        char *value
            = spec->type == PLT_PARAM_LIST ? read_list (spec, text) : read_choice (spec, text);
        if (value == NULL)
          g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                       _ ("The parameter “%s” cannot be “%s”. Choose one of: %s."), spec->id, text,
                       spec->choices);
        return value;
      }
    case PLT_PARAM_DATE:
      {
        PltDate date;
        if (plt_date_parse (text, &date, NULL))
          return plt_date_to_iso (date);
        g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                     _ ("The parameter “%s” cannot be “%s”. Write a date like 18/11/2026."),
                     spec->id, text);
        return NULL;
      }
    }
  g_return_val_if_reached (NULL);
}

/**
 * plt_params_set:
 * @kind: the kind of document the parameters are for
 * @name: id of one of its parameters, or "date"
 * @text: as typed; an empty text takes the parameter away
 *
 * Kept in one form a type: a boolean as "1" or "0", a date as ISO, a choice by its id. A reference
 * stays as typed: only the store can tell which row it names.
 *
 * Returns: %FALSE with PLT_ERROR_NOT_FOUND and the known names when there is no such parameter,
 * with PLT_ERROR_INVALID when it cannot be read
 */
gboolean
plt_params_set (PltParams *self,
                const PltDocumentKind *kind,
                const char *name,
                const char *text,
                GError **error)
{
  g_return_val_if_fail (self != NULL && kind != NULL && name != NULL && text != NULL, FALSE);

  const PltParamSpec *spec = find_spec (kind, name);
  if (spec == NULL)
    return refuse_name (kind, name, error);

  g_autofree char *squeezed = plt_text_squeeze (text);
  if (squeezed[0] == '\0')
    {
      g_hash_table_remove (self->texts, name);
      return TRUE;
    }
  char *value = read_value (spec, squeezed, error);
  if (value == NULL)
    return FALSE;
  g_hash_table_insert (self->texts, g_strdup (name), value);
  return TRUE;
}

/**
 * plt_params_get:
 *
 * Returns: (transfer none) (nullable): the text of the parameter, %NULL when it was not given; in
 * plt_document_build() one that has an initial value is always given
 */
const char *
plt_params_get (const PltParams *self, const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);
  return self != NULL ? g_hash_table_lookup (self->texts, name) : NULL;
}

void
plt_params_lend (PltParams *self, const PltPaperLoan *loan)
{
  g_return_if_fail (self != NULL && loan != NULL);

  self->loan = *loan;
}

const PltPaperLoan *
plt_params_loan (const PltParams *self)
{
  return self != NULL && self->loan.facts != NULL ? &self->loan : NULL;
}

/**
 * plt_params_edition_date:
 *
 * Returns: the parameter "date", else today
 */
PltDate
plt_params_edition_date (const PltParams *self)
{
  const char *text = plt_params_get (self, EDITION_DATE);

  return text != NULL ? plt_date_from_iso (text) : plt_today ();
}

/* What was given, and the initial values of what was not. */
static PltParams *
complete (const PltDocumentKind *kind, const PltParams *params)
{
  PltParams *all = plt_params_new ();
  for (const PltParamSpec *spec = kind->params; spec != NULL && spec->id != NULL; spec++)
    if (spec->initial != NULL)
      g_hash_table_insert (all->texts, g_strdup (spec->id), g_strdup (spec->initial));
  if (params != NULL)
    {
      GHashTableIter iter;
      gpointer name, text;
      all->loan = params->loan;
      g_hash_table_iter_init (&iter, params->texts);
      while (g_hash_table_iter_next (&iter, &name, &text))
        g_hash_table_insert (all->texts, g_strdup (name), g_strdup (text));
    }
  return all;
}

/**
 * plt_document_build:
 * @store: the production
 * @kind: id of a kind
 * @params: (nullable): parameters, %NULL for the initial ones
 *
 * Returns: (transfer full) (nullable): the document; %NULL with PLT_ERROR_NOT_FOUND and the known
 * kinds when there is no such kind, or with what the kind found wrong
 */
PltDocument *
plt_document_build (PltStore *store, const char *kind, const PltParams *params, GError **error)
{
  g_return_val_if_fail (store != NULL && kind != NULL, NULL);

  const PltDocumentKind *found = plt_document_kind_find (kind);
  if (found == NULL)
    {
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();
      for (const PltDocumentKind *const *known = plt_document_kinds (); *known != NULL; known++)
        g_ptr_array_add (ids, (gpointer) (*known)->id);
      g_ptr_array_add (ids, NULL);
      g_autofree char *list = g_strjoinv (", ", (char **) ids->pdata);
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("There is no document “%s”. The documents are: %s."), kind, list);
      return NULL;
    }

  g_autoptr (PltParams) all = complete (found, params);
  g_autoptr (PltDocument) document = found->build (store, all, error);
  const PltPaperLoan *loan = plt_params_loan (all);
  g_autoptr (PltFacts) colors
      = document != NULL && loan == NULL ? plt_facts_load_colors (store, error) : NULL;
  if (document == NULL || (colors == NULL && loan == NULL))
    return NULL;
  PltEffectScheme scheme = plt_effect_scheme_new (loan != NULL ? loan->facts : colors);
  plt_document_set_effects (document, &scheme);
  return g_steal_pointer (&document);
}
