#include "ui/jobs/FileTreeModel.h"

#include "ui/code/CodeLanguage.h"
#include "ui/text/Format.h"
#include "ui/theme/Icon.h"

namespace atelier::ui {

namespace {

QString iconOf(const QString &name)
{
    const QString suffix = name.section(u'.', -1).toLower();
    if (suffix == QStringLiteral("parquet") || suffix == QStringLiteral("csv"))
        return QStringLiteral("document_table");
    if (suffix == QStringLiteral("png") || suffix == QStringLiteral("jpg") || suffix == QStringLiteral("svg"))
        return QStringLiteral("image");
    if (suffix == QStringLiteral("json"))
        return QStringLiteral("braces");
    const CodeLanguage language = languageOf(name, {});
    if (language != CodeLanguage::Plain && language != CodeLanguage::Markdown)
        return QStringLiteral("code");
    return QStringLiteral("document_text");
}

QStandardItem *makeItem(const QString &name, const QString &path, const QString &iconName, bool isFolder)
{
    auto *item = new QStandardItem(icon(iconName), name);
    item->setEditable(false);
    item->setData(path, FileTreeModel::PathRole);
    item->setData(isFolder, FileTreeModel::IsFolderRole);
    return item;
}

QStandardItem *childNamed(const QStandardItem &parent, const QString &name)
{
    for (int row = 0; row < parent.rowCount(); ++row)
        if (parent.child(row)->text() == name)
            return parent.child(row);
    return nullptr;
}

} // namespace

FileTreeModel::FileTreeModel(QObject *parent)
    : QStandardItemModel(parent)
{
}

void FileTreeModel::setPlaces(const std::vector<Place> &places)
{
    clear();
    for (const Place &place : places) {
        auto *root = makeItem(place.name, place.folder, QStringLiteral("folder"), true);
        for (const JobFile &file : place.files)
            addFile(*root, place.folder, file);
        appendRow(root);
    }
}

void FileTreeModel::addFile(QStandardItem &place, const QString &folder, const JobFile &file)
{
    QStandardItem *parent = &place;
    QString path = folder;
    const QStringList parts = textOf(file.path).split(u'/');
    for (const QString &part : parts.mid(0, parts.size() - 1)) {
        path += u'/' + part;
        QStandardItem *next = childNamed(*parent, part);
        if (next == nullptr)
            parent->appendRow(next = makeItem(part, path, QStringLiteral("folder"), true));
        parent = next;
    }
    auto *item = makeItem(parts.last(), path + u'/' + parts.last(), iconOf(parts.last()), false);
    item->setData(static_cast<qulonglong>(file.size), SizeRole);
    item->setToolTip(bytesText(file.size));
    parent->appendRow(item);
}

QModelIndex FileTreeModel::indexOf(const QString &path) const
{
    const auto found = match(index(0, 0), PathRole, path, 1, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? QModelIndex() : found.first();
}

} // namespace atelier::ui
