#include "core/service/Route.h"

#include "core/base/ErrorJson.h"
#include "core/base/Json.h"
#include "core/http/ErrorAnswer.h"

namespace atelier {

namespace {

/// Error codes of MLflow's REST interface; its clients retry 429 and 503, so what may pass must be one of
/// them.
const char *mlflowCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid:
    case ErrorKind::TooLarge:
        return "INVALID_PARAMETER_VALUE";
    case ErrorKind::Unauthenticated:
        return "UNAUTHENTICATED";
    case ErrorKind::Forbidden:
        return "PERMISSION_DENIED";
    case ErrorKind::NotFound:
        return "RESOURCE_DOES_NOT_EXIST";
    case ErrorKind::Conflict:
        return "RESOURCE_ALREADY_EXISTS";
    case ErrorKind::Busy:
        return "RESOURCE_EXHAUSTED";
    case ErrorKind::StorageFull:
    case ErrorKind::Unavailable:
        return "TEMPORARILY_UNAVAILABLE";
    case ErrorKind::Internal:
        return "INTERNAL_ERROR";
    }
    return "INTERNAL_ERROR";
}

int mlflowStatusOf(const Error &error)
{
    if (error.kind == ErrorKind::StorageFull)
        return 503;
    if (error.kind == ErrorKind::Conflict || error.kind == ErrorKind::TooLarge)
        return 400;
    return http::statusOf(error.kind);
}

} // namespace

Result<Json> Call::body() const
{
    if (request.body.empty())
        return Json::object();
    std::optional<Json> json = parseJson(request.body);
    // Old MLflow clients send the object once more as text.
    if (json && json->is_string())
        json = parseJson(json->get_ref<const std::string &>());
    if (!json || !json->is_object())
        return Error{ErrorKind::Invalid, "request.json",
            "The body is not a JSON object (at most 64 levels deep).", {}, {}};
    return std::move(*json);
}

http::Response jsonResponse(const Json &json, int status)
{
    http::Response response;
    response.status = status;
    response.body = toText(json);
    return response;
}

http::Response errorResponse(const std::vector<Error> &errors, ErrorForm form)
{
    const Error unknown{ErrorKind::Internal, "internal", "The service failed without saying why.", {}, {}};
    const Error &first = errors.empty() ? unknown : errors.front();
    if (form == ErrorForm::Mlflow)
        return jsonResponse({{"error_code",
                                 first.code.rfind("mlflow.", 0) == 0 ? first.code.substr(7)
                                                                     : std::string(mlflowCode(first.kind))},
                                {"message", first.sentence}},
            mlflowStatusOf(first));
    Json list = Json::array();
    for (const Error &error : errors)
        list.push_back(toJson(error));
    return jsonResponse({{"errors", std::move(list)}}, http::statusOf(first.kind));
}

http::Response errorResponse(const Error &error, ErrorForm form)
{
    return errorResponse(std::vector{error}, form);
}

} // namespace atelier
