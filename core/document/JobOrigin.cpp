#include "core/document/JobOrigin.h"

#include "core/domain/JobDetail.h"

namespace atelier {

namespace {

using Inputs = Named<InputValue>;

void rememberInputs(
    Named<std::string> &properties, const std::string &path, const Inputs &now, const Inputs &before)
{
    for (const auto &[name, value] : before) {
        const auto found = now.find(name);
        if (isLiteral(value.type) && found != now.end() && found->second.value != value.value)
            properties[wasProperty + path + name] = value.value;
    }
}

const Inputs &inputsOf(const JobDocument &job)
{
    return std::visit([](const auto &value) -> const Inputs & { return value.inputs; }, job);
}

} // namespace

void rememberOrigin(JobDocument &job, const std::string &from, const JobDocument &before)
{
    Named<std::string> &properties = headerOf(job).properties;
    Named<std::string> kept;
    for (const auto &[key, value] : properties)
        if (key != fromProperty && !key.starts_with(wasProperty))
            kept.append(key, value);
    properties = std::move(kept);
    properties[fromProperty] = from;
    rememberInputs(properties, "inputs.", inputsOf(job), inputsOf(before));
    const auto *now = std::get_if<PipelineJob>(&job);
    const auto *then = std::get_if<PipelineJob>(&before);
    if (now == nullptr || then == nullptr)
        return;
    for (const auto &[name, step] : then->jobs)
        if (const auto found = now->jobs.find(name); found != now->jobs.end())
            rememberInputs(properties, "jobs." + name + ".inputs.", found->second.inputs, step.inputs);
}

} // namespace atelier
