#pragma once

#include "core/domain/JobDetail.h"
#include "ui/graph/GraphModel.h"
#include "ui/widgets/Card.h"

#include <array>

class QBoxLayout;
class QStackedLayout;

namespace atelier::ui {

class Button;
class ElidedLabel;
class Pill;
class ProgressBar;
class TextLabel;

/// The first thing on Home: the sample pipeline, one click from running, and afterwards the job that runs.
class HeroCard : public Card
{
    Q_OBJECT

public:
    explicit HeroCard(QWidget *parent = nullptr);
    ~HeroCard() override;

    /// What changes something in the workspace.
    [[nodiscard]] std::array<QWidget *, 2> changes() const { return {m_runPart, m_cancelPart}; }
    /// With the steps that it will have, where they are known.
    void showSample(const JobDetail &sample);
    void setBusy(bool busy);
    void showJob(const JobSummary &job);
    /// The steps of the job that is shown.
    void showSteps(const JobDetail &job);

    /// Of the words: where they need the room, the graph hides.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void runRequested();
    void openRequested(const QString &job);
    void cancelRequested(const QString &job);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showGraphWhereItFits();
    QWidget *makeSample();
    QWidget *makeJob();
    [[nodiscard]] static QWidget *makeFact(QStringView icon, const QString &text, QWidget *parent);
    void showMetrics(const JobSummary &job);

    GraphModel m_steps;
    QWidget *m_picture; ///< the graph and the room around it
    QWidget *m_graph;
    QStackedLayout *m_stack;
    QWidget *m_samplePart;
    QWidget *m_jobPart;
    QWidget *m_runPart;
    Button *m_run;
    QWidget *m_cancelPart;
    Button *m_cancel;
    ElidedLabel *m_title;
    Pill *m_state;
    ElidedLabel *m_step;
    ProgressBar *m_progress;
    TextLabel *m_share;
    TextLabel *m_time;
    QBoxLayout *m_metrics;
    bool m_hasSteps = false;
    QString m_job;
    Named<double> m_shownMetrics;
};

} // namespace atelier::ui
