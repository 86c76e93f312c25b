/*
 * What the CNI executable promises, shown against a fake agent whose manners can be chosen.
 *
 *   test_terway SHIM...      runs every claim against each executable named; needs no root and no agent
 *
 * A claim is one call: what the shim is given, how the agent behaves, and what must come out. In every call, whatever
 * it is about, stdout must carry exactly one JSON object, the exit status must agree with it, and stderr must stay
 * empty.
 *
 * Read `claims` at the bottom first.
 */
#include "json.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MEBIBYTE = 1 << 20, ENVIRONMENT_MOST = 64 << 10, VARIABLES_MOST = 8, PATIENCE_SECONDS = 20 };

/* How stdin behaves after its bytes. */
enum stdin_manner { ENDS, STALLS, GOES_ON_FOREVER, DRIPS, IS_CLOSED, IS_A_DIRECTORY };

enum stdout_manner { IS_READ, NEVER_BLOCKS, IS_CLOSED_TOO, IS_FULL, HAS_LOST_ITS_READER, IS_NEVER_READ };

/* What stands at the socket's path, and how it behaves once it is called. */
enum agent_manner {
    ANSWERS,
    ANSWERS_BYTE_BY_BYTE,
    ANSWERS_AND_STAYS, /* does not close after its answer */
    ANSWERS_UNREAD,    /* answers and closes without reading the request */
    HANGS_UP,
    IS_SILENT,
    DRIPS_FOREVER,
    NEVER_ACCEPTS, /* and the queue is full */
    ACCEPTS_LATE,  /* the queue is full; meanwhile the shim is stopped and continued */
    IS_ABSENT,
    LEFT_A_STALE_SOCKET
};

struct call {
    const char *variables[VARIABLES_MOST]; /* besides CNI_COMMAND=ADD, unless that is given here */
    int no_command;
    const char *stdin_bytes;
    size_t stdin_size;
    enum stdin_manner stdin_manner;
    enum stdout_manner stdout_manner;
    enum agent_manner agent;
    const char *reply; /* the whole frame */
    size_t reply_size;
    const char *netns;  /* the file whose descriptor the agent must receive; NULL: none may come */
    const char *socket; /* instead of the usual path */
    /* what must come out */
    int code;        /* of an error object made by the shim; 0: the agent's own object */
    int status;      /* the exit status when the agent's object comes through */
    const char *out; /* exactly this on stdout */
    size_t out_size;
    const char *says; /* the error object contains this */
};

static char folder[64], socket_path[100], long_value[ENVIRONMENT_MOST + 64], megabyte[MEBIBYTE + 1];
static const char *shim;
static int passed, failed;

/* ---- small things ---- */

static void must(int good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "test_terway: %s: %s\n", what, strerror(errno));
    exit(2);
}

static void rest_millis(long millis)
{
    struct timespec span = {.tv_sec = millis / 1000, .tv_nsec = millis % 1000 * 1000000};
    nanosleep(&span, NULL);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static int write_all(int fd, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t done = write(fd, bytes, size);
        if (done <= 0)
            return 0;
        bytes += done;
        size -= (size_t) done;
    }
    return 1;
}

static const char *beside(const char *name)
{
    static char path[4][256];
    static int next;
    next = (next + 1) % 4;
    snprintf(path[next], sizeof path[next], "%s/%s", folder, name);
    return path[next];
}

/* ---- the fake agent ---- */

struct request {
    char bytes[64 + ENVIRONMENT_MOST + MEBIBYTE];
    size_t size;
    int netns;
};

static size_t expected_environment(const struct call *call, char *into)
{
    size_t size = 0;
    const char *command = "CNI_COMMAND=ADD";
    for (int i = -1; i < VARIABLES_MOST; i++) {
        const char *variable = i < 0 ? (call->no_command ? NULL : command) : call->variables[i];
        if (!variable || strncmp(variable, "CNI_", 4) != 0)
            continue;
        memcpy(into + size, variable, strlen(variable) + 1);
        size += strlen(variable) + 1;
    }
    return size;
}

/* Reads until the expected number of bytes is here, and then looks whether more comes. */
static const char *hear(int caller, struct request *request, size_t wanted)
{
    request->netns = -1;
    for (;;) {
        char control[256];
        struct iovec room = {request->bytes + request->size, sizeof request->bytes - request->size};
        struct msghdr message = {
            .msg_iov = &room, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
        struct pollfd ready = {.fd = caller, .events = POLLIN};
        if (request->size >= wanted && poll(&ready, 1, 20) == 0)
            return NULL;
        ssize_t got = recvmsg(caller, &message, MSG_CMSG_CLOEXEC);
        if (got <= 0)
            return request->size >= wanted ? "the caller half-closed: its end must mean that it is gone"
                                           : "the request is cut off";
        struct cmsghdr *head = CMSG_FIRSTHDR(&message);
        if (head) {
            if (request->size != 0)
                return "the descriptor came later than the first byte";
            if (head->cmsg_type != SCM_RIGHTS || head->cmsg_len != CMSG_LEN(sizeof(int)) || CMSG_NXTHDR(&message, head))
                return "more came than one descriptor";
            memcpy(&request->netns, CMSG_DATA(head), sizeof request->netns);
        }
        request->size += (size_t) got;
        if (request->size > wanted)
            return "the request is longer than expected";
    }
}

/* NULL, or what is wrong with the request. */
static const char *judge_request(const struct call *call, int caller)
{
    static struct request request;
    static char environment[ENVIRONMENT_MOST + 4096];
    char header[64];
    size_t environment_size = expected_environment(call, environment);
    size_t header_size =
        (size_t) snprintf(header, sizeof header, "terway-cni/1 %zu %zu\n", environment_size, call->stdin_size);
    const char *wrong = hear(caller, &request, header_size + environment_size + call->stdin_size);
    if (wrong)
        return wrong;
    if (memcmp(request.bytes, header, header_size) != 0)
        return "the request's header is wrong";
    if (memcmp(request.bytes + header_size, environment, environment_size) != 0)
        return "the environment is wrong";
    if (call->stdin_size > 0
        && memcmp(request.bytes + header_size + environment_size, call->stdin_bytes, call->stdin_size) != 0)
        return "stdin is wrong";
    if (!call->netns)
        return request.netns < 0 ? NULL : "a descriptor came that should not";
    struct stat sent, wanted;
    if (request.netns < 0)
        return "no descriptor came";
    if (fstat(request.netns, &sent) != 0 || stat(call->netns, &wanted) != 0)
        return "the descriptor cannot be looked at";
    return sent.st_dev == wanted.st_dev && sent.st_ino == wanted.st_ino ? NULL : "another file's descriptor came";
}

static _Noreturn void be_the_agent(const struct call *call, int door, int verdict)
{
    alarm(PATIENCE_SECONDS);
    signal(SIGPIPE, SIG_IGN);
    if (call->agent == NEVER_ACCEPTS)
        for (;;)
            pause();
    if (call->agent == ACCEPTS_LATE) {
        rest_millis(300);
        must(accept(door, NULL, NULL) >= 0, "accept the filler");
    }
    int caller = accept(door, NULL, NULL);
    must(caller >= 0, "accept");
    if (call->agent == HANGS_UP)
        _exit(0);
    if (call->agent == ANSWERS_UNREAD) {
        write_all(caller, call->reply, call->reply_size);
        _exit(0);
    }
    const char *wrong = judge_request(call, caller);
    write_all(verdict, wrong ? wrong : "good", strlen(wrong ? wrong : "good"));
    if (call->agent == IS_SILENT)
        for (;;)
            pause();
    if (call->agent == DRIPS_FOREVER)
        for (;; rest_millis(30))
            write_all(caller, "t", 1);
    if (call->agent == ANSWERS_BYTE_BY_BYTE)
        for (size_t i = 0; i < call->reply_size; i++, rest_millis(1))
            write_all(caller, call->reply + i, 1);
    else
        write_all(caller, call->reply, call->reply_size);
    if (call->agent == ANSWERS_AND_STAYS)
        for (;;)
            pause();
    _exit(0);
}

static int open_door(const struct call *call)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%s", socket_path);
    unlink(socket_path);
    if (call->agent == IS_ABSENT)
        return -1;
    int door = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    must(bind(door, (struct sockaddr *) &address, sizeof address) == 0, "bind");
    if (call->agent == LEFT_A_STALE_SOCKET) {
        close(door);
        return -1;
    }
    int full = call->agent == NEVER_ACCEPTS || call->agent == ACCEPTS_LATE;
    must(listen(door, full ? 0 : 8) == 0, "listen");
    if (full) {
        static int filler = -1;
        close(filler); /* the one of an earlier claim */
        filler = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        must(connect(filler, (struct sockaddr *) &address, sizeof address) == 0, "fill the queue");
    }
    return door;
}

/* ---- the caller: what a container runtime does ---- */

static _Noreturn void be_the_writer_of_stdin(const struct call *call, int end)
{
    alarm(PATIENCE_SECONDS);
    write_all(end, call->stdin_bytes, call->stdin_size);
    if (call->stdin_manner == GOES_ON_FOREVER)
        while (write_all(end, megabyte, 4096))
            ;
    if (call->stdin_manner == DRIPS)
        while (write_all(end, " ", 1))
            rest_millis(20);
    if (call->stdin_manner == STALLS)
        for (;;)
            pause();
    _exit(0);
}

static _Noreturn void be_the_shim(const struct call *call, int in, int out, int err)
{
    char socket_variable[256];
    const char *environment[VARIABLES_MOST + 6] = {
        socket_variable, "PATH=/usr/bin", "X_CNI_IFNAME=not ours", "CNIX=not ours"};
    int count = 4;
    snprintf(
        socket_variable, sizeof socket_variable, "TERWAY_CNI_SOCKET=%s", call->socket ? call->socket : socket_path);
    if (!call->no_command)
        environment[count++] = "CNI_COMMAND=ADD";
    for (int i = 0; i < VARIABLES_MOST && call->variables[i]; i++)
        environment[count++] = call->variables[i];
    if (call->stdin_manner == IS_CLOSED)
        close(0);
    else
        dup2(in, 0);
    if (call->stdout_manner == IS_CLOSED_TOO)
        close(1);
    else
        dup2(out, 1);
    dup2(err, 2);
    alarm(PATIENCE_SECONDS);
    execve(shim, (char *[]){(char *) (size_t) "terway", NULL}, (char **) environment);
    _exit(127);
}

struct outcome {
    char out[2 * MEBIBYTE], err[4096], verdict[256];
    size_t out_size, err_size, verdict_size;
    int wait_status;
};

static size_t drain(int fd, char *into, size_t room)
{
    size_t size = 0;
    ssize_t got;
    while (size < room && (got = read(fd, into + size, room - size)) > 0)
        size += (size_t) got;
    close(fd);
    return size;
}

static void end_child(pid_t child)
{
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
}

static int stdin_for(const struct call *call, int fed[2])
{
    if (call->stdin_manner == IS_A_DIRECTORY)
        return open(folder, O_RDONLY | O_CLOEXEC);
    return fed[0];
}

static int stdout_for(const struct call *call, int out[2])
{
    int end = call->stdout_manner == IS_FULL ? open("/dev/full", O_WRONLY | O_CLOEXEC) : out[1];
    must(end >= 0, "/dev/full");
    if (call->stdout_manner == NEVER_BLOCKS)
        must(fcntl(end, F_SETFL, O_NONBLOCK) == 0, "make stdout non-blocking");
    return end;
}

static void perform(const struct call *call, struct outcome *outcome)
{
    int fed[2], out[2], err[2], verdict[2];
    must(pipe2(fed, O_CLOEXEC) == 0 && pipe2(verdict, O_CLOEXEC) == 0, "pipe");
    int door = open_door(call);
    pid_t agent = door >= 0 ? fork() : 0;
    if (door >= 0 && agent == 0) {
        close(fed[1]);
        be_the_agent(call, door, verdict[1]);
    }
    pid_t writer = fork();
    if (writer == 0) {
        signal(SIGPIPE, SIG_IGN);
        close(fed[0]);
        be_the_writer_of_stdin(call, fed[1]);
    }
    close(fed[1]);
    close(verdict[1]);
    must(pipe2(out, O_CLOEXEC) == 0 && pipe2(err, O_CLOEXEC) == 0, "pipe");
    if (call->stdout_manner == HAS_LOST_ITS_READER)
        close(out[0]);
    pid_t runner = fork();
    if (runner == 0)
        be_the_shim(call, stdin_for(call, fed), stdout_for(call, out), err[1]);
    close(fed[0]);
    close(out[1]);
    close(err[1]);
    if (door >= 0)
        close(door);
    if (call->agent == ACCEPTS_LATE)
        for (int i = 0; i < 3; i++) {
            rest_millis(40);
            kill(runner, SIGSTOP);
            rest_millis(20);
            kill(runner, SIGCONT);
        }
    if (call->stdout_manner == IS_NEVER_READ)
        waitpid(runner, &outcome->wait_status, 0);
    outcome->out_size = drain(out[0], outcome->out, sizeof outcome->out);
    outcome->err_size = drain(err[0], outcome->err, sizeof outcome->err - 1);
    outcome->err[outcome->err_size] = '\0';
    if (call->stdout_manner != IS_NEVER_READ)
        waitpid(runner, &outcome->wait_status, 0);
    end_child(writer);
    struct pollfd told = {.fd = verdict[0], .events = POLLIN};
    poll(&told, 1, 0); /* the agent judges before it answers, so the verdict is here if ever it comes */
    if (door >= 0)
        end_child(agent);
    outcome->verdict_size = drain(verdict[0], outcome->verdict, sizeof outcome->verdict - 1);
    outcome->verdict[outcome->verdict_size] = '\0';
}

/* ---- judging ---- */

static int contains(const char *text, size_t size, const char *part)
{
    return memmem(text, size, part, strlen(part)) != NULL;
}

static const char *judge_stdout(const struct call *call, const struct outcome *outcome)
{
    char code[32];
    snprintf(code, sizeof code, "\"code\":%d,", call->code);
    if (call->stdout_manner > NEVER_BLOCKS)
        return NULL;
    if (!is_one_json_object(outcome->out, outcome->out_size))
        return "stdout is not exactly one JSON object";
    if (call->code && !contains(outcome->out, outcome->out_size, code))
        return "the code is another";
    if (call->code
        && (!contains(outcome->out, outcome->out_size, "\"cniVersion\":\"1.1.0\"")
            || !contains(outcome->out, outcome->out_size, "\"msg\":\"")
            || !contains(outcome->out, outcome->out_size, "\"details\":\"")))
        return "the error object lacks a part";
    if (call->says && !contains(outcome->out, outcome->out_size, call->says))
        return "the error object does not say it";
    if (!call->code && (outcome->out_size != call->out_size || memcmp(outcome->out, call->out, call->out_size) != 0))
        return "the agent's object came through changed";
    return NULL;
}

static const char *judge(const struct call *call, const struct outcome *outcome)
{
    int status = call->code || call->stdout_manner > NEVER_BLOCKS ? 1 : call->status;
    if (outcome->err_size > 0)
        return "stderr is not empty";
    if (call->stdout_manner == IS_NEVER_READ && WIFSIGNALED(outcome->wait_status))
        return WTERMSIG(outcome->wait_status) == SIGALRM ? NULL : "another signal than its alarm ended it";
    if (!WIFEXITED(outcome->wait_status))
        return "the shim was killed (perhaps by its time-out in this test)";
    if (WEXITSTATUS(outcome->wait_status) != status)
        return "the exit status is another";
    if (outcome->verdict_size > 0 && strcmp(outcome->verdict, "good") != 0)
        return outcome->verdict;
    if (outcome->verdict_size == 0 && (call->agent <= ANSWERS_AND_STAYS || call->agent == ACCEPTS_LATE)
        && (!call->code || call->reply))
        return "the agent was never asked";
    return judge_stdout(call, outcome);
}

static void report(const char *claim, const char *wrong, const struct outcome *outcome)
{
    const char *name = strrchr(shim, '/') ? strrchr(shim, '/') + 1 : shim;
    printf("%s %-17s %s\n", wrong ? "FAIL" : "ok  ", name, claim);
    if (wrong) {
        printf("     %s\n", wrong);
        if (outcome)
            printf("     wait status %#x, stdout %.*s\n     stderr %s\n", (unsigned) outcome->wait_status,
                outcome->out_size > 500 ? 500 : (int) outcome->out_size, outcome->out, outcome->err);
    }
    if (wrong)
        failed++;
    else
        passed++;
}

static void claim(const char *text, struct call call)
{
    static struct outcome outcome;
    memset(&outcome, 0, sizeof outcome);
    if (!call.no_command)
        for (int i = 0; i < VARIABLES_MOST && call.variables[i]; i++)
            if (strncmp(call.variables[i], "CNI_COMMAND=", 12) == 0)
                must(0, "say no_command where the command is among the variables");
    double start = seconds();
    perform(&call, &outcome);
    const char *wrong = judge(&call, &outcome);
    if (!wrong && seconds() - start > 5)
        wrong = "it took more than five seconds";
    report(text, wrong, &outcome);
    fflush(stdout);
}

/* ---- the claims ---- */

#define BYTES(literal) (literal), sizeof(literal) - 1
#define RESULT "{\"cniVersion\":\"1.0.0\",\"ips\":[{\"address\":\"10.0.1.20/24\"}]}\n"
#define REPLY .reply = "terway-cni/1 0 58\n" RESULT, .reply_size = sizeof("terway-cni/1 0 58\n" RESULT) - 1
#define GOOD .out = RESULT, .out_size = sizeof RESULT - 1
#define CONFIG .stdin_bytes = "{\"cniVersion\":\"1.0.0\"}", .stdin_size = 22
#define SOON "TERWAY_CNI_TIMEOUT_MS=300"
#define STDIN_SOON "TERWAY_CNI_STDIN_TIMEOUT_MS=200"

_Static_assert(sizeof RESULT - 1 == 58, "the reply's header says its size");

static void about_success(void)
{
    static char frame[64 + MEBIBYTE];
    size_t header = (size_t) sprintf(frame, "terway-cni/1 0 %d\n{", MEBIBYTE);
    memset(frame + header, ' ', MEBIBYTE - 2);
    frame[header + MEBIBYTE - 2] = '}';

    claim("ADD carries environment, stdin and the namespace's descriptor",
        (struct call){.variables = {"CNI_NETNS=/proc/self/ns/net", "CNI_CONTAINERID=c1", "CNI_IFNAME=eth0",
                          "CNI_ARGS=K8S_POD_NAME=web"},
            CONFIG,
            .netns = "/proc/self/ns/net",
            REPLY,
            GOOD});
    claim("CHECK carries the descriptor", (struct call){.no_command = 1,
                                              .variables = {"CNI_COMMAND=CHECK", "CNI_NETNS=/proc/self/ns/net"},
                                              CONFIG,
                                              .netns = "/proc/self/ns/net",
                                              REPLY,
                                              GOOD});
    claim("DEL carries the descriptor", (struct call){.no_command = 1,
                                            .variables = {"CNI_COMMAND=DEL", "CNI_NETNS=/proc/self/ns/net"},
                                            CONFIG,
                                            .netns = "/proc/self/ns/net",
                                            REPLY,
                                            GOOD});
    claim("the descriptor comes with the first byte of a large request too",
        (struct call){.variables = {"CNI_NETNS=/proc/self/ns/net"},
            .stdin_bytes = megabyte,
            .stdin_size = MEBIBYTE,
            .netns = "/proc/self/ns/net",
            REPLY,
            GOOD});
    claim("STATUS and GC carry no descriptor",
        (struct call){
            .no_command = 1, .variables = {"CNI_COMMAND=GC", "CNI_NETNS=/proc/self/ns/net"}, CONFIG, REPLY, GOOD});
    claim("a verb nobody knows is the agent's to answer",
        (struct call){.no_command = 1, .variables = {"CNI_COMMAND=DANCE"}, CONFIG, REPLY, GOOD});
    claim("the agent's error and exit status come through",
        (struct call){CONFIG, .reply = BYTES("terway-cni/1 1 31\n{ \"code\": 11, \"msg\": \"starved\"}"), .status = 1,
            .out = BYTES("{ \"code\": 11, \"msg\": \"starved\"}")});
    claim("exit status 255 comes through",
        (struct call){CONFIG, .reply = BYTES("terway-cni/1 255 2\n{}"), .status = 255, .out = BYTES("{}")});
    claim("an answer that comes byte by byte is put together",
        (struct call){CONFIG, .agent = ANSWERS_BYTE_BY_BYTE, REPLY, GOOD});
    claim("an answer is printed although the agent does not hang up",
        (struct call){CONFIG, .agent = ANSWERS_AND_STAYS, REPLY, GOOD});
    claim("an answer of exactly 1 MiB is printed",
        (struct call){CONFIG, .reply = frame, .reply_size = header - 1 + MEBIBYTE, .out = frame + header - 1,
            .out_size = MEBIBYTE});
    claim("an agent that answers before it has read everything is heard",
        (struct call){.agent = ANSWERS_UNREAD, .stdin_bytes = megabyte, .stdin_size = MEBIBYTE, REPLY, GOOD});
    claim("a stop and continue while it waits for the agent's queue changes nothing",
        (struct call){CONFIG, .agent = ACCEPTS_LATE, REPLY, GOOD});
}

static void about_version(void)
{
    static const char versions[] =
        "{\"cniVersion\":\"1.1.0\",\"supportedVersions\":[\"0.3.0\",\"0.3.1\",\"0.4.0\",\"1.0.0\",\"1.1.0\"]}\n";
    claim(
        "VERSION is answered without an agent and without waiting for stdin", (struct call){.no_command = 1,
                                                                                  .variables = {"CNI_COMMAND=VERSION"},
                                                                                  .agent = IS_ABSENT,
                                                                                  .stdin_manner = STALLS,
                                                                                  .out = BYTES(versions)});
    claim("VERSION to a full stdout is a failure",
        (struct call){
            .no_command = 1, .variables = {"CNI_COMMAND=VERSION"}, .agent = IS_ABSENT, .stdout_manner = IS_FULL});
}

static void about_namespaces(void)
{
    static char vanished[256], fifo[256];
    snprintf(vanished, sizeof vanished, "CNI_NETNS=%s", beside("vanished"));
    snprintf(fifo, sizeof fifo, "CNI_NETNS=%s", beside("fifo"));
    must(mkfifo(beside("fifo"), 0600) == 0, "mkfifo");
    claim("DEL of a vanished namespace reaches the agent without a descriptor",
        (struct call){.no_command = 1, .variables = {"CNI_COMMAND=DEL", vanished}, CONFIG, REPLY, GOOD});
    claim("ADD into a vanished namespace is the agent's to refuse",
        (struct call){.variables = {vanished}, CONFIG, REPLY, GOOD});
    claim("an empty CNI_NETNS carries no descriptor", (struct call){.variables = {"CNI_NETNS="}, CONFIG, REPLY, GOOD});
    claim("a namespace that is a fifo holds nobody up",
        (struct call){.variables = {fifo}, CONFIG, .netns = beside("fifo"), REPLY, GOOD});
}

static void about_the_environment(void)
{
    static char most[ENVIRONMENT_MOST + 64];
    size_t command = sizeof "CNI_COMMAND=ADD";
    memset(most, 'a', sizeof most);
    memcpy(most, "CNI_ARGS=", 9);
    most[ENVIRONMENT_MOST - command - 1] = '\0';
    memcpy(long_value, most, ENVIRONMENT_MOST - command - 1);
    long_value[ENVIRONMENT_MOST - command - 1] = 'a';

    claim("a missing CNI_COMMAND is named",
        (struct call){.no_command = 1, CONFIG, .agent = IS_ABSENT, .code = 4, .says = "CNI_COMMAND is not set"});
    claim("an empty CNI_COMMAND is a missing one", (struct call){.no_command = 1,
                                                       .variables = {"CNI_COMMAND="},
                                                       CONFIG,
                                                       .agent = IS_ABSENT,
                                                       .code = 4,
                                                       .says = "CNI_COMMAND"});
    claim("64 KiB of variables are carried", (struct call){.variables = {most}, CONFIG, REPLY, GOOD});
    claim("a byte more than 64 KiB of variables is refused",
        (struct call){.variables = {long_value}, CONFIG, .agent = IS_ABSENT, .code = 4, .says = "65536 bytes"});
    claim("new lines, quotes and bytes that are not UTF-8 are carried as they are",
        (struct call){.variables = {"CNI_ARGS=a=\"1\"\n;b=\\\xff\xfe", "CNI_=\n", "CNI_EMPTY="}, CONFIG, REPLY, GOOD});
}

static void about_stdin(void)
{
    claim("an empty stdin is carried", (struct call){REPLY, GOOD});
    claim("stdin of exactly 1 MiB is carried",
        (struct call){.stdin_bytes = megabyte, .stdin_size = MEBIBYTE, REPLY, GOOD});
    claim("stdin of 1 MiB and a byte is refused", (struct call){.stdin_bytes = megabyte,
                                                      .stdin_size = MEBIBYTE + 1,
                                                      .agent = IS_ABSENT,
                                                      .code = 6,
                                                      .says = "1048576 bytes"});
    claim("stdin that goes on forever is refused",
        (struct call){.stdin_manner = GOES_ON_FOREVER, .agent = IS_ABSENT, .code = 6});
    claim("stdin that stalls is given up", (struct call){.variables = {STDIN_SOON},
                                               CONFIG,
                                               .stdin_manner = STALLS,
                                               .agent = IS_ABSENT,
                                               .code = 5,
                                               .says = "22 bytes came"});
    claim("stdin that drips is given up: the time is for all of it",
        (struct call){.variables = {STDIN_SOON}, CONFIG, .stdin_manner = DRIPS, .agent = IS_ABSENT, .code = 5});
    claim("a closed stdin is an i/o failure",
        (struct call){.stdin_manner = IS_CLOSED, .agent = IS_ABSENT, .code = 5, .says = "Bad file descriptor"});
    claim("stdin that cannot be read is an i/o failure",
        (struct call){.stdin_manner = IS_A_DIRECTORY, .agent = IS_ABSENT, .code = 5, .says = "directory"});
}

static void about_an_agent_that_is_away(void)
{
    static char too_long[200];
    memset(too_long, 'x', sizeof too_long - 1);
    claim("no socket: try again later, and which socket",
        (struct call){CONFIG, .agent = IS_ABSENT, .code = 11, .says = "agent.socket: No such file or directory"});
    claim("a stale socket: try again later",
        (struct call){CONFIG, .agent = LEFT_A_STALE_SOCKET, .code = 11, .says = "agent.socket: Connection refused"});
    claim("a socket's path that is too long is said so",
        (struct call){CONFIG, .agent = IS_ABSENT, .socket = too_long, .code = 11, .says = "the path is too long"});
    claim("quotes, control characters and bytes that are not UTF-8 in the path are escaped",
        (struct call){CONFIG, .agent = IS_ABSENT, .socket = "/no/\"where\"\\\n\x01\x7f\xff\xc3", .code = 11,
            .says = "/no/\\u0022where\\u0022\\u005c\\u000a\\u0001\\u007f\\u00ff\\u00c3: No such"});
    claim("a silent agent is given up",
        (struct call){.variables = {SOON}, CONFIG, .agent = IS_SILENT, .code = 11, .says = "within 300 ms"});
    claim("an agent that drips is given up: the time is for the whole answer",
        (struct call){.variables = {SOON}, CONFIG, .agent = DRIPS_FOREVER, .code = 11});
    claim("an agent whose queue stays full is given up",
        (struct call){.variables = {SOON}, CONFIG, .agent = NEVER_ACCEPTS, .code = 11, .says = "within 300 ms"});
    claim("an agent that hangs up at once: try again later",
        (struct call){CONFIG, .agent = HANGS_UP, .code = 11, .says = "closed the connection"});
}

#define UNUSABLE(text, frame, words)                                                                                   \
    claim("an answer of no use: " text,                                                                                \
        (struct call){.variables = {SOON}, CONFIG, .reply = BYTES(frame), .code = 11, .says = words})

static void about_an_agent_that_talks_nonsense(void)
{
    UNUSABLE("nothing at all", "", "without an answer");
    UNUSABLE("garbage", "HTTP/1.1 400 Bad Request\r\n\r\n", "header");
    UNUSABLE("garbage without a line", "000000000000000000000000000000000000000000000000", "no header");
    UNUSABLE("half a header", "terway-cni/1 0", "cut off");
    UNUSABLE("a header without a body", "terway-cni/1 0 2\n", "cut off");
    UNUSABLE("half a body", "terway-cni/1 0 20\n{\"ips\":[]", "cut off");
    UNUSABLE("a body that is longer than told", "terway-cni/1 0 2\n{}{}", "longer than it says");
    UNUSABLE("two frames", "terway-cni/1 0 2\n{}terway-cni/1 0 2\n{}", "longer than it says");
    UNUSABLE("another protocol version", "terway-cni/2 0 2\n{}", "header");
    UNUSABLE("a body of more than 1 MiB", "terway-cni/1 0 1048577\n{}", "header");
    UNUSABLE("a length that overflows", "terway-cni/1 0 18446744073709551618\n{}", "header");
    UNUSABLE("a negative length", "terway-cni/1 0 -2\n{}", "header");
    UNUSABLE("a length with a sign", "terway-cni/1 0 +2\n{}", "header");
    UNUSABLE("a length with spaces", "terway-cni/1 0  2\n{}", "header");
    UNUSABLE("a length in words", "terway-cni/1 0 two\n{}", "header");
    UNUSABLE("no length", "terway-cni/1 0 \n{}", "header");
    UNUSABLE("no exit status", "terway-cni/1  2\n{}", "header");
    UNUSABLE("one number only", "terway-cni/1 2\n{}", "header");
    UNUSABLE("three numbers", "terway-cni/1 0 2 3\n{}", "header");
    UNUSABLE("a carriage return", "terway-cni/1 0 2\r\n{}", "header");
    UNUSABLE("a NUL in the header", "terway-cni/1 0\0 2\n{}", "header");
    UNUSABLE("an exit status of 256", "terway-cni/1 256 2\n{}", "header");
    UNUSABLE("a negative exit status", "terway-cni/1 -1 2\n{}", "header");
    UNUSABLE("an exit status that overflows", "terway-cni/1 4294967296 2\n{}", "header");
    UNUSABLE("an empty body: success is an object too", "terway-cni/1 0 0\n", "not a JSON object");
    UNUSABLE("a body of white space", "terway-cni/1 0 2\n \n", "not a JSON object");
    UNUSABLE("a body that is a list", "terway-cni/1 0 2\n[]", "not a JSON object");
    UNUSABLE("a body that is one brace", "terway-cni/1 0 1\n}", "not a JSON object");
    UNUSABLE("a log line before the body", "terway-cni/1 0 7\nINFO {}", "not a JSON object");
    UNUSABLE("a log line behind the body", "terway-cni/1 0 7\n{} INFO", "not a JSON object");
    UNUSABLE("a NUL in the body", "terway-cni/1 0 9\n{\"a\":\"\0\"}", "not a JSON object");
    UNUSABLE("a NUL behind the body", "terway-cni/1 0 3\n{}\0", "not a JSON object");
}

static void about_stdout(void)
{
    static char frame[64 + MEBIBYTE];
    size_t size = (size_t) sprintf(frame, "terway-cni/1 0 %d\n{", MEBIBYTE) - 1 + MEBIBYTE;
    memset(frame + strlen(frame), ' ', MEBIBYTE - 2);
    frame[size - 1] = '}';
    claim("a closed stdout is a failure, and the agent's socket does not take its place",
        (struct call){CONFIG, REPLY, .stdout_manner = IS_CLOSED_TOO});
    claim("a closed stdout is a failure, and the namespace does not take its place",
        (struct call){.variables = {"CNI_NETNS=/proc/self/ns/net"},
            CONFIG,
            .netns = "/proc/self/ns/net",
            REPLY,
            .stdout_manner = IS_CLOSED_TOO});
    claim("a stdout that never blocks gets all of it",
        (struct call){CONFIG, .reply = frame, .reply_size = size, .out = frame + size - MEBIBYTE, .out_size = MEBIBYTE,
            .stdout_manner = NEVER_BLOCKS});
    claim("a full stdout is a failure", (struct call){CONFIG, REPLY, .stdout_manner = IS_FULL});
    claim("a stdout that nobody reads any more is a failure",
        (struct call){CONFIG, REPLY, .stdout_manner = HAS_LOST_ITS_READER});
    claim("a stdout that is never read does not hold it beyond its time",
        (struct call){.variables = {SOON}, CONFIG, .reply = frame, .reply_size = size, .stdout_manner = IS_NEVER_READ});
    claim("an error object for a full stdout is a failure",
        (struct call){CONFIG, .agent = IS_ABSENT, .stdout_manner = IS_FULL, .code = 11});
}

/* Who believes the judge? It is shown what it must refuse. */
static void about_the_judge(void)
{
    static const char *const good[] = {"{}", " { } \n", "{\"a\":[1,-0.5e+3,true,null,{}],\"\":\"\\u00fF\\n\xc3\xa9\"}"};
    static const char *const bad[] = {"", "[]", "{}{}", "{} x", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}",
        "{\"a\":01}", "{\"a\":.5}", "{\"a\":\"\n\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\xff\"}",
        "{\"a\":\"\xc0\x80\"}", "{\"a\":\"\xed\xa0\x80\"}", "{\"a\":[1 2]}", "{\"a\":tru}"};
    shim = "the-judge";
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        report("accepts a JSON object", is_one_json_object(good[i], strlen(good[i])) ? NULL : good[i], NULL);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        report("refuses what is not exactly one JSON object",
            is_one_json_object(bad[i], strlen(bad[i])) ? bad[i] : NULL, NULL);
}

static void claims(void)
{
    about_success();
    about_version();
    about_namespaces();
    about_the_environment();
    about_stdin();
    about_an_agent_that_is_away();
    about_an_agent_that_talks_nonsense();
    about_stdout();
}

int main(int count, char **shims)
{
    about_the_judge();
    memset(megabyte, 'm', sizeof megabyte);
    for (int i = 1; i < count; i++) {
        shim = shims[i];
        strcpy(folder, "/tmp/terway-shim-XXXXXX");
        must(mkdtemp(folder) != NULL, "mkdtemp");
        snprintf(socket_path, sizeof socket_path, "%s/agent.socket", folder);
        claims();
        unlink(socket_path);
        unlink(beside("fifo"));
        rmdir(folder);
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0 || count < 2;
}
