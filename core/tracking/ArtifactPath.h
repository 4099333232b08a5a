#pragma once

#include "core/base/Result.h"

#include <optional>
#include <string>

namespace atelier {

/// A place among a run's artifacts, as the proxy's addresses name it:
/// `<experiment>/<run>/artifacts[/<path>]`.
struct ArtifactPlace
{
    std::string experimentId;
    std::string run;
    std::string path; ///< "" for the folder of all
};

/// 400 `Invalid path` for what no client of good will sends: `..` however disguised, absolute paths,
/// backslashes, control characters. The kernel holds the real border.
[[nodiscard]] Result<void> checkArtifactPath(const std::string &path);

/// Nothing where the path does not lead to a run's artifacts; an error where it is not a good path.
[[nodiscard]] Result<std::optional<ArtifactPlace>> parseArtifactPlace(const std::string &path);

} // namespace atelier
