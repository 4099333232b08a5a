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
    connect(saving, &QFutureWatcherBase::finished, this, [this, saving, file, target] {
        saving->deleteLater();
        tell(file, target, saving->result());
    });
    offerCancel(m_notify, *saving, tr("Saving a copy"), target, [stopped] { *stopped = true; });
    saving->setFuture(QtConcurrent::run([from = file.toStdString(), to = target.toStdString(), stopped] {
        return copyFile(from, to, *stopped);
    }));
}

void CopySaving::tell(const QString &file, const QString &target, const Result<void> &copied)
{
    if (!copied && copied.error().code == "copy.stopped")
        return;
    m_notify({.tone = copied ? Tone::Success : Tone::Danger,
        .title = copied ? tr("Copy saved") : tr("The copy was not saved"),
        .text = copied ? target : reason(target, copied.error()),
        .matter = QStringLiteral("copy ") + file});
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
