#pragma once

#include "core/base/Named.h"
#include "core/domain/Job.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace atelier {

/// Where the program's own resources are, and where its service is reached: what every job on this machine is
/// told.
struct JobRuntime
{
    std::filesystem::path resources; ///< `resources/` of the program: bin, python
    std::filesystem::path duckdb; ///< libduckdb.so, or ""
    std::uint16_t port = 0; ///< of the tracking interface on 127.0.0.1
};

/// Who a job is, for its environment.
struct JobIdentity
{
    std::string name;
    std::int64_t experimentId = 0;
    std::string token; ///< may write this run alone
};

/// The environment of a job: little of the service's own, so that a job does not depend on who happened to
/// start the service; then ours; then the document's, which wins.
[[nodiscard]] std::vector<std::string> jobEnvironment(
    const JobRuntime &runtime, const JobIdentity &identity, const Named<std::string> &documentVariables);

} // namespace atelier
