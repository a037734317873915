/* Shared by the files plt-script-batch*.c: the plan while it is made. */
#pragma once

#include "plt-facts.h"
#include "plt-script-batch.h"
#include "plt-script-roles.h"
#include "plt-script-stored.h"

G_BEGIN_DECLS

/* A séquence of the production as it will be: a row that is there, or one to be made. */
typedef struct
{
  gint64 id;                     /* row, or handle once made; 0 before */
  const PltSequenceFacts *facts; /* NULL: to be made */
  gint old_scene;                /* in the last version, -1: none */
  gint new_scene;                /* in the draft, -1: not in it */
  gint part_of;                  /* a new one: the row it was parted from, -1 */
  gint joined_into;              /* the row its text went into, -1 */
  gint64 last_version;           /* of one cut before: the last that had it; 0 */
  char *number;                  /* as it will be */
  gboolean moved;                /* not where it was among those found again */
  gboolean rewritten;            /* heading or text is not as it was */
  gboolean cut, restored;        /* by this draft */
} PltPlanRow;

typedef struct
{
  PltStore *store;
  const PltScript *script;
  const PltScriptImportOptions *options;
  PltImportPlan *result;
  PltImportCounts *counts; /* of the result, as the batch */
  PltFacts *facts;
  PltStoredScript *stored; /* (nullable): the last version */
  PltBatch *batch;
  PltScript *remarks;   /* holds those of the merge */
  GArray *old_sketches; /* PltSceneSketch, by row that is there */
  GArray *new_sketches; /* by scene of the draft */
  GArray *rows;         /* PltPlanRow: those there by position, then the new ones by scene */
  GArray *order;        /* guint: rows as they will stand */
  gint *row_of;         /* by scene of the draft */
  GHashTable *sets;     /* "parent id|folded name" -> gint64 of a set */
  gint64 version;       /* handle of script_version */
  gboolean first;       /* no script before */
} PltScriptPlan;

static inline PltPlanRow *
plt_plan_row (const PltScriptPlan *self, guint i)
{
  return &g_array_index (self->rows, PltPlanRow, i);
}

static inline const PltScene *
plt_plan_new_scene (const PltScriptPlan *self, const PltPlanRow *row)
{
  return row->new_scene < 0 ? NULL : g_ptr_array_index (self->script->scenes, row->new_scene);
}

static inline const PltScene *
plt_plan_old_scene (const PltScriptPlan *self, const PltPlanRow *row)
{
  return row->old_scene < 0 ? NULL
                            : g_ptr_array_index (self->stored->script->scenes, row->old_scene);
}

/* plt-script-batch-rows.c: which row is which scene, and their order */
gboolean plt_plan_match_rows (PltScriptPlan *self, GError **error);
void plt_plan_order_rows (PltScriptPlan *self);

/* plt-script-batch-numbers.c */
void plt_plan_number_rows (PltScriptPlan *self);

/* plt-script-batch-sequences.c: sets and séquences */
void plt_plan_write_sequences (PltScriptPlan *self);

/* plt-script-batch-entries.c: what is told of it */
void plt_plan_find_moved (PltScriptPlan *self);
void plt_plan_write_entries (PltScriptPlan *self);

/* plt-script-batch-roles.c */
gboolean plt_plan_write_roles (PltScriptPlan *self, GError **error);

G_END_DECLS
