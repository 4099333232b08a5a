#pragma once

#include "core/domain/Experiment.h"
#include "ui/widgets/TitledCard.h"

#include <vector>

class QBoxLayout;

namespace atelier::ui {

/// The best job of each experiment, those that were used last. Hidden while none has measured anything.
class BestCard : public TitledCard
{
    Q_OBJECT

public:
    explicit BestCard(QWidget *parent = nullptr);

    void showExperiments(const std::vector<ExperimentSummary> &experiments);

Q_SIGNALS:
    void openRequested(const QString &job);

private:
    void addRow(const ExperimentSummary &experiment);

    QBoxLayout *m_rows;
    std::vector<ExperimentSummary> m_shown;
};

} // namespace atelier::ui
