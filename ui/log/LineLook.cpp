#include "ui/log/LineLook.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace atelier::ui {

namespace {

constexpr double faintness = 0.6;
constexpr int longestDressed = 512; ///< beyond, a line is data rather than a message

// The sixteen colours of a terminal, in shades that are readable on the theme's surface.
constexpr std::array<ColorRole, 16> terminalColors{&Colors::text3, &Colors::dangerText, &Colors::successText,
    &Colors::warningText, &Colors::accentText, &Colors::portModel, &Colors::syntaxType, &Colors::text2,
    &Colors::text3, &Colors::dangerText, &Colors::successText, &Colors::warningText, &Colors::accentText,
    &Colors::portModel, &Colors::syntaxType, &Colors::text};
constexpr std::array<ColorRole, 8> terminalFills{&Colors::sunken, &Colors::dangerFill, &Colors::successFill,
    &Colors::warningFill, &Colors::accentSubtle, &Colors::infoFill, &Colors::infoFill, &Colors::neutralFill};

QColor rgb(const SgrColor &color)
{
    return {color.red, color.green, color.blue};
}

QColor foreground(const SgrColor &color)
{
    if (color.kind == SgrColor::Kind::Default)
        return colors().text;
    if (color.kind == SgrColor::Kind::Indexed && color.red < terminalColors.size())
        return colors().*terminalColors[color.red];
    return rgb(color.kind == SgrColor::Kind::Indexed ? cubeColor(color.red) : color);
}

QColor background(const SgrColor &color)
{
    if (color.kind == SgrColor::Kind::Default)
        return {};
    if (color.kind == SgrColor::Kind::Indexed && color.red < terminalColors.size())
        return colors().*terminalFills[color.red % terminalFills.size()];
    return rgb(color.kind == SgrColor::Kind::Indexed ? cubeColor(color.red) : color);
}

ColorRun runOf(const StyledSpan &span, const LineCells &cells)
{
    QColor color = foreground(span.style.foreground);
    if (span.style.faint)
        color = withAlpha(color, faintness);
    return {cells.indexOfByte(span.begin), cells.indexOfByte(span.end), color,
        background(span.style.background), span.style.bold};
}

bool isTinted(const LogLine &line)
{
    return line.judgement.level >= Level::Warning;
}

// On a tint text3 is too weak to read.
QColor quiet(const LogLine &line)
{
    return isTinted(line) ? colors().text2 : colors().text3;
}

QColor levelColor(Level level)
{
    switch (level) {
    case Level::Debug:
        return colors().text3;
    case Level::Info:
        return colors().syntaxType;
    case Level::Warning:
        return colors().warningText;
    case Level::Error:
    case Level::Critical:
        return colors().dangerText;
    case Level::None:
        break;
    }
    return colors().text;
}

QColor baseColor(const LogLine &line)
{
    if (line.judgement.traceback == TracebackPart::Exception)
        return colors().dangerText;
    if (line.judgement.level == Level::Warning)
        return colors().warningText;
    return colors().text;
}

class Runs
{
public:
    explicit Runs(std::vector<ColorRun> &runs)
        : m_runs(runs)
    {
    }

    // Only behind what is there already.
    void add(int begin, int end, const QColor &color)
    {
        begin = m_runs.empty() ? begin : std::max(begin, m_runs.back().end);
        if (begin < end)
            m_runs.push_back({begin, end, color, {}, false});
    }

private:
    std::vector<ColorRun> &m_runs;
};

void lookOfStack(const LogLine &line, const QString &text, Runs runs)
{
    static const QRegularExpression file(QStringLiteral(R"(^[^"]*File ("[^"]*"), line .*$)"));
    if (const auto match = file.match(text); match.hasMatch()) {
        runs.add(0, static_cast<int>(match.capturedStart(1)), quiet(line));
        runs.add(0, static_cast<int>(match.capturedEnd(1)), colors().accentText);
        runs.add(0, static_cast<int>(text.size()), quiet(line));
    } else if (text.contains(QLatin1String("Traceback (most"))) {
        runs.add(0, static_cast<int>(text.size()), quiet(line));
    }
}

int timeEnd(const QString &text)
{
    static const QRegularExpression time(QStringLiteral(
        R"(^[\[(]?(\d{4}[-/]\d\d[-/]\d\d[T ])?\d\d:\d\d:\d\d([.,]\d+)?(Z|[+-]\d\d:?\d\d)?[\])]?)"));
    return static_cast<int>(time.match(text).capturedEnd());
}

void lookOfMessage(const LogLine &line, const LineCells &cells, Runs runs)
{
    static const QRegularExpression number(
        QStringLiteral(R"((?<![\w.:/\-])[-+]?\d+(\.\d+)?([eE][-+]?\d+)?(?![\w:\-]))"));
    const QString text = cells.text().left(longestDressed);
    runs.add(0, timeEnd(text), quiet(line));
    if (line.judgement.wordEnd > line.judgement.wordBegin)
        runs.add(cells.indexOfByte(line.judgement.wordBegin), cells.indexOfByte(line.judgement.wordEnd),
            levelColor(line.judgement.level));
    if (isTinted(line))
        return;
    auto matches = number.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        runs.add(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedEnd()),
            colors().syntaxNumber);
    }
}

std::vector<ColorRun> dressed(const LogLine &line, const LineCells &cells)
{
    std::vector<ColorRun> runs;
    if (line.judgement.traceback == TracebackPart::Stack)
        lookOfStack(line, cells.text(), Runs(runs));
    else if (line.judgement.traceback == TracebackPart::None)
        lookOfMessage(line, cells, Runs(runs));
    return runs;
}

// Fills what lies between the runs with the usual colour.
std::vector<ColorRun> withoutGaps(const std::vector<ColorRun> &runs, int size, const QColor &usual)
{
    std::vector<ColorRun> whole;
    int end = 0;
    for (const ColorRun &run : runs) {
        if (run.begin > end)
            whole.push_back({end, run.begin, usual, {}, false});
        whole.push_back(run);
        end = run.end;
    }
    if (end < size)
        whole.push_back({end, size, usual, {}, false});
    return whole;
}

} // namespace

std::vector<ColorRun> lookOf(const LogLine &line, const LineCells &cells)
{
    if (line.shown.spans.empty())
        return withoutGaps(dressed(line, cells), cells.size(), baseColor(line));
    std::vector<ColorRun> runs;
    const int firstSpan = cells.indexOfByte(line.shown.spans.front().begin);
    Runs(runs).add(0, std::min(timeEnd(cells.text().left(longestDressed)), firstSpan), quiet(line));
    for (const StyledSpan &span : line.shown.spans)
        runs.push_back(runOf(span, cells));
    return withoutGaps(runs, cells.size(), colors().text);
}

} // namespace atelier::ui
