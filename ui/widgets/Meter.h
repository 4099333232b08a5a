#pragma once

#include "ui/theme/Colors.h"

#include <QList>
#include <QWidget>

class QPainter;

namespace atelier::ui {

/// A part of a meter: how much, and in which colour.
struct MeterPart
{
    double amount;
    ColorRole color;
};

/// A bar of several parts of a whole, as of a quota or of states that are counted.
class Meter : public QWidget
{
    Q_OBJECT

public:
    /// The name says in words what the parts show.
    explicit Meter(const QString &name, QWidget *parent = nullptr);

    void setParts(const QList<MeterPart> &parts, double whole);

    [[nodiscard]] QSize sizeHint() const override { return {120, 6}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<MeterPart> m_parts;
    double m_whole = 1;
};

void drawMeter(QPainter &painter, const QRectF &box, const QList<MeterPart> &parts, double whole,
    Qt::LayoutDirection direction);

} // namespace atelier::ui
