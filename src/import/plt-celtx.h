/* Reader of Celtx projects (the archives of Celtx 1 and 2: project.rdf and one page of HTML a
 * document).
 *
 * The script of the project is read, the one with the most scenes when there are several; the
 * others leave a remark each. Paragraphs are what their class says. Celtx writes headings, names
 * and transitions in capitals whatever was typed, and so does this. The numbers of scenes are taken
 * when the project prints them.
 *
 * The page is read as a browser would read it, never as XML: tags that are not closed and entities
 * that are not known do no harm. */
#pragma once

#include "plt-archive.h"
#include "plt-script.h"

G_BEGIN_DECLS

/* (transfer full): NULL with an error */
PltScript *plt_celtx_read (PltArchive *archive, const char *name, GError **error);
/* One script alone; of no scene when the page holds none. `title` (nullable): of the project. */
PltScript *plt_celtx_read_page (const char *bytes, gsize length, const char *title);

G_END_DECLS
