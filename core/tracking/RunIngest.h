#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/domain/Role.h"
#include "core/storage/KeyValue.h"
#include "core/storage/MetricRepository.h"
#include "core/storage/Writer.h"

#include <string>
#include <vector>

namespace atelier {

/// What one call logs to a run.
struct RunLog
{
    std::string run;
    std::vector<NamedMetric> metrics;
    std::vector<KeyValue> parameters;
    std::vector<KeyValue> tags;
};

[[nodiscard]] Result<RunLog> parseLogMetric(const Json &request);
[[nodiscard]] Result<RunLog> parseLogParameter(const Json &request);
[[nodiscard]] Result<RunLog> parseSetTag(const Json &request);
[[nodiscard]] Result<RunLog> parseLogBatch(const Json &request);

/// What a training loop logs, written without a thread waiting for it.
class RunIngest
{
public:
    /// The writer must outlive this.
    explicit RunIngest(Writer &writer);

    /// Answers on the writer's thread, with success only once it is on the disk; does not block.
    void submit(const Caller &caller, RunLog log, Writer::Done done);

private:
    Writer &m_writer;
};

} // namespace atelier
