#pragma once

#include <QTimer>
#include <QWidget>

namespace atelier::ui {

/// Rows of bars in the place of what is being loaded for the first time. They come only after a quarter of a
/// second, so that what is quick does not flicker.
class Skeleton : public QWidget
{
    Q_OBJECT

public:
    explicit Skeleton(int rowHeight, QWidget *parent = nullptr);

    [[nodiscard]] bool isShown() const { return m_shown; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    int m_rowHeight;
    bool m_shown = false;
    QTimer m_delay;
};

} // namespace atelier::ui
