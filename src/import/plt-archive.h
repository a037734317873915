/* PltArchive: members of a zip archive that is held in memory.
 *
 * Nothing that a header says is believed: a member is counted as it unpacks, and refused beyond
 * PLT_ARCHIVE_MAX_MEMBER bytes, beyond PLT_ARCHIVE_MAX_TOTAL with the others, or when all of them
 * unpack to more than PLT_ARCHIVE_MAX_RATIO times the archive. An archive without its directory
 * (cut), with a wrong checksum, with a password, with more than PLT_ARCHIVE_MAX_MEMBERS members, or
 * with a wanted member twice is refused with one sentence that names the file. Members are asked
 * for by their exact names and nothing is ever written, so that a name such as "../x" leads
 * nowhere.
 *
 * libarchive is loaded when the first archive is opened: it takes longer to start than a screenplay
 * takes to read. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLT_ARCHIVE_MAX_MEMBERS 4096
#define PLT_ARCHIVE_MAX_MEMBER (16 * 1024 * 1024)
#define PLT_ARCHIVE_MAX_TOTAL (32 * 1024 * 1024)
#define PLT_ARCHIVE_MAX_RATIO 200

typedef struct _PltArchive PltArchive;

/**
 * plt_archive_open:
 * @bytes: of the archive; must outlive the archive
 * @name: what the sentences call the file
 *
 * Lists the members and reads none.
 *
 * Returns: (transfer full): NULL with an error
 */
PltArchive *plt_archive_open (const char *bytes, gsize length, const char *name, GError **error);
void plt_archive_free (PltArchive *self);

gboolean plt_archive_has (const PltArchive *self, const char *member);
/* (element-type utf8): the names of the members, in the order of the archive */
GPtrArray *plt_archive_get_names (const PltArchive *self);

/**
 * plt_archive_load:
 * @members: NULL-terminated; those that are not there are passed over
 *
 * Unpacks the members in one pass. A member that is loaded already is not read again.
 */
gboolean plt_archive_load (PltArchive *self, const char *const *members, GError **error);

/* (transfer none) (nullable): a loaded member, a NUL behind its last byte; NULL when it was not
 * loaded or is not there. Valid as long as the archive is. */
const char *plt_archive_get (const PltArchive *self, const char *member, gsize *length);

/* “name” lacks `member`, without which it is no screenplay. */
void plt_archive_set_missing_error (const char *name, const char *member, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltArchive, plt_archive_free)

G_END_DECLS
