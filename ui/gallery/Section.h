#pragma once

#include <QHBoxLayout>
#include <QString>

namespace atelier::ui {
class ScrollPage;
}

namespace atelier::ui::gallery {

/// Adds a titled row of widgets to a page and answers the row.
QHBoxLayout *addSection(ScrollPage &page, const QString &title, int spacing = 8);

/// Adds a titled widget over the whole width.
void addWide(ScrollPage &page, const QString &title, QWidget *widget);

} // namespace atelier::ui::gallery
