#include "app/studio/Arguments.h"
#include "app/studio/Headless.h"
#include "app/studio/StudioProgram.h"
#include "core/base/Ids.h"
#include "ui/gallery/GalleryWindow.h"
#include "ui/shell/Appearance.h"
#include "ui/text/Language.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QCursor>
#include <QDir>
#include <QFileInfo>
#include <QPixmap>
#include <QSettings>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace {

using atelier::studio::Arguments;

int fail(const std::string &sentence)
{
    std::fprintf(stderr, "%s\n", sentence.c_str());
    return 1;
}

QtMessageHandler messages = nullptr;

/// Qt looks for a Wayland session first; where there is no session at all, as on a server, nobody needs to be
/// told.
void withoutMissingSession(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (!text.startsWith(QStringLiteral("QStandardPaths: XDG_RUNTIME_DIR not set")))
        messages(type, context, text);
}

constexpr int pictureMs = 2500; ///< until a page has asked for what it shows

int writePicture(QWidget &window, const QString &file, int afterMs)
{
    QCursor::setPos(-1, -1); // else what is in the corner would look hovered
    window.show();
    QTimer::singleShot(afterMs, &window, [&window, file] {
        QDir().mkpath(QFileInfo(file).path());
        if (!window.grab().save(file))
            return QCoreApplication::exit(
                fail("The picture cannot be written to " + file.toStdString() + "."));
        std::printf("Picture: %s\n", qPrintable(QFileInfo(file).absoluteFilePath()));
        QCoreApplication::exit(0);
    });
    return QApplication::exec();
}

/// They win over what is kept, and are not kept themselves.
void applyArguments(atelier::ui::Theme &theme, const Arguments &arguments)
{
    if (arguments.scheme)
        theme.setScheme(*arguments.scheme);
    if (arguments.textScale)
        theme.setTextScale(*arguments.textScale);
    if (!arguments.picture.isEmpty())
        theme.setReducedMotion(true);
}

int runGallery(QApplication &application, const Arguments &arguments)
{
    atelier::ui::Theme theme(application);
    applyArguments(theme, arguments);
    atelier::ui::gallery::GalleryWindow window(theme);
    if (!arguments.page.isEmpty() && !window.showPage(arguments.page))
        return fail("The gallery has no page " + arguments.page.toStdString() + ".");
    if (!arguments.picture.isEmpty())
        return writePicture(window, arguments.picture, 0);
    window.show();
    return QApplication::exec();
}

atelier::ui::Address addressOf(const Arguments &arguments)
{
    using atelier::ui::PageKind;
    const QStringList jobs = arguments.job.split(u',', Qt::SkipEmptyParts);
    if (jobs.size() > 1)
        return {PageKind::Compare, jobs};
    if (!arguments.job.isEmpty())
        return {PageKind::Job, {arguments.job}, arguments.tab, arguments.filter, arguments.file};
    if (arguments.page == QStringLiteral("jobs"))
        return {PageKind::Jobs, {}, arguments.tab, arguments.filter};
    if (arguments.page == QStringLiteral("settings"))
        return {PageKind::Settings, {}, arguments.tab};
    return {};
}

int runStart(atelier::studio::StudioProgram &program, const Arguments &arguments)
{
    program.start();
    if (!arguments.picture.isEmpty())
        return writePicture(program.startWindow(), arguments.picture, 0);
    program.startWindow().show();
    return QApplication::exec();
}

int runStudio(QApplication &application, const Arguments &arguments)
{
    const char *chosen = std::getenv("ATELIER_RESOURCES");
    const std::filesystem::path resources = chosen == nullptr ? ATELIER_RESOURCES : chosen;
    QSettings settings;
    atelier::ui::useLanguage(arguments.language.isEmpty()
            ? settings.value(atelier::ui::languageKey()).toString()
            : arguments.language);
    atelier::ui::Theme theme(application);
    atelier::ui::Appearance(theme, settings).restore();
    applyArguments(theme, arguments);
    atelier::studio::StudioProgram program(theme, settings, resources);
    const auto workspace = atelier::studio::StudioProgram::chooseWorkspace(arguments.workspace);
    if (!workspace && workspace.error().code == "workspace.none" && !arguments.headless)
        return runStart(program, arguments);
    if (!workspace)
        return fail(workspace.error().sentence);
    atelier::ui::Address address = addressOf(arguments);
    if (arguments.headless) {
        const std::string job = atelier::randomJobName();
        if (const int code = atelier::studio::runHeadless(*workspace, resources / "sample/pipeline.yml", job);
            code != 0)
            return code;
        address = {atelier::ui::PageKind::Job, {QString::fromStdString(job)}};
    }
    if (const auto opened = program.open(*workspace); !opened)
        return fail(opened.error().sentence);
    program.window().go(address);
    if (!arguments.picture.isEmpty()) {
        program.window().resize(arguments.size);
        return writePicture(program.window(), arguments.picture, pictureMs);
    }
    program.window().show();
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
    if (arguments->help) {
        std::puts(qPrintable(atelier::studio::helpText()));
        return 0;
    }
    signal(SIGPIPE, SIG_IGN); // a service that goes away must not end us
    if (!arguments->picture.isEmpty()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_SCALE_FACTOR", QByteArray::number(arguments->pixelScale));
    }
    messages = qInstallMessageHandler(withoutMissingSession);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("atelier"));
    QApplication::setApplicationName(QStringLiteral("studio"));
    QApplication::setLayoutDirection(arguments->mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    return arguments->gallery ? runGallery(application, *arguments) : runStudio(application, *arguments);
}
