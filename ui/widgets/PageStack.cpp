#include "ui/widgets/PageStack.h"

#include "ui/widgets/AccessibleClass.h"

#include <QAccessibleWidget>

namespace atelier::ui {

namespace {

class AccessibleStack : public QAccessibleWidget
{
public:
    explicit AccessibleStack(PageStack &stack)
        : QAccessibleWidget(&stack, QAccessible::LayeredPane)
        , m_stack(stack)
    {
    }

    [[nodiscard]] int childCount() const override { return m_stack.count() > 0 ? 1 : 0; }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return index == 0 && m_stack.count() > 0
            ? QAccessible::queryAccessibleInterface(m_stack.currentWidget())
            : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child != nullptr && child->object() == m_stack.currentWidget() ? 0 : -1;
    }

private:
    const PageStack &m_stack;
};

} // namespace

PageStack::PageStack(QWidget *parent)
    : QStackedWidget(parent)
{
    installAccessible<PageStack, AccessibleStack>();
}

} // namespace atelier::ui
