#include "ui/jobs/ExperimentsTab.h"

#include "ui/text/Format.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/table/TableCard.h"

#include <QBoxLayout>

namespace atelier::ui {

namespace {

constexpr int clockMs = 1000;

} // namespace

ExperimentsTab::ExperimentsTab(ExperimentListWatch &experiments, QWidget *parent)
    : QWidget(parent)
    , m_experiments(experiments)
    , m_card(new TableCard(tr("Experiments"), this))
{
    makeColumn(this, 0, {24, 12, 24, 16})->addWidget(m_card);
    DataTable &table = m_card->table();
    table.setTableModel(m_model);
    const auto open = [this](int row) {
        if (row >= 0 && row < m_model.rowCount())
            Q_EMIT opened(textOf(m_model.experiment(row).name));
    };
    table.setRowActions([this, open](const QList<int> &rows) {
        return QList<RowAction>{
            {QStringLiteral("open"), tr("Show its jobs"), [open, row = rows.first()] { open(row); }}};
    });
    connect(&table, &DataTable::rowOpened, this, open);
    connect(&m_experiments, &ExperimentListWatch::changed, this, &ExperimentsTab::fill);
    connect(&m_clock, &QTimer::timeout, &m_model, &ExperimentTableModel::tick);
    m_clock.setInterval(clockMs);
    m_card->showLoading();
    if (m_experiments.isLoaded())
        fill();
}

void ExperimentsTab::setInFront(bool isInFront)
{
    if (isInFront)
        m_clock.start();
    else
        m_clock.stop();
}

void ExperimentsTab::fill()
{
    const auto &experiments = m_experiments.experiments();
    m_model.setExperiments(experiments);
    if (experiments.empty())
        return m_card->showInstead(new EmptyState(u"beaker", tr("No experiment yet"),
            tr("An experiment holds the jobs that belong together, so that their results can be compared. It "
               "comes with its first job."),
            m_card));
    m_card->showRows();
    m_card->footer().setTexts(tr("%n experiment(s)", nullptr, static_cast<int>(experiments.size())));
}

} // namespace atelier::ui
