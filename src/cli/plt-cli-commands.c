#include "plt-cli.h"

#include <glib/gi18n-lib.h>

static const char *const retro_details[] = {
  N_ ("--critical: only the tasks that leave the delivery the least margin"),
  N_ ("--baseline NAME: how far the tasks are from these dates, else from the latest ones"),
  N_ ("--registers: the dates of other registers too: call sheets, instalments, permits"),
  N_ ("--on DATE: as if it were that day; what is late depends on it"),
  N_ ("--missing: the usual tasks that are not there"),
  N_ ("--template KIND: add them; with --missing, compare with that kind"),
  N_ ("--keep-baseline NAME: keep the dates of all tasks under a name"),
  N_ ("--reopen SCREENING: add the work that a screening asks for, by its id"),
  N_ ("--dry-run: say what would be written, and write nothing"),
  NULL,
};

static const PltCliCommand commands[] = {
  { "new", "FILE [--title T] [--kind KIND]", N_ ("Make a production"), 1, 1, "title,kind",
    plt_cli_new },
  { "read", "SOURCE [--format text|json]", N_ ("Read a screenplay and print what was found"), 1, 1,
    "format", plt_cli_read },
  { "import", "FILE SOURCE [--dry-run]", N_ ("Put a screenplay into a production"), 2, 2,
    "dry-run!", plt_cli_import },
  { "compare", "FILE VERSION VERSION [--all]",
    N_ ("Print what differs between two versions of the screenplay"), 3, 3, "all!",
    plt_cli_compare },
  { "import-csv", "FILE TABLE SOURCE [--dry-run]", N_ ("Add and change rows from a CSV file"), 3, 3,
    "dry-run!", plt_cli_import_csv },
  { "import-devis",
    "FILE SHEET.(csv|xlsx) [--dry-run] [--version NAME | --current] [--sheet NAME] [--map "
    "TEXT=CODE]... [--column DATUM=TITLE]... [--all]",
    N_ ("Put a budget from a spreadsheet into a production"), 2, 2,
    "dry-run!,version,current!,sheet,map,column,all!", plt_cli_import_devis },
  { "import-bank",
    "FILE STATEMENT.(csv|xlsx|ofx) [--account NAME] [--dry-run] [--match] [--sheet NAME] [--column "
    "DATUM=TITLE]... [--all]",
    N_ ("Put a statement of the bank into a production, and match it"), 2, 2,
    "account,dry-run!,match!,sheet,column,all!", plt_cli_import_bank },
  { "tables", "", N_ ("List the tables"), 0, 0, NULL, plt_cli_tables },
  { "columns", "TABLE", N_ ("List the columns of a table"), 1, 1, NULL, plt_cli_columns },
  { "documents", "", N_ ("List the documents"), 0, 0, NULL, plt_cli_documents },
  { "list", "FILE TABLE [--where COL=VALUE]... [--columns a,b] [--format text|csv|json]",
    N_ ("Print the rows of a table"), 2, 2, "where,columns,format", plt_cli_list },
  { "add", "FILE TABLE COL=VALUE...", N_ ("Add a row and print its id"), 2, 200, NULL,
    plt_cli_add },
  { "set", "FILE TABLE ID COL=VALUE...", N_ ("Change a row"), 4, 200, NULL, plt_cli_set },
  { "delete", "FILE TABLE ID", N_ ("Delete a row"), 3, 3, NULL, plt_cli_delete },
  { "undo", "FILE [N]", N_ ("Undo the last command, or the last N"), 1, 2, NULL, plt_cli_undo },
  { "redo", "FILE [N]", N_ ("Redo what was undone"), 1, 2, NULL, plt_cli_redo },
  { "history", "FILE", N_ ("Print what can be undone and redone"), 1, 1, NULL, plt_cli_history },
  { "snapshot", "FILE [NAME | --list | --restore NAME]",
    N_ ("Keep, list or restore the whole production"), 1, 2, "list!,restore", plt_cli_snapshot },
  { "propose", "FILE [--sequence NUMBER] [--accept CATEGORY|all | --refuse CATEGORY|all]",
    N_ ("Print what the script seems to ask for, and add it or refuse it"), 1, 1,
    "sequence,accept,refuse", plt_cli_propose },
  { "tag", "FILE NUMBER WORDS CATEGORY [NAME] | FILE BLOCK START LENGTH CATEGORY [NAME]",
    N_ ("Tag words of a sequence with an element"), 4, 6, NULL, plt_cli_tag },
  { "tag-all", "FILE ELEMENT [--present]",
    N_ ("Tag an element wherever its name stands, or only in the sequences that have it"), 2, 2,
    "present!", plt_cli_tag_all },
  { "costumes", "FILE [ROLE] [--apply]",
    N_ ("Print the costumes in the order of the story, and number those of the same day"), 1, 2,
    "apply!", plt_cli_costumes },
  { "neant", "FILE NUMBER|all [CATEGORY] [--take-back]",
    N_ ("Confirm that the empty boxes of a sequence need nothing"), 2, 3, "take-back!",
    plt_cli_neant },
  { "links", "FILE [--apply]", N_ ("Print what elements always bring and is missing, and add it"),
    1, 1, "apply!", plt_cli_links },
  { "progress", "FILE", N_ ("Print how far the breakdown is"), 1, 1, NULL, plt_cli_progress },
  { "days", "FILE FIRST-DATE COUNT [--rest sam,dim]", N_ ("Add dated shooting days to the plan"), 3,
    3, "rest", plt_cli_days },
  { "place", "FILE DAY NUMBER...", N_ ("Put sequences on a shooting day (J2, a date, or pool)"), 3,
    200, NULL, plt_cli_place },
  { "call-sheet", "FILE DAY", N_ ("Make the call sheet of a shooting day"), 2, 2, NULL,
    plt_cli_call_sheet },
  { "moves", "FILE [DAY [--propose]]",
    N_ ("Print the movements of a day, or propose them; without a day, kilometres and expenses"), 1,
    2, "propose!", plt_cli_moves },
  { "schedule",
    "FILE list | compare A B [--all] [--format text|json] | publish [--reason R] [--author A] "
    "[--date D] [--number N] | optimise [--seconds N | --moves N] [--seed N] [--plan NAME] [--kind "
    "KIND] [--scratch] [--other-units] [--from DATE] [--accept all|none|1,3-5] [--dry-run] | "
    "weights "
    "[CODE=VALUE]... [--dry-run]",
    N_ ("Work on the plan de travail: its versions, a better order, what that weighs"), 2, 60,
    "dry-run!,all!,format,reason,author,date,number,seconds,moves,seed,plan,kind,scratch!,other-"
    "units!,from,accept",
    plt_cli_schedule },
  { "devis",
    "FILE list | show [VERSION] | duplicate [VERSION] [--name NAME] [--use] | rename VERSION NAME "
    "| "
    "use VERSION | lock [VERSION] | unlock [VERSION] | compare A B [C [D]] [--all] [--format "
    "text|json] | transfer FROM TO AMOUNT --reason R [--author A] [--date D] [--version V] "
    "[--dry-run] | simulate [AMOUNT] [--account CODE] [--move NAME[=LEAST..MOST][/STEP]]... "
    "[--keep total|CODE] [--up] [--version V] [--apply]",
    N_ ("Work on the devis: its versions, transfers, a ceiling to reach"), 2, 6,
    "name,use!,all!,format,reason,author,date,version,dry-run!,account,move,keep,up!,apply!",
    plt_cli_devis },
  { "pay",
    "SHEET.csv --agreement idcc3097|idcc2642 --function NAME [--date D] [--option NAME=VALUE]...",
    N_ ("Print what a sheet of hours is paid, line by line"), 1, 1,
    "agreement,function,date,option", plt_cli_pay },
  { "hours",
    "FILE [--week DATE] [--why] | FILE propose DAY [--again] | FILE correct DAY | FILE overtime "
    "[--apply]",
    N_ ("Print the hours of the shoot by week, take them from the call sheet or the report, carry "
        "overtime to the budget"),
    1, 3, "week,why!,again!,apply!", plt_cli_hours },
  { "report", "FILE [DAY [--give-back]]",
    N_ ("Print the reports of the shoot and their running totals, give one back to the schedule"),
    1, 2, "give-back!", plt_cli_report },
  { "payroll", "FILE [OUT.csv] [--by day|week] [--from D] [--to D] [--approved] [--bom]",
    N_ ("Write the hours for the payroll office"), 1, 2, "by,from,to,approved!,bom!",
    plt_cli_payroll },
  { "rates",
    "[FUNCTION] --agreement idcc3097|idcc2642 [--annexe 1|2|3 | --base BASE] [--six-days] [--unit "
    "UNIT] [--date D] [--kind KIND]",
    N_ ("Print what the pay scales say of a function"), 0, 1,
    "agreement,annexe,base,six-days!,unit,date,kind", plt_cli_rates },
  { "tax-credit", "FILE [--regime cic|cia|c2i] [--option NAME=VALUE]... [--lines]",
    N_ ("Print the tax credit of the production, step by step"), 1, 1, "regime,option,lines!",
    plt_cli_tax_credit },
  { "funders", "FILE [--all] [--scheme CODE] [--date D]",
    N_ ("Print who may be asked for money, with the reasons"), 1, 1, "all!,scheme,date",
    plt_cli_funders },
  { "financing", "FILE [--scenario NAME] [--losses]",
    N_ ("Print the plan de financement, its gap, shares and rules"), 1, 1, "scenario,losses!",
    plt_cli_financing },
  { "cash", "FILE [--by day|week|month] [--scenario NAME]",
    N_ ("Print the treasury plan, its lowest point and when cash runs out"), 1, 1, "by,scenario",
    plt_cli_cash },
  { "retro",
    "FILE [--critical] [--baseline NAME] [--registers] [--on DATE] | FILE --missing [--template "
    "KIND] | FILE --template KIND [--dry-run] | FILE --keep-baseline NAME [--on DATE] [--dry-run] "
    "| FILE --reopen SCREENING [--on DATE] [--dry-run]",
    N_ ("Print the rétroplanning and its margin, or add the usual tasks"), 1, 1,
    "critical!,baseline,registers!,on,missing!,template,keep-baseline,reopen,dry-run!",
    plt_cli_retro, retro_details },
  { "import-retro", "FILE PLAN.(xml|gan) [--dry-run]",
    N_ ("Read a rétroplanning of MS Project or GanttProject"), 2, 2, "dry-run!",
    plt_cli_import_retro },
  { "devis-template",
    "FILE OUT.tsv [--budget ROW] [--name N] [--no-amounts] | FILE --from IN.tsv [--name N] | FILE "
    "--keep [--budget ROW] [--name N]",
    N_ ("Make a template of a budget, or a new budget from a template"), 1, 2,
    "budget,name,no-amounts!,from,keep!", plt_cli_devis_template },
  { "check", "FILE [--format text|json] [--fail-on warning|error]", N_ ("Print the findings"), 1, 1,
    "format,fail-on", plt_cli_check },
  { "export",
    "FILE DOCUMENT OUT.(pdf|xlsx|csv|png|txt|ics) [--param NAME=VALUE]... | FILE uss OUT.uss | "
    "FILE mspdi OUT.xml | FILE gan OUT.gan",
    N_ ("Write a document, or a table by its id"), 3, 3, "param", plt_cli_export },
  { "copy", "FILE OUT", N_ ("Write a copy of the production"), 2, 2, NULL, plt_cli_copy },
  { "referentials", "FILE [--update]",
    N_ ("Tell which reference data has a newer version, or replace it"), 1, 1, "update!",
    plt_cli_referentials },
  { "verify", "FILE", N_ ("Check integrity, references, schema and referentials"), 1, 1, NULL,
    plt_cli_verify },
  { "run", "FILE [SCRIPT]", N_ ("Run commands of a script, one a line, FILE left out of each"), 1,
    2, NULL, plt_cli_run },
  { NULL },
};

const PltCliCommand *
plt_cli_commands (void)
{
  return commands;
}
