#include "core/execution/CacheKey.h"

#include "core/base/Json.h"
#include "core/base/Sha256.h"

#include <algorithm>

namespace atelier {

namespace {

// Raised when the meaning of a key changes, so that nothing made under the old meaning is taken for the new.
constexpr int keyVersion = 1;

std::string originOf(const PlannedInput &input, const std::vector<PlannedStep> &before)
{
    if (!input.step)
        return input.digest.empty() ? "literal:" + input.value : "content:" + input.digest;
    const PlannedStep &maker = before[*input.step];
    return "step:" + (maker.isDeterministic ? maker.cacheKey : maker.jobName) + ":" + input.port;
}

} // namespace

std::string cacheKeyOf(const PlannedStep &step, const std::vector<PlannedStep> &before)
{
    Json key{{"version", keyVersion}, {"command", step.job.command}, {"code", step.job.code.snapshot},
        {"environment", step.job.environment}, {"instances", step.job.settings.instanceCount}};
    std::vector<std::string> inputs;
    for (const PlannedInput &input : step.inputs)
        inputs.push_back(input.name + "=" + std::string(name(input.type)) + ":" + originOf(input, before));
    std::vector<std::string> outputs;
    for (const PlannedOutput &output : step.outputs)
        outputs.push_back(
            output.name + "=" + std::string(name(output.type)) + ":" + std::string(name(output.mode)));
    std::vector<std::string> variables;
    for (const auto &[variable, value] : step.job.settings.environmentVariables)
        variables.push_back(variable + "=" + value);
    // Their order in the document does not matter to the command.
    for (auto *list : {&inputs, &outputs, &variables})
        std::sort(list->begin(), list->end());
    key["inputs"] = inputs;
    key["outputs"] = outputs;
    key["variables"] = variables;
    return sha256Hex(toText(key));
}

} // namespace atelier
