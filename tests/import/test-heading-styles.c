/* The ways French and English scripts write their headings, each with its variants, worked out by
 * hand, and lines that look like headings and are none. Prints how many are read right: all. */
#include <string.h>

#include "plt-heading.h"

typedef struct
{
  const char *line;
  const char *number, *int_ext, *effect, *set, *sub_set;
} Case;

typedef struct
{
  const char *style;
  const Case *cases;
  guint n;
} Style;

/* 7Bis. INT. FIN DE JOURNEE / VESTIAIRES (suite) */
static const Case effect_before_set[] = {
  { "7Bis. INT. FIN DE JOURNEE / VESTIAIRES (suite)", "7Bis", "INT", "FIN DE JOURNÉE", "VESTIAIRES",
    "" },
  { "21. INT. ET EXT. SOIR / CAR DE RAMASSAGE ET ROUTE", "21", "INT/EXT", "SOIR",
    "CAR DE RAMASSAGE ET ROUTE", "" },
  { "8 TER. EXT. AUBE / QUAI DE LA CRIÉE", "8 TER", "EXT", "AUBE", "QUAI DE LA CRIÉE", "" },
  { "9. Ext. Nuit / Quai de la criée", "9", "EXT", "NUIT", "Quai de la criée", "" },
  { "10. INT. JOUR – CUISINE", "10", "INT", "JOUR", "CUISINE", "" },
  { "11.INT.NUIT/CAVE", "11", "INT", "NUIT", "CAVE", "" },
  { "12.\302\240INT.\302\240JOUR\302\240/\302\240CUISINE", "12", "INT", "JOUR", "CUISINE", "" },
  { "13. INT JOUR CUISINE", "13", "INT", "JOUR", "CUISINE", "" },
  { "14. INT-JOUR-CUISINE", "14", "INT", "JOUR", "CUISINE", "" },
  { "15. EXT. CRÉPUSCULE. LA DUNE", "15", "EXT", "CRÉPUSCULE", "LA DUNE", "" },
  { "16. INTERIEUR JOUR / SALON, VERANDA", "16", "INT", "JOUR", "SALON", "VERANDA" },
  { "17. INT/NUIT/PARKING", "17", "INT", "NUIT", "PARKING", "" },
  { "18. EXT. JOUR 3 / PLAGE", "18", "EXT", "JOUR", "PLAGE", "" },
  { "19. EXT. LE LENDEMAIN MATIN / PLAGE", "19", "EXT", "LE LENDEMAIN MATIN", "PLAGE", "" },
};

/* Scène 8. Int, jour, la cuisine du phare. */
static const Case commas[] = {
  { "Scène 8. Int, jour, la cuisine du phare.", "8", "INT", "JOUR", "la cuisine du phare", "" },
  { "Scene 9. Ext, nuit, le mole.", "9", "EXT", "NUIT", "le mole", "" },
  { "SCÈNE 10. INT, JOUR, LA CUISINE", "10", "INT", "JOUR", "LA CUISINE", "" },
  { "scène 11. int, matin, la chambre d’Élodie.", "11", "INT", "MATIN", "la chambre d’Élodie", "" },
  { "Sc. 12. Ext, fin de journée, la jetée.", "12", "EXT", "FIN DE JOURNÉE", "la jetée", "" },
  { "Séquence 13, Int., nuit, le couloir", "13", "INT", "NUIT", "le couloir", "" },
  { "Int, jour, la cuisine du phare.", "", "INT", "JOUR", "la cuisine du phare", "" },
  { "Scène 14 bis. Int, jour, la cuisine.", "14 bis", "INT", "JOUR", "la cuisine", "" },
  { "Intérieur, nuit, chez Paul.", "", "INT", "NUIT", "chez Paul", "" },
};

/* – EXT.COUR D’IMMEUBLE– JOUR */
static const Case dash_first[] = {
  { "– EXT.COUR D’IMMEUBLE– JOUR", "", "EXT", "JOUR", "COUR D’IMMEUBLE", "" },
  { "- EXT.COUR D'IMMEUBLE- JOUR", "", "EXT", "JOUR", "COUR D'IMMEUBLE", "" },
  { "—INT.CHAMBRE D’ÉLODIE—NUIT", "", "INT", "NUIT", "CHAMBRE D’ÉLODIE", "" },
  { "– INT.SALON –JOUR", "", "INT", "JOUR", "SALON", "" },
  { "–EXT.RUE DE L’ÉGLISE –AUBE", "", "EXT", "AUBE", "RUE DE L’ÉGLISE", "" },
  { "\302\240–\302\240INT.CAVE\302\240–\302\240NUIT", "", "INT", "NUIT", "CAVE", "" },
  { "– int.cour d’immeuble– jour", "", "INT", "JOUR", "cour d’immeuble", "" },
  { "-- EXT. PLAGE -- NUIT", "", "EXT", "NUIT", "PLAGE", "" },
  { "• INT. CAVE – NUIT", "", "INT", "NUIT", "CAVE", "" },
};

/* Séquence 2 / SALON */
static const Case numbered_set[] = {
  { "Séquence 2 / SALON", "2", "", "", "SALON", "" },
  { "SÉQUENCE 3 / SALON, VÉRANDA", "3", "", "", "SALON", "VÉRANDA" },
  { "SEQUENCE 4 - SALON", "4", "", "", "SALON", "" },
  { "Séq. 5 / Le pont supérieur", "5", "", "", "Le pont supérieur", "" },
  { "SÉQ 6 – CABINE", "6", "", "", "CABINE", "" },
  { "SCÈNE 7 / PLACE DU MARCHÉ", "7", "", "", "PLACE DU MARCHÉ", "" },
  { "SÉQUENCE 8 : SALON", "8", "", "", "SALON", "" },
  { "SÉQUENCE 9", "9", "", "", "", "" },
  { "Séquence 10", "10", "", "", "", "" },
};

/* 25/INT-APPARTEMENT MURIEL-MATIN */
static const Case slash_number[] = {
  { "25/INT-APPARTEMENT MURIEL-MATIN", "25", "INT", "MATIN", "APPARTEMENT MURIEL", "" },
  { "26/EXT-ARRIÈRE-COUR-SOIR", "26", "EXT", "SOIR", "ARRIÈRE-COUR", "" },
  { "27/ INT-CUISINE-JOUR", "27", "INT", "JOUR", "CUISINE", "" },
  { "28BIS/INT-APPARTEMENT MURIEL-NUIT", "28BIS", "INT", "NUIT", "APPARTEMENT MURIEL", "" },
  { "29/INT/EXT-VOITURE-JOUR", "29", "INT/EXT", "JOUR", "VOITURE", "" },
  { "30/int-appartement muriel-matin", "30", "INT", "MATIN", "appartement muriel", "" },
  { "31/INT.APPARTEMENT MURIEL/MATIN", "31", "INT", "MATIN", "APPARTEMENT MURIEL", "" },
  { "32/EXT-PONT-L’ÉVÊQUE-AUBE", "32", "EXT", "AUBE", "PONT-L’ÉVÊQUE", "" },
};

/* 12 - INT. BAR, ARRIÈRE-SALLE - NUIT */
static const Case sub_sets[] = {
  { "12 - INT. BAR, ARRIÈRE-SALLE - NUIT", "12", "INT", "NUIT", "BAR", "ARRIÈRE-SALLE" },
  { "13 – INT. BAR, ARRIERE-SALLE – NUIT", "13", "INT", "NUIT", "BAR", "ARRIERE-SALLE" },
  { "14 — INT. BAR / ARRIÈRE-SALLE — NUIT", "14", "INT", "NUIT", "BAR", "ARRIÈRE-SALLE" },
  { "15 - INT. BAR - ARRIÈRE-SALLE - NUIT", "15", "INT", "NUIT", "BAR", "ARRIÈRE-SALLE" },
  { "16 INT. BAR, ARRIÈRE-SALLE, NUIT", "16", "INT", "NUIT", "BAR", "ARRIÈRE-SALLE" },
  { "17 - Int. Bar, arrière-salle - Nuit", "17", "INT", "NUIT", "Bar", "arrière-salle" },
  { "18 - INT. BAR, ARRIÈRE-SALLE (NUIT)", "18", "INT", "NUIT", "BAR", "ARRIÈRE-SALLE" },
  { "19 - EXT. PORT, QUAI 4, PASSERELLE - JOUR", "19", "EXT", "JOUR", "PORT",
    "QUAI 4 / PASSERELLE" },
};

/* 101/12A INT./EXT. VOITURE DE NORA - AUBE; SÉQ. 34 BIS - I/N - CAVE */
static const Case series[] = {
  { "101/12A INT./EXT. VOITURE DE NORA - AUBE", "101/12A", "INT/EXT", "AUBE", "VOITURE DE NORA",
    "" },
  { "SÉQ. 34 BIS - I/N - CAVE", "34 BIS", "INT", "NUIT", "CAVE", "" },
  { "SEQ 34 TER - E/J - PLAGE", "34 TER", "EXT", "JOUR", "PLAGE", "" },
  { "102/3 - INT. HALL - JOUR", "102/3", "INT", "JOUR", "HALL", "" },
  { "101.12A INT. HALL - JOUR", "101.12A", "INT", "JOUR", "HALL", "" },
  { "1-12. INT. HALL - JOUR", "1-12", "INT", "JOUR", "HALL", "" },
  { "SÉQ. 101/12 BIS - I/E/N - VOITURE", "101/12 BIS", "INT/EXT", "NUIT", "VOITURE", "" },
  { "34A. INT. CAVE - NUIT", "34A", "INT", "NUIT", "CAVE", "" },
  { "34 A - INT. CAVE - NUIT", "34 A", "INT", "NUIT", "CAVE", "" },
  { "A34. INT. CAVE - NUIT", "A34", "INT", "NUIT", "CAVE", "" },
  { "34BIS - E/N - QUAI", "34BIS", "EXT", "NUIT", "QUAI", "" },
  { "ÉP. 3 - SÉQ. 12 - INT. HALL - JOUR", "3/12", "INT", "JOUR", "HALL", "" },
};

/* How the number is announced. */
static const Case numbers[] = {
  { "SC. 12 INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "SC 12 - INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "SÉQUENCE 12 : INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "SÉQUENCE 12\302\240: INT. CAVE – NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "SEQ 12. INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "SEQ12 INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "SÉQ. N° 12 - INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "SQ 12 - INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "S12 - INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "S12 INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "S.12 INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "12. INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "12) INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "12/ INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "12: INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "12 INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "12.- INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "(12) INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "[12] INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "#12 INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "#12# INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "N°12 INT. CAVE - NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "12 INT. CAVE - NUIT 12", "12", "INT", "NUIT", "CAVE", "" },
  { "12A   INT. CAVE - NUIT   12A", "12A", "INT", "NUIT", "CAVE", "" },
  { "12BIS INT. CAVE - NUIT", "12BIS", "INT", "NUIT", "CAVE", "" },
  { "12 quater. INT. CAVE - NUIT", "12 quater", "INT", "NUIT", "CAVE", "" },
  { "012 INT. CAVE - NUIT", "012", "INT", "NUIT", "CAVE", "" },
  { "INT. CAVE - NUIT #12#", "12", "INT", "NUIT", "CAVE", "" },
};

/* Two places at once. */
static const Case both_places[] = {
  { "I/E VOITURE - JOUR", "", "INT/EXT", "JOUR", "VOITURE", "" },
  { "I/E. VOITURE - JOUR", "", "INT/EXT", "JOUR", "VOITURE", "" },
  { "I./E. VOITURE - JOUR", "", "INT/EXT", "JOUR", "VOITURE", "" },
  { "I-E VOITURE - JOUR", "", "INT/EXT", "JOUR", "VOITURE", "" },
  { "INT-EXT VOITURE - JOUR", "", "INT/EXT", "JOUR", "VOITURE", "" },
  { "INT.-EXT. VOITURE - JOUR", "", "INT/EXT", "JOUR", "VOITURE", "" },
  { "INT - EXT. VOITURE - JOUR", "", "INT/EXT", "JOUR", "VOITURE", "" },
  { "INT – EXT. VOITURE – JOUR", "", "INT/EXT", "JOUR", "VOITURE", "" },
  { "INT. ET EXT. VOITURE - JOUR", "", "INT/EXT", "JOUR", "VOITURE", "" },
  { "INT ET EXT VOITURE - JOUR", "", "INT/EXT", "JOUR", "VOITURE", "" },
  { "INT. & EXT. VOITURE - JOUR", "", "INT/EXT", "JOUR", "VOITURE", "" },
  { "INT. PUIS EXT. VOITURE - JOUR", "", "INT/EXT", "JOUR", "VOITURE", "" },
  { "INT./EXT. VOITURE - JOUR", "", "INT/EXT", "JOUR", "VOITURE", "" },
  { "INT. / EXT. VOITURE - JOUR", "", "INT/EXT", "JOUR", "VOITURE", "" },
  { "INTÉRIEUR/EXTÉRIEUR VOITURE - JOUR", "", "INT/EXT", "JOUR", "VOITURE", "" },
  { "Intérieur et extérieur. Voiture. Jour", "", "INT/EXT", "JOUR", "Voiture", "" },
  { "EXT./INT. VOITURE – JOUR", "", "INT/EXT", "JOUR", "VOITURE", "" },
  { "E/I VOITURE - NUIT", "", "INT/EXT", "NUIT", "VOITURE", "" },
};

/* Where the effect stands, and how it is set apart. */
static const Case effects[] = {
  { "INT. CUISINE – JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE — JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE -JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE- JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE / JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE, JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE. JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE. JOUR.", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE : JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE (JOUR)", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE [JOUR]", "", "INT", "JOUR", "CUISINE", "" },
  { "int. cuisine - jour", "", "INT", "JOUR", "cuisine", "" },
  { "Int. Cuisine – Jour", "", "INT", "JOUR", "Cuisine", "" },
  { "INT. CUISINE \342\200\223\302\240JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE \342\210\222 JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE | JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "CUISINE - INT. JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "CUISINE – INT – JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "CUISINE / INT. / JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "CUISINE, INT. JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "CUISINE - INT/JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "12. CUISINE - INT - JOUR", "12", "INT", "JOUR", "CUISINE", "" },
  { "12 - CUISINE, OFFICE - INT. JOUR", "12", "INT", "JOUR", "CUISINE", "OFFICE" },
  { "JOUR - INT. CUISINE", "", "INT", "JOUR", "CUISINE", "" },
  { "NUIT. EXT. PORT", "", "EXT", "NUIT", "PORT", "" },
  { "EXT. PORT - CREPUSCULE", "", "EXT", "CRÉPUSCULE", "PORT", "" },
  { "EXT. PORT - APRES-MIDI", "", "EXT", "APRÈS-MIDI", "PORT", "" },
  { "EXT. PORT - FIN D'APRÈS-MIDI", "", "EXT", "FIN D’APRÈS-MIDI", "PORT", "" },
  { "EXT. PORT - DEBUT DE SOIREE", "", "EXT", "DEBUT DE SOIREE", "PORT", "" },
  { "EXT. PORT - PETIT JOUR", "", "EXT", "AUBE", "PORT", "" },
  { "EXT. PORT - AU PETIT MATIN", "", "EXT", "PETIT MATIN", "PORT", "" },
  { "EXT. PORT - TOMBÉE DE LA NUIT", "", "EXT", "CRÉPUSCULE", "PORT", "" },
  { "EXT. PORT - AVANT L’AUBE", "", "EXT", "AVANT L’AUBE", "PORT", "" },
  { "EXT. PORT - JOUR/NUIT", "", "EXT", "JOUR/NUIT", "PORT", "" },
  { "EXT. PORT - NUIT PUIS JOUR", "", "EXT", "NUIT PUIS JOUR", "PORT", "" },
  { "EXT. PORT – J", "", "EXT", "JOUR", "PORT", "" },
  { "EXT. PORT – N", "", "EXT", "NUIT", "PORT", "" },
  { "EXT. PORT - NUIT (NUIT AMÉRICAINE)", "", "EXT", "NUIT", "PORT", "" },
  { "EXT. PORT (NUIT AMÉRICAINE)", "", "EXT", "NUIT AMÉRICAINE", "PORT", "" },
  { "EXT. PORT - NUIT AMERICAINE", "", "EXT", "NUIT AMÉRICAINE", "PORT", "" },
};

/* Moments and days of the story. */
static const Case moments[] = {
  { "INT. CUISINE - JOUR 3", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE - NUIT 12", "", "INT", "NUIT", "CUISINE", "" },
  { "INT. CUISINE - JOUR (J3)", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE - JOUR – JOUR 3", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE - LE LENDEMAIN", "", "INT", "LE LENDEMAIN", "CUISINE", "" },
  { "INT. CUISINE - JOUR, LE LENDEMAIN", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE - NUIT - PLUS TARD", "", "INT", "NUIT", "CUISINE", "" },
  { "INT. CUISINE - PLUS TARD", "", "INT", "PLUS TARD", "CUISINE", "" },
  { "INT. CUISINE - UN PEU PLUS TARD", "", "INT", "UN PEU PLUS TARD", "CUISINE", "" },
  { "INT. CUISINE - QUELQUES HEURES PLUS TARD", "", "INT", "QUELQUES HEURES PLUS TARD", "CUISINE",
    "" },
  { "INT. CUISINE - JOUR (PLUS TARD)", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE – PLUS TARD DANS LA NUIT", "", "INT", "PLUS TARD DANS LA NUIT", "CUISINE", "" },
  { "INT. CUISINE - MÊME MOMENT", "", "INT", "MÊME MOMENT", "CUISINE", "" },
  { "INT. CUISINE - AU MÊME MOMENT", "", "INT", "AU MÊME MOMENT", "CUISINE", "" },
  { "INT. CUISINE - CONTINU", "", "INT", "CONTINU", "CUISINE", "" },
  { "INT. CUISINE - LA VEILLE AU SOIR", "", "INT", "LA VEILLE AU SOIR", "CUISINE", "" },
  { "INT. MÊME DÉCOR - NUIT", "", "INT", "NUIT", "MÊME DÉCOR", "" },
  { "12. MÊME DÉCOR - PLUS TARD", "12", "", "PLUS TARD", "MÊME DÉCOR", "" },
  { "12 – MEME DECOR – NUIT", "12", "", "NUIT", "MEME DECOR", "" },
  { "MÊME DÉCOR - NUIT", "", "", "NUIT", "MÊME DÉCOR", "" },
  { "SÉQUENCE 12 : MÊME DÉCOR, PLUS TARD", "12", "", "PLUS TARD", "MÊME DÉCOR", "" },
};

/* Words that are no place. */
static const Case mentions[] = {
  { "EXT. JARDIN - FLASH-BACK - JOUR", "", "EXT", "JOUR", "JARDIN", "" },
  { "EXT. JARDIN - JOUR - FLASH-BACK", "", "EXT", "JOUR", "JARDIN", "" },
  { "EXT. JARDIN - JOUR (FLASH-BACK)", "", "EXT", "JOUR", "JARDIN", "" },
  { "EXT. JARDIN (FLASHBACK) - JOUR", "", "EXT", "JOUR", "JARDIN", "" },
  { "EXT. JARDIN - JOUR - FLASH BACK", "", "EXT", "JOUR", "JARDIN", "" },
  { "FLASH-BACK - EXT. JARDIN - JOUR", "", "EXT", "JOUR", "JARDIN", "" },
  { "FLASHBACK : EXT. JARDIN - JOUR", "", "EXT", "JOUR", "JARDIN", "" },
  { "12. FLASH-BACK. EXT. JARDIN - JOUR", "12", "EXT", "JOUR", "JARDIN", "" },
  { "(FLASH-BACK) EXT. JARDIN - JOUR", "", "EXT", "JOUR", "JARDIN", "" },
  { "INT. CHAMBRE - NUIT (RÊVE)", "", "INT", "NUIT", "CHAMBRE", "" },
  { "INT. CHAMBRE - RÊVE - NUIT", "", "INT", "NUIT", "CHAMBRE", "" },
  { "RÊVE - INT. CHAMBRE - NUIT", "", "INT", "NUIT", "CHAMBRE", "" },
  { "INT. CHAMBRE - NUIT - REVE", "", "INT", "NUIT", "CHAMBRE", "" },
  { "INT. RÊVE - NUIT", "", "INT", "NUIT", "RÊVE", "" },
  { "INT. NUIT - CAUCHEMAR", "", "INT", "NUIT", "CAUCHEMAR", "" },
  { "INT. NUIT / MONTAGE", "", "INT", "NUIT", "MONTAGE", "" },
  { "EXT. ARCHIVES - JOUR", "", "EXT", "JOUR", "ARCHIVES", "" },
  { "INT. CHAMBRE (suite) - NUIT", "", "INT", "NUIT", "CHAMBRE", "" },
  { "INT. CHAMBRE - NUIT (suite)", "", "INT", "NUIT", "CHAMBRE", "" },
  { "INT. CHAMBRE - NUIT - SUITE", "", "INT", "NUIT", "CHAMBRE", "" },
  { "INT. CHAMBRE - NUIT (SUITE ET FIN)", "", "INT", "NUIT", "CHAMBRE", "" },
  { "12. SUITE - INT. CHAMBRE - NUIT", "12", "INT", "NUIT", "CHAMBRE", "" },
  { "INT. SUITE 12 - NUIT", "", "INT", "NUIT", "SUITE 12", "" },
  { "INT. HÔTEL, SUITE ROYALE - NUIT", "", "INT", "NUIT", "HÔTEL", "SUITE ROYALE" },
  { "EXT. CHAMP - JOUR (1944)", "", "EXT", "JOUR", "CHAMP", "" },
  { "EXT. CHAMP - 1944 - JOUR", "", "EXT", "JOUR", "CHAMP", "" },
  { "EXT. CHAMP - JOUR - PLUIE", "", "EXT", "JOUR", "CHAMP", "" },
  { "INT. VOITURE - EN ROULANT - NUIT", "", "INT", "NUIT", "VOITURE", "EN ROULANT" },
};

/* Sets whose names hold the words of headings. */
static const Case names[] = {
  { "INT. CAFÉ DU MATIN - NUIT", "", "INT", "NUIT", "CAFÉ DU MATIN", "" },
  { "EXT. RUE DU FAUBOURG - JOUR", "", "EXT", "JOUR", "RUE DU FAUBOURG", "" },
  { "INT. BOÎTE DE NUIT - NUIT", "", "INT", "NUIT", "BOÎTE DE NUIT", "" },
  { "INT. BOÎTE DE NUIT", "", "INT", "", "BOÎTE DE NUIT", "" },
  { "INT. SALLE 12 - JOUR", "", "INT", "JOUR", "SALLE 12", "" },
  { "INT. APPARTEMENT DE JEAN-LOUP - JOUR", "", "INT", "JOUR", "APPARTEMENT DE JEAN-LOUP", "" },
  { "INT. CHAMBRE D’ÉLODIE - JOUR", "", "INT", "JOUR", "CHAMBRE D’ÉLODIE", "" },
  { "EXT. N°12, RUE DES MARTYRS - JOUR", "", "EXT", "JOUR", "N°12", "RUE DES MARTYRS" },
  { "INT. A.N.P.E. - JOUR", "", "INT", "JOUR", "A.N.P.E", "" },
  { "INT. BUREAU DE M. PERRIN - JOUR", "", "INT", "JOUR", "BUREAU DE M. PERRIN", "" },
  { "INT. ST. ANNE - JOUR", "", "INT", "JOUR", "ST. ANNE", "" },
  { "EXT. PLACE DE L’ÉTOILE - NUIT", "", "EXT", "NUIT", "PLACE DE L’ÉTOILE", "" },
  { "INT. SALON DE L’EXTÉRIEUR - JOUR", "", "INT", "JOUR", "SALON DE L’EXTÉRIEUR", "" },
  { "INT. WAGON-LIT - NUIT", "", "INT", "NUIT", "WAGON-LIT", "" },
  { "EXT. A7 - AIRE DE REPOS - JOUR", "", "EXT", "JOUR", "A7", "AIRE DE REPOS" },
};

static const Case english[] = {
  { "INT. HOUSE - DAY", "", "INT", "JOUR", "HOUSE", "" },
  { "INT HOUSE - DAY", "", "INT", "JOUR", "HOUSE", "" },
  { "Int. House - Night", "", "INT", "NUIT", "House", "" },
  { "int house night", "", "INT", "", "house night", "" },
  { "I/E. HOUSE - DUSK", "", "INT/EXT", "CRÉPUSCULE", "HOUSE", "" },
  { "INT/EXT HOUSE - DAY", "", "INT/EXT", "JOUR", "HOUSE", "" },
  { "EST. HOUSE - DAY", "", "EXT", "JOUR", "HOUSE", "" },
  { "INT. HOUSE - CONTINUOUS", "", "INT", "CONTINUOUS", "HOUSE", "" },
  { "INT. HOUSE, KITCHEN - LATER THAT NIGHT", "", "INT", "LATER THAT NIGHT", "HOUSE", "KITCHEN" },
  { "INT. HOUSE - KITCHEN - DAY", "", "INT", "JOUR", "HOUSE", "KITCHEN" },
  { "12A. INT. HOUSE - DAY #12A#", "12A", "INT", "JOUR", "HOUSE", "" },
  { "12A  INT. HOUSE - DAY  12A", "12A", "INT", "JOUR", "HOUSE", "" },
  { "INT. HOUSE - DAY (FLASHBACK)", "", "INT", "JOUR", "HOUSE", "" },
  { "EXT. FIELD - MAGIC HOUR", "", "EXT", "CRÉPUSCULE", "FIELD", "" },
  { "SCENE 12 - INT. HOUSE - DAY", "12", "INT", "JOUR", "HOUSE", "" },
  { "EXT. FIELD – DAY FOR NIGHT", "", "EXT", "NUIT AMÉRICAINE", "FIELD", "" },
};

static const Case omitted[] = {
  { "12 OMISE", "12", "", "", "", "" },
  { "12. OMIS", "12", "", "", "", "" },
  { "12 - OMITTED", "12", "", "", "", "" },
  { "12A. (OMISE)", "12A", "", "", "", "" },
  { "SÉQUENCE 12 : SUPPRIMÉE", "12", "", "", "", "" },
  { "Séquence 12 supprimée", "12", "", "", "", "" },
  { "SÉQ. 12 BIS – OMISE", "12 BIS", "", "", "", "" },
  { "12 OMITTED 12", "12", "", "", "", "" },
  { "OMITTED #12#", "12", "", "", "", "" },
  { "12. SCÈNE SUPPRIMÉE", "12", "", "", "", "" },
  { "12. SÉQUENCE OMISE", "12", "", "", "", "" },
  { "12. SCENE OMITTED", "12", "", "", "", "" },
  { "12. OMISE.", "12", "", "", "", "" },
  { "101/12 OMISE", "101/12", "", "", "", "" },
};

#define STYLE(name, cases)                                                                         \
  {                                                                                                \
    name, cases, G_N_ELEMENTS (cases)                                                              \
  }

static const Style styles[] = {
  STYLE ("effect before the set", effect_before_set),
  STYLE ("commas", commas),
  STYLE ("dash first", dash_first),
  STYLE ("number and set", numbered_set),
  STYLE ("number, slash, hyphens", slash_number),
  STYLE ("sous-décor", sub_sets),
  STYLE ("series and additions", series),
  STYLE ("the number", numbers),
  STYLE ("two places", both_places),
  STYLE ("the effect", effects),
  STYLE ("moments", moments),
  STYLE ("mentions", mentions),
  STYLE ("names", names),
  STYLE ("English", english),
  STYLE ("omitted", omitted),
};

static const char *const none[] = {
  /* sentences */
  "INTÉRIEUREMENT, il hésite.",
  "Intérieurement, il hésite.",
  "EXTRÊMEMENT LENT",
  "Extrêmement lent, il avance.",
  "INTERPOL",
  "INTERPOL ARRIVE.",
  "Interdiction d’entrer - nuit et jour.",
  "INTERDIT AU PUBLIC",
  "EXTINCTION DES FEUX",
  "Extérieurement, rien ne change.",
  "INTRIGUÉE, elle se lève.",
  "Est-ce la nuit ? Il ne sait plus.",
  "Il fait nuit. La cuisine est vide.",
  "La nuit, le jour, l’aube : tout se mêle.",
  "Intérieur cuir, vitres teintées : la voiture démarre.",
  "Elle sort de l’intérieur de la maison, il fait jour.",
  "S’il pleut, on rentre.",
  "Séquence émotion. Tout le monde pleure.",
  "Scène de ménage dans la cuisine.",
  "SCÈNE DE MÉNAGE",
  "SÉQUENCE SUIVANTE",
  "Supprimée.",
  "OMISE",
  /* addresses, lists, dates, hours */
  "12. Rue des Martyrs",
  "12, rue des Martyrs, la nuit.",
  "12 RUE DES MARTYRS",
  "1. Prendre le train.",
  "2. Ne pas oublier le pain.",
  "3) Appeler sa mère",
  "12 mars 1944",
  "12 MARS 1944",
  "LE 12 MARS",
  "14 JUILLET 1989 - PARIS",
  "20 h 30",
  "20H30",
  "1984.",
  "12",
  "12.",
  "S12",
  "A7",
  "N°12",
  "3 JOURS PLUS TARD",
  "DEUX JOURS PLUS TARD",
  "JOUR 3",
  "LE LENDEMAIN",
  "PLUS TARD",
  /* cues and transitions */
  "ÉLODIE (voix off)",
  "L’HOMME AU CHAPEAU (off)",
  "M. PERRIN",
  "JEAN-LOUP ET MILA",
  "LES ENFANTS (en chœur)",
  "Dr KOWALSKI (au téléphone)",
  "HOMME 1",
  "POLICIER 2",
  "1ER POLICIER",
  "EXTRATERRESTRE",
  "INTERNE",
  "INTERVIEWER (O.S.)",
  "ESTELLE",
  "INÈS",
  "CUT À :",
  "CUT TO:",
  "FONDU AU NOIR.",
  "FONDU ENCHAÎNÉ :",
  "COUPE FRANCHE À",
  "NOIR.",
  "RETOUR À",
  "VOLET",
  "FIN",
  "GÉNÉRIQUE",
  "CARTON : DEUX ANS PLUS TARD",
};

static gboolean
is_right (const Case *c)
{
  g_auto (PltHeading) heading = { NULL };
  gboolean right = plt_heading_parse (c->line, -1, FALSE, &heading) != PLT_HEADING_NO
                   && strcmp (heading.number, c->number) == 0
                   && strcmp (heading.int_ext, c->int_ext) == 0
                   && strcmp (heading.effect, c->effect) == 0 && strcmp (heading.set, c->set) == 0
                   && strcmp (heading.sub_set, c->sub_set) == 0;

  if (!right)
    g_test_message ("%s: read as number “%s”, %s, “%s”, set “%s”, “%s”", c->line,
                    heading.number ? heading.number : "none",
                    heading.int_ext ? heading.int_ext : "-", heading.effect ? heading.effect : "-",
                    heading.set ? heading.set : "-", heading.sub_set ? heading.sub_set : "-");
  return right;
}

static void
test_styles (void)
{
  guint all = 0, all_right = 0;

  for (guint s = 0; s < G_N_ELEMENTS (styles); s++)
    {
      guint right = 0;

      g_assert_cmpuint (styles[s].n, >=, 5);
      for (guint i = 0; i < styles[s].n; i++)
        right += is_right (&styles[s].cases[i]) ? 1 : 0;
      g_test_message ("%s: %u of %u", styles[s].style, right, styles[s].n);
      all += styles[s].n;
      all_right += right;
    }
  g_test_message ("headings read right: %u of %u (%.1f %%)", all_right, all,
                  100.0 * all_right / all);
  g_assert_cmpuint (all_right, ==, all);
}

static void
test_none (void)
{
  guint right = 0;

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_auto (PltHeading) heading = { NULL };
      gboolean ok = plt_heading_parse (none[i], -1, FALSE, &heading) == PLT_HEADING_NO;

      if (!ok)
        g_test_message ("%s: read as a heading", none[i]);
      right += ok ? 1 : 0;
    }
  g_test_message ("other lines let alone: %u of %u", right, (guint) G_N_ELEMENTS (none));
  g_assert_cmpuint (right, ==, G_N_ELEMENTS (none));
}

/* The separators and the spaces change nothing: every combination of them on one heading. */
static void
test_combinations (void)
{
  static const char *const announced[]
      = { "", "12. ", "12 ", "12 - ", "12/", "SÉQ. 12 - ", "SC 12 " };
  static const char *const places[]
      = { "INT. ", "INT ", "INT.", "Int. ", "INTÉRIEUR ", "INT - ", "INT/" };
  static const char *const dashes[]
      = { " - ", " – ", " — ", "- ", " -", " / ", ", ", ". ", "\302\240–\302\240", " : " };
  static const char *const lights[]
      = { "JOUR", "Jour", "jour", "NUIT", "CRÉPUSCULE", "CREPUSCULE" };
  guint all = 0, right = 0;

  for (guint a = 0; a < G_N_ELEMENTS (announced); a++)
    for (guint p = 0; p < G_N_ELEMENTS (places); p++)
      for (guint d = 0; d < G_N_ELEMENTS (dashes); d++)
        for (guint l = 0; l < G_N_ELEMENTS (lights); l++)
          {
            g_autofree char *line = g_strconcat (announced[a], places[p], "CHAMBRE D’HÔTE",
                                                 dashes[d], lights[l], NULL);
            Case c = { line,
                       a == 0 ? "" : "12",
                       "INT",
                       l < 3 ? "JOUR" : l < 4 ? "NUIT" : "CRÉPUSCULE",
                       "CHAMBRE D’HÔTE",
                       "" };

            all++;
            right += is_right (&c) ? 1 : 0;
          }
  g_test_message ("combinations read right: %u of %u", right, all);
  g_assert_cmpuint (right, ==, all);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heading-styles/styles", test_styles);
  g_test_add_func ("/heading-styles/none", test_none);
  g_test_add_func ("/heading-styles/combinations", test_combinations);
  return g_test_run ();
}
