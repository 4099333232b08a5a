#include "app/cli/DoctorChecks.h"
#include "app/cli/Readable.h"
#include "app/cli/Session.h"
#include "app/cli/Table.h"
#include "app/cli/Verbs.h"
#include "app/cli/WorkspaceChoice.h"
#include "core/base/Json.h"
#include "core/system/Clock.h"

#include <algorithm>

namespace atelier::cli {

namespace {

using Health = Check::Health;

std::string nameOf(Health health)
{
    return health == Health::Ok ? "ok" : health == Health::Warning ? "warning" : "problem";
}

Style styleOf(Health health)
{
    return health == Health::Ok ? Style::Good : health == Health::Warning ? Style::Warning : Style::Bad;
}

/// Prints the findings and ends the run: with 1 where there is a problem.
void report(Session &session, const std::vector<Check> &checks)
{
    Table table({{}, {}, {}});
    Json json = Json::array();
    for (const Check &check : checks) {
        json.push_back({{"name", check.name}, {"health", nameOf(check.health)}, {"finding", check.finding},
            {"advice", check.advice}});
        table.add({session.terminal().styled(styleOf(check.health), nameOf(check.health)), check.name,
            check.finding});
        if (!check.advice.empty())
            table.add({"", "", "-> " + check.advice});
    }
    if (session.wantsJson())
        session.printJson({{"checks", std::move(json)}});
    else
        session.terminal().out(table.text());
    const bool hasProblem = std::any_of(
        checks.begin(), checks.end(), [](const Check &check) { return check.health == Health::Problem; });
    session.finish(hasProblem ? 1 : 0);
}

Check serviceCheck(const Reply &reply, std::int64_t tookMs)
{
    if (!reply.isSuccess())
        return {
            "Service", Health::Problem, describe(reply.errors.front()), "See service.log in the workspace."};
    return {"Service", Health::Ok,
        "version " + textAt(reply.json, "version") + " answers after " + readableDuration(tookMs)
            + ", process " + std::to_string(integerAt(reply.json, "pid")) + ", MLflow on port "
            + std::to_string(integerAt(reply.json, "port")),
        {}};
}

void run(Session &session)
{
    const auto workspace = chooseWorkspace(session.arguments().value("--workspace"));
    const Result<void> opened
        = workspace ? session.openWorkspace(*workspace) : Result<void>(workspace.error());
    auto checks = machineChecks(opened ? std::optional(*workspace) : std::nullopt);
    if (!opened) {
        const bool isNone = opened.error().code == "workspace.none";
        checks.push_back(
            {"Workspace", isNone ? Health::Warning : Health::Problem, opened.error().sentence, {}});
        return report(session, checks);
    }
    checks.push_back({"Workspace", Health::Ok, workspace->string(), {}});
    session.client().get(
        "/api/v1/service", {}, &session, [&session, checks, begin = steadyMs()](const Reply &reply) mutable {
            checks.push_back(serviceCheck(reply, steadyMs() - begin));
            report(session, checks);
        });
}

} // namespace

Verb doctorVerb()
{
    return {"", "doctor", {}, {}, "Looks at what works on this machine, and says what to do about the rest.",
        Verb::Needs::Nothing, run};
}

} // namespace atelier::cli
