/* What the dépouillement adds to the text and to the séquences: tagged words, costumes, story days,
 * raccords, boxes confirmed empty, links between elements, refused proposals, and what the user
 * corrected of a reader's guesses. */
#include "plt-tables-private.h"

static const PltChoice tag_states[] = {
  { "sure", N_ ("Certain") },
  { "a-verifier", N_ ("To check") },
  END_CHOICES,
};

static const PltColumn script_tag_columns[] = {
  REF ("script_block", N_ ("Paragraph"), "script_block", FOLLOWS, REQUIRED),
  REF ("element", N_ ("Element"), "element", FOLLOWS, REQUIRED, .width = 24),
  COL (INTEGER,
       "start",
       N_ ("First sign"),
       REQUIRED,
       .help = N_ ("Place of the first tagged sign in the paragraph, counted from 0.")),
  COL (INTEGER, "length", N_ ("Signs"), REQUIRED),
  TEXT ("text", N_ ("Words"), .width = 24, .help = N_ ("The words as they were tagged.")),
  CHOICE ("state",
          N_ ("State"),
          tag_states,
          .initial = "sure",
          .help = N_ ("To check: a new draft changed the passage, and its place was guessed.")),
  END,
};

const PltTable plt_table_script_tag = {
  .id = "script_tag",
  .title = N_ ("Tagged words"),
  .singular = N_ ("tagged word"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = script_tag_columns,
  .order = "script_block,start",
  .label = "text",
};

static const PltColumn script_correction_columns[] = {
  COL (LONG_TEXT,
       "text",
       N_ ("Text"),
       .flags = PLT_COLUMN_REQUIRED | PLT_COLUMN_UNIQUE,
       .width = 50,
       .help = N_ ("The paragraph as the script has it.")),
  CHOICE ("kind",
          N_ ("Kind"),
          plt_script_block_kinds,
          REQUIRED,
          .help = N_ ("What it is, whatever a reader makes of it.")),
  END,
};

const PltTable plt_table_script_correction = {
  .id = "script_correction",
  .title = N_ ("Corrections of the reading"),
  .singular = N_ ("correction of the reading"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = script_correction_columns,
  .order = "text",
  .label = "text",
};

static const PltColumn story_day_columns[] = {
  POSITION,
  TEXT ("name",
        N_ ("Story day"),
        .flags = PLT_COLUMN_REQUIRED | PLT_COLUMN_UNIQUE | PLT_COLUMN_SEARCHED,
        .width = 10,
        .help = N_ ("As the sequences name it: J1, N1, FB 1998.")),
  TEXT ("moment",
        N_ ("When"),
        .width = 24,
        .help = N_ ("When it is in the story: Monday morning, ten years before.")),
  NOTE,
  END,
};

const PltTable plt_table_story_day = {
  .id = "story_day",
  .title = N_ ("Story days"),
  .singular = N_ ("story day"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = story_day_columns,
  .order = "position",
  .label = "name,moment",
  .position = "position",
};

static const PltColumn costume_columns[] = {
  REF ("role", N_ ("Role"), "element", FOLLOWS, REQUIRED, .width = 22),
  TEXT ("number",
        N_ ("Costume"),
        REQUIRED,
        .width = 8,
        .help = N_ ("As the sequences name it: 1, 2, 2A when it changes within a sequence.")),
  COL (LONG_TEXT, "description", N_ ("Description"), SEARCHED, .width = 40),
  TEXT ("make_up", N_ ("Make-up and hair"), .width = 24),
  COL (INTEGER,
       "copies",
       N_ ("Copies"),
       .width = 7,
       .help = N_ ("Identical ones: for stunts, water, blood, doubles.")),
  COL (DURATION,
       "dress_minutes",
       N_ ("Time to dress"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
       .width = 7),
  COL (DURATION,
       "makeup_minutes",
       N_ ("Time for make-up"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
       .width = 7),
  COL (DURATION,
       "hair_minutes",
       N_ ("Time for hair"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
       .width = 7),
  NOTE,
  END,
};

const PltTable plt_table_costume = {
  .id = "costume",
  .title = N_ ("Costumes"),
  .singular = N_ ("costume"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = costume_columns,
  .order = "role,number",
  .label = "role,number",
  .unique = "role,number",
};

static const PltColumn raccord_columns[] = {
  REF ("sequence", N_ ("Sequence"), "sequence", FOLLOWS, REQUIRED),
  REF ("with_sequence",
       N_ ("With sequence"),
       "sequence",
       FOLLOWS,
       .help = N_ ("The sequence it must match: the one before in the story.")),
  REF ("element", N_ ("Element"), "element", CLEARS, .width = 22),
  COL (LONG_TEXT,
       "description",
       N_ ("What must match"),
       .flags = PLT_COLUMN_REQUIRED | PLT_COLUMN_SEARCHED,
       .width = 40),
  END,
};

const PltTable plt_table_raccord = {
  .id = "raccord",
  .title = N_ ("Continuity"),
  .singular = N_ ("continuity point"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = raccord_columns,
  .order = "sequence,with_sequence",
  .label = "description",
};

static const PltChoice box_states[] = {
  { "neant", N_ ("Nothing needed") },
  END_CHOICES,
};

static const PltColumn sequence_category_columns[] = {
  REF ("sequence", N_ ("Sequence"), "sequence", FOLLOWS, REQUIRED),
  REF ("category", N_ ("Category"), "element_category", FOLLOWS, REQUIRED),
  CHOICE ("state",
          N_ ("State"),
          box_states,
          REQUIRED,
          .initial = "neant",
          .help = N_ ("The department needs nothing for this sequence, and somebody checked it.")),
  NOTE,
  END,
};

const PltTable plt_table_sequence_category = {
  .id = "sequence_category",
  .title = N_ ("Confirmed boxes"),
  .singular = N_ ("confirmed box"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = sequence_category_columns,
  .order = "sequence,category",
  .label = "sequence,category",
  .unique = "sequence,category",
};

static const PltColumn element_link_columns[] = {
  REF ("element",
       N_ ("Element"),
       "element",
       FOLLOWS,
       .width = 22,
       .help = N_ ("The element that brings another one; empty when a whole category does.")),
  REF ("category",
       N_ ("Category"),
       "element_category",
       FOLLOWS,
       .help = N_ ("Every element of this category brings the other one.")),
  REF ("brings", N_ ("Always brings"), "element", FOLLOWS, REQUIRED, .width = 22),
  COL (INTEGER,
       "quantity",
       N_ ("How many"),
       .width = 8,
       .help = N_ ("For each one that brings it; empty: one for all.")),
  NOTE,
  END,
};

const PltTable plt_table_element_link = {
  .id = "element_link",
  .title = N_ ("Links between elements"),
  .singular = N_ ("link between elements"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = element_link_columns,
  .order = "category,element,brings",
  .label = "element,category,brings",
};

static const PltColumn proposal_refusal_columns[] = {
  TEXT ("word", N_ ("Word"), REQUIRED, .width = 24, .help = N_ ("Without case and accents.")),
  REF ("category", N_ ("Category"), "element_category", FOLLOWS, REQUIRED),
  REF ("sequence",
       N_ ("Sequence"),
       "sequence",
       FOLLOWS,
       .help = N_ ("Empty: nowhere in the script.")),
  END,
};

const PltTable plt_table_proposal_refusal = {
  .id = "proposal_refusal",
  .title = N_ ("Refused proposals"),
  .singular = N_ ("refused proposal"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = proposal_refusal_columns,
  .order = "category,word",
  .label = "word",
};
