#include "tests/support/TemporaryFolder.h"
#include "tests/ui/support/Application.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QCoreApplication>
#include <QString>

namespace {

atelier::ui::Theme *inForce = nullptr;

void failOnWarnings(QtMsgType type, const QMessageLogContext & /*context*/, const QString &message)
{
    // What the offscreen platform says of every window and menu.
    if (message.startsWith(QLatin1StringView("This plugin does not support ")))
        return;
    if (type == QtFatalMsg) {
        fprintf(stderr, "%s\n", qPrintable(message));
        return;
    }
    if (type == QtWarningMsg || type == QtCriticalMsg)
        ADD_FAILURE() << "Qt says: " << message.toStdString();
}

class FreshTheme : public testing::EmptyTestEventListener
{
    void OnTestStart(const testing::TestInfo & /*test*/) override
    {
        inForce->setScheme(atelier::ui::Scheme::Light);
        inForce->setTextScale(1.0);
        inForce->setReducedMotion(true);
        inForce->setDensity(atelier::ui::Density::Comfortable);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void OnTestEnd(const testing::TestInfo & /*test*/) override
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

} // namespace

atelier::ui::Theme &atelier::ui::test::theme()
{
    return *inForce;
}

int main(int argc, char **argv)
{
    const atelier::test::TemporaryFolder runtime;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("XDG_RUNTIME_DIR", QByteArray::fromStdString(runtime.path().string()));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    testing::InitGoogleTest(&argc, argv);
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    QApplication application(argc, argv);
    qInstallMessageHandler(failOnWarnings);
    inForce = new atelier::ui::Theme(application, atelier::ui::Scheme::Light);
    testing::UnitTest::GetInstance()->listeners().Append(new FreshTheme);
    return RUN_ALL_TESTS();
}
