#include "ui/widgets/KeyCap.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/AccessibleRole.h"

#include <QEvent>
#include <QKeySequence>
#include <QPainter>

#include <algorithm>

namespace atelier::ui {

KeyCap::KeyCap(const QString &key, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::StaticText);
    setAccessibleName(key);
}

QStringList keysOf(const QKeySequence &sequence)
{
    const QString text = sequence.toString(QKeySequence::NativeText);
    if (text.isEmpty())
        return {};
    // A plus that is a key of its own has nothing behind it.
    const auto last = text.lastIndexOf(u'+', -2);
    QStringList keys = text.left(std::max<qsizetype>(last, 0)).split(u'+', Qt::SkipEmptyParts);
    return keys << text.mid(last + 1);
}

QSize keyCapSize(const QString &key)
{
    const int height = scaled(20);
    const int text = QFontMetrics(ui::font(TextStyle::Micro)).horizontalAdvance(key);
    return {std::max(height - 2, text + 10), height};
}

void drawKeyCap(QPainter &painter, const QRect &box, const QString &key)
{
    drawBox(painter, box, tagRadius, colors().hover, colors().stroke);
    painter.setFont(ui::font(TextStyle::Micro));
    painter.setPen(colors().text2);
    painter.drawText(box, Qt::AlignCenter, key);
}

QSize KeyCap::sizeHint() const
{
    return keyCapSize(m_key);
}

void KeyCap::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawKeyCap(painter, rect(), m_key);
}

void KeyCap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace atelier::ui
