#pragma once

#include <QStyledItemDelegate>

namespace atelier::ui {

struct ComparedCell;

/// Paints the cells of a comparison: a metric's value on the scale of its row, or a parameter's value.
class CompareDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Values { Metrics, Parameters };

    CompareDelegate(Values values, QObject *parent);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintMetric(QPainter &painter, const QRect &box, Qt::LayoutDirection direction,
        const ComparedCell &cell, int series) const;
    void paintParameter(
        QPainter &painter, const QRect &box, Qt::LayoutDirection direction, const ComparedCell &cell) const;

    const Values m_values;
};

/// The colour that a job of a comparison has everywhere.
[[nodiscard]] QColor seriesColor(int job);

} // namespace atelier::ui
