#include "plt-presence-letters.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-a11y.h"
#include "plt-dialog.h"
#include "plt-paths.h"
#include "plt-presence.h"
#include "plt-text.h"

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  GtkWidget *letters[PLT_N_MEANINGS], *codes[PLT_N_MEANINGS];
} Letters;

static void
letters_free (Letters *self)
{
  g_object_unref (self->session);
  g_free (self);
}

static const char *
name_of (PltMeaning meaning)
{
  return plt_choice_title (plt_column_find_choice (
      plt_table_column (plt_table_find ("presence"), "meaning"), plt_meaning_id (meaning)));
}

static char *
read_shipped (void)
{
  return plt_paths_read ("referentials/" PLT_LETTERS_REFERENTIAL ".tsv", NULL, NULL);
}

/* ---- what it writes ---- */

/* A letter names one meaning only: what is typed in a cell must be understood. */
static gboolean
check (char *const *letters, GError **error)
{
  for (guint i = 1; i < PLT_N_MEANINGS; i++)
    {
      if (*letters[i] == '\0')
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("Give a letter for “%s”."),
                       name_of ((PltMeaning) i));
          return FALSE;
        }
      for (guint j = 1; j < i; j++)
        {
          g_autofree char *one = plt_text_fold (letters[i]);
          g_autofree char *two = plt_text_fold (letters[j]);

          if (strcmp (one, two) == 0)
            {
              g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("“%s” stands for “%s” and for “%s”. Give one of them another "
                              "letter."),
                           letters[i], name_of ((PltMeaning) j), name_of ((PltMeaning) i));
              return FALSE;
            }
        }
    }
  return TRUE;
}

static const PltPresenceCodeFacts *
find_code (const PltFacts *facts, PltMeaning meaning)
{
  for (guint i = 0; i < facts->presence_codes.n; i++)
    if (strcmp (facts->presence_codes.items[i].meaning, plt_meaning_id (meaning)) == 0)
      return &facts->presence_codes.items[i];
  return NULL;
}

static void
write_code (PltBatch *batch,
            const PltPresenceCodeFacts *kept,
            PltMeaning meaning,
            const char *letter,
            const char *code,
            gboolean usual)
{
  if (usual && kept != NULL)
    plt_batch_delete (batch, "presence_code", kept->id);
  if (usual
      || (kept != NULL && strcmp (kept->letter, letter) == 0
          && strcmp (kept->international, code) == 0))
    return;
  if (kept != NULL)
    plt_batch_update (batch, "presence_code", kept->id);
  else
    {
      plt_batch_insert (batch, "presence_code");
      plt_batch_set_text (batch, "meaning", plt_meaning_id (meaning));
    }
  plt_batch_set_text (batch, "letter", letter);
  plt_batch_set_text (batch, "international", code);
}

gboolean
plt_presence_letters_set (PltSession *session,
                          const char *const *letters,
                          const char *const *codes,
                          GError **error)
{
  const PltFacts *facts;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltFacts) bare = plt_facts_new ();
  g_autofree char *shipped = read_shipped ();
  g_autoptr (PltLetters) usual = plt_letters_new (bare, shipped);
  g_auto (GStrv) squeezed = g_new0 (char *, PLT_N_MEANINGS + 1);

  g_return_val_if_fail (PLT_IS_SESSION (session), FALSE);

  facts = plt_session_get_facts (session);
  for (guint i = 0; i < PLT_N_MEANINGS; i++)
    squeezed[i] = plt_text_squeeze (i > 0 ? letters[i] : "");
  if (!check (squeezed, error))
    return FALSE;
  for (guint i = 1; i < PLT_N_MEANINGS; i++)
    {
      PltMeaning meaning = (PltMeaning) i;
      g_autofree char *code = plt_text_squeeze (codes[i]);

      write_code (batch, find_code (facts, meaning), meaning, squeezed[i], code,
                  strcmp (plt_letters_get (usual, meaning, FALSE), squeezed[i]) == 0
                      && strcmp (plt_letters_get (usual, meaning, TRUE), code) == 0);
    }
  return plt_batch_get_n_edits (batch) == 0
         || plt_store_apply (plt_session_get_store (session), _ ("Change the letters of presence"),
                             NULL, batch, NULL, error);
}

/* ---- the dialog ---- */

static void
on_accepted (Letters *self)
{
  const char *letters[PLT_N_MEANINGS] = { "" }, *codes[PLT_N_MEANINGS] = { "" };
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < PLT_N_MEANINGS; i++)
    {
      letters[i] = gtk_editable_get_text (GTK_EDITABLE (self->letters[i]));
      codes[i] = gtk_editable_get_text (GTK_EDITABLE (self->codes[i]));
    }
  if (plt_presence_letters_set (self->session, letters, codes, &error))
    gtk_window_destroy (GTK_WINDOW (self->dialog)); /* and self with it */
  else
    plt_dialog_set_message (self->dialog, error->message);
}

static GtkWidget *
new_entry (const char *text, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  plt_a11y_set_name (entry, name);
  return entry;
}

static GtkWidget *
new_head (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

GtkWindow *
plt_presence_letters_present (GtkWindow *parent, PltSession *session)
{
  Letters *self = g_new0 (Letters, 1);
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *shipped = read_shipped ();
  g_autoptr (PltLetters) letters = plt_letters_new (plt_session_get_facts (session), shipped);

  self->session = g_object_ref (session);
  self->dialog = plt_dialog_new (parent, _ ("Letters of Presence"), _ ("_Apply"));
  g_object_set_data_full (G_OBJECT (self->dialog), "plt-letters", self,
                          (GDestroyNotify) letters_free);
  gtk_widget_add_css_class (grid, "dialog-content");
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_attach (GTK_GRID (grid), new_head (_ ("Letter")), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_head (_ ("International code")), 2, 0, 1, 1);
  for (guint i = 1; i < PLT_N_MEANINGS; i++)
    {
      PltMeaning meaning = (PltMeaning) i;
      const char *name = name_of (meaning);
      GtkWidget *label = gtk_label_new (name);
      /* Translators: %s is a meaning of a letter: "Paid waiting" */
      g_autofree char *letter = g_strdup_printf (_ ("Letter of “%s”"), name);
      g_autofree char *code = g_strdup_printf (_ ("International code of “%s”"), name);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      self->letters[i] = new_entry (plt_letters_get (letters, meaning, FALSE), letter);
      self->codes[i] = new_entry (plt_letters_get (letters, meaning, TRUE), code);
      gtk_grid_attach (GTK_GRID (grid), label, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), self->letters[i], 1, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), self->codes[i], 2, (int) i, 1, 1);
    }
  plt_dialog_set_content (self->dialog, grid);
  plt_dialog_set_accept_enabled (self->dialog, !plt_session_is_read_only (session));
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  return GTK_WINDOW (self->dialog);
}
