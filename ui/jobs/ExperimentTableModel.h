#pragma once

#include "core/domain/Experiment.h"
#include "ui/widgets/table/TableModel.h"

#include <vector>

namespace atelier::ui {

/// Experiments as rows. All of them are there, so it sorts by itself.
class ExperimentTableModel : public TableModel
{
    Q_OBJECT

public:
    enum ExperimentColumn { NameCell, JobsCell, StatesCell, LastCell, BestCell, BestJobCell };

    explicit ExperimentTableModel(QObject *parent = nullptr);

    void setExperiments(const std::vector<ExperimentSummary> &experiments);
    [[nodiscard]] const ExperimentSummary &experiment(int row) const;
    /// Ages are told anew.
    void tick();

    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange();

    std::vector<ExperimentSummary> m_given; ///< the one that was used last first
    std::vector<ExperimentSummary> m_rows;
    int m_column = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace atelier::ui
