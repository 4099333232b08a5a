#pragma once

#include <QWidget>

namespace atelier::ui {

class TextLabel;

/// A few lines of code on sunken ground. Lines end in "…" where there is no room; they can be selected, and a
/// person without a mouse reaches them as one text.
class CodeBlock : public QWidget
{
    Q_OBJECT

public:
    /// `name` says what the code is, to screen readers.
    explicit CodeBlock(const QString &name, QWidget *parent = nullptr);

    void setLines(const QStringList &lines);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QStringList m_lines;
};

} // namespace atelier::ui
