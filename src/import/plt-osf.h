/* Reader of Fade In screenplays: the Open Screenplay Format (OSF 1.2 to 2.1), alone or as the
 * document.xml of a .fadein archive.
 *
 * Paragraphs are what the style that they are based on says. Headings, names and transitions are in
 * capitals, as Fade In shows them. The numbers of scenes are taken unless the file hides them. The
 * title page, which the file keeps after the text, comes first. */
#pragma once

#include "plt-archive.h"
#include "plt-script.h"

G_BEGIN_DECLS

/* (transfer full): NULL with an error */
PltScript *plt_osf_read (PltArchive *archive, const char *name, GError **error);
/* `part` (nullable): the member of an archive that this is */
PltScript *plt_osf_read_document (
    const char *bytes, gsize length, const char *name, const char *part, GError **error);
/* Whether the beginning of an XML file says that it is one. */
gboolean plt_osf_recognise (const char *head);

G_END_DECLS
