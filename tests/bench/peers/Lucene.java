/*
 * Lucene.java - the questions of tests/bench/query.c, asked to Lucene 8.
 *
 * usage: java -cp JARS Lucene.java FOLDER WORDS QUERIES ROUNDS
 */
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;

public class Lucene {
	static void build(MMapDirectory folder, Path words) throws Exception {
		OperatingSystemMXBean system =
		    (OperatingSystemMXBean)ManagementFactory.getOperatingSystemMXBean();
		long start = system.getProcessCpuTime(), bytes = 0;
		FieldType type = new FieldType();
		type.setTokenized(true);
		type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
		type.freeze();
		IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
		config.setRAMBufferSizeMB(128);
		try (IndexWriter writer = new IndexWriter(folder, config);
		    BufferedReader in = Files.newBufferedReader(words)) {
			for (String line; (line = in.readLine()) != null; ) {
				String[] parts = line.split("\t", 3);
				Document doc = new Document();
				doc.add(new Field("text", parts[1] + " " + parts[2], type));
				writer.addDocument(doc);
				bytes += line.length() + 1;
			}
			writer.forceMerge(1);
		}
		System.err.printf("lucene: %.1f MB of words, built in %.1f CPU s%n", bytes / 1e6,
		    (system.getProcessCpuTime() - start) / 1e9);
	}

	static Query query(String kind, String[] words) {
		if (kind.equals("term"))
			return new TermQuery(new Term("text", words[0]));
		if (kind.equals("phrase"))
			return new PhraseQuery("text", words);
		BooleanQuery.Builder all = new BooleanQuery.Builder();
		for (String word : words)
			all.add(new TermQuery(new Term("text", word)),
			    kind.equals("and") ? Occur.MUST : Occur.SHOULD);
		return all.build();
	}

	static double[] measure(IndexSearcher searcher, Query query, int rounds, long[] matches)
	    throws Exception {
		double[] best = { 1e12, 1e12 };
		for (int i = 0; i <= rounds; i++) {
			long a = System.nanoTime();
			searcher.search(query, 10);
			long b = System.nanoTime();
			int count = searcher.count(query);
			long c = System.nanoTime();
			best[0] = Math.min(best[0], (b - a) / 1e3);
			best[1] = Math.min(best[1], (c - b) / 1e3);
			if (i == 0)
				matches[0] += count;
		}
		return best;
	}

	public static void main(String[] args) throws Exception {
		MMapDirectory folder = new MMapDirectory(Paths.get(args[0]));
		if (!DirectoryReader.indexExists(folder))
			build(folder, Paths.get(args[1]));
		int rounds = Integer.parseInt(args[3]);
		IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(folder));
		searcher.setQueryCache(null);
		List<String> lines = Files.readAllLines(Paths.get(args[2]));
		/* The first pass lets the compiler see the code. */
		for (int pass = 0; pass < 2; pass++) {
			Map<String, List<double[]>> times = new LinkedHashMap<>();
			Map<String, long[]> matches = new LinkedHashMap<>();
			for (String kind : new String[] { "term", "and", "or", "phrase" }) {
				times.put(kind, new ArrayList<>());
				matches.put(kind, new long[1]);
			}
			for (String line : lines) {
				String[] parts = line.split("\t");
				Query query = query(parts[0], parts[1].split(" "));
				times.get(parts[0]).add(measure(searcher, query, rounds,
				    matches.get(parts[0])));
			}
			for (String kind : times.keySet()) {
				int n = times.get(kind).size();
				double[][] sorted = new double[2][n];
				for (int i = 0; i < n; i++) {
					sorted[0][i] = times.get(kind).get(i)[0];
					sorted[1][i] = times.get(kind).get(i)[1];
				}
				Arrays.sort(sorted[0]);
				Arrays.sort(sorted[1]);
				if (pass == 1 && n > 0)
					System.out.printf("%-8s %-6s top10 %8.1f %8.1f  count %8.1f %8.1f us"
					    + " p50 p99, %d queries, %d matches%n", "lucene", kind,
					    sorted[0][n / 2], sorted[0][n * 99 / 100], sorted[1][n / 2],
					    sorted[1][n * 99 / 100], n, matches.get(kind)[0]);
			}
		}
	}
}
