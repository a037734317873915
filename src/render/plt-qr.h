/* QR codes (ISO/IEC 18004) as a matrix of squares, by libqrencode: correction level M, so that a
 * stain or a fold of the paper does no harm. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLT_QR_QUIET 4 /* squares that stay white around it: 5.3.8 of the standard */

typedef struct _PltQr PltQr;

/* (nullable): NULL for an empty text, or one that no code holds (2331 octets). */
PltQr *plt_qr_new (const char *text);
void plt_qr_free (PltQr *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltQr, plt_qr_free)
guint plt_qr_get_size (const PltQr *self); /* squares a side, without the quiet zone */
gboolean plt_qr_is_dark (const PltQr *self, guint row, guint column);

G_END_DECLS
