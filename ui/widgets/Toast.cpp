#include "ui/widgets/Toast.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/widgets/AccessibleRole.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/ProgressBar.h"
#include "ui/widgets/StateLook.h"
#include "ui/widgets/WrapLabel.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace atelier::ui {

namespace {

constexpr int boxWidth = 372;
constexpr int iconStart = 14;
constexpr int iconSide = 20;
constexpr int textStart = iconStart + iconSide + 10;
// Room around the box for its shadow.
constexpr QMargins shadowRoom{12, 8, 12, 16};
constexpr int readingMs = 6000;
constexpr int decidingMs = 8000; // with something to undo

} // namespace

Toast::Toast(const ToastMessage &message, QWidget *parent)
    : QWidget(parent)
    , m_tone(message.tone)
    , m_matter(message.matter)
    , m_cause(message.cause)
{
    setAccessibleRole(*this, QAccessible::AlertMessage);
    setAccessibleName(
        message.text.isEmpty() ? message.title : message.title + QLatin1Char('\n') + message.text);
    setFixedWidth(scaled(boxWidth) + shadowRoom.left() + shadowRoom.right());
    QVBoxLayout *column = makeColumn(this, 2,
        {textStart + shadowRoom.left(), 8 + shadowRoom.top(), 8 + shadowRoom.right(),
            11 + shadowRoom.bottom()});
    addHead(message);
    if (!message.text.isEmpty())
        column->addWidget(new WrapLabel(message.text, TextStyle::Caption, &Colors::text2));
    if (message.progress) {
        m_bar = new ProgressBar(message.title);
        setProgress(*message.progress);
        column->addSpacing(6);
        column->addWidget(m_bar);
    }
    m_end.setSingleShot(true);
    m_end.setInterval(message.action.isEmpty() ? readingMs : decidingMs);
    connect(&m_end, &QTimer::timeout, this, &Toast::dismissed);
    if (message.tone != Tone::Danger && !message.progress && !message.isLasting)
        m_end.start();
}

void Toast::setProgress(double share)
{
    m_bar->setProgress({share, Tone::Accent, true});
}

void Toast::addHead(const ToastMessage &message)
{
    QHBoxLayout *head = makeRow(nullptr, 2);
    m_firstLine = new ElidedLabel(message.title, TextStyle::BodyStrong);
    head->addWidget(m_firstLine, 1);
    if (!message.action.isEmpty()) {
        auto *action = new Button(message.action, ButtonKind::Link, {}, ControlSize::Small);
        connect(action, &Button::clicked, this, &Toast::actionChosen);
        connect(action, &Button::clicked, this, &Toast::dismissed);
        head->addWidget(action);
    }
    auto *dismiss = new IconButton(u"dismiss", tr("Dismiss"), ControlSize::Small);
    connect(dismiss, &IconButton::clicked, this, &Toast::dismissed);
    head->addWidget(dismiss);
    static_cast<QBoxLayout *>(layout())->addLayout(head);
}

void Toast::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QRectF box = QRectF(rect()).marginsRemoved(shadowRoom);
    drawShadow(painter, box, cardRadius, Elevation::Toast);
    drawBox(painter, box, cardRadius, colors().raised, colors().stroke);
    const QRect icon(iconStart + shadowRoom.left(), m_firstLine->geometry().center().y() - iconSide / 2 + 1,
        iconSide, iconSide);
    paintIcon(painter, toneIcon(m_tone), QStyle::visualRect(layoutDirection(), rect(), icon),
        textColor(m_tone), IconShape::Filled);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_end.stop();
    QWidget::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    if (m_end.interval() > 0 && m_tone != Tone::Danger && findChild<ProgressBar *>() == nullptr)
        m_end.start();
    QWidget::leaveEvent(event);
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT dismissed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace atelier::ui
