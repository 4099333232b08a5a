#pragma once

#include <QWidget>

namespace atelier::ui {

/// A surface with round corners and a hairline around it; put a layout of its own into it.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace atelier::ui
