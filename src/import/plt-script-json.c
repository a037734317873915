#include "plt-script-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-time.h"

/* ---- JSON ---- */

static void
append_string (GString *out, const char *text)
{
  const char *p = text;

  g_string_append_c (out, '"');
  while (*p != '\0')
    {
      const char *run = p;

      while ((guchar) *p >= ' ' && *p != '"' && *p != '\\')
        p++;
      g_string_append_len (out, run, p - run);
      switch (*p)
        {
        case '\0':
          continue;
        case '"':
        case '\\':
          g_string_append_c (out, '\\');
          g_string_append_c (out, *p);
          break;
        case '\n':
          g_string_append (out, "\\n");
          break;
        case '\t':
          g_string_append (out, "\\t");
          break;
        default:
          g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
          break;
        }
      p++;
    }
  g_string_append_c (out, '"');
}

static void
append_number (GString *out, guint value)
{
  char digits[12];
  guint n = sizeof digits;

  do
    digits[--n] = (char) ('0' + value % 10);
  while ((value /= 10) > 0);
  g_string_append_len (out, digits + n, (gssize) (sizeof digits - n));
}

/* `,"key":` */
static void
append_key (GString *out, const char *key)
{
  char last = out->str[out->len - 1];

  if (last != '{' && last != '[')
    g_string_append_c (out, ',');
  g_string_append_c (out, '"');
  g_string_append (out, key);
  g_string_append (out, "\":");
}

static void
append_text_field (GString *out, const char *key, const char *text)
{
  append_key (out, key);
  append_string (out, text);
}

static void
append_number_field (GString *out, const char *key, guint value)
{
  append_key (out, key);
  append_number (out, value);
}

static void
append_sequences (GString *out, const GPtrArray *scenes)
{
  append_key (out, "sequences");
  g_string_append_c (out, '[');
  for (guint i = 0; i < scenes->len; i++)
    {
      const PltScene *scene = g_ptr_array_index (scenes, i);

      g_string_append (out, i > 0 ? ",\n{" : "\n{");
      append_text_field (out, "number", scene->number);
      append_text_field (out, "int_ext", scene->int_ext);
      append_text_field (out, "effect", scene->effect);
      append_text_field (out, "set", scene->set);
      append_text_field (out, "sub_set", scene->sub_set);
      append_number_field (out, "eighths", scene->eighths);
      append_number_field (out, "page", scene->page);
      append_number_field (out, "cues", scene->cues);
      append_number_field (out, "line", scene->line);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_characters (GString *out, const GPtrArray *characters)
{
  append_key (out, "characters");
  g_string_append_c (out, '[');
  for (guint i = 0; i < characters->len; i++)
    {
      const PltCharacter *character = g_ptr_array_index (characters, i);

      g_string_append (out, i > 0 ? ",\n{" : "\n{");
      append_text_field (out, "name", character->name);
      append_number_field (out, "cues", character->cues);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

/* Of the paragraph `paragraph`, the signs from `start` on; none when it is of the whole scene. */
static void
append_tags (GString *out, const PltScript *script)
{
  append_key (out, "tags");
  g_string_append_c (out, '[');
  for (guint i = 0; i < script->tags->len; i++)
    {
      const PltScriptTag *tag = g_ptr_array_index (script->tags, i);
      const PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, tag->paragraph);
      const PltScene *scene
          = paragraph->scene >= 0 ? g_ptr_array_index (script->scenes, paragraph->scene) : NULL;

      g_string_append (out, i > 0 ? ",\n{" : "\n{");
      append_text_field (out, "sequence", scene != NULL ? scene->number : "");
      append_text_field (out, "category", tag->category);
      append_text_field (out, "name", tag->name);
      append_number_field (out, "quantity", tag->quantity);
      append_number_field (out, "paragraph", tag->paragraph);
      append_number_field (out, "start", tag->start);
      append_number_field (out, "length", tag->length);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static const char *
remark_kind_id (PltRemarkKind kind)
{
  switch (kind)
    {
    case PLT_REMARK_GUESSED:
      return "guessed";
    case PLT_REMARK_DROPPED:
      return "dropped";
    case PLT_REMARK_KEPT:
    default:
      return "kept";
    }
}

static void
append_remarks (GString *out, const GPtrArray *remarks)
{
  append_key (out, "remarks");
  g_string_append_c (out, '[');
  for (guint i = 0; i < remarks->len; i++)
    {
      const PltRemark *remark = g_ptr_array_index (remarks, i);

      g_string_append (out, i > 0 ? ",\n{" : "\n{");
      append_text_field (out, "kind", remark_kind_id (remark->kind));
      append_number_field (out, "line", remark->line);
      append_text_field (out, "message", remark->message);
      append_text_field (out, "text", remark->text);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

char *
plt_script_to_json (const PltScript *script)
{
  GString *out;

  g_return_val_if_fail (script != NULL, NULL);

  out = g_string_sized_new (256 + script->scenes->len * 160);
  g_string_append_c (out, '{');
  append_text_field (out, "format", script->format);
  append_text_field (out, "title", script->title);
  append_text_field (out, "author", script->author);
  append_number_field (out, "pages", script->pages);
  append_sequences (out, script->scenes);
  append_characters (out, script->characters);
  append_tags (out, script);
  append_remarks (out, script->remarks);
  g_string_append (out, "}\n");
  return g_string_free (out, FALSE);
}

/* ---- listing ---- */

static void
append_padded (GString *out, const char *text, glong width)
{
  glong n = g_utf8_strlen (text, -1);

  g_string_append (out, text);
  do
    g_string_append_c (out, ' '); /* one at least stands between two columns */
  while (++n < width);
}

static void
append_scene_line (GString *out, const PltScene *scene)
{
  g_autofree char *pages = plt_eighths_format (scene->eighths);

  append_padded (out, scene->number[0] != '\0' ? scene->number : "-", 8);
  append_padded (out, scene->int_ext, 8);
  append_padded (out, scene->effect, 16);
  append_padded (out, pages, 7);
  g_string_append (out, scene->set);
  if (scene->sub_set[0] != '\0')
    g_string_append_printf (out, " / %s", scene->sub_set);
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

char *
plt_script_to_text (const PltScript *script)
{
  GString *out;

  g_return_val_if_fail (script != NULL, NULL);

  out = g_string_new (NULL);
  if (script->title[0] != '\0')
    g_string_append_printf (out, "%s\n", script->title);
  if (script->author[0] != '\0')
    g_string_append_printf (out, "%s\n", script->author);
  g_string_append_printf (out, ngettext ("%u sequence, ", "%u sequences, ", script->scenes->len),
                          script->scenes->len);
  g_string_append_printf (out, ngettext ("%u role, ", "%u roles, ", script->characters->len),
                          script->characters->len);
  g_string_append_printf (out, ngettext ("%u page\n\n", "%u pages\n\n", script->pages),
                          script->pages);
  for (guint i = 0; i < script->scenes->len; i++)
    append_scene_line (out, g_ptr_array_index (script->scenes, i));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < script->characters->len; i++)
    {
      const PltCharacter *character = g_ptr_array_index (script->characters, i);

      append_padded (out, character->name, 30);
      g_string_append_printf (out, " %4u\n", character->cues);
    }
  if (script->remarks->len > 0)
    g_string_append_c (out, '\n');
  for (guint i = 0; i < script->remarks->len; i++)
    {
      const PltRemark *remark = g_ptr_array_index (script->remarks, i);

      if (remark->line > 0)
        g_string_append_printf (out, _ ("Line %u: "), remark->line);
      g_string_append_printf (out, "%s\n", remark->message);
    }
  return g_string_free (out, FALSE);
}
