#pragma once

#include "ui/jobs/ComparedRows.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace atelier::ui {

/// Rows of a comparison under the jobs that are compared.
class CompareModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Every row has a cell for each of the jobs.
    void show(const QStringList &jobs, const ComparedRows &rows);

    [[nodiscard]] const ComparedRow &row(int number) const;
    [[nodiscard]] const ComparedCell &cell(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString spoken(const ComparedCell &cell) const;
    [[nodiscard]] bool hasSameShape(const QStringList &jobs, const ComparedRows &rows) const;

    QStringList m_jobs;
    ComparedRows m_rows;
};

} // namespace atelier::ui
