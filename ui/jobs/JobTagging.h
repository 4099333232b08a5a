#pragma once

#include "core/client/JobEdits.h"
#include "core/client/JobPages.h"
#include "core/domain/JobTag.h"
#include "ui/shell/Studio.h"

#include <QObject>

#include <functional>
#include <memory>

namespace atelier::ui {

/// Gives many jobs a tag, and takes that back: a toast says how far it is, another what became of it.
class JobTagging : public QObject
{
    Q_OBJECT

public:
    JobTagging(const Studio &studio, QObject *parent);

    /// Asks for the tag first.
    void ask(std::shared_ptr<const JobRows> jobs, QWidget &window);
    void tag(const JobRows &jobs, const JobTag &tag);

private:
    void takeBack(const std::vector<JobChange> &changes);
    void run(std::vector<JobChange> changes, const QString &title,
        const std::function<void(const JobEdits &)> &done);
    void showProgress(JobEdits &edits, const QString &title);
    void tellTagged(const JobEdits &edits, const QString &tag);
    void tellFailed(const JobEdits &edits);

    const Studio m_studio;
};

} // namespace atelier::ui
