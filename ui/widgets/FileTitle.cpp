#include "ui/widgets/FileTitle.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Type.h"

#include <QFontMetrics>
#include <QPainter>

namespace atelier::ui {

namespace {

constexpr int gap = 10;

int widthOf(const QString &text, TextStyle style)
{
    return QFontMetrics(font(style)).horizontalAdvance(text);
}

} // namespace

void FileTitle::setName(const QString &name)
{
    m_name = name;
    describe();
}

void FileTitle::setFacts(const QString &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    describe();
}

void FileTitle::describe()
{
    setAccessibleName(m_name);
    setAccessibleDescription(m_facts);
    updateGeometry();
    update();
}

QSize FileTitle::sizeHint() const
{
    return {
        widthOf(m_name, TextStyle::BodyStrong) + gap + widthOf(m_facts, TextStyle::Caption) + 2, scaled(32)};
}

QSize FileTitle::minimumSizeHint() const
{
    return {scaled(40), scaled(32)};
}

void FileTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(ui::font(TextStyle::BodyStrong));
    painter.setPen(colors().text);
    const QString name = painter.fontMetrics().elidedText(m_name, Qt::ElideMiddle, width());
    const int nameWidth = painter.fontMetrics().horizontalAdvance(name);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, name);
    painter.setFont(ui::font(TextStyle::Caption));
    painter.setPen(colors().text3);
    QRect rest = rect();
    rest.setLeft(nameWidth + gap);
    if (isRightToLeft())
        rest = QRect(0, 0, width() - nameWidth - gap, height());
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_facts, Qt::ElideRight, rest.width()));
}

} // namespace atelier::ui
