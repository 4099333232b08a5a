#include "app/cli/Terminal.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace atelier::cli {

namespace {

bool mayColour()
{
    const char *terminal = std::getenv("TERM");
    const char *refused = std::getenv("NO_COLOR"); // no-color.org
    return isatty(STDOUT_FILENO) == 1 && (refused == nullptr || *refused == '\0')
        && (terminal == nullptr || std::strcmp(terminal, "dumb") != 0);
}

const char *sequenceOf(Style style)
{
    switch (style) {
    case Style::Good:
        return "\x1b[32m";
    case Style::Warning:
        return "\x1b[33m";
    case Style::Bad:
        return "\x1b[31m";
    case Style::Active:
        return "\x1b[36m";
    case Style::Dim:
        return "\x1b[2m";
    case Style::Title:
        return "\x1b[1m";
    case Style::Plain:
        break;
    }
    return "";
}

} // namespace

Terminal::Terminal()
    : m_hasColours(mayColour())
    , m_showsProgress(isatty(STDERR_FILENO) == 1)
{
}

void Terminal::out(std::string_view text)
{
    progress({});
    if (text.empty())
        return;
    write(STDOUT_FILENO, text);
    m_isLineOpen = text.back() != '\n';
}

void Terminal::err(std::string_view text)
{
    progress({});
    write(STDERR_FILENO, text);
}

void Terminal::beginLine()
{
    if (m_isLineOpen)
        out("\n");
}

void Terminal::progress(const std::string &text)
{
    if (!m_showsProgress || (text.empty() && !m_hasProgress))
        return;
    write(STDERR_FILENO, "\r\x1b[K" + text);
    m_hasProgress = !text.empty();
}

std::string Terminal::styled(Style style, const std::string &text) const
{
    return m_hasColours && style != Style::Plain ? sequenceOf(style) + text + "\x1b[0m" : text;
}

void Terminal::write(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        // Who read our output has gone: as with SIGPIPE, which the sockets forbid us to keep.
        if (written < 0)
            _exit(141);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

Style styleOfStatus(std::string_view status)
{
    if (status == "Completed")
        return Style::Good;
    if (status == "Failed")
        return Style::Bad;
    if (status == "Canceled" || status == "CancelRequested" || status == "Skipped")
        return Style::Warning;
    if (status == "Running" || status == "Starting")
        return Style::Active;
    return Style::Dim;
}

} // namespace atelier::cli
