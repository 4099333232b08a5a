#include "core/client/JobViewList.h"

#include "core/client/JobReading.h"

namespace atelier {

namespace {

constexpr int viewPauseMs = 250;

std::vector<JobView> viewsFrom(const Json &json)
{
    std::vector<JobView> views;
    for (const Json &view : arrayAt(json, "views")) {
        views.push_back({textAt(view, "id"), textAt(view, "name"), textAt(view, "filter"),
            textAt(view, "order"), textAt(view, "group") == "experiment", {}});
        for (const Json &column : arrayAt(view, "columns"))
            if (column.is_string())
                views.back().columns.push_back(column.get<std::string>());
    }
    return views;
}

ServiceClient::Callback tellOutcome(JobCalls::Callback<void> callback)
{
    return [callback = std::move(callback)](const Reply &reply) {
        callback(reply.isSuccess() ? Result<void>() : Result<void>(reply.errors.front()));
    };
}

} // namespace

JobViewList::JobViewList(WorkspaceConnection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_call([this] { ask(); }, viewPauseMs, this)
{
    connect(&connection.feed(), &EventFeed::changed, this, [this](const ServiceChange &change) {
        if (change.kind == "job-view")
            m_call.request();
    });
    connect(&connection.feed(), &EventFeed::reset, &m_call, &RepeatedCall::request);
    m_call.request();
}

void JobViewList::keep(const JobView &view, QObject *receiver, JobCalls::Callback<void> callback)
{
    Json body{{"name", view.name}, {"filter", view.filter}, {"order", view.order}, {"columns", view.columns}};
    if (view.isGrouped)
        body["group"] = "experiment";
    m_connection.client().put(
        "/api/v1/job-views/" + view.id, body, receiver, tellOutcome(std::move(callback)));
}

void JobViewList::remove(const std::string &id, QObject *receiver, JobCalls::Callback<void> callback)
{
    m_connection.client().remove("/api/v1/job-views/" + id, receiver, tellOutcome(std::move(callback)));
}

void JobViewList::ask()
{
    m_connection.client().ask<std::vector<JobView>>(
        "/api/v1/job-views", {}, viewsFrom, this, [this](Result<std::vector<JobView>> views) {
            m_call.answered();
            if (!views || *views == m_views)
                return; // what failed is asked again when the service is back
            m_views = std::move(*views);
            Q_EMIT changed();
        });
}

} // namespace atelier
