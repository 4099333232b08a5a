#pragma once

#include "core/base/Json.h"
#include "core/domain/Experiment.h"
#include "core/domain/JobDetail.h"
#include "core/domain/Machine.h"
#include "core/domain/Service.h"

namespace atelier {

// The service's JSON as the domain's types. What is missing stays at its default: a service of another
// version may say less.

[[nodiscard]] JobSummary jobSummaryFrom(const Json &json);
[[nodiscard]] JobDetail jobDetailFrom(const Json &json);
[[nodiscard]] ExperimentSummary experimentSummaryFrom(const Json &json);
[[nodiscard]] MachineDescription machineFrom(const Json &json);
[[nodiscard]] ServiceDescription serviceFrom(const Json &json);

} // namespace atelier
