#include "ui/jobs/CopySaving.h"

#include "core/system/FileCopy.h"
#include "ui/jobs/CancelOffer.h"
#include "ui/text/Format.h"
#include "ui/widgets/FileDialogs.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QtConcurrent>

#include <atomic>
#include <memory>

namespace atelier::ui {

CopySaving::CopySaving(Notify notify, QWidget *parent)
    : QObject(parent)
    , m_parent(parent)
    , m_notify(std::move(notify))
{
}

void CopySaving::askWhere(const QString &file)
{
    chooseNewFile(*m_parent, tr("Save a copy"), QFileInfo(file).fileName(),
        [this, file](const QString &target) { save(file, target); });
}

void CopySaving::save(const QString &file, const QString &target)
{
    const auto stopped = std::make_shared<std::atomic<bool>>(false);
    auto *saving = new QFutureWatcher<Result<void>>(this);
    connect(saving, &QObject::destroyed, saving, [stopped] { *stopped = true; });
    connect(saving, &QFutureWatcherBase::finished, this, [this, saving, target] {
        saving->deleteLater();
        tell(target, saving->result());
    });
    offerCancel(m_notify, *saving, tr("Saving a copy"), target, [stopped] { *stopped = true; });
    saving->setFuture(QtConcurrent::run([from = file.toStdString(), to = target.toStdString(), stopped] {
        return copyFile(from, to, *stopped);
    }));
}

void CopySaving::tell(const QString &target, const Result<void> &copied)
{
    if (!copied && copied.error().code == "copy.stopped")
        return;
    if (copied)
        m_notify({Tone::Success, tr("Copy saved"), target});
    else
        m_notify({Tone::Danger, tr("The copy was not saved"), reason(target, copied.error())});
}

QString CopySaving::reason(const QString &target, const Error &error) const
{
    if (error.code == "copy.target-folder")
        return tr("%1 is a folder. Choose a name for the copy in it.").arg(target);
    if (error.code == "copy.target-same")
        return tr("%1 is the file itself. Choose another name for the copy.").arg(target);
    const bool isOfTarget = error.kind == ErrorKind::StorageFull || error.code == "copy.target";
    return isOfTarget ? unsavedReason(target, error) : textOf(error.sentence);
}

} // namespace atelier::ui
