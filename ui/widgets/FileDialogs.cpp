#include "ui/widgets/FileDialogs.h"

#include "core/base/Error.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace atelier::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileDialogs)
};

void open(QWidget &parent, QFileDialog *dialog, std::function<void(const QString &)> use)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, &parent, std::move(use));
    dialog->open();
}

} // namespace

void chooseFolder(
    QWidget &parent, const QString &title, const QString &begin, std::function<void(const QString &)> use)
{
    auto *dialog = new QFileDialog(&parent, title, begin);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    open(parent, dialog, std::move(use));
}

void chooseFile(QWidget &parent, const QString &title, const QString &begin, const QString &filters,
    std::function<void(const QString &)> use)
{
    auto *dialog = new QFileDialog(&parent, title, begin, filters);
    dialog->setFileMode(QFileDialog::ExistingFile);
    open(parent, dialog, std::move(use));
}

void chooseNewFile(
    QWidget &parent, const QString &title, const QString &name, std::function<void(const QString &)> use)
{
    auto *dialog = new QFileDialog(&parent, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    open(parent, dialog, std::move(use));
}

QString unsavedReason(const QString &file, const Error &error)
{
    if (error.kind == ErrorKind::StorageFull)
        return Words::tr("There is no room for %1. Make room there or choose another folder.").arg(file);
    if (error.kind == ErrorKind::Forbidden)
        return Words::tr("You may not write %1. Choose another folder.").arg(file);
    if (error.kind == ErrorKind::NotFound)
        return Words::tr("The folder of %1 is not there. Choose another one.").arg(file);
    return QString::fromStdString(error.sentence);
}

Error unsaved(const QString &file, Error error)
{
    error.sentence = unsavedReason(file, error).toStdString();
    return error;
}

} // namespace atelier::ui
