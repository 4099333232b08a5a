#include "ui/widgets/CodeBlock.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Layouts.h"

#include <QPainter>

namespace atelier::ui {

CodeBlock::CodeBlock(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
{
    makeColumn(this, 4, {12, 10, 12, 10});
}

void CodeBlock::setLines(const QStringList &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    clearLayout(*layout());
    for (const QString &line : lines) {
        auto *label = new ElidedLabel(line, TextStyle::Code, &Colors::text, this);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setAccessibleName(m_name);
        label->setAccessibleDescription(text());
        layout()->addWidget(label);
    }
}

QString CodeBlock::text() const
{
    return m_lines.join(u'\n');
}

void CodeBlock::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawBox(painter, rect(), controlRadius, colors().sunken, colors().strokeSubtle);
}

} // namespace atelier::ui
