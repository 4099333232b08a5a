#pragma once

#include "core/base/Result.h"
#include "core/storage/DatasetRepository.h"
#include "core/storage/JobRepository.h"
#include "core/storage/KeyValue.h"
#include "core/storage/MetricRepository.h"

#include <string>
#include <vector>

namespace atelier {

class Database;

/// A run as MLflow shows it. The run's name, its note and its place below another run are tags there; here
/// they are columns of the job, and become tags only in this view.
struct RunView
{
    JobRow job;
    std::vector<NamedMetric> metrics; ///< the latest of each key
    std::vector<KeyValue> parameters;
    std::vector<KeyValue> tags;
    std::vector<DatasetInput> inputs;
};

inline constexpr const char *runNameTag = "mlflow.runName";
inline constexpr const char *noteTag = "mlflow.note.content"; ///< the description
inline constexpr const char *parentRunTag = "mlflow.parentRunId";

/// The job with all that hangs on it.
[[nodiscard]] Result<RunView> viewRun(Database &database, JobRow job);

/// `mlflow-artifacts:/<experiment>/<run>/artifacts`: makes clients send artifacts to this service.
[[nodiscard]] std::string artifactUri(const JobRow &job);

} // namespace atelier
