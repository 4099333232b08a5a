#pragma once

#include <QPushButton>

namespace atelier::ui {

/// One step of a breadcrumb: small text that is underlined under the mouse.
class Crumb : public QPushButton
{
    Q_OBJECT

public:
    explicit Crumb(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace atelier::ui
