/*
 * terway: the CNI executable that the container runtime runs, once per verb.
 *
 * It knows nothing about networks. It carries the call (environment, stdin and the pod's network namespace as an open
 * descriptor) over a unix socket to the agent, and the agent's answer back to the runtime: docs/cni-protocol.md.
 *
 * Promise: whatever happens, stdout carries exactly one JSON object, and the exit status is 0 exactly when that object
 * is a success. So the whole answer is held and looked at before its first byte is printed; nothing is written to
 * stderr; every size is bounded by a fixed buffer and every wait by a deadline. VERSION alone is answered without the
 * agent.
 *
 * The promise cannot be kept when stdout itself refuses; then the exit status says so.
 *
 * Read from the bottom: main is the story.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#ifndef TERWAY_SOCKET
#define TERWAY_SOCKET "/var/run/eni/cni.socket"
#endif

enum {
    ENVIRONMENT_MOST = 64 << 10,
    CONFIG_MOST = 1 << 20,
    ANSWER_MOST = 1 << 20,
    HEADER_MOST = 40,
    CONFIG_MILLIS = 10 * 1000,
    WHOLE_MILLIS = 120 * 1000
};

/* Error codes of the CNI specification. */
enum { INVALID_ENVIRONMENT = 4, IO_FAILURE = 5, DECODING_FAILURE = 6, TRY_AGAIN_LATER = 11 };

static const char VERSIONS[] =
    "{\"cniVersion\":\"1.1.0\",\"supportedVersions\":[\"0.3.0\",\"0.3.1\",\"0.4.0\",\"1.0.0\",\"1.1.0\"]}\n";
static const char MAGIC[] = "terway-cni/1 ";

extern char **environ;

static char environment[ENVIRONMENT_MOST];
static char config[CONFIG_MOST + 1]; /* one more, to see that there is more */
static char answer[HEADER_MOST + ANSWER_MOST];
static const char *socket_path = TERWAY_SOCKET;
static long long whole_deadline;

static long long now_millis(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/* A time limit in milliseconds; the environment may give another one, which the tests need. */
static long millis(const char *variable, long otherwise)
{
    const char *text = getenv(variable);
    long given = text ? strtol(text, NULL, 10) : 0;
    return given > 0 && given <= 24 * 3600 * 1000L ? given : otherwise;
}

/* True when the descriptor is worth trying again, false when the deadline has passed. */
static int await(int fd, short events, long long deadline)
{
    struct pollfd ready = {.fd = fd, .events = events};
    for (;;) {
        long long left = deadline - now_millis();
        int found = left > 0 ? poll(&ready, 1, (int) left) : 0;
        if (found >= 0 || errno != EINTR)
            return found > 0;
    }
}

/* Prints all of it, or says that it could not. A reader that never reads must not keep us: then the alarm ends us. */
static int print(const char *text, size_t size)
{
    long long left = whole_deadline - now_millis();
    signal(SIGALRM, SIG_DFL);
    alarm(left > 0 ? (unsigned) (left / 1000) + 1 : 1);
    while (size > 0) {
        ssize_t done = write(STDOUT_FILENO, text, size);
        if (done < 0 && errno == EAGAIN && await(STDOUT_FILENO, POLLOUT, whole_deadline + 1000))
            continue;
        if (done < 0 && errno != EINTR)
            return 0;
        if (done > 0) {
            text += done;
            size -= (size_t) done;
        }
    }
    return 1;
}

/*
 * Prints the one error object and ends. Its version is fixed: the object has the same shape in every version, and the
 * caller's would have to be parsed out of what may not have arrived. Bytes other than plain ASCII in the details (paths
 * are foreign text, perhaps not even UTF-8) are written as if they were Latin-1.
 */
__attribute__((format(printf, 3, 4))) static _Noreturn void refuse(int code, const char *msg, const char *format, ...)
{
    char details[1024], object[6 * sizeof details + 256];
    va_list args;
    va_start(args, format);
    vsnprintf(details, sizeof details, format, args);
    va_end(args);
    char *end = object;
    end += sprintf(end, "{\"cniVersion\":\"1.1.0\",\"code\":%d,\"msg\":\"%s\",\"details\":\"", code, msg);
    for (const char *c = details; *c; c++) {
        int plain = *c >= ' ' && *c <= '~' && *c != '"' && *c != '\\';
        end += sprintf(end, plain ? "%c" : "\\u%04x", (unsigned char) *c);
    }
    end += sprintf(end, "\"}\n");
    print(object, (size_t) (end - object));
    exit(1);
}

static _Noreturn void refuse_silent_agent(void)
{
    refuse(TRY_AGAIN_LATER, "the terway agent did not answer in time", "no whole answer from %s within %ld ms",
        socket_path, millis("TERWAY_CNI_TIMEOUT_MS", WHOLE_MILLIS));
}

static _Noreturn void refuse_unreachable_agent(const char *deed, const char *why)
{
    refuse(TRY_AGAIN_LATER, "cannot reach the terway agent", "%s %s: %s", deed, socket_path, why);
}

static _Noreturn void refuse_unusable_answer(const char *why)
{
    refuse(TRY_AGAIN_LATER, "the answer of the terway agent cannot be used", "%s: %s", socket_path, why);
}

/* A runtime may start us with stdin, stdout or stderr closed: the netns or the socket must not become one of them. */
static void occupy_standard_descriptors(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/", O_PATH | O_CLOEXEC) != fd)
            exit(1);
}

/* Every variable of the CNI, as NAME=value and a NUL. */
static size_t gather_environment(void)
{
    size_t size = 0;
    for (char **variable = environ; *variable; variable++) {
        size_t length = strlen(*variable) + 1;
        if (strncmp(*variable, "CNI_", 4) != 0)
            continue;
        if (length > sizeof environment - size)
            refuse(INVALID_ENVIRONMENT, "the CNI_ variables are too large", "they may have %d bytes in all",
                ENVIRONMENT_MOST);
        memcpy(environment + size, *variable, length);
        size += length;
    }
    return size;
}

static size_t read_config(long long deadline)
{
    for (size_t size = 0;;) {
        if (!await(STDIN_FILENO, POLLIN, deadline))
            refuse(
                IO_FAILURE, "cannot read the network configuration", "stdin did not end in time; %zu bytes came", size);
        ssize_t got = read(STDIN_FILENO, config + size, sizeof config - size);
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (got < 0)
            refuse(IO_FAILURE, "cannot read the network configuration", "read stdin: %s", strerror(errno));
        if (got == 0)
            return size;
        size += (size_t) got;
        if (size > CONFIG_MOST)
            refuse(DECODING_FAILURE, "the network configuration is too large", "stdin may have %d bytes", CONFIG_MOST);
    }
}

/*
 * The pod's namespace, or -1. Why it cannot be opened is not judged here: the agent sees CNI_NETNS without a
 * descriptor, and for DEL a vanished namespace is no error. O_NONBLOCK: a path that names a fifo must not hold us.
 */
static int open_netns(const char *command)
{
    const char *path = getenv("CNI_NETNS");
    int wanted = strcmp(command, "ADD") == 0 || strcmp(command, "CHECK") == 0 || strcmp(command, "DEL") == 0;
    return wanted && path && *path ? open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) : -1;
}

static int reach_agent(void)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(socket_path) >= sizeof address.sun_path)
        refuse_unreachable_agent("connect to", "the path is too long");
    strcpy(address.sun_path, socket_path);
    int agent = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (agent < 0)
        refuse_unreachable_agent("make a socket for", strerror(errno));
    for (;;) {
        /* Blocking: a unix socket whose queue is full cannot be polled for room. The send time-out bounds it. */
        long long left = whole_deadline - now_millis();
        struct timeval patience = {.tv_sec = left / 1000, .tv_usec = left % 1000 * 1000};
        if (left <= 0)
            refuse_silent_agent();
        setsockopt(agent, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        if (connect(agent, (struct sockaddr *) &address, sizeof address) == 0)
            return agent;
        if (errno != EINTR && errno != EAGAIN)
            refuse_unreachable_agent("connect to", strerror(errno));
    }
}

/* The descriptor travels with the first byte. Our side stays open: its end tells the agent that the caller is gone. */
static void send_request(int agent, int netns, struct iovec *parts, size_t count)
{
    union {
        struct cmsghdr head;
        char room[CMSG_SPACE(sizeof(int))];
    } control = {.head = {.cmsg_len = CMSG_LEN(sizeof(int)), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS}};
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = count};
    if (netns >= 0) {
        memcpy(CMSG_DATA(&control.head), &netns, sizeof netns);
        message.msg_control = &control;
        message.msg_controllen = sizeof control;
    }
    while (message.msg_iovlen > 0) {
        ssize_t sent = sendmsg(agent, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0 && errno == EAGAIN && !await(agent, POLLOUT, whole_deadline))
            refuse_silent_agent();
        if (sent < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (sent < 0 && (errno == EPIPE || errno == ECONNRESET))
            return; /* It hung up, and may have said why: what it answered, if anything, decides. */
        if (sent < 0)
            refuse_unreachable_agent("send to", strerror(errno));
        message.msg_control = NULL;
        message.msg_controllen = 0;
        for (; message.msg_iovlen > 0 && (size_t) sent >= message.msg_iov->iov_len;
            message.msg_iov++, message.msg_iovlen--)
            sent -= (ssize_t) message.msg_iov->iov_len;
        if (message.msg_iovlen > 0) {
            message.msg_iov->iov_base = (char *) message.msg_iov->iov_base + sent;
            message.msg_iov->iov_len -= (size_t) sent;
        }
    }
}

/* Plain digits up to `most`, then the given end; moves the cursor behind it. -1 for anything else. */
static long number(const char **cursor, long most, char end)
{
    long value = **cursor == end ? -1 : 0;
    for (; **cursor >= '0' && **cursor <= '9' && value >= 0; ++*cursor) {
        value = value * 10 + (**cursor - '0');
        if (value > most)
            value = -1;
    }
    return *(*cursor)++ == end ? value : -1;
}

/* Reads until the frame is whole; returns the agent's exit status and where its object stands. */
static int receive_answer(int agent, const char **object, size_t *size)
{
    long status = -1, length = -1;
    for (size_t have = 0;;) {
        ssize_t got = recv(agent, answer + have, sizeof answer - have, MSG_DONTWAIT);
        if (got < 0 && errno == EAGAIN && !await(agent, POLLIN, whole_deadline))
            refuse_silent_agent();
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (got <= 0)
            refuse_unusable_answer(have == 0 ? "it closed the connection without an answer" : "the answer is cut off");
        have += (size_t) got;
        if (length < 0 && memchr(answer, '\n', have < HEADER_MOST ? have : HEADER_MOST)) {
            const char *cursor = answer + sizeof MAGIC - 1;
            if (memcmp(answer, MAGIC, sizeof MAGIC - 1) != 0 || (status = number(&cursor, 255, ' ')) < 0
                || (length = number(&cursor, ANSWER_MOST, '\n')) < 0)
                refuse_unusable_answer("the answer's header is not one of terway-cni/1");
            *object = cursor;
            *size = (size_t) length;
        }
        if (length < 0 && have >= HEADER_MOST)
            refuse_unusable_answer("the answer has no header");
        size_t whole = length < 0 ? sizeof answer : (size_t) (*object - answer) + *size;
        if (have > whole)
            refuse_unusable_answer("the answer is longer than it says");
        if (have == whole)
            return (int) status;
    }
}

/* As much of a JSON object as can be seen without parsing; the rest is the agent's word. */
static void check_object(const char *object, size_t size)
{
    while (size > 0 && strchr(" \t\r\n", object[size - 1]) && object[size - 1])
        size--;
    if (size < 2 || object[0] != '{' || object[size - 1] != '}' || memchr(object, '\0', size))
        refuse_unusable_answer("the answer is not a JSON object");
}

int main(void)
{
    const long long start = now_millis();
    signal(SIGPIPE, SIG_IGN);
    occupy_standard_descriptors();
    whole_deadline = start + millis("TERWAY_CNI_TIMEOUT_MS", WHOLE_MILLIS);
    if (getenv("TERWAY_CNI_SOCKET"))
        socket_path = getenv("TERWAY_CNI_SOCKET");

    const char *command = getenv("CNI_COMMAND");
    if (!command || !*command)
        refuse(INVALID_ENVIRONMENT, "a variable is missing",
            "CNI_COMMAND is not set; terway is run by the container runtime");
    if (strcmp(command, "VERSION") == 0)
        return print(VERSIONS, sizeof VERSIONS - 1) ? 0 : 1;

    size_t environment_size = gather_environment();
    size_t config_size = read_config(start + millis("TERWAY_CNI_STDIN_TIMEOUT_MS", CONFIG_MILLIS));
    char header[HEADER_MOST];
    int header_size = snprintf(header, sizeof header, "%s%zu %zu\n", MAGIC, environment_size, config_size);
    struct iovec request[] = {{header, (size_t) header_size}, {environment, environment_size}, {config, config_size}};

    int netns = open_netns(command);
    int agent = reach_agent();
    send_request(agent, netns, request, 3);

    const char *object = NULL;
    size_t size = 0;
    int status = receive_answer(agent, &object, &size);
    check_object(object, size);
    return print(object, size) ? status : 1;
}
