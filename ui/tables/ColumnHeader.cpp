#include "ui/tables/ColumnHeader.h"

#include "ui/tables/ColumnWords.h"
#include "ui/tables/PagedTable.h"
#include "ui/text/Format.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"

#include <QPainter>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int headHeight = 116;
constexpr int padding = 12;
constexpr int iconSide = 16;
constexpr int iconGap = 6;
constexpr int nameTop = 10;
constexpr int lineHeight = 18;
constexpr int chartTop = 48;
constexpr int chartHeight = 36;
constexpr int rangeTop = 90;
constexpr int categoryHeight = 20;
constexpr int narrowest = 96;
constexpr int widestHead = 260;

QStringView iconOf(const TableColumn &column)
{
    switch (column.kind) {
    case ValueKind::Integer:
    case ValueKind::Decimal:
        return u"number_symbol";
    case ValueKind::Boolean:
        return u"tag";
    case ValueKind::Time:
        return u"calendar";
    case ValueKind::Binary:
        return u"document";
    case ValueKind::Nested:
        return u"braces";
    case ValueKind::Text:
        return column.profile && !column.profile->top.empty() ? u"tag" : u"text_bullet_list";
    }
    return u"document";
}

void drawLine(QPainter &painter, const QRect &box, const QString &text, TextStyle style, const QColor &color)
{
    painter.setFont(font(style));
    painter.setPen(color);
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeading,
        QFontMetrics(painter.font()).elidedText(text, Qt::ElideRight, box.width()));
}

void drawHistogram(QPainter &painter, const QRect &box, const std::vector<std::int64_t> &counts)
{
    const std::int64_t most = std::max<std::int64_t>(1, *std::max_element(counts.begin(), counts.end()));
    const double width = static_cast<double>(box.width()) / static_cast<double>(counts.size());
    const double gap = width > 3 ? 1 : 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0)
            continue;
        // A bar of a single row among millions is still seen.
        const double height
            = std::max(1.0, box.height() * static_cast<double>(counts[i]) / static_cast<double>(most));
        painter.fillRect(
            QRectF(box.x() + static_cast<double>(i) * width, box.bottom() + 1 - height, width - gap, height),
            colors().accentStroke);
    }
}

/// Categories as parts of one bar, by their share, with their names where these have room.
void drawCategories(QPainter &painter, const QRect &box, const std::vector<Category> &categories)
{
    const QRect bar(box.x(), box.bottom() + 1 - scaled(categoryHeight), box.width(), scaled(categoryHeight));
    double x = bar.x();
    painter.setFont(font(TextStyle::Micro));
    for (std::size_t i = 0; i < categories.size(); ++i) {
        const double width = categories[i].share * bar.width();
        const QRectF part(x, bar.y(), std::max(1.0, width - 2), bar.height());
        drawBox(painter, part, std::min(3.0, part.width() / 2),
            withAlpha(colors().portModel, i % 2 == 0 ? 0.5 : 0.28));
        x += width;
        const QString name = textOf(categories[i].value).simplified();
        if (painter.fontMetrics().horizontalAdvance(name) + 6 > part.width())
            continue;
        painter.setPen(colors().text);
        painter.drawText(part, Qt::AlignCenter, name);
    }
}

} // namespace

ColumnHeader::ColumnHeader(PagedTable &table, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_table(table)
{
    setDefaultAlignment(Qt::AlignLeading | Qt::AlignTop);
    setSectionsClickable(true);
    setHighlightSections(false);
    viewport()->setAutoFillBackground(false);
}

QSize ColumnHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), scaled(headHeight)};
}

int ColumnHeader::headWidth(int column) const
{
    const TableColumn *known = m_table.column(column);
    if (known == nullptr)
        return scaled(narrowest);
    const int name = QFontMetrics(ui::font(TextStyle::BodyStrong)).horizontalAdvance(textOf(known->name));
    const int range = QFontMetrics(ui::font(TextStyle::Caption)).horizontalAdvance(rangeLine(*known));
    return std::clamp(
        std::max(name + iconSide + iconGap, range) + 2 * padding + 1, scaled(narrowest), scaled(widestHead));
}

QString ColumnHeader::rangeLine(const TableColumn &column)
{
    const QString range = ColumnWords::range(column);
    const QString empty = ColumnWords::empty(column);
    return empty.isEmpty() ? range : tr("%1 · %2").arg(range, empty);
}

void ColumnHeader::paintSection(QPainter *painter, const QRect &box, int column) const
{
    const Colors &c = colors();
    painter->fillRect(box, c.surface);
    painter->fillRect(QRect(box.x(), box.bottom(), box.width(), 1), c.stroke);
    painter->fillRect(
        QStyle::visualRect(layoutDirection(), box, QRect(box.right(), box.y(), 1, box.height())),
        c.strokeSubtle);
    const TableColumn *known = m_table.profiledColumn(column);
    if (known == nullptr)
        return;
    const QRect inside = box.adjusted(padding, 0, -padding, 0);
    const auto line = [&](int start, int top, int height) {
        const QRect at(inside.x() + start, box.y() + scaled(top), inside.width() - start, scaled(height));
        return QStyle::visualRect(layoutDirection(), inside, at);
    };
    QRect place = line(0, nameTop, lineHeight);
    place.setWidth(iconSide);
    paintIcon(*painter, iconOf(*known), QStyle::visualRect(layoutDirection(), inside, place), c.text3);
    QRect name = line(iconSide + iconGap, nameTop, lineHeight);
    if (m_table.sortedColumn() == column) {
        const bool isUp = m_table.sortOrder() == Qt::AscendingOrder;
        QRect arrow = line(inside.width() - iconSide, nameTop, lineHeight);
        paintIcon(*painter, isUp ? u"arrow_up" : u"arrow_down", arrow, c.accentText);
        name = QStyle::visualRect(layoutDirection(), name, name.adjusted(0, 0, -iconSide - iconGap, 0));
    }
    drawLine(*painter, name, textOf(known->name).simplified(), TextStyle::BodyStrong, c.text);
    drawLine(*painter, line(0, nameTop + lineHeight, lineHeight), ColumnWords::kind(*known),
        TextStyle::Caption, c.text2);
    if (!known->profile)
        return;
    const QRect chart = line(0, chartTop, chartHeight);
    if (known->profile->histogram)
        drawHistogram(*painter, chart, known->profile->histogram->counts);
    else
        drawCategories(*painter, chart, known->profile->top);
    drawLine(*painter, line(0, rangeTop, lineHeight), rangeLine(*known), TextStyle::Caption,
        known->profile->empty == 0 ? c.text2 : c.warningText);
}

} // namespace atelier::ui
