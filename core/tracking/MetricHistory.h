#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/domain/Role.h"

namespace atelier {

class ReaderPool;

/// MLflow's calls that read a metric's values over time: each takes the request's message and answers the
/// response's. Points come by step, then by time, then as they arrived.
class MetricHistory
{
public:
    /// `readers` must outlive this.
    explicit MetricHistory(ReaderPool &readers);

    [[nodiscard]] Result<Json> get(const Caller &caller, const Json &request) const;
    /// Of several runs at once, cut after so many points in all.
    [[nodiscard]] Result<Json> getOfRuns(const Caller &caller, const Json &request) const;
    /// Of several runs, at most so many points each, evenly taken from between two steps.
    [[nodiscard]] Result<Json> getSampled(const Caller &caller, const Json &request) const;

private:
    ReaderPool &m_readers;
};

} // namespace atelier
