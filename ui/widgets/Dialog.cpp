#include "ui/widgets/Dialog.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/AccessibleRole.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Divider.h"
#include "ui/widgets/Focus.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/WrapLabel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int padding = 24;
constexpr int edge = 24; // what is seen of the window around the sheet

} // namespace

Dialog::Dialog(QWidget &window, const QString &title, int width)
    : QWidget(&window)
    , m_width(width)
    , m_sheet(new QWidget(this))
    , m_cross(new IconButton(u"dismiss", tr("Close")))
{
    setAccessibleRole(*m_sheet, QAccessible::Dialog);
    m_sheet->setAccessibleName(title);
    makeColumn(m_sheet, 0);
    addHead(title);
    m_body = makeColumn(nullptr, 12, {padding, 0, padding, 20});
    static_cast<QBoxLayout *>(m_sheet->layout())->addLayout(m_body, 1);
    m_sheet->layout()->addWidget(new Divider);
    m_buttons = makeRow(nullptr, 8, {padding, 14, padding, 14});
    m_buttons->addStretch(1);
    static_cast<QBoxLayout *>(m_sheet->layout())->addLayout(m_buttons);
    window.installEventFilter(this);
    m_sheet->installEventFilter(this);
    hide();
}

void Dialog::addHead(const QString &title)
{
    QHBoxLayout *head = makeRow(nullptr, 12, {padding, 18, 14, 10});
    head->addWidget(new WrapLabel(title, TextStyle::Subtitle), 1, Qt::AlignVCenter);
    connect(m_cross, &IconButton::clicked, this, &Dialog::reject);
    head->addWidget(m_cross, 0, Qt::AlignTop);
    static_cast<QBoxLayout *>(m_sheet->layout())->addLayout(head);
}

void Dialog::addButton(Button *button)
{
    m_buttons->addWidget(button);
}

void Dialog::setFirstFocus(QWidget *widget)
{
    m_firstFocus = widget;
}

void Dialog::open()
{
    m_before = QApplication::focusWidget();
    show();
    place();
    raise();
    if (m_firstFocus != nullptr)
        m_firstFocus->setFocus(Qt::TabFocusReason);
    else {
        // The cross comes first in the order of tabs, and last to be wanted.
        m_cross->setFocus(Qt::TabFocusReason);
        focusNextPrevChild(true);
    }
}

void Dialog::accept()
{
    close();
    Q_EMIT accepted();
}

void Dialog::reject()
{
    close();
    Q_EMIT rejected();
}

void Dialog::close()
{
    hide();
    if (m_before != nullptr)
        m_before->setFocus(Qt::PopupFocusReason);
    deleteLater();
}

void Dialog::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().overlay);
    const QRectF box = QRectF(m_sheet->geometry()).adjusted(-1, -1, 1, 1);
    drawShadow(painter, box, dialogRadius, Elevation::Sheet);
    drawBox(painter, box, dialogRadius, colors().raised, colors().stroke);
}

void Dialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        reject();
    // No other key may reach the window below.
    event->accept();
}

void Dialog::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

bool Dialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    // What it holds has grown or shrunk, as by an error below a field.
    if (watched == m_sheet && event->type() == QEvent::LayoutRequest && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

bool Dialog::focusNextPrevChild(bool next)
{
    return moveFocusWithin(*m_sheet, next);
}

void Dialog::place()
{
    setGeometry(parentWidget()->rect());
    const QSize room = size() - QSize(2 * edge, 2 * edge);
    const int width = std::min(scaled(m_width), room.width());
    QLayout *contents = m_sheet->layout();
    contents->activate();
    const int wanted = contents->hasHeightForWidth() ? contents->totalHeightForWidth(width)
                                                     : contents->totalSizeHint().height();
    const int height = std::min(wanted, room.height());
    m_sheet->setGeometry((this->width() - width) / 2, (this->height() - height) / 2, width, height);
    update();
}

} // namespace atelier::ui
