#pragma once

#include <QPushButton>

namespace atelier::ui {

/// A choice that can be on or off, fully round, with an icon and a count if it has them.
class Chip : public QPushButton
{
    Q_OBJECT

public:
    explicit Chip(const QString &text, QStringView icon = {}, QWidget *parent = nullptr);

    void setCount(int count);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString countText() const;

    QString m_icon;
    int m_count = -1;
};

} // namespace atelier::ui
