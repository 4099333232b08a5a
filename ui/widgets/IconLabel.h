#pragma once

#include "ui/theme/Colors.h"

#include <QWidget>

namespace atelier::ui {

/// An icon by itself, tinted by a role.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    IconLabel(QStringView icon, ColorRole color, int px = 16, QWidget *parent = nullptr);

    void setLook(QStringView icon, ColorRole color);
    void setFilled(bool filled);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    ColorRole m_color;
    bool m_filled = false;
};

} // namespace atelier::ui
