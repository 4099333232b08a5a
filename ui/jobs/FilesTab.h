#pragma once

#include "core/client/RepeatedCall.h"
#include "ui/jobs/FilePreview.h"
#include "ui/jobs/FileTreeModel.h"
#include "ui/jobs/JobTab.h"
#include "ui/shell/Studio.h"

class QTreeView;

namespace atelier::ui {

/// Files of a job, with a preview: its logs and outputs, or its code. A pipeline shows those of its steps.
class FilesTab : public JobTab
{
    Q_OBJECT

public:
    enum class Content { OutputsAndLogs, Code };

    FilesTab(const Studio &studio, Content content, QWidget *parent = nullptr);

    void showJob(const JobDetail &job) override;
    void setInFront(bool isInFront) override;
    /// Shows a file of the job, `outputs/predictions.parquet`, as soon as it is there; of a table the rows
    /// that `filter` leaves.
    void openFile(const QString &name, const QString &filter);

private:
    struct Source
    {
        QString name; ///< shown
        std::string job; ///< whose folder it is
        std::string folder; ///< of the job: `logs`
    };
    [[nodiscard]] std::vector<Source> sources() const;
    void addSources(std::vector<Source> &list, const JobSummary &job) const;
    void forget();
    void ask();
    void take(std::size_t source, const Result<std::vector<JobFile>> &files);
    void showTree();
    void showFile(const QString &path);
    [[nodiscard]] QModelIndex wantedFile() const;
    [[nodiscard]] FilePreview::File fileAt(const QString &path) const;
    [[nodiscard]] QString firstFile() const;
    [[nodiscard]] bool isLive(const QString &path) const;

    const Studio m_studio;
    const Content m_content;
    JobDetail m_job;
    std::vector<Source> m_sources;
    std::vector<FileTreeModel::Place> m_places;
    std::size_t m_open = 0; ///< answers that are still to come
    RepeatedCall m_call;
    std::unique_ptr<QObject> m_asked = std::make_unique<QObject>(); ///< receives what this job's files are
    FileTreeModel m_model;
    QTreeView *m_tree;
    FilePreview *m_preview;
    QString m_shown; ///< path
    QString m_wanted; ///< name of the file that is still to be opened
    QString m_wantedFilter;
};

} // namespace atelier::ui
