#include "app/cli/Verb.h"

#include "app/cli/Table.h"

namespace atelier::cli {

namespace {

std::string synopsis(const Verb &verb)
{
    std::string text = "atelier " + verb.words();
    for (const Operand &operand : verb.operands)
        text += (operand.isOptional ? " [" + operand.name + "]" : " " + operand.name)
            + (operand.isRepeatable ? "..." : "");
    for (const Option &option : verb.options) {
        const std::string form = (option.shortName.empty() ? option.name : option.shortName)
            + (option.value.empty() ? "" : " " + option.value);
        text += option.isRequired ? " " + form : " [" + form + "]";
        text += option.isRepeatable ? "..." : "";
    }
    return text;
}

std::string optionLines(const std::vector<Option> &options)
{
    Table table({{}, {}});
    for (const Option &option : options) {
        const std::string names
            = option.shortName.empty() ? "    " + option.name : option.shortName + ", " + option.name;
        table.add({"  " + names + (option.value.empty() ? "" : " " + option.value), option.help});
    }
    return table.text();
}

std::string verbLines(const std::vector<Verb> &verbs, const std::string *group)
{
    Table table({{}, {}});
    for (const Verb &verb : verbs)
        if (group == nullptr || verb.group == *group)
            table.add({"  " + verb.words(), verb.summary});
    return table.text();
}

} // namespace

const std::vector<Option> &globalOptions()
{
    static const std::vector<Option> options{
        {"--workspace", "-w", "DIR",
            "The workspace; else $ATELIER_WORKSPACE, the one around this folder, the last one used, the "
            "sample."},
        {"--format", "-o", "FORMAT",
            "`json` prints what the service answered, `table` is for people; `job list` has `csv` too."},
        {"--help", "-h", "", "Explains a command."},
    };
    return options;
}

std::string helpOf(const std::vector<Verb> &verbs)
{
    return "Usage: atelier COMMAND [OPTION]...\n\nCommands:\n" + verbLines(verbs, nullptr)
        + "\nOptions of every command:\n" + optionLines(globalOptions())
        + "\nMore about one: atelier COMMAND --help\n";
}

std::string helpOf(const std::vector<Verb> &verbs, const std::string &group)
{
    return "Usage: atelier " + group + " COMMAND [OPTION]...\n\nCommands:\n" + verbLines(verbs, &group)
        + "\nMore about one: atelier " + group + " COMMAND --help\n";
}

std::string helpOf(const Verb &verb)
{
    std::string text = verb.summary + "\n\nUsage: " + synopsis(verb) + "\n";
    if (!verb.options.empty())
        text += "\nOptions:\n" + optionLines(verb.options);
    return text + "\nOptions of every command:\n" + optionLines(globalOptions());
}

} // namespace atelier::cli
