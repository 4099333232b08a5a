#pragma once

#include <QWidget>

class QLineEdit;

namespace atelier::ui {

class IconButton;
class LogView;
class TextLabel;

/// Finds text in a log: Enter goes to the next hit, Shift+Enter to the one before, Esc closes.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(LogView &view, QWidget *parent = nullptr);

    /// Shows the bar and brings the keyboard here.
    void open();
    void close();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    IconButton *addButton(QStringView icon, const QString &name, const QString &objectName);
    void search();
    void showCount();
    void applyLook();

    LogView &m_view;
    QLineEdit *m_text;
    IconButton *m_matchCase;
    TextLabel *m_count;
};

} // namespace atelier::ui
