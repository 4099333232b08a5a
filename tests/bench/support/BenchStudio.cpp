#include "tests/bench/support/BenchStudio.h"

#include "core/client/WorkspaceFolder.h"
#include "ui/text/Format.h"

#include <QSettings>

namespace atelier::test {

BenchStudio::BenchStudio(int &argc, char **argv, const ui::StudioWindow::Pages &pages)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char *variable : {"XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"})
        qputenv(variable, QByteArray::fromStdString(m_folder.path().string()));
    m_gui = std::make_unique<GuiThread>(argc, argv);
    m_theme = std::make_unique<ui::Theme>(*m_gui);
    m_settings
        = std::make_unique<QSettings>(ui::textOf((m_folder / "settings.ini").string()), QSettings::IniFormat);
    auto connection = WorkspaceConnection::open(*createWorkspaceFolder(m_folder / "ws"));
    m_window = std::make_unique<ui::StudioWindow>(ui::StudioWindow::Parts{std::move(*connection), *m_theme,
        *m_settings, std::filesystem::path(ATELIER_SOURCE_DIR) / "resources", pages, {}});
    m_window->resize(1440, 900);
    m_window->show();
    waitUntil([this] { return m_window->connection().isConnected(); });
}

BenchStudio::~BenchStudio()
{
    bool isGone = false;
    m_window->connection().client().post(
        "/api/v1/service/stop", {{"force", true}}, m_window.get(), [&](const Reply &) { isGone = true; });
    waitUntil([&] { return isGone; });
}

void BenchStudio::post(const std::string &path, const Json &body, std::function<void(const Json &)> answered)
{
    m_window->connection().client().post(
        path, body, m_window.get(), [answered = std::move(answered)](const Reply &reply) {
            if (!reply.isSuccess()) {
                std::fprintf(stderr, "%s\n", reply.errors.front().sentence.c_str());
                std::exit(1);
            }
            answered(reply.json);
        });
}

} // namespace atelier::test
