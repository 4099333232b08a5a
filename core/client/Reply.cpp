#include "core/client/Reply.h"

#include "core/base/ErrorJson.h"
#include "core/http/ErrorAnswer.h"

namespace atelier {

namespace {

Reply refusalOf(const http::Response &response)
{
    Reply reply;
    const auto json = parseJson(response.body);
    if (json && json->is_object())
        if (const auto errors = json->find("errors"); errors != json->end() && errors->is_array())
            for (const Json &error : *errors)
                reply.errors.push_back(errorFromJson(error));
    if (reply.errors.empty())
        reply.errors.push_back(http::errorOf(response));
    return reply;
}

} // namespace

bool Reply::isFromNobody() const
{
    return !isSuccess()
        && (errors.front().code == "service.unreachable" || errors.front().code == "service.connection-lost");
}

Reply Reply::failed(Error error)
{
    return {Json(), {std::move(error)}};
}

Reply Reply::of(const Result<void> &done)
{
    return done ? Reply{} : failed(done.error());
}

Reply Reply::of(const Result<http::Response> &response, const Read &read)
{
    if (!response)
        return failed(response.error());
    if (response->status >= 300)
        return refusalOf(*response);
    if (read)
        return of(read(response->body));
    auto json = jsonOf(response->body);
    return json ? Reply{std::move(*json), {}} : failed(json.error());
}

Result<Json> Reply::jsonOf(std::string_view body)
{
    if (auto json = parseJson(body))
        return std::move(*json);
    return Error{ErrorKind::Internal, "service.malformed-answer",
        "The service's answer is not JSON. Its version may not fit this program's: end it, then try again.",
        {}, {}};
}

} // namespace atelier
