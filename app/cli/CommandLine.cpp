#include "app/cli/CommandLine.h"

#include "app/cli/Interrupt.h"
#include "app/cli/Session.h"
#include "app/cli/Verbs.h"
#include "app/cli/WorkspaceChoice.h"
#include "core/client/RecentWorkspaces.h"

#include <QCoreApplication>

namespace atelier::cli {

namespace {

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

} // namespace

std::vector<Verb> allVerbs()
{
    std::vector<Verb> verbs;
    for (std::vector<Verb> (*const group)() : {workspaceVerbs, jobVerbs, dataVerbs})
        for (Verb &verb : group())
            verbs.push_back(std::move(verb));
    verbs.push_back(doctorVerb());
    return verbs;
}

int run(const Invocation &invocation)
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
    return QCoreApplication::exec();
}

} // namespace atelier::cli
