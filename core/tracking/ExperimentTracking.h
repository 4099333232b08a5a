#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/domain/Role.h"
#include "core/storage/Writer.h"

#include <string>

namespace atelier {

class ReaderPool;

/// MLflow's calls about experiments, but for their search: each takes the request's message and answers the
/// response's.
class ExperimentTracking
{
public:
    /// Both must outlive this.
    ExperimentTracking(Writer &writer, ReaderPool &readers);

    /// Makes the experiment that MLflow's clients use when they name none, with the id 0 that they know it
    /// by. To be called before anything else makes an experiment.
    [[nodiscard]] Result<void> ensureDefault();

    /// `artifact_location` is not heeded: the service alone chooses where artifacts are.
    [[nodiscard]] Result<Json> create(const Caller &caller, const Json &request);
    [[nodiscard]] Result<Json> get(const Caller &caller, const Json &request);
    [[nodiscard]] Result<Json> getByName(const Caller &caller, const Json &request);
    [[nodiscard]] Result<Json> rename(const Caller &caller, const Json &request);
    /// The experiment's runs go with it, and come back with it.
    [[nodiscard]] Result<Json> remove(const Caller &caller, const Json &request);
    [[nodiscard]] Result<Json> restore(const Caller &caller, const Json &request);
    [[nodiscard]] Result<Json> setTag(const Caller &caller, const Json &request);
    [[nodiscard]] Result<Json> removeTag(const Caller &caller, const Json &request);

private:
    [[nodiscard]] Result<Json> setDeleted(const Json &request, bool isDeleted);

    Writer &m_writer;
    ReaderPool &m_readers;
};

} // namespace atelier
