#include "plt-plan-look.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-board-state.h"
#include "plt-dialog.h"
#include "plt-effect-swatch.h"

typedef struct
{
  GtkWidget *swatch, *fill, *ink, *contrast;
} Row;

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  GtkWidget *fields[PLT_BOARD_N_FIELDS];
  Row rows[PLT_N_EFFECT_COLORS];
  gboolean filling;
} Look;

static const char *const codes[PLT_N_EFFECT_COLORS]
    = { "I/J", "E/J", "I/N", "E/N", N_ ("dawn"), N_ ("dusk") };

static void refresh (Look *self);

static void
look_free (Look *self)
{
  g_signal_handlers_disconnect_by_func (self->session, refresh, self);
  g_object_unref (self->session);
  g_free (self);
}

static gboolean
apply (Look *self, const char *label, const char *merge_key, const PltBatch *batch)
{
  g_autoptr (GError) error = NULL;

  if (plt_batch_get_n_edits (batch) == 0
      || plt_store_apply (plt_session_get_store (self->session), label, merge_key, batch, NULL,
                          &error))
    return TRUE;
  plt_dialog_set_message (self->dialog, error->message);
  return FALSE;
}

/* ---- what strips say ---- */

static void
on_field (Look *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *ids = NULL;
  guint fields = 0;

  if (self->filling)
    return;
  for (guint i = 0; i < PLT_BOARD_N_FIELDS; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->fields[i])))
      fields |= 1u << i;
  ids = plt_board_fields_format (fields);
  plt_batch_update (batch, "production", facts->production.id);
  plt_batch_set_text (batch, "strip_fields", ids);
  apply (self, _ ("Choose what strips say"), "strip-fields", batch);
}

/* ---- colours ---- */

/* "7,2 : 1": how well it can be read. */
static void
show_contrast (GtkWidget *label, const PltEffectPair *pair)
{
  int tenths = (int) (plt_effect_contrast (pair->fill, pair->ink) * 10);
  /* Translators: contrast of two colours: "7,2 : 1" */
  g_autofree char *text = g_strdup_printf (_ ("contrast %d,%d : 1"), tenths / 10, tenths % 10);

  gtk_label_set_label (GTK_LABEL (label), text);
}

static void
set_entry (GtkWidget *entry, const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_widget_remove_css_class (entry, "error");
}

static void
refresh (Look *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  PltEffectScheme scheme = plt_effect_scheme_new (facts);
  guint fields = plt_board_fields_parse (facts->production.strip_fields);

  self->filling = TRUE;
  for (guint i = 0; i < PLT_BOARD_N_FIELDS; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->fields[i]), (fields & 1u << i) != 0);
  for (guint i = 0; i < PLT_N_EFFECT_COLORS; i++)
    {
      Row *row = &self->rows[i];
      const char *own_ink = "";
      g_autofree char *fill = plt_effect_color_format (scheme.paper[i].fill);

      for (guint j = 0; j < facts->colors.n; j++)
        if (g_str_equal (facts->colors.items[j].effect,
                         plt_effect_class_id ((PltEffectClass) (i + 1))))
          own_ink = facts->colors.items[j].ink;
      plt_effect_swatch_set_pair (PLT_EFFECT_SWATCH (row->swatch), &scheme.paper[i]);
      set_entry (row->fill, fill);
      set_entry (row->ink, own_ink);
      show_contrast (row->contrast, &scheme.paper[i]);
    }
  self->filling = FALSE;
}

static gboolean
is_color (const char *text)
{
  guint32 color;

  return plt_effect_color_parse (text, &color);
}

/* Writes the colours of one effect; what is no colour stays to be corrected. */
static void
take_row (Look *self, guint at)
{
  Row *row = &self->rows[at];
  const PltFacts *facts = plt_session_get_facts (self->session);
  PltEffectScheme scheme = plt_effect_scheme_new (facts);
  const char *fill = gtk_editable_get_text (GTK_EDITABLE (row->fill));
  const char *ink = gtk_editable_get_text (GTK_EDITABLE (row->ink));
  g_autofree char *now = plt_effect_color_format (scheme.paper[at].fill);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  GtkWidget *wrong = !is_color (fill)                  ? row->fill
                     : *ink != '\0' && !is_color (ink) ? row->ink
                                                       : NULL;

  if (self->filling)
    return;
  gtk_widget_remove_css_class (row->fill, "error");
  gtk_widget_remove_css_class (row->ink, "error");
  plt_dialog_set_message (self->dialog, NULL);
  if (wrong != NULL)
    {
      gtk_widget_add_css_class (wrong, "error");
      plt_dialog_set_message (self->dialog,
                              _ ("Write a colour as six figures after a hash: #ffe679."));
      return;
    }
  if (*ink == '\0' && g_str_equal (fill, now))
    return;
  plt_effect_colors_set (facts, (PltEffectClass) (at + 1), fill, ink, batch);
  if (!apply (self, _ ("Choose a colour"), NULL, batch))
    return;
  scheme = plt_effect_scheme_new (plt_session_get_facts (self->session));
  if (*ink != '\0' && is_color (ink))
    {
      guint32 wanted;

      plt_effect_color_parse (ink, &wanted);
      if (wanted != scheme.paper[at].ink)
        plt_dialog_set_message (self->dialog,
                                _ ("That text cannot be read on that colour: another one is "
                                   "written instead."));
    }
}

static guint
row_of (Look *self, GtkWidget *entry)
{
  for (guint i = 0; i < PLT_N_EFFECT_COLORS; i++)
    if (self->rows[i].fill == entry || self->rows[i].ink == entry)
      return i;
  g_return_val_if_reached (0);
}

static void
on_entry (GtkWidget *entry, Look *self)
{
  take_row (self, row_of (self, entry));
}

static void
on_entry_left (GtkEventControllerFocus *controller, Look *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  take_row (self, row_of (self, entry));
}

static void
choose (Look *self, PltEffectPreset preset)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  plt_effect_colors_choose (plt_session_get_facts (self->session), preset, batch);
  apply (self, _ ("Choose the colours of the effects"), NULL, batch);
  plt_dialog_set_message (self->dialog, NULL);
}

static void
on_french (Look *self)
{
  choose (self, PLT_EFFECT_PRESET_FRANCE);
}

static void
on_international (Look *self)
{
  choose (self, PLT_EFFECT_PRESET_INTERNATIONAL);
}

/* ---- the dialog ---- */

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *heading = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "group-heading");
  return heading;
}

static GtkWidget *
new_fields (Look *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *always = gtk_check_button_new_with_label (_ ("Number and effect"));

  gtk_box_append (GTK_BOX (box), new_heading (_ ("Strips say")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (always), TRUE);
  gtk_widget_set_sensitive (always, FALSE);
  gtk_box_append (GTK_BOX (box), always);
  for (guint i = 0; i < PLT_BOARD_N_FIELDS; i++)
    {
      self->fields[i] = gtk_check_button_new_with_label (plt_board_field_title (i));
      g_signal_connect_swapped (self->fields[i], "toggled", G_CALLBACK (on_field), self);
      gtk_box_append (GTK_BOX (box), self->fields[i]);
    }
  return box;
}

static GtkWidget *
new_entry (Look *self, const char *title, const char *what, const char *placeholder)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *name = g_strdup_printf ("%s: %s", title, what);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_widget_set_tooltip_text (entry, what);
  plt_a11y_set_name (entry, name);
  g_signal_connect (entry, "activate", G_CALLBACK (on_entry), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_entry_left), self);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static void
add_row (Look *self, GtkGrid *grid, guint at)
{
  Row *row = &self->rows[at];
  const char *title = plt_effect_class_title ((PltEffectClass) (at + 1));
  GtkWidget *label = gtk_label_new (title);

  row->swatch = plt_effect_swatch_new ("", "");
  plt_effect_swatch_set_class (PLT_EFFECT_SWATCH (row->swatch), (PltEffectClass) (at + 1),
                               at < 4 ? codes[at] : _ (codes[at]));
  row->fill = new_entry (self, title, _ ("Colour"), "#rrggbb");
  row->ink = new_entry (self, title, _ ("Colour of the text"), _ ("readable"));
  row->contrast = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (row->contrast), 0);
  gtk_widget_add_css_class (row->contrast, "dim-label");
  gtk_widget_add_css_class (row->contrast, "numeric");
  gtk_widget_set_valign (row->swatch, GTK_ALIGN_CENTER);
  gtk_grid_attach (grid, row->swatch, 0, (int) at, 1, 1);
  gtk_grid_attach (grid, label, 1, (int) at, 1, 1);
  gtk_grid_attach (grid, row->fill, 2, (int) at, 1, 1);
  gtk_grid_attach (grid, row->ink, 3, (int) at, 1, 1);
  gtk_grid_attach (grid, row->contrast, 4, (int) at, 1, 1);
}

static GtkWidget *
new_colors (Look *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *french = gtk_button_new_with_mnemonic (_ ("Back to the _French Colours"));
  GtkWidget *international = gtk_button_new_with_mnemonic (_ ("_International Colours"));
  GtkWidget *help = gtk_label_new (_ ("The same on the board, the grids, the papers and the "
                                      "spreadsheets. The code of the effect is always written."));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  for (guint i = 0; i < PLT_N_EFFECT_COLORS; i++)
    add_row (self, GTK_GRID (grid), i);
  gtk_widget_set_tooltip_text (international,
                               _ ("White and yellow by day, blue and green by night"));
  g_signal_connect_swapped (french, "clicked", G_CALLBACK (on_french), self);
  g_signal_connect_swapped (international, "clicked", G_CALLBACK (on_international), self);
  gtk_box_append (GTK_BOX (buttons), french);
  gtk_box_append (GTK_BOX (buttons), international);
  gtk_label_set_xalign (GTK_LABEL (help), 0);
  gtk_label_set_wrap (GTK_LABEL (help), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (help), 48);
  gtk_widget_add_css_class (help, "dim-label");
  gtk_box_append (GTK_BOX (box), new_heading (_ ("Colours of the effects")));
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), help);
  return box;
}

GtkWindow *
plt_plan_look_present (GtkWindow *parent, PltSession *session)
{
  Look *self = g_new0 (Look, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 32);

  self->session = g_object_ref (session);
  self->dialog = plt_dialog_new (parent, _ ("Strips and Colours"), NULL);
  g_object_set_data_full (G_OBJECT (self->dialog), "plt-plan-look", self,
                          (GDestroyNotify) look_free);
  gtk_widget_add_css_class (box, "dialog-content");
  gtk_box_append (GTK_BOX (box), new_fields (self));
  gtk_box_append (GTK_BOX (box), new_colors (self));
  plt_dialog_set_content (self->dialog, box);
  refresh (self);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (refresh), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->fields[0]);
  return GTK_WINDOW (self->dialog);
}
