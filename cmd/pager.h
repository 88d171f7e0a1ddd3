/* pager.h - long answers through a pager, as git shows them. */
#ifndef WT_CMD_PAGER_H
#define WT_CMD_PAGER_H

/*
 * From here on standard output goes through $WARTA_PAGER, else $PAGER, else less (as
 * LESS=FRX, where that is not set), if it is a terminal and the pager is neither empty
 * nor cat.  What report.h says of the terminal stays as it was.
 */
void pager_open(void);

/* After the last output: wait until the reader has seen enough.  Gives the status back. */
int pager_close(int status);

#endif
