/* The one error domain of Plateau.
 *
 * Every message is a whole sentence in the user's language that says what happened, to what, and
 * what to do about it. Business findings are not errors: see plt-issue.h. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLT_ERROR (plt_error_quark ())

/**
 * PltError:
 * @PLT_ERROR_FAILED: something outside the program failed (disk, permission, library)
 * @PLT_ERROR_INVALID: a value or a file is not what it has to be
 * @PLT_ERROR_NOT_FOUND: the table, row, file, document or name does not exist
 * @PLT_ERROR_CONFLICT: refused because other rows depend on it, or because it exists already
 * @PLT_ERROR_FOREIGN: the file is not a Plateau production
 * @PLT_ERROR_DAMAGED: the file is a production, and damaged
 * @PLT_ERROR_NEWER: the file was written by a newer Plateau
 * @PLT_ERROR_READ_ONLY: the file may only be read
 * @PLT_ERROR_LOCKED: the file is open elsewhere
 * @PLT_ERROR_FULL: the disk is full
 * @PLT_ERROR_TOO_BIG: the input is larger than what is accepted
 * @PLT_ERROR_OVERFLOW: an amount left the range of a 64-bit number of centimes
 * @PLT_ERROR_CANCELLED: the user stopped the work
 * @PLT_ERROR_USAGE: the words of a command line are off
 */
typedef enum
{
  PLT_ERROR_FAILED,
  PLT_ERROR_INVALID,
  PLT_ERROR_NOT_FOUND,
  PLT_ERROR_CONFLICT,
  PLT_ERROR_FOREIGN,
  PLT_ERROR_DAMAGED,
  PLT_ERROR_NEWER,
  PLT_ERROR_READ_ONLY,
  PLT_ERROR_LOCKED,
  PLT_ERROR_FULL,
  PLT_ERROR_TOO_BIG,
  PLT_ERROR_OVERFLOW,
  PLT_ERROR_CANCELLED,
  PLT_ERROR_USAGE,
} PltError;

GQuark plt_error_quark (void);

G_END_DECLS
