#pragma once

#include <cstdint>
#include <string>

namespace atelier {

/// One entry of the change feed: clients name the last sequence that they saw and get what came after.
struct Change
{
    std::int64_t sequence = 0;
    std::string kind; ///< job, experiment, data
    std::string name;
    std::string what; ///< created, status, metrics, parameters, tags, edited, inputs, deleted
    std::int64_t timeMs = 0; ///< Unix time

    bool operator==(const Change &) const = default;
};

} // namespace atelier
