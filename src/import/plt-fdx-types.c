/* The names that Final Draft gives to elements and to types of paragraphs. */
#include <string.h>

#include "plt-fdx-private.h"
#include "plt-text.h"

static const struct
{
  const char *name; /* folded */
  PltParagraphKind kind;
} types[] = {
  { "scene heading", PLT_PARAGRAPH_HEADING },
  { "intitule de scene", PLT_PARAGRAPH_HEADING },
  { "intitule de sequence", PLT_PARAGRAPH_HEADING },
  { "intitule", PLT_PARAGRAPH_HEADING },
  { "en-tete de scene", PLT_PARAGRAPH_HEADING },
  { "entete de scene", PLT_PARAGRAPH_HEADING },
  { "titre de scene", PLT_PARAGRAPH_HEADING },
  { "en-tete de sequence", PLT_PARAGRAPH_HEADING },
  { "entete de sequence", PLT_PARAGRAPH_HEADING },
  { "titre de sequence", PLT_PARAGRAPH_HEADING },
  { "en-tete", PLT_PARAGRAPH_HEADING },
  { "entete", PLT_PARAGRAPH_HEADING },
  { "slugline", PLT_PARAGRAPH_HEADING },
  { "scene", PLT_PARAGRAPH_HEADING },
  { "sequence", PLT_PARAGRAPH_HEADING },
  { "action", PLT_PARAGRAPH_ACTION },
  { "actions", PLT_PARAGRAPH_ACTION },
  { "narration", PLT_PARAGRAPH_ACTION },
  { "normal text", PLT_PARAGRAPH_ACTION },
  { "texte normal", PLT_PARAGRAPH_ACTION },
  { "right", PLT_PARAGRAPH_ACTION },
  { "description", PLT_PARAGRAPH_ACTION },
  { "general", PLT_PARAGRAPH_ACTION },
  { "normal", PLT_PARAGRAPH_ACTION },
  { "shot", PLT_PARAGRAPH_ACTION },
  { "plan", PLT_PARAGRAPH_ACTION },
  { "cast list", PLT_PARAGRAPH_ACTION },
  { "liste des personnages", PLT_PARAGRAPH_ACTION },
  { "character", PLT_PARAGRAPH_CHARACTER },
  { "personnage", PLT_PARAGRAPH_CHARACTER },
  { "personnages", PLT_PARAGRAPH_CHARACTER },
  { "nom du personnage", PLT_PARAGRAPH_CHARACTER },
  { "nom de personnage", PLT_PARAGRAPH_CHARACTER },
  { "parenthetical", PLT_PARAGRAPH_PARENTHETICAL },
  { "parenthese", PLT_PARAGRAPH_PARENTHETICAL },
  { "parentheses", PLT_PARAGRAPH_PARENTHETICAL },
  { "entre parentheses", PLT_PARAGRAPH_PARENTHETICAL },
  { "parenthetique", PLT_PARAGRAPH_PARENTHETICAL },
  { "didascalie", PLT_PARAGRAPH_PARENTHETICAL },
  { "dialogue", PLT_PARAGRAPH_DIALOGUE },
  { "dialogues", PLT_PARAGRAPH_DIALOGUE },
  { "replique", PLT_PARAGRAPH_DIALOGUE },
  { "transition", PLT_PARAGRAPH_TRANSITION },
  { "transitions", PLT_PARAGRAPH_TRANSITION },
  { "lyrics", PLT_PARAGRAPH_LYRIC },
  { "singing", PLT_PARAGRAPH_LYRIC },
  { "paroles", PLT_PARAGRAPH_LYRIC },
  { "chant", PLT_PARAGRAPH_LYRIC },
  { "chanson", PLT_PARAGRAPH_LYRIC },
  { "center", PLT_PARAGRAPH_CENTERED },
  { "centered", PLT_PARAGRAPH_CENTERED },
  { "centre", PLT_PARAGRAPH_CENTERED },
  { "new act", PLT_PARAGRAPH_SECTION },
  { "end of act", PLT_PARAGRAPH_SECTION },
  { "nouvel acte", PLT_PARAGRAPH_SECTION },
  { "fin d'acte", PLT_PARAGRAPH_SECTION },
  { "show/ep. title", PLT_PARAGRAPH_SECTION },
  { "outline body", PLT_PARAGRAPH_SYNOPSIS },
  { "summary", PLT_PARAGRAPH_SYNOPSIS },
  { "synopsis", PLT_PARAGRAPH_SYNOPSIS },
  { "resume", PLT_PARAGRAPH_SYNOPSIS },
  { "note", PLT_PARAGRAPH_NOTE },
  { "notes", PLT_PARAGRAPH_NOTE },
};

/* "Outline 2", "Outline 2 (Séquences)": writers name their levels. */
static gboolean
find_outline (const char *folded, PltParagraphKind *kind, guint8 *depth)
{
  static const char word[] = "outline ";
  gsize n = strlen (word);

  if (!g_str_has_prefix (folded, word) || !g_ascii_isdigit (folded[n]))
    return FALSE;
  *kind = PLT_PARAGRAPH_SECTION;
  *depth = (guint8) MAX (1, g_ascii_digit_value (folded[n]));
  return TRUE;
}

gboolean
plt_fdx_find_type (const char *type, PltParagraphKind *kind, guint8 *depth)
{
  g_autofree char *folded = NULL;

  *depth = 1;
  /* What nearly every file says, without folding. */
  if (strcmp (type, "Action") == 0)
    {
      *kind = PLT_PARAGRAPH_ACTION;
      return TRUE;
    }
  if (strlen (type) > 60)
    return FALSE;
  folded = plt_text_fold (type);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (folded, types[i].name) == 0)
      {
        *kind = types[i].kind;
        return TRUE;
      }
  return find_outline (folded, kind, depth);
}

const char *
plt_fdx_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];
  return NULL;
}

PltFdxElement
plt_fdx_find_element (const char *name)
{
  static const struct
  {
    const char *name;
    PltFdxElement element;
  } elements[] = {
    { "Paragraph", PLT_FDX_PARAGRAPH },
    { "Text", PLT_FDX_TEXT },
    { "SceneProperties", PLT_FDX_SCENE_PROPERTIES },
    { "Summary", PLT_FDX_SUMMARY },
    { "ScriptNote", PLT_FDX_SCRIPT_NOTE },
    { "DualDialogue", PLT_FDX_DUAL_DIALOGUE },
    { "OmittedScene", PLT_FDX_OMITTED_SCENE },
    { "Content", PLT_FDX_CONTENT },
    { "TitlePage", PLT_FDX_TITLE_PAGE },
    { "HeaderAndFooter", PLT_FDX_HEADER_AND_FOOTER },
    { "FinalDraft", PLT_FDX_FINAL_DRAFT },
    { "CharacterArcBeat", PLT_FDX_ARC_BEAT },
    { "LockedPage", PLT_FDX_LOCKED_PAGE },
    { "TagCategory", PLT_FDX_TAG_CATEGORY },
    { "TagDefinition", PLT_FDX_TAG_DEFINITION },
    { "Tag", PLT_FDX_TAG },
    { "DefId", PLT_FDX_DEF_ID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (strcmp (name, elements[i].name) == 0)
      return elements[i].element;
  return PLT_FDX_OTHER;
}
