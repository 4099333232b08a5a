#pragma once

#include <string>
#include <vector>

namespace atelier::cli {

class Session;

/// What an option of a verb is called and takes.
struct Option
{
    std::string name; ///< `--name`
    std::string shortName; ///< `-n`, or ""
    std::string value; ///< what help calls its value; "" for a flag
    std::string help;
    bool isRepeatable = false;
    bool isRequired = false;
};

/// What stands without a dash.
struct Operand
{
    std::string name; ///< as help writes it: `NAME`
    bool isOptional = false;
    bool isRepeatable = false; ///< the last one may stand several times
};

/// One command of the program: `atelier <group> <name> …`.
struct Verb
{
    enum class Needs { Nothing, Workspace };

    std::string group; ///< "" for a command of one word
    std::string name;
    std::vector<Operand> operands;
    std::vector<Option> options;
    std::string summary; ///< one line of help
    Needs needs = Needs::Workspace;
    void (*run)(Session &session) = nullptr; ///< starts it; the session is told when it is done
    bool takesCsv = false; ///< as its format

    [[nodiscard]] std::string words() const { return group.empty() ? name : group + " " + name; }
};

/// Options that every verb takes.
[[nodiscard]] const std::vector<Option> &globalOptions();

[[nodiscard]] std::string helpOf(const std::vector<Verb> &verbs);
[[nodiscard]] std::string helpOf(const std::vector<Verb> &verbs, const std::string &group);
[[nodiscard]] std::string helpOf(const Verb &verb);

} // namespace atelier::cli
