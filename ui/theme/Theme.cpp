#include "ui/theme/Theme.h"

#include "ui/theme/InForce.h"
#include "ui/theme/StudioStyle.h"
#include "ui/theme/SystemScheme.h"
#include "ui/theme/Tokens.h"
#include "ui/theme/Type.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QPalette>
#include <QToolTip>
#include <QWidget>

#include <algorithm>

using Qt::Literals::StringLiterals::operator""_s;

// Outside of any namespace, as the macro wants it.
static void initFontResource()
{
    Q_INIT_RESOURCE(fonts);
}

namespace atelier::ui {

namespace {

void addFonts()
{
    initFontResource();
    const QDir folder(u":/fonts"_s);
    const QStringList files = folder.entryList();
    if (files.isEmpty())
        qFatal("the fonts are not built in");
    for (const QString &file : files)
        if (QFontDatabase::addApplicationFont(folder.filePath(file)) < 0)
            qFatal("the built-in font %s cannot be read", qPrintable(file));
}

void setAccents(QPalette &palette, const Colors &c)
{
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accentText);
    palette.setColor(QPalette::LinkVisited, c.accentText);
    palette.setColor(QPalette::BrightText, c.dangerText);
}

void setEdges(QPalette &palette, const Colors &c)
{
    palette.setColor(QPalette::Light, c.stroke);
    palette.setColor(QPalette::Midlight, c.strokeSubtle);
    palette.setColor(QPalette::Mid, c.stroke);
    palette.setColor(QPalette::Dark, c.strokeStrong);
    palette.setColor(QPalette::Shadow, c.shadow);
}

QPalette paletteFrom(const Colors &c)
{
    QPalette palette(
        c.text, c.surface, c.stroke, c.strokeStrong, c.stroke, c.text, c.dangerText, c.surface, c.canvas);
    palette.setColor(QPalette::AlternateBase, c.canvas);
    palette.setColor(QPalette::PlaceholderText, c.text3);
    palette.setColor(QPalette::ToolTipBase, c.raised);
    palette.setColor(QPalette::ToolTipText, c.text);
    setAccents(palette, c);
    setEdges(palette, c);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.stroke);
    return palette;
}

} // namespace

QEvent::Type lookChange()
{
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}

QStringList schemeNames()
{
    return {u"system"_s, u"light"_s, u"dark"_s, u"high-contrast"_s, u"high-contrast-light"_s};
}

QStringView tokenTheme(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light:
        return u"light";
    case Scheme::HighContrast:
        return u"highContrast";
    case Scheme::HighContrastLight:
        return u"highContrastLight";
    default:
        return u"dark";
    }
}

Scheme counterpart(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light:
        return Scheme::Dark;
    case Scheme::HighContrast:
        return Scheme::HighContrastLight;
    case Scheme::HighContrastLight:
        return Scheme::HighContrast;
    default:
        return Scheme::Light;
    }
}

Theme::Theme(QApplication &application, Scheme scheme)
    : QObject(&application)
    , m_system(std::make_unique<SystemScheme>(application.palette()))
    , m_scheme(scheme)
{
    addFonts();
    QApplication::setStyle(new StudioStyle);
    connect(m_system.get(), &SystemScheme::changed, this, [this] {
        if (m_scheme == Scheme::System)
            apply();
    });
    apply();
}

Theme::~Theme() = default;

void Theme::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    apply();
}

void Theme::setTextScale(double scale)
{
    inForce().textScale = std::clamp(scale, smallestTextScale, largestTextScale);
    apply();
}

void Theme::setReducedMotion(bool reduced)
{
    inForce().reducedMotion = reduced;
    apply();
}

void Theme::setDensity(Density density)
{
    inForce().density = density;
    apply();
}

Scheme Theme::schemeInForce() const
{
    if (m_scheme != Scheme::System)
        return m_scheme;
    return m_system->isDark() ? Scheme::Dark : Scheme::Light;
}

bool Theme::isDark() const
{
    const Scheme scheme = schemeInForce();
    return scheme == Scheme::Dark || scheme == Scheme::HighContrast;
}

double Theme::textScale() const
{
    return inForce().textScale;
}

void Theme::apply()
{
    const Scheme shown = schemeInForce();
    inForce().colors = readTokens(builtInTokens(), tokenTheme(shown));
    inForce().outlined = shown == Scheme::HighContrast || shown == Scheme::HighContrastLight;
    // Propagating a font to thousands of widgets costs more than all the rest of a switch.
    if (const QFont body = font(TextStyle::Body); QApplication::font() != body)
        QApplication::setFont(body);
    const QPalette palette = paletteFrom(colors());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QToolTip::setFont(font(TextStyle::Caption));
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QEvent change(lookChange());
        QCoreApplication::sendEvent(widget, &change);
        // Two themes may share a palette: what is painted with tokens alone must follow too.
        widget->update();
    }
    Q_EMIT changed();
}

} // namespace atelier::ui
