#pragma once

#include "core/client/JobExport.h"
#include "ui/shell/Studio.h"

#include <QObject>

#include <memory>

namespace atelier::ui {

/// Saves all jobs of a list as comma-separated values where the user wants them, and tells with a toast what
/// became of it; one that takes long can be cancelled there.
class JobListSaving : public QObject
{
    Q_OBJECT

public:
    /// Its dialog is one of the parent's.
    JobListSaving(const Studio &studio, QWidget *parent);

    void askWhere(const JobFilter &filter, const QStringList &columns);
    void save(const JobFilter &filter, const QStringList &columns, const QString &target);

private:
    void write(JobExport &jobs, const QString &target, std::shared_ptr<const std::string> csv);
    void refuse(const Error &error);

    QWidget *m_parent;
    const Studio m_studio;
};

} // namespace atelier::ui
