#include "ui/graph/AccessibleSteps.h"

#include "ui/graph/StepList.h"
#include "ui/widgets/AccessibleClass.h"

#include <QAccessibleWidget>
#include <QPointer>
#include <QWidget>

#include <vector>

namespace atelier::ui {

namespace {

class AccessibleStep : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleStep(QWidget &widget, StepList &list, int step)
        : m_widget(&widget)
        , m_list(list)
        , m_step(step)
    {
    }

    [[nodiscard]] bool isValid() const override { return m_widget && m_step < m_list.stepCount(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_widget);
    }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] QAccessibleInterface *child(int /*index*/) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface * /*child*/) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }

    [[nodiscard]] QString text(QAccessible::Text text) const override
    {
        return isValid() && text == QAccessible::Name ? m_list.stepName(m_step) : QString();
    }
    void setText(QAccessible::Text /*text*/, const QString & /*value*/) override { }

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_list.stepRect(m_step);
        return {m_widget->mapToGlobal(box.topLeft()), box.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const bool selected = m_list.selectedStep() == m_step;
        state.selectable = true;
        state.focusable = true;
        state.selected = selected;
        state.focused = selected && m_widget->hasFocus();
        state.invisible = !m_widget->isVisible();
        state.offscreen = !m_widget->rect().intersects(m_list.stepRect(m_step));
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    [[nodiscard]] QStringList keyBindingsForAction(const QString & /*name*/) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        m_list.selectStep(m_step);
        if (name == pressAction())
            m_list.openStep(m_step);
        else
            m_widget->setFocus();
    }

private:
    QPointer<QWidget> m_widget;
    StepList &m_list; ///< the same object as the widget
    const int m_step;
};

/// The steps come first, the widget's own children after them.
class AccessibleList : public QAccessibleWidget
{
public:
    explicit AccessibleList(StepList &list)
        : QAccessibleWidget(dynamic_cast<QWidget *>(&list), QAccessible::List)
        , m_list(list)
    {
    }

    ~AccessibleList() override
    {
        for (const QAccessible::Id id : m_steps)
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override
    {
        return m_list.stepCount() + QAccessibleWidget::childCount();
    }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= m_list.stepCount())
            return QAccessibleWidget::child(index - m_list.stepCount());
        while (static_cast<int>(m_steps.size()) <= index)
            m_steps.push_back(QAccessible::registerAccessibleInterface(
                new AccessibleStep(*widget(), m_list, static_cast<int>(m_steps.size()))));
        return QAccessible::accessibleInterface(m_steps[static_cast<std::size_t>(index)]);
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < m_list.stepCount(); ++i)
            if (this->child(i) == child)
                return i;
        const int own = QAccessibleWidget::indexOfChild(child);
        return own < 0 ? own : own + m_list.stepCount();
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint at = widget()->mapFromGlobal(QPoint(x, y));
        for (int i = 0; i < m_list.stepCount(); ++i)
            if (m_list.stepRect(i).contains(at))
                return child(i);
        return QAccessibleWidget::childAt(x, y);
    }

    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return widget()->hasFocus() && m_list.selectedStep() >= 0 ? child(m_list.selectedStep())
                                                                  : QAccessibleWidget::focusChild();
    }

private:
    StepList &m_list;
    mutable std::vector<QAccessible::Id> m_steps; ///< made when they are first asked for
};

void announce(QWidget &list, QAccessible::Event what, int step)
{
    if (!QAccessible::isActive() || step < 0)
        return;
    QAccessibleEvent event(&list, what);
    event.setChild(step);
    QAccessible::updateAccessibility(&event);
}

} // namespace

void installAccessibleSteps()
{
    installAccessible<StepList, AccessibleList>();
}

void announceSelection(QWidget &list, int step)
{
    announce(list, list.hasFocus() ? QAccessible::Focus : QAccessible::Selection, step);
}

void announceChange(QWidget &list, int step)
{
    announce(list, QAccessible::NameChanged, step);
}

} // namespace atelier::ui
