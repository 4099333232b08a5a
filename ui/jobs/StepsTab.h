#pragma once

#include "ui/graph/GraphModel.h"
#include "ui/graph/GraphSelection.h"
#include "ui/jobs/JobTab.h"
#include "ui/shell/Studio.h"

#include <QTimer>

namespace atelier::ui {

class GraphView;
class Splitter;
class TextLabel;
class TimelineView;

/// The steps of a pipeline, as a graph and in time.
class StepsTab : public JobTab
{
    Q_OBJECT

public:
    explicit StepsTab(const Studio &studio, QWidget *parent = nullptr);
    ~StepsTab() override;

    void showJob(const JobDetail &job) override;
    void setInFront(bool isInFront) override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeTimeline();
    void shareHeight();
    void tick();
    void openStep(const QString &id);

    const Studio m_studio;
    JobDetail m_job;
    GraphModel m_model;
    GraphSelection m_selection;
    QTimer m_clock;
    GraphView *m_graph;
    TimelineView *m_timeline;
    TextLabel *m_path;
    Splitter *m_splitter;
};

} // namespace atelier::ui
