/* What becomes of a document: its name as a file, a file, a sheet of paper.
 *
 * Every view that shows a document gives it away through here, so that a paper has the same name
 * and the same ink wherever it comes from. */
#pragma once

#include <gtk/gtk.h>

#include "plt-document.h"
#include "plt-session.h"

G_BEGIN_DECLS

/* (transfer full): "La Passe - Plan de travail v1 - 2026-11-22.pdf" */
char *plt_document_output_name (const PltDocument *document, const char *format);
/* In the format its name asks for: pdf, png, xlsx, csv, txt, ics. */
gboolean plt_document_output_write (const PltDocument *document, const char *path, GError **error);

typedef void (*PltDocumentGiven) (gpointer owner);

/* Asks where, then writes, and says so. Takes the document. `given` (nullable) is called only when
 * it was written and while `owner` (nullable) is alive. */
void plt_document_output_save (GtkWidget *parent,
                               PltSession *session,
                               PltDocument *document,
                               const char *format,
                               PltDocumentGiven given,
                               GObject *owner);
/* Asks for a printer, then prints with the painter of the preview. Otherwise the same. */
void plt_document_output_print (GtkWidget *parent,
                                PltSession *session,
                                PltDocument *document,
                                PltDocumentGiven given,
                                GObject *owner);
/* The print job itself, for tests. Takes the document. */
GtkPrintOperation *plt_document_output_print_job (PltDocument *document);

G_END_DECLS
