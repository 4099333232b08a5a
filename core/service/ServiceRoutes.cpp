#include "core/service/ServiceRoutes.h"

#include "core/base/Json.h"
#include "core/service/OpenApi.h"

#include <charconv>
#include <unistd.h>

namespace atelier {

void ServiceRoutes::add(RouteTable &routes)
{
    routes.add({http::Method::Get, "/api/v1/service", Rule::everyone(),
        "What this service is and where it is reached.", [this](Call &) { return about(); }});
    Route stop{http::Method::Post, "/api/v1/service/stop", Rule::contributors(),
        "Ends the service; refused while jobs are unfinished, unless force is true (they run on, and it "
        "adopts them later).",
        {}};
    stop.asyncAnswer = [this](const Call &call, const http::Respond &respond) { this->stop(call, respond); };
    stop.keepsAnswer = false; // there is nobody left to keep it
    routes.add(std::move(stop));
    routes.add({http::Method::Get, "/api/v1/events", Rule::everyone(),
        "Server-Sent Events: every change after the sequence `after` (or Last-Event-ID), then each as it "
        "happens.",
        [this](Call &call) { return events(call); }});
    routes.add({http::Method::Get, "/api/v1/openapi.json", Rule::everyone(),
        "This interface, as an OpenAPI 3.1 document.",
        [&routes](Call &) -> Result<http::Response> { return jsonResponse(openApiDocument(routes)); }});
}

Result<http::Response> ServiceRoutes::about() const
{
    return jsonResponse({{"program", "atelierd"}, {"version", ATELIER_VERSION},
        {"workspace", m_about.workspace.string()}, {"pid", getpid()}, {"port", m_about.port},
        {"started_ms", m_about.startedMs}, {"cores", m_about.cores}, {"has_work", m_about.hasWork()}});
}

void ServiceRoutes::stop(const Call &call, const http::Respond &respond) const
{
    const auto body = call.body();
    if (!body)
        return respond(errorResponse(body.error(), ErrorForm::Native));
    if (m_about.hasWork() && body->value("force", Json(false)) != Json(true))
        return respond(errorResponse(
            {ErrorKind::Conflict, "service.busy",
                "Jobs of this workspace are not finished: wait for them or cancel them.", {}, {}},
            ErrorForm::Native));
    // In this order: the server sends what it was given before it closes its connections.
    respond(jsonResponse({{"stopping", true}}));
    m_about.stop();
}

Result<http::Response> ServiceRoutes::events(Call &call)
{
    std::string_view text = call.request.header("last-event-id");
    if (text.empty())
        text = call.request.parameter("after");
    std::int64_t after = -1;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), after);
    if (!text.empty() && (problem != std::errc() || end != text.data() + text.size() || after < 0))
        return Error{ErrorKind::Invalid, "request.parameter",
            "The sequence to go on after is a whole number from 0.", {}, {}};
    http::Response response;
    response.contentType = "text/event-stream";
    response.onStream = [this, after](std::shared_ptr<http::Stream> stream) {
        // Catching up reads the database, which the server's thread must not wait for.
        if (!m_pool.post([this, after, stream] { m_hub.follow(stream, after); }))
            stream->close();
    };
    return response;
}

} // namespace atelier
