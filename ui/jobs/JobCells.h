#pragma once

#include "core/domain/Experiment.h"
#include "ui/widgets/table/Cell.h"

namespace atelier::ui {

// How a job is shown in tables, wherever they are.

[[nodiscard]] Tone toneOf(const JobSummary &job);
/// Its title, and what SecondLine says below it.
[[nodiscard]] cell::Name nameCell(const JobSummary &job, const QString &secondLine);
/// A bar while it is unfinished; afterwards words.
[[nodiscard]] cell::Bar progressCell(const JobSummary &job);
[[nodiscard]] cell::Number durationCell(const JobSummary &job);
[[nodiscard]] cell::Text computeCell(const JobSummary &job);
/// The latest value of any metric, and a parameter of that name; "" where the job has none.
[[nodiscard]] cell::Number metricValueCell(const JobSummary &job, const std::string &key);
[[nodiscard]] cell::Text parameterCell(const JobSummary &job, const std::string &key);
/// `team: vision`; the key alone where the value is empty.
[[nodiscard]] QString tagText(const std::string &key, const std::string &value);
[[nodiscard]] cell::Tags tagsCell(const JobSummary &job);
/// How many jobs are in which state; those of which there are none are left out.
[[nodiscard]] QString statesText(const ExperimentSummary &experiment);
[[nodiscard]] QString statesText(const std::vector<ExperimentSummary> &experiments);
[[nodiscard]] cell::Group groupCell(const ExperimentSummary &experiment, int shown, bool isOpen);

/// The first line of a longer text.
[[nodiscard]] QString firstLine(const std::string &text);

} // namespace atelier::ui
