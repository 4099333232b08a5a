#pragma once

#include "core/domain/Component.h"
#include "core/domain/Fields.h"
#include "core/domain/Names.h"
#include "core/domain/PortFields.h"

namespace atelier {

[[nodiscard]] inline bool isNotBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

/// `azureml:<name>`, with `:<version>` or `@<label>`, or a registry's address.
[[nodiscard]] inline bool isEnvironmentReference(std::string_view text)
{
    return text.starts_with("azureml:") && text.size() > std::string_view("azureml:").size();
}

inline constexpr Rule notBlank{isNotBlank, "not be empty", R"(\S)"};
inline constexpr Rule environmentReference{isEnvironmentReference,
    "begin with `azureml:`: `azureml:base@latest`, or be a mapping with `image`", "^azureml:."};
inline constexpr Rule componentName{isComponentName,
    "begin with a lower-case letter and have only lower-case letters, digits and `_` (at most 255)",
    "^[a-z][a-z0-9_]*$"};

inline constexpr std::string_view onThisMachine = "the job runs on this machine.";

/// The keys of `resources` that mean nothing on one machine.
inline constexpr auto resourcesFields(auto instanceCount)
{
    return group("resources", "What the job needs.", UnknownKeys::Warned, instanceCount,
        ignored("instance_type", onThisMachine), ignored("shm_size", onThisMachine),
        ignored("docker_args", onThisMachine), ignored("locations", onThisMachine),
        ignored("max_instance_count", onThisMachine), ignored("properties", onThisMachine));
}

template<>
struct Described<CommandComponent>
{
    static constexpr std::string_view noun = "A command with declared inputs and outputs.";
    static constexpr UnknownKeys unknownKeys = UnknownKeys::Warned;
    static constexpr auto fields = std::tuple{
        readOnly("$schema"),
        readOnly("type"),
        readOnly("id"),
        readOnly("creation_context"),
        field("name", &CommandComponent::name, "What pipelines call it.").ruledBy(componentName),
        field("version", &CommandComponent::version, "Its version.").taking(Accepts::NumbersToo),
        field("display_name", &CommandComponent::displayName, "What people call it."),
        field("description", &CommandComponent::description, "What it does."),
        field("tags", &CommandComponent::tags, "Names and values to find it by."),
        field("is_deterministic", &CommandComponent::isDeterministic,
            "Whether equal inputs give equal outputs: such a step is not run twice."),
        field("command", &CommandComponent::command, "the command line that the shell runs.")
            .required()
            .ruledBy(notBlank),
        field("code", &CommandComponent::code, "The folder with the files that the command uses."),
        field("environment", &CommandComponent::environment,
            "what the command needs installed, such as `environment: azureml:base@latest`.")
            .required()
            .ruledBy(environmentReference),
        resourcesFields(
            field("instance_count", &CommandComponent::instanceCount, "On how many machines.").atLeast(1)),
        field("inputs", &CommandComponent::inputs, "What it is given."),
        field("outputs", &CommandComponent::outputs, "What it writes."),
        refused("distribution", "a job runs as one process. Remove it, and start processes in the command."),
        refused("additional_includes", "put the files into the code folder."),
        ignored("properties", "properties belong to jobs."),
    };
};

} // namespace atelier
