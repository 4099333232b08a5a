#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/domain/Role.h"

namespace atelier {

class ReaderPool;

/// MLflow's search of experiments by name, times and tags.
class ExperimentSearch
{
public:
    /// `readers` must outlive this.
    explicit ExperimentSearch(ReaderPool &readers);

    [[nodiscard]] Result<Json> search(const Caller &caller, const Json &request) const;

private:
    ReaderPool &m_readers;
};

} // namespace atelier
