/* The dates of a document as an iCalendar file (RFC 5545), for calendar programs and telephones.
 *
 * One VEVENT an entry of the document, one VTIMEZONE when hours are those of a zone of ours, lines
 * folded at 75 octets between two signs, CRLF. A date without hours is a whole day. An end that is
 * not after its start is on the next day. The UID of an entry is the same at each edition, and the
 * SEQUENCE grows with the version, so that a calendar that has read an earlier edition moves what
 * moved. DTSTAMP is the edition of the paper: the same document gives the same bytes. */
#pragma once

#include "plt-document.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): PLT_ERROR_NOT_FOUND when the document has no dates. */
char *plt_ics_format (const PltDocument *document, GError **error);
gboolean plt_ics_write (const PltDocument *document, const char *path, GError **error);

G_END_DECLS
