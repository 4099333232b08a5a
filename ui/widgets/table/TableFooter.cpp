#include "ui/widgets/table/TableFooter.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Layouts.h"

#include <QEvent>
#include <QPainter>

namespace atelier::ui {

namespace {

constexpr int footHeight = 34;

} // namespace

TableFooter::TableFooter(QWidget *parent)
    : QWidget(parent)
    , m_start(new ElidedLabel({}, TextStyle::Caption, &Colors::text2))
    , m_end(new ElidedLabel({}, TextStyle::Caption, &Colors::text2))
{
    QHBoxLayout *row = makeRow(this, 12, {16, 1, 16, 0});
    row->addWidget(m_start);
    row->addStretch(1);
    row->addWidget(m_end);
    setFixedHeight(scaled(footHeight));
}

void TableFooter::setTexts(const QString &start, const QString &end)
{
    m_start->setText(start);
    m_end->setText(end);
}

void TableFooter::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(QRect(0, 0, width(), 1), colors().strokeSubtle);
}

void TableFooter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        setFixedHeight(scaled(footHeight));
    QWidget::changeEvent(event);
}

} // namespace atelier::ui
