/* A window of availability is of one thing: choosing another lets the first one go. */
#include "plt-register-custom.h"

static const char *const subjects[] = { "person", "element", "set", "location", "sequence", NULL };

const PltRegisterCustom plt_register_availability = {
  .table = "availability",
  .alternatives = subjects,
};
