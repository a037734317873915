#include "plt-optimise-offer.h"

#include <glib/gi18n-lib.h>

#include "plt-money.h"

struct _PltOptimiseOffer
{
  GtkBox parent_instance;

  const PltOffer *offer; /* (nullable), borrowed */
  GArray *accepted;      /* gboolean, of each move */
  gboolean filling;
  GtkWidget *headline, *figures, *moves, *all, *broken_title, *broken, *notes;
};

G_DEFINE_FINAL_TYPE (PltOptimiseOffer, plt_optimise_offer, GTK_TYPE_BOX)

enum
{
  CHANGED,
  OPEN_REF,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
new_label (const char *text, const char *css_class, gboolean wrap)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    {
      if (GTK_IS_LIST_BOX (box))
        gtk_list_box_remove (GTK_LIST_BOX (box), child);
      else if (GTK_IS_GRID (box))
        gtk_grid_remove (GTK_GRID (box), child);
      else
        gtk_box_remove (GTK_BOX (box), child);
    }
}

/* ---- figures ---- */

static void
add_cells (PltOptimiseOffer *self, int row, const char *const *cells, const char *css_class)
{
  for (int i = 0; i < 4; i++)
    {
      GtkWidget *label = new_label (cells[i], css_class, FALSE);

      gtk_label_set_xalign (GTK_LABEL (label), i > 0 ? 1 : 0);
      gtk_grid_attach (GTK_GRID (self->figures), label, i, row, 1, 1);
    }
}

/* A figure that stays as it is says nothing. */
static void
add_figure (PltOptimiseOffer *self, int *row, const char *title, guint before, guint after)
{
  g_autofree char *now = g_strdup_printf ("%u", before);
  g_autofree char *then = g_strdup_printf ("%u", after);
  g_autofree char *difference = after > before ? g_strdup_printf ("+%u", after - before)
                                               : g_strdup_printf ("\342\210\222%u", before - after);
  const char *cells[] = { title, now, then, difference };

  if (before != after)
    add_cells (self, (*row)++, cells, "numeric");
}

static void
fill_figures (PltOptimiseOffer *self)
{
  const PltOfferFigures *now = &self->offer->figures_before, *then = &self->offer->figures_after;
  const char *titles[] = { "", _ ("Now"), _ ("Offered"), _ ("Difference") };
  int row = 1;

  clear_box (self->figures);
  add_figure (self, &row, _ ("Days used"), now->days, then->days);
  add_figure (self, &row, _ ("Nights"), now->nights, then->nights);
  add_figure (self, &row, _ ("Unit moves"), now->unit_moves, then->unit_moves);
  add_figure (self, &row, _ ("Kilometres"), now->km, then->km);
  add_figure (self, &row, _ ("Days of roles"), now->role_days, then->role_days);
  add_figure (self, &row, _ ("Waiting days"), now->waiting, then->waiting);
  add_figure (self, &row, _ ("Returns to a set"), now->returns, then->returns);
  add_figure (self, &row, _ ("Sequences not placed"), now->unplaced, then->unplaced);
  add_figure (self, &row, _ ("Serious findings of the check"), self->offer->n_errors_before,
              self->offer->n_errors_after);
  if (row > 1)
    add_cells (self, 0, titles, "dim-label");
}

/* What a plan costs in money: neither broken rules nor the price of moving people's days. */
static gint64
money_of (const PltShootCost *cost)
{
  return cost->total - cost->term[PLT_SHOOT_TERM_BROKEN] - cost->term[PLT_SHOOT_TERM_STABILITY];
}

/* "Gain: 4 230,00 € · 3 moves of 5 · 1 rule stays broken" */
static void
update_headline (PltOptimiseOffer *self)
{
  PltShootCost cost;
  g_autofree char *gain = NULL;
  g_autofree char *moves = NULL;
  g_autofree char *rules = NULL;
  g_autofree char *text = NULL;
  guint n = plt_optimise_offer_count (self), all = self->offer->moves->len;
  gint64 money;

  if (all == 0)
    {
      gtk_label_set_label (GTK_LABEL (self->headline),
                           _ ("No better plan was found in that time: yours stays as it is."));
      return;
    }
  plt_offer_preview (self->offer, (const gboolean *) self->accepted->data, &cost, NULL);
  money = money_of (&self->offer->before) - money_of (&cost);
  gain = plt_money_format (money);
  moves = g_strdup_printf (ngettext ("%u change of %u", "%u changes of %u", n), n, all);
  rules = cost.units > 0 ? g_strdup (_ ("rules stay broken")) : g_strdup (_ ("no rule is broken"));
  /* Translators: an amount, then how many changes are accepted, then whether rules are broken */
  text = g_strdup_printf (_ ("Gain: %s · %s · %s"), gain, moves, rules);
  gtk_label_set_label (GTK_LABEL (self->headline), text);
}

/* ---- moves ---- */

static void
update_all (PltOptimiseOffer *self)
{
  guint n = plt_optimise_offer_count (self), all = self->accepted->len;

  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->all), n > 0 && n == all);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (self->all), n > 0 && n < all);
  self->filling = FALSE;
}

static void
on_move_toggled (GtkCheckButton *check, PltOptimiseOffer *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "plt-move"));

  if (self->filling)
    return;
  g_array_index (self->accepted, gboolean, index) = gtk_check_button_get_active (check);
  update_all (self);
  update_headline (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_all_toggled (PltOptimiseOffer *self)
{
  if (!self->filling)
    plt_optimise_offer_accept_all (self,
                                   gtk_check_button_get_active (GTK_CHECK_BUTTON (self->all)));
}

static GtkWidget *
new_move (PltOptimiseOffer *self, guint index)
{
  const PltOfferMove *move = self->offer->moves->pdata[index];
  g_autofree char *gain = plt_money_format (move->money);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *amount = new_label (gain, "numeric", FALSE);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_array_index (self->accepted, gboolean, index));
  g_object_set_data (G_OBJECT (check), "plt-move", GUINT_TO_POINTER (index));
  g_signal_connect (check, "toggled", G_CALLBACK (on_move_toggled), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, move->what,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, move->reason, -1);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), new_label (move->what, NULL, TRUE));
  gtk_box_append (GTK_BOX (words), new_label (move->reason, "dim-label", TRUE));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (amount, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (amount, _ ("What it saves; below zero, what it costs"));
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), amount);
  g_object_set_data (G_OBJECT (row), "plt-check", check);
  return row;
}

/* Space and Enter on a line take it or leave it. */
static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row)
{
  GtkWidget *check = g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), "plt-check");

  if (check != NULL)
    gtk_widget_activate (check);
}

static void
fill_moves (PltOptimiseOffer *self)
{
  clear_box (self->moves);
  for (guint i = 0; i < self->offer->moves->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->moves), new_move (self, i));
  gtk_widget_set_visible (self->moves, self->offer->moves->len > 0);
  gtk_widget_set_visible (self->all, self->offer->moves->len > 1);
}

/* ---- what stays broken ---- */

static void
on_open (GtkButton *button, PltOptimiseOffer *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "plt-breach"));
  const PltOfferBreach *breach = self->offer->breaches->pdata[index];

  g_signal_emit (self, signals[OPEN_REF], 0, &breach->ref);
}

static GtkWidget *
new_breach (PltOptimiseOffer *self, guint index)
{
  const PltOfferBreach *breach = self->offer->breaches->pdata[index];
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (words), new_label (breach->text, NULL, TRUE));
  for (guint i = 0; i < breach->conflicts->len; i++)
    gtk_box_append (GTK_BOX (words), new_label (breach->conflicts->pdata[i], "dim-label", TRUE));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  if (breach->ref.table != NULL)
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Go to"));

      g_object_set_data (G_OBJECT (button), "plt-breach", GUINT_TO_POINTER (index));
      gtk_widget_set_valign (button, GTK_ALIGN_START);
      g_signal_connect (button, "clicked", G_CALLBACK (on_open), self);
      gtk_box_append (GTK_BOX (row), button);
    }
  return row;
}

static void
fill_breaches (PltOptimiseOffer *self)
{
  guint n = self->offer->breaches->len;
  g_autofree char *title
      = g_strdup_printf (ngettext ("%u rule is still broken", "%u rules are still broken", n), n);

  clear_box (self->broken);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->broken), new_breach (self, i));
  gtk_label_set_label (GTK_LABEL (self->broken_title), title);
  gtk_widget_set_visible (self->broken_title, n > 0);
  gtk_widget_set_visible (self->broken, n > 0);
}

static void
fill_notes (PltOptimiseOffer *self)
{
  clear_box (self->notes);
  for (guint i = 0; i < self->offer->notes->len; i++)
    gtk_box_append (GTK_BOX (self->notes),
                    new_label (self->offer->notes->pdata[i], "dim-label", TRUE));
}

/* ---- public ---- */

void
plt_optimise_offer_set (PltOptimiseOffer *self, const PltOffer *offer)
{
  gboolean yes = TRUE;

  g_return_if_fail (PLT_IS_OPTIMISE_OFFER (self));

  self->offer = offer;
  g_array_set_size (self->accepted, 0);
  if (offer == NULL)
    return;
  for (guint i = 0; i < offer->moves->len; i++)
    g_array_append_val (self->accepted, yes);
  fill_figures (self);
  fill_moves (self);
  fill_breaches (self);
  fill_notes (self);
  update_all (self);
  update_headline (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
plt_optimise_offer_count (PltOptimiseOffer *self)
{
  guint n = 0;

  g_return_val_if_fail (PLT_IS_OPTIMISE_OFFER (self), 0);

  for (guint i = 0; i < self->accepted->len; i++)
    n += g_array_index (self->accepted, gboolean, i) ? 1 : 0;
  return n;
}

const gboolean *
plt_optimise_offer_get_accepted (PltOptimiseOffer *self)
{
  g_return_val_if_fail (PLT_IS_OPTIMISE_OFFER (self), NULL);

  return self->offer != NULL ? (const gboolean *) self->accepted->data : NULL;
}

void
plt_optimise_offer_accept_all (PltOptimiseOffer *self, gboolean accept)
{
  g_return_if_fail (PLT_IS_OPTIMISE_OFFER (self));

  if (self->offer == NULL)
    return;
  for (guint i = 0; i < self->accepted->len; i++)
    g_array_index (self->accepted, gboolean, i) = accept;
  self->filling = TRUE;
  fill_moves (self);
  self->filling = FALSE;
  update_all (self);
  update_headline (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
new_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "offer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

GtkWidget *
plt_optimise_offer_new (void)
{
  PltOptimiseOffer *self
      = g_object_new (PLT_TYPE_OPTIMISE_OFFER, "orientation", GTK_ORIENTATION_VERTICAL, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->headline = new_label (NULL, "headline", TRUE);
  self->figures = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->figures), 24);
  gtk_grid_set_row_spacing (GTK_GRID (self->figures), 2);
  self->all = gtk_check_button_new_with_mnemonic (_ ("_All the changes"));
  self->moves = new_list (_ ("Changes"));
  self->broken_title = new_label (NULL, "section-title", TRUE);
  self->broken = new_list (_ ("Rules still broken"));
  self->notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_signal_connect_swapped (self->all, "toggled", G_CALLBACK (on_all_toggled), self);
  g_signal_connect (self->moves, "row-activated", G_CALLBACK (on_row_activated), NULL);
  gtk_widget_add_css_class (box, "dialog-content");
  gtk_box_append (GTK_BOX (box), self->headline);
  gtk_box_append (GTK_BOX (box), self->figures);
  gtk_box_append (GTK_BOX (box), self->broken_title);
  gtk_box_append (GTK_BOX (box), self->broken);
  gtk_box_append (GTK_BOX (box), self->all);
  gtk_box_append (GTK_BOX (box), self->moves);
  gtk_box_append (GTK_BOX (box), self->notes);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), scroller);
  return GTK_WIDGET (self);
}

static void
plt_optimise_offer_finalize (GObject *object)
{
  g_array_unref (PLT_OPTIMISE_OFFER (object)->accepted);
  G_OBJECT_CLASS (plt_optimise_offer_parent_class)->finalize (object);
}

static void
plt_optimise_offer_class_init (PltOptimiseOfferClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_optimise_offer_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_REF] = g_signal_new ("open-ref", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
plt_optimise_offer_init (PltOptimiseOffer *self)
{
  self->accepted = g_array_new (FALSE, FALSE, sizeof (gboolean));
}
