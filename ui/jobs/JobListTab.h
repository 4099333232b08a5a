#pragma once

#include "core/client/ExperimentListWatch.h"
#include "core/client/JobPages.h"
#include "core/domain/JobView.h"
#include "ui/jobs/JobActions.h"
#include "ui/jobs/JobTableModel.h"
#include "ui/jobs/MetricLines.h"
#include "ui/shell/Studio.h"

#include <QTimer>
#include <QWidget>

namespace atelier::ui {

class BulkBar;
class JobColumnChoice;
class JobListSaving;
class JobListTools;
class JobViews;
class NewJob;
class TableCard;

/// The jobs of the workspace: filtered by one line, under their experiments or as one list, read page by
/// page.
class JobListTab : public QWidget
{
    Q_OBJECT

public:
    /// The others must outlive it.
    JobListTab(
        const Studio &studio, ExperimentListWatch &experiments, NewJob &newJob, QWidget *parent = nullptr);

    void setInFront(bool isInFront);
    void refresh();
    void filterBy(const QString &filter);

Q_SIGNALS:
    void allCounted(int jobs); ///< whatever the filter

private:
    void layOut();
    void connectParts();
    void show(const JobView &view);
    void setOrder(const QString &order);
    void takeOrder(const QString &order);
    void ask();
    void fill();
    void showNothing();
    void showUnlisted(const Error &error);
    void showExperiments();
    void showSelection();
    void showFooter();
    void openRow(int row);
    [[nodiscard]] QList<RowAction> actionsOf(const QList<int> &rows);
    [[nodiscard]] JobFilter wanted() const;
    [[nodiscard]] JobView shown() const;

    const Studio m_studio;
    MetricLines m_lines;
    JobTableModel m_model;
    JobPages m_pages;
    ExperimentListWatch &m_experiments;
    std::vector<std::string> m_groups; ///< the experiments in the order that the pages were read in
    NewJob &m_newJob;
    JobActions *m_actions;
    JobListSaving *m_saving;
    JobListTools *m_tools;
    JobViews *m_views;
    BulkBar *m_bulk;
    TableCard *m_card;
    JobColumnChoice *m_columns;
    QString m_order;
    bool m_isApplying = false; ///< a view: what changes is not the user's single choice
    QTimer m_clock;
};

} // namespace atelier::ui
