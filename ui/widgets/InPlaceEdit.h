#pragma once

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace atelier::ui {

class IconButton;

/// Text that is changed where it stands: the pencil puts a field in its place. Enter takes the text over,
/// with Ctrl where it has several lines, and so does leaving the field; Esc leaves everything as it was.
class InPlaceEdit : public QWidget
{
    Q_OBJECT

public:
    enum class Lines { One, Several };

    /// Takes `shown` over, which shows the text while nobody edits it. `name` is the pencil's: "Rename".
    InPlaceEdit(QWidget *shown, const QString &name, Lines lines, QWidget *parent = nullptr);

    /// What editing begins with; who edits already goes on from what was there before.
    void setText(const QString &text) { m_text = text; }
    void setEditable(bool editable);
    void begin();
    [[nodiscard]] bool isEditing() const;

Q_SIGNALS:
    /// Only where the text became another.
    void edited(const QString &text, const QString &before);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *field() const;
    [[nodiscard]] QString fieldText() const;
    [[nodiscard]] bool takesOver(int key, Qt::KeyboardModifiers modifiers) const;
    QWidget *makeEditor();
    void end(bool takeOver);

    QWidget *m_shown;
    IconButton *m_pencil;
    QLineEdit *m_line = nullptr; ///< one of these two
    QPlainTextEdit *m_lines = nullptr;
    QWidget *m_editor = nullptr; ///< around it: a layout would keep room where all in it is hidden
    bool m_isEditable = true;
    QString m_text;
    QString m_before; ///< while somebody edits
};

} // namespace atelier::ui
