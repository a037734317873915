#include "plt-script-correct.h"

#include <string.h>

#include "plt-heading.h"
#include "plt-script-builder.h"
#include "plt-text.h"

typedef struct
{
  PltScript *old;
  PltParagraphKind *kinds; /* what each paragraph becomes */
  gboolean *corrected;     /* the user names it */
  guint *given;            /* eighths of each old scene that the file gives; 0: measured */
} Plan;

static PltParagraph *
paragraph_at (const PltScript *script, guint i)
{
  return i < script->paragraphs->len ? g_ptr_array_index (script->paragraphs, i) : NULL;
}

static PltScene *
scene_at (const PltScript *script, guint i)
{
  return g_ptr_array_index (script->scenes, i);
}

static gboolean
is_speech (PltParagraphKind kind)
{
  return kind == PLT_PARAGRAPH_DIALOGUE || kind == PLT_PARAGRAPH_PARENTHETICAL
         || kind == PLT_PARAGRAPH_LYRIC;
}

/* ---- what each paragraph becomes ---- */

static GHashTable *
index_corrections (const PltScriptCorrection *corrections, guint n)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = plt_text_squeeze (corrections[i].text);

      if (text[0] != '\0' && corrections[i].kind != PLT_PARAGRAPH_PAGE_BREAK)
        g_hash_table_replace (index, g_steal_pointer (&text), GUINT_TO_POINTER (i + 1));
    }
  return index;
}

/* Marks what the corrections name; FALSE when they name nothing. */
static gboolean
mark_corrected (Plan *plan, const PltScriptCorrection *corrections, guint n)
{
  g_autoptr (GHashTable) index = index_corrections (corrections, n);
  gboolean any = FALSE;

  if (g_hash_table_size (index) == 0)
    return FALSE;
  for (guint i = 0; i < plan->old->paragraphs->len; i++)
    {
      g_autofree char *text = plt_text_squeeze (paragraph_at (plan->old, i)->text);
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (index, text));

      if (found == 0)
        continue;
      plan->kinds[i] = corrections[found - 1].kind;
      plan->corrected[i] = any = TRUE;
    }
  return any;
}

/* What stands below a paragraph that became a cue is said by it. */
static void
take_speech (Plan *plan, guint i)
{
  for (i++; i < plan->old->paragraphs->len && !plan->corrected[i]; i++)
    {
      const PltParagraph *paragraph = paragraph_at (plan->old, i);

      if (paragraph->kind != PLT_PARAGRAPH_ACTION)
        return;
      plan->kinds[i]
          = paragraph->text[0] == '(' ? PLT_PARAGRAPH_PARENTHETICAL : PLT_PARAGRAPH_DIALOGUE;
      if (plan->kinds[i] == PLT_PARAGRAPH_DIALOGUE)
        return;
    }
}

/* What a paragraph that is no cue any more said is action. */
static void
leave_speech (Plan *plan, guint i)
{
  for (i++; i < plan->old->paragraphs->len && !plan->corrected[i]; i++)
    {
      if (!is_speech (paragraph_at (plan->old, i)->kind))
        return;
      plan->kinds[i] = PLT_PARAGRAPH_ACTION;
    }
}

static void
spread (Plan *plan)
{
  for (guint i = 0; i < plan->old->paragraphs->len; i++)
    {
      PltParagraphKind was = paragraph_at (plan->old, i)->kind;

      if (!plan->corrected[i] || plan->kinds[i] == was)
        continue;
      if (plan->kinds[i] == PLT_PARAGRAPH_CHARACTER)
        take_speech (plan, i);
      else if (was == PLT_PARAGRAPH_CHARACTER
               && !(is_speech (plan->kinds[i]) && i > 0
                    && (is_speech (plan->kinds[i - 1])
                        || plan->kinds[i - 1] == PLT_PARAGRAPH_CHARACTER)))
        leave_speech (plan, i);
    }
}

/* ---- building anew ---- */

/* The scene that paragraph `i` begins in the script as read. */
static PltScene *
scene_begun_by (const PltScript *script, guint i)
{
  const PltParagraph *paragraph = paragraph_at (script, i);
  PltScene *scene;

  if (paragraph->kind != PLT_PARAGRAPH_HEADING || paragraph->scene < 0)
    return NULL;
  scene = scene_at (script, (guint) paragraph->scene);
  return scene->first == i ? scene : NULL;
}

/* Whether the light of the scene stands above a group of séquences and not in its heading. */
static gboolean
has_light_of_group (const PltParagraph *paragraph, const PltScene *scene)
{
  g_auto (PltHeading) heading = { NULL };

  return scene->effect[0] != '\0' && scene->int_ext[0] == '\0'
         && plt_heading_parse (paragraph->text, -1, TRUE, &heading) != PLT_HEADING_NO
         && heading.effect[0] == '\0';
}

/* A heading that stays one, with what its reader made of it. */
static void
add_old_heading (PltScriptBuilder *builder, const PltParagraph *paragraph, const PltScene *old)
{
  gboolean of_group = has_light_of_group (paragraph, old);
  g_auto (PltHeading) heading = {
    .number = g_strdup (old->number),
    .int_ext = old->int_ext,
    .effect = g_strdup (of_group ? "" : old->effect),
    .set = g_strdup (old->set),
    .sub_set = g_strdup (old->sub_set),
    .text = g_strdup (old->heading),
    .omitted = !of_group, /* takes no light from above */
  };
  PltScene *scene
      = plt_script_builder_add_heading (builder, paragraph->line, paragraph->text,
                                        strlen (paragraph->text), &heading, PLT_HEADING_SURE);

  plt_set_str (&scene->effect, old->effect);
}

static void
add_new_heading (PltScriptBuilder *builder, const PltParagraph *paragraph)
{
  g_auto (PltHeading) heading = { NULL };
  g_autofree char *text = plt_text_squeeze (paragraph->text);

  if (plt_heading_parse (text, -1, TRUE, &heading) == PLT_HEADING_NO)
    heading = (PltHeading){ .number = g_strdup (""),
                            .int_ext = "",
                            .effect = g_strdup (""),
                            .set = g_strdup (""),
                            .sub_set = g_strdup (""),
                            .text = g_strdup (text) };
  if (heading.int_ext[0] == '\0' && heading.effect[0] == '\0' && heading.set[0] == '\0'
      && !heading.omitted)
    plt_set_str (&heading.set, text);
  plt_script_builder_add_heading (builder, paragraph->line, paragraph->text,
                                  strlen (paragraph->text), &heading, PLT_HEADING_SURE);
}

/* Where the scene that begins at `from` ends. */
static guint
end_of_scene (const Plan *plan, guint from)
{
  guint end = from + 1;

  while (end < plan->old->paragraphs->len && plan->kinds[end] != PLT_PARAGRAPH_HEADING)
    end++;
  return end;
}

/* The length that the file gives to the paragraphs [from, to), when they are scenes as they were;
 * 0 when they are not, or it says nothing of one. */
static guint
given_eighths (const Plan *plan, guint from, guint to)
{
  guint eighths = 0;

  while (from < to)
    {
      const PltScene *scene = scene_begun_by (plan->old, from);
      guint given = scene != NULL ? plan->given[paragraph_at (plan->old, from)->scene] : 0;

      if (given == 0)
        return 0;
      eighths += given;
      from += scene->n_paragraphs;
    }
  return from == to ? eighths : 0;
}

/* Which cues speak beside the one before: the second of two whose mark says so. */
static gboolean
speaks_beside (const Plan *plan, guint i, gboolean *open)
{
  gboolean dual = paragraph_at (plan->old, i)->dual;
  gboolean second = dual && *open;

  *open = dual && !*open;
  return second;
}

static void
add_paragraph (const Plan *plan, PltScriptBuilder *builder, guint i, gboolean *open)
{
  const PltParagraph *paragraph = paragraph_at (plan->old, i);
  gsize length = strlen (paragraph->text);
  PltParagraphKind kind = plan->kinds[i];
  const PltScene *scene;
  guint eighths;

  if (kind == PLT_PARAGRAPH_CHARACTER)
    {
      plt_script_builder_add_cue (builder, paragraph->line, paragraph->text, length,
                                  speaks_beside (plan, i, open));
      return;
    }
  *open = *open && is_speech (kind);
  if (kind == PLT_PARAGRAPH_HEADING)
    {
      scene = scene_begun_by (plan->old, i);
      eighths = given_eighths (plan, i, end_of_scene (plan, i));
      if (scene != NULL)
        add_old_heading (builder, paragraph, scene);
      else
        add_new_heading (builder, paragraph);
      if (eighths > 0)
        plt_script_builder_set_eighths (builder, eighths);
      return;
    }
  plt_script_builder_add (builder, kind, paragraph->line, paragraph->text, length)->depth
      = paragraph->kind == kind         ? paragraph->depth
        : kind == PLT_PARAGRAPH_SECTION ? 1
                                        : 0;
}

static PltScript *
build (const Plan *plan)
{
  g_autoptr (PltScriptBuilder) builder = plt_script_builder_new (plan->old->format);
  gboolean open = FALSE;
  PltScript *script;

  for (guint i = 0; i < plan->old->paragraphs->len; i++)
    add_paragraph (plan, builder, i, &open);
  script = plt_script_builder_finish (builder);
  plt_set_str (&script->title, plan->old->title);
  plt_set_str (&script->author, plan->old->author);
  return script;
}

/* ---- what the reader alone knew ---- */

/* The same text built with the kinds as they were: what differs from the script, its reader knew.
 */
static PltScript *
build_as_read (const Plan *plan)
{
  g_autofree PltParagraphKind *kinds = g_new (PltParagraphKind, plan->old->paragraphs->len + 1);
  Plan same = *plan;

  for (guint i = 0; i < plan->old->paragraphs->len; i++)
    kinds[i] = paragraph_at (plan->old, i)->kind;
  same.kinds = kinds;
  return build (&same);
}

/* The lengths that differ from what the text measures are the file's own. */
static void
find_given (Plan *plan, const PltScript *same)
{
  for (guint i = 0; i < plan->old->scenes->len && i < same->scenes->len; i++)
    {
      guint eighths = scene_at (plan->old, i)->eighths;

      plan->given[i] = eighths != scene_at (same, i)->eighths ? eighths : 0;
    }
}

static gboolean
has_other_pages (const PltScript *old, const PltScript *same)
{
  for (guint i = 0; i < old->paragraphs->len; i++)
    if (paragraph_at (old, i)->page != paragraph_at (same, i)->page)
      return TRUE;
  return old->pages != same->pages;
}

static void
swap (GPtrArray **one, GPtrArray **two)
{
  GPtrArray *kept = *one;

  *one = *two;
  *two = kept;
}

/* Pages that the file gives do not move; synopses that no paragraph carries stay with their scene.
 */
static void
take_over (const Plan *plan, const PltScript *same, PltScript *script)
{
  gboolean given_pages = has_other_pages (plan->old, same);

  for (guint i = 0; i < script->paragraphs->len; i++)
    {
      PltParagraph *paragraph = paragraph_at (script, i);
      const PltParagraph *old = paragraph_at (plan->old, i);
      const PltScene *was = scene_begun_by (plan->old, i);
      PltScene *scene = scene_begun_by (script, i);

      if (given_pages)
        paragraph->page = old->page;
      if (scene == NULL)
        continue;
      if (given_pages)
        scene->page = was != NULL ? was->page : old->page;
      if (was != NULL && scene->synopsis[0] == '\0')
        plt_set_str (&scene->synopsis, was->synopsis);
    }
  if (given_pages)
    script->pages = plan->old->pages;
  swap (&script->tags, &plan->old->tags);
}

/* ---- remarks ---- */

static gboolean
has_remark (const GPtrArray *remarks, const PltRemark *remark)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const PltRemark *other = g_ptr_array_index (remarks, i);

      if (other->line == remark->line && other->kind == remark->kind
          && strcmp (other->message, remark->message) == 0
          && strcmp (other->text, remark->text) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether saying what paragraph `i` is settles the remark: a guess about it, or that it was kept as
 * text, and is a heading now. */
static gboolean
settles (const Plan *plan, guint i, const PltRemark *remark, const PltScript *same)
{
  const PltParagraph *paragraph = paragraph_at (plan->old, i);

  if (!plan->corrected[i] || remark->kind == PLT_REMARK_DROPPED || remark->text[0] == '\0'
      || paragraph->line != remark->line || strstr (paragraph->text, remark->text) == NULL)
    return FALSE;
  if (remark->kind == PLT_REMARK_GUESSED)
    return !has_remark (same->remarks, remark); /* two spellings of one role are still a guess */
  return plan->kinds[i] == PLT_PARAGRAPH_HEADING && strcmp (paragraph->text, remark->text) == 0;
}

/* Takes the settled remarks out of the script as read. Returns how many paragraphs were corrected
 * or confirmed. */
static guint
settle (const Plan *plan, const PltScript *same)
{
  GPtrArray *remarks = plan->old->remarks;
  guint n = 0;

  for (guint i = 0; i < plan->old->paragraphs->len; i++)
    {
      gboolean applied = plan->corrected[i] && plan->kinds[i] != paragraph_at (plan->old, i)->kind;

      for (guint r = plan->corrected[i] ? remarks->len : 0; r-- > 0;)
        if (settles (plan, i, g_ptr_array_index (remarks, r), same))
          {
            g_ptr_array_remove_index (remarks, r);
            applied = TRUE;
          }
      n += applied ? 1 : 0;
    }
  return n;
}

/* The remarks of the reader, then what building anew adds; what the build of the script as read
 * said, and this one does not, is gone. */
static void
take_remarks (const Plan *plan, const PltScript *same, PltScript *script)
{
  GPtrArray *remarks = plan->old->remarks;

  for (guint i = remarks->len; i-- > 0;)
    {
      const PltRemark *remark = g_ptr_array_index (remarks, i);

      if (has_remark (same->remarks, remark) && !has_remark (script->remarks, remark))
        g_ptr_array_remove_index (remarks, i);
    }
  while (script->remarks->len > 0)
    {
      PltRemark *remark = g_ptr_array_index (script->remarks, 0);

      if (has_remark (remarks, remark))
        g_ptr_array_remove_index (script->remarks, 0);
      else
        g_ptr_array_add (remarks, g_ptr_array_steal_index (script->remarks, 0));
    }
  swap (&script->remarks, &plan->old->remarks);
}

/* ---- the whole ---- */

static gboolean
changes_anything (const Plan *plan)
{
  for (guint i = 0; i < plan->old->paragraphs->len; i++)
    if (plan->kinds[i] != paragraph_at (plan->old, i)->kind)
      return TRUE;
  return FALSE;
}

PltScript *
plt_script_correct (PltScript *script,
                    const PltScriptCorrection *corrections,
                    guint n,
                    guint *n_applied)
{
  g_autofree PltParagraphKind *kinds = NULL;
  g_autofree gboolean *corrected = NULL;
  g_autofree guint *given = NULL;
  g_autoptr (PltScript) same = NULL;
  PltScript *result;
  Plan plan;
  guint applied;

  g_return_val_if_fail (script != NULL && (corrections != NULL || n == 0), script);

  if (n_applied != NULL)
    *n_applied = 0;
  kinds = g_new (PltParagraphKind, script->paragraphs->len + 1);
  corrected = g_new0 (gboolean, script->paragraphs->len + 1);
  given = g_new0 (guint, script->scenes->len + 1);
  plan = (Plan){ script, kinds, corrected, given };
  for (guint i = 0; i < script->paragraphs->len; i++)
    kinds[i] = paragraph_at (script, i)->kind;
  if (!mark_corrected (&plan, corrections, n))
    return script;
  same = build_as_read (&plan);
  applied = settle (&plan, same);
  if (n_applied != NULL)
    *n_applied = applied;
  spread (&plan);
  if (!changes_anything (&plan))
    return script;
  find_given (&plan, same);
  result = build (&plan);
  take_over (&plan, same, result);
  take_remarks (&plan, same, result);
  plt_script_free (script);
  return result;
}
