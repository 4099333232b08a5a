#include "ui/jobs/TableSaving.h"

#include "core/client/WorkspaceConnection.h"
#include "core/system/FileReplacement.h"
#include "ui/jobs/CancelOffer.h"
#include "ui/text/Format.h"
#include "ui/widgets/FileDialogs.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QtConcurrent>

#include <fcntl.h>

namespace atelier::ui {

namespace {

/// What waits for the disk, off the GUI thread; its outcome comes while `saving` lives.
template<typename Work, typename Use>
void run(QObject &saving, Work work, Use use)
{
    using Outcome = std::invoke_result_t<Work>;
    auto *working = new QFutureWatcher<Outcome>(&saving);
    QObject::connect(working, &QFutureWatcherBase::finished, &saving, [working, use] {
        working->deleteLater();
        use(working->result());
    });
    working->setFuture(QtConcurrent::run(std::move(work)));
}

/// Removing a large file takes its time.
std::shared_ptr<FileReplacement> droppedElsewhere(std::shared_ptr<FileReplacement> file)
{
    FileReplacement *plain = file.get();
    return {plain, [file = std::move(file)](FileReplacement *) mutable {
                static_cast<void>(QtConcurrent::run([file = std::move(file)]() mutable { file.reset(); }));
            }};
}

} // namespace

TableSaving::TableSaving(const Studio &studio, QWidget *parent)
    : QObject(parent)
    , m_parent(parent)
    , m_studio(studio)
{
}

void TableSaving::askWhere(const Rows &rows)
{
    const QString name = QFileInfo(textOf(rows.file)).completeBaseName();
    chooseNewFile(*m_parent, tr("Save the shown rows"), name + QStringLiteral(".csv"),
        [this, rows](const QString &target) { save(rows, target); });
}

void TableSaving::save(const Rows &rows, const QString &target)
{
    auto *saving = new QObject(this);
    offerCancel(m_studio.notify, *saving, tr("Saving rows"), target, [saving] { saving->deleteLater(); });
    run(
        *saving, [file = target.toStdString()] { return FileReplacement::begin(file); },
        [this, saving, rows, target](const Result<Target> &file) {
            if (file)
                fetch(*saving, rows, target, droppedElsewhere(*file));
            else
                tell(*saving, target, file.error());
        });
}

void TableSaving::fetch(QObject &saving, const Rows &rows, const QString &target, const Target &file)
{
    Descriptor open(fcntl(file->descriptor(), F_DUPFD_CLOEXEC, 0));
    if (!open)
        return tell(saving, target, systemError("copy.target", "write " + target.toStdString(), errno));
    m_studio.connection.jobs().saveTable(rows.job, rows.file, rows.part, std::move(open), &saving,
        [this, &saving, target, file](const Result<void> &fetched) {
            if (fetched)
                finish(saving, target, file);
            else
                tell(saving, target, fetched);
        });
}

void TableSaving::finish(QObject &saving, const QString &target, const Target &file)
{
    run(
        saving, [file] { return file->finish(); },
        [this, &saving, target](const Result<void> &finished) { tell(saving, target, finished); });
}

void TableSaving::tell(QObject &saving, const QString &target, const Result<void> &saved)
{
    saving.deleteLater();
    const QString matter = QStringLiteral("save rows");
    if (saved) {
        m_studio.notify({.tone = Tone::Success, .title = tr("Rows saved"), .text = target, .matter = matter});
        return;
    }
    const Error &error = saved.error();
    const bool isOfTarget = error.code == "http.write-download" || error.code == "copy.target";
    m_studio.fail(tr("The rows were not saved"), isOfTarget ? unsaved(target, error) : error, matter);
}

} // namespace atelier::ui
