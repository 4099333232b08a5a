#include "ui/log/AccessibleLog.h"

#include "ui/log/LogView.h"
#include "ui/widgets/AccessibleClass.h"

#include <QAccessibleWidget>

namespace atelier::ui {

namespace {

class AccessibleLog : public QAccessibleWidget
{
public:
    explicit AccessibleLog(LogView &view)
        : QAccessibleWidget(&view, QAccessible::EditableText)
        , m_view(view)
    {
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Value)
            return QAccessibleWidget::text(kind);
        return LogView::tr("Line %L1: %2").arg(m_view.caret().line + 1).arg(m_view.caretText());
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }

private:
    const LogView &m_view;
};

} // namespace

void installAccessibleLog()
{
    installAccessible<LogView, AccessibleLog>();
}

} // namespace atelier::ui
