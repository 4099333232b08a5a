#pragma once

#include "core/client/JobPages.h"
#include "core/domain/JobDetail.h"
#include "ui/shell/Studio.h"
#include "ui/widgets/table/RowActions.h"

#include <QObject>
#include <QWidget>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace atelier::ui {

class JobTagging;

/// What can be done with jobs from any page; says what came of it where that is not seen by itself.
class JobActions : public QObject
{
    Q_OBJECT

public:
    JobActions(const Studio &studio, QObject *parent);

    using Jobs = std::shared_ptr<const JobRows>;
    /// What one job or several in a table offer; what holds for some of them says for how many. With the
    /// reason while the service is away.
    [[nodiscard]] QList<RowAction> of(const Jobs &jobs, QWidget &window);
    [[nodiscard]] static QList<QKeySequence> keys(); ///< that one of them may have
    void open(const std::string &job);
    void compare(const std::vector<std::string> &jobs);
    void cancel(const std::vector<std::string> &jobs);
    /// They can be brought back from the message that says so.
    void remove(const std::vector<std::string> &jobs);
    void restore(const std::vector<std::string> &jobs);
    /// The same once more under a new name; `done` is called with or without success.
    void runAgain(const std::string &job, const std::function<void()> &done);
    /// Asks what is to be another first.
    void runWithChanges(const JobDetail &job, QWidget &window);
    /// The same for a job of which only the name is known as yet.
    void runWithChanges(const std::string &job, QWidget &window);
    /// Changes what people say of a job, unless somebody else did so meanwhile; can be undone from the
    /// message `title` that says so.
    void edit(const std::string &job, const JobEdit &edit, const JobEdit &before, const QString &title);

    [[nodiscard]] static bool canCancel(const JobSummary &job);
    [[nodiscard]] static bool canRunAgain(const JobSummary &job);
    [[nodiscard]] static bool canRemove(const JobSummary &job);

private:
    struct Removal;
    [[nodiscard]] QList<RowAction> ofOne(const JobSummary &job, QWidget &window);
    [[nodiscard]] QList<RowAction> ofSeveral(const Jobs &jobs, QWidget &window);
    void copyNames(const JobRows &jobs);
    void tellConflict(
        const std::string &job, const JobEdit &edit, const QString &title, const std::string &sentence);
    void told(const std::shared_ptr<Removal> &removal);

    const Studio m_studio;
    JobTagging *m_tagging;
};

} // namespace atelier::ui
