/* The seeds of the fuzz target of this name, run without a fuzzer. */
#define SEEDS "tests/fuzz/seeds/utf8"
#include "tests/fuzz/utf8.c"
#include "tests/fuzz/replay.c"
