/* The seeds of the fuzz target of this name, run without a fuzzer. */
#define SEEDS "tests/fuzz/seeds/warc"
#include "tests/fuzz/warc.c"
#include "tests/fuzz/replay.c"
