#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/theme/style/Families.h"

#include <QAbstractScrollArea>
#include <QPlainTextEdit>

#include <algorithm>

namespace atelier::ui::style {

namespace {

constexpr int headerPadding = 10;
constexpr int edgePadding = 16; // before the first section and after the last one, as its cells have it
constexpr int arrow = 12;
constexpr int arrowGap = 4;

void drawRow(const Paint &paint)
{
    const auto *item = paint.as<QStyleOptionViewItem>();
    if (item != nullptr && item->backgroundBrush.style() != Qt::NoBrush)
        paint.painter.fillRect(paint.option.rect, item->backgroundBrush);
    const State state{paint.hovered(), false, paint.has(QStyle::State_Selected)};
    drawStateLayer(paint.painter, QRectF(paint.option.rect).adjusted(2, 1, -2, -1), tagRadius, state);
}

void drawBranch(const Paint &paint)
{
    if (!paint.has(QStyle::State_Children))
        return;
    const QStringView closed = paint.mirrored() ? u"chevron_left" : u"chevron_right";
    paintIcon(paint.painter, paint.has(QStyle::State_Open) ? u"chevron_down" : closed,
        centered(paint.option.rect, arrow, arrow), colors().text3);
}

void drawFrame(const Paint &paint)
{
    // The viewports of scroll areas do not fill themselves (polish), so that the corners stay round.
    const bool isWell = qobject_cast<const QAbstractScrollArea *>(paint.widget) != nullptr;
    // In a text the caret alone would say where keys go; in a table a cell does.
    const auto *text = qobject_cast<const QPlainTextEdit *>(paint.widget);
    const bool isEdited = text != nullptr && text->hasFocus() && !text->isReadOnly();
    drawBox(paint.painter, paint.option.rect, controlRadius, isWell ? QBrush(colors().field) : Qt::NoBrush,
        isEdited ? colors().accentStroke : colors().stroke, isEdited ? attentionWidth : 1);
}

void drawHeaderLine(const Paint &paint)
{
    const QRect &r = paint.option.rect;
    paint.painter.fillRect(QRect(r.x(), r.bottom(), r.width(), 1), colors().stroke);
}

void drawHeaderSection(const Paint &paint)
{
    const auto *header = paint.as<QStyleOptionHeader>();
    if (header != nullptr && header->orientation == Qt::Horizontal)
        drawHeaderLine(paint);
    if (paint.hovered())
        drawBox(paint.painter, QRectF(paint.option.rect).adjusted(3, 3, -3, -4), tagRadius, colors().hover);
}

QRect headerTextRect(const QStyleOptionHeader &header)
{
    // In a right-to-left window Qt counts the sections from the left all the same.
    const bool mirrored = header.direction == Qt::RightToLeft;
    const auto isAt = [&header](QStyleOptionHeader::SectionPosition place) {
        return header.orientation == Qt::Horizontal
            && (header.position == place || header.position == QStyleOptionHeader::OnlyOneSection);
    };
    const bool first = isAt(mirrored ? QStyleOptionHeader::End : QStyleOptionHeader::Beginning);
    const bool last = isAt(mirrored ? QStyleOptionHeader::Beginning : QStyleOptionHeader::End);
    const QRect box = header.rect.adjusted(
        first ? edgePadding : headerPadding, 0, last ? -edgePadding : -headerPadding, 0);
    return QStyle::visualRect(header.direction, header.rect, box);
}

void drawHeaderLabel(const Paint &paint, const QStyleOptionHeader &header)
{
    const QFont headerFont = font(TextStyle::CaptionStrong);
    const QFontMetrics metrics(headerFont);
    const bool sorted = header.sortIndicator != QStyleOptionHeader::None;
    const bool trailing = (header.textAlignment & Qt::AlignRight) != 0;
    const QRect box = headerTextRect(header);
    const int sortRoom = sorted ? arrow + arrowGap : 0;
    const QString text = metrics.elidedText(header.text, Qt::ElideRight, box.width() - sortRoom);
    const int width = metrics.horizontalAdvance(text);
    paint.painter.setFont(headerFont);
    paint.painter.setPen(sorted ? colors().text : colors().text2);
    paint.painter.drawText(
        box, static_cast<int>(Qt::AlignVCenter) | (trailing ? Qt::AlignRight : Qt::AlignLeft), text);
    if (!sorted)
        return;
    const int x = trailing ? box.right() + 1 - width - arrowGap - arrow : box.x() + width + arrowGap;
    const QRect mark = QStyle::visualRect(header.direction, box, QRect(x, box.y(), arrow, box.height()));
    // Qt's SortDown is ascending: the arrow points the way that the values grow.
    const bool ascending = header.sortIndicator == QStyleOptionHeader::SortDown;
    paintIcon(paint.painter, ascending ? u"arrow_up" : u"arrow_down", centered(mark, arrow, arrow),
        colors().accentText);
}

// QCommonStyle asks itself and not the proxy where a header's label lies: the whole control is painted here.
bool drawHeader(const Paint &paint)
{
    const auto *header = paint.as<QStyleOptionHeader>();
    if (header == nullptr)
        return false;
    paint.painter.save();
    paint.painter.setClipRect(header->rect);
    drawHeaderSection(paint);
    drawHeaderLabel(paint, *header);
    paint.painter.restore();
    return true;
}

void drawSplitter(const Paint &paint)
{
    const QRect &r = paint.option.rect;
    const QColor line = paint.hovered() ? colors().accentStroke : colors().strokeSubtle;
    if (paint.has(QStyle::State_Horizontal))
        paint.painter.fillRect(QRect(r.center().x(), r.y(), 1, r.height()), line);
    else
        paint.painter.fillRect(QRect(r.x(), r.center().y(), r.width(), 1), line);
}

} // namespace

bool drawView(QStyle::PrimitiveElement element, const Paint &paint)
{
    switch (element) {
    case QStyle::PE_PanelItemViewItem:
        drawRow(paint);
        return true;
    case QStyle::PE_IndicatorBranch:
        drawBranch(paint);
        return true;
    case QStyle::PE_Frame:
        drawFrame(paint);
        return true;
    case QStyle::PE_PanelItemViewRow:
    case QStyle::PE_PanelScrollAreaCorner:
    case QStyle::PE_IndicatorHeaderArrow:
    case QStyle::PE_PanelStatusBar:
    case QStyle::PE_FrameStatusBarItem:
        return true;
    default:
        return false;
    }
}

bool drawView(QStyle::ControlElement element, const Paint &paint)
{
    switch (element) {
    case QStyle::CE_Header:
        return drawHeader(paint);
    case QStyle::CE_HeaderSection:
        drawHeaderSection(paint);
        return true;
    case QStyle::CE_HeaderEmptyArea:
        drawHeaderLine(paint);
        return true;
    case QStyle::CE_Splitter:
        drawSplitter(paint);
        return true;
    default:
        return false;
    }
}

std::optional<QSize> viewSize(const Contents &contents)
{
    if (contents.type == QStyle::CT_ItemViewItem)
        return QSize(contents.size.width(), std::max(contents.size.height(), scaled(30)));
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(contents.option);
    if (contents.type != QStyle::CT_HeaderSection || header == nullptr)
        return std::nullopt;
    const int text = QFontMetrics(font(TextStyle::CaptionStrong)).horizontalAdvance(header->text);
    return QSize(text + edgePadding + headerPadding + arrow + arrowGap, scaled(34));
}

} // namespace atelier::ui::style
