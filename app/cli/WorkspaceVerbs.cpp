#include "app/cli/Readable.h"
#include "app/cli/Session.h"
#include "app/cli/Table.h"
#include "app/cli/Verbs.h"
#include "app/cli/WorkspaceChoice.h"
#include "core/base/Json.h"
#include "core/client/NewWorkspace.h"
#include "core/client/RecentWorkspaces.h"
#include "core/client/ServiceEnd.h"
#include "core/client/WorkspaceFolder.h"

namespace atelier::cli {

namespace {

Result<void> remember(const std::filesystem::path &folder)
{
    const auto recent = RecentWorkspaces::ofUser();
    if (!recent)
        return recent.error();
    return recent->add(folder);
}

void init(Session &session)
{
    const auto made = NewWorkspace::make(session.arguments().operand(0));
    if (!made)
        return session.fail({made.error()});
    if (auto opened = session.openWorkspace(made->folder()); !opened) {
        made->takeBack();
        return session.fail({opened.error()});
    }
    session.client().ensureService(&session, [&session, made = *made](const Result<void> &running) {
        if (!running) {
            made.takeBack();
            return session.fail({running.error()});
        }
        const std::filesystem::path &folder = made.folder();
        if (auto kept = remember(folder); !kept)
            return session.fail({kept.error()});
        if (session.wantsJson())
            session.printJson({{"workspace", folder.string()}});
        else
            session.terminal().out("Made the workspace " + folder.string() + ".\n");
        session.finish(0);
    });
}

void list(Session &session)
{
    const auto recent = RecentWorkspaces::ofUser();
    if (!recent)
        return session.fail({recent.error()});
    Table table({"WORKSPACE", "LAST OPENED", ""});
    Json json = Json::array();
    for (const RecentWorkspace &each : recent->list()) {
        const bool isThere = isWorkspace(each.folder);
        table.add({each.folder.string(), readableTime(each.openedMs), isThere ? "" : "(gone)"});
        json.push_back({{"path", each.folder.string()}, {"opened_ms", each.openedMs}, {"exists", isThere}});
    }
    if (session.wantsJson())
        session.printJson({{"workspaces", std::move(json)}});
    else if (table.empty())
        session.terminal().out("There is no workspace yet. Make one with: atelier workspace init FOLDER\n");
    else
        session.terminal().out(table.text());
    session.finish(0);
}

/// Opens the workspace that the operand names, or else the usual one.
bool openNamed(Session &session)
{
    const std::string operand = session.arguments().operand(0);
    const auto folder = chooseWorkspace(operand.empty() ? session.arguments().value("--workspace") : operand);
    if (!folder) {
        session.fail({folder.error()});
        return false;
    }
    if (auto opened = session.openWorkspace(*folder); !opened) {
        session.fail({opened.error()});
        return false;
    }
    return true;
}

void printService(Session &session, const Json &service)
{
    Table table({{}, {}});
    table.add({"Workspace", textAt(service, "workspace")});
    table.add({"Service",
        "version " + textAt(service, "version") + ", process " + std::to_string(integerAt(service, "pid"))
            + ", since " + readableTime(integerAt(service, "started_ms"))});
    table.add({"MLflow", "http://127.0.0.1:" + std::to_string(integerAt(service, "port"))});
    table.add({"Cores", readableNumber(service.value("cores", Json()))});
    table.add({"Jobs under way", service.value("has_work", Json(false)) == Json(true) ? "yes" : "none"});
    session.terminal().out(table.text());
}

void show(Session &session)
{
    if (!openNamed(session))
        return;
    session.client().get("/api/v1/service", {}, &session, [&session](const Reply &reply) {
        if (!reply.isSuccess())
            return session.fail(reply.errors);
        if (session.wantsJson())
            session.printJson(reply.json);
        else
            printService(session, reply.json);
        session.finish(0);
    });
}

void startAgain(Session &session)
{
    session.client().ensureService(&session, [&session](const Result<void> &running) {
        if (!running)
            return session.fail({running.error()});
        if (session.wantsJson())
            session.printJson({{"workspace", session.client().workspace().string()}});
        else
            session.terminal().out("The service was started again. Jobs that were running run on.\n");
        session.finish(0);
    });
}

void restart(Session &session)
{
    if (!openNamed(session))
        return;
    // Finds it first: it may have been started with another runtime folder.
    session.client().ensureService(&session, [&session](const Result<void> &running) {
        if (!running)
            return session.fail({running.error()});
        auto *end = new ServiceEnd(session.client().socket(), &session);
        QObject::connect(end, &ServiceEnd::finished, &session, [&session](const Result<void> &ended) {
            if (!ended && ended.error().kind != ErrorKind::NotFound)
                return session.fail({ended.error()});
            startAgain(session);
        });
        end->begin();
    });
}

void remove(Session &session)
{
    if (!openNamed(session))
        return;
    deleteWorkspace(session.client(), &session, [&session](const Result<std::filesystem::path> &moved) {
        if (!moved)
            return session.fail({moved.error()});
        const std::filesystem::path folder = session.client().workspace();
        const auto recent = RecentWorkspaces::ofUser();
        if (!recent)
            return session.fail({recent.error()});
        if (auto forgotten = recent->forget(folder); !forgotten)
            return session.fail({forgotten.error()});
        if (session.wantsJson())
            session.printJson({{"workspace", folder.string()}, {"trash", moved->string()}});
        else
            session.terminal().out("Moved " + folder.string() + " to the trash: " + moved->string() + "\n");
        session.finish(0);
    });
}

} // namespace

std::vector<Verb> workspaceVerbs()
{
    constexpr auto nothing = Verb::Needs::Nothing;
    return {
        {"workspace", "init", {{"DIR"}}, {}, "Makes a workspace in a new or empty folder.", nothing, init},
        {"workspace", "list", {}, {}, "The workspaces that you have opened, the last one first.", nothing,
            list},
        {"workspace", "show", {{"DIR", true}}, {}, "Where a workspace and its service are.", nothing, show},
        {"workspace", "restart", {{"DIR", true}}, {},
            "Ends a workspace's service, also one that does not answer, and starts it again; jobs run on.",
            nothing, restart},
        {"workspace", "delete", {{"DIR"}}, {}, "Moves a workspace to the trash.", nothing, remove},
    };
}

} // namespace atelier::cli
