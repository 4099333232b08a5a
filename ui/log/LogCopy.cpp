#include "ui/log/LogCopy.h"

#include "ui/log/LineCells.h"

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr std::size_t batch = 1000;

} // namespace

QString shownText(const LogIndex &index, LogPlace from, LogPlace to, const std::atomic<bool> &stopped)
{
    QString text;
    std::uint64_t next = from.line;
    while (next <= to.line && !stopped) {
        const auto lines = index.lines(next, std::min<std::uint64_t>(batch, to.line - next + 1));
        if (lines.empty())
            break;
        for (const LogLine &line : lines) {
            const QString shown = LineCells(line.shown.text).text();
            const int begin = line.number == from.line ? from.index : 0;
            const auto end = line.number == to.line ? to.index : shown.size();
            text += QStringView(shown).mid(begin, end - begin);
            if (line.number != to.line)
                text += QLatin1Char('\n');
        }
        next += lines.size();
    }
    return text;
}

} // namespace atelier::ui
