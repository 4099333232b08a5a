#pragma once

#include "core/client/JobExport.h"
#include "core/client/JobPages.h"
#include "ui/shell/Studio.h"

#include <QObject>

#include <functional>
#include <string>

namespace atelier::ui {

/// Saves jobs of a list as comma-separated values where the user wants them, and tells with a toast what
/// became of it; one that takes long can be cancelled there.
class JobListSaving : public QObject
{
    Q_OBJECT

public:
    /// Its dialog is one of the parent's.
    JobListSaving(const Studio &studio, QWidget *parent);

    void askWhere(const JobFilter &filter, const QStringList &columns);
    /// These alone, as the list has them now.
    void askWhere(const JobRows &jobs, const QStringList &columns);
    void save(const JobFilter &filter, const QStringList &columns, const QString &target);
    void save(const JobRows &jobs, const QStringList &columns, const QString &target);

private:
    /// `csv` is made on another thread: ten thousand rows would hold the window up.
    void write(const QString &target, std::function<std::string()> csv);
    void refuse(const Error &error);

    QWidget *m_parent;
    const Studio m_studio;
};

} // namespace atelier::ui
