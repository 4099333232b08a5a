#pragma once

#include <QPushButton>

namespace atelier::ui {

/// Looks like a search field and opens the command palette.
class SearchButton : public QPushButton
{
    Q_OBJECT

public:
    explicit SearchButton(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace atelier::ui
