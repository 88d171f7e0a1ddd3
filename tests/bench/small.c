/*
 * small.c - many small articles as JSON lines, for measuring memory.
 *
 *      make bench-memory
 *
 * The articles differ: invented people in real offices, numbers, days over four years;
 * one in twenty is a near copy of the one before.  All comes from a fixed seed.
 */
#include "tests/random.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const places[] = { "Kota Serang", "Kota Tegal", "Kabupaten Garut", "Kota Ambon",
    "Kabupaten Lebak", "Kota Palu", "Kabupaten Kudus", "Kota Manado", "Kabupaten Bima", "Kota Kupang",
    "Kabupaten Merauke", "Kota Langsa", "Kabupaten Gianyar", "Kota Jambi", "Kabupaten Sleman" };
static const char *const works[] = { "jembatan", "pasar", "alun-alun", "puskesmas", "embung", "jalan",
    "drainase", "taman", "sekolah", "terminal", "rumah layak huni", "bank sampah", "air bersih" };
static const char *const stages[] = { "akan membangun", "sedang membangun", "telah merampungkan",
    "berencana memperbaiki", "membatalkan pembangunan", "mulai menata" };
static const char *const syllables[] = { "su", "tri", "wa", "di", "ka", "ro", "mi", "har", "ti", "no",
    "la", "gus", "yan", "pra", "ni", "bu", "san", "do", "ri", "ma" };

/* A name nobody has, one of some hundred thousand. */
static void
put_name(uint64_t *seed)
{
	for (int word = 0; word < 2; word++) {
		uint32_t n = 2 + random_below(seed, 2);

		printf("%s", word > 0 ? " " : "");
		for (uint32_t i = 0; i < n; i++) {
			const char *s = syllables[random_below(seed, 20)];

			if (i == 0)
				printf("%c%s", s[0] - 'a' + 'A', s + 1);
			else
				printf("%s", s);
		}
	}
}

static void
put_article(unsigned long number, uint64_t seed)
{
	const char *place = places[random_below(&seed, 15)], *work = works[random_below(&seed, 13)];
	uint32_t day = random_below(&seed, 28) + 1, month = random_below(&seed, 12) + 1;
	uint32_t year = 2020 + random_below(&seed, 4);

	printf("{\"id\":\"b%lu\",\"title\":\"%s dan %s\",\"date\":\"%u-%02u-%02u\",\"source\":\"Koran %u\","
	    "\"text\":\"Pemerintah %s %s %s senilai Rp%u,%u miliar di blok %u. ", number, place, work,
	    (unsigned)year, (unsigned)month, (unsigned)day, (unsigned)random_below(&seed, 40), place,
	    stages[random_below(&seed, 6)], work, (unsigned)random_below(&seed, 90) + 1,
	    (unsigned)random_below(&seed, 10), (unsigned)random_below(&seed, 100000));
	printf("Kepala dinas ");
	put_name(&seed);
	printf(" menyebut %u warga ikut serta pada hari itu.\"}\n", (unsigned)random_below(&seed, 100000));
}

int
main(int argc, char **argv)
{
	unsigned long count = argc > 1 ? strtoul(argv[1], NULL, 10) : 1000;

	for (unsigned long i = 0; i < count; i++)
		put_article(i, i % 20 == 19 ? i - 1 : i);
	return 0;
}
