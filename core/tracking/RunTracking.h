#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/domain/Role.h"
#include "core/storage/Writer.h"

namespace atelier {

class ReaderPool;

/// MLflow's calls about runs, but for what a training loop logs (RunIngest) and for searches: each takes the
/// request's message and answers the response's.
class RunTracking
{
public:
    /// Both must outlive this.
    RunTracking(Writer &writer, ReaderPool &readers);

    /// Opens an interactive run; one that a running job opens stands below that job.
    [[nodiscard]] Result<Json> create(const Caller &caller, const Json &request);
    [[nodiscard]] Result<Json> get(const Caller &caller, const Json &request);
    /// Status and end of a job that the service runs are the service's to decide: for those only the name
    /// changes.
    [[nodiscard]] Result<Json> update(const Caller &caller, const Json &request);
    [[nodiscard]] Result<Json> remove(const Caller &caller, const Json &request);
    [[nodiscard]] Result<Json> restore(const Caller &caller, const Json &request);
    [[nodiscard]] Result<Json> removeTag(const Caller &caller, const Json &request);
    /// Which datasets a run used. Logged models among the inputs are not kept.
    [[nodiscard]] Result<Json> logInputs(const Caller &caller, const Json &request);

private:
    [[nodiscard]] Result<Json> setDeleted(const Caller &caller, const Json &request, bool isDeleted);

    Writer &m_writer;
    ReaderPool &m_readers;
};

} // namespace atelier
