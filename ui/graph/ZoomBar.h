#pragma once

#include <QWidget>

namespace atelier::ui {

/// The buttons that float over a canvas: zoom out, zoom in, show all.
class ZoomBar : public QWidget
{
    Q_OBJECT

public:
    explicit ZoomBar(QWidget *parent = nullptr);

Q_SIGNALS:
    void zoomOutRequested();
    void zoomInRequested();
    void fitRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace atelier::ui
