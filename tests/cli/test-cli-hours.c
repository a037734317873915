/* Hours through the command line: planned from the sheet, corrected with the report, what was typed
 * and what is signed stays, overtime to the devis once, the payroll table; undo is that of the
 * store, tried in its own tests. */
#include <glib/gstdio.h>
#include <string.h>

#include "test-cli-private.h"

static void
add_shoot (Fixture *self)
{
  new_production (self);
  g_assert_cmpint (run (self, "set", "@", "production", "1", "agreement=3097", NULL), ==, 0);
  g_assert_cmpint (run (self, "days", "@", "2027-04-12", "2", NULL), ==, 0);
  g_assert_cmpint (run (self, "set", "@", "shooting_day", "1", "start_minutes=9h00",
                        "end_minutes=19h00", "meal_minutes=13h00", NULL),
                   ==, 0);
  g_assert_cmpint (run (self, "add", "@", "person", "last_name=Kermadec", "first_name=Yuna", NULL),
                   ==, 0);
  g_assert_cmpint (run (self, "add", "@", "person", "last_name=Tanguy", "first_name=Malo", NULL),
                   ==, 0);
  g_assert_cmpint (run (self, "add", "@", "engagement", "person=1", "department=machinerie",
                        "function=Machiniste de prise de vues cinéma", "unit=semaine",
                        "rate_cents=1009,05", "from_date=2027-04-05", "to_date=2027-05-15",
                        "status=signe", NULL),
                   ==, 0);
  g_assert_cmpint (run (self, "add", "@", "engagement", "person=2", "department=image",
                        "function=1er assistant opérateur cinéma", "unit=semaine",
                        "from_date=2027-04-05", "to_date=2027-05-15", "status=signe", NULL),
                   ==, 0);
  g_assert_cmpint (run (self, "call-sheet", "@", "J1", NULL), ==, 0);
}

static void
assert_says (Fixture *self, const char *part)
{
  if (strstr (self->out, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, self->out);
}

static void
test_propose (Fixture *self, gconstpointer data)
{
  add_shoot (self);
  g_assert_cmpint (run (self, "hours", "@", "propose", "J1", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "2 rows of hours written.\n");
  g_assert_cmpint (run (self, "hours", "@", "propose", "J1", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "0 rows of hours written.\n");
  g_assert_cmpint (run (self, "hours", "@", "correct", "J1", NULL), ==, 1);
  g_assert_nonnull (strstr (self->err, "no report"));

  /* the first one's end was typed; the report says another wrap and another meal */
  g_assert_cmpint (run (self, "set", "@", "work_hours", "1", "end_minutes=19h45", "typed=end",
                        "status=corrige", NULL),
                   ==, 0);
  g_assert_cmpint (run (self, "add", "@", "day_report", "date=2027-04-12", "day=1",
                        "meal_minutes=13h30", "meal_end_minutes=14h30", "end_minutes=20h10", NULL),
                   ==, 0);
  g_assert_cmpint (run (self, "hours", "@", "correct", "J1", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "2 rows of hours written.\n");
  g_assert_cmpint (run (self, "hours", "@", "correct", "J1", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "0 rows of hours written.\n");
  g_assert_cmpint (run (self, "list", "@", "work_hours", NULL), ==, 0);
  assert_says (self, "8h00\t13h30\t14h30\t\t\t19h45");
  assert_says (self, "8h00\t13h30\t14h30\t\t\t20h10");

  /* asked from the sheet again, a corrected row stays; a signed one stays whatever is asked */
  g_assert_cmpint (run (self, "hours", "@", "propose", "J1", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "0 rows of hours written.\n");
  g_assert_cmpint (run (self, "set", "@", "work_hours", "2", "status=signe", NULL), ==, 0);
  g_assert_cmpint (run (self, "hours", "@", "propose", "J1", "--again", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "1 row of hours written.\n");
  g_assert_cmpint (run (self, "list", "@", "work_hours", NULL), ==, 0);
  assert_says (self, "8h00\t13h00\t14h00\t\t\t19h45");
  assert_says (self, "20h10");

  /* the report changes after the signature; who stayed late is called early */
  g_assert_cmpint (run (self, "set", "@", "day_report", "1", "end_minutes=21h00", NULL), ==, 0);
  g_assert_cmpint (run (self, "set", "@", "work_hours", "1", "end_minutes=23h30", NULL), ==, 0);
  g_assert_cmpint (
      run (self, "set", "@", "shooting_day", "2", "start_minutes=8h00", "end_minutes=18h00", NULL),
      ==, 0);
  g_assert_cmpint (run (self, "call-sheet", "@", "J2", NULL), ==, 0);
  g_assert_cmpint (run (self, "check", "@", NULL), ==, 0);
  assert_says (self, "hours.signed-differs");
  assert_says (self, "hours.rest");
}

static void
test_pay (Fixture *self, gconstpointer data)
{
  g_autofree char *out = NULL;
  g_autofree char *text = NULL;

  add_shoot (self);
  g_assert_cmpint (run (self, "hours", "@", "propose", "J1", NULL), ==, 0);
  g_assert_cmpint (run (self, "hours", "@", "--week", "2027-04-14", "--why", NULL), ==, 0);
  assert_says (self, "2027-04-12\tYuna Kermadec\tMachiniste de prise de vues cinéma");
  assert_says (self, "Complément de la semaine garantie");
  assert_says (self, "009,05"); /* ten hours, and the guarantee of the week */
  assert_says (self, "Malo Tanguy");
  assert_says (self, "The engagement has no rate");
  g_assert_cmpint (run (self, "hours", "@", "--week", "2027-05-03", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "");

  out = g_build_filename (self->folder, "paie.csv", NULL);
  g_assert_cmpint (run (self, "payroll", "@", out, "--by", "week", "--bom", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "2 lines written.\n");
  g_assert_true (g_file_get_contents (out, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbfsemaine;du;au;"));
  g_assert_nonnull (strstr (text, ";1009,05;"));
  g_unlink (out);
  g_assert_cmpint (run (self, "payroll", "@", "--from", "2027-04-13", NULL), ==, 0);
  g_assert_null (strstr (self->out, "Kermadec"));
  g_assert_cmpint (run (self, "payroll", "@", "--by", "month", NULL), ==, 2);
  g_assert_cmpint (run (self, "hours", "@", "perhaps", NULL), ==, 2);
  g_assert_cmpint (run (self, "hours", "@", "propose", NULL), ==, 2);
  g_assert_cmpint (run (self, "hours", "/nowhere/x.plateau", NULL), ==, 1);
}

/* A week of 50 h: 403,62 above the contract go to the devis, once. */
static void
test_overtime (Fixture *self, gconstpointer data)
{
  add_shoot (self);
  for (int day = 12; day <= 16; day++)
    {
      g_autofree char *date = g_strdup_printf ("date=2027-04-%d", day);

      g_assert_cmpint (run (self, "add", "@", "work_hours", "person=1", date, "engagement=1",
                            "start_minutes=8h00", "meal_minutes=13h00", "meal_end_minutes=14h00",
                            "end_minutes=19h00", "status=corrige", NULL),
                       ==, 0);
    }
  g_assert_cmpint (run (self, "hours", "@", "overtime", NULL), ==, 0);
  assert_says (self, "403,62\t\n");
  g_assert_cmpint (run (self, "hours", "@", "overtime", "--apply", NULL), ==, 0);
  assert_says (self, "1 line of the budget written.");
  g_assert_cmpint (run (self, "hours", "@", "overtime", "--apply", NULL), ==, 0);
  assert_says (self, "0 lines of the budget written.");
  g_assert_cmpint (run (self, "list", "@", "budget_line", NULL), ==, 0);
  assert_says (self, "HS-26");
  /* the plan de trésorerie follows */
  g_assert_cmpint (run (self, "cash", "@", NULL), ==, 0);
  g_assert_null (strstr (self->out, "total\t0,00\t0,00"));
  /* another hour worked: the same line takes another amount */
  g_assert_cmpint (run (self, "set", "@", "work_hours", "5", "end_minutes=20h00", NULL), ==, 0);
  g_assert_cmpint (run (self, "hours", "@", "overtime", "--apply", NULL), ==, 0);
  assert_says (self, "1 line of the budget written.");
  g_assert_cmpint (run (self, "devis", "@", "lock", NULL), ==, 0);
  g_assert_cmpint (run (self, "set", "@", "work_hours", "5", "end_minutes=21h00", NULL), ==, 0);
  g_assert_cmpint (run (self, "hours", "@", "overtime", "--apply", NULL), ==, 1);
  g_assert_nonnull (strstr (self->err, "locked"));
}

const CliCase cli_hours_cases[] = { { "/cli/hours", test_propose },
                                    { "/cli/hours-pay", test_pay },
                                    { "/cli/hours-overtime", test_overtime },
                                    { NULL } };
