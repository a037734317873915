/* The parts of plateau-bench: each reads its own options and gives the exit status. */
#pragma once

int bench_callsheets (int argc, char **argv);
int bench_cash (int argc, char **argv);
int bench_checks (int argc, char **argv);
int bench_devis (int argc, char **argv);
int bench_devis_xlsx (int argc, char **argv);
int bench_gantt (int argc, char **argv);
int bench_network (int argc, char **argv);
int bench_shoot (int argc, char **argv);
int bench_talent (int argc, char **argv);
