#pragma once

#include <QWidget>

namespace atelier::ui {

class Button;
class FindBar;
class IconButton;
class FileTitle;
class LogView;
class ToggleSwitch;

/// A log with its name and facts above, and below, when one looks for something, the bar to find in it.
class LogPane : public QWidget
{
    Q_OBJECT

public:
    explicit LogPane(QWidget *parent = nullptr);

    void setFile(const QString &path);
    void setLive(bool live);

    [[nodiscard]] LogView &view() { return *m_view; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeBar();
    IconButton *makeTool(QStringView icon, const QString &name, const QString &objectName);
    void connectBar();
    void addShortcuts();
    void showFacts();
    void showHits();
    void askWhere();
    void applyLook();

    LogView *m_view;
    FileTitle *m_title;
    QWidget *m_bar = nullptr;
    Button *m_firstError;
    IconButton *m_wrap = nullptr;
    IconButton *m_save = nullptr;
    IconButton *m_search = nullptr;
    ToggleSwitch *m_follow = nullptr;
    FindBar *m_find;
};

} // namespace atelier::ui
