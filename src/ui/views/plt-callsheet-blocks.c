#include "plt-callsheet-blocks.h"

#include <glib/gi18n-lib.h>

static const PltCallsheetBlock blocks[] = {
  { "hours", N_ ("Hours"), PLT_SHEET_BLOCK_FIELDS, TRUE,
    "crew_minutes,pat_minutes,meal_minutes,meal_end_minutes,end_minutes;day_type,number" },
  { "weather", N_ ("Weather"), PLT_SHEET_BLOCK_FIELDS, FALSE,
    "weather;temperature_min,temperature_max;rain_e6,wind;weather_date,weather_source;"
    "weather_stop" },
  { "places", N_ ("Places"), PLT_SHEET_BLOCK_FIELDS, FALSE,
    "base_camp,hmc_place;dressing_rooms,public_transport;parking_tech,parking_crew;"
    "accessibility" },
  { "emergencies", N_ ("Emergencies"), PLT_SHEET_BLOCK_FIELDS, TRUE,
    "first_aid,pharmacy;vhss_referent,listening_cell;safety_referent,eco_referent;"
    "disability_referent" },
  { "sequences", N_ ("Sequences"), PLT_SHEET_BLOCK_SEQUENCES, TRUE, NULL },
  { "cast", N_ ("Cast"), PLT_SHEET_BLOCK_CAST, TRUE, "makeup_chairs,hair_chairs,margin_minutes" },
  { "background", N_ ("Background"), PLT_SHEET_BLOCK_BACKGROUND, FALSE, NULL },
  { "crew", N_ ("Crew"), PLT_SHEET_BLOCK_CREW, TRUE, NULL },
  { "needs", N_ ("Needs by department"), PLT_SHEET_BLOCK_NEEDS, FALSE, NULL },
  { "transport", N_ ("Transport"), PLT_SHEET_BLOCK_FIELDS, FALSE, "transport" },
  { "meals", N_ ("Meals"), PLT_SHEET_BLOCK_FIELDS, FALSE, "meals,meal_place;diets" },
  { "safety", N_ ("Safety"), PLT_SHEET_BLOCK_FIELDS, TRUE, "safety;protection;briefing_minutes" },
  { "reminders", N_ ("Reminders"), PLT_SHEET_BLOCK_FIELDS, FALSE, "reminders" },
  { "remarks", N_ ("Remarks"), PLT_SHEET_BLOCK_FIELDS, FALSE, "remarks" },
  { "next-days", N_ ("Next days"), PLT_SHEET_BLOCK_FIELDS, FALSE, "next_days" },
  { "signatures", N_ ("Signatures"), PLT_SHEET_BLOCK_FIELDS, FALSE,
    "approved_by,approved_date;sent_by,sent_date;reason" },
  { "deliveries", N_ ("Distribution"), PLT_SHEET_BLOCK_DELIVERIES, FALSE, NULL },
};

const PltCallsheetBlock *
plt_callsheet_blocks (guint *n)
{
  *n = G_N_ELEMENTS (blocks);
  return blocks;
}

gboolean
plt_callsheet_block_has (const PltCallsheetBlock *block, const char *column)
{
  g_auto (GStrv) ids
      = block->rows != NULL && column != NULL ? g_strsplit_set (block->rows, ",;", -1) : NULL;

  return ids != NULL && g_strv_contains ((const char *const *) ids, column);
}

/* Who and when first: what is typed on the eve of a shoot. */
static const PltCallsheetTable tables[] = {
  [PLT_SHEET_BLOCK_CAST]
  = { "call", "comediens", NULL,
      "role,person,pickup_minutes,arrival_minutes,hmc_minutes,pat_minutes,end_minutes,sequences,"
      "costume,dress_start_minutes,dress_minutes,makeup_start_minutes,makeup_minutes,hair_start_"
      "minutes,hair_minutes,travel,pickup_place,movement,place,follows_on,remark",
      "role:92;person:116;pickup_minutes:68;arrival_minutes:68;hmc_minutes:68;pat_minutes:68;"
      "end_minutes:68;sequences:72;costume:56;dress_start_minutes:64;dress_minutes:72;"
      "makeup_start_minutes:64;makeup_minutes:72;hair_start_minutes:64;hair_minutes:72;travel:96;"
      "pickup_place:120;movement:96;place:120;follows_on:72;remark:160" },
  [PLT_SHEET_BLOCK_BACKGROUND]
  = { "call", "figuration", NULL,
      "function,role,count,arrival_minutes,hmc_minutes,pat_minutes,end_minutes,sequences,costume,"
      "dress_start_minutes,makeup_start_minutes,hair_start_minutes,place,follows_on,remark",
      "function:120;role:96;count:56;arrival_minutes:68;hmc_minutes:68;pat_minutes:68;"
      "end_minutes:68;sequences:72;costume:56;dress_start_minutes:64;makeup_start_minutes:64;"
      "hair_start_minutes:64;place:120;follows_on:72;remark:160" },
  [PLT_SHEET_BLOCK_CREW]
  = { "call", "equipe", "department,position",
      "function,person,arrival_minutes,pat_minutes,end_minutes,department,count,"
      "travel,pickup_minutes,pickup_place,place,follows_on,remark",
      "function:148;person:124;arrival_minutes:68;pat_minutes:68;end_minutes:68;"
      "department:104;count:56;travel:96;pickup_minutes:68;pickup_place:120;"
      "place:120;follows_on:72;remark:160" },
  [PLT_SHEET_BLOCK_NEEDS]
  = { "call_note", NULL, NULL, "department,text", "department:136;text:400" },
  [PLT_SHEET_BLOCK_DELIVERIES]
  = { "sheet_delivery", NULL, NULL, "person,name,kind,means,email,date,given_minutes,received,note",
      "person:120;name:88;kind:112;means:104;email:150;date:80;given_minutes:56;received:56;"
      "note:140" },
};

const PltCallsheetTable *
plt_callsheet_table (PltBlockPart part)
{
  return tables[part].table != NULL ? &tables[part] : NULL;
}
