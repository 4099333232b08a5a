#pragma once

#include "core/base/Error.h"

#include <string>

namespace atelier {

// Errors as MLflow's clients know them: `code` is `mlflow.` and the error code of the wire, the sentence is
// the message, which clients show and some match literally.

[[nodiscard]] Error invalidParameter(std::string message); ///< 400 INVALID_PARAMETER_VALUE
[[nodiscard]] Error alreadyExists(std::string message); ///< 400 RESOURCE_ALREADY_EXISTS
[[nodiscard]] Error doesNotExist(std::string message); ///< 404 RESOURCE_DOES_NOT_EXIST
[[nodiscard]] Error permissionDenied(std::string message); ///< 403 PERMISSION_DENIED
/// 400 INVALID_STATE; MLflow's own server answers 500, which its clients repeat for minutes.
[[nodiscard]] Error invalidState(std::string message);

} // namespace atelier
