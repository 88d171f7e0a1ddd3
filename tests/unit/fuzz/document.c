/* The seeds of the fuzz target of this name, run without a fuzzer. */
#define SEEDS "tests/fuzz/seeds/document"
#include "tests/fuzz/document.c"
#include "tests/fuzz/replay.c"
