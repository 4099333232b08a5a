#pragma once

#include <QLineEdit>

namespace atelier::ui {

/// A field that filters as one types: a magnifying glass in front, a cross to clear it, Esc clears it too,
/// and the key that brings the focus here as a key cap.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

    /// Shows a key cap while the field is empty; the shortcut itself is the page's.
    void setKeyHint(const QString &key);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void placeEnd();

    QWidget *m_clear;
    QWidget *m_hint = nullptr;
};

} // namespace atelier::ui
