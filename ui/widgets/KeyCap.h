#pragma once

#include <QStringList>
#include <QWidget>

class QKeySequence;
class QPainter;

namespace atelier::ui {

/// One key, as it stands on the keyboard.
class KeyCap : public QWidget
{
    Q_OBJECT

public:
    explicit KeyCap(const QString &key, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_key;
};

/// For those who paint their own rows.
[[nodiscard]] QSize keyCapSize(const QString &key);
void drawKeyCap(QPainter &painter, const QRect &box, const QString &key);

/// The keys of a shortcut, each as it stands on the keyboard.
[[nodiscard]] QStringList keysOf(const QKeySequence &sequence);

} // namespace atelier::ui
