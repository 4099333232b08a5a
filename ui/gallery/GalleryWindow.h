#pragma once

#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace atelier::ui {
class Theme;
}

namespace atelier::ui::gallery {

/// Shows every widget, page by page, in each theme and at each text size.
class GalleryWindow : public QWidget
{
    Q_OBJECT

public:
    /// The theme outlives the window.
    explicit GalleryWindow(Theme &theme);

    /// False when there is no page of that name.
    bool showPage(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeBar();

    Theme &m_theme;
    QListWidget *m_names;
    QStackedWidget *m_pages;
};

} // namespace atelier::ui::gallery
