#include "core/document/CommandCheck.h"

#include "core/base/Named.h"
#include "core/document/Expression.h"
#include "core/document/Nearest.h"
#include "core/document/PipelineView.h"

#include <functional>

namespace atelier {

namespace {

/// The placeholders, or none after a complaint.
std::vector<Placeholder> readPlaceholders(
    const std::string &command, const std::string &path, Problems &problems)
{
    Result<std::vector<Placeholder>> placeholders = placeholdersIn(command);
    if (placeholders)
        return *std::move(placeholders);
    problems.error(placeholders.error().code, path, placeholders.error().sentence);
    return {};
}

template<typename T>
const T *named(const Named<T> &things, std::string_view written)
{
    const auto exists = [&](std::string_view name) { return things.find(std::string(name)) != things.end(); };
    const auto found = things.find(std::string(portNamed(written, exists)));
    return found == things.end() ? nullptr : &found->second;
}

template<typename T>
void reportUnknown(
    const Placeholder &placeholder, const Named<T> &things, const std::string &path, Problems &problems)
{
    const bool isInput = placeholder.output.empty();
    problems.error("document.placeholder", path,
        "The command uses `${{" + excerpt(placeholder.expression) + "}}`, but there is no such "
            + (isInput ? "input." : "output.")
            + didYouMean(isInput ? placeholder.input : placeholder.output, namesOf(things)));
}

} // namespace

void checkComponentCommand(const CommandComponent &component, const std::string &path, Problems &problems)
{
    const std::string commandPath = below(path, "command");
    for (const Placeholder &placeholder : readPlaceholders(component.command, commandPath, problems)) {
        if (!placeholder.output.empty()) {
            if (!named(component.outputs, placeholder.output))
                reportUnknown(placeholder, component.outputs, commandPath, problems);
            continue;
        }
        const InputPort *port = named(component.inputs, placeholder.input);
        if (!port)
            reportUnknown(placeholder, component.inputs, commandPath, problems);
        else if (placeholder.inFragment && !port->optional)
            problems.error("document.fragment", commandPath,
                "A fragment `$[[ ]]` holds the input '" + excerpt(placeholder.input)
                    + "', which is required: take it out of the fragment, or declare it `optional: true`.");
    }
}

void checkStepCommand(const PipelineStep &step, const std::string &path, Problems &problems)
{
    const Result<std::vector<Placeholder>> placeholders = placeholdersIn(step.component.command);
    if (!placeholders)
        return; // reported for the component
    for (const Placeholder &placeholder : *placeholders) {
        if (!placeholder.output.empty() || placeholder.inFragment)
            continue;
        const InputPort *port = named(step.component.inputs, placeholder.input);
        if (port && port->optional && !port->defaultValue && !named(step.inputs, placeholder.input))
            problems.error("document.no-value", below(path, "inputs"),
                "The command uses the optional input '" + excerpt(placeholder.input)
                    + "' outside of `$[[ ]]`, and this step gives it no value: give one, or put that part of "
                      "the "
                      "command into `$[[ ]]`.");
    }
}

void checkOwnCommand(const std::string &command, const Named<InputValue> &inputs,
    const Named<OutputValue> &outputs, const std::string &path, Problems &problems)
{
    for (const Placeholder &placeholder : readPlaceholders(command, path, problems)) {
        if (!placeholder.output.empty()) {
            if (!named(outputs, placeholder.output))
                reportUnknown(placeholder, outputs, path, problems);
        } else if (!placeholder.inFragment && !named(inputs, placeholder.input)) {
            reportUnknown(placeholder, inputs, path, problems);
        }
    }
}

} // namespace atelier
