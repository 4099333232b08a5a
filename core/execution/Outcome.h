#pragma once

#include "core/domain/JobStatus.h"
#include "core/system/AttemptFolder.h"

#include <filesystem>
#include <string>

namespace atelier {

/// What an ended attempt means for its job, in words.
struct Outcome
{
    JobStatus status = JobStatus::Completed;
    std::string errorCode; ///< "" unless Failed
    std::string errorSentence; ///< its first line can stand alone
};

/// `log` is looked at only for a command that failed: its last lines say what sort of failure it was.
[[nodiscard]] Outcome outcomeOf(const ExitRecord &record, const std::filesystem::path &log);

/// For an attempt whose supervisor is gone without an exit record.
[[nodiscard]] Outcome lostOutcome(bool machineRestarted);

/// The last `lines` lines of a text file, at most 16 KiB of it; "" where it cannot be read.
[[nodiscard]] std::string tailOf(const std::filesystem::path &file, int lines);

} // namespace atelier
