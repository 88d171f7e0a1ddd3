/* The seeds of the fuzz target of this name, run without a fuzzer. */
#define SEEDS "tests/fuzz/seeds/dict"
#include "tests/fuzz/dict.c"
#include "tests/fuzz/replay.c"
