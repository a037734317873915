/* The description of a table: written once, everything else follows.
 *
 * From a PltTable come the SQL checks, the create/read/update/delete commands, the query model, the
 * grid, the form, the validation messages, CSV and XLSX in and out, search, the command line and
 * the schema test. Descriptors are const and live for ever; ids are ASCII and never change once
 * landed.
 *
 * Storage of each type (STRICT tables): text, long text, choice, flags, date, file and formula are
 * TEXT NOT NULL DEFAULT ''; all others are INTEGER, NULL when empty (missing is never zero).
 *   boolean    0 or 1, NOT NULL DEFAULT 0
 *   money      centimes, id ends in _cents
 *   rate       millionths, id ends in _e6 (15,5 % = 155000)
 *   quantity   thousandths, id ends in _e3
 *   clock      minutes since midnight of the shooting day, may exceed 1440, id ends in _minutes
 *   duration   minutes, id ends in _minutes
 *   seconds    film length, id ends in _seconds
 *   eighths    of a page
 *   coordinate millionths of a degree, id ends in _e6
 *   date       TEXT, ISO 2026-05-12 or ''
 *   choice     TEXT, one of the ids of `choices`; open choices take any text
 *   flags      TEXT, ids of `choices` in their order, joined by ','
 *   reference  id of a row of `reference`
 *   formula    TEXT, a number or an expression of the devis, see engine/plt-formula.h */
#pragma once

#include "plt-value.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_COLUMN_TEXT,
  PLT_COLUMN_LONG_TEXT,
  PLT_COLUMN_INTEGER,
  PLT_COLUMN_BOOLEAN,
  PLT_COLUMN_MONEY,
  PLT_COLUMN_RATE,
  PLT_COLUMN_QUANTITY,
  PLT_COLUMN_CLOCK,
  PLT_COLUMN_DURATION,
  PLT_COLUMN_SECONDS,
  PLT_COLUMN_EIGHTHS,
  PLT_COLUMN_COORDINATE,
  PLT_COLUMN_DATE,
  PLT_COLUMN_CHOICE,
  PLT_COLUMN_FLAGS,
  PLT_COLUMN_REFERENCE,
  PLT_COLUMN_FILE,
  PLT_COLUMN_FORMULA,
} PltColumnType;

/**
 * PltColumnFlags:
 * @PLT_COLUMN_REQUIRED: may not be empty
 * @PLT_COLUMN_READ_ONLY: written by the program; shown, not edited
 * @PLT_COLUMN_HIDDEN: not in grids unless asked for
 * @PLT_COLUMN_SEARCHED: its text is in the full-text search
 * @PLT_COLUMN_OPEN: `choices` are proposals, any text is accepted
 * @PLT_COLUMN_SIGNED: may be negative
 * @PLT_COLUMN_IN_FORM: hidden in grids, but in the form of a row
 * @PLT_COLUMN_UNIQUE: no two rows with the same value (empty excepted)
 */
typedef enum
{
  PLT_COLUMN_NORMAL = 0,
  PLT_COLUMN_REQUIRED = 1 << 0,
  PLT_COLUMN_READ_ONLY = 1 << 1,
  PLT_COLUMN_HIDDEN = 1 << 2,
  PLT_COLUMN_SEARCHED = 1 << 3,
  PLT_COLUMN_OPEN = 1 << 4,
  PLT_COLUMN_SIGNED = 1 << 5,
  PLT_COLUMN_UNIQUE = 1 << 6,
  PLT_COLUMN_IN_FORM = 1 << 7,
} PltColumnFlags;

/**
 * PltDeletion:
 * @PLT_DELETE_REFUSED: a row that is referred to cannot be deleted
 * @PLT_DELETE_CLEARS: the reference becomes empty
 * @PLT_DELETE_FOLLOWS: the referring row is deleted too (by the command: no cascade in SQL)
 *
 * What happens to a row when the row it refers to is deleted.
 */
typedef enum
{
  PLT_DELETE_REFUSED,
  PLT_DELETE_CLEARS,
  PLT_DELETE_FOLLOWS,
} PltDeletion;

typedef struct
{
  const char *id;    /* stored */
  const char *title; /* N_() msgid */
} PltChoice;

typedef struct _PltColumn PltColumn;
typedef struct _PltTable PltTable;

struct _PltColumn
{
  const char *id;
  const char *title; /* N_() msgid */
  PltColumnType type;
  guint flags;              /* PltColumnFlags */
  const PltChoice *choices; /* ends with { NULL, NULL } */
  const char *reference;    /* table id */
  PltDeletion deletion;
  const char *initial; /* initial value as plt_column_parse() reads it, or NULL */
  const char *help;    /* N_() msgid, one sentence, or NULL */
  guint width;         /* in characters, 0 = by type */
};

typedef enum
{
  PLT_PHASE_DEVELOPMENT,
  PLT_PHASE_PREPARATION,
  PLT_PHASE_SHOOTING,
  PLT_PHASE_POSTPRODUCTION,
  PLT_PHASE_RELEASE,
  PLT_PHASE_FILE,
} PltPhase;

struct _PltTable
{
  const char *id;
  const char *title;    /* N_() msgid, plural */
  const char *singular; /* N_() msgid */
  PltPhase phase;
  const PltColumn *columns; /* ends with { NULL } */
  const char *order;        /* column ids by comma; the row id always breaks ties */
  const char *label;        /* column ids by comma: how a row is named where it is referred to */
  const char *position;     /* column that holds the manual order, or NULL */
  const char *unique;       /* column ids by comma that together are unique, or NULL */
};

const PltTable *const *plt_tables (void); /* NULL-terminated, parents before children */
const PltTable *plt_table_find (const char *id);
guint plt_table_n_columns (const PltTable *table);
const PltColumn *plt_table_column (const PltTable *table,
                                   const char *id);                 /* NULL when there is none */
int plt_table_column_index (const PltTable *table, const char *id); /* -1 when there is none */
char *
plt_table_ddl (const PltTable *table); /* the CREATE TABLE and CREATE INDEX that follow from it */

const char *plt_column_title (const PltColumn *column);                            /* translated */
const char *plt_table_title (const PltTable *table);                               /* translated */
const char *plt_choice_title (const PltChoice *choice);                            /* translated */
const PltChoice *plt_column_find_choice (const PltColumn *column, const char *id); /* (nullable) */
gboolean plt_column_is_text (const PltColumn *column); /* stored as TEXT */
gboolean
plt_column_is_number (const PltColumn *column); /* right-aligned, can be summed or compared */

/**
 * plt_column_parse:
 * @column: any column
 * @text: what a person typed, pasted, or wrote in a CSV; "" is empty
 * @value: (out): the stored value
 *
 * Reads as the type says: French numbers, dates, clock times; a choice by its id or its title (in
 * English or in the user's language), without regard to case and accents. A reference is read only
 * as a decimal row id here: names are resolved by the store (plt_store_parse_value()).
 *
 * Returns: FALSE with PLT_ERROR_INVALID and one sentence naming the column, what was given and an
 * example.
 */
gboolean
plt_column_parse (const PltColumn *column, const char *text, PltValue *value, GError **error);

/* As shown in a cell: "1 234,56 €", "12/05/2026", the title of the choice. A reference gives its
 * number. */
char *plt_column_format (const PltColumn *column, const PltValue *value);
/* As typed in an editor and written to CSV: plt_column_parse() reads it back to the same value. */
char *plt_column_format_edit (const PltColumn *column, const PltValue *value);
/* Type, range, required, choice; not references or uniqueness, which need the file. */
gboolean plt_column_check (const PltColumn *column, const PltValue *value, GError **error);

G_END_DECLS
