#pragma once

#include "tests/bench/support/GuiThread.h"
#include "tests/support/TemporaryFolder.h"
#include "ui/shell/StudioWindow.h"

#include <QElapsedTimer>
#include <QThread>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>

namespace atelier::test {

/// Runs the event loop until something has come true; ends the program where nothing does for minutes.
template<typename Condition>
void waitUntil(Condition condition)
{
    constexpr int longestMs = 300'000;
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > longestMs) {
            std::fprintf(stderr, "nothing came\n");
            std::exit(1);
        }
        QCoreApplication::processEvents();
        QThread::msleep(1); // waiting costs no processor time that would be measured
    }
}

/// A window without a screen, on a workspace and a service of its own, which both go with it.
class BenchStudio
{
public:
    BenchStudio(int &argc, char **argv, const ui::StudioWindow::Pages &pages);
    ~BenchStudio();

    [[nodiscard]] ui::StudioWindow &window() { return *m_window; }
    [[nodiscard]] GuiThread &gui() { return *m_gui; }
    /// Calls back with the answer; a refusal ends the program.
    void post(const std::string &path, const Json &body, std::function<void(const Json &)> answered);

private:
    const TemporaryFolder m_folder;
    std::unique_ptr<GuiThread> m_gui;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::StudioWindow> m_window;
};

} // namespace atelier::test
