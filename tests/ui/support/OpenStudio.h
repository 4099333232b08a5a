#pragma once

#include "app/studio/StudioProgram.h"
#include "tests/support/TemporaryFolder.h"

#include <QSettings>

namespace atelier::ui::test {

/// The whole window on a workspace of its own, with its real service; both end with it.
class OpenStudio
{
public:
    OpenStudio();
    ~OpenStudio();
    OpenStudio(const OpenStudio &) = delete;
    OpenStudio &operator=(const OpenStudio &) = delete;

    [[nodiscard]] StudioWindow &window() { return m_program.window(); }
    [[nodiscard]] QSettings &settings() { return m_settings; }
    [[nodiscard]] const std::filesystem::path &folder() const { return m_folder; }

    /// Submits a document and waits until the job is over.
    void run(const std::string &job, const Json &document);

    template<typename T>
    [[nodiscard]] T &need(const QString &name)
    {
        auto *found = window().findChild<T *>(name);
        if (found == nullptr)
            qFatal("there is no %s", qPrintable(name));
        return *found;
    }

private:
    const atelier::test::TemporaryFolder m_home;
    const std::filesystem::path m_folder;
    QSettings m_settings;
    studio::StudioProgram m_program;
};

} // namespace atelier::ui::test
