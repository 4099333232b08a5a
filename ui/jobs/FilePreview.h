#pragma once

#include <QWidget>

class QPlainTextEdit;
class QLabel;
class QStackedLayout;

namespace atelier::ui {

class LogPane;

/// Shows a file as what it is: a log, other text, JSON, a picture; of the rest it says what it is and offers
/// a copy. What takes time is read off the GUI thread.
class FilePreview : public QWidget
{
    Q_OBJECT

public:
    explicit FilePreview(QWidget *parent = nullptr);

    /// `isLive`: a log that still grows.
    void showFile(const QString &path, bool isLive);
    void showNothing(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showText(const QString &path);
    void showPicture(const QString &path);
    void showOther(const QString &path);
    void say(const QString &title, const QString &text);
    void fitPicture();

    QStackedLayout *m_stack;
    LogPane *m_log;
    QPlainTextEdit *m_text;
    QLabel *m_picture;
    QPixmap m_original;
    QWidget *m_said = nullptr;
    int m_question = 0; ///< tells the answer for an earlier file
};

} // namespace atelier::ui
