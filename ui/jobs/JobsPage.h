#pragma once

#include "core/client/JobListWatch.h"
#include "ui/jobs/JobTableModel.h"
#include "ui/jobs/MetricLines.h"
#include "ui/shell/Page.h"
#include "ui/shell/Studio.h"
#include "ui/widgets/table/RowActions.h"

#include <QTimer>

namespace atelier::ui {

class BulkBar;
class Chip;
class JobActions;
class NewJob;
class PageHeader;
class SearchField;
class Segmented;
class TableCard;

/// All jobs of the workspace: found by text, narrowed by state, under their experiments or as one list.
class JobsPage : public Page
{
    Q_OBJECT

public:
    explicit JobsPage(const Studio &studio, QWidget *parent = nullptr);

    void show(const Address &address) override;
    void setInFront(bool isInFront) override;
    void refresh() override;

private:
    struct View
    {
        QString id;
        QString name;
        std::vector<JobStatus> statuses;
    };
    [[nodiscard]] static std::vector<View> views();

    void layOut();
    QWidget *makeTools();
    QWidget *makeBulkBar();
    QWidget *makeViews();
    void chooseView(const QString &id);
    void ask();
    void askExperiments();
    void fill();
    void showNothing();
    void showSelection();
    void showFooter();
    void openRow(int row);
    [[nodiscard]] QList<RowAction> actionsOf(int row);
    [[nodiscard]] bool isFiltered() const;

    const Studio m_studio;
    MetricLines m_lines;
    JobTableModel m_model;
    JobListWatch m_list;
    RepeatedCall m_experimentsCall;
    std::vector<ExperimentSummary> m_experiments;
    NewJob *m_newJob;
    JobActions *m_actions;
    PageHeader *m_header;
    SearchField *m_search;
    Segmented *m_grouping;
    std::vector<Chip *> m_chips;
    QString m_view;
    QString m_order;
    QWidget *m_tools;
    BulkBar *m_bulk;
    TableCard *m_card;
    QTimer m_clock;
    QTimer m_typing;
};

} // namespace atelier::ui
