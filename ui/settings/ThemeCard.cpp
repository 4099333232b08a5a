#include "ui/settings/ThemeCard.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Tokens.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Focus.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int edge = 12;
constexpr int windowHeight = 76;
constexpr int nameHeight = 40;
constexpr int radioSide = 16;
constexpr int nameStart = edge + radioSide + 8;

/// A window of the product, much smaller: bar, navigation, a card with a few lines.
void drawSmallWindow(QPainter &painter, const QRectF &box, QStringView theme)
{
    const Colors c = readTokens(builtInTokens(), theme);
    painter.fillRect(box, c.canvas);
    painter.fillRect(QRectF(box.x(), box.y(), box.width(), 12), c.chrome);
    painter.fillRect(QRectF(box.x(), box.y(), 24, box.height()), c.chrome);
    const QRectF line(box.x() + 5, box.y() + 18, 14, 3);
    drawBox(painter, line, 1.5, c.accentStroke);
    for (int i = 1; i < 4; ++i)
        drawBox(painter, line.translated(0, i * 9), 1.5, c.strokeStrong);
    const QRectF card = box.adjusted(32, 20, -8, -8);
    drawBox(painter, card, 4, c.surface, c.stroke);
    for (int i = 0; i < 3; ++i) {
        const double width = (card.width() - 16) * (0.9 - i * 0.2);
        drawBox(painter, QRectF(card.x() + 8, card.y() + 9 + i * 11, width, 3.5), 1.75,
            i == 0 ? c.accentStroke : c.strokeStrong);
    }
}

} // namespace

ThemeCard::ThemeCard(Scheme scheme, const QString &name, QWidget *parent)
    : QRadioButton(name, parent)
    , m_scheme(scheme)
{
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ThemeCard::sizeHint() const
{
    const int name = QFontMetrics(ui::font(TextStyle::BodyMedium)).horizontalAdvance(text());
    return {std::max(scaled(128), nameStart + name + edge), edge + windowHeight + scaled(nameHeight)};
}

void ThemeCard::paintEvent(QPaintEvent * /*event*/)
{
    constexpr double chosenWidth = 1.6;
    const Colors &c = colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hovered = underMouse() && isEnabled();
    drawBox(painter, rect(), cardRadius, c.surface,
        isChecked()   ? c.accentStroke
            : hovered ? c.stroke
                      : c.strokeSubtle,
        isChecked() ? chosenWidth : 1);
    if (isChecked())
        drawBox(painter, rect(), cardRadius, c.accentSubtle);
    drawStateLayer(painter, rect(), cardRadius, {hovered && !isChecked(), isDown(), false});
    paintWindow(painter, QRectF(edge, edge, width() - 2 * edge, windowHeight));
    paintName(painter);
    if (hasKeyboardFocus(*this))
        drawFocusRing(painter, rect(), cardRadius);
}

void ThemeCard::paintWindow(QPainter &painter, const QRectF &box) const
{
    QPainterPath corners;
    corners.addRoundedRect(box, controlRadius, controlRadius);
    painter.save();
    painter.setClipPath(corners);
    if (m_scheme == Scheme::System) {
        drawSmallWindow(painter, box, u"light");
        painter.setClipRect(
            QRectF(box.center().x(), box.y(), box.width() / 2, box.height()), Qt::IntersectClip);
        drawSmallWindow(painter, box, u"dark");
    } else {
        drawSmallWindow(painter, box, tokenTheme(m_scheme));
    }
    painter.restore();
    drawBox(painter, box, controlRadius, Qt::NoBrush, colors().stroke);
}

void ThemeCard::paintName(QPainter &painter) const
{
    const Colors &c = colors();
    const auto placed
        = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    const int top = edge + windowHeight;
    const QRect radio(edge + 1, top + (height() - top - radioSide) / 2, radioSide, radioSide);
    drawBox(painter, placed(radio), radioSide / 2.0, Qt::NoBrush,
        isChecked() ? c.accentStroke : c.strokeStrong, isChecked() ? 5 : 1.3);
    painter.setFont(ui::font(isChecked() ? TextStyle::BodyMedium : TextStyle::Body));
    painter.setPen(c.text);
    painter.drawText(placed({nameStart, top, width() - nameStart, height() - top}),
        Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace atelier::ui
