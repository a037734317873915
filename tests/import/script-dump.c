#include "script-dump.h"

#include <string.h>

static const char letters[] = {
  [PLT_PARAGRAPH_HEADING] = 'H',   [PLT_PARAGRAPH_ACTION] = 'A',
  [PLT_PARAGRAPH_CHARACTER] = 'C', [PLT_PARAGRAPH_PARENTHETICAL] = 'P',
  [PLT_PARAGRAPH_DIALOGUE] = 'D',  [PLT_PARAGRAPH_TRANSITION] = 'T',
  [PLT_PARAGRAPH_LYRIC] = 'L',     [PLT_PARAGRAPH_CENTERED] = 'E',
  [PLT_PARAGRAPH_NOTE] = 'N',      [PLT_PARAGRAPH_SECTION] = 'S',
  [PLT_PARAGRAPH_SYNOPSIS] = 'Y',  [PLT_PARAGRAPH_PAGE_BREAK] = 'B',
  [PLT_PARAGRAPH_TITLE] = 'I',     [PLT_PARAGRAPH_BONEYARD] = 'X',
};

char *
plt_test_script_dump (const PltScript *script)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < script->paragraphs->len; i++)
    {
      const PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, i);
      g_auto (GStrv) lines = g_strsplit (paragraph->text, "\n", -1);
      g_autofree char *text = g_strjoinv (" / ", lines);

      g_string_append_printf (out, "%s%c%s%s%s", i > 0 ? "\n" : "", letters[paragraph->kind],
                              paragraph->dual ? "=" : "", text[0] != '\0' ? " " : "", text);
    }
  return g_string_free (out, FALSE);
}

char *
plt_test_script_scenes (const PltScript *script)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < script->scenes->len; i++)
    {
      const PltScene *scene = g_ptr_array_index (script->scenes, i);

      g_string_append_printf (out, "%s%s %s|%s|%s|%s %u", i > 0 ? "\n" : "", scene->number,
                              scene->int_ext, scene->set, scene->sub_set, scene->effect,
                              scene->cues);
    }
  return g_string_free (out, FALSE);
}

/* ---- promises ---- */

static void
count_signs (GHashTable *counts, const char *text, int step)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gpointer key = GUINT_TO_POINTER (g_utf8_get_char (p));

      g_hash_table_insert (
          counts, key,
          GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) + step));
    }
}

void
plt_test_script_holds (const PltScript *script, const char *source, const char *markup)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key, value;

  count_signs (counts, source, 1);
  for (guint i = 0; i < script->paragraphs->len; i++)
    count_signs (counts, ((PltParagraph *) g_ptr_array_index (script->paragraphs, i))->text, -1);
  for (guint i = 0; i < script->remarks->len; i++)
    {
      const PltRemark *remark = g_ptr_array_index (script->remarks, i);

      if (remark->kind == PLT_REMARK_DROPPED)
        count_signs (counts, remark->text, -1);
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gunichar c = GPOINTER_TO_UINT (key);

      if (c <= ' ' || g_unichar_isspace (c) || g_utf8_strchr (markup, -1, c) != NULL)
        continue;
      if (GPOINTER_TO_INT (value) != 0)
        g_error ("U+%04X “%c”: %d lost in\n%s", c, c < 128 ? (char) c : '?',
                 GPOINTER_TO_INT (value), source);
    }
}

static void
check_scene (const PltScript *script, guint i)
{
  const PltScene *scene = g_ptr_array_index (script->scenes, i);
  const PltParagraph *heading = g_ptr_array_index (script->paragraphs, scene->first);

  g_assert_cmpint (heading->kind, ==, PLT_PARAGRAPH_HEADING);
  g_assert_cmpint (heading->scene, ==, (gint) i);
  g_assert_cmpuint (heading->line, ==, scene->line);
  g_assert_cmpuint (scene->n_paragraphs, >=, 1);
  g_assert_cmpuint (scene->first + scene->n_paragraphs, <=, script->paragraphs->len);
  g_assert_cmpuint (scene->eighths, >=, 1);
  g_assert_cmpuint (scene->page, >=, 1);
  g_assert_cmpuint (scene->page, ==, heading->page);
  g_assert_true (g_utf8_validate (scene->set, -1, NULL));
  g_assert_true (g_utf8_validate (scene->sub_set, -1, NULL));
  g_assert_true (g_utf8_validate (scene->effect, -1, NULL));
  g_assert_true (g_utf8_validate (scene->number, -1, NULL));
  for (guint p = scene->first; p < scene->first + scene->n_paragraphs; p++)
    g_assert_cmpint (((PltParagraph *) g_ptr_array_index (script->paragraphs, p))->scene, ==,
                     (gint) i);
}

/* Pages go forth, from 1; the title page is before them. */
static void
check_pages (const PltScript *script)
{
  guint page = 0;

  for (guint i = 0; i < script->paragraphs->len; i++)
    {
      const PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, i);

      g_assert_true ((paragraph->page == 0) == (paragraph->kind == PLT_PARAGRAPH_TITLE));
      if (paragraph->page == 0)
        continue;
      g_assert_cmpuint (paragraph->page, >=, page);
      page = paragraph->page;
    }
  g_assert_cmpuint (script->pages, >=, MAX (1, page));
}

void
plt_test_script_is_sound (const PltScript *script)
{
  guint cues = 0, scene_cues = 0, character_cues = 0, headings = 0;

  for (guint i = 0; i < script->scenes->len; i++)
    {
      const PltScene *scene = g_ptr_array_index (script->scenes, i);

      check_scene (script, i);
      scene_cues += scene->cues;
    }
  for (guint i = 0; i < script->paragraphs->len; i++)
    {
      const PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, i);

      cues += paragraph->kind == PLT_PARAGRAPH_CHARACTER ? 1 : 0;
      headings += paragraph->kind == PLT_PARAGRAPH_HEADING ? 1 : 0;
      g_assert_true (g_utf8_validate (paragraph->text, -1, NULL));
    }
  for (guint i = 0; i < script->characters->len; i++)
    character_cues += ((PltCharacter *) g_ptr_array_index (script->characters, i))->cues;
  g_assert_cmpuint (headings, ==, script->scenes->len);
  g_assert_cmpuint (character_cues, <=, cues);
  if (script->scenes->len > 0)
    g_assert_cmpuint (scene_cues, ==, cues);
  check_pages (script);
}

gboolean
plt_test_script_has_remark (const PltScript *script, PltRemarkKind kind, const char *part)
{
  for (guint i = 0; i < script->remarks->len; i++)
    {
      const PltRemark *remark = g_ptr_array_index (script->remarks, i);

      if (remark->kind == kind
          && (strstr (remark->message, part) != NULL || strstr (remark->text, part) != NULL))
        return TRUE;
    }
  return FALSE;
}
