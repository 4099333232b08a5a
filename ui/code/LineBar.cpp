#include "ui/code/LineBar.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Type.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/TextSize.h"

#include <QHBoxLayout>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

#include <limits>

namespace atelier::ui {

namespace {

constexpr int barHeight = 48;
constexpr int fieldWidth = 120;

} // namespace

LineBar::LineBar(QWidget *parent)
    : QWidget(parent)
    , m_number(new QLineEdit)
    , m_range(new TextLabel({}, TextStyle::Body, &Colors::text2))
{
    QHBoxLayout *row = makeRow(this, 6, {16, 0, 12, 0});
    m_number->setObjectName(QStringLiteral("lineNumber"));
    m_number->setPlaceholderText(tr("Go to line"));
    m_number->setAccessibleName(m_number->placeholderText());
    m_number->setValidator(new QIntValidator(1, std::numeric_limits<int>::max(), m_number));
    auto *closing = new IconButton(u"dismiss", tr("Close (Esc)"), ControlSize::Small);
    row->addWidget(m_number);
    row->addWidget(m_range);
    row->addStretch();
    row->addWidget(closing);
    connect(closing, &IconButton::clicked, this, &LineBar::close);
    followTextSize(*this, [this] {
        setFixedHeight(scaled(barHeight));
        m_number->setFixedWidth(scaled(fieldWidth));
    });
}

void LineBar::open(int lines)
{
    m_range->setText(tr("of %L1").arg(lines));
    show();
    m_number->setFocus(Qt::ShortcutFocusReason);
    m_number->selectAll();
}

void LineBar::close()
{
    hide();
    Q_EMIT closed();
}

void LineBar::choose()
{
    bool isNumber = false;
    const int line = locale().toInt(m_number->text(), &isNumber);
    if (!isNumber)
        return;
    Q_EMIT lineChosen(line - 1);
    close();
}

void LineBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose();
    else
        event->ignore();
}

void LineBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().surface);
    painter.fillRect(0, 0, width(), 1, colors().strokeSubtle);
}

} // namespace atelier::ui
