#pragma once

#include "core/document/Expression.h"

#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// Follows a command line as the shell would read it, to know between which quotes a value is to be inserted.
class ShellContext
{
public:
    /// Goes on over text that the author wrote.
    void read(std::string_view text);

    /// The value as it must be written here to arrive as it is; an error where no quoting can do that.
    [[nodiscard]] Result<std::string> insert(std::string_view value, const ShellQuoter &quote);

private:
    enum class Level { Plain, Single, Double, Substitution, Parenthesis, Backtick, Comment };

    void readPlain(char c);
    void readQuoted(char c);
    [[nodiscard]] Level level() const { return m_levels.back(); }
    void leave() { m_levels.pop_back(); }
    void enter(Level level) { m_levels.push_back(level); }

    std::vector<Level> m_levels{Level::Plain};
    bool m_isEscaped = false; ///< the last character was a backslash that counts
    bool m_opensWord = true; ///< a `#` here would begin a comment
    bool m_expectsParenthesis = false; ///< the last character was `$`
    bool m_hasDollarQuote = false; ///< bash and dash disagree on where `$'…'` ends
    int m_lessThans = 0; ///< how many `<` stand directly before
    bool m_hasHereDocument = false;
    bool m_inHereDocument = false;
};

} // namespace atelier
