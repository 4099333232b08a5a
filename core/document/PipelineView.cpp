#include "core/document/PipelineView.h"

#include "core/document/Expression.h"
#include "core/document/Nearest.h"

namespace atelier {

namespace {

constexpr std::size_t longestText = std::size_t{64} << 10;
constexpr int longestChain = 100;

std::string expressionOf(const Binding &binding)
{
    if (const auto *input = std::get_if<ParentInput>(&binding))
        return "${{parent.inputs." + input->name + "}}";
    if (const auto *output = std::get_if<ParentOutput>(&binding))
        return "${{parent.outputs." + output->name + "}}";
    if (const auto *input = std::get_if<StepInput>(&binding))
        return "${{parent.jobs." + input->step + ".inputs." + input->port + "}}";
    const auto &output = std::get<StepOutput>(binding);
    return "${{parent.jobs." + output.step + ".outputs." + output.port + "}}";
}

/// Follows bindings from input to input; each input is resolved once.
class StepInputResolver
{
public:
    explicit StepInputResolver(PipelineView &pipeline)
        : m_pipeline(pipeline)
    {
    }

    void resolveAll()
    {
        for (auto &[name, step] : m_pipeline.job.jobs)
            for (auto &[input, value] : step.inputs)
                if (const Result<void> done = resolve(value, 0); !done)
                    m_pipeline.problems.error(
                        done.error().code, pathOf(name, "inputs", input), done.error().sentence);
    }

private:
    enum class State { Visiting, Done };

    Result<void> resolve(InputValue &value, int depth)
    {
        if (value.value.find(".inputs.") == std::string::npos || !hasExpression(value.value))
            return {};
        const auto [seen, isNew] = m_states.emplace(&value, State::Visiting);
        if (!isNew && seen->second == State::Done)
            return {};
        if (!isNew || depth > longestChain)
            return Error{ErrorKind::Invalid, "document.cycle",
                "This input is bound to inputs that are bound back to it, or along too many steps: give one "
                "of them "
                "a value.",
                {}, {}};
        const Result<void> done = replace(value, depth);
        m_states[&value] = State::Done;
        return done;
    }

    Result<void> replace(InputValue &value, int depth)
    {
        if (soleExpression(value.value)) {
            const Result<Binding> binding = parseBinding(value.value);
            const auto *input = binding ? std::get_if<StepInput>(&*binding) : nullptr;
            if (!input)
                return {}; // another binding, or a wrong one, which the fit to its port reports
            const Result<InputValue *> source = find(*input, depth);
            if (!source)
                return source.error();
            value = **source;
            return {};
        }
        const Result<std::string> text
            = expandBindings(value.value, [&](const Binding &binding) -> Result<std::string> {
                  const auto *input = std::get_if<StepInput>(&binding);
                  if (!input)
                      return expressionOf(binding);
                  const Result<InputValue *> source = find(*input, depth);
                  if (!source)
                      return source.error();
                  return (*source)->value;
              });
        if (!text)
            return text.error();
        if (text->size() > longestText)
            return Error{ErrorKind::Invalid, "document.too-large",
                "This input's text grows beyond " + std::to_string(longestText >> 10)
                    + " KiB through its expressions: shorten it.",
                {}, {}};
        value.value = *text;
        return {};
    }

    Result<InputValue *> find(const StepInput &input, int depth)
    {
        const auto step = m_pipeline.steps.find(input.step);
        if (step == m_pipeline.steps.end())
            return Error{ErrorKind::Invalid, "document.unknown-step",
                "There is no step '" + excerpt(input.step) + "'."
                    + didYouMean(input.step, namesOf(m_pipeline.job.jobs)),
                {}, {}};
        const auto found = step->second->inputs.find(input.port);
        if (found == step->second->inputs.end())
            return Error{ErrorKind::Invalid, "document.unknown-input",
                "The step '" + excerpt(input.step) + "' is given no input '" + excerpt(input.port) + "'."
                    + didYouMean(input.port, namesOf(step->second->inputs)),
                {}, {}};
        if (const Result<void> done = resolve(found->second, depth + 1); !done)
            return done.error();
        return &found->second;
    }

    PipelineView &m_pipeline;
    std::unordered_map<const InputValue *, State> m_states;
};

} // namespace

PipelineView::PipelineView(PipelineJob &job_, const Node &root_, Problems &problems_)
    : job(job_)
    , root(root_)
    , problems(problems_)
    , steps(indexOf(job_.jobs))
    , inputs(indexOf(job_.inputs))
    , outputs(indexOf(job_.outputs))
{
    if (const Node *jobs = root.find("jobs"))
        for (const Member &member : jobs->members)
            stepNodes.emplace(member.key, &member.value);
    if (!problems.hasErrors())
        return;
    for (const auto &[name, step] : job.jobs)
        if (!isKnown(step) || problems.hasErrorBelow(below(below("jobs", name), "component")))
            brokenSteps.insert(name);
}

const Node *PipelineView::valueNode(
    std::string_view step, std::string_view group, std::string_view name) const
{
    const auto found = stepNodes.find(step);
    const Node *values = found == stepNodes.end() ? nullptr : found->second->find(group);
    return values ? values->find(name) : nullptr;
}

bool PipelineView::isInline(std::string_view step) const
{
    const auto found = stepNodes.find(step);
    return found != stepNodes.end() && !found->second->find("component");
}

std::string pathOf(std::string_view step, std::string_view group, std::string_view name)
{
    return below(below(below("jobs", step), group), name);
}

void resolveStepInputs(PipelineView &pipeline)
{
    StepInputResolver(pipeline).resolveAll();
}

} // namespace atelier
