#pragma once

#include "core/domain/ComponentFields.h"
#include "core/domain/Fields.h"
#include "core/domain/Job.h"

namespace atelier {

inline constexpr Rule jobName{isJobName,
    "begin with a letter or digit and have only letters, digits, `_` and `-` (at most 255)",
    R"(^[a-zA-Z0-9][\w-]{0,254}$)"};

template<>
struct Described<JobHeader>
{
    static constexpr auto fields = std::tuple{
        readOnly("$schema"),
        readOnly("id"),
        readOnly("status"),
        readOnly("log_files"),
        readOnly("creation_context"),
        field("name", &JobHeader::name, "The job's own name; chosen where it is absent.").ruledBy(jobName),
        field("display_name", &JobHeader::displayName, "What people call it."),
        field("experiment_name", &JobHeader::experimentName, "The experiment it belongs to."),
        field("description", &JobHeader::description, "What it is for."),
        field("tags", &JobHeader::tags, "Names and values to find it by."),
        field("properties", &JobHeader::properties, "Names and values that programs keep with it."),
        field("compute", &JobHeader::compute, "Where it runs: `local`, or nothing."),
        ignored("queue_settings", "jobs of this machine have one queue."),
        ignored("identity", "the job runs as the user who started the service."),
        ignored("services", "open the job's own ports on this machine."),
        ignored("parent_job_name", "a job's parent is the pipeline it is a step of."),
    };
};

template<>
struct Described<RunSettings>
{
    static constexpr auto fields = std::tuple{
        field("environment_variables", &RunSettings::environmentVariables, "Set for the command.")
            .taking(Accepts::AnyScalar),
        group("limits", "What the job may use.", UnknownKeys::Refused,
            field("timeout", &RunSettings::timeout, "Seconds after which it is canceled.").atLeast(1)),
        resourcesFields(
            field("instance_count", &RunSettings::instanceCount, "On how many machines.").atLeast(1)),
        refused("distribution", "a job runs as one process. Remove it, and start processes in the command."),
    };
};

template<>
struct Described<CommandJob>
{
    static constexpr std::string_view noun = "One command, run once.";
    static constexpr UnknownKeys unknownKeys = UnknownKeys::Refused;
    static constexpr auto fields = std::tuple{
        readOnly("type"),
        flat(&CommandJob::header),
        field("command", &CommandJob::command, "the command line that the shell runs.")
            .required()
            .ruledBy(notBlank),
        field("code", &CommandJob::code, "The folder with the files that the command uses."),
        field("environment", &CommandJob::environment,
            "what the command needs installed, such as `environment: azureml:base@latest`.")
            .required()
            .ruledBy(environmentReference),
        flat(&CommandJob::settings),
        field("inputs", &CommandJob::inputs, "What the command is given."),
        field("outputs", &CommandJob::outputs, "What it writes."),
    };
};

/// What a step says whether its component is inline or not.
inline constexpr auto stepFields = std::tuple{
    readOnly("$schema"),
    readOnly("type"),
    readOnly("comment"),
    readOnly("name"),
    field("display_name", &PipelineStep::displayName, "What people call the step."),
    field("description", &PipelineStep::description, "What it does."),
    field("tags", &PipelineStep::tags, "Names and values to find it by."),
    field("properties", &PipelineStep::properties, "Names and values that programs keep with it."),
    field("compute", &PipelineStep::compute, "Where it runs; the pipeline's where it is absent."),
    flat(&PipelineStep::settings),
    field("inputs", &PipelineStep::inputs, "What its inputs are given."),
    field("outputs", &PipelineStep::outputs, "Where its outputs go."),
    ignored("queue_settings", "jobs of this machine have one queue."),
    ignored("identity", "the job runs as the user who started the service."),
    ignored("services", "open the job's own ports on this machine."),
};

template<>
struct Described<PipelineStep>
{
    static constexpr std::string_view noun = "A component, and what it is given.";
    static constexpr UnknownKeys unknownKeys = UnknownKeys::Warned;
    static constexpr auto fields = std::tuple_cat(
        std::tuple{field("component", &PipelineStep::component, "a component's file, or its text inline.")
                       .required()},
        stepFields);
};

template<>
struct Described<PipelineJob>
{
    static constexpr std::string_view noun = "Steps, and what flows between them.";
    static constexpr UnknownKeys unknownKeys = UnknownKeys::Refused;
    static constexpr auto fields = std::tuple{
        readOnly("type"),
        flat(&PipelineJob::header),
        group("settings", "How the steps are run.", UnknownKeys::Warned,
            field("default_compute", &PipelineJob::defaultCompute, "Where steps run that say nothing."),
            field("continue_on_step_failure", &PipelineJob::continueOnStepFailure,
                "Whether other branches go on when a step fails."),
            field("force_rerun", &PipelineJob::forceRerun, "Whether every step runs, seen before or not."),
            ignored("default_datastore", "outputs are kept in the job's folder."),
            refused("on_init", "write a first step, and bind the others to one of its outputs."),
            refused("on_finalize", "write a last step that is bound to the others' outputs.")),
        field("inputs", &PipelineJob::inputs, "What the pipeline is given."),
        field("outputs", &PipelineJob::outputs, "What it gives."),
        field("jobs", &PipelineJob::jobs, "the steps, each by its name.").required(),
        refused("component", "a pipeline component cannot be run alone yet. Write its steps under `jobs`."),
    };
};

} // namespace atelier
