#pragma once

#include "core/base/Result.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace atelier {

/// `${{parent.inputs.name}}`
struct ParentInput
{
    std::string name;
    bool operator==(const ParentInput &) const = default;
};

/// `${{parent.outputs.name}}`
struct ParentOutput
{
    std::string name;
    bool operator==(const ParentOutput &) const = default;
};

/// `${{parent.jobs.step.inputs.port}}`; a loaded pipeline has none left: each is replaced by what that input
/// was given.
struct StepInput
{
    std::string step;
    std::string port;
    bool operator==(const StepInput &) const = default;
};

/// `${{parent.jobs.step.outputs.port}}`: an edge between two steps.
struct StepOutput
{
    std::string step;
    std::string port;
    bool operator==(const StepOutput &) const = default;
};

using Binding = std::variant<ParentInput, ParentOutput, StepInput, StepOutput>;

/// Whether `${{` occurs at all.
[[nodiscard]] bool hasExpression(std::string_view text);

/// What stands in the braces (`parent.inputs.x`), when the text is exactly one `${{…}}`.
[[nodiscard]] std::optional<std::string> soleExpression(std::string_view text);

/// The binding of a text that is exactly one `${{…}}`.
[[nodiscard]] Result<Binding> parseBinding(std::string_view text);

/// Every binding of a text that may mix them with other text.
[[nodiscard]] Result<std::vector<Binding>> bindingsIn(std::string_view text);

/// The text with each binding replaced by what `lookup` says of it.
[[nodiscard]] Result<std::string> expandBindings(
    std::string_view text, const std::function<Result<std::string>(const Binding &)> &lookup);

/// A placeholder of a command.
struct Placeholder
{
    std::string expression; ///< `inputs.rate`
    std::string input; ///< the input's name, or ""
    std::string output; ///< the output's name, or ""
    bool inFragment = false; ///< inside `$[[ ]]`
};

/// Every placeholder of a command, in order; an error where one is not closed, a fragment is nested, or one
/// names neither an input nor an output.
[[nodiscard]] Result<std::vector<Placeholder>> placeholdersIn(std::string_view command);

/// The port that a placeholder names: `${{inputs.data.path}}` means the input `data`, unless one has that
/// whole name.
[[nodiscard]] std::string_view portNamed(
    std::string_view written, const std::function<bool(std::string_view)> &exists);

/// What a command's placeholders stand for; an input that is absent has no value.
struct CommandValues
{
    std::map<std::string, std::string> inputs;
    std::map<std::string, std::string> outputs;
};

using ShellQuoter = std::function<std::string(std::string_view)>;

/// The command line for the shell. A fragment `$[[ … ]]` with an input that has no value is dropped whole.
///
/// A value always arrives as the text it is, in one argument: outside of quotes it goes through `quote`,
/// inside
/// `"…"` and `'…'` what would end or expand there is escaped. Substituting raw text would let a path with a
/// blank fall apart and a value with `;` or `$(` start programs. Who wants a value to be read by the shell
/// says so: `sh -c "python train.py ${{inputs.options}}"`.
[[nodiscard]] Result<std::string> expandCommand(
    std::string_view command, const CommandValues &values, const ShellQuoter &quote);

} // namespace atelier
