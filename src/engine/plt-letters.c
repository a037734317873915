/* How the meanings of a day out of days are written: see plt-presence.h. */
#include "plt-presence.h"

#include <string.h>

#include "plt-referential.h"
#include "plt-text.h"

static const char *const ids[PLT_N_MEANINGS]
    = { "",      "tourne",       "attente", "essayage", "repetition", "voyage", "postsynchro",
        "libre", "interruption", "reprise", "relache" };

struct _PltLetters
{
  char *letters[PLT_N_MEANINGS], *codes[PLT_N_MEANINGS], *titles[PLT_N_MEANINGS];
  gboolean paid[PLT_N_MEANINGS];
};

const char *
plt_meaning_id (PltMeaning meaning)
{
  return (guint) meaning < PLT_N_MEANINGS ? ids[meaning] : "";
}

PltMeaning
plt_meaning_find (const char *id)
{
  for (guint i = 1; i < PLT_N_MEANINGS; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return (PltMeaning) i;
  return PLT_MEANING_NONE;
}

gboolean
plt_meaning_is_work (PltMeaning meaning)
{
  return meaning == PLT_MEANING_SHOOTS || meaning == PLT_MEANING_CALLED_BACK;
}

static void
read_referential (PltLetters *self, const PltReferential *table)
{
  for (guint i = 0; i < plt_referential_n_rows (table); i++)
    {
      PltMeaning meaning = plt_meaning_find (plt_referential_get (table, i, "sens"));

      if (meaning == PLT_MEANING_NONE)
        continue;
      if (*plt_referential_get (table, i, "lettre") != '\0')
        plt_set_str (&self->letters[meaning], plt_referential_get (table, i, "lettre"));
      plt_set_str (&self->codes[meaning], plt_referential_get (table, i, "international"));
      if (*plt_referential_get (table, i, "titre") != '\0')
        plt_set_str (&self->titles[meaning], plt_referential_get (table, i, "titre"));
      self->paid[meaning] = strcmp (plt_referential_get (table, i, "paye"), "oui") == 0;
    }
}

/**
 * plt_letters_new:
 * @shipped: (nullable): content of the referential that comes with the program
 *
 * Returns: (transfer full): the letters of the production
 */
PltLetters *
plt_letters_new (const PltFacts *facts, const char *shipped)
{
  PltLetters *self = g_new0 (PltLetters, 1);
  g_autoptr (PltReferential) kept = plt_referential_open (facts, PLT_LETTERS_REFERENTIAL);
  g_autoptr (PltReferential) table
      = kept == NULL && shipped != NULL ? plt_referential_parse (shipped) : NULL;

  for (guint i = 0; i < PLT_N_MEANINGS; i++)
    {
      self->letters[i] = g_strdup (ids[i]);
      self->codes[i] = g_strdup (ids[i]);
      self->titles[i] = g_strdup (ids[i]);
    }
  if (kept != NULL || table != NULL)
    read_referential (self, kept != NULL ? kept : table);
  for (guint i = 0; i < facts->presence_codes.n; i++)
    {
      const PltPresenceCodeFacts *code = &facts->presence_codes.items[i];
      PltMeaning meaning = plt_meaning_find (code->meaning);

      if (meaning == PLT_MEANING_NONE)
        continue;
      plt_set_str (&self->letters[meaning], code->letter);
      if (*code->international != '\0')
        plt_set_str (&self->codes[meaning], code->international);
    }
  return self;
}

void
plt_letters_free (PltLetters *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < PLT_N_MEANINGS; i++)
    {
      g_free (self->letters[i]);
      g_free (self->codes[i]);
      g_free (self->titles[i]);
    }
  g_free (self);
}

const char *
plt_letters_get (const PltLetters *self, PltMeaning meaning, gboolean international)
{
  g_return_val_if_fail (self != NULL && (guint) meaning < PLT_N_MEANINGS, "");

  return international ? self->codes[meaning] : self->letters[meaning];
}

const char *
plt_letters_title (const PltLetters *self, PltMeaning meaning)
{
  g_return_val_if_fail (self != NULL && (guint) meaning < PLT_N_MEANINGS, "");

  return self->titles[meaning];
}

gboolean
plt_letters_is_paid (const PltLetters *self, PltMeaning meaning)
{
  g_return_val_if_fail (self != NULL && (guint) meaning < PLT_N_MEANINGS, FALSE);

  return self->paid[meaning];
}

static gboolean
find_in (char *const *list, const char *folded, PltMeaning *meaning)
{
  for (guint i = 1; i < PLT_N_MEANINGS; i++)
    {
      g_autofree char *one = plt_text_fold (list[i]);

      if (*one != '\0' && strcmp (one, folded) == 0)
        {
          *meaning = (PltMeaning) i;
          return TRUE;
        }
    }
  return FALSE;
}

/* "SW", "WF", "SWF", "WD": the code of work between its marks. */
static gboolean
is_marked_work (const PltLetters *self, const char *folded)
{
  static const char *const marks[][2]
      = { { "s", "" }, { "", "f" }, { "s", "f" }, { "", "d" }, { "s", "d" } };
  g_autofree char *work = plt_text_fold (self->codes[PLT_MEANING_SHOOTS]);

  for (guint i = 0; i < G_N_ELEMENTS (marks) && *work != '\0'; i++)
    {
      g_autofree char *marked = g_strconcat (marks[i][0], work, marks[i][1], NULL);

      if (strcmp (marked, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * plt_letters_parse:
 * @text: as typed
 * @meaning: (out): what it says
 *
 * Returns: FALSE when it says nothing known
 */
gboolean
plt_letters_parse (const PltLetters *self, const char *text, PltMeaning *meaning)
{
  g_autofree char *squeezed = plt_text_squeeze (text);
  g_autofree char *folded = plt_text_fold (squeezed);

  g_return_val_if_fail (self != NULL && meaning != NULL, FALSE);

  *meaning = PLT_MEANING_NONE;
  if (*folded == '\0' || find_in (self->letters, folded, meaning)
      || find_in (self->codes, folded, meaning) || find_in ((char *const *) ids, folded, meaning)
      || find_in (self->titles, folded, meaning))
    return TRUE;
  if (strcmp (folded, "x") != 0 && !is_marked_work (self, folded))
    return FALSE;
  *meaning = PLT_MEANING_SHOOTS;
  return TRUE;
}

/**
 * plt_presence_cell_text:
 * @international: the codes of English-speaking crews, with their marks
 *
 * Returns: (transfer full): what stands in the cell, "" when nothing does
 */
char *
plt_presence_cell_text (const PltPresenceCell *cell,
                        const PltLetters *letters,
                        gboolean international)
{
  const char *code = plt_letters_get (letters, (PltMeaning) cell->meaning, international);

  if (cell->meaning == PLT_MEANING_NONE)
    return g_strdup ("");
  if (!international)
    return g_strdup (code);
  /* the days of a release are blank there: the drop is told on the day before it */
  if (cell->meaning == PLT_MEANING_RELEASED && (cell->flags & PLT_PRESENCE_TYPED) == 0)
    return g_strdup ("");
  if (!plt_meaning_is_work ((PltMeaning) cell->meaning))
    return g_strdup (code);
  return g_strdup_printf (
      "%s%s%s",
      cell->meaning == PLT_MEANING_SHOOTS && (cell->flags & PLT_PRESENCE_START) != 0 ? "S" : "",
      code,
      (cell->flags & PLT_PRESENCE_FINISH) != 0 ? "F"
      : (cell->flags & PLT_PRESENCE_DROP) != 0 ? "D"
                                               : "");
}
