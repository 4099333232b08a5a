#pragma once

#include "core/client/ExperimentListWatch.h"
#include "core/client/JobPages.h"
#include "ui/jobs/JobTableModel.h"
#include "ui/jobs/MetricLines.h"
#include "ui/shell/Page.h"
#include "ui/shell/Studio.h"
#include "ui/widgets/table/RowActions.h"

#include <QTimer>

namespace atelier::ui {

class BulkBar;
class FilterField;
class JobActions;
class JobViews;
class NewJob;
class PageHeader;
class Segmented;
class TableCard;
class TextLabel;

/// All jobs of the workspace: filtered by one line, under their experiments or as one list, read page by
/// page.
class JobsPage : public Page
{
    Q_OBJECT

public:
    explicit JobsPage(const Studio &studio, QWidget *parent = nullptr);

    void show(const Address &address) override;
    void setInFront(bool isInFront) override;
    void refresh() override;

private:
    void layOut();
    QWidget *makeTools();
    QWidget *makeBulkBar();
    void connectParts();
    void filterBy(const QString &filter);
    void ask();
    void fill();
    void showNothing();
    void showUnlisted(const Error &error);
    void showExperiments();
    void showSelection();
    void showFooter();
    void openRow(int row);
    [[nodiscard]] QList<RowAction> actionsOf(int row);
    [[nodiscard]] bool isGrouped() const;
    [[nodiscard]] JobFilter wanted() const;

    const Studio m_studio;
    MetricLines m_lines;
    JobTableModel m_model;
    JobPages m_pages;
    ExperimentListWatch m_experiments;
    std::vector<std::string> m_groups; ///< the experiments in the order that the pages were read in
    NewJob *m_newJob;
    JobActions *m_actions;
    PageHeader *m_header;
    FilterField *m_filter;
    TextLabel *m_problem;
    Segmented *m_grouping;
    JobViews *m_views;
    QString m_order;
    QWidget *m_tools;
    BulkBar *m_bulk;
    TableCard *m_card;
    QTimer m_clock;
};

} // namespace atelier::ui
