#pragma once

#include "core/graph/Digraph.h"

#include <optional>
#include <vector>

namespace atelier {

/// When a step of a run began and ended, in seconds since the run's start. Neither: it waits; a begin alone:
/// it runs; an end alone: it is over without having run.
struct StepTiming
{
    std::optional<double> begin;
    std::optional<double> end;
    std::optional<double> typical; ///< how long it usually runs, where that is known
};

/// A step in a run's time, as far as it is known or can be expected.
struct StepSpan
{
    std::optional<double> ready; ///< the last step before it is or will be over; it waits from here to begin
    std::optional<double> begin;
    std::optional<double> reached; ///< its end, or now while it runs
    std::optional<double> expectedEnd; ///< only of a step that is not over

    /// When it is over, as far as can be said.
    [[nodiscard]] std::optional<double> finish() const { return expectedEnd ? expectedEnd : reached; }
};

/// A step that waits is expected to begin once all before it are over, but not before `now`; where one of
/// them has no expected end, nothing is expected.
[[nodiscard]] std::vector<StepSpan> stepSpans(
    const AcyclicGraph &graph, const std::vector<StepTiming> &timings, double now);

/// The chain of steps that decides when a run ends, in order of time: the step that is over last, the one
/// that it waited for longest, and so on to the start. A step that began more than `patience` seconds after
/// it was ready waited for a place to run as well: then for the step that was over last before it began.
[[nodiscard]] std::vector<std::size_t> criticalPath(
    const AcyclicGraph &graph, const std::vector<StepSpan> &spans, double patience = 2);

} // namespace atelier
