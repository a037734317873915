/* A statement in OFX, as SGML (version 1, elements without an end) or XML (version 2): a flat
 * search for the elements that matter, whatever stands around them. Entities of XML alone are
 * expanded. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-bank-csv-private.h"
#include "plt-error.h"
#include "plt-money.h"
#include "plt-text.h"

#define LOOKED_AT 4096
#define MAX_ENTRIES 200000
#define MAX_NAME 32
#define MAX_LABEL (4 * PLT_BANK_MAX_LABEL) /* bytes */

typedef struct
{
  PltBankStatement *statement;
  PltBankRow *entry; /* being read; NULL between two */
  GString *label;
  char *written; /* the amount as written */
  guint line;
  char *account, *currency;
  gboolean in_ledger;
} Reader;

gboolean
plt_bank_is_ofx (const char *bytes, gsize length)
{
  gsize n = MIN (length, LOOKED_AT);

  for (gsize i = 0; i + 5 <= n; i++)
    if (g_ascii_strncasecmp (bytes + i, "<OFX>", 5) == 0
        || (i == 0 && n > 10 && g_ascii_strncasecmp (bytes, "OFXHEADER:", 10) == 0))
      return TRUE;
  return FALSE;
}

/* "a &amp; b", squeezed */
static char *
text_between (const char *start, const char *end)
{
  static const struct
  {
    const char *entity;
    const char *text;
  } entities[] = { { "&amp;", "&" },   { "&lt;", "<" },   { "&gt;", ">" },
                   { "&quot;", "\"" }, { "&apos;", "'" }, { "&nbsp;", " " } };
  g_autoptr (GString) out = g_string_new (NULL);

  while (start < end)
    {
      gsize taken = 0;

      for (guint i = 0; i < G_N_ELEMENTS (entities) && taken == 0 && *start == '&'; i++)
        if ((gsize) (end - start) >= strlen (entities[i].entity)
            && g_str_has_prefix (start, entities[i].entity))
          {
            g_string_append (out, entities[i].text);
            taken = strlen (entities[i].entity);
          }
      if (taken == 0)
        g_string_append_c (out, *start);
      start += MAX (taken, 1);
    }
  return plt_text_squeeze (out->str);
}

/* 20260312, 20260312120000, 20260312120000.000[+1:CET] */
static PltDate
read_date (const char *text)
{
  int number;

  if (strspn (text, "0123456789") < 8)
    return PLT_DATE_NONE;
  number = (int) g_ascii_strtoll (
      ((char[]){ text[0], text[1], text[2], text[3], text[4], text[5], text[6], text[7], '\0' }),
      NULL, 10);
  return plt_date_from_ymd (number / 10000, number / 100 % 100, number % 100);
}

/* -12.34, +12,3 */
static PltMoney
read_amount (const char *text)
{
  gboolean percent;
  gint64 e6;

  if (!plt_sheet_number_parse (text, PLT_DECIMAL_POINT, &e6, &percent, NULL, NULL) || percent
      || e6 % 10000 != 0 || e6 == G_MININT64)
    return PLT_UNKNOWN;
  return e6 / 10000;
}

static void
add_label (Reader *self, const char *text)
{
  if (*text != '\0' && self->label->len < MAX_LABEL && !plt_text_contains (self->label->str, text))
    g_string_append_printf (self->label, "%s%s", self->label->len > 0 ? " " : "", text);
}

static void
end_entry (Reader *self)
{
  PltBankRow *entry = g_steal_pointer (&self->entry);
  g_autofree char *shown = NULL;
  g_autofree char *sentence = NULL;

  if (entry == NULL)
    return;
  g_free (entry->label);
  entry->label = plt_text_shorten (self->label->len > 0        ? self->label->str
                                   : *entry->reference != '\0' ? entry->reference
                                                               : _ ("Without a label"),
                                   PLT_BANK_MAX_LABEL);
  plt_set_str (&entry->account, self->account != NULL ? self->account : "");
  if (entry->date == PLT_DATE_NONE)
    sentence = g_strdup (_ ("It has no date: write one in the file."));
  else if (self->currency != NULL && g_ascii_strcasecmp (self->currency, "EUR") != 0)
    {
      shown = plt_text_excerpt (self->currency, 10);
      sentence = g_strdup_printf (_ ("It is in %s: a statement in euros is needed."), shown);
    }
  else if (entry->amount == PLT_UNKNOWN && self->written != NULL)
    {
      shown = plt_text_excerpt (self->written, 40);
      sentence = g_strdup_printf (
          _ ("“%s” is not an amount to the centime: correct it in the file."), shown);
    }
  else if (entry->amount == PLT_UNKNOWN)
    sentence = g_strdup (_ ("It has no amount: write one in the file."));
  if (sentence != NULL)
    {
      entry->outcome = PLT_BANK_REJECTED;
      plt_bank_row_say (entry, sentence);
    }
  else if (entry->amount == 0)
    {
      entry->outcome = PLT_BANK_PASSED;
      plt_bank_row_say (entry, _ ("Its amount is nothing."));
    }
}

static void
begin_entry (Reader *self)
{
  end_entry (self);
  self->entry = plt_bank_statement_add (self->statement, self->line);
  g_string_truncate (self->label, 0);
  g_clear_pointer (&self->written, g_free);
}

static void
read_of_entry (Reader *self, const char *name, const char *text)
{
  if (g_str_equal (name, "DTPOSTED"))
    self->entry->date = read_date (text);
  else if (g_str_equal (name, "DTAVAIL"))
    self->entry->value_date = read_date (text);
  else if (g_str_equal (name, "TRNAMT"))
    {
      self->entry->amount = read_amount (text);
      plt_set_str (&self->written, text);
    }
  else if (g_str_equal (name, "NAME") || g_str_equal (name, "MEMO"))
    add_label (self, text);
  else if (g_str_equal (name, "FITID") || (g_str_equal (name, "CHECKNUM") && *text != '\0'))
    {
      if (*self->entry->reference == '\0')
        {
          g_free (self->entry->reference);
          self->entry->reference = plt_text_shorten (text, PLT_BANK_MAX_LABEL);
        }
    }
}

static void
read_element (Reader *self, const char *name, const char *text)
{
  if (g_str_equal (name, "STMTTRN"))
    begin_entry (self);
  else if (g_str_equal (name, "/STMTTRN") || g_str_equal (name, "/BANKTRANLIST"))
    end_entry (self);
  else if (g_str_equal (name, "LEDGERBAL") || g_str_equal (name, "/LEDGERBAL"))
    {
      end_entry (self);
      self->in_ledger = *name != '/';
    }
  else if (self->entry != NULL)
    read_of_entry (self, name, text);
  else if (g_str_equal (name, "CURDEF"))
    plt_set_str (&self->currency, text);
  else if (g_str_equal (name, "ACCTID"))
    {
      plt_set_str (&self->account, text);
      if (*self->statement->account == '\0')
        plt_set_str (&self->statement->account, text);
    }
  else if (g_str_equal (name, "BALAMT") && self->in_ledger)
    self->statement->closing = read_amount (text);
}

/* FALSE when there are too many */
static gboolean
read_all (Reader *self, const char *text)
{
  self->line = 1;
  for (const char *p = text; *p != '\0';)
    {
      char name[MAX_NAME] = "";
      const char *end, *next;
      gsize n;
      g_autofree char *value = NULL;

      if (*p != '<')
        {
          self->line += *p++ == '\n';
          continue;
        }
      end = strpbrk (p + 1, "<>");
      if (end == NULL)
        break;
      n = (gsize) (end - p - 1);
      if (*end == '<' || n == 0 || n >= MAX_NAME)
        {
          p++;
          continue;
        }
      for (gsize i = 0; i < n; i++)
        name[i] = g_ascii_toupper (p[1 + i]);
      next = strchr (end, '<');
      value = text_between (end + 1, next != NULL ? next : end + strlen (end));
      read_element (self, name, value);
      if (self->statement->rows->len > MAX_ENTRIES)
        return FALSE;
      p = end + 1;
    }
  end_entry (self);
  return TRUE;
}

PltBankStatement *
plt_bank_read_ofx (const char *bytes, gsize length, const char *name, GError **error)
{
  g_autoptr (PltBankStatement) statement = plt_bank_statement_new ("OFX");
  guint replaced = 0;
  g_autofree char *text = NULL;
  Reader self = { .statement = statement };
  gboolean fine;

  if (length > PLT_SHEET_MAX_BYTES)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                   _ ("“%s” is larger than any statement: at most %d MB are read. Export a shorter "
                      "time."),
                   name, PLT_SHEET_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  text = plt_text_to_utf8 (bytes, length, NULL, &replaced);
  self.label = g_string_new (NULL);
  fine = read_all (&self, text);
  g_string_free (self.label, TRUE);
  g_free (self.written);
  g_free (self.account);
  g_free (self.currency);
  if (!fine)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                   _ ("“%s” has more than %d entries: export a shorter time."), name, MAX_ENTRIES);
      return NULL;
    }
  if (statement->rows->len == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” is an OFX file without an entry: export the entries of the account "
                      "again."),
                   name);
      return NULL;
    }
  plt_bank_statement_finish (statement);
  return g_steal_pointer (&statement);
}
