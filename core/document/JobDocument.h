#pragma once

#include "core/base/Json.h"
#include "core/document/Loaded.h"
#include "core/domain/Job.h"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace atelier {

using JobDocument = std::variant<CommandJob, PipelineJob>;

/// Reads a job's YAML file with the component files it names, for the client: paths become absolute and must
/// exist. Each setting is `path=value` (`inputs.rate=0.1`) and replaces what the file says, before anything
/// is checked.
[[nodiscard]] Loaded<JobDocument> loadJob(
    const std::filesystem::path &file, const std::vector<std::string> &settings = {});

/// Reads what jobToJson() wrote, for the service: the same checks, no file is touched, errors are placed by
/// key path. Settings are as above.
[[nodiscard]] Loaded<JobDocument> jobFromJson(
    const Json &json, const std::vector<std::string> &settings = {});

/// The canonical document: components inline, code as `{path, snapshot}`, nothing that only says a default.
[[nodiscard]] Json jobToJson(const JobDocument &job);

[[nodiscard]] const JobHeader &headerOf(const JobDocument &job);
[[nodiscard]] JobHeader &headerOf(JobDocument &job);

/// JSON schemas of every kind of document, by name, for OpenAPI's `components.schemas`.
[[nodiscard]] Json documentSchemas();

} // namespace atelier
