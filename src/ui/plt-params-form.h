/* PltParamsForm: the parameters of a kind of document as a form: references as drop-downs, dates,
 * switches, choices. What is not chosen is left to the document.
 *
 * What was chosen for a kind is remembered as long as the form lives.
 *
 * Signal: changed: something else was chosen. */
#pragma once

#include <gtk/gtk.h>

#include "plt-document-kind.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_PARAMS_FORM (plt_params_form_get_type ())
G_DECLARE_FINAL_TYPE (PltParamsForm, plt_params_form, PLT, PARAMS_FORM, GtkWidget)

GtkWidget *plt_params_form_new (PltSession *session);
void plt_params_form_show (PltParamsForm *self, const PltDocumentKind *kind);
void plt_params_form_refresh (PltParamsForm *self);          /* rows came or went */
PltParams *plt_params_form_get_params (PltParamsForm *self); /* (transfer full) */
/* As if the user had chosen it; text as plt_params_set() reads it. FALSE when it is refused. */
gboolean plt_params_form_set (PltParamsForm *self, const char *name, const char *text);
GtkWidget *plt_params_form_get_editor (PltParamsForm *self, const char *name); /* (nullable) */

G_END_DECLS
