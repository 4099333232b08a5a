#pragma once

#include "core/domain/JobSummary.h"

namespace atelier {

/// What a job was given under a name, or what it writes.
struct JobPort
{
    std::string name;
    std::string type; ///< `uri_file`, `number`
    std::string value; ///< a literal's text, or an absolute path
    std::string source; ///< where an input came from: `azureml:wine:1`, `split.train`

    bool operator==(const JobPort &) const = default;
};

/// False for a literal, true for what lies in a file or folder.
[[nodiscard]] inline bool isData(const JobPort &port)
{
    const auto type = portTypeFromName(port.type);
    return type && !isLiteral(*type);
}

// Properties of a job that was made from another one: that job's name, and before a document's key path what
// a literal was there.
inline const std::string fromProperty = "atelier.from";
inline const std::string wasProperty = "atelier.was.";

/// One start of a job.
struct JobAttempt
{
    std::int64_t number = 0;
    std::string state;
    std::optional<std::int64_t> startedMs;
    std::optional<std::int64_t> endedMs;
    std::optional<std::int64_t> exitCode;
    std::optional<std::int64_t> signal;
    std::string reason;
    std::optional<std::int64_t> processorMs; ///< of the whole process tree
    std::optional<std::int64_t> peakMemoryKib;

    bool operator==(const JobAttempt &) const = default;
};

struct JobStep
{
    JobSummary job;
    std::vector<std::string> dependsOn; ///< names of steps

    bool operator==(const JobStep &) const = default;
};

/// All that is known of a job.
struct JobDetail
{
    JobSummary summary;
    std::string parent; ///< name of the pipeline that it is a step of
    std::string snapshot; ///< digest of its code
    std::string from; ///< name of the job that it was made from
    Named<std::string> was; ///< by key path (`inputs.rate`), what was changed and how it was before
    std::vector<JobPort> inputs;
    std::vector<JobPort> outputs;
    std::vector<JobAttempt> attempts;
    std::vector<JobStep> steps;
    Json document; ///< as submitted; {} for a run that a script opened

    bool operator==(const JobDetail &) const = default;
};

} // namespace atelier
