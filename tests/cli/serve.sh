# The page and the JSON of `warta serve`: serve.py asks, and prints a line for each thing that is wrong.
command -v python3 >/dev/null || { echo "python3 is missing" >&2; exit 1; }
exec python3 "$TESTS/cli/serve.py" "$WARTA" "$CORPUS"
