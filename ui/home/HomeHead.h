#pragma once

#include "core/domain/JobSummary.h"

#include <QWidget>

#include <vector>

namespace atelier::ui {

class Button;
class TextLabel;
class WrapLabel;

/// The head of Home: a greeting, what runs in a sentence, and the way to a new job.
class HomeHead : public QWidget
{
    Q_OBJECT

public:
    explicit HomeHead(QWidget *parent = nullptr);

    void showJobs(const std::vector<JobSummary> &jobs);
    [[nodiscard]] Button &newJob() { return *m_newJob; }

private:
    TextLabel *m_title;
    WrapLabel *m_summary;
    Button *m_newJob;
};

[[nodiscard]] int countOf(const std::vector<JobSummary> &jobs, JobStatus status);

} // namespace atelier::ui
