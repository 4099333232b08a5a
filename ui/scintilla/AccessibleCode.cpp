#include "ui/scintilla/AccessibleCode.h"

#include "ui/scintilla/CodeView.h"
#include "ui/widgets/AccessibleClass.h"

#include <QAccessibleWidget>

#include <algorithm>

namespace atelier::ui {

namespace {

class AccessibleCode : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit AccessibleCode(CodeView &view)
        : QAccessibleWidget(&view, QAccessible::EditableText)
        , m_view(view)
    {
    }

    void *interface_cast(QAccessible::InterfaceType kind) override
    {
        return kind == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this)
                                                  : QAccessibleWidget::interface_cast(kind);
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_view.shownText() : QAccessibleWidget::text(kind);
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }

    void selection(int index, int *begin, int *end) const override
    {
        std::tie(*begin, *end) = index == 0 ? m_view.selectedRange() : std::pair(0, 0);
    }
    [[nodiscard]] int selectionCount() const override { return m_view.hasSelection() ? 1 : 0; }
    void addSelection(int begin, int end) override { m_view.select(inside(begin), inside(end)); }
    void removeSelection(int /*index*/) override { setCursorPosition(cursorPosition()); }
    void setSelection(int /*index*/, int begin, int end) override { addSelection(begin, end); }

    [[nodiscard]] int cursorPosition() const override { return m_view.caretOffset(); }
    void setCursorPosition(int offset) override { m_view.select(inside(offset), inside(offset)); }

    [[nodiscard]] QString text(int begin, int end) const override
    {
        return m_view.shownText().mid(begin, end - begin);
    }
    [[nodiscard]] int characterCount() const override { return static_cast<int>(m_view.shownText().size()); }

    [[nodiscard]] QRect characterRect(int offset) const override
    {
        const QRect box = m_view.boxOf(inside(offset));
        return {m_view.viewport()->mapToGlobal(box.topLeft()), box.size()};
    }
    [[nodiscard]] int offsetAtPoint(const QPoint &point) const override
    {
        return m_view.offsetAt(m_view.viewport()->mapFromGlobal(point));
    }
    void scrollToSubstring(int begin, int end) override { addSelection(begin, end); }

    QString attributes(int /*offset*/, int *begin, int *end) const override
    {
        *begin = 0;
        *end = characterCount();
        return {};
    }

private:
    [[nodiscard]] int inside(int offset) const { return std::clamp(offset, 0, characterCount()); }

    CodeView &m_view;
};

} // namespace

void installAccessibleCode()
{
    installAccessible<CodeView, AccessibleCode>();
}

} // namespace atelier::ui
