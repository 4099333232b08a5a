#pragma once

#include "ui/jobs/CompareDelegate.h"
#include "ui/jobs/CompareModel.h"

#include <QTableView>

namespace atelier::ui {

inline constexpr int compareLabelWidth = 196; ///< the column of names, from the card's edge
inline constexpr int compareGap = 12; ///< between the cards of two jobs
inline constexpr int comparePadding = 16; ///< from a card's edge to what stands in it

/// Rows of a comparison, as high as they are: names that stay at the start, and behind them a column for each
/// job, which scroll sideways.
class CompareTable : public QTableView
{
    Q_OBJECT

public:
    CompareTable(CompareDelegate::Values values, const QString &name, QWidget *parent = nullptr);

    void setRows(const QStringList &jobs, const ComparedRows &rows);
    /// From one job's start to the next, and of the last one, whose end is the card's.
    void setColumnWidths(int width, int last);

Q_SIGNALS:
    /// Where the current cell is, in the table: the table does not scroll downwards, what it stands in does.
    void cellEntered(const QRect &cell);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void sizeRows();
    void sizeColumns();

    CompareModel *m_model;
    const int m_rowHeight;
    int m_columnWidth = 1;
    int m_lastWidth = 1;
};

} // namespace atelier::ui
