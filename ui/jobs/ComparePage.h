#pragma once

#include "core/client/JobWatch.h"
#include "ui/shell/Page.h"
#include "ui/shell/Studio.h"

#include <QTimer>

#include <memory>
#include <vector>

namespace atelier::ui {

class Banner;
class Button;
class CompareCharts;
class CompareHeads;
class CompareTable;
class PageHeader;
class ScrollPage;
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
    void makeActions();
    QWidget *makeMetrics();
    QWidget *makeParameters();
    QWidget *makeGone();
    void scrollTogether(CompareTable &table);
    void watch(const QString &job);
    void showJobs();
    void showTables(const std::vector<JobDetail> &jobs);
    void showWhatThereIs();
    void setBaseline(std::size_t number);
    void leaveOut(const QString &job);
    void save(const QString &file);
    [[nodiscard]] std::vector<JobDetail> details() const;

    const Studio m_studio;
    std::vector<std::unique_ptr<JobWatch>> m_watches;
    std::size_t m_baseline = 0;
    bool m_isInFront = false;
    QTimer m_showing; ///< many jobs that run change more often than one can look
    PageHeader *m_header;
    Button *m_swap;
    Button *m_export;
    Banner *m_tooMany;
    CompareHeads *m_heads;
    ScrollPage *m_page;
    CompareTable *m_metrics;
    TextLabel *m_metricsNote;
    CompareTable *m_parameters;
    TextLabel *m_parametersNote;
    ToggleSwitch *m_onlyDifferences;
    CompareCharts *m_charts;
    QWidget *m_gone;
};

} // namespace atelier::ui
