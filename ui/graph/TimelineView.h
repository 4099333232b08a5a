#pragma once

#include "core/graph/StepTimes.h"
#include "ui/graph/StepList.h"
#include "ui/graph/TimeAxis.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

namespace atelier::ui {

class GraphModel;
class GraphSelection;
class TimelinePainter;
struct TimelineRow;

/// The steps of a run in time: a row for each, in the model's order, with what it waited, ran and is expected
/// to run, and the critical path below the bars. Model and selection outlive it. Time always runs to the
/// right.
class TimelineView : public QAbstractScrollArea, public StepList
{
    Q_OBJECT

public:
    TimelineView(GraphModel &model, GraphSelection &selection, QWidget *parent = nullptr);

    /// One timing for each node of the model, in its order; `now`, in seconds since the run's start, only
    /// while it goes on.
    void setTimings(std::vector<StepTiming> timings, std::optional<double> now);

    /// "Critical path: 2 min 43 s through 4 steps, longest Random forest and Compare models"; empty without
    /// one.
    [[nodiscard]] QString criticalPathText() const;

    void selectStep(int step) override;
    void openStep(int step) override;
    [[nodiscard]] int stepCount() const override;
    [[nodiscard]] int selectedStep() const override;
    [[nodiscard]] QString stepName(int step) const override;
    [[nodiscard]] QRect stepRect(int step) const override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stepActivated(const QString &id);
    void criticalPathChanged();

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void recalculate();
    void updateMotion();
    void updateScrollBar();
    void paintPath(TimelinePainter &timeline) const;
    void showSelection();
    [[nodiscard]] TimelineRow row(int step) const;
    [[nodiscard]] int stepAt(int y) const;
    [[nodiscard]] QString timeText(int step) const;

    GraphModel &m_model;
    GraphSelection &m_selection;
    std::vector<StepTiming> m_timings;
    std::vector<StepSpan> m_spans; ///< by step
    std::vector<std::size_t> m_path;
    std::optional<double> m_now;
    QBasicTimer m_motion;
};

} // namespace atelier::ui
