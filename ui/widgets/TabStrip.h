#pragma once

#include <QTabBar>

namespace atelier::ui {

/// Tabs with a line under the chosen one and, where there is something to count, a number. Never elided;
/// Ctrl+PgUp and Ctrl+PgDown go around, from anywhere in the window.
class TabStrip : public QTabBar
{
    Q_OBJECT

public:
    explicit TabStrip(QWidget *parent = nullptr);

    void setCount(int index, int count); ///< below 0: no badge

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString countText(int index) const;
    void go(int step);
};

} // namespace atelier::ui
