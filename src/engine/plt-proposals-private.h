/* Between the two halves of plt-proposals.h: what is proposed (plt-proposals.c) and how the text is
 * read (plt-proposals-text.c). */
#pragma once

#include "plt-proposals.h"

G_BEGIN_DECLS

/* An element of the production, to be recognised in the text. */
typedef struct
{
  const PltElementFacts *element;
  char *key;
  gboolean role;   /* then its plural is another name */
  gboolean proper; /* one word: only with a capital */
} PltKnownName;

#define PLT_OWNERS_SEVERAL -1

typedef struct
{
  const PltFacts *facts;
  const PltWordList *list;
  PltLanguage language;
  gboolean loose; /* a text without accents */
  PltWords *words;
  GHashTable *bags;     /* element -> its words */
  GHashTable *names;    /* first word -> GPtrArray of PltKnownName */
  GHashTable *exact;    /* "category key" -> element */
  GHashTable *owners;   /* "category word" -> the one element that has it, or PLT_OWNERS_SEVERAL */
  GHashTable *refused;  /* "sequence category key" */
  GHashTable *cues;     /* keys of those who speak anywhere */
  GHashTable *children; /* elements that the text says to be under 16 */
  GHashTable *adults;   /* and those it says to be older */
  GHashTable *here;     /* of the séquence being read: id -> PltProposal, borrowed */
  const PltSequenceFacts *sequence;
  GPtrArray *result;
} PltFinder;

typedef struct
{
  const PltElementFacts *element; /* (nullable): a known one */
  const char *name, *key;
  gint64 category;
  const char *hazard;
  gboolean hazard_only;
  gint64 quantity;
  const char *reason; /* id */
} PltFound;

const char *plt_proposal_reason (const char *id);
void plt_known_name_free (gpointer data);
void plt_finder_propose (PltFinder *self, const PltFound *found, const PltTagPlace *place);
void plt_finder_propose_entry (PltFinder *self,
                               const PltWordEntry *entry,
                               const char *words,
                               gint64 quantity,
                               const PltTagPlace *place);
void plt_finder_propose_element (PltFinder *self,
                                 const PltElementFacts *element,
                                 const char *reason,
                                 gint64 quantity,
                                 const PltTagPlace *place);
void plt_finder_propose_new (PltFinder *self,
                             const char *code,
                             const char *words,
                             const char *reason,
                             gint64 quantity,
                             const PltTagPlace *place);
void plt_finder_read_text (PltFinder *self, gint64 only);

G_END_DECLS
