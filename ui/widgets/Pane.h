#pragma once

#include "ui/theme/Colors.h"

#include <QWidget>

namespace atelier::ui {

/// A flat area in a colour by its role, with hairlines at some edges; left and right are start and end.
class Pane : public QWidget
{
    Q_OBJECT

public:
    explicit Pane(ColorRole background, Qt::Edges lines = {}, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ColorRole m_background;
    Qt::Edges m_lines;
};

} // namespace atelier::ui
