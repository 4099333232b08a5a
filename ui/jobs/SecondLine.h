#pragma once

#include "core/client/JobPages.h"

#include <QString>

#include <map>
#include <string>

namespace atelier::ui {

/// What stands under a job's title in a list: what it waits for, its step and the time left, the reason of
/// its failure, or else its parameters, those that tell it from its neighbours first.
class SecondLine
{
public:
    /// Learns from a list in which the jobs differ and how long they take.
    void learn(const JobRows &jobs);
    [[nodiscard]] QString of(const JobSummary &job, std::int64_t nowMs) const;

private:
    struct Parameter
    {
        std::string value; ///< of the first that has it
        bool differs = false;
    };
    struct Experiment
    {
        std::map<std::string, Parameter, std::less<>> parameters;
        std::map<std::string, std::vector<std::int64_t>> lasted; ///< ms, of completed pipelines by title
    };

    [[nodiscard]] QString runningText(const JobSummary &job, std::int64_t nowMs) const;
    [[nodiscard]] QString parametersText(const JobSummary &job) const;
    [[nodiscard]] std::int64_t msLeft(const JobSummary &job, std::int64_t nowMs) const;

    std::map<std::string, Experiment> m_experiments; ///< by name
};

} // namespace atelier::ui
