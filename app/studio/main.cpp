#include "app/studio/Arguments.h"
#include "ui/gallery/GalleryWindow.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QPixmap>

#include <cstdio>

namespace {

using atelier::studio::Arguments;

int fail(const std::string &sentence)
{
    std::fprintf(stderr, "%s\n", sentence.c_str());
    return 1;
}

int writePicture(atelier::ui::gallery::GalleryWindow &window, const QString &file)
{
    // Two rounds of events: one shows the window, one lays out what that has changed.
    window.show();
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    return window.grab().save(file) ? 0
                                    : fail("The picture cannot be written to " + file.toStdString() + ".");
}

int runGallery(QApplication &application, const Arguments &arguments)
{
    atelier::ui::Theme theme(application, arguments.scheme);
    theme.setTextScale(arguments.textScale);
    theme.setReducedMotion(!arguments.picture.isEmpty());
    atelier::ui::gallery::GalleryWindow window(theme);
    if (!arguments.page.isEmpty() && !window.showPage(arguments.page))
        return fail("The gallery has no page " + arguments.page.toStdString() + ".");
    if (!arguments.picture.isEmpty())
        return writePicture(window, arguments.picture);
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    const auto arguments = atelier::studio::readArguments(words);
    if (!arguments)
        return fail(arguments.error().sentence);
    if (arguments->help || !arguments->gallery) {
        std::puts(qPrintable(atelier::studio::helpText()));
        return arguments->help ? 0 : 1;
    }
    if (!arguments->picture.isEmpty()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_SCALE_FACTOR", QByteArray::number(arguments->pixelScale));
    }
    QApplication application(argc, argv);
    QApplication::setLayoutDirection(arguments->mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    return runGallery(application, *arguments);
}
