#include "core/document/DocumentCheck.h"

#include "core/base/Json.h"
#include "core/base/Named.h"
#include "core/document/CommandCheck.h"
#include "core/document/Expression.h"
#include "core/document/Nearest.h"
#include "core/document/PipelineView.h"
#include "core/domain/Literal.h"
#include "core/domain/Names.h"

#include <algorithm>
#include <map>

namespace atelier {

namespace {

constexpr std::string_view assetPrefix = "azureml:";

/// `scheme://…`, and the two that do without slashes.
bool isAddress(std::string_view text)
{
    if (text.starts_with("runs:/") || text.starts_with("git+"))
        return true;
    const std::size_t mark = text.find("://");
    return mark != std::string_view::npos && mark > 0
        && text.substr(0, mark).find_first_of("/ ") == std::string_view::npos;
}

template<typename T>
void checkPortNames(const Named<T> &ports, const std::string &path, Problems &problems)
{
    std::map<std::string, std::string_view> seen;
    for (const auto &[name, port] : ports) {
        const std::string portPath = below(path, name);
        if (!isPortName(name))
            problems.error("document.name", portPath,
                "'" + excerpt(name)
                    + "' is no name for an input or output: begin with a letter or `_`, then letters, "
                      "digits and `_`.",
                {}, Aim::OfKey);
        if (isReservedPortName(name))
            problems.error("document.reserved-name", portPath,
                "The name '" + excerpt(name)
                    + "' is reserved, as commands would take it for the shell's own: choose "
                      "another.",
                {}, Aim::OfKey);
        const auto [other, isNew] = seen.emplace(lowerCase(name), name);
        if (!isNew)
            problems.error("document.same-name", portPath,
                "'" + excerpt(name) + "' and '" + excerpt(other->second)
                    + "' differ only in case: rename one.",
                {}, Aim::OfKey);
    }
}

void checkInstanceCount(int count, const std::string &path, Problems &problems)
{
    if (count > 1)
        problems.error("document.unsupported", below(below(path, "resources"), "instance_count"),
            "More than one instance is not supported yet: write 1, or leave it out.");
}

/// Rewrites every name of this machine to `local`, and refuses other computes.
void checkCompute(
    std::string &compute, const std::string &path, const Named<InputValue> &inputs, Problems &problems)
{
    std::string wanted = compute;
    if (const auto inside = soleExpression(compute)) {
        const Result<Binding> binding = parseBinding(compute);
        const auto *input = binding ? std::get_if<ParentInput>(&*binding) : nullptr;
        const auto found = input ? inputs.find(input->name) : inputs.end();
        if (found == inputs.end()) {
            problems.error("document.binding", path,
                "`compute` can be bound only to an input of the pipeline: write `${{parent.inputs.<name>}}` "
                "or `local`.");
            return;
        }
        wanted = found->second.value;
    }
    if (wanted.starts_with(assetPrefix))
        wanted.erase(0, assetPrefix.size());
    if (wanted.empty())
        compute.clear();
    else if (wanted == "local" || wanted == "serverless")
        compute = "local";
    else
        problems.error("document.unsupported", path,
            "There is no compute '" + excerpt(wanted)
                + "' here yet: write `compute: local`, or leave it out.",
            {{"value", excerpt(wanted)}});
}

void checkCode(const Code &code, const std::string &path, Problems &problems)
{
    if (code.path.empty())
        return;
    if (pathForm(code.path) != PathForm::Local)
        problems.error("document.unsupported", path,
            "Code from '" + excerpt(code.path) + "' is not supported yet: download it, and name the folder.");
    else if (code.path.front() != '/')
        problems.error("document.relative-path", path,
            "The path '" + excerpt(code.path)
                + "' is relative, and nobody can say to what: write it from `/`.");
}

void checkEnvironment(const Json &environment, const std::string &path, Problems &problems)
{
    if (!environment.is_object())
        return;
    static const std::vector<std::string_view> keys{"$schema", "name", "version", "description", "tags",
        "properties", "image", "build", "conda_file", "os_type", "inference_config", "id",
        "creation_context"};
    for (const auto &[key, value] : environment.items())
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            problems.error("document.unknown-key", below(path, key),
                "There is no key '" + excerpt(key) + "' in an environment." + didYouMean(key, keys), {},
                Aim::OfKey);
    if (environment.contains("image") == environment.contains("build"))
        problems.error(
            "document.environment", path, "An environment has either `image` or `build`: write one of them.");
}

/// The path of data that a job or the pipeline is given; `mayBind` is for steps, whose bindings are checked
/// elsewhere.
void checkDataPath(const std::string &text, const std::string &path, bool mayBind, Problems &problems)
{
    switch (pathForm(text)) {
    case PathForm::Expression:
        if (!mayBind)
            problems.error("document.binding", path,
                "Only a pipeline's steps have something to be bound to: write the value or path itself.");
        return;
    case PathForm::Remote:
        return problems.error("document.unsupported", path,
            "'" + excerpt(text)
                + "' cannot be read from here yet: download it first, and name the local path.");
    case PathForm::Asset: {
        const std::size_t mark = text.find_first_of(":@", assetPrefix.size());
        const bool hasVersion = mark != std::string::npos && mark + 1 < text.size();
        const std::string_view name = std::string_view(text).substr(0, mark).substr(assetPrefix.size());
        if (!hasVersion || !isAssetName(name))
            problems.error("document.asset-reference", path,
                "'" + excerpt(text)
                    + "' names no version of a data asset: write `azureml:<name>:<version>` or "
                      "`azureml:<name>@latest`.");
        return;
    }
    case PathForm::Local:
        if (text.empty() || text.front() != '/')
            problems.error("document.relative-path", path,
                "The path '" + excerpt(text)
                    + "' is relative, and nobody can say to what: write it from `/`.");
    }
}

void checkInputs(const Named<InputValue> &inputs, const std::string &path, bool mayBind, Problems &problems)
{
    for (const auto &[name, value] : inputs) {
        const std::string valuePath = below(path, name);
        if (value.isObject)
            checkDataPath(value.value, below(valuePath, "path"), mayBind, problems);
        else if (!mayBind && hasExpression(value.value))
            problems.error("document.binding", valuePath,
                "Only a pipeline's steps have something to be bound to: write the value itself.");
    }
}

void checkOutputs(Named<OutputValue> &outputs, const std::string &path, bool mayBind, Problems &problems)
{
    for (auto &[name, value] : outputs) {
        const std::string valuePath = below(path, name);
        if (!mayBind && !value.binding.empty())
            problems.error("document.binding", valuePath,
                "Only the outputs of a pipeline's steps can be bound: leave it empty, or write `{type, "
                "path}`.");
        if (!value.assetName.empty() && !isAssetName(value.assetName))
            problems.error("document.rule", below(valuePath, "name"),
                "'" + excerpt(value.assetName)
                    + "' is no name for a data asset: use letters, digits, `.`, `_` and `-`.");
        if (!value.assetVersion.empty() && value.assetName.empty())
            problems.error(
                "document.missing", valuePath, "A `version` needs the `name` of the data asset beside it.");
        const PathForm form = pathForm(value.path);
        if (form == PathForm::Remote || form == PathForm::Asset) {
            problems.warning("document.ignored", below(valuePath, "path"),
                "The path '" + excerpt(value.path) + "' is ignored: outputs are kept in the job's folder.");
            value.path.clear();
        } else if (form == PathForm::Local && !value.path.empty() && value.path.front() != '/') {
            problems.error("document.relative-path", below(valuePath, "path"),
                "The path '" + excerpt(value.path)
                    + "' is relative, and nobody can say to what: write it from `/`.");
        }
    }
}

void checkDeclaredInput(const InputPort &port, const std::string &path, Problems &problems)
{
    if (port.min && port.max && *port.min > *port.max)
        problems.error("document.range", below(path, "min"),
            "`min` is greater than `max`, so no value is allowed: exchange them.");
    if (!port.defaultValue)
        return;
    if (!isLiteral(port.type))
        problems.error("document.default", below(path, "default"),
            "Only a literal can have a default, not " + std::string(name(port.type)) + ": remove it.");
    else if (const std::string problem = literalProblem(port, *port.defaultValue); !problem.empty())
        problems.error("document.default", below(path, "default"),
            "The default " + problem + ", but is '" + excerpt(*port.defaultValue) + "'.");
}

void checkStep(const std::string &name, PipelineStep &step, PipelineView &pipeline)
{
    const std::string path = below("jobs", name);
    Problems &problems = pipeline.problems;
    if (!isStepName(name))
        problems.error("document.name", path,
            "'" + excerpt(name)
                + "' is no name for a step: use lower-case letters, digits and `_`, and begin with no "
                  "digit.",
            {}, Aim::OfKey);
    checkCompute(step.compute, below(path, "compute"), pipeline.job.inputs, problems);
    checkInstanceCount(step.settings.instanceCount, path, problems);
    checkInputs(step.inputs, below(path, "inputs"), true, problems);
    checkOutputs(step.outputs, below(path, "outputs"), true, problems);
    if (!isKnown(step))
        return;
    if (pipeline.isInline(name)) {
        checkPortNames(step.inputs, below(path, "inputs"), problems);
        checkPortNames(step.outputs, below(path, "outputs"), problems);
        checkOwnCommand(step.component.command, step.inputs, step.outputs, below(path, "command"), problems);
        checkCode(step.component.code, below(path, "code"), problems);
        checkEnvironment(step.component.environment, below(path, "environment"), problems);
    } else {
        checkComponent(step.component, below(path, "component"), problems);
        checkStepCommand(step, path, problems);
    }
}

} // namespace

PathForm pathForm(std::string_view text)
{
    if (hasExpression(text))
        return PathForm::Expression;
    if (isAddress(text))
        return PathForm::Remote;
    if (!text.starts_with(assetPrefix))
        return PathForm::Local;
    return text.starts_with("azureml:/") ? PathForm::Remote : PathForm::Asset;
}

void checkJob(CommandJob &job, const Node &, Problems &problems)
{
    checkCompute(job.header.compute, "compute", {}, problems);
    checkInstanceCount(job.settings.instanceCount, "", problems);
    checkPortNames(job.inputs, "inputs", problems);
    checkPortNames(job.outputs, "outputs", problems);
    checkInputs(job.inputs, "inputs", false, problems);
    checkOutputs(job.outputs, "outputs", false, problems);
    checkCode(job.code, "code", problems);
    checkEnvironment(job.environment, "environment", problems);
    if (!job.command.empty())
        checkOwnCommand(job.command, job.inputs, job.outputs, "command", problems);
}

void checkJob(PipelineJob &job, const Node &root, Problems &problems)
{
    const Node *jobs = root.find("jobs");
    if (jobs && jobs->kind == NodeKind::Mapping && jobs->members.empty())
        problems.error(
            "document.missing", "jobs", "The pipeline has no steps: write at least one under `jobs`.");
    checkCompute(job.header.compute, "compute", job.inputs, problems);
    checkCompute(job.defaultCompute, "settings.default_compute", job.inputs, problems);
    checkPortNames(job.inputs, "inputs", problems);
    checkPortNames(job.outputs, "outputs", problems);
    checkInputs(job.inputs, "inputs", false, problems);
    checkOutputs(job.outputs, "outputs", false, problems);
    PipelineView pipeline(job, root, problems);
    resolveStepInputs(pipeline);
    fitValuesToPorts(pipeline);
    for (auto &[name, step] : job.jobs)
        checkStep(name, step, pipeline);
    checkOrder(pipeline);
}

void checkComponent(const CommandComponent &component, const std::string &path, Problems &problems)
{
    checkInstanceCount(component.instanceCount, path, problems);
    checkPortNames(component.inputs, below(path, "inputs"), problems);
    checkPortNames(component.outputs, below(path, "outputs"), problems);
    for (const auto &[name, port] : component.inputs)
        checkDeclaredInput(port, below(below(path, "inputs"), name), problems);
    checkCode(component.code, below(path, "code"), problems);
    checkEnvironment(component.environment, below(path, "environment"), problems);
    if (!component.command.empty())
        checkComponentCommand(component, path, problems);
}

void checkAsset(const DataAsset &asset, Problems &problems)
{
    if (asset.path.empty())
        return; // missing, which is said already
    if (pathForm(asset.path) != PathForm::Local)
        problems.error("document.unsupported", "path",
            "'" + excerpt(asset.path)
                + "' cannot be a data asset yet: download it first, and name the local path.");
    else if (asset.path.front() != '/')
        problems.error("document.relative-path", "path",
            "The path '" + excerpt(asset.path)
                + "' is relative, and nobody can say to what: write it from `/`.");
}

} // namespace atelier
