#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <new>
#include <sys/mman.h>
#include <unistd.h>

namespace {

constexpr std::size_t most = 500;
using Slots = std::array<std::atomic<pid_t>, most>;

} // namespace

/// A fork bomb with a bottom: COUNT processes in sessions of their own, deaf to SIGTERM, each of which
/// replaces any that is killed. A killer that takes them one by one loses. Gives up by itself after 40 s.
int main(int argc, char **argv)
{
    const auto count = static_cast<std::size_t>(argc > 1 ? std::atoi(argv[1]) : 60);
    void *shared = mmap(nullptr, sizeof(Slots), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED || count > most)
        return 1;
    auto &slots = *new (shared) Slots{};
    signal(SIGTERM, SIG_IGN);
    signal(SIGCHLD, SIG_IGN);
    alarm(40);
    while (true) {
        for (std::size_t i = 0; i < count; ++i) {
            pid_t present = slots[i];
            if (present < 0 || (present > 0 && (kill(present, 0) == 0 || errno != ESRCH)))
                continue;
            if (!slots[i].compare_exchange_strong(present, -1)) // -1: somebody is filling it
                continue;
            const pid_t child = fork();
            if (child == 0) {
                setsid();
                alarm(40);
            } else {
                slots[i] = child > 0 ? child : 0;
            }
        }
        usleep(500);
    }
}
