#pragma once

#include "core/http/Message.h"

#include <optional>
#include <string>

namespace atelier::http {

enum class Persistence { KeepAlive, Close };

/// Status line and headers with the blank line. Without a length the body is chunked.
[[nodiscard]] std::string responseHead(
    const Response &response, std::optional<std::uint64_t> length, Persistence persistence);

/// One chunk of a chunked body; no bytes make the last one.
[[nodiscard]] std::string asChunk(std::string_view bytes);

/// Whether a response with this status may have a body at all.
[[nodiscard]] bool mayHaveBody(int status);

} // namespace atelier::http
