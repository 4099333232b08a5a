// atelierd: the service of one workspace.

#include "app/service/ServiceProcess.h"
#include "core/base/ErrorJson.h"
#include "core/base/Json.h"
#include "core/system/Clock.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <poll.h>
#include <signal.h>
#include <string>
#include <string_view>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using namespace atelier;

constexpr int beatMs = 15'000;
constexpr int turnMs = 2'000; ///< the load is told, and looked whether anyone needs the service
constexpr std::int64_t longestIdleMs = 60'000;

struct Arguments
{
    std::filesystem::path workspace;
    int readyDescriptor = -1; ///< where a starting client waits for "ready" or a sentence
};

bool parse(int count, char **values, Arguments &arguments)
{
    for (int i = 1; i + 1 < count; i += 2) {
        if (std::strcmp(values[i], "--workspace") == 0)
            arguments.workspace = values[i + 1];
        else if (std::strcmp(values[i], "--ready-fd") == 0)
            arguments.readyDescriptor = std::atoi(values[i + 1]);
        else
            return false;
    }
    return count % 2 == 1 && !arguments.workspace.empty();
}

/// Signals that end the service, as a descriptor. To be called before any thread starts.
Descriptor terminationSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    signal(SIGPIPE, SIG_IGN);
    return Descriptor(signalfd(-1, &signals, SFD_CLOEXEC));
}

void report(int descriptor, const std::string &line)
{
    if (descriptor < 0)
        return;
    static_cast<void>(!write(descriptor, line.data(), line.size()));
    close(descriptor);
}

void serve(ServiceProcess &service, int signals)
{
    std::int64_t busy = steadyMs();
    std::int64_t beat = busy;
    for (;;) {
        std::array<pollfd, 2> watched{{{signals, POLLIN, 0}, {service.stopDescriptor(), POLLIN, 0}}};
        if (poll(watched.data(), watched.size(), turnMs) > 0)
            return;
        const std::int64_t now = steadyMs();
        service.tellLoad();
        if (now - beat >= beatMs) {
            service.beat();
            beat = now;
        }
        if (!service.isIdle())
            busy = now;
        if (now - busy >= longestIdleMs)
            return;
    }
}

} // namespace

int main(int count, char **values)
{
    Arguments arguments;
    if (!parse(count, values, arguments)) {
        std::fputs("Usage: atelierd --workspace FOLDER [--ready-fd NUMBER]\n", stderr);
        return 2;
    }
    umask(077);
    prctl(PR_SET_DUMPABLE, 0); // tokens are in this memory
    const Descriptor signals = terminationSignals();
    std::error_code failure;
    ServiceProcess::Options options;
    options.workspace = std::filesystem::canonical(arguments.workspace, failure);
    options.program = std::filesystem::read_symlink("/proc/self/exe", failure);
    const char *resources = std::getenv("ATELIER_RESOURCES");
    options.resources = resources == nullptr ? ATELIER_RESOURCES : resources;
    if (options.workspace.empty()) {
        const std::string sentence = "There is no folder " + arguments.workspace.string() + ".";
        std::fprintf(stderr, "atelierd: %s\n", sentence.c_str());
        report(arguments.readyDescriptor, "error " + sentence + "\n");
        return 1;
    }
    auto service = ServiceProcess::start(options);
    if (!service) {
        std::fprintf(stderr, "atelierd: %s\n", describe(service.error()).c_str());
        report(arguments.readyDescriptor, "error " + toText(toJson(service.error())) + "\n");
        return 1;
    }
    report(arguments.readyDescriptor, "ready\n");
    serve(**service, signals.number());
    return 0;
}
