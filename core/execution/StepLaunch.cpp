#include "core/execution/StepLaunch.h"

#include "core/base/Json.h"
#include "core/document/Expression.h"
#include "core/domain/Port.h"
#include "core/storage/Database.h"
#include "core/system/ShellQuote.h"

#include <map>

namespace atelier {

namespace {

/// Paths of all outputs of the steps before, by `step.port`.
Result<std::map<std::string, std::string>> outputsBefore(Database &database, std::int64_t id)
{
    std::map<std::string, std::string> paths;
    const auto before = JobRepository::dependenciesOf(database, id);
    if (!before)
        return before.error();
    for (const std::int64_t maker : *before) {
        const auto row = JobRepository::find(database, maker);
        if (!row)
            return row.error();
        const auto outputs = JobRepository::outputs(database, maker);
        if (!outputs)
            return outputs.error();
        for (const JobOutputRow &output : *outputs)
            paths[(*row ? (*row)->step : std::string()) + "." + output.name] = output.path;
    }
    return paths;
}

/// The settings of the step's own document, which jobToJson() wrote when it was submitted and checked.
Result<void> readDocument(Database &database, const JobRow &step, StepLaunch &launch)
{
    const auto whole = JobRepository::find(database, step.id);
    if (!whole)
        return whole.error();
    const auto json = parseJson(*whole ? (*whole)->document : std::string());
    if (!json || !json->is_object() || textAt(*json, "command").empty())
        return Error{ErrorKind::Internal, "job.document",
            "The document of the job " + step.name
                + " in the database cannot be read: was it changed by hand?",
            {{"name", step.name}}, {}};
    launch.command = textAt(*json, "command");
    if (const auto variables = json->find("environment_variables");
        variables != json->end() && variables->is_object())
        for (const auto &[name, value] : variables->items())
            launch.environmentVariables[name] = value.is_string() ? value.get<std::string>() : toText(value);
    if (const auto limits = json->find("limits"); limits != json->end() && limits->is_object())
        if (const std::int64_t timeout = integerAt(*limits, "timeout"); timeout > 0)
            launch.timeout = std::chrono::seconds(timeout);
    return {};
}

} // namespace

Result<StepLaunch> launchOf(Database &database, const JobRow &step)
{
    StepLaunch launch;
    if (auto read = readDocument(database, step, launch); !read)
        return read.error();
    auto inputs = JobRepository::inputs(database, step.id);
    auto outputs = JobRepository::outputs(database, step.id);
    const auto before = outputsBefore(database, step.id);
    if (!inputs || !outputs || !before)
        return !inputs ? inputs.error() : !outputs ? outputs.error() : before.error();
    CommandValues values;
    for (JobInputRow &input : *inputs) {
        const auto type = portTypeFromName(input.type);
        if (const auto made = before->find(input.source); made != before->end() && type && !isLiteral(*type))
            input.value = made->second;
        values.inputs[input.name] = input.value;
    }
    for (const JobOutputRow &output : *outputs)
        values.outputs[output.name] = output.path;
    Result<std::string> problem = std::string();
    auto command = expandCommand(launch.command, values, [&](std::string_view value) {
        auto quoted = shellQuote(value);
        if (!quoted)
            problem = quoted;
        return quoted ? std::move(*quoted) : std::string();
    });
    if (!command)
        return command.error();
    if (!problem)
        return problem.error();
    launch.command = std::move(*command);
    launch.inputs = std::move(*inputs);
    launch.outputs = std::move(*outputs);
    return launch;
}

} // namespace atelier
