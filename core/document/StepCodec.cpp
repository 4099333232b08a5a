#include "core/base/Json.h"
#include "core/document/KindCodec.h"
#include "core/document/Nearest.h"

#include <algorithm>
#include <array>

namespace atelier {

namespace {

/// A step that writes its command itself.
struct InlineStep : PipelineStep
{
    std::string command;
    Code code;
    Json environment;
};

struct OtherKind
{
    std::string_view type;
    std::string_view advice;
};

constexpr std::array<OtherKind, 14> otherKinds{{
    {"sweep", "Write a command job for each set of values, or loop in the script."},
    {"parallel", "Write a command that handles its batches itself."},
    {"spark", "Write a command that runs on this machine."},
    {"automl", "Write a command that tries the models itself."},
    {"pipeline", "Write the inner pipeline's steps among this pipeline's own."},
    {"import", "Write a command that downloads the data."},
    {"data_transfer", "Write a command that copies the data."},
    {"finetuning", "Write a command that trains the model."},
    {"distillation", "Write a command that trains the model."},
    {"base", "Write `type: command`."},
    {"if_else", "Decide inside a command."},
    {"do_while", "Loop inside a command."},
    {"parallel_for", "Write the steps out, or loop inside a command."},
    {"if", "Decide inside a command."},
}};

} // namespace

} // namespace atelier

template<>
struct atelier::Described<atelier::InlineStep>
{
    static constexpr std::string_view noun = "A step with a command of its own.";
    static constexpr UnknownKeys unknownKeys = UnknownKeys::Refused;
    static constexpr auto fields = std::tuple_cat(
        std::tuple{field("command", &InlineStep::command, "the command line that the shell runs.")
                       .required()
                       .ruledBy(notBlank),
            field("code", &InlineStep::code, "The folder with the files that the command uses."),
            field("environment", &InlineStep::environment,
                "what the command needs installed, such as `environment: azureml:base@latest`.")
                .required()
                .ruledBy(environmentReference)},
        stepFields);
};

namespace atelier {

bool refuseKind(const Node &node, const std::string &path, std::string_view what, Problems &problems)
{
    const Node *type = node.find("type");
    std::string_view found = type ? std::string_view(type->text) : std::string_view("command");
    if (!type && node.find("trial"))
        found = "sweep";
    if (found == "command")
        return false;
    const std::string typePath = type ? below(path, "type") : path;
    for (const OtherKind &kind : otherKinds)
        if (kind.type == found) {
            problems.error("document.unsupported", typePath,
                "A " + std::string(what) + " of type '" + std::string(found) + "' is not supported yet. "
                    + std::string(kind.advice),
                {{"type", std::string(found)}});
            return true;
        }
    std::vector<std::string_view> all{"command", "pipeline"};
    problems.error("document.unknown-type", typePath,
        "There is no " + std::string(what) + " of type '" + excerpt(found) + "'." + didYouMean(found, all)
            + " Write `type: command`.",
        {{"type", excerpt(found)}});
    return true;
}

void Codec<CommandComponent>::read(const Reading &from, CommandComponent &into)
{
    if (from.node.kind == NodeKind::Mapping) {
        if (!refuseKind(from.node, from.path, "component", from.problems))
            readObject(from.node, from.path, into, from.problems);
        return;
    }
    if (from.node.kind == NodeKind::Text)
        from.problems.error("document.component-reference", from.path,
            "'" + excerpt(from.node.text)
                + "' names a registered component, and there are none yet: name the component's file "
                  "(`component: ./train.yml`) or write it inline.",
            {{"value", excerpt(from.node.text)}});
    else
        from.refuse("a component's file or a mapping");
}

namespace {

void readInline(const Reading &from, PipelineStep &into)
{
    InlineStep step;
    readObject(from.node, from.path, step, from.problems);
    step.component.command = std::move(step.command);
    step.component.code = std::move(step.code);
    step.component.environment = std::move(step.environment);
    into = std::move(step);
}

} // namespace

void Codec<PipelineStep>::read(const Reading &from, PipelineStep &into)
{
    if (from.node.kind == NodeKind::Text) {
        from.problems.error("document.wrong-type", from.path,
            "A step is a mapping: write `component: " + excerpt(from.node.text) + "` below its name.");
        return;
    }
    if (from.node.kind == NodeKind::Mapping && refuseKind(from.node, from.path, "step", from.problems))
        return;
    if (from.node.find("component"))
        readObject(from.node, from.path, into, from.problems);
    else
        readInline(from, into);
}

} // namespace atelier
