# Completion of warta for fish: commands, options, their values, field names of queries.

set -l commands extract index search regions programmes facets timeline kwic show export merge eval verify stats dump stem tokens dates tag dict help
set -l none "not __fish_seen_subcommand_from $commands"

complete -c warta -f
complete -c warta -n "$none" -a extract -d 'articles in, tables out'
complete -c warta -n "$none" -a index -d 'articles into an index, new or grown'
complete -c warta -n "$none" -a search -d 'the best articles for a query'
complete -c warta -n "$none" -a regions -d 'which regions pursue what matches'
complete -c warta -n "$none" -a programmes -d 'which programmes they pursue'
complete -c warta -n "$none" -a facets -d 'counts by region, programme, year, ...'
complete -c warta -n "$none" -a timeline -d 'counts by day, month or year'
complete -c warta -n "$none" -a kwic -d 'words of a query between the words around them'
complete -c warta -n "$none" -a show -d 'one article with what was found in it'
complete -c warta -n "$none" -a export -d 'the tables of extract, from an index'
complete -c warta -n "$none" -a merge -d 'one index from several'
complete -c warta -n "$none" -a eval -d 'extraction against annotated articles'
complete -c warta -n "$none" -a verify -d 'check an index'
complete -c warta -n "$none" -a stats -d 'sizes and counts of an index'
complete -c warta -n "$none" -a dump -d 'a section of an index as text'
complete -c warta -n "$none" -a stem -d 'words in, their roots out'
complete -c warta -n "$none" -a tokens -d 'text in, its tokens as CSV out'
complete -c warta -n "$none" -a dates -d 'text in, its dates as CSV out'
complete -c warta -n "$none" -a tag -d 'text in, its mentions marked out'
complete -c warta -n "$none" -a dict -d 'compile dictionaries'
complete -c warta -n "$none" -a help -d 'how a command is used'
complete -c warta -n "$none" -l version -d 'the version'
complete -c warta -s h -l help -d 'a summary'
complete -c warta -n '__fish_seen_subcommand_from help' -a "$commands"

set -l asks '__fish_seen_subcommand_from search regions programmes facets timeline kwic export'
set -l indexes '__fish_seen_subcommand_from index search regions programmes facets timeline kwic show export verify stats dump'
set -l reads '__fish_seen_subcommand_from extract index eval'

complete -c warta -n "$indexes" -s d -l index -x -a '(__fish_complete_directories)' -d 'folder of the index'
complete -c warta -n '__fish_seen_subcommand_from merge verify stats dump' -a '(__fish_complete_directories)'
complete -c warta -n '__fish_seen_subcommand_from search regions programmes facets timeline kwic stats' -l format -x -a 'table csv tsv json jsonl' -d 'form of the answer'
complete -c warta -n '__fish_seen_subcommand_from search regions programmes facets timeline kwic stats' -l json -d 'JSON'
complete -c warta -n '__fish_seen_subcommand_from extract index search regions programmes facets timeline kwic show export eval dates tag' -l dict -x -a '(__fish_complete_directories)' -d 'TSV files laid over the dictionaries'
complete -c warta -n '__fish_seen_subcommand_from search regions programmes facets kwic' -s n -l limit -x -d 'at most so many'
complete -c warta -n "$asks" -a 'title: judul: region: wilayah: official: pejabat: agency: instansi: programme: program: sector: urusan: status: source: sumber: date: tanggal: mentions: disebut:' -d 'field'

complete -c warta -n "$reads" -F
complete -c warta -n "$reads" -s j -l jobs -x -d 'threads'
complete -c warta -n "$reads" -l columns -x -d 'columns of fields, FIELD=COLUMN,...'
complete -c warta -n "$reads" -l files-from -r -F -d 'file of names of files'
complete -c warta -n "$reads" -l null -d 'names end with NUL bytes'
complete -c warta -n "$reads" -s v -l verbose -d 'how files are read'
complete -c warta -n "$reads" -s q -l quiet -d 'no progress'
complete -c warta -n '__fish_seen_subcommand_from eval' -l gold -r -F -d 'annotations'
complete -c warta -n '__fish_seen_subcommand_from eval' -l list -x -a 'regions districts officials offices persons agencies dates claims published' -d 'what was missed'
complete -c warta -n '__fish_seen_subcommand_from eval' -l min -x -d 'least F1, KIND=F1'

complete -c warta -n '__fish_seen_subcommand_from extract export merge' -s o -l output -x -a '(__fish_complete_directories)' -d 'what to write'
complete -c warta -n '__fish_seen_subcommand_from extract export' -l format -x -a 'csv tsv jsonl' -d 'form of the tables'
complete -c warta -n '__fish_seen_subcommand_from extract export' -l table -x -a 'articles regions entities mentions dates amounts programmes claims tokens skipped' -d 'this table only'
complete -c warta -n '__fish_seen_subcommand_from extract' -l tokens -d 'table of tokens too'
complete -c warta -n '__fish_seen_subcommand_from extract export' -l excel -d 'for spreadsheets'

complete -c warta -n '__fish_seen_subcommand_from search' -l skip -x -d 'leave out the first'
complete -c warta -n '__fish_seen_subcommand_from search' -l sort -x -a 'score newest oldest' -d 'order'

complete -c warta -n '__fish_seen_subcommand_from kwic' -l sort -x -a '1L 1R 1L,1R 1R,2R 0 date -date' -d 'order'
complete -c warta -n '__fish_seen_subcommand_from kwic' -l width -x -d 'columns on each side'
complete -c warta -n '__fish_seen_subcommand_from search kwic' -l no-pager -d 'all at once'

complete -c warta -n '__fish_seen_subcommand_from regions programmes' -l evidence -d 'sentence under each row'
complete -c warta -n '__fish_seen_subcommand_from regions programmes' -l min-confidence -x -d 'least confidence, 0 to 1'
complete -c warta -n '__fish_seen_subcommand_from regions programmes' -l level -x -a 'kabupaten province' -d 'roll regions up'

complete -c warta -n '__fish_seen_subcommand_from facets' -l by -x -a 'region province programme sector status official agency source year month' -d 'what to count by'
complete -c warta -n '__fish_seen_subcommand_from timeline' -l by -x -a 'day month year' -d 'period'
complete -c warta -n '__fish_seen_subcommand_from show' -l all -d 'all claims'
complete -c warta -n '__fish_seen_subcommand_from dump' -a 'manifest segments documents terms postings columns streams'
complete -c warta -n '__fish_seen_subcommand_from stem tokens' -l mode -x -a 'warta sastrawi snowball none' -d 'how to stem'
complete -c warta -n '__fish_seen_subcommand_from stem' -l roots -r -F -d 'file of roots'
complete -c warta -n '__fish_seen_subcommand_from stem' -l pairs -d 'word TAB root'
complete -c warta -n '__fish_seen_subcommand_from stem' -l explain -x -d 'steps to a root'
complete -c warta -n '__fish_seen_subcommand_from dates tag' -l published -x -d 'day of publication'
complete -c warta -n '__fish_seen_subcommand_from dates' -l article -d 'lines are one article'
complete -c warta -n '__fish_seen_subcommand_from tag' -l format -x -a 'ansi html brat conll jsonl' -d 'form'
complete -c warta -n '__fish_seen_subcommand_from dict' -s o -r -F -d 'file to write'
complete -c warta -n '__fish_seen_subcommand_from dict' -a '(__fish_complete_directories)'
