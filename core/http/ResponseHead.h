#pragma once

#include "core/http/Message.h"

#include <string>
#include <variant>

namespace atelier::http {

enum class Persistence { KeepAlive, Close };

/// How the client finds the end of a body without a Content-Length.
enum class OpenEnd { Chunked, Close };

/// Status line and headers with the blank line.
[[nodiscard]] std::string responseHead(
    const Response &response, std::variant<std::uint64_t, OpenEnd> end, Persistence persistence);

/// One chunk of a chunked body; no bytes make the last one.
[[nodiscard]] std::string asChunk(std::string_view bytes);

/// Whether a response with this status may have a body at all.
[[nodiscard]] bool mayHaveBody(int status);

} // namespace atelier::http
