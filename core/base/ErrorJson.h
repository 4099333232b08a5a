#pragma once

#include "core/base/Error.h"
#include "core/base/Json.h"

namespace atelier {

/// As the API writes an error: `{"kind", "code", "message", "arguments", "location"}`, the last two only
/// where there is something in them. Apart from Error, because parsing the JSON library takes a second that
/// most files can save.
[[nodiscard]] Json toJson(const Error &error);
/// What is missing or unknown stays at its default.
[[nodiscard]] Error errorFromJson(const Json &json);

} // namespace atelier
