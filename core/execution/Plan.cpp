#include "core/execution/Plan.h"

#include "core/base/Named.h"
#include "core/document/Expression.h"
#include "core/execution/CacheKey.h"
#include "core/execution/StepOrder.h"

#include <algorithm>
#include <map>

namespace atelier {

namespace {

Error at(Error error, const std::string &path)
{
    error.location.path = path;
    return error;
}

Error planError(std::string code, std::string sentence, const std::string &path)
{
    return at({ErrorKind::Invalid, std::move(code), std::move(sentence), {}, {}}, path);
}

/// Puts one plan together; errors collect on the way.
class Planner
{
public:
    Planner(const WorkspaceLayout &layout, const PlanSources &sources)
        : m_layout(layout)
        , m_sources(sources)
    {
    }

    void addCommand(const CommandJob &job);
    void addPipeline(const PipelineJob &pipeline);
    Planned finish(JobDocument document);

private:
    PlannedInput resolve(const std::string &name, const InputValue &value, const std::string &path);
    void resolveStepInput(
        PlannedStep &step, const std::string &name, const InputValue &value, const InputPort *port);
    void bind(PlannedInput &input, const std::string &expression, const std::string &path);
    void addDefaults(PlannedStep &step, const CommandComponent &component);
    void addOutputs(PlannedStep &step, const Named<OutputPort> &ports, const Named<OutputValue> &values);
    void addStep(const std::string &name, const PipelineStep &step, const PipelineJob &pipeline);
    void addResults(const PipelineJob &pipeline);
    const PlannedInput *pipelineInput(const std::string &name) const;

    const WorkspaceLayout &m_layout;
    const PlanSources &m_sources;
    Plan m_plan;
    std::vector<Error> m_errors;
    std::map<std::string, std::size_t> m_indices; ///< of steps by name
};

PlannedInput Planner::resolve(const std::string &name, const InputValue &value, const std::string &path)
{
    PlannedInput input{name, value.type, value.mode, value.value, {}, {}, std::nullopt, {}};
    if (isLiteral(value.type))
        return input;
    if (const auto reference = parseAssetReference(value.value)) {
        const auto asset = m_sources.asset(value.value);
        if (!asset) {
            m_errors.push_back(at(asset.error(), path));
            return input;
        }
        input.source = "azureml:" + asset->name + ":" + asset->version;
        input.value = asset->path;
        input.type = asset->type;
    } else {
        input.source = value.value;
    }
    const auto digest = m_sources.digest(input.value);
    if (digest)
        input.digest = *digest;
    else
        m_errors.push_back(at(digest.error(), path));
    return input;
}

const PlannedInput *Planner::pipelineInput(const std::string &name) const
{
    for (const PlannedInput &input : m_plan.inputs)
        if (input.name == name)
            return &input;
    return nullptr;
}

void Planner::bind(PlannedInput &input, const std::string &expression, const std::string &path)
{
    const auto binding = parseBinding(expression);
    if (binding && std::holds_alternative<StepOutput>(*binding)) {
        const auto &output = std::get<StepOutput>(*binding);
        const auto found = m_indices.find(output.step);
        if (found == m_indices.end()) {
            m_errors.push_back(
                planError("plan.step", "There is no step " + output.step + " before this one.", path));
            return;
        }
        input.value.clear();
        input.step = found->second;
        input.port = output.port;
        input.source = output.step + "." + output.port;
        return;
    }
    if (binding && std::holds_alternative<ParentInput>(*binding)) {
        const PlannedInput *given = pipelineInput(std::get<ParentInput>(*binding).name);
        if (given != nullptr) {
            input.value = given->value;
            input.source = given->source;
            input.digest = given->digest;
            return;
        }
    }
    // Text that mixes literals and the pipeline's inputs: `run-${{parent.inputs.seed}}`.
    auto text = expandBindings(expression, [&](const Binding &part) -> Result<std::string> {
        const auto *parent = std::get_if<ParentInput>(&part);
        const PlannedInput *given = parent == nullptr ? nullptr : pipelineInput(parent->name);
        if (given == nullptr)
            return planError("plan.binding", "Only the pipeline's inputs can stand inside other text.", path);
        return given->value;
    });
    if (text)
        input.value = std::move(*text);
    else
        m_errors.push_back(at(text.error(), path));
}

void Planner::resolveStepInput(
    PlannedStep &step, const std::string &name, const InputValue &value, const InputPort *port)
{
    const std::string path = "jobs." + step.name + ".inputs." + name;
    InputValue typed = value;
    if (port != nullptr) {
        typed.type = port->type;
        typed.mode = value.isObject ? value.mode : port->mode;
    }
    if (!hasExpression(value.value)) {
        step.inputs.push_back(resolve(name, typed, path));
        return;
    }
    PlannedInput input{name, typed.type, typed.mode, {}, {}, {}, std::nullopt, {}};
    bind(input, value.value, path);
    if (input.step)
        step.dependsOn.push_back(*input.step);
    step.inputs.push_back(std::move(input));
}

void Planner::addDefaults(PlannedStep &step, const CommandComponent &component)
{
    for (const auto &[name, port] : component.inputs) {
        const bool given = std::any_of(step.inputs.begin(), step.inputs.end(),
            [&](const PlannedInput &input) { return input.name == name; });
        if (!given && port.defaultValue)
            step.inputs.push_back({name, port.type, port.mode, *port.defaultValue, {}, {}, std::nullopt, {}});
    }
}

void Planner::addOutputs(PlannedStep &step, const Named<OutputPort> &ports, const Named<OutputValue> &values)
{
    const std::filesystem::path folder = m_layout.outputs(step.jobName);
    const auto add = [&](const std::string &name, PortType type, AccessMode mode, const OutputValue *value) {
        PlannedOutput output{name, type, mode, (folder / name).string(), {}, {}};
        if (value != nullptr) {
            output.assetName = value->assetName;
            output.assetVersion = value->assetVersion;
            if (!value->path.empty() && !hasExpression(value->path))
                output.path = value->path;
        }
        step.outputs.push_back(std::move(output));
    };
    for (const auto &[name, port] : ports) {
        const auto value = values.find(name);
        add(name, port.type, port.mode, value == values.end() ? nullptr : &value->second);
    }
    for (const auto &[name, value] : values)
        if (ports.find(name) == ports.end())
            add(name, value.type, value.mode, &value);
}

void Planner::addCommand(const CommandJob &job)
{
    PlannedStep step;
    step.jobName = job.header.name;
    step.job = job;
    for (const auto &[name, value] : job.inputs)
        step.inputs.push_back(resolve(name, value, "inputs." + name));
    addOutputs(step, {}, job.outputs);
    step.cacheKey = cacheKeyOf(step, {});
    m_plan.steps.push_back(std::move(step));
}

void Planner::addStep(const std::string &name, const PipelineStep &step, const PipelineJob &pipeline)
{
    PlannedStep planned;
    planned.name = name;
    // Known before anything runs, so that paths between steps are too; the pipeline's name is unique already.
    planned.jobName = pipeline.header.name.substr(0, 200) + "-" + std::to_string(m_plan.steps.size() + 1);
    planned.isDeterministic = step.component.isDeterministic;
    CommandJob &job = planned.job;
    job.header.name = planned.jobName;
    job.header.displayName = step.displayName.empty() ? name : step.displayName;
    job.header.experimentName = pipeline.header.experimentName;
    job.header.description = step.description.empty() ? step.component.description : step.description;
    job.header.compute = step.compute.empty() ? pipeline.header.compute : step.compute;
    job.command = step.component.command;
    job.code = step.component.code;
    job.environment = step.component.environment;
    job.settings = step.settings;
    for (const auto &[input, value] : step.inputs) {
        const auto port = step.component.inputs.find(input);
        resolveStepInput(
            planned, input, value, port == step.component.inputs.end() ? nullptr : &port->second);
    }
    addDefaults(planned, step.component);
    addOutputs(planned, step.component.outputs, step.outputs);
    std::sort(planned.dependsOn.begin(), planned.dependsOn.end());
    planned.dependsOn.erase(
        std::unique(planned.dependsOn.begin(), planned.dependsOn.end()), planned.dependsOn.end());
    planned.cacheKey = cacheKeyOf(planned, m_plan.steps);
    m_indices[name] = m_plan.steps.size();
    m_plan.steps.push_back(std::move(planned));
}

void Planner::addResults(const PipelineJob &pipeline)
{
    for (const auto &[name, step] : pipeline.jobs) {
        for (const auto &[port, value] : step.outputs) {
            const auto binding
                = value.binding.empty() ? Result<Binding>(Error{}) : parseBinding(value.binding);
            const auto *parent = binding ? std::get_if<ParentOutput>(&*binding) : nullptr;
            if (parent == nullptr)
                continue;
            const std::size_t index = m_indices.at(name);
            const auto &outputs = m_plan.steps[index].outputs;
            const std::string &wanted = port;
            const auto found = std::find_if(outputs.begin(), outputs.end(),
                [&](const PlannedOutput &output) { return output.name == wanted; });
            if (found != outputs.end())
                m_plan.results.push_back({parent->name, found->type, index, wanted});
        }
    }
}

void Planner::addPipeline(const PipelineJob &pipeline)
{
    m_plan.isPipeline = true;
    m_plan.forceRerun = pipeline.forceRerun;
    m_plan.continueOnStepFailure = pipeline.continueOnStepFailure;
    for (const auto &[name, value] : pipeline.inputs)
        m_plan.inputs.push_back(resolve(name, value, "inputs." + name));
    for (const NamedStep *entry : inOrder(pipeline))
        addStep(entry->first, entry->second, pipeline);
    if (m_plan.steps.size() == pipeline.jobs.size())
        addResults(pipeline);
    else
        m_errors.push_back(
            planError("plan.cycle", "Some steps wait for each other, so none of them can start.", "jobs"));
}

Planned Planner::finish(JobDocument document)
{
    Planned planned;
    planned.errors = std::move(m_errors);
    if (planned.errors.empty()) {
        m_plan.document = std::move(document);
        planned.plan = std::move(m_plan);
    }
    return planned;
}

} // namespace

Planned planJob(JobDocument document, const WorkspaceLayout &layout, const PlanSources &sources)
{
    Planner planner(layout, sources);
    if (const auto *pipeline = std::get_if<PipelineJob>(&document))
        planner.addPipeline(*pipeline);
    else
        planner.addCommand(std::get<CommandJob>(document));
    return planner.finish(std::move(document));
}

std::optional<AssetReference> parseAssetReference(const std::string &text)
{
    constexpr std::string_view prefix = "azureml:";
    if (text.rfind(prefix, 0) != 0 || text.find('/') != std::string::npos)
        return std::nullopt;
    const std::string rest = text.substr(prefix.size());
    if (const std::size_t label = rest.find('@'); label != std::string::npos)
        return rest.substr(label) == "@latest" ? std::optional(AssetReference{rest.substr(0, label), {}})
                                               : std::nullopt;
    const std::size_t colon = rest.find(':');
    if (colon == std::string::npos)
        return AssetReference{rest, {}};
    return AssetReference{rest.substr(0, colon), rest.substr(colon + 1)};
}

} // namespace atelier
