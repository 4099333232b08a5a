#pragma once

#include "ui/settings/SettingsSection.h"
#include "ui/shell/Appearance.h"
#include "ui/shell/Studio.h"

class QComboBox;
class QSlider;

namespace atelier::ui {

class Segmented;
class TextLabel;
class ThemeChoice;
class ToggleSwitch;

/// Theme, size of text, density, motion and language.
class AppearanceSection : public SettingsSection
{
    Q_OBJECT

public:
    AppearanceSection(const Studio &studio, QWidget *parent);

private:
    void addThemes();
    void addReading();
    QWidget *makeTextSize();
    QWidget *makeDensity();
    QWidget *makeMotion();
    QWidget *makeLanguage();
    void showState();
    void showTextSize(int perCent);

    Theme &m_theme;
    QSettings &m_settings;
    Appearance m_appearance;
    ThemeChoice *m_themes;
    QSlider *m_textSize;
    TextLabel *m_perCent;
    Segmented *m_density;
    ToggleSwitch *m_motion;
};

} // namespace atelier::ui
