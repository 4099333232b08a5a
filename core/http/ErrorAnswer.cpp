#include "core/http/ErrorAnswer.h"

#include "core/base/ErrorJson.h"
#include "core/base/Json.h"

#include <array>

namespace atelier::http {

namespace {

struct Row
{
    ErrorKind kind;
    int status;
};

// Busy answers 429, which clients of every kind take as "the same again, later".
constexpr std::array<Row, 10> table{{
    {ErrorKind::Invalid, 400},
    {ErrorKind::Unauthenticated, 401},
    {ErrorKind::Forbidden, 403},
    {ErrorKind::NotFound, 404},
    {ErrorKind::Conflict, 409},
    {ErrorKind::TooLarge, 413},
    {ErrorKind::Busy, 429},
    {ErrorKind::Internal, 500},
    {ErrorKind::Unavailable, 503},
    {ErrorKind::StorageFull, 507},
}};

ErrorKind kindOf(int status)
{
    for (const Row &row : table)
        if (row.status == status)
            return row.kind;
    return status >= 400 && status < 500 ? ErrorKind::Invalid : ErrorKind::Internal;
}

} // namespace

int statusOf(ErrorKind kind)
{
    for (const Row &row : table)
        if (row.kind == kind)
            return row.status;
    return 500;
}

Response errorAnswer(const Error &error)
{
    return errorAnswer(statusOf(error.kind), error);
}

Response errorAnswer(int status, const Error &error)
{
    Response response;
    response.status = status;
    response.body = toText(Json{{"errors", Json::array({toJson(error)})}});
    return response;
}

Error errorOf(const Response &response)
{
    if (const std::optional<Json> json = parseJson(response.body); json && json->is_object()) {
        const auto errors = json->find("errors");
        if (errors != json->end() && errors->is_array() && !errors->empty() && errors->front().is_object())
            return errorFromJson(errors->front());
    }
    const std::string status = std::to_string(response.status);
    return {kindOf(response.status), "http.status-" + status,
        "The service answered with HTTP status " + status + " and did not say why.", {{"status", status}},
        {}};
}

} // namespace atelier::http
