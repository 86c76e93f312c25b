/*
 * caller: runs a program as a container runtime does, by fork and exec, and says how long it took until it had ended.
 *
 *   caller PROGRAM [ARGUMENT ...]
 *
 * The program has the caller's stdin, stdout and environment. What it took comes on stderr, in microseconds, and the
 * program's exit status becomes the caller's. Starting the caller itself is not counted: so a slow parent, such as a
 * JVM, can measure a fast child.
 */
#include <errno.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int64_t micros(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int main(int count, char **words)
{
    if (count < 2) {
        fprintf(stderr, "caller: PROGRAM [ARGUMENT ...]\n");
        return 2;
    }
    pid_t child;
    int status;
    int64_t start = micros();
    int refused = posix_spawn(&child, words[1], NULL, NULL, words + 1, environ);
    if (refused != 0) {
        fprintf(stderr, "caller: %s: %s\n", words[1], strerror(refused));
        return 2;
    }
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return 2;
    fprintf(stderr, "%lld\n", (long long) (micros() - start));
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
