/*
 * xapian.cc - the questions of tests/bench/query.c, asked to Xapian.
 *
 * usage: xapian FOLDER WORDS QUERIES ROUNDS
 */
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

static double
now()
{
	using namespace std::chrono;

	return duration<double, std::micro>(steady_clock::now().time_since_epoch()).count();
}

static void
build(const char *folder, const char *path)
{
	Xapian::WritableDatabase db(folder, Xapian::DB_CREATE_OR_OPEN | Xapian::DB_NO_SYNC);
	std::ifstream in(path);
	std::string line, word;
	clock_t start = clock();
	size_t bytes = 0;

	while (std::getline(in, line)) {
		std::istringstream words(line.substr(line.find('\t') + 1));
		Xapian::Document doc;
		Xapian::termpos position = 0;

		bytes += line.size() + 1;
		while (words >> word) {
			if (word.size() <= 240)
				doc.add_posting(word, position++);
		}
		db.add_document(doc);
	}
	db.commit();
	fprintf(stderr, "xapian: %.1f MB of words, built in %.1f CPU s\n", (double)bytes / 1e6,
	    (double)(clock() - start) / CLOCKS_PER_SEC);
}

static Xapian::Query
query(const std::string &kind, const std::string &question)
{
	std::istringstream in(question);
	std::vector<std::string> words;
	std::string word;

	while (in >> word)
		words.push_back(word);
	return Xapian::Query(kind == "or" ? Xapian::Query::OP_OR : kind == "phrase" ?
	    Xapian::Query::OP_PHRASE : Xapian::Query::OP_AND, words.begin(), words.end());
}

struct times {
	std::vector<double> top, count;
	unsigned long long matches = 0;
};

int
main(int argc, char **argv)
{
	if (argc < 5)
		return 2;
	if (!std::ifstream(std::string(argv[1]) + "/iamglass"))
		build(argv[1], argv[2]);

	Xapian::Database db(argv[1]);
	Xapian::Enquire enquire(db);
	std::map<std::string, times> all;
	std::ifstream in(argv[3]);
	std::string line;

	enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0));
	while (std::getline(in, line)) {
		size_t tab = line.find('\t');
		times &t = all[line.substr(0, tab)];
		double best[2] = { 1e12, 1e12 };
		unsigned long long matches = 0;

		enquire.set_query(query(line.substr(0, tab), line.substr(tab + 1)));
		for (int i = std::atoi(argv[4]); i >= 0; i--) {
			double a = now();
			enquire.get_mset(0, 10);
			double b = now();
			matches = enquire.get_mset(0, 0, db.get_doccount()).get_matches_estimated();
			double c = now();

			best[0] = std::min(best[0], b - a);
			best[1] = std::min(best[1], c - b);
		}
		t.top.push_back(best[0]);
		t.count.push_back(best[1]);
		t.matches += matches;
	}
	for (const char *kind : { "term", "and", "or", "phrase" }) {
		times &t = all[kind];
		size_t n = t.top.size();

		if (n == 0)
			continue;
		std::sort(t.top.begin(), t.top.end());
		std::sort(t.count.begin(), t.count.end());
		printf("%-8s %-6s top10 %8.1f %8.1f  count %8.1f %8.1f us p50 p99, %zu queries, "
		    "%llu matches\n", "xapian", kind, t.top[n / 2], t.top[n * 99 / 100],
		    t.count[n / 2], t.count[n * 99 / 100], n, t.matches);
	}
	return 0;
}
