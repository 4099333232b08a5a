#pragma once

#include "core/base/Result.h"
#include "core/storage/DatasetRepository.h"
#include "core/storage/KeyValue.h"
#include "core/storage/MetricRepository.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace atelier {

/// What MLflow's server lets pass, and its messages for the rest. `path` is where in the request the thing
/// stands: "" or `metrics[0]`. Lengths are counted in characters.
namespace mlflow_limits {

constexpr std::size_t metricsInBatch = 1000;
constexpr std::size_t parametersInBatch = 100;
constexpr std::size_t tagsInBatch = 100;
constexpr std::size_t entitiesInBatch = 1000;
constexpr std::int64_t searchResults = 50'000;
constexpr std::size_t runsInHistory = 100;
constexpr std::int64_t historyResults = 25'000;
constexpr std::int64_t intervalResults = 2500;

[[nodiscard]] Result<void> checkMetric(const NamedMetric &metric, const std::string &path);
/// A value that is too long is cut, as MLflow's server does unless it is told otherwise.
[[nodiscard]] Result<void> checkParameter(KeyValue &parameter, const std::string &path);
/// The same.
[[nodiscard]] Result<void> checkTag(KeyValue &tag, const std::string &path);
[[nodiscard]] Result<void> checkExperimentName(const std::string &name);
[[nodiscard]] Result<void> checkExperimentTag(const KeyValue &tag);
[[nodiscard]] Result<void> checkBatch(std::size_t metrics, std::size_t parameters, std::size_t tags);
[[nodiscard]] Result<void> checkDataset(const DatasetInput &input);

} // namespace mlflow_limits

} // namespace atelier
