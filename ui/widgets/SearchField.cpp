#include "ui/widgets/SearchField.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/KeyCap.h"
#include "ui/widgets/Layouts.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int iconStart = 10;
constexpr int iconSide = 16;
constexpr int textStart = 22; // after the style's own margin
constexpr int endRoom = 26;
constexpr int clearSide = 22;

} // namespace

SearchField::SearchField(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
    , m_clear(new IconButton(u"dismiss", tr("Clear"), ControlSize::Small, this))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setTextMargins(startEnd({textStart, 0, endRoom, 0}));
    m_clear->setFixedSize(clearSide, clearSide);
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->hide();
    connect(static_cast<IconButton *>(m_clear), &IconButton::clicked, this, &SearchField::clear);
    connect(this, &SearchField::textChanged, this, [this](const QString &text) {
        m_clear->setVisible(!text.isEmpty());
        if (m_hint != nullptr)
            m_hint->setVisible(text.isEmpty());
    });
}

void SearchField::setKeyHint(const QString &key)
{
    delete m_hint;
    m_hint = new KeyCap(key, this);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hint->setVisible(text().isEmpty());
    placeEnd();
}

QSize SearchField::sizeHint() const
{
    constexpr int room = 24; // the style's own margins
    const int hint = fontMetrics().horizontalAdvance(placeholderText()) + textStart + endRoom + room;
    return {std::max(scaled(220), hint), QLineEdit::sizeHint().height()};
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const QRect box(iconStart, 0, iconSide, height());
    paintIcon(painter, u"search", QStyle::visualRect(layoutDirection(), rect(), box), colors().text3);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeEnd();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    // An empty field leaves Esc to what lies around it.
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

void SearchField::placeEnd()
{
    for (QWidget *widget : {m_clear, m_hint}) {
        if (widget == nullptr)
            continue;
        const QSize size = widget->sizeHint().boundedTo(widget->maximumSize());
        const QRect box(QPoint(width() - size.width() - 6, (height() - size.height()) / 2), size);
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), box));
    }
}

} // namespace atelier::ui
