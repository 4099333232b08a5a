#pragma once

#include "core/base/Json.h"
#include "core/data/ContentDigest.h"
#include "core/data/SnapshotStore.h"
#include "core/document/JobDocument.h"
#include "core/domain/JobEdit.h"
#include "core/domain/Role.h"
#include "core/domain/WorkspaceLayout.h"
#include "core/execution/Plan.h"
#include "core/execution/Scheduler.h"
#include "core/storage/JobListing.h"
#include "core/storage/ReaderPool.h"
#include "core/storage/Writer.h"
#include "core/tracking/RunHead.h"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace atelier {

/// What can be done with jobs. Its calls block: they are for pool threads. Thread-safe.
class JobService
{
public:
    struct Parts
    {
        const WorkspaceLayout &layout;
        Writer &writer;
        ReaderPool &readers;
        Scheduler &scheduler;
        const SnapshotStore &snapshots;
        ContentDigest &digests;
    };
    /// All parts must outlive it.
    explicit JobService(Parts parts)
        : m_parts(parts)
    {
    }

    struct Submitted
    {
        Json job; ///< its detail; null where only validated
        bool isNew = false;
        std::vector<Error> errors; ///< placed by key path; not empty: nothing was submitted
        std::vector<Error> warnings;
    };
    /// Submitting the same document under the same name again answers the job that is there.
    [[nodiscard]] Result<Submitted> submit(
        const std::string &name, const Json &document, const Caller &caller);
    /// The same for a new job from one that is there: its document and code under another name, with
    /// settings `path=value` applied.
    [[nodiscard]] Result<Submitted> submitFrom(const std::string &name, const std::string &from,
        const std::vector<std::string> &settings, const Caller &caller);
    /// All checks of a submission, without submitting.
    [[nodiscard]] Result<Submitted> validate(const Json &document);

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
    /// {"metrics": [{key, step, time_ms, value}…]}, the latest of each.
    [[nodiscard]] Result<Json> latestMetrics(const std::string &name);
    /// {"points": [[step, time_ms, value]…]}: all, or evenly chosen where there are more than `limit`.
    [[nodiscard]] Result<Json> metricHistory(
        const std::string &name, const std::string &key, std::int64_t limit);
    /// See jobPoints.
    [[nodiscard]] Result<Json> points(const std::string &name, std::int64_t after);
    /// NotFound where there is none.
    [[nodiscard]] Result<JobRow> row(const std::string &name);
    /// The job in whose folder the job's files lie: itself, or the one that it was reused from.
    [[nodiscard]] Result<JobRow> origin(const std::string &name);

private:
    using Change = std::function<Result<void>(WriteContext &, const RunHead &)>;
    [[nodiscard]] Result<Json> change(const std::string &name, const Change &apply);
    [[nodiscard]] Planned plan(JobDocument document);
    [[nodiscard]] Result<Submitted> record(
        const std::string &name, Loaded<JobDocument> loaded, const Caller &caller);
    [[nodiscard]] Result<void> keepCode(const Plan &plan);
    [[nodiscard]] Result<void> bringBackCode(const std::string &digest);

    Parts m_parts;
};

} // namespace atelier
