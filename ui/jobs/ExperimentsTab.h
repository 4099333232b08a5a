#pragma once

#include "core/client/ExperimentListWatch.h"
#include "ui/jobs/ExperimentTableModel.h"

#include <QTimer>
#include <QWidget>

namespace atelier::ui {

class TableCard;

/// The experiments of the workspace. The watch must outlive it.
class ExperimentsTab : public QWidget
{
    Q_OBJECT

public:
    explicit ExperimentsTab(ExperimentListWatch &experiments, QWidget *parent = nullptr);

    void setInFront(bool isInFront);

Q_SIGNALS:
    void opened(const QString &experiment);

private:
    void fill();

    ExperimentListWatch &m_experiments;
    ExperimentTableModel m_model;
    TableCard *m_card;
    QTimer m_clock;
};

} // namespace atelier::ui
