#include "plt-shortcuts.h"

#include <glib/gi18n-lib.h>

#define FILE_GROUP N_ ("Production")
#define EDIT_GROUP N_ ("Editing")
#define GO_GROUP N_ ("Going about")
#define VIEW_GROUP N_ ("In a view")
#define WINDOW_GROUP N_ ("Window")

static const PltShortcut shortcuts[] = {
  { "app.new", { "<Control>n" }, N_ ("New Production…"), FILE_GROUP },
  { "app.open", { "<Control>o" }, N_ ("Open…"), FILE_GROUP },
  { "app.open-example", { NULL }, N_ ("Discover with the Example"), FILE_GROUP },
  { "app.open-script", { NULL }, N_ ("Make a Production from a Screenplay…"), FILE_GROUP },
  { "win.import-script", { "<Control><Shift>o" }, N_ ("Import a Screenplay…"), FILE_GROUP },
  { "win.documents", { "<Control>p" }, N_ ("Documents…"), FILE_GROUP },
  { "win.export-xlsx", { "<Control><Shift>x" }, N_ ("Export This View as XLSX…"), FILE_GROUP },
  { "win.export-csv", { NULL }, N_ ("Export This View as CSV…"), FILE_GROUP },
  { "win.export-uss", { NULL }, N_ ("Export for Other Scheduling Programs (USS)…"), FILE_GROUP },
  { "view.document-pdf", { "<Control><Alt>p" }, N_ ("Write This Document as PDF…"), FILE_GROUP },
  { "view.document-xlsx", { NULL }, N_ ("Write This Document as XLSX…"), FILE_GROUP },
  { "view.document-csv", { NULL }, N_ ("Write This Document as CSV…"), FILE_GROUP },
  { "view.document-ics",
    { "<Control><Alt>e" },
    N_ ("Write the Dates of This Document as ICS…"),
    FILE_GROUP },
  { "view.document-print", { "<Control><Alt>i" }, N_ ("Print This Document…"), FILE_GROUP },
  { "view.export-all", { NULL }, N_ ("Export All Documents…"), FILE_GROUP },
  { "win.save-copy", { "<Control><Shift>s" }, N_ ("Save a Copy…"), FILE_GROUP },
  { "win.snapshot", { "<Control>s" }, N_ ("Make a Snapshot…"), FILE_GROUP },
  { "win.snapshots", { NULL }, N_ ("Snapshots…"), FILE_GROUP },
  { "win.update-referentials", { NULL }, N_ ("Update the Reference Data"), FILE_GROUP },

  { "win.undo", { "<Control>z" }, N_ ("Undo"), EDIT_GROUP },
  { "win.redo", { "<Control><Shift>z", "<Control>y" }, N_ ("Redo"), EDIT_GROUP },
  { "win.history", { "<Control>h" }, N_ ("History"), EDIT_GROUP },
  { "view.add-row", { "<Control><Shift>n" }, N_ ("Add a Row"), EDIT_GROUP },
  { "view.delete-row", { "<Control>Delete" }, N_ ("Delete the Selected Rows"), EDIT_GROUP },
  { "view.duplicate-row", { "<Control>j" }, N_ ("Duplicate the Selected Lines"), EDIT_GROUP },
  { "view.add-instalment", { NULL }, N_ ("Add an Instalment"), EDIT_GROUP },
  { "view.instalments-rest", { NULL }, N_ ("Give the Rest to a Last Instalment"), EDIT_GROUP },
  { "view.scenario-without", { NULL }, N_ ("Make a Scenario Without This Source"), EDIT_GROUP },
  { "view.tax-paper", { NULL }, N_ ("Write the Paper of the Tax Credit…"), FILE_GROUP },
  { "view.tax-report", { NULL }, N_ ("Put the Tax Credit in the Plan"), EDIT_GROUP },
  { "view.break-mirror", { NULL }, N_ ("Break the Link With the Budget"), EDIT_GROUP },
  { "view.formula-bar", { "<Control>l" }, N_ ("Type in the Formula Bar"), EDIT_GROUP },
  { "view.import-csv", { NULL }, N_ ("Import CSV…"), EDIT_GROUP },
  { "view.go-to-source", { NULL }, N_ ("Go to the Source of the Value"), GO_GROUP },
  { "view.expand-all", { NULL }, N_ ("Unfold All Accounts"), VIEW_GROUP },
  { "view.collapse-all", { NULL }, N_ ("Fold to the Nine Posts"), VIEW_GROUP },
  { "view.expand-to(2)", { NULL }, N_ ("Fold to the Sub-posts"), VIEW_GROUP },
  { "view.expand-to(3)", { NULL }, N_ ("Fold to the Groups"), VIEW_GROUP },
  { "view.why", { "<Control>u" }, N_ ("Why This Total"), VIEW_GROUP },
  { "view.follow-plan", { NULL }, N_ ("Follow the Schedule and the Engagements…"), EDIT_GROUP },
  { "view.relink", { NULL }, N_ ("Restore the Link of the Cell"), EDIT_GROUP },
  { "view.hide-empty", { "<Control><Shift>h" }, N_ ("Hide Empty Lines"), VIEW_GROUP },
  { "view.duplicate-version", { NULL }, N_ ("Duplicate the Budget…"), EDIT_GROUP },
  { "view.new-version", { NULL }, N_ ("New Budget"), EDIT_GROUP },
  { "view.keep-template", { NULL }, N_ ("Save the Budget as a Template…"), EDIT_GROUP },
  { "view.pick-rate", { "<Control><Shift>b" }, N_ ("Rate of the Pay Scale…"), EDIT_GROUP },
  { "view.rename-version", { NULL }, N_ ("Rename the Budget…"), EDIT_GROUP },
  { "view.import-budget", { NULL }, N_ ("Import a Budget…"), EDIT_GROUP },
  { "view.make-current", { NULL }, N_ ("Make This the Current Budget"), EDIT_GROUP },
  { "view.lock-version", { NULL }, N_ ("Lock This Version of the Budget"), EDIT_GROUP },
  { "view.unlock-version", { NULL }, N_ ("Unlock This Version of the Budget"), EDIT_GROUP },
  { "view.transfer-posts", { NULL }, N_ ("Transfer Between Posts…"), EDIT_GROUP },
  { "view.simulate-budget", { NULL }, N_ ("Reach a Ceiling…"), EDIT_GROUP },
  { "view.compare-versions", { NULL }, N_ ("Compare Versions of the Budget"), VIEW_GROUP },
  { "view.cash-weeks", { "<Control><Alt>w" }, N_ ("Cash Flow by Week or by Month"), VIEW_GROUP },
  { "view.cash-instalments", { NULL }, N_ ("Instalments as Marks on the Curve"), VIEW_GROUP },
  { "view.cash-zoom-in", { NULL }, N_ ("Zoom the Curve of the Cash Flow In"), VIEW_GROUP },
  { "view.cash-zoom-out", { NULL }, N_ ("Zoom the Curve of the Cash Flow Out"), VIEW_GROUP },
  { "view.cash-zoom-all", { NULL }, N_ ("Whole Curve of the Cash Flow"), VIEW_GROUP },
  { "view.cash-keep", { NULL }, N_ ("Keep What Is Tried in a Scenario…"), EDIT_GROUP },
  { "view.cash-apply", { NULL }, N_ ("Apply What Is Tried"), EDIT_GROUP },
  { "view.cash-cancel", { NULL }, N_ ("Give Up What Is Tried"), EDIT_GROUP },
  { "view.cash-measures", { NULL }, N_ ("What to Do about the Critical Period"), VIEW_GROUP },
  { "view.cash-try", { NULL }, N_ ("Try the Scenario in the Forecast"), VIEW_GROUP },
  { "view.cash-new-scenario", { NULL }, N_ ("New Scenario of the Cash Flow…"), EDIT_GROUP },
  { "view.cash-rename-scenario", { NULL }, N_ ("Rename the Scenario…"), EDIT_GROUP },
  { "view.cash-duplicate-scenario", { NULL }, N_ ("Duplicate the Scenario"), EDIT_GROUP },
  { "view.cash-delete-scenario", { NULL }, N_ ("Delete the Scenario"), EDIT_GROUP },
  { "view.retro-zoom-in", { NULL }, N_ ("Zoom the Calendar of the Timeline In"), VIEW_GROUP },
  { "view.retro-zoom-out", { NULL }, N_ ("Zoom the Calendar of the Timeline Out"), VIEW_GROUP },
  { "view.retro-zoom-all", { NULL }, N_ ("Whole Calendar of the Timeline"), VIEW_GROUP },
  { "view.retro-today", { NULL }, N_ ("Today in the Timeline"), VIEW_GROUP },
  { "view.retro-chain", { NULL }, N_ ("Tasks That Make the Margin"), VIEW_GROUP },
  { "view.retro-links", { NULL }, N_ ("Links Between Tasks as Arrows"), VIEW_GROUP },
  { "view.retro-insert", { NULL }, N_ ("Add a Task Below"), EDIT_GROUP },
  { "view.retro-paste", { "<Control><Shift>v" }, N_ ("Paste as Tasks Below"), EDIT_GROUP },
  { "view.retro-delete", { NULL }, N_ ("Delete the Tasks"), EDIT_GROUP },
  { "view.retro-done", { NULL }, N_ ("Task Done, or Not Done"), EDIT_GROUP },
  { "view.retro-lock", { NULL }, N_ ("Lock the Task on Its Dates"), EDIT_GROUP },
  { "view.retro-unlock", { NULL }, N_ ("Let the Dates of the Task Be Computed"), EDIT_GROUP },
  { "view.retro-indent", { NULL }, N_ ("Put the Task Into the Group Above"), EDIT_GROUP },
  { "view.retro-outdent", { NULL }, N_ ("Take the Task out of Its Group"), EDIT_GROUP },
  { "view.retro-link", { NULL }, N_ ("Link the Task to Another One"), EDIT_GROUP },
  { "view.retro-template", { NULL }, N_ ("Template of the Timeline…"), EDIT_GROUP },
  { "view.retro-direction", { NULL }, N_ ("How the Timeline Is Counted…"), EDIT_GROUP },
  { "view.retro-take-baseline", { NULL }, N_ ("Keep a Baseline of the Timeline…"), EDIT_GROUP },
  { "view.retro-book", { NULL }, N_ ("Book a Room for the Task"), EDIT_GROUP },
  { "view.retro-screen", { NULL }, N_ ("Add a Screening After the Task"), EDIT_GROUP },
  { "view.retro-rework", { NULL }, N_ ("Reopen a Stage After a Screening"), EDIT_GROUP },
  { "view.retro-import", { NULL }, N_ ("Import MS Project or GanttProject…"), FILE_GROUP },
  { "view.retro-export-mspdi", { NULL }, N_ ("Export for MS Project…"), FILE_GROUP },
  { "view.retro-export-gan", { NULL }, N_ ("Export for GanttProject…"), FILE_GROUP },
  { "view.retro-paper('retroplanning')", { NULL }, N_ ("Print the Calendar…"), FILE_GROUP },
  { "view.retro-paper('retroplanning-tableau')", { NULL }, N_ ("Print the Table…"), FILE_GROUP },
  { "view.retro-paper('planning-postproduction')",
    { NULL },
    N_ ("Print the Postproduction…"),
    FILE_GROUP },
  { "view.retro-paper('charge-equipes')", { NULL }, N_ ("Print the Load…"), FILE_GROUP },
  { "view.retro-plan", { NULL }, N_ ("Bars of the Timeline"), VIEW_GROUP },
  { "view.retro-fold", { NULL }, N_ ("Fold All Phases"), VIEW_GROUP },
  { "view.retro-unfold", { NULL }, N_ ("Unfold All Phases"), VIEW_GROUP },
  { "view.log-shot", { "F3" }, N_ ("Next Shot"), EDIT_GROUP },
  { "view.log-sequence", { "F4" }, N_ ("Next Sequence of the Day"), EDIT_GROUP },
  { "view.log-hour", { "F5" }, N_ ("Present Hour"), EDIT_GROUP },
  { "view.log-kept", { "F7" }, N_ ("Keep the Take Being Typed"), EDIT_GROUP },
  { "view.log-kept-last", { "<Control>F7" }, N_ ("Keep the Last Take"), EDIT_GROUP },
  { "view.log-complete", { "<Shift>F3" }, N_ ("Sequence Complete"), EDIT_GROUP },
  { "view.log-retake", { "<Shift>F4" }, N_ ("Sequence to Shoot Again"), EDIT_GROUP },
  { "view.log-meal", { "<Shift>F5" }, N_ ("Meal in the Log"), EDIT_GROUP },
  { "view.log-setup", { "<Control>F5" }, N_ ("Setting Up in the Log"), EDIT_GROUP },
  { "view.log-wait", { "<Shift>F7" }, N_ ("Waiting in the Log"), EDIT_GROUP },
  { "view.log-incident", { "F12" }, N_ ("Incident in the Log"), EDIT_GROUP },
  { "view.log-note", { "<Shift>F12" }, N_ ("Note in the Log"), EDIT_GROUP },
  { "view.hours-previous", { "<Control><Alt>b" }, N_ ("Day, Week or Person Before"), VIEW_GROUP },
  { "view.hours-next", { "<Control><Alt>n" }, N_ ("Day, Week or Person After"), VIEW_GROUP },
  { "view.hours-from-sheet", { NULL }, N_ ("Hours as the Call Sheet"), EDIT_GROUP },
  { "view.hours-from-report", { NULL }, N_ ("Hours as the Report"), EDIT_GROUP },
  { "view.hours-approve", { NULL }, N_ ("Approve the Hours"), EDIT_GROUP },
  { "view.hours-sign", { NULL }, N_ ("Sign the Hours"), EDIT_GROUP },
  { "view.hours-reopen", { NULL }, N_ ("Open the Hours Again"), EDIT_GROUP },
  { "view.hours-to-budget", { NULL }, N_ ("Carry Overtime to the Budget"), EDIT_GROUP },
  { "view.hours-payroll-days", { NULL }, N_ ("Payroll, One Line for Each Day…"), VIEW_GROUP },
  { "view.hours-payroll-weeks", { NULL }, N_ ("Payroll, One Line for Each Week…"), VIEW_GROUP },
  { "view.report-begin", { NULL }, N_ ("Begin the Report"), EDIT_GROUP },
  { "view.report-finish", { NULL }, N_ ("Finish the Report"), EDIT_GROUP },
  { "view.report-give-back", { NULL }, N_ ("Give the Report Back to the Schedule"), EDIT_GROUP },
  { "view.moves-propose",
    { "<Control><Alt>r" },
    N_ ("Propose the Movements of the Day"),
    EDIT_GROUP },
  { "view.moves-copy", { NULL }, N_ ("Copy the Movements of the Day Before"), EDIT_GROUP },
  { "view.moves-hours", { NULL }, N_ ("Compute the Hours of the Movements"), EDIT_GROUP },
  { "view.moves-add", { NULL }, N_ ("Add a Movement to the Day"), EDIT_GROUP },
  { "view.sheet-make", { "<Control><Alt>m" }, N_ ("Make the Call Sheet"), EDIT_GROUP },
  { "view.sheet-approve", { "<Control><Alt>a" }, N_ ("Approve the Call Sheet"), EDIT_GROUP },
  { "view.sheet-reopen", { NULL }, N_ ("Call Sheet Back to a Draft"), EDIT_GROUP },
  { "view.sheet-send", { "<Control><Alt>s" }, N_ ("Mark the Call Sheet as Sent"), EDIT_GROUP },
  { "view.sheet-correct",
    { "<Control><Alt>c" },
    N_ ("Correct the Call Sheet That Was Sent…"),
    EDIT_GROUP },
  { "view.sheet-follow",
    { "<Control><Alt>f" },
    N_ ("Bring the Call Sheet up to the Schedule"),
    EDIT_GROUP },
  { "view.sheet-give-back", { "<Alt>BackSpace" }, N_ ("Compute the Typed Hour Again"), EDIT_GROUP },
  { "view.sheet-next-day",
    { "<Control><Alt>Page_Down" },
    N_ ("Call Sheet of the Next Day"),
    GO_GROUP },
  { "view.sheet-previous-day",
    { "<Control><Alt>Page_Up" },
    N_ ("Call Sheet of the Day Before"),
    GO_GROUP },
  { "view.sheet-next-block", { "<Control>F6" }, N_ ("Next Block of the Sheet"), GO_GROUP },
  { "view.sheet-previous-block",
    { "<Control><Shift>F6" },
    N_ ("Block of the Sheet Before"),
    GO_GROUP },
  { "view.sheet-deliveries",
    { "<Control><Alt>g" },
    N_ ("Distribution of the Call Sheet"),
    VIEW_GROUP },
  { "view.delivery-propose", { NULL }, N_ ("Propose Who Receives the Call Sheet"), EDIT_GROUP },
  { "view.delivery-given", { NULL }, N_ ("Mark the Call Sheet as Given"), EDIT_GROUP },
  { "view.delivery-received", { NULL }, N_ ("Mark the Call Sheet as Received"), EDIT_GROUP },
  { "view.columns", { NULL }, N_ ("Choose Columns"), EDIT_GROUP },
  { "view.add-days", { NULL }, N_ ("Add Shooting Days"), EDIT_GROUP },
  { "view.strips", { NULL }, N_ ("Strips and Colours…"), VIEW_GROUP },
  { "view.duplicate-plan", { NULL }, N_ ("Copy This Schedule"), EDIT_GROUP },
  { "view.publish-plan", { NULL }, N_ ("Publish the Schedule…"), EDIT_GROUP },
  { "view.compare-plans", { NULL }, N_ ("Compare Two Versions of the Schedule"), VIEW_GROUP },
  { "view.plan-history", { NULL }, N_ ("History of the Schedule"), VIEW_GROUP },
  { "view.delete-plan", { NULL }, N_ ("Delete This Version of the Schedule…"), EDIT_GROUP },
  { "view.export-compare", { NULL }, N_ ("Export the Comparison of Schedules…"), FILE_GROUP },
  { "view.export-plan", { NULL }, N_ ("Export the Schedule…"), FILE_GROUP },
  { "view.sheet", { "<Control>e" }, N_ ("Sheet of the Sequence"), VIEW_GROUP },
  { "view.renumber", { NULL }, N_ ("Renumber the Selected Sequences…"), VIEW_GROUP },
  { "view.merge-elements", { "<Control>m" }, N_ ("Merge…"), VIEW_GROUP },
  { "view.next-to-do", { "<Alt>Page_Down" }, N_ ("Next Sequence to Break Down"), VIEW_GROUP },
  { "view.confirm-empty",
    { "<Control><Shift>Return" },
    N_ ("Confirm All Empty Boxes"),
    VIEW_GROUP },
  { "view.sheet-text", { "<Control>t" }, N_ ("Text of the Sequence"), VIEW_GROUP },
  { "view.place-in-day", { "<Control>g" }, N_ ("Put on a Story Day…"), VIEW_GROUP },
  { "view.lock-numbers", { NULL }, N_ ("Lock the Numbers"), VIEW_GROUP },
  { "view.set-below", { NULL }, N_ ("Make It a Part of…"), VIEW_GROUP },
  { "view.set-apart", { NULL }, N_ ("Make It a Set of Its Own"), VIEW_GROUP },

  { "view.tag", { NULL }, N_ ("Tag the Words…"), VIEW_GROUP },
  { "view.untag", { NULL }, N_ ("Remove the Tag…"), VIEW_GROUP },
  { "view.tag-everywhere", { NULL }, N_ ("Tag Wherever It Is Written"), VIEW_GROUP },
  { "view.show-element", { NULL }, N_ ("Where the Element Occurs"), VIEW_GROUP },
  { "view.read-as", { "<Control><Shift>l" }, N_ ("Correct the Reading…"), VIEW_GROUP },
  { "view.proposals", { "<Control><Shift>r" }, N_ ("Proposals of the Breakdown"), VIEW_GROUP },

  { "win.palette", { "<Control><Shift>p", "<Control>k" }, N_ ("Command Palette"), GO_GROUP, TRUE },
  { "win.search", { "<Control>f" }, N_ ("Search"), GO_GROUP },
  { "win.nth-view(1)", { "<Control>1" }, N_ ("First View"), GO_GROUP, TRUE },
  { "win.nth-view(2)", { "<Control>2" }, N_ ("Second View"), GO_GROUP, TRUE },
  { "win.nth-view(3)", { "<Control>3" }, N_ ("Third View"), GO_GROUP, TRUE },
  { "win.nth-view(4)", { "<Control>4" }, N_ ("Fourth View"), GO_GROUP, TRUE },
  { "win.nth-view(5)", { "<Control>5" }, N_ ("Fifth View"), GO_GROUP, TRUE },
  { "win.nth-view(6)", { "<Control>6" }, N_ ("Sixth View"), GO_GROUP, TRUE },
  { "win.nth-view(7)", { "<Control>7" }, N_ ("Seventh View"), GO_GROUP, TRUE },
  { "win.nth-view(8)", { "<Control>8" }, N_ ("Eighth View"), GO_GROUP, TRUE },
  { "win.nth-view(9)", { "<Control>9" }, N_ ("Ninth View"), GO_GROUP, TRUE },
  { "win.next-view", { "<Control>Page_Down" }, N_ ("Next View"), GO_GROUP, TRUE },
  { "win.previous-view", { "<Control>Page_Up" }, N_ ("Previous View"), GO_GROUP, TRUE },
  { "win.next-page", { "<Control><Shift>Page_Down" }, N_ ("Next Part of the View"), GO_GROUP },
  { "win.previous-page",
    { "<Control><Shift>Page_Up" },
    N_ ("Previous Part of the View"),
    GO_GROUP },
  { "win.back", { "<Alt>Left" }, N_ ("Back"), GO_GROUP },
  { "win.forward", { "<Alt>Right" }, N_ ("Forward"), GO_GROUP },
  { "win.focus-next", { "F6" }, N_ ("Next Part of the Window"), GO_GROUP, TRUE },
  { "win.next-issue", { "F8" }, N_ ("Next Issue"), GO_GROUP },

  { "win.sidebar", { "<Shift>F9" }, N_ ("Sidebar"), WINDOW_GROUP },
  { "win.pane", { "F9" }, N_ ("Side Pane"), WINDOW_GROUP },
  { "win.issues", { "<Control>i" }, N_ ("Issues"), WINDOW_GROUP },
  { "win.fullscreen", { "F11" }, N_ ("Full Screen"), WINDOW_GROUP },
  { "app.preferences", { "<Control>comma" }, N_ ("Preferences"), WINDOW_GROUP },
  { "win.shortcuts", { "<Control>question", "F1" }, N_ ("Keyboard Shortcuts"), WINDOW_GROUP },
  { "app.about", { NULL }, N_ ("About Plateau"), WINDOW_GROUP },
  { "win.close", { "<Control>w" }, N_ ("Close"), WINDOW_GROUP },
  { "app.quit", { "<Control>q" }, N_ ("Quit"), WINDOW_GROUP },
  { NULL },
};

const PltShortcut *
plt_shortcuts (void)
{
  return shortcuts;
}

const PltShortcut *
plt_shortcuts_find (const char *action)
{
  for (const PltShortcut *s = shortcuts; s->action != NULL; s++)
    if (g_str_equal (s->action, action))
      return s;
  return NULL;
}

void
plt_shortcuts_install (GtkApplication *application)
{
  for (const PltShortcut *s = shortcuts; s->action != NULL; s++)
    {
      const char *keys[PLT_SHORTCUT_MAX_KEYS + 1] = { NULL };

      for (guint i = 0; i < PLT_SHORTCUT_MAX_KEYS; i++)
        keys[i] = s->keys[i];
      if (keys[0] != NULL)
        gtk_application_set_accels_for_action (application, s->action, keys);
    }
}

char *
plt_shortcut_keys_label (const PltShortcut *shortcut)
{
  GString *label = g_string_new (NULL);

  for (guint i = 0; i < PLT_SHORTCUT_MAX_KEYS && shortcut->keys[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;
      g_autofree char *name = NULL;

      if (!gtk_accelerator_parse (shortcut->keys[i], &key, &modifiers))
        continue;
      name = gtk_accelerator_get_label (key, modifiers);
      if (label->len > 0)
        g_string_append (label, ", ");
      g_string_append (label, name);
    }
  return g_string_free (label, FALSE);
}

char *
plt_shortcut_tooltip (const char *action, const char *title)
{
  const PltShortcut *shortcut = plt_shortcuts_find (action);
  g_autofree char *keys = shortcut != NULL ? plt_shortcut_keys_label (shortcut) : NULL;

  if (keys == NULL || *keys == '\0')
    return g_strdup (title);
  return g_strdup_printf ("%s (%s)", title, keys);
}
