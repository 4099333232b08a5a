#pragma once

#include "core/document/JobDocument.h"

#include <string>

namespace atelier {

/// Keeps in the job's properties that it was made from another one, and what the literal inputs were there
/// that differ: `atelier.from`, `atelier.was.inputs.rate`, `atelier.was.jobs.fit.inputs.depth`.
void rememberOrigin(JobDocument &job, const std::string &from, const JobDocument &before);

} // namespace atelier
