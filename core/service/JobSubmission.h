#pragma once

#include "core/base/Json.h"
#include "core/data/ContentDigest.h"
#include "core/data/SnapshotStore.h"
#include "core/document/JobDocument.h"
#include "core/domain/Role.h"
#include "core/domain/WorkspaceLayout.h"
#include "core/execution/Plan.h"
#include "core/execution/Scheduler.h"
#include "core/storage/ReaderPool.h"
#include "core/storage/Writer.h"

#include <string>
#include <vector>

namespace atelier {

/// Takes jobs in: checks their documents, keeps their code, records them and wakes the scheduler. Its calls
/// block: they are for pool threads. Thread-safe.
class JobSubmission
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
    explicit JobSubmission(Parts parts)
        : m_parts(parts)
    {
    }

    struct Answer
    {
        Json job; ///< its detail; null where only validated
        bool isNew = false;
        std::vector<Error> errors; ///< placed by key path; not empty: nothing was submitted
        std::vector<Error> warnings;
    };
    /// Submitting the same document under the same name again answers the job that is there.
    [[nodiscard]] Result<Answer> submit(const std::string &name, const Json &document, const Caller &caller);
    /// The same for a new job from one that is there: its document and code under another name, with
    /// settings `path=value` applied.
    [[nodiscard]] Result<Answer> submitFrom(const std::string &name, const std::string &from,
        const std::vector<std::string> &settings, const Caller &caller);
    /// All checks of a submission, without submitting.
    [[nodiscard]] Result<Answer> validate(const Json &document);

private:
    [[nodiscard]] Planned plan(JobDocument document);
    [[nodiscard]] Result<Answer> record(
        const std::string &name, Loaded<JobDocument> loaded, const Caller &caller);
    [[nodiscard]] Result<void> keepCode(const Plan &plan);
    [[nodiscard]] Result<void> bringBackCode(const std::string &digest);

    Parts m_parts;
};

} // namespace atelier
