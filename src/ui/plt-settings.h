/* The settings of the user, and what to do when their schema is not installed: defaults then hold
 * and nothing is kept. Main thread only. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *plt_settings (void); /* (nullable) (transfer none) */
int plt_settings_get_int (const char *key, int if_none);
gboolean plt_settings_get_boolean (const char *key, gboolean if_none);
char *plt_settings_get_string (const char *key); /* "" without settings */
void plt_settings_set_int (const char *key, int value);
void plt_settings_set_boolean (const char *key, gboolean value);
void plt_settings_set_string (const char *key, const char *value);

#define PLT_RECENT_MAX 12

/* Productions opened last, the latest first. (transfer full): URIs */
char **plt_settings_get_recent (void);
void plt_settings_add_recent (GFile *file);
void plt_settings_remove_recent (const char *uri);

/* How the columns of a grid stand, by name of the grid: kept in a file of the user's configuration.
 */
char *plt_settings_get_layout (const char *name); /* "" when none is kept */
void plt_settings_set_layout (const char *name, const char *layout);

G_END_DECLS
