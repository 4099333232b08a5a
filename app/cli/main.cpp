// atelier: the command line of Atelier.

#include "app/cli/Interrupt.h"
#include "app/cli/Report.h"
#include "app/cli/Session.h"
#include "app/cli/Verbs.h"
#include "app/cli/WorkspaceChoice.h"
#include "core/client/RecentWorkspaces.h"

#include <QCoreApplication>

#include <csignal>

namespace {

using namespace atelier;
using namespace atelier::cli;

constexpr int usageExit = 2;

std::vector<Verb> allVerbs()
{
    std::vector<Verb> verbs;
    for (std::vector<Verb> (*const group)() : {workspaceVerbs, jobVerbs, dataVerbs})
        for (Verb &verb : group())
            verbs.push_back(std::move(verb));
    verbs.push_back(doctorVerb());
    return verbs;
}

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

Result<void> openWorkspace(Session &session)
{
    const auto folder = chooseWorkspace(session.arguments().value("--workspace"));
    if (!folder)
        return folder.error();
    if (auto opened = session.openWorkspace(*folder); !opened)
        return opened;
    const auto recent = RecentWorkspaces::ofUser();
    if (!recent)
        return recent.error();
    return recent->add(*folder);
}

int run(QCoreApplication &application, const Invocation &invocation)
{
    Interrupt interrupt;
    Session session(invocation.arguments);
    QObject::connect(&interrupt, &Interrupt::interrupted, &session, &Session::interrupt);
    const Result<void> opened
        = invocation.verb->needs == Verb::Needs::Workspace ? openWorkspace(session) : Result<void>();
    if (opened)
        invocation.verb->run(session);
    else
        session.fail({opened.error()});
    return application.exec();
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
    return run(application, *invocation);
}
