#pragma once

#include <QScrollArea>

namespace atelier::ui {

/// Something wide in a page that scrolls downwards: it scrolls sideways alone, and is as high as what it
/// holds.
class SideScroll : public QScrollArea
{
    Q_OBJECT

public:
    /// `name` is what screen readers call it: arrow keys scroll it.
    SideScroll(const QString &name, QWidget *contents, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace atelier::ui
