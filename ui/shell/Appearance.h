#pragma once

#include "ui/theme/Theme.h"

class QSettings;

namespace atelier::ui {

/// The user's choice of how the window looks: put in force at once, and kept.
class Appearance
{
public:
    /// Both outlive it.
    Appearance(Theme &theme, QSettings &settings);

    /// Puts in force what is kept.
    void restore();

    void setScheme(Scheme scheme);
    void setTextScale(double scale);
    void setReducedMotion(bool reduced);
    void setDensity(Density density);

private:
    Theme &m_theme;
    QSettings &m_settings;
};

} // namespace atelier::ui
