/* inputs.c - behind inputs.h. */
#include "cmd/inputs.h"
#include "cmd/cmd.h"
#include "cmd/speak.h"

#include <string.h>

int
inputs_take(struct wt_inputs *inputs, const char *command, int c, const char *value)
{
	struct wt_error error = { 0 };
	char room[500];

	switch (c) {
	case 'C':
		if (wt_field_names_parse(wt_span_of(value), &inputs->fields, &error) == WT_OK)
			return CMD_OK;
		return cmd_usage(command, "--columns: %s", speak_error(error.text, room, sizeof room));
	case 'F':
		inputs->names.list = value;
		return CMD_OK;
	case '0':
		inputs->names.nul = true;
		return CMD_OK;
	case 'v':
		inputs->tell_encodings = true;
		return CMD_OK;
	default:
		return -1;
	}
}

int
inputs_names(struct wt_inputs *inputs, const char *command, char **names, int count)
{
	bool list = inputs->names.list != NULL;

	if (count == 0 && !list)
		return cmd_usage(command, "no input is named");
	if (inputs->names.nul && !list)
		return cmd_usage(command, "--null goes with --files-from");
	for (int i = 0; i < count; i++)
		if (list && strcmp(names[i], "-") == 0 && strcmp(inputs->names.list, "-") == 0)
			return cmd_usage(command, "standard input cannot be articles and their list");
	inputs->names.paths = (const char *const *)names;
	inputs->names.count = (size_t)count;
	return CMD_OK;
}
