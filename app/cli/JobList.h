#pragma once

#include "app/cli/Verb.h"

namespace atelier::cli {

class Session;

[[nodiscard]] std::vector<Option> jobListOptions();

/// `job list`: a page of jobs for people or as JSON, or all of them as comma-separated values.
void listJobs(Session &session);

} // namespace atelier::cli
