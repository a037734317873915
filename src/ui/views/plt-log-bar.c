#include "plt-log-bar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-entry-suggest.h"
#include "plt-time.h"
#include "plt-today.h"

#define DAY 1440
#define LAST_HOUR (DAY / 2) /* a night of shooting is over at noon */

struct _PltLogBar
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 day, report; /* of the day that is shown, 0 for none */
  PltDate date;
  char *camera, *filters, *sound; /* of the take before */
  gint64 sequence;                /* that shot and take were proposed for */
  guint n_takes;                  /* of the day, when it was shown last */

  GtkWidget *box, *entries[PLT_N_LOG_FIELDS], *kept, *message;
};

G_DEFINE_FINAL_TYPE (PltLogBar, plt_log_bar, GTK_TYPE_WIDGET)

static const struct
{
  const char *title, *placeholder;
  int width;
} fields[PLT_N_LOG_FIELDS] = {
  [PLT_LOG_FIELD_HOUR] = { N_ ("Hour"), NULL, 5 },
  [PLT_LOG_FIELD_SEQUENCE] = { N_ ("Sequence"), NULL, 4 },
  [PLT_LOG_FIELD_SHOT] = { N_ ("Shot No."), NULL, 3 },
  [PLT_LOG_FIELD_TAKE] = { N_ ("Take"), NULL, 2 },
  [PLT_LOG_FIELD_LENGTH] = { N_ ("Take length"), N_ ("0:45"), 4 },
  [PLT_LOG_FIELD_CARD] = { N_ ("Card"), NULL, 5 },
  [PLT_LOG_FIELD_LENS] = { N_ ("Lens"), NULL, 6 },
  [PLT_LOG_FIELD_REMARK] = { N_ ("Remark"), NULL, 20 },
};

gint64
plt_log_now (PltDate date)
{
  PltDate today = plt_today ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint64 minutes = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);

  if (date == today)
    return minutes;
  return date == today - 1 && minutes < LAST_HOUR ? minutes + DAY : PLT_UNKNOWN;
}

static const char *
text_of (PltLogBar *self, PltLogField field)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entries[field]));
}

static void
set_text (PltLogBar *self, PltLogField field, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entries[field]), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entries[field]), 0);
}

static void
say (PltLogBar *self, PltLogField field, const char *sentence)
{
  gtk_label_set_label (GTK_LABEL (self->message), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->message, sentence != NULL);
  for (guint i = 0; i < PLT_N_LOG_FIELDS; i++)
    gtk_widget_remove_css_class (self->entries[i], "error");
  if (sentence == NULL)
    return;
  gtk_widget_add_css_class (self->entries[field], "error");
  gtk_widget_grab_focus (self->entries[field]);
}

const char *
plt_log_bar_get_message (PltLogBar *self)
{
  g_return_val_if_fail (PLT_IS_LOG_BAR (self), "");

  return gtk_label_get_label (GTK_LABEL (self->message));
}

GtkWidget *
plt_log_bar_get_entry (PltLogBar *self, PltLogField field)
{
  g_return_val_if_fail (PLT_IS_LOG_BAR (self) && field < PLT_N_LOG_FIELDS, NULL);

  return self->entries[field];
}

gboolean
plt_log_bar_grab_focus (PltLogBar *self)
{
  PltLogField field = *text_of (self, PLT_LOG_FIELD_SEQUENCE) == '\0' ? PLT_LOG_FIELD_SEQUENCE
                                                                      : PLT_LOG_FIELD_LENGTH;

  return gtk_widget_grab_focus (self->entries[field]);
}

/* ---- séquences ---- */

/* Those of the day first, then the others. */
static GStrv
sequence_numbers (gpointer data)
{
  PltLogBar *self = data;
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < facts->strips.n; i++)
    {
      const PltStripFacts *strip = &facts->strips.items[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);

      if (self->day != 0 && strip->day == self->day && sequence != NULL
          && g_hash_table_add (told, (gpointer) sequence))
        g_strv_builder_add (numbers, sequence->number);
    }
  for (guint i = 0; i < facts->sequences.n; i++)
    if (!g_hash_table_contains (told, &facts->sequences.items[i]))
      g_strv_builder_add (numbers, facts->sequences.items[i].number);
  return g_strv_builder_end (numbers);
}

static gint64
find_sequence (PltLogBar *self, const char *number)
{
  const PltFacts *facts = plt_session_get_facts (self->session);

  for (guint i = 0; i < facts->sequences.n; i++)
    if (g_ascii_strcasecmp (facts->sequences.items[i].number, number) == 0)
      return facts->sequences.items[i].id;
  return 0;
}

/* ---- proposing ---- */

static void
fill (PltLogBar *self, const PltLogDraft *draft)
{
  const PltSequenceFacts *sequence = PLT_FACTS_FIND (
      plt_session_get_facts (self->session)->sequences, PltSequenceFacts, draft->sequence);

  self->sequence = draft->sequence;
  set_text (self, PLT_LOG_FIELD_SEQUENCE, sequence != NULL ? sequence->number : "");
  set_text (self, PLT_LOG_FIELD_SHOT, draft->shot);
  set_text (self, PLT_LOG_FIELD_TAKE, draft->take);
  set_text (self, PLT_LOG_FIELD_CARD, draft->card);
  set_text (self, PLT_LOG_FIELD_LENS, draft->lens);
  g_free (self->camera);
  g_free (self->filters);
  g_free (self->sound);
  self->camera = g_strdup (draft->camera);
  self->filters = g_strdup (draft->filters);
  self->sound = g_strdup (draft->sound);
  say (self, PLT_LOG_FIELD_HOUR, NULL);
}

static void
clear_rest (PltLogBar *self)
{
  set_text (self, PLT_LOG_FIELD_HOUR, "");
  set_text (self, PLT_LOG_FIELD_LENGTH, "");
  set_text (self, PLT_LOG_FIELD_REMARK, "");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->kept), FALSE);
}

static const PltReportDay *
find_day (PltLogBar *self, const PltReportBook *book)
{
  return self->day != 0 ? plt_report_of_day (book, self->day)
                        : plt_report_of_report (book, self->report);
}

/* Another séquence was typed: it goes on with a shot of its own. Shot and take that are typed after
 * it stay. */
static void
follow_sequence (PltLogBar *self)
{
  gint64 sequence = find_sequence (self, text_of (self, PLT_LOG_FIELD_SEQUENCE));
  g_autoptr (PltReportBook) book = NULL;
  g_autofree char *shot = NULL;
  const PltReportDay *day;

  if (sequence == 0 || sequence == self->sequence)
    return;
  self->sequence = sequence;
  book = plt_report_book_new (plt_session_get_facts (self->session),
                              plt_session_get_plan (self->session));
  day = find_day (self, book);
  if (day == NULL)
    return;
  shot = plt_log_shot_of (book, day, sequence);
  set_text (self, PLT_LOG_FIELD_SHOT, shot);
  set_text (self, PLT_LOG_FIELD_TAKE, "1");
}

void
plt_log_bar_propose (PltLogBar *self, PltLogStep step)
{
  g_autoptr (PltReportBook) book = NULL;
  g_auto (PltLogDraft) draft = { 0 };
  const PltReportDay *day;

  g_return_if_fail (PLT_IS_LOG_BAR (self));

  book = plt_report_book_new (plt_session_get_facts (self->session),
                              plt_session_get_plan (self->session));
  day = find_day (self, book);
  if (day == NULL)
    return;
  plt_log_propose (book, day, step, &draft);
  fill (self, &draft);
  plt_log_bar_grab_focus (self);
}

/* Nothing of the line was typed yet: what is proposed may change. */
static gboolean
is_untouched (PltLogBar *self)
{
  return *text_of (self, PLT_LOG_FIELD_HOUR) == '\0'
         && *text_of (self, PLT_LOG_FIELD_LENGTH) == '\0'
         && *text_of (self, PLT_LOG_FIELD_REMARK) == '\0';
}

void
plt_log_bar_show (PltLogBar *self, const PltReportBook *book, const PltReportDay *day)
{
  gint64 id = day != NULL && day->day != NULL ? day->day->day->id : 0;
  gint64 report = day != NULL && day->report != NULL ? day->report->id : 0;
  gboolean same = id == self->day && (id != 0 || report == self->report);
  gboolean undone = day != NULL && day->today.takes != self->n_takes && is_untouched (self);
  g_auto (PltLogDraft) draft = { 0 };

  g_return_if_fail (PLT_IS_LOG_BAR (self));

  self->day = id;
  self->report = report;
  self->n_takes = day != NULL ? day->today.takes : 0;
  self->date = day != NULL ? day->date : PLT_DATE_NONE;
  gtk_widget_set_sensitive (GTK_WIDGET (self),
                            day != NULL && !plt_session_is_read_only (self->session));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entries[PLT_LOG_FIELD_HOUR]),
                                  plt_log_now (self->date) != PLT_UNKNOWN ? _ ("now") : "—");
  if ((same && !undone) || day == NULL)
    return;
  plt_log_propose (book, day, PLT_LOG_NEXT_TAKE, &draft);
  fill (self, &draft);
  clear_rest (self);
}

void
plt_log_bar_stamp (PltLogBar *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint64 minutes = plt_log_now (self->date);
  g_autofree char *text = NULL;

  if (minutes == PLT_UNKNOWN)
    minutes = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
  text = plt_clock_format (minutes);
  set_text (self, PLT_LOG_FIELD_HOUR, text);
}

void
plt_log_bar_toggle_kept (PltLogBar *self)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->kept),
                               !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->kept)));
}

/* ---- writing ---- */

typedef struct
{
  gint64 minutes, sequence, seconds;
} Typed;

static gboolean
read_entries (PltLogBar *self, gboolean take, Typed *typed)
{
  const char *hour = text_of (self, PLT_LOG_FIELD_HOUR);
  const char *number = text_of (self, PLT_LOG_FIELD_SEQUENCE);
  const char *length = text_of (self, PLT_LOG_FIELD_LENGTH);
  g_autoptr (GError) error = NULL;

  typed->minutes = plt_log_now (self->date);
  typed->seconds = PLT_UNKNOWN;
  typed->sequence = find_sequence (self, number);
  if (*hour != '\0' && !plt_clock_parse (hour, &typed->minutes, &error))
    say (self, PLT_LOG_FIELD_HOUR, error->message);
  else if (typed->sequence == 0 && (take || *number != '\0'))
    {
      g_autofree char *sentence
          = *number == '\0'
                ? g_strdup (_ ("A take belongs to a sequence: type its number."))
                : g_strdup_printf (_ ("There is no sequence “%s” in this production."), number);

      say (self, PLT_LOG_FIELD_SEQUENCE, sentence);
    }
  else if (take && *length != '\0' && !plt_seconds_parse (length, &typed->seconds, &error))
    say (self, PLT_LOG_FIELD_LENGTH, error->message);
  else
    {
      typed->minutes
          = plt_log_hour (plt_session_get_facts (self->session), self->report, typed->minutes);
      return TRUE;
    }
  return FALSE;
}

static void
set_take (PltLogBar *self, const Typed *typed, PltBatch *batch)
{
  plt_batch_set_text (batch, "shot", text_of (self, PLT_LOG_FIELD_SHOT));
  plt_batch_set_text (batch, "take", text_of (self, PLT_LOG_FIELD_TAKE));
  if (typed->seconds != PLT_UNKNOWN)
    plt_batch_set_integer (batch, "take_seconds", typed->seconds);
  plt_batch_set_integer (batch, "kept",
                         gtk_check_button_get_active (GTK_CHECK_BUTTON (self->kept)));
  plt_batch_set_text (batch, "card", text_of (self, PLT_LOG_FIELD_CARD));
  plt_batch_set_text (batch, "lens", text_of (self, PLT_LOG_FIELD_LENS));
  plt_batch_set_text (batch, "camera", self->camera != NULL ? self->camera : "");
  plt_batch_set_text (batch, "filters", self->filters != NULL ? self->filters : "");
  plt_batch_set_text (batch, "sound", self->sound != NULL ? self->sound : "");
}

/* An incident is in the register from the first moment; what was done about it comes later. */
static void
add_incident (PltLogBar *self, const Typed *typed, PltBatch *batch)
{
  const char *remark = text_of (self, PLT_LOG_FIELD_REMARK);
  g_autofree char *date = self->date != PLT_DATE_NONE ? plt_date_to_iso (self->date) : NULL;

  if (date == NULL)
    return;
  plt_batch_insert (batch, "incident");
  plt_batch_set_text (batch, "date", date);
  plt_batch_set_text (batch, "name", *remark != '\0' ? remark : _ ("Incident to describe"));
  plt_batch_set_text (batch, "kind", "autre");
  if (typed->minutes != PLT_UNKNOWN)
    plt_batch_set_integer (batch, "start_minutes", typed->minutes);
  if (self->day != 0)
    plt_batch_set_integer (batch, "day", self->day);
  if (typed->sequence != 0)
    plt_batch_set_integer (batch, "sequence", typed->sequence);
}

gboolean
plt_log_bar_write (PltLogBar *self, const char *kind)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltReportBook) book = NULL;
  gboolean take = strcmp (kind, "prise") == 0, done;
  const PltReportDay *day;
  Typed typed;
  gint64 report;

  g_return_val_if_fail (PLT_IS_LOG_BAR (self), FALSE);

  follow_sequence (self);
  if (!read_entries (self, take, &typed))
    return FALSE;
  book = plt_report_book_new (plt_session_get_facts (self->session),
                              plt_session_get_plan (self->session));
  day = find_day (self, book);
  if (day == NULL)
    return FALSE;
  report = plt_report_open (book, day, batch);
  if (strcmp (kind, "repas") == 0)
    typed.sequence = 0; /* everybody eats, whatever is being shot */
  plt_log_add (book->facts, report, kind, typed.minutes, typed.sequence, batch);
  if (take)
    set_take (self, &typed, batch);
  plt_batch_set_text (batch, "remark", text_of (self, PLT_LOG_FIELD_REMARK));
  if (strcmp (kind, "incident") == 0)
    add_incident (self, &typed, batch);
  g_clear_pointer (&book, plt_report_book_free); /* facts go with the command */
  done = plt_session_apply (self->session, take ? _ ("Take") : _ ("Line of the Log"), NULL, batch,
                            NULL);
  if (!done)
    return FALSE;
  clear_rest (self);
  if (take)
    plt_log_bar_propose (self, PLT_LOG_NEXT_TAKE);
  else
    say (self, PLT_LOG_FIELD_HOUR, NULL);
  return TRUE;
}

static void
on_activate (PltLogBar *self)
{
  plt_log_bar_write (self, "prise");
}

/* ---- the widget ---- */

static void
plt_log_bar_dispose (GObject *object)
{
  PltLogBar *self = PLT_LOG_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->camera, g_free);
  g_clear_pointer (&self->filters, g_free);
  g_clear_pointer (&self->sound, g_free);

  G_OBJECT_CLASS (plt_log_bar_parent_class)->dispose (object);
}

static void
plt_log_bar_class_init (PltLogBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_log_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* The name of a cell above it; that of the remark stands before it, on a line of its own: however
 * narrow the window, a sentence can be read while it is typed. */
static GtkWidget *
new_cell (const char *title, GtkWidget *child, GtkOrientation orientation)
{
  GtkWidget *box = gtk_box_new (orientation, orientation == GTK_ORIENTATION_VERTICAL ? 0 : 8);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), child);
  return box;
}

static GtkWidget *
new_entry (PltLogBar *self, PltLogField field)
{
  GtkWidget *entry = gtk_entry_new ();
  gboolean remark = field == PLT_LOG_FIELD_REMARK;
  /* Translators: of an entry in which a line of the log is typed: "Hour, line being typed" */
  g_autofree char *name = g_strdup_printf (_ ("%s, line being typed"), _ (fields[field].title));

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), fields[field].width);
  if (!remark)
    gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), fields[field].width);
  if (fields[field].placeholder != NULL)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ (fields[field].placeholder));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_activate), self);
  gtk_widget_set_hexpand (entry, remark);
  self->entries[field] = entry;
  return new_cell (_ (fields[field].title), entry,
                   remark ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
}

static gboolean
on_kept_enter (GtkWidget *widget, GVariant *parameter, gpointer self)
{
  on_activate (self);
  return TRUE;
}

/* As high as the entries beside it: Tab goes through what stands in a row from left to right only
 * where the middles are level. Enter writes here too; the space bar ticks. */
static GtkWidget *
new_kept (PltLogBar *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  g_autofree char *name = g_strdup_printf (_ ("%s, line being typed"), _ ("Kept"));

  self->kept = gtk_check_button_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kept), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_halign (self->kept, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (self->kept, TRUE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Return|KP_Enter"),
                        gtk_callback_action_new (on_kept_enter, self, NULL)));
  gtk_widget_add_controller (self->kept, keys);
  return new_cell (_ ("Kept"), self->kept, GTK_ORIENTATION_VERTICAL);
}

static void
plt_log_bar_init (PltLogBar *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkEventController *focus;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  for (guint i = 0; i < PLT_LOG_FIELD_REMARK; i++)
    {
      gtk_box_append (GTK_BOX (line), new_entry (self, (PltLogField) i));
      if (i == PLT_LOG_FIELD_LENGTH)
        gtk_box_append (GTK_BOX (line), new_kept (self));
    }
  self->message = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_widget_add_css_class (self->message, "error-text");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), new_entry (self, PLT_LOG_FIELD_REMARK));
  gtk_box_append (GTK_BOX (self->box), self->message);
  gtk_widget_add_css_class (self->box, "log-bar");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  plt_entry_suggest_attach (GTK_ENTRY (self->entries[PLT_LOG_FIELD_SEQUENCE]), sequence_numbers,
                            self);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (follow_sequence), self);
  gtk_widget_add_controller (self->entries[PLT_LOG_FIELD_SEQUENCE], focus);
}

GtkWidget *
plt_log_bar_new (PltSession *session)
{
  PltLogBar *self = g_object_new (PLT_TYPE_LOG_BAR, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
