/* The seeds of the fuzz target of this name, run without a fuzzer. */
#define SEEDS "tests/fuzz/seeds/tsv"
#include "tests/fuzz/tsv.c"
#include "tests/fuzz/replay.c"
