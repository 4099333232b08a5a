#include "app/cli/Arguments.h"

#include "core/document/Nearest.h"

#include <algorithm>

namespace atelier::cli {

namespace {

Error usage(const std::string &sentence)
{
    return {ErrorKind::Invalid, "cli.usage", sentence, {}, {}};
}

std::string hintFor(const Verb *verb)
{
    return verb == nullptr ? " See: atelier --help" : " See: atelier " + verb->words() + " --help";
}

bool isGroup(const std::vector<Verb> &verbs, const std::string &word)
{
    return std::any_of(verbs.begin(), verbs.end(), [&](const Verb &verb) { return verb.group == word; });
}

const Verb *findVerb(const std::vector<Verb> &verbs, const std::string &group, const std::string &name)
{
    for (const Verb &verb : verbs)
        if (verb.group == group && verb.name == name)
            return &verb;
    return nullptr;
}

const Option *findOption(const Verb *verb, const std::string &name)
{
    const auto isIt = [&](const Option &option) { return option.name == name || option.shortName == name; };
    if (verb != nullptr)
        if (const auto own = std::find_if(verb->options.begin(), verb->options.end(), isIt);
            own != verb->options.end())
            return &*own;
    const auto &globals = globalOptions();
    const auto global = std::find_if(globals.begin(), globals.end(), isIt);
    return global == globals.end() ? nullptr : &*global;
}

Error noSuchCommand(const std::vector<Verb> &verbs, const std::string &words)
{
    std::vector<std::string> known;
    for (const Verb &verb : verbs)
        known.push_back(verb.words());
    return usage("There is no command '" + excerpt(words) + "'."
        + didYouMean(words, {known.begin(), known.end()}) + " See: atelier --help");
}

/// Reads the words one by one.
class Parser
{
public:
    Parser(const std::vector<std::string> &words, const std::vector<Verb> &verbs)
        : m_words(words)
        , m_verbs(verbs)
    {
    }

    Result<Invocation> parse()
    {
        for (; m_at < m_words.size(); ++m_at) {
            const std::string &word = m_words[m_at];
            const bool isOption = !m_onlyOperands && word.size() > 1 && word.front() == '-';
            if (word == "--" && !m_onlyOperands) {
                m_onlyOperands = true;
                continue;
            }
            if (auto taken = isOption ? takeOption(word) : takeWord(word); !taken)
                return taken.error();
        }
        m_result.wantsHelp = m_result.arguments.has("--help");
        if (m_result.wantsHelp)
            return m_result;
        if (auto complete = checkComplete(); !complete)
            return complete.error();
        return m_result;
    }

private:
    Result<void> takeWord(const std::string &word)
    {
        if (m_result.verb != nullptr)
            return takeOperand(word);
        if (!m_result.group.empty()) {
            m_result.verb = findVerb(m_verbs, m_result.group, word);
            return m_result.verb == nullptr ? noSuchCommand(m_verbs, m_result.group + " " + word)
                                            : Result<void>();
        }
        if (word == "help") {
            m_result.arguments.options["--help"] = {""};
            return {};
        }
        m_result.verb = findVerb(m_verbs, {}, word);
        if (m_result.verb == nullptr && !isGroup(m_verbs, word))
            return noSuchCommand(m_verbs, word);
        if (m_result.verb == nullptr)
            m_result.group = word;
        return {};
    }

    Result<void> takeOperand(const std::string &word)
    {
        const std::vector<Operand> &operands = m_result.verb->operands;
        const bool takesMore = !operands.empty() && operands.back().isRepeatable;
        if (m_result.arguments.operands.size() >= operands.size() && !takesMore)
            return usage("The word \"" + word + "\" is one too many for atelier " + m_result.verb->words()
                + "." + hintFor(m_result.verb));
        m_result.arguments.operands.push_back(word);
        return {};
    }

    Result<void> takeOption(const std::string &word)
    {
        const std::size_t equals = word.rfind("--", 0) == 0 ? word.find('=') : std::string::npos;
        const std::string name = word.substr(0, equals);
        const Option *option = findOption(m_result.verb, name);
        if (option == nullptr)
            return usage("There is no option " + name + "." + hintFor(m_result.verb));
        std::vector<std::string> &values = m_result.arguments.options[option->name];
        if (option->value.empty()) {
            if (equals != std::string::npos)
                return usage("The option " + name + " takes no value." + hintFor(m_result.verb));
            values = {""};
            return {};
        }
        if (!values.empty() && !option->isRepeatable)
            return usage("The option " + name + " stands twice.");
        if (equals != std::string::npos)
            values.push_back(word.substr(equals + 1));
        else if (m_at + 1 < m_words.size())
            values.push_back(m_words[++m_at]);
        else
            return usage("The option " + name + " needs a value: " + name + " " + option->value + "."
                + hintFor(m_result.verb));
        return {};
    }

    [[nodiscard]] Result<void> checkComplete() const
    {
        const Arguments &arguments = m_result.arguments;
        const bool takesCsv = m_result.verb != nullptr && m_result.verb->takesCsv;
        if (const std::string format = arguments.value("--format", "table");
            format != "json" && format != "table" && (format != "csv" || !takesCsv))
            return usage("The output format is json" + std::string(takesCsv ? ", csv" : "")
                + " or table, not \"" + format + "\".");
        if (m_result.verb == nullptr)
            return usage(m_result.group.empty() ? "Say what to do. See: atelier --help"
                                                : "Say what to do with " + m_result.group + ". See: atelier "
                        + m_result.group + " --help");
        const auto &operands = m_result.verb->operands;
        if (arguments.operands.size() < operands.size() && !operands[arguments.operands.size()].isOptional)
            return usage("atelier " + m_result.verb->words() + " needs "
                + operands[arguments.operands.size()].name + "." + hintFor(m_result.verb));
        for (const Option &option : m_result.verb->options)
            if (option.isRequired && !arguments.has(option.name))
                return usage("atelier " + m_result.verb->words() + " needs " + option.name + " "
                    + option.value + "." + hintFor(m_result.verb));
        return {};
    }

    const std::vector<std::string> &m_words;
    const std::vector<Verb> &m_verbs;
    std::size_t m_at = 0;
    bool m_onlyOperands = false;
    Invocation m_result;
};

} // namespace

std::string Arguments::value(const std::string &option, const std::string &fallback) const
{
    const auto found = options.find(option);
    return found == options.end() || found->second.empty() ? fallback : found->second.front();
}

std::vector<std::string> Arguments::values(const std::string &option) const
{
    const auto found = options.find(option);
    return found == options.end() ? std::vector<std::string>() : found->second;
}

std::string Arguments::operand(std::size_t index) const
{
    return index < operands.size() ? operands[index] : std::string();
}

Result<Invocation> parse(const std::vector<std::string> &words, const std::vector<Verb> &verbs)
{
    return Parser(words, verbs).parse();
}

} // namespace atelier::cli
