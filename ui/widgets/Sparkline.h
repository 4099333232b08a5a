#pragma once

#include "ui/theme/Colors.h"

#include <QList>
#include <QWidget>

#include <optional>

class QPainter;

namespace atelier::ui {

struct SparkRange
{
    double low = 0;
    double high = 1;
};

/// A line without axes that shows how something went.
class Sparkline : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(const QString &name, QWidget *parent = nullptr);

    /// Equally spaced; points that are not finite break the line.
    void setPoints(const QList<double> &points);
    void setColor(ColorRole color);
    /// What its height stands for; as it is, the values themselves.
    void setRange(const SparkRange &range);

    [[nodiscard]] QSize sizeHint() const override { return {120, 30}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<double> m_points;
    ColorRole m_color = &Colors::accentStroke;
    std::optional<SparkRange> m_range;
};

void drawSparkline(QPainter &painter, const QRectF &box, const QList<double> &points, const QColor &color,
    Qt::LayoutDirection direction, const std::optional<SparkRange> &range = {});

} // namespace atelier::ui
