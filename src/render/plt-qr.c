#include "plt-qr.h"

#include <qrencode.h>

#define DARK 1 /* the lowest bit of a square */

struct _PltQr
{
  QRcode *code;
};

/**
 * plt_qr_new:
 * @text: UTF-8
 *
 * The same text gives the same code.
 *
 * Returns: (transfer full) (nullable): the smallest code that holds it
 */
PltQr *
plt_qr_new (const char *text)
{
  QRcode *code;
  PltQr *self;

  g_return_val_if_fail (text != NULL, NULL);

  code = *text != '\0' ? QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M) : NULL;
  if (code == NULL)
    return NULL;
  self = g_new (PltQr, 1);
  self->code = code;
  return self;
}

void
plt_qr_free (PltQr *self)
{
  if (self == NULL)
    return;
  QRcode_free (self->code);
  g_free (self);
}

guint
plt_qr_get_size (const PltQr *self)
{
  return (guint) self->code->width;
}

gboolean
plt_qr_is_dark (const PltQr *self, guint row, guint column)
{
  guint size = plt_qr_get_size (self);

  g_return_val_if_fail (row < size && column < size, FALSE);
  return (self->code->data[row * size + column] & DARK) != 0;
}
