#include "ui/jobs/CompareDelegate.h"

#include "ui/jobs/CompareModel.h"
#include "ui/jobs/CompareTable.h"
#include "ui/text/Format.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Focus.h"

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int valueGap = 10;
constexpr int trophy = 16;
constexpr int chipHeight = 22;
constexpr int chipPadding = 8;
constexpr double scaleDot = 10;
constexpr double scaleLine = 4;
constexpr double scaleShare = 0.28; // of a cell's width

void paintScale(QPainter &painter, const QRect &box, double share, int series)
{
    const double middle = box.y() + box.height() / 2.0;
    drawBox(painter, QRectF(box.x(), middle - scaleLine / 2, box.width(), scaleLine), scaleLine / 2,
        colors().hover);
    drawBox(painter,
        QRectF(box.x() + share * (box.width() - scaleDot), middle - scaleDot / 2, scaleDot, scaleDot),
        scaleDot / 2, seriesColor(series));
}

} // namespace

QColor seriesColor(int job)
{
    const auto &palette = colors().chart;
    return palette[static_cast<std::size_t>(job) % palette.size()];
}

CompareDelegate::CompareDelegate(Values values, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_values(values)
{
}

void CompareDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &model = static_cast<const CompareModel &>(*index.model());
    const ComparedCell &cell = model.cell(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)), colors().strokeSubtle);
    const bool isLast = index.column() == model.columnCount() - 1;
    const QRect inner
        = option.rect.adjusted(comparePadding, 1, isLast ? -comparePadding : -comparePadding - compareGap, 0);
    const QRect box = QStyle::visualRect(option.direction, option.rect, inner);
    if (m_values == Values::Metrics)
        paintMetric(*painter, box, option.direction, cell, index.column());
    else
        paintParameter(*painter, box, option.direction, cell);
    if (option.state.testFlag(QStyle::State_HasFocus) && hasKeyboardFocus(*option.widget))
        drawFocusRing(*painter, QRectF(option.rect).adjusted(3, 3, -3, -2), controlRadius);
    painter->restore();
}

void CompareDelegate::paintMetric(QPainter &painter, const QRect &box, Qt::LayoutDirection direction,
    const ComparedCell &cell, int series) const
{
    const auto at = [&](int x, int width) {
        return QStyle::visualRect(direction, box, QRect(box.x() + x, box.y(), width, box.height()));
    };
    const int scale = static_cast<int>(box.width() * scaleShare);
    if (cell.share)
        paintScale(
            painter, at(0, scale), direction == Qt::RightToLeft ? 1 - *cell.share : *cell.share, series);
    const int start = scale + valueGap;
    const QFont font = ui::font(cell.isBest ? TextStyle::BodyStrong : TextStyle::Body);
    const int width = std::min(QFontMetrics(font).horizontalAdvance(cell.text) + 1, box.width() - start);
    painter.setFont(font);
    painter.setPen(colors().text);
    painter.drawText(at(start, width), Qt::AlignLeft | Qt::AlignVCenter, isolated(cell.text));
    int end = start + width;
    if (cell.isBest) {
        paintIcon(
            painter, u"trophy", at(end + valueGap - 2, trophy), colors().warningText, IconShape::Filled);
        end += valueGap + trophy;
    }
    painter.setFont(ui::font(TextStyle::Caption));
    if (painter.fontMetrics().horizontalAdvance(cell.difference) > box.width() - end)
        return; // the tool tip has it
    painter.setPen(colors().*cell.differenceColor);
    painter.drawText(
        at(end, box.width() - end), Qt::AlignRight | Qt::AlignVCenter, isolated(cell.difference));
}

void CompareDelegate::paintParameter(
    QPainter &painter, const QRect &box, Qt::LayoutDirection direction, const ComparedCell &cell) const
{
    painter.setFont(ui::font(TextStyle::Code));
    const QString text = painter.fontMetrics().elidedText(cell.text, Qt::ElideMiddle, box.width());
    const int width = painter.fontMetrics().horizontalAdvance(text);
    if (cell.isOther) {
        const int height = std::min(scaled(chipHeight), box.height() - 2);
        const QRect chip(
            box.x() - chipPadding, box.y() + (box.height() - height) / 2, width + 2 * chipPadding, height);
        drawTint(painter, QStyle::visualRect(direction, box, chip), tagRadius, colors().accentSubtle,
            colors().accentStroke);
    }
    painter.setPen(cell.isOther ? colors().accentText : colors().text);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, isolated(text));
}

} // namespace atelier::ui
