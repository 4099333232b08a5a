#pragma once

#include "ui/theme/Colors.h"

#include <QIcon>
#include <QWidget>

class QPainter;

namespace atelier::ui {

/// An arc that turns while something goes on without a known end; still under reduced motion.
class Spinner : public QWidget
{
    Q_OBJECT

public:
    explicit Spinner(int px = 16, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Paints the arc where it stands now.
void drawSpinner(QPainter &painter, const QRectF &box, const QColor &color);

/// The arc as an icon; who shows it must repaint it.
[[nodiscard]] QIcon spinnerIcon(ColorRole color);

} // namespace atelier::ui
