#pragma once

#include "app/cli/Verb.h"
#include "core/base/Result.h"

#include <map>
#include <string>
#include <vector>

namespace atelier::cli {

/// What was written on the command line behind the verb.
struct Arguments
{
    std::map<std::string, std::vector<std::string>> options; ///< by long name; a flag has one empty value
    std::vector<std::string> operands;

    [[nodiscard]] bool has(const std::string &option) const { return options.count(option) != 0; }
    [[nodiscard]] std::string value(const std::string &option, const std::string &fallback = {}) const;
    [[nodiscard]] std::vector<std::string> values(const std::string &option) const;
    /// "" where there are fewer.
    [[nodiscard]] std::string operand(std::size_t index) const;
};

/// What a command line asks for: a verb, or help about one, about a group or about all.
struct Invocation
{
    const Verb *verb = nullptr; ///< nullptr: help about `group`, or about everything
    std::string group;
    bool wantsHelp = false;
    Arguments arguments;
};

/// An error says what is wrong with the words and how the verb is used.
[[nodiscard]] Result<Invocation> parse(const std::vector<std::string> &words, const std::vector<Verb> &verbs);

} // namespace atelier::cli
