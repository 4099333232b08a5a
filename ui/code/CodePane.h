#pragma once

#include "ui/code/CodeLanguage.h"

#include <QWidget>

namespace atelier::ui {

class CodeText;
class FileTitle;
class FindBar;
class IconButton;
class LineBar;

/// A file of code with its name and facts above, and below, when one looks for something, the bar to find in
/// it or to go to a line. The code's module must be loaded before the first text is shown.
class CodePane : public QWidget
{
    Q_OBJECT

public:
    explicit CodePane(QWidget *parent = nullptr);

    struct Contents
    {
        QString fileName;
        QString text;
        qint64 bytes = 0; ///< of the file
        bool isLaidOut = false; ///< the lines are not the file's own
    };
    void showText(const Contents &contents);

    [[nodiscard]] CodeText *text() { return m_text; }

Q_SIGNALS:
    void saveRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    IconButton *addTool(QStringView icon, const QString &name, const QString &objectName);
    void connectBars();
    void addShortcuts();
    void makeText();
    void find();
    void showHits();
    void showMenu(const QPoint &place);
    void returnFocus();

    QWidget *m_bar;
    FileTitle *m_title;
    IconButton *m_find = nullptr;
    IconButton *m_wrap = nullptr;
    IconButton *m_save = nullptr;
    CodeText *m_text = nullptr; ///< made with the first text
    FindBar *m_findBar;
    LineBar *m_lineBar;
    int m_hits = 0;
};

} // namespace atelier::ui
