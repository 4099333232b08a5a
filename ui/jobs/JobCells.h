#pragma once

#include "core/domain/Experiment.h"
#include "ui/widgets/table/Cell.h"

namespace atelier::ui {

// How a job is shown in tables, wherever they are.

/// Its title, and below it the reason of its state: the step that runs, what it waits for, why it failed.
[[nodiscard]] cell::Name nameCell(const JobSummary &job);
/// A bar while it is unfinished; afterwards words.
[[nodiscard]] cell::Bar progressCell(const JobSummary &job);
[[nodiscard]] cell::Tags tagsCell(const JobSummary &job);
[[nodiscard]] cell::Group groupCell(const ExperimentSummary &experiment, int shown, bool isOpen);

/// The first line of a longer text.
[[nodiscard]] QString firstLine(const std::string &text);

} // namespace atelier::ui
