#pragma once

#include "core/base/Error.h"
#include "ui/shell/Studio.h"

#include <QWidget>

#include <filesystem>

namespace atelier {
class JobSubmission;
class SampleTables;
} // namespace atelier

namespace atelier::ui {

/// Submits job documents for a page: one that the user chooses, or the sample. Shows what is wrong with a
/// document, with its places, and goes to the job where nothing is.
class NewJob : public QObject
{
    Q_OBJECT

public:
    NewJob(const Studio &studio, QWidget &page);

    void chooseFile();
    void submit(const std::filesystem::path &file);
    /// The pipeline that comes with the program; the tables that it reads are made where they are not there.
    void runSample();
    [[nodiscard]] bool isBusy() const { return m_tables != nullptr || m_submission != nullptr; }

Q_SIGNALS:
    void busyChanged(bool isBusy);

private:
    void makeTables();
    [[nodiscard]] std::filesystem::path samplePipeline() const;
    void end();
    void showErrors(const std::filesystem::path &file, const std::vector<Error> &errors);

    const Studio m_studio;
    QWidget &m_page;
    SampleTables *m_tables = nullptr;
    JobSubmission *m_submission = nullptr;
};

/// New job and the sample, from anywhere in the window.
void addJobActions(const Studio &studio, Actions &actions, QWidget &window);

} // namespace atelier::ui
