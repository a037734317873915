#include "plt-media-windows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-funding-amount.h"
#include "plt-text.h"

#define MAX_MONTHS 1200

const char *
plt_media_window_title (const char *window)
{
  static const char *const titles[][2] = {
    { "salles", "Salles" },
    { "video", "Vidéo et VOD à l’acte" },
    { "payant", "Télévision payante" },
    { "svod", "Vidéo à la demande par abonnement" },
    { "gratuit", "Télévision gratuite" },
    { "avod", "Vidéo à la demande gratuite" },
    { "etranger", "Étranger" },
    { "autre", "Autres droits" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_strcmp0 (titles[i][0], window) == 0)
      return titles[i][1];
  return NULL;
}

/* ---- the table ---- */

static PltDate
row_date (const PltMediaWindows *self, guint row, const char *column)
{
  return plt_date_from_iso (plt_referential_get (self->table, row, column));
}

/* The agreement in force on a day; after the last one, and without a day, the last one. */
static void
choose_agreement (PltMediaWindows *self, PltDate date)
{
  PltDate newest = PLT_DATE_NONE;

  for (guint i = 0; self->table != NULL && i < plt_referential_n_rows (self->table); i++)
    {
      PltDate from = row_date (self, i, "valable_du"), to = row_date (self, i, "valable_au");

      if ((date != PLT_DATE_NONE && from != PLT_DATE_NONE && from > date)
          || (self->agreement != NULL && from <= newest))
        continue;
      newest = from;
      self->agreement = plt_referential_get (self->table, i, "accord");
      self->from = from;
      self->to = to;
    }
  self->expired = date != PLT_DATE_NONE && self->to != PLT_DATE_NONE && date > self->to;
}

static gboolean
row_months (const PltMediaWindows *self, guint row, const char *window, gint64 *months)
{
  return strcmp (plt_referential_get (self->table, row, "accord"), self->agreement) == 0
         && strcmp (plt_referential_get (self->table, row, "droit"), window) == 0
         && g_ascii_string_to_signed (plt_referential_get (self->table, row, "mois"), 10, 0,
                                      MAX_MONTHS, months, NULL);
}

static gboolean
is_holder (const PltFundingFacts *source, const char *word)
{
  return *word != '\0'
         && (plt_text_contains (source->funder, word) || plt_text_contains (source->name, word));
}

/* The delay of a source: its own, else the ordinary one; and the shortest one there is. */
static void
find_delay (const PltMediaWindows *self, PltMediaWindow *window)
{
  gboolean own = FALSE;

  for (guint i = 0; self->agreement != NULL && i < plt_referential_n_rows (self->table); i++)
    {
      const char *holder = plt_referential_get (self->table, i, "titulaire");
      const char *condition = plt_referential_get (self->table, i, "condition");
      gint64 months;

      if (!row_months (self, i, window->source->window, &months))
        continue;
      if (*holder == '\0' && *condition != '\0')
        window->shortest
            = window->shortest == PLT_UNKNOWN ? months : MIN (window->shortest, months);
      else if (is_holder (window->source, holder) || (*holder == '\0' && !own))
        {
          own = own || *holder != '\0';
          window->allowed = months;
          window->label = plt_referential_get (self->table, i, "libelle");
          window->legal = plt_referential_get (self->table, i, "source");
          window->sure = strcmp (plt_referential_get (self->table, i, "marque"), "source") == 0;
        }
    }
  if (own || window->shortest == PLT_UNKNOWN || window->shortest > window->allowed)
    window->shortest = window->allowed;
}

/* ---- the rights ---- */

static PltDate
after (PltDate release, gint64 months)
{
  return release != PLT_DATE_NONE && months != PLT_UNKNOWN && months >= 0 && months <= MAX_MONTHS
             ? plt_date_add_months (release, (int) months)
             : PLT_DATE_NONE;
}

static gint64
opening_of (const PltMediaWindow *window)
{
  return window->sold != PLT_UNKNOWN ? window->sold : MAX (0, window->allowed);
}

static gint64
end_of (const PltMediaWindow *window)
{
  gint64 length = window->source->rights_months;

  return length != PLT_UNKNOWN && length > 0 && length <= MAX_MONTHS
             ? MIN (opening_of (window), MAX_MONTHS) + length
             : PLT_UNKNOWN;
}

static PltCheckState
state_of (const PltMediaWindows *self, const PltMediaWindow *window)
{
  if (window->allowed == PLT_UNKNOWN)
    return PLT_CHECK_UNKNOWN;
  if (window->sold != PLT_UNKNOWN && window->sold < window->shortest)
    return PLT_CHECK_BROKEN;
  if (self->expired || (window->sold != PLT_UNKNOWN && window->sold < window->allowed))
    return PLT_CHECK_UNKNOWN;
  return PLT_CHECK_HELD;
}

static void
add_window (PltMediaWindows *self, const PltFundingFacts *source)
{
  PltMediaWindow window = { .source = source,
                            .title = plt_media_window_title (source->window),
                            .allowed = PLT_UNKNOWN,
                            .shortest = PLT_UNKNOWN,
                            .sold = source->window_months };
  gint64 end;

  if (window.title == NULL)
    window.title = source->window;
  if (self->applies)
    find_delay (self, &window);
  window.state = self->applies ? state_of (self, &window) : PLT_CHECK_HELD;
  window.opens = after (self->release, window.allowed);
  window.from = after (self->release, opening_of (&window));
  end = end_of (&window);
  window.to = after (self->release, end);
  if (window.to != PLT_DATE_NONE)
    window.to--;
  g_array_append_val (self->windows, window);
}

/* ---- overlaps ---- */

static gboolean
is_exclusive (const PltFundingFacts *source)
{
  return !plt_text_contains (source->rights, "non exclusi")
         && !plt_text_contains (source->rights, "non-exclusi")
         && !plt_text_contains (source->rights, "sans exclusi");
}

static gboolean
is_everywhere (const char *territory)
{
  return plt_text_contains (territory, "monde") && !plt_text_contains (territory, "hors");
}

/* Empty is France, or for rights abroad all of it. */
static gboolean
is_same_place (const PltFundingFacts *one, const PltFundingFacts *other)
{
  const char *nothing = strcmp (one->window, "etranger") == 0 ? "monde" : "france";
  const char *a = *one->territory != '\0' ? one->territory : nothing;
  const char *b = *other->territory != '\0' ? other->territory : nothing;
  g_autofree char *first = plt_text_fold (a);
  g_autofree char *second = plt_text_fold (b);

  return strcmp (first, second) == 0 || is_everywhere (a) || is_everywhere (b);
}

static gboolean
is_same_funder (const PltFundingFacts *one, const PltFundingFacts *other)
{
  g_autofree char *a = plt_text_fold (one->funder);
  g_autofree char *b = plt_text_fold (other->funder);

  return *a != '\0' && strcmp (a, b) == 0;
}

static void
compare (PltMediaWindows *self, const PltMediaWindow *one, const PltMediaWindow *other)
{
  const PltMediaWindow *first = opening_of (one) <= opening_of (other) ? one : other;
  const PltMediaWindow *second = first == one ? other : one;
  PltMediaOverlap overlap = { one, other, opening_of (second), PLT_UNKNOWN, PLT_CHECK_BROKEN };

  if (strcmp (one->source->window, other->source->window) != 0
      || strcmp (one->source->window, "autre") == 0 || !is_exclusive (one->source)
      || !is_exclusive (other->source) || is_same_funder (one->source, other->source)
      || !is_same_place (one->source, other->source))
    return;
  if (opening_of (one) != opening_of (other))
    {
      if (end_of (first) == PLT_UNKNOWN)
        overlap.state = PLT_CHECK_UNKNOWN;
      else if (end_of (first) <= overlap.from)
        return;
    }
  if (end_of (first) != PLT_UNKNOWN && end_of (second) != PLT_UNKNOWN)
    overlap.to = MIN (end_of (first), end_of (second));
  else if (end_of (first) != PLT_UNKNOWN || end_of (second) != PLT_UNKNOWN)
    overlap.to = end_of (first) != PLT_UNKNOWN ? end_of (first) : end_of (second);
  if (overlap.state == PLT_CHECK_UNKNOWN)
    overlap.to = PLT_UNKNOWN;
  g_array_append_val (self->overlaps, overlap);
}

static void
find_overlaps (PltMediaWindows *self)
{
  for (guint i = 0; i < self->windows->len; i++)
    for (guint k = i + 1; k < self->windows->len; k++)
      compare (self, &g_array_index (self->windows, PltMediaWindow, i),
               &g_array_index (self->windows, PltMediaWindow, k));
}

/* ---- findings ---- */

static void
say_window (PltMediaWindows *self, const PltMediaWindow *window)
{
  PltRef ref = { "funding_source", window->source->id, "window_months" };

  if (!self->applies || window->allowed == PLT_UNKNOWN || window->sold == PLT_UNKNOWN
      || window->sold >= window->allowed)
    return;
  if (window->sold < window->shortest)
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("finance.window-early", PLT_SEVERITY_WARNING, ref, window->legal,
                       /* Translators: a source, months, a kind of right in French, months */
                       _ ("“%s” opens %d months after the theatres; for “%s” the chronology says "
                          "%d."),
                       window->source->name, (int) window->sold, window->label,
                       (int) window->allowed));
  else
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("finance.window-condition", PLT_SEVERITY_INFO, ref, window->legal,
                       _ ("“%s” opens %d months after the theatres: only an agreement or a "
                          "derogation allows that, it is %d otherwise."),
                       window->source->name, (int) window->sold, (int) window->allowed));
}

static void
say_overlap (PltMediaWindows *self, const PltMediaOverlap *overlap)
{
  PltRef ref = { "funding_source", overlap->other->source->id, "rights_months" };

  if (overlap->state == PLT_CHECK_BROKEN)
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("finance.window-overlap", PLT_SEVERITY_WARNING, ref, NULL,
                       /* Translators: two sources, a kind of right in French, a month */
                       _ ("“%s” and “%s” both buy “%s” from the month %d: say which of them is "
                          "exclusive, and until when."),
                       overlap->one->source->name, overlap->other->source->name,
                       overlap->one->title, (int) overlap->from));
  else
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("finance.window-length", PLT_SEVERITY_INFO, ref, NULL,
                       _ ("“%s” and “%s” both buy “%s”: say for how many months, or nobody knows "
                          "whether they overlap."),
                       overlap->one->source->name, overlap->other->source->name,
                       overlap->one->title));
}

/* That the agreement ends, and that nobody has read what became of the appeals. */
static void
say_agreement (PltMediaWindows *self, const PltFacts *facts)
{
  PltRef ref = { "production", facts->production.id, "release_date" };
  g_autofree char *end = NULL;

  if (!self->applies || self->agreement == NULL || !self->expired)
    return;
  end = plt_date_format_numeric (self->to);
  g_ptr_array_add (self->issues,
                   plt_issue_new ("finance.window-expired", PLT_SEVERITY_INFO, ref,
                                  plt_referential_meta (self->table, "source"),
                                  _ ("The release comes after %s, when the agreement on the "
                                     "windows ends: check the one in force then. Appeals against "
                                     "it are not settled as far as is known here."),
                                  end));
}

PltMediaWindows *
plt_media_windows_new (const PltFacts *facts)
{
  PltMediaWindows *self = g_new0 (PltMediaWindows, 1);
  PltDate date = facts->production.release_date;

  self->applies = g_strcmp0 (facts->production.kind, "long-metrage") == 0;
  self->release = date;
  self->from = self->to = PLT_DATE_NONE;
  self->windows = g_array_new (FALSE, FALSE, sizeof (PltMediaWindow));
  self->overlaps = g_array_new (FALSE, FALSE, sizeof (PltMediaOverlap));
  self->issues = plt_issues_new ();
  for (guint i = 0; i < facts->funding.n; i++)
    {
      const PltFundingFacts *source = &facts->funding.items[i];

      if (source->window == NULL || *source->window == '\0' || plt_funding_is_refused (source))
        continue;
      if (self->table == NULL && self->windows->len == 0)
        {
          self->table = plt_referential_open (facts, PLT_MEDIA_WINDOWS);
          choose_agreement (self, date != PLT_DATE_NONE ? date : facts->production.delivery_date);
        }
      add_window (self, source);
    }
  if (self->windows->len == 0)
    return self;
  find_overlaps (self);
  for (guint i = 0; i < self->windows->len; i++)
    say_window (self, &g_array_index (self->windows, PltMediaWindow, i));
  for (guint i = 0; i < self->overlaps->len; i++)
    say_overlap (self, &g_array_index (self->overlaps, PltMediaOverlap, i));
  say_agreement (self, facts);
  return self;
}

void
plt_media_windows_free (PltMediaWindows *self)
{
  g_array_unref (self->windows);
  g_array_unref (self->overlaps);
  g_ptr_array_unref (self->issues);
  plt_referential_free (self->table);
  g_free (self);
}
