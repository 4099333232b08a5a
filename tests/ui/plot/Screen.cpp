#include "tests/ui/plot/Screen.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>

namespace atelier::test {

Screen::Screen(int &argc, char **argv)
    : m_runtime(std::make_unique<QTemporaryDir>())
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("XDG_RUNTIME_DIR", m_runtime->path().toLocal8Bit());
    qputenv("TZ", "UTC");
    m_application = std::make_unique<QApplication>(argc, argv);
    m_theme = new ui::Theme(*m_application, ui::Scheme::Dark);
}

Screen::~Screen() = default;

bool waitForPicture(ui::MetricPlot &plot)
{
    constexpr int most = 10'000;
    return QTest::qWaitFor([&plot] { return plot.isUpToDate(); }, most);
}

} // namespace atelier::test
