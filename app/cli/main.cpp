// atelier: the command line of Atelier.

#include "app/cli/CommandLine.h"
#include "app/cli/Report.h"
#include "app/cli/Terminal.h"

#include <QCoreApplication>

#include <csignal>

namespace {

using namespace atelier;
using namespace atelier::cli;

constexpr int usageExit = 2;

/// What words that make no command still say about the form of the answer.
ReportForm formOf(const std::vector<std::string> &words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool isOption = words[i] == "-o" || words[i] == "--format";
        if (words[i] == "--format=json" || (isOption && i + 1 < words.size() && words[i + 1] == "json"))
            return ReportForm::Json;
    }
    return ReportForm::Lines;
}

} // namespace

int main(int count, char **values)
{
    signal(SIGPIPE, SIG_IGN); // a service that goes away must not end us
    const std::vector<Verb> verbs = allVerbs();
    const std::vector<std::string> words(values + 1, values + count);
    const auto invocation = parse(words, verbs);
    Terminal terminal;
    if (!invocation) {
        terminal.err(reportText({invocation.error()}, {}, formOf(words)));
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
