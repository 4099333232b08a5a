#include "ui/theme/Type.h"

#include <QString>

#include <array>

namespace atelier::ui {

namespace {

struct Step
{
    int px;
    QFont::Weight weight;
};

// In the order of TextStyle.
constexpr std::array<Step, 12> ramp{{
    {11, QFont::Normal},
    {11, QFont::Medium},
    {12, QFont::Normal},
    {12, QFont::DemiBold},
    {13, QFont::Normal},
    {13, QFont::Medium},
    {13, QFont::DemiBold},
    {15, QFont::DemiBold},
    {20, QFont::DemiBold},
    {24, QFont::DemiBold},
    {28, QFont::DemiBold},
    {12, QFont::Normal},
}};

constexpr int firstTightened = 20;
constexpr double tightened = 98.2; // per cent of the advance

} // namespace

QFont font(TextStyle style)
{
    const Step step = ramp[static_cast<std::size_t>(style)];
    QFont made(style == TextStyle::Code ? QStringLiteral("Studio Mono") : QStringLiteral("Studio Sans"));
    made.setPixelSize(scaled(step.px));
    made.setWeight(step.weight);
    // Hinted advances differ from one scale factor to the next, and layouts with them.
    made.setHintingPreference(QFont::PreferNoHinting);
    if (step.px >= firstTightened)
        made.setLetterSpacing(QFont::PercentageSpacing, tightened);
    return made;
}

} // namespace atelier::ui
