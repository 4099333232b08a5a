#include "ui/shell/Appearance.h"

#include <QSettings>

#include <cmath>

namespace atelier::ui {

namespace {

const QString schemeKey = QStringLiteral("appearance/scheme");
const QString textScaleKey = QStringLiteral("appearance/textScale");
const QString reducedMotionKey = QStringLiteral("appearance/reducedMotion");
const QString densityKey = QStringLiteral("appearance/density");
const QString compact = QStringLiteral("compact");

} // namespace

Appearance::Appearance(Theme &theme, QSettings &settings)
    : m_theme(theme)
    , m_settings(settings)
{
}

void Appearance::restore()
{
    if (const auto scheme = schemeNames().indexOf(m_settings.value(schemeKey).toString()); scheme >= 0)
        m_theme.setScheme(static_cast<Scheme>(scheme));
    bool isNumber = false;
    if (const double scale = m_settings.value(textScaleKey).toDouble(&isNumber);
        isNumber && std::isfinite(scale))
        m_theme.setTextScale(scale);
    m_theme.setReducedMotion(m_settings.value(reducedMotionKey, false).toBool());
    m_theme.setDensity(
        m_settings.value(densityKey).toString() == compact ? Density::Compact : Density::Comfortable);
}

void Appearance::setScheme(Scheme scheme)
{
    m_theme.setScheme(scheme);
    m_settings.setValue(schemeKey, schemeNames().at(static_cast<int>(scheme)));
}

void Appearance::setTextScale(double scale)
{
    constexpr double perCent = 100;
    m_theme.setTextScale(std::round(scale * perCent) / perCent);
    m_settings.setValue(textScaleKey, m_theme.textScale());
}

void Appearance::setReducedMotion(bool reduced)
{
    m_theme.setReducedMotion(reduced);
    m_settings.setValue(reducedMotionKey, reduced);
}

void Appearance::setDensity(Density density)
{
    m_theme.setDensity(density);
    m_settings.setValue(densityKey, density == Density::Compact ? compact : QStringLiteral("comfortable"));
}

} // namespace atelier::ui
