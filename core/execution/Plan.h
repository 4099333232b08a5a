#pragma once

#include "core/base/Result.h"
#include "core/document/JobDocument.h"
#include "core/domain/DataAsset.h"
#include "core/domain/WorkspaceLayout.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace atelier {

/// An input of a step, resolved as far as it can be before anything ran.
struct PlannedInput
{
    std::string name;
    PortType type = PortType::UriFolder;
    AccessMode mode = AccessMode::RoMount;
    std::string value; ///< literal text or absolute path; "" while it comes from a step
    std::string source; ///< where it comes from: `azureml:wine:1`, `split.train`; "" for a literal
    std::string digest; ///< SHA-256 of what lies at the path; "" for a literal or a step's output
    std::optional<std::size_t> step; ///< index of the step that makes it
    std::string port; ///< that step's output
};

struct PlannedOutput
{
    std::string name;
    PortType type = PortType::UriFolder;
    AccessMode mode = AccessMode::RwMount;
    std::string path; ///< absolute
    std::string assetName; ///< registers it as data when the step has ended well, or ""
    std::string assetVersion;
};

/// One command to run: a step of a pipeline, or the whole of a command job.
struct PlannedStep
{
    std::string name; ///< in its pipeline; "" for a command job
    std::string jobName; ///< of the (child) job that runs it
    CommandJob job; ///< as a document of its own
    bool isDeterministic = true;
    std::vector<PlannedInput> inputs;
    std::vector<PlannedOutput> outputs;
    std::vector<std::size_t> dependsOn; ///< indices, ascending, without repetition
    std::string cacheKey;
};

/// An output of the pipeline: an output of one of its steps under another name.
struct PlannedResult
{
    std::string name;
    PortType type = PortType::UriFolder;
    std::size_t step = 0;
    std::string port;
};

/// What a job document means in a workspace: every step, what it needs and what it waits for.
struct Plan
{
    JobDocument document; ///< with every name and default filled in
    bool isPipeline = false;
    bool forceRerun = false;
    bool continueOnStepFailure = true;
    std::vector<PlannedStep> steps; ///< each after those it depends on
    std::vector<PlannedInput> inputs; ///< the pipeline's own
    std::vector<PlannedResult> results;
};

/// What planning asks the workspace for.
struct PlanSources
{
    /// The data asset of `azureml:name:version` or `azureml:name@latest`.
    std::function<Result<DataAsset>(const std::string &reference)> asset;
    /// SHA-256 of a local file or folder.
    std::function<Result<std::string>(const std::string &path)> digest;
};

struct Planned
{
    std::optional<Plan> plan; ///< set exactly when there are no errors
    std::vector<Error> errors; ///< placed by key path
};

/// Plans a job whose name is chosen. Everything that can be wrong is reported at once.
[[nodiscard]] Planned planJob(
    JobDocument document, const WorkspaceLayout &layout, const PlanSources &sources);

struct AssetReference
{
    std::string name;
    std::string version; ///< "" for the latest
};
/// Of `azureml:name:version`, `azureml:name@latest` or `azureml:name`; nothing where the text is none of
/// them.
[[nodiscard]] std::optional<AssetReference> parseAssetReference(const std::string &text);

} // namespace atelier
