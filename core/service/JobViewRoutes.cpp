#include "core/service/JobViewRoutes.h"

#include "core/base/Json.h"
#include "core/document/JobFilterGrammar.h"
#include "core/domain/JobView.h"
#include "core/domain/Names.h"
#include "core/service/JobParameters.h"
#include "core/storage/Database.h"
#include "core/storage/SettingRepository.h"
#include "core/system/Clock.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr const char *keyPrefix = "job-view/";
constexpr std::size_t longestName = 100;
constexpr std::size_t longestPart = 300; // bytes, of an order or a column
constexpr std::size_t mostViewColumns = 200;
constexpr std::size_t mostViews = 40; // the filters of all are counted in one call

Error invalid(const std::string &path, const std::string &sentence)
{
    return {ErrorKind::Invalid, "job-view." + path, sentence, {}, {{}, 0, 0, path}};
}

Json toJson(const JobView &view)
{
    Json json{{"name", view.name}, {"filter", view.filter}, {"order", view.order}, {"columns", view.columns}};
    if (view.isGrouped)
        json["group"] = "experiment";
    return json;
}

Result<JobView> readView(const Json &body)
{
    JobView view{{}, textAt(body, "name"), textAt(body, "filter"), textAt(body, "order"), false, {}};
    if (view.name.empty() || view.name.size() > longestName
        || view.name.find_first_of("\r\n") != std::string::npos)
        return invalid("name", "A view has a name of one line, at most 100 bytes.");
    if (const auto filter = parseJobFilter(view.filter, nowMs()); !filter)
        return filter.error();
    if (view.order.size() > longestPart)
        return invalid("order", "A view's order has at most 300 bytes.");
    if (!view.order.empty())
        if (auto order = checkJobOrder(view.order); !order)
            return order.error();
    if (const std::string group = textAt(body, "group"); !group.empty() && group != "experiment")
        return invalid("group", "Jobs are grouped by \"experiment\", or not at all.");
    view.isGrouped = !textAt(body, "group").empty();
    const Json columns = body.value("columns", Json::array());
    const bool isGood = columns.is_array() && columns.size() <= mostViewColumns
        && std::all_of(columns.begin(), columns.end(), [](const Json &column) {
               return column.is_string() && column.get_ref<const std::string &>().size() <= longestPart;
           });
    if (!isGood)
        return invalid("columns",
            "\"columns\" is a list of at most 200 texts such as \"metric.auc\", each of at most 300 bytes.");
    view.columns = columns.get<std::vector<std::string>>();
    return view;
}

} // namespace

void JobViewRoutes::add(RouteTable &routes)
{
    routes.add({http::Method::Get, "/api/v1/job-views", Rule::everyone(),
        "The views of the list of jobs that are kept in this workspace, by name.",
        [this](Call &) { return list(); }});
    routes.add({http::Method::Put, "/api/v1/job-views/{id}", Rule::contributors(),
        "Keeps a view, in the place of the one that has this id: name, filter, order, group=experiment or "
        "none, columns (ids in their order, + before one that is always shown, - before one that never is).",
        [this](Call &call) { return put(call); }});
    routes.add({http::Method::Delete, "/api/v1/job-views/{id}", Rule::contributors(),
        "Forgets a view; forgetting one that is not there changes nothing.",
        [this](Call &call) { return remove(call.path["id"]); }});
}

Result<http::Response> JobViewRoutes::list()
{
    const auto kept = m_readers.read(
        [](Database &database) { return SettingRepository::startingWith(database, keyPrefix); });
    if (!kept)
        return kept.error();
    std::vector<Json> views;
    for (const KeyValue &setting : *kept)
        if (auto view = parseJson(setting.value)) {
            (*view)["id"] = setting.key.substr(std::string_view(keyPrefix).size());
            views.push_back(std::move(*view));
        }
    std::stable_sort(views.begin(), views.end(),
        [](const Json &one, const Json &other) { return textAt(one, "name") < textAt(other, "name"); });
    return jsonResponse({{"views", views}});
}

Result<http::Response> JobViewRoutes::put(Call &call)
{
    const std::string &id = call.path["id"];
    if (!isJobName(id))
        return invalid("id", "A view's id has letters, digits, _ and -, 255 at most.");
    const auto body = call.body();
    if (!body)
        return body.error();
    const auto view = readView(*body);
    if (!view)
        return view.error();
    Json json = toJson(*view);
    const auto kept = m_writer.run([&](WriteContext &context) -> Result<void> {
        const auto others = SettingRepository::startingWith(context.database(), keyPrefix);
        if (!others)
            return others.error();
        const std::string key = keyPrefix + id;
        const bool isNew = std::none_of(
            others->begin(), others->end(), [&](const KeyValue &other) { return other.key == key; });
        if (isNew && others->size() >= mostViews)
            return Error{ErrorKind::Conflict, "job-view.too-many",
                "There are 40 views already: delete one that is not needed any more.", {}, {}};
        const bool isTaken = std::any_of(others->begin(), others->end(), [&](const KeyValue &other) {
            return other.key != key
                && textAt(parseJson(other.value).value_or(Json::object()), "name") == view->name;
        });
        if (isTaken)
            return Error{ErrorKind::Conflict, "job-view.name-taken",
                "There is a view " + view->name + " already: replace it, or choose another name.", {}, {}};
        context.changed("job-view", id, isNew ? "created" : "edited");
        return SettingRepository::set(context.database(), key, toText(json));
    });
    if (!kept)
        return kept.error();
    json["id"] = id;
    return jsonResponse(json);
}

Result<http::Response> JobViewRoutes::remove(const std::string &id)
{
    const auto removed = m_writer.run([&](WriteContext &context) {
        context.changed("job-view", id, "deleted");
        return SettingRepository::remove(context.database(), keyPrefix + id);
    });
    if (!removed)
        return removed.error();
    return jsonResponse({{"id", id}});
}

} // namespace atelier
