#include "ui/home/StepRow.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Focus.h"

#include <QPainter>
#include <QStyle>

namespace atelier::ui {

namespace {

constexpr int height_ = 50;
constexpr int markSide = 18;
constexpr int textStart = 42;

} // namespace

StepRow::StepRow(const QString &title, QWidget *parent)
    : QPushButton(title, parent)
{
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize StepRow::sizeHint() const
{
    return {scaled(200), scaled(height_)};
}

void StepRow::show(State state, const QString &note)
{
    m_state = state;
    m_note = note;
    setAccessibleName(state == State::Done ? tr("%1, done").arg(text()) : text());
    setAccessibleDescription(note);
    update();
}

void StepRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_state == State::Next)
        drawBox(painter, rect(), controlRadius, colors().selected);
    drawStateLayer(painter, rect(), controlRadius, {underMouse(), isDown(), false});
    const auto placed
        = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    const bool isDone = m_state == State::Done;
    paintIcon(painter, isDone ? u"checkmark_circle" : u"circle",
        placed({12, (height() - markSide) / 2, markSide, markSide}),
        isDone                       ? colors().successText
            : m_state == State::Next ? colors().accentText
                                     : colors().text3,
        isDone ? IconShape::Filled : IconShape::Outline);
    const auto line = [&](TextStyle style, const QColor &color, int top, const QString &words) {
        painter.setFont(ui::font(style));
        painter.setPen(color);
        const QRect box = placed({textStart, top, width() - textStart - 10, height() / 2 - 4});
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(words, Qt::ElideRight, box.width()));
    };
    line(TextStyle::BodyMedium, isDone ? colors().text2 : colors().text, 5, text());
    line(TextStyle::Caption, colors().text2, height() / 2 - 1, m_note);
    if (hasKeyboardFocus(*this))
        drawFocusRing(painter, rect(), controlRadius);
}

} // namespace atelier::ui
