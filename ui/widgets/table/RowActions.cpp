#include "ui/widgets/table/RowActions.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/table/DataTable.h"

#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLinearGradient>
#include <QPainter>

namespace atelier::ui {

namespace {

constexpr int fade = 28;
constexpr int endGap = 8;

} // namespace

RowActions::RowActions(DataTable &table)
    : QWidget(table.viewport())
    , m_table(table)
{
    makeRow(this, 2, {fade + 4, 0, endGap, 0});
    hide();
}

void RowActions::showFor(int row)
{
    QList<RowAction> actions = row >= 0 ? m_table.actionsOf({row}) : QList<RowAction>();
    actions.removeIf([](const RowAction &action) { return !action.isOnRow; });
    QStringList names;
    for (const RowAction &action : actions)
        names << action.name << action.whyNot;
    const bool same = row == m_row && names == m_names;
    m_row = row;
    m_names = names;
    m_actions = std::move(actions); // the same names may stand for another thing by now
    if (!same)
        fill();
    setVisible(!m_actions.isEmpty());
    if (!m_actions.isEmpty())
        place();
}

bool RowActions::takeFocus()
{
    auto *first = findChild<IconButton *>();
    if (!isVisible() || first == nullptr)
        return false;
    first->setFocus(Qt::TabFocusReason);
    return true;
}

void RowActions::paintEvent(QPaintEvent * /*event*/)
{
    // An opaque ground that fades in, so that no text is seen cut in half.
    const bool selected = m_table.selectionModel()->isRowSelected(m_row, {});
    const bool hovered = m_table.hoveredRow() == m_row;
    QColor ground = colors().surface;
    if (selected)
        ground = over(hovered ? colors().selectedHover : colors().selected, ground);
    else if (hovered)
        ground = over(colors().hover, ground);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QLinearGradient gradient(mirrored ? width() : 0, 0, mirrored ? width() - fade : fade, 0);
    gradient.setColorAt(0, withAlpha(ground, 0));
    gradient.setColorAt(1, ground);
    QPainter(this).fillRect(rect(), gradient);
}

bool RowActions::eventFilter(QObject *watched, QEvent *event)
{
    // Buttons would pass the focus on by themselves, in the order of tabs.
    if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool RowActions::handleKey(int key)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (key) {
    case Qt::Key_Left:
        moveFocus(-forward);
        return true;
    case Qt::Key_Right:
        moveFocus(forward);
        return true;
    case Qt::Key_Escape:
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_table.setFocus(Qt::TabFocusReason);
        return true;
    default:
        return false;
    }
}

void RowActions::fill()
{
    const bool focused = isAncestorOf(focusWidget()) && focusWidget() != nullptr && focusWidget()->hasFocus();
    clearLayout(*layout());
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const RowAction &action = m_actions[i];
        auto *button = new IconButton(action.icon, action.name, ControlSize::Small);
        button->setFocusPolicy(Qt::ClickFocus);
        button->installEventFilter(this);
        connect(button, &IconButton::clicked, this, [this, i] { runAction(m_actions[i]); });
        button->setEnabled(action.whyNot.isEmpty());
        if (!action.whyNot.isEmpty())
            button->setToolTip(action.whyNot);
        layout()->addWidget(button);
        button->show();
    }
    if (focused)
        m_table.setFocus(Qt::OtherFocusReason);
}

void RowActions::place()
{
    const QRect row = m_table.visualRect(m_table.model()->index(m_row, 0));
    const int width = layout()->totalSizeHint().width();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setGeometry(mirrored ? 0 : m_table.viewport()->width() - width, row.y(), width, row.height() - 1);
    raise();
    update();
}

void RowActions::moveFocus(int step)
{
    const QList<IconButton *> buttons = findChildren<IconButton *>();
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        if (!buttons[i]->hasFocus())
            continue;
        const qsizetype next = i + step;
        if (next < 0)
            m_table.setFocus(Qt::TabFocusReason);
        else if (next < buttons.size())
            buttons[next]->setFocus(Qt::TabFocusReason);
        return;
    }
}

} // namespace atelier::ui
