// atelier: the command line of Atelier.

#include "app/cli/CommandLine.h"
#include "app/cli/Terminal.h"

#include <QCoreApplication>

#include <csignal>

namespace {

using namespace atelier;
using namespace atelier::cli;

constexpr int usageExit = 2;

} // namespace

int main(int count, char **values)
{
    signal(SIGPIPE, SIG_IGN); // a service that goes away must not end us
    const std::vector<Verb> verbs = allVerbs();
    const auto invocation = parse({values + 1, values + count}, verbs);
    Terminal terminal;
    if (!invocation) {
        terminal.err(describe(invocation.error()) + "\n");
        return usageExit;
    }
    if (invocation->wantsHelp) {
        terminal.out(invocation->verb != nullptr ? helpOf(*invocation->verb)
                : invocation->group.empty()      ? helpOf(verbs)
                                                 : helpOf(verbs, invocation->group));
        return 0;
    }
    QCoreApplication application(count, values);
    return run(*invocation);
}
