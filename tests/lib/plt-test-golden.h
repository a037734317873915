/* Goldens: texts a person has read once and found right, in tests/golden.
 *
 * A test that differs fails with the first line that does, and leaves what it got in
 * BUILD/tests/golden/NAME. PLT_UPDATE_GOLDEN=1 in the environment writes the golden instead: read
 * the difference before it is committed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* `name` is a path below tests/golden: "documents/dump.txt". */
#define plt_assert_golden(name, text)                                                              \
  plt_assert_golden_at (__FILE__, __LINE__, G_STRFUNC, (name), (text))

void plt_assert_golden_at (
    const char *file, int line, const char *function, const char *name, const char *text);

G_END_DECLS
