#pragma once

#include "ui/theme/Colors.h"

#include <QList>
#include <QWidget>

class QPainter;

namespace atelier::ui {

/// A line without axes that shows how something went.
class Sparkline : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(const QString &name, QWidget *parent = nullptr);

    /// Equally spaced; points that are not finite break the line.
    void setPoints(const QList<double> &points);
    void setColor(ColorRole color);

    [[nodiscard]] QSize sizeHint() const override { return {120, 30}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<double> m_points;
    ColorRole m_color = &Colors::accentStroke;
};

void drawSparkline(QPainter &painter, const QRectF &box, const QList<double> &points, const QColor &color,
    Qt::LayoutDirection direction);

} // namespace atelier::ui
