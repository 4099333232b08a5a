#include "ui/widgets/FileDialogs.h"

#include <QFileDialog>

namespace atelier::ui {

namespace {

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

} // namespace atelier::ui
