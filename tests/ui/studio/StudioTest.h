#pragma once

#include "core/client/JobWatch.h"
#include "tests/support/TemporaryFolder.h"
#include "ui/shell/StudioWindow.h"

#include <gtest/gtest.h>

#include <QAnyStringView>
#include <QSettings>
#include <QTest>

#include <functional>
#include <memory>
#include <string>

namespace atelier::ui::test {

/// A window on a workspace of its own, with a real service; folders of the user's are the test's.
class StudioTest : public testing::Test
{
protected:
    void SetUp() override;
    void TearDown() override;

    /// Closes the window and opens it again, on the same service and settings.
    void reopen();

    /// Runs the event loop until something has come true; false after 20 s without that.
    [[nodiscard]] static bool waitUntil(const std::function<bool()> &condition);
    /// Submits a command job and answers when the service has it.
    void submit(const std::string &name, const std::string &command, const std::string &experiment = "tests");
    void submitDocument(const std::string &name, const Json &document);
    [[nodiscard]] bool waitForStatus(const std::string &name, JobStatus status);
    void go(const Address &address) { m_window->go(address); }

    /// The visible widget of that object name; none is none.
    template<typename Widget>
    [[nodiscard]] Widget *visible(QAnyStringView name) const
    {
        for (Widget *widget : m_window->findChildren<Widget *>(name.toString()))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    [[nodiscard]] bool isVisible(QAnyStringView name) const { return visible<QWidget>(name) != nullptr; }
    /// The same; the test fails where there is none.
    template<typename Widget>
    Widget *need(QAnyStringView name)
    {
        Widget *widget = visible<Widget>(name);
        if (widget == nullptr)
            ADD_FAILURE() << "no visible " << name.toString().toStdString();
        return widget;
    }
    /// Clicks on the visible button of that object name, or of that text.
    void press(QAnyStringView name);
    void pressText(const QString &text);
    /// All text that a visible label shows.
    [[nodiscard]] bool shows(const QString &text) const;

    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path(); }
    [[nodiscard]] std::filesystem::path workspace() const { return m_folder / "ws"; }
    [[nodiscard]] QSettings &settings() { return *m_settings; }

    std::unique_ptr<StudioWindow> m_window;

private:
    void open();

    atelier::test::TemporaryFolder m_folder;
    std::unique_ptr<QSettings> m_settings;
};

} // namespace atelier::ui::test
