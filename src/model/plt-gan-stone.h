/* A property of tasks in the GanttProject files that Plateau writes, which GanttProject shows as a
 * column and keeps: how a milestone stands on its day. GanttProject itself has it open its day. */
#pragma once

#define PLT_GAN_STONE "Jalon"
#define PLT_GAN_CLOSES "fin de journée"  /* what follows begins on the next day */
#define PLT_GAN_OPENS "début de journée" /* and is locked there */
