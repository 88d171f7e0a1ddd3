# Completion of warta for bash: commands, options, their values, field names of queries.

_warta_options()
{
	case $1 in
	extract) echo -o -j -q -v --output --format --table --tokens --resume --keep-duplicates --excel --columns --files-from --null --dict --jobs --quiet --verbose --help ;;
	index) echo -d -j -q -v --memory --no-extract --prune --rebuild --index --columns --files-from --null --dict --jobs --quiet --verbose --help ;;
	search) echo -d -n -o -q --index --limit --skip --sort --batch --output --quiet --keep-duplicates --no-pager --format --json --dict --help ;;
	regions | programmes)
		echo -d -n --index --limit --evidence --min-confidence --level --keep-duplicates --format --json --no-pager --dict --help ;;
	facets) echo -d -n --index --by --limit --keep-duplicates --format --json --no-pager --dict --help ;;
	timeline) echo -d --index --by --keep-duplicates --format --json --no-pager --dict --help ;;
	kwic) echo -d -n --index --limit --sort --width --keep-duplicates --no-pager --format --json --dict --help ;;
	collocates)
		echo -d -n --index --limit --window --by --min-count --stopwords --keep-duplicates --no-pager --format --json --dict --help ;;
	network)
		echo -d -o --index --output --types --within --min-weight --top --keep-duplicates --no-pager --format --json --dict --help ;;
	show) echo -d --index --all --json --no-pager --dict --help ;;
	serve) echo -d -j --index --port --jobs --dict --help ;;
	export) echo -d -o --index --output --format --table --keep-duplicates --excel --dict --help ;;
	merge) echo -o --output --help ;;
	eval) echo -j --gold --list --min --columns --files-from --null --dict --jobs --verbose --help ;;
	verify | dump) echo -d --index --help ;;
	stats) echo -d --index --format --json --help ;;
	stem) echo --mode --roots --pairs --explain --help ;;
	tokens) echo --mode --help ;;
	dates) echo --published --article --dict --help ;;
	tag) echo --format --published --dict --help ;;
	dict) echo -o --check --help ;;
	esac
}

# The values of an option: a list of words, or "@folder", "@file"; fails if it takes none.
_warta_values()
{
	case $1:$2 in
	tag:--format) echo ansi html brat conll jsonl ;;
	facets:--by) echo region province programme sector status official agency source year month ;;
	collocates:--by) echo stem form ;;
	*:--window) echo 5L,5R 3L,3R 1L 1R 2R ;;
	network:--format) echo gexf graphml table csv tsv json jsonl ;;
	network:-o | network:--output) echo @file ;;
	*:--types) echo region official agency programme person organization place region,official,agency,programme ;;
	*:--within) echo article sentence ;;
	timeline:--by) echo day month year ;;
	extract:--format | export:--format) echo csv tsv jsonl ;;
	*:--format) echo table csv tsv json jsonl ;;
	*:--table) echo articles regions entities mentions dates amounts programmes claims tokens skipped ;;
	kwic:--sort) echo 1L 1R 1L,1R 1R,2R 0 date -date ;;
	*:--sort) echo score newest oldest ;;
	*:--level) echo kabupaten province ;;
	*:--mode) echo warta sastrawi snowball none ;;
	*:--list) echo regions districts officials offices persons agencies dates claims published ;;
	dict:-o | *:--batch | *:--roots | *:--gold | *:--files-from) echo @file ;;
	*:-d | *:--index | *:-o | *:--output | *:--dict) echo @folder ;;
	*:-j | *:--jobs | *:-n | *:--limit | *:--skip | *:--min-confidence | *:--width | *:--min-weight | *:--top | *:--min-count | *:--explain | *:--published | *:--min | *:--columns) echo '' ;;
	serve:--port) echo '' ;;
	*) return 1 ;;
	esac
}

_warta()
{
	local commands="extract index search regions programmes facets timeline kwic collocates network show serve export merge eval verify stats dump stem tokens dates tag dict help"
	local fields="title: judul: region: wilayah: official: pejabat: agency: instansi: programme: program:
		sector: urusan: status: source: sumber: date: tanggal: mentions: disebut:"
	local sections="manifest segments documents terms postings columns streams copies"
	local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
	local values

	COMPREPLY=()
	if [ "$COMP_CWORD" -eq 1 ] || { [ "$COMP_CWORD" -eq 2 ] && [ "$command" = help ]; }; then
		mapfile -t COMPREPLY < <(compgen -W "$commands --help --version" -- "$current")
	elif values=$(_warta_values "$command" "$previous"); then
		case $values in
		@folder) mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
		@file) mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
		*) mapfile -t COMPREPLY < <(compgen -W "$values" -- "$current") ;;
		esac
	elif [[ $current == -* ]]; then
		mapfile -t COMPREPLY < <(compgen -W "$(_warta_options "$command")" -- "$current")
	else
		case $command in
		search | regions | programmes | facets | timeline | collocates | network | kwic | export)
			mapfile -t COMPREPLY < <(compgen -W "$fields" -- "$current")
			compopt -o nospace 2>/dev/null ;;
		dump) mapfile -t COMPREPLY < <(compgen -d -W "$sections" -- "$current") ;;
		*) mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
		esac
	fi
}

complete -o filenames -F _warta warta
