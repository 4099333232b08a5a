#include "core/service/Gate.h"

namespace atelier {

namespace {

/// Clients that speak MLflow expect its errors, also for what is refused before a route is known.
ErrorForm formFor(const http::Request &head)
{
    const bool native = head.path.rfind("/api/v1/", 0) == 0;
    return native ? ErrorForm::Native : ErrorForm::Mlflow;
}

Error noSuchRoute(const http::Request &head, bool isKnownPath)
{
    const std::string called = std::string(http::name(head.method)) + " " + head.path;
    if (isKnownPath)
        return {ErrorKind::NotFound, "mlflow.ENDPOINT_NOT_FOUND",
            "There is no " + called + ", only other methods.", {}, {}};
    return {ErrorKind::NotFound, "mlflow.ENDPOINT_NOT_FOUND", "There is no " + called + ".", {}, {}};
}

} // namespace

Gate::Gate(const Access &access, const RouteTable &routes, WorkerPool &pool)
    : m_access(access)
    , m_routes(routes)
    , m_pool(pool)
{
}

Result<Gate::Decision> Gate::decide(const http::Request &head) const
{
    auto caller = m_access.identify(head);
    if (!caller)
        return caller.error();
    RouteTable::Match match = m_routes.find(head.method, head.path);
    if (match.route == nullptr)
        return noSuchRoute(head, match.isKnownPath);
    if (!match.route->rule.allows(caller->role))
        return Error{ErrorKind::Forbidden, "access.role", "This token may not do that.", {}, {}};
    return Decision{std::move(*caller), std::move(match)};
}

http::Admission Gate::admit(const http::Request &head)
{
    http::Admission admission;
    auto decision = decide(head);
    if (!decision) {
        admission.refusal = errorResponse(decision.error(), formFor(head));
        return admission;
    }
    const Route &route = *decision->match.route;
    admission.bodyLimit = route.bodyLimit;
    if (!route.sink)
        return admission;
    auto sink = route.sink(Call{head, std::move(decision->match.path), std::move(decision->caller), nullptr});
    if (sink)
        admission.sink = std::move(*sink);
    else
        admission.refusal = errorResponse(sink.error(), route.errors);
    return admission;
}

void Gate::handle(http::Request request, std::shared_ptr<http::BodySink> sink, http::Respond respond)
{
    // Asked again rather than remembered: a token may have been revoked while the body arrived.
    auto decision = decide(request);
    if (!decision) {
        respond(errorResponse(decision.error(), formFor(request)));
        return;
    }
    const Route &route = *decision->match.route;
    Call call{
        std::move(request), std::move(decision->match.path), std::move(decision->caller), std::move(sink)};
    if (route.asyncAnswer) {
        route.asyncAnswer(std::move(call), std::move(respond));
        return;
    }
    const bool taken = m_pool.post([&route, respond, call = std::make_shared<Call>(std::move(call))] {
        auto response = route.answer(*call);
        respond(response ? std::move(*response) : errorResponse(response.error(), route.errors));
    });
    if (!taken)
        respond(errorResponse(
            {ErrorKind::Busy, "service.busy", "The service has too much to do; try again.", {}, {}},
            route.errors));
}

} // namespace atelier
