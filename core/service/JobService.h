#pragma once

#include "core/base/Json.h"
#include "core/domain/JobEdit.h"
#include "core/domain/Role.h"
#include "core/execution/Scheduler.h"
#include "core/series/MetricPoints.h"
#include "core/storage/JobListing.h"
#include "core/storage/ReaderPool.h"
#include "core/storage/Writer.h"
#include "core/tracking/RunHead.h"

#include <functional>
#include <string>

namespace atelier {

/// What can be done with jobs that are there. Its calls block: they are for pool threads. Thread-safe.
class JobService
{
public:
    /// All must outlive it.
    JobService(Writer &writer, ReaderPool &readers, Scheduler &scheduler)
        : m_writer(writer)
        , m_readers(readers)
        , m_scheduler(scheduler)
    {
    }

    /// A page: {"jobs": […], "total": n, "next": where the next one begins}; with `among` also "gone": what
    /// of it is not in the list.
    [[nodiscard]] Result<Json> list(const JobQuery &query);
    [[nodiscard]] Result<Json> detail(const std::string &name);
    /// Changes what people say of a job; Conflict where it does not say any more what `before` has.
    [[nodiscard]] Result<Json> edit(
        const std::string &name, const JobEdit &edit, const JobEdit &before, const Caller &caller);
    /// Asks for the end of a job or of a whole pipeline; done when its status says so.
    [[nodiscard]] Result<Json> cancel(const std::string &name);
    /// Deletes a job with its steps: it leaves the lists, and can be restored for 30 days. Conflict while it
    /// has not ended.
    [[nodiscard]] Result<Json> remove(const std::string &name);
    [[nodiscard]] Result<Json> restore(const std::string &name);
    /// See atelier::latestMetrics and atelier::metricHistory.
    [[nodiscard]] Result<Json> latestMetrics(const std::string &name);
    [[nodiscard]] Result<Json> metricHistory(
        const std::string &name, const std::string &key, std::int64_t limit);
    /// See jobPoints.
    [[nodiscard]] Result<series::MetricPoints> points(const std::string &name, std::int64_t after);
    /// NotFound where there is none.
    [[nodiscard]] Result<JobRow> row(const std::string &name);
    /// The job in whose folder the job's files lie: itself, or the one that it was reused from.
    [[nodiscard]] Result<JobRow> origin(const std::string &name);

private:
    using Change = std::function<Result<void>(WriteContext &, const RunHead &)>;
    [[nodiscard]] Result<Json> change(const std::string &name, const Change &apply);

    Writer &m_writer;
    ReaderPool &m_readers;
    Scheduler &m_scheduler;
};

} // namespace atelier
