#include "ui/jobs/JobTagging.h"

#include "ui/jobs/JobCells.h"
#include "ui/jobs/LineDialog.h"
#include "ui/text/Format.h"

#include <QPointer>
#include <QTimer>

namespace atelier::ui {

namespace {

constexpr int longMs = 500; // before that a toast would only flicker
const QString tagging = QStringLiteral("tag jobs");
constexpr int longestTag = 8000; // in characters, as the service takes it

JobChange taggingOf(const JobSummary &job, const JobTag &tag)
{
    JobChange change{job.name, {}, {}};
    const auto old = job.tags.find(tag.key);
    change.edit.tags[tag.key] = tag.value;
    change.before.tags[tag.key] = old == job.tags.end() ? std::optional<std::string>() : old->second;
    return change;
}

} // namespace

JobTagging::JobTagging(const Studio &studio, QObject *parent)
    : QObject(parent)
    , m_studio(studio)
{
}

void JobTagging::ask(std::shared_ptr<const JobRows> jobs, QWidget &window)
{
    const int count = static_cast<int>(jobs->size());
    auto *dialog = new LineDialog(window,
        {tr("Tag %n job(s)", nullptr, count), tr("Tag"), tr("key: value"),
            tr("A key with a value, or a word alone. A job that has the key already gets the new value."),
            tr("Add the tag"), {}, longestTag});
    connect(dialog, &LineDialog::written, this, [this, jobs = std::move(jobs)](const QString &line) {
        if (const JobTag written = jobTag(line.toStdString()); !written.key.empty())
            tag(*jobs, written);
    });
    dialog->open();
}

void JobTagging::tag(const JobRows &jobs, const JobTag &tag)
{
    std::vector<JobChange> changes;
    for (const auto &job : jobs)
        if (auto change = taggingOf(*job, tag); change.before != change.edit)
            changes.push_back(std::move(change));
    const QString text = tagText(tag.key, tag.value);
    const QString title = tr("Tagging %n job(s)", nullptr, static_cast<int>(changes.size()));
    run(std::move(changes), title, [this, text](const JobEdits &edits) { tellTagged(edits, text); });
}

void JobTagging::tellTagged(const JobEdits &edits, const QString &tag)
{
    tellFailed(edits);
    const int count = static_cast<int>(edits.made().size());
    if (count == 0 && edits.failed() == 0)
        m_studio.notify({Tone::Info, tr("The selected jobs have this tag already"), tag});
    if (count == 0)
        return;
    Toast *toast = m_studio.notify({Tone::Success, tr("%n job(s) tagged", nullptr, count), tag, tr("Undo")});
    connect(toast, &Toast::actionChosen, this, [this, changes = edits.made()] { takeBack(changes); });
}

void JobTagging::takeBack(const std::vector<JobChange> &changes)
{
    std::vector<JobChange> back;
    for (const JobChange &change : changes)
        back.push_back({change.job, change.before, change.edit});
    run(std::move(back), tr("Taking the tag back"), [this](const JobEdits &edits) {
        tellFailed(edits);
        if (!edits.made().empty())
            m_studio.notify({Tone::Success, tr("Taken back")});
    });
}

void JobTagging::tellFailed(const JobEdits &edits)
{
    if (edits.failed() > 0)
        m_studio.fail(tr("%n job(s) could not be changed", nullptr, static_cast<int>(edits.failed())),
            edits.problem(), tagging);
    else
        m_studio.settle(tagging);
}

void JobTagging::run(
    std::vector<JobChange> changes, const QString &title, const std::function<void(const JobEdits &)> &done)
{
    auto *edits = new JobEdits(m_studio.connection.jobs(), std::move(changes), this);
    connect(edits, &JobEdits::finished, this, [edits, done] {
        edits->deleteLater();
        done(*edits);
    });
    showProgress(*edits, title);
    edits->start();
}

void JobTagging::showProgress(JobEdits &edits, const QString &title)
{
    QTimer::singleShot(longMs, &edits, [this, &edits, title] {
        ToastMessage message{Tone::Info, title, {}, tr("Stop")};
        message.progress = 0;
        Toast *toast = m_studio.notify(message);
        connect(&edits, &JobEdits::progressed, toast, &Toast::setProgress);
        connect(toast, &Toast::actionChosen, &edits, &JobEdits::stop);
        connect(&edits, &QObject::destroyed, toast, &Toast::dismissed);
    });
}

} // namespace atelier::ui
