#include "ui/theme/Tone.h"

#include <array>

namespace atelier::ui {

namespace {

struct Roles
{
    ColorRole text;
    ColorRole fill;
    ColorRole solid;
};

// In the order of Tone.
constexpr std::array<Roles, 6> tones{{
    {&Colors::successText, &Colors::successFill, &Colors::successSolid},
    {&Colors::accentText, &Colors::accentSubtle, &Colors::accentStroke},
    {&Colors::infoText, &Colors::infoFill, &Colors::infoSolid},
    {&Colors::neutralText, &Colors::neutralFill, &Colors::neutralSolid},
    {&Colors::warningText, &Colors::warningFill, &Colors::warningSolid},
    {&Colors::dangerText, &Colors::dangerFill, &Colors::dangerSolid},
}};

const Roles &rolesOf(Tone tone)
{
    return tones[static_cast<std::size_t>(tone)];
}

} // namespace

ColorRole textRole(Tone tone)
{
    return rolesOf(tone).text;
}

ColorRole fillRole(Tone tone)
{
    return rolesOf(tone).fill;
}

ColorRole solidRole(Tone tone)
{
    return rolesOf(tone).solid;
}

QColor textColor(Tone tone)
{
    return colors().*textRole(tone);
}

QColor fillColor(Tone tone)
{
    return colors().*fillRole(tone);
}

QColor solidColor(Tone tone)
{
    return colors().*solidRole(tone);
}

} // namespace atelier::ui
