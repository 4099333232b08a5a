#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/storage/ExperimentRepository.h"
#include "core/storage/MetricRepository.h"
#include "core/tracking/RunView.h"

#include <vector>

namespace atelier {

// The wire forms of MLflow's messages: what is unset or empty is left out.

[[nodiscard]] Json experimentJson(const ExperimentRow &experiment);
[[nodiscard]] Json runInfoJson(const JobRow &job);
[[nodiscard]] Json runJson(const RunView &run);
[[nodiscard]] Json metricJson(const std::string &key, const MetricPoint &point);
/// A list of {key, value}.
[[nodiscard]] Json keyValuesJson(const std::vector<KeyValue> &pairs);

/// The experiment's id as the wire has it; an error where it is no number.
[[nodiscard]] Result<std::int64_t> parseExperimentId(const std::string &text);

} // namespace atelier
