/*
 * serve.c - `warta serve`: a search page for the browser, on the loopback address.
 *
 * One socket on 127.0.0.1 and, where there is IPv6, one of the same port on ::1.
 * A fixed number of threads answers for each, and at most so many connections are
 * open; SIGINT and SIGTERM end the program when the answers begun are given.
 */
#include "cmd/cmd.h"
#include "cmd/serve.h"
#include "cmd/usages.h"

#include <arpa/inet.h>
#include <errno.h>
#include <getopt.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define CONNECTIONS 16          /* open at a time, for each thread */
#define HEAD_MOST (32u << 10)   /* bytes of a request with its headers */
#define IDLE 10                 /* seconds without a byte, at most */
#define TRIES 20                /* ports that are free on one address only */

struct server {
	struct pool *pool;
	unsigned threads;
	struct MHD_Daemon *daemons[2];
	struct guard *guard;
};

/* A socket that listens on a loopback address, or -1 with errno; *port 0 becomes the one chosen. */
static int
listen_on(int family, unsigned *port)
{
	struct sockaddr_in v4 = { .sin_family = AF_INET, .sin_port = htons((uint16_t)*port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct sockaddr_in6 v6 = { .sin6_family = AF_INET6, .sin6_port = htons((uint16_t)*port),
	    .sin6_addr = IN6ADDR_LOOPBACK_INIT };
	bool six = family == AF_INET6;
	struct sockaddr *address = six ? (struct sockaddr *)&v6 : (struct sockaddr *)&v4;
	socklen_t len = six ? sizeof v6 : sizeof v4;
	int on = 1, s = socket(family, SOCK_STREAM, 0), number;

	if (s < 0)
		return -1;
	if (setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0 ||
	    (six && setsockopt(s, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on) != 0) ||
	    bind(s, address, len) != 0 || listen(s, 64) != 0 || getsockname(s, address, &len) != 0) {
		number = errno;
		close(s);
		errno = number;
		return -1;
	}
	*port = ntohs(six ? v6.sin6_port : v4.sin_port);
	return s;
}

/* Both addresses with one port; sockets[1] is -1 where there is no IPv6. */
static bool
listen_both(unsigned *port, int sockets[2])
{
	unsigned wanted = *port;

	for (int i = 0; i < TRIES; i++) {
		*port = wanted;
		sockets[1] = -1;
		if ((sockets[0] = listen_on(AF_INET, port)) < 0)
			return false;
		if ((sockets[1] = listen_on(AF_INET6, port)) >= 0 || errno != EADDRINUSE)
			return true;
		close(sockets[0]);
		if (wanted != 0)
			break;
	}
	errno = EADDRINUSE;
	return false;
}

static struct MHD_Daemon *
start(const struct server *s, int listener)
{
	return MHD_start_daemon(MHD_USE_AUTO_INTERNAL_THREAD | MHD_USE_ITC, 0, NULL, NULL,
	    serve_request, s->pool, MHD_OPTION_LISTEN_SOCKET, (MHD_socket)listener,
	    MHD_OPTION_THREAD_POOL_SIZE, s->threads,
	    MHD_OPTION_CONNECTION_LIMIT, s->threads * CONNECTIONS,
	    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HEAD_MOST,
	    MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE,
	    MHD_OPTION_NOTIFY_CONNECTION, guard_notify, s->guard,
	    MHD_OPTION_NOTIFY_COMPLETED, guard_done, s->guard, MHD_OPTION_END);
}

/* Answer until a signal says that it is enough. */
static int
answer(struct server *s, unsigned port)
{
	sigset_t ends;
	const struct timespec second = { .tv_sec = 1 };
	int sockets[2], status = CMD_OK;

	if (!listen_both(&port, sockets)) {
		cmd_warn("serve", "port %u: %s", port, speak(strerror(errno)));
		return CMD_FAILURE;
	}
	/* Before there are threads, so that they leave the signals to this one. */
	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	pthread_sigmask(SIG_BLOCK, &ends, NULL);
	for (int i = 0; i < 2 && status == CMD_OK; i++) {
		if (sockets[i] >= 0 && (s->daemons[i] = start(s, sockets[i])) == NULL) {
			cmd_warn("serve", "the server cannot be started");
			status = CMD_FAILURE;
		}
	}
	if (status == CMD_OK) {
		printf("http://127.0.0.1:%u/\n", port);
		fflush(stdout);
		while (sigtimedwait(&ends, NULL, &second) < 0)
			guard_look(s->guard);
	}
	for (int i = 0; i < 2; i++) {
		if (s->daemons[i] != NULL)
			MHD_stop_daemon(s->daemons[i]);
		else if (sockets[i] >= 0)
			close(sockets[i]);
	}
	return status;
}

int
cmd_serve(int argc, char **argv)
{
	static const struct option options[] = { { "index", required_argument, NULL, 'd' },
	    { "port", required_argument, NULL, 'p' }, { "jobs", required_argument, NULL, 'j' },
	    { "dict", required_argument, NULL, 'D' }, { "help", no_argument, NULL, 'h' }, { 0 } };
	const char *path = NULL, *overlay = NULL;
	struct server s = { .threads = 4 };
	unsigned port = 8080;
	bool good = true;
	int c, status;

	while ((c = getopt_long(argc, argv, "d:j:hqv", options, NULL)) != -1) {
		switch (c) {
		case 'h':
			speak_help(usage_of("serve"));
			return CMD_OK;
		case 'd': path = optarg; break;
		case 'D': overlay = optarg; break;
		case 'p': good = cmd_number(optarg, 0, 65535, &port); break;
		case 'j': good = cmd_number(optarg, 1, 256, &s.threads); break;
		case 'q': case 'v': break;
		default:
			return cmd_mistake("serve", usage_of("serve"), argv, c);
		}
		if (!good)
			return cmd_mistake("serve", usage_of("serve"), argv, c);
	}
	if (optind != argc)
		return cmd_usage("serve", "it takes no '%s': queries are typed into its page",
		    argv[optind]);
	speak_open_both();
	if ((status = pool_open(cmd_index_path(path), overlay, s.threads, &s.pool)) == CMD_OK) {
		if ((s.guard = guard_open(2 * s.threads * CONNECTIONS)) != NULL)
			status = answer(&s, port);
		else
			status = cmd_fail_run("serve", &(struct wt_error){ .code = WT_ENOMEM,
			    .text = "memory ran out" });
	}
	guard_close(s.guard);
	pool_close(s.pool);
	return status;
}
