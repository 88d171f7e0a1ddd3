/* The seeds of the fuzz target of this name, run without a fuzzer. */
#define SEEDS "tests/fuzz/seeds/facts"
#include "tests/fuzz/facts.c"
#include "tests/fuzz/replay.c"
