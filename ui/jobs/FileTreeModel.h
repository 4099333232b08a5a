#pragma once

#include "core/client/JobCalls.h"

#include <QStandardItemModel>

namespace atelier::ui {

/// Files of a job as a tree: each root is a place (a folder of the job, or of one of its steps) with what
/// lies below it.
class FileTreeModel : public QStandardItemModel
{
    Q_OBJECT

public:
    enum Role { PathRole = Qt::UserRole + 1, SizeRole, IsFolderRole };

    explicit FileTreeModel(QObject *parent = nullptr);

    struct Place
    {
        QString name;
        QString folder; ///< where its files lie on this machine
        std::vector<JobFile> files;
    };
    void setPlaces(const std::vector<Place> &places);
    /// Invalid where it is not shown.
    [[nodiscard]] QModelIndex indexOf(const QString &path) const;

private:
    void addFile(QStandardItem &place, const QString &folder, const JobFile &file);
};

} // namespace atelier::ui
