/* Kinds of documents: one const struct each, one file each, one line in plt-document-kinds.c. */
#pragma once

#include "plt-document.h"

G_BEGIN_DECLS

typedef struct _PltStore PltStore;

typedef enum
{
  PLT_PARAM_REFERENCE, /* a row of `table` */
  PLT_PARAM_BOOLEAN,
  PLT_PARAM_CHOICE,
  PLT_PARAM_DATE,
  PLT_PARAM_TEXT,
  PLT_PARAM_LIST, /* several of the choices, or "aucun" */
} PltParamType;

#define PLT_PARAM_NONE "aucun" /* of a list: an empty one would be the initial one */

typedef struct
{
  const char *id;    /* "day" */
  const char *title; /* N_() msgid */
  PltParamType type;
  const char *table;   /* of a reference */
  const char *choices; /* "a4,a3" */
  const char *initial; /* or NULL: current version, next day ... decided by build */
  const char *titles; /* of the choices, N_() msgid with as many parts; NULL: the ids in capitals */
} PltParamSpec;

/* name -> text in one form a type: "1" or "0", ISO date, id of the choice; a reference as typed */
typedef struct _PltParams PltParams;

typedef struct
{
  const char *id;             /* "feuille-de-service" */
  const char *title;          /* "Feuille de service": French, documents are French papers */
  const char *phase;          /* "preparation" ... as task.phase */
  const PltParamSpec *params; /* ends with { NULL } */
  PltDocument *(*build) (PltStore *store, const PltParams *params, GError **error);
} PltDocumentKind;

const PltDocumentKind *const *plt_document_kinds (void); /* NULL-terminated */
const PltDocumentKind *plt_document_kind_find (const char *id);

PltParams *plt_params_new (void);
void plt_params_free (PltParams *self);
gboolean plt_params_set (PltParams *self,
                         const PltDocumentKind *kind,
                         const char *name,
                         const char *text,
                         GError **error);
const char *plt_params_get (const PltParams *self, const char *name); /* (nullable) */

/* What a paper is built from instead of reading the production again: plt-paper.h. */
typedef struct _PltPaperLoan PltPaperLoan;

void plt_params_lend (PltParams *self, const PltPaperLoan *loan);
const PltPaperLoan *plt_params_loan (const PltParams *self); /* (nullable) */
PltDate plt_params_edition_date (
    const PltParams *self); /* the parameter "date" every kind accepts, else today */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltParams, plt_params_free)

/* Every kind accepts "date" besides its own parameters. */
PltDocument *
plt_document_build (PltStore *store, const char *kind, const PltParams *params, GError **error);

G_END_DECLS
