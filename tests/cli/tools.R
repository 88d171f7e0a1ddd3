# tools.R FOLDER OUT TABLE... - each table through readr, as it guesses; a cell that it could not read is an error.
library(readr)
options(warn = 2)
words <- commandArgs(trailingOnly = TRUE)
for (table in words[-(1:2)]) {
	rows <- read_csv(file.path(words[1], paste0(table, ".csv")), show_col_types = FALSE, progress = FALSE)
	if (nrow(problems(rows)) > 0) {
		print(problems(rows))
		stop(table)
	}
	write_csv(rows, file.path(words[2], paste0(table, ".csv")), na = "", progress = FALSE)
}
