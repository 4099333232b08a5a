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

void act(const Route &route, Call &call, const http::Respond &respond)
{
    if (route.asyncAnswer)
        return route.asyncAnswer(std::move(call), respond);
    auto response = route.answer(call);
    respond(response ? std::move(*response) : errorResponse(response.error(), route.errors));
}

} // namespace

Gate::Gate(const Access &access, const RouteTable &routes, KeptAnswers &answers, WorkerPool &pool)
    : m_access(access)
    , m_routes(routes)
    , m_answers(answers)
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
    if (route.sink) {
        auto sink = route.sink(Call{head, decision->match.path, decision->caller, nullptr});
        if (sink)
            admission.sink = std::move(*sink);
        else
            admission.refusal = errorResponse(sink.error(), route.errors);
    }
    admission.decision = std::move(*decision);
    return admission;
}

void Gate::handle(http::Request request, http::Admission admission, http::Respond respond)
{
    auto decision = std::any_cast<Decision>(std::move(admission.decision));
    const Route &route = *decision.match.route;
    auto call = std::make_shared<Call>(Call{std::move(request), std::move(decision.match.path),
        std::move(decision.caller), std::move(admission.sink)});
    const bool isKept = KeptAnswers::concerns(*call, route);
    if (route.asyncAnswer && !isKept)
        return act(route, *call, respond);
    const bool taken = m_pool.post([this, &route, respond, call, isKept] {
        if (!isKept)
            return act(route, *call, respond);
        m_answers.answer(*call, route.errors, respond,
            [&route](Call &kept, const http::Respond &answer) { act(route, kept, answer); });
    });
    if (!taken)
        respond(errorResponse(
            {ErrorKind::Busy, "service.busy", "The service has too much to do; try again.", {}, {}},
            route.errors));
}

} // namespace atelier
