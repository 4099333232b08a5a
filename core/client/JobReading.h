#pragma once

#include "core/base/Json.h"
#include "core/domain/Experiment.h"
#include "core/domain/JobDetail.h"
#include "core/domain/Machine.h"
#include "core/domain/Service.h"

namespace atelier {

// The service's JSON as the domain's types. What is missing stays at its default: a service of another
// version may say less.

/// The array at `key`; an empty one where the answer has none.
[[nodiscard]] const Json &arrayAt(const Json &json, const char *key);

[[nodiscard]] JobSummary jobSummaryFrom(const Json &json);
[[nodiscard]] JobDetail jobDetailFrom(const Json &json);
[[nodiscard]] ExperimentSummary experimentSummaryFrom(const Json &json);
[[nodiscard]] MachineDescription machineFrom(const Json &json);
[[nodiscard]] ServiceDescription serviceFrom(const Json &json);

} // namespace atelier
