#pragma once

#include "core/domain/JobDetail.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QScrollArea;
class QScrollBar;

namespace atelier::ui {

class CompareHead;
class ElidedLabel;

/// The heads of all jobs of a comparison in a row, which scroll sideways where there is no room for all.
class CompareHeads : public QWidget
{
    Q_OBJECT

public:
    explicit CompareHeads(QWidget *parent = nullptr);

    void showJobs(const std::vector<JobDetail> &jobs, std::size_t baseline);
    /// What scrolls the columns below them too.
    [[nodiscard]] QScrollBar &scrollBar() const;

Q_SIGNALS:
    /// From one job's start to the next, and of the last one's head.
    void columnWidthsChanged(int width, int last);
    void baselineRequested(std::size_t job);
    void leaveRequested(const QString &job);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setCount(std::size_t count);
    void arrange();

    ElidedLabel *m_count;
    ElidedLabel *m_experiment;
    QScrollArea *m_area;
    QHBoxLayout *m_row;
    std::vector<CompareHead *> m_heads;
    QStringList m_names;
};

} // namespace atelier::ui
