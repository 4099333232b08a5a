#pragma once

#include "ui/jobs/ComparedJobs.h"
#include "ui/shell/Page.h"
#include "ui/shell/Studio.h"

#include <QTimer>

#include <vector>

namespace atelier::ui {

class Banner;
class Button;
class CompareCharts;
class CompareHeads;
class CompareObstacle;
class CompareTable;
class PageHeader;
class PageStack;
class ScrollPage;
class Skeleton;
class TextLabel;
class ToggleSwitch;

/// Two and more jobs side by side, fifty at most: what they measured and what they were given.
class ComparePage : public Page
{
    Q_OBJECT

public:
    explicit ComparePage(const Studio &studio, QWidget *parent = nullptr);

    void show(const Address &address) override;
    void setInFront(bool isInFront) override;
    void refresh() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void followJobs();
    void makeActions();
    QWidget *makeMetrics();
    QWidget *makeParameters();
    void scrollTogether(CompareTable &table);
    void compare(const QStringList &jobs);
    void showJobs();
    void showTables(const std::vector<JobDetail> &jobs);
    /// The comparison, or what stands in its place.
    void showWhatThereIs();
    [[nodiscard]] bool isComparison() const;
    void showDeleted(const QString &job, const QString &title);
    void setBaseline(std::size_t number);
    void leaveOut(const QStringList &jobs);
    void save(const QString &file);

    const Studio m_studio;
    ComparedJobs m_jobs;
    QStringList m_deleted; ///< titles of what was deleted under the user's eyes
    std::size_t m_baseline = 0;
    QTimer m_showing; ///< many jobs that run change more often than one can look
    PageHeader *m_header;
    Button *m_swap;
    Button *m_export;
    PageStack *m_stack;
    QWidget *m_comparison;
    Skeleton *m_loading;
    CompareObstacle *m_obstacle;
    Banner *m_tooMany;
    Banner *m_leftOut;
    CompareHeads *m_heads;
    ScrollPage *m_page;
    CompareTable *m_metrics;
    TextLabel *m_metricsNote;
    CompareTable *m_parameters;
    TextLabel *m_parametersNote;
    ToggleSwitch *m_onlyDifferences;
    CompareCharts *m_charts;
};

} // namespace atelier::ui
