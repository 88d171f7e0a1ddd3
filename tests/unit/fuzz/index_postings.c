/* The seeds of the fuzz target of this name, run without a fuzzer. */
#define SEEDS "tests/fuzz/seeds/index_postings"
#include "tests/fuzz/index_postings.c"
#include "tests/fuzz/replay.c"
