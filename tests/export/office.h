/* LibreOffice as a judge: a workbook is calculated anew by it, whatever values it holds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean office_is_there (void);
/**
 * office_calculate:
 * @path: a workbook; it is not changed
 * @again: every formula is calculated; else the values it holds are taken
 * @seconds: (out) (nullable): how long the program ran
 *
 * Returns: (transfer full): the workbook that LibreOffice wrote, in the folder of @path
 */
char *office_calculate (const char *path, gboolean again, double *seconds);

G_END_DECLS
