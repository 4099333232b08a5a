#pragma once

#include "core/base/Named.h"

#include <optional>
#include <string>

namespace atelier {

/// What people say of a job, as far as it is to change: what is not set stays as it is.
struct JobEdit
{
    std::optional<std::string> displayName; ///< "" makes it the job's name
    std::optional<std::string> description;
    Named<std::optional<std::string>> tags; ///< nothing takes the tag off

    [[nodiscard]] bool isEmpty() const { return !displayName && !description && tags.empty(); }
    bool operator==(const JobEdit &) const = default;
};

} // namespace atelier
