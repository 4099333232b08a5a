// Measures the studio's window from inside; bench.py starts it, on a display of its own. A line for each
// thing measured: its name, milliseconds on the wall (from the time that the parent tells, where it tells
// one) and milliseconds of the GUI thread's processor.
//   window_probe bare SINCE                  a QMainWindow with the same style and fonts
//   window_probe home SINCE WORKSPACE        the studio, until Home shows its data
//   window_probe pages TIMES WORKSPACE JOB   going from page to page, and changing the theme
//   window_probe live SECONDS WORKSPACE JOB  the charts of a job that gets points meanwhile
#include "app/studio/StudioProgram.h"
#include "tests/bench/support/GuiThread.h"
#include "tests/bench/window/Painted.h"
#include "ui/plot/MetricPlot.h"
#include "ui/theme/Theme.h"

#include <QMainWindow>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

namespace {

using namespace atelier;
using namespace atelier::test;

constexpr QSize size(1440, 900);
constexpr int settleMs = 300; ///< between two measurements

void print(const char *what, double wall, double processor)
{
    std::printf("%s %.3f %.3f\n", what, wall, processor);
    std::fflush(stdout);
}

void print(const char *what, const Taken &taken)
{
    print(what, taken.wall, taken.processor);
}

void settle(int milliseconds = settleMs)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// The studio on a workspace, on Home, with settings of its own that nothing keeps.
class Studio
{
public:
    Studio(QApplication &application, const char *workspace)
        : m_theme(application, ui::Scheme::Light)
        , m_settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
        , m_program(m_theme, m_settings, ATELIER_RESOURCES)
    {
        if (const auto opened = m_program.open(workspace); !opened) {
            std::fprintf(stderr, "%s\n", describe(opened.error()).c_str());
            std::exit(1);
        }
        window().resize(size);
        window().show();
    }

    [[nodiscard]] ui::Theme &theme() { return m_theme; }
    [[nodiscard]] ui::StudioWindow &window() { return m_program.window(); }

    [[nodiscard]] bool hasHomesData()
    {
        const auto *home = window().findChild<QWidget *>(QStringLiteral("homePage"));
        const auto *jobs = home->findChild<QTableView *>();
        return jobs != nullptr && jobs->isVisible() && jobs->model()->rowCount() > 0;
    }

    Taken goTo(const ui::Address &address, const QString &page)
    {
        std::unique_ptr<Painted> painted;
        return takenUntil(
            [&] {
                window().go(address);
                painted = std::make_unique<Painted>(*window().findChild<QWidget *>(page));
            },
            [&] { return painted->isDone(); });
    }

private:
    ui::Theme m_theme;
    QTemporaryDir m_folder; // a file of its own: as root, settings would put a file in the place of /dev/null
    QSettings m_settings;
    studio::StudioProgram m_program;
};

void measureBare(QApplication &application, double since)
{
    const ui::Theme theme(application, ui::Scheme::Light);
    QMainWindow window;
    window.resize(size);
    Painted painted(window);
    const Taken taken = takenUntil([&] { window.show(); }, [&] { return painted.isDone(); });
    print("painted", monotonicMilliseconds() - since, taken.processor);
}

void measureHome(QApplication &application, double since, const char *workspace)
{
    Studio studio(application, workspace);
    Painted painted(studio.window());
    const Taken first = takenUntil([] {}, [&] { return painted.isDone(); });
    print("painted", monotonicMilliseconds() - since, first.processor);
    Painted again(studio.window());
    const Taken data = takenUntil([] {}, [&] { return studio.hasHomesData() && again.isDone(); });
    print("data", monotonicMilliseconds() - since, first.processor + data.processor);
}

void measurePages(QApplication &application, int times, const char *workspace, const char *job)
{
    using ui::PageKind;
    Studio studio(application, workspace);
    static_cast<void>(takenUntil([] {}, [&] { return studio.hasHomesData(); }));
    const struct
    {
        const char *name;
        ui::Address address;
        QString page;
    } visits[] = {{"jobs", {PageKind::Jobs}, QStringLiteral("jobsPage")},
        {"job", {PageKind::Job, {QString::fromUtf8(job)}}, QStringLiteral("jobPage")},
        {"settings", {PageKind::Settings}, QStringLiteral("settingsPage")},
        {"home", {PageKind::Home}, QStringLiteral("homePage")}};
    for (int round = 0; round <= times; ++round)
        for (const auto &[name, address, page] : visits) {
            settle();
            print(
                ((round == 0 ? "first-" : "again-") + std::string(name)).c_str(), studio.goTo(address, page));
        }
    for (int round = 0; round < times; ++round)
        for (const ui::Scheme scheme : {ui::Scheme::Dark, ui::Scheme::Light}) {
            settle();
            Painted painted(*studio.window().centralWidget());
            print("theme",
                takenUntil([&] { studio.theme().setScheme(scheme); }, [&] { return painted.isDone(); }));
        }
}

/// How many frames the charts drew, and how long the handlers kept the GUI thread meanwhile.
void measureLive(GuiThread &application, int seconds, const char *workspace, const char *job)
{
    Studio studio(application, workspace);
    static_cast<void>(studio.goTo(
        {ui::PageKind::Job, {QString::fromUtf8(job)}, QStringLiteral("metrics")}, QStringLiteral("jobPage")));
    const auto plots = [&] { return studio.window().findChildren<ui::MetricPlot *>(); };
    static_cast<void>(takenUntil([] {}, [&] { return !plots().isEmpty(); }));
    settle(2000);
    int frames = 0;
    for (const ui::MetricPlot *plot : plots())
        QObject::connect(plot, &ui::MetricPlot::drawn, plot, [&frames] { ++frames; });
    application.reset();
    settle(seconds * 1000);
    print("frames", frames, 0);
    for (const double share : {0.5, 0.99, 0.999, 1.0})
        print("handler", share, application.handlers().quantile(share));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    const std::string what = argv[1];
    const double since = std::atof(argv[2]);
    GuiThread application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("atelier"));
    QApplication::setApplicationName(QStringLiteral("studio"));
    if (what == "bare")
        measureBare(application, since);
    else if (what == "home" && argc == 4)
        measureHome(application, since, argv[3]);
    else if (what == "pages" && argc == 5)
        measurePages(application, static_cast<int>(since), argv[3], argv[4]);
    else if (what == "live" && argc == 5)
        measureLive(application, static_cast<int>(since), argv[3], argv[4]);
    else
        return 2;
    return 0;
}
