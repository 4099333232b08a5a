#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/http/Client.h"

#include <functional>
#include <string_view>
#include <vector>

namespace atelier {

/// What the service answered: JSON, or every reason why there is none.
struct Reply
{
    /// Takes what it needs of a good answer's body, in place of its JSON.
    using Read = std::function<Result<void>(std::string_view body)>;

    Json json;
    std::vector<Error> errors;

    [[nodiscard]] bool isSuccess() const { return errors.empty(); }
    /// Whether the service was gone before it answered.
    [[nodiscard]] bool isFromNobody() const;

    [[nodiscard]] static Reply failed(Error error);
    [[nodiscard]] static Reply of(const Result<void> &done);
    /// What an answer says: its JSON, nothing where `read` took it, or the errors of a refusal.
    [[nodiscard]] static Reply of(const Result<http::Response> &response, const Read &read = {});
    [[nodiscard]] static Result<Json> jsonOf(std::string_view body);
};

} // namespace atelier
