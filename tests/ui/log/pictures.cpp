// Draws a log in both themes at one and two pixels a point: `log_pictures LOG FOLDER`.
#include "ui/log/LogPane.h"
#include "ui/log/LogView.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QTest>

#include <cstdio>
#include <cstdlib>

using namespace atelier::ui;

namespace {

void draw(LogPane &pane, const QString &path, double scale)
{
    QImage image(pane.size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    pane.render(&painter);
    painter.end();
    if (!image.save(path))
        std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3) {
        std::fprintf(stderr, "usage: %s LOG FOLDER [TEXT TO FIND]\n", argv[0]);
        return 2;
    }
    setenv("QT_QPA_PLATFORM", "offscreen", 1);
    QApplication application(argc, argv);
    Theme theme(application, Scheme::Dark);
    LogPane pane;
    pane.resize(968, 714);
    pane.setLive(true);
    pane.show();
    pane.setFile(QString::fromLocal8Bit(argv[1]));
    (void)QTest::qWaitFor([&] { return pane.view().document().state().judged; });
    if (argc > 3) {
        QTest::keyClick(&pane.view(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(
            pane.findChild<QLineEdit *>(QStringLiteral("findText")), QString::fromLocal8Bit(argv[3]));
        (void)QTest::qWaitFor([&] { return pane.view().currentHit().has_value(); });
    }
    const QString folder = QString::fromLocal8Bit(argv[2]);
    for (const auto &[scheme, name] : {std::pair{Scheme::Dark, "dark"}, std::pair{Scheme::Light, "light"}}) {
        theme.setScheme(scheme);
        QCoreApplication::processEvents();
        for (const int scale : {1, 2})
            draw(
                pane, QStringLiteral("%1/log-%2@%3x.png").arg(folder, QLatin1String(name)).arg(scale), scale);
    }
    return 0;
}
