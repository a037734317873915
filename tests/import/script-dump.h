/* A script as lines of text, for the tests of readers. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

/* One paragraph a line: a letter for its kind (Heading, Action, Cue, Parenthetical, Dialogue,
 * Transition, Lyric, cEntered, Note, Section, sYnopsis, page Break, tItle, boneyard (X)), '=' when
 * dual, its text with " / " for line breaks. */
char *plt_test_script_dump (const PltScript *script);
/* "INT|CAVE|ARRIÈRE-SALLE|NUIT" a scene, its number before and cues after. */
char *plt_test_script_scenes (const PltScript *script);

/* Fails when a sign of `source`, spaces and the marks of `markup` aside, is in no paragraph. */
void plt_test_script_holds (const PltScript *script, const char *source, const char *markup);
/* What readers promise whatever they read: scenes and paragraphs fit together, lengths and words
 * too. */
void plt_test_script_is_sound (const PltScript *script);
gboolean plt_test_script_has_remark (const PltScript *script, PltRemarkKind kind, const char *part);

G_END_DECLS
