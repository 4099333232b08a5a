#include "core/execution/StepOrder.h"

#include "core/document/Expression.h"

#include <map>
#include <set>
#include <string_view>

namespace atelier {

namespace {

/// The names of the steps that its inputs come from, as often as they do.
std::vector<std::string> stepsReadBy(const PipelineStep &step)
{
    std::vector<std::string> names;
    for (const auto &[name, value] : step.inputs) {
        const auto bindings = bindingsIn(value.value);
        if (!bindings)
            continue; // reported where it is bound
        for (const Binding &binding : *bindings)
            if (const auto *output = std::get_if<StepOutput>(&binding))
                names.push_back(output->step);
    }
    return names;
}

} // namespace

std::vector<const NamedStep *> inOrder(const PipelineJob &pipeline)
{
    std::map<std::string_view, std::size_t> numbers;
    for (const NamedStep &entry : pipeline.jobs)
        numbers.emplace(entry.first, numbers.size());
    std::vector<const NamedStep *> entries;
    std::vector<std::vector<std::size_t>> feeds(numbers.size());
    std::vector<std::size_t> waitsFor(numbers.size());
    for (const NamedStep &entry : pipeline.jobs) {
        for (const std::string &step : stepsReadBy(entry.second))
            if (const auto before = numbers.find(step); before != numbers.end()) {
                feeds[before->second].push_back(entries.size());
                ++waitsFor[entries.size()];
            }
        entries.push_back(&entry);
    }
    std::set<std::size_t> free;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (waitsFor[i] == 0)
            free.insert(i);
    std::vector<const NamedStep *> order;
    while (!free.empty()) {
        const std::size_t next = *free.begin();
        free.erase(free.begin());
        order.push_back(entries[next]);
        for (const std::size_t after : feeds[next])
            if (--waitsFor[after] == 0)
                free.insert(after);
    }
    return order;
}

} // namespace atelier
