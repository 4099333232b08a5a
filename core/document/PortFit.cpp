#include "core/document/Expression.h"
#include "core/document/Nearest.h"
#include "core/document/PipelineView.h"
#include "core/domain/Literal.h"

#include <optional>
#include <set>

namespace atelier {

namespace {

/// What a binding brings: an output's type, or a value of the pipeline.
struct Origin
{
    PortType type = PortType::UriFolder;
    const InputValue *literal = nullptr; ///< where the pipeline gives a literal
};

bool says(const Node *node, std::string_view key)
{
    return node && node->find(key);
}

std::string inQuotes(std::string_view text)
{
    return "'" + excerpt(text) + "'";
}

class PortFitter
{
public:
    explicit PortFitter(PipelineView &pipeline)
        : m_pipeline(pipeline)
    {
    }

    void fit()
    {
        for (auto &[name, step] : m_pipeline.job.jobs)
            if (m_pipeline.isInline(name))
                declareOutputs(name, step);
        for (auto &[name, step] : m_pipeline.job.jobs)
            fitOutputs(name, step);
        for (auto &[name, step] : m_pipeline.job.jobs)
            if (m_pipeline.isInline(name))
                declareInputs(name, step);
        for (auto &[name, step] : m_pipeline.job.jobs)
            if (m_pipeline.brokenSteps.count(name) == 0)
                fitInputs(name, step);
        for (const auto &[name, output] : m_pipeline.job.outputs)
            if (m_writers.count(name) == 0 && output.binding.empty())
                m_pipeline.problems.warning("document.unwritten-output", below("outputs", name),
                    "No step writes the pipeline's output " + inQuotes(name)
                        + ": bind a step's output to `${{parent.outputs." + excerpt(name) + "}}`.");
    }

private:
    void declareOutputs(std::string_view name, PipelineStep &step);
    void declareInputs(std::string_view name, PipelineStep &step);
    void fitOutputs(const std::string &name, PipelineStep &step);
    void fitOutput(const std::string &path, const OutputPort *port, const Node *node, OutputValue &value);
    void bindOutput(const std::string &path, const OutputPort *port, const OutputValue &value);
    void fitInputs(const std::string &name, PipelineStep &step);
    void fitInput(const std::string &path, const InputPort &port, const Node *node, InputValue &value);
    void fitBinding(const std::string &path, const InputPort &port, const InputValue &value);
    void fitMixture(const std::string &path, const InputPort &port, const InputValue &value);
    void fitLiteral(const std::string &path, const InputPort &port, std::string_view text);
    [[nodiscard]] Result<Origin> originOf(const Binding &binding) const;
    [[nodiscard]] Result<Origin> originOfInput(const ParentInput &input) const;
    [[nodiscard]] Result<Origin> originOfOutput(const StepOutput &output) const;

    void error(std::string code, const std::string &path, std::string sentence)
    {
        m_pipeline.problems.error(std::move(code), path, std::move(sentence));
    }

    PipelineView &m_pipeline;
    std::set<std::string, std::less<>> m_writers; ///< pipeline outputs that a step writes
};

/// An inline step declares by what it says; where it says nothing, by what it is bound to.
void PortFitter::declareOutputs(std::string_view name, PipelineStep &step)
{
    for (const auto &[output, value] : step.outputs) {
        OutputPort port;
        port.mode = value.mode;
        port.type = value.type;
        if (!says(m_pipeline.valueNode(name, "outputs", output), "type") && !value.binding.empty())
            if (const Result<Binding> binding = parseBinding(value.binding))
                if (const auto *parent = std::get_if<ParentOutput>(&*binding))
                    if (const auto found = m_pipeline.outputs.find(parent->name);
                        found != m_pipeline.outputs.end())
                        port.type = found->second->type;
        step.component.outputs.append(output, port);
    }
}

void PortFitter::declareInputs(std::string_view name, PipelineStep &step)
{
    for (const auto &[input, value] : step.inputs) {
        InputPort port;
        port.type = value.type;
        port.mode = value.mode;
        if (!says(m_pipeline.valueNode(name, "inputs", input), "type") && hasExpression(value.value))
            if (const Result<Binding> binding = parseBinding(value.value))
                if (const Result<Origin> origin = originOf(*binding))
                    port.type = origin->type;
        step.component.inputs.append(input, port);
    }
}

void PortFitter::fitOutputs(const std::string &name, PipelineStep &step)
{
    const auto ports = indexOf(step.component.outputs);
    for (auto &[output, value] : step.outputs) {
        const std::string path = pathOf(name, "outputs", output);
        const auto port = ports.find(output);
        if (port == ports.end() && m_pipeline.brokenSteps.count(name) == 0) {
            error("document.unknown-output", path,
                "The component of step " + inQuotes(name) + " declares no output " + inQuotes(output) + "."
                    + didYouMean(output, namesOf(step.component.outputs)));
            continue;
        }
        fitOutput(path, port == ports.end() ? nullptr : port->second,
            m_pipeline.valueNode(name, "outputs", output), value);
    }
}

void PortFitter::fitOutput(
    const std::string &path, const OutputPort *port, const Node *node, OutputValue &value)
{
    if (port && !says(node, "type"))
        value.type = port->type;
    if (port && !says(node, "mode"))
        value.mode = port->mode;
    if (port && value.type != port->type)
        error("document.type-mismatch", below(path, "type"),
            "This output is " + inQuotes(atelier::name(port->type)) + " in its component, not "
                + inQuotes(atelier::name(value.type)) + ": leave the type out, or change the component.");
    if (!value.binding.empty())
        bindOutput(path, port, value);
    else if (hasExpression(value.path))
        error("document.binding", below(path, "path"),
            "An output's path cannot mix text and expressions: write `${{parent.outputs.<name>}}` alone.");
}

void PortFitter::bindOutput(const std::string &path, const OutputPort *port, const OutputValue &value)
{
    const Result<Binding> binding = parseBinding(value.binding);
    const auto *parent = binding ? std::get_if<ParentOutput>(&*binding) : nullptr;
    if (!parent)
        return error("document.binding", path,
            "A step's output can be bound only to an output of the pipeline: write "
            "`${{parent.outputs.<name>}}`, not "
                + inQuotes(value.binding) + ".");
    const auto found = m_pipeline.outputs.find(parent->name);
    if (found == m_pipeline.outputs.end())
        return error("document.unknown-output", path,
            "The pipeline has no output " + inQuotes(parent->name) + "."
                + didYouMean(parent->name, namesOf(m_pipeline.job.outputs)));
    if (!m_writers.insert(parent->name).second)
        return error("document.two-writers", path,
            "Another step's output is bound to the pipeline's output " + inQuotes(parent->name)
                + " already: bind each to one of its own.");
    if (!port)
        return;
    const Node *outputs = m_pipeline.root.find("outputs");
    OutputValue &target = *found->second;
    if (!says(outputs ? outputs->find(parent->name) : nullptr, "type"))
        target.type = port->type;
    else if (!canConnect(port->type, target.type))
        error("document.type-mismatch", path,
            "This output is " + inQuotes(atelier::name(port->type)) + ", but the pipeline's output "
                + inQuotes(parent->name) + " is " + inQuotes(atelier::name(target.type))
                + ": give both the same type.");
}

void PortFitter::fitInputs(const std::string &name, PipelineStep &step)
{
    const auto ports = indexOf(step.component.inputs);
    for (auto &[input, value] : step.inputs) {
        const std::string path = pathOf(name, "inputs", input);
        if (const auto port = ports.find(input); port != ports.end())
            fitInput(path, *port->second, m_pipeline.valueNode(name, "inputs", input), value);
        else
            error("document.unknown-input", path,
                "The component of step " + inQuotes(name) + " declares no input " + inQuotes(input) + "."
                    + didYouMean(input, namesOf(step.component.inputs)));
    }
    const auto given = indexOf(step.inputs);
    for (const auto &[input, port] : step.component.inputs)
        if (!port.optional && !port.defaultValue && given.count(input) == 0)
            error("document.missing-input", below(below("jobs", name), "inputs"),
                "The step " + inQuotes(name) + " does not give its component the input " + inQuotes(input)
                    + ", which is required: write `" + excerpt(input) + ": …` under its `inputs`.");
}

void PortFitter::fitInput(const std::string &path, const InputPort &port, const Node *node, InputValue &value)
{
    const PortType given = value.type;
    const bool saysType = says(node, "type");
    value.type = port.type;
    if (!says(node, "mode"))
        value.mode = port.mode;
    if (hasExpression(value.value)) {
        value.isObject = value.isObject && !isLiteral(port.type);
        if (soleExpression(value.value))
            fitBinding(path, port, value);
        else
            fitMixture(path, port, value);
    } else if (!isLiteral(port.type)) {
        value.isObject = true; // a bare text is the path of what the component declares
        if (saysType && !canConnect(given, port.type))
            error("document.type-mismatch", below(path, "type"),
                "The component wants " + inQuotes(name(port.type)) + " here, not " + inQuotes(name(given))
                    + ": give it data of that type.");
    } else if (value.isObject) {
        error("document.type-mismatch", path,
            "The component wants a literal (" + std::string(name(port.type))
                + ") here, not a path: write the value.");
    } else {
        value.value = literalText(port.type, value.value);
        fitLiteral(path, port, value.value);
    }
}

void PortFitter::fitLiteral(const std::string &path, const InputPort &port, std::string_view text)
{
    if (const std::string problem = literalProblem(port, text); !problem.empty())
        error("document.literal", path, "'" + path + "' " + problem + ", but is " + inQuotes(text) + ".");
}

void PortFitter::fitBinding(const std::string &path, const InputPort &port, const InputValue &value)
{
    const Result<Binding> binding = parseBinding(value.value);
    if (!binding)
        return error(binding.error().code, path, binding.error().sentence);
    const Result<Origin> origin = originOf(*binding);
    if (!origin)
        return error(origin.error().code, path, origin.error().sentence);
    if (origin->literal && isLiteral(port.type))
        return fitLiteral(path, port, literalText(port.type, origin->literal->value));
    if (!canConnect(origin->type, port.type))
        error("document.type-mismatch", path,
            "The component wants " + inQuotes(name(port.type)) + " here, but " + excerpt(value.value) + " is "
                + inQuotes(name(origin->type)) + ": connect it to something of that type.");
}

void PortFitter::fitMixture(const std::string &path, const InputPort &port, const InputValue &value)
{
    const Result<std::vector<Binding>> bindings = bindingsIn(value.value);
    if (!bindings)
        return error(bindings.error().code, path, bindings.error().sentence);
    if (port.type != PortType::String)
        return error("document.type-mismatch", path,
            "Text around an expression makes this text, but the component wants " + inQuotes(name(port.type))
                + ": write the expression alone.");
    for (const Binding &binding : *bindings) {
        const Result<Origin> origin = originOf(binding);
        if (!origin)
            error(origin.error().code, path, origin.error().sentence);
        else if (!origin->literal)
            error("document.type-mismatch", path,
                "Only literals of the pipeline can be put into text: give the data an input of its own.");
    }
}

Result<Origin> PortFitter::originOf(const Binding &binding) const
{
    if (const auto *input = std::get_if<ParentInput>(&binding))
        return originOfInput(*input);
    if (const auto *output = std::get_if<StepOutput>(&binding))
        return originOfOutput(*output);
    return Error{ErrorKind::Invalid, "document.binding",
        "An input can be bound to `${{parent.inputs.<name>}}` or `${{parent.jobs.<step>.outputs.<name>}}`.",
        {}, {}};
}

Result<Origin> PortFitter::originOfInput(const ParentInput &input) const
{
    const auto found = m_pipeline.inputs.find(input.name);
    if (found == m_pipeline.inputs.end())
        return Error{ErrorKind::Invalid, "document.unknown-input",
            "The pipeline has no input " + inQuotes(input.name) + "."
                + didYouMean(input.name, namesOf(m_pipeline.job.inputs)),
            {}, {}};
    const InputValue &value = *found->second;
    return Origin{value.type, isLiteral(value.type) ? &value : nullptr};
}

Result<Origin> PortFitter::originOfOutput(const StepOutput &output) const
{
    const auto step = m_pipeline.steps.find(output.step);
    if (step == m_pipeline.steps.end())
        return Error{ErrorKind::Invalid, "document.unknown-step",
            "There is no step " + inQuotes(output.step) + "."
                + didYouMean(output.step, namesOf(m_pipeline.job.jobs)),
            {}, {}};
    auto &ports = step->second->component.outputs;
    const auto found = ports.find(output.port);
    if (found != ports.end())
        return Origin{found->second.type, nullptr};
    if (m_pipeline.brokenSteps.count(output.step) != 0)
        return Origin{}; // its own error is enough
    return Error{ErrorKind::Invalid, "document.unknown-output",
        "The step " + inQuotes(output.step) + " has no output " + inQuotes(output.port) + "."
            + didYouMean(output.port, namesOf(ports)),
        {}, {}};
}

} // namespace

void fitValuesToPorts(PipelineView &pipeline)
{
    PortFitter(pipeline).fit();
}

} // namespace atelier
