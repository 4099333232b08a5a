#include "tests/support/TemporaryFolder.h"
#include "ui/theme/Theme.h"

#include <gtest/gtest.h>

#include <QApplication>

#include <cstdlib>

namespace {

// A warning of Qt's is a mistake of ours, but for the one that its offscreen windows always give.
void failOnWarning(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type >= QtWarningMsg && !message.contains(QLatin1String("propagateSizeHints")))
        ADD_FAILURE() << message.toStdString();
}

} // namespace

int main(int argc, char **argv)
{
    const atelier::test::TemporaryFolder runtime;
    setenv("QT_QPA_PLATFORM", "offscreen", 1);
    setenv("XDG_RUNTIME_DIR", runtime.path().c_str(), 1);
    testing::InitGoogleTest(&argc, argv);
    qInstallMessageHandler(failOnWarning);
    QApplication application(argc, argv);
    const atelier::ui::Theme theme(application, atelier::ui::Scheme::Dark);
    return RUN_ALL_TESTS();
}
