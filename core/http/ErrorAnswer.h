#pragma once

#include "core/base/Error.h"
#include "core/http/Message.h"

namespace atelier::http {

[[nodiscard]] int statusOf(ErrorKind kind);

/// `{"errors":[…]}` with the status of the error's kind.
[[nodiscard]] Response errorAnswer(const Error &error);
[[nodiscard]] Response errorAnswer(int status, const Error &error);

/// The first error that a response tells, or one made from its status where the body tells none.
[[nodiscard]] Error errorOf(const Response &response);

} // namespace atelier::http
