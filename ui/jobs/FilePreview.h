#pragma once

#include "core/base/Result.h"

#include <QWidget>

#include <atomic>
#include <memory>
#include <string>

class QStackedLayout;

namespace atelier {
class JobCalls;
} // namespace atelier

namespace atelier::ui {

class CodePane;
class CopySaving;
class EmptyState;
class LogPane;
class PicturePane;
class TablePreview;
class TableSaving;
struct PictureFile;
struct TextFile;
struct Studio;

/// Shows a file as what it is: a log, code and other text, a picture, a table; of the rest it says what it is
/// and offers a copy. What takes time is read off the GUI thread, tables by the service.
class FilePreview : public QWidget
{
    Q_OBJECT

public:
    explicit FilePreview(const Studio &studio, QWidget *parent = nullptr);
    ~FilePreview() override;

    struct File
    {
        QString path;
        std::string job; ///< whose it is
        std::string name; ///< within the job: `outputs/predictions.parquet`
    };
    /// `isLive`: a log that still grows.
    void showFile(const File &file, bool isLive);
    /// Of a table that is shown, or about to be: the rows that the filter leaves.
    void filterBy(const QString &filter);
    void showNothing(const QString &text);
    /// Shows a blank until it is known what there is to show.
    void clear();

private:
    void leave();
    void showLog(const QString &path, bool isLive);
    void showText(const QString &path);
    void takeText(const QString &path, const Result<TextFile> &file);
    void showPicture(const QString &path);
    void takePicture(const QString &path, const PictureFile &picture);
    [[nodiscard]] QString problemOf(const QString &path, const PictureFile &picture) const;
    void showTable(const File &file);
    void tableFailed(const Error &error);
    void showOther(const QString &path);
    void say(const QString &title, const QString &text);
    void offerCopy(const QString &path);

    JobCalls &m_jobs;
    CopySaving *m_copies;
    TableSaving *m_rows;
    QStackedLayout *m_stack;
    QWidget *m_blank;
    LogPane *m_log;
    CodePane *m_code;
    PicturePane *m_picture;
    TablePreview *m_table;
    File m_file; ///< that is shown
    EmptyState *m_said = nullptr;
    using Stopped = std::atomic<bool>;
    std::shared_ptr<Stopped> m_stopped = std::make_shared<Stopped>(false); ///< reading the shown file
};

} // namespace atelier::ui
