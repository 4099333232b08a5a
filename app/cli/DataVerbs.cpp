#include "app/cli/Readable.h"
#include "app/cli/Session.h"
#include "app/cli/Table.h"
#include "app/cli/TableLook.h"
#include "app/cli/Verbs.h"
#include "core/base/Json.h"
#include "core/client/PlacedErrors.h"
#include "core/document/DataDocument.h"

#include <memory>

namespace atelier::cli {

namespace {

std::string detailText(const Json &asset)
{
    Table table({{}, {}});
    for (const auto &[title, key] :
        std::initializer_list<std::pair<const char *, const char *>>{{"Data", "name"}, {"Version", "version"},
            {"Type", "type"}, {"Path", "path"}, {"Description", "description"}})
        if (const std::string value = textAt(asset, key); !value.empty())
            table.add({title, value});
    table.add({"Created", readableTime(integerAt(asset, "created_ms"))});
    return table.text();
}

void create(Session &session)
{
    auto loaded = std::make_shared<Loaded<DataAsset>>(
        loadData(session.arguments().value("--file"), session.arguments().values("--set")));
    session.warn(loaded->warnings);
    if (!loaded->value)
        return session.fail(loaded->errors);
    if (const std::string name = session.arguments().value("--name"); !name.empty())
        loaded->value->name = name;
    if (loaded->value->name.empty())
        return session.fail({{ErrorKind::Invalid, "data.name",
            "The data asset has no name: write `name:` into the document, or give --name.", {},
            loaded->locate({})}});
    session.client().put("/api/v1/data/" + loaded->value->name, {{"document", dataToJson(*loaded->value)}},
        &session, [&session, loaded](const Reply &reply) {
            if (!reply.isSuccess())
                return session.fail(placedErrors(reply.errors, loaded->tree));
            if (session.wantsJson())
                session.printJson(reply.json);
            else
                session.terminal().out("Registered " + textAt(reply.json, "name") + ":"
                    + textAt(reply.json, "version") + " (use it as azureml:" + textAt(reply.json, "name")
                    + "@latest).\n");
            session.finish(0);
        });
}

std::string tableOf(const Json &assets)
{
    Table table({"NAME", "VERSION", "TYPE", "CREATED", "PATH"});
    for (const Json &asset : assets)
        table.add({textAt(asset, "name"), textAt(asset, "version"), textAt(asset, "type"),
            readableTime(integerAt(asset, "created_ms")), textAt(asset, "path")});
    return table.empty() ? "No data. Register some with: atelier data create -f FILE\n" : table.text();
}

/// Prints the list that an answer has under `key`.
ServiceClient::Callback printTable(Session &session, const char *key)
{
    return [&session, key](const Reply &reply) {
        if (!reply.isSuccess())
            return session.fail(reply.errors);
        if (session.wantsJson())
            session.printJson(reply.json);
        else
            session.terminal().out(tableOf(reply.json.value(key, Json::array())));
        session.finish(0);
    };
}

void list(Session &session)
{
    http::Fields query;
    if (session.arguments().has("--text"))
        query.emplace_back("text", session.arguments().value("--text"));
    session.client().get("/api/v1/data", std::move(query), &session, printTable(session, "data"));
}

void show(Session &session)
{
    const std::string address = "/api/v1/data/" + session.arguments().operand(0);
    if (!session.arguments().has("--version"))
        return session.client().get(address, {}, &session, printTable(session, "versions"));
    session.client().get(address + "/versions/" + session.arguments().value("--version"), {}, &session,
        [&session](const Reply &reply) {
            if (!reply.isSuccess())
                return session.fail(reply.errors);
            if (session.wantsJson())
                session.printJson(reply.json);
            else
                session.terminal().out(detailText(reply.json));
            session.finish(0);
        });
}

std::vector<Option> assetTableOptions()
{
    std::vector<Option> options = tableOptions();
    options.push_back({"--version", "", "VERSION", "Of this version, not of the latest."});
    return options;
}

} // namespace

std::vector<Verb> dataVerbs()
{
    constexpr auto workspace = Verb::Needs::Workspace;
    return {
        {"data", "create", {},
            {{"--file", "-f", "FILE", "The YAML document.", false, true},
                {"--name", "-n", "NAME", "The asset's name; else the document's."},
                {"--set", "", "PATH=VALUE", "Replaces a value of the document: path=./other", true}},
            "Registers data under a name and a version.", workspace, create},
        {"data", "list", {}, {{"--text", "", "TEXT", "Only assets whose names have it."}},
            "The latest version of each data asset.", workspace, list},
        {"data", "show", {{"NAME"}}, {{"--version", "", "VERSION", "Only this version."}},
            "All versions of a data asset, or one.", workspace, show},
        {"data", "table", {{"NAME"}}, assetTableOptions(),
            "Rows of a data asset that is one table, or what its columns hold.", workspace, lookAtAssetTable,
            true},
    };
}

} // namespace atelier::cli
