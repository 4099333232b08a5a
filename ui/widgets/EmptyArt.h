#pragma once

#include <QWidget>

namespace atelier::ui {

/// Three fanned cards, the front one with the icon of what is missing.
class EmptyArt : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyArt(QStringView icon, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
};

} // namespace atelier::ui
