#include "core/system/ShellQuote.h"

namespace atelier {

Result<std::string> shellQuote(std::string_view word)
{
    // Between single quotes nothing is special but the single quote itself, which closes, stands escaped, and
    // opens again.
    std::string quoted = "'";
    for (const char sign : word) {
        if (sign == '\0') {
            return Error{ErrorKind::Invalid, "shell.nul",
                "The text holds a NUL byte, which no command line can carry. Remove it.", {}, {}};
        }
        if (sign == '\'')
            quoted += "'\\''";
        else
            quoted += sign;
    }
    return quoted + "'";
}

Result<std::string> shellQuote(const std::vector<std::string> &words)
{
    std::string line;
    for (const std::string &word : words) {
        Result<std::string> quoted = shellQuote(word);
        if (!quoted)
            return quoted;
        if (!line.empty())
            line += ' ';
        line += *quoted;
    }
    return line;
}

} // namespace atelier
