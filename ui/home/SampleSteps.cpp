#include "ui/home/SampleSteps.h"

#include "core/document/Expression.h"
#include "core/document/JobDocument.h"

namespace atelier::ui {

namespace {

JobStep stepFrom(const std::string &name, const PipelineStep &described)
{
    JobStep step;
    step.job.step = name;
    step.job.displayName = described.displayName;
    for (const auto &[input, value] : described.inputs)
        if (const auto binding = parseBinding(value.value))
            if (const auto *output = std::get_if<StepOutput>(&*binding))
                step.dependsOn.push_back(output->step);
    return step;
}

} // namespace

JobDetail stepsOfDocument(const std::filesystem::path &file)
{
    JobDetail job;
    const auto loaded = loadJob(file);
    if (!loaded.value)
        return job;
    const auto *pipeline = std::get_if<PipelineJob>(&*loaded.value);
    if (pipeline == nullptr)
        return job;
    job.summary.experiment = pipeline->header.experimentName;
    for (const auto &[name, step] : pipeline->jobs)
        job.steps.push_back(stepFrom(name, step));
    return job;
}

} // namespace atelier::ui
