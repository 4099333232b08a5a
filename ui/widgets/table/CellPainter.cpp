#include "ui/widgets/table/CellPainter.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/widgets/IconTile.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/Sparkline.h"
#include "ui/widgets/Tag.h"

#include <QStyle>

#include <algorithm>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui {

namespace {

constexpr int tileSide = 28;
constexpr int tileGap = 10;
constexpr int checkSide = 16;
constexpr int barHeight = 5;
constexpr int textGap = 8;
constexpr int sparkWidth = 60;
constexpr int sparkHeight = 21;
constexpr int sparkGap = 10;
constexpr int trophySide = 14;
constexpr int trophyGap = 6;
constexpr int tagGap = 4;
constexpr int groupIconSide = 16;
constexpr int groupNameStart = 24;
constexpr TextStyle nameStyle = TextStyle::BodyMedium;
const QString none = u"\u2013"_s;

int startOf(const cell::Name &name)
{
    return name.icon.isEmpty() ? 0 : tileSide + tileGap;
}

} // namespace

int widthOf(const cell::Name &name)
{
    return startOf(name) + QFontMetrics(font(nameStyle)).horizontalAdvance(name.name) + 1;
}

CellPainter::CellPainter(QPainter &painter, const QRect &box, Qt::LayoutDirection direction, Row row)
    : m_painter(painter)
    , m_box(box)
    , m_direction(direction)
    , m_row(row)
{
}

QRect CellPainter::at(int x, int y, int width, int height) const
{
    return QStyle::visualRect(m_direction, m_box, QRect(m_box.x() + x, y, width, height));
}

QRect CellPainter::middle(int x, int width, int height) const
{
    return at(x, m_box.y() + (m_box.height() - height) / 2, width, height);
}

QString CellPainter::write(const Line &line, int x, int y, int width, int height)
{
    const QFont lineFont = font(line.style);
    const QFontMetrics metrics(lineFont);
    const QString shown = metrics.elidedText(line.text, line.elided, width);
    m_painter.setFont(lineFont);
    m_painter.setPen(colors().*line.color);
    m_painter.drawText(at(x, y, width, height), Qt::AlignVCenter | Qt::AlignLeft, shown);
    return shown;
}

QString CellPainter::write(const Line &line, int x, int width)
{
    return write(line, x, m_box.y(), width, m_box.height());
}

void CellPainter::writeTwo(const Line &first, const Line &second, int x, int width)
{
    const int upper = QFontMetrics(font(first.style)).height();
    const int lower = QFontMetrics(font(second.style)).height();
    const int top = m_box.y() + (m_box.height() - upper - lower) / 2;
    write(first, x, top, width, upper);
    write(second, x, top + upper, width, lower);
}

void CellPainter::operator()(const cell::Text &text)
{
    const bool missing = text.text.isEmpty();
    write({missing ? none : text.text, text.style, missing ? &Colors::text3 : text.color}, 0, m_box.width());
}

void CellPainter::operator()(const cell::Number &number)
{
    const bool missing = number.text.isEmpty();
    m_painter.setFont(font(TextStyle::Body));
    m_painter.setPen(missing ? colors().text3 : colors().text);
    m_painter.drawText(m_box, Qt::AlignVCenter | Qt::AlignRight, missing ? none : number.text);
}

void CellPainter::operator()(const cell::Name &name)
{
    const int x = startOf(name);
    if (!name.icon.isEmpty()) {
        const QRect tile = middle(0, tileSide, tileSide);
        if (m_row.picking) {
            QRect box(0, 0, checkSide, checkSide);
            box.moveCenter(tile.center());
            drawCheckBox(m_painter, box, m_row.selected ? CheckMark::Check : CheckMark::None, {});
        } else {
            drawIconTile(m_painter, tile, name.icon, name.tone);
        }
    }
    // Names of one kind often begin alike and differ at the end.
    const Line first{name.name, nameStyle, &Colors::text, Qt::ElideMiddle};
    if (name.secondLine.isEmpty())
        write(first, x, m_box.width() - x);
    else
        writeTwo(first, {name.secondLine, TextStyle::Caption, name.secondColor}, x, m_box.width() - x);
}

void CellPainter::operator()(const cell::Status &status)
{
    const QSize size = pillSize(status.look);
    drawPill(
        m_painter, middle(0, std::min(size.width(), m_box.width()), size.height()), status.look, m_direction);
}

void CellPainter::operator()(const cell::Bar &bar)
{
    if (!bar.progress.share) {
        write({bar.text, TextStyle::Body, &Colors::text3}, 0, m_box.width());
        return;
    }
    const int width = std::min(scaled(64), m_box.width() - scaled(48));
    drawProgress(m_painter, middle(0, width, barHeight), bar.progress, m_direction);
    write({bar.text, TextStyle::Body, &Colors::text2}, width + textGap, m_box.width() - width - textGap);
}

void CellPainter::operator()(const cell::Metric &metric)
{
    const int x = metric.besideLines ? sparkWidth + sparkGap : 0;
    const int width = m_box.width() - x;
    drawSparkline(
        m_painter, middle(0, sparkWidth, sparkHeight), metric.points, colors().accentStroke, m_direction);
    if (metric.value.isEmpty()) {
        write({none, TextStyle::Body, &Colors::text3}, x, width);
        return;
    }
    const TextStyle style = metric.best ? TextStyle::BodyStrong : TextStyle::Body;
    const int textWidth = metric.best ? width - trophyGap - trophySide : width;
    writeTwo({metric.value, style, &Colors::text}, {metric.name, TextStyle::Caption, &Colors::text3}, x,
        textWidth);
    if (!metric.best)
        return;
    const QFontMetrics metrics(font(style));
    const int lines = metrics.height() + QFontMetrics(font(TextStyle::Caption)).height();
    const int top = m_box.y() + (m_box.height() - lines + metrics.height() - trophySide) / 2;
    const int end = std::min(metrics.horizontalAdvance(metric.value), textWidth);
    const QRect trophy = at(x + end + trophyGap, top, trophySide, trophySide);
    paintIcon(m_painter, u"trophy", trophy, colors().warningText, IconShape::Filled);
}

void CellPainter::operator()(const cell::Tags &tags)
{
    int x = 0;
    for (qsizetype i = 0; i < tags.tags.size(); ++i) {
        const qsizetype left = tags.tags.size() - i;
        const QString rest = u"+%1"_s.arg(left);
        const QSize size = tagSize(tags.tags[i]);
        const int reserve = left > 1 ? tagGap + tagSize(u"+%1"_s.arg(left - 1)).width() : 0;
        const bool fits = x + size.width() + reserve <= m_box.width();
        const QString &shown = fits ? tags.tags[i] : rest;
        const QSize place = tagSize(shown);
        drawTag(m_painter, middle(x, place.width(), place.height() - 2), shown);
        if (!fits)
            return;
        x += place.width() + tagGap;
    }
}

void CellPainter::operator()(const cell::Group &group)
{
    const QStringView closed = m_direction == Qt::RightToLeft ? u"chevron_left" : u"chevron_right";
    paintIcon(m_painter, group.open ? u"chevron_down" : closed, middle(0, groupIconSide, groupIconSide),
        colors().text3);
    const int bestWidth = QFontMetrics(font(TextStyle::Caption)).horizontalAdvance(group.best) + 1;
    const int end
        = group.best.isEmpty() ? m_box.width() : m_box.width() - bestWidth - trophySide - 2 * textGap;
    const QString name
        = write({group.name, TextStyle::BodyStrong, &Colors::text}, groupNameStart, end - groupNameStart);
    const int nameWidth = QFontMetrics(font(TextStyle::BodyStrong)).horizontalAdvance(name);
    const int facts = groupNameStart + nameWidth + 12;
    write({group.facts, TextStyle::Caption, &Colors::text3}, facts, end - facts);
    if (group.best.isEmpty())
        return;
    const int best = m_box.width() - bestWidth;
    write({group.best, TextStyle::Caption, &Colors::text2}, best, bestWidth);
    paintIcon(m_painter, u"trophy", middle(best - textGap - trophySide + 1, trophySide, trophySide),
        colors().warningText, IconShape::Filled);
}

} // namespace atelier::ui
