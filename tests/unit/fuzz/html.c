/* The seeds of the fuzz target of this name, run without a fuzzer. */
#define SEEDS "tests/fuzz/seeds/html"
#include "tests/fuzz/html.c"
#include "tests/fuzz/replay.c"
