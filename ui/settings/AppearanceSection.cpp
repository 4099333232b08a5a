#include "ui/settings/AppearanceSection.h"

#include "ui/settings/SampleCard.h"
#include "ui/settings/SettingRow.h"
#include "ui/settings/SettingsCard.h"
#include "ui/settings/ThemeChoice.h"
#include "ui/text/Format.h"
#include "ui/text/Language.h"
#include "ui/theme/Motion.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Segmented.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/TextSize.h"
#include "ui/widgets/ToggleSwitch.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace atelier::ui {

namespace {

constexpr double perCent = 100;

int toPerCent(double scale)
{
    return static_cast<int>(std::lround(scale * perCent));
}

} // namespace

AppearanceSection::AppearanceSection(const Studio &studio, QWidget *parent)
    : SettingsSection(tr("Appearance"), tr("Changes apply at once. Nothing to save."), u"color", parent)
    , m_theme(studio.theme)
    , m_settings(studio.settings)
    , m_appearance(studio.theme, studio.settings)
{
    addThemes();
    addReading();
    setAside(new SampleCard(widget()));
    connect(&m_theme, &Theme::changed, this, &AppearanceSection::showState);
    showState();
}

void AppearanceSection::addThemes()
{
    body()->addWidget(new TextLabel(tr("Theme"), TextStyle::BodyStrong, &Colors::text, widget()));
    m_themes = new ThemeChoice(widget());
    body()->addWidget(m_themes);
    connect(m_themes, &ThemeChoice::chosen, this, [this](Scheme scheme) { m_appearance.setScheme(scheme); });
}

void AppearanceSection::addReading()
{
    SettingsCard *card = addCard(tr("Reading"));
    card->add(new SettingRow(
        tr("Text size"), tr("Ctrl+= and Ctrl+- anywhere, Ctrl+0 for 100%"), makeTextSize(), card));
    auto *rows = new SettingRow(tr("Table rows"), tr("Compact shows a third more jobs"), makeDensity(), card);
    rows->addWords(tr("Comfortable"));
    card->add(rows);
    card->add(new SettingRow(
        tr("Reduce motion"), tr("Bars and panels stop moving; progress stays readable"), makeMotion(), card));
    auto *language = new SettingRow(tr("Language"),
        tr("Numbers and dates follow it. Applies when Atelier starts again."), makeLanguage(), card);
    for (const Language &one : languages())
        language->addWords(one.name);
    card->add(language);
}

QWidget *AppearanceSection::makeTextSize()
{
    auto *part = new QWidget(this);
    part->setAccessibleName(tr("Text size"));
    auto *row = makeRow(part, 10);
    m_textSize = new QSlider(Qt::Horizontal, part);
    m_textSize->setObjectName(QStringLiteral("textSize"));
    m_textSize->setAccessibleName(tr("Text size in per cent"));
    m_textSize->setRange(toPerCent(smallestTextScale), toPerCent(largestTextScale));
    m_textSize->setSingleStep(5);
    m_textSize->setPageStep(10);
    // Text that grew under the mouse would move the slider away from it.
    m_textSize->setTracking(false);
    m_perCent = new TextLabel({}, TextStyle::Body, &Colors::text, part);
    followTextSize(*part, [this] {
        m_textSize->setFixedWidth(scaled(150));
        m_perCent->setMinimumWidth(m_perCent->fontMetrics().horizontalAdvance(percentText(largestTextScale)));
    });
    row->addWidget(new TextLabel(QStringLiteral("A"), TextStyle::Caption, &Colors::text3, part));
    row->addWidget(m_textSize);
    row->addWidget(new TextLabel(QStringLiteral("A"), TextStyle::Subtitle, &Colors::text3, part));
    row->addWidget(m_perCent);
    connect(m_textSize, &QSlider::sliderMoved, this, &AppearanceSection::showTextSize);
    connect(m_textSize, &QSlider::valueChanged, this,
        [this](int value) { m_appearance.setTextScale(value / perCent); });
    return part;
}

QWidget *AppearanceSection::makeDensity()
{
    m_density = new Segmented(tr("Table rows"), {{tr("Comfortable")}, {tr("Compact")}}, this);
    m_density->setObjectName(QStringLiteral("density"));
    connect(m_density, &Segmented::currentChanged, this,
        [this](int index) { m_appearance.setDensity(static_cast<Density>(index)); });
    return m_density;
}

QWidget *AppearanceSection::makeMotion()
{
    m_motion = new ToggleSwitch({}, this);
    m_motion->setObjectName(QStringLiteral("reducedMotion"));
    connect(m_motion, &ToggleSwitch::toggled, this,
        [this](bool reduced) { m_appearance.setReducedMotion(reduced); });
    return m_motion;
}

QWidget *AppearanceSection::makeLanguage()
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(QStringLiteral("language"));
    choice->addItem(tr("System"), systemLanguage());
    for (const Language &language : languages())
        choice->addItem(language.name, language.code);
    choice->setCurrentIndex(std::max(0, choice->findData(m_settings.value(languageKey()))));
    connect(choice, &QComboBox::activated, this,
        [this, choice] { m_settings.setValue(languageKey(), choice->currentData()); });
    return choice;
}

void AppearanceSection::showState()
{
    const QSignalBlocker sizeBlocker(m_textSize);
    const QSignalBlocker densityBlocker(m_density);
    const QSignalBlocker motionBlocker(m_motion);
    m_themes->setCurrent(m_theme.scheme());
    m_textSize->setValue(toPerCent(m_theme.textScale()));
    showTextSize(m_textSize->value());
    m_density->setCurrent(static_cast<int>(density()));
    m_motion->setChecked(reducedMotion());
}

void AppearanceSection::showTextSize(int value)
{
    m_perCent->setText(percentText(value / perCent));
}

} // namespace atelier::ui
