/*
 * serve_guard.c - connections that take too long; behind serve.h.
 *
 * libmicrohttpd closes a connection on which nothing comes for a while, so a client that
 * sends a byte now and then keeps it for ever, and few of them keep all others out.  Each
 * connection has a place here with the time since which the head of a request is awaited.
 */
#include "cmd/serve.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

#define HEAD_SECONDS 6

struct place {
	struct guard *guard;
	int fd;
	time_t since;
	bool used, waiting;
};

struct guard {
	pthread_mutex_t lock;
	unsigned count;
	struct place places[];
};

static time_t
now(void)
{
	struct timespec t = { 0 };

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

struct guard *
guard_open(unsigned connections)
{
	struct guard *g = calloc(1, sizeof *g + connections * sizeof g->places[0]);

	if (g == NULL)
		return NULL;
	pthread_mutex_init(&g->lock, NULL);
	g->count = connections;
	return g;
}

void
guard_close(struct guard *g)
{
	if (g == NULL)
		return;
	pthread_mutex_destroy(&g->lock);
	free(g);
}

/* A place for a new connection, or NULL: then it is not watched. */
static struct place *
seat(struct guard *g, int fd)
{
	struct place *p = NULL;

	for (unsigned i = 0; i < g->count && p == NULL; i++)
		if (!g->places[i].used)
			p = &g->places[i];
	if (p != NULL)
		*p = (struct place){ .guard = g, .fd = fd, .since = now(), .used = true,
		    .waiting = true };
	return p;
}

/* Called before the descriptor is closed, so that no other one is ever shut. */
void
guard_notify(void *guard, struct MHD_Connection *connection, void **place,
    enum MHD_ConnectionNotificationCode code)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection,
	    MHD_CONNECTION_INFO_CONNECTION_FD);
	struct guard *g = guard;

	pthread_mutex_lock(&g->lock);
	if (code == MHD_CONNECTION_NOTIFY_STARTED && info != NULL)
		*place = seat(g, info->connect_fd);
	else if (*place != NULL)
		((struct place *)*place)->used = false;
	pthread_mutex_unlock(&g->lock);
}

static void
await(struct MHD_Connection *connection, bool waiting)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection,
	    MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	struct place *p = info == NULL ? NULL : info->socket_context;

	if (p == NULL)
		return;
	pthread_mutex_lock(&p->guard->lock);
	p->waiting = waiting;
	p->since = now();
	pthread_mutex_unlock(&p->guard->lock);
}

void
guard_met(struct MHD_Connection *connection)
{
	await(connection, false);
}

void
guard_done(void *guard, struct MHD_Connection *connection, void **state,
    enum MHD_RequestTerminationCode code)
{
	(void)guard;
	(void)state;
	(void)code;
	await(connection, true);
}

void
guard_look(struct guard *g)
{
	time_t limit = now() - HEAD_SECONDS;

	pthread_mutex_lock(&g->lock);
	for (unsigned i = 0; i < g->count; i++) {
		const struct place *p = &g->places[i];

		if (p->used && p->waiting && p->since < limit)
			shutdown(p->fd, SHUT_RDWR);
	}
	pthread_mutex_unlock(&g->lock);
}
