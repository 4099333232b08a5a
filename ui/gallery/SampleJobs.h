#pragma once

#include "ui/widgets/table/TableModel.h"

namespace atelier::ui::gallery {

/// Rows with every kind of cell.
class SampleJobs : public TableModel
{
    Q_OBJECT

public:
    explicit SampleJobs(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] bool isGroup(int row) const override;
};

} // namespace atelier::ui::gallery
