#pragma once

#include "core/base/Named.h"
#include "core/document/DocumentTree.h"
#include "core/document/Problems.h"
#include "core/domain/Job.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace atelier {

/// Things by name, without the linear search of Named; borrows them.
template<typename T>
[[nodiscard]] std::unordered_map<std::string_view, T *> indexOf(Named<T> &things)
{
    std::unordered_map<std::string_view, T *> index;
    index.reserve(things.size());
    for (auto &[name, thing] : things)
        index.emplace(name, &thing);
    return index;
}

template<typename T>
[[nodiscard]] std::vector<std::string_view> namesOf(const Named<T> &things)
{
    std::vector<std::string_view> names;
    for (const auto &[name, thing] : things)
        names.push_back(name);
    return names;
}

/// A pipeline that is being checked, with what the checks look up. Borrows all of it.
struct PipelineView
{
    PipelineView(PipelineJob &job_, const Node &root_, Problems &problems_);

    /// The node of a step's input or output (`group` says which), or nothing.
    [[nodiscard]] const Node *valueNode(
        std::string_view step, std::string_view group, std::string_view name) const;
    [[nodiscard]] bool isInline(std::string_view step) const;

    PipelineJob &job;
    const Node &root;
    Problems &problems;
    std::unordered_map<std::string_view, PipelineStep *> steps;
    std::unordered_map<std::string_view, InputValue *> inputs;
    std::unordered_map<std::string_view, OutputValue *> outputs;
    std::unordered_map<std::string_view, const Node *> stepNodes;
    std::unordered_set<std::string_view>
        brokenSteps; ///< whose component has errors: its ports may not be what they say
};

/// A step whose component could be read; of another one nothing can be said.
[[nodiscard]] inline bool isKnown(const PipelineStep &step)
{
    return !step.component.command.empty();
}

/// `jobs.fit.inputs.rate`
[[nodiscard]] std::string pathOf(std::string_view step, std::string_view group, std::string_view name);

/// Replaces `${{parent.jobs.x.inputs.y}}` by what y was given.
void resolveStepInputs(PipelineView &pipeline);

/// Gives the components of inline steps their ports, and every value the type and mode of its port; reports
/// values that do not fit.
void fitValuesToPorts(PipelineView &pipeline);

/// Reports steps that wait for each other.
void checkOrder(PipelineView &pipeline);

} // namespace atelier
