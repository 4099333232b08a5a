#pragma once

#include <QWidget>

#include <string>

class QPlainTextEdit;
class QLabel;
class QStackedLayout;

namespace atelier {
struct Error;
class JobCalls;
} // namespace atelier

namespace atelier::ui {

class LogPane;
class TablePreview;

/// Shows a file as what it is: a log, other text, JSON, a picture, a table; of the rest it says what it is
/// and offers a copy. What takes time is read off the GUI thread, tables by the service.
class FilePreview : public QWidget
{
    Q_OBJECT

public:
    /// The calls must outlive it.
    explicit FilePreview(JobCalls &jobs, QWidget *parent = nullptr);

    struct File
    {
        QString path;
        std::string job; ///< whose it is
        std::string name; ///< within the job: `outputs/predictions.parquet`
    };
    /// `isLive`: a log that still grows.
    void showFile(const File &file, bool isLive);
    void showNothing(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showText(const QString &path);
    void showPicture(const QString &path);
    void showTable(const File &file);
    void tableFailed(const Error &error);
    void showOther(const QString &path);
    void say(const QString &title, const QString &text);
    void fitPicture();

    JobCalls &m_jobs;
    QStackedLayout *m_stack;
    LogPane *m_log;
    QPlainTextEdit *m_text;
    QLabel *m_picture;
    TablePreview *m_table;
    QString m_tablePath;
    QPixmap m_original;
    QWidget *m_said = nullptr;
    int m_question = 0; ///< tells the answer for an earlier file
};

} // namespace atelier::ui
