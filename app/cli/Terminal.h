#pragma once

#include <string>
#include <string_view>

namespace atelier::cli {

enum class Style { Plain, Good, Warning, Bad, Active, Dim, Title };

/// Standard output and error. Colours and progress appear only on a terminal.
class Terminal
{
public:
    Terminal();

    void out(std::string_view text);
    void err(std::string_view text);
    /// Ends a line of output that was left open, as by a log.
    void beginLine();
    /// Replaces the one line of progress; "" removes it.
    void progress(const std::string &text);
    [[nodiscard]] std::string styled(Style style, const std::string &text) const;

private:
    static void write(int descriptor, std::string_view text);

    bool m_hasColours;
    bool m_showsProgress;
    bool m_isLineOpen = false;
    bool m_hasProgress = false;
};

[[nodiscard]] Style styleOfStatus(std::string_view status);

} // namespace atelier::cli
