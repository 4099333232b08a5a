#include "tests/support/TemporaryFolder.h"
#include "ui/theme/Theme.h"

#include <gtest/gtest.h>

#include <QApplication>

namespace {

void failOnWarning(QtMsgType type, const QMessageLogContext & /*context*/, const QString &message)
{
    const bool known = message == QLatin1String("This plugin does not support propagateSizeHints()");
    if (type != QtDebugMsg && type != QtInfoMsg && !known)
        ADD_FAILURE() << message.toStdString();
}

} // namespace

int main(int argc, char **argv)
{
    const atelier::test::TemporaryFolder runtime;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("XDG_RUNTIME_DIR", runtime.path().c_str());
    testing::InitGoogleTest(&argc, argv);
    QApplication application(argc, argv);
    const atelier::ui::Theme theme(application, atelier::ui::Scheme::Light);
    qInstallMessageHandler(failOnWarning);
    return RUN_ALL_TESTS();
}
