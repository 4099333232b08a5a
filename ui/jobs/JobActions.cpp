#include "ui/jobs/JobActions.h"

#include "core/base/Ids.h"
#include "ui/jobs/ChangeDialog.h"
#include "ui/jobs/JobTagging.h"
#include "ui/shell/NeedsService.h"
#include "ui/text/Format.h"

#include <QPointer>

#include <memory>
#include <optional>

namespace atelier::ui {

namespace {

constexpr QKeyCombination deleteKey(Qt::Key_Delete);
constexpr QKeyCombination copyKey(Qt::CTRL | Qt::SHIFT, Qt::Key_C);

/// What the job says once the edit is done.
JobEdit afterwards(const std::string &job, JobEdit edit)
{
    if (edit.displayName && edit.displayName->empty())
        edit.displayName = job;
    return edit;
}

std::vector<std::string> namesOf(
    const JobRows &jobs, bool (*isMeant)(const JobSummary &) = [](const auto &) { return true; })
{
    std::vector<std::string> names;
    for (const auto &job : jobs)
        if (isMeant(*job))
            names.push_back(job->name);
    return names;
}

} // namespace

/// Several jobs that go together, until the last answer is there.
struct JobActions::Removal
{
    std::size_t open = 0;
    std::vector<std::string> removed;
    std::optional<Error> problem; ///< the first
    std::string notRemoved; ///< the job that it is of
};

JobActions::JobActions(const Studio &studio, QObject *parent)
    : QObject(parent)
    , m_studio(studio)
    , m_tagging(new JobTagging(studio, this))
{
}

bool JobActions::canCancel(const JobSummary &job)
{
    return !isFinal(job.status) && job.status != JobStatus::CancelRequested
        && job.type != JobType::Interactive;
}

bool JobActions::canRunAgain(const JobSummary &job)
{
    return job.type != JobType::Interactive && job.step.empty();
}

bool JobActions::canRemove(const JobSummary &job)
{
    return isFinal(job.status) && job.step.empty();
}

QList<QKeySequence> JobActions::keys()
{
    return {deleteKey, copyKey};
}

QList<RowAction> JobActions::of(const Jobs &jobs, QWidget &window)
{
    if (jobs->empty())
        return {};
    QList<RowAction> actions = jobs->size() == 1 ? ofOne(*jobs->front(), window) : ofSeveral(jobs, window);
    const QString copying = jobs->size() == 1
        ? tr("Copy the name")
        : tr("Copy %n name(s)", nullptr, static_cast<int>(jobs->size()));
    actions << RowAction{
        QStringLiteral("copy"), copying, [this, jobs] { copyNames(*jobs); }, {}, copyKey, false};
    return actions;
}

QList<RowAction> JobActions::ofOne(const JobSummary &job, QWidget &window)
{
    const std::string name = job.name;
    const QString whyNot = whyNoService(m_studio.connection.state());
    QList<RowAction> actions{{QStringLiteral("open"), tr("Open"), [this, name] { open(name); }}};
    if (canRunAgain(job))
        actions << RowAction{QStringLiteral("options"), tr("Run with changes…"),
            [this, name, &window] { runWithChanges(name, window); }, whyNot};
    if (canCancel(job))
        actions << RowAction{QStringLiteral("stop"), tr("Cancel"), [this, name] { cancel({name}); }, whyNot};
    if (canRemove(job))
        actions << RowAction{
            QStringLiteral("delete"), tr("Delete"), [this, name] { remove({name}); }, whyNot, deleteKey};
    return actions;
}

QList<RowAction> JobActions::ofSeveral(const Jobs &jobs, QWidget &window)
{
    const QString whyNot = whyNoService(m_studio.connection.state());
    const auto active = namesOf(*jobs, canCancel);
    const auto finished = namesOf(*jobs, canRemove);
    QList<RowAction> actions{
        {QStringLiteral("branch_compare"), tr("Compare"), [this, jobs] { compare(namesOf(*jobs)); }, whyNot}};
    if (!active.empty())
        actions << RowAction{QStringLiteral("stop"),
            tr("Cancel %n active", nullptr, static_cast<int>(active.size())),
            [this, active] { cancel(active); }, whyNot};
    const QString deleting = finished.size() == jobs->size()
        ? tr("Delete")
        : tr("Delete %n finished", nullptr, static_cast<int>(finished.size()));
    if (!finished.empty())
        actions << RowAction{
            QStringLiteral("delete"), deleting, [this, finished] { remove(finished); }, whyNot, deleteKey};
    actions << RowAction{
        QStringLiteral("tag"), tr("Tag…"), [this, jobs, &window] { m_tagging->ask(jobs, window); }, whyNot};
    return actions;
}

void JobActions::copyNames(const JobRows &jobs)
{
    QStringList names;
    for (const auto &job : jobs)
        names << textOf(job->name);
    m_studio.copy(names.join(u'\n'), tr("%n name(s) copied", nullptr, static_cast<int>(jobs.size())));
}

void JobActions::open(const std::string &job)
{
    m_studio.navigator.go({PageKind::Job, {textOf(job)}});
}

void JobActions::compare(const std::vector<std::string> &jobs)
{
    Address address{PageKind::Compare};
    for (const std::string &job : jobs)
        address.jobs << textOf(job);
    m_studio.navigator.go(address);
}

void JobActions::cancel(const std::vector<std::string> &jobs)
{
    for (const std::string &job : jobs)
        m_studio.connection.jobs().cancel(job, this, [this, job](const Result<void> &done) {
            m_studio.tell(done, tr("The job was not canceled"), matterOf("cancel", job));
        });
}

void JobActions::remove(const std::vector<std::string> &jobs)
{
    auto removal = std::make_shared<Removal>();
    removal->open = jobs.size();
    for (const std::string &job : jobs)
        m_studio.connection.jobs().remove(job, this, [this, removal, job](const Result<void> &done) {
            if (done) {
                removal->removed.push_back(job);
                m_studio.settle(matterOf("delete", job));
            } else if (!removal->problem) {
                removal->problem = done.error();
                removal->notRemoved = job;
            }
            if (--removal->open == 0)
                told(removal);
        });
}

void JobActions::told(const std::shared_ptr<Removal> &removal)
{
    if (removal->problem)
        m_studio.fail(
            tr("Not every job was deleted"), *removal->problem, matterOf("delete", removal->notRemoved));
    if (removal->removed.empty())
        return;
    const int count = static_cast<int>(removal->removed.size());
    Toast *toast = m_studio.notify({Tone::Info, tr("%n job(s) deleted", nullptr, count),
        tr("Later it can be brought back by “atelier job restore”, for 30 days."), tr("Undo")});
    connect(toast, &Toast::actionChosen, this, [this, jobs = removal->removed] { restore(jobs); });
}

void JobActions::restore(const std::vector<std::string> &jobs)
{
    for (const std::string &job : jobs)
        m_studio.connection.jobs().restore(job, this, [this, job](const Result<void> &done) {
            m_studio.tell(done, tr("The job was not brought back"), matterOf("restore", job));
        });
}

void JobActions::runAgain(const std::string &job, const std::function<void()> &done)
{
    m_studio.connection.jobs().submitFrom(randomJobName(), job, {}, this,
        [this, job, done](const std::vector<Error> &errors, const JobDetail &again) {
            done();
            if (!errors.empty())
                return m_studio.fail(tr("The job was not started"), errors.front(), matterOf("run", job));
            m_studio.settle(matterOf("run", job));
            open(again.summary.name);
        });
}

void JobActions::runWithChanges(const JobDetail &job, QWidget &window)
{
    auto *dialog = new ChangeDialog(m_studio, window, job);
    connect(dialog, &ChangeDialog::submitted, this, &JobActions::open);
    dialog->open();
}

void JobActions::runWithChanges(const std::string &job, QWidget &window)
{
    m_studio.connection.jobs().detail(
        job, this, [this, job, parent = QPointer<QWidget>(&window)](const Result<JobDetail> &detail) {
            if (!detail)
                return m_studio.fail(
                    tr("The job cannot be run again"), detail.error(), matterOf("change", job));
            m_studio.settle(matterOf("change", job));
            if (parent != nullptr)
                runWithChanges(*detail, *parent);
        });
}

void JobActions::edit(
    const std::string &job, const JobEdit &edit, const JobEdit &before, const QString &title)
{
    m_studio.connection.jobs().edit(job, edit, before, this, [=, this](const Result<void> &done) {
        if (!done && done.error().code == "job.edited-meanwhile")
            return tellConflict(job, edit, title, done.error().sentence);
        if (!m_studio.tell(done, tr("The job was not changed"), matterOf("edit", job)))
            return;
        Toast *toast = m_studio.notify({Tone::Success, title, {}, before.isEmpty() ? QString() : tr("Undo")});
        connect(toast, &Toast::actionChosen, this,
            [=, this] { this->edit(job, before, afterwards(job, edit), tr("Taken back")); });
    });
}

void JobActions::tellConflict(
    const std::string &job, const JobEdit &edit, const QString &title, const std::string &sentence)
{
    Toast *toast = m_studio.notify(
        {Tone::Warning, tr("Somebody else changed this job"), textOf(sentence), tr("Change it anyway")});
    connect(toast, &Toast::actionChosen, this, [=, this] { this->edit(job, edit, {}, title); });
}

} // namespace atelier::ui
