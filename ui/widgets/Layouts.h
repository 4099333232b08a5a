#pragma once

#include <QHBoxLayout>
#include <QMargins>
#include <QVBoxLayout>

class QWidget;

namespace atelier::ui {

/// Layouts do not mirror their margins in right-to-left windows: give left and right as start and end.
[[nodiscard]] QMargins startEnd(QMargins margins);

/// A row or column without Qt's own margins; of a widget, or to be put into another layout.
QHBoxLayout *makeRow(QWidget *parent, int spacing, QMargins margins = {});
QVBoxLayout *makeColumn(QWidget *parent, int spacing, QMargins margins = {});

/// Removes and deletes every widget and layout in a layout.
void clearLayout(QLayout &layout);

} // namespace atelier::ui
