#pragma once

#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QWidget>

namespace atelier::ui::style {

/// What a style is asked to paint; lives for the call.
struct Paint
{
    const QStyleOption &option;
    QPainter &painter;
    const QWidget *widget; ///< may be null
    const QStyle &style; ///< the outermost one, to ask for rectangles

    [[nodiscard]] bool has(QStyle::StateFlag flag) const { return option.state.testFlag(flag); }
    [[nodiscard]] bool enabled() const { return has(QStyle::State_Enabled); }
    [[nodiscard]] bool hovered() const { return enabled() && has(QStyle::State_MouseOver); }
    [[nodiscard]] bool pressed() const { return enabled() && has(QStyle::State_Sunken); }
    [[nodiscard]] bool on() const { return has(QStyle::State_On); }
    /// Focus that was reached by the keyboard; the mouse shows none.
    [[nodiscard]] bool focused() const
    {
        return has(QStyle::State_HasFocus) && has(QStyle::State_KeyboardFocusChange);
    }
    [[nodiscard]] bool mirrored() const { return option.direction == Qt::RightToLeft; }

    /// A box that is given as in a left-to-right window, within the option's rectangle.
    [[nodiscard]] QRect leading(const QRect &box) const
    {
        return QStyle::visualRect(option.direction, option.rect, box);
    }

    template<typename Option>
    [[nodiscard]] const Option *as() const
    {
        return qstyleoption_cast<const Option *>(&option);
    }
};

/// A box of that side in the middle of another.
[[nodiscard]] inline QRectF centered(const QRectF &within, double width, double height)
{
    return {within.center().x() - width / 2, within.center().y() - height / 2, width, height};
}

} // namespace atelier::ui::style
