#pragma once

#include "core/domain/JobDetail.h"

#include <filesystem>

namespace atelier::ui {

/// The steps and the experiment of a pipeline's document as a job that has not started has them; none where
/// it cannot be read. Blocks.
[[nodiscard]] JobDetail stepsOfDocument(const std::filesystem::path &file);

} // namespace atelier::ui
