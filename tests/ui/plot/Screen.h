#pragma once

#include "ui/plot/MetricPlot.h"
#include "ui/plot/RasterThread.h"
#include "ui/theme/Theme.h"

#include <QApplication>

#include <memory>

class QTemporaryDir;

namespace atelier::test {

/// An application without a display, with the product's theme; made before anything else of Qt.
class Screen
{
public:
    Screen(int &argc, char **argv);
    ~Screen();

    [[nodiscard]] ui::Theme &theme() { return *m_theme; }

private:
    std::unique_ptr<QTemporaryDir> m_runtime;
    std::unique_ptr<QApplication> m_application;
    ui::Theme *m_theme; ///< of the application
};

/// Waits until the chart shows all that it was told; false after some seconds.
[[nodiscard]] bool waitForPicture(ui::MetricPlot &plot);

} // namespace atelier::test
