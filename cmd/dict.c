/* dict.c - `warta dict`: compile a folder of TSV files. */
#include "cmd/cmd.h"
#include "cmd/speak.h"
#include "cmd/dictfile.h"
#include "base/save.h"
#include "dict/check.h"

#include <getopt.h>
#include <stdio.h>

static const char usage[] =
    "usage: warta dict FOLDER -o FILE\n"
    "       warta dict --check FILE\n"
    "\n"
    "Compile the TSV files of a folder to the one file that the other commands map.\n"
    "\n"
    "  -o FILE         where to write it\n"
    "      --check     only look if a compiled dictionary is sound; exit status 1 if not\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta dict dictionaries -o warta.dict\n"
    "  warta dict --check warta.dict\n"
    "  WARTA_DICT=./warta.dict warta extract articles -o tables\n";

static int
write_dictionary(const char *folder, const char *path)
{
	struct wt_error error = { 0 };
	struct wt_buf bytes = { 0 };
	int code = cmd_dict_compile(folder, &bytes, &error);

	if (code == WT_OK)
		code = wt_save_bytes(path, wt_buf_span(&bytes), &error);
	wt_buf_free(&bytes);
	return code == WT_OK ? CMD_OK : cmd_fail("dict", &error);
}

/* Opening it whole checks every page. */
static int
check_dictionary(const char *path)
{
	struct wt_error error = { 0 };
	struct wt_dict *dict;
	int code = wt_dict_open(path, &dict, &error);

	if (code == WT_OK)
		code = wt_dict_check(dict, true, &error);
	wt_dict_close(dict);
	if (code == WT_OK)
		return CMD_OK;
	cmd_fail("dict", &error);
	return code == WT_ECORRUPT ? CMD_NOTHING : CMD_FAILURE;
}

int
cmd_dict(int argc, char **argv)
{
	static const struct option options[] = { { "check", no_argument, NULL, 'c' },
	    { "help", no_argument, NULL, 'h' }, { 0 } };
	const char *path = NULL;
	bool check = false;
	int c;

	while ((c = getopt_long(argc, argv, "o:h", options, NULL)) != -1) {
		switch (c) {
		case 'o':
			path = optarg;
			break;
		case 'c':
			check = true;
			break;
		case 'h':
			speak_help(usage);
			return CMD_OK;
		default:
			return cmd_mistake("dict", usage, argv, c);
		}
	}
	if (check && path == NULL && optind + 1 == argc)
		return check_dictionary(argv[optind]);
	if (check || path == NULL || optind + 1 != argc)
		return cmd_usage("dict", "one folder and -o FILE, or --check and a file, are needed");
	return write_dictionary(argv[optind], path);
}
