/* All that runs in a sandbox of containerd.sh: nothing, until it is told to end. As the first process of its pid
 * namespace it gets no signal that it does not ask for. */
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static _Noreturn void end(int signal)
{
    (void) signal;
    _exit(0);
}

int main(void)
{
    if (signal(SIGTERM, end) == SIG_ERR || signal(SIGINT, end) == SIG_ERR)
        return EXIT_FAILURE;
    for (;;)
        pause();
}
