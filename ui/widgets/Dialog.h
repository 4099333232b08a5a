#pragma once

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace atelier::ui {

class Button;
class IconButton;

/// A modal sheet within its window, over a scrim. Tab stays inside, Esc rejects, the focus goes back to where
/// it was. Deletes itself when it is closed: hold it in a QPointer.
class Dialog : public QWidget
{
    Q_OBJECT

public:
    /// `width` is in pixels at 100 %; the height follows from the contents.
    Dialog(QWidget &window, const QString &title, int width = 480);

    /// Where the contents go.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// Buttons stand at the end of the foot; the one added last is the outermost. The dialog takes them over.
    void addButton(Button *button);
    /// What has the focus when the dialog opens; for what destroys something, Cancel.
    void setFirstFocus(QWidget *widget);

    void open();
    void accept();
    void reject();

Q_SIGNALS:
    void accepted();
    void rejected();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void addHead(const QString &title);
    void close();
    void place();

    int m_width;
    QWidget *m_sheet;
    IconButton *m_cross;
    QVBoxLayout *m_body;
    QBoxLayout *m_buttons;
    QPointer<QWidget> m_firstFocus;
    QPointer<QWidget> m_before;
};

} // namespace atelier::ui
