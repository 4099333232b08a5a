#pragma once

#include "core/domain/JobDetail.h"

#include <QWidget>

#include <filesystem>

class QBoxLayout;

namespace atelier::ui {

class Card;
class LogView;
class TextLabel;

/// The job whose log says why `job` failed: the first step of a pipeline that did, else the job itself.
[[nodiscard]] const JobSummary &causeOfFailure(const JobDetail &job);

/// Below the stages of a job that failed: the last lines of the log, what was not run because of it, and what
/// is still good. Hidden while the job has not failed.
class FailureReport : public QWidget
{
    Q_OBJECT

public:
    explicit FailureReport(std::filesystem::path workspace, QWidget *parent = nullptr);

    void showJob(const JobDetail &job);

Q_SIGNALS:
    void logRequested();
    void jobRequested(const std::string &job);

private:
    [[nodiscard]] QWidget *makeLog();
    [[nodiscard]] Card *makeSteps(const QString &title, const QString &note, QBoxLayout **chips);
    void showLog(const JobSummary &cause);
    void showSteps(const JobDetail &job);

    std::filesystem::path m_workspace;
    TextLabel *m_logName;
    LogView *m_log;
    Card *m_skippedCard;
    QBoxLayout *m_skipped;
    Card *m_goodCard;
    QBoxLayout *m_good;
};

} // namespace atelier::ui
