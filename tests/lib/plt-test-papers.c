#include "plt-test-papers.h"

static const char *const papers[] = {
  "production | title = Le Bac de six heures | director = Maëlle Quéré | author = Maëlle Quéré"
  " | company = Les Films du Goéland | company_address = 14 rue des Charpentiers, 29100 Douarnenez"
  " | company_phone = 02 00 00 00 10 | emergency_phone = 06 00 00 00 99"
  " | production_manager = Anselme Guivarc’h | first_assistant = Soizic Bernat"
  " | format = 2K, 1,85, couleur | target_seconds = 12:00 | start_date = 05/10/2026"
  " | delivery_date = 15/03/2027 | region = Bretagne"
  " | script_version = ^v1 | schedule = ^plan | budget = ^devis",
  "v1: script_version | number = 3 | title = Le Bac de six heures | author = Maëlle Quéré",

  /* places and sets */
  "port: location | name = Port de plaisance | address = Quai des Embruns | postcode = 29100"
  " | city = Douarnenez | latitude_e6 = 48,0936 | longitude_e6 = -4,3286"
  " | contact = Capitainerie, M. Le Floc’h | phone = 02 00 00 00 21"
  " | hospital = Centre hospitalier, urgences, 85 rue Laënnec, Douarnenez"
  " | hospital_phone = 02 00 00 00 15 | hospital_minutes = 12 min"
  " | parking = Technique : cale nord. Équipe : parking de la criée"
  " | access = Par la rocade, sortie Port ; barrière ouverte à 6h30"
  " | base_camp = Maison de la mer (HMC, loges, cantine) | permit = accordee"
  " | fee_cents = 450,00",
  "ferme: location | name = Ferme de Kerlaouen | address = Route de Kerlaouen | postcode = 29790"
  " | city = Pont-Croix | latitude_e6 = 48,0412 | longitude_e6 = -4,4893 | phone = 02 00 00 00 34"
  " | parking = Cour de la ferme | drive_minutes = 25 min | permit = deposee",
  "bac: set | name = BAC | location = @port",
  "cabine: set | name = CABINE DE PILOTAGE | parent = @bac",
  "quai: set | name = QUAI | location = @port",
  "maison: set | name = MAISON DE NORA | location = @ferme",
  "cuisine: set | name = CUISINE | parent = @maison",
  "grange: set | name = GRANGE | location = @ferme",

  /* the script */
  "s1: sequence | number = 1 | int_ext = EXT | effect = AUBE | set = @quai | story_day = J1"
  " | eighths = 6/8 | premin_seconds = 1:05 | shooting_minutes = 2 h | shots = 5"
  " | synopsis = Nora attend le premier bac ; la passerelle ne descend pas.",
  "s2: sequence | number = 2 | int_ext = INT | effect = JOUR | set = @bac | sub_set = @cabine"
  " | story_day = J1 | eighths = 1 4/8 | premin_seconds = 1:50 | shooting_minutes = 3 h 30"
  " | shots = 8 | synopsis = Le pilote refuse de partir sans les papiers de l’enfant.",
  "s3: sequence | number = 3 | int_ext = EXT | effect = JOUR | set = @bac | story_day = J1"
  " | eighths = 1 | premin_seconds = 1:20 | shooting_minutes = 2 h 30 | shots = 6"
  " | hazards = enfant,eau | synopsis = Milo se penche au-dessus de l’eau, Nora le rattrape."
  " | note = Filet de sécurité à prévoir. Voir si la barque de secours peut être à l’image.",
  "s4: sequence | number = 4 | int_ext = INT | effect = NUIT | set = @maison | sub_set = @cuisine"
  " | story_day = N1 | eighths = 2 2/8 | premin_seconds = 2:40 | shooting_minutes = 4 h"
  " | shots = 9 | synopsis = Nora et le pilote se parlent pour la première fois sans mentir.",
  "s4a: sequence | number = 4A | int_ext = EXT | effect = NUIT | set = @grange | story_day = N1"
  " | eighths = 5/8 | estimate_seconds = 0:40 | shooting_minutes = 3 h | shots = 4"
  " | hazards = cascade,feu,nuit | synopsis = La grange prend feu ; le pilote saute du grenier.",
  "s5: sequence | number = 5 | int_ext = EXT | effect = CRÉPUSCULE | set = @quai | story_day = J2"
  " | eighths = 1 1/8 | premin_seconds = 1:10 | shots = 3"
  " | synopsis = Le bac s’éloigne. Milo fait signe à quelqu’un que l’on ne voit pas.",
  "s6: sequence | number = 6 | int_ext = INT | effect = JOUR | set = @maison | status = supprimee"
  " | eighths = 3/8 | synopsis = Nora range les papiers.",

  /* what it holds */
  "ro: element_category | code = RO | color = #b3261e | name = Rôles | department = mise en scène "
  "| family = roles",
  "si: element_category | code = SI | name = Silhouettes | family = figuration",
  "fi: element_category | code = FI | color = #2e7d32 | name = Figuration | family = figuration",
  "ca: element_category | code = CA | name = Cascades et doublures | family = cascades",
  "en: element_category | code = EN | color = #a3195b | name = Enfants | family = roles",
  "an: element_category | code = AN | color = #7b5b00 | name = Animaux | family = animaux",
  "ac: element_category | code = AC | color = #6a1b9a | name = Accessoires | department = "
  "décoration",
  "de: element_category | code = DE | name = Décoration | department = décoration",
  "co: element_category | code = CO | name = Costumes | department = costumes",
  "mc: element_category | code = MC | name = Maquillage et coiffure",
  "ve: element_category | code = VE | color = #c2185b | name = Véhicules | family = vehicules",
  "ar: element_category | code = AR | name = Armes",
  "sfx: element_category | code = SFX | color = #1565c0 | name = Effets physiques",
  "vfx: element_category | code = VFX | name = Effets visuels",
  "im: element_category | code = IM | name = Image | family = materiel",
  "lu: element_category | code = LU | name = Lumière | family = materiel",
  "ma: element_category | code = MA | name = Machinerie | family = materiel",
  "so: element_category | code = SO | name = Son",
  "mu: element_category | code = MU | name = Musique",
  "ms: element_category | code = MS | name = Matériel spécial | family = materiel",
  "re: element_category | code = RE | name = Régie",
  "dr: element_category | code = DR | name = Droits",
  "se: element_category | code = SE | name = Sécurité",
  "eco: element_category | code = ECO | name = Éco-production",
  "acc: element_category | code = ACC | name = Accessibilité",
  "ra: element_category | code = RA | name = Raccords",
  "div: element_category | code = DIV | name = Divers et questions",
  "nora: element | category = @ro | number = 1 | name = NORA",
  "pilote: element | category = @ro | number = 2 | name = LE PILOTE",
  "milo: element | category = @en | number = 3 | name = MILO",
  "agent: element | category = @si | name = Agent du port",
  "passagers: element | category = @fi | name = Passagers du bac",
  "doublure: element | category = @ca | name = Doublure du pilote",
  "chien: element | category = @an | name = Chien de la ferme",
  "papiers: element | category = @ac | name = Papiers de l’enfant",
  "valise: element | category = @ac | name = Valise cabossée",
  "lanterne: element | category = @ac | name = Lanterne",
  "fumee: element | category = @sfx | name = Fumée et flammes",
  "barque: element | category = @ve | name = Barque de secours",
  "drone: element | category = @ms | name = Drone",
  "pompiers: element | category = @se | name = Deux pompiers de garde",
  "sequence_element | sequence = @s1 | element = @nora | costume = 1",
  "sequence_element | sequence = @s1 | element = @milo | costume = 1",
  "sequence_element | sequence = @s1 | element = @agent",
  "sequence_element | sequence = @s1 | element = @passagers | quantity = 12",
  "sequence_element | sequence = @s1 | element = @valise",
  "sequence_element | sequence = @s2 | element = @nora | costume = 1",
  "sequence_element | sequence = @s2 | element = @pilote | costume = 1",
  "sequence_element | sequence = @s2 | element = @milo | costume = 1",
  "sequence_element | sequence = @s2 | element = @papiers | quantity = 2",
  "sequence_element | sequence = @s3 | element = @nora | costume = 1",
  "sequence_element | sequence = @s3 | element = @milo | costume = 1A",
  "sequence_element | sequence = @s3 | element = @passagers | quantity = 8",
  "sequence_element | sequence = @s3 | element = @barque",
  "sequence_element | sequence = @s4 | element = @nora | costume = 2",
  "sequence_element | sequence = @s4 | element = @pilote | costume = 2",
  "sequence_element | sequence = @s4 | element = @chien",
  "sequence_element | sequence = @s4 | element = @lanterne",
  "sequence_element | sequence = @s4a | element = @pilote | costume = 2",
  "sequence_element | sequence = @s4a | element = @doublure",
  "sequence_element | sequence = @s4a | element = @fumee",
  "sequence_element | sequence = @s4a | element = @pompiers",
  "sequence_element | sequence = @s5 | element = @nora | costume = 3",
  "sequence_element | sequence = @s5 | element = @milo | costume = 3",
  "sequence_element | sequence = @s5 | element = @drone",

  /* its text, of which the author left a part out */
  "b1: script_block | script_version = @v1 | position = 1 | kind = title"
  " | text = Titre : Le Bac de six heures",
  "b2: script_block | script_version = @v1 | position = 2 | kind = heading | sequence = @s1"
  " | text = EXT. QUAI – AUBE",
  "b3: script_block | script_version = @v1 | position = 3 | kind = action | sequence = @s1"
  " | text = Le quai est vide. NORA serre la main de MILO, huit ans. Une douzaine de passagers "
  "attendent derrière eux, une valise cabossée à leurs pieds.",
  "b4: script_block | script_version = @v1 | position = 4 | kind = character | sequence = @s1"
  " | text = MILO (à voix basse)",
  "b5: script_block | script_version = @v1 | position = 5 | kind = parenthetical | sequence = @s1"
  " | text = (sans la regarder)",
  "b6: script_block | script_version = @v1 | position = 6 | kind = dialogue | sequence = @s1"
  " | text = Il ne viendra pas, le bac. Il a peur de l’eau, comme moi, et il dort encore.",
  "b7: script_block | script_version = @v1 | position = 7 | kind = heading | sequence = @s2"
  " | text = INT. BAC / CABINE DE PILOTAGE – JOUR",
  "b8: script_block | script_version = @v1 | position = 8 | kind = action | sequence = @s2"
  " | text = Le pilote retourne les papiers de l’enfant, deux fois.",
  "b9: script_block | script_version = @v1 | position = 9 | kind = transition | sequence = @s2"
  " | text = COUPE FRANCHE À :",
  "b10: script_block | script_version = @v1 | position = 10 | kind = heading | sequence = @s4"
  " | text = INT. MAISON DE NORA / CUISINE – NUIT",
  "b11: script_block | script_version = @v1 | position = 11 | kind = action | sequence = @s4"
  " | text = La lanterne baisse. Le chien de la ferme se couche contre la porte.",
  "b12: script_block | script_version = @v1 | position = 12 | kind = character | sequence = @s4"
  " | text = NORA",
  "b13: script_block | script_version = @v1 | position = 13 | kind = dialogue | sequence = @s4"
  " | text = On ne ment plus.",
  "b14: script_block | script_version = @v1 | position = 14 | kind = heading | sequence = @s4a"
  " | text = EXT. GRANGE – NUIT",
  "b15: script_block | script_version = @v1 | position = 15 | kind = action | sequence = @s4a"
  " | text = Fumée et flammes au grenier : il saute.",
  "b16: script_block | script_version = @v1 | position = 16 | kind = heading | sequence = @s5"
  " | text = EXT. QUAI – CRÉPUSCULE",
  "b17: script_block | script_version = @v1 | position = 17 | kind = action | sequence = @s5"
  " | text = Le bac s’éloigne.",
  "b18: script_block | script_version = @v1 | position = 18 | kind = centered | sequence = @s5"
  " | text = FIN",
  "script_tag | script_block = @b3 | element = @nora | start = 18 | length = 4"
  " | text = NORA",
  "script_tag | script_block = @b3 | element = @milo | start = 40 | length = 4"
  " | text = MILO",
  "script_tag | script_block = @b3 | element = @passagers | start = 56 | length = 25"
  " | text = Une douzaine de passagers",
  "script_tag | script_block = @b3 | element = @valise | start = 110 | length = 15"
  " | text = valise cabossée",
  "script_tag | script_block = @b8 | element = @papiers | start = 23 | length = 19"
  " | text = papiers de l’enfant | state = a-verifier",
  "script_tag | script_block = @b11 | element = @lanterne | start = 3 | length = 8"
  " | text = lanterne",
  "script_tag | script_block = @b11 | element = @chien | start = 23 | length = 17"
  " | text = chien de la ferme",
  "script_tag | script_block = @b15 | element = @fumee | start = 0 | length = 16"
  " | text = Fumée et flammes",

  /* the story, costumes, what must match, boxes */
  "story_day | name = J1 | moment = lundi, premier bac",
  "story_day | name = N1 | moment = la nuit d’après",
  "story_day | name = J2 | moment = au matin",
  "costume | role = @nora | number = 1 | description = Manteau gris, foulard | copies = 2",
  "costume | role = @nora | number = 2 | description = Pull de son père | make_up = cheveux "
  "mouillés",
  "costume | role = @pilote | number = 1 | description = Caban, casquette du bac",
  "costume | role = @milo | number = 1 | description = Ciré jaune | copies = 3"
  " | note = Un sec, un mouillé, un de secours",
  "raccord | sequence = @s2 | with_sequence = @s1 | element = @nora"
  " | description = foulard noué à gauche",
  "raccord | sequence = @s5 | with_sequence = @s3 | description = niveau de la marée",
  "sequence_category | sequence = @s1 | category = @an",
  "sequence_category | sequence = @s1 | category = @ar | note = vu avec la régie",
  "sequence_category | sequence = @s4a | category = @mu",
  "accompagnant: element | category = @re | name = Accompagnatrice de l’enfant",
  "element_link | category = @en | brings = @accompagnant",

  /* people */
  "artiste: contribution_profile | code = artiste | name = Artiste-interprète"
  " | employer_e6 = 55,9 % | account = 44",
  "technicien: contribution_profile | code = technicien-non-cadre | name = Technicien non cadre"
  " | employer_e6 = 65,3 % | account = 42",
  "auteur: contribution_profile | code = auteur | name = Auteur | employer_e6 = 3,1 %"
  " | account = 41 | verified = oui",
  "stagiaire: contribution_profile | code = stagiaire | name = Stagiaire | employer_e6 = 10 %"
  " | account = 46",
  "ines: person | last_name = Kerbrat | first_name = Inès | phone = 06 00 00 00 01"
  " | birth_date = 14/03/1988 | drive_minutes = 20 min",
  "yvon: person | last_name = Salaün | first_name = Yvon | phone = 06 00 00 00 02"
  " | birth_date = 02/11/1970 | diet = végétarien",
  "elie: person | last_name = Morvan | first_name = Élie | phone = 06 00 00 00 03"
  " | birth_date = 20/06/2017 | drive_minutes = 35 min",
  "soizic: person | last_name = Bernat | first_name = Soizic | phone = 06 00 00 00 04",
  "tugdual: person | last_name = Le Goff | first_name = Tugdual | phone = 06 00 00 00 05",
  "anselme: person | last_name = Guivarc’h | first_name = Anselme | phone = 06 00 00 00 06",
  "rozenn: person | last_name = Tanguy | first_name = Rozenn | phone = 06 00 00 00 07",
  "malo: person | last_name = Jaouen | first_name = Malo | phone = 06 00 00 00 08",
  "fanch: person | last_name = Riou | first_name = Fañch | phone = 06 00 00 00 09",
  "nolwenn: person | last_name = Hascoët | first_name = Nolwenn | phone = 06 00 00 00 11",
  "ewen: person | last_name = Cloarec | first_name = Ewen | phone = 06 00 00 00 12",
  "engagement | person = @ines | department = interpretation | function = Nora | role = @nora"
  " | profile = @artiste | rate_cents = 418,25 | hmc_minutes = 1 h 15 | status = signe",
  "engagement | person = @yvon | department = interpretation | function = Le pilote"
  " | role = @pilote | profile = @artiste | rate_cents = 418,25 | hmc_minutes = 45 min",
  "engagement | person = @elie | department = interpretation | function = Milo | role = @milo"
  " | profile = @artiste | rate_cents = 250 | hmc_minutes = 30 min",
  "engagement | person = @anselme | department = production | function = Directeur de production",
  "engagement | person = @soizic | department = mise-en-scene"
  " | function = 1re assistante à la réalisation",
  "engagement | person = @nolwenn | department = mise-en-scene | function = Scripte",
  "engagement | person = @tugdual | department = image | function = Directeur de la photographie",
  "engagement | person = @malo | department = electricite | function = Chef électricien",
  "engagement | person = @rozenn | department = son | function = Cheffe opératrice du son",
  "engagement | person = @fanch | department = regie | function = Régisseur général",
  "engagement | person = @ewen | department = hmc | function = Chef maquilleur coiffeur",

  /* the plan */
  "plan: schedule | name = Plan de travail | version = 2 | day_minutes = 9 h 00",
  "j1: shooting_day | schedule = @plan | date = 05/10/2026 | start_minutes = 8h00"
  " | end_minutes = 18h00 | meal_minutes = 12h30",
  "j2: shooting_day | schedule = @plan | date = 06/10/2026 | start_minutes = 18h00"
  " | end_minutes = 27:00 | meal_minutes = 22h00",
  "repos: shooting_day | schedule = @plan | date = 07/10/2026 | kind = repos",
  "j3: shooting_day | schedule = @plan | date = 08/10/2026 | start_minutes = 16h00"
  " | end_minutes = 21h00",
  "strip | schedule = @plan | day = @j1 | sequence = @s1",
  "strip | schedule = @plan | day = @j1 | sequence = @s2",
  "strip | schedule = @plan | day = @j1 | kind = repas | text = Repas | minutes = 60",
  "strip | schedule = @plan | day = @j1 | sequence = @s3",
  "strip | schedule = @plan | day = @j2 | sequence = @s4",
  "strip | schedule = @plan | day = @j2 | kind = deplacement | text = Déplacement à la grange"
  " | minutes = 30",
  "strip | schedule = @plan | day = @j2 | sequence = @s4a | part = 1/2",
  "strip | schedule = @plan | day = @j3 | sequence = @s4a | part = 2/2 | minutes = 1 h",

  /* around the plan */
  "event | date = 28/09/2026 | kind = reperage | location = @ferme | start_minutes = 9h30"
  " | end_minutes = 12h00 | text = Repérages techniques",
  "event | date = 01/10/2026 | kind = essayage | element = @nora | start_minutes = 14h00"
  " | end_minutes = 16h00 | text = Costumes 1 et 2 ; foulard, « à gauche »",
  "event | date = 02/10/2026 | kind = lecture | person = @yvon",
  "event | date = 12/11/2026 | kind = postsynchro | element = @nora | start_minutes = 10h00",
  "presence | day = @j3 | element = @nora | meaning = voyage | note = Retour à Paris",
  "calendar_period | name = Vacances de la Toussaint | kind = vacances-scolaires"
  " | from_date = 17/10/2026 | to_date = 01/11/2026",
  "availability | person = @yvon | kind = indisponible | from_date = 08/10/2026"
  " | to_date = 09/10/2026 | note = théâtre",

  /* the devis */
  "devis: budget | name = Devis | version = 4 | template = devis-court-metrage"
  " | overheads_e6 = 7 % | contingency_e6 = 10 % | date = 01/09/2026",
  "p1: account | budget = @devis | code = 1 | name = Droits artistiques | mark = cnc",
  "c12: account | budget = @devis | code = 12 | name = Adaptation, dialogues | parent = @p1"
  " | mark = cnc",
  "c14: account | budget = @devis | code = 14 | name = Droits musicaux | parent = @p1 | mark = cnc",
  "p2: account | budget = @devis | code = 2 | name = Personnel | mark = cnc",
  "c21: account | budget = @devis | code = 21 | name = Producteurs | parent = @p2 | mark = cnc",
  "c23: account | budget = @devis | code = 23 | name = Équipe préparation et tournage"
  " | parent = @p2 | mark = a-verifier",
  "c231: account | budget = @devis | code = 231 | name = Direction, administration"
  " | parent = @c23 | mark = cnc",
  "c235: account | budget = @devis | code = 235 | name = Prises de vues | parent = @c23"
  " | mark = cnc",
  "p3: account | budget = @devis | code = 3 | name = Équipe artistique (interprétation)"
  " | mark = cnc",
  "c31: account | budget = @devis | code = 31 | name = Rôles principaux | parent = @p3"
  " | mark = cnc",
  "c34: account | budget = @devis | code = 34 | name = Figuration, artistes de complément"
  " | parent = @p3 | mark = a-verifier",
  "p4: account | budget = @devis | code = 4 | name = Charges sociales et fiscales | mark = cnc",
  "c41: account | budget = @devis | code = 41 | name = Charges sociales : auteurs | parent = @p4"
  " | mark = cnc",
  "c42: account | budget = @devis | code = 42 | name = Charges sociales : techniciens"
  " | parent = @p4 | mark = cnc",
  "c44: account | budget = @devis | code = 44 | name = Charges sociales : artistes"
  " | parent = @p4 | mark = cnc",
  "p5: account | budget = @devis | code = 5 | name = Décors, costumes, maquillage, coiffure"
  " | mark = cnc",
  "c52: account | budget = @devis | code = 52 | name = Décors naturels | parent = @p5 | mark = cnc",
  "p6: account | budget = @devis | code = 6 | name = Transports, défraiements, régie | mark = cnc",
  "c66: account | budget = @devis | code = 66 | name = Restauration, cantine | parent = @p6"
  " | mark = cnc",
  "p7: account | budget = @devis | code = 7 | name = Moyens techniques | mark = cnc",
  "c71: account | budget = @devis | code = 71 | name = Prise de vues | parent = @p7 | mark = cnc",
  "p8: account | budget = @devis | code = 8 | name = Postproduction image et son | mark = cnc",
  "c83: account | budget = @devis | code = 83 | name = Mixage | parent = @p8 | mark = a-verifier",
  "p9: account | budget = @devis | code = 9 | name = Assurances et divers | mark = cnc",
  "c91: account | budget = @devis | code = 91 | name = Assurances | parent = @p9 | mark = cnc",
  "budget_line | budget = @devis | account = @c12 | code = 12-01 | label = Scénario, continuité"
  " | rate_cents = 3000 | profile = @auteur | event = signature | payment_date = 15/06/2026",
  "budget_line | budget = @devis | account = @c14 | code = 14-01 | label = Musique originale"
  " | rate_cents = 1500 | profile = @auteur | phase = finitions",
  "budget_line | budget = @devis | account = @c21 | code = 21-01 | label = Producteur délégué"
  " | duration = 0 | rate_cents = 2000",
  "budget_line | budget = @devis | account = @c231 | code = 231-01"
  " | label = Directeur de production | duration = 3,5 | unit = semaine | rate_cents = 2087,33"
  " | profile = @technicien | phase = preparation",
  "budget_line | budget = @devis | account = @c231 | code = 231-09"
  " | label = Stagiaire de production | duration = 2 | unit = semaine | rate_cents = 163,20"
  " | profile = @stagiaire",
  "budget_line | budget = @devis | account = @c235 | code = 235-01"
  " | label = Directeur de la photographie | duration = semaines_tournage | unit = semaine"
  " | rate_cents = 2610,55 | profile = @technicien",
  "budget_line | budget = @devis | account = @c235 | code = 235-05 | label = Assistants opérateurs"
  " | quantity = 2 | duration = semaines_tournage | unit = semaine | rate_cents = 1284,49"
  " | profile = @technicien",
  "budget_line | budget = @devis | account = @c31 | code = 31-01 | label = Nora"
  " | duration = jours(role) | unit = jour | rate_cents = 418,25 | profile = @artiste"
  " | role = @nora",
  "budget_line | budget = @devis | account = @c31 | code = 31-02 | label = Le pilote"
  " | duration = jours(role) | unit = jour | rate_cents = 418,25 | profile = @artiste"
  " | role = @pilote",
  "budget_line | budget = @devis | account = @c34 | code = 34-01 | label = Figurants"
  " | quantity = figurants | unit = jour | rate_cents = 107 | profile = @artiste",
  "budget_line | budget = @devis | account = @c52 | code = 52-01 | label = Location de la ferme"
  " | duration = 2 | unit = jour | rate_cents = 300 | vat_e6 = 20 % | event = premier-jour",
  "budget_line | budget = @devis | account = @c52 | code = 52-02 | label = Redevance du port",
  "budget_line | budget = @devis | account = @c66 | code = 66-01 | label = Cantine"
  " | quantity = 25 | duration = jours_tournage | unit = repas | rate_cents = 18,56"
  " | vat_e6 = 10 %",
  "budget_line | budget = @devis | account = @c71 | code = 71-01 | label = Caméra et optiques"
  " | duration = jours_tournage | unit = jour | rate_cents = 480 | vat_e6 = 20 %",
  "budget_line | budget = @devis | account = @c71 | code = 71-04 | label = Drone et pilote"
  " | duration = 1 | unit = jour | rate_cents = 900 | mode = participation",
  "budget_line | budget = @devis | account = @c83 | code = 83-01 | label = Auditorium de mixage"
  " | duration = 3 | unit = jour | rate_cents = 850 | vat_e6 = 20 % | phase = finitions",
  "budget_line | budget = @devis | account = @c91 | code = 91-01 | label = Tous risques tournage"
  " | rate_cents = 1250 | event = fin-montage",

  /* financing and months */
  "region: funding_source | name = Région Bretagne | group = regions | amount_cents = 22 000"
  " | status = acquis | date = 20/05/2026",
  "chaine: funding_source | name = Chaîne (préachat) | group = diffuseurs"
  " | amount_cents = 12 000 | status = confirme | vat_e6 = 10 % | date = 01/07/2026",
  "apport: funding_source | name = Apport de la production | group = apports-producteurs"
  " | amount_cents = 6000 | status = acquis",
  "instalment | funding_source = @region | label = Signature | share_e6 = 70 %",
  "instalment | funding_source = @region | label = Solde | share_e6 = 30 % | event = livraison"
  " | offset_days = 30",
  "instalment | funding_source = @chaine | label = Premier jour | share_e6 = 50 %"
  " | event = premier-jour | offset_days = 45",
  "instalment | funding_source = @chaine | label = Acceptation | share_e6 = 50 %"
  " | event = acceptation | offset_days = 45",
  "instalment | funding_source = @apport | label = Versement | share_e6 = 100 %"
  " | event = fin-montage",
  "task | name = Préparation | phase = preparation | start_date = 07/09/2026"
  " | end_date = 02/10/2026",

  /* the feuille de service of the first day, second version */
  "call_sheet | day = @j1 | number = 1 | version = 1 | status = remplacee | pat_minutes = 7h30",
  "feuille: call_sheet | day = @j1 | number = 1 | version = 2 | status = validee"
  " | day_type = coupee | crew_minutes = 7h00 | pat_minutes = 8h00 | meal_minutes = 12h30"
  " | end_minutes = 18h00 | meal_place = Maison de la mer | meals = 26"
  " | weather = Éclaircies, 9 à 15 °C, vent d’ouest 30 km/h, averses 20 % (prévision du 4/10)"
  " | first_aid = Fañch Riou (06 00 00 00 09) | vhss_referent = Nolwenn Hascoët (06 00 00 00 11)"
  " | safety = Séq. 3 : tournage au bord de l’eau. Gilets pour toute personne sur le bac, barque "
  "de secours à l’eau, filet sous le bastingage. Point sécurité à 7h45 sur le quai."
  " | transport = Navette équipe : départ 6h30 place de la Mairie, retour 18h30."
  " | remarks = Marée haute à 10h12. Merci de venir avec sa gourde.",
  "call | call_sheet = @feuille | group = comediens | person = @ines | role = @nora"
  " | sequences = 1, 2, 3 | costume = 1 | travel = pick-up | pickup_minutes = 6h25"
  " | pickup_place = Hôtel du Port | arrival_minutes = 6h45 | hmc_minutes = 6h45"
  " | pat_minutes = 8h00 | end_minutes = 18h00",
  "call | call_sheet = @feuille | group = comediens | person = @yvon | role = @pilote"
  " | sequences = 2 | costume = 1 | travel = propres-moyens | arrival_minutes = 9h15"
  " | hmc_minutes = 9h15 | pat_minutes = 10h00 | end_minutes = 15h00 | remark = Lentilles",
  "call | call_sheet = @feuille | group = comediens | person = @elie | role = @milo"
  " | sequences = 1, 2, 3 | costume = 1 | arrival_minutes = 7h30 | hmc_minutes = 7h30"
  " | pat_minutes = 8h00 | remark = Avec sa tutrice",
  "call | call_sheet = @feuille | group = figuration | role = @agent | function = Agent du port"
  " | count = 1 | sequences = 1 | arrival_minutes = 7h15 | pat_minutes = 8h00",
  "call | call_sheet = @feuille | group = figuration | role = @passagers"
  " | function = Passagers du bac | count = 12 | sequences = 1, 3 | arrival_minutes = 7h00"
  " | hmc_minutes = 7h15 | pat_minutes = 8h00",
  "call | call_sheet = @feuille | group = equipe | person = @soizic"
  " | function = 1re assistante à la réalisation | arrival_minutes = 7h00",
  "call | call_sheet = @feuille | group = equipe | person = @nolwenn | function = Scripte"
  " | arrival_minutes = 7h15",
  "call | call_sheet = @feuille | group = equipe | person = @tugdual"
  " | function = Directeur de la photographie | arrival_minutes = 7h00",
  "call | call_sheet = @feuille | group = equipe | person = @malo | function = Chef électricien"
  " | arrival_minutes = 6h30",
  "call | call_sheet = @feuille | group = equipe | person = @rozenn"
  " | function = Cheffe opératrice du son | arrival_minutes = 7h00",
  "call | call_sheet = @feuille | group = equipe | person = @fanch | function = Régisseur général"
  " | arrival_minutes = 6h00",
  "call | call_sheet = @feuille | group = equipe | person = @ewen"
  " | function = Chef maquilleur coiffeur | arrival_minutes = 6h30",
  "call | call_sheet = @feuille | group = equipe | person = @anselme"
  " | function = Directeur de production | remark = Sur appel",
  "call_note | call_sheet = @feuille | department = Accessoires"
  " | text = Séq. 1 : valise cabossée. Séq. 2 : papiers de l’enfant, deux jeux.",
  "call_note | call_sheet = @feuille | department = Véhicules | text = Séq. 3 : barque de secours.",

  "referential | name = devis-court-metrage | version = 1",
  "referential | name = cotisations-profils | version = 1",
  NULL,
};

PltStore *
plt_test_store_papers (void)
{
  return plt_test_store_lines (papers);
}
