#pragma once

#include "ui/theme/Tone.h"

#include <QWidget>

class QPainter;

namespace atelier::ui {

/// The kind of a thing: an icon on a tinted square.
class IconTile : public QWidget
{
    Q_OBJECT

public:
    explicit IconTile(QStringView icon, Tone tone = Tone::Accent, int side = 32, QWidget *parent = nullptr);

    void setLook(QStringView icon, Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    Tone m_tone;
};

/// Up to 28 px the icon is 16 px, from there on 20.
void drawIconTile(QPainter &painter, const QRect &box, QStringView icon, Tone tone);

} // namespace atelier::ui
