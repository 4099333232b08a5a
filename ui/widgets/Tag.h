#pragma once

#include <QWidget>

class QPainter;

namespace atelier::ui {

/// A word that somebody gave a thing, 22 px high; with a cross where it can be taken off.
class Tag : public QWidget
{
    Q_OBJECT

public:
    enum class Removal { Fixed, Removable };

    explicit Tag(const QString &text, Removal removal = Removal::Fixed, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_text;
    Removal m_removal;
};

[[nodiscard]] QSize tagSize(const QString &text);
void drawTag(QPainter &painter, const QRect &box, const QString &text);

} // namespace atelier::ui
