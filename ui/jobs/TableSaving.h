#pragma once

#include "core/base/Result.h"
#include "core/domain/TablePage.h"
#include "ui/shell/Studio.h"

#include <QObject>

#include <memory>

namespace atelier {
class FileReplacement;
}

namespace atelier::ui {

/// Saves rows of a job's table as comma-separated values where the user wants them, and tells with a toast
/// what became of it; one that takes long can be cancelled there. What is under way when this goes ends
/// without a trace.
class TableSaving : public QObject
{
    Q_OBJECT

public:
    struct Rows
    {
        std::string job;
        std::string file; ///< within the job: `outputs/predictions.parquet`
        TablePart part;
    };

    /// Its dialog is one of the parent's.
    TableSaving(const Studio &studio, QWidget *parent);

    void askWhere(const Rows &rows);
    void save(const Rows &rows, const QString &target);

private:
    using Target = std::shared_ptr<FileReplacement>;
    void fetch(QObject &saving, const Rows &rows, const QString &target, const Target &file);
    void finish(QObject &saving, const QString &target, const Target &file);
    void tell(QObject &saving, const QString &target, const Result<void> &saved);

    QWidget *m_parent;
    const Studio m_studio;
};

} // namespace atelier::ui
