/* A folder for the files of one test program, gone with it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* g_test_run() between making the folder and removing it. */
int run_in_temp_folder (void);
char *temp_path (const char *name);
const char *temp_folder (void);
/* How many files stand in it, hidden ones included. */
guint temp_count (void);

G_END_DECLS
