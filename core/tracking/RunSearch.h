#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/domain/Role.h"

namespace atelier {

class ReaderPool;

/// MLflow's search of runs by what they are, measured, were given and are tagged with, in SQL throughout.
class RunSearch
{
public:
    /// `readers` must outlive this.
    explicit RunSearch(ReaderPool &readers);

    [[nodiscard]] Result<Json> search(const Caller &caller, const Json &request) const;

private:
    ReaderPool &m_readers;
};

} // namespace atelier
