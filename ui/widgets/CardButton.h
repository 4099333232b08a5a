#pragma once

#include <QPushButton>

namespace atelier::ui {

/// A card that is pressed as a whole; checkable, it is a large radio button. Give it a layout and an
/// accessible name.
class CardButton : public QPushButton
{
    Q_OBJECT

public:
    explicit CardButton(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace atelier::ui
