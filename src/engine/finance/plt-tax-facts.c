/* What the production itself says of its tax credit. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-tax-options.h"
#include "plt-tax-table.h"
#include "plt-text.h"

/* 31 of the month, 30, or 28 of February. */
static void
set_closing (PltTaxOptions *self, gint64 month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month == PLT_UNKNOWN || month < 1 || month > 12)
    return;
  self->closing_month = (int) month;
  self->closing_day = days[month - 1];
}

static void
set_language (PltTaxOptions *self, const char *language)
{
  g_autofree char *folded = NULL;

  if (language == NULL || *language == '\0')
    return;
  folded = plt_text_fold (language);
  self->french = g_str_has_prefix (folded, "fr") ? 1 : 0;
}

static void
read_production (PltTaxOptions *self, const PltProductionFacts *production)
{
  PltTaxRegime regime;

  if (production->tax_credit != NULL && plt_tax_regime_from_id (production->tax_credit, &regime))
    self->regime = (int) regime;
  set_closing (self, production->fiscal_month);
  set_language (self, production->language);
  self->request = production->request_date;
  self->visa = production->visa_date;
  if (production->french_share_e6 != PLT_UNKNOWN && production->french_share_e6 > 0
      && production->french_share_e6 <= PLT_RATE_ONE)
    self->share_e6 = production->french_share_e6;
  if (production->aid_class != NULL && g_str_has_suffix (production->aid_class, "difficile"))
    self->difficult = PLT_TAX_DIFFICULT_YES;
}

void
plt_tax_options_from_facts (PltTaxOptions *self, const PltFacts *facts, GPtrArray *issues)
{
  plt_tax_options_init (self);
  read_production (self, &facts->production);
  for (guint i = 0; i < facts->parameters.n; i++)
    {
      const PltParameterFacts *parameter = &facts->parameters.items[i];
      g_autoptr (GError) error = NULL;

      if (*parameter->value == '\0' || !g_strv_contains (plt_tax_option_names (), parameter->name)
          || plt_tax_options_set (self, parameter->name, parameter->value, &error))
        continue;
      if (issues != NULL)
        g_ptr_array_add (issues, plt_issue_new ("tax-credit.parameter", PLT_SEVERITY_WARNING,
                                                (PltRef){ "parameter", parameter->id, "value" },
                                                NULL, "%s", error->message));
    }
}
