#pragma once

#include "core/base/Json.h"
#include "core/base/Named.h"
#include "core/domain/Component.h"
#include "core/domain/JobStatus.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace atelier {

/// What every job document says of itself.
struct JobHeader
{
    std::string name; ///< "" until one is chosen
    std::string displayName;
    std::string experimentName;
    std::string description;
    Named<std::string> tags;
    Named<std::string> properties;
    std::string compute; ///< "" and `local` and `azureml:local` are this machine
};

/// How a command is run: shared by a command job and a pipeline step.
struct RunSettings
{
    Named<std::string> environmentVariables;
    std::optional<std::chrono::seconds> timeout;
    int instanceCount = 1;
};

/// A standalone command job (YAML `type: command`).
struct CommandJob
{
    JobHeader header;
    std::string command;
    Code code;
    Json environment;
    RunSettings settings;
    Named<InputValue> inputs;
    Named<OutputValue> outputs;
};

/// A step of a pipeline: a component, whether inline or from a file, and what it is given.
struct PipelineStep
{
    CommandComponent component;
    std::string displayName;
    std::string description;
    std::string compute; ///< "" inherits the pipeline's
    Named<std::string> tags;
    Named<std::string> properties;
    RunSettings settings;
    Named<InputValue> inputs;
    Named<OutputValue> outputs;
};

/// A pipeline job (YAML `type: pipeline`).
struct PipelineJob
{
    JobHeader header;
    std::string defaultCompute; ///< of steps that name none, when the header names none either
    bool continueOnStepFailure = true; ///< other branches go on when a step fails
    bool forceRerun = false; ///< the step cache is not asked
    Named<InputValue> inputs;
    Named<OutputValue> outputs;
    Named<PipelineStep> jobs;
};

enum class JobType { Command, Pipeline, Interactive };

[[nodiscard]] constexpr std::string_view name(JobType type)
{
    switch (type) {
    case JobType::Command:
        return "command";
    case JobType::Pipeline:
        return "pipeline";
    case JobType::Interactive:
        return "interactive";
    }
    return {};
}

using Milliseconds = std::chrono::milliseconds;

} // namespace atelier
