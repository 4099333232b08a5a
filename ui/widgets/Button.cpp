#include "ui/widgets/Button.h"

#include "ui/theme/Icon.h"
#include "ui/theme/Theme.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Spinner.h"
#include "ui/widgets/Ticker.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QStyleOptionButton>
#include <QToolTip>

namespace atelier::ui {

namespace {

constexpr int iconSide = 16;

ColorRole iconColor(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
    case ButtonKind::Danger:
        return &Colors::onAccent;
    case ButtonKind::DangerGhost:
        return &Colors::dangerText;
    case ButtonKind::Link:
        return &Colors::accentText;
    default:
        return &Colors::text2;
    }
}

bool isInput(const QEvent &event)
{
    switch (event.type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::Shortcut:
        return true;
    default:
        return false;
    }
}

} // namespace

Button::Button(const QString &text, ButtonKind kind, QStringView icon, ControlSize size, QWidget *parent)
    : QPushButton(text, parent)
    , m_icon(icon.toString())
    , m_ticker(new Ticker(*this))
{
    setIconSize({iconSide, iconSide});
    setControlSize(*this, size);
    setKind(kind);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (kind == ButtonKind::Link)
        setCursor(Qt::PointingHandCursor);
}

void Button::setKind(ButtonKind kind)
{
    setButtonKind(*this, kind);
    applyFont();
    showIcon();
}

void Button::setIconName(QStringView icon)
{
    m_icon = icon.toString();
    showIcon();
}

void Button::setIconOnly(bool isIconOnly)
{
    isIconOnly = isIconOnly && !m_icon.isEmpty();
    if (isIconOnly == m_isIconOnly)
        return;
    m_isIconOnly = isIconOnly;
    updateGeometry();
    update();
}

QSize Button::sizeHint() const
{
    const QSize named = namedSizeHint();
    return m_isIconOnly ? QSize(named.height(), named.height()) : named;
}

void Button::initStyleOption(QStyleOptionButton *option) const
{
    QPushButton::initStyleOption(option);
    if (m_isIconOnly)
        option->text.clear();
}

void Button::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    if (busy)
        setFixedWidth(isVisible() ? width() : sizeHint().width());
    else {
        setMinimumWidth(0);
        setMaximumWidth(QWIDGETSIZE_MAX);
    }
    setAccessibleDescription(busy ? tr("Busy") : QString());
    m_ticker->setRunning(busy);
    showIcon();
}

bool Button::event(QEvent *event)
{
    if (m_busy && isInput(*event))
        return true;
    if (event->type() == lookChange())
        applyFont();
    if (event->type() == QEvent::ToolTip && m_isIconOnly && toolTip().isEmpty()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
        return true;
    }
    return QPushButton::event(event);
}

void Button::keyPressEvent(QKeyEvent *event)
{
    if (m_busy)
        return;
    // Return presses what has the focus, also outside of dialogs.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

void Button::applyFont()
{
    const ButtonKind kind = buttonKind(this);
    const bool filled = kind == ButtonKind::Primary || kind == ButtonKind::Danger;
    setFont(ui::font(filled ? TextStyle::BodyMedium : TextStyle::Body));
}

void Button::showIcon()
{
    const ColorRole color = iconColor(buttonKind(this));
    if (m_busy)
        setIcon(spinnerIcon(color));
    else
        setIcon(m_icon.isEmpty() ? QIcon() : ui::icon(m_icon, color));
}

} // namespace atelier::ui
