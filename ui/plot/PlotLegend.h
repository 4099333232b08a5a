#pragma once

#include "ui/plot/PlotScene.h"

#include <QPointF>

class QPainter;

namespace atelier::ui {

/// The names of the lines of a chart in rows of a width, for a picture that leaves the window.
class PlotLegend
{
public:
    PlotLegend(const PlotLook &look, const std::vector<DrawnLine> &lines, double width);

    [[nodiscard]] double height() const;
    void draw(QPainter &painter, QPointF origin) const;

private:
    struct Entry
    {
        QPointF place;
        QString text; ///< elided
        LineLook look;
    };

    const PlotLook &m_look;
    std::vector<Entry> m_entries;
    double m_rowHeight;
};

} // namespace atelier::ui
